#include "read/words.h"

#include <stddef.h>
#include <string.h>

bool tvx_is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool tvx_is_empty(const char *text)
{
    while (text != NULL && tvx_is_blank(*text))
        text++;
    return text == NULL || *text == '\0';
}

/* ASCII: all names of columns and all words are. */
static char plain(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    return (char)(tvx_is_blank(c) || c == '-' ? '_' : c);
}

bool tvx_is_word(const char *text, const char *word)
{
    size_t n = strlen(word);
    while (tvx_is_blank(*text))
        text++;
    for (size_t i = 0; i < n; i++)
        if (plain(text[i]) != word[i])
            return false;
    return tvx_is_empty(text + n);
}

const char *tvx_read_word(const char *text, const char *const *words)
{
    while (*words != NULL && !tvx_is_word(text, *words))
        words++;
    return *words;
}
