#include "cli/resolve.h"

#include <string.h>

#include "base/text.h"

enum { COMMANDS_MOST = 64 };

/* True if the name's two words are these. */
static bool is_pair(const char *name, const char *first, const char *second)
{
    size_t length = strlen(first);
    return strncmp(name, first, length) == 0 && name[length] == ' ' &&
           strcmp(name + length + 1, second) == 0;
}

static bool in_family(const char *name, const char *first)
{
    size_t length = strlen(first);
    return strncmp(name, first, length) == 0 && name[length] == ' ';
}

/* The command of the family whose second word is most like the one given; or NULL. */
static const char *nearest_in_family(const char *first, const char *second)
{
    const tvx_cli_command *const *commands;
    const char *names[COMMANDS_MOST], *whole[COMMANDS_MOST];
    size_t n = tvx_cli_commands(&commands), known = 0;
    for (size_t i = 0; i < n && known < COMMANDS_MOST; i++)
        if (in_family(commands[i]->name, first)) {
            whole[known] = commands[i]->name;
            names[known++] = commands[i]->name + strlen(first) + 1;
        }
    const char *nearest = tvx_text_nearest(second, names, known);
    for (size_t i = 0; i < known; i++)
        if (names[i] == nearest)
            return whole[i];
    return NULL;
}

/* The second word is missing, or none that goes with the first. */
static int unknown_in_family(const char *first, const char *second, tvx_error *error)
{
    const tvx_cli_command *const *commands;
    size_t n = tvx_cli_commands(&commands);
    tvx_buf names = {0};
    for (size_t i = 0; i < n; i++)
        if (in_family(commands[i]->name, first))
            tvx_buf_format(&names, "%s%s", names.size > 0 ? "|" : "",
                           commands[i]->name + strlen(first) + 1);
    int rc = second == NULL ? tvx_fail(error, TVX_EUSAGE, "'%s' needs a second word", first)
                            : tvx_fail(error, TVX_EUSAGE, "unknown command '%s %s'", first, second);
    const char *nearest = second != NULL ? nearest_in_family(first, second) : NULL;
    if (nearest != NULL)
        tvx_fail_hint(error, "did you mean 'travaux %s'?", nearest);
    tvx_fail_hint(error, "it is travaux %s %s", first, tvx_buf_string(&names));
    tvx_buf_dispose(&names);
    return rc;
}

static int unknown(const char *first, tvx_error *error)
{
    const tvx_cli_command *const *commands;
    const char *names[COMMANDS_MOST];
    size_t n = tvx_cli_commands(&commands);
    size_t known = 0;
    for (; known < n && known < COMMANDS_MOST; known++)
        names[known] = commands[known]->name;
    int rc = tvx_fail(error, TVX_EUSAGE, "unknown command '%s'", first);
    const char *nearest = tvx_text_nearest(first, names, known);
    if (nearest != NULL)
        tvx_fail_hint(error, "did you mean 'travaux %s'?", nearest);
    else
        tvx_fail_hint(error, "travaux help lists the commands");
    return rc;
}

int tvx_cli_resolve(const char *const *words, size_t n, const tvx_cli_command **out, size_t *used,
                    tvx_error *error)
{
    const tvx_cli_command *const *commands;
    size_t n_commands = tvx_cli_commands(&commands);
    const char *second = n > 1 ? words[1] : NULL;
    bool family = false;
    for (size_t i = 0; i < n_commands; i++) {
        const char *name = commands[i]->name;
        bool pair = second != NULL && is_pair(name, words[0], second);
        family = family || in_family(name, words[0]);
        if (pair || strcmp(name, words[0]) == 0) {
            *out = commands[i];
            *used = pair ? 2 : 1;
            return TVX_OK;
        }
    }
    return family ? unknown_in_family(words[0], second, error) : unknown(words[0], error);
}
