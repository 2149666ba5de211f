#include "cli/take.h"

#include "cli/output.h"

static const char *look(tvx_cli *cli, tvx_buf *text)
{
    if (text->failed)
        tvx_cli_output_fail(&cli->output, TVX_ENOMEM, 0);
    return text->failed ? "" : tvx_buf_string(text);
}

const char *tvx_cli_copy(tvx_cli *cli, const char *text)
{
    const char *copy = text != NULL ? tvx_arena_text(&cli->arena, text) : "";
    if (copy == NULL)
        tvx_cli_output_fail(&cli->output, TVX_ENOMEM, 0);
    return copy != NULL ? copy : "";
}

const char *tvx_cli_take(tvx_cli *cli, tvx_buf *text)
{
    const char *copy = tvx_cli_copy(cli, look(cli, text));
    tvx_buf_dispose(text);
    return copy;
}

void tvx_cli_take_cell(tvx_cli_grid *grid, tvx_cli_style style, tvx_buf *text)
{
    tvx_cli_grid_cell(grid, style, look(grid->cli, text));
    tvx_buf_dispose(text);
}

void tvx_cli_take_between(tvx_cli_grid *grid, size_t indent, tvx_cli_style style, tvx_buf *text)
{
    const char *words = look(grid->cli, text);
    if (words[0] != '\0')
        tvx_cli_grid_paragraph(grid, indent, style, words);
    tvx_buf_dispose(text);
}

void tvx_cli_take_paragraph(tvx_cli *cli, size_t indent, size_t hang, tvx_cli_style style,
                            tvx_buf *text)
{
    const char *words = look(cli, text);
    if (words[0] != '\0')
        tvx_cli_paragraph(cli, indent, hang, style, words);
    tvx_buf_dispose(text);
}
