/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-level.h"
#include "sgn-table-private.h"

#include <string.h>

#define GROUP_HEIGHT 18.0
#define PAD 4.25
#define MIN_HEIGHT 21.0
#define HEAD_HEIGHT 18.0
#define KEEP_ROWS 2
#define KEEP_WHOLE 5 /* a group row, three rows that stay together, a total */

static SgnCell *
cell_new (SgnCellKind kind, SgnType type, const char *text)
{
  SgnCell *cell = g_new0 (SgnCell, 1);

  cell->kind = kind;
  cell->type = type;
  cell->text = g_strdup (text != NULL ? text : "");
  cell->last = -1;
  cell->span = 1;
  cell->radius = SGN_MARK_RADIUS_LIST;
  return cell;
}

static void
cell_free (gpointer data)
{
  SgnCell *cell = data;

  g_free (cell->text);
  g_free (cell->second);
  g_clear_pointer (&cell->lines, g_ptr_array_unref);
  g_clear_pointer (&cell->picture, sgn_picture_unref);
  g_free (cell);
}

static void
row_free (gpointer data)
{
  SgnRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

SgnTable *
sgn_table_new (const SgnColumn *columns, guint n_columns)
{
  SgnTable *self = g_new0 (SgnTable, 1);

  self->x = SGN_LEFT;
  self->width = SGN_WIDTH;
  self->pad = PAD;
  self->min_height = MIN_HEIGHT;
  self->head_height = HEAD_HEIGHT;
  self->columns = g_array_new (FALSE, FALSE, sizeof (SgnColumn));
  g_array_append_vals (self->columns, columns, n_columns);
  self->heads = g_ptr_array_new_with_free_func (cell_free);
  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (self->heads, cell_new (SGN_CELL_TEXT, SGN_TYPE_HEAD, columns[i].head));
  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

void
sgn_table_free (SgnTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static SgnRow *
row_new (SgnRowKind kind)
{
  SgnRow *row = g_new0 (SgnRow, 1);

  row->kind = kind;
  row->cells = g_ptr_array_new_with_free_func (cell_free);
  return row;
}

SgnRow *
sgn_table_add_row (SgnTable *self, SgnRowKind kind)
{
  SgnRow *row = row_new (kind);

  g_ptr_array_add (self->rows, row);
  return row;
}

static SgnCell *
add_cell (SgnRow *self, SgnCellKind kind, SgnType type, const char *text)
{
  SgnCell *cell = cell_new (kind, type, text);

  g_ptr_array_add (self->cells, cell);
  return cell;
}

SgnCell *
sgn_row_add_text (SgnRow *self, SgnType type, const char *text)
{
  return add_cell (self, SGN_CELL_TEXT, type, text);
}

SgnCell *
sgn_row_add_pair (SgnRow *self, SgnType type, const char *text, SgnType under, const char *second)
{
  SgnCell *cell = add_cell (self, SGN_CELL_TEXT, type, text);

  cell->second = g_strdup (second);
  cell->under = under;
  return cell;
}

SgnCell *
sgn_row_add_numeral (SgnRow *self, SgnType type, const char *text)
{
  return add_cell (self, SGN_CELL_NUMERAL, type, text);
}

SgnCell *
sgn_row_add_picture (SgnRow *self, SgnPicture *picture, SgnIcon icon, const char *alt)
{
  SgnCell *cell = add_cell (self, SGN_CELL_PICTURE, SGN_TYPE_CELL, alt);

  cell->picture = picture != NULL ? sgn_picture_ref (picture) : NULL;
  cell->icon = icon;
  return cell;
}

gboolean
sgn_mark_needs_action (SgnMark mark)
{
  return mark == SGN_MARK_NOT_DONE || mark == SGN_MARK_UNKNOWN || mark == SGN_MARK_OVERDUE;
}

SgnCell *
sgn_row_add_state (SgnRow *self, SgnMark mark, const char *word)
{
  SgnType type = sgn_mark_needs_action (mark) ? SGN_TYPE_STATE_BOLD : SGN_TYPE_STATE;
  SgnCell *cell = add_cell (self, SGN_CELL_STATE, type, word);

  cell->mark = mark;
  return cell;
}

SgnCell *
sgn_row_add_mark (SgnRow *self, SgnMark mark, const char *text)
{
  SgnCell *cell = add_cell (self, SGN_CELL_MARK, SGN_TYPE_CELL, text);

  cell->mark = mark;
  return cell;
}

SgnCell *
sgn_row_add_last (SgnRow *self, SgnMark mark, const char *text)
{
  SgnCell *cell = add_cell (self, SGN_CELL_LAST, SGN_TYPE_CELL, text);

  cell->mark = mark;
  return cell;
}

SgnCell *
sgn_row_add_choice (SgnRow *self, SgnType type, const char *text, const char *alt)
{
  SgnCell *cell = add_cell (self, SGN_CELL_CHOICE, type, text);

  cell->second = g_strdup (alt);
  cell->chosen = alt != NULL;
  return cell;
}

SgnCell *
sgn_row_add_bars (SgnRow *self, double now, double last, const char *alt)
{
  SgnCell *cell = add_cell (self, SGN_CELL_BARS, SGN_TYPE_CELL, alt);

  cell->now = now;
  cell->last = last;
  return cell;
}

static SgnCell *
set_level (SgnCell *cell, guint level, guint levels)
{
  cell->level = level;
  cell->levels = levels;
  return cell;
}

SgnCell *
sgn_row_add_steps (SgnRow *self, guint level, guint levels, const char *alt)
{
  return set_level (add_cell (self, SGN_CELL_STEPS, SGN_TYPE_CELL, alt), level, levels);
}

SgnCell *
sgn_row_add_level (SgnRow *self, SgnType type, guint level, guint levels, const char *word)
{
  return set_level (add_cell (self, SGN_CELL_LEVEL, type, word), level, levels);
}

SgnCell *
sgn_row_add_stack (SgnRow *self, const guint *counts, const char *alt)
{
  SgnCell *cell = add_cell (self, SGN_CELL_STACK, SGN_TYPE_CELL, alt);

  memcpy (cell->counts, counts, sizeof cell->counts);
  return cell;
}

void
sgn_table_set_legend (SgnTable *self, guint column, const char *now, const char *last)
{
  SgnCell *head = g_ptr_array_index (self->heads, column);

  head->kind = SGN_CELL_LEGEND;
  g_free (head->text);
  head->text = g_strdup (now);
  head->second = g_strdup (last);
}

static double
sum_columns (const SgnTable *self, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += g_array_index (self->columns, SgnColumn, i).width;
  return sum;
}

double
sgn_table_get_column_x (const SgnTable *self, guint column)
{
  return self->x +
         sum_columns (self, column) * self->width / sum_columns (self, self->columns->len);
}

double
sgn_table_get_column_width (const SgnTable *self, guint column)
{
  return sgn_table_get_column_x (self, column + 1) - sgn_table_get_column_x (self, column);
}

gboolean
sgn_table_spans (const SgnTable *self, const SgnRow *row)
{
  return row->kind == SGN_ROW_GROUP || (row->kind == SGN_ROW_TOTAL && !self->form);
}

static void
add_under (SgnTypesetter *typesetter, SgnCell *cell, double room)
{
  g_autoptr (GPtrArray) under = sgn_typesetter_break (typesetter, cell->under, cell->second, room);

  cell->first = cell->lines->len;
  while (under->len > 0)
    g_ptr_array_add (cell->lines, g_ptr_array_steal_index (under, 0));
}

static void
measure_cell (const SgnTable *self, SgnTypesetter *typesetter, SgnCell *cell, double width)
{
  double room = width - 2 * SGN_CELL_PAD;

  if (cell->kind == SGN_CELL_STATE)
    room -= SGN_MARK_TO_WORD;
  if (cell->kind == SGN_CELL_LEVEL)
    room -= SGN_LEVEL_TO_WORD (cell->levels);
  if (cell->kind == SGN_CELL_TEXT || cell->kind == SGN_CELL_STATE ||
      cell->kind == SGN_CELL_CHOICE || cell->kind == SGN_CELL_LEVEL)
    cell->lines = sgn_typesetter_break (typesetter, cell->type, cell->text, room);
  if (cell->kind == SGN_CELL_TEXT && cell->second != NULL)
    add_under (typesetter, cell, room);
}

guint
sgn_row_get_column (const SgnRow *row, guint i)
{
  guint column = 0;

  for (guint before = 0; before < i; before++)
    column += ((const SgnCell *) g_ptr_array_index (row->cells, before))->span;
  return column;
}

static void
measure_row (const SgnTable *self, SgnTypesetter *typesetter, SgnRow *row)
{
  gboolean spans = sgn_table_spans (self, row);

  for (guint i = 0; i < row->cells->len; i++) {
    SgnCell *cell = g_ptr_array_index (row->cells, i);
    guint column = sgn_row_get_column (row, i);
    double width =
      sgn_table_get_column_x (self, column + cell->span) - sgn_table_get_column_x (self, column);

    measure_cell (self, typesetter, cell, spans ? self->width : width);
  }
  row->height = spans ? GROUP_HEIGHT : sgn_table_row_height (self, row);
}

guint
sgn_row_count_lines (const SgnRow *row)
{
  guint n = 1;

  for (guint i = 0; i < row->cells->len; i++) {
    const SgnCell *cell = g_ptr_array_index (row->cells, i);
    if (cell->lines != NULL)
      n = MAX (n, cell->lines->len);
  }
  return n;
}

double
sgn_table_get_leading (const SgnRow *row)
{
  double leading = 12.5;

  for (guint i = 0; i < row->cells->len; i++) {
    const SgnCell *cell = g_ptr_array_index (row->cells, i);
    if (cell->kind != SGN_CELL_NUMERAL)
      leading = MAX (leading, sgn_type_get_style (cell->type)->leading);
    if (cell->first > 0)
      leading = MAX (leading, sgn_type_get_style (cell->under)->leading);
  }
  return leading;
}

double
sgn_table_row_height (const SgnTable *self, const SgnRow *row)
{
  double text = sgn_row_count_lines (row) * sgn_table_get_leading (row);
  double least = row->kind == SGN_ROW_TOTAL ? MIN_HEIGHT : self->min_height;

  return MAX (least, text + 2 * self->pad);
}

static void
measure_heads (SgnTable *self, SgnTypesetter *typesetter)
{
  double leading = sgn_type_get_style (SGN_TYPE_HEAD)->leading;

  for (guint i = 0; i < self->heads->len; i++) {
    SgnCell *head = g_ptr_array_index (self->heads, i);
    measure_cell (self, typesetter, head, sgn_table_get_column_width (self, i));
    if (head->lines != NULL)
      self->head_height = MAX (self->head_height, head->lines->len * leading + 4);
  }
}

/* Whether the rows from @n on are not wanted any more. What is left ends with a row, so that it can
 * be placed like any other table. */
static gboolean
is_stopped_at (const SgnTable *self, guint n)
{
  const SgnRow *last = n > 0 ? g_ptr_array_index (self->rows, n - 1) : NULL;

  return last != NULL && last->kind == SGN_ROW_PLAIN && sgn_watch_is_stopped (self->watch);
}

void
sgn_table_measure (SgnTable *self, SgnTypesetter *typesetter)
{
  if (self->measured)
    return;

  measure_heads (self, typesetter);
  for (guint i = 0; i < self->rows->len; i++)
    if (is_stopped_at (self, i))
      g_ptr_array_set_size (self->rows, (int) i);
    else
      measure_row (self, typesetter, g_ptr_array_index (self->rows, i));
  self->measured = TRUE;
}

double
sgn_table_get_height (SgnTable *self, SgnTypesetter *typesetter)
{
  double height;

  sgn_table_measure (self, typesetter);
  height = self->head_height;
  for (guint i = 0; i < self->rows->len; i++)
    height += ((const SgnRow *) g_ptr_array_index (self->rows, i))->height;
  return height;
}

/* How many rows from the first on are no group row but the one they stand under. */
static guint
count_first_group (const SgnTable *self)
{
  guint n = 0;

  while (n < self->rows->len &&
         (n == 0 || ((const SgnRow *) g_ptr_array_index (self->rows, n))->kind != SGN_ROW_GROUP))
    n++;
  return n;
}

/* The first rows, and of a group so small that it would not be broken all of them. */
double
sgn_table_get_keep (SgnTable *self, SgnTypesetter *typesetter)
{
  guint group = count_first_group (self);
  guint least = group <= KEEP_WHOLE && !self->flowing ? group : 0;
  double keep;
  guint plain = 0;

  sgn_table_measure (self, typesetter);
  keep = self->head_height;
  for (guint i = 0; i < self->rows->len && (plain < KEEP_ROWS || i < least); i++) {
    const SgnRow *row = g_ptr_array_index (self->rows, i);
    keep += row->height;
    plain += row->kind == SGN_ROW_PLAIN;
  }
  return MIN (keep, (SGN_BOTTOM - SGN_BODY_TOP_NEXT) / 2);
}

static void
split_pair (SgnCell *cell, SgnCell *head, guint n)
{
  if (cell->first == 0)
    return;
  head->under = cell->under;
  head->first = MIN (cell->first, n);
  cell->first -= head->first;
  if (cell->first == 0)
    cell->type = cell->under;
}

/* The first @n lines of each cell go into a row of their own. */
SgnRow *
sgn_row_split (const SgnTable *self, SgnRow *row, guint n)
{
  SgnRow *first = row_new (row->kind);

  first->action = row->action;
  for (guint i = 0; i < row->cells->len; i++) {
    SgnCell *cell = g_ptr_array_index (row->cells, i);
    SgnCell *head = add_cell (first, cell->kind, cell->type, cell->text);
    head->mark = cell->mark;
    head->span = cell->span;
    head->chosen = cell->chosen;
    head->second = g_strdup (cell->second);
    head->radius = cell->radius;
    head->picture = g_steal_pointer (&cell->picture);
    head->icon = cell->icon;
    head->level = cell->level;
    head->levels = cell->levels;
    if (cell->lines == NULL) {
      cell->kind = SGN_CELL_TEXT;
      cell->type = SGN_TYPE_CELL;
      g_free (cell->text);
      cell->text = g_strdup ("");
      continue;
    }
    head->lines = sgn_lines_new ();
    while (cell->lines->len > 0 && head->lines->len < n)
      g_ptr_array_add (head->lines, g_ptr_array_steal_index (cell->lines, 0));
    split_pair (cell, head, n);
    if (cell->kind == SGN_CELL_STATE || cell->kind == SGN_CELL_CHOICE ||
        cell->kind == SGN_CELL_LEVEL)
      cell->kind = SGN_CELL_TEXT;
  }
  first->height = sgn_table_row_height (self, first);
  row->height = sgn_table_row_height (self, row);
  return first;
}
