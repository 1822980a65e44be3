/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-record-years.h"

#include "sgn-date.h"

/**
 * sgn_record_find_site:
 * @self: a record
 * @id: id of a site; 0 is the whole company
 *
 * Returns: (transfer none) (nullable): the site
 */
const SgnSite *
sgn_record_find_site (const SgnRecord *self, gint64 id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->profile->sites->len; i++) {
    const SgnSite *site = self->profile->sites->pdata[i];

    if (site->id == id)
      return site;
  }
  return NULL;
}

/**
 * sgn_record_find_site_named:
 * @self: a record
 * @name: a name exactly as typed
 *
 * Returns: (transfer none) (nullable): the first site of that name
 */
const SgnSite *
sgn_record_find_site_named (const SgnRecord *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  for (guint i = 0; i < self->profile->sites->len; i++) {
    const SgnSite *site = self->profile->sites->pdata[i];

    if (g_strcmp0 (site->name, name) == 0)
      return site;
  }
  return NULL;
}

/**
 * sgn_record_find_open_of:
 * @self: a record
 * @catalogue: id of a guideline, any edition
 * @site: id of a site; 0 is the whole company
 *
 * Returns: (transfer none) (nullable): the newest open assessment of it
 */
SgnAssessment *
sgn_record_find_open_of (const SgnRecord *self, const char *catalogue, gint64 site)
{
  g_return_val_if_fail (self != NULL && catalogue != NULL, NULL);

  for (guint i = self->assessments->len; i > 0; i--) {
    SgnAssessment *assessment = self->assessments->pdata[i - 1];

    if (!assessment->closed && assessment->site == site &&
        g_str_equal (assessment->catalogue, catalogue))
      return assessment;
  }
  return NULL;
}

/* One of another guideline, or that belongs to itself, is not possible but for damage. */
static gboolean
is_part_of (const SgnAssessment *part, const SgnAssessment *assessment)
{
  return part->parent == assessment->id && part->id != assessment->id && part->site != 0 &&
         g_str_equal (part->catalogue, assessment->catalogue);
}

/**
 * sgn_record_list_parts:
 * @self: a record
 * @assessment: one of its assessments
 *
 * Returns: (transfer container) (element-type SgnAssessment): the sites' assessments that belong to
 *   @assessment, by number
 */
GPtrArray *
sgn_record_list_parts (const SgnRecord *self, const SgnAssessment *assessment)
{
  GPtrArray *parts = NULL;

  g_return_val_if_fail (self != NULL && assessment != NULL, NULL);

  parts = g_ptr_array_new ();
  for (guint i = 0; i < self->assessments->len; i++) {
    if (is_part_of (self->assessments->pdata[i], assessment))
      g_ptr_array_add (parts, self->assessments->pdata[i]);
  }
  return parts;
}

/**
 * sgn_record_find_part:
 * @self: a record
 * @assessment: one of its assessments
 * @site: id of a site
 *
 * Returns: (transfer none) (nullable): the assessment of @site that belongs to @assessment
 */
SgnAssessment *
sgn_record_find_part (const SgnRecord *self, const SgnAssessment *assessment, gint64 site)
{
  g_return_val_if_fail (self != NULL && assessment != NULL, NULL);

  for (guint i = 0; i < self->assessments->len; i++) {
    SgnAssessment *part = self->assessments->pdata[i];

    if (part->site == site && is_part_of (part, assessment))
      return part;
  }
  return NULL;
}

static gboolean
all_have_value (GPtrArray *parts, const char *item)
{
  for (guint i = 0; i < parts->len; i++) {
    const SgnAnswer *answer = sgn_assessment_find_answer (parts->pdata[i], item);

    if (answer == NULL || answer->value == NULL)
      return FALSE;
  }
  return TRUE;
}

/**
 * sgn_record_has_answer:
 * @self: a record
 * @assessment: one of its assessments
 *
 * Returns: whether at least one item has a value, from the assessment itself or from all the sites
 *   that belong to it
 */
gboolean
sgn_record_has_answer (const SgnRecord *self, const SgnAssessment *assessment)
{
  g_autoptr (GPtrArray) parts = NULL;
  GHashTableIter iter;
  gpointer item = NULL;

  g_return_val_if_fail (self != NULL && assessment != NULL, FALSE);

  if (sgn_assessment_has_answer (assessment))
    return TRUE;
  parts = sgn_record_list_parts (self, assessment);
  if (parts->len == 0)
    return FALSE;

  g_hash_table_iter_init (&iter, ((const SgnAssessment *) parts->pdata[0])->answers);
  while (g_hash_table_iter_next (&iter, &item, NULL)) {
    if (all_have_value (parts, item))
      return TRUE;
  }
  return FALSE;
}

/**
 * sgn_record_find_continued:
 * @self: a record
 * @assessment: one of its assessments
 *
 * Returns: (transfer none) (nullable): the assessment that @assessment names as the one before it,
 *   open or closed; when it names none, the one it is compared with
 */
SgnAssessment *
sgn_record_find_continued (const SgnRecord *self, const SgnAssessment *assessment)
{
  SgnAssessment *named = NULL;

  g_return_val_if_fail (self != NULL && assessment != NULL, NULL);

  named = sgn_record_find_assessment (self, assessment->previous);
  if (named != NULL && named->id < assessment->id &&
      g_str_equal (named->catalogue, assessment->catalogue))
    return named;
  return sgn_record_find_previous (self, assessment);
}

/**
 * sgn_record_find_next:
 * @self: a record
 * @assessment: one of its assessments
 *
 * Returns: (transfer none) (nullable): the newest assessment that names @assessment as the one
 *   before it
 */
SgnAssessment *
sgn_record_find_next (const SgnRecord *self, const SgnAssessment *assessment)
{
  g_return_val_if_fail (self != NULL && assessment != NULL, NULL);

  for (guint i = self->assessments->len; i > 0; i--) {
    SgnAssessment *next = self->assessments->pdata[i - 1];

    if (next->previous == assessment->id)
      return next;
  }
  return NULL;
}

static const char *
find_newest_time (const SgnAssessment *assessment)
{
  const char *newest = NULL;
  GHashTableIter iter;
  gpointer answer = NULL;

  g_hash_table_iter_init (&iter, assessment->answers);
  while (g_hash_table_iter_next (&iter, NULL, &answer)) {
    const char *at = ((const SgnAnswer *) answer)->at;

    if (sgn_time_compare (at, newest) > 0)
      newest = at;
  }
  return newest;
}

/**
 * sgn_assessment_dup_date:
 * @assessment: an assessment
 *
 * Returns: (transfer full) (nullable): the day it was closed, else that of its newest answer
 */
char *
sgn_assessment_dup_date (const SgnAssessment *assessment)
{
  return sgn_time_get_date (assessment->closed && assessment->closed_at != NULL
                              ? assessment->closed_at
                              : find_newest_time (assessment));
}
