/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-policy.h"

#include "sgn-phrase-private.h"
#include "sgn-placeholder.h"
#include "sgn-reader-private.h"

#include <glib/gi18n-lib.h>

static void
reference_clear (SgnReference *self)
{
  g_free (self->scheme);
  g_free (self->item);
}

static void
reference_free (gpointer data)
{
  SgnReference *self = data;

  reference_clear (self);
  g_free (self);
}

static void
promise_free (gpointer data)
{
  SgnPolicyPromise *self = data;

  sgn_text_clear (&self->phrase);
  sgn_text_clear (&self->instead);
  reference_clear (&self->item);
  g_free (self);
}

static void
part_free (gpointer data)
{
  SgnPolicyPart *self = data;

  g_free (self->id);
  sgn_text_clear (&self->title);
  sgn_text_clear (&self->text);
  g_ptr_array_unref (self->promises);
  g_free (self);
}

/**
 * sgn_policy_template_free:
 * @self: (transfer full) (nullable): a template
 */
void
sgn_policy_template_free (SgnPolicyTemplate *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->shown_by);
  g_free (self);
}

static void
read_reference (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "scheme", "item", NULL };
  SgnReference *self = data;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  self->scheme = sgn_reader_dup_word (reader, object, "scheme", SGN_WORD_CATALOGUE);
  self->item = sgn_reader_dup_word (reader, object, "item", SGN_WORD_ITEM);
}

static void
add_reference (SgnReader *reader, const json_t *object, gpointer data)
{
  GPtrArray *list = data;
  SgnReference *self = g_new0 (SgnReference, 1);

  g_ptr_array_add (list, self);
  read_reference (reader, object, self);
}

static void
read_promise (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "phrase", "instead", "item", NULL };
  GPtrArray *promises = data;
  SgnPolicyPromise *self;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  self = g_new0 (SgnPolicyPromise, 1);
  g_ptr_array_add (promises, self);
  sgn_reader_text (reader, object, "phrase", &self->phrase);
  sgn_reader_text (reader, object, "instead", &self->instead);
  sgn_reader_into (reader, object, "item", read_reference, &self->item);
}

static void
read_part (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "id", "title", "text", "promises", NULL };
  SgnPolicyTemplate *self = data;
  SgnPolicyPart *part;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  part = g_new0 (SgnPolicyPart, 1);
  part->promises = g_ptr_array_new_with_free_func (promise_free);
  part->id = sgn_reader_dup_word (reader, object, "id", SGN_WORD_ID);
  if (part->id != NULL && sgn_policy_template_find (self, part->id) != NULL)
    sgn_reader_fail_value (reader, "id", part->id, _ ("a word that no entry before it has"));
  if (!json_is_null (json_object_get (object, "title")))
    sgn_reader_text (reader, object, "title", &part->title);
  sgn_reader_text (reader, object, "text", &part->text);
  if (sgn_reader_has (object, "promises"))
    sgn_reader_each (reader, object, "promises", 0, read_promise, part->promises);
  g_ptr_array_add (self->parts, part);
}

static void
read_template (SgnReader *reader, const json_t *json, gpointer data)
{
  static const char *const keys[] = { "source_note", "shown_by", "parts", NULL };
  SgnPolicyTemplate *self = data;

  if (!sgn_reader_check_keys (reader, json, keys))
    return;
  if (sgn_reader_has (json, "shown_by"))
    sgn_reader_each (reader, json, "shown_by", 0, add_reference, self->shown_by);
  sgn_reader_each (reader, json, "parts", 1, read_part, self);
}

/**
 * sgn_policy_template_load:
 * @data_dir: the folder with documents/
 * @error: return location; SGN_ERROR_UNREADABLE with file, place, what is wrong and what is
 * expected
 *
 * Returns: (transfer full): the template in documents/policy.json, or NULL
 */
SgnPolicyTemplate *
sgn_policy_template_load (const char *data_dir, GError **error)
{
  g_autoptr (SgnPolicyTemplate) self = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);

  path = g_build_filename (data_dir, "documents", "policy.json", NULL);
  self = g_new0 (SgnPolicyTemplate, 1);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->shown_by = g_ptr_array_new_with_free_func (reference_free);
  return sgn_reader_load (path, read_template, self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * sgn_policy_template_find:
 * @self: a template
 * @id: (nullable): the id of a part
 *
 * Returns: (nullable) (transfer none): the part
 */
const SgnPolicyPart *
sgn_policy_template_find (const SgnPolicyTemplate *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->parts->len; i++) {
    const SgnPolicyPart *part = g_ptr_array_index (self->parts, i);

    if (g_strcmp0 (part->id, id) == 0)
      return part;
  }
  return NULL;
}

/**
 * sgn_policy_part_fill:
 * @part: a part
 * @company: the company's name as typed
 * @language: the language of the policy
 *
 * Returns: (transfer full): the default text with the name in it
 */
char *
sgn_policy_part_fill (const SgnPolicyPart *part, const char *company, SgnLanguage language)
{
  const char *const pairs[] = { "company", company, NULL };

  g_return_val_if_fail (part != NULL && company != NULL, NULL);

  return sgn_placeholder_fill (sgn_text_get (&part->text, language), pairs);
}

/**
 * sgn_policy_promise_find:
 * @promise: a promise of the template
 * @language: the language of @text
 * @text: (nullable): what a policy says
 * @start: (out): the character that the promise begins with
 * @end: (out): the character after it
 *
 * Returns: whether @text makes the promise
 */
gboolean
sgn_policy_promise_find (const SgnPolicyPromise *promise,
                         SgnLanguage language,
                         const char *text,
                         guint *start,
                         guint *end)
{
  const char *phrase = sgn_text_get (&promise->phrase, language);
  char *wanted[] = { (char *) phrase, NULL };
  g_autoptr (SgnPhrases) phrases = NULL;
  g_autoptr (SgnPhraseText) folded = NULL;
  g_autoptr (GArray) spans = NULL;
  SgnSpan place;

  if (text == NULL || phrase == NULL)
    return FALSE;

  phrases = sgn_phrases_new (wanted);
  folded = sgn_phrase_text_new (text);
  spans = sgn_phrase_text_find (folded, phrases);
  if (spans->len == 0)
    return FALSE;

  place = sgn_phrase_text_place (folded, g_array_index (spans, SgnSpan, 0));
  *start = place.start;
  *end = place.end;
  return TRUE;
}
