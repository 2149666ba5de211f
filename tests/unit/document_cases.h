/*
 * Tables of tests/unit/document.c: what is no JSON or stands in no record (the design's section 2,
 * the "bad input"), the canonical form (RFC 8785), what one record covers of another.
 */
#ifndef TVX_TESTS_DOCUMENT_CASES_H
#define TVX_TESTS_DOCUMENT_CASES_H

#include <stdbool.h>
#include <stddef.h>

#define HEAD(kind) "{\"record\": \"" kind "\", \"negotiation\": \"deal\", "
#define REPORT     HEAD("report") "\"outlet\": \"A\", \"title\": \"T\", \"published\": \"2025\", "
#define ACT(act)   HEAD("judgement") "\"act\": \"" act "\", \"dated\": \"2025\", \"reason\": \"r\", "

#define PARTY(more) "{\"record\": \"party\", \"negotiation\": \"deal\", \"key\": \"US\"," more "}"

static const struct {
    const char *rule, *text;
    size_t size; /* 0: up to the NUL */
    const char *message, *hint;
    unsigned long line; /* 0: left to the caller, who has the pointer */
    const char *pointer;
} refusals[] = {
    {"nothing", "", 0, "the record ends too early", "not closed", 1, ""},
    {"not finished", "{\n\"record\": \"party\"", 0, "the record ends too early", "", 2, ""},
    {"not finished: a list", "{\"a\": [\"b\"", 0, "the record ends too early", "", 1, "/a"},
    {"not finished: a text", "{\"a\": \"b", 0, "the record ends within a text", "", 1, "/a"},
    {"not finished: an escape", "{\"a\": \"b\\", 0, "the record ends within a text", "", 1, "/a"},
    {"two records", "{}\n{}", 0, "something follows the end of the record: '{'", "[ ]", 2, ""},
    {"trailing comma", PARTY("\n\"name\": \"A\",\n"), 0, "the name of a member is missing: '}'",
     "comma", 3, ""},
    {"trailing comma in a list", "{\"a\": [\"b\", ]}", 0, "this is no JSON value: ']'", "", 1,
     "/a/1"},
    {"no comma", "{\"a\": \"b\"\n\"c\": \"d\"}", 0, "a comma or '}' is missing: '\"'", "commas", 2,
     ""},
    {"no comma in a list", "{\"a\": [\"b\" \"c\"]}", 0, "a comma or ']' is missing: '\"'", "commas",
     1, "/a"},
    {"no colon", "{\"a\" \"b\"}", 0, "a colon is missing", "name", 1, "/a"},
    {"no value", "{\"a\": , \"b\": \"c\"}", 0, "this is no JSON value: ','", "", 1, "/a"},
    {"wrong bracket", "{\"a\": [\"b\"}}", 0, "a comma or ']' is missing: '}'", "", 1, "/a"},
    {"single quotes", "{'record': 'party'}", 0, "the name of a member is missing: ''record''",
     "\"name\"", 1, ""},
    {"no quotes", "{\"record\": party}", 0, "this is no JSON value: 'party'", "double quotes", 1,
     "/record"},
    {"word that begins well", "{\"a\": truely}", 0, "this is no JSON value: 'truely'", "", 1, "/a"},
    {"comment", "{ // no\n}", 0, "the name of a member is missing: '//'", "", 1, ""},
    {"duplicate member", PARTY("\"name\": \"A\",\n\"name\": \"B\""), 0,
     "member 'name' is given twice in one object", "list", 2, "/name"},
    {"duplicate member within", "{\"claims\": [{\"a\": \"1\"}, {\"b\": \"1\", \"b\": \"2\"}]}", 0,
     "member 'b' is given twice", "", 1, "/claims/1/b"},
    {"duplicate member, written otherwise", "{\"a\": \"1\", \"\\u0061\": \"2\"}", 0,
     "member 'a' is given twice", "", 1, "/a"},
    {"invalid UTF-8", PARTY("\"name\": \"\xff\""), 0, "the text is not valid UTF-8", "save", 1,
     "/name"},
    {"overlong UTF-8", PARTY("\"name\": \"\xc0\xaf\""), 0, "not valid UTF-8", "save", 1, "/name"},
    {"surrogate in UTF-8", PARTY("\"name\": \"\xed\xa0\x80\""), 0, "not valid UTF-8", "save", 1,
     "/name"},
    {"character cut short", PARTY("\"name\": \"\xe2\x82\""), 0, "not valid UTF-8", "save", 1,
     "/name"},
    {"invalid UTF-8 in a name", "{\"\xff\": \"a\"}", 0, "not valid UTF-8", "save", 1, ""},
    {"invalid UTF-8 outside texts", "{\"a\": \xff}", 0, "belongs to no text", "UTF-8", 1, "/a"},
    {"NUL", "{\"record\": \"a\0b\"}", 17, "a NUL byte is not accepted", "UTF-8", 1, "/record"},
    {"NUL outside texts", "{\0}", 3, "belongs to no text", "UTF-8", 1, ""},
    {"escaped NUL", PARTY("\n\"name\": \"a\\u0000\""), 0, "\\u0000 is not accepted", "", 2,
     "/name"},
    {"escaped NUL in a name", "{\"a\\u0000b\": \"a\"}", 0, "\\u0000 is not accepted", "", 1, ""},
    {"lone high surrogate", PARTY("\"name\": \"\\ud83d\""), 0, "half of a surrogate pair", "UTF-8",
     1, "/name"},
    {"high surrogate twice", PARTY("\"name\": \"\\ud83d\\ud83d\""), 0, "half of a surrogate pair",
     "UTF-8", 1, "/name"},
    {"high surrogate before another escape", PARTY("\"name\": \"\\ud83d\\n1234\""), 0,
     "half of a surrogate pair", "UTF-8", 1, "/name"},
    {"lone low surrogate", PARTY("\"name\": \"\\ude00 \""), 0, "half of a surrogate pair", "UTF-8",
     1, "/name"},
    {"escape cut short", PARTY("\"name\": \"\\u12\""), 0, "an escape is not finished", "four", 1,
     "/name"},
    {"escape of other letters", PARTY("\"name\": \"\\u12g4\""), 0, "an escape is not finished",
     "four", 1, "/name"},
    {"line break in a text", PARTY("\"name\": \"a\nb\""), 0, "a control character stands in a text",
     "\\n", 1, "/name"},
    {"unknown escape", PARTY("\"name\": \"C:\\dir\""), 0, "a backslash stands before", "\\\\", 1,
     "/name"},
    {"number", PARTY("\"name\": 50"), 0, "a number is not accepted here: '50'", "\"50%\"", 1,
     "/name"},
    {"integer too large to read", PARTY("\"name\": 99999999999999999999"), 0,
     "a number is not accepted here: '99999999999999999999'", "string", 1, "/name"},
    {"huge exponent", "{\"claims\": [{\"value\":\n-1.5e999999999}]}", 0,
     "a number is not accepted here: '-1.5e999999999'", "string", 2, "/claims/0/value"},
    {"date without quotes", PARTY("\"name\": 2025-02-24"), 0,
     "a number is not accepted here: '2025-02-24'", "quotes", 1, "/name"},
    {"null", PARTY("\"name\": null"), 0, "null is not accepted", "left out", 1, "/name"},
    {"unknown member, misspelt", PARTY("\"name\": \"A\", \"nmae\": \"B\""), 0,
     "unknown member 'nmae'", "did you mean 'name'?", 0, "/nmae"},
    {"unknown member, the first by name is told", PARTY("\"zz\": \"A\", \"aa\": \"B\""), 0,
     "unknown member 'aa'", "accepted: negotiation, key, name, supersedes", 0, "/aa"},
    {"unknown kind of record, misspelt", "{\"record\": \"raport\"}", 0,
     "unknown kind of record 'raport'", "did you mean 'report'?", 0, "/record"},
    {"missing member", PARTY("\"supersedes\": \"0123\""), 0, "member 'name' is missing",
     "add \"name\"", 0, ""},
};

static const struct {
    const char *rule, *text, *canonical;
} canonical_cases[] = {
    {"RFC 8785, 3.2.3: members by UTF-16 code units",
     "{\n"
     "  \"\\u20ac\": \"Euro Sign\",\n"
     "  \"\\r\": \"Carriage Return\",\n"
     "  \"\\ufb33\": \"Hebrew Letter Dalet With Dagesh\",\n"
     "  \"1\": \"One\",\n"
     "  \"\\ud83d\\ude00\": \"Emoji: Grinning Face\",\n"
     "  \"\\u0080\": \"Control\",\n"
     "  \"\\u00f6\": \"Latin Small Letter O With Diaeresis\"\n"
     "}",
     "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xc2\x80\":\"Control\","
     "\"\xc3\xb6\":\"Latin Small Letter O With Diaeresis\",\"\xe2\x82\xac\":\"Euro Sign\","
     "\"\xf0\x9f\x98\x80\":\"Emoji: Grinning Face\","
     "\"\xef\xac\xb3\":\"Hebrew Letter Dalet With Dagesh\"}"},
    {"RFC 8785, 3.2.2: the string and the literals of the example",
     "{\"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
     " \"literals\": [true, false]}",
     "{\"literals\":[true,false],\"string\":\"\xe2\x82\xac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"},
    {"RFC 8785, 3.2.2.2: short escapes", "\"\\b\\t\\n\\f\\r\\u0008\\u000D\"",
     "\"\\b\\t\\n\\f\\r\\b\\r\""},
    {"RFC 8785, 3.2.2.2: other controls in small letters", "\"\\u0001\\u001F\\u000b\\u007f\"",
     "\"\\u0001\\u001f\\u000b\x7f\""},
    {"RFC 8785, 3.2.2.2: all else as it is", "\"\\u2028\\ud83d\\ude00\xc3\xa9/\"",
     "\"\xe2\x80\xa8\xf0\x9f\x98\x80\xc3\xa9/\""},
    {"RFC 8785, 3.1: unicode is not normalised", "\"A\\u030a\"", "\"A\xcc\x8a\""},
    {"RFC 8785, 3.2.1: no white space, elements in their order", " [ \"b\" , [ ] , { } , \"a\" ] ",
     "[\"b\",[],{},\"a\"]"},
    {"members: a beginning comes first", "{\"aa\": \"1\", \"a\": \"2\", \"\": \"3\", \"B\": \"4\"}",
     "{\"\":\"3\",\"B\":\"4\",\"a\":\"2\",\"aa\":\"1\"}"},
    {"members: beyond the basic plane before U+E000, after U+D7FF",
     "{\"\\ue000\": \"1\", \"\\ud7ff\": \"2\", \"\\udbff\\udfff\": \"3\", \"\\uffff\": \"4\"}",
     "{\"\xed\x9f\xbf\":\"2\",\"\xf4\x8f\xbf\xbf\":\"3\",\"\xee\x80\x80\":\"1\",\"\xef\xbf\xbf\":"
     "\"4\"}"},
    {"members: the difference may come later",
     "{\"x\\uffff\": \"1\", \"x\\ud800\\udc01\": \"2\", \"x\\ud800\\udc00\": \"3\"}",
     "{\"x\xf0\x90\x80\x80\":\"3\",\"x\xf0\x90\x80\x81\":\"2\",\"x\xef\xbf\xbf\":\"1\"}"},
};

#define DRAFT(more) HEAD("draft") "\"key\": \"d\"" more "}"
/* Section 2 and corners, 2: what a recorded body covers. */
static const struct {
    const char *rule, *given, *recorded;
    bool covered;
} coverings[] = {
    {"the same", DRAFT(", \"by\": \"US\""), DRAFT(", \"by\": \"US\""), true},
    {"full first, short later", DRAFT(""), DRAFT(", \"by\": \"US\""), true},
    {"short first, full later", DRAFT(", \"by\": \"US\""), DRAFT(""), false},
    {"another value", DRAFT(", \"title\": \"A\""), DRAFT(", \"title\": \"B\""), false},
    {"one value and a list of one", DRAFT(", \"by\": \"US\""), DRAFT(", \"by\": [\"US\"]"), true},
    {"a list of one and one value", DRAFT(", \"by\": [\"US\"]"), DRAFT(", \"by\": \"US\""), true},
    {"lists whole: a shorter list", DRAFT(", \"by\": \"US\""), DRAFT(", \"by\": [\"US\", \"UA\"]"),
     false},
    {"lists whole: another order", DRAFT(", \"follows\": [\"a\", \"b\"]"),
     DRAFT(", \"follows\": [\"b\", \"a\"]"), false},
    {"an empty list says something", DRAFT(", \"follows\": []"), DRAFT(""), false},
    {"supersedes aside", DRAFT(", \"supersedes\": \"0123\""), DRAFT(""), true},
    {"objects by their members",
     HEAD("term") "\"key\": \"t\", \"title\": \"T\", \"kind\": [\"text\"], \"tags\": "
                  "[{\"name\": "
                  "\"a\", \"aliases\": [\"b\"]}]}",
     HEAD("term") "\"key\": \"t\", \"title\": \"T\", \"kind\": \"text\", \"tags\": "
                  "[{\"aliases\": "
                  "[\"b\"], \"name\": \"a\"}]}",
     true},
};

static const char full_report[] = REPORT
    "\"basis\": \"secondary\", \"updates\": \"0123\", \"cites\": [{\"outlet\": \"CNN\", "
    "\"cites\": [{\"who\": \"an official\", \"basis\": \"anonymous\", \"url\": \"u\"}]}], "
    "\"mentions\": [{\"draft\": \"d\", \"as\": \"the first\", \"presented\": \"2025-02\"}], "
    "\"claims\": [{\"draft\": [\"d\", \"e\"], \"term\": \"share:a\", \"value\": \"50%\"}, "
    "{\"term\": \"share\", \"stance\": \"absent\", \"value\": {\"kind\": \"text\", \"text\": "
    "\"x\"}, \"basis\": \"text\", \"cites\": []}, "
    "{\"term\": \"x\", \"stance\": \"deferred\", \"to\": \"later\"}], "
    "\"changes\": [{\"draft\": \"d\", \"from\": \"c\", \"term\": \"x\", \"change\": "
    "\"not_reported\"}], "
    "\"positions\": [{\"party\": \"US\", \"stance\": \"withdraws\", \"dated\": \"2025\"}], "
    "\"events\": [{\"dated\": \"2025-02-24\", \"kind\": \"other\", \"draft\": \"d\"}]}";

/* The ids that are looked up, each with the kind of record wanted. */
static const struct {
    const char *rule, *text, *asked, *pointer; /* NULL: none fails */
} mappings[] = {
    {"supersedes: the record's own kind", HEAD("draft") "\"key\": \"d\", \"supersedes\": \"aaaa\"}",
     "aaaa:4", NULL},
    {"supersedes: several", REPORT "\"supersedes\": [\"0123\", \"aaaa\"]}", "0123:5 aaaa:5", NULL},
    {"updates: a report", REPORT "\"updates\": \"aaaa\"}", "aaaa:5", NULL},
    {"retract: a report", ACT("retract") "\"report\": \"aaaa\"}", "aaaa:5", NULL},
    {"withdraw: a judgement", ACT("withdraw") "\"judgement\": \"aaaa\"}", "aaaa:6", NULL},
    {"forget: either", ACT("forget") "\"id\": \"aaaa\"}", "aaaa:7", NULL},
    {"names that look like ids are none",
     HEAD("draft") "\"key\": \"aaaa\", \"follows\": [\"aaaa\"]}", "", NULL},
    {"an error points to its id", REPORT "\"supersedes\": [\"0123\", \"ffff\", \"aaaa\"]}",
     "0123:5 ffff:5", "/supersedes/1"},
    {"an error points to its id alone", ACT("forget") "\"id\": \"ffff\"}", "ffff:7", "/id"},
};

/* What documents say of themselves. */
static const struct {
    const char *text;
    tvx_record_kind kind;
    const char *key;
    bool supersedes;
    size_t fullness;
} natures[] = {
    {PARTY("\"name\": \"A\", \"supersedes\": [\"0123\"]"), TVX_RECORD_PARTY, "US", true, 5},
    {"{\"record\": \"outlet\", \"negotiation\": \"deal\", \"name\": \"NYT\", \"aliases\": []}",
     TVX_RECORD_OUTLET, "NYT", false, 4},
    {"{\"record\": \"judgement\", \"negotiation\": \"deal\", \"act\": \"forget\", \"dated\": "
     "\"2025\", \"reason\": \"r\", \"id\": \"0123\"}",
     TVX_RECORD_JUDGEMENT, NULL, false, 6},
};

#endif
