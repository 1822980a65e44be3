/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-private.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>

/* (nullable): the words of a part in the language of the sheet, where they were written in it. */
static const char *
find_words (const SgnProjection *self, const SgnPolicy *policy, const char *part)
{
  return sgn_projection_pick (self, g_hash_table_lookup (policy->parts, part),
                              g_hash_table_lookup (policy->parts_en, part));
}

gboolean
sgn_projection_check_policy (const SgnProjection *self, GError **error)
{
  const SgnPolicy *policy = sgn_record_get_policy (self->record);

  if (policy != NULL && g_hash_table_size (policy->parts) > 0)
    return TRUE;

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                       _ ("There is no basic policy yet. Write its first part."));
  return FALSE;
}

static void
append_part (const SgnProjection *self,
             json_t *parts,
             const char *id,
             const SgnPolicyPart *template,
             const char *words)
{
  json_t *part = json_object ();

  sgn_json_set_string (part, "id", id);
  sgn_json_set_string (part, "title",
                       template != NULL ? sgn_text_get (&template->title, self->request->language)
                                        : NULL);
  sgn_json_set_string (part, "text", words);
  json_array_append_new (parts, part);
}

/* Parts that the template does not name come last, without a title: what is stored is printed. */
static void
append_other_parts (const SgnProjection *self, json_t *parts, const SgnPolicy *policy)
{
  g_autoptr (GList) ids = g_hash_table_get_keys (policy->parts);

  ids = g_list_sort (ids, (GCompareFunc) g_strcmp0);
  for (GList *node = ids; node != NULL; node = node->next) {
    const char *id = node->data;

    if (sgn_policy_template_find (self->library->policy, id) == NULL)
      append_part (self, parts, id, NULL, find_words (self, policy, id));
  }
}

static json_t *
parts_to_json (const SgnProjection *self, const SgnPolicy *policy)
{
  GPtrArray *templates = self->library->policy->parts;
  json_t *parts = json_array ();

  for (guint i = 0; i < templates->len; i++) {
    const SgnPolicyPart *template = templates->pdata[i];
    const char *words = find_words (self, policy, template->id);

    if (words != NULL)
      append_part (self, parts, template->id, template, words);
  }
  append_other_parts (self, parts, policy);
  return parts;
}

/* The language the words are in: a sheet in English may carry a policy written in Japanese. */
static SgnLanguage
get_language (const SgnProjection *self, const SgnPolicy *policy)
{
  return g_hash_table_size (policy->parts_en) > 0 ? self->request->language : SGN_LANGUAGE_JA;
}

/* Internal and partner are the same: a policy is public, and only its own contact is in it. */
void
sgn_projection_add_policy (SgnProjection *self)
{
  const SgnPolicy *policy = sgn_record_get_policy (self->record);
  json_t *json = json_object ();

  sgn_json_set_integer (json, "version", policy->version);
  sgn_json_set_string (json, "established", policy->established);
  sgn_json_set_string (json, "revised", policy->revised);
  sgn_json_set_string (json, "contact",
                       sgn_projection_pick (self, policy->contact, policy->contact_en));
  sgn_json_set_string (json, "published_place", policy->published_place);
  sgn_json_set_string (json, "published_on", policy->published_on);
  json_object_set_new (json, "draft", json_boolean (policy->published_on == NULL));
  sgn_json_set_string (json, "text_language", sgn_language_to_code (get_language (self, policy)));
  json_object_set_new (json, "parts", parts_to_json (self, policy));
  json_object_set_new (self->json, "policy", json);
}
