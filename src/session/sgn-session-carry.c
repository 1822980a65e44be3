/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-session-carry.h"

#include "sgn-assessment-private.h"

#include <glib/gi18n-lib.h>

#include "sgn-error.h"

/* One proposal that was accepted. */
typedef struct {
  char *item;
  char *value;
  gint64 assessment; /* where the answer comes from that decides */
  char *of;          /* its item */
  char *said;        /* its value when it was proposed */
  gboolean equal;
} Carried;

typedef struct {
  char *catalogue;
  gint64 assessment; /* 0: none is begun */
  GPtrArray *list;   /* of Carried */
  char *missing;     /* (nullable): an item that was asked for and has no proposal */
} CarryRequest;

static void
carried_free (gpointer data)
{
  Carried *self = data;

  g_free (self->item);
  g_free (self->value);
  g_free (self->of);
  g_free (self->said);
  g_free (self);
}

static void
carry_request_free (CarryRequest *request)
{
  g_free (request->catalogue);
  g_ptr_array_unref (request->list);
  g_free (request->missing);
  g_free (request);
}

static void
accept_proposal (CarryRequest *request, const SgnProposal *proposal)
{
  const SgnProposalSource *source = g_ptr_array_index (proposal->sources, 0);
  Carried *carried = g_new0 (Carried, 1);

  carried->item = g_strdup (proposal->item->id);
  carried->value = g_strdup (proposal->value->key);
  carried->assessment = source->assessment;
  carried->of = g_strdup (source->item->id);
  carried->said = g_strdup (source->said->key);
  carried->equal = source->relation == SGN_RELATION_EQUAL;
  g_ptr_array_add (request->list, carried);
}

static void
accept_items (CarryRequest *request, const SgnProposals *proposals, const char *const *items)
{
  for (const char *const *item = items; *item != NULL; item++) {
    const SgnProposal *proposal = sgn_proposals_find (proposals, *item);

    if (proposal != NULL && proposal->answered == NULL)
      accept_proposal (request, proposal);
    else if (request->missing == NULL)
      request->missing = g_strdup (*item);
  }
}

static void
accept_all (CarryRequest *request, const SgnProposals *proposals)
{
  for (guint i = 0; i < proposals->list->len; i++) {
    const SgnProposal *proposal = g_ptr_array_index (proposals->list, i);

    if (proposal->answered == NULL)
      accept_proposal (request, proposal);
  }
}

/* (nullable): the answer that @carried comes from, as it is now */
static const SgnAnswer *
find_origin (SgnDesk *desk, const Carried *carried)
{
  const SgnAssessment *assessment = sgn_record_find_assessment (desk->record, carried->assessment);

  return assessment != NULL ? sgn_assessment_find_answer (assessment, carried->of) : NULL;
}

/* What was proposed must still be so: the file may have changed since. */
static gboolean
check_carried (SgnDesk *desk, const SgnTarget *target, const Carried *carried, GError **error)
{
  const SgnAnswer *origin = find_origin (desk, carried);
  const SgnAnswer *answer = target->assessment != NULL
                              ? sgn_assessment_find_answer (target->assessment, carried->item)
                              : NULL;
  const SgnItem *item = sgn_target_find_item (target->catalogue, carried->item, error);

  if (item == NULL || !sgn_target_check_value (item, carried->value, error))
    return FALSE;
  if (origin == NULL || g_strcmp0 (origin->value, carried->said) != 0) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_CHECK,
                 _ ("The answer to %s has changed since it was proposed. Look at the proposals "
                    "again."),
                 carried->of);
    return FALSE;
  }
  if (answer != NULL && answer->value != NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_CHECK,
                 _ ("%s is answered already, and an answer is never replaced by one from "
                    "elsewhere. Leave it out."),
                 carried->item);
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_request (const CarryRequest *request, GError **error)
{
  if (request->missing != NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("Nothing is proposed for “%s”. Choose one of the items that are listed."),
                 request->missing);
    return FALSE;
  }
  if (request->list->len == 0) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                         _ ("There is nothing to carry over. Answer more of the other guideline "
                            "first."));
    return FALSE;
  }
  return TRUE;
}

static gboolean
find_carry_target (SgnDesk *desk, const CarryRequest *request, SgnTarget *target, GError **error)
{
  const SgnAnswerChange change = { .catalogue = request->catalogue,
                                   .assessment = request->assessment,
                                   .item = ((Carried *) request->list->pdata[0])->item };

  if (!sgn_target_find (desk, &change, target, error))
    return FALSE;
  for (guint i = 0; i < request->list->len; i++)
    if (!check_carried (desk, target, request->list->pdata[i], error))
      return FALSE;
  return TRUE;
}

static void
fill_text (char **text, const char *origin)
{
  if (*text == NULL)
    *text = g_strdup (origin);
}

/* The answer as it will be. What was written here stays; texts come along only from the same
 * question. */
static SgnAnswer *
make_answer (SgnDesk *desk, const SgnAssessment *assessment, const Carried *carried)
{
  const SgnAnswer *old =
    assessment->answers != NULL ? sgn_assessment_find_answer (assessment, carried->item) : NULL;
  const SgnAnswer *origin = find_origin (desk, carried);
  SgnAnswer *answer = old != NULL ? sgn_answer_copy (old) : g_new0 (SgnAnswer, 1);

  answer->assessment = assessment->id;
  g_free (answer->item);
  answer->item = g_strdup (carried->item);
  g_free (answer->at);
  answer->at = sgn_clock_now (desk->clock);
  sgn_answer_take_value (answer, carried->value);
  answer->carried_from = sgn_answer_make_reference (carried->assessment, carried->of);
  if (carried->equal) {
    fill_text (&answer->note, origin->note);
    fill_text (&answer->statement, origin->statement);
    fill_text (&answer->statement_en, origin->statement_en);
  }
  return answer;
}

static gboolean
put_carried (SgnDesk *desk,
             const SgnAssessment *assessment,
             const Carried *carried,
             gint64 person,
             GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", assessment->id, carried->item);
  g_autoptr (SgnAnswer) answer = make_answer (desk, assessment, carried);

  answer->person = person;
  return sgn_desk_put (desk, SGN_KIND_ANSWER, id, sgn_answer_to_row (answer), error);
}

/* Inside an act: all of it into the assessment, which is opened when there is none. */
static gboolean
put_all (SgnDesk *desk, const CarryRequest *request, const SgnTarget *target, GError **error)
{
  const SgnAssessment *assessment = target->assessment;
  g_autoptr (SgnAssessment) opened = NULL;
  gint64 person;

  if (!sgn_desk_ensure_person (desk, desk->author, &person, error))
    return FALSE;

  if (assessment == NULL) {
    assessment = opened = sgn_desk_begin_target (desk, target, person, error);
    if (opened == NULL)
      return FALSE;
  }
  for (guint i = 0; i < request->list->len; i++)
    if (!put_carried (desk, assessment, request->list->pdata[i], person, error))
      return FALSE;
  return TRUE;
}

static gpointer
do_carry (SgnDesk *desk, gpointer data, GError **error)
{
  const CarryRequest *request = data;
  SgnTarget target = { 0 };
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error) || !check_request (request, error) ||
      !find_carry_target (desk, request, &target, error))
    return NULL;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_CARRY, desk->author, error) &&
       put_all (desk, request, &target, error);

  return sgn_desk_end_act (desk, ok, error) ? GUINT_TO_POINTER (request->list->len) : NULL;
}

/**
 * sgn_session_carry_async:
 * @self: a session with a file open for writing
 * @proposals: proposals made from its record; copied as far as needed
 * @items: (nullable): ids of the items that were accepted; NULL for all that are not answered yet
 * @callback: called when all are on disk, or are known not to be
 * @user_data: data for @callback
 *
 * Answers items with what was proposed for them: one act, taken back by one undo. Each answer says
 * where it was carried over from until somebody answers it anew or says that it is so. Notes and
 * statements come along only where both questions are the same. Nothing that is answered is ever
 * replaced. End with sgn_session_carry_finish().
 */
void
sgn_session_carry_async (SgnSession *self,
                         const SgnProposals *proposals,
                         const char *const *items,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  CarryRequest *request = g_new0 (CarryRequest, 1);
  const SgnAct act = { do_carry, request, (GDestroyNotify) carry_request_free, NULL,
                       sgn_session_carry_async };

  request->catalogue = sgn_catalogue_dup_key (proposals->catalogue);
  request->assessment = proposals->into != NULL ? proposals->into->id : 0;
  request->list = g_ptr_array_new_with_free_func (carried_free);
  if (items != NULL)
    accept_items (request, proposals, items);
  else
    accept_all (request, proposals);
  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_carry_finish:
 * @self: a session
 * @result: the result given to the callback
 * @error: return location
 *
 * Returns: how many answers were carried over, at least 1; -1 with @error: SGN_ERROR_USAGE when
 *   nothing is proposed for an item, SGN_ERROR_CHECK when the answers have changed since
 */
gint64
sgn_session_carry_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  guint count =
    GPOINTER_TO_UINT (sgn_session_finish (self, result, sgn_session_carry_async, error));

  return count > 0 ? (gint64) count : -1;
}
