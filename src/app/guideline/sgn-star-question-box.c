/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-star-question-box.h"

struct _SgnStarQuestionBox {
  GtkBox parent_instance;

  GtkLabel *ask;
  GtkLabel *why;
  GtkToggleButton *yes;
  GtkToggleButton *no;
  GtkToggleButton *open;

  const SgnStarQuestion *question; /* its owner outlives the box */
};

G_DEFINE_FINAL_TYPE (SgnStarQuestionBox, sgn_star_question_box, GTK_TYPE_BOX)

enum {
  SIGNAL_REPLIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Of the two buttons that change, the one that is on tells. */
static void
toggled_cb (SgnStarQuestionBox *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[SIGNAL_REPLIED], 0);
}

static void
sgn_star_question_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_STAR_QUESTION_BOX);

  G_OBJECT_CLASS (sgn_star_question_box_parent_class)->dispose (object);
}

static void
sgn_star_question_box_class_init (SgnStarQuestionBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_star_question_box_dispose;

  signals[SIGNAL_REPLIED] = g_signal_new ("replied", SGN_TYPE_STAR_QUESTION_BOX, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-star-question-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnStarQuestionBox, ask);
  gtk_widget_class_bind_template_child (widget_class, SgnStarQuestionBox, why);
  gtk_widget_class_bind_template_child (widget_class, SgnStarQuestionBox, yes);
  gtk_widget_class_bind_template_child (widget_class, SgnStarQuestionBox, no);
  gtk_widget_class_bind_template_child (widget_class, SgnStarQuestionBox, open);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
sgn_star_question_box_init (SgnStarQuestionBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_star_question_box_new:
 * @question: a question, which outlives the box
 *
 * Returns: a new box, nothing being known
 */
GtkWidget *
sgn_star_question_box_new (const SgnStarQuestion *question)
{
  SgnStarQuestionBox *self = g_object_new (SGN_TYPE_STAR_QUESTION_BOX, NULL);

  self->question = question;
  gtk_label_set_text (self->why, sgn_text_get (&question->why, sgn_language_of_user ()));
  sgn_star_question_box_set_side (self, SGN_SIDE_SUPPLIER);
  return GTK_WIDGET (self);
}

void
sgn_star_question_box_set_side (SgnStarQuestionBox *self, SgnSide side)
{
  g_return_if_fail (SGN_IS_STAR_QUESTION_BOX (self));

  gtk_label_set_text (self->ask,
                      sgn_text_get (&self->question->ask[side], sgn_language_of_user ()));
}

SgnReply
sgn_star_question_box_get_reply (SgnStarQuestionBox *self)
{
  g_return_val_if_fail (SGN_IS_STAR_QUESTION_BOX (self), SGN_REPLY_OPEN);

  if (gtk_toggle_button_get_active (self->yes))
    return SGN_REPLY_YES;
  return gtk_toggle_button_get_active (self->no) ? SGN_REPLY_NO : SGN_REPLY_OPEN;
}

void
sgn_star_question_box_set_reply (SgnStarQuestionBox *self, SgnReply reply)
{
  GtkToggleButton *button;

  g_return_if_fail (SGN_IS_STAR_QUESTION_BOX (self));

  button = reply == SGN_REPLY_YES ? self->yes : reply == SGN_REPLY_NO ? self->no : self->open;
  gtk_toggle_button_set_active (button, TRUE);
}
