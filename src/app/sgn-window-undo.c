/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sgn-window-private.h"

static void
tell_undone (SgnWindow *self, GAsyncResult *result, const char *done, const char *failed)
{
  g_autoptr (GError) error = NULL;

  if (sgn_window_is_gone (self))
    return;
  sgn_session_act_finish (self->session, result, &error);
  sgn_saving_end (self->saving, NULL);
  if (error != NULL)
    sgn_window_tell_error (self, failed, error);
  else
    sgn_window_show_toast (self, done);
}

static void
undone_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnWindow) self = user_data;

  tell_undone (self, result, _ ("Undone"), _ ("This could not be undone"));
}

static void
redone_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnWindow) self = user_data;

  tell_undone (self, result, _ ("Done again"), _ ("This could not be done again"));
}

void
sgn_window_undo (SgnWindow *self)
{
  sgn_company_view_flush (self->company);
  sgn_saving_begin (self->saving);
  sgn_session_undo_async (self->session, undone_cb, g_object_ref (self));
}

void
sgn_window_redo (SgnWindow *self)
{
  sgn_saving_begin (self->saving);
  sgn_session_redo_async (self->session, redone_cb, g_object_ref (self));
}
