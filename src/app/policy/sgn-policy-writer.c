/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-policy-writer.h"

struct _SgnPolicyWriter {
  GObject parent_instance;

  SgnSession *session;
  SgnSaving *saving;
  GHashTable *unsaved; /* "LANGUAGE PART" → Unsaved */
};

G_DEFINE_FINAL_TYPE (SgnPolicyWriter, sgn_policy_writer, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  SIGNAL_WRITTEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct {
  char *part;
  SgnLanguage language;
  char *text;
  guint running;
  gboolean failed;
} Unsaved;

/* A text on its way. */
typedef struct {
  SgnPolicyWriter *self;
  char *key;
  char *done;
} Way;

static void
unsaved_free (gpointer data)
{
  Unsaved *unsaved = data;

  g_free (unsaved->part);
  g_free (unsaved->text);
  g_free (unsaved);
}

static void
way_free (Way *way)
{
  g_object_unref (way->self);
  g_free (way->key);
  g_free (way->done);
  g_free (way);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Way, way_free)

static char *
make_key (const char *part, SgnLanguage language)
{
  return g_strdup_printf ("%s %s", sgn_language_to_code (language), part);
}

/* What was refused before is right now: nothing is left to be tried again. */
static void
forget_failure (SgnPolicyWriter *self, gboolean had_failed)
{
  if (had_failed && !sgn_policy_writer_has_failed (self))
    sgn_saving_retry (self->saving);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Way) way = user_data;
  g_autoptr (GError) error = NULL;
  SgnPolicyWriter *self = way->self;
  Unsaved *unsaved = g_hash_table_lookup (self->unsaved, way->key);
  gboolean newest = unsaved != NULL && --unsaved->running == 0;
  gboolean had_failed = newest && unsaved->failed;
  gboolean ok = sgn_session_act_finish (SGN_SESSION (object), result, &error);

  sgn_saving_end (self->saving, newest ? error : NULL);
  if (newest && ok)
    g_hash_table_remove (self->unsaved, way->key);
  else if (newest)
    unsaved->failed = TRUE;
  if (ok)
    forget_failure (self, had_failed);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (ok && way->done != NULL)
    g_signal_emit (self, signals[SIGNAL_WRITTEN], 0, way->done);
}

static void
send (SgnPolicyWriter *self, Unsaved *unsaved, const char *done)
{
  Way *way = g_new0 (Way, 1);

  way->self = g_object_ref (self);
  way->key = make_key (unsaved->part, unsaved->language);
  way->done = g_strdup (done);
  unsaved->running++;
  sgn_saving_begin (self->saving);
  sgn_session_set_policy_part_async (self->session, unsaved->part, unsaved->language, unsaved->text,
                                     written_cb, way);
}

static void
retry_cb (SgnPolicyWriter *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->unsaved);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    Unsaved *unsaved = value;

    if (unsaved->failed && unsaved->running == 0)
      send (self, unsaved, NULL);
  }
}

static void
sgn_policy_writer_finalize (GObject *object)
{
  SgnPolicyWriter *self = SGN_POLICY_WRITER (object);

  g_object_unref (self->session);
  g_object_unref (self->saving);
  g_hash_table_unref (self->unsaved);

  G_OBJECT_CLASS (sgn_policy_writer_parent_class)->finalize (object);
}

static void
sgn_policy_writer_class_init (SgnPolicyWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_policy_writer_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SGN_TYPE_POLICY_WRITER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_WRITTEN] = g_signal_new ("written", SGN_TYPE_POLICY_WRITER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sgn_policy_writer_init (SgnPolicyWriter *self)
{
  self->unsaved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unsaved_free);
}

/**
 * sgn_policy_writer_new:
 * @session: a session with an open file
 * @saving: what the saved line says
 *
 * Returns: (transfer full): a writer with nothing to write
 */
SgnPolicyWriter *
sgn_policy_writer_new (SgnSession *session, SgnSaving *saving)
{
  SgnPolicyWriter *self = g_object_new (SGN_TYPE_POLICY_WRITER, NULL);

  self->session = g_object_ref (session);
  self->saving = g_object_ref (saving);
  g_signal_connect_object (saving, "retry", G_CALLBACK (retry_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * sgn_policy_writer_write:
 * @self: a writer
 * @part: id of a part
 * @language: of @text
 * @text: as typed; empty takes the part away
 * @done: (nullable): what is to be told when it is on the disk
 */
void
sgn_policy_writer_write (SgnPolicyWriter *self,
                         const char *part,
                         SgnLanguage language,
                         const char *text,
                         const char *done)
{
  g_autofree char *key = NULL;
  Unsaved *unsaved;

  g_return_if_fail (SGN_IS_POLICY_WRITER (self) && part != NULL && text != NULL);

  key = make_key (part, language);
  unsaved = g_hash_table_lookup (self->unsaved, key);
  if (unsaved == NULL) {
    unsaved = g_new0 (Unsaved, 1);
    unsaved->part = g_strdup (part);
    unsaved->language = language;
    g_hash_table_insert (self->unsaved, g_strdup (key), unsaved);
  }
  g_free (unsaved->text);
  unsaved->text = g_strdup (text);
  send (self, unsaved, done);
}

const char *
sgn_policy_writer_get_unsaved (SgnPolicyWriter *self, const char *part, SgnLanguage language)
{
  g_autofree char *key = NULL;
  Unsaved *unsaved;

  g_return_val_if_fail (SGN_IS_POLICY_WRITER (self), NULL);

  key = make_key (part, language);
  unsaved = g_hash_table_lookup (self->unsaved, key);
  return unsaved != NULL ? unsaved->text : NULL;
}

gboolean
sgn_policy_writer_has_failed (SgnPolicyWriter *self)
{
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (SGN_IS_POLICY_WRITER (self), FALSE);

  g_hash_table_iter_init (&iter, self->unsaved);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Unsaved *) value)->failed)
      return TRUE;
  return FALSE;
}
