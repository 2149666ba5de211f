#include <stddef.h>

#include "model/shape.h"
#include "model/shape_rules.h"
#include "model/words.h"

/* One row: a member of that type and name, its place in struct S, and whatever else it has. */
#define ROW(TYPE, label, S, field, ...)                                                            \
    {                                                                                              \
        .name = (label), .type = TVX_MEMBER_##TYPE, .offset = offsetof(S, field), __VA_ARGS__      \
    }

/* A text that may be missing, or must be there. */
#define TEXT(label, S, field)   ROW(TEXT, label, S, field, .required = false)
#define NEEDED(label, S, field) ROW(TEXT, label, S, field, .required = true)

/* A name that may be missing, or must be there; one or several names; a list of them. */
#define NAME(label, S, field, kept) ROW(KEY, label, S, field, .rule = TVX_KEY_##kept)
#define KEYED(label, S, field, kept)                                                               \
    ROW(KEY, label, S, field, .rule = TVX_KEY_##kept, .required = true)
#define NAMES(label, S, field)      ROW(KEYS, label, S, field, .rule = TVX_KEY_ANY)
#define LIST(label, S, field, kept) ROW(LIST, label, S, field, .rule = TVX_KEY_##kept)

#define DATE(label, S, field)  ROW(DATE, label, S, field, .required = false)
#define VALUE(label, S, field) ROW(VALUE, label, S, field, .required = false)
#define BASIS(S)                                                                                   \
    ROW(WORD, "basis", S, basis, .words = tvx_basis_words, .first = TVX_BASIS_TEXT,                \
        .missing = TVX_BASIS_NONE)
#define SUPERSEDES(S, kind) ROW(IDS, "supersedes", S, supersedes, .records = (kind))

/* A list of parts; their number stands right behind the pointer to them. */
#define PARTS(label, S, field, shape) ROW(OBJECTS, label, S, field, .part = &(shape))
#define FOLLOWS(S, field)                                                                          \
    _Static_assert(offsetof(S, n_##field) == offsetof(S, field) + sizeof(void *), "count "         \
                                                                                  "misplaced")

#define INLINE(label, kind)                                                                        \
    {                                                                                              \
        .name = (label), .type = TVX_MEMBER_INLINE, .records = (kind)                              \
    }

#define SHAPE(label, S, table, rules)                                                              \
    {                                                                                              \
        .name = (label), .size = sizeof(S), .members = (table),                                    \
        .n_members = sizeof(table) / sizeof *(table), .check = (rules)                             \
    }

FOLLOWS(tvx_term, bases);
FOLLOWS(tvx_term, tags);
FOLLOWS(tvx_cite, cites);
FOLLOWS(tvx_claim, cites);
FOLLOWS(tvx_report, cites);
FOLLOWS(tvx_report, mentions);
FOLLOWS(tvx_report, claims);
FOLLOWS(tvx_report, changes);
FOLLOWS(tvx_report, positions);
FOLLOWS(tvx_report, events);

/* --- values --- */

static const tvx_member when_members[] = {
    TEXT("by", tvx_form_when, by),
    TEXT("until", tvx_form_when, until),
    TEXT("starting", tvx_form_when, starting),
};
static const tvx_shape when_shape = SHAPE("value's when", tvx_form_when, when_members, NULL);

static const tvx_member form_members[] = {
    ROW(TEXT, "kind", tvx_form, kind, .required = true, .words = tvx_kind_words),
    TEXT("low", tvx_form, low),
    TEXT("high", tvx_form, high),
    ROW(FLAG, "low_open", tvx_form, low_open, .required = false),
    ROW(FLAG, "high_open", tvx_form, high_open, .required = false),
    ROW(FLAG, "approx", tvx_form, approx, .required = false),
    TEXT("unit", tvx_form, unit),
    TEXT("per", tvx_form, per),
    TEXT("base", tvx_form, base),
    LIST("tags", tvx_form, tags, NONE),
    TEXT("over", tvx_form, over),
    ROW(OBJECT, "when", tvx_form, when, .part = &when_shape),
    TEXT("text", tvx_form, text),
};
static const tvx_shape form_shape = SHAPE("value", tvx_form, form_members, tvx_check_form);

const tvx_shape *tvx_shape_form(void)
{
    return &form_shape;
}

/* --- parts of reports --- */

static const tvx_shape cite_shape;

static const tvx_member cite_members[] = {
    TEXT("outlet", tvx_cite, outlet),
    TEXT("who", tvx_cite, who),
    BASIS(tvx_cite),
    TEXT("url", tvx_cite, url),
    PARTS("cites", tvx_cite, cites, cite_shape),
};
static const tvx_shape cite_shape = SHAPE("source", tvx_cite, cite_members, tvx_check_cite);

static const tvx_member claim_members[] = {
    NAMES("draft", tvx_claim, drafts),
    KEYED("term", tvx_claim, term, ROW),
    VALUE("value", tvx_claim, value),
    /* 'stated' is never written */
    ROW(WORD, "stance", tvx_claim, stance, .words = tvx_stance_words + 1,
        .first = TVX_STANCE_INCLUDED, .missing = TVX_STANCE_NONE),
    ROW(TEXTS, "to", tvx_claim, to, .single = true),
    TEXT("condition", tvx_claim, condition),
    TEXT("was", tvx_claim, was),
    TEXT("quote", tvx_claim, quote),
    TEXT("where", tvx_claim, where),
    BASIS(tvx_claim),
    PARTS("cites", tvx_claim, cites, cite_shape),
    TEXT("note", tvx_claim, note),
};
static const tvx_shape claim_shape = SHAPE("claim", tvx_claim, claim_members, tvx_check_claim);

const tvx_shape *tvx_shape_claim(void)
{
    return &claim_shape;
}

static const tvx_member mention_members[] = {
    KEYED("draft", tvx_mention, draft, ANY),
    TEXT("as", tvx_mention, as),
    DATE("dated", tvx_mention, dated),
    DATE("presented", tvx_mention, presented),
    NAMES("by", tvx_mention, by),
    TEXT("note", tvx_mention, note),
};
static const tvx_shape mention_shape = SHAPE("mention", tvx_mention, mention_members, NULL);

static const tvx_member change_members[] = {
    KEYED("draft", tvx_reported_change, draft, ANY),
    NAME("from", tvx_reported_change, from, ANY),
    KEYED("term", tvx_reported_change, term, ROW),
    ROW(WORD, "change", tvx_reported_change, change, .required = true, .words = tvx_change_words,
        .first = TVX_CHANGE_FIRST_REPORTED, .missing = TVX_CHANGE_NONE),
    VALUE("value", tvx_reported_change, value),
    TEXT("note", tvx_reported_change, note),
};
static const tvx_shape change_shape =
    SHAPE("reported change", tvx_reported_change, change_members, NULL);

static const tvx_member position_members[] = {
    ROW(KEYS, "party", tvx_position, parties, .required = true, .rule = TVX_KEY_ANY),
    ROW(WORD, "stance", tvx_position, stance, .required = true, .words = tvx_position_words,
        .first = TVX_POSITION_SEEKS, .missing = TVX_POSITION_NONE),
    NAME("term", tvx_position, term, ROW),
    VALUE("value", tvx_position, value),
    NAME("draft", tvx_position, draft, ANY),
    DATE("dated", tvx_position, dated),
    TEXT("who", tvx_position, who),
    TEXT("condition", tvx_position, condition),
    TEXT("note", tvx_position, note),
};
static const tvx_shape position_shape =
    SHAPE("position", tvx_position, position_members, tvx_check_position);

static const tvx_member event_members[] = {
    ROW(DATE, "dated", tvx_event, dated, .required = true),
    ROW(WORD, "kind", tvx_event, kind, .required = true, .words = tvx_event_words,
        .first = TVX_EVENT_PRESENTED, .missing = TVX_EVENT_NONE),
    TEXT("what", tvx_event, what),
    NAMES("draft", tvx_event, drafts),
    NAME("term", tvx_event, term, ROW),
    TEXT("place", tvx_event, place),
    TEXT("note", tvx_event, note),
};
static const tvx_shape event_shape = SHAPE("event", tvx_event, event_members, NULL);

/* --- records --- */

static const tvx_member negotiation_members[] = {
    KEYED("key", tvx_negotiation, key, ANY),
    NEEDED("title", tvx_negotiation, title),
    ROW(LIST, "order", tvx_negotiation, order, .rule = TVX_KEY_TERM,
        .given = offsetof(tvx_negotiation, ordered)),
    TEXT("note", tvx_negotiation, note),
    SUPERSEDES(tvx_negotiation, TVX_RECORD_NEGOTIATION),
    INLINE("parties", TVX_RECORD_PARTY),
    INLINE("terms", TVX_RECORD_TERM),
    INLINE("outlets", TVX_RECORD_OUTLET),
};

static const tvx_member party_members[] = {
    KEYED("negotiation", tvx_party, negotiation, ANY),
    KEYED("key", tvx_party, key, ANY),
    NEEDED("name", tvx_party, name),
    SUPERSEDES(tvx_party, TVX_RECORD_PARTY),
};

static const tvx_member declared_members[] = {
    NEEDED("name", tvx_declared, name),
    LIST("aliases", tvx_declared, aliases, NONE),
};
static const tvx_shape base_shape = SHAPE("base", tvx_declared, declared_members, NULL);
static const tvx_shape tag_shape = SHAPE("tag", tvx_declared, declared_members, NULL);

static const tvx_member term_members[] = {
    KEYED("negotiation", tvx_term, negotiation, ANY),
    KEYED("key", tvx_term, key, TERM),
    NEEDED("title", tvx_term, title),
    ROW(WORDS, "kind", tvx_term, kind_words, .required = true, .words = tvx_kind_words),
    NAME("favours", tvx_term, favours, ANY),
    TEXT("unit", tvx_term, unit),
    LIST("levels", tvx_term, levels, NONE),
    LIST("variants", tvx_term, variants, VARIANT),
    PARTS("bases", tvx_term, bases, base_shape),
    PARTS("tags", tvx_term, tags, tag_shape),
    TEXT("definition", tvx_term, definition),
    SUPERSEDES(tvx_term, TVX_RECORD_TERM),
};

static const tvx_member outlet_members[] = {
    KEYED("negotiation", tvx_outlet, negotiation, ANY),
    NEEDED("name", tvx_outlet, name),
    ROW(LIST, "aliases", tvx_outlet, aliases, .required = true),
    SUPERSEDES(tvx_outlet, TVX_RECORD_OUTLET),
};

static const tvx_member draft_members[] = {
    KEYED("negotiation", tvx_draft, negotiation, ANY),
    KEYED("key", tvx_draft, key, ANY),
    TEXT("title", tvx_draft, title),
    DATE("dated", tvx_draft, dated),
    DATE("presented", tvx_draft, presented),
    NAMES("by", tvx_draft, by),
    ROW(LIST, "follows", tvx_draft, follows, .rule = TVX_KEY_ANY,
        .given = offsetof(tvx_draft, starts_line)),
    NAME("amends", tvx_draft, amends, ANY),
    LIST("maybe_same_as", tvx_draft, maybe_same_as, ANY),
    TEXT("url", tvx_draft, url),
    TEXT("note", tvx_draft, note),
    SUPERSEDES(tvx_draft, TVX_RECORD_DRAFT),
};

static const tvx_member report_members[] = {
    KEYED("negotiation", tvx_report, negotiation, ANY),
    NEEDED("outlet", tvx_report, outlet),
    NEEDED("title", tvx_report, title),
    ROW(DATE, "published", tvx_report, published, .required = true),
    TEXT("url", tvx_report, url),
    TEXT("archived_url", tvx_report, archived_url),
    DATE("accessed", tvx_report, accessed),
    TEXT("byline", tvx_report, byline),
    TEXT("language", tvx_report, language),
    BASIS(tvx_report),
    PARTS("cites", tvx_report, cites, cite_shape),
    PARTS("mentions", tvx_report, mentions, mention_shape),
    PARTS("claims", tvx_report, claims, claim_shape),
    PARTS("changes", tvx_report, changes, change_shape),
    PARTS("positions", tvx_report, positions, position_shape),
    PARTS("events", tvx_report, events, event_shape),
    TEXT("note", tvx_report, note),
    ROW(IDS, "updates", tvx_report, updates, .single = true, .records = TVX_RECORD_REPORT),
    SUPERSEDES(tvx_report, TVX_RECORD_REPORT),
    INLINE("drafts", TVX_RECORD_DRAFT),
};

static const tvx_member judgement_members[] = {
    KEYED("negotiation", tvx_judgement, negotiation, ANY),
    ROW(WORD, "act", tvx_judgement, act, .required = true, .words = tvx_act_words,
        .first = TVX_ACT_RETRACT, .missing = TVX_ACT_NONE),
    ROW(DATE, "dated", tvx_judgement, dated, .required = true),
    NEEDED("reason", tvx_judgement, reason),
    TEXT("by", tvx_judgement, by),
    ROW(ID, "report", tvx_judgement, report, .records = TVX_RECORD_REPORT),
    NAME("draft", tvx_judgement, draft, ANY),
    NAME("term", tvx_judgement, term, ROW),
    LIST("keys", tvx_judgement, keys, ANY),
    ROW(ID, "judgement", tvx_judgement, judgement, .records = TVX_RECORD_JUDGEMENT),
    ROW(ID, "id", tvx_judgement, id, .records = TVX_RECORD_KINDS),
};

static const tvx_shape record_shapes[TVX_RECORD_KINDS] = {
    [TVX_RECORD_NEGOTIATION] = SHAPE("negotiation", tvx_negotiation, negotiation_members, NULL),
    [TVX_RECORD_PARTY] = SHAPE("party", tvx_party, party_members, NULL),
    [TVX_RECORD_TERM] = SHAPE("term", tvx_term, term_members, tvx_check_term),
    [TVX_RECORD_OUTLET] = SHAPE("outlet", tvx_outlet, outlet_members, NULL),
    [TVX_RECORD_DRAFT] = SHAPE("draft", tvx_draft, draft_members, NULL),
    [TVX_RECORD_REPORT] = SHAPE("report", tvx_report, report_members, NULL),
    [TVX_RECORD_JUDGEMENT] =
        SHAPE("judgement", tvx_judgement, judgement_members, tvx_check_judgement),
};

const tvx_shape *tvx_shape_of(tvx_record_kind kind)
{
    return &record_shapes[kind];
}
