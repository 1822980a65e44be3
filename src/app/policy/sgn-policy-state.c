/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-policy-state.h"

#include <glib/gi18n-lib.h>

#include "sgn-policy-guard.h"

static SgnPolicyTemplate *
get_template (const SgnPolicyState *self)
{
  return sgn_session_get_library (self->session)->policy;
}

/* (nullable): the contact is no part of the template */
static const SgnPolicyPart *
get_part (const SgnPolicyState *self, guint part)
{
  GPtrArray *parts = get_template (self)->parts;

  return part < parts->len ? g_ptr_array_index (parts, part) : NULL;
}

guint
sgn_policy_state_count_parts (const SgnPolicyState *self)
{
  return get_template (self)->parts->len + 1;
}

const char *
sgn_policy_state_get_id (const SgnPolicyState *self, guint part)
{
  const SgnPolicyPart *template = get_part (self, part);

  return template != NULL ? template->id : SGN_POLICY_CONTACT;
}

char *
sgn_policy_state_dup_title (const SgnPolicyState *self, guint part)
{
  const SgnPolicyPart *template = get_part (self, part);
  const char *title =
    template != NULL ? sgn_text_get (&template->title, sgn_language_of_user ()) : NULL;
  guint number = 0;

  if (template == NULL)
    return g_strdup (_ ("Public contact"));
  if (title == NULL)
    return g_strdup (_ ("Preamble"));

  for (guint i = 0; i <= part; i++)
    number += sgn_text_get (&get_part (self, i)->title, SGN_LANGUAGE_JA) != NULL;
  return g_strdup_printf (_ ("%u　%s"), number, title);
}

guint
sgn_policy_state_find (const SgnPolicyState *self, const char *id)
{
  for (guint i = 0; i < sgn_policy_state_count_parts (self); i++)
    if (g_strcmp0 (sgn_policy_state_get_id (self, i), id) == 0)
      return i;
  return G_MAXUINT;
}

const SgnPolicy *
sgn_policy_state_get_policy (const SgnPolicyState *self)
{
  SgnRecord *record = sgn_session_get_record (self->session);

  for (guint i = 0; record != NULL && self->version != 0 && i < record->policies->len; i++) {
    const SgnPolicy *policy = g_ptr_array_index (record->policies, i);

    if (policy->version == self->version)
      return policy;
  }
  return record != NULL ? sgn_record_get_policy (record) : NULL;
}

static const char *
find_saved (const SgnPolicy *policy, const char *id, SgnLanguage language)
{
  gboolean english = language == SGN_LANGUAGE_EN;

  if (g_strcmp0 (id, SGN_POLICY_CONTACT) == 0)
    return english ? policy->contact_en : policy->contact;
  return g_hash_table_lookup (english ? policy->parts_en : policy->parts, id);
}

char *
sgn_policy_state_dup_text (const SgnPolicyState *self, guint part, SgnLanguage language)
{
  const char *id = sgn_policy_state_get_id (self, part);
  const char *text =
    self->version == 0 ? sgn_policy_writer_get_unsaved (self->writer, id, language) : NULL;
  const SgnPolicy *policy = sgn_policy_state_get_policy (self);
  char *draft;

  if (text == NULL && policy != NULL)
    text = find_saved (policy, id, language);
  if (text != NULL || policy != NULL || language == SGN_LANGUAGE_EN)
    return g_strdup (text != NULL ? text : "");
  draft = sgn_policy_state_dup_draft (self, part, language);
  return draft != NULL ? draft : g_strdup ("");
}

char *
sgn_policy_state_dup_draft (const SgnPolicyState *self, guint part, SgnLanguage language)
{
  const SgnPolicyPart *template = get_part (self, part);
  SgnRecord *record = sgn_session_get_record (self->session);

  if (template == NULL || record == NULL)
    return NULL;
  return sgn_policy_part_fill (template, sgn_profile_get_name (record->profile, language),
                               language);
}

gboolean
sgn_policy_state_has_english (const SgnPolicyState *self)
{
  for (guint i = 0; i < sgn_policy_state_count_parts (self); i++) {
    g_autofree char *text = sgn_policy_state_dup_text (self, i, SGN_LANGUAGE_EN);

    if (*text != '\0' && get_part (self, i) != NULL)
      return TRUE;
  }
  return FALSE;
}

gboolean
sgn_policy_state_is_editable (const SgnPolicyState *self)
{
  return self->version == 0 && !sgn_session_get_read_only (self->session);
}
