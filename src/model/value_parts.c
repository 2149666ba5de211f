#include "model/value_parts.h"

#include <string.h>

#include "base/fail.h"
#include "model/date.h"

enum {
    DURATION_WORDS = 4 /* at most: `4 years 8 months` */
};

/* The parts in the grammar's order. */
typedef enum place { HEAD, PER, BASE, TAGS, OVER, WHEN } place;

static const struct {
    const char *word;
    place place;
    tvx_when_word when;
} key_words[] = {
    {"per", PER, TVX_WHEN_NONE},     {"of", BASE, TVX_WHEN_NONE},
    {"from", TAGS, TVX_WHEN_NONE},   {"for", TAGS, TVX_WHEN_NONE},
    {"over", OVER, TVX_WHEN_NONE},   {"by", WHEN, TVX_WHEN_BY},
    {"until", WHEN, TVX_WHEN_UNTIL}, {"starting", WHEN, TVX_WHEN_STARTING},
};
enum { KEY_WORDS = sizeof key_words / sizeof key_words[0] };

/* A text that is being split: `start` is where the part in hand begins. */
typedef struct splitter {
    tvx_parts *out;
    tvx_span text;
    place now;
    const char *start;
    const char *word; /* the key word that began the part in hand */
    bool bracketed;   /* the tags stood in brackets: nothing may follow them */
    tvx_error *why;
} splitter;

const char *tvx_when_name(tvx_when_word when)
{
    for (size_t i = 0; i < KEY_WORDS; i++)
        if (when != TVX_WHEN_NONE && key_words[i].when == when)
            return key_words[i].word;
    return "";
}

static size_t find_key_word(tvx_span word)
{
    size_t i = 0;
    while (i < KEY_WORDS && !tvx_span_is(word, key_words[i].word))
        i++;
    return i;
}

/* The key word that stands there, if the parts it may end are not empty; else KEY_WORDS. */
static size_t last_key_word(const splitter *s, tvx_span before, tvx_span *word)
{
    *word = tvx_span_last_word(before);
    return word->at == s->text.at ? KEY_WORDS : find_key_word(*word);
}

/* True of a date; it is borrowed from the word, which must end with a NUL. Most words are none,
   which their first character tells faster than reading them. */
static bool is_date(tvx_span word, tvx_date *out)
{
    return !tvx_span_empty(word) && strchr("0123456789./", *word.at) != NULL &&
           tvx_span_size(word) < TVX_QUOTE && tvx_date_parse(out, word.at, NULL) == TVX_OK;
}

/* Takes `by DATE` off the end: a date is one word. */
static void take_when(splitter *s)
{
    tvx_date date;
    tvx_span last = tvx_span_last_word(s->text), word;
    if (last.at == s->text.at || !is_date(last, &date))
        return;
    size_t i = last_key_word(s, (tvx_span){s->text.at, last.at - 1}, &word);
    if (i == KEY_WORDS || key_words[i].place != WHEN)
        return;
    s->out->when = key_words[i].when;
    s->out->when_date = date;
    s->text.end = word.at - 1;
}

/* Takes `over DURATION` off the end. */
static void take_over(splitter *s)
{
    tvx_span last = tvx_span_last_word(s->text), word;
    for (int n = 0; n < DURATION_WORDS && last.at > s->text.at; n++) {
        tvx_duration time;
        size_t i = last_key_word(s, (tvx_span){s->text.at, last.at - 1}, &word);
        tvx_span rest = {last.at, s->text.end};
        if (i < KEY_WORDS && key_words[i].place == OVER &&
            tvx_duration_read(&rest, &time, NULL) == TVX_OK && tvx_span_empty(rest)) {
            s->out->over = time;
            s->text.end = word.at - 1;
            return;
        }
        last = word;
    }
}

/* Says what is wrong with what follows a stray `over`, `by`, `until` or `starting`. */
static int refuse_stray(const splitter *s, size_t i, tvx_span rest)
{
    char quote[TVX_QUOTE];
    tvx_date date;
    tvx_duration time;
    const char *word = key_words[i].word;
    bool over = key_words[i].place == OVER, fits;
    tvx_span_quote(rest, quote);
    if (over)
        fits = tvx_duration_read(&rest, &time, s->why) == TVX_OK && tvx_span_empty(rest);
    else
        fits = quote[0] != '\0' && strchr(quote, ' ') == NULL &&
               tvx_date_parse(&date, quote, s->why) == TVX_OK;
    if (fits) {
        tvx_fail(s->why, TVX_EINPUT, "'%s %s' is out of order", word, quote);
        tvx_fail_hint(s->why, "'over' stands before 'by', 'until' or 'starting', each once");
    }
    tvx_fail(s->why, TVX_EINPUT, "'%s' after '%s' is not a %s", quote, word,
             over ? "duration" : "date");
    tvx_fail_hint(s->why,
                  "write '%s %s'; other words go into brackets, as in "
                  "'50%% of profit (%s 5 firms)'",
                  word, over ? "4 years" : "2025-02-24", word);
    return TVX_EINPUT;
}

/*
 * Key words that fit have been taken off the end of the text. Within a part `over`, `by` and the
 * like are words like any other, unless what follows them there seems meant for a duration or a
 * date. Of the head the first word does not count: "over 50%".
 */
static int check_strays(const splitter *s, tvx_span part)
{
    char copy[TVX_QUOTE];
    tvx_date date;
    tvx_duration time;
    tvx_span last = tvx_span_last_word(part);
    bool dated = is_date(tvx_span_of(tvx_span_quote(last, copy)), &date);
    bool timed = tvx_duration_unit(last, &time) || tvx_duration_read(&last, &time, NULL) == TVX_OK;
    for (tvx_span rest = part; !tvx_span_empty(rest);) {
        tvx_span word = rest;
        while (!tvx_span_empty(rest) && *rest.at != ' ')
            rest.at++;
        word.end = rest.at;
        tvx_span_take_blank(&rest);
        size_t i = find_key_word(word);
        if (i == KEY_WORDS || key_words[i].place < OVER || (s->now == HEAD && word.at == part.at))
            continue;
        if (tvx_span_empty(rest) || tvx_span_digit(rest) ||
            (key_words[i].place == OVER ? timed : dated))
            return refuse_stray(s, i, rest);
    }
    return TVX_OK;
}

/* Ends the part in hand. */
static int close_part(splitter *s, const char *end)
{
    char quote[TVX_QUOTE];
    tvx_span part = tvx_span_trimmed((tvx_span){s->start, end});
    if (s->bracketed) {
        if (tvx_span_empty(part))
            return TVX_OK;
        tvx_fail(s->why, TVX_EINPUT, "after the brackets, '%s' is out of place",
                 tvx_span_quote(part, quote));
        tvx_fail_hint(s->why, "the order is: per, of, (…), over, by; as in "
                              "'50%% of revenue (oil, gas) over 4 years'");
        return TVX_EINPUT;
    }
    if (tvx_span_empty(part))
        return s->now == HEAD ? TVX_EINPUT
                              : tvx_fail(s->why, TVX_EINPUT, "nothing follows '%s'", s->word);
    tvx_span *const places[] = {&s->out->head, &s->out->per, &s->out->base, &s->out->tags};
    *places[s->now] = part;
    return s->now == TAGS && *s->word == '(' ? TVX_OK : check_strays(s, part);
}

/* Takes the tags in brackets; *at moves behind them. */
static int take_brackets(splitter *s, const char **at)
{
    const char *open = *at, *from = open + 1;
    const char *close = memchr(open, ')', (size_t)(s->text.end - open));
    const char *wrong = NULL;
    if (close == NULL)
        wrong = "a bracket is not closed";
    else if (s->now >= TAGS)
        wrong = "tags are given twice";
    else if (memchr(from, '(', (size_t)(close - from)) != NULL)
        wrong = "a bracket stands within brackets";
    if (wrong != NULL) {
        tvx_fail(s->why, TVX_EINPUT, "%s", wrong);
        tvx_fail_hint(s->why, "a tag holds no bracket: '(oil, gas)' or 'from oil, gas'");
        return TVX_EINPUT;
    }
    int code = close_part(s, open);
    if (code != TVX_OK)
        return code;
    s->now = TAGS;
    s->word = "(";
    s->start = from;
    code = close_part(s, close);
    s->bracketed = true;
    s->start = *at = close + 1;
    return code;
}

/* Looks at the word that begins at *at; *at moves behind a key word that counts. */
static int meet_word(splitter *s, const char **at)
{
    tvx_span rest = {*at, s->text.end}, word = tvx_span_word(rest);
    size_t i = find_key_word(word);
    if (i == KEY_WORDS || key_words[i].place <= s->now || key_words[i].place >= OVER)
        return TVX_OK;
    rest.at = word.end;
    tvx_span_take_blank(&rest);
    if (key_words[i].place == PER && tvx_span_is(tvx_span_word(rest), "cent"))
        return TVX_OK;
    int code = close_part(s, *at);
    s->now = key_words[i].place;
    s->word = key_words[i].word;
    s->start = *at = rest.at;
    return code;
}

int tvx_parts_split(tvx_span text, tvx_parts *out, tvx_error *why)
{
    splitter s = {.out = out, .text = text, .start = text.at, .why = why};
    const tvx_span none = {text.at, text.at};
    *out = (tvx_parts){.head = none, .per = none, .base = none, .tags = none};
    take_when(&s);
    take_over(&s);
    int code = TVX_OK;
    const char *at = text.at;
    while (at < s.text.end && code == TVX_OK) {
        const char *before = at;
        if (*at == '(')
            code = take_brackets(&s, &at);
        else if (*at == ')')
            code = tvx_fail(why, TVX_EINPUT, "a bracket is closed that was not opened");
        else if (at > text.at && at[-1] == ' ')
            code = meet_word(&s, &at);
        at += at == before;
    }
    return code == TVX_OK ? close_part(&s, s.text.end) : code;
}

int tvx_tags_split(tvx_arena *arena, tvx_span list, tvx_texts *out, tvx_error *why)
{
    *out = (tvx_texts){NULL, 0};
    if (tvx_span_empty(list))
        return TVX_OK;
    size_t n = 1;
    for (const char *at = list.at; at < list.end; at++)
        n += *at == ',';
    const char **items = tvx_arena_new(arena, n, sizeof *items);
    if (items == NULL)
        return TVX_ENOMEM;
    for (size_t i = 0; i < n; i++) {
        const char *comma = memchr(list.at, ',', tvx_span_size(list));
        const char *end = comma == NULL ? list.end : comma;
        tvx_span tag = tvx_span_trimmed((tvx_span){list.at, end});
        if (tvx_span_empty(tag))
            return tvx_fail(why, TVX_EINPUT, "a tag is empty");
        items[i] = tvx_span_text(arena, tag);
        if (items[i] == NULL)
            return TVX_ENOMEM;
        list.at = comma == NULL ? end : comma + 1;
    }
    *out = (tvx_texts){items, n};
    return TVX_OK;
}
