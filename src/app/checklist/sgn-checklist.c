/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-checklist.h"

/* What is shown before the disk has it. */
typedef struct {
  char *value; /* (nullable): not changed */
  char *note;  /* (nullable): not changed */
  guint running;
  gboolean failed;
} Unsaved;

struct _SgnChecklist {
  GObject parent_instance;

  SgnSession *session;
  SgnSaving *saving;
  SgnCatalogue *catalogue;
  GHashTable *unsaved; /* item id → Unsaved, of this catalogue */
  GHashTable *places;  /* catalogue key → item id looked at last */
  guint position;
  gboolean starts_new;
};

G_DEFINE_FINAL_TYPE (SgnChecklist, sgn_checklist, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  SIGNAL_MOVED,
  SIGNAL_ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
unsaved_free (Unsaved *unsaved)
{
  g_free (unsaved->value);
  g_free (unsaved->note);
  g_free (unsaved);
}

static SgnRecord *
get_record (SgnChecklist *self)
{
  return sgn_session_get_record (self->session);
}

static SgnAssessment *
find_newest (SgnRecord *record, const SgnCatalogue *catalogue)
{
  SgnAssessment *found = NULL;

  for (guint i = 0; record != NULL && i < record->assessments->len; i++) {
    SgnAssessment *assessment = g_ptr_array_index (record->assessments, i);

    if (g_strcmp0 (assessment->catalogue, catalogue->id) != 0 ||
        g_strcmp0 (assessment->edition, catalogue->edition) != 0)
      continue;
    if (found == NULL || found->closed || !assessment->closed)
      found = assessment;
  }
  return found;
}

static Unsaved *
find_unsaved (SgnChecklist *self, guint index)
{
  return g_hash_table_lookup (self->unsaved, sgn_checklist_get_item (self, index)->id);
}

static Unsaved *
ensure_unsaved (SgnChecklist *self, const char *item)
{
  Unsaved *unsaved = g_hash_table_lookup (self->unsaved, item);

  if (unsaved == NULL) {
    unsaved = g_new0 (Unsaved, 1);
    g_hash_table_insert (self->unsaved, g_strdup (item), unsaved);
  }
  return unsaved;
}

static void
emit_changed (SgnChecklist *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* An answer on its way to the disk. */
typedef struct {
  SgnChecklist *self;
  SgnCatalogue *catalogue;
  char *item;
  gboolean sets_value;
} Way;

static void
way_free (Way *way)
{
  g_object_unref (way->self);
  sgn_catalogue_unref (way->catalogue);
  g_free (way->item);
  g_free (way);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Way, way_free)

static void
end_unsaved (SgnChecklist *self, Way *way, const GError *error)
{
  Unsaved *unsaved;
  const SgnItem *item;

  if (way->catalogue != self->catalogue)
    return;
  unsaved = g_hash_table_lookup (self->unsaved, way->item);
  if (unsaved == NULL)
    return;
  unsaved->running--;
  unsaved->failed = unsaved->failed || error != NULL;
  if (unsaved->running == 0 && !unsaved->failed)
    g_hash_table_remove (self->unsaved, way->item);
  emit_changed (self);
  item = sgn_catalogue_find_item (self->catalogue, way->item);
  for (guint i = 0; error == NULL && way->sets_value && i < self->catalogue->items->len; i++)
    if (sgn_checklist_get_item (self, i) == item)
      g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, i);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Way) way = user_data;
  g_autoptr (GError) error = NULL;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  end_unsaved (way->self, way, error);
  sgn_saving_end (way->self->saving, error);
}

static void
write_change (SgnChecklist *self, const char *item, const char *value, const char *note)
{
  g_autofree char *key = sgn_catalogue_dup_key (self->catalogue);
  SgnAssessment *assessment = sgn_checklist_get_assessment (self);
  SgnAnswerChange change = {
    .catalogue = key,
    .assessment = assessment != NULL ? assessment->id : 0,
    .item = item,
    .value = value,
    .note = note,
  };
  Way *way = g_new0 (Way, 1);

  way->self = g_object_ref (self);
  way->catalogue = sgn_catalogue_ref (self->catalogue);
  way->item = g_strdup (item);
  way->sets_value = value != NULL;
  ensure_unsaved (self, item)->running++;
  sgn_saving_begin (self->saving);
  sgn_session_answer_async (self->session, &change, written_cb, way);
}

/* Once more with everything that failed. */
static void
retry_cb (SgnSaving *saving, SgnChecklist *self)
{
  g_autoptr (GList) items = g_hash_table_get_keys (self->unsaved);

  for (GList *link = items; link != NULL; link = link->next) {
    Unsaved *unsaved = g_hash_table_lookup (self->unsaved, link->data);

    if (!unsaved->failed)
      continue;
    unsaved->failed = FALSE;
    write_change (self, link->data, unsaved->value, unsaved->note);
  }
  emit_changed (self);
}

static void
record_cb (SgnSession *session, GParamSpec *pspec, SgnChecklist *self)
{
  if (get_record (self) == NULL)
    return;
  if (self->starts_new && find_newest (get_record (self), self->catalogue) != NULL)
    self->starts_new = find_newest (get_record (self), self->catalogue)->closed;
  emit_changed (self);
}

static void
sgn_checklist_dispose (GObject *object)
{
  SgnChecklist *self = SGN_CHECKLIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->saving);

  G_OBJECT_CLASS (sgn_checklist_parent_class)->dispose (object);
}

static void
sgn_checklist_finalize (GObject *object)
{
  SgnChecklist *self = SGN_CHECKLIST (object);

  g_clear_pointer (&self->catalogue, sgn_catalogue_unref);
  g_clear_pointer (&self->unsaved, g_hash_table_unref);
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
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", SGN_TYPE_CHECKLIST, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
sgn_checklist_init (SgnChecklist *self)
{
  self->unsaved =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) unsaved_free);
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
  g_autoptr (GPtrArray) choices = NULL;

  g_return_val_if_fail (SGN_IS_SESSION (session), NULL);
  g_return_val_if_fail (SGN_IS_SAVING (saving), NULL);

  self->session = g_object_ref (session);
  self->saving = g_object_ref (saving);
  choices = sgn_checklist_dup_choices (self);
  if (choices->len == 0)
    return NULL;
  sgn_checklist_set_catalogue (self, g_ptr_array_index (choices, 0));
  g_signal_connect_object (session, "notify::record", G_CALLBACK (record_cb), self, 0);
  g_signal_connect_object (saving, "retry", G_CALLBACK (retry_cb), self, 0);
  return g_steal_pointer (&self);
}

SgnSession *
sgn_checklist_get_session (SgnChecklist *self)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), NULL);

  return self->session;
}

static gboolean
asks (const SgnCatalogue *catalogue)
{
  const SgnItem *item = catalogue->items->len > 0 ? g_ptr_array_index (catalogue->items, 0) : NULL;

  return item != NULL && item->scale != NULL && item->question.ja != NULL;
}

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

/**
 * sgn_checklist_dup_choices:
 * @self: a checklist
 *
 * Returns: (transfer full) (element-type SgnCatalogue): what can be answered or looked at: current
 *   editions, and superseded ones of which the file has an assessment
 */
GPtrArray *
sgn_checklist_dup_choices (SgnChecklist *self)
{
  SgnLibrary *library = sgn_session_get_library (self->session);
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_catalogue_unref);

  for (guint i = 0; i < library->catalogues->len; i++) {
    SgnCatalogue *catalogue = g_ptr_array_index (library->catalogues, i);

    if (!asks (catalogue))
      continue;
    if (g_strcmp0 (catalogue->status, "current") == 0 ||
        find_newest (get_record (self), catalogue) != NULL)
      g_ptr_array_add (choices, sgn_catalogue_ref (catalogue));
  }
  g_ptr_array_sort (choices, compare_choices);
  return choices;
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
  g_return_if_fail (catalogue != NULL && asks (catalogue));

  if (self->catalogue == catalogue || sgn_checklist_has_unsaved (self))
    return;
  remember_place (self);
  g_clear_pointer (&self->catalogue, sgn_catalogue_unref);
  self->catalogue = sgn_catalogue_ref (catalogue);
  g_hash_table_remove_all (self->unsaved);
  self->starts_new = FALSE;
  self->position = 0;
  if (!go_to_remembered_place (self))
    sgn_checklist_resume (self);
  emit_changed (self);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

SgnCatalogue *
sgn_checklist_get_catalogue (SgnChecklist *self)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), NULL);

  return self->catalogue;
}

/**
 * sgn_checklist_get_assessment:
 * @self: a checklist
 *
 * Returns: (nullable) (transfer none): the newest assessment of the catalogue, open before closed
 */
SgnAssessment *
sgn_checklist_get_assessment (SgnChecklist *self)
{
  SgnAssessment *newest;

  g_return_val_if_fail (SGN_IS_CHECKLIST (self), NULL);

  newest = find_newest (get_record (self), self->catalogue);
  return self->starts_new && newest != NULL && newest->closed ? NULL : newest;
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

/**
 * sgn_checklist_start_new:
 * @self: a checklist with a closed assessment
 *
 * The first answer opens a new assessment; until then nothing is written.
 */
void
sgn_checklist_start_new (SgnChecklist *self)
{
  g_return_if_fail (SGN_IS_CHECKLIST (self));

  self->starts_new = TRUE;
  self->position = 0;
  emit_changed (self);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

guint
sgn_checklist_get_n_items (SgnChecklist *self)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), 0);

  return self->catalogue->items->len;
}

const SgnItem *
sgn_checklist_get_item (SgnChecklist *self, guint index)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), NULL);
  g_return_val_if_fail (index < self->catalogue->items->len, NULL);

  return g_ptr_array_index (self->catalogue->items, index);
}

const SgnAnswer *
sgn_checklist_get_answer (SgnChecklist *self, guint index)
{
  SgnAssessment *assessment = sgn_checklist_get_assessment (self);

  if (assessment == NULL)
    return NULL;
  return sgn_assessment_find_answer (assessment, sgn_checklist_get_item (self, index)->id);
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
  const Unsaved *unsaved = find_unsaved (self, index);
  const SgnAnswer *answer = sgn_checklist_get_answer (self, index);

  if (unsaved != NULL && unsaved->value != NULL)
    return *unsaved->value != '\0' ? unsaved->value : NULL;
  return answer != NULL ? answer->value : NULL;
}

/**
 * sgn_checklist_get_note:
 * @self: a checklist
 * @index: of the item
 *
 * Returns: (nullable): the note that is shown, saved or not
 */
const char *
sgn_checklist_get_note (SgnChecklist *self, guint index)
{
  const Unsaved *unsaved = find_unsaved (self, index);
  const SgnAnswer *answer = sgn_checklist_get_answer (self, index);

  if (unsaved != NULL && unsaved->note != NULL)
    return unsaved->note;
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
  const Unsaved *unsaved = find_unsaved (self, index);

  return unsaved != NULL && unsaved->failed;
}

gboolean
sgn_checklist_has_unsaved (SgnChecklist *self)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), FALSE);

  return g_hash_table_size (self->unsaved) > 0;
}

guint
sgn_checklist_count_evidence (SgnChecklist *self, guint index)
{
  SgnAssessment *assessment = sgn_checklist_get_assessment (self);

  if (assessment == NULL)
    return 0;
  return sgn_record_count_evidence (get_record (self), assessment->id,
                                    sgn_checklist_get_item (self, index)->id);
}

/**
 * sgn_checklist_find_previous:
 * @self: a checklist
 * @index: of the item
 * @previous: (out): the answer of last time
 *
 * Returns: whether there was an answer last time
 */
gboolean
sgn_checklist_find_previous (SgnChecklist *self, guint index, SgnPrevious *previous)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), FALSE);

  return sgn_previous_find (self->session, self->catalogue, sgn_checklist_get_assessment (self),
                            sgn_checklist_get_item (self, index)->id, previous);
}

/**
 * sgn_checklist_set_value:
 * @self: an editable checklist
 * @index: of the item
 * @value: a key of its scale; empty takes the answer away
 *
 * Shows the answer at once and saves it.
 */
void
sgn_checklist_set_value (SgnChecklist *self, guint index, const char *value)
{
  const char *item;
  Unsaved *unsaved;

  g_return_if_fail (SGN_IS_CHECKLIST (self));
  g_return_if_fail (value != NULL);

  if (!sgn_checklist_is_editable (self) ||
      g_strcmp0 (sgn_checklist_get_value (self, index), value) == 0)
    return;
  item = sgn_checklist_get_item (self, index)->id;
  unsaved = ensure_unsaved (self, item);
  g_free (unsaved->value);
  unsaved->value = g_strdup (value);
  write_change (self, item, value, NULL);
  emit_changed (self);
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
  const char *item;
  Unsaved *unsaved;

  g_return_if_fail (SGN_IS_CHECKLIST (self));
  g_return_if_fail (note != NULL);

  before = sgn_checklist_get_note (self, index);
  if (!sgn_checklist_is_editable (self) || g_strcmp0 (before != NULL ? before : "", note) == 0)
    return;
  item = sgn_checklist_get_item (self, index)->id;
  unsaved = ensure_unsaved (self, item);
  g_free (unsaved->note);
  unsaved->note = g_strdup (note);
  write_change (self, item, NULL, note);
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
  self->position = index;
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

static guint
find_answered_last (SgnChecklist *self)
{
  const char *newest = NULL;
  guint found = 0;

  for (guint i = 0; i < sgn_checklist_get_n_items (self); i++) {
    const SgnAnswer *answer = sgn_checklist_get_answer (self, i);

    if (answer != NULL && g_strcmp0 (answer->at, newest) > 0) {
      newest = answer->at;
      found = i;
    }
  }
  return found;
}

void
sgn_checklist_resume (SgnChecklist *self)
{
  guint found;

  g_return_if_fail (SGN_IS_CHECKLIST (self));

  if (sgn_checklist_get_mark (self, 0) == SGN_MARK_NONE)
    found = 0;
  else if (!sgn_checklist_find_unanswered (self, 0, &found))
    found = find_answered_last (self);
  sgn_checklist_set_position (self, found);
}

gboolean
sgn_checklist_find_unanswered (SgnChecklist *self, guint index, guint *found)
{
  guint n = sgn_checklist_get_n_items (self);

  for (guint step = 1; step <= n; step++) {
    guint i = (index + step) % n;

    if (sgn_checklist_get_mark (self, i) == SGN_MARK_NONE) {
      *found = i;
      return TRUE;
    }
  }
  return FALSE;
}

guint
sgn_checklist_count (SgnChecklist *self, SgnMark mark)
{
  guint count = 0;

  for (guint i = 0; i < sgn_checklist_get_n_items (self); i++)
    count += sgn_checklist_get_mark (self, i) == mark;
  return count;
}

void
sgn_checklist_count_section (SgnChecklist *self,
                             const SgnSection *section,
                             guint *answered,
                             guint *items)
{
  *answered = *items = 0;
  for (guint i = 0; i < sgn_checklist_get_n_items (self); i++) {
    if (sgn_checklist_get_item (self, i)->section != section)
      continue;
    *items += 1;
    *answered += sgn_checklist_get_mark (self, i) != SGN_MARK_NONE;
  }
}
