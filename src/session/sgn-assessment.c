/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-assessment-private.h"

#include <stdlib.h>

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-record-years.h"

/* A year further away than this was typed in another calendar. */
#define CENTURY 100

SgnAssessmentWords *
sgn_assessment_words_copy (const SgnAssessmentWords *words)
{
  SgnAssessmentWords *copy = g_new0 (SgnAssessmentWords, 1);

  copy->scope = g_strdup (words->scope);
  copy->scope_en = g_strdup (words->scope_en);
  copy->period_start = g_strdup (words->period_start);
  copy->period_end = g_strdup (words->period_end);
  copy->answered_by = g_strdup (words->answered_by);
  copy->reviewed_by = g_strdup (words->reviewed_by);
  copy->level = g_strdup (words->level);
  return copy;
}

void
sgn_assessment_words_free (SgnAssessmentWords *words)
{
  if (words == NULL)
    return;

  g_free ((char *) words->scope);
  g_free ((char *) words->scope_en);
  g_free ((char *) words->period_start);
  g_free ((char *) words->period_end);
  g_free ((char *) words->answered_by);
  g_free ((char *) words->reviewed_by);
  g_free ((char *) words->level);
  g_free (words);
}

static gboolean
is_far_away (SgnDesk *desk, const char *date)
{
  g_autofree char *now = sgn_clock_now (desk->clock);

  return abs (atoi (date) - atoi (now)) > CENTURY;
}

static gboolean
check_date (SgnDesk *desk, const char *date, GError **error)
{
  if (date == NULL || *date == '\0')
    return TRUE;
  if (!sgn_check_date (date, error))
    return FALSE;
  if (is_far_away (desk, date)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                 _ ("The year of “%s” is not one of the Western calendar. Write the date as "
                    "2026-11-23."),
                 date);
    return FALSE;
  }
  return TRUE;
}

/* (nullable): the date as it will be */
static const char *
choose_date (const char *typed, const char *old)
{
  const char *date = typed != NULL ? typed : old;

  return date != NULL && *date != '\0' ? date : NULL;
}

static char *
list_levels (const SgnCatalogue *catalogue)
{
  g_autoptr (GPtrArray) levels = g_ptr_array_new ();

  g_ptr_array_extend (levels, catalogue->levels, NULL, NULL);
  g_ptr_array_add (levels, NULL);
  return g_strjoinv (", ", (char **) levels->pdata);
}

static gboolean
check_level (const SgnCatalogue *catalogue, const char *level, GError **error)
{
  g_autofree char *levels = NULL;

  if (level == NULL || *level == '\0' || sgn_catalogue_find_level (catalogue, level) != NULL)
    return TRUE;

  levels = list_levels (catalogue);
  if (catalogue->levels->len == 0)
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE, _ ("“%s” has no levels. Leave the level out."),
                 catalogue->id);
  else
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("“%s” is not a level of “%s”. Use one of: %s."), level, catalogue->id, levels);
  return FALSE;
}

gboolean
sgn_desk_check_words (SgnDesk *desk,
                      const SgnAssessmentWords *words,
                      const SgnCatalogue *catalogue,
                      const SgnAssessment *assessment,
                      GError **error)
{
  const char *start = choose_date (words->period_start, assessment->period_start);
  const char *end = choose_date (words->period_end, assessment->period_end);

  if (!check_date (desk, words->period_start, error) ||
      !check_date (desk, words->period_end, error) || !check_level (catalogue, words->level, error))
    return FALSE;
  if (start == NULL || end == NULL || sgn_date_compare (start, end) <= 0)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
               _ ("The period would end on %s, before it begins on %s. Compare both dates."), end,
               start);
  return FALSE;
}

static gboolean
take_person (SgnDesk *desk, gint64 *person, const char *name, GError **error)
{
  return name == NULL || sgn_desk_ensure_person (desk, name, person, error);
}

/* “3” is kept as the “★3” that it means. */
static void
take_level (const SgnCatalogue *catalogue, const char *typed, SgnAssessment *assessment)
{
  const char *level = typed != NULL ? sgn_catalogue_find_level (catalogue, typed) : NULL;

  sgn_take_text (&assessment->level, level != NULL ? level : typed);
}

gboolean
sgn_desk_take_words (SgnDesk *desk,
                     const SgnAssessmentWords *words,
                     const SgnCatalogue *catalogue,
                     SgnAssessment *assessment,
                     GError **error)
{
  sgn_take_text (&assessment->scope, words->scope);
  sgn_take_text (&assessment->scope_en, words->scope_en);
  sgn_take_text (&assessment->period_start, words->period_start);
  sgn_take_text (&assessment->period_end, words->period_end);
  take_level (catalogue, words->level, assessment);

  return take_person (desk, &assessment->person, words->answered_by, error) &&
         take_person (desk, &assessment->reviewed_by, words->reviewed_by, error);
}

/* A newer edition is never continued by an older one; of an edition that is not here nothing can be
 * said. */
static gboolean
is_before (SgnDesk *desk, const SgnCatalogue *catalogue, const SgnAssessment *assessment)
{
  const SgnCatalogue *edition =
    sgn_library_find_catalogue (desk->library, assessment->catalogue, assessment->edition);

  return edition != NULL && strcmp (edition->id, catalogue->id) == 0 &&
         sgn_date_compare (edition->published, catalogue->published) <= 0;
}

gint64
sgn_desk_find_before (SgnDesk *desk,
                      const SgnCatalogue *catalogue,
                      gint64 site,
                      gboolean closed_only)
{
  GPtrArray *assessments = desk->record->assessments;

  for (guint i = assessments->len; i > 0; i--) {
    const SgnAssessment *assessment = g_ptr_array_index (assessments, i - 1);

    if (assessment->site == site && (assessment->closed || !closed_only) &&
        is_before (desk, catalogue, assessment) && sgn_record_has_answer (desk->record, assessment))
      return assessment->id;
  }
  return 0;
}

gboolean
sgn_desk_begin (SgnDesk *desk,
                const SgnCatalogue *catalogue,
                SgnAssessment *assessment,
                GError **error)
{
  assessment->id = sgn_company_file_next_id (desk->file, SGN_KIND_ASSESSMENT, error);
  if (assessment->id < 0)
    return FALSE;

  assessment->catalogue = g_strdup (catalogue->id);
  assessment->edition = g_strdup (catalogue->edition);
  assessment->opened_at = sgn_clock_now (desk->clock);
  if (assessment->period_start == NULL)
    assessment->period_start = sgn_time_get_date (assessment->opened_at);

  return sgn_desk_put_numbered (desk, SGN_KIND_ASSESSMENT, assessment->id,
                                sgn_assessment_to_row (assessment), error);
}

static SgnAssessment *
begin_after (SgnDesk *desk, const SgnTarget *target, gint64 parent, gint64 person, GError **error)
{
  g_autoptr (SgnAssessment) assessment = g_new0 (SgnAssessment, 1);

  assessment->site = parent != 0 ? target->site : 0;
  assessment->parent = parent;
  assessment->previous = sgn_desk_find_before (desk, target->catalogue, assessment->site, TRUE);
  assessment->person = person;
  return sgn_desk_begin (desk, target->catalogue, assessment, error) ? g_steal_pointer (&assessment)
                                                                     : NULL;
}

SgnAssessment *
sgn_desk_begin_target (SgnDesk *desk, const SgnTarget *target, gint64 person, GError **error)
{
  const SgnAssessment *parent = NULL;
  g_autoptr (SgnAssessment) begun = NULL;

  if (target->site == 0)
    return begin_after (desk, target, 0, person, error);

  parent = sgn_record_find_open_of (desk->record, target->catalogue->id, 0);
  if (parent == NULL)
    parent = begun = begin_after (desk, target, 0, person, error);
  return parent != NULL ? begin_after (desk, target, parent->id, person, error) : NULL;
}

/* Whether the clock is where it can end the period of @assessment. */
static gboolean
check_end (SgnDesk *desk, const SgnAssessment *assessment, GError **error)
{
  g_autofree char *today = sgn_desk_dup_today (desk);

  if (assessment->period_end != NULL || assessment->period_start == NULL ||
      sgn_date_compare (assessment->period_start, today) <= 0)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
               _ ("The clock of this computer says %s, but the check begins on %s. Set the clock, "
                  "or type the period of the check first."),
               today, assessment->period_start);
  return FALSE;
}

/* The end of the period is today unless one was typed. */
static gboolean
close_one (SgnDesk *desk, const SgnAssessment *old, GError **error)
{
  g_autoptr (SgnAssessment) assessment = sgn_assessment_copy (old);

  assessment->closed = TRUE;
  g_free (assessment->closed_at);
  assessment->closed_at = sgn_clock_now (desk->clock);
  if (assessment->period_end == NULL)
    assessment->period_end = sgn_time_get_date (assessment->closed_at);

  return sgn_desk_put_numbered (desk, SGN_KIND_ASSESSMENT, assessment->id,
                                sgn_assessment_to_row (assessment), error);
}

gboolean
sgn_desk_close_check (SgnDesk *desk, const SgnAssessment *assessment, GError **error)
{
  g_autoptr (GPtrArray) parts = sgn_record_list_parts (desk->record, assessment);

  for (guint i = 0; i < parts->len; i++) {
    const SgnAssessment *part = g_ptr_array_index (parts, i);

    if (!part->closed && (!check_end (desk, part, error) || !close_one (desk, part, error)))
      return FALSE;
  }
  return check_end (desk, assessment, error) && close_one (desk, assessment, error);
}
