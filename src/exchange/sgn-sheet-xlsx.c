/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-error.h"
#include "sgn-sheet-tables-private.h"
#include "sgn-xlsx-parts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a questionnaire never has; a file that says so is not one. */
#define MOST_ROWS 20000
#define MOST_COLUMNS 256

/* What has been read so far. Only text is of interest: of a formula its last result, of a rich text
 * all its runs, never the reading aids above them. */
typedef struct {
  GPtrArray *sheets;   /* of char*: relation ids, in the order of the tabs */
  GHashTable *targets; /* relation id → path */
  GPtrArray *texts;    /* of char*: those that cells share */
  GPtrArray *tables;   /* of GPtrArray of SgnCsvRow: what was read of each tab */
  GPtrArray *rows;     /* of GPtrArray of char* (nullable): of the tab that is being read */
  GString *text;       /* of the cell or shared text that is being read */
  gboolean is_heard;   /* whether text counts now */
  guint aside;         /* depth in reading aids */
  guint row;
  guint column;
  char kind; /* of the cell: s shared, b boolean, n number, t text */
  guint width;
} Reader;

static void
row_free (gpointer data)
{
  SgnCsvRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

static void
reader_clear (Reader *self)
{
  g_ptr_array_unref (self->sheets);
  g_hash_table_unref (self->targets);
  g_ptr_array_unref (self->texts);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  g_string_free (self->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static const char *
find (const char **keys, const char **values, const char *key)
{
  for (; *keys != NULL; keys++, values++)
    if (g_str_equal (*keys, key))
      return *values;
  return NULL;
}

/* Names may stand under a prefix. */
static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_UNREADABLE, "damaged");
}

static void
begin_in_workbook (GMarkupParseContext *context,
                   const char *name,
                   const char **keys,
                   const char **values,
                   gpointer data,
                   GError **error)
{
  Reader *self = data;
  const char *id = find (keys, values, "r:id");

  if (g_str_equal (local_name (name), "sheet") && id != NULL)
    g_ptr_array_add (self->sheets, g_strdup (id));
}

static void
begin_in_relations (GMarkupParseContext *context,
                    const char *name,
                    const char **keys,
                    const char **values,
                    gpointer data,
                    GError **error)
{
  Reader *self = data;
  const char *id = find (keys, values, "Id");
  const char *target = find (keys, values, "Target");

  if (id == NULL || target == NULL)
    return;
  g_hash_table_insert (self->targets, g_strdup (id),
                       *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL));
}

static void
hear (GMarkupParseContext *context, const char *text, gsize size, gpointer data, GError **error)
{
  Reader *self = data;

  if (self->is_heard && self->aside == 0)
    g_string_append_len (self->text, text, (gssize) size);
}

static void
begin_in_texts (GMarkupParseContext *context,
                const char *name,
                const char **keys,
                const char **values,
                gpointer data,
                GError **error)
{
  Reader *self = data;
  const char *local = local_name (name);

  if (g_str_equal (local, "si"))
    g_string_truncate (self->text, 0);
  else if (g_str_equal (local, "rPh"))
    self->aside++;
  self->is_heard = g_str_equal (local, "t");
}

static void
end_in_texts (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Reader *self = data;
  const char *local = local_name (name);

  self->is_heard = FALSE;
  if (g_str_equal (local, "si"))
    g_ptr_array_add (self->texts, g_strdup (self->text->str));
  else if (g_str_equal (local, "rPh"))
    self->aside--;
}

/* “B12” is row 11, column 1; without a place a cell follows the one before. */
static gboolean
read_place (Reader *self, const char *place)
{
  guint64 column = 0;
  guint64 row;
  const char *at = place;

  if (place == NULL) {
    self->column++;
    return self->column < MOST_COLUMNS && self->row < MOST_ROWS;
  }
  for (; g_ascii_isupper (*at) && column < MOST_COLUMNS * 26; at++)
    column = column * 26 + (guint64) (*at - 'A') + 1;
  row = g_ascii_strtoull (at, NULL, 10);
  if (column == 0 || column > MOST_COLUMNS || row == 0 || row > MOST_ROWS)
    return FALSE;

  self->column = (guint) column - 1;
  self->row = (guint) row - 1;
  return TRUE;
}

static char
kind_of (const char *type)
{
  if (g_strcmp0 (type, "s") == 0 || g_strcmp0 (type, "b") == 0)
    return *type;
  return type == NULL || g_str_equal (type, "n") ? 'n' : 't';
}

static void
begin_in_sheet (GMarkupParseContext *context,
                const char *name,
                const char **keys,
                const char **values,
                gpointer data,
                GError **error)
{
  Reader *self = data;
  const char *local = local_name (name);
  const char *number = g_str_equal (local, "row") ? find (keys, values, "r") : NULL;

  if (g_str_equal (local, "row")) {
    self->row = number != NULL ? (guint) g_ascii_strtoull (number, NULL, 10) - 1 : self->rows->len;
    self->column = (guint) -1;
  } else if (g_str_equal (local, "c")) {
    self->kind = kind_of (find (keys, values, "t"));
    g_string_truncate (self->text, 0);
    if (!read_place (self, find (keys, values, "r")))
      set_damaged (error);
  } else if (g_str_equal (local, "rPh")) {
    self->aside++;
  }
  self->is_heard = g_str_equal (local, "v") || g_str_equal (local, "t");
}

/* (nullable): what the cell shows */
static char *
dup_cell (Reader *self, GError **error)
{
  char *end = NULL;
  double number = g_ascii_strtod (self->text->str, &end);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (self->kind == 't')
    return g_strdup (self->text->str);
  if (end == self->text->str || *end != '\0' || number < 0) {
    if (self->kind == 's')
      set_damaged (error);
    return g_strdup (self->text->str);
  }
  if (self->kind == 'b')
    return g_strdup (number != 0 ? "TRUE" : "FALSE");
  if (self->kind == 'n')
    return g_strdup (g_ascii_formatd (digits, sizeof digits, "%.12g", number));
  if (number < self->texts->len)
    return g_strdup (g_ptr_array_index (self->texts, (guint) number));
  set_damaged (error);
  return NULL;
}

static void
put_cell (Reader *self, char *cell)
{
  GPtrArray *row;

  while (self->rows->len <= self->row)
    g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func (g_free));
  row = g_ptr_array_index (self->rows, self->row);
  while (row->len <= self->column)
    g_ptr_array_add (row, NULL);
  g_free (row->pdata[self->column]);
  row->pdata[self->column] = cell;
  self->width = MAX (self->width, row->len);
}

static void
end_in_sheet (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Reader *self = data;
  const char *local = local_name (name);
  char *cell;

  self->is_heard = FALSE;
  if (g_str_equal (local, "rPh"))
    self->aside--;
  if (!g_str_equal (local, "c") || self->text->len == 0)
    return;
  cell = dup_cell (self, error);
  if (cell != NULL)
    put_cell (self, cell);
}

static gboolean
read_part (Reader *self, GHashTable *parts, const char *path, const GMarkupParser *parser)
{
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (parser, 0, self, NULL);
  GBytes *part = path != NULL ? g_hash_table_lookup (parts, path) : NULL;
  gsize size = 0;
  const char *data = part != NULL ? g_bytes_get_data (part, &size) : NULL;

  /* A byte order mark is no text of the parser's. */
  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0) {
    data += 3;
    size -= 3;
  }
  return data != NULL && g_markup_parse_context_parse (context, data, (gssize) size, NULL) &&
         g_markup_parse_context_end_parse (context, NULL);
}

static GPtrArray *
take_rows (Reader *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  for (guint i = 0; i < self->rows->len; i++) {
    const GPtrArray *cells = g_ptr_array_index (self->rows, i);
    SgnCsvRow *row = g_new0 (SgnCsvRow, 1);

    row->line = i + 1;
    row->cells = g_new0 (char *, self->width + 1);
    for (guint k = 0; k < self->width; k++)
      row->cells[k] = g_strdup (k < cells->len && cells->pdata[k] != NULL ? cells->pdata[k] : "");
    g_ptr_array_add (rows, row);
  }
  g_ptr_array_set_size (self->rows, 0);
  self->width = 0;
  return rows;
}

static gboolean
read_sheets (Reader *self, GHashTable *parts)
{
  static const GMarkupParser sheet = { begin_in_sheet, end_in_sheet, hear, NULL, NULL };

  for (guint i = 0; i < self->sheets->len; i++) {
    const char *path = g_hash_table_lookup (self->targets, g_ptr_array_index (self->sheets, i));

    if (!read_part (self, parts, path, &sheet))
      return FALSE;
    g_ptr_array_add (self->tables, take_rows (self));
  }
  return TRUE;
}

static gboolean
read_parts (Reader *self, GHashTable *parts)
{
  static const GMarkupParser workbook = { begin_in_workbook, NULL, NULL, NULL, NULL };
  static const GMarkupParser relations = { begin_in_relations, NULL, NULL, NULL, NULL };
  static const GMarkupParser texts = { begin_in_texts, end_in_texts, hear, NULL, NULL };
  const char *shared = "xl/sharedStrings.xml";

  return read_part (self, parts, "xl/workbook.xml", &workbook) &&
         read_part (self, parts, "xl/_rels/workbook.xml.rels", &relations) &&
         (!g_hash_table_contains (parts, shared) || read_part (self, parts, shared, &texts)) &&
         read_sheets (self, parts);
}

GPtrArray *
sgn_sheet_tables_read_xlsx (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GHashTable) parts = sgn_xlsx_parts_read (bytes, NULL);
  g_auto (Reader) reader = {
    .sheets = g_ptr_array_new_with_free_func (g_free),
    .targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .texts = g_ptr_array_new_with_free_func (g_free),
    .tables = sgn_sheet_tables_new (),
    .rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref),
    .text = g_string_new (NULL),
  };

  if (parts != NULL && read_parts (&reader, parts))
    return g_steal_pointer (&reader.tables);

  g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
               _ ("“%s” is no Excel workbook that can be read, or is damaged. Open it in Excel, "
                  "save it again as .xlsx or as CSV, and choose the new file."),
               name);
  return NULL;
}
