/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-previous-box.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-labels.h"
#include "sgn-mark-image.h"
#include "sgn-previous.h"

struct _SgnPreviousBox {
  GtkBox parent_instance;

  GtkLabel *date;
  SgnMarkImage *mark;
  GtkLabel *word;
  GtkLabel *fact;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (SgnPreviousBox, sgn_previous_box, GTK_TYPE_BOX)

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

  g_type_ensure (SGN_TYPE_MARK_IMAGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-previous-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnPreviousBox, date);
  gtk_widget_class_bind_template_child (widget_class, SgnPreviousBox, mark);
  gtk_widget_class_bind_template_child (widget_class, SgnPreviousBox, word);
  gtk_widget_class_bind_template_child (widget_class, SgnPreviousBox, fact);
  gtk_widget_class_bind_template_child (widget_class, SgnPreviousBox, note);
}

static void
sgn_previous_box_init (SgnPreviousBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* “2 points ・ edition 3.1 No.11” */
static char *
dup_fact (const SgnPrevious *previous, SgnLanguage language)
{
  const SgnScaleValue *value = sgn_item_find_value (previous->item, previous->answer->value);
  g_autofree char *number = g_strdup_printf (_ ("No.%s"), previous->item->number);
  g_autofree char *points = NULL;

  if (value == NULL || g_strcmp0 (previous->item->scale->kind, "points") != 0)
    return g_strdup_printf ("%s %s", sgn_text_get (&previous->catalogue->edition_label, language),
                            number);
  points = sgn_label_points (value->points);
  return g_strdup_printf ("%s ・ %s %s", points,
                          sgn_text_get (&previous->catalogue->edition_label, language), number);
}

static char *
dup_note (const SgnPrevious *previous, const SgnRecord *record, SgnLanguage language)
{
  const SgnPerson *person = sgn_record_find_person (record, previous->answer->person);
  const char *name = person != NULL ? person->name : "";

  if (previous->answer->note == NULL || *previous->answer->note == '\0')
    return g_strdup (name);
  if (language == SGN_LANGUAGE_JA)
    return g_strdup_printf ("「%s」　%s", previous->answer->note, name);
  return g_strdup_printf ("“%s” %s", previous->answer->note, name);
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
  SgnLanguage language = sgn_language_of_user ();
  SgnRecord *record = sgn_session_get_record (sgn_checklist_get_session (checklist));
  SgnPrevious previous;
  SgnMark mark;
  g_autofree char *day = NULL;
  g_autofree char *date = NULL;
  g_autofree char *fact = NULL;
  g_autofree char *note = NULL;

  g_return_if_fail (SGN_IS_PREVIOUS_BOX (self));

  if (!sgn_previous_find (checklist, index, &previous)) {
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    return;
  }
  mark = sgn_item_get_mark (previous.item, previous.answer->value);
  day = sgn_time_get_date (previous.date != NULL ? previous.date : previous.answer->at);
  date = sgn_date_to_words (day, language);
  fact = dup_fact (&previous, language);
  note = dup_note (&previous, record, language);
  gtk_label_set_text (self->date, date);
  sgn_mark_image_set_mark (self->mark, mark);
  gtk_label_set_text (self->word, sgn_label_mark (previous.item, mark, language));
  gtk_label_set_text (self->fact, fact);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
