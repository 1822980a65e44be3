/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-saved-line.h"

#include <glib/gi18n-lib.h>

#include "sgn-labels.h"

struct _SgnSavedLine {
  GtkBox parent_instance;

  GtkImage *icon;
  GtkLabel *label;
  GtkWidget *retry;

  SgnSession *session;
  SgnSaving *saving;
};

G_DEFINE_FINAL_TYPE (SgnSavedLine, sgn_saved_line, GTK_TYPE_BOX)

static char *
describe_done (SgnSavedLine *self)
{
  SgnRecord *record = sgn_session_get_record (self->session);
  g_autofree char *now = sgn_clock_now (sgn_session_get_clock (self->session));

  if (sgn_session_get_read_only (self->session))
    return g_strdup (_ ("Read-only"));
  return sgn_label_saved (record != NULL ? record->head_at : NULL, now, sgn_language_of_user ());
}

static void
refresh (SgnSavedLine *self)
{
  SgnSavingState state = sgn_saving_get_state (self->saving);
  g_autofree char *done = describe_done (self);
  const char *reason = sgn_saving_get_reason (self->saving);

  gtk_widget_set_visible (self->retry, state == SGN_SAVING_FAILED);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), reason);
  if (state == SGN_SAVING_FAILED) {
    g_autofree char *failed = g_strdup_printf (_ ("Cannot save: %s"), reason);

    gtk_image_set_from_icon_name (self->icon, "dialog-warning-symbolic");
    gtk_label_set_text (self->label, failed);
  } else if (state == SGN_SAVING_SLOW) {
    gtk_image_set_from_icon_name (self->icon, "emblem-synchronizing-symbolic");
    gtk_label_set_text (self->label, _ ("Saving…"));
  } else {
    gtk_image_set_from_icon_name (self->icon, "object-select-symbolic");
    gtk_label_set_text (self->label, done);
  }
}

static void
retry_cb (SgnSavedLine *self)
{
  sgn_saving_retry (self->saving);
}

static void
sgn_saved_line_dispose (GObject *object)
{
  SgnSavedLine *self = SGN_SAVED_LINE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_SAVED_LINE);
  g_clear_object (&self->session);
  g_clear_object (&self->saving);

  G_OBJECT_CLASS (sgn_saved_line_parent_class)->dispose (object);
}

static void
sgn_saved_line_class_init (SgnSavedLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_saved_line_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-saved-line.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnSavedLine, icon);
  gtk_widget_class_bind_template_child (widget_class, SgnSavedLine, label);
  gtk_widget_class_bind_template_child (widget_class, SgnSavedLine, retry);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
sgn_saved_line_init (SgnSavedLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_saved_line_watch:
 * @self: a saved line
 * @session: whose record it tells of
 * @saving: what is being saved
 */
void
sgn_saved_line_watch (SgnSavedLine *self, SgnSession *session, SgnSaving *saving)
{
  g_return_if_fail (SGN_IS_SAVED_LINE (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->saving = g_object_ref (saving);
  g_signal_connect_object (session, "notify::record", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (saving, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

const char *
sgn_saved_line_get_text (SgnSavedLine *self)
{
  g_return_val_if_fail (SGN_IS_SAVED_LINE (self), NULL);

  return gtk_label_get_text (self->label);
}
