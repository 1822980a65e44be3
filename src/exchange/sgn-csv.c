/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-csv.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sgn-error.h"

#define BOM "\xEF\xBB\xBF"

/* The reader: a position in a text that is known to be UTF-8 without NUL. */
typedef struct {
  const char *name;
  const char *at;
  const char *end;
  const char *line_start;
  guint line;
  GPtrArray *rows;
} Reader;

struct _SgnCsvWriter {
  GString *text;
  gboolean row_begun;
  gsize row_start;
};

static void
row_free (gpointer data)
{
  SgnCsvRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

static void
set_error_at (Reader *self, const char *place, const char *what, GError **error)
{
  g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE, _ ("“%s”, line %u, column %ld: %s"),
               self->name, self->line, g_utf8_pointer_to_offset (self->line_start, place) + 1,
               what);
}

static gboolean
is_line_end (const Reader *self)
{
  if (*self->at == '\n')
    return TRUE;
  return self->at + 1 < self->end && self->at[0] == '\r' && self->at[1] == '\n';
}

static void
skip_line_end (Reader *self)
{
  self->at += *self->at == '\r' ? 2 : 1;
  self->line++;
  self->line_start = self->at;
}

/* The text between quotes, doubled quotes made single. */
static char *
read_quoted (Reader *self, GError **error)
{
  const Reader start = *self;
  g_autoptr (GString) cell = g_string_new (NULL);

  for (self->at++; self->at < self->end; self->at++) {
    if (self->at[0] == '"' && self->at + 1 < self->end && self->at[1] == '"')
      self->at++;
    else if (self->at[0] == '"') {
      self->at++;
      return g_string_free (g_steal_pointer (&cell), FALSE);
    } else if (self->at[0] == '\n') {
      self->line++;
      self->line_start = self->at + 1;
    }
    g_string_append_c (cell, *self->at);
  }

  *self = start;
  set_error_at (self, start.at, _ ("This quote is never closed. Add the closing quote."), error);
  return NULL;
}

static char *
read_bare (Reader *self, GError **error)
{
  const char *start = self->at;

  while (self->at < self->end && *self->at != ',' && !is_line_end (self)) {
    if (*self->at == '"') {
      set_error_at (self, self->at,
                    _ ("A quote stands inside a cell that does not begin with one. Put the whole "
                       "cell in quotes and double those inside."),
                    error);
      return NULL;
    }
    if (*self->at == '\r') {
      set_error_at (self, self->at,
                    _ ("A carriage return alone does not end a line. Save the file with ordinary "
                       "line ends (CRLF or LF)."),
                    error);
      return NULL;
    }
    self->at++;
  }
  return g_strndup (start, self->at - start);
}

static char *
read_cell (Reader *self, GError **error)
{
  g_autofree char *cell = NULL;

  if (self->at < self->end && *self->at == '"')
    cell = read_quoted (self, error);
  else
    cell = read_bare (self, error);
  if (cell == NULL)
    return NULL;

  if (self->at < self->end && *self->at != ',' && !is_line_end (self)) {
    set_error_at (
      self, self->at,
      _ ("A comma or the end of the line should stand here. Put the whole cell in quotes."), error);
    return NULL;
  }
  return g_steal_pointer (&cell);
}

static gboolean
check_width (Reader *self, const SgnCsvRow *row, guint width, GError **error)
{
  const SgnCsvRow *first = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : row;
  guint expected = first == row ? width : g_strv_length (first->cells);

  if (width == expected)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
               _ ("“%s”, line %u: This line has %u cells, the first one %u. Give each line as many "
                  "cells."),
               self->name, row->line, width, expected);
  return FALSE;
}

static gboolean
read_row (Reader *self, GError **error)
{
  SgnCsvRow *row = g_new0 (SgnCsvRow, 1);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  gboolean more = TRUE;
  guint width;

  row->line = self->line;
  while (more) {
    char *cell = read_cell (self, error);

    if (cell == NULL) {
      row_free (row);
      return FALSE;
    }
    g_ptr_array_add (cells, cell);
    more = self->at < self->end && *self->at == ',';
    if (more)
      self->at++;
  }
  if (self->at < self->end)
    skip_line_end (self);

  width = cells->len;
  g_ptr_array_add (cells, NULL);
  row->cells = (char **) g_ptr_array_steal (cells, NULL);
  if (!check_width (self, row, width, error)) {
    row_free (row);
    return FALSE;
  }
  g_ptr_array_add (self->rows, row);
  return TRUE;
}

/* Where the text stops being UTF-8, for the message. */
static void
set_encoding_error (Reader *self, const char *bad, GError **error)
{
  for (const char *at = self->at; at < bad; at++)
    if (*at == '\n') {
      self->line++;
      self->line_start = at + 1;
    }

  if (*bad == '\0')
    set_error_at (self, bad, _ ("This is not a text file. Export the table as CSV."), error);
  else
    set_error_at (self, bad,
                  _ ("The text is not UTF-8. Save the file again as UTF-8 (in Excel, the file type "
                     "“CSV UTF-8”)."),
                  error);
}

/**
 * sgn_csv_parse:
 * @bytes: the file
 * @name: what to call it in messages
 * @error: return location for an error
 *
 * Reads a table after RFC 4180. Nothing is guessed: text that is not UTF-8, a quote out of place
 * and a line with too many or too few cells are SGN_ERROR_UNREADABLE with line and column.
 *
 * Returns: (transfer full) (element-type SgnCsvRow): the rows, or NULL with @error set
 */
GPtrArray *
sgn_csv_parse (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  gsize size = 0;
  const char *data;
  const char *bad;
  Reader reader = { .name = name, .line = 1, .rows = rows };

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size == 0)
    return g_steal_pointer (&rows);
  reader.end = data + size;
  if (size >= strlen (BOM) && memcmp (data, BOM, strlen (BOM)) == 0)
    data += strlen (BOM);
  reader.at = data;
  reader.line_start = data;
  if (!g_utf8_validate_len (data, reader.end - data, &bad)) {
    set_encoding_error (&reader, bad, error);
    return NULL;
  }

  while (reader.at < reader.end) {
    if (is_line_end (&reader))
      skip_line_end (&reader);
    else if (!read_row (&reader, error))
      return NULL;
  }
  return g_steal_pointer (&rows);
}

/* What a spreadsheet may take for a formula: the sign at the start, also the full-width one. */
static gboolean
begins_like_formula (const char *text)
{
  static const char *const signs[] = {
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i]))
      return TRUE;
  return FALSE;
}

/* Quotes before such a sign count too, so that a text with its own quote comes back unchanged. */
static gboolean
needs_guard (const char *text)
{
  return begins_like_formula (text + strspn (text, "'"));
}

/**
 * sgn_csv_unguard:
 * @cell: a cell as read
 *
 * Returns: (transfer full): @cell without the quote that the writer puts before texts that look
 * like formulas; other cells unchanged
 */
char *
sgn_csv_unguard (const char *cell)
{
  g_return_val_if_fail (cell != NULL, NULL);

  return g_strdup (*cell == '\'' && needs_guard (cell) ? cell + 1 : cell);
}

SgnCsvWriter *
sgn_csv_writer_new (void)
{
  SgnCsvWriter *self = g_new0 (SgnCsvWriter, 1);

  self->text = g_string_new (BOM);
  self->row_start = self->text->len;
  return self;
}

void
sgn_csv_writer_free (SgnCsvWriter *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
begin_cell (SgnCsvWriter *self)
{
  if (self->row_begun)
    g_string_append_c (self->text, ',');
  self->row_begun = TRUE;
}

static gboolean
needs_quotes (const char *text)
{
  gsize length = strlen (text);

  if (length == 0)
    return FALSE;
  return strpbrk (text, ",\"\r\n") != NULL || g_ascii_isspace (text[0]) ||
         g_ascii_isspace (text[length - 1]);
}

/**
 * sgn_csv_writer_add_text:
 * @self: a writer
 * @text: (nullable): the cell, or NULL for an empty one
 *
 * Adds a text, guarded where a spreadsheet would take it for a formula.
 */
void
sgn_csv_writer_add_text (SgnCsvWriter *self, const char *text)
{
  const char *cell = text != NULL ? text : "";
  gboolean quoted = needs_quotes (cell);

  g_return_if_fail (self != NULL);

  begin_cell (self);
  if (quoted)
    g_string_append_c (self->text, '"');
  if (needs_guard (cell))
    g_string_append_c (self->text, '\'');
  for (; *cell != '\0'; cell++) {
    if (*cell == '"')
      g_string_append_c (self->text, '"');
    g_string_append_c (self->text, *cell);
  }
  if (quoted)
    g_string_append_c (self->text, '"');
}

void
sgn_csv_writer_add_integer (SgnCsvWriter *self, gint64 value)
{
  g_return_if_fail (self != NULL);

  begin_cell (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

void
sgn_csv_writer_end_row (SgnCsvWriter *self)
{
  g_return_if_fail (self != NULL);

  /* A row of one empty cell would read as no row. */
  if (self->row_begun && self->text->len == self->row_start)
    g_string_append (self->text, "\"\"");
  g_string_append (self->text, "\r\n");
  self->row_begun = FALSE;
  self->row_start = self->text->len;
}

/**
 * sgn_csv_writer_to_bytes:
 * @self: a writer
 *
 * Returns: (transfer full): the file as written so far
 */
GBytes *
sgn_csv_writer_to_bytes (SgnCsvWriter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_bytes_new (self->text->str, self->text->len);
}
