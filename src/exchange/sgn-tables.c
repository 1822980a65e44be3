/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-tables-private.h"

/* Several texts in one cell. */
static char *
join_texts (const SgnExport *self, const json_t *list)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  size_t i;
  json_t *text;

  json_array_foreach (list, i, text)
  {
    g_ptr_array_add (texts, (char *) json_string_value (text));
  }
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (sgn_documents_text (self->documents, self->document->id, "list.separator_wide",
                                         self->language),
                     (char **) texts->pdata);
}

/* (nullable): the cell as text; NULL for an empty one */
static char *
make_text (const SgnExport *self, const json_t *cell)
{
  if (json_is_string (cell))
    return g_strdup (json_string_value (cell));
  if (json_is_integer (cell))
    return g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (cell));
  if (json_is_array (cell))
    return join_texts (self, cell);
  if (json_is_true (cell))
    return g_strdup (
      sgn_documents_text (self->documents, self->document->id, "table.yes", self->language));
  return NULL;
}

/* A number, or one that is written as a text because it has decimals. */
static gboolean
read_number (const json_t *cell, double *number)
{
  const char *text = json_string_value (cell);
  char *end = NULL;

  if (json_is_number (cell)) {
    *number = json_number_value (cell);
    return TRUE;
  }
  if (text == NULL || !g_ascii_isdigit (*text))
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return *end == '\0';
}

static void
add_cell (const SgnExport *self, GPtrArray *row, const json_t *cell, SgnColumnKind kind)
{
  g_autofree char *text = make_text (self, cell);
  double number = 0;

  if (kind == SGN_COLUMN_NUMBER && read_number (cell, &number))
    sgn_cells_add_number (row, number);
  else if (kind == SGN_COLUMN_DATE)
    sgn_cells_add_date (row, text);
  else
    sgn_cells_add_text (row, text);
}

/* What a partner never gets is no empty column either. */
static gboolean
is_shown (const SgnExport *self, const json_t *rows, const SgnDocumentColumn *column)
{
  gboolean partner = g_strcmp0 (sgn_json_string (self->projection, "audience"),
                                sgn_audience_to_key (SGN_AUDIENCE_PARTNER)) == 0;
  size_t i;
  json_t *row;

  if (!partner || json_array_size (rows) == 0)
    return TRUE;
  json_array_foreach (rows, i, row)
  {
    if (json_object_get (row, column->key) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* (transfer container) (element-type SgnDocumentColumn): the columns that are shown */
static GPtrArray *
choose_columns (const SgnExport *self, const json_t *rows, const SgnDocumentTable *table)
{
  GPtrArray *columns = g_ptr_array_new ();

  for (guint i = 0; i < table->people->len; i++)
    if (is_shown (self, rows, g_ptr_array_index (table->people, i)))
      g_ptr_array_add (columns, g_ptr_array_index (table->people, i));
  return columns;
}

static void
add_head (const SgnExport *self, SgnWorksheet *sheet, GPtrArray *columns)
{
  GPtrArray *head = sgn_worksheet_add_row (sheet);

  for (guint i = 0; i < columns->len; i++) {
    const SgnDocumentColumn *column = g_ptr_array_index (columns, i);

    sgn_cells_add_text (head, sgn_text_get (&column->title, self->language));
    g_array_append_val (sheet->widths, column->width);
  }
}

static void
add_row (const SgnExport *self, SgnWorksheet *sheet, GPtrArray *columns, const json_t *row)
{
  GPtrArray *cells = sgn_worksheet_add_row (sheet);

  for (guint i = 0; i < columns->len; i++) {
    const SgnDocumentColumn *column = g_ptr_array_index (columns, i);

    add_cell (self, cells, json_object_get (row, column->key), column->kind);
  }
}

static void
add_table (const SgnExport *self, GPtrArray *workbook, const SgnDocumentTable *table)
{
  const json_t *rows = json_object_get (self->projection, table->key);
  g_autoptr (GPtrArray) columns = choose_columns (self, rows, table);
  g_autofree char *name =
    sgn_workbook_make_name (workbook, sgn_text_get (&table->title, self->language));
  SgnWorksheet *sheet;
  size_t i;
  json_t *row;

  /* A table that this reader does not get. */
  if (!json_is_array (rows) || columns->len == 0)
    return;

  sheet = sgn_workbook_add_sheet (workbook, name);
  sheet->is_table = TRUE;
  add_head (self, sheet, columns);
  json_array_foreach (rows, i, row)
  {
    add_row (self, sheet, columns, row);
  }
}

GPtrArray *
sgn_tables_lay_out (const SgnExport *self)
{
  GPtrArray *tables = sgn_documents_get_tables (self->documents, self->document->id);
  GPtrArray *workbook = sgn_workbook_new ();

  sgn_tables_add_about (self, workbook);
  for (guint i = 0; tables != NULL && i < tables->len; i++)
    add_table (self, workbook, g_ptr_array_index (tables, i));
  return workbook;
}
