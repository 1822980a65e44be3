/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-checklist.h"

#include "sgn-answer-writer.h"
#include "sgn-check-range.h"
#include "sgn-checklist-choices.h"
#include "sgn-checklist-progress.h"

struct _SgnChecklist {
  GObject parent_instance;

  SgnSession *session;
  SgnAnswerWriter *writer;
  SgnCatalogue *catalogue;
  const char *level;        /* (nullable): one of the catalogue's */
  const char *aimed;        /* (nullable): the one that the check aims at */
  GPtrArray *items;         /* of SgnItem: those of the level */
  SgnCheckAnswers *answers; /* (nullable): until they are asked for, or of an older record */
  GHashTable *places;       /* catalogue key → item id looked at last */
  guint position;
  gint64 chosen; /* the check that was chosen to be shown; 0: the newest */
};

G_DEFINE_FINAL_TYPE (SgnChecklist, sgn_checklist, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static SgnRecord *
get_record (SgnChecklist *self)
{
  return sgn_session_get_record (self->session);
}

static void
emit_changed (SgnChecklist *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* (nullable): the check that was chosen, as long as it is there; else the newest one */
static SgnAssessment *
find_assessment (SgnChecklist *self)
{
  SgnRecord *record = get_record (self);
  SgnAssessment *chosen =
    record != NULL && self->chosen != 0 ? sgn_record_find_assessment (record, self->chosen) : NULL;

  if (chosen != NULL && g_strcmp0 (chosen->catalogue, self->catalogue->id) == 0 &&
      g_strcmp0 (chosen->edition, self->catalogue->edition) == 0)
    return chosen;
  return sgn_checklist_find_newest (record, self->catalogue);
}

static const SgnCheckAnswers *
get_answers (SgnChecklist *self)
{
  SgnRecord *record = get_record (self);

  /* While the file is being closed there is no record: what was shown last stands. */
  if (record != NULL && (self->answers == NULL || self->answers->record != record)) {
    g_clear_pointer (&self->answers, sgn_check_answers_free);
    self->answers = sgn_check_answers_new (sgn_session_get_library (self->session), record,
                                           self->catalogue, find_assessment (self));
  }
  return self->answers;
}

/* (nullable): the level that the check aims at */
static const char *
find_aim (SgnChecklist *self)
{
  const SgnAssessment *assessment = find_assessment (self);

  return sgn_check_range_find_level (self->catalogue,
                                     assessment != NULL ? assessment->level : NULL);
}

/* Undo brings another aim as well. What is only looked at stays. */
static void
follow_aim (SgnChecklist *self)
{
  const char *aim = find_aim (self);

  if (aim == self->aimed)
    return;
  self->aimed = aim;
  sgn_checklist_set_level (self, aim);
}

static void
record_cb (SgnSession *session, GParamSpec *pspec, SgnChecklist *self)
{
  if (get_record (self) == NULL)
    return;
  sgn_answer_writer_forget_refusal (self->writer);
  follow_aim (self);
  emit_changed (self);
}

static void
sgn_checklist_dispose (GObject *object)
{
  SgnChecklist *self = SGN_CHECKLIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->writer);

  G_OBJECT_CLASS (sgn_checklist_parent_class)->dispose (object);
}

static void
sgn_checklist_finalize (GObject *object)
{
  SgnChecklist *self = SGN_CHECKLIST (object);

  g_clear_pointer (&self->answers, sgn_check_answers_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->catalogue, sgn_catalogue_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);

  G_OBJECT_CLASS (sgn_checklist_parent_class)->finalize (object);
}

static void
sgn_checklist_class_init (SgnChecklistClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sgn_checklist_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_checklist_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SGN_TYPE_CHECKLIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", SGN_TYPE_CHECKLIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
}

static void
sgn_checklist_init (SgnChecklist *self)
{
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * sgn_checklist_new:
 * @session: a session with an open file
 * @saving: what the saved line says
 *
 * Returns: (nullable): a checklist of the first catalogue; NULL when there is none that asks
 */
SgnChecklist *
sgn_checklist_new (SgnSession *session, SgnSaving *saving)
{
  g_autoptr (SgnChecklist) self = g_object_new (SGN_TYPE_CHECKLIST, NULL);
  SgnCatalogue *first = NULL;

  g_return_val_if_fail (SGN_IS_SESSION (session), NULL);
  g_return_val_if_fail (SGN_IS_SAVING (saving), NULL);

  self->session = g_object_ref (session);
  self->writer = sgn_answer_writer_new (session, saving);
  first = sgn_checklist_find_first (sgn_session_get_library (session));
  if (first == NULL)
    return NULL;
  sgn_checklist_set_catalogue (self, first);
  g_signal_connect_object (session, "notify::record", G_CALLBACK (record_cb), self, 0);
  g_signal_connect_object (self->writer, "changed", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  return g_steal_pointer (&self);
}

SgnSession *
sgn_checklist_get_session (SgnChecklist *self)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), NULL);

  return self->session;
}

SgnAnswerWriter *
sgn_checklist_get_writer (SgnChecklist *self)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), NULL);

  return self->writer;
}

static void
remember_place (SgnChecklist *self)
{
  if (self->catalogue != NULL)
    g_hash_table_insert (self->places, sgn_catalogue_dup_key (self->catalogue),
                         g_strdup (sgn_checklist_get_item (self, self->position)->id));
}

static gboolean
go_to_remembered_place (SgnChecklist *self)
{
  g_autofree char *key = sgn_catalogue_dup_key (self->catalogue);
  const char *place = g_hash_table_lookup (self->places, key);

  for (guint i = 0; place != NULL && i < sgn_checklist_get_n_items (self); i++) {
    if (g_strcmp0 (sgn_checklist_get_item (self, i)->id, place) == 0) {
      self->position = i;
      return TRUE;
    }
  }
  return FALSE;
}

static void
choose_level (SgnChecklist *self, const char *level)
{
  self->level = sgn_check_range_find_level (self->catalogue, level);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = sgn_check_range_list_items (self->catalogue, self->level);
}

/**
 * sgn_checklist_set_catalogue:
 * @self: a checklist
 * @catalogue: one of the choices
 *
 * Turns to another catalogue, at the place where it was left. Answers not yet saved keep the
 * checklist where it is.
 */
void
sgn_checklist_set_catalogue (SgnChecklist *self, SgnCatalogue *catalogue)
{
  g_return_if_fail (SGN_IS_CHECKLIST (self));
  g_return_if_fail (catalogue != NULL && sgn_catalogue_asks (catalogue));

  if (self->catalogue == catalogue || sgn_checklist_has_unsaved (self))
    return;
  remember_place (self);
  self->chosen = 0;
  g_clear_pointer (&self->answers, sgn_check_answers_free);
  g_clear_pointer (&self->catalogue, sgn_catalogue_unref);
  self->catalogue = sgn_catalogue_ref (catalogue);
  sgn_answer_writer_set_catalogue (self->writer, catalogue);
  self->aimed = find_aim (self);
  choose_level (self, self->aimed);
  self->position = 0;
  if (!go_to_remembered_place (self))
    self->position = sgn_checklist_find_place_to_resume (self);
  emit_changed (self);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

SgnCatalogue *
sgn_checklist_get_catalogue (SgnChecklist *self)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), NULL);

  return self->catalogue;
}

/* The item in hand, or where it is not asked any more the one before it. */
static guint
find_nearest (SgnChecklist *self, const SgnItem *item)
{
  guint found = 0;
  guint at = 0;

  for (guint i = 0; i < self->catalogue->items->len && at < self->items->len; i++) {
    const SgnItem *other = g_ptr_array_index (self->catalogue->items, i);

    if (other == g_ptr_array_index (self->items, at))
      found = at++;
    if (other == item)
      break;
  }
  return found;
}

/**
 * sgn_checklist_set_level:
 * @self: a checklist
 * @level: one of the catalogue's
 *
 * Turns to another range of the same answers. Nothing is changed in the file.
 */
void
sgn_checklist_set_level (SgnChecklist *self, const char *level)
{
  const SgnItem *item;

  g_return_if_fail (SGN_IS_CHECKLIST (self));

  if (self->level == sgn_check_range_find_level (self->catalogue, level))
    return;
  item = sgn_checklist_get_item (self, self->position);
  choose_level (self, level);
  self->position = find_nearest (self, item);
  emit_changed (self);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

const char *
sgn_checklist_get_level (SgnChecklist *self)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), NULL);

  return self->level;
}

/**
 * sgn_checklist_get_assessment:
 * @self: a checklist
 *
 * Returns: (nullable) (transfer none): the one that was chosen; else the newest of the catalogue,
 *   open before closed
 */
SgnAssessment *
sgn_checklist_get_assessment (SgnChecklist *self)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), NULL);

  return find_assessment (self);
}

/**
 * sgn_checklist_set_assessment:
 * @self: a checklist
 * @assessment: id of a check of a guideline that is here
 *
 * Turns to one check, be it an earlier one or that of a site. Answers not yet saved keep the
 * checklist where it is.
 */
void
sgn_checklist_set_assessment (SgnChecklist *self, gint64 assessment)
{
  const SgnAssessment *found;
  SgnCatalogue *catalogue;

  g_return_if_fail (SGN_IS_CHECKLIST (self));

  found = sgn_record_find_assessment (get_record (self), assessment);
  catalogue = found != NULL ? sgn_library_find_catalogue (sgn_session_get_library (self->session),
                                                          found->catalogue, found->edition)
                            : NULL;
  if (catalogue == NULL || sgn_checklist_has_unsaved (self) || find_assessment (self) == found)
    return;
  sgn_checklist_set_catalogue (self, catalogue);
  self->chosen = assessment;
  g_clear_pointer (&self->answers, sgn_check_answers_free);
  follow_aim (self);
  emit_changed (self);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

/**
 * sgn_checklist_get_answers:
 * @self: a checklist
 *
 * Returns: (transfer none): what counts and what counted last time; until the record changes
 */
const SgnCheckAnswers *
sgn_checklist_get_answers (SgnChecklist *self)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), NULL);

  return get_answers (self);
}

gboolean
sgn_checklist_is_closed (SgnChecklist *self)
{
  SgnAssessment *assessment = sgn_checklist_get_assessment (self);

  return assessment != NULL && assessment->closed;
}

gboolean
sgn_checklist_is_editable (SgnChecklist *self)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), FALSE);

  return !sgn_session_get_read_only (self->session) && !sgn_checklist_is_closed (self);
}

guint
sgn_checklist_get_n_items (SgnChecklist *self)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), 0);

  return self->items->len;
}

const SgnItem *
sgn_checklist_get_item (SgnChecklist *self, guint index)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), NULL);
  g_return_val_if_fail (index < self->items->len, NULL);

  return g_ptr_array_index (self->items, index);
}

/**
 * sgn_checklist_get_own_answer:
 * @self: a checklist
 * @index: of the item
 *
 * Returns: (nullable): what the company itself has said, where sites have checks of their own too
 */
const SgnAnswer *
sgn_checklist_get_own_answer (SgnChecklist *self, guint index)
{
  SgnAssessment *assessment = sgn_checklist_get_assessment (self);

  if (assessment == NULL)
    return NULL;
  return sgn_assessment_find_answer (assessment, sgn_checklist_get_item (self, index)->id);
}

/**
 * sgn_checklist_get_answer:
 * @self: a checklist
 * @index: of the item
 *
 * Returns: (nullable) (transfer none): the answer that counts; with sites, theirs where the company
 *   has not decided itself
 */
const SgnAnswer *
sgn_checklist_get_answer (SgnChecklist *self, guint index)
{
  const SgnCheckAnswers *answers = get_answers (self);

  if (answers->combined == NULL)
    return NULL;
  return sgn_assessment_find_answer (answers->combined->answers,
                                     sgn_checklist_get_item (self, index)->id);
}

/* (nullable): what is written over what was saved; empty where it is taken away */
static const char *
choose_value (const char *unsaved, const SgnAnswer *saved)
{
  if (unsaved != NULL)
    return *unsaved != '\0' ? unsaved : NULL;
  return saved != NULL ? saved->value : NULL;
}

/**
 * sgn_checklist_get_value:
 * @self: a checklist
 * @index: of the item
 *
 * Returns: (nullable): the value that is shown, saved or not
 */
const char *
sgn_checklist_get_value (SgnChecklist *self, guint index)
{
  const char *item = sgn_checklist_get_item (self, index)->id;

  return choose_value (sgn_answer_writer_get_value (self->writer, item),
                       sgn_checklist_get_answer (self, index));
}

/* (nullable) */
static const char *
find_own_value (SgnChecklist *self, guint index)
{
  const char *item = sgn_checklist_get_item (self, index)->id;

  return choose_value (sgn_answer_writer_get_value (self->writer, item),
                       sgn_checklist_get_own_answer (self, index));
}

/**
 * sgn_checklist_get_note:
 * @self: a checklist
 * @index: of the item
 *
 * Returns: (nullable): the company's own note that is shown, saved or not
 */
const char *
sgn_checklist_get_note (SgnChecklist *self, guint index)
{
  const char *item = sgn_checklist_get_item (self, index)->id;
  const char *unsaved = sgn_answer_writer_get_note (self->writer, item);
  const SgnAnswer *answer = sgn_checklist_get_own_answer (self, index);

  if (unsaved != NULL)
    return unsaved;
  return answer != NULL ? answer->note : NULL;
}

SgnMark
sgn_checklist_get_mark (SgnChecklist *self, guint index)
{
  return sgn_item_get_mark (sgn_checklist_get_item (self, index),
                            sgn_checklist_get_value (self, index));
}

gboolean
sgn_checklist_is_unsaved (SgnChecklist *self, guint index)
{
  return sgn_answer_writer_has_failed (self->writer, sgn_checklist_get_item (self, index)->id);
}

gboolean
sgn_checklist_has_unsaved (SgnChecklist *self)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), FALSE);

  return !sgn_answer_writer_is_idle (self->writer);
}

guint
sgn_checklist_count_evidence (SgnChecklist *self, guint index)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), 0);

  return sgn_check_answers_count_evidence (get_answers (self),
                                           sgn_checklist_get_item (self, index));
}

/* Said again, what was only carried over is the company's own word. */
static gboolean
is_carried (SgnChecklist *self, guint index)
{
  const SgnAnswer *answer = sgn_checklist_get_own_answer (self, index);

  return answer != NULL && answer->carried_from != NULL;
}

/**
 * sgn_checklist_set_value:
 * @self: an editable checklist
 * @index: of the item
 * @value: a key of its scale; empty takes the answer away
 *
 * Shows the answer at once and saves it. With sites, this is the company's own decision, also where
 * it is what the sites say.
 */
void
sgn_checklist_set_value (SgnChecklist *self, guint index, const char *value)
{
  const char *before;

  g_return_if_fail (SGN_IS_CHECKLIST (self));
  g_return_if_fail (value != NULL);

  before = find_own_value (self, index);
  if (!sgn_checklist_is_editable (self) ||
      (g_strcmp0 (before != NULL ? before : "", value) == 0 && !is_carried (self, index)))
    return;
  sgn_answer_writer_write_value (self->writer, sgn_checklist_get_assessment (self),
                                 sgn_checklist_get_item (self, index)->id, value);
}

/**
 * sgn_checklist_set_note:
 * @self: an editable checklist
 * @index: of the item
 * @note: as typed; empty takes it away
 *
 * Saves the note, if it is another one than before.
 */
void
sgn_checklist_set_note (SgnChecklist *self, guint index, const char *note)
{
  const char *before;

  g_return_if_fail (SGN_IS_CHECKLIST (self));
  g_return_if_fail (note != NULL);

  before = sgn_checklist_get_note (self, index);
  if (!sgn_checklist_is_editable (self) || g_strcmp0 (before != NULL ? before : "", note) == 0)
    return;
  sgn_answer_writer_write_note (self->writer, sgn_checklist_get_assessment (self),
                                sgn_checklist_get_item (self, index)->id, note);
}

/**
 * sgn_checklist_can_confirm:
 * @self: a checklist
 * @index: of the item
 *
 * Returns: whether “still the same” would change what the company says of the item
 */
gboolean
sgn_checklist_can_confirm (SgnChecklist *self, guint index)
{
  const SgnCheckAnswers *answers;
  SgnLastAnswer last;

  g_return_val_if_fail (SGN_IS_CHECKLIST (self), FALSE);

  answers = get_answers (self);
  if (answers->combined == NULL || !sgn_checklist_is_editable (self))
    return FALSE;
  last = sgn_last_find_answer (answers->last, sgn_checklist_get_item (self, index));
  return last.state == SGN_LAST_ANSWERED &&
         g_strcmp0 (find_own_value (self, index), last.value->key) != 0;
}

/**
 * sgn_checklist_confirm:
 * @self: a checklist
 * @index: of the item
 *
 * Says that what was answered last time is still so.
 */
void
sgn_checklist_confirm (SgnChecklist *self, guint index)
{
  g_return_if_fail (SGN_IS_CHECKLIST (self));

  if (sgn_checklist_can_confirm (self, index))
    sgn_answer_writer_confirm (self->writer, sgn_checklist_get_assessment (self),
                               sgn_checklist_get_item (self, index)->id);
}

const char *
sgn_checklist_get_refusal (SgnChecklist *self, guint index)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), NULL);

  return sgn_answer_writer_get_refusal (self->writer, sgn_checklist_get_item (self, index)->id);
}

guint
sgn_checklist_get_position (SgnChecklist *self)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), 0);

  return self->position;
}

void
sgn_checklist_set_position (SgnChecklist *self, guint index)
{
  g_return_if_fail (SGN_IS_CHECKLIST (self));
  g_return_if_fail (index < sgn_checklist_get_n_items (self));

  if (self->position == index)
    return;
  sgn_answer_writer_forget_refusal (self->writer);
  self->position = index;
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}
