/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-target-private.h"

#include <glib/gi18n-lib.h>

#include "sgn-error.h"
#include "sgn-record-years.h"

static gboolean
is_number (const char *item)
{
  return *item != '\0' && strspn (item, "0123456789-.") == strlen (item);
}

/* (nullable): the current guideline that has the item called @item; a bare number says too little
 */
static SgnCatalogue *
find_catalogue_of_item (SgnLibrary *library, const char *item, GError **error)
{
  SgnCatalogue *catalogue = NULL;

  if (is_number (item)) {
    g_set_error (
      error, SGN_ERROR, SGN_ERROR_USAGE,
      _ ("“%s” is a number that several guidelines use. Name the guideline too, or write an id "
         "such as SD-01."),
      item);
    return NULL;
  }

  catalogue = sgn_library_find_catalogue_of_item (library, item);
  if (catalogue == NULL)
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("There is no item “%s”. See which there are with “sengen catalogue show ID”."),
                 item);
  return catalogue;
}

SgnCatalogue *
sgn_target_find_catalogue (SgnLibrary *library, const char *key, GError **error)
{
  return sgn_library_get_catalogue (library, key, error);
}

void
sgn_target_set_unknown (gint64 assessment, GError **error)
{
  g_autofree char *name = sgn_dup_number (assessment);

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("There is no assessment %s in this file. Choose one of those that are."), name);
}

gboolean
sgn_target_check_open (const SgnAssessment *assessment, gint64 id, GError **error)
{
  if (assessment == NULL) {
    sgn_target_set_unknown (id, error);
    return FALSE;
  }
  if (assessment->closed) {
    g_autofree char *name = sgn_dup_number (id);

    g_set_error (error, SGN_ERROR, SGN_ERROR_CLOSED,
                 _ ("Assessment %s is closed. Reopen it to change it."), name);
    return FALSE;
  }

  return TRUE;
}

gboolean
sgn_target_find_site (SgnDesk *desk, const char *name, gint64 *site, GError **error)
{
  const SgnSite *found = NULL;

  if (name != NULL)
    found = sgn_record_find_site_named (desk->record, name);
  if (name != NULL && found == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("The company has no site “%s”. Compare the name with the company’s details."),
                 name);
    return FALSE;
  }

  *site = found != NULL ? found->id : 0;
  return TRUE;
}

/* The open assessment of exactly @catalogue's edition, newest first; (nullable). */
static SgnAssessment *
find_open_edition (const SgnRecord *record, const SgnCatalogue *catalogue, gint64 site)
{
  for (guint i = record->assessments->len; i > 0; i--) {
    SgnAssessment *assessment = g_ptr_array_index (record->assessments, i - 1);

    if (!assessment->closed && assessment->site == site &&
        strcmp (assessment->catalogue, catalogue->id) == 0 &&
        strcmp (assessment->edition, catalogue->edition) == 0)
      return assessment;
  }

  return NULL;
}

SgnCatalogue *
sgn_target_find_edition (SgnLibrary *library, const SgnAssessment *assessment, GError **error)
{
  SgnCatalogue *catalogue =
    sgn_library_find_catalogue (library, assessment->catalogue, assessment->edition);

  if (catalogue == NULL)
    g_set_error (error, SGN_ERROR, SGN_ERROR_TOO_NEW,
                 _ ("Edition %s of “%s” is not part of this version. Use a newer Sengen."),
                 assessment->edition, assessment->catalogue);
  return catalogue;
}

/* A file may hold an assessment of an edition that only a later version has. */
static gboolean
find_edition_of (SgnDesk *desk, const SgnAssessment *assessment, SgnTarget *target, GError **error)
{
  target->catalogue = sgn_target_find_edition (desk->library, assessment, error);
  return target->catalogue != NULL;
}

/* A site's assessment that must be opened will belong to the company's open one: whether it can,
 * and in which edition. */
static gboolean
check_joining (SgnDesk *desk, gboolean edition_named, SgnTarget *target, GError **error)
{
  const SgnAssessment *company = sgn_record_find_open_of (desk->record, target->catalogue->id, 0);
  const SgnAssessment *part =
    company != NULL ? sgn_record_find_part (desk->record, company, target->site) : NULL;

  if (company == NULL)
    return TRUE;
  if (part != NULL && !sgn_target_check_open (part, part->id, error))
    return FALSE;
  if (!edition_named || strcmp (company->edition, target->catalogue->edition) == 0)
    return find_edition_of (desk, company, target, error);

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("The company’s open check is of edition %s. Leave the edition out, or close that "
                  "one first."),
               company->edition);
  return FALSE;
}

gboolean
sgn_target_names_edition (const char *key)
{
  return key != NULL && strchr (key, '@') != NULL;
}

static gboolean
find_in_catalogue (SgnDesk *desk,
                   SgnCatalogue *catalogue,
                   gboolean edition_named,
                   SgnTarget *target,
                   GError **error)
{
  target->catalogue = catalogue;
  target->assessment = edition_named
                         ? find_open_edition (desk->record, catalogue, target->site)
                         : sgn_record_find_open_of (desk->record, catalogue->id, target->site);

  if (target->assessment != NULL)
    return find_edition_of (desk, target->assessment, target, error);
  return target->site == 0 || check_joining (desk, edition_named, target, error);
}

/* A guideline named beside the assessment must be its own: else a number could mean another item.
 */
static gboolean
check_agreement (SgnDesk *desk,
                 const SgnAnswerChange *change,
                 const SgnTarget *target,
                 GError **error)
{
  SgnCatalogue *named = NULL;

  if (change->catalogue == NULL)
    return TRUE;

  named = sgn_target_find_catalogue (desk->library, change->catalogue, error);
  if (named == NULL)
    return FALSE;
  if (strcmp (named->id, target->catalogue->id) == 0 &&
      (named == target->catalogue || !sgn_target_names_edition (change->catalogue)))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("This assessment is not one of “%s”. Leave out the guideline or the assessment."),
               change->catalogue);
  return FALSE;
}

/* So must the site. */
static gboolean
check_site (const SgnAnswerChange *change, const SgnTarget *target, GError **error)
{
  if (change->site == NULL || target->assessment->site == target->site)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("This assessment is not one of “%s”. Leave out the site or the assessment."),
               change->site);
  return FALSE;
}

/* Whether site and guideline of the request are those of the assessment it names. */
static gboolean
describes (SgnDesk *desk, const SgnAnswerChange *change, SgnTarget *target, GError **error)
{
  return check_site (change, target, error) &&
         find_edition_of (desk, target->assessment, target, error) &&
         check_agreement (desk, change, target, error);
}

static gboolean
find_in_assessment (SgnDesk *desk, const SgnAnswerChange *change, SgnTarget *target, GError **error)
{
  target->assessment = sgn_record_find_assessment (desk->record, change->assessment);

  return sgn_target_check_open (target->assessment, change->assessment, error) &&
         describes (desk, change, target, error);
}

static SgnCatalogue *
find_named (SgnDesk *desk, const SgnAnswerChange *change, GError **error)
{
  return change->catalogue != NULL
           ? sgn_target_find_catalogue (desk->library, change->catalogue, error)
           : find_catalogue_of_item (desk->library, change->item, error);
}

gboolean
sgn_target_find (SgnDesk *desk, const SgnAnswerChange *change, SgnTarget *target, GError **error)
{
  SgnCatalogue *catalogue;

  if (!sgn_target_find_site (desk, change->site, &target->site, error))
    return FALSE;
  if (change->assessment != 0)
    return find_in_assessment (desk, change, target, error);

  catalogue = find_named (desk, change, error);

  return catalogue != NULL &&
         find_in_catalogue (desk, catalogue, sgn_target_names_edition (change->catalogue), target,
                            error);
}

/* The newest of @catalogue and @site, whatever its state; (nullable). */
static SgnAssessment *
find_newest_of (const SgnRecord *record,
                const SgnCatalogue *catalogue,
                gboolean edition_named,
                gint64 site)
{
  for (guint i = record->assessments->len; i > 0; i--) {
    SgnAssessment *assessment = g_ptr_array_index (record->assessments, i - 1);

    if (assessment->site == site && strcmp (assessment->catalogue, catalogue->id) == 0 &&
        (!edition_named || strcmp (assessment->edition, catalogue->edition) == 0))
      return assessment;
  }

  return NULL;
}

static gboolean
find_any_in_catalogue (SgnDesk *desk,
                       const SgnAnswerChange *change,
                       SgnCatalogue *catalogue,
                       SgnTarget *target,
                       GError **error)
{
  gboolean edition_named = sgn_target_names_edition (change->catalogue);
  SgnAssessment *open = edition_named
                          ? find_open_edition (desk->record, catalogue, target->site)
                          : sgn_record_find_open_of (desk->record, catalogue->id, target->site);

  target->assessment =
    open != NULL ? open : find_newest_of (desk->record, catalogue, edition_named, target->site);
  if (target->assessment != NULL)
    return find_edition_of (desk, target->assessment, target, error);
  return find_in_catalogue (desk, catalogue, edition_named, target, error);
}

gboolean
sgn_target_find_any (SgnDesk *desk,
                     const SgnAnswerChange *change,
                     SgnTarget *target,
                     GError **error)
{
  SgnCatalogue *catalogue;

  if (!sgn_target_find_site (desk, change->site, &target->site, error))
    return FALSE;
  if (change->assessment == 0) {
    catalogue = find_named (desk, change, error);
    return catalogue != NULL && find_any_in_catalogue (desk, change, catalogue, target, error);
  }

  target->assessment = sgn_record_find_assessment (desk->record, change->assessment);
  if (target->assessment == NULL) {
    sgn_target_set_unknown (change->assessment, error);
    return FALSE;
  }
  return describes (desk, change, target, error);
}

const SgnItem *
sgn_target_find_item (const SgnCatalogue *catalogue, const char *name, GError **error)
{
  const SgnItem *item = sgn_catalogue_find_item (catalogue, name);

  if (item != NULL && item->scale == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ (
                   "“%s” is for reference and cannot be answered. Choose an item with a question."),
                 item->id);
    return NULL;
  }
  if (item == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("“%s” (%s) has no question “%s”. Compare it with the list of questions."),
                 catalogue->short_title.ja, catalogue->edition, name);
    return NULL;
  }

  return item;
}

gboolean
sgn_target_check_value (const SgnItem *item, const char *value, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  if (value == NULL || *value == '\0' || sgn_item_find_value (item, value) != NULL)
    return TRUE;

  for (guint i = 0; i < item->scale->values->len; i++) {
    const SgnScaleValue *each = g_ptr_array_index (item->scale->values, i);
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", each->key);
  }
  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("“%s” cannot be answered with “%s”. Use one of: %s."), item->id, value,
               known->str);
  return FALSE;
}
