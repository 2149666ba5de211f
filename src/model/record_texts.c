#include "model/record_texts.h"

#include <string.h>

#include "base/buf.h"
#include "base/fail.h"
#include "base/text.h"
#include "model/shape.h"
#include "model/value.h"

/* Where in a record the walk is. */
typedef struct walker {
    tvx_record_text_callback callback;
    void *payload;
    tvx_error *error;
    tvx_buf pointer;
    tvx_record_text text;
    const char *draft; /* what text.drafts lists, where it is one key */
} walker;

static int walk_part(walker *w, const tvx_shape *shape, const void *part);

/* --- which members are texts --- */

/* Texts that nobody reads as words. */
static const char *const NO_WORDS[] = {"url", "archived_url", "language"};

static bool is_text(const tvx_member *m)
{
    switch (m->type) {
    case TVX_MEMBER_TEXT:
        return m->words == NULL &&
               !tvx_text_among(m->name, NO_WORDS, sizeof NO_WORDS / sizeof *NO_WORDS);
    case TVX_MEMBER_KEY: /* its own; any other refers to something */
        return strcmp(m->name, "key") == 0;
    case TVX_MEMBER_TEXTS:
        return true;
    case TVX_MEMBER_LIST:
        return m->rule == TVX_KEY_NONE || m->rule == TVX_KEY_VARIANT;
    default:
        return false;
    }
}

/* --- places --- */

static const void *pointer_at(const char *place)
{
    const void *p;
    memcpy(&p, place, sizeof p);
    return p;
}

/* Goes a step down the pointer; the length to go back to. */
static size_t enter(walker *w, const char *name)
{
    size_t before = w->pointer.size;
    tvx_buf_char(&w->pointer, '/');
    tvx_buf_text(&w->pointer, name);
    return before;
}

static size_t enter_item(walker *w, size_t item)
{
    size_t before = w->pointer.size;
    tvx_buf_format(&w->pointer, "/%zu", item);
    return before;
}

static void leave(walker *w, size_t before)
{
    if (w->pointer.failed)
        return;
    w->pointer.size = before;
    w->pointer.data[before] = '\0';
}

/* Notes which drafts and term a part is about, as far as its shape has them. */
static void note_subject(walker *w, const tvx_shape *shape, const char *part)
{
    const tvx_member *draft = tvx_shape_member(shape, "draft");
    const tvx_member *term = tvx_shape_member(shape, "term");
    w->text.drafts = (tvx_texts){0};
    if (draft != NULL && draft->type == TVX_MEMBER_KEYS)
        memcpy(&w->text.drafts, part + draft->offset, sizeof w->text.drafts);
    else if (draft != NULL && (w->draft = pointer_at(part + draft->offset)) != NULL)
        w->text.drafts = (tvx_texts){.items = &w->draft, .n = 1};
    w->text.term = term == NULL ? NULL : pointer_at(part + term->offset);
}

/* --- walking --- */

static int hand(walker *w, const char *text)
{
    w->text.text = text;
    w->text.pointer = tvx_buf_string(&w->pointer);
    return w->pointer.failed ? tvx_fail_memory(w->error)
                             : w->callback(w->payload, &w->text, w->error);
}

/* One text is no list: its pointer has no number. */
static int walk_texts(walker *w, const tvx_member *m, const tvx_texts *texts)
{
    int code = TVX_OK;
    for (size_t i = 0; i < texts->n && code == TVX_OK; i++) {
        size_t before = m->single ? w->pointer.size : enter_item(w, i);
        code = hand(w, texts->items[i]);
        leave(w, before);
    }
    return code;
}

/* The form as a term of its own kind would write it: the record's terms are not at hand. */
static int write_form(tvx_value *out, tvx_arena *arena, const tvx_form *form)
{
    tvx_term term = {.unit = form->unit,
                     .levels = {.items = &form->text, .n = form->text != NULL},
                     .n_kinds = 1};
    return tvx_kind_from_name(form->kind, &term.kinds[0])
               ? tvx_value_from_form(arena, &term, form, out, NULL)
               : TVX_EINPUT;
}

static int walk_value(walker *w, const tvx_given *given)
{
    if (given->text != NULL)
        return hand(w, given->text);
    if (given->form == NULL)
        return TVX_OK;
    tvx_arena arena = {0};
    tvx_value value;
    int code = write_form(&value, &arena, given->form);
    if (code == TVX_OK)
        code = hand(w, value.text);
    else if (code == TVX_ENOMEM)
        code = tvx_fail_memory(w->error);
    else
        code = walk_part(w, tvx_shape_form(), given->form);
    tvx_arena_dispose(&arena);
    return code;
}

static int walk_parts(walker *w, const tvx_member *m, const char *place)
{
    const char *items = pointer_at(place);
    const bool top = w->text.part == NULL && tvx_shape_member(m->part, "draft") != NULL;
    size_t n = 0;
    int code = TVX_OK;
    memcpy(&n, place + sizeof items, sizeof n);
    for (size_t i = 0; items != NULL && i < n && code == TVX_OK; i++) {
        const char *part = items + i * m->part->size;
        size_t before = enter_item(w, i);
        if (top) {
            w->text.part = m->part->name;
            note_subject(w, m->part, part);
        }
        code = walk_part(w, m->part, part);
        if (top) {
            w->text.part = w->text.term = NULL;
            w->text.drafts = (tvx_texts){0};
        }
        leave(w, before);
    }
    return code;
}

static int walk_member(walker *w, const tvx_member *m, const char *place)
{
    w->text.member = m->name;
    switch (m->type) {
    case TVX_MEMBER_TEXT:
    case TVX_MEMBER_KEY: {
        const char *text = pointer_at(place);
        return text == NULL || !is_text(m) ? TVX_OK : hand(w, text);
    }
    case TVX_MEMBER_TEXTS:
    case TVX_MEMBER_LIST:
        return is_text(m) ? walk_texts(w, m, (const tvx_texts *)(const void *)place) : TVX_OK;
    case TVX_MEMBER_VALUE:
        return walk_value(w, (const tvx_given *)(const void *)place);
    case TVX_MEMBER_OBJECT: {
        const void *part = pointer_at(place);
        return part == NULL ? TVX_OK : walk_part(w, m->part, part);
    }
    case TVX_MEMBER_OBJECTS:
        return walk_parts(w, m, place);
    default:
        return TVX_OK;
    }
}

/* Parts lie within each other no deeper than a record that is read. */
static int walk_part(walker *w, const tvx_shape *shape, const void *part)
{
    int code = TVX_OK;
    for (size_t i = 0; i < shape->n_members && code == TVX_OK; i++) {
        const tvx_member *m = &shape->members[i];
        if (m->type == TVX_MEMBER_INLINE)
            continue;
        size_t before = enter(w, m->name);
        code = walk_member(w, m, (const char *)part + m->offset);
        leave(w, before);
    }
    return code;
}

int tvx_record_texts(const tvx_record *record, tvx_record_text_callback callback, void *payload,
                     tvx_error *error)
{
    walker w = {.callback = callback, .payload = payload, .error = error};
    const tvx_shape *shape = tvx_shape_of(record->kind);
    const char *part = (const char *)&record->as;
    note_subject(&w, shape, part);
    int code = walk_part(&w, shape, part);
    tvx_buf_dispose(&w.pointer);
    return code;
}
