/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-policy.h"

#include "sgn-placeholder.h"
#include "sgn-reader-private.h"

#include <glib/gi18n-lib.h>

static void
part_free (gpointer data)
{
  SgnPolicyPart *self = data;

  g_free (self->id);
  sgn_text_clear (&self->title);
  sgn_text_clear (&self->text);
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
  g_free (self);
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
  part->id = sgn_reader_dup_word (reader, object, "id", SGN_WORD_ID);
  if (part->id != NULL && sgn_policy_template_find (self, part->id) != NULL)
    sgn_reader_fail_value (reader, "id", part->id, _ ("a word that no entry before it has"));
  if (!json_is_null (json_object_get (object, "title")))
    sgn_reader_text (reader, object, "title", &part->title);
  sgn_reader_text (reader, object, "text", &part->text);
  g_ptr_array_add (self->parts, part);
}

static void
read_template (SgnReader *reader, const json_t *json, gpointer data)
{
  static const char *const keys[] = { "source_note", "parts", NULL };
  SgnPolicyTemplate *self = data;

  if (sgn_reader_check_keys (reader, json, keys))
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
