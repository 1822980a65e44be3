/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-catalogue-private.h"

#include <glib/gi18n-lib.h>

/* What is known while the rows are read. */
typedef struct {
  const SgnCatalogue *catalogue;
  gsize width;
  GHashTable *seen; /* ids of items that have a row */
} Rows;

static const char *const roles[] = { "other",  "number",    "section", "question",
                                     "answer", "statement", NULL };

/* The index of @role in roles; 0 when it is none. */
static guint
find_role (const char *role)
{
  for (guint i = 1; roles[i] != NULL; i++)
    if (g_str_equal (roles[i], role))
      return i;
  return 0;
}

/* Each role but “other” stands once at most; number and question stand. Returns how many columns
 * there are. */
static gsize
read_columns (SgnReader *reader, const json_t *object)
{
  g_auto (GStrv) columns = sgn_reader_dup_strings (reader, object, "columns", 2);
  guint count[G_N_ELEMENTS (roles)] = { 0 };
  const char *expected = _ ("a list of: other, number, section, question, answer, statement");

  for (guint i = 0; columns[i] != NULL; i++) {
    guint role = find_role (columns[i]);

    if (role == 0 && !g_str_equal (columns[i], roles[0]))
      sgn_reader_fail_value (reader, "columns", columns[i], expected);
    else if (role > 0 && count[role]++ > 0)
      sgn_reader_fail_value (reader, "columns", columns[i], _ ("each of them once"));
  }
  if (count[find_role ("number")] == 0 || count[find_role ("question")] == 0)
    sgn_reader_fail (reader, "columns", _ ("A column is missing."),
                     _ ("one for “number” and one for “question”"));
  return g_strv_length (columns);
}

static void
check_cells (SgnReader *reader, const json_t *object, gsize width)
{
  const json_t *cells = json_object_get (object, "cells");
  gboolean good = json_is_array (cells) && json_array_size (cells) == width;

  for (gsize i = 0; good && i < width; i++)
    good = json_is_string (json_array_get (cells, i));
  if (!good)
    sgn_reader_fail (reader, "cells", _ ("It is not a row of this sheet."),
                     _ ("a list with one text for each column, which may be empty"));
}

static void
read_row (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "cells", "item", "heading", NULL };
  Rows *rows = data;
  const char *item;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  check_cells (reader, object, rows->width);
  if (json_object_get (object, "heading") != NULL &&
      !json_is_true (json_object_get (object, "heading")))
    sgn_reader_fail (reader, "heading", _ ("It is not right."), "true");
  if (!sgn_reader_has (object, "item"))
    return;

  item = sgn_reader_get_string (reader, object, "item", _ ("the id of an item"));
  if (item == NULL)
    return;
  if (sgn_catalogue_find_item (rows->catalogue, item) == NULL)
    sgn_reader_fail_value (reader, "item", item, _ ("the id of an item"));
  if (!g_hash_table_add (rows->seen, (gpointer) item))
    sgn_reader_fail_value (reader, "item", item, _ ("an item that no row before it has"));
}

void
sgn_catalogue_read_sheet (SgnReader *reader, const json_t *object, gpointer catalogue)
{
  static const char *const keys[] = { "columns", "rows", NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Rows rows = { .catalogue = catalogue, .seen = seen };

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  rows.width = read_columns (reader, object);
  sgn_reader_each (reader, object, "rows", 1, read_row, &rows);
}
