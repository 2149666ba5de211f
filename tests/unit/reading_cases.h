/*
 * The cases of unit/reading.c: each stands for a sentence of section 5, named by it. Claims go by
 * one-letter reports, each an outlet of its own, published on 24 February 2025 and of no basis,
 * where nothing else is said. What a reading should be: its alternatives in order, sides with a
 * star, each with the reports of its claims, who speaks first.
 */
#ifndef TESTS_UNIT_READING_CASES_H
#define TESTS_UNIT_READING_CASES_H

#include "travaux/reading.h"

enum { MAX_CLAIMS = 8 };

/* says: a value, `included`, `absent`, `not VALUE`, `deferred`, `deferred to THIS; THAT`. */
typedef struct said {
    const char *report, *says, *basis, *published, *condition;
    const char *cites; /* an outlet */
} said;

typedef struct reading_case {
    const char *rule;
    const tvx_term *term;
    said claims[MAX_CLAIMS];
    const char *prefer;
    const char *bracket; /* the reading's text; NULL: settled */
    const char *alternatives;
} reading_case;

#define TEXTS(...)                                                                                 \
    {                                                                                              \
        (const char *const[]){__VA_ARGS__}, sizeof((const char *[]){__VA_ARGS__}) / sizeof(char *) \
    }
#define KINDS(...)                                                                                 \
    .kinds = {__VA_ARGS__}, .n_kinds = sizeof((tvx_kind[]){__VA_ARGS__}) / sizeof(tvx_kind)

static const tvx_declared BASES[] = {{"revenue", TEXTS("revenues")}, {"profits", {0}}};
static const tvx_declared TAGS[] = {{"oil", TEXTS("petroleum")}, {"gas", {0}}, {"ports", {0}}};

static const tvx_term SHARE = {.key = "share",
                               KINDS(TVX_KIND_PERCENTAGE),
                               .bases = BASES,
                               .n_bases = 2,
                               .tags = TAGS,
                               .n_tags = 3};
static const tvx_term MONEY = {.key = "money", KINDS(TVX_KIND_MONEY)};
static const tvx_term NUMBER = {.key = "number", KINDS(TVX_KIND_NUMBER)};
static const tvx_term SPAN = {.key = "span", KINDS(TVX_KIND_DURATION)};
static const tvx_term DAY = {.key = "day", KINDS(TVX_KIND_DATE)};
static const tvx_term LEVEL = {
    .key = "level", KINDS(TVX_KIND_LEVEL), .levels = TEXTS("none at all", "talks", "a treaty")};
static const tvx_term FLAG = {.key = "flag", KINDS(TVX_KIND_FLAG)};
static const tvx_term WORDS = {.key = "words", KINDS(TVX_KIND_TEXT)};
static const tvx_term MIXED = {
    .key = "mixed", KINDS(TVX_KIND_FLAG, TVX_KIND_PERCENTAGE, TVX_KIND_MONEY, TVX_KIND_TEXT)};

#define CLAIM(id, words)                                                                           \
    {                                                                                              \
        .report = id, .says = words                                                                \
    }
#define CLAIM_OF(id, words, ...)                                                                   \
    {                                                                                              \
        .report = id, .says = words, __VA_ARGS__                                                   \
    }
#define SETTLED(rule_, term_, alternatives_, ...)                                                  \
    {                                                                                              \
        .rule = rule_, .term = &term_, .alternatives = alternatives_, .claims = { __VA_ARGS__ }    \
    }
#define BRACKETED(rule_, term_, text, alternatives_, ...)                                          \
    {                                                                                              \
        .rule = rule_, .term = &term_, .bracket = text, .alternatives = alternatives_, .claims = { \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }

/* clang-format off */
static const reading_case GROUPING[] = {
    SETTLED("equal magnitude, however written", SHARE, "*50% {a b}",
            CLAIM("a", "50%"), CLAIM("b", "50.0 percent")),
    SETTLED("equal magnitude, whatever the scale", MONEY, "*USD 1 billion {a b}",
            CLAIM("a", "USD 1000 million"), CLAIM("b", "$1bn")),
    SETTLED("equal magnitude of durations", SPAN, "*10 years {a b}",
            CLAIM("a", "10 years"), CLAIM("b", "P10Y")),
    SETTLED("approximate or not are two", SHARE, "*50% {b}; about 50% {a}",
            CLAIM("a", "about 50%"), CLAIM("b", "50%")),
    SETTLED("as written, though equal in comparison", SHARE, "*0 to 50% {b}; up to 50% {a}",
            CLAIM("a", "up to 50%"), CLAIM("b", "0 to 50%")),
    SETTLED("ratios are kept as written", NUMBER, "*1:3 {a}; 2:6 {b}",
            CLAIM("a", "1:3"), CLAIM("b", "2:6")),
    SETTLED("wording, white space and case aside", WORDS, "*a joint fund {b a c}",
            CLAIM("a", "A  joint fund"), CLAIM_OF("b", "a joint fund", .basis = "on_record"),
            CLAIM("c", "a\u00a0JOINT fund")),
    SETTLED("equal unit, but for a final s", NUMBER, "*58 pages {a b}",
            CLAIM_OF("a", "58 pages", .basis = "on_record"), CLAIM("b", "58 page")),
    SETTLED("unit: an unstated one is another alternative, compatible", NUMBER,
            "*58 {b}; 58 pages {a}", CLAIM("a", "58 pages"), CLAIM("b", "58")),
    SETTLED("per: an unstated one is another alternative, compatible", MONEY,
            "*USD 20 {b}; USD 20 per hour {a}",
            CLAIM("a", "USD 20 per hour"), CLAIM("b", "USD 20")),
    SETTLED("over: an unstated one is another alternative, compatible", SHARE,
            "*36% {b}; 36% over 4 years {a}", CLAIM("a", "36% over 4 years"), CLAIM("b", "36%")),
    SETTLED("when: an unstated one is another alternative, compatible", SHARE,
            "*36% {b}; 36% by 2025 {a}", CLAIM("a", "36% by 2025"), CLAIM("b", "36%")),
    SETTLED("base: an unstated one is another alternative, compatible", SHARE,
            "*50% {b}; 50% of revenue {a}", CLAIM("a", "50% of revenue"), CLAIM("b", "50%")),
    SETTLED("base: declared, with aliases, case folded", SHARE, "*50% of REVENUE {b a}",
            CLAIM("a", "50% of revenues"), CLAIM("b", "50% of REVENUE")),
    SETTLED("base: undeclared words do not tell apart", SHARE, "*50% of gold {a c b}",
            CLAIM("a", "50% of gold"), CLAIM("b", "50%"), CLAIM("c", "50% of silver")),
    SETTLED("base: undeclared against declared", SHARE, "*50% of gold {b}; 50% of revenue {a}",
            CLAIM("a", "50% of revenue"), CLAIM("b", "50% of gold")),
    SETTLED("declared tags, in any order, with aliases", SHARE, "*50% (gas, petroleum) {b a}",
            CLAIM("a", "50% (oil, gas, oil)"), CLAIM("b", "50% (gas, petroleum)")),
    SETTLED("declared tags: others are", SHARE, "*50% (gas) {b}; 50% (oil) {a}",
            CLAIM("a", "50% (oil)"), CLAIM("b", "50% (gas)")),
    SETTLED("declared tags: undeclared ones do not tell apart", SHARE,
            "*50% (oil, uranium) {a c b}", CLAIM("a", "50% (oil, uranium)"),
            CLAIM_OF("b", "50% (oil)", .basis = "anonymous"), CLAIM("c", "50% (zinc, oil)")),
    SETTLED("condition or none", SHARE, "*50% {a}; 50% (if ratified) {b}",
            CLAIM("a", "50%"), CLAIM_OF("b", "50%", .condition = "ratified")),
    SETTLED("conditions, white space and case aside", SHARE, "*50% (if Ratified  soon) {a b}",
            CLAIM_OF("a", "50%", .condition = "Ratified  soon"),
            CLAIM_OF("b", "50%", .condition = "ratified soon")),
    SETTLED("equal stance", FLAG, "*included {a b}",
            CLAIM("a", "included"), CLAIM("b", "included")),
    SETTLED("a stance with a condition", FLAG, "*included (if ratified) {a}",
            CLAIM_OF("a", "included", .condition = "ratified")),
    SETTLED("equal levels", LEVEL, "*talks {a b}", CLAIM("a", "talks"), CLAIM("b", "talks")),
    SETTLED("equal dates, however written", DAY, "*2025-02 {a b}",
            CLAIM("a", "2025-02"), CLAIM("b", "2025-02-XX")),
    SETTLED("approximate dates or not are two", DAY, "*2025-02-21 {a}; 2025-02-21~ {b}",
            CLAIM("a", "2025-02-21"), CLAIM("b", "2025-02-21~")),
    SETTLED("approximate ends of dates or not are two", DAY,
            "*2025-02-21/2025-02-24 {a}; 2025-02-21~/2025-02-24 {b}",
            CLAIM("a", "2025-02-21/2025-02-24"), CLAIM("b", "2025-02-21~/2025-02-24")),
    SETTLED("dates as written, though equal in comparison", DAY,
            "*2025-02 {a}; 2025-02-01/2025-02-28 {b}",
            CLAIM("a", "2025-02"), CLAIM("b", "2025-02-01/2025-02-28")),
};

static const reading_case STANCES[] = {
    SETTLED("included and stated do not contradict", SHARE, "*50% {b}; included {a}",
            CLAIM("a", "included"), CLAIM("b", "50%")),
    SETTLED("absent and deferred do not contradict", SHARE, "*deferred {b}; absent {a}",
            CLAIM("a", "absent"), CLAIM("b", "deferred")),
    BRACKETED("stated and absent", SHARE, "[50% | absent]", "*50% {b}; *absent {a}",
              CLAIM("a", "absent"), CLAIM("b", "50%")),
    BRACKETED("stated and deferred", SHARE, "[50% | deferred]", "*50% {b}; *deferred {a}",
              CLAIM("a", "deferred"), CLAIM("b", "50%")),
    BRACKETED("included and deferred", SHARE, "[included | deferred]",
              "*included {b}; *deferred {a}", CLAIM("a", "deferred"), CLAIM("b", "included")),
    BRACKETED("included and absent", SHARE, "[included | absent]", "*included {b}; *absent {a}",
              CLAIM("a", "absent"), CLAIM("b", "included")),
    BRACKETED("absent with a value against a stated one that overlaps it", SHARE,
              "[up to 60% | not 50%]", "*up to 60% {b}; *not 50% {a}",
              CLAIM("a", "not 50%"), CLAIM("b", "up to 60%")),
    BRACKETED("absent with a value that is about: widened", SHARE, "[52% | not about 50%]",
              "*52% {b}; *not about 50% {a}", CLAIM("a", "not about 50%"), CLAIM("b", "52%")),
    SETTLED("absent with a value against a stated one apart from it", SHARE,
            "*60% {b}; not 50% {a}", CLAIM("a", "not 50%"), CLAIM("b", "60%")),
    SETTLED("absent with a value only against a stated one: not included", SHARE,
            "*included {b}; not 50% {a}", CLAIM("a", "not 50%"), CLAIM("b", "included")),
    SETTLED("absent with a value only against a stated one: not deferred", SHARE,
            "*deferred {b}; not 50% {a}", CLAIM("a", "not 50%"), CLAIM("b", "deferred")),
    SETTLED("absent with a value only against a stated one: not absent", SHARE,
            "*absent {b}; not 50% {a}; not 60% {c}",
            CLAIM("a", "not 50%"), CLAIM("b", "absent"), CLAIM("c", "not 60%")),
    SETTLED("absent with a value against another of these", SHARE,
            "*not 50% {a}; not up to 60% {b}", CLAIM("a", "not 50%"), CLAIM("b", "not up to 60%")),
    BRACKETED("a denied flag and the same stated", FLAG, "[yes | not yes]",
              "*yes {b}; *not yes {a}", CLAIM("a", "not yes"), CLAIM("b", "yes")),
    SETTLED("a denied flag and the other stated", FLAG, "*yes {b}; not no {a}",
            CLAIM("a", "not no"), CLAIM("b", "yes")),
    SETTLED("two flags denied are two alternatives", FLAG, "*not no {a}; not yes {b}",
            CLAIM("a", "not no"), CLAIM("b", "not yes")),
    SETTLED("what is of another kind does not overlap", MIXED, "*yes {b}; not 4 to 5% {a}",
            CLAIM("a", "not 4 to 5%"), CLAIM("b", "yes")),
    SETTLED("what is of another currency does not overlap", MONEY, "*EUR 5 {b}; not USD 5 {a}",
            CLAIM("a", "not USD 5"), CLAIM("b", "EUR 5")),
    SETTLED("what is of another declared base does not overlap", SHARE,
            "*50% of profits {b}; not 50% of revenue {a}",
            CLAIM("a", "not 50% of revenue"), CLAIM("b", "50% of profits")),
    SETTLED("what is of other declared tags does not overlap", SHARE,
            "*50% (gas) {b}; not 50% (oil) {a}",
            CLAIM("a", "not 50% (oil)"), CLAIM("b", "50% (gas)")),
    BRACKETED("a denied wording and the same stated", WORDS, "[A fund | not a fund]",
              "*A fund {b}; *not a fund {a}", CLAIM("a", "not a fund"), CLAIM("b", "A fund")),
    SETTLED("a denied wording and another stated", WORDS, "*a loan {b}; not a fund {a}",
            CLAIM("a", "not a fund"), CLAIM("b", "a loan")),
};

static const reading_case DENIALS[] = {
    SETTLED("absent, no and exactly 0 are one answer, in which a stated claim speaks first", MIXED,
            "*0% {c b a}", CLAIM_OF("a", "absent", .basis = "text"), CLAIM("b", "no"),
            CLAIM("c", "0%")),
    SETTLED("one answer, but for a condition", MIXED, "*no {b}; absent (if ratified) {a}",
            CLAIM_OF("a", "absent", .condition = "ratified"), CLAIM("b", "no")),
    SETTLED("one answer, of whatever currency", MONEY, "*EUR 0 {b a}; USD 0 (if ratified) {c}",
            CLAIM("a", "USD 0"), CLAIM("b", "EUR 0"),
            CLAIM_OF("c", "USD 0", .condition = "ratified")),
    SETTLED("up to 0 is 0, since percentages start at 0", SHARE, "*up to 0% {b a}",
            CLAIM("a", "absent"), CLAIM("b", "up to 0%")),
    BRACKETED("about 0 is not exactly 0", SHARE, "[about 0% | absent]",
              "*about 0% {b}; *absent {a}", CLAIM("a", "absent"), CLAIM("b", "about 0%")),
    SETTLED("no and deferred, as absent and deferred", FLAG, "*no {a}; deferred {b}",
            CLAIM("a", "no"), CLAIM("b", "deferred")),
    BRACKETED("no and included, as absent and included", FLAG, "[no | included]",
              "*no {a}; *included {b}", CLAIM("a", "no"), CLAIM("b", "included")),
    BRACKETED("two flags that differ", FLAG, "[no | yes]", "*no {a}; *yes {b}",
              CLAIM("a", "no"), CLAIM("b", "yes")),
    BRACKETED("no and a stated value of another kind, as absent and stated", MIXED, "[50% | no]",
              "*50% {b}; *no {a}", CLAIM("a", "no"), CLAIM("b", "50%")),
    BRACKETED("0 against an amount is an amount: apart", SHARE, "[0% | 50%]", "*0% {a}; *50% {b}",
              CLAIM("a", "0%"), CLAIM("b", "50%")),
    SETTLED("0 against an amount is an amount: within", SHARE, "*0% {a}; up to 50% {b}",
            CLAIM("a", "0%"), CLAIM("b", "up to 50%")),
    SETTLED("0 against an amount is an amount: of another kind", MIXED, "*0% {a}; USD 5 {b}",
            CLAIM("a", "0%"), CLAIM("b", "USD 5")),
    BRACKETED("0 against wording is absent", MIXED, "[0% | a fund]", "*0% {a}; *a fund {b}",
              CLAIM("a", "0%"), CLAIM("b", "a fund")),
    BRACKETED("of one answer any claim may contradict", SHARE, "[0% | up to 50%]",
              "*0% {a b}; *up to 50% {c}",
              CLAIM("a", "0%"), CLAIM("b", "absent"), CLAIM("c", "up to 50%")),
};

static const reading_case MAGNITUDES[] = {
    BRACKETED("neither interval lies within the other: apart", SHARE, "[100% | 50%]",
              "*100% {b}; *50% {a}", CLAIM("a", "50%"), CLAIM("b", "100%")),
    BRACKETED("neither interval lies within the other: overlapping", SHARE,
              "[40 to 60% | 50 to 70%]", "*40 to 60% {a}; *50 to 70% {b}",
              CLAIM("a", "40 to 60%"), CLAIM("b", "50 to 70%")),
    SETTLED("one interval lies within the other", SHARE, "*50% {b}; 33 to 50% {a}; up to 50% {c}",
            CLAIM("a", "33 to 50%"), CLAIM("b", "50%"), CLAIM("c", "up to 50%")),
    BRACKETED("an open end does not hold its number", SHARE, "[50% | more than 50%]",
              "*50% {a}; *more than 50% {b}", CLAIM("a", "50%"), CLAIM("b", "more than 50%")),
    SETTLED("a closed end does", SHARE, "*50% {a}; at least 50% {b}",
            CLAIM("a", "50%"), CLAIM("b", "at least 50%")),
    SETTLED("an open end lies within a closed one", SHARE, "*less than 50% {a}; up to 50% {b}",
            CLAIM("a", "less than 50%"), CLAIM("b", "up to 50%")),
    BRACKETED("percentages start at 0 unless they go below", SHARE, "[-10 to 20% | up to 50%]",
              "*-10 to 20% {b}; *up to 50% {a}", CLAIM("a", "up to 50%"), CLAIM("b", "-10 to 20%")),
    SETTLED("a bound from above and one from below that overlap", SHARE,
            "*up to 50% {a}; at least 40% {b}",
            CLAIM("a", "up to 50%"), CLAIM("b", "at least 40%")),
    BRACKETED("a bound from above and one from below that do not overlap", SHARE,
              "[less than 40% | at least 40%]", "*less than 40% {a}; *at least 40% {b}",
              CLAIM("a", "less than 40%"), CLAIM("b", "at least 40%")),
    BRACKETED("a bound from above and one from below in other currencies", MONEY,
              "[up to USD 5 | at least EUR 4]", "*up to USD 5 {a}; *at least EUR 4 {b}",
              CLAIM("a", "up to USD 5"), CLAIM("b", "at least EUR 4")),
    SETTLED("about covers half a unit of its last digit", MONEY,
            "*USD 7.9 billion {b}; about USD 8 billion {a}",
            CLAIM("a", "about USD 8 billion"), CLAIM("b", "USD 7.9 billion")),
    BRACKETED("about covers no more than half a unit", MONEY,
              "[USD 7.4 billion | about USD 8 billion]",
              "*USD 7.4 billion {b}; *about USD 8 billion {a}",
              CLAIM("a", "about USD 8 billion"), CLAIM("b", "USD 7.4 billion")),
    BRACKETED("about covers at most a tenth", MONEY, "[USD 800 million | about USD 1 billion]",
              "*USD 800 million {b}; *about USD 1 billion {a}",
              CLAIM("a", "about USD 1 billion"), CLAIM("b", "USD 800 million")),
    BRACKETED("ratios are compared as fractions", NUMBER, "[1:2 | 1:3]", "*1:2 {b}; *1:3 {a}",
              CLAIM("a", "1:3"), CLAIM("b", "1:2")),
    BRACKETED("a ratio is not rounded", NUMBER, "[0.333333 | 1:3]", "*0.333333 {b}; *1:3 {a}",
              CLAIM("a", "1:3"), CLAIM("b", "0.333333")),
    SETTLED("a ratio and a number", NUMBER, "*0.5 {b}; 1:2 {a}",
            CLAIM("a", "1:2"), CLAIM("b", "0.5")),
    BRACKETED("durations", SPAN, "[10 years | 12 years]", "*10 years {a}; *12 years {b}",
              CLAIM("a", "10 years"), CLAIM("b", "12 years")),
    SETTLED("what only the calendar keeps apart", SPAN, "*1 month {a}; 30 days {b}",
            CLAIM("a", "1 month"), CLAIM("b", "30 days")),
    SETTLED("two kinds", MIXED, "*50% {a}; USD 5 {b}; a fund {c}",
            CLAIM("a", "50%"), CLAIM("b", "USD 5"), CLAIM("c", "a fund")),
};

static const reading_case PARTS[] = {
    BRACKETED("currency differs", MONEY, "[EUR 5 | USD 5]", "*EUR 5 {b}; *USD 5 {a}",
              CLAIM("a", "USD 5"), CLAIM("b", "EUR 5")),
    BRACKETED("unit differs", NUMBER, "[58 pages | 58 words]", "*58 pages {a}; *58 words {b}",
              CLAIM("a", "58 pages"), CLAIM("b", "58 words")),
    BRACKETED("per differs", MONEY, "[USD 20 per day | USD 20 per hour]",
              "*USD 20 per day {b}; *USD 20 per hour {a}",
              CLAIM("a", "USD 20 per hour"), CLAIM("b", "USD 20 per day")),
    BRACKETED("when differs: the date", SHARE, "[36% by 2025 | 36% by 2026]",
              "*36% by 2025 {a}; *36% by 2026 {b}",
              CLAIM("a", "36% by 2025"), CLAIM("b", "36% by 2026")),
    BRACKETED("when differs: the date, in its beginning alone", SHARE,
              "[36% by 2025 | 36% by 2025-12]", "*36% by 2025 {a}; *36% by 2025-12 {b}",
              CLAIM("a", "36% by 2025"), CLAIM("b", "36% by 2025-12")),
    BRACKETED("when differs: the date, in its end alone", SHARE,
              "[36% by 2025 | 36% by 2025-01]", "*36% by 2025 {a}; *36% by 2025-01 {b}",
              CLAIM("a", "36% by 2025"), CLAIM("b", "36% by 2025-01")),
    BRACKETED("when differs: the word", SHARE, "[36% by 2025 | 36% until 2025]",
              "*36% by 2025 {a}; *36% until 2025 {b}",
              CLAIM("a", "36% by 2025"), CLAIM("b", "36% until 2025")),
    BRACKETED("both bases are declared and differ", SHARE, "[50% of profits | 50% of revenue]",
              "*50% of profits {b}; *50% of revenue {a}",
              CLAIM("a", "50% of revenue"), CLAIM("b", "50% of profits")),
    BRACKETED("over, between claims of basis text or document", SHARE,
              "[36% over 2 years | 36% over 4 years]",
              "*36% over 2 years {b}; *36% over 4 years {a}",
              CLAIM_OF("a", "36% over 4 years", .basis = "document"),
              CLAIM_OF("b", "36% over 2 years", .basis = "text")),
    SETTLED("over, of another basis", SHARE, "*36% over 4 years {a}; 36% over 2 years {b}",
            CLAIM_OF("a", "36% over 4 years", .basis = "document"),
            CLAIM_OF("b", "36% over 2 years", .basis = "on_record")),
    BRACKETED("over: one claim of each alternative will do", SHARE,
              "[36% over 2 years | 36% over 4 years]",
              "*36% over 2 years {d c}; *36% over 4 years {b a}",
              CLAIM("a", "36% over 4 years"),
              CLAIM_OF("b", "36% over 4 years", .basis = "document"),
              CLAIM("c", "36% over 2 years"),
              CLAIM_OF("d", "36% over 2 years", .basis = "document")),
    BRACKETED("over: also one that does not speak", SHARE,
              "[36% of gold over 4 years | 36% over 2 years]",
              "*36% of gold over 4 years {a b}; *36% over 2 years {c}",
              CLAIM("a", "36% of gold over 4 years"),
              CLAIM_OF("b", "36% over 4 years", .basis = "document"),
              CLAIM_OF("c", "36% over 2 years", .basis = "document")),
    BRACKETED("declared tags, between claims of basis text or document", SHARE,
              "[50% (gas) | 50% (oil)]", "*50% (gas) {b}; *50% (oil) {a}",
              CLAIM_OF("a", "50% (oil)", .basis = "document"),
              CLAIM_OF("b", "50% (gas)", .basis = "document")),
    SETTLED("declared tags: one set holds the other", SHARE, "*50% (oil) {a}; 50% (oil, gas) {b}",
            CLAIM_OF("a", "50% (oil)", .basis = "document"),
            CLAIM_OF("b", "50% (oil, gas)", .basis = "document")),
    SETTLED("declared tags: one set holds the other, the greater one first", SHARE,
            "*50% (oil, gas) {b}; 50% (oil) {a}",
            CLAIM_OF("a", "50% (oil)", .basis = "document"),
            CLAIM_OF("b", "50% (oil, gas)", .basis = "text")),
    BRACKETED("declared tags: two sets that share some", SHARE,
              "[50% (gas, ports) | 50% (oil, gas)]", "*50% (gas, ports) {b}; *50% (oil, gas) {a}",
              CLAIM_OF("a", "50% (oil, gas)", .basis = "document"),
              CLAIM_OF("b", "50% (gas, ports)", .basis = "document")),
    SETTLED("declared tags and no others", SHARE, "*50% (gas) {b}; 50% (oil, uranium) {a}",
            CLAIM_OF("a", "50% (oil, uranium)", .basis = "document"),
            CLAIM_OF("b", "50% (gas)", .basis = "document")),
    BRACKETED("declared tags: a claim that gives no others will do", SHARE,
              "[50% (oil, uranium) | 50% (gas)]", "*50% (oil, uranium) {a c}; *50% (gas) {b}",
              CLAIM_OF("a", "50% (oil, uranium)", .basis = "document"),
              CLAIM_OF("b", "50% (gas)", .basis = "document"),
              CLAIM_OF("c", "50% (oil)", .basis = "document")),
    SETTLED("both have a condition, not the same", SHARE, "*100% (if b) {b}; 50% (if a) {a}",
            CLAIM_OF("a", "50%", .condition = "a"), CLAIM_OF("b", "100%", .condition = "b")),
    BRACKETED("both have the same condition", SHARE, "[100% (if a) | 50% (if A)]",
              "*100% (if a) {b}; *50% (if A) {a}",
              CLAIM_OF("a", "50%", .condition = "A"), CLAIM_OF("b", "100%", .condition = "a")),
    BRACKETED("one has a condition", SHARE, "[100% | 50% (if a)]", "*100% {b}; *50% (if a) {a}",
              CLAIM_OF("a", "50%", .condition = "a"), CLAIM("b", "100%")),
};

static const reading_case OTHER_KINDS[] = {
    BRACKETED("two levels that differ", LEVEL, "[a treaty | talks]", "*a treaty {b}; *talks {a}",
              CLAIM("a", "talks"), CLAIM("b", "a treaty")),
    BRACKETED("two dates that differ", DAY, "[2025-02-21 | 2025-02-22]",
              "*2025-02-21 {a}; *2025-02-22 {b}",
              CLAIM("a", "2025-02-21"), CLAIM("b", "2025-02-22")),
    SETTLED("dates: one lies within the other", DAY, "*2025-02-21 {b}; 2025-02 {a}",
            CLAIM("a", "2025-02"), CLAIM("b", "2025-02-21")),
    BRACKETED("dates: neither lies within the other", DAY,
              "[2025-02-20/2025-02-22 | 2025-02-21/2025-02-24]",
              "*2025-02-20/2025-02-22 {a}; *2025-02-21/2025-02-24 {b}",
              CLAIM("a", "2025-02-20/2025-02-22"), CLAIM("b", "2025-02-21/2025-02-24")),
    BRACKETED("dates: an approximate one is taken as written", DAY, "[2025-02-22 | 2025-02-21~]",
              "*2025-02-22 {b}; *2025-02-21~ {a}",
              CLAIM("a", "2025-02-21~"), CLAIM_OF("b", "2025-02-22", .basis = "on_record")),
    SETTLED("dates: a bound holds the date it names", DAY,
            "*2017 {a}; at least 2017 {c}; up to 2017 {b}",
            CLAIM("a", "2017"), CLAIM("b", "up to 2017"), CLAIM("c", "at least 2017")),
    BRACKETED("dates: less than does not", DAY, "[2017 | less than 2017]",
              "*2017 {a}; *less than 2017 {b}", CLAIM("a", "2017"), CLAIM("b", "less than 2017")),
    BRACKETED("dates: more than does not", DAY, "[2017 | more than 2017]",
              "*2017 {a}; *more than 2017 {b}", CLAIM("a", "2017"), CLAIM("b", "more than 2017")),
    SETTLED("dates: bounds from above and from below that overlap", DAY,
            "*at least 2016 {b}; up to 2017 {a}",
            CLAIM("a", "up to 2017"), CLAIM("b", "at least 2016")),
    BRACKETED("dates: bounds from above and from below that do not", DAY,
              "[at least 2018 | up to 2017]", "*at least 2018 {b}; *up to 2017 {a}",
              CLAIM("a", "up to 2017"), CLAIM("b", "at least 2018")),
    BRACKETED("two wordings, both of basis text", WORDS, "[a fund | a loan]",
              "*a fund {a}; *a loan {b}", CLAIM_OF("a", "a fund", .basis = "text"),
              CLAIM_OF("b", "a loan", .basis = "text")),
    SETTLED("two wordings, one of basis document", WORDS, "*a loan {b}; a fund {a}",
            CLAIM_OF("a", "a fund", .basis = "document"),
            CLAIM_OF("b", "a loan", .basis = "text")),
    SETTLED("one wording with a condition and without", WORDS,
            "*a fund {a}; a fund (if ratified) {b}",
            CLAIM_OF("a", "a fund", .basis = "text"),
            CLAIM_OF("b", "a fund", .basis = "text", .condition = "ratified")),
};

static const reading_case ORDER[] = {
    BRACKETED("best basis", SHARE, "[50% | 100%]", "*50% {b}; *100% {a}",
              CLAIM_OF("a", "100%", .basis = "anonymous"),
              CLAIM_OF("b", "50%", .basis = "on_record")),
    BRACKETED("best basis: none given ranks last", SHARE, "[50% | 100%]", "*50% {b}; *100% {a c}",
              CLAIM("a", "100%"), CLAIM_OF("b", "50%", .basis = "unattributed"),
              CLAIM("c", "100%")),
    BRACKETED("most origins", SHARE, "[50% | 100%]", "*50% {b c}; *100% {a}",
              CLAIM("a", "100%"), CLAIM("b", "50%"), CLAIM("c", "50%")),
    BRACKETED("most origins: two outlets repeating one agency are one", SHARE, "[50% | 100%]",
              "*50% {c d}; *100% {a b}",
              CLAIM_OF("a", "100%", .cites = "AP"), CLAIM_OF("b", "100%", .cites = "AP"),
              CLAIM("c", "50%"), CLAIM("d", "50%")),
    BRACKETED("most origins: min before max", SHARE, "[50% | 100%]", "*50% {d e}; *100% {a b c}",
              CLAIM_OF("a", "100%", .basis = "secondary", .cites = "AP"),
              CLAIM_OF("b", "100%", .basis = "secondary"),
              CLAIM_OF("c", "100%", .basis = "secondary"),
              CLAIM_OF("d", "50%", .basis = "secondary", .cites = "AP"),
              CLAIM_OF("e", "50%", .basis = "secondary", .cites = "CNN")),
    BRACKETED("most origins: min, then max", SHARE, "[50% | 100%]", "*50% {b c}; *100% {a}",
              CLAIM_OF("a", "100%", .basis = "secondary", .cites = "AP"),
              CLAIM_OF("b", "50%", .basis = "secondary", .cites = "AP"),
              CLAIM_OF("c", "50%", .basis = "secondary")),
    BRACKETED("the more telling: stated, included, deferred, absent", SHARE, "[50% | deferred]",
              "*50% {d}; included {c}; *deferred {b}; absent {a}",
              CLAIM("a", "absent"), CLAIM("b", "deferred"), CLAIM("c", "included"),
              CLAIM("d", "50%")),
    BRACKETED("the narrower interval", SHARE, "[30 to 35% | 10 to 20%]",
              "*30 to 35% {b}; *10 to 20% {a}", CLAIM("a", "10 to 20%"), CLAIM("b", "30 to 35%")),
    SETTLED("widths are compared as bare numbers", MIXED, "*USD 1 to 5 {b}; 30 to 40% {a}",
            CLAIM("a", "30 to 40%"), CLAIM("b", "USD 1 to 5")),
    BRACKETED("open ends are widest", SHARE, "[0 to 100% | more than 50%]",
              "*0 to 100% {b}; *more than 50% {a}",
              CLAIM_OF("a", "more than 50%", .published = "2025-02-25"), CLAIM("b", "0 to 100%")),
    SETTLED("wordings have no width", MIXED, "*a fund {b}; 30 to 40% {a}",
            CLAIM("a", "30 to 40%"), CLAIM("b", "a fund")),
    BRACKETED("latest published", SHARE, "[50% | 100%]", "*50% {c b}; *100% {a d}",
              CLAIM("a", "100%"), CLAIM_OF("b", "50%", .published = "2025-02-20"),
              CLAIM_OF("c", "50%", .published = "2025-02-25"), CLAIM("d", "100%")),
    BRACKETED("latest published of any of its claims", SHARE, "[50% | 100%]",
              "*50% {a b}; *100% {c d}",
              CLAIM_OF("a", "50%", .basis = "on_record", .published = "2025-02-20"),
              CLAIM_OF("b", "50%", .published = "2025-02-25"),
              CLAIM_OF("c", "100%", .basis = "on_record"), CLAIM("d", "100%")),
    BRACKETED("published dates compare by (latest, earliest)", SHARE, "[50% | 100%]",
              "*50% {b}; *100% {a}", CLAIM_OF("a", "100%", .published = "2025-02-24/2025-02-25"),
              CLAIM_OF("b", "50%", .published = "2025-02-25")),
    SETTLED("what is still equal goes by the smallest report id", WORDS,
            "*a fund (if b) {a}; a fund (if b) {c}",
            CLAIM("c", "a fund (if b)"), CLAIM_OF("a", "a fund", .condition = "b")),
    {"an editor's prefer", &SHARE, {CLAIM("a", "50%"), CLAIM("b", "100%")}, "a", "[50% | 100%]",
     "*50% {a}; *100% {b}"},
    {"an editor's prefer: that report's best alternative", &SHARE,
     {CLAIM_OF("a", "50%", .basis = "text"), CLAIM("b", "70%"), CLAIM("b", "60%")}, "b",
     "[60% | 50% | 70%]", "*60% {b}; *50% {a}; *70% {b}"},
    {"an editor's prefer leaves the order of the others", &SHARE,
     {CLAIM("a", "50%"), CLAIM("b", "60%"), CLAIM("c", "70%")}, "c", "[70% | 50% | 60%]",
     "*70% {c}; *50% {a}; *60% {b}"},
    {"an editor's prefer of a report that says nothing here", &SHARE,
     {CLAIM("a", "50%"), CLAIM("b", "100%")}, "c", "[100% | 50%]", "*100% {b}; *50% {a}"},
};

static const reading_case SIDES[] = {
    BRACKETED("of 50% in four wordings and 100% in two one of each", SHARE, "[100% | 50%]",
              "*100% {e}; *50% {a}; about 50% {c}; 33 to 50% {d}; up to 50% {b}; at least 90% {f}",
              CLAIM("a", "50%"), CLAIM("b", "up to 50%"), CLAIM("c", "about 50%"),
              CLAIM("d", "33 to 50%"), CLAIM("e", "100%"), CLAIM("f", "at least 90%")),
    BRACKETED("each that contradicts every side so far", SHARE, "[10% | 20% | 30%]",
              "*10% {c}; *20% {b}; *30% {a}",
              CLAIM("a", "30%"), CLAIM("b", "20%"), CLAIM("c", "10%")),
    BRACKETED("one that contradicts no other is no side, though it leads", SHARE, "[100% | 50%]",
              "included {a}; *100% {c}; *50% {b}", CLAIM_OF("a", "included", .basis = "text"),
              CLAIM("b", "50%"), CLAIM("c", "100%")),
};

static const reading_case SPEAKING[] = {
    SETTLED("one that states undeclared words before one that does not", SHARE,
            "*50% of gold {b a}", CLAIM_OF("a", "50%", .basis = "text"),
            CLAIM("b", "50% of gold")),
    SETTLED("then best basis", SHARE, "*50% of silver {b a}",
            CLAIM_OF("a", "50% of gold", .published = "2025-02-25"),
            CLAIM_OF("b", "50% of silver", .basis = "anonymous")),
    SETTLED("then latest published", SHARE, "*50% of silver {b a}", CLAIM("a", "50% of gold"),
            CLAIM_OF("b", "50% of silver", .published = "2025-02-25")),
    SETTLED("then text", SHARE, "*50% of gold {b a}", CLAIM("a", "50% of silver"),
            CLAIM("b", "50% of gold")),
    SETTLED("what is still equal goes by the smallest report id", SHARE, "*50% {a b c}",
            CLAIM("b", "50%"), CLAIM("c", "50%"), CLAIM("a", "50%")),
};
/* clang-format on */

#endif
