/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-notice-bar.h"

#include <glib/gi18n-lib.h>

#include "sgn-own-folder.h"

struct _SgnNoticeBar {
  GtkBox parent_instance;

  GtkBox *content;
  GtkLabel *label;
  GtkWidget *buttons;
  GtkWidget *copy;
  GtkWidget *take_over;

  SgnSession *session;
};

G_DEFINE_FINAL_TYPE (SgnNoticeBar, sgn_notice_bar, GTK_TYPE_BOX)

/* A copy on its way to be opened. */
typedef struct {
  SgnNoticeBar *bar;
  char *path;
} Copying;

static void
copying_free (Copying *copying)
{
  g_object_unref (copying->bar);
  g_free (copying->path);
  g_free (copying);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copying, copying_free)

static void
copied_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copying) copying = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_filename_to_uri (copying->path, NULL, NULL);

  if (!sgn_session_act_finish (SGN_SESSION (object), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (copying->bar), "win.tell", "(ss)",
                                _ ("The copy could not be made"), error->message);
  else
    gtk_widget_activate_action (GTK_WIDGET (copying->bar), "win.open", "s", uri);
}

static void
copy_cb (SgnNoticeBar *self)
{
  SgnRecord *record = sgn_session_get_record (self->session);
  Copying *copying;

  if (record == NULL)
    return;
  copying = g_new0 (Copying, 1);
  copying->bar = g_object_ref (self);
  copying->path = sgn_own_folder_find_place (record->profile->name);
  sgn_session_backup_async (self->session, copying->path, copied_cb, copying);
}

static void
refresh (SgnNoticeBar *self)
{
  gboolean read_only = sgn_session_get_read_only (self->session);
  gboolean held = sgn_session_get_held_elsewhere (self->session);
  /* A copy of what a later version wrote could not be written either. */
  gboolean copies = read_only && !sgn_session_get_newer (self->session);
  const char *notice = sgn_session_get_notice (self->session);

  if (notice == NULL && read_only)
    notice = _ ("This file was opened for reading only.");
  gtk_label_set_text (self->label, notice != NULL ? notice : "");
  gtk_widget_set_visible (self->copy, copies);
  gtk_widget_set_visible (self->take_over, held);
  gtk_widget_set_visible (self->buttons, copies || held);
  gtk_widget_set_visible (GTK_WIDGET (self), notice != NULL);
}

static void
sgn_notice_bar_dispose (GObject *object)
{
  SgnNoticeBar *self = SGN_NOTICE_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_NOTICE_BAR);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sgn_notice_bar_parent_class)->dispose (object);
}

static void
sgn_notice_bar_class_init (SgnNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_notice_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-notice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnNoticeBar, content);
  gtk_widget_class_bind_template_child (widget_class, SgnNoticeBar, label);
  gtk_widget_class_bind_template_child (widget_class, SgnNoticeBar, buttons);
  gtk_widget_class_bind_template_child (widget_class, SgnNoticeBar, copy);
  gtk_widget_class_bind_template_child (widget_class, SgnNoticeBar, take_over);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
sgn_notice_bar_init (SgnNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What can be done stands below what is said. */
void
sgn_notice_bar_set_narrow (SgnNoticeBar *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_NOTICE_BAR (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (self->buttons, narrow ? GTK_ALIGN_START : GTK_ALIGN_FILL);
}

/**
 * sgn_notice_bar_watch:
 * @self: a notice bar
 * @session: whose notice it shows
 */
void
sgn_notice_bar_watch (SgnNoticeBar *self, SgnSession *session)
{
  g_return_if_fail (SGN_IS_NOTICE_BAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::notice", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::read-only", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}
