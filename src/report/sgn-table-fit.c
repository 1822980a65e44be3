/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-table-private.h"

#define GROUP_REST 3

static SgnRow *
get_row (const SgnTable *self, guint i)
{
  return g_ptr_array_index (self->rows, i);
}

const SgnRow *
sgn_table_find_group (const SgnTable *self, guint row)
{
  for (guint i = row + 1; i-- > 0;)
    if (get_row (self, i)->kind == SGN_ROW_GROUP)
      return get_row (self, i);
  return NULL;
}

/* A long row fills the page as far as it goes. */
static gboolean
split_row (SgnTable *self, guint i, double room)
{
  SgnRow *row = get_row (self, i);
  guint n = sgn_row_count_lines (row);
  double lines = (room - 2 * self->pad) / sgn_table_get_leading (row);
  guint fitting = lines > 0 ? (guint) lines : 0;

  if (row->kind != SGN_ROW_PLAIN || n <= SGN_ROW_WHOLE)
    return FALSE;
  fitting = MIN (fitting, n - SGN_ROW_PART);
  if (fitting < SGN_ROW_PART)
    return FALSE;

  g_ptr_array_insert (self->rows, (int) i, sgn_row_split (self, row, fitting));
  return TRUE;
}

/* Rows of the group that would be left for the next page, a total row counted with them. */
static guint
count_rest (const SgnTable *self, guint end)
{
  guint n = 0;

  while (end + n < self->rows->len && get_row (self, end + n)->kind == SGN_ROW_PLAIN)
    n++;
  return n;
}

/* Whether a group row and a single row of its would end the page: they go along with the next. */
static gboolean
starts_group (const SgnTable *self, guint start, guint at)
{
  return at >= start + 2 && get_row (self, at)->kind == SGN_ROW_PLAIN &&
         get_row (self, at - 1)->kind == SGN_ROW_PLAIN &&
         get_row (self, at - 2)->kind == SGN_ROW_GROUP;
}

/* Rows that the next page begins with and that must not be few: those of the group, and where
 * groups flow those of the whole table. */
static guint
count_next (const SgnTable *self, guint at)
{
  if (self->flowing)
    return self->rows->len - at;
  return get_row (self, at)->kind == SGN_ROW_PLAIN ? count_rest (self, at) : GROUP_REST;
}

/* Moves the break up, so that nothing stands alone on either side of it. */
static guint
move_up (const SgnTable *self, guint start, guint end)
{
  guint at = end;
  guint rest;

  while (get_row (self, at)->kind == SGN_ROW_TOTAL && at > start)
    at--;
  rest = count_next (self, at);
  while (rest < GROUP_REST && at > start && get_row (self, at - 1)->kind == SGN_ROW_PLAIN) {
    at--;
    rest++;
  }
  if (!self->flowing && starts_group (self, start, at))
    at -= 2;
  while (at > start && get_row (self, at - 1)->kind == SGN_ROW_GROUP)
    at--;
  return at;
}

guint
sgn_table_fit (SgnTable *self, guint start, double room, gboolean fresh)
{
  guint end = start;
  guint moved;

  while (end < self->rows->len && get_row (self, end)->height <= room) {
    room -= get_row (self, end)->height;
    end++;
  }
  if (end == self->rows->len && (room >= self->after || end - start <= GROUP_REST))
    return end - start;
  if (end == self->rows->len)
    end--; /* what follows the table would stand alone on its page */
  else if (split_row (self, end, room))
    return end + 1 - start;

  moved = move_up (self, start, end);
  if (moved > start)
    return moved - start;
  return fresh ? MAX (end - start, 1) : 0;
}
