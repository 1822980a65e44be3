/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-export.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sgn-csv.h"
#include "sgn-error.h"
#include "sgn-json.h"
#include "sgn-tables-private.h"
#include "sgn-xlsx.h"

static gboolean
set_failed (GError **error)
{
  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_FAILED,
                       _ ("What was exported does not read back as what it was made from. Nothing "
                          "was written. Please report this."));
  return FALSE;
}

/* (transfer full): the rows of @table. The sheet prints a statement in its own language; an import
 * wants both as they were typed, and these stand in the answers. */
static json_t *
dup_rows (const json_t *projection, const SgnDocumentTable *table)
{
  json_t *rows = json_deep_copy (json_object_get (projection, table->key));
  const json_t *answers = json_object_get (json_object_get (projection, "answers"), "answers");
  size_t i;
  size_t k;
  json_t *row;
  json_t *answer;

  json_array_foreach (rows, i, row)
  {
    json_array_foreach (answers, k, answer)
    {
      if (g_strcmp0 (sgn_json_string (row, "id"), sgn_json_string (answer, "item")) != 0)
        continue;
      sgn_json_set_string (row, "statement", sgn_json_string (answer, "statement"));
      sgn_json_set_string (row, "statement_en", sgn_json_string (answer, "statement_en"));
    }
  }
  return rows;
}

/* What stands in @column of @row; "item" is the row's own id. */
static const json_t *
find_cell (const json_t *row, const char *column)
{
  return json_object_get (row, g_str_equal (column, "item") ? "id" : column);
}

/* Several names in one cell, with a space between them. */
static char *
join_names (const json_t *list)
{
  GString *names = g_string_new (NULL);
  size_t i;
  json_t *name;

  json_array_foreach (list, i, name)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", json_string_value (name));
  return g_string_free (names, FALSE);
}

/* (nullable): the cell as text; NULL for an empty one */
static char *
cell_to_text (const json_t *cell)
{
  if (json_is_array (cell))
    return join_names (cell);
  if (json_is_string (cell))
    return g_strdup (json_string_value (cell));
  if (json_is_integer (cell))
    return g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (cell));
  if (json_is_boolean (cell))
    return g_strdup (json_is_true (cell) ? "true" : "false");
  return NULL;
}

static void
write_row (SgnCsvWriter *writer, const json_t *row, const char *const *columns)
{
  for (guint i = 0; columns[i] != NULL; i++) {
    const json_t *cell = find_cell (row, columns[i]);
    g_autofree char *text = cell_to_text (cell);

    if (json_is_integer (cell))
      sgn_csv_writer_add_integer (writer, json_integer_value (cell));
    else
      sgn_csv_writer_add_text (writer, text);
  }
  sgn_csv_writer_end_row (writer);
}

static gboolean
row_reads_back (const SgnCsvRow *read, const json_t *row, const char *const *columns)
{
  for (guint i = 0; columns[i] != NULL; i++) {
    g_autofree char *expected = cell_to_text (find_cell (row, columns[i]));
    g_autofree char *text = NULL;

    if (read->cells[i] == NULL)
      return FALSE;
    text = sgn_csv_unguard (read->cells[i]);
    if (!g_str_equal (text, expected != NULL ? expected : ""))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_csv (GBytes *bytes, const json_t *rows, const char *const *columns, GError **error)
{
  g_autoptr (GPtrArray) read = sgn_csv_parse (bytes, "CSV", NULL);
  const SgnCsvRow *header;

  if (read == NULL || read->len != json_array_size (rows) + 1)
    return set_failed (error);

  header = g_ptr_array_index (read, 0);
  if (!g_strv_equal ((const char *const *) header->cells, columns))
    return set_failed (error);

  for (guint i = 1; i < read->len; i++)
    if (!row_reads_back (g_ptr_array_index (read, i), json_array_get (rows, i - 1), columns))
      return set_failed (error);
  return TRUE;
}

/**
 * sgn_export_csv:
 * @projection: the record behind a sheet
 * @tables: (nullable) (element-type SgnDocumentTable): the tables of its document
 * @error: return location for an error
 *
 * Writes the first table of a sheet; that of the answers of a check begins with the columns that
 * an import reads. A sheet without a table is SGN_ERROR_USAGE.
 *
 * Returns: (transfer full): the file
 */
GBytes *
sgn_export_csv (const json_t *projection, GPtrArray *tables, GError **error)
{
  const SgnDocumentTable *table = tables != NULL && tables->len > 0 ? tables->pdata[0] : NULL;
  const char *const *columns;
  g_autoptr (SgnCsvWriter) writer = sgn_csv_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (json_t) rows = NULL;
  size_t index;
  json_t *row;

  if (table == NULL) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                         _ ("This sheet has no table to write as CSV. Write it as pdf or json."));
    return NULL;
  }

  columns = (const char *const *) table->machine;
  for (guint i = 0; columns[i] != NULL; i++)
    sgn_csv_writer_add_text (writer, columns[i]);
  sgn_csv_writer_end_row (writer);
  rows = dup_rows (projection, table);
  json_array_foreach (rows, index, row)
  {
    write_row (writer, row, columns);
  }

  bytes = sgn_csv_writer_to_bytes (writer);
  if (!check_csv (bytes, rows, columns, error))
    return NULL;
  return g_steal_pointer (&bytes);
}

/**
 * sgn_export_json:
 * @projection: the record behind a sheet
 * @error: return location for an error
 *
 * Writes the whole record behind a sheet: sorted keys, indented, UTF-8, a newline at the end.
 *
 * Returns: (transfer full): the file
 */
GBytes *
sgn_export_json (const json_t *projection, GError **error)
{
  char *pretty = json_dumps (projection, JSON_INDENT (2) | JSON_SORT_KEYS);
  g_autofree char *text = g_strconcat (pretty != NULL ? pretty : "", "\n", NULL);
  gsize length = strlen (text);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  g_autoptr (json_t) read = sgn_json_load_bytes (bytes, "JSON", NULL);

  free (pretty);
  if (read == NULL || !json_equal (read, projection)) {
    set_failed (error);
    return NULL;
  }
  return g_steal_pointer (&bytes);
}

static gboolean
check_xlsx (GBytes *bytes, GPtrArray *workbook, GError **error)
{
  g_autoptr (GPtrArray) read = sgn_xlsx_read (bytes, NULL);

  return (read != NULL && sgn_workbook_equal (workbook, read)) || set_failed (error);
}

/* The foot of every page says which document it is, and the beginning of the record's hash. */
static GBytes *
write_workbook (const SgnExport *self, GPtrArray *workbook, GError **error)
{
  const json_t *company = json_object_get (self->projection, "company");
  const char *title = sgn_document_get_title (self->document, self->projection, self->language);
  g_autofree char *tags = sgn_tables_dup_tags (self);
  g_autofree char *name =
    self->number != NULL ? g_strconcat (self->number, "  ", title, NULL) : g_strdup (title);
  g_autofree char *record = g_strdup_printf ("%.12s", self->record_hash);
  const SgnXlsxLook look = { .title = title,
                             .company = sgn_json_string (company, "name"),
                             .created = self->issued,
                             .header = tags,
                             .foot_left = name,
                             .foot_right = record };

  return sgn_xlsx_write (workbook, &look, error);
}

/**
 * sgn_export_xlsx:
 * @self: what is written
 * @error: return location for an error
 *
 * Writes the tables of a sheet as a workbook for people: first a small worksheet that says what it
 * is, then one for each table that its reader gets. The same projection, number and time of issue
 * give the same bytes. A sheet without a table is SGN_ERROR_USAGE, a text longer than a cell can
 * hold SGN_ERROR_CHECK, stopped by who waits G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the file
 */
GBytes *
sgn_export_xlsx (const SgnExport *self, GError **error)
{
  g_autoptr (GPtrArray) workbook = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL && self->document != NULL, NULL);

  workbook = sgn_tables_lay_out (self);
  if (workbook->len < 2) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                         _ ("This sheet has no table to write as xlsx. Write it as pdf or json."));
    return NULL;
  }
  if (!sgn_workbook_is_readable (workbook)) {
    set_failed (error);
    return NULL;
  }
  if (!sgn_workbook_check (workbook, error))
    return NULL;

  bytes = write_workbook (self, workbook, error);
  if (bytes == NULL || !sgn_watch_step (self->watch, 1, 2, error) ||
      !check_xlsx (bytes, workbook, error))
    return NULL;
  return g_steal_pointer (&bytes);
}
