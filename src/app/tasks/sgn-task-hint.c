/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-task-hint.h"

#include <glib/gi18n-lib.h>

#include "sgn-labels.h"
#include "sgn-mark-image.h"

#define MARK_SIZE 28

struct _SgnTaskHint {
  GtkBox parent_instance;

  SgnMarkImage *mark;
  GtkLabel *title;
  GtkLabel *sentence;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (SgnTaskHint, sgn_task_hint, GTK_TYPE_BOX)

enum {
  SIGNAL_ADD,
  SIGNAL_DECLINE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
add_cb (SgnTaskHint *self)
{
  g_signal_emit (self, signals[SIGNAL_ADD], 0);
}

static void
decline_cb (SgnTaskHint *self)
{
  g_signal_emit (self, signals[SIGNAL_DECLINE], 0);
}

static GtkLabel *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
add_button (SgnTaskHint *self, const char *words, const char *css_class, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static void
sgn_task_hint_class_init (SgnTaskHintClass *klass)
{
  signals[SIGNAL_ADD] = g_signal_new ("add", SGN_TYPE_TASK_HINT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DECLINE] = g_signal_new ("decline", SGN_TYPE_TASK_HINT, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
sgn_task_hint_init (SgnTaskHint *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->mark = g_object_new (SGN_TYPE_MARK_IMAGE, "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, "size", MARK_SIZE, NULL);
  self->title = make_label ("heading");
  self->sentence = make_label ("sg-small");
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "hintbox");
  gtk_widget_set_hexpand (line, TRUE);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_halign (self->buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->mark));
  gtk_box_append (GTK_BOX (line), lines);
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), self->buttons);
  add_button (self, _ ("_Decline"), "flat", G_CALLBACK (decline_cb));
  add_button (self, _ ("A_dd It"), NULL, G_CALLBACK (add_cb));
}

static void
show_sentence (SgnTaskHint *self, guint others)
{
  g_autofree char *more =
    g_strdup_printf (ngettext ("Nothing is planned for it yet. There is %u more.",
                               "Nothing is planned for it yet. There are %u more.", others),
                     others);

  gtk_label_set_text (self->sentence, others > 0 ? more : _ ("Nothing is planned for it yet."));
}

/* The answer of the company as a whole; where only its sites have one, the question alone. */
static char *
dup_title (const SgnPlanLine *line, const SgnAnswer *answer)
{
  SgnLanguage language = sgn_language_of_user ();
  const char *question = sgn_text_get (&line->item->short_title, language);

  if (answer == NULL)
    return g_strdup_printf (_ ("No.%s %s"), line->item->number, question);
  return g_strdup_printf (_ ("No.%s %s: %s"), line->item->number, question,
                          sgn_label_value (line->item, answer->value, language));
}

void
sgn_task_hint_show (SgnTaskHint *self, const SgnTaskBoard *board, gboolean writable)
{
  const SgnPlanLine *line;
  const SgnAnswer *answer;
  g_autofree char *title = NULL;

  g_return_if_fail (SGN_IS_TASK_HINT (self));

  gtk_widget_set_visible (GTK_WIDGET (self), writable && board->proposals->len > 0);
  if (board->proposals->len == 0)
    return;
  line = g_ptr_array_index (board->proposals, 0);
  answer = sgn_assessment_find_answer (line->assessment, line->item->id);
  title = dup_title (line, answer);
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), answer != NULL);
  if (answer != NULL)
    sgn_mark_image_set_mark (self->mark, sgn_item_get_mark (line->item, answer->value));
  show_sentence (self, board->proposals->len - 1);
}

void
sgn_task_hint_set_narrow (SgnTaskHint *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_TASK_HINT (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
