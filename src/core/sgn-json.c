/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-json.h"

#include "sgn-error.h"
#include "sgn-input.h"

#include <glib/gi18n-lib.h>

/* Nothing of ours comes near it; a larger text is not a catalogue, a profile or a list of answers.
 */
#define MEGABYTES 64u

static gboolean
check_size (gsize size, const char *name, GError **error)
{
  if (size <= MEGABYTES * 1000 * 1000)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
               _ ("“%s” is larger than %u MB. Choose the right file, or a smaller one."), name,
               MEGABYTES);
  return FALSE;
}

/* Jansson's own texts are English only, so the common causes are said in our words. */
static const char *
explain (enum json_error_code code)
{
  switch (code) {
  case json_error_invalid_utf8:
    return _ ("The text is not UTF-8. Save the file as UTF-8.");
  case json_error_null_character:
  case json_error_null_byte_in_key:
    return _ ("A text contains a zero character (\\u0000). Remove it.");
  case json_error_duplicate_key:
    return _ ("The same key stands twice in one object. Keep one of them.");
  case json_error_premature_end_of_input:
    return _ ("The file ends too early. Close the last bracket, brace or quote.");
  case json_error_end_of_input_expected:
    return _ ("Something follows after the end of the JSON text. Remove it.");
  case json_error_numeric_overflow:
    return _ ("A number is too large. Write a smaller one.");
  case json_error_stack_overflow:
    return _ ("Objects and lists are nested too deeply. Choose the right file.");
  case json_error_unknown:
  case json_error_out_of_memory:
  case json_error_cannot_open_file:
  case json_error_invalid_argument:
  case json_error_invalid_syntax:
  case json_error_invalid_format:
  case json_error_wrong_type:
  case json_error_null_value:
  case json_error_item_not_found:
  case json_error_index_out_of_range:
  default:
    return _ ("This is not JSON. Look for a missing comma, quote or bracket.");
  }
}

/**
 * sgn_json_load_bytes:
 * @bytes: a JSON text in UTF-8; a byte order mark at its start is passed over
 * @name: what the text is called in messages, such as its file name
 * @error: return location; SGN_ERROR_UNREADABLE with line and column, both from 1
 *
 * Reads strictly: an object or list at the top, no key twice, no zero character, at most 64 MB.
 *
 * Returns: (transfer full): the value, or NULL
 */
json_t *
sgn_json_load_bytes (GBytes *bytes, const char *name, GError **error)
{
  json_error_t place;
  json_t *json;
  const char *text;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  text = g_bytes_get_data (bytes, &size);
  if (!check_size (size, name, error))
    return NULL;
  if (size >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0) {
    text += 3;
    size -= 3;
  }

  json = json_loadb (size > 0 ? text : "", size, JSON_REJECT_DUPLICATES, &place);
  if (json == NULL)
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE, _ ("“%s”, line %d, column %d: %s"), name,
                 MAX (place.line, 1), MAX (place.column, 1), explain (json_error_code (&place)));
  return json;
}

/**
 * sgn_json_read_file:
 * @path: a file name
 * @error: return location; as of sgn_input_read()
 *
 * Returns: (transfer full): its bytes, when they are not more than JSON of ours ever is; or NULL
 */
GBytes *
sgn_json_read_file (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return sgn_input_read (path, MEGABYTES, error);
}

/**
 * sgn_json_load_file:
 * @path: a file name
 * @error: return location; SGN_ERROR_UNREADABLE
 *
 * Returns: (transfer full): the value in the file, or NULL; see sgn_json_load_bytes()
 */
json_t *
sgn_json_load_file (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = sgn_json_read_file (path, error);
  if (bytes == NULL)
    return NULL;

  name = g_filename_display_name (path);
  return sgn_json_load_bytes (bytes, name, error);
}

/* Only a circle of references, or texts that are not UTF-8, make this fail: programmer errors. */
static char *
dump (const json_t *json, size_t flags)
{
  char *text = json_dumps (json, flags | JSON_ENCODE_ANY);

  g_return_val_if_fail (text != NULL, NULL);
  return text;
}

/**
 * sgn_json_to_canonical:
 * @json: any value
 *
 * The one form that is stored in events, attached to sheets and hashed: keys sorted by their bytes,
 * no spaces, UTF-8 not escaped.
 *
 * Returns: (transfer full): the text, without a newline
 */
char *
sgn_json_to_canonical (const json_t *json)
{
  g_return_val_if_fail (json != NULL, NULL);

  return dump (json, JSON_SORT_KEYS | JSON_COMPACT);
}

/**
 * sgn_json_to_pretty:
 * @json: any value
 *
 * Returns: (transfer full): the text for people's eyes, indented by two, in the order in which the
 *   keys were set, ended by one newline
 */
char *
sgn_json_to_pretty (const json_t *json)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (json != NULL, NULL);

  text = dump (json, JSON_INDENT (2));
  return g_strconcat (text, "\n", NULL);
}

/**
 * sgn_json_string:
 * @object: (nullable): an object
 * @key: a key
 *
 * Returns: (nullable) (transfer none): the text, or NULL when it is absent or no text
 */
const char *
sgn_json_string (const json_t *object, const char *key)
{
  return json_string_value (json_object_get (object, key));
}

/**
 * sgn_json_integer:
 * @object: (nullable): an object
 * @key: a key
 * @fallback: what to return when the value is absent or no whole number
 */
gint64
sgn_json_integer (const json_t *object, const char *key, gint64 fallback)
{
  const json_t *value = json_object_get (object, key);

  return json_is_integer (value) ? json_integer_value (value) : fallback;
}

/**
 * sgn_json_boolean:
 * @object: (nullable): an object
 * @key: a key
 *
 * Returns: TRUE only when the value is `true`
 */
gboolean
sgn_json_boolean (const json_t *object, const char *key)
{
  return json_is_true (json_object_get (object, key));
}

/**
 * sgn_json_set_string:
 * @object: an object
 * @key: a key
 * @value: (nullable): a text in UTF-8; NULL is written as `null`
 */
void
sgn_json_set_string (json_t *object, const char *key, const char *value)
{
  g_return_if_fail (json_is_object (object));
  g_return_if_fail (value == NULL || g_utf8_validate (value, -1, NULL));

  json_object_set_new (object, key, value != NULL ? json_string (value) : json_null ());
}

/**
 * sgn_json_set_integer:
 * @object: an object
 * @key: a key
 * @value: a whole number
 */
void
sgn_json_set_integer (json_t *object, const char *key, gint64 value)
{
  g_return_if_fail (json_is_object (object));

  json_object_set_new (object, key, json_integer (value));
}
