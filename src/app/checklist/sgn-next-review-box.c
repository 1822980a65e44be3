/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-next-review-box.h"

#include <glib/gi18n-lib.h>

#include "sgn-checklist-words.h"
#include "sgn-typed-date.h"

struct _SgnNextReviewBox {
  GtkBox parent_instance;

  GtkLabel *words;
  GtkEditable *date;
  GtkWidget *year_button;
  GtkWidget *wrong;

  SgnChecklist *checklist;
  guint index;
};

G_DEFINE_FINAL_TYPE (SgnNextReviewBox, sgn_next_review_box, GTK_TYPE_BOX)

static void
show_date (SgnNextReviewBox *self, const char *date)
{
  g_autofree char *words = date != NULL ? sgn_date_to_words (date, sgn_language_of_user ()) : NULL;

  gtk_label_set_text (self->words, words != NULL ? words : "");
  gtk_editable_set_text (self->date, date != NULL ? date : "");
  gtk_widget_set_visible (self->wrong, FALSE);
}

/* When Enter is pressed or the field is left; what is no date stays, to be mended. */
static void
typed_cb (SgnNextReviewBox *self)
{
  g_autofree char *typed = NULL;
  g_autofree char *date = NULL;

  if (self->checklist == NULL || !sgn_checklist_is_editable (self->checklist))
    return;
  typed = g_strstrip (g_strdup (gtk_editable_get_text (self->date)));
  date = *typed != '\0' ? sgn_date_from_typed (typed) : g_strdup ("");
  gtk_widget_set_visible (self->wrong, date == NULL);
  if (date != NULL)
    sgn_checklist_set_next_review (self->checklist, self->index, date);
}

/* The same day of the next year; 29 February becomes 28. */
static char *
dup_in_a_year (SgnNextReviewBox *self)
{
  SgnClock *clock = sgn_session_get_clock (sgn_checklist_get_session (self->checklist));
  g_autofree char *now = sgn_clock_now (clock);
  g_autofree char *today = sgn_time_get_date (now);
  int year = (int) g_ascii_strtoll (today, NULL, 10) + 1;
  char *next = g_strdup_printf ("%04d%s", year, today + 4);

  if (sgn_date_is_valid (next))
    return next;
  g_free (next);
  return g_strdup_printf ("%04d-02-28", year);
}

static void
year_cb (SgnNextReviewBox *self)
{
  g_autofree char *date = dup_in_a_year (self);

  sgn_checklist_set_next_review (self->checklist, self->index, date);
}

static void
sgn_next_review_box_dispose (GObject *object)
{
  SgnNextReviewBox *self = SGN_NEXT_REVIEW_BOX (object);

  g_clear_object (&self->checklist);
  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_NEXT_REVIEW_BOX);

  G_OBJECT_CLASS (sgn_next_review_box_parent_class)->dispose (object);
}

static void
sgn_next_review_box_class_init (SgnNextReviewBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_next_review_box_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-next-review-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnNextReviewBox, words);
  gtk_widget_class_bind_template_child (widget_class, SgnNextReviewBox, date);
  gtk_widget_class_bind_template_child (widget_class, SgnNextReviewBox, year_button);
  gtk_widget_class_bind_template_child (widget_class, SgnNextReviewBox, wrong);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_cb);
}

static void
sgn_next_review_box_init (SgnNextReviewBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_next_review_box_show_item:
 * @self: a box
 * @checklist: the checklist
 * @index: the item on the screen
 */
void
sgn_next_review_box_show_item (SgnNextReviewBox *self, SgnChecklist *checklist, guint index)
{
  gboolean editable = sgn_checklist_is_editable (checklist);
  gboolean another;

  g_return_if_fail (SGN_IS_NEXT_REVIEW_BOX (self));

  another = self->checklist == NULL || self->index != index;
  g_set_object (&self->checklist, checklist);
  self->index = index;
  gtk_editable_set_editable (self->date, editable);
  gtk_widget_set_visible (self->year_button, editable);
  /* What is being typed is not taken away. */
  if (another || !gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->date))))
    show_date (self, sgn_checklist_get_next_review (checklist, index));
}
