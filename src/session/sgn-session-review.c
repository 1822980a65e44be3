/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-session-review.h"

#include "sgn-target-private.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-error.h"

/* Of either act. @who: the reviewer, or the expert */
typedef struct {
  char *catalogue;
  gint64 assessment;
  char *site;
  char **items;
  gboolean none;
  char *state;
  char *who;
  char *date;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->catalogue);
  g_free (request->site);
  g_strfreev (request->items);
  g_free (request->state);
  g_free (request->who);
  g_free (request->date);
  g_free (request);
}

static Request *
request_new (const SgnAnswerPlace *place, const char *const *items)
{
  Request *request = g_new0 (Request, 1);

  request->catalogue = g_strdup (place->catalogue);
  request->assessment = place->assessment;
  request->site = g_strdup (place->site);
  request->items = g_strdupv ((char **) items);
  return request;
}

/* (nullable): the answer that @item names, in the check that is meant */
static const SgnAnswer *
find_answer (SgnDesk *desk, const Request *request, const char *name, GError **error)
{
  const SgnAnswerChange change = { .catalogue = request->catalogue,
                                   .assessment = request->assessment,
                                   .site = request->site,
                                   .item = name };
  SgnTarget target = { 0 };
  const SgnItem *item = NULL;
  const SgnAnswer *answer = NULL;

  if (!sgn_target_find (desk, &change, &target, error))
    return NULL;
  item = sgn_target_find_item (target.catalogue, name, error);
  if (item == NULL)
    return NULL;
  if (target.assessment != NULL)
    answer = sgn_assessment_find_answer (target.assessment, item->id);
  if (answer != NULL && answer->value != NULL)
    return answer;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("There is no answer to %s yet that anybody could look at. Answer it first."),
               item->id);
  return NULL;
}

/* (nullable): each once, however often and by whatever name it was named */
static GPtrArray *
find_answers (SgnDesk *desk, const Request *request, GError **error)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new ();

  for (guint i = 0; request->items[i] != NULL; i++) {
    const SgnAnswer *answer = find_answer (desk, request, request->items[i], error);

    if (answer == NULL)
      return NULL;
    if (!g_ptr_array_find (answers, answer, NULL))
      g_ptr_array_add (answers, (gpointer) answer);
  }
  return g_steal_pointer (&answers);
}

/* (nullable): the day in @request, else today; nobody looks tomorrow */
static char *
dup_date (SgnDesk *desk, const Request *request, GError **error)
{
  g_autofree char *today = sgn_desk_dup_today (desk);

  if (request->date == NULL)
    return g_steal_pointer (&today);
  if (!sgn_check_date (request->date, error))
    return NULL;
  if (sgn_date_compare (request->date, today) <= 0)
    return g_strdup (request->date);

  g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
               _ ("The day %s is still to come. Write the day on which it was done."),
               request->date);
  return NULL;
}

/* Saying the same again is no event. */
static gboolean
put_answer (SgnDesk *desk, const SgnAnswer *old, const SgnAnswer *answer, GError **error)
{
  g_autoptr (json_t) before = sgn_answer_to_row (old);
  g_autoptr (json_t) after = sgn_answer_to_row (answer);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", old->assessment, old->item);

  return json_equal (before, after) ||
         sgn_desk_put (desk, SGN_KIND_ANSWER, id, g_steal_pointer (&after), error);
}

static void
set_text (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

/* Whoever looks it over says that what was carried over is so. */
static gboolean
review_answers (SgnDesk *desk,
                const Request *request,
                GPtrArray *answers,
                const char *date,
                GError **error)
{
  const char *name = request->who != NULL ? request->who : desk->author;
  gint64 person = 0;

  if (!request->none && !sgn_desk_ensure_person (desk, name, &person, error))
    return FALSE;

  for (guint i = 0; i < answers->len; i++) {
    g_autoptr (SgnAnswer) answer = sgn_answer_copy (answers->pdata[i]);

    answer->reviewed_by = person;
    set_text (&answer->reviewed_on, request->none ? NULL : date);
    if (!request->none)
      g_clear_pointer (&answer->carried_from, g_free);
    if (!put_answer (desk, answers->pdata[i], answer, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
note_expert (SgnDesk *desk,
             const Request *request,
             GPtrArray *answers,
             const char *date,
             GError **error)
{
  for (guint i = 0; i < answers->len; i++) {
    g_autoptr (SgnAnswer) answer = sgn_answer_copy (answers->pdata[i]);

    set_text (&answer->expert, request->state);
    set_text (&answer->expert_name, request->none ? NULL : request->who);
    set_text (&answer->expert_on, request->none ? NULL : date);
    if (!put_answer (desk, answers->pdata[i], answer, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_reviewer (SgnDesk *desk, const Request *request, GError **error)
{
  if (request->none || request->who != NULL || desk->author != NULL)
    return TRUE;

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                       _ ("Nobody is named. Say who has looked the answers over."));
  return FALSE;
}

static gboolean
check_state (const Request *request, GError **error)
{
  if (request->none || g_str_equal (request->state, SGN_EXPERT_ASKED) ||
      g_str_equal (request->state, SGN_EXPERT_SEEN))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("“%s” does not say how far an expert was asked. Use one of: %s."), request->state,
               SGN_EXPERT_ASKED ", " SGN_EXPERT_SEEN);
  return FALSE;
}

static gpointer
do_review (SgnDesk *desk, gpointer data, GError **error)
{
  const Request *request = data;
  g_autoptr (GPtrArray) answers = NULL;
  g_autofree char *date = NULL;
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error) || !check_reviewer (desk, request, error))
    return NULL;
  date = dup_date (desk, request, error);
  answers = date != NULL ? find_answers (desk, request, error) : NULL;
  if (answers == NULL)
    return NULL;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_REVIEW, desk->author, error) &&
       review_answers (desk, request, answers, date, error);

  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

static gpointer
do_note_expert (SgnDesk *desk, gpointer data, GError **error)
{
  const Request *request = data;
  g_autoptr (GPtrArray) answers = NULL;
  g_autofree char *date = NULL;
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error) || !check_state (request, error))
    return NULL;
  date = dup_date (desk, request, error);
  answers = date != NULL ? find_answers (desk, request, error) : NULL;
  if (answers == NULL)
    return NULL;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_EXPERT, desk->author, error) &&
       note_expert (desk, request, answers, date, error);

  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_review_answers_async:
 * @self: a session with a file open for writing
 * @review: the answers, and who has looked them over; copied
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Notes that somebody has looked answers over, all of them or none, in one act. SGN_ERROR_USAGE
 * when one is not answered or nobody is named, SGN_ERROR_INVALID for a date, SGN_ERROR_CLOSED. End
 * with sgn_session_act_finish().
 */
void
sgn_session_review_answers_async (SgnSession *self,
                                  const SgnReview *review,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  Request *request = request_new (&review->place, review->items);
  const SgnAct act = { do_review, request, request_free, NULL, sgn_session_review_answers_async };

  request->none = review->none;
  request->who = sgn_dup_name (review->by);
  request->date = g_strdup (review->date);
  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_note_expert_async:
 * @self: a session with a file open for writing
 * @note: the answers, and how far an expert was asked; copied
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Notes about answers how far an expert was asked, all of them or none, in one act. SGN_ERROR_USAGE
 * when one is not answered or the state is none, SGN_ERROR_INVALID for a date, SGN_ERROR_CLOSED.
 * End with sgn_session_act_finish().
 */
void
sgn_session_note_expert_async (SgnSession *self,
                               const SgnExpertNote *note,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Request *request = request_new (&note->place, note->items);
  const SgnAct act = { do_note_expert, request, request_free, NULL, sgn_session_note_expert_async };

  request->none = note->state == NULL;
  request->state = g_strdup (note->state);
  request->who = sgn_dup_name (note->name);
  request->date = g_strdup (note->date);
  sgn_session_run (self, &act, callback, user_data);
}
