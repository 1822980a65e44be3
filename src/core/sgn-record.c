/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-record-private.h"

#include "sgn-entry.h"
#include "sgn-error.h"
#include "sgn-evidence.h"
#include "sgn-profile-private.h"
#include "sgn-record-years.h"

#include <glib/gi18n-lib.h>

/**
 * sgn_record_new:
 *
 * Returns: (transfer full): a record of a company without a name and without rows; head and head_at
 *   are %NULL and are set by whoever fills it
 */
SgnRecord *
sgn_record_new (void)
{
  SgnRecord *self = g_atomic_rc_box_new0 (SgnRecord);

  self->profile = sgn_profile_new ("");
  self->persons = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_person_free);
  self->assessments = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_assessment_free);
  self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_evidence_free);
  self->declarations = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_declaration_free);
  self->policies = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_policy_free);
  self->issues = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_issue_free);
  self->tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_task_free);
  self->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->catalogues =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sgn_catalogue_unref);
  return self;
}

SgnRecord *
sgn_record_ref (SgnRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_record (gpointer data)
{
  SgnRecord *self = data;

  sgn_profile_free (self->profile);
  g_ptr_array_unref (self->persons);
  g_ptr_array_unref (self->assessments);
  g_ptr_array_unref (self->evidence);
  g_ptr_array_unref (self->declarations);
  g_ptr_array_unref (self->policies);
  g_ptr_array_unref (self->issues);
  g_ptr_array_unref (self->tasks);
  g_hash_table_unref (self->settings);
  g_hash_table_unref (self->catalogues);
  g_free (self->head);
  g_free (self->head_at);
}

void
sgn_record_unref (SgnRecord *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_record);
}

/* Every struct with a number as its id begins with it. */
static gint64
id_of (gconstpointer row)
{
  return *(const gint64 *) row;
}

/* The place of @id in @rows, which are in order of their ids. */
static guint
find_place (GPtrArray *rows, gint64 id)
{
  guint low = 0;
  guint high = rows->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (id_of (rows->pdata[middle]) < id)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static gpointer
find_row (GPtrArray *rows, gint64 id)
{
  guint place = find_place (rows, id);

  return place < rows->len && id_of (rows->pdata[place]) == id ? rows->pdata[place] : NULL;
}

static gboolean
refuse_row (const char *kind, const char *id, GError **error)
{
  g_autofree char *entry = sgn_entry_to_words (kind, id);

  g_set_error (error, SGN_ERROR, SGN_ERROR_DAMAGED,
               _ ("The company file is damaged, because “%s” does not match the other entries. "
                  "Restore the newest backup."),
               entry);
  return FALSE;
}

/* Gives @row its id and its place among @rows, which own it in any case afterwards. */
static gboolean
insert_row (GPtrArray *rows, gpointer row, const char *kind, const char *id, GError **error)
{
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (id, 10, 1, G_MAXINT64, &number, NULL) ||
      find_row (rows, (gint64) number) != NULL) {
    g_ptr_array_add (rows, row);
    return refuse_row (kind, id, error);
  }
  g_ptr_array_insert (rows, (int) find_place (rows, (gint64) number), row);
  *(gint64 *) row = (gint64) number;
  return TRUE;
}

static gboolean
add_company (SgnRecord *self, const char *id, const json_t *row, GError **error)
{
  g_autoptr (SgnProfile) profile = sgn_profile_new_blank ();
  const json_t *sample = json_object_get (row, "sample");

  if (!sgn_fields_read (sgn_profile_fields, SGN_KIND_COMPANY, row, profile, error))
    return FALSE;
  if (!json_is_integer (sample))
    return refuse_row (SGN_KIND_COMPANY, id, error);

  g_ptr_array_unref (profile->sites);
  profile->sites = g_ptr_array_ref (self->profile->sites);
  sgn_profile_free (self->profile);
  self->profile = g_steal_pointer (&profile);
  self->sample = json_integer_value (sample) != 0;
  return TRUE;
}

static gboolean
add_person (SgnRecord *self, const char *id, const json_t *row, GError **error)
{
  SgnPerson *person = sgn_person_new_from_row (row, error);

  return person != NULL && insert_row (self->persons, person, SGN_KIND_PERSON, id, error);
}

static gboolean
add_site (SgnRecord *self, const char *id, const json_t *row, GError **error)
{
  SgnSite *site = sgn_site_new_from_row (row, error);

  return site != NULL && insert_row (self->profile->sites, site, SGN_KIND_SITE, id, error);
}

static gboolean
add_assessment (SgnRecord *self, const char *id, const json_t *row, GError **error)
{
  SgnAssessment *assessment = sgn_assessment_new_from_row (row, error);

  return assessment != NULL &&
         insert_row (self->assessments, assessment, SGN_KIND_ASSESSMENT, id, error);
}

static gboolean
add_answer (SgnRecord *self, const char *id, const json_t *row, GError **error)
{
  g_autoptr (SgnAnswer) answer = sgn_answer_new_from_row (row, error);
  SgnAssessment *assessment = NULL;

  if (answer == NULL)
    return FALSE;

  assessment = find_row (self->assessments, answer->assessment);
  if (assessment == NULL || g_hash_table_contains (assessment->answers, answer->item))
    return refuse_row (SGN_KIND_ANSWER, id, error);

  g_hash_table_insert (assessment->answers, answer->item, answer);
  g_steal_pointer (&answer);
  return TRUE;
}

static gboolean
add_evidence (SgnRecord *self, const char *id, const json_t *row, GError **error)
{
  SgnEvidence *evidence = sgn_evidence_new_from_row (row, error);

  return evidence != NULL && insert_row (self->evidence, evidence, SGN_KIND_EVIDENCE, id, error);
}

static gboolean
add_evidence_link (SgnRecord *self, const char *id, const json_t *row, GError **error)
{
  gint64 owner = 0;
  g_autofree char *reference = sgn_evidence_link_read (row, &owner, error);
  SgnEvidence *evidence = NULL;

  if (reference == NULL)
    return FALSE;

  evidence = find_row (self->evidence, owner);
  if (evidence == NULL)
    return refuse_row (SGN_KIND_EVIDENCE_LINK, id, error);

  g_ptr_array_add (evidence->links, g_steal_pointer (&reference));
  return TRUE;
}

static gboolean
add_declaration (SgnRecord *self, const char *id, const json_t *row, GError **error)
{
  SgnDeclaration *declaration = sgn_declaration_new_from_row (row, error);

  return declaration != NULL &&
         insert_row (self->declarations, declaration, SGN_KIND_DECLARATION, id, error);
}

static gboolean
add_place (SgnRecord *self, const char *id, const json_t *row, GError **error)
{
  gint64 owner = 0;
  g_autoptr (SgnPlace) place = sgn_place_new_from_row (row, &owner, error);
  SgnDeclaration *declaration = NULL;

  if (place == NULL)
    return FALSE;

  declaration = find_row (self->declarations, owner);
  if (declaration == NULL)
    return refuse_row (SGN_KIND_PLACE, id, error);
  return insert_row (declaration->places, g_steal_pointer (&place), SGN_KIND_PLACE, id, error);
}

static gboolean
add_policy (SgnRecord *self, const char *id, const json_t *row, GError **error)
{
  SgnPolicy *policy = sgn_policy_new_from_row (row, error);

  return policy != NULL && insert_row (self->policies, policy, SGN_KIND_POLICY, id, error);
}

static gboolean
add_issue (SgnRecord *self, const char *id, const json_t *row, GError **error)
{
  SgnIssue *issue = sgn_issue_new_from_row (row, error);

  if (issue == NULL)
    return FALSE;

  issue->number = g_strdup (id);
  g_ptr_array_add (self->issues, issue);
  return TRUE;
}

static gboolean
add_task (SgnRecord *self, const char *id, const json_t *row, GError **error)
{
  SgnTask *task = sgn_task_new_from_row (row, error);

  return task != NULL && insert_row (self->tasks, task, SGN_KIND_TASK, id, error);
}

static gboolean
add_task_link (SgnRecord *self, const char *id, const json_t *row, GError **error)
{
  gint64 owner = 0;
  g_autofree char *reference = sgn_task_link_read (row, &owner, error);
  SgnTask *task = NULL;

  if (reference == NULL)
    return FALSE;

  task = find_row (self->tasks, owner);
  if (task == NULL)
    return refuse_row (SGN_KIND_TASK_LINK, id, error);

  g_ptr_array_add (task->links, g_steal_pointer (&reference));
  return TRUE;
}

static gboolean
add_setting (SgnRecord *self, const char *id, const json_t *row, GError **error)
{
  char *value = sgn_setting_read (row, error);

  if (value == NULL)
    return FALSE;

  g_hash_table_insert (self->settings, g_strdup (id), value);
  return TRUE;
}

static gboolean
add_catalogue (SgnRecord *self, const char *id, const json_t *row, GError **error)
{
  g_autoptr (SgnCatalogue) catalogue = NULL;
  g_autofree char *key = NULL;

  if (!sgn_catalogue_read_row (id, row, &catalogue, error))
    return FALSE;
  if (catalogue == NULL)
    return TRUE;

  key = sgn_catalogue_dup_key (catalogue);
  if (!g_str_equal (key, id))
    return refuse_row (SGN_KIND_CATALOGUE, id, error);

  g_hash_table_insert (self->catalogues, g_steal_pointer (&key), g_steal_pointer (&catalogue));
  return TRUE;
}

static const struct {
  const char *kind;
  gboolean (*add) (SgnRecord *self, const char *id, const json_t *row, GError **error);
} adders[] = {
  { SGN_KIND_COMPANY, add_company },
  { SGN_KIND_PERSON, add_person },
  { SGN_KIND_SITE, add_site },
  { SGN_KIND_ASSESSMENT, add_assessment },
  { SGN_KIND_ANSWER, add_answer },
  { SGN_KIND_EVIDENCE, add_evidence },
  { SGN_KIND_EVIDENCE_LINK, add_evidence_link },
  { SGN_KIND_DECLARATION, add_declaration },
  { SGN_KIND_PLACE, add_place },
  { SGN_KIND_POLICY, add_policy },
  { SGN_KIND_ISSUE, add_issue },
  { SGN_KIND_TASK, add_task },
  { SGN_KIND_TASK_LINK, add_task_link },
  { SGN_KIND_SETTING, add_setting },
  { SGN_KIND_CATALOGUE, add_catalogue },
};

/**
 * sgn_record_add_row:
 * @self: a record being filled; nobody else has it yet
 * @kind: one of the kinds
 * @id: the id of the row
 * @row: the row: every column of its kind
 * @error: return location for an error
 *
 * Owners come before what belongs to them. Rows with numbers as ids end up in their order, whatever
 * the order they come in.
 *
 * Returns: %FALSE with SGN_ERROR_DAMAGED when a column is missing or of another kind, an id appears
 *   twice or is no number, or the owner is not there; @self is then to be dropped
 */
gboolean
sgn_record_add_row (SgnRecord *self,
                    const char *kind,
                    const char *id,
                    const json_t *row,
                    GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (kind != NULL && id != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (adders); i++) {
    if (g_str_equal (adders[i].kind, kind))
      return adders[i].add (self, id, row, error);
  }
  return refuse_row (kind, id, error);
}

/**
 * sgn_record_find_person:
 * @self: a record
 * @id: id of a person; 0 is nobody
 *
 * Returns: (transfer none) (nullable): the person
 */
const SgnPerson *
sgn_record_find_person (const SgnRecord *self, gint64 id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find_row (self->persons, id);
}

/**
 * sgn_record_find_person_named:
 * @self: a record
 * @name: a name exactly as typed, Japanese or English
 *
 * Returns: (transfer none) (nullable): the first person of that name
 */
const SgnPerson *
sgn_record_find_person_named (const SgnRecord *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  for (guint i = 0; i < self->persons->len; i++) {
    const SgnPerson *person = self->persons->pdata[i];

    if (g_str_equal (person->name, name) || g_strcmp0 (person->name_en, name) == 0)
      return person;
  }
  return NULL;
}

/**
 * sgn_record_find_assessment:
 * @self: a record
 * @id: id of an assessment
 *
 * Returns: (transfer none) (nullable): the assessment
 */
SgnAssessment *
sgn_record_find_assessment (const SgnRecord *self, gint64 id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find_row (self->assessments, id);
}

typedef gboolean (*AssessmentTest) (const SgnRecord *self, const SgnAssessment *assessment);

static gboolean
is_any (const SgnRecord *self, const SgnAssessment *assessment)
{
  return TRUE;
}

static gboolean
is_open_and_answered (const SgnRecord *self, const SgnAssessment *assessment)
{
  return !assessment->closed && sgn_record_has_answer (self, assessment);
}

static gboolean
is_closed_and_answered (const SgnRecord *self, const SgnAssessment *assessment)
{
  return assessment->closed && sgn_record_has_answer (self, assessment);
}

/* Of the whole company: a site's one is only ever meant when the site is named. */
static SgnAssessment *
find_newest_that (const SgnRecord *self, const char *catalogue, AssessmentTest test)
{
  for (guint i = self->assessments->len; i > 0; i--) {
    SgnAssessment *assessment = self->assessments->pdata[i - 1];

    if (assessment->site == 0 && g_str_equal (assessment->catalogue, catalogue) &&
        test (self, assessment))
      return assessment;
  }
  return NULL;
}

/**
 * sgn_record_find_open:
 * @self: a record
 * @catalogue: id of a guideline, any edition
 *
 * Returns: (transfer none) (nullable): the newest open assessment of it, of the whole company
 */
SgnAssessment *
sgn_record_find_open (const SgnRecord *self, const char *catalogue)
{
  g_return_val_if_fail (self != NULL && catalogue != NULL, NULL);

  return sgn_record_find_open_of (self, catalogue, 0);
}

/**
 * sgn_record_find_newest:
 * @self: a record
 * @catalogue: id of a guideline, any edition
 *
 * Returns: (transfer none) (nullable): the newest assessment of it, of the whole company, open or
 *   closed
 */
SgnAssessment *
sgn_record_find_newest (const SgnRecord *self, const char *catalogue)
{
  g_return_val_if_fail (self != NULL && catalogue != NULL, NULL);

  return find_newest_that (self, catalogue, is_any);
}

/**
 * sgn_record_find_answered:
 * @self: a record
 * @catalogue: id of a guideline, any edition
 *
 * A sheet speaks of this one: a year just begun does not hide the one before.
 *
 * Returns: (transfer none) (nullable): the newest open assessment of the whole company that has an
 *   answer, its own or of all its sites, else the newest closed one that has
 */
SgnAssessment *
sgn_record_find_answered (const SgnRecord *self, const char *catalogue)
{
  SgnAssessment *open = NULL;

  g_return_val_if_fail (self != NULL && catalogue != NULL, NULL);

  open = find_newest_that (self, catalogue, is_open_and_answered);
  return open != NULL ? open : find_newest_that (self, catalogue, is_closed_and_answered);
}

static gboolean
is_comparable (const SgnRecord *self, const SgnAssessment *earlier, const SgnAssessment *assessment)
{
  return earlier->id < assessment->id && earlier->site == assessment->site &&
         g_str_equal (earlier->catalogue, assessment->catalogue) &&
         is_closed_and_answered (self, earlier);
}

/**
 * sgn_record_find_previous:
 * @self: a record
 * @assessment: one of its assessments
 *
 * What is compared: same guideline, same site, closed, and with at least one answer.
 *
 * Returns: (transfer none) (nullable): the assessment that @assessment continues when it is such a
 *   one, else the newest such one before @assessment
 */
SgnAssessment *
sgn_record_find_previous (const SgnRecord *self, const SgnAssessment *assessment)
{
  SgnAssessment *named = NULL;

  g_return_val_if_fail (self != NULL && assessment != NULL, NULL);

  named = sgn_record_find_assessment (self, assessment->previous);
  if (named != NULL && is_comparable (self, named, assessment))
    return named;

  for (guint i = find_place (self->assessments, assessment->id); i > 0; i--) {
    SgnAssessment *earlier = self->assessments->pdata[i - 1];

    if (is_comparable (self, earlier, assessment))
      return earlier;
  }
  return NULL;
}

/**
 * sgn_assessment_find_answer:
 * @self: an assessment
 * @item: id of an item
 *
 * Returns: (transfer none) (nullable): the answer, which may be a note alone
 */
const SgnAnswer *
sgn_assessment_find_answer (const SgnAssessment *self, const char *item)
{
  g_return_val_if_fail (self != NULL && item != NULL, NULL);

  return g_hash_table_lookup (self->answers, item);
}

/**
 * sgn_assessment_has_answer:
 * @self: an assessment
 *
 * Returns: whether at least one item has a value; a note alone is no answer
 */
gboolean
sgn_assessment_has_answer (const SgnAssessment *self)
{
  GHashTableIter iter;
  gpointer answer = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, NULL, &answer)) {
    if (((const SgnAnswer *) answer)->value != NULL)
      return TRUE;
  }
  return FALSE;
}

/**
 * sgn_answer_make_reference:
 * @assessment: id of an assessment
 * @item: id of an item
 *
 * Returns: (transfer full): "answer/ASSESSMENT/ITEM", as the links of evidence and tasks refer to
 *   an answer
 */
char *
sgn_answer_make_reference (gint64 assessment, const char *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  return g_strdup_printf (SGN_KIND_ANSWER "/%" G_GINT64_FORMAT "/%s", assessment, item);
}

/**
 * sgn_record_count_evidence:
 * @self: a record
 * @assessment: id of an assessment
 * @item: id of an item
 *
 * Returns: how many pieces of evidence in use hang on that answer
 */
guint
sgn_record_count_evidence (const SgnRecord *self, gint64 assessment, const char *item)
{
  const SgnAssessment *owner;
  g_autofree char *reference = NULL;
  guint count = 0;

  g_return_val_if_fail (self != NULL && item != NULL, 0);

  owner = sgn_record_find_assessment (self, assessment);
  reference = sgn_answer_make_reference (assessment, item);
  for (guint i = 0; i < self->evidence->len; i++) {
    const SgnEvidence *evidence = self->evidence->pdata[i];

    if (sgn_evidence_has_link (evidence, reference) &&
        sgn_evidence_counts_for (self, evidence, owner, reference))
      count++;
  }
  return count;
}

/**
 * sgn_record_find_evidence:
 * @self: a record
 * @id: id of a piece of evidence
 *
 * Returns: (transfer none) (nullable): the evidence, withdrawn or not
 */
const SgnEvidence *
sgn_record_find_evidence (const SgnRecord *self, gint64 id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find_row (self->evidence, id);
}

/**
 * sgn_record_find_task:
 * @self: a record
 * @id: id of a task
 *
 * Returns: (transfer none) (nullable): the task
 */
const SgnTask *
sgn_record_find_task (const SgnRecord *self, gint64 id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find_row (self->tasks, id);
}

/**
 * sgn_record_get_policy:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the newest version of the basic policy, published or draft
 */
const SgnPolicy *
sgn_record_get_policy (const SgnRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->policies->len > 0 ? self->policies->pdata[self->policies->len - 1] : NULL;
}

/**
 * sgn_record_get_declaration:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the newest declaration by its date; of two on one day the
 *   one recorded later
 */
const SgnDeclaration *
sgn_record_get_declaration (const SgnRecord *self)
{
  const SgnDeclaration *newest = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->declarations->len; i++) {
    const SgnDeclaration *declaration = self->declarations->pdata[i];

    if (newest == NULL || g_strcmp0 (declaration->date, newest->date) >= 0)
      newest = declaration;
  }
  return newest;
}
