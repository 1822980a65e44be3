/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-previous-box.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-date.h"
#include "sgn-labels.h"
#include "sgn-mark-image.h"

struct _SgnPreviousBox {
  GtkBox parent_instance;

  GtkLabel *date;
  SgnMarkImage *mark;
  GtkLabel *word;
  GtkLabel *fact;
  GtkLabel *note;
  GtkWidget *same_button;
  GtkLabel *refusal;
};

G_DEFINE_FINAL_TYPE (SgnPreviousBox, sgn_previous_box, GTK_TYPE_BOX)

enum {
  SIGNAL_CONFIRMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
same_cb (SgnPreviousBox *self)
{
  g_signal_emit (self, signals[SIGNAL_CONFIRMED], 0);
}

static void
sgn_previous_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_PREVIOUS_BOX);

  G_OBJECT_CLASS (sgn_previous_box_parent_class)->dispose (object);
}

static void
sgn_previous_box_class_init (SgnPreviousBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_previous_box_dispose;

  signals[SIGNAL_CONFIRMED] = g_signal_new ("confirmed", SGN_TYPE_PREVIOUS_BOX, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SGN_TYPE_MARK_IMAGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-previous-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnPreviousBox, date);
  gtk_widget_class_bind_template_child (widget_class, SgnPreviousBox, mark);
  gtk_widget_class_bind_template_child (widget_class, SgnPreviousBox, word);
  gtk_widget_class_bind_template_child (widget_class, SgnPreviousBox, fact);
  gtk_widget_class_bind_template_child (widget_class, SgnPreviousBox, note);
  gtk_widget_class_bind_template_child (widget_class, SgnPreviousBox, same_button);
  gtk_widget_class_bind_template_child (widget_class, SgnPreviousBox, refusal);
  gtk_widget_class_bind_template_callback (widget_class, same_cb);
}

static void
sgn_previous_box_init (SgnPreviousBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* “2 points ・ edition 3.1 No.11” */
static char *
dup_fact (const SgnCatalogue *catalogue, const SgnLastAnswer *last, SgnLanguage language)
{
  const char *edition = sgn_text_get (&catalogue->edition_label, language);
  g_autofree char *number = g_strdup_printf (_ ("No.%s"), last->item->number);
  g_autofree char *points = NULL;

  if (g_strcmp0 (last->item->scale->kind, "points") != 0)
    return g_strdup_printf ("%s %s", edition, number);
  points = sgn_label_points (last->value->points);
  return g_strdup_printf ("%s ・ %s %s", points, edition, number);
}

static char *
dup_note (const SgnAnswer *answer, const SgnRecord *record, SgnLanguage language)
{
  const SgnPerson *person = sgn_record_find_person (record, answer->person);
  const char *name = person != NULL ? person->name : "";

  if (answer->note == NULL || *answer->note == '\0')
    return g_strdup (name);
  if (language == SGN_LANGUAGE_JA)
    return g_strdup_printf ("「%s」　%s", answer->note, name);
  return g_strdup_printf ("“%s” %s", answer->note, name);
}

static char *
dup_date (const SgnLast *last, const SgnAnswer *answer, SgnLanguage language)
{
  const char *closed_at = last->assessment->closed_at;
  g_autofree char *day = sgn_time_get_date (closed_at != NULL ? closed_at : answer->at);

  return sgn_date_to_words (day, language);
}

static void
fill (SgnPreviousBox *self, const SgnCheckAnswers *answers, const SgnLastAnswer *last)
{
  SgnLanguage language = sgn_language_of_user ();
  g_autofree char *date = dup_date (answers->last, last->answer, language);
  g_autofree char *fact = dup_fact (answers->last->catalogue, last, language);
  g_autofree char *note = dup_note (last->answer, answers->record, language);

  gtk_label_set_text (self->date, date);
  sgn_mark_image_set_mark (self->mark, last->value->mark);
  gtk_label_set_text (self->word, sgn_text_get (&last->value->label, language));
  gtk_label_set_text (self->fact, fact);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
}

/* A sentence stays where the eye is, and is long: no toast. */
static void
tell_refusal (SgnPreviousBox *self, const char *refusal)
{
  gboolean news = refusal != NULL && g_strcmp0 (gtk_label_get_text (self->refusal), refusal) != 0;

  gtk_label_set_text (self->refusal, refusal != NULL ? refusal : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), refusal != NULL);
  if (news)
    sgn_announce (GTK_WIDGET (self), refusal);
}

/**
 * sgn_previous_box_show_answer:
 * @self: a box
 * @checklist: the checklist
 * @index: the item on the screen
 */
void
sgn_previous_box_show_answer (SgnPreviousBox *self, SgnChecklist *checklist, guint index)
{
  const SgnCheckAnswers *answers = sgn_checklist_get_answers (checklist);
  SgnLastAnswer last;

  g_return_if_fail (SGN_IS_PREVIOUS_BOX (self));

  last = sgn_last_find_answer (answers->last, sgn_checklist_get_item (checklist, index));
  if (last.state == SGN_LAST_ANSWERED)
    fill (self, answers, &last);
  gtk_widget_set_visible (self->same_button, sgn_checklist_can_confirm (checklist, index));
  tell_refusal (self, sgn_checklist_get_refusal (checklist, index));
  gtk_widget_set_visible (GTK_WIDGET (self), last.state == SGN_LAST_ANSWERED);
}
