/*
 * Records that come late, for the property tests of what was known, and what was recorded, by a
 * time: made up at random, but from one seed always the same.
 */
#ifndef TVX_TESTS_KNOWN_BY_LATE_H
#define TVX_TESTS_KNOWN_BY_LATE_H

#include <stdint.h>

#include "base/buf.h"

/* What they may name: everything is of the real negotiation in fixtures/. */
typedef struct late_scene {
    uint64_t random;
    const char *const *published; /* days and times of publication, ended by NULL */
    const char *const *reports;   /* whole ids of reports that are there, ended by NULL */
    const char *judgement;        /* that of a judgement */
} late_scene;

static inline unsigned late_draw(late_scene *s, unsigned n)
{
    s->random ^= s->random << 13;
    s->random ^= s->random >> 7;
    s->random ^= s->random << 17;
    return (unsigned)(s->random >> 33) % n;
}

static inline const char *late_pick(late_scene *s, const char *const *of)
{
    unsigned n = 0;
    while (of[n] != NULL)
        n++;
    return of[late_draw(s, n)];
}

/* New ones; old ones spelled so that they sort before what is there; an alias. */
static const char *const late_outlets[] = {"Late Wire", "KYIV INDEPENDENT", "BABEL", "nyt", "unn",
                                           "AXIOS",     "Új Lap",           NULL};
static const char *const late_sources[] = {"Agency Nine", "CNN", "cnn", "NEW YORK TIMES",
                                           "BLOOMBERG",   "NV",  NULL};
/* Known early, known later, and known by nobody yet. */
static const char *const late_drafts[] = {"us-0207", "us-0212", "us-0221", "us-0224", "us-0323",
                                          "new-1",   "new-2",   "new-3",   NULL};
static const char *const late_new_drafts =
    "{\"key\":\"new-1\",\"dated\":\"2025-02-13\",\"follows\":[\"us-0212\"],\"by\":\"UA\"},"
    "{\"key\":\"new-2\",\"dated\":\"2025-02-20\",\"amends\":\"us-0212\"},"
    "{\"key\":\"new-3\",\"title\":\"Revenue paper\",\"follows\":[\"us-0207\"],"
    "\"maybe_same_as\":[\"us-0221\"]}";
static const char *const late_answers[] = {
    "\"term\":\"revenue_share\",\"value\":\"100% of revenues\"",
    "\"term\":\"revenue_share\",\"value\":\"up to 10% of profit (oil)\"",
    "\"term\":\"revenue_share:licences\",\"stance\":\"absent\"",
    "\"term\":\"ownership_stake\",\"value\":\"75% of mineral resources\"",
    "\"term\":\"security_guarantees\",\"value\":\"treaty guarantee\",\"quote\":\"revenue\"",
    "\"term\":\"security_guarantees\",\"stance\":\"deferred\",\"to\":\"late talks\"",
    "\"term\":\"fund_threshold\",\"value\":\"USD 3 billion\",\"basis\":\"text\"",
    "\"term\":\"lien\",\"value\":\"no\"",
    "\"term\":\"compensation_amount\",\"stance\":\"included\",\"condition\":\"peace\"",
    NULL};

/* `"name":[` … `]`, with up to `most` parts between. */
static inline void late_list(late_scene *s, tvx_buf *out, const char *name, unsigned most,
                             void (*put)(late_scene *s, tvx_buf *out))
{
    unsigned n = late_draw(s, most + 1);
    tvx_buf_format(out, ",\"%s\":[", name);
    for (unsigned i = 0; i < n; i++) {
        tvx_buf_text(out, i > 0 ? "," : "");
        put(s, out);
    }
    tvx_buf_char(out, ']');
}

static inline void late_put_cite(late_scene *s, tvx_buf *out)
{
    tvx_buf_format(out, "{\"outlet\":\"%s\"", late_pick(s, late_sources));
    if (late_draw(s, 2) == 0)
        tvx_buf_format(out, ",\"cites\":[{\"outlet\":\"%s\"}]", late_pick(s, late_sources));
    tvx_buf_char(out, '}');
}

static inline void late_put_claim(late_scene *s, tvx_buf *out)
{
    tvx_buf_char(out, '{');
    if (late_draw(s, 5) > 0)
        tvx_buf_format(out, "\"draft\":\"%s\",", late_pick(s, late_drafts));
    tvx_buf_format(out, "%s,\"note\":\"revenue told late\"}", late_pick(s, late_answers));
}

static inline void late_put_mention(late_scene *s, tvx_buf *out)
{
    tvx_buf_format(out,
                   "{\"draft\":\"%s\",\"as\":\"late name\",\"dated\":\"2025-01-0%u\","
                   "\"by\":\"UA\"}",
                   late_pick(s, late_drafts), 1 + late_draw(s, 9));
}

static inline void late_put_change(late_scene *s, tvx_buf *out)
{
    tvx_buf_format(out, "{\"draft\":\"%s\",\"term\":\"revenue_share\",\"change\":\"lowered\"}",
                   late_pick(s, late_drafts));
}

static inline void late_put_position(late_scene *s, tvx_buf *out)
{
    tvx_buf_format(out,
                   "{\"party\":\"UA\",\"stance\":\"opposes\",\"term\":\"revenue_share\","
                   "\"value\":\"%u%%\",\"draft\":\"%s\",\"dated\":\"2025-02-1%u\"}",
                   1 + late_draw(s, 99), late_pick(s, late_drafts), late_draw(s, 9));
}

/* Now and then one that is told already: it is then told by one more. */
static inline void late_put_event(late_scene *s, tvx_buf *out)
{
    tvx_buf_format(out,
                   "{\"dated\":\"2025-02-1%u\",\"kind\":\"presented\",\"draft\":\"%s\","
                   "\"place\":\"Lviv\"}",
                   late_draw(s, 9), late_pick(s, late_drafts));
}

/* One report as JSON, with the drafts that it may name inline: it can be added alone. */
static inline void late_put_report(late_scene *s, tvx_buf *out, unsigned number)
{
    tvx_buf_format(out,
                   "{\"record\":\"report\",\"negotiation\":\"us-ukraine-minerals\","
                   "\"outlet\":\"%s\",\"title\":\"Late revenue story %u\",\"published\":\"%s\","
                   "\"drafts\":[%s]",
                   late_pick(s, late_outlets), number, late_pick(s, s->published), late_new_drafts);
    late_list(s, out, "cites", 2, late_put_cite);
    late_list(s, out, "claims", 6, late_put_claim);
    late_list(s, out, "mentions", 2, late_put_mention);
    late_list(s, out, "changes", 2, late_put_change);
    late_list(s, out, "positions", 2, late_put_position);
    late_list(s, out, "events", 2, late_put_event);
    if (late_draw(s, 3) == 0)
        tvx_buf_format(out, ",\"updates\":\"%s\"", late_pick(s, s->reports));
    tvx_buf_text(out, "}\n");
}

/* One judgement as JSON: dated as late as a report is published. */
static inline void late_put_judgement(late_scene *s, tvx_buf *out)
{
    static const char *const targets[] = {
        "\"act\":\"retract\",\"report\":\"%s\"",
        "\"act\":\"deprecate\",\"report\":\"%s\"",
        "\"act\":\"prefer\",\"draft\":\"us-0212\",\"term\":\"lien\",\"report\":\"%s\"",
        "\"act\":\"attribute\",\"term\":\"reciprocity\",\"draft\":\"new-1\",\"report\":\"%s\"",
        "\"act\":\"same_draft\",\"keys\":[\"us-0212\",\"us-0207\"]",
        "\"act\":\"withdraw\",\"judgement\":\"%s\""};
    unsigned n = late_draw(s, sizeof targets / sizeof targets[0]);
    const char *hole = strstr(targets[n], "%s");
    tvx_buf_text(out, "{\"record\":\"judgement\",\"negotiation\":\"us-ukraine-minerals\",");
    tvx_buf_put(out, targets[n], hole == NULL ? strlen(targets[n]) : (size_t)(hole - targets[n]));
    if (hole != NULL)
        tvx_buf_format(out, "%s\"", n == 5 ? s->judgement : late_pick(s, s->reports));
    tvx_buf_format(out, ",\"dated\":\"%s\",\"reason\":\"told late\"}\n",
                   late_pick(s, s->published));
}

#endif
