/*
 * What check remarks on (sections 2 and 6 of the design): cases by rule. Records are JSON with '
 * for "; `$A` is the id of the report titled A, `$J` that of the judgement reasoned J, and `$0` one
 * that is nowhere. Expected remarks have ID for every id.
 */
#ifndef TVX_TESTS_CHECK_CASES_H
#define TVX_TESTS_CHECK_CASES_H

#include <stddef.h>

/* What is recorded, one call after another, and the remarks, each with a line feed. */
typedef struct check_case {
    const char *rule;
    const char *calls[4];
    const char *remarks;
} check_case;

#define NEGOTIATION                                                                                \
    "{'record':'negotiation','key':'n','title':'N','parties':[{'key':'US','name':'U'},"            \
    "{'key':'UA','name':'A'}],'terms':[{'key':'share','title':'S','kind':'percentage',"            \
    "'variants':['a','b']},{'key':'size','title':'F','kind':'money'}]}\n"
#define DRAFT(key, more) "{'record':'draft','negotiation':'n','key':'" key "'" more "}\n"
#define REPORT(title, day, more)                                                                   \
    "{'record':'report','negotiation':'n','outlet':'" title "','title':'" title                    \
    "','published':'2025-03-" day "'" more "}\n"
#define JUDGEMENT(name, act)                                                                       \
    "{'record':'judgement','negotiation':'n','dated':'2025-04-01','reason':'" name "','act':" act  \
    "}\n"

/* Handed over on 1 February by the United States; nobody knows when; on 20 February. */
#define DRAFTS                                                                                     \
    NEGOTIATION DRAFT("d1", ",'presented':'2025-02-01','by':'US'")                                 \
        DRAFT("d2", ",'dated':'2025-02-10'") DRAFT("d3", ",'dated':'2025-02-20'")
#define MENTION(draft, what) ",'mentions':[{'draft':'" draft "'," what "}]"
#define CLAIM(draft, term, value)                                                                  \
    ",'claims':[{'draft':'" draft "','term':'" term "','value':'" value "'}]"
#define BACKGROUND(term, value) ",'claims':[{'term':'" term "','value':'" value "'}]"
#define TELLS(draft, term, change)                                                                 \
    ",'changes':[{'draft':'" draft "','term':'" term "','change':'" change "'}]"
#define TELLS_VALUE(draft, term, change, value)                                                    \
    ",'changes':[{'draft':'" draft "','term':'" term "','change':'" change "','value':" value "}]"
#define TELLS_FROM(from, draft, term, change)                                                      \
    ",'changes':[{'draft':'" draft "','from':'" from "','term':'" term "','change':'" change "'}]"

static const check_case MEMBERS[] = {
    {"a mention against the draft's record",
     {DRAFTS REPORT("A", "01", MENTION("d1", "'presented':'2025-02-02'"))},
     "draft d1: presented 2025-02-01 says its record; 2025-02-02 says A (ID)\n"},
    {"mentions against each other",
     {DRAFTS REPORT("A", "01", MENTION("d2", "'presented':'2025-02-11'"))
          REPORT("B", "02", MENTION("d2", "'presented':'2025-02-12'"))},
     "draft d2: presented 2025-02-11 says A (ID); 2025-02-12 says B (ID)\n"},
    {"one date within the other is no disagreement",
     {DRAFTS REPORT("A", "01", MENTION("d1", "'presented':'2025-02'"))
          REPORT("B", "02", MENTION("d1", "'presented':'2025-01-20/2025-02-28'"))},
     ""},
    {"the record within both, which overlap",
     {DRAFTS REPORT("A", "01", MENTION("d1", "'presented':'2025-02'"))
          REPORT("B", "02", MENTION("d1", "'presented':'2025-01-20/2025-02-01'"))},
     "draft d1: presented 2025-02 says A (ID); 2025-01-20/2025-02-01 says B (ID)\n"},
    {"an approximate date is its whole month",
     {DRAFTS REPORT("A", "01", MENTION("d1", "'presented':'2025-02-20~'"))},
     ""},
    {"dated and presented are different things",
     {DRAFTS REPORT("A", "01", MENTION("d1", "'dated':'2025-02-02'"))
          REPORT("B", "02", MENTION("d2", "'presented':'2025-02-11'"))},
     ""},
    {"what disagrees with nothing is left out",
     {DRAFTS REPORT("A", "01", MENTION("d1", "'presented':'2025-02'"))
          REPORT("B", "02", MENTION("d1", "'presented':'2025-02-03'"))
              REPORT("C", "03", MENTION("d1", "'presented':'2025-02-01'"))},
     "draft d1: presented 2025-02-01 say its record and C (ID); 2025-02-03 says B (ID)\n"},
    {"a date amid a longer and a later one",
     {DRAFTS REPORT("A", "01", MENTION("d2", "'dated':'2025-02-08/2025-02-12'"))
          REPORT("B", "02", MENTION("d2", "'dated':'2025-02-11/2025-02-14'"))},
     "draft d2: dated 2025-02-10 says its record; 2025-02-08/2025-02-12 says A (ID); "
     "2025-02-11/2025-02-14 says B (ID)\n"},
    {"dates that overlap one, and lie within another",
     {DRAFTS REPORT("A", "01", MENTION("d2", "'presented':'2025-02-01/2025-02-05'"))
          REPORT("B", "02", MENTION("d2", "'presented':'2025-02-02/2025-02-12'"))
              REPORT("C", "03", MENTION("d2", "'presented':'2025-02-03/2025-02-08'"))},
     "draft d2: presented 2025-02-01/2025-02-05 says A (ID); 2025-02-02/2025-02-12 says B (ID); "
     "2025-02-03/2025-02-08 says C (ID)\n"},
    {"the author against the record",
     {DRAFTS REPORT("A", "01", MENTION("d1", "'by':['US','UA']"))},
     "draft d1: by US says its record; UA and US says A (ID)\n"},
    {"an author is unknown, or told in another order",
     {DRAFTS REPORT("A", "01", MENTION("d2", "'by':['US','UA']"))
          REPORT("B", "02", MENTION("d2", "'by':['UA','US']"))
              REPORT("C", "03", MENTION("d2", "'as':'text'"))},
     ""},
    {"three of many are named",
     {DRAFTS REPORT("A", "01", MENTION("d1", "'by':'UA'")) REPORT(
         "B", "02", MENTION("d1", "'by':'UA'")) REPORT("C", "03", MENTION("d1", "'by':'UA'"))
          REPORT("D", "04", MENTION("d1", "'by':'UA'"))
              REPORT("E", "05", MENTION("d1", "'by':'UA'"))},
     "draft d1: by US says its record; UA say A (ID), B (ID), C (ID) and 2 others\n"},
    {"a report that was retracted does not count",
     {DRAFTS REPORT("A", "01", MENTION("d1", "'by':'UA'")),
      JUDGEMENT("J", "'retract','report':'$A'")},
     ""},
    {"a report that was updated does not count",
     {DRAFTS REPORT("A", "01", MENTION("d1", "'by':'UA'")), REPORT("B", "02", ",'updates':'$A'")},
     ""},
    {"drafts that are one",
     {DRAFTS REPORT("A", "01", MENTION("d2", "'presented':'2025-02-02'")),
      JUDGEMENT("J", "'same_draft','keys':['d1','d2']")},
     "draft d1: presented 2025-02-01 says its record; 2025-02-02 says A (ID)\n"},
};

/* Shares of 50%, 100% and 60% in d1, d2 and d3, one following the other. */
#define SHARES                                                                                     \
    DRAFTS REPORT("A", "01", CLAIM("d1", "share", "50%"))                                          \
        REPORT("B", "02", CLAIM("d2", "share", "100%"))                                            \
            REPORT("C", "03", CLAIM("d3", "share", "60%"))

static const check_case CHANGES[] = {
    {"lowered, where the readings say raised",
     {SHARES REPORT("D", "04", TELLS("d2", "share", "lowered"))},
     "draft d2: share lowered says D (ID); the readings say raised, from 50% in d1 to 100%\n"},
    {"raised, as the readings say", {SHARES REPORT("D", "04", TELLS("d2", "share", "raised"))}, ""},
    {"against the draft that the report names",
     {SHARES REPORT("D", "04", TELLS_FROM("d1", "d3", "share", "raised"))
          REPORT("E", "05", TELLS_FROM("d1", "d3", "share", "lowered"))},
     "draft d3: share lowered says E (ID); the readings say raised, from 50% in d1 to 60%\n"},
    {"else against the nearest before",
     {SHARES REPORT("D", "04", TELLS("d3", "share", "raised"))},
     "draft d3: share raised says D (ID); the readings say lowered, from 100% in d2 to 60%\n"},
    {"told by several",
     {SHARES REPORT("D", "04", TELLS("d2", "share", "same"))
          REPORT("E", "05", TELLS("d2", "share", "same"))},
     "draft d2: share same say D (ID) and E (ID); the readings say raised, from 50% in d1 to "
     "100%\n"},
    {"silence is no disagreement",
     {SHARES REPORT("D", "04", TELLS("d1", "share", "lowered"))
          REPORT("E", "05", TELLS("d2", "size", "lowered"))
              REPORT("F", "06", TELLS_FROM("d1", "d2", "share:a", "lowered"))},
     ""},
    {"a variant is a row of its own",
     {SHARES REPORT("D", "04", CLAIM("d1", "share:a", "20%"))
          REPORT("E", "05", CLAIM("d2", "share:a", "10%"))
              REPORT("F", "06", TELLS("d2", "share:a", "raised"))},
     "draft d2: share:a raised says F (ID); the readings say lowered, from 20% in d1 to 10%\n"},
    {"of several lines one is enough",
     {NEGOTIATION DRAFT("l", ",'follows':[]") DRAFT("r", ",'follows':[]")
          DRAFT("m", ",'follows':['l','r']") REPORT("A", "01", CLAIM("l", "share", "50%")) REPORT(
              "B", "02", CLAIM("r", "share", "100%")) REPORT("C", "03", CLAIM("m", "share", "60%"))
              REPORT("D", "04", TELLS("m", "share", "lowered"))
                  REPORT("F", "04", TELLS("m", "share", "raised"))
                      REPORT("E", "05", TELLS("m", "share", "removed"))},
     "draft m: share removed says E (ID); the readings say raised, from 50% in l to 60%\n"},
    {"what the reports leave open",
     {SHARES REPORT("D", "04", CLAIM("d2", "share", "20%"))
          REPORT("E", "05", TELLS("d2", "share", "lowered"))
              REPORT("F", "06", TELLS("d2", "share", "same"))},
     "draft d2: share same says F (ID); the readings say raised or lowered, from 50% in d1 to "
     "[20% | 100%]\n"},
    {"told changes that were retracted or updated do not count",
     {SHARES REPORT("D", "04", TELLS("d2", "share", "lowered"))
          REPORT("E", "05", TELLS("d2", "share", "lowered")),
      JUDGEMENT("J", "'retract','report':'$D'") REPORT("F", "06", ",'updates':'$E'")},
     ""},
    {"a value told that the reading contradicts",
     {SHARES REPORT("D", "04", TELLS_VALUE("d2", "share", "raised", "'80%'"))
          REPORT("E", "05", TELLS_VALUE("d2", "share", "raised", "'80%'"))
              REPORT("F", "06", TELLS_VALUE("d2", "share", "raised", "'up to 100%'"))},
     "draft d2: share 80% say D (ID) and E (ID); the readings say 100%\n"},
    {"a value told as an object",
     {SHARES REPORT("D", "04",
                    TELLS_VALUE("d2", "share", "raised",
                                "{'kind':'percentage','low':'80','high':'80','unit':'%'}"))},
     "draft d2: share 80% says D (ID); the readings say 100%\n"},
    {"a value told that one side of the reading bears out",
     {SHARES REPORT("D", "04", CLAIM("d2", "share", "80%"))
          REPORT("E", "05", TELLS_VALUE("d2", "share", "raised", "'80%'"))
              REPORT("F", "06", TELLS_VALUE("d2", "share", "raised", "'90%'"))},
     "draft d2: share 90% says F (ID); the readings say [80% | 100%]\n"},
    {"a value that is told to be gone is none of the draft",
     {DRAFTS REPORT("A", "01", CLAIM("d1", "share", "50%"))
          REPORT("B", "02", ",'claims':[{'draft':'d2','term':'share','stance':'absent'}]")
              REPORT("D", "04", TELLS_VALUE("d2", "share", "removed", "'50%'"))},
     ""},
    {"a value told of what no claim is on",
     {DRAFTS REPORT("D", "04", TELLS_VALUE("d2", "share", "raised", "'80%'"))},
     ""},
    {"nor do claims that were set aside",
     {SHARES REPORT("D", "04", TELLS("d2", "share", "lowered")),
      JUDGEMENT("J", "'deprecate','report':'$A'")},
     ""},
};

static const check_case JUDGEMENTS[] = {
    {"a report that is not there",
     {DRAFTS, JUDGEMENT("J", "'retract','report':'$0'")},
     "judgement ID: it is on ID, which is no report in this file\n"},
    {"prefer, where the report says nothing",
     {SHARES, JUDGEMENT("J", "'prefer','draft':'d2','term':'share','report':'$A'")},
     "judgement ID has no effect: report ID makes no claim there\n"},
    {"prefer, where it does",
     {SHARES, JUDGEMENT("J", "'prefer','draft':'d1','term':'share','report':'$A'")},
     ""},
    {"prefer, of a report that is retracted",
     {SHARES, JUDGEMENT("J", "'prefer','draft':'d1','term':'share','report':'$A'")
                  JUDGEMENT("K", "'retract','report':'$A'")},
     "judgement ID has no effect: report ID is retracted\n"},
    {"prefer, of a report whose claim is deprecated",
     {SHARES, JUDGEMENT("J", "'prefer','draft':'d1','term':'share','report':'$A'")
                  JUDGEMENT("K", "'deprecate','term':'share','report':'$A'")},
     "judgement ID has no effect: report ID makes no claim there that counts\n"},
    {"prefer, of a report that was updated",
     {SHARES, JUDGEMENT("J", "'prefer','draft':'d1','term':'share','report':'$A'")
                  REPORT("B", "09", ",'updates':'$A'")},
     "judgement ID has no effect: report ID was updated\n"},
    {"a judgement on one head in conflict does not reach another",
     {DRAFTS REPORT("A", "01", ""),
      REPORT("B", "02", ",'supersedes':'$A'") REPORT("C", "02", ",'supersedes':'$A'"),
      JUDGEMENT("J", "'retract','report':'$B'") JUDGEMENT("K", "'retract','report':'$C'")},
     "heads in conflict: report C, 'C': ID is used, not ID; record one that supersedes them\n"
     "judgement ID: it is on ID, in place of which another head in conflict is used\n"},
    {"prefer is of one row exactly",
     {DRAFTS REPORT("A", "01", CLAIM("d1", "share:a", "20%")),
      JUDGEMENT("J", "'prefer','draft':'d1','term':'share','report':'$A'")},
     "judgement ID has no effect: report ID makes no claim there\n"},
    {"deprecate covers variants",
     {DRAFTS REPORT("A", "01", CLAIM("d1", "share:a", "20%")),
      JUDGEMENT("J", "'deprecate','draft':'d1','term':'share','report':'$A'")},
     ""},
    {"deprecate of one variant is not of another",
     {DRAFTS REPORT("A", "01", CLAIM("d1", "share:a", "20%")),
      JUDGEMENT("J", "'deprecate','term':'share:b','report':'$A'")},
     "judgement ID has no effect: report ID makes no claim that it covers\n"},
    {"deprecate in another draft",
     {SHARES, JUDGEMENT("J", "'deprecate','draft':'d2','report':'$A'")},
     "judgement ID has no effect: report ID makes no claim that it covers\n"},
    {"deprecate in the same draft by another key",
     {SHARES, JUDGEMENT("J", "'deprecate','draft':'d2','report':'$A'")
                  JUDGEMENT("K", "'same_draft','keys':['d1','d2']")},
     ""},
    {"deprecate of background",
     {DRAFTS REPORT("A", "01", BACKGROUND("share", "20%")),
      JUDGEMENT("J", "'deprecate','report':'$A'")},
     ""},
    {"attribute, where all claims name a draft",
     {SHARES, JUDGEMENT("J", "'attribute','draft':'d2','term':'share','report':'$A'")},
     "judgement ID has no effect: report ID makes no claim on that term that names no draft\n"},
    {"prefer of what is attributed",
     {DRAFTS REPORT("A", "01", BACKGROUND("share", "20%")),
      JUDGEMENT("J", "'attribute','draft':'d2','term':'share','report':'$A'")
          JUDGEMENT("K", "'prefer','draft':'d2','term':'share','report':'$A'")},
     ""},
    {"what was withdrawn needs no effect",
     {SHARES, JUDGEMENT("J", "'prefer','draft':'d2','term':'share','report':'$A'"),
      JUDGEMENT("K", "'withdraw','judgement':'$J'")},
     ""},
    {"withdraw of what is not there",
     {DRAFTS, JUDGEMENT("J", "'withdraw','judgement':'$0'")},
     "judgement ID withdraws ID, which is no judgement in this file\n"},
    {"a forget cannot be withdrawn",
     {DRAFTS REPORT("A", "01", ""), JUDGEMENT("J", "'forget','id':'$A'"),
      JUDGEMENT("K", "'withdraw','judgement':'$J'")},
     "judgement ID withdraws ID, which is a forget: that has no effect\n"},
    {"a forget cannot be forgotten",
     {DRAFTS REPORT("A", "01", ""), JUDGEMENT("J", "'forget','id':'$A'"),
      JUDGEMENT("K", "'forget','id':'$J'")},
     "judgement ID: it forgets ID, which is a forget: that has no effect\n"},
    {"what is no report or judgement cannot be forgotten",
     {DRAFTS, JUDGEMENT("J", "'forget','id':'$size'")},
     "judgement ID: it forgets ID, which is a term: that has no effect\n"},
    {"what is forgotten is not missed",
     {DRAFTS REPORT("A", "01", ""), JUDGEMENT("J", "'forget','id':'$A'")},
     ""},
    {"a judgement on what is forgotten leads nowhere",
     {DRAFTS REPORT("A", "01", ""), JUDGEMENT("J", "'retract','report':'$A'"),
      JUDGEMENT("K", "'forget','id':'$A'")},
     "judgement ID: it is on ID, which is no report in this file\n"},
};

static const check_case RECORDS[] = {
    {"updates of what is not there",
     {DRAFTS REPORT("A", "01", ",'updates':'$0'")},
     "record ID updates ID, which is no report in this file\n"},
    {"supersedes what is not there",
     {DRAFTS REPORT("A", "01", ",'supersedes':'$0'")},
     "record ID supersedes ID, which is not in this file\n"},
    {"heads in conflict",
     {DRAFTS DRAFT("d2", ",'dated':'2025-02-11'")},
     "heads in conflict: draft d2: ID is used, not ID; record one that supersedes them\n"},
    {"heads in conflict, of a report",
     {DRAFTS REPORT("A", "01", ""),
      REPORT("A", "02", ",'supersedes':'$A'") REPORT("A", "03", ",'supersedes':'$A'")},
     "heads in conflict: report A, 'A': ID is used, not ID; record one that supersedes them\n"},
    {"updates of one head in conflict do not reach another",
     {DRAFTS REPORT("A", "01", ""),
      REPORT("B", "02", ",'supersedes':'$A'") REPORT("C", "02", ",'supersedes':'$A'"),
      REPORT("D", "03", ",'updates':'$B'") REPORT("E", "03", ",'updates':'$C'")},
     "heads in conflict: report C, 'C': ID is used, not ID; record one that supersedes them\n"
     "record ID updates ID, in place of which another head in conflict is used\n"},
    {"a circle that a merge makes",
     {DRAFTS DRAFT("e1", ",'dated':'2025-03-01','follows':['e2']")
          DRAFT("e2", ",'dated':'2025-03-02','follows':['e1']")},
     "drafts follow one another in a circle: it was cut at 'e2'\n"},
    {"read as wording",
     {DRAFTS REPORT("A", "01", CLAIM("d1", "size", "USD 5")),
      "{'record':'term','negotiation':'n','key':'size','title':'F','kind':'flag',"
      "'supersedes':'$size'}\n"},
     "report ID: claim 1 on 'size' is read as wording: its value is of an earlier record of the "
     "term\n"},
    {"nothing to remark on", {SHARES}, ""},
};

#endif
