/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-private.h"

#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-form.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define DOCUMENT "calendar"

gboolean
sgn_projection_check_calendar (const SgnProjection *self, GError **error)
{
  if (self->record->tasks->len > 0 || self->record->policies->len > 0 ||
      self->record->declarations->len > 0)
    return TRUE;
  for (guint i = 0; i < self->record->assessments->len; i++)
    if (sgn_assessment_has_answer (self->record->assessments->pdata[i]))
      return TRUE;

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                       _ ("There is nothing with a date yet. Answer a check, or note a task."));
  return FALSE;
}

static const char *
get_text (const SgnProjection *self, const char *key)
{
  return sgn_documents_text (self->library->documents, DOCUMENT, key, self->request->language);
}

char *
sgn_projection_dup_later (const char *date, int months)
{
  GDate day;
  char text[] = "0000-00-00";

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) atoi (date + 8), (GDateMonth) atoi (date + 5),
                  (GDateYear) atoi (date));
  g_date_add_months (&day, (guint) months);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &day);
  return g_strdup (text);
}

/* The guidelines that have a sign, in the order of the legend. */
static const struct {
  const char *catalogue;
  const char *sign;
  const char *words;
} signs[] = {
  { SGN_SELF_CHECK, "sign.self_check", "guideline.self_check" },
  { SGN_RULES, "sign.rules", "guideline.rules" },
  { "scs", "sign.scs", "guideline.scs" },
  { SGN_MANAGEMENT, "sign.management", "guideline.management" },
};

const char *
sgn_projection_get_sign (const SgnProjection *self, const char *catalogue)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_equal (signs[i].catalogue, catalogue))
      return get_text (self, signs[i].sign);
  return "";
}

static json_t *
add_row (json_t *rows, const char *title, const char *subject, const char *how_often)
{
  json_t *row = json_object ();

  sgn_json_set_string (row, "title", title);
  sgn_json_set_string (row, "subject", subject);
  sgn_json_set_string (row, "how_often", how_often);
  json_object_set_new (row, "done", json_array ());
  sgn_json_set_string (row, "next", NULL);
  json_array_append_new (rows, row);
  return row;
}

/* What was done once a year is due a year after the last time. */
static void
add_yearly (const SgnProjection *self,
            json_t *rows,
            const char *title,
            const char *subject,
            GPtrArray *days)
{
  g_autofree char *next = NULL;
  json_t *row = NULL;

  if (days->len == 0)
    return;
  row = add_row (rows, title, subject, get_text (self, "often.yearly"));
  for (guint i = 0; i < days->len; i++)
    json_array_append_new (json_object_get (row, "done"), json_string (days->pdata[i]));
  next = sgn_projection_dup_later (days->pdata[days->len - 1], 12);
  sgn_json_set_string (row, "next", next);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer full): the days of the checks of @catalogue that count, oldest first */
static GPtrArray *
list_checks (const SgnProjection *self, const char *catalogue)
{
  const SgnAssessment *newest = sgn_record_find_answered (self->record, catalogue);
  GPtrArray *days = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->record->assessments->len; i++) {
    const SgnAssessment *assessment = self->record->assessments->pdata[i];
    char *day = NULL;

    if (assessment->site != 0 || strcmp (assessment->catalogue, catalogue) != 0 ||
        (assessment != newest && !assessment->closed))
      continue;
    day = sgn_assessment_dup_date (assessment);
    if (day != NULL)
      g_ptr_array_add (days, day);
  }
  g_ptr_array_sort (days, compare_days);
  return days;
}

static void
add_checks (const SgnProjection *self, json_t *rows)
{
  const char *const *id = sgn_library_get_catalogue_ids (self->library);

  for (; *id != NULL; id++) {
    g_autoptr (GPtrArray) days = list_checks (self, *id);
    const SgnCatalogue *current =
      days->len > 0 ? sgn_library_find_catalogue (self->library, *id, NULL) : NULL;

    if (current != NULL)
      add_yearly (self, rows, sgn_text_get (&current->short_title, self->request->language),
                  sgn_projection_get_sign (self, *id), days);
  }
}

static void
add_policy (const SgnProjection *self, json_t *rows)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->record->policies->len; i++) {
    const SgnPolicy *policy = self->record->policies->pdata[i];
    const char *day = policy->revised != NULL ? policy->revised : policy->established;

    if (day != NULL)
      g_ptr_array_add (days, g_strdup (day));
  }
  g_ptr_array_sort (days, compare_days);
  add_yearly (self, rows, get_text (self, "row.policy"), get_text (self, "subject.policy"), days);
}

/* The company chose itself when to look at its declaration again. */
static void
add_declaration (const SgnProjection *self, json_t *rows)
{
  const SgnDeclaration *newest = sgn_record_get_declaration (self->record);
  json_t *row = NULL;

  if (newest == NULL)
    return;
  row = add_row (rows, get_text (self, "row.declaration"), get_text (self, "subject.declaration"),
                 newest->review != NULL ? get_text (self, "often.chosen") : NULL);
  for (guint i = 0; i < self->record->declarations->len; i++) {
    const SgnDeclaration *declaration = self->record->declarations->pdata[i];

    json_array_append_new (json_object_get (row, "done"), json_string (declaration->date));
  }
  sgn_json_set_string (row, "next", newest->review);
}

static void
add_answer (const SgnProjection *self, json_t *rows, const char *catalogue, const SgnItemLine *line)
{
  const char *next = line->answer != NULL ? line->answer->next_review : NULL;
  g_autofree char *subject =
    g_strconcat (sgn_projection_get_sign (self, catalogue), line->item->number, NULL);

  if (next == NULL || !sgn_projection_prints_item (line->item))
    return;
  sgn_json_set_string (add_row (rows,
                                sgn_text_get (&line->item->short_title, self->request->language),
                                subject, get_text (self, "often.answer")),
                       "next", next);
}

/* The answers that the company itself wants to look at again. */
static void
add_answers (const SgnProjection *self, json_t *rows)
{
  const char *const *id = sgn_library_get_catalogue_ids (self->library);

  for (; *id != NULL; id++) {
    const SgnAssessment *assessment = sgn_record_find_answered (self->record, *id);
    SgnCatalogue *catalogue =
      assessment != NULL ? sgn_library_find_catalogue (self->library, *id, assessment->edition)
                         : NULL;
    const SgnSelfCheck check = { .assessment = assessment, .catalogue = catalogue };

    for (guint i = 0; catalogue != NULL && i < catalogue->items->len; i++) {
      const SgnItemLine line = sgn_self_check_look_at (&check, catalogue->items->pdata[i]);

      add_answer (self, rows, *id, &line);
    }
  }
}

static void
add_evidence (const SgnProjection *self, json_t *rows)
{
  for (guint i = 0; i < self->record->evidence->len; i++) {
    const SgnEvidence *evidence = self->record->evidence->pdata[i];
    json_t *row = NULL;

    if (evidence->retired || evidence->expires == NULL)
      continue;
    row = add_row (rows, sgn_projection_pick (self, evidence->title, evidence->title_en),
                   get_text (self, "subject.evidence"), get_text (self, "often.expires"));
    sgn_json_set_string (row, "next", evidence->expires);
  }
}

/* What the signs before the numbers say, of guidelines that were answered. */
static void
add_legend (SgnProjection *self)
{
  json_t *legend = json_array ();

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    json_t *json = NULL;

    if (sgn_record_find_answered (self->record, signs[i].catalogue) == NULL)
      continue;
    json = json_object ();
    sgn_json_set_string (json, "sign", get_text (self, signs[i].sign));
    sgn_json_set_string (json, "title", get_text (self, signs[i].words));
    json_array_append_new (legend, json);
  }
  json_object_set_new (self->json, "legend", legend);
}

void
sgn_projection_add_calendar (SgnProjection *self)
{
  g_autoptr (SgnForm) form = sgn_form_new (self->record->settings);
  json_t *rows = json_array ();

  sgn_projection_add_action_plan (self);
  json_object_del (self->json, "period");
  add_checks (self, rows);
  add_policy (self, rows);
  add_declaration (self, rows);
  add_answers (self, rows);
  add_evidence (self, rows);
  json_object_set_new (self->json, "reviews", rows);
  json_object_set_new (self->json, "duties",
                       sgn_projection_list_duties (self, json_object_get (self->json, "editions")));
  add_legend (self);
  sgn_json_set_integer (self->json, "fiscal_month", form->fiscal_month);
}
