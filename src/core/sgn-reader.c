/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-reader-private.h"

#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-fault.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More of a wrong value than this does not help to find it. */
#define SHOWN_CHARACTERS 40

void
sgn_reader_init (SgnReader *self, const char *name)
{
  self->name = name;
  self->pointer = g_string_new (NULL);
  self->error = NULL;
  self->faults = NULL;
}

gboolean
sgn_reader_finish (SgnReader *self, GError **error)
{
  g_string_free (self->pointer, TRUE);
  self->pointer = NULL;
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

gboolean
sgn_reader_is_good (const SgnReader *self)
{
  return self->error == NULL || self->faults != NULL;
}

gboolean
sgn_reader_load (const char *path, SgnReaderFunc func, gpointer data, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (json_t) json = sgn_json_load_file (path, error);
  SgnReader reader;

  if (json == NULL)
    return FALSE;

  sgn_reader_init (&reader, name);
  func (&reader, json, data);
  return sgn_reader_finish (&reader, error);
}

/* Appends one step, escaped as RFC 6901 asks. */
static void
step_down (GString *pointer, const char *key)
{
  g_string_append_c (pointer, '/');
  for (const char *c = key; *c != '\0'; c++)
    if (*c == '~')
      g_string_append (pointer, "~0");
    else if (*c == '/')
      g_string_append (pointer, "~1");
    else
      g_string_append_c (pointer, *c);
}

void
sgn_reader_fail (SgnReader *self, const char *key, const char *wrong, const char *expected)
{
  gsize depth = self->pointer->len;

  if (!sgn_reader_is_good (self))
    return;

  if (key != NULL)
    step_down (self->pointer, key);
  if (self->faults != NULL)
    g_ptr_array_add (self->faults, sgn_fault_new (self->pointer->str, wrong, expected));
  if (self->error == NULL)
    g_set_error (&self->error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 /* Translators: file name, place in it, a sentence on what is wrong there, what
                    should be there */
                 _ ("“%s”, %s: %s Expected: %s."), self->name,
                 self->pointer->len > 0 ? self->pointer->str : _ ("top level"), wrong, expected);
  g_string_truncate (self->pointer, depth);
}

void
sgn_reader_fail_value (SgnReader *self, const char *key, const char *value, const char *expected)
{
  g_autofree char *shown = NULL;
  g_autofree char *wrong = NULL;

  shown = g_utf8_strlen (value, -1) > SHOWN_CHARACTERS
            ? g_utf8_substring (value, 0, SHOWN_CHARACTERS)
            : g_strdup (value);
  wrong = g_strdup_printf (_ ("“%s” is not right."), shown);
  sgn_reader_fail (self, key, wrong, expected);
}

/* The value at @key, or NULL with the error that it is missing. */
static const json_t *
get (SgnReader *self, const json_t *object, const char *key, const char *expected)
{
  const json_t *value = json_object_get (object, key);

  if (value == NULL)
    sgn_reader_fail (self, key, _ ("It is missing."), expected);
  return value;
}

gboolean
sgn_reader_check_keys (SgnReader *self, const json_t *json, const char *const *keys)
{
  void *at;

  if (!json_is_object (json)) {
    sgn_reader_fail (self, NULL, _ ("It is not an object."), _ ("an object in braces"));
    return FALSE;
  }

  for (at = json_object_iter ((json_t *) json); at != NULL;
       at = json_object_iter_next ((json_t *) json, at)) {
    const char *key = json_object_iter_key (at);

    if (!g_strv_contains (keys, key)) {
      g_autofree char *known = g_strjoinv (", ", (char **) keys);

      sgn_reader_fail (self, key, _ ("The key is not known."), known);
      if (!sgn_reader_is_good (self))
        return FALSE;
    }
  }
  return TRUE;
}

const char *
sgn_reader_get_string (SgnReader *self, const json_t *object, const char *key, const char *expected)
{
  const json_t *value = get (self, object, key, expected);
  const char *string = json_string_value (value);

  if (value == NULL)
    return NULL;
  if (string == NULL)
    sgn_reader_fail (self, key, _ ("It is not a text."), expected);
  else if (*string == '\0')
    sgn_reader_fail (self, key, _ ("It is empty."), expected);
  else
    return string;
  return NULL;
}

char *
sgn_reader_dup_string (SgnReader *self, const json_t *object, const char *key)
{
  return g_strdup (sgn_reader_get_string (self, object, key, _ ("a text")));
}

static gboolean
is_letter (char c, SgnWord word)
{
  return g_ascii_isdigit (c) || g_ascii_islower (c) || (word != SGN_WORD_ID && g_ascii_isupper (c));
}

static gboolean
is_inner (char c, SgnWord word)
{
  return c == '.' || c == '-' || (word == SGN_WORD_REFERENCE && (c == '(' || c == ')'));
}

static gboolean
is_word (const char *text, gsize length, SgnWord word)
{
  for (gsize i = 0; i < length; i++)
    if (!is_letter (text[i], word) && !(i > 0 && is_inner (text[i], word)))
      return FALSE;
  return length > 0;
}

static gboolean
is_catalogue_key (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && is_word (text, (gsize) (at - text), SGN_WORD_ID) &&
         is_word (at + 1, strlen (at + 1), SGN_WORD_ITEM);
}

char *
sgn_reader_dup_word (SgnReader *self, const json_t *object, const char *key, SgnWord word)
{
  const char *const expected[] = {
    [SGN_WORD_ID] = _ ("a word of small letters, digits, “-” and “.”"),
    [SGN_WORD_ITEM] = _ ("a word of letters, digits, “-” and “.”"),
    [SGN_WORD_CATALOGUE] = _ ("a catalogue and its edition, such as “ipa-rules@4.0”"),
    [SGN_WORD_REFERENCE] = _ ("a word of letters, digits, “-”, “.”, “(” and “)”"),
  };
  const char *text = sgn_reader_get_string (self, object, key, expected[word]);
  gboolean good;

  if (text == NULL)
    return NULL;

  if (word == SGN_WORD_CATALOGUE)
    good = is_catalogue_key (text);
  else
    good = is_word (text, strlen (text), word);
  if (good)
    return g_strdup (text);

  sgn_reader_fail_value (self, key, text, expected[word]);
  return NULL;
}

char *
sgn_reader_dup_date (SgnReader *self, const json_t *object, const char *key)
{
  const char *expected = _ ("a date such as 2026-03-27");
  const char *text = sgn_reader_get_string (self, object, key, expected);

  if (text == NULL || sgn_date_is_valid (text))
    return g_strdup (text);

  sgn_reader_fail_value (self, key, text, expected);
  return NULL;
}

int
sgn_reader_integer (SgnReader *self, const json_t *object, const char *key, int min, int max)
{
  g_autofree char *expected = g_strdup_printf (_ ("a whole number from %d to %d"), min, max);
  const json_t *value = get (self, object, key, expected);
  json_int_t number = json_integer_value (value);

  if (value == NULL)
    return 0;
  if (!json_is_integer (value))
    sgn_reader_fail (self, key, _ ("It is not a whole number."), expected);
  else if (number < min || number > max)
    sgn_reader_fail (self, key, _ ("The number is out of range."), expected);
  else
    return (int) number;
  return 0;
}

/* A text of a sheet may be a separator of spaces only, so only emptiness is wrong here. */
static void
read_text (SgnReader *self, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "ja", "en", NULL };
  SgnText *text = data;
  const char *ja, *en;

  if (!sgn_reader_check_keys (self, object, keys))
    return;
  ja = sgn_reader_get_string (self, object, "ja", _ ("the Japanese text"));
  en = sgn_reader_get_string (self, object, "en", _ ("the English text"));
  if (!sgn_reader_is_good (self))
    return;

  text->ja = g_strdup (ja);
  text->en = g_strdup (en);
}

void
sgn_reader_text (SgnReader *self, const json_t *object, const char *key, SgnText *text)
{
  sgn_reader_into (self, object, key, read_text, text);
}

void
sgn_reader_add_text (SgnReader *self, const json_t *object, gpointer texts)
{
  static const char *const keys[] = { "ja", "en", NULL };
  SgnText *text;

  if (!sgn_reader_check_keys (self, object, keys))
    return;
  text = g_new0 (SgnText, 1);
  text->ja = sgn_reader_dup_string (self, object, "ja");
  text->en = sgn_reader_dup_string (self, object, "en");
  g_ptr_array_add (texts, text);
}

guint
sgn_reader_choice (SgnReader *self,
                   const json_t *object,
                   const char *key,
                   const char *const *choices)
{
  g_autofree char *expected = g_strjoinv (", ", (char **) choices);
  const char *text = sgn_reader_get_string (self, object, key, expected);

  if (text == NULL)
    return 0;

  for (guint i = 0; choices[i] != NULL; i++)
    if (g_str_equal (text, choices[i]))
      return i;

  sgn_reader_fail_value (self, key, text, expected);
  return 0;
}

/* (nullable): the list at @key with at least @min members */
static const json_t *
get_list (SgnReader *self, const json_t *object, const char *key, guint min)
{
  const json_t *list = get (self, object, key, _ ("a list in brackets"));

  if (list == NULL)
    return NULL;
  if (!json_is_array (list))
    sgn_reader_fail (self, key, _ ("It is not a list."), _ ("a list in brackets"));
  else if (json_array_size (list) < min)
    sgn_reader_fail (self, key, _ ("The list is empty."), _ ("at least one entry"));
  else
    return list;
  return NULL;
}

char **
sgn_reader_dup_strings (SgnReader *self, const json_t *object, const char *key, guint min)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const json_t *list = get_list (self, object, key, min);

  for (gsize i = 0; i < json_array_size (list); i++) {
    const char *text = json_string_value (json_array_get (list, i));
    g_autofree char *place = g_strdup_printf ("%" G_GSIZE_FORMAT, i);
    gsize depth = self->pointer->len;

    if (text != NULL && *text != '\0') {
      g_strv_builder_add (builder, text);
      continue;
    }
    step_down (self->pointer, key);
    sgn_reader_fail (self, place, _ ("It is empty or not a text."), _ ("a text"));
    g_string_truncate (self->pointer, depth);
  }
  return g_strv_builder_end (builder);
}

gboolean
sgn_reader_has (const json_t *object, const char *key)
{
  const json_t *value = json_object_get (object, key);

  return value != NULL && !json_is_null (value);
}

void
sgn_reader_each (SgnReader *self,
                 const json_t *object,
                 const char *key,
                 guint min,
                 SgnReaderFunc func,
                 gpointer data)
{
  const json_t *list = get_list (self, object, key, min);
  gsize depth = self->pointer->len;

  for (gsize i = 0; i < json_array_size (list) && sgn_reader_is_good (self); i++) {
    step_down (self->pointer, key);
    g_string_append_printf (self->pointer, "/%" G_GSIZE_FORMAT, i);
    func (self, json_array_get (list, i), data);
    g_string_truncate (self->pointer, depth);
  }
}

void
sgn_reader_into (SgnReader *self,
                 const json_t *object,
                 const char *key,
                 SgnReaderFunc func,
                 gpointer data)
{
  const json_t *value = get (self, object, key, _ ("an object in braces"));
  gsize depth = self->pointer->len;

  if (value == NULL)
    return;
  step_down (self->pointer, key);
  func (self, value, data);
  g_string_truncate (self->pointer, depth);
}

static void
read_texts (SgnReader *self, const json_t *object, gpointer data)
{
  GHashTable *texts = data;

  if (!json_is_object (object))
    sgn_reader_fail (self, NULL, _ ("It is not an object."), _ ("an object in braces"));

  for (void *at = json_object_iter ((json_t *) object); at != NULL;
       at = json_object_iter_next ((json_t *) object, at)) {
    const char *key = json_object_iter_key (at);
    SgnText *text = g_new0 (SgnText, 1);

    sgn_reader_text (self, object, key, text);
    g_hash_table_insert (texts, g_strdup (key), text);
  }
}

GHashTable *
sgn_reader_dup_texts (SgnReader *self, const json_t *object, const char *key)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, sgn_text_free);

  sgn_reader_into (self, object, key, read_texts, texts);
  return texts;
}

void
sgn_text_free (gpointer text)
{
  sgn_text_clear (text);
  g_free (text);
}
