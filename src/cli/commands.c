#include <string.h>

#include "cli/cli.h"

/* Every command, in the order in which help lists those of a group. */
#define COMMANDS(X)                                                                                \
    X(init)                                                                                        \
    X(add)                                                                                         \
    X(import)                                                                                      \
    X(draft_add)                                                                                   \
    X(draft_edit)                                                                                  \
    X(term_add)                                                                                    \
    X(term_edit)                                                                                   \
    X(party_add)                                                                                   \
    X(party_edit)                                                                                  \
    X(outlet_add)                                                                                  \
    X(outlet_edit)                                                                                 \
    X(edit)                                                                                        \
    X(judge_retract)                                                                               \
    X(judge_deprecate)                                                                             \
    X(judge_prefer)                                                                                \
    X(judge_attribute)                                                                             \
    X(judge_same_draft)                                                                            \
    X(judge_withdraw)                                                                              \
    X(judge_forget)                                                                                \
    X(undo)                                                                                        \
    X(changes)                                                                                     \
    X(show)                                                                                        \
    X(diff)                                                                                        \
    X(sources)                                                                                     \
    X(brackets)                                                                                    \
    X(coverage)                                                                                    \
    X(timeline)                                                                                    \
    X(drafts)                                                                                      \
    X(reports)                                                                                     \
    X(terms)                                                                                       \
    X(positions)                                                                                   \
    X(events)                                                                                      \
    X(background)                                                                                  \
    X(search)                                                                                      \
    X(parties)                                                                                     \
    X(outlets)                                                                                     \
    X(export)                                                                                      \
    X(merge)                                                                                       \
    X(log)                                                                                         \
    X(check)                                                                                       \
    X(rebuild)                                                                                     \
    X(help)

#define DECLARE(name) extern const tvx_cli_command tvx_cmd_##name;
#define ENTER(name)   &tvx_cmd_##name,

COMMANDS(DECLARE)

static const tvx_cli_command *const commands[] = {COMMANDS(ENTER)};

enum { COUNT = sizeof commands / sizeof commands[0] };

size_t tvx_cli_commands(const tvx_cli_command *const **out)
{
    *out = commands;
    return COUNT;
}

const tvx_cli_command *tvx_cli_command_named(const char *name)
{
    for (size_t i = 0; i < COUNT; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}
