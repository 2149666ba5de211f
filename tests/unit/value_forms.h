/*
 * The object form of values (section 3): what it comes to in writing, and what is refused, with
 * the member that the error points to. Worked out by hand.
 */
#ifndef TVX_TEST_VALUE_FORMS_H
#define TVX_TEST_VALUE_FORMS_H

#include <stddef.h>

#include "travaux/record.h"

/* Lists of texts in a form. */
#define TAGS(...)                                                                                  \
    {                                                                                              \
        (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) /           \
                                                sizeof(const char *)                               \
    }
#define WHEN(...) &(const tvx_form_when){__VA_ARGS__}

typedef struct form_case {
    const char *rule, *kinds;
    tvx_form form;
    const char *written;          /* NULL: it is refused */
    const char *pointer, *message; /* what the error names then */
} form_case;

#define ENDS(kind_, low_, high_) .kind = kind_, .low = low_, .high = high_

static const form_case form_cases[] = {
    {"one number", "percentage", {ENDS("percentage", "50", "50")}, "50%", NULL, NULL},
    {"no low end", "percentage", {ENDS("percentage", NULL, "50")}, "up to 50%", NULL, NULL},
    {"no high end", "percentage", {ENDS("percentage", "50", NULL)}, "at least 50%", NULL, NULL},
    {"open low end", "percentage", {ENDS("percentage", "50", NULL), .low_open = true},
     "more than 50%", NULL, NULL},
    {"open high end", "percentage", {ENDS("percentage", NULL, "50"), .high_open = true},
     "less than 50%", NULL, NULL},
    {"range", "percentage", {ENDS("percentage", "-1.5", "0.50")}, "-1.5 to 0.5%", NULL, NULL},
    {"unit of a percentage", "percentage", {ENDS("percentage", "50", "50"), .unit = "%"}, "50%",
     NULL, NULL},
    {"every member", "percentage",
     {ENDS("percentage", "33", "50"), .approx = true, .unit = "%", .per = "year",
      .base = " state  revenue", .tags = TAGS("oil", " gas "), .over = "P4Y",
      .when = WHEN(.by = "2030"),
      .text = "about 33 to 50% per year of state revenue from oil, gas over 4 years by 2030"},
     "about 33 to 50% per year of state revenue (oil, gas) over 4 years by 2030", NULL, NULL},
    {"until", "percentage", {ENDS("percentage", "5", "5"), .when = WHEN(.until = "2025-03")},
     "5% until 2025-03", NULL, NULL},
    {"starting", "percentage", {ENDS("percentage", "5", "5"), .when = WHEN(.starting = "2025")},
     "5% starting 2025", NULL, NULL},
    {"money", "money", {ENDS("money", "300000000", "350000000"), .unit = "USD"},
     "USD 300 to 350 million", NULL, NULL},
    {"number", "number", {ENDS("number", "58", "58"), .unit = "pages"}, "58 pages", NULL, NULL},
    {"number without unit", "number", {ENDS("number", "58", "58")}, "58", NULL, NULL},
    {"number, the term's unit", "number / barrels per day", {ENDS("number", "5500000", NULL)},
     "at least 5.5 million barrels per day", NULL, NULL},
    {"number, the term's unit with a scale", "number / million barrels",
     {ENDS("number", "5", "6")}, "5 to 6 million barrels", NULL, NULL},
    {"ratio", "number", {.kind = "number", .text = "2:1"}, "2:1", NULL, NULL},
    {"ratio with other members", "number",
     {.kind = "number", .base = "seats", .approx = true, .text = "at least about 2:1 of seats"},
     "at least about 2:1 of seats", NULL, NULL},
    {"duration", "duration", {ENDS("duration", "56", "56"), .unit = "months"}, "4 years 8 months",
     NULL, NULL},
    {"duration in years", "duration", {ENDS("duration", "4.5", NULL), .unit = "years"},
     "at least 4 years 6 months", NULL, NULL},
    {"duration in days", "duration", {ENDS("duration", NULL, "14"), .unit = "days"},
     "up to 14 days", NULL, NULL},
    {"text alone", "percentage", {.kind = "percentage", .text = "up to 50% of revenue"},
     "up to 50% of revenue", NULL, NULL},
    {"text and a member that it says too", "percentage",
     {.kind = "percentage", .base = "revenue", .text = "up to 50% of revenue"},
     "up to 50% of revenue", NULL, NULL},
    {"text with a unit that differs by a final s", "number",
     {ENDS("number", "58", "58"), .unit = "page", .text = "58 pages"}, "58 page", NULL, NULL},
    {"date", "date", {.kind = "date", .text = "up to  2017"}, "up to 2017", NULL, NULL},
    {"level", "level,text", {.kind = "level", .text = "consultations"}, "consultations", NULL, NULL},
    {"flag", "flag", {.kind = "flag", .text = "Yes"}, "yes", NULL, NULL},
    {"wording", "money,text", {.kind = "text", .text = "all wartime aid"}, "all wartime aid", NULL,
     NULL},
    {"key words in tags are words", "percentage",
     {ENDS("percentage", "5", "5"), .tags = TAGS("made from oil over time", "by 2030")},
     "5% (made from oil over time, by 2030)", NULL, NULL},
    {"by before no date", "percentage", {ENDS("percentage", "5", "5"), .base = "firms run by it"},
     "5% of firms run by it", NULL, NULL},

    /* kinds */
    {"no such kind", "percentage", {ENDS("share", "50", "50")}, NULL, "/kind", "no such kind: 'share'"},
    {"no kind of the term", "percentage,text", {ENDS("money", "5", "5"), .unit = "USD"}, NULL,
     "/kind", "no values of this kind: 'money'"},
    {"a kind that is tried before would read it", "money,text",
     {.kind = "text", .text = "USD 5"}, NULL, "/kind", "as another kind: 'USD 5'"},
    {"the same of a magnitude", "number,duration",
     {ENDS("duration", "120", "120"), .unit = "months"}, NULL, "/kind", "'10 years'"},

    /* ends */
    {"no ends and no text", "number", {.kind = "number", .unit = "pages"}, NULL, "",
     "needs 'low', 'high' or 'text'"},
    {"no number", "percentage", {ENDS("percentage", "50", "half")}, NULL, "/high", "'half'"},
    {"exponent", "percentage", {ENDS("percentage", "50", "1e400")}, NULL, "/high", "'1e400'"},
    {"plus sign", "percentage", {ENDS("percentage", "+50", "50")}, NULL, "/low", "plain number"},
    {"groups", "number", {ENDS("number", NULL, "80,000")}, NULL, "/high", "'80,000'"},
    {"leading zero", "percentage", {ENDS("percentage", "050", NULL)}, NULL, "/low", "'050'"},
    {"no digit before the point", "percentage", {ENDS("percentage", ".5", NULL)}, NULL, "/low", ""},
    {"no digit after the point", "percentage", {ENDS("percentage", "5.", NULL)}, NULL, "/low", ""},
    {"a unit in the end", "percentage", {ENDS("percentage", "5%", NULL)}, NULL, "/low", ""},
    {"empty", "percentage", {ENDS("percentage", "", NULL)}, NULL, "/low", ""},
    {"too many digits", "percentage", {ENDS("percentage", "1234567890123456789012345", NULL)},
     NULL, "/low", "too many digits"},
    {"too many digits once in months", "duration",
     {ENDS("duration", "100000000000000000000000", NULL), .unit = "years"}, NULL, "/low",
     "too many digits"},
    {"fraction of a month", "duration", {ENDS("duration", "4.5", "5"), .unit = "months"}, NULL,
     "/low", "a fraction: 4.5 months"},
    {"low above high", "percentage", {ENDS("percentage", "60", "50")}, NULL, "/low", "'60'"},
    {"open low end without one", "percentage", {ENDS("percentage", NULL, "50"), .low_open = true},
     NULL, "/low_open", ""},
    {"open range", "percentage", {ENDS("percentage", "33", "50"), .low_open = true}, NULL,
     "/low_open", "open low end"},
    {"open high end without one", "percentage", {ENDS("percentage", "50", NULL), .high_open = true},
     NULL, "/high_open", ""},
    {"range open above", "percentage", {ENDS("percentage", "33", "50"), .high_open = true}, NULL,
     "/high_open", "open high end"},

    /* units */
    {"percentage: another unit", "percentage", {ENDS("percentage", "5", "5"), .unit = "points"},
     NULL, "/unit", "'points'"},
    {"money without currency", "money", {ENDS("money", "5", "5")}, NULL, "", "needs a 'unit'"},
    {"money: small letters", "money", {ENDS("money", "5", "5"), .unit = "usd"}, NULL, "/unit", "'usd'"},
    {"money: sign", "money", {ENDS("money", "5", "5"), .unit = "$"}, NULL, "/unit", "'$'"},
    {"duration without unit", "duration", {ENDS("duration", "5", "5")}, NULL, "", "needs a 'unit'"},
    {"duration: no unit of time", "duration", {ENDS("duration", "5", "5"), .unit = "pages"}, NULL,
     "/unit", "unit of time: 'pages'"},
    {"number: unit with a scale", "number", {ENDS("number", "5", "5"), .unit = "million"}, NULL,
     "/unit", "misread in the written form: 'million'"},
    {"number: unit with per", "number", {ENDS("number", "5", "5"), .unit = "barrels per day"}, NULL,
     "/unit", "'barrels per day'"},
    {"number: unit that goes on as a range", "number", {ENDS("number", "5", "5"), .unit = "to 6"},
     NULL, "/unit", "'to 6'"},
    {"number: unit with a bracket", "number", {ENDS("number", "5", "5"), .unit = "a (b"}, NULL,
     "/unit", "'a (b'"},
    {"ratio with a unit", "number", {.kind = "number", .unit = "pages", .text = "2:1"}, NULL,
     "/unit", "'pages'"},

    /* words that would be misread */
    {"per: key word", "money", {ENDS("money", "5", "5"), .unit = "USD", .per = "tonne of ore"},
     NULL, "/per", "'tonne of ore'"},
    {"base: key word", "percentage", {ENDS("percentage", "5", "5"), .base = "gains from oil"}, NULL,
     "/base", "'gains from oil'"},
    {"base: bracket", "percentage", {ENDS("percentage", "5", "5"), .base = "oil (crude)"}, NULL,
     "/base", "'oil (crude)'"},
    {"base: over a duration", "percentage", {ENDS("percentage", "5", "5"), .base = "gains over 4 years"},
     NULL, "/base", "'gains over 4 years'"},
    {"base: by a date", "percentage", {ENDS("percentage", "5", "5"), .base = "gains by 2030"}, NULL,
     "/base", "'gains by 2030'"},
    {"base: white space", "percentage", {ENDS("percentage", "5", "5"), .base = " "}, NULL, "/base", ""},
    {"tag: comma", "percentage", {ENDS("percentage", "5", "5"), .tags = TAGS("oil", "a, b")}, NULL,
     "/tags/1", "'a, b'"},
    {"tag: bracket", "percentage", {ENDS("percentage", "5", "5"), .tags = TAGS("oil (crude)")},
     NULL, "/tags/0", "'oil (crude)'"},
    {"tag: white space", "percentage", {ENDS("percentage", "5", "5"), .tags = TAGS(" ")}, NULL,
     "/tags/0", ""},
    {"over: no duration", "percentage", {ENDS("percentage", "5", "5"), .over = "soon"}, NULL, "/over",
     "not a duration: 'soon'"},
    {"when: no date", "percentage", {ENDS("percentage", "5", "5"), .when = WHEN(.until = "soon")},
     NULL, "/when/until", "'soon' is not a date"},
    {"when: none", "percentage", {ENDS("percentage", "5", "5"), .when = WHEN(.by = NULL)}, NULL,
     "/when", "'by', 'until' or 'starting'"},
    {"when: two", "percentage",
     {ENDS("percentage", "5", "5"), .when = WHEN(.by = "2030", .starting = "2025")}, NULL, "/when",
     "one date only"},

    /* text */
    {"text says another number", "percentage", {ENDS("percentage", "5", "5"), .text = "6%"}, NULL,
     "/text", "'6%'"},
    {"text says more", "percentage", {ENDS("percentage", "5", "5"), .text = "5% of GDP"}, NULL,
     "/text", "'5% of GDP'"},
    {"text says less", "percentage", {.kind = "percentage", .per = "year", .text = "5%"}, NULL,
     "/text", "'5%'"},
    {"text of another kind", "percentage,money", {ENDS("percentage", "5", "5"), .text = "USD 5"},
     NULL, "/text", "'USD 5' is not of kind percentage"},
    {"date without text", "date", {.kind = "date"}, NULL, "", "kind date needs its 'text'"},
    {"date with an end", "date", {.kind = "date", .low = "2017", .text = "2017"}, NULL, "/low",
     "nothing else"},
    {"date that is approximate", "date", {.kind = "date", .approx = true, .text = "2017"}, NULL,
     "/approx", "nothing else"},
    {"level with tags", "level", {.kind = "level", .tags = TAGS("oil"), .text = "none"}, NULL,
     "/tags", "nothing else"},
    {"no such level", "level", {.kind = "level", .text = "nome"}, NULL, "/text", "'nome'"},
    {"wording without words", "text", {.kind = "text", .text = " "}, NULL, "/text", "empty"},
};

#endif
