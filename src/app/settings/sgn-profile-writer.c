/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-profile-writer.h"

struct _SgnProfileWriter {
  GObject parent_instance;

  SgnSession *session;
  SgnSaving *saving;
  SgnProfile *profile;
  guint n_saving; /* acts that are not on disk yet */
};

G_DEFINE_FINAL_TYPE (SgnProfileWriter, sgn_profile_writer, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  SIGNAL_SAVED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct {
  SgnProfileWriter *writer;
  char *words;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->writer);
  g_free (save->words);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

/* What is on disk; as long as something is under way, what was typed counts. */
static void
refresh (SgnProfileWriter *self)
{
  SgnRecord *record = sgn_session_get_record (self->session);

  if (record == NULL || self->n_saving > 0)
    return;
  g_clear_pointer (&self->profile, sgn_profile_free);
  self->profile = sgn_profile_copy (record->profile);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Save) save = user_data;
  g_autoptr (GError) error = NULL;
  SgnProfileWriter *self = save->writer;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  sgn_saving_end (self->saving, NULL);
  self->n_saving--;
  refresh (self);
  if (error != NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
  else
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, save->words);
}

static void
sgn_profile_writer_finalize (GObject *object)
{
  SgnProfileWriter *self = SGN_PROFILE_WRITER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->saving);
  g_clear_pointer (&self->profile, sgn_profile_free);

  G_OBJECT_CLASS (sgn_profile_writer_parent_class)->finalize (object);
}

static void
sgn_profile_writer_class_init (SgnProfileWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_profile_writer_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SGN_TYPE_PROFILE_WRITER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SAVED] = g_signal_new ("saved", SGN_TYPE_PROFILE_WRITER, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SGN_TYPE_PROFILE_WRITER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sgn_profile_writer_init (SgnProfileWriter *self)
{
}

SgnProfileWriter *
sgn_profile_writer_new (SgnSession *session, SgnSaving *saving)
{
  SgnProfileWriter *self = g_object_new (SGN_TYPE_PROFILE_WRITER, NULL);

  self->session = g_object_ref (session);
  self->saving = g_object_ref (saving);
  self->profile = sgn_profile_copy (sgn_session_get_record (session)->profile);
  g_signal_connect_object (session, "notify::record", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  return self;
}

SgnSession *
sgn_profile_writer_get_session (SgnProfileWriter *self)
{
  g_return_val_if_fail (SGN_IS_PROFILE_WRITER (self), NULL);

  return self->session;
}

SgnProfile *
sgn_profile_writer_get_profile (SgnProfileWriter *self)
{
  g_return_val_if_fail (SGN_IS_PROFILE_WRITER (self), NULL);

  return self->profile;
}

void
sgn_profile_writer_save (SgnProfileWriter *self, const char *words)
{
  Save *save;

  g_return_if_fail (SGN_IS_PROFILE_WRITER (self) && words != NULL);

  save = g_new0 (Save, 1);
  save->writer = g_object_ref (self);
  save->words = g_strdup (words);
  self->n_saving++;
  sgn_saving_begin (self->saving);
  sgn_session_set_profile_async (self->session, self->profile, saved_cb, save);
}
