/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-fold.h"
#include "sgn-policy-guard.h"
#include "sgn-session-private.h"

typedef struct {
  char *part;
  SgnLanguage language;
  char *text;
  char *place;
  char *date;
} PolicyRequest;

static void
policy_request_free (PolicyRequest *request)
{
  g_free (request->part);
  g_free (request->text);
  g_free (request->place);
  g_free (request->date);
  g_free (request);
}

/* All parts in the default words, as a first draft. */
static SgnPolicy *
first_draft (SgnDesk *desk)
{
  SgnPolicy *policy = g_new0 (SgnPolicy, 1);
  GPtrArray *parts = desk->library->policy->parts;

  policy->version = 1;
  policy->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  policy->parts_en = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < parts->len; i++) {
    const SgnPolicyPart *part = g_ptr_array_index (parts, i);

    g_hash_table_insert (policy->parts, g_strdup (part->id),
                         sgn_policy_part_fill (part, desk->record->profile->name, SGN_LANGUAGE_JA));
  }

  return policy;
}

/* The version that may be changed: the draft there is, or the one after the published one. */
static SgnPolicy *
editable_version (SgnDesk *desk)
{
  const SgnPolicy *newest = sgn_record_get_policy (desk->record);
  SgnPolicy *draft;

  if (newest == NULL)
    return first_draft (desk);

  draft = sgn_policy_copy (newest);
  if (newest->published_on != NULL) {
    draft->version = newest->version + 1;
    g_clear_pointer (&draft->published_on, g_free);
    g_clear_pointer (&draft->published_place, g_free);
  }

  return draft;
}

static gboolean
check_wording (SgnDesk *desk, const char *part, const char *text, GError **error)
{
  g_autoptr (GPtrArray) findings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);
  g_autofree char *field = g_strconcat ("policy.", part, NULL);
  const SgnFinding *refusal;

  sgn_wording_check (desk->library->wording, field, text, TRUE, sgn_language_of_user (), findings);
  refusal = sgn_findings_get_refusal (findings);
  if (refusal == NULL)
    return TRUE;

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_CHECK, refusal->message);
  return FALSE;
}

/* An empty text takes the part away. Takes @text. */
static void
set_words (GHashTable *parts, const char *id, char *text)
{
  if (*text != '\0') {
    g_hash_table_insert (parts, g_strdup (id), text);
    return;
  }
  g_hash_table_remove (parts, id);
  g_free (text);
}

static gboolean
set_contact (SgnPolicy *policy, SgnLanguage language, const char *text)
{
  char **contact = language == SGN_LANGUAGE_EN ? &policy->contact_en : &policy->contact;

  g_free (*contact);
  *contact = text != NULL && *text != '\0' ? g_strdup (text) : NULL;

  return TRUE;
}

static gboolean
set_part (SgnDesk *desk, SgnPolicy *policy, const PolicyRequest *request, GError **error)
{
  const char *id = request->part;
  const SgnPolicyPart *part = sgn_policy_template_find (desk->library->policy, id);
  g_autofree char *text = request->text != NULL ? sgn_clean_typed (request->text) : NULL;

  if (text != NULL && !check_wording (desk, id, text, error))
    return FALSE;
  if (strcmp (id, SGN_POLICY_CONTACT) == 0)
    return set_contact (policy, request->language, text);
  if (part == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("The policy has no part “%s”. See its parts with “sengen policy FILE”."), id);
    return FALSE;
  }

  if (text == NULL)
    text =
      sgn_policy_part_fill (part, sgn_profile_get_name (desk->record->profile, request->language),
                            request->language);
  set_words (request->language == SGN_LANGUAGE_EN ? policy->parts_en : policy->parts, id,
             g_steal_pointer (&text));

  return TRUE;
}

static gpointer
put_policy (SgnDesk *desk, const char *act, const SgnPolicy *policy, GError **error)
{
  gboolean ok = sgn_company_file_begin (desk->file, act, desk->author, error) &&
                sgn_desk_put_numbered (desk, SGN_KIND_POLICY, policy->version,
                                       sgn_policy_to_row (policy), error);

  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

static gpointer
do_set_part (SgnDesk *desk, gpointer data, GError **error)
{
  const PolicyRequest *request = data;
  g_autoptr (SgnPolicy) policy = NULL;

  if (!sgn_desk_check_writable (desk, error))
    return NULL;

  policy = editable_version (desk);

  return set_part (desk, policy, request, error) ? put_policy (desk, SGN_ACT_POLICY, policy, error)
                                                 : NULL;
}

/**
 * sgn_session_set_policy_part_async:
 * @self: a session with an open file
 * @part: id of a part of the template, or "contact"
 * @language: of the Japanese version, which everybody has, or of its English twin
 * @text: (nullable): its new text; %NULL is the default text
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Changes one part of the draft. A published version stays as it is: the change then begins the
 * next version. Claims that a self-declaration cannot make are refused with SGN_ERROR_CHECK.
 */
void
sgn_session_set_policy_part_async (SgnSession *self,
                                   const char *part,
                                   SgnLanguage language,
                                   const char *text,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  PolicyRequest *request = g_new0 (PolicyRequest, 1);
  const SgnAct act = { do_set_part, request, (GDestroyNotify) policy_request_free, NULL,
                       sgn_session_set_policy_part_async };

  request->part = g_strdup (part);
  request->language = language;
  request->text = g_strdup (text);
  sgn_session_run (self, &act, callback, user_data);
}

static gboolean
publish (SgnPolicy *policy, const PolicyRequest *request)
{
  g_autofree char *place = sgn_clean_line (request->place);

  if (*place == '\0')
    return FALSE;

  g_free (policy->published_place);
  policy->published_place = g_steal_pointer (&place);
  g_free (policy->published_on);
  policy->published_on = g_strdup (request->date);
  if (policy->established == NULL) {
    policy->established = g_strdup (request->date);
  } else if (sgn_date_compare (request->date, policy->established) > 0) {
    g_free (policy->revised);
    policy->revised = g_strdup (request->date);
  }

  return TRUE;
}

static gpointer
do_publish (SgnDesk *desk, gpointer data, GError **error)
{
  const PolicyRequest *request = data;
  g_autoptr (SgnPolicy) policy = NULL;

  if (!sgn_desk_check_writable (desk, error))
    return NULL;
  if (sgn_record_get_policy (desk->record) == NULL) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                         _ ("There is no basic policy yet. Write it first."));
    return NULL;
  }
  if (!sgn_check_date (request->date, error))
    return NULL;

  policy = sgn_policy_copy (sgn_record_get_policy (desk->record));
  if (policy->published_on != NULL) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_CHECK,
                         _ (
                           "This version of the basic policy is already published. Change its text "
                           "before you publish again."));
    return NULL;
  }
  if (!publish (policy, request)) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_INVALID,
                         _ (
                           "Say where the policy is public, for example the address of the page."));
    return NULL;
  }

  return put_policy (desk, SGN_ACT_PUBLISH, policy, error);
}

/**
 * sgn_session_publish_policy_async:
 * @self: a session with a file open for writing
 * @place: (nullable): where it is public
 * @date: (nullable): the day, YYYY-MM-DD
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Records that the newest version is public; it is never changed again. SGN_ERROR_NOT_YET without a
 * policy, SGN_ERROR_CHECK when the newest version is public already, SGN_ERROR_INVALID without a
 * place or a real date. End with sgn_session_act_finish().
 */
void
sgn_session_publish_policy_async (SgnSession *self,
                                  const char *place,
                                  const char *date,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  PolicyRequest *request = g_new0 (PolicyRequest, 1);
  const SgnAct act = { do_publish, request, (GDestroyNotify) policy_request_free, NULL,
                       sgn_session_publish_policy_async };

  request->place = g_strdup (place != NULL ? place : "");
  request->date = g_strdup (date);
  sgn_session_run (self, &act, callback, user_data);
}
