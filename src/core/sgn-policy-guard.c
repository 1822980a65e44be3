/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-policy-guard.h"

#include "sgn-consistency-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A promise of the template with the answer that denies it. */
typedef struct {
  const SgnPolicyPart *part;
  const SgnPolicyPromise *promise;
  char *catalogue;
  char *item;
  char *number;
  char *title;
  char *value;
  SgnMark mark;
  char *at;
  char *person;
} Denial;

struct _SgnPolicyGuard {
  SgnLibrary *library;
  SgnLanguage user;
  GPtrArray *denials; /* of Denial */
};

static void
denial_free (gpointer data)
{
  Denial *self = data;

  g_free (self->catalogue);
  g_free (self->item);
  g_free (self->number);
  g_free (self->title);
  g_free (self->value);
  g_free (self->at);
  g_free (self->person);
  g_free (self);
}

/**
 * sgn_policy_finding_free:
 * @self: (transfer full) (nullable): a finding
 */
void
sgn_policy_finding_free (SgnPolicyFinding *self)
{
  if (self == NULL)
    return;

  g_free (self->phrase);
  g_free (self->message);
  g_free (self->instead);
  g_free (self->catalogue);
  g_free (self->item);
  g_free (self->number);
  g_free (self->title);
  g_free (self->value);
  g_free (self->at);
  g_free (self->person);
  g_free (self);
}

static void
add_denial (SgnPolicyGuard *self,
            const SgnRecord *record,
            const SgnPolicyPart *part,
            const SgnPolicyPromise *promise,
            const SgnSaid *said)
{
  const SgnPerson *person = sgn_record_find_person (record, said->answer->person);
  Denial *denial = g_new0 (Denial, 1);

  denial->part = part;
  denial->promise = promise;
  denial->catalogue = sgn_catalogue_dup_key (said->check->catalogue);
  denial->item = g_strdup (said->item->id);
  denial->number = g_strdup (said->item->number);
  denial->title = g_strdup (sgn_text_get (&said->item->short_title, self->user));
  denial->value = g_strdup (sgn_text_get (&said->value->label, self->user));
  denial->mark = said->value->mark;
  denial->at = g_strdup (said->answer->at);
  denial->person = person != NULL ? g_strdup (person->name) : NULL;
  g_ptr_array_add (self->denials, denial);
}

static void
collect_denials (SgnPolicyGuard *self, const SgnRecord *record)
{
  GPtrArray *parts = self->library->policy->parts;
  g_autoptr (GPtrArray) checks = sgn_checks_of (self->library, record);
  const SgnInspection inspection = { .library = self->library, .record = record, .checks = checks };

  for (guint i = 0; i < parts->len; i++) {
    const SgnPolicyPart *part = g_ptr_array_index (parts, i);

    for (guint j = 0; j < part->promises->len; j++) {
      const SgnPolicyPromise *promise = g_ptr_array_index (part->promises, j);
      SgnSaid said;

      if (sgn_inspection_find (&inspection, &promise->item, &said) && sgn_said_denies (&said))
        add_denial (self, record, part, promise, &said);
    }
  }
}

/**
 * sgn_policy_guard_new:
 * @library: the template, the wording guard and the guidelines; outlives the guard
 * @record: the record of a company
 * @user: the language of messages
 *
 * Looks at the check of each guideline that counts today, as sgn_consistency_check() does.
 *
 * Returns: (transfer full): a guard for texts of the policy
 */
SgnPolicyGuard *
sgn_policy_guard_new (SgnLibrary *library, const SgnRecord *record, SgnLanguage user)
{
  SgnPolicyGuard *self;

  g_return_val_if_fail (library != NULL && record != NULL, NULL);

  self = g_new0 (SgnPolicyGuard, 1);
  self->library = library;
  self->user = user;
  self->denials = g_ptr_array_new_with_free_func (denial_free);
  collect_denials (self, record);
  return self;
}

/**
 * sgn_policy_guard_free:
 * @self: (transfer full) (nullable): a guard
 */
void
sgn_policy_guard_free (SgnPolicyGuard *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->denials);
  g_free (self);
}

static SgnPolicyFinding *
finding_new (SgnPolicyFault fault, SgnLanguage language, const char *message)
{
  SgnPolicyFinding *finding = g_new0 (SgnPolicyFinding, 1);

  finding->fault = fault;
  finding->language = language;
  finding->message = g_strdup (message);
  return finding;
}

static char *
dup_characters (const char *text, guint start, guint end)
{
  return g_utf8_substring (text, (glong) start, (glong) end);
}

/* @text with @words in the place of some of its characters. */
static char *
replace (const char *text, guint start, guint end, const char *words)
{
  g_autofree char *before = dup_characters (text, 0, start);

  return g_strconcat (before, words, g_utf8_offset_to_pointer (text, (glong) end), NULL);
}

static SgnPolicyFinding *
make_promise (const Denial *denial, SgnLanguage language, const char *text, guint start, guint end)
{
  SgnPolicyFinding *finding = finding_new (SGN_POLICY_FAULT_PROMISE, language, NULL);

  finding->start = start;
  finding->end = end;
  finding->phrase = dup_characters (text, start, end);
  /* Translators: the words of a promise, and the number of a question */
  finding->message = g_strdup_printf (_ ("The promise “%s” does not fit the answer to No. %s"),
                                      finding->phrase, denial->number);
  finding->instead = replace (text, start, end, sgn_text_get (&denial->promise->instead, language));
  finding->promise = denial->promise;
  finding->catalogue = g_strdup (denial->catalogue);
  finding->item = g_strdup (denial->item);
  finding->number = g_strdup (denial->number);
  finding->title = g_strdup (denial->title);
  finding->value = g_strdup (denial->value);
  finding->mark = denial->mark;
  finding->at = g_strdup (denial->at);
  finding->person = g_strdup (denial->person);
  return finding;
}

static void
find_claim (const SgnPolicyGuard *self,
            const char *part,
            SgnLanguage language,
            const char *text,
            GPtrArray *found)
{
  g_autoptr (GPtrArray) findings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);
  g_autofree char *field = g_strconcat ("policy.", part, NULL);
  const SgnFinding *refusal;
  SgnPolicyFinding *finding;

  sgn_wording_check (self->library->wording, field, text, TRUE, self->user, findings);
  refusal = sgn_findings_get_refusal (findings);
  if (refusal == NULL)
    return;

  finding = finding_new (SGN_POLICY_FAULT_CLAIM, language, refusal->message);
  if (sgn_wording_locate (self->library->wording, text, &finding->start, &finding->end))
    finding->phrase = dup_characters (text, finding->start, finding->end);
  g_ptr_array_add (found, finding);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const SgnPolicyFinding *first = *(const SgnPolicyFinding *const *) a;
  const SgnPolicyFinding *second = *(const SgnPolicyFinding *const *) b;

  return first->start < second->start ? -1 : first->start > second->start;
}

GPtrArray *
sgn_policy_guard_check (const SgnPolicyGuard *self,
                        const char *part,
                        SgnLanguage language,
                        const char *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_policy_finding_free);
  guint start;
  guint end;

  g_return_val_if_fail (self != NULL && part != NULL, found);

  if (text == NULL || *text == '\0')
    return found;

  find_claim (self, part, language, text, found);
  for (guint i = 0; i < self->denials->len; i++) {
    const Denial *denial = g_ptr_array_index (self->denials, i);

    if (strcmp (denial->part->id, part) == 0 &&
        sgn_policy_promise_find (denial->promise, language, text, &start, &end))
      g_ptr_array_add (found, make_promise (denial, language, text, start, end));
  }
  g_ptr_array_sort (found, compare_places);
  return found;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

GPtrArray *
sgn_policy_guard_check_part (const SgnPolicyGuard *self,
                             const char *part,
                             const char *ja,
                             const char *en,
                             gboolean has_english)
{
  g_autoptr (GPtrArray) english = sgn_policy_guard_check (self, part, SGN_LANGUAGE_EN, en);
  GPtrArray *found = sgn_policy_guard_check (self, part, SGN_LANGUAGE_JA, ja);

  if (is_empty (ja) && strcmp (part, SGN_POLICY_CONTACT) != 0)
    g_ptr_array_add (found, finding_new (SGN_POLICY_FAULT_EMPTY, SGN_LANGUAGE_JA,
                                         _ ("This part is empty and will not be printed.")));
  if (has_english && is_empty (en) && !is_empty (ja))
    g_ptr_array_add (found,
                     finding_new (SGN_POLICY_FAULT_UNTRANSLATED, SGN_LANGUAGE_EN,
                                  _ ("The policy has English text, but this part has none.")));
  g_ptr_array_extend_and_steal (found, g_steal_pointer (&english));
  return found;
}
