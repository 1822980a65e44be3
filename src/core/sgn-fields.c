/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-fields-private.h"

#include "sgn-entry.h"
#include "sgn-error.h"

#include <glib/gi18n-lib.h>

static char **
text_of (gconstpointer source, const SgnField *field)
{
  return &G_STRUCT_MEMBER (char *, source, field->offset);
}

static gint64 *
number_of (gconstpointer source, const SgnField *field)
{
  return &G_STRUCT_MEMBER (gint64, source, field->offset);
}

static int *
int_of (gconstpointer source, const SgnField *field)
{
  return &G_STRUCT_MEMBER (int, source, field->offset);
}

static gboolean
read_text (const json_t *value, char **target)
{
  if (!json_is_string (value))
    return FALSE;

  g_free (*target);
  *target = g_strdup (json_string_value (value));
  return TRUE;
}

static gboolean
read_number (const json_t *value, gint64 least, gint64 *target)
{
  if (!json_is_integer (value) || json_integer_value (value) < least)
    return FALSE;

  *target = json_integer_value (value);
  return TRUE;
}

static gboolean
read_int (const json_t *value, int least, int most, int *target)
{
  if (!json_is_integer (value) || json_integer_value (value) < least ||
      json_integer_value (value) > most)
    return FALSE;

  *target = (int) json_integer_value (value);
  return TRUE;
}

static gboolean
read_closed (const json_t *value, gboolean *target)
{
  const char *word = json_string_value (value);

  if (g_strcmp0 (word, "open") != 0 && g_strcmp0 (word, "closed") != 0)
    return FALSE;

  *target = g_str_equal (word, "closed");
  return TRUE;
}

/* What JSON null means, where it may stand. */
static gboolean
read_null (const SgnField *field, gpointer target)
{
  if (field->kind == SGN_FIELD_NULLABLE)
    g_clear_pointer (text_of (target, field), g_free);
  else if (field->kind == SGN_FIELD_COUNT)
    *number_of (target, field) = -1;
  else if (field->kind == SGN_FIELD_REFERENCE)
    *number_of (target, field) = 0;
  else if (field->kind == SGN_FIELD_MARK)
    *int_of (target, field) = FALSE;
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_field (const SgnField *field, const json_t *value, gpointer target)
{
  if (value == NULL || json_is_null (value))
    return read_null (field, target);

  switch (field->kind) {
  case SGN_FIELD_TEXT:
  case SGN_FIELD_NULLABLE:
    return read_text (value, text_of (target, field));
  case SGN_FIELD_NUMBER:
  case SGN_FIELD_COUNT:
    return read_number (value, 0, number_of (target, field));
  case SGN_FIELD_REFERENCE:
    return read_number (value, 1, number_of (target, field));
  case SGN_FIELD_STAR:
    return read_int (value, 1, 2, int_of (target, field));
  case SGN_FIELD_FLAG:
    return read_int (value, FALSE, TRUE, int_of (target, field));
  case SGN_FIELD_MARK:
    return read_int (value, TRUE, TRUE, int_of (target, field));
  case SGN_FIELD_CLOSED:
    return read_closed (value, int_of (target, field));
  default:
    g_return_val_if_reached (FALSE);
  }
}

static gboolean
refuse_column (const char *kind, const char *column, GError **error)
{
  g_autofree char *entries = sgn_entry_kind_to_words (kind);
  g_autofree char *value = sgn_entry_column_to_words (column);

  g_set_error (error, SGN_ERROR, SGN_ERROR_DAMAGED,
               _ ("The company file is damaged, because “%s” is missing or wrong in an entry of "
                  "“%s”. Restore the newest backup."),
               value, entries);
  return FALSE;
}

/**
 * sgn_fields_read:
 * @fields: the description of the struct
 * @kind: the kind of the row, for the message
 * @row: a state row; a column it does not speak of is null
 * @target: (out caller-allocates): a zeroed struct; to be cleared by the caller in any case
 * @error: return location for an error
 *
 * Fills @target from @row. Columns that @fields does not name are left alone: a later version may
 * have added them.
 *
 * Returns: %FALSE with SGN_ERROR_DAMAGED when a column that cannot be null is missing, or one is of
 *   another kind
 */
gboolean
sgn_fields_read (const SgnField *fields,
                 const char *kind,
                 const json_t *row,
                 gpointer target,
                 GError **error)
{
  for (const SgnField *field = fields; field->name != NULL; field++) {
    if (!read_field (field, json_object_get (row, field->name), target))
      return refuse_column (kind, field->name, error);
  }
  return TRUE;
}

static json_t *
text_to_json (const char *text)
{
  return text != NULL ? json_string (text) : json_null ();
}

static json_t *
number_to_json (gint64 number, gboolean said)
{
  return said ? json_integer (number) : json_null ();
}

static json_t *
field_to_json (const SgnField *field, gconstpointer source)
{
  switch (field->kind) {
  case SGN_FIELD_TEXT:
  case SGN_FIELD_NULLABLE:
    return text_to_json (*text_of (source, field));
  case SGN_FIELD_NUMBER:
    return json_integer (*number_of (source, field));
  case SGN_FIELD_COUNT:
    return number_to_json (*number_of (source, field), *number_of (source, field) >= 0);
  case SGN_FIELD_REFERENCE:
    return number_to_json (*number_of (source, field), *number_of (source, field) > 0);
  case SGN_FIELD_STAR:
    return json_integer (*int_of (source, field));
  case SGN_FIELD_FLAG:
    return json_integer (*int_of (source, field) ? 1 : 0);
  case SGN_FIELD_MARK:
    return number_to_json (TRUE, *int_of (source, field));
  case SGN_FIELD_CLOSED:
    return json_string (*int_of (source, field) ? "closed" : "open");
  default:
    g_return_val_if_reached (json_null ());
  }
}

/**
 * sgn_fields_write:
 * @fields: the description of the struct
 * @source: the struct
 * @row: the object that gets one key a field, null for what is absent
 */
void
sgn_fields_write (const SgnField *fields, gconstpointer source, json_t *row)
{
  for (const SgnField *field = fields; field->name != NULL; field++)
    json_object_set_new (row, field->name, field_to_json (field, source));
}

static gboolean
is_text (const SgnField *field)
{
  return field->kind == SGN_FIELD_TEXT || field->kind == SGN_FIELD_NULLABLE;
}

static gboolean
is_int (const SgnField *field)
{
  return field->kind == SGN_FIELD_STAR || field->kind == SGN_FIELD_FLAG ||
         field->kind == SGN_FIELD_CLOSED;
}

/**
 * sgn_fields_copy:
 * @fields: the description of the struct
 * @source: the struct
 * @target: (out caller-allocates): a zeroed or cleared struct of the same type
 */
void
sgn_fields_copy (const SgnField *fields, gconstpointer source, gpointer target)
{
  for (const SgnField *field = fields; field->name != NULL; field++) {
    if (is_text (field))
      *text_of (target, field) = g_strdup (*text_of (source, field));
    else if (is_int (field))
      *int_of (target, field) = *int_of (source, field);
    else
      *number_of (target, field) = *number_of (source, field);
  }
}

/**
 * sgn_fields_clear:
 * @fields: the description of the struct
 * @target: the struct; its texts are freed and set to NULL
 */
void
sgn_fields_clear (const SgnField *fields, gpointer target)
{
  for (const SgnField *field = fields; field->name != NULL; field++) {
    if (is_text (field))
      g_clear_pointer (text_of (target, field), g_free);
  }
}
