/*
 * Scenes for the tests of views: records, and what is asked of them. ' stands for ", and @X@ for
 * the id of the report with title X or of the judgement with reason X.
 */
#ifndef TVX_TESTS_VIEW_CASES_H
#define TVX_TESTS_VIEW_CASES_H

#include <stddef.h>

/* --- records --- */

#define DRAFT(key, rest) "{'record':'draft','negotiation':'n','key':'" key "'" rest "}"

#define REPORT(title, outlet, day, rest)                                                           \
    "{'record':'report','negotiation':'n','title':'" title "','outlet':'" outlet                   \
    "','published':'2025-" day "'" rest "}"
#define CLAIMS(claims)            ",'claims':[" claims "]"
#define CLAIM(draft, term, value) "{'draft':'" draft "','term':'" term "','value':'" value "'}"
#define AND(one, other)           one "," other
#define POSITIONS(positions)      ",'positions':[" positions "]"
#define EVENTS(events)            ",'events':[" events "]"
#define MENTIONS(mentions)        ",'mentions':[" mentions "]"
#define CHANGES(changes)          ",'changes':[" changes "]"
#define BACKGROUND(term, value)   "{'term':'" term "','value':'" value "'}"

#define JUDGE(reason, act, day, rest)                                                              \
    "{'record':'judgement','negotiation':'n','act':'" act "','reason':'" reason                    \
    "','dated':'2025-" day "'" rest "}"

/* What every scene begins with: d1, d2 and d3 follow one another by date. */
#define BASE                                                                                       \
    "{'record':'negotiation','key':'n','title':'N','parties':[{'key':'US','name':'US'},"           \
    "{'key':'UA','name':'UA'}],'terms':[{'key':'aid','title':'Aid','kind':'money'},"               \
    "{'key':'roy','title':'Royalty','kind':'percentage','variants':['gas','oil']},"                \
    "{'key':'share','title':'Share','kind':'percentage','favours':'US'}],"                         \
    "'outlets':[{'name':'The New York Times','aliases':['NYT']}]}",                                \
        DRAFT("d1", ",'dated':'2025-02-01'"), DRAFT("d2", ",'dated':'2025-02-10'"),                \
        DRAFT("d3", ",'dated':'2025-02-20'")

/* A garbled story: CNN has 50%, BBC 100%. */
#define TWO_SHARES                                                                                 \
    REPORT("A", "CNN", "02-02", CLAIMS(CLAIM("d1", "share", "50%"))),                              \
        REPORT("B", "BBC", "02-03", CLAIMS(CLAIM("d1", "share", "100%")))

/* --- questions --- */

typedef enum ask {
    ASK_NOTHING,
    ASK_SHOW, /* of a draft */
    ASK_DRAFTS,
    ASK_CHANGES,
    ASK_BRACKETS,
    ASK_SOURCES, /* of a draft */
    ASK_REPORTS,
    ASK_TOLD /* positions, events, background */
} ask;

/*
 * show      "ROW TEXT (OUTLET OUTLET / OUTLET)" by alternative; "not ROW VALUE (OUTLET) WHY"
 * OUTLET    followed by =KEY where the draft was named otherwise, +REASON where it was attributed
 * drafts    "KEY DATE TITLE BY <FOLLOWS ^AMENDS ?MAYBE =ALSO REASON"; ~ before what is implied
 * changes   "DRAFT ROW CHANGE FROM"
 * brackets  "DRAFT OPEN +OPENED-CLOSED ROW shared SHARED: INDEPENDENT / INDEPENDENT"
 * sources   "ROW TEXT: TITLE (OUTLET) VALUE [ORIGINS], … / …"; "not ROW: …"; "OUTLET calls DRAFT
 *           NAME"; "OUTLET says ROW CHANGE FROM"
 * reports   "TITLE (OUTLET) WHY"
 * told      "PARTY STANCE TERM VALUE DRAFT (OUTLET)"; "DATE KIND DRAFTS (OUTLETS)"; "ROW VALUE
 *           (OUTLET)" of background
 */
typedef struct question {
    const char *rule;
    ask ask;
    const char *of;
    const char *known_by, *without; /* without: @X@ is an id */
    const char *expected;           /* "!MESSAGE (HINT)" of an error */
} question;

enum { MAX_RECORDS = 14, MAX_QUESTIONS = 12 };

typedef struct scene {
    const char *records[MAX_RECORDS];
    question questions[MAX_QUESTIONS];
} scene;

static const scene JUDGED[] = {
    {{BASE, TWO_SHARES},
     {
         {"no judgement: a bracket", ASK_SHOW, "d1", NULL, NULL, "share [100% | 50%] (BBC / CNN)"},
         {"a report published later is not known", ASK_SHOW, "d1", "2025-02-02", NULL,
          "share 50% (CNN)"},
         {"a date asked about is taken as written", ASK_SHOW, "d1", "2025-02-02~", NULL,
          "share 50% (CNN)"},
     }},
    {{BASE, TWO_SHARES, JUDGE("gone", "retract", "03-01", ",'report':'@A@'")},
     {
         {"retract: its claims no longer count, and are shown with why", ASK_SHOW, "d1", NULL, NULL,
          "share 100% (BBC); not share 50% (CNN) retract gone"},
         {"retract counts from its date on", ASK_SHOW, "d1", "2025-02-28", NULL,
          "share [100% | 50%] (BBC / CNN)"},
         {"retract counts on its date", ASK_SHOW, "d1", "2025-03-01", NULL,
          "share 100% (BBC); not share 50% (CNN) retract gone"},
         {"retract: the report is listed", ASK_REPORTS, NULL, NULL, NULL,
          "A (CNN) retract gone; B (BBC)"},
         {"retract: nothing changes by it", ASK_CHANGES, NULL, NULL, NULL,
          "d1 share first_reported"},
         {"retract: sources show it", ASK_SOURCES, "d1", NULL, NULL,
          "share 100%: B (BBC) 100% [BBC]; not share: A (CNN) 50% [CNN] retract gone"},
     }},
    {{BASE, TWO_SHARES, JUDGE("gone", "retract", "03-01~", ",'report':'@A@'")},
     {
         {"a judgement dated about a day is known with its month", ASK_SHOW, "d1", "2025-03-30",
          NULL, "share [100% | 50%] (BBC / CNN)"},
         {"a judgement dated about a day is known at its month's end", ASK_SHOW, "d1", "2025-03-31",
          NULL, "share 100% (BBC); not share 50% (CNN) retract gone"},
     }},
    {{BASE, TWO_SHARES, JUDGE("gone", "retract", "03-01", ",'report':'@A@'"),
      JUDGE("sorry", "withdraw", "03-05", ",'judgement':'@gone@'")},
     {
         {"withdraw: before it the act counts", ASK_SHOW, "d1", "2025-03-04", NULL,
          "share 100% (BBC); not share 50% (CNN) retract gone"},
         {"withdraw: from its date on the act counts no more", ASK_SHOW, "d1", "2025-03-05", NULL,
          "share [100% | 50%] (BBC / CNN)"},
         {"withdraw: without a date every judgement counts", ASK_SHOW, "d1", NULL, NULL,
          "share [100% | 50%] (BBC / CNN)"},
     }},
    {{BASE, TWO_SHARES,
      REPORT("A2", "CNN", "02-02", ",'supersedes':'@A@'" CLAIMS(CLAIM("d1", "share", "45%"))),
      JUDGE("gone", "retract", "03-01", ",'report':'@A@'")},
     {
         {"a judgement on a record holds for those that supersede it", ASK_SHOW, "d1", NULL, NULL,
          "share 100% (BBC); not share 45% (CNN) retract gone"},
         {"supersedes holds at every date", ASK_SHOW, "d1", "2025-02-10", NULL,
          "share [100% | 45%] (BBC / CNN)"},
     }},
    {{BASE,
      REPORT("A", "CNN", "02-02",
             CLAIMS(AND(AND(CLAIM("d1", "roy", "5%"), CLAIM("d1", "roy:oil", "6%")),
                        AND(CLAIM("d2", "roy", "7%"), BACKGROUND("roy:gas", "8%"))))),
      JUDGE("wrong", "deprecate", "03-01", ",'report':'@A@','draft':'d1','term':'roy'")},
     {
         {"deprecate: those claims no longer count; a term covers its variants", ASK_SHOW, "d1",
          NULL, NULL, "not roy 5% (CNN) deprecate wrong; not roy:oil 6% (CNN) deprecate wrong"},
         {"deprecate: of one draft", ASK_SHOW, "d2", NULL, NULL, "roy 7% (CNN)"},
         {"deprecate of a draft leaves background alone", ASK_TOLD, NULL, NULL, NULL,
          "roy:gas 8% (CNN)"},
         {"what all was set aside of has no reading", ASK_CHANGES, NULL, NULL, NULL,
          "d2 roy first_reported"},
         {"sources of a row that all was set aside of", ASK_SOURCES, "d1", NULL, NULL,
          "roy -; not roy: A (CNN) 5% [CNN] deprecate wrong; "
          "roy:oil -; not roy:oil: A (CNN) 6% [CNN] deprecate wrong"},
     }},
    {{BASE,
      REPORT("A", "CNN", "02-02",
             CLAIMS(AND(CLAIM("d1", "share", "5%"), BACKGROUND("share", "8%")))
                 POSITIONS("{'party':'US','stance':'seeks','term':'share','value':'9%'}")),
      JUDGE("wrong", "deprecate", "03-01", ",'report':'@A@'")},
     {
         {"deprecate is of claims alone, background ones too", ASK_TOLD, NULL, NULL, NULL,
          "US seeks share 9% (CNN)"},
         {"deprecate of a whole report", ASK_SHOW, "d1", NULL, NULL,
          "not share 5% (CNN) deprecate wrong"},
     }},
    {{BASE,
      REPORT("A", "CNN", "02-02",
             CLAIMS(CLAIM("d1", "share", "5%"))
                 POSITIONS("{'party':'US','stance':'seeks','draft':'d2'}") EVENTS(
                     "{'dated':'2025-02-02','kind':'met'}") MENTIONS("{'draft':'d1','as':'first'}")
                     CHANGES("{'draft':'d1','term':'share','change':'raised'}")),
      REPORT("B", "BBC", "02-03", EVENTS("{'dated':'2025-02-02','kind':'met'}")),
      JUDGE("gone", "retract", "03-01", ",'report':'@A@'")},
     {
         {"retract: positions and events no longer count", ASK_TOLD, NULL, NULL, NULL,
          "2025-02-02 met (BBC)"},
         {"before the retract they do", ASK_TOLD, NULL, "2025-02-28", NULL,
          "US seeks d2 (CNN); 2025-02-02 met (CNN BBC)"},
         {"retract: mentions and reported changes no longer count", ASK_SOURCES, "d1", NULL, NULL,
          "share -; not share: A (CNN) 5% [CNN] retract gone"},
         {"before the retract sources have them", ASK_SOURCES, "d1", "2025-02-28", NULL,
          "share 5%: A (CNN) 5% [CNN]; CNN calls d1 first; CNN says share raised"},
         {"a retracted report still names its drafts", ASK_DRAFTS, NULL, "2025-03-05", NULL,
          "d1 2025-02-01; d2 2025-02-10 <~d1"},
     }},
    {{BASE, TWO_SHARES,
      JUDGE("we asked", "prefer", "03-01", ",'draft':'d1','term':'share','report':'@A@'")},
     {
         {"prefer: the report's alternative leads; the bracket stays", ASK_SHOW, "d1", NULL, NULL,
          "share [50% | 100%] (CNN / BBC) prefer we asked"},
         {"prefer counts from its date on", ASK_SHOW, "d1", "2025-02-28", NULL,
          "share [100% | 50%] (BBC / CNN)"},
         {"prefer leaves the bracket open", ASK_BRACKETS, NULL, NULL, NULL,
          "d1 1 +1-0 share: CNN / BBC; d2 1 +0-0; d3 1 +0-0"},
         {"prefer says nothing where its report makes no claim", ASK_SHOW, "d1", NULL, "@A@",
          "share 100% (BBC)"},
     }},
    {{BASE, REPORT("A", "CNN", "02-02", CLAIMS(CLAIM("d1", "roy:oil", "5%"))),
      REPORT("B", "BBC", "02-03", CLAIMS(CLAIM("d1", "roy:oil", "6%"))),
      JUDGE("we asked", "prefer", "03-01", ",'draft':'d1','term':'roy','report':'@A@'")},
     {
         {"prefer is of one row exactly", ASK_SHOW, "d1", NULL, NULL,
          "roy:oil [6% | 5%] (BBC / CNN)"},
     }},
    {{BASE,
      REPORT("A", "CNN", "02-02",
             CLAIMS(AND(BACKGROUND("share", "40%"),
                        AND(BACKGROUND("roy:oil", "6%"), BACKGROUND("aid", "USD 5"))))),
      JUDGE("it is", "attribute", "03-01", ",'report':'@A@','term':'share','draft':'d2'"),
      JUDGE("this too", "attribute", "03-02", ",'report':'@A@','term':'roy','draft':'d2'")},
     {
         {"attribute: that background claim is about this draft", ASK_SHOW, "d2", NULL, NULL,
          "roy:oil 6% (CNN+this too); share 40% (CNN+it is)"},
         {"attribute: it is background no more", ASK_TOLD, NULL, NULL, NULL, "aid USD 5 (CNN)"},
         {"attribute counts from its date on", ASK_SHOW, "d2", "2025-03-01", NULL,
          "share 40% (CNN+it is)"},
         {"before it the claim is background", ASK_TOLD, NULL, "2025-02-28", NULL,
          "aid USD 5 (CNN); roy:oil 6% (CNN); share 40% (CNN)"},
         {"a judgement known by a date makes the drafts it names known", ASK_DRAFTS, NULL,
          "2025-03-01", NULL, "d2 2025-02-10"},
         {"a judgement not known makes no draft known", ASK_DRAFTS, NULL, "2025-02-28", NULL, ""},
         {"attribute: changes have it", ASK_CHANGES, NULL, NULL, NULL,
          "d2 roy:oil first_reported; d2 share first_reported"},
     }},
    {{BASE,
      REPORT("A", "CNN", "02-02",
             CLAIMS(AND(CLAIM("d1", "share", "41%"), BACKGROUND("share", "40%")))),
      JUDGE("it is", "attribute", "03-01", ",'report':'@A@','term':'share','draft':'d2'"),
      JUDGE("no", "attribute", "03-02", ",'report':'@A@','term':'share','draft':'d3'"),
      JUDGE("bad", "deprecate", "03-03", ",'report':'@A@','draft':'d3'")},
     {
         {"where two collide the later one holds", ASK_SHOW, "d2", NULL, NULL, ""},
         {"the earlier one held until then", ASK_SHOW, "d2", "2025-03-01", NULL,
          "share 40% (CNN+it is)"},
         {"a deprecate of a draft reaches what is attributed to it", ASK_SHOW, "d3", NULL, NULL,
          "not share 40% (CNN+no) deprecate bad"},
         {"attributed before it is deprecated", ASK_SHOW, "d3", "2025-03-02", NULL,
          "share 40% (CNN+no)"},
         {"what is attributed and set aside is no background", ASK_TOLD, NULL, NULL, NULL, ""},
     }},
};

static const scene UPDATED[] = {
    {{BASE,
      REPORT("A", "CNN", "02-02",
             CLAIMS(AND(CLAIM("d1", "share", "50%"), BACKGROUND("aid", "USD 5")))
                 POSITIONS("{'party':'US','stance':'seeks','draft':'d2'}")),
      REPORT("B", "CNN", "02-05", ",'updates':'@A@'" CLAIMS(CLAIM("d1", "share", "60%"))),
      REPORT("C", "BBC", "02-03", CLAIMS(CLAIM("d1", "share", "50%")))},
     {
         {"updates: the one it updates no longer counts", ASK_SHOW, "d1", NULL, NULL,
          "share [60% | 50%] (CNN / BBC); not share 50% (CNN) updated B"},
         {"updates counts from its publication on", ASK_SHOW, "d1", "2025-02-04", NULL,
          "share 50% (BBC CNN)"},
         {"updates: what it told otherwise no longer counts", ASK_TOLD, NULL, NULL, NULL, ""},
         {"an updated report still names its drafts", ASK_DRAFTS, NULL, "2025-02-05", NULL,
          "d1 2025-02-01; d2 2025-02-10 <~d1"},
         {"an updated report is listed", ASK_REPORTS, NULL, NULL, NULL,
          "A (CNN) updated B; C (BBC); B (CNN)"},
         {"without the report that updates: the other counts again", ASK_SHOW, "d1", NULL, "@B@",
          "share 50% (BBC CNN)"},
     }},
};

static const scene SAME[] = {
    {{BASE, DRAFT("x", ""),
      REPORT("A", "CNN", "02-12", CLAIMS("{'draft':['x','d2'],'term':'share','value':'50%'}")),
      JUDGE("one", "same_draft", "03-01", ",'keys':['d2','x']")},
     {
         {"same_draft: a claim that names several of its keys counts once", ASK_SOURCES, "x", NULL,
          NULL, "share 50%: A (CNN) 50% [CNN]"},
     }},
    {{BASE, DRAFT("x", ",'title':'Ex','by':'UA','follows':['d1']"),
      DRAFT("y", ",'dated':'2025-02-25','follows':['x'],'maybe_same_as':['x','d2']"),
      DRAFT("z", ",'dated':'2025-02-26','amends':'x'"),
      REPORT("A", "CNN", "02-12",
             CLAIMS(AND(CLAIM("d2", "share", "50%"), CLAIM("d1", "share", "60%")))
                 POSITIONS("{'party':'US','stance':'seeks','draft':'x'}")
                     EVENTS("{'dated':'2025-02-11','kind':'presented','draft':['x','d2']}")
                         MENTIONS("{'draft':'d2','as':'second'}")
                             CHANGES("{'draft':'y','from':'x','term':'share','change':'raised'}")),
      REPORT("B", "BBC", "02-11",
             CLAIMS(AND(CLAIM("x", "share", "50%"), CLAIM("x", "aid", "USD 5")))
                 EVENTS("{'dated':'2025-02-11','kind':'presented','draft':'d2'}")
                     MENTIONS("{'draft':'x','as':'ex'}")
                         CHANGES("{'draft':'x','from':'d1','term':'share','change':'lowered'}")),
      JUDGE("one", "same_draft", "03-01", ",'keys':['d2','x']")},
     {
         {"same_draft: one draft, filled, under the first key of the act", ASK_DRAFTS, NULL, NULL,
          NULL,
          "d1 2025-02-01; d2 2025-02-10 Ex UA <d1 =x one; d3 2025-02-20 <~d2; "
          "y 2025-02-25 <d2 ?d2; z 2025-02-26 <~d2 ^d2"},
         {"same_draft: claims of all its names count", ASK_SHOW, "d2", NULL, NULL,
          "aid USD 5 (BBC=x); share 50% (CNN BBC=x)"},
         {"same_draft: every key leads to it", ASK_SHOW, "x", NULL, NULL,
          "aid USD 5 (BBC=x); share 50% (CNN BBC=x)"},
         {"same_draft: what amends the other amends it", ASK_SHOW, "z", NULL, NULL,
          "aid USD 5 (BBC=x) inherited; share 50% (CNN BBC=x) inherited"},
         {"same_draft: changes compare it once", ASK_CHANGES, NULL, NULL, NULL,
          "d1 share first_reported; d2 aid first_reported; d2 share lowered d1"},
         {"same_draft: positions and events name it as it is shown", ASK_TOLD, NULL, NULL, NULL,
          "US seeks d2 (CNN); 2025-02-11 presented d2 (BBC CNN)"},
         {"same_draft: sources of all its names", ASK_SOURCES, "x", NULL, NULL,
          "aid USD 5: B (BBC=x) USD 5 [BBC]; share 50%: A (CNN) 50% [CNN], B (BBC=x) 50% [BBC]; "
          "BBC calls x ex; CNN calls d2 second; BBC says share lowered d1"},
         {"same_draft counts from its date on", ASK_SHOW, "x", "2025-02-28", NULL,
          "aid USD 5 (BBC); share 50% (BBC)"},
         {"same_draft: before it they are two", ASK_DRAFTS, NULL, "2025-02-28", NULL,
          "d1 2025-02-01; d2 2025-02-10 <~d1; x - Ex UA <d1; y 2025-02-25 <x ?x,d2"},
         {"same_draft makes its drafts known", ASK_DRAFTS, NULL, "2025-03-01", NULL,
          "d1 2025-02-01; d2 2025-02-10 Ex UA <d1 =x one; y 2025-02-25 <d2 ?d2"},
         {"same_draft: what changed from the other changed from it", ASK_SOURCES, "y", NULL, NULL,
          "CNN says share raised d2"},
     }},
    {{BASE, DRAFT("x", ",'follows':['d1','d2']"), DRAFT("y", ",'follows':['d2']"),
      JUDGE("one", "same_draft", "03-01", ",'keys':['d1','d2']"),
      JUDGE("two", "same_draft", "03-02", ",'keys':['d3','d2']"),
      REPORT("A", "CNN", "02-12", CLAIMS(BACKGROUND("share", "40%"))),
      JUDGE("it is", "attribute", "03-03", ",'report':'@A@','term':'share','draft':'d1'")},
     {
         {"same_draft is transitive; the latest act names the shown key", ASK_DRAFTS, NULL, NULL,
          NULL, "d3 2025-02-20 =d1,d2 two; x - <d3; y - <d3"},
         {"same_draft: what is attributed to one of its names", ASK_SHOW, "d2", NULL, NULL,
          "share 40% (CNN+it is)"},
     }},
};

#define CITING(outlet) ",'basis':'secondary','cites':[" outlet "]"

static const scene LEFT_OUT[] = {
    {{BASE, TWO_SHARES,
      REPORT("C", "ABC", "02-04",
             CITING("{'outlet':'CNN'}")
                 CLAIMS(AND(CLAIM("d1", "share", "50%"), BACKGROUND("aid", "USD 7")))),
      REPORT("D", "NBC", "02-05",
             CITING("{'outlet':'cnn'},{'outlet':'nyt'}") CLAIMS(CLAIM("d1", "share", "50%"))),
      REPORT("E", "CBS", "02-06", ",'basis':'secondary'" CLAIMS(CLAIM("d1", "share", "50%"))),
      REPORT("F", "NYT", "02-07",
             CLAIMS(CLAIM("d1", "aid", "USD 5")) POSITIONS("{'party':'US','stance':'seeks'}")),
      JUDGE("gone", "deprecate", "03-01", ",'report':'@A@'")},
     {
         {"without an outlet: claims that may have another origin stay", ASK_SHOW, "d1", NULL,
          "CNN", "aid USD 5 (The New York Times); share [50% | 100%] (CBS NBC / BBC)"},
         {"without an outlet, in any case", ASK_SHOW, "d1", NULL, "cnN",
          "aid USD 5 (The New York Times); share [50% | 100%] (CBS NBC / BBC)"},
         {"without an outlet, by its alias", ASK_SHOW, "d1", NULL, "nyt",
          "share [50% | 100%] (CBS NBC ABC / BBC); not share 50% (CNN) deprecate gone"},
         {"without an outlet leaves its positions", ASK_TOLD, NULL, NULL, "nyt",
          "US seeks (The New York Times); aid USD 7 (ABC)"},
         {"without an outlet: background too", ASK_TOLD, NULL, NULL, "CNN",
          "US seeks (The New York Times)"},
         {"without a report", ASK_SHOW, "d1", NULL, "@F@",
          "share [50% | 100%] (CBS NBC ABC / BBC); not share 50% (CNN) deprecate gone"},
         {"without a report: all that it tells", ASK_TOLD, NULL, NULL, "@F@", "aid USD 7 (ABC)"},
         {"without an outlet: brackets", ASK_BRACKETS, NULL, NULL, "BBC",
          "d1 0 +0-0; d2 0 +0-0; d3 0 +0-0"},
         {"without what is not there", ASK_SHOW, "d1", NULL, "CMN",
          "!no report or outlet 'CMN' (did you mean 'CNN'?)"},
         {"without an outlet that is not known yet", ASK_SHOW, "d1", "2025-02-02", "BBC",
          "!no report or outlet 'BBC' (travaux outlets and travaux reports list them)"},
         {"without a report that is not known yet", ASK_SHOW, "d1", "2025-02-06", "@F@",
          "!no report or outlet '@F@' (travaux outlets and travaux reports list them)"},
     }},
};

static const scene BRACKETS[] = {
    {{BASE, DRAFT("d4", ",'dated':'2025-02-25','amends':'d1'"), TWO_SHARES,
      REPORT("C", "ABC", "02-04",
             CITING("{'outlet':'CNN'}")
                 CLAIMS(AND(CLAIM("d1", "share", "100%"), CLAIM("d2", "share", "70%")))),
      REPORT("D", "NBC", "02-12",
             CLAIMS(AND(CLAIM("d2", "aid", "USD 5"), CLAIM("d3", "aid", "USD 5")))),
      REPORT("E", "CBS", "02-13", CLAIMS(CLAIM("d2", "aid", "USD 9")))},
     {
         {"brackets: how many are open after each draft; what they share, who has another",
          ASK_BRACKETS, NULL, NULL, NULL,
          "d1 1 +1-0 share shared CNN: BBC / ; d2 1 +1-1 aid: CBS / NBC; d3 0 +0-1; d4 0 +0-0"},
         {"brackets known by a date", ASK_BRACKETS, NULL, "2025-02-12", NULL,
          "d1 1 +1-0 share shared CNN: BBC / ; d2 0 +0-1; d3 0 +0-0"},
     }},
};

#endif
