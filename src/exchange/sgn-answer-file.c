/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-answer-file.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sgn-csv.h"
#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-input.h"
#include "sgn-json.h"

#define BOM "\xEF\xBB\xBF"
#define MEGABYTES 64

/* The columns of a table and the keys of a line, in this order. */
typedef enum {
  FIELD_ITEM,
  FIELD_VALUE,
  FIELD_NOTE,
  FIELD_STATEMENT,
  FIELD_STATEMENT_EN,
} Field;

static const char *const field_names[] = { "item", "value", "note", "statement", "statement_en" };
#define N_FIELDS G_N_ELEMENTS (field_names)

static void
answer_line_free (gpointer data)
{
  SgnAnswerLine *line = data;

  g_free (line->item);
  g_free (line->value);
  g_free (line->note);
  g_free (line->statement);
  g_free (line->statement_en);
  g_free (line->by);
  g_free (line->at);
  g_free (line);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnAnswerLine, answer_line_free)

/**
 * sgn_answer_file_free:
 * @self: (nullable): answers
 */
void
sgn_answer_file_free (SgnAnswerFile *self)
{
  if (self == NULL)
    return;

  g_free (self->catalogue);
  g_free (self->edition);
  g_free (self->date);
  g_free (self->by);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static SgnAnswerFile *
answer_file_new (void)
{
  SgnAnswerFile *self = g_new0 (SgnAnswerFile, 1);

  self->lines = g_ptr_array_new_with_free_func (answer_line_free);
  return self;
}

/* Whether the line says anything but its item. */
static gboolean
says_something (const SgnAnswerLine *line)
{
  return line->value != NULL || line->note != NULL || line->statement != NULL ||
         line->statement_en != NULL;
}

/* Adds @line unless it says nothing but the item; the same item twice is an error. */
static gboolean
add_line (SgnAnswerFile *self,
          SgnAnswerLine *line,
          GHashTable *seen,
          const char *place,
          GError **error)
{
  g_autoptr (SgnAnswerLine) owned = line;

  if (!says_something (owned))
    return TRUE;

  if (!g_hash_table_add (seen, g_strdup (owned->item))) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("%s: “%s” is answered twice. Keep one of the two."), place, owned->item);
    return FALSE;
  }
  g_ptr_array_add (self->lines, g_steal_pointer (&owned));
  return TRUE;
}

/* JSON */

/* The text at @key into @out: absent and null leave it NULL, another kind is an error. */
static gboolean
read_text (const json_t *object, const char *key, const char *place, char **out, GError **error)
{
  const json_t *value = json_object_get (object, key);

  if (value == NULL || json_is_null (value))
    return TRUE;

  if (!json_is_string (value)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("%s/%s: This must be a text. Put it in quotation marks."), place, key);
    return FALSE;
  }
  *out = g_strdup (json_string_value (value));
  return TRUE;
}

/* The same, which must be what @is_valid asks for. */
static gboolean
read_checked (const json_t *object,
              const char *key,
              const char *place,
              gboolean (*is_valid) (const char *text),
              char **out,
              GError **error)
{
  g_autofree char *text = NULL;

  if (!read_text (object, key, place, &text, error))
    return FALSE;
  if (text != NULL && !is_valid (text)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 is_valid == sgn_date_is_valid
                   ? _ ("%s/%s: “%s” is not a date. Write it as 2026-11-23.")
                   : _ ("%s/%s: “%s” is not a time. Write it as 2026-11-23T10:00:00+09:00."),
                 place, key, text);
    return FALSE;
  }
  *out = g_steal_pointer (&text);
  return TRUE;
}

static gboolean
read_line_texts (const json_t *object, const char *place, SgnAnswerLine *line, GError **error)
{
  return read_text (object, "item", place, &line->item, error) &&
         read_text (object, "value", place, &line->value, error) &&
         read_text (object, "note", place, &line->note, error) &&
         read_text (object, "statement", place, &line->statement, error) &&
         read_text (object, "statement_en", place, &line->statement_en, error) &&
         read_text (object, "by", place, &line->by, error) &&
         read_checked (object, "at", place, sgn_time_is_valid, &line->at, error);
}

static gboolean
check_json_line (const SgnAnswerLine *line, const char *place, GError **error)
{
  const char *what = NULL;

  if (line->item == NULL || *line->item == '\0')
    what = _ ("The item is missing. Give its id, such as SD-01, as “item”.");
  else if (line->value != NULL && *line->value == '\0')
    what = _ ("The value is empty. Give a value of the guideline or leave “value” out.");
  else if (!says_something (line))
    what = _ ("There is no answer. Give “value”, “note” or “statement”.");
  if (what == NULL)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE, "%s: %s", place, what);
  return FALSE;
}

static gboolean
read_json_line (SgnAnswerFile *self,
                const json_t *object,
                const char *place,
                GHashTable *seen,
                GError **error)
{
  g_autoptr (SgnAnswerLine) line = g_new0 (SgnAnswerLine, 1);

  if (!json_is_object (object)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("%s: This must be an answer in braces, with “item” and “value”."), place);
    return FALSE;
  }
  if (!read_line_texts (object, place, line, error) || !check_json_line (line, place, error))
    return FALSE;
  return add_line (self, g_steal_pointer (&line), seen, place, error);
}

static gboolean
read_json_lines (SgnAnswerFile *self, const json_t *list, const char *place, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  size_t index;
  json_t *object;

  if (!json_is_array (list)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("%s/answers: This must be a list of answers in brackets."), place);
    return FALSE;
  }
  json_array_foreach (list, index, object)
  {
    g_autofree char *at = g_strdup_printf ("%s/answers/%" G_GSIZE_FORMAT, place, index);

    if (!read_json_line (self, object, at, seen, error))
      return FALSE;
  }
  return TRUE;
}

static SgnAnswerFile *
read_json (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (json_t) root = sgn_json_load_bytes (bytes, name, error);
  g_autoptr (SgnAnswerFile) self = answer_file_new ();
  g_autofree char *place = g_strdup_printf (_ ("“%s”, "), name);
  const json_t *object = root;

  if (root == NULL)
    return NULL;

  /* A sheet exported as JSON holds the answers inside. */
  if (json_is_object (json_object_get (root, "answers"))) {
    g_autofree char *inner = g_strconcat (place, "/answers", NULL);

    object = json_object_get (root, "answers");
    g_free (place);
    place = g_steal_pointer (&inner);
  }
  if (!read_text (object, "catalogue", place, &self->catalogue, error) ||
      !read_text (object, "edition", place, &self->edition, error) ||
      !read_checked (object, "date", place, sgn_date_is_valid, &self->date, error) ||
      !read_text (object, "by", place, &self->by, error) ||
      !read_json_lines (self, json_object_get (object, "answers"), place, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* CSV */

/* Which column holds which field; -1 where the table has none. */
static gboolean
find_columns (const SgnCsvRow *header, const char *name, int *columns, GError **error)
{
  for (guint i = 0; i < N_FIELDS; i++)
    columns[i] = -1;

  for (guint column = 0; header->cells[column] != NULL; column++) {
    const char *title = g_strstrip (header->cells[column]);

    for (guint i = 0; i < N_FIELDS; i++) {
      if (g_ascii_strcasecmp (title, field_names[i]) != 0)
        continue;
      if (columns[i] >= 0) {
        g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                     _ ("“%s”, line %u: The column “%s” is there twice. Keep one of the two."),
                     name, header->line, field_names[i]);
        return FALSE;
      }
      columns[i] = (int) column;
    }
  }
  if (columns[FIELD_ITEM] >= 0 &&
      (columns[FIELD_VALUE] >= 0 || columns[FIELD_NOTE] >= 0 || columns[FIELD_STATEMENT] >= 0))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
               _ ("“%s”, line %u: The first line must name the columns item,value,note,statement."),
               name, header->line);
  return FALSE;
}

/* (nullable): the text of the cell; an empty cell says nothing. */
static char *
dup_cell (const SgnCsvRow *row, int column, gboolean strip)
{
  g_autofree char *text = column >= 0 ? sgn_csv_unguard (row->cells[column]) : NULL;

  if (text != NULL && strip)
    g_strstrip (text);
  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static gboolean
read_csv_row (SgnAnswerFile *self,
              const SgnCsvRow *row,
              const int *columns,
              const char *name,
              GHashTable *seen,
              GError **error)
{
  g_autoptr (SgnAnswerLine) line = g_new0 (SgnAnswerLine, 1);
  g_autofree char *place = g_strdup_printf (_ ("“%s”, line %u"), name, row->line);

  line->item = dup_cell (row, columns[FIELD_ITEM], TRUE);
  line->value = dup_cell (row, columns[FIELD_VALUE], TRUE);
  line->note = dup_cell (row, columns[FIELD_NOTE], FALSE);
  line->statement = dup_cell (row, columns[FIELD_STATEMENT], FALSE);
  line->statement_en = dup_cell (row, columns[FIELD_STATEMENT_EN], FALSE);

  if (line->item == NULL && says_something (line)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ (
                   "%s: The item is missing. Write its id, such as SD-01, into the column “item”."),
                 place);
    return FALSE;
  }
  return add_line (self, g_steal_pointer (&line), seen, place, error);
}

static SgnAnswerFile *
read_csv (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GPtrArray) rows = sgn_csv_parse (bytes, name, error);
  g_autoptr (SgnAnswerFile) self = answer_file_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int columns[N_FIELDS];

  if (rows == NULL)
    return NULL;

  if (rows->len == 0) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("“%s” is empty. Choose a file with answers as JSON or CSV."), name);
    return NULL;
  }
  if (!find_columns (g_ptr_array_index (rows, 0), name, columns, error))
    return NULL;

  for (guint i = 1; i < rows->len; i++)
    if (!read_csv_row (self, g_ptr_array_index (rows, i), columns, name, seen, error))
      return NULL;
  return g_steal_pointer (&self);
}

/* The bytes after a byte order mark, which editors on Windows write. */
static GBytes *
skip_bom (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size < strlen (BOM) || memcmp (data, BOM, strlen (BOM)) != 0)
    return g_bytes_ref (bytes);
  return g_bytes_new_from_bytes (bytes, strlen (BOM), size - strlen (BOM));
}

static gboolean
looks_like_json (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize i = 0;

  while (i < size && g_ascii_isspace (data[i]))
    i++;
  return i < size && (data[i] == '{' || data[i] == '[');
}

/**
 * sgn_answer_file_new_from_bytes:
 * @bytes: the file
 * @name: what to call it in messages
 * @error: return location for an error
 *
 * Reads answers, as JSON when the first sign is a brace or bracket, else as CSV. A JSON may also be
 * an exported sheet with the answers inside. Whether the items and values exist is for the caller
 * to say, who knows the guideline.
 *
 * Returns: (transfer full): the answers, or NULL with SGN_ERROR_UNREADABLE naming the place
 */
SgnAnswerFile *
sgn_answer_file_new_from_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GBytes) text = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  text = skip_bom (bytes);
  if (looks_like_json (text))
    return read_json (text, name, error);
  return read_csv (text, name, error);
}

/**
 * sgn_answer_file_new_from_file:
 * @path: a file
 * @error: return location for an error
 *
 * Returns: (transfer full): the answers of the file, or NULL with SGN_ERROR_UNREADABLE
 */
SgnAnswerFile *
sgn_answer_file_new_from_file (const char *path, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = sgn_input_read (path, MEGABYTES, error);
  if (bytes == NULL)
    return NULL;

  name = g_filename_display_basename (path);
  return sgn_answer_file_new_from_bytes (bytes, name, error);
}
