/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-question-side.h"

#include <glib/gi18n-lib.h>

#include "sgn-related-box.h"

struct _SgnQuestionSide {
  GtkBox parent_instance;

  GtkWidget *figures_box;
  GtkLabel *figures;
  GtkWidget *caution_box;
  GtkLabel *caution;
  GtkWidget *why_box;
  GtkLabel *why;
  SgnRelatedBox *related;
  GtkLabel *remark;
};

G_DEFINE_FINAL_TYPE (SgnQuestionSide, sgn_question_side, GTK_TYPE_BOX)

static void
set_optional (GtkWidget *box, GtkLabel *label, const char *text)
{
  gtk_widget_set_visible (box, text != NULL);
  gtk_label_set_text (label, text != NULL ? text : "");
}

/* (nullable): one figure a line */
static char *
dup_figures (const SgnItem *item, SgnLanguage language)
{
  GString *lines = NULL;

  for (guint i = 0; i < item->figures->len; i++) {
    if (lines == NULL)
      lines = g_string_new (NULL);
    else
      g_string_append_c (lines, '\n');
    g_string_append (lines, sgn_text_get (g_ptr_array_index (item->figures, i), language));
  }
  return lines != NULL ? g_string_free (lines, FALSE) : NULL;
}

/* (nullable): how far the item has been held against the official text */
static const char *
find_remark (const SgnCatalogue *catalogue, const SgnItem *item, SgnLanguage language)
{
  switch (item->confidence) {
  case SGN_CONFIDENCE_INHERITED:
    return sgn_text_get (&catalogue->inherited_note, language);
  case SGN_CONFIDENCE_REPORTED:
  case SGN_CONFIDENCE_UNVERIFIED:
    return _ ("To be checked against the official text.");
  case SGN_CONFIDENCE_CONFIRMED:
  default:
    return NULL;
  }
}

static void
sgn_question_side_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_QUESTION_SIDE);

  G_OBJECT_CLASS (sgn_question_side_parent_class)->dispose (object);
}

static void
sgn_question_side_class_init (SgnQuestionSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_question_side_dispose;

  g_type_ensure (SGN_TYPE_RELATED_BOX);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-question-side.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionSide, figures_box);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionSide, figures);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionSide, caution_box);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionSide, caution);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionSide, why_box);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionSide, why);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionSide, related);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionSide, remark);
}

static void
sgn_question_side_init (SgnQuestionSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_question_side_show_item:
 * @self: the side of a question
 * @checklist: the checklist
 * @index: the item on the screen
 */
void
sgn_question_side_show_item (SgnQuestionSide *self, SgnChecklist *checklist, guint index)
{
  const SgnItem *item = sgn_checklist_get_item (checklist, index);
  SgnCatalogue *catalogue = sgn_checklist_get_catalogue (checklist);
  SgnLanguage language = sgn_language_of_user ();
  g_autofree char *figures = dup_figures (item, language);

  g_return_if_fail (SGN_IS_QUESTION_SIDE (self));

  set_optional (self->figures_box, self->figures, figures);
  set_optional (self->caution_box, self->caution, sgn_text_get (&item->caution, language));
  set_optional (self->why_box, self->why, sgn_text_get (&item->why, language));
  set_optional (GTK_WIDGET (self->remark), self->remark, find_remark (catalogue, item, language));
  sgn_related_box_show_item (self->related, checklist, index);
}
