/*
 * The shape of records as data: which members each kind of record and each part of one has, of
 * what type, and where in its struct a member goes. The reader of records walks these tables, and
 * so do the checks that compare two records; nothing else lists members.
 */
#ifndef TVX_MODEL_SHAPE_H
#define TVX_MODEL_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "travaux/error.h"
#include "travaux/record.h"

/* What a name may hold. None is empty or holds white space or control characters. */
typedef enum tvx_key_rule {
    TVX_KEY_NONE,   /* no name: any text but an empty one */
    TVX_KEY_ANY,    /* of a negotiation, a party, a draft: does not begin with '-' */
    TVX_KEY_TERM,   /* the same, without ':', which stands between a term and its variant */
    TVX_KEY_ROW,    /* a term's key, or term:variant */
    TVX_KEY_VARIANT /* without ':' */
} tvx_key_rule;

typedef enum tvx_member_type {
    TVX_MEMBER_TEXT,    /* a non-empty string; one of `words`, if any       const char * */
    TVX_MEMBER_KEY,     /* a name: see `rule`                               const char * */
    TVX_MEMBER_DATE,    /* EDTF                                             tvx_date */
    TVX_MEMBER_ID,      /* 4 to 64 hexadecimal digits, lower: see `records` const char * */
    TVX_MEMBER_WORD,    /* one of `words`                                   an enumeration */
    TVX_MEMBER_TEXTS,   /* one or several texts                             tvx_texts */
    TVX_MEMBER_KEYS,    /* one or several names                             tvx_texts */
    TVX_MEMBER_IDS,     /* one or several ids                               tvx_texts */
    TVX_MEMBER_WORDS,   /* one or several of `words`                        tvx_texts */
    TVX_MEMBER_LIST,    /* an array, maybe empty, never a string: see `rule` tvx_texts */
    TVX_MEMBER_FLAG,    /* true or false                                    bool */
    TVX_MEMBER_VALUE,   /* a value's written or object form                 tvx_given */
    TVX_MEMBER_OBJECT,  /* one object of `part`                             const STRUCT * */
    TVX_MEMBER_OBJECTS, /* an array of objects of `part`, or empty: const STRUCT *, then size_t */
    TVX_MEMBER_INLINE   /* an array of records of kind `records`; input only, no place */
} tvx_member_type;
#define TVX_MEMBER_TYPES 15

typedef struct tvx_shape tvx_shape;

typedef struct tvx_member {
    const char *name;
    tvx_member_type type;
    tvx_key_rule rule;
    size_t offset;            /* of its place in the struct */
    size_t given;             /* offset of a bool that says it was given; 0: none */
    const char *const *words; /* accepted words, NULL-terminated */
    int first;                /* of WORD: the number of the first word; the others follow */
    int missing;              /* of WORD: the number that stands for no word */
    const tvx_shape *part;
    int records; /* a tvx_record_kind; of ids TVX_RECORD_KINDS: a report or a judgement */
    bool required;
    bool single; /* of TEXTS and IDS: one alone, an array is refused */
} tvx_member;

struct tvx_shape {
    const char *name; /* "claim": for messages */
    size_t size;      /* of its struct */
    const tvx_member *members;
    size_t n_members;
    /* Rules between members, and what a struct holds beside them (kinds from words, the stance of
       a claim with a value). Checking twice does no harm. May be NULL. */
    int (*check)(void *part, tvx_error *error);
};

/* The shape of a kind of record, beside the member `record`. All but negotiations have the member
   `negotiation`, which inline records lack. */
const tvx_shape *tvx_shape_of(tvx_record_kind kind);

/* The shape of the object form of a value (struct tvx_form). */
const tvx_shape *tvx_shape_form(void);

/* The shape of a report's claims. */
const tvx_shape *tvx_shape_claim(void);

const tvx_member *tvx_shape_member(const tvx_shape *shape, const char *name);

/* Hints at the name most like the one given, or else at all of them. */
void tvx_shape_suggest(const char *given, const char *const *names, size_t n, tvx_error *error);

/* Describes an unknown member, naming the nearest known one. */
int tvx_shape_unknown(const tvx_shape *shape, const char *name, tvx_error *error);

/* The kind of record of that name; false if there is none. */
bool tvx_record_kind_from_name(const char *name, tvx_record_kind *out);

/* TVX_EINPUT says how the name breaks its rule. */
int tvx_key_check(const char *key, tvx_key_rule rule, tvx_error *error);

#endif
