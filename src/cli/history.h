/*
 * Changes gathered by term: the library hands them over by draft. Texts are copies in the cli's
 * arena.
 */
#ifndef TVX_CLI_HISTORY_H
#define TVX_CLI_HISTORY_H

#include "cli/cli.h"

/* A change of one term from one draft to another. Lines of one draft follow each other. */
typedef struct tvx_cli_history_line {
    struct tvx_cli_history_line *next;
    const tvx_placed_draft *draft, *from; /* from: NULL where nothing goes before */
    tvx_change_name name;
    const char *words, *toward, *party;      /* toward: "→ US", or ""; party: "US", or NULL */
    const char *reading, *beside, *evidence; /* of the draft's first line; "" in the others */
} tvx_cli_history_line;

/* A change of one term as a report tells it. */
typedef struct tvx_cli_history_told {
    struct tvx_cli_history_told *next;
    const tvx_placed_draft *draft; /* that it leads to; NULL: it is not known */
    const char *key;               /* of that draft */
    bool same;                     /* it tells that nothing changed */
    const char *beside, *only;     /* its line beside a change that the readings make; or alone */
} tvx_cli_history_told;

typedef struct tvx_cli_term_history {
    tvx_cli_history_line *first, *last;
    tvx_cli_history_told *told, *last_told;
} tvx_cli_term_history;

typedef struct tvx_cli_history {
    tvx_cli *cli;
    tvx_view *view;
    const tvx_row *rows;
    size_t n_rows;
    tvx_cli_term_history *terms; /* by row */
    const tvx_placed_draft *drafts;
    size_t n_drafts;
} tvx_cli_history;

int tvx_cli_history_gather(tvx_cli_history *out, tvx_cli *cli, tvx_view *view,
                           const tvx_changes_filter *filter, tvx_error *error);

#endif
