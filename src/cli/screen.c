#include "cli/screen.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { USUAL_WIDTH = 80, LEAST_WIDTH = 40, MOST_WIDTH = 1000 };

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);
    return value != NULL && value[0] != '\0';
}

/* $COLUMNS if it says something, else what the terminal itself says. */
static size_t width_of(int descriptor)
{
    const char *columns = getenv("COLUMNS");
    unsigned long width = columns != NULL ? strtoul(columns, NULL, 10) : 0;
#ifdef TIOCGWINSZ
    struct winsize size;
    if (width == 0 && ioctl(descriptor, TIOCGWINSZ, &size) == 0)
        width = size.ws_col;
#else
    (void)descriptor;
#endif
    if (width == 0)
        return USUAL_WIDTH;
    return width < LEAST_WIDTH ? LEAST_WIDTH : width > MOST_WIDTH ? MOST_WIDTH : width;
}

static bool wants_colour(bool terminal, const char *color)
{
    const char *type = getenv("TERM");
    if (color != NULL && strcmp(color, "auto") != 0)
        return strcmp(color, "always") == 0;
    return terminal && !is_set("NO_COLOR") && type != NULL && strcmp(type, "dumb") != 0;
}

tvx_cli_screen tvx_cli_screen_of(FILE *out, const char *color)
{
    int descriptor = fileno(out);
    bool terminal = descriptor >= 0 && isatty(descriptor) == 1;
    return (tvx_cli_screen){.terminal = terminal,
                            .colour = wants_colour(terminal, color),
                            .width = terminal ? width_of(descriptor) : USUAL_WIDTH};
}
