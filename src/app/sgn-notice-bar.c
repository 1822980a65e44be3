/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-notice-bar.h"

#include <glib/gi18n-lib.h>

struct _SgnNoticeBar {
  GtkBox parent_instance;

  GtkLabel *label;
  GtkWidget *copy;

  SgnSession *session;
};

G_DEFINE_FINAL_TYPE (SgnNoticeBar, sgn_notice_bar, GTK_TYPE_BOX)

static void
refresh (SgnNoticeBar *self)
{
  gboolean read_only = sgn_session_get_read_only (self->session);
  const char *notice = sgn_session_get_notice (self->session);

  if (notice == NULL && read_only)
    notice = _ ("This file was opened for reading only.");
  gtk_label_set_text (self->label, notice != NULL ? notice : "");
  gtk_widget_set_visible (self->copy, read_only);
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
  gtk_widget_class_bind_template_child (widget_class, SgnNoticeBar, label);
  gtk_widget_class_bind_template_child (widget_class, SgnNoticeBar, copy);
}

static void
sgn_notice_bar_init (SgnNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
