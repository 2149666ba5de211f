/*
 * Cells of tables, made from what they hold.
 */
#ifndef TVX_WRITE_CELL_H
#define TVX_WRITE_CELL_H

#include "travaux/write.h"

/* NULL: an empty cell. */
tvx_cell tvx_cell_text(const char *text);
tvx_cell tvx_cell_list(tvx_texts list);
tvx_cell tvx_cell_flag(bool flag);
tvx_cell tvx_cell_count(size_t count);

#endif
