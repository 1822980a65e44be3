/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-xlsx.h"

#include "sgn-error.h"
#include "sgn-xlsx-parts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TEXTS_PATH "xl/sharedStrings.xml"

/* What has been read so far. */
typedef struct {
  GPtrArray *workbook;
  GPtrArray *texts; /* of char*: those that cells share */
  GHashTable *days; /* numbers of the formats that show a day */
  GArray *formats;  /* of guint: the number of its format for each look of cells */
  gboolean in_looks;
  guint sheet;
  GString *text; /* of the element that is being read */
  guint row;
  guint column;
  guint look;
  gboolean is_shared; /* whether the cell says which text it holds */
  gboolean is_empty;
} Reader;

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->workbook, g_ptr_array_unref);
  g_ptr_array_unref (self->texts);
  g_hash_table_unref (self->days);
  g_array_unref (self->formats);
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

static guint
find_number (const char **keys, const char **values, const char *key)
{
  const char *value = find (keys, values, key);

  return value != NULL ? (guint) g_ascii_strtoull (value, NULL, 10) : 0;
}

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                       _ ("The spreadsheet is damaged. Write it again."));
}

/* Text counts where begin_… emptied it last. */
static void
add_text (GMarkupParseContext *context, const char *text, gsize size, gpointer data, GError **error)
{
  Reader *self = data;

  g_string_append_len (self->text, text, (gssize) size);
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
  const char *tab = find (keys, values, "name");

  if (!g_str_equal (name, "sheet"))
    return;
  if (tab != NULL)
    sgn_workbook_add_sheet (self->workbook, tab);
  else
    set_damaged (error);
}

/* “_x0041_” is “A”. */
static char *
read_spelling (const char *text)
{
  GString *read = g_string_new (NULL);

  while (*text != '\0') {
    gboolean spelt = text[0] == '_' && text[1] == 'x' &&
                     strspn (text + 2, "0123456789ABCDEFabcdef") >= 4 && text[6] == '_';

    if (spelt) {
      g_string_append_unichar (read, (gunichar) g_ascii_strtoull (text + 2, NULL, 16));
      text += strlen ("_x0000_");
    } else {
      g_string_append_c (read, *text++);
    }
  }
  return g_string_free (read, FALSE);
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

  if (g_str_equal (name, "t"))
    g_string_truncate (self->text, 0);
}

static void
end_in_texts (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Reader *self = data;

  if (g_str_equal (name, "t"))
    g_ptr_array_add (self->texts, read_spelling (self->text->str));
}

static void
begin_in_styles (GMarkupParseContext *context,
                 const char *name,
                 const char **keys,
                 const char **values,
                 gpointer data,
                 GError **error)
{
  Reader *self = data;
  guint number = find_number (keys, values, "numFmtId");
  const char *code = find (keys, values, "formatCode");

  if (g_str_equal (name, "cellXfs"))
    self->in_looks = TRUE;
  else if (g_str_equal (name, "xf") && self->in_looks)
    g_array_append_val (self->formats, number);
  else if (g_str_equal (name, "numFmt") && g_strcmp0 (code, "yyyy-mm-dd") == 0)
    g_hash_table_add (self->days, GUINT_TO_POINTER (number));
}

static void
end_in_styles (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Reader *self = data;

  if (g_str_equal (name, "cellXfs"))
    self->in_looks = FALSE;
}

/* “B12” is row 11, column 1. */
static gboolean
read_place (Reader *self, const char *place)
{
  guint column = 0;
  const char *at = place;

  for (; at != NULL && g_ascii_isupper (*at); at++)
    column = column * 26 + (guint) (*at - 'A') + 1;
  if (column == 0 || !g_ascii_isdigit (*at) || *at == '0')
    return FALSE;

  self->column = column - 1;
  self->row = (guint) g_ascii_strtoull (at, NULL, 10) - 1;
  return TRUE;
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

  if (g_str_equal (name, "c")) {
    self->is_empty = TRUE;
    self->is_shared = g_strcmp0 (find (keys, values, "t"), "s") == 0;
    self->look = find_number (keys, values, "s");
    if (!read_place (self, find (keys, values, "r")))
      set_damaged (error);
  } else if (g_str_equal (name, "v")) {
    self->is_empty = FALSE;
    g_string_truncate (self->text, 0);
  } else if (g_str_equal (name, "f") || g_str_equal (name, "is")) {
    /* A formula, or a text of its own: neither is ours. */
    set_damaged (error);
  }
}

/* Days are counted from 30 December 1899. */
static char *
read_day (double number)
{
  g_autoptr (GDate) day = g_date_new_dmy (30, G_DATE_DECEMBER, 1899);

  g_date_add_days (day, (guint) CLAMP (number, 0, 2958465));
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (day), (guint) g_date_get_month (day),
                          g_date_get_day (day));
}

static gboolean
is_day (Reader *self)
{
  return self->look < self->formats->len &&
         g_hash_table_contains (self->days, GUINT_TO_POINTER (
                                              g_array_index (self->formats, guint, self->look)));
}

static gboolean
add_value (Reader *self, GPtrArray *row)
{
  char *end;
  double number = g_ascii_strtod (self->text->str, &end);

  if (end == self->text->str || *end != '\0')
    return FALSE;

  if (self->is_shared) {
    if (number < 0 || number >= self->texts->len)
      return FALSE;
    sgn_cells_add_text (row, g_ptr_array_index (self->texts, (guint) number));
  } else if (is_day (self)) {
    g_autofree char *day = read_day (number);

    sgn_cells_add_date (row, day);
  } else {
    sgn_cells_add_number (row, number);
  }
  return TRUE;
}

/* Rows and cells stand in their order; those that are not there are empty. */
static void
end_in_sheet (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Reader *self = data;
  SgnWorksheet *sheet = g_ptr_array_index (self->workbook, self->sheet);
  GPtrArray *row;

  if (!g_str_equal (name, "c") || self->is_empty)
    return;

  while (sheet->rows->len <= self->row)
    sgn_worksheet_add_row (sheet);
  row = g_ptr_array_index (sheet->rows, self->row);
  while (row->len < self->column)
    sgn_cells_add_empty (row);
  if (row->len > self->column || !add_value (self, row))
    set_damaged (error);
}

static gboolean
read_part (Reader *self,
           GHashTable *parts,
           const char *path,
           const GMarkupParser *parser,
           GError **error)
{
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (parser, 0, self, NULL);
  GBytes *part = g_hash_table_lookup (parts, path);
  gsize size = 0;
  const char *data = part != NULL ? g_bytes_get_data (part, &size) : NULL;

  if (data != NULL && g_markup_parse_context_parse (context, data, (gssize) size, NULL) &&
      g_markup_parse_context_end_parse (context, NULL))
    return TRUE;

  set_damaged (error);
  return FALSE;
}

static gboolean
read_sheets (Reader *self, GHashTable *parts, GError **error)
{
  static const GMarkupParser parser = { begin_in_sheet, end_in_sheet, add_text, NULL, NULL };

  for (self->sheet = 0; self->sheet < self->workbook->len; self->sheet++) {
    g_autofree char *path = g_strdup_printf ("xl/worksheets/sheet%u.xml", self->sheet + 1);

    if (!read_part (self, parts, path, &parser, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_parts (Reader *self, GHashTable *parts, GError **error)
{
  static const GMarkupParser workbook = { begin_in_workbook, NULL, NULL, NULL, NULL };
  static const GMarkupParser texts = { begin_in_texts, end_in_texts, add_text, NULL, NULL };
  static const GMarkupParser styles = { begin_in_styles, end_in_styles, NULL, NULL, NULL };

  /* Without any text there is no part for them. */
  gboolean textless = !g_hash_table_contains (parts, TEXTS_PATH);

  return read_part (self, parts, "xl/workbook.xml", &workbook, error) &&
         (textless || read_part (self, parts, TEXTS_PATH, &texts, error)) &&
         read_part (self, parts, "xl/styles.xml", &styles, error) &&
         read_sheets (self, parts, error);
}

/**
 * sgn_xlsx_read:
 * @bytes: a file that sgn_xlsx_write() made
 * @error: return location; SGN_ERROR_UNREADABLE
 *
 * Returns: (transfer full) (element-type SgnWorksheet): its sheets and their cells, without widths
 */
GPtrArray *
sgn_xlsx_read (GBytes *bytes, GError **error)
{
  g_autoptr (GHashTable) parts = NULL;
  g_auto (Reader) reader = {
    .workbook = sgn_workbook_new (),
    .texts = g_ptr_array_new_with_free_func (g_free),
    .days = g_hash_table_new (NULL, NULL),
    .formats = g_array_new (FALSE, FALSE, sizeof (guint)),
    .text = g_string_new (NULL),
  };

  g_return_val_if_fail (bytes != NULL, NULL);

  parts = sgn_xlsx_parts_read (bytes, error);
  if (parts == NULL || !read_parts (&reader, parts, error))
    return NULL;
  return g_steal_pointer (&reader.workbook);
}
