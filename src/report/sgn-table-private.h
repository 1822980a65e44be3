/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-table.h"

G_BEGIN_DECLS

/* A row of more lines than this may be split, with at least SGN_ROW_PART on each side. */
#define SGN_ROW_WHOLE 6
#define SGN_ROW_PART 3

/* Whether @row is one text over the whole table, perhaps with another at its right. */
gboolean sgn_table_spans (const SgnTable *self, const SgnRow *row);
/* The column that cell @i of @row begins in. */
guint sgn_row_get_column (const SgnRow *row, guint i);
guint sgn_row_count_lines (const SgnRow *row);
double sgn_table_get_leading (const SgnRow *row);
double sgn_table_row_height (const SgnTable *self, const SgnRow *row);
/* Takes the first @n lines away from @row into a new row, which is returned. */
SgnRow *sgn_row_split (const SgnTable *self, SgnRow *row, guint n);

/* How many rows from @start go on this page when @room is left below the head; 0: none, start on
 * the next one. May split a row. @fresh: the page is empty, so that something must go on it. */
guint sgn_table_fit (SgnTable *self, guint start, double room, gboolean fresh);
/* (nullable): the group row that @row stands under */
const SgnRow *sgn_table_find_group (const SgnTable *self, guint row);

/* @rect: the whole cell; @line: x is the top of the first line, y the leading. */
void
sgn_cell_place (SgnFlow *flow, const SgnCell *cell, SgnRect rect, SgnPoint line, SgnAlign align);
/* Draws one row at @y. @suffix: (nullable): follows the first text. */
void sgn_row_place (const SgnTable *self,
                    SgnFlow *flow,
                    const SgnRow *row,
                    double y,
                    const char *suffix);

G_END_DECLS
