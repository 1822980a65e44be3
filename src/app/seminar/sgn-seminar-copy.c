/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-seminar-copy.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sgn-file-name.h"

struct _SgnSeminarCopy {
  GObject parent_instance;

  SgnLibrary *library;
  SgnClock *clock;
  SgnSession *session;
  char *folder;
  SgnRecord *record;
  GError *error;
};

G_DEFINE_FINAL_TYPE (SgnSeminarCopy, sgn_seminar_copy, G_TYPE_OBJECT)

enum {
  SIGNAL_READY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Links are removed and not followed. */
static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
      remove_folder (child);
    else
      g_unlink (child);
  }
  g_rmdir (path);
}

static void
sgn_seminar_copy_finalize (GObject *object)
{
  SgnSeminarCopy *self = SGN_SEMINAR_COPY (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->library, sgn_library_unref);
  g_clear_pointer (&self->clock, sgn_clock_unref);
  g_clear_pointer (&self->record, sgn_record_unref);
  g_clear_error (&self->error);
  if (self->folder != NULL)
    remove_folder (self->folder);
  g_free (self->folder);

  G_OBJECT_CLASS (sgn_seminar_copy_parent_class)->finalize (object);
}

static void
sgn_seminar_copy_class_init (SgnSeminarCopyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_seminar_copy_finalize;

  signals[SIGNAL_READY] = g_signal_new ("ready", SGN_TYPE_SEMINAR_COPY, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
}

static void
sgn_seminar_copy_init (SgnSeminarCopy *self)
{
}

/* Nothing writes into it from here on: who shows the company opens a copy of his own. */
static void
closed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnSeminarCopy) self = user_data;

  sgn_session_act_finish (SGN_SESSION (object), result, NULL);
  g_clear_object (&self->session);
  g_signal_emit (self, signals[SIGNAL_READY], 0);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SgnSeminarCopy *self = user_data;

  if (sgn_session_act_finish (SGN_SESSION (object), result, &self->error))
    self->record = sgn_record_ref (sgn_session_get_record (self->session));
  sgn_session_close_async (self->session, closed_cb, self);
}

/**
 * sgn_seminar_copy_new:
 * @library: the program's own data
 * @clock: the clock
 *
 * Begins to write the company of the seminar.
 *
 * Returns: (transfer full): the copy; see its signal “ready”
 */
SgnSeminarCopy *
sgn_seminar_copy_new (SgnLibrary *library, SgnClock *clock)
{
  SgnSeminarCopy *self = g_object_new (SGN_TYPE_SEMINAR_COPY, NULL);
  g_autofree char *path = NULL;

  self->library = sgn_library_ref (library);
  self->clock = sgn_clock_ref (clock);
  self->folder = g_dir_make_tmp ("sengen-seminar-XXXXXX", &self->error);
  path = sgn_seminar_copy_find_place (self);
  if (path == NULL)
    return self;
  self->session = sgn_session_new (library, clock);
  sgn_session_create_training_async (self->session, path, written_cb, g_object_ref (self));
  return self;
}

const char *
sgn_seminar_copy_get_folder (SgnSeminarCopy *self)
{
  g_return_val_if_fail (SGN_IS_SEMINAR_COPY (self), NULL);

  return self->folder;
}

SgnRecord *
sgn_seminar_copy_get_record (SgnSeminarCopy *self)
{
  g_return_val_if_fail (SGN_IS_SEMINAR_COPY (self), NULL);

  return self->record;
}

const GError *
sgn_seminar_copy_get_error (SgnSeminarCopy *self)
{
  g_return_val_if_fail (SGN_IS_SEMINAR_COPY (self), NULL);

  return self->error;
}

char *
sgn_seminar_copy_find_place (SgnSeminarCopy *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (SGN_IS_SEMINAR_COPY (self), NULL);

  name = sgn_file_name_make (_ ("Training company"), "training");
  return self->folder != NULL ? sgn_file_name_find_free (self->folder, name, "sengen") : NULL;
}

/**
 * sgn_seminar_copy_new_session:
 * @self: the company of a seminar
 *
 * Returns: (transfer full): a session that has nothing open, for one more copy
 */
SgnSession *
sgn_seminar_copy_new_session (SgnSeminarCopy *self)
{
  g_return_val_if_fail (SGN_IS_SEMINAR_COPY (self), NULL);

  return sgn_session_new (self->library, self->clock);
}
