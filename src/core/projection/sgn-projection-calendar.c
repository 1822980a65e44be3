/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-private.h"

#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-form.h"

#include <glib/gi18n-lib.h>
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

/* A year later; the last of February when there is no 29th. Owned by the caller. */
static char *
dup_next_year (const char *date)
{
  gint64 year = g_ascii_strtoll (date, NULL, 10) + 1;
  char *next = g_strdup_printf ("%04" G_GINT64_FORMAT "%s", year, date + 4);

  if (!sgn_date_is_valid (next))
    memcpy (next + 8, "28", 2);
  return next;
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
  next = dup_next_year (days->pdata[days->len - 1]);
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
    const char *subject = strcmp (*id, SGN_SELF_CHECK) == 0 ? "D"
                          : strcmp (*id, SGN_RULES) == 0    ? "K"
                                                            : "";

    if (current != NULL)
      add_yearly (self, rows, sgn_text_get (&current->short_title, self->request->language),
                  subject, days);
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
add_answers (const SgnProjection *self, json_t *rows, const char *catalogue_id, const char *letter)
{
  const SgnAssessment *assessment = sgn_record_find_answered (self->record, catalogue_id);
  const SgnCatalogue *catalogue =
    assessment != NULL
      ? sgn_library_find_catalogue (self->library, catalogue_id, assessment->edition)
      : NULL;

  for (guint i = 0; catalogue != NULL && i < catalogue->items->len; i++) {
    const SgnItem *item = catalogue->items->pdata[i];
    const SgnAnswer *answer = sgn_assessment_find_answer (assessment, item->id);
    g_autofree char *subject = g_strconcat (letter, item->number, NULL);

    if (answer != NULL && answer->next_review != NULL)
      sgn_json_set_string (add_row (rows,
                                    sgn_text_get (&item->short_title, self->request->language),
                                    subject, get_text (self, "often.answer")),
                           "next", answer->next_review);
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
  add_answers (self, rows, SGN_SELF_CHECK, "D");
  add_answers (self, rows, SGN_RULES, "K");
  add_evidence (self, rows);
  json_object_set_new (self->json, "reviews", rows);
  sgn_json_set_integer (self->json, "fiscal_month", form->fiscal_month);
}
