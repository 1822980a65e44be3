/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-work-bar.h"

#include <glib/gi18n-lib.h>

/* In milliseconds: what takes less does not flash up. */
#define PATIENCE 400

struct _SgnWorkBar {
  GtkBox parent_instance;

  GtkLabel *words;
  GtkProgressBar *bar;
  GtkWidget *stop_button;

  GCancellable *cancellable; /* (nullable): of the work under way */
  guint timeout;
};

G_DEFINE_FINAL_TYPE (SgnWorkBar, sgn_work_bar, GTK_TYPE_BOX)

static gboolean
show_cb (gpointer user_data)
{
  SgnWorkBar *self = user_data;

  self->timeout = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return G_SOURCE_REMOVE;
}

static void
stop_cb (SgnWorkBar *self)
{
  gtk_widget_set_sensitive (self->stop_button, FALSE);
  gtk_label_set_text (self->words, _ ("Stopping…"));
  g_cancellable_cancel (self->cancellable);
}

static void
sgn_work_bar_dispose (GObject *object)
{
  SgnWorkBar *self = SGN_WORK_BAR (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_WORK_BAR);

  G_OBJECT_CLASS (sgn_work_bar_parent_class)->dispose (object);
}

static void
sgn_work_bar_class_init (SgnWorkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_work_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-work-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnWorkBar, words);
  gtk_widget_class_bind_template_child (widget_class, SgnWorkBar, bar);
  gtk_widget_class_bind_template_child (widget_class, SgnWorkBar, stop_button);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
sgn_work_bar_init (SgnWorkBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_work_bar_begin:
 * @self: a bar of no work
 *
 * Waits a moment, then shows how far the work is, until sgn_work_bar_end().
 *
 * Returns: (transfer full): what stops the work when its button is pressed
 */
GCancellable *
sgn_work_bar_begin (SgnWorkBar *self)
{
  g_return_val_if_fail (SGN_IS_WORK_BAR (self), NULL);
  g_return_val_if_fail (self->cancellable == NULL, NULL);

  self->cancellable = g_cancellable_new ();
  gtk_widget_set_sensitive (self->stop_button, TRUE);
  gtk_label_set_text (self->words, _ ("Making the sheets…"));
  gtk_progress_bar_set_fraction (self->bar, 0);
  self->timeout = g_timeout_add (PATIENCE, show_cb, self);
  return g_object_ref (self->cancellable);
}

void
sgn_work_bar_show_progress (SgnWorkBar *self, const SgnProgress *progress)
{
  g_autofree char *words = NULL;

  g_return_if_fail (SGN_IS_WORK_BAR (self));

  gtk_progress_bar_set_fraction (self->bar, progress->fraction);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  words = sgn_progress_dup_words (progress);
  gtk_label_set_text (self->words, words);
}

void
sgn_work_bar_end (SgnWorkBar *self)
{
  g_return_if_fail (SGN_IS_WORK_BAR (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
