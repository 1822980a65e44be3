/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-new-step.h"

#include <glib/gi18n-lib.h>

struct _SgnNewStep {
  GtkListBoxRow parent_instance;

  SgnDeclareMark *mark;
  GtkLabel *title;
  GtkLabel *about;
  GtkWidget *skip_button;
  GtkBox *body;

  char *words; /* what it is about */
  SgnStepState state;
};

G_DEFINE_FINAL_TYPE (SgnNewStep, sgn_new_step, GTK_TYPE_LIST_BOX_ROW)

enum {
  SIGNAL_TAKEN,
  SIGNAL_SKIPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
next_cb (SgnNewStep *self)
{
  g_signal_emit (self, signals[SIGNAL_TAKEN], 0);
}

static void
skip_cb (SgnNewStep *self)
{
  g_signal_emit (self, signals[SIGNAL_SKIPPED], 0);
}

static void
sgn_new_step_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_NEW_STEP);

  G_OBJECT_CLASS (sgn_new_step_parent_class)->dispose (object);
}

static void
sgn_new_step_finalize (GObject *object)
{
  g_clear_pointer (&SGN_NEW_STEP (object)->words, g_free);

  G_OBJECT_CLASS (sgn_new_step_parent_class)->finalize (object);
}

static void
sgn_new_step_class_init (SgnNewStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_new_step_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_new_step_finalize;

  signals[SIGNAL_TAKEN] = g_signal_new ("taken", SGN_TYPE_NEW_STEP, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SKIPPED] = g_signal_new ("skipped", SGN_TYPE_NEW_STEP, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-new-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnNewStep, title);
  gtk_widget_class_bind_template_child (widget_class, SgnNewStep, about);
  gtk_widget_class_bind_template_child (widget_class, SgnNewStep, skip_button);
  gtk_widget_class_bind_template_child (widget_class, SgnNewStep, body);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
}

static void
sgn_new_step_init (SgnNewStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_new_step_new:
 * @number: which of them it is, from 1
 * @title: what it is called
 * @about: what it is good for, and how long it takes
 * @question: (transfer full): what is asked
 *
 * Returns: a step that comes later
 */
GtkWidget *
sgn_new_step_new (guint number, const char *title, const char *about, GtkWidget *question)
{
  SgnNewStep *self = g_object_new (SGN_TYPE_NEW_STEP, NULL);
  g_autofree char *skip = g_strdup_printf (_ ("Skip: %s"), title);

  self->words = g_strdup (about);
  self->mark = SGN_DECLARE_MARK (sgn_declare_mark_new (number, TRUE, TRUE));
  gtk_widget_set_valign (GTK_WIDGET (self->mark), GTK_ALIGN_CENTER);
  gtk_widget_insert_before (GTK_WIDGET (self->mark),
                            gtk_widget_get_parent (
                              gtk_widget_get_parent (GTK_WIDGET (self->title))),
                            gtk_widget_get_parent (GTK_WIDGET (self->title)));
  gtk_label_set_text (self->title, title);
  gtk_widget_set_hexpand (question, TRUE);
  gtk_box_prepend (self->body, question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->skip_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  skip, -1);
  sgn_new_step_set_state (self, SGN_STEP_LATER, NULL);
  return GTK_WIDGET (self);
}

void
sgn_new_step_set_state (SgnNewStep *self, SgnStepState state, const char *fact)
{
  const char *about;

  g_return_if_fail (SGN_IS_NEW_STEP (self));

  about = fact != NULL ? fact : self->words;
  self->state = state;
  sgn_declare_mark_set_state (self->mark, state);
  gtk_label_set_text (self->about, about);
  gtk_widget_set_visible (GTK_WIDGET (self->body), state == SGN_STEP_NOW);
  gtk_widget_set_visible (self->skip_button, state != SGN_STEP_DONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
}

SgnStepState
sgn_new_step_get_state (SgnNewStep *self)
{
  g_return_val_if_fail (SGN_IS_NEW_STEP (self), SGN_STEP_LATER);

  return self->state;
}

void
sgn_new_step_take (SgnNewStep *self)
{
  g_return_if_fail (SGN_IS_NEW_STEP (self));

  next_cb (self);
}
