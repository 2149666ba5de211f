/*
 * The story by date: drafts with what changed in them, events and positions in one line of time.
 * Texts are copies in the cli's arena.
 */
#ifndef TVX_CLI_STORY_H
#define TVX_CLI_STORY_H

#include "cli/text.h"

/* A change in a draft, on one line. */
typedef struct tvx_cli_story_change {
    struct tvx_cli_story_change *next;
    tvx_change_name name;
    bool told;           /* by a report, beside those that the readings make */
    const char *text;    /* "Share of revenues: 50% → 100%: raised by 50 points" */
    const char *toward;  /* "→ US", or "" */
    tvx_cli_style style; /* of its party */
} tvx_cli_story_change;

/* A draft, an event or a position. */
typedef struct tvx_cli_story_item {
    int64_t latest, earliest; /* where it stands */
    const char *day;          /* what heads it: "24 Feb 2025", "undated" */
    const char *text;
    bool draft;
    const tvx_cli_story_change *changes; /* of a draft */
    size_t n_same;                       /* of a draft: terms that stay the same */
} tvx_cli_story_item;

typedef struct tvx_cli_story {
    tvx_cli_story_item *items; /* in order */
    size_t n;
} tvx_cli_story;

int tvx_cli_story_make(tvx_cli_story *out, tvx_cli *cli, tvx_view *view, tvx_error *error);

/* Of it, what is told beside drafts. */
int tvx_cli_story_told(tvx_cli_story *out, tvx_cli *cli, tvx_view *view, tvx_error *error);

/* What heads a date, and the time of its day or days; of no date, "undated", at the end of time. */
const char *tvx_cli_story_day(tvx_cli *cli, const tvx_date *date, int64_t *latest,
                              int64_t *earliest);

#endif
