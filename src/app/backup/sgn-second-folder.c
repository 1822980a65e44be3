/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-second-folder.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"

struct _SgnSecondFolder {
  GtkBox parent_instance;

  AdwActionRow *row;
  GtkWidget *choose_button;
  GtkWidget *none_button;

  SgnSession *session;
};

G_DEFINE_FINAL_TYPE (SgnSecondFolder, sgn_second_folder, GTK_TYPE_BOX)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnSecondFolder) self = user_data;
  g_autoptr (GError) error = NULL;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  if (self->row == NULL)
    return;
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(ss)",
                                _ ("The second folder could not be chosen"), error->message);
  else
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_folder (SgnSecondFolder *self, const char *folder)
{
  sgn_session_set_second_folder_async (self->session, folder, set_cb, g_object_ref (self));
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnSecondFolder) self = user_data;
  g_autoptr (GFile) file = sgn_open_folder_finish (GTK_WINDOW (object), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->row != NULL)
    set_folder (self, path);
}

static void
choose_cb (SgnSecondFolder *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    sgn_open_folder_async (GTK_WINDOW (root), _ ("Choose a folder for backups"), found_cb,
                           g_object_ref (self));
}

static void
none_cb (SgnSecondFolder *self)
{
  gtk_widget_grab_focus (self->choose_button);
  set_folder (self, NULL);
}

static void
sgn_second_folder_dispose (GObject *object)
{
  SgnSecondFolder *self = SGN_SECOND_FOLDER (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_SECOND_FOLDER);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sgn_second_folder_parent_class)->dispose (object);
}

static void
sgn_second_folder_class_init (SgnSecondFolderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_second_folder_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SGN_TYPE_SECOND_FOLDER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-second-folder.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnSecondFolder, row);
  gtk_widget_class_bind_template_child (widget_class, SgnSecondFolder, choose_button);
  gtk_widget_class_bind_template_child (widget_class, SgnSecondFolder, none_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
}

static void
sgn_second_folder_init (SgnSecondFolder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sgn_second_folder_show (self, NULL, FALSE);
}

/**
 * sgn_second_folder_watch:
 * @self: a second folder
 * @session: a session with an open file, whose copies go there
 */
void
sgn_second_folder_watch (SgnSecondFolder *self, SgnSession *session)
{
  g_return_if_fail (SGN_IS_SECOND_FOLDER (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
}

void
sgn_second_folder_show (SgnSecondFolder *self, const char *folder, gboolean is_there)
{
  g_autofree char *name = folder != NULL ? g_filename_display_name (folder) : NULL;
  g_autofree char *away = NULL;

  g_return_if_fail (SGN_IS_SECOND_FOLDER (self));

  if (name != NULL && !is_there)
    away = g_strdup_printf (_ ("%s (not connected now)"), name);
  adw_action_row_set_subtitle (self->row, away != NULL ? away
                                          : name != NULL
                                            ? name
                                            : _ ("None. A USB stick or another disk keeps a copy "
                                                 "when this computer is lost."));
  gtk_widget_set_visible (self->none_button, folder != NULL);
}
