/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-assessment-private.h"

/* Who looked at the answer, and where it was carried over from, was said of the value before. */
static void
forget_looks (SgnAnswer *answer)
{
  answer->reviewed_by = 0;
  g_clear_pointer (&answer->reviewed_on, g_free);
  g_clear_pointer (&answer->expert, g_free);
  g_clear_pointer (&answer->expert_name, g_free);
  g_clear_pointer (&answer->expert_on, g_free);
}

/* Somebody says it, be it the same again: it is no longer only carried over. */
void
sgn_answer_take_value (SgnAnswer *answer, const char *value)
{
  if (value == NULL)
    return;

  g_clear_pointer (&answer->carried_from, g_free);
  if (g_strcmp0 (answer->value, *value != '\0' ? value : NULL) == 0)
    return;
  forget_looks (answer);
  g_free (answer->value);
  answer->value = *value != '\0' ? g_strdup (value) : NULL;
}

/* The answer as it will be; @old may be NULL. */
static SgnAnswer *
changed_answer (const SgnAnswer *old,
                gint64 assessment,
                const SgnItem *item,
                const SgnAnswerChange *change,
                gint64 person,
                const char *at)
{
  SgnAnswer *answer = old != NULL ? sgn_answer_copy (old) : g_new0 (SgnAnswer, 1);

  answer->assessment = assessment;
  g_free (answer->item);
  answer->item = g_strdup (item->id);
  g_free (answer->at);
  answer->at = g_strdup (at);
  answer->person = person;

  sgn_answer_take_value (answer, change->value);
  sgn_take_text (&answer->note, change->note);
  sgn_take_text (&answer->statement, change->statement);
  sgn_take_text (&answer->statement_en, change->statement_en);
  sgn_take_text (&answer->next_review, change->next_review);

  return answer;
}

static gboolean
answers_equal (const SgnAnswer *a, const SgnAnswer *b)
{
  return g_strcmp0 (a->value, b->value) == 0 && g_strcmp0 (a->note, b->note) == 0 &&
         g_strcmp0 (a->statement, b->statement) == 0 &&
         g_strcmp0 (a->statement_en, b->statement_en) == 0 &&
         g_strcmp0 (a->next_review, b->next_review) == 0 &&
         g_strcmp0 (a->carried_from, b->carried_from) == 0;
}

gboolean
sgn_desk_put_answer (SgnDesk *desk,
                     const SgnAssessment *assessment,
                     const SgnItem *item,
                     const SgnAnswerChange *change,
                     gint64 person,
                     const char *at,
                     GError **error)
{
  const SgnAnswer *old =
    assessment->answers != NULL ? sgn_assessment_find_answer (assessment, item->id) : NULL;
  g_autoptr (SgnAnswer) answer = changed_answer (old, assessment->id, item, change, person, at);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", assessment->id, item->id);
  const gboolean empty = answer->value == NULL && answer->note == NULL &&
                         answer->statement == NULL && answer->statement_en == NULL &&
                         answer->next_review == NULL;

  /* Saying the same again is no event. */
  if (old != NULL && answers_equal (old, answer))
    return TRUE;

  return sgn_desk_put (desk, SGN_KIND_ANSWER, id, empty ? NULL : sgn_answer_to_row (answer), error);
}

SgnAnswerChange *
sgn_answer_change_copy (const SgnAnswerChange *change)
{
  SgnAnswerChange *copy = g_memdup2 (change, sizeof *change);

  copy->catalogue = g_strdup (change->catalogue);
  copy->item = g_strdup (change->item);
  copy->value = g_strdup (change->value);
  copy->note = g_strdup (change->note);
  copy->statement = g_strdup (change->statement);
  copy->statement_en = g_strdup (change->statement_en);
  copy->site = g_strdup (change->site);
  copy->next_review = g_strdup (change->next_review);
  return copy;
}

void
sgn_answer_change_free (SgnAnswerChange *change)
{
  g_free ((char *) change->catalogue);
  g_free ((char *) change->item);
  g_free ((char *) change->value);
  g_free ((char *) change->note);
  g_free ((char *) change->statement);
  g_free ((char *) change->statement_en);
  g_free ((char *) change->site);
  g_free ((char *) change->next_review);
  g_free (change);
}

static gboolean
write_answer (SgnDesk *desk,
              const SgnTarget *target,
              const SgnItem *item,
              const SgnAnswerChange *change,
              GError **error)
{
  const SgnAssessment *assessment = target->assessment;
  g_autofree char *now = sgn_clock_now (desk->clock);
  g_autoptr (SgnAssessment) opened = NULL;
  gint64 person;

  if (!sgn_desk_ensure_person (desk, desk->author, &person, error))
    return FALSE;

  if (assessment == NULL) {
    assessment = opened = sgn_desk_begin_target (desk, target, person, error);
    if (opened == NULL)
      return FALSE;
  }

  return sgn_desk_put_answer (desk, assessment, item, change, person, now, error);
}

/* Nothing, or nothing any more, or a day. */
static gboolean
check_next_review (const char *date, GError **error)
{
  return date == NULL || *date == '\0' || sgn_check_date (date, error);
}

static gpointer
do_answer (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnAnswerChange *change = data;
  SgnTarget target = { 0 };
  const SgnItem *item;
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error) || !sgn_target_find (desk, change, &target, error))
    return NULL;

  item = sgn_target_find_item (target.catalogue, change->item, error);
  if (item == NULL || !sgn_target_check_value (item, change->value, error) ||
      !check_next_review (change->next_review, error))
    return NULL;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_ANSWER, desk->author, error) &&
       write_answer (desk, &target, item, change, error);

  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_answer_async:
 * @self: a session with an open file
 * @change: the answer; copied
 * @callback: called when the answer is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Sets one answer. End with sgn_session_act_finish().
 */
void
sgn_session_answer_async (SgnSession *self,
                          const SgnAnswerChange *change,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  const SgnAct act = { do_answer, sgn_answer_change_copy (change),
                       (GDestroyNotify) sgn_answer_change_free, NULL, sgn_session_answer_async };

  sgn_session_run (self, &act, callback, user_data);
}
