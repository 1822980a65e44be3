/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-checklist-choices.h"

/* The richest questionnaire first: it is what the program is opened for. */
static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const SgnCatalogue *first = *(SgnCatalogue *const *) a;
  const SgnCatalogue *second = *(SgnCatalogue *const *) b;
  gboolean first_old = g_strcmp0 (first->status, "current") != 0;
  gboolean second_old = g_strcmp0 (second->status, "current") != 0;

  if (first_old != second_old)
    return first_old - second_old;
  if ((first->max > 0) != (second->max > 0))
    return (second->max > 0) - (first->max > 0);
  return g_strcmp0 (first->id, second->id);
}

/* A damaged guideline leaves the others. */
static void
add_choices (GPtrArray *choices, SgnLibrary *library, const char *id, const SgnRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) editions = sgn_library_list_catalogues (library, id, &error);

  if (editions == NULL)
    g_warning ("%s", error->message);
  for (guint i = 0; editions != NULL && i < editions->len; i++) {
    SgnCatalogue *catalogue = g_ptr_array_index (editions, i);

    if (!sgn_catalogue_asks (catalogue))
      continue;
    if (g_strcmp0 (catalogue->status, "current") == 0 ||
        sgn_checklist_find_newest (record, catalogue) != NULL)
      g_ptr_array_add (choices, sgn_catalogue_ref (catalogue));
  }
}

/**
 * sgn_checklist_find_choices:
 * @library: the program's own data
 * @record: (nullable): the company
 *
 * Returns: (transfer full) (element-type SgnCatalogue): what can be answered or looked at: current
 *   editions, and superseded ones of which the file has an assessment
 */
GPtrArray *
sgn_checklist_find_choices (SgnLibrary *library, const SgnRecord *record)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_catalogue_unref);

  for (const char *const *id = sgn_library_get_catalogue_ids (library); *id != NULL; id++)
    add_choices (choices, library, *id, record);
  g_ptr_array_sort (choices, compare_choices);
  return choices;
}

/**
 * sgn_checklist_find_first:
 * @library: the program's own data
 *
 * The self-check is what the program is opened for. The others are read when they are offered, so
 * that the first page does not wait for all of them.
 *
 * Returns: (nullable) (transfer none): the catalogue to begin with
 */
SgnCatalogue *
sgn_checklist_find_first (SgnLibrary *library)
{
  SgnCatalogue *self_check = sgn_library_find_catalogue (library, "ipa-self-check", NULL);

  return self_check != NULL && sgn_catalogue_asks (self_check) ? self_check : NULL;
}

SgnAssessment *
sgn_checklist_find_newest (const SgnRecord *record, const SgnCatalogue *catalogue)
{
  SgnAssessment *found = NULL;

  for (guint i = 0; record != NULL && i < record->assessments->len; i++) {
    SgnAssessment *assessment = g_ptr_array_index (record->assessments, i);

    /* A site's one belongs to the company's. */
    if (assessment->site != 0 || g_strcmp0 (assessment->catalogue, catalogue->id) != 0 ||
        g_strcmp0 (assessment->edition, catalogue->edition) != 0)
      continue;
    if (found == NULL || found->closed || !assessment->closed)
      found = assessment;
  }
  return found;
}
