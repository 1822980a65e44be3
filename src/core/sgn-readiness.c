/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-readiness.h"

#include "sgn-combined.h"
#include "sgn-score.h"

static gboolean
is_said (const char *text)
{
  return text != NULL && text[0] != '\0';
}

static SgnReason
judge_account (const SgnRecord *record)
{
  const char *account = record->profile->gbizid;

  return (SgnReason){ "gbizid",
                      g_strcmp0 (account, "prime") == 0 || g_strcmp0 (account, "member") == 0 };
}

/* The sheet holds what is usually asked. Not counted: the corporate number (sole proprietors have
 * none), the capital and the web site (not every company has them). */
static SgnReason
judge_data_sheet (const SgnRecord *record)
{
  const SgnProfile *profile = record->profile;
  const char *texts[] = {
    profile->name,           profile->name_kana, profile->postal_code, profile->address,
    profile->representative, profile->industry,  profile->contact,     profile->email,
    profile->phone,          profile->purpose,
  };
  SgnReason reason = { "data-sheet", FALSE, profile->employees >= 0 ? 1 : 0,
                       G_N_ELEMENTS (texts) + 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    if (is_said (texts[i]))
      reason.done_count++;
  }
  reason.done = reason.done_count == reason.total;
  return reason;
}

/* A site alone does not speak for the company. */
static gboolean
speaks_of (const SgnAssessment *assessment, const SgnCatalogue *catalogue)
{
  return assessment->site == 0 && g_str_equal (assessment->catalogue, catalogue->id) &&
         g_str_equal (assessment->edition, catalogue->edition);
}

/* The fullest assessment counts: a new one that has just been opened takes nothing away. */
static SgnReason
judge_answers (const char *code, SgnLibrary *library, const SgnRecord *record, const char *id)
{
  SgnCatalogue *catalogue = sgn_library_find_catalogue (library, id, NULL);
  g_autoptr (SgnScore) blank = catalogue != NULL ? sgn_score_new (catalogue, NULL, NULL) : NULL;
  SgnReason reason = { code };

  if (blank == NULL)
    return reason;

  for (guint i = 0; i < record->assessments->len; i++) {
    const SgnAssessment *assessment = record->assessments->pdata[i];
    g_autoptr (SgnCombined) combined = NULL;
    g_autoptr (SgnScore) score = NULL;

    if (!speaks_of (assessment, catalogue))
      continue;
    combined = sgn_combined_new (record, catalogue, assessment);
    score = sgn_score_new (catalogue, combined->answers, NULL);
    reason.done_count = MAX (reason.done_count, score->answered);
  }
  reason.total = blank->items;
  reason.done = reason.total > 0 && reason.done_count == reason.total;
  return reason;
}

static guint
count_parts (const SgnPolicyTemplate *template, const SgnPolicy *policy)
{
  guint written = 0;

  for (guint i = 0; i < template->parts->len; i++) {
    const SgnPolicyPart *part = template->parts->pdata[i];

    if (is_said (g_hash_table_lookup (policy->parts, part->id)))
      written++;
  }
  return written;
}

/* The fullest version counts, as with assessments. */
static SgnReason
judge_policy (SgnLibrary *library, const SgnRecord *record)
{
  SgnReason reason = { "policy", FALSE, 0, library->policy->parts->len };

  for (guint i = 0; i < record->policies->len; i++)
    reason.done_count =
      MAX (reason.done_count, count_parts (library->policy, record->policies->pdata[i]));
  reason.done = reason.total > 0 && reason.done_count == reason.total;
  return reason;
}

/* A draft of the next version does not unpublish the one before it. */
static SgnReason
judge_publication (const SgnRecord *record)
{
  SgnReason reason = { "policy-published" };

  for (guint i = 0; i < record->policies->len; i++) {
    const SgnPolicy *policy = record->policies->pdata[i];

    if (is_said (policy->published_place) && is_said (policy->published_on))
      reason.done = TRUE;
  }
  return reason;
}

static void
add_reason (GArray *reasons, SgnReason reason)
{
  g_array_append_val (reasons, reason);
}

/**
 * sgn_readiness_of:
 * @library: the catalogues and the template of the policy
 * @record: the record of the company
 * @star: 1 or 2
 *
 * Source: IPA SECURITY ACTION as it stands in 2026. ★: an account of GビズID, the data that is
 * asked for, and the six rules read and answered. ★★ adds: the self-check done, the basic policy
 * written and made public. No score is asked for.
 *
 * Returns: (transfer full) (element-type SgnReason): the conditions, in the order they are met
 */
GArray *
sgn_readiness_of (SgnLibrary *library, const SgnRecord *record, int star)
{
  GArray *reasons = NULL;

  g_return_val_if_fail (library != NULL && record != NULL, NULL);
  g_return_val_if_fail (star == 1 || star == 2, NULL);

  reasons = g_array_new (FALSE, TRUE, sizeof (SgnReason));
  add_reason (reasons, judge_account (record));
  add_reason (reasons, judge_data_sheet (record));
  add_reason (reasons, judge_answers ("rules", library, record, "ipa-rules"));
  if (star == 1)
    return reasons;

  add_reason (reasons, judge_answers ("self-check", library, record, "ipa-self-check"));
  add_reason (reasons, judge_policy (library, record));
  add_reason (reasons, judge_publication (record));
  return reasons;
}

gboolean
sgn_readiness_is_ready (GArray *reasons)
{
  g_return_val_if_fail (reasons != NULL, FALSE);

  for (guint i = 0; i < reasons->len; i++) {
    if (!g_array_index (reasons, SgnReason, i).done)
      return FALSE;
  }
  return TRUE;
}
