/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-sheet-tables-private.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What Excel on a Japanese Windows writes as “CSV”. */
#define LEGACY_ENCODING "CP932"

/* Sets the error that the text stops being one @size bytes after its beginning. */
static void
set_encoding_error (const char *data, gsize size, const char *name, GError **error)
{
  guint line = 1;
  gsize start = 0;

  for (gsize i = 0; i < size; i++)
    if (data[i] == '\n') {
      line++;
      start = i + 1;
    }
  g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
               _ ("“%s”, line %u, column %u: The text is neither UTF-8 nor Shift_JIS. Save the "
                  "file again as “CSV UTF-8” or as an Excel workbook (.xlsx)."),
               name, line, (guint) (size - start) + 1);
}

/* (transfer full) (nullable): the text in UTF-8 */
static GBytes *
decode (GBytes *bytes, const char *name, GError **error)
{
  gsize size = 0;
  gsize read = 0;
  gsize written = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = NULL;

  if (size == 0 || g_utf8_validate_len (data, size, NULL) || memchr (data, '\0', size) != NULL)
    return g_bytes_ref (bytes);

  text = g_convert (data, (gssize) size, "UTF-8", LEGACY_ENCODING, &read, &written, NULL);
  if (text != NULL)
    return g_bytes_new_take (g_steal_pointer (&text), written);

  set_encoding_error (data, read, name, error);
  return NULL;
}

static gboolean
is_blank (const SgnCsvRow *row)
{
  for (guint i = 0; row->cells[i] != NULL; i++)
    if (row->cells[i][strspn (row->cells[i], " \t\r\n")] != '\0')
      return FALSE;
  return TRUE;
}

/* The table of a CSV, as the only one. */
static GPtrArray *
read_csv (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GBytes) text = decode (bytes, name, error);
  g_autoptr (GPtrArray) tables = sgn_sheet_tables_new ();
  GPtrArray *rows = text != NULL ? sgn_csv_parse (text, name, error) : NULL;

  if (rows == NULL)
    return NULL;

  g_ptr_array_add (tables, rows);
  return g_steal_pointer (&tables);
}

GPtrArray *
sgn_sheet_tables_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
sgn_sheet_tables_read (GBytes *bytes, const char *name, GError **error)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GPtrArray) tables = NULL;

  if (size >= 4 && memcmp (data, "PK\x03\x04", 4) == 0)
    tables = sgn_sheet_tables_read_xlsx (bytes, name, error);
  else
    tables = read_csv (bytes, name, error);

  for (guint i = 0; tables != NULL && i < tables->len; i++) {
    GPtrArray *rows = g_ptr_array_index (tables, i);

    for (guint k = rows->len; k > 0; k--)
      if (is_blank (g_ptr_array_index (rows, k - 1)))
        g_ptr_array_remove_index (rows, k - 1);
  }
  return g_steal_pointer (&tables);
}
