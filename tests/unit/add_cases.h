/*
 * The cases of unit/add.c, each named after the rule of section 2 that it stands for. What is
 * given comes in one call, as inputs named "a", "b", "c", and is tried in every order of these,
 * which must make no difference: neither to what is recorded nor to what is said of it, but where
 * several are to blame alike ("?": the name of any of them). ' stands for ".
 *
 * The file holds what FILE_HOLDS says; ids are those of these records.
 */
#ifndef TESTS_UNIT_ADD_CASES_H
#define TESTS_UNIT_ADD_CASES_H

enum { MAX_GIVEN = 3 };

typedef struct add_case {
    const char *rule;
    const char *given[MAX_GIVEN + 1];
    const char *refused;  /* "a:1: /claims/0/term: what is said, or how it begins"; or NULL */
    const char *recorded; /* "KIND KEY LABEL" of each new record, in byte order */
    const char *warned;   /* a part of the one warning; NULL: none; ANY: not looked at */
} add_case;

#define ANY "*"

static const char FILE_HOLDS[] =
    "{'record':'negotiation','key':'n','title':'Talks',"
    "'parties':[{'key':'US','name':'United States'},{'key':'UA','name':'Ukraine'}],"
    "'terms':[{'key':'share','title':'Share','kind':'percentage'}]}\n"
    "{'record':'draft','negotiation':'n','key':'first','dated':'2025-02-12'}\n"
    "{'record':'report','negotiation':'n','outlet':'Post','title':'Talks',"
    "'published':'2025-02-13','url':'https://example.org/a',"
    "'claims':[{'draft':'first','term':'share','value':'50%'}]}\n";

#define FIRST_ID "e37e31f0c6245d1ff22ef2d4e17e03a854395d504c7e9a4f36c95fd60388b9b5"
#define POST_ID  "64fe1f69032b92a18ee2a873d802a2473946795d784af2c9779b233bf260fa30"
/* DRAFT("d", ""), and FIRST_AGAIN below */
#define D_ID     "df3e862a1aaea3b339c7bd94be8c06c9ff29a1bcf600a8121bb0898dee0905bc"
#define AGAIN_ID "9f4b121c5d1c612e1398dcc32f149a8715207a3a63a7b9e33145adb9a7114b70"

/* Records with the members given, each of these after a comma. */
#define DRAFT(key, more) "{'record':'draft','negotiation':'n','key':'" key "'" more "}"
#define REPORT(outlet, more)                                                                       \
    "{'record':'report','negotiation':'n','outlet':'" outlet                                       \
    "','title':'T','published':'2025-02-24'" more "}"
#define CARRIES(outlet, drafts) REPORT(outlet, ",'drafts':[" drafts "]")
#define TITLED                  ",'title':'Revised'"
#define DAY                     ",'dated':'2025-02-24'"
#define FIRST_AGAIN             DRAFT("first", ",'dated':'2025-02-13','supersedes':'" FIRST_ID "'")

#define DISAGREES "draft 'd' is recorded or given elsewhere, and says less or otherwise there"

/* clang-format off */
static const add_case INLINE[] = {
    {"an inline record is a record of its own", {CARRIES("Ay", "{'key':'d'" DAY "}")},
     NULL, "draft d; report Ay", NULL},
    {"inline records that agree are one",
     {CARRIES("Ay", "{'key':'d'" DAY "}"), CARRIES("Bee", "{'key':'d'" DAY "}")},
     NULL, "draft d; report Ay; report Bee", NULL},
    {"inline records that agree: the fullest of them is the record",
     {CARRIES("Ay", "{'key':'d'" DAY "}"), CARRIES("Bee", "{'key':'d'" DAY TITLED "}"),
      CARRIES("Cee", "{'key':'d'}")},
     NULL, "draft d Revised; report Ay; report Bee; report Cee", NULL},
    {"inline records that agree: with a third that says what either says",
     {CARRIES("Ay", "{'key':'d'" DAY "}"), CARRIES("Bee", "{'key':'d'" TITLED "}"),
      CARRIES("Cee", "{'key':'d'" DAY TITLED "}")},
     NULL, "draft d Revised; report Ay; report Bee; report Cee", NULL},
    {"inline records that disagree",
     {CARRIES("Ay", "{'key':'d'" DAY "}"), CARRIES("Bee", "{'key':'d','dated':'2025-02-25'}")},
     "?:1: /drafts/0: " DISAGREES, NULL, NULL},
    {"inline records that each say what the other does not",
     {CARRIES("Ay", "{'key':'d'" DAY "}"), CARRIES("Bee", "{'key':'d'" TITLED "}")},
     "?:1: /drafts/0: " DISAGREES, NULL, NULL},
    {"inline records that disagree within one record",
     {CARRIES("Ay", "{'key':'d'" DAY "},{'key':'d'" TITLED "}")},
     "a:1: /drafts/1: " DISAGREES, NULL, NULL},
    {"a record that stands by itself says the same",
     {CARRIES("Ay", "{'key':'d'" DAY "}"), DRAFT("d", DAY)},
     NULL, "draft d; report Ay", NULL},
    {"a record that stands by itself says more",
     {CARRIES("Ay", "{'key':'d'" DAY "}"), DRAFT("d", DAY TITLED)},
     NULL, "draft d Revised; report Ay", NULL},
    {"a record that stands by itself says the same of a list of one",
     {CARRIES("Ay", "{'key':'d','by':'US'}"), DRAFT("d", ",'by':['US']")},
     NULL, "draft d; report Ay", NULL},
    {"a record that stands by itself says less: the inline one is to blame",
     {CARRIES("Ay", "{'key':'d'" DAY TITLED "}"), DRAFT("d", DAY)},
     "a:1: /drafts/0: " DISAGREES, NULL, NULL},
    {"a record that stands by itself says otherwise: the inline one is to blame",
     {CARRIES("Ay", "{'key':'e'},{'key':'d'" DAY "}"), DRAFT("d", ",'dated':'2025-02-25'")},
     "a:1: /drafts/1: " DISAGREES, NULL, NULL},
    {"a record that stands by itself says less: the inline one is on its line",
     {REPORT("Ay", "") "\n\n" CARRIES("Bee", "{'key':'d'" DAY "}"), DRAFT("d", ""),
      CARRIES("Cee", "{'key':'d'}")},
     "a:3: /drafts/0: " DISAGREES, NULL, NULL},
    {"a record that stands by itself says less: the fullest inline one is to blame",
     {CARRIES("Ay", "{'key':'d'}"), DRAFT("d", ""), CARRIES("Cee", "{'key':'d'" DAY "}")},
     "c:1: /drafts/0: " DISAGREES, NULL, NULL},
    {"a recorded one says it all: no record", {CARRIES("Ay", "{'key':'first'}")},
     NULL, "report Ay", NULL},
    {"a recorded one says less", {CARRIES("Ay", "{'key':'first','dated':'2025-02-12'" TITLED "}")},
     "a:1: /drafts/0: draft 'first' is recorded or given elsewhere", NULL, NULL},
    {"one that supersedes something is always a record",
     {CARRIES("Ay", "{'key':'first','dated':'2025-02-13','supersedes':'e37e31f0'}")},
     NULL, "draft first; report Ay", NULL},
    {"one that supersedes something is always a record, beside others too",
     {CARRIES("Ay", "{'key':'first'" DAY ",'supersedes':'e37e31f0'}"),
      DRAFT("first", ",'dated':'2025-02-14'")},
     NULL, "draft first; draft first; report Ay",
     "draft 'first' is recorded already and says otherwise"},
    {"within a negotiation",
     {"{'record':'negotiation','key':'m','title':'M','parties':[{'key':'X','name':'Ex'}]}",
      "{'record':'party','negotiation':'m','key':'X','name':'Wy'}"},
     "a:1: /parties/0: party 'X' is recorded or given elsewhere", NULL, NULL},
};

static const add_case SUPERSEDING[] = {
    {"by a prefix", {DRAFT("first", TITLED ",'supersedes':'e37e'")},
     NULL, "draft first Revised", NULL},
    {"by a prefix of one that comes with it, whichever is first",
     {FIRST_AGAIN, DRAFT("first", TITLED ",'supersedes':'9f4b121c'")},
     NULL, "draft first; draft first Revised", NULL},
    {"by a prefix: several, one of them forward",
     {FIRST_AGAIN, DRAFT("first", TITLED ",'supersedes':['9f4b121c','e37e31f0']")},
     NULL, "draft first; draft first Revised", NULL},
    {"by a prefix of a record of another kind",
     {DRAFT("first", TITLED ",'supersedes':'64fe1f69'")},
     "a:1: /supersedes: no draft's id begins with '64fe1f69'", NULL, NULL},
    {"by a prefix of none", {DRAFT("first", TITLED ",'supersedes':['e37e31f0','00000000']")},
     "a:1: /supersedes/1: no draft's id begins with '00000000'", NULL, NULL},
    {"by a prefix of several, wherever they stand",
     {DRAFT("d", ",'title':'188'"), DRAFT("d", ",'title':'189'"),
      DRAFT("d", ",'note':'x','supersedes':'648e'")},
     "c:1: /supersedes: several ids begin with '648e'", NULL, NULL},
    {"by a longer prefix of one of these",
     {DRAFT("d", ",'title':'188'"), DRAFT("d", ",'title':'189'"),
      DRAFT("d", ",'note':'x','supersedes':'648e88d8'")},
     NULL, "draft d; draft d 188; draft d 189", ANY},
    {"by a whole id that is nowhere",
     {DRAFT("d", ",'supersedes':'" AGAIN_ID "'")}, NULL, "draft d", NULL},
    {"an `updates` goes by prefixes too, of reports",
     {REPORT("Post", ",'updates':'64fe1f69'")}, NULL, "report Post", NULL},
    {"a judgement's target too", {"{'record':'judgement','negotiation':'n','act':'retract',"
                                  "'dated':'2025-03-01','reason':'r','report':'64fe1f69'}"},
     NULL, "judgement retract", NULL},
    {"a key never changes", {DRAFT("e", ",'supersedes':'e37e31f0'")},
     "a:1: /supersedes: the key 'e' is not that of the record superseded, 'first'", NULL, NULL},
    {"a key never changes: of one that comes with it",
     {DRAFT("d", ""), DRAFT("e", ",'supersedes':'" D_ID "'")},
     "b:1: /supersedes: the key 'e' is not that of the record superseded, 'd'", NULL, NULL},
    {"a key never changes: of one that comes with it, by a prefix",
     {DRAFT("d", ""), DRAFT("e", ",'supersedes':['df3e862a']")},
     "b:1: /supersedes: the key 'e' is not that of the record superseded, 'd'", NULL, NULL},
    {"a key never changes: inline",
     {DRAFT("d", ""), CARRIES("Ay", "{'key':'e','supersedes':'" D_ID "'}")},
     "b:1: /drafts/0/supersedes: the key 'e' is not that of the record superseded, 'd'", NULL,
     NULL},
    {"a kind never changes", {DRAFT("d", ",'supersedes':'" POST_ID "'")},
     "a:1: /supersedes: report 64fe1f69032b cannot be superseded by a draft", NULL, NULL},
};

static const add_case TOGETHER[] = {
    {"names declared elsewhere in the call",
     {REPORT("Ay", ",'claims':[{'draft':'d','term':'size','value':'58 pages'}]"),
      DRAFT("d", ",'follows':['first']"),
      "{'record':'term','negotiation':'n','key':'size','title':'Size','kind':'number'}"},
     NULL, "draft d; report Ay; term size Size", NULL},
    {"all or nothing: a name declared nowhere",
     {DRAFT("d", ""), REPORT("Bee", ",'claims':[{'draft':'d','term':'size','value':'58 pages'}]"),
      CARRIES("Cee", "{'key':'e'}")},
     "b:1: /claims/0/term: unknown term 'size'", NULL, NULL},
    {"all or nothing: a value that cannot be read",
     {DRAFT("d", ""), REPORT("Bee", ",\n'claims':[{'term':'share','value':'half'}]")},
     "b:2: /claims/0/value: the value 'half' is not of kind percentage", NULL, NULL},
    {"all or nothing: what is no record", {DRAFT("d", ""), "{'record':'draft'"},
     "b:1", NULL, NULL},
    {"a circle", {DRAFT("d", ",'follows':['e']"), DRAFT("e", ",'follows':['d']")},
     "?:1: drafts in a circle: d follows or amends e follows or amends d", NULL, NULL},
    {"a circle: of three, amending too, on its line",
     {"\n" DRAFT("d", ",'follows':['f']"), "\n" DRAFT("e", ",'amends':'d'"),
      "\n" DRAFT("f", ",'follows':['e']")},
     "?:2: drafts in a circle: ", NULL, NULL},
    {"a circle: inline", {CARRIES("Ay", "{'key':'d','follows':['e']},{'key':'e','amends':'d'}")},
     "a:1: /drafts/1: drafts in a circle: ", NULL, NULL},
    {"a circle: of one", {DRAFT("d", ",'follows':['d']")},
     "a:1: drafts in a circle: d follows or amends d", NULL, NULL},
    {"no circle: what is superseded follows nothing",
     {DRAFT("first", ",'follows':['d']"), DRAFT("d", ""),
      DRAFT("d", ",'follows':[],'note':'x','supersedes':'df3e862a'")},
     NULL, "draft d; draft d; draft first", ANY},
    {"the same URL is warned of", {REPORT("Ay", ",'url':'https://example.org/a'")},
     NULL, "report Ay", "(Ay) has the URL of report 64fe1f, which it neither supersedes nor"},
    {"the same URL is warned of, within a call too",
     {REPORT("Ay", ",'url':'https://example.org/b'"), REPORT("Bee", ",'url':'https://example.org/b'")},
     NULL, "report Ay; report Bee", "has the URL of report"},
    {"the same URL of one that supersedes it",
     {REPORT("Post", ",'url':'https://example.org/a','supersedes':'64fe1f69'")},
     NULL, "report Post", NULL},
    {"the same URL of one that updates it",
     {REPORT("Post", ",'url':'https://example.org/a','updates':'64fe1f69'")},
     NULL, "report Post", NULL},
    {"the same URL of one that supersedes it, whichever comes first",
     {REPORT("Ay", ",'url':'https://example.org/b'"),
      REPORT("Ay", ",'url':'https://example.org/b','note':'n','supersedes':'619a5bac2c7a'")},
     NULL, "report Ay; report Ay", NULL},
    {"the same URL of one that updates it, whichever comes first",
     {REPORT("Ay", ",'url':'https://example.org/b'"),
      REPORT("Ay", ",'url':'https://example.org/b','updates':'619a5bac2c7a'")},
     NULL, "report Ay; report Ay", NULL},
    {"an `updates` of a record of another kind", {REPORT("Ay", ",'updates':'" FIRST_ID "'")},
     "a:1: /updates: e37e31f0c624 is a draft, and no report", NULL, NULL},
    {"an `updates` of a record of another kind that comes with it",
     {DRAFT("d", ""), REPORT("Ay", ",'updates':'" D_ID "'")},
     "b:1: /updates: df3e862a1aae is a draft, and no report", NULL, NULL},
    {"a judgement on a record of another kind that comes with it",
     {DRAFT("d", ""), "{'record':'judgement','negotiation':'n','act':'forget',"
                      "'dated':'2025-03-01','reason':'r','id':'" D_ID "'}"},
     "b:1: /id: df3e862a1aae is a draft, and no report or judgement", NULL, NULL},
    {"heads in conflict are warned of", {DRAFT("d", DAY), DRAFT("d", TITLED)},
     NULL, "draft d; draft d Revised", "draft 'd' is recorded already and says otherwise"},
    {"heads in conflict with what is recorded", {DRAFT("first", TITLED)},
     NULL, "draft first Revised", "a:1: draft 'first' is recorded already and says otherwise"},
    {"what is recorded already is no record", {DRAFT("first", ",'dated':'2025-02-12'")},
     NULL, "", NULL},
};
/* clang-format on */

#endif
