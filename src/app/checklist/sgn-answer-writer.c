/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-answer-writer.h"

/* What is shown before the disk has it. */
typedef struct {
  gint64 assessment;
  char *value;       /* (nullable): not changed */
  char *note;        /* (nullable): not changed */
  char *statement;   /* (nullable): not changed */
  char *next_review; /* (nullable): not changed */
  guint running;
  gboolean failed;
} Unsaved;

struct _SgnAnswerWriter {
  GObject parent_instance;

  SgnSession *session;
  SgnSaving *saving;
  SgnCatalogue *catalogue;
  GHashTable *unsaved; /* item id → Unsaved */
  char *refused;       /* (nullable): id of the item that could not be confirmed */
  char *refusal;       /* (nullable): why */
};

G_DEFINE_FINAL_TYPE (SgnAnswerWriter, sgn_answer_writer, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
unsaved_free (Unsaved *unsaved)
{
  g_free (unsaved->value);
  g_free (unsaved->note);
  g_free (unsaved->statement);
  g_free (unsaved->next_review);
  g_free (unsaved);
}

static Unsaved *
ensure_unsaved (SgnAnswerWriter *self, const SgnAssessment *assessment, const char *item)
{
  Unsaved *unsaved = g_hash_table_lookup (self->unsaved, item);

  if (unsaved == NULL) {
    unsaved = g_new0 (Unsaved, 1);
    g_hash_table_insert (self->unsaved, g_strdup (item), unsaved);
  }
  unsaved->assessment = assessment != NULL ? assessment->id : 0;
  return unsaved;
}

static void
emit_changed (SgnAnswerWriter *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* An answer on its way to the disk. */
typedef struct {
  SgnAnswerWriter *self;
  SgnCatalogue *catalogue;
  char *item;
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
end_unsaved (SgnAnswerWriter *self, Way *way, const GError *error)
{
  Unsaved *unsaved;

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

static Way *
way_new (SgnAnswerWriter *self, const char *item)
{
  Way *way = g_new0 (Way, 1);

  way->self = g_object_ref (self);
  way->catalogue = sgn_catalogue_ref (self->catalogue);
  way->item = g_strdup (item);
  return way;
}

/* @what: the texts to be written */
static void
write_change (SgnAnswerWriter *self,
              Unsaved *unsaved,
              const char *item,
              const SgnAnswerChange *what)
{
  g_autofree char *key = sgn_catalogue_dup_key (self->catalogue);
  SgnAnswerChange change = *what;

  change.catalogue = key;
  change.assessment = unsaved->assessment;
  change.item = item;

  unsaved->running++;
  sgn_saving_begin (self->saving);
  sgn_session_answer_async (self->session, &change, written_cb, way_new (self, item));
}

/* Nothing that was shown is lost by a refusal, and trying again would end the same way. */
static void
confirmed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Way) way = user_data;
  SgnAnswerWriter *self = way->self;
  g_autoptr (GError) error = NULL;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  sgn_saving_end (self->saving, NULL);
  if (error == NULL || way->catalogue != self->catalogue)
    return;
  sgn_answer_writer_forget_refusal (self);
  self->refused = g_strdup (way->item);
  self->refusal = g_strdup (error->message);
  emit_changed (self);
}

/* Once more with everything that failed. */
static void
retry_cb (SgnSaving *saving, SgnAnswerWriter *self)
{
  g_autoptr (GList) items = g_hash_table_get_keys (self->unsaved);

  for (GList *link = items; link != NULL; link = link->next) {
    Unsaved *unsaved = g_hash_table_lookup (self->unsaved, link->data);

    if (!unsaved->failed)
      continue;
    unsaved->failed = FALSE;
    write_change (self, unsaved, link->data,
                  &(SgnAnswerChange){ .value = unsaved->value,
                                      .note = unsaved->note,
                                      .statement = unsaved->statement,
                                      .next_review = unsaved->next_review });
  }
  emit_changed (self);
}

static void
sgn_answer_writer_dispose (GObject *object)
{
  SgnAnswerWriter *self = SGN_ANSWER_WRITER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->saving);

  G_OBJECT_CLASS (sgn_answer_writer_parent_class)->dispose (object);
}

static void
sgn_answer_writer_finalize (GObject *object)
{
  SgnAnswerWriter *self = SGN_ANSWER_WRITER (object);

  sgn_answer_writer_forget_refusal (self);
  g_clear_pointer (&self->catalogue, sgn_catalogue_unref);
  g_clear_pointer (&self->unsaved, g_hash_table_unref);

  G_OBJECT_CLASS (sgn_answer_writer_parent_class)->finalize (object);
}

static void
sgn_answer_writer_class_init (SgnAnswerWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sgn_answer_writer_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_answer_writer_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SGN_TYPE_ANSWER_WRITER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sgn_answer_writer_init (SgnAnswerWriter *self)
{
  self->unsaved =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) unsaved_free);
}

/**
 * sgn_answer_writer_new:
 * @session: a session with an open file
 * @saving: what the saved line says
 *
 * Returns: a writer with nothing to write
 */
SgnAnswerWriter *
sgn_answer_writer_new (SgnSession *session, SgnSaving *saving)
{
  SgnAnswerWriter *self;

  g_return_val_if_fail (SGN_IS_SESSION (session), NULL);
  g_return_val_if_fail (SGN_IS_SAVING (saving), NULL);

  self = g_object_new (SGN_TYPE_ANSWER_WRITER, NULL);
  self->session = g_object_ref (session);
  self->saving = g_object_ref (saving);
  g_signal_connect_object (saving, "retry", G_CALLBACK (retry_cb), self, 0);
  return self;
}

/**
 * sgn_answer_writer_set_catalogue:
 * @self: a writer with nothing left to write
 * @catalogue: whose items are written from now on
 */
void
sgn_answer_writer_set_catalogue (SgnAnswerWriter *self, SgnCatalogue *catalogue)
{
  g_return_if_fail (SGN_IS_ANSWER_WRITER (self));
  g_return_if_fail (catalogue != NULL);

  g_hash_table_remove_all (self->unsaved);
  sgn_answer_writer_forget_refusal (self);
  sgn_catalogue_ref (catalogue);
  g_clear_pointer (&self->catalogue, sgn_catalogue_unref);
  self->catalogue = catalogue;
}

/**
 * sgn_answer_writer_write_value:
 * @self: a writer
 * @assessment: (nullable): the one answered; NULL begins one
 * @item: id of an item
 * @value: a key of its scale; empty takes the answer away
 */
void
sgn_answer_writer_write_value (SgnAnswerWriter *self,
                               const SgnAssessment *assessment,
                               const char *item,
                               const char *value)
{
  Unsaved *unsaved;

  g_return_if_fail (SGN_IS_ANSWER_WRITER (self));
  g_return_if_fail (value != NULL);

  unsaved = ensure_unsaved (self, assessment, item);
  g_free (unsaved->value);
  unsaved->value = g_strdup (value);
  write_change (self, unsaved, item, &(SgnAnswerChange){ .value = value });
  emit_changed (self);
}

/**
 * sgn_answer_writer_write_note:
 * @self: a writer
 * @assessment: (nullable): the one answered; NULL begins one
 * @item: id of an item
 * @note: as typed; empty takes it away
 */
void
sgn_answer_writer_write_note (SgnAnswerWriter *self,
                              const SgnAssessment *assessment,
                              const char *item,
                              const char *note)
{
  Unsaved *unsaved;

  g_return_if_fail (SGN_IS_ANSWER_WRITER (self));
  g_return_if_fail (note != NULL);

  unsaved = ensure_unsaved (self, assessment, item);
  g_free (unsaved->note);
  unsaved->note = g_strdup (note);
  write_change (self, unsaved, item, &(SgnAnswerChange){ .note = note });
}

/**
 * sgn_answer_writer_write_statement:
 * @self: a writer
 * @assessment: (nullable): the one answered; NULL begins one
 * @item: id of an item
 * @statement: the sentence for outsiders, as typed; empty takes it away
 */
void
sgn_answer_writer_write_statement (SgnAnswerWriter *self,
                                   const SgnAssessment *assessment,
                                   const char *item,
                                   const char *statement)
{
  Unsaved *unsaved;

  g_return_if_fail (SGN_IS_ANSWER_WRITER (self));
  g_return_if_fail (statement != NULL);

  unsaved = ensure_unsaved (self, assessment, item);
  g_free (unsaved->statement);
  unsaved->statement = g_strdup (statement);
  write_change (self, unsaved, item, &(SgnAnswerChange){ .statement = statement });
}

/**
 * sgn_answer_writer_write_next_review:
 * @self: a writer
 * @assessment: (nullable): the one answered; NULL begins one
 * @item: id of an item
 * @date: the day to look at it again; empty takes it away
 */
void
sgn_answer_writer_write_next_review (SgnAnswerWriter *self,
                                     const SgnAssessment *assessment,
                                     const char *item,
                                     const char *date)
{
  Unsaved *unsaved;

  g_return_if_fail (SGN_IS_ANSWER_WRITER (self));
  g_return_if_fail (date != NULL);

  unsaved = ensure_unsaved (self, assessment, item);
  g_free (unsaved->next_review);
  unsaved->next_review = g_strdup (date);
  write_change (self, unsaved, item, &(SgnAnswerChange){ .next_review = date });
}

/**
 * sgn_answer_writer_confirm:
 * @self: a writer
 * @assessment: an open one
 * @item: id of an item that was answered last time
 *
 * Writes that what was answered last time is still so. Nothing is shown before the disk has it, as
 * it may be refused.
 */
void
sgn_answer_writer_confirm (SgnAnswerWriter *self, const SgnAssessment *assessment, const char *item)
{
  SgnAnswerChange change = { .item = item };
  g_autofree char *key = NULL;

  g_return_if_fail (SGN_IS_ANSWER_WRITER (self));
  g_return_if_fail (assessment != NULL);

  key = sgn_catalogue_dup_key (self->catalogue);
  change.catalogue = key;
  change.assessment = assessment->id;
  sgn_saving_begin (self->saving);
  sgn_session_confirm_async (self->session, &change, confirmed_cb, way_new (self, item));
}

const char *
sgn_answer_writer_get_refusal (SgnAnswerWriter *self, const char *item)
{
  g_return_val_if_fail (SGN_IS_ANSWER_WRITER (self), NULL);

  return g_strcmp0 (self->refused, item) == 0 ? self->refusal : NULL;
}

void
sgn_answer_writer_forget_refusal (SgnAnswerWriter *self)
{
  g_return_if_fail (SGN_IS_ANSWER_WRITER (self));

  g_clear_pointer (&self->refused, g_free);
  g_clear_pointer (&self->refusal, g_free);
}

const char *
sgn_answer_writer_get_value (SgnAnswerWriter *self, const char *item)
{
  const Unsaved *unsaved = g_hash_table_lookup (self->unsaved, item);

  return unsaved != NULL ? unsaved->value : NULL;
}

const char *
sgn_answer_writer_get_note (SgnAnswerWriter *self, const char *item)
{
  const Unsaved *unsaved = g_hash_table_lookup (self->unsaved, item);

  return unsaved != NULL ? unsaved->note : NULL;
}

const char *
sgn_answer_writer_get_statement (SgnAnswerWriter *self, const char *item)
{
  const Unsaved *unsaved = g_hash_table_lookup (self->unsaved, item);

  return unsaved != NULL ? unsaved->statement : NULL;
}

const char *
sgn_answer_writer_get_next_review (SgnAnswerWriter *self, const char *item)
{
  const Unsaved *unsaved = g_hash_table_lookup (self->unsaved, item);

  return unsaved != NULL ? unsaved->next_review : NULL;
}

gboolean
sgn_answer_writer_has_failed (SgnAnswerWriter *self, const char *item)
{
  const Unsaved *unsaved = g_hash_table_lookup (self->unsaved, item);

  return unsaved != NULL && unsaved->failed;
}

gboolean
sgn_answer_writer_is_idle (SgnAnswerWriter *self)
{
  g_return_val_if_fail (SGN_IS_ANSWER_WRITER (self), FALSE);

  return g_hash_table_size (self->unsaved) == 0;
}
