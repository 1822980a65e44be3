/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-assessment-private.h"

#include <glib/gi18n-lib.h>

#include "sgn-error.h"
#include "sgn-evidence-private.h"
#include "sgn-last-answer.h"

/**
 * Confirmation:
 * @target: where it goes
 * @item: the item that is confirmed
 * @last: what its assessment continues
 * @answer: the answer of last time
 * @proofs: of SgnEvidence: what hangs on it and still proves something
 * @expired: how many do not prove anything any more
 *
 * “Still so” for one item.
 */
typedef struct {
  SgnTarget target;
  const SgnItem *item;
  SgnLast *last;
  SgnLastAnswer answer;
  GPtrArray *proofs;
  guint expired;
} Confirmation;

static void
confirmation_clear (Confirmation *self)
{
  g_clear_pointer (&self->last, sgn_last_free);
  g_clear_pointer (&self->proofs, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Confirmation, confirmation_clear)

static gboolean
find_target (SgnDesk *desk, const SgnAnswerChange *change, SgnTarget *target, GError **error)
{
  if (!sgn_target_find (desk, change, target, error))
    return FALSE;
  if (target->assessment != NULL)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("No check of “%s” is open, so there is nothing to compare with. Begin one with "
                  "“sengen assessment open”."),
               target->catalogue->id);
  return FALSE;
}

/* (transfer full) (nullable): why there is nothing to confirm */
static char *
dup_obstacle (const Confirmation *self)
{
  switch (self->answer.state) {
  case SGN_LAST_NOTHING:
    return g_strdup_printf (_ ("%s has no answer of last time, because nothing came before this "
                               "check. Answer it anew."),
                            self->item->id);
  case SGN_LAST_OTHER:
    return g_strdup_printf (_ ("%s is not the same in the edition of last time. Answer it anew."),
                            self->item->id);
  case SGN_LAST_OPEN:
    return g_strdup_printf (_ ("%s was not answered last time. Answer it anew."), self->item->id);
  case SGN_LAST_ANSWERED:
    break;
  }
  if (self->answer.answer->assessment == self->last->assessment->id)
    return NULL;
  return g_strdup_printf (_ ("%s was answered by the sites last time. Confirm it for each site."),
                          self->item->id);
}

static gboolean
check_last (const Confirmation *self, GError **error)
{
  g_autofree char *obstacle = dup_obstacle (self);

  if (obstacle != NULL)
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE, obstacle);
  return obstacle == NULL;
}

/* A word that is worth something else now does not say the same. */
static gboolean
check_scale (const Confirmation *self, GError **error)
{
  const SgnScaleValue *before = self->answer.value;
  const SgnScaleValue *now = sgn_item_find_value (self->item, before->key);

  if (now != NULL && now->mark == before->mark && now->points == before->points)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("%s is answered by another scale than last time. Answer it anew."),
               self->item->id);
  return FALSE;
}

/* The newest version of @evidence: each has a higher number, so this ends. */
static const SgnEvidence *
find_newest (const SgnRecord *record, const SgnEvidence *evidence)
{
  const SgnEvidence *newest = evidence;

  for (const SgnEvidence *newer = newest; newer != NULL;
       newer = sgn_evidence_find_newer (record, newest))
    newest = newer;
  return newest;
}

static void
look_at_evidence (Confirmation *self,
                  const SgnRecord *record,
                  const SgnEvidence *evidence,
                  const char *today)
{
  const SgnEvidence *newest = find_newest (record, evidence);
  SgnEvidenceState state = sgn_evidence_get_state (record, newest, today);

  if (state == SGN_EVIDENCE_EXPIRED)
    self->expired++;
  else if (state != SGN_EVIDENCE_RETIRED && !g_ptr_array_find (self->proofs, newest, NULL))
    g_ptr_array_add (self->proofs, (gpointer) newest);
}

static void
find_proofs (SgnDesk *desk, Confirmation *self)
{
  g_autofree char *reference =
    sgn_answer_make_reference (self->answer.answer->assessment, self->answer.answer->item);
  g_autofree char *today = sgn_desk_dup_today (desk);
  GPtrArray *all = desk->record->evidence;

  for (guint i = 0; i < all->len; i++) {
    const SgnEvidence *evidence = g_ptr_array_index (all, i);

    if (sgn_evidence_has_link (evidence, reference))
      look_at_evidence (self, desk->record, evidence, today);
  }
}

/* What was done last year is not done this year when all that proved it has run out. */
static gboolean
check_proofs (const Confirmation *self, GError **error)
{
  if (self->answer.value->mark != SGN_MARK_DONE || self->expired == 0 || self->proofs->len > 0)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_CHECK,
               _ ("The evidence of %s has expired, so it cannot be taken over as done. Add new "
                  "evidence and answer it anew."),
               self->item->id);
  return FALSE;
}

static gboolean
prepare (SgnDesk *desk, const SgnAnswerChange *change, Confirmation *self, GError **error)
{
  if (!find_target (desk, change, &self->target, error))
    return FALSE;
  self->item = sgn_target_find_item (self->target.catalogue, change->item, error);
  if (self->item == NULL)
    return FALSE;

  self->last = sgn_last_new (desk->library, desk->record, self->target.assessment);
  self->answer = sgn_last_find_answer (self->last, self->item);
  if (!check_last (self, error) || !check_scale (self, error))
    return FALSE;

  find_proofs (desk, self);
  return check_proofs (self, error);
}

/* What was written this year already stays. */
static const char *
choose_text (const char *now, const char *before)
{
  return now == NULL ? before : NULL;
}

static gboolean
put_answer (SgnDesk *desk, const Confirmation *self, GError **error)
{
  static const SgnAnswer blank = { 0 };
  const SgnAnswer *before = self->answer.answer;
  const SgnAnswer *old = sgn_assessment_find_answer (self->target.assessment, self->item->id);
  const SgnAnswer *now = old != NULL ? old : &blank;
  const SgnAnswerChange change = {
    .value = before->value,
    .note = choose_text (now->note, before->note),
    .statement = choose_text (now->statement, before->statement),
    .statement_en = choose_text (now->statement_en, before->statement_en),
  };
  g_autofree char *at = sgn_clock_now (desk->clock);
  gint64 person;

  return sgn_desk_ensure_person (desk, desk->author, &person, error) &&
         sgn_desk_put_answer (desk, self->target.assessment, self->item, &change, person, at,
                              error);
}

static gboolean
link_proofs (SgnDesk *desk, const Confirmation *self, GError **error)
{
  g_autofree char *reference =
    sgn_answer_make_reference (self->target.assessment->id, self->item->id);

  for (guint i = 0; i < self->proofs->len; i++) {
    const SgnEvidence *proof = g_ptr_array_index (self->proofs, i);

    if (!sgn_evidence_has_link (proof, reference) &&
        !sgn_desk_put_link (desk, proof->id, reference, error))
      return FALSE;
  }
  return TRUE;
}

static gpointer
do_confirm (SgnDesk *desk, gpointer data, GError **error)
{
  g_auto (Confirmation) confirmation = { .proofs = g_ptr_array_new () };
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error) || !prepare (desk, data, &confirmation, error))
    return NULL;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_ANSWER, desk->author, error) &&
       put_answer (desk, &confirmation, error) && link_proofs (desk, &confirmation, error);

  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_confirm_async:
 * @self: a session with a file open for writing
 * @change: which item of which assessment; its value and texts are not used; copied
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Says of one item that it is still so: the value of last time becomes the answer, its note and
 * statements too where nothing was written this time, and what still proves it hangs on both. There
 * is no such act for many items at once, because that would say “done” of what nobody has looked
 * at. SGN_ERROR_USAGE when there is no open assessment or no answer of last time that means the
 * same, SGN_ERROR_CHECK when all that proved it has expired. End with sgn_session_act_finish().
 */
void
sgn_session_confirm_async (SgnSession *self,
                           const SgnAnswerChange *change,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  const SgnAct act = { do_confirm, sgn_answer_change_copy (change),
                       (GDestroyNotify) sgn_answer_change_free, NULL, sgn_session_confirm_async };

  sgn_session_run (self, &act, callback, user_data);
}
