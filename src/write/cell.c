#include "write/cell.h"

tvx_cell tvx_cell_text(const char *text)
{
    return (tvx_cell){.type = TVX_CELL_TEXT, .text = text};
}

tvx_cell tvx_cell_list(tvx_texts list)
{
    return (tvx_cell){.type = TVX_CELL_LIST, .list = list};
}

tvx_cell tvx_cell_flag(bool flag)
{
    return (tvx_cell){.type = TVX_CELL_FLAG, .flag = flag};
}

tvx_cell tvx_cell_count(size_t count)
{
    return (tvx_cell){.type = TVX_CELL_COUNT, .count = count};
}
