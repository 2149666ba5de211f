#include "cli/progress.h"

#include <unistd.h>

enum { MEGABYTE = 1000000 };

void tvx_cli_progress_begin(tvx_cli_progress *progress, const tvx_cli *cli)
{
    int descriptor = fileno(cli->err);
    bool wanted = !tvx_cli_has(cli, "quiet") && descriptor >= 0 && isatty(descriptor) == 1;
    *progress = (tvx_cli_progress){.err = wanted ? cli->err : NULL, .told = time(NULL)};
}

void tvx_cli_progress_read(tvx_cli_progress *progress, size_t bytes)
{
    time_t now = time(NULL);
    progress->bytes += bytes;
    if (progress->err == NULL || now <= progress->told)
        return;
    progress->told = now;
    progress->shown = true;
    fprintf(progress->err, "\rreading: %zu.%zu MB", progress->bytes / MEGABYTE,
            progress->bytes / (MEGABYTE / 10) % 10);
    fflush(progress->err);
}

void tvx_cli_progress_end(tvx_cli_progress *progress)
{
    if (progress->shown)
        fputs("\r                         \r", progress->err);
}
