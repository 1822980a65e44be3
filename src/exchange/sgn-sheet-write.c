/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-sheet-write.h"

#include "sgn-csv.h"
#include "sgn-xlsx.h"

/* Widths of columns, in characters of which a Japanese one counts two. */
static const struct {
  const char *role;
  int width;
} columns[] = {
  { "number", 8 }, { "section", 18 }, { "question", 60 }, { "answer", 20 }, { "statement", 44 },
};

#define OTHER_WIDTH 16

/* The table that is written. */
typedef struct {
  const SgnSheetForm *form;
  json_t *json;     /* (nullable): the guideline as stored; names of columns stay in it */
  GPtrArray *rows;  /* of GPtrArray of char* */
  GPtrArray *roles; /* of const char*: what each column holds */
  guint heading;    /* index of the row of headings */
} Table;

static void
table_clear (Table *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->roles);
  json_decref (self->json);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static GPtrArray *
add_row (Table *self)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (self->rows, row);
  return row;
}

/* -1 when no column holds @role */
static int
find_column (const Table *self, const char *role)
{
  for (guint i = 0; i < self->roles->len; i++)
    if (g_str_equal (g_ptr_array_index (self->roles, i), role))
      return (int) i;
  return -1;
}

static const char *
name_column (const Table *self, const char *role)
{
  const json_t *names = json_object_get (self->form->form, "columns");

  return sgn_json_string (json_object_get (names, role),
                          self->form->language == SGN_LANGUAGE_EN ? "en" : "ja");
}

/* Whether anything is said besides the answers. */
static gboolean
has_statements (const SgnSheetForm *form)
{
  for (guint i = 0; i < form->catalogue->items->len; i++)
    if (form->find (g_ptr_array_index (form->catalogue->items, i), form->data).statement != NULL)
      return TRUE;
  return FALSE;
}

/* Puts @text into the column of @role; a row that is too short for it grows. */
static void
put (const Table *self, GPtrArray *row, const char *role, const char *text)
{
  int column = find_column (self, role);

  if (column < 0 || text == NULL)
    return;
  while (row->len <= (guint) column)
    g_ptr_array_add (row, g_strdup (""));
  g_free (row->pdata[column]);
  row->pdata[column] = g_strdup (text);
}

/* What stood in the row stays where nothing was answered. */
static void
put_answer (const Table *self, GPtrArray *row, const SgnItem *item)
{
  const SgnSheetAnswer answer = self->form->find (item, self->form->data);

  if (answer.value != NULL)
    put (self, row, "answer", sgn_text_get (&answer.value->label, self->form->language));
  put (self, row, "statement", answer.statement);
}

static void
take_row (Table *self, const json_t *kept)
{
  const json_t *cells = json_object_get (kept, "cells");
  const char *id = sgn_json_string (kept, "item");
  GPtrArray *row = add_row (self);

  for (gsize i = 0; i < json_array_size (cells); i++)
    g_ptr_array_add (row, g_strdup (json_string_value (json_array_get (cells, i))));
  if (sgn_json_boolean (kept, "heading"))
    self->heading = self->rows->len - 1;
  if (id != NULL)
    put_answer (self, row, sgn_catalogue_find_item (self->form->catalogue, id));
}

/* The columns that came, and those for answers where there were none. */
static void
take_columns (Table *self, const json_t *roles)
{
  for (gsize i = 0; i < json_array_size (roles); i++)
    g_ptr_array_add (self->roles, (gpointer) json_string_value (json_array_get (roles, i)));
  if (find_column (self, "answer") < 0)
    g_ptr_array_add (self->roles, (gpointer) "answer");
  if (find_column (self, "statement") < 0 && has_statements (self->form))
    g_ptr_array_add (self->roles, (gpointer) "statement");
}

/* All rows as wide as the widest, and a heading over what was added. */
static void
fill_up (Table *self, gsize width)
{
  for (guint i = 0; i < self->rows->len; i++) {
    GPtrArray *row = g_ptr_array_index (self->rows, i);

    for (guint k = (guint) width; i == self->heading && k < self->roles->len; k++)
      put (self, row, g_ptr_array_index (self->roles, k),
           name_column (self, g_ptr_array_index (self->roles, k)));
    while (row->len < self->roles->len)
      g_ptr_array_add (row, g_strdup (""));
  }
}

static void
lay_out_as_it_came (Table *self, const json_t *sheet)
{
  const json_t *rows = json_object_get (sheet, "rows");
  const json_t *roles = json_object_get (sheet, "columns");

  take_columns (self, roles);
  for (gsize i = 0; i < json_array_size (rows); i++)
    take_row (self, json_array_get (rows, i));
  fill_up (self, json_array_size (roles));
}

static void
lay_out_anew (Table *self)
{
  const SgnLanguage language = self->form->language;
  const GPtrArray *items = self->form->catalogue->items;
  GPtrArray *head = add_row (self);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    g_ptr_array_add (self->roles, (gpointer) columns[i].role);
    g_ptr_array_add (head, g_strdup (name_column (self, columns[i].role)));
  }
  for (guint i = 0; i < items->len; i++) {
    const SgnItem *item = g_ptr_array_index (items, i);
    GPtrArray *row = NULL;

    if (item->scale == NULL)
      continue;
    row = add_row (self);
    put (self, row, "number", item->number);
    put (self, row, "section", sgn_text_get (&item->section->title, language));
    put (self, row, "question", sgn_text_get (&item->question, language));
    put_answer (self, row, item);
  }
  fill_up (self, self->roles->len);
}

static void
lay_out (Table *self)
{
  const json_t *sheet = NULL;

  self->json = sgn_catalogue_to_json (self->form->catalogue);
  sheet = json_object_get (self->json, "sheet");
  if (sheet != NULL)
    lay_out_as_it_came (self, sheet);
  else
    lay_out_anew (self);
}

/**
 * sgn_sheet_write_csv:
 * @self: a sheet and its answers
 *
 * Returns: (transfer full): the file: UTF-8 with a byte order mark, texts guarded where a
 *   spreadsheet would take them for formulas
 */
GBytes *
sgn_sheet_write_csv (const SgnSheetForm *self)
{
  g_auto (Table)
    table = { .form = self,
              .rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref),
              .roles = g_ptr_array_new () };
  g_autoptr (SgnCsvWriter) writer = sgn_csv_writer_new ();

  g_return_val_if_fail (self != NULL, NULL);

  lay_out (&table);
  for (guint i = 0; i < table.rows->len; i++) {
    const GPtrArray *row = g_ptr_array_index (table.rows, i);

    for (guint k = 0; k < row->len; k++)
      sgn_csv_writer_add_text (writer, g_ptr_array_index (row, k));
    sgn_csv_writer_end_row (writer);
  }
  return sgn_csv_writer_to_bytes (writer);
}

static int
get_width (const char *role)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].role, role))
      return columns[i].width;
  return OTHER_WIDTH;
}

static void
fill_worksheet (const Table *table, SgnWorksheet *sheet)
{
  for (guint i = 0; i < table->roles->len; i++) {
    int width = get_width (g_ptr_array_index (table->roles, i));

    g_array_append_val (sheet->widths, width);
  }
  sheet->is_table = table->heading == 0;
  for (guint i = 0; i < table->rows->len; i++) {
    const GPtrArray *row = g_ptr_array_index (table->rows, i);
    GPtrArray *cells = sgn_worksheet_add_row (sheet);

    for (guint k = 0; k < row->len; k++) {
      const char *text = g_ptr_array_index (row, k);

      if (*text != '\0')
        sgn_cells_add_text (cells, text);
      else
        sgn_cells_add_empty (cells);
    }
  }
}

/**
 * sgn_sheet_write_xlsx:
 * @self: a sheet and its answers
 * @company: (nullable): whose answers they are
 * @created: (nullable): the time that stands in the file
 * @error: return location; SGN_ERROR_CHECK when a text is longer than a cell can hold
 *
 * Returns: (transfer full) (nullable): the file: one worksheet, in which every cell is text
 */
GBytes *
sgn_sheet_write_xlsx (const SgnSheetForm *self,
                      const char *company,
                      const char *created,
                      GError **error)
{
  g_auto (Table)
    table = { .form = self,
              .rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref),
              .roles = g_ptr_array_new () };
  g_autoptr (GPtrArray) workbook = sgn_workbook_new ();
  const char *title = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  title = sgn_text_get (&self->catalogue->title, self->language);
  name = sgn_workbook_make_name (workbook, title);
  lay_out (&table);
  fill_worksheet (&table, sgn_workbook_add_sheet (workbook, name));
  if (!sgn_workbook_check (workbook, error))
    return NULL;
  return sgn_xlsx_write (workbook,
                         &(const SgnXlsxLook){ .title = title,
                                               .company = company != NULL ? company : "",
                                               .created = created != NULL ? created : "",
                                               .foot_left = title,
                                               .foot_right = "" },
                         error);
}
