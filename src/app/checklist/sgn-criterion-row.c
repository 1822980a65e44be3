/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-criterion-row.h"

#include <glib/gi18n-lib.h>

#include "sgn-checklist-progress.h"
#include "sgn-expert-mark.h"
#include "sgn-labels.h"
#include "sgn-mark-image.h"

/* In Latin letters: so that the eye can run down the words. */
#define WORD_WIDTH 14
#define EXPERT_WIDTH 10

struct _SgnCriterionRow {
  GtkListBoxRow parent_instance;

  SgnMarkImage *mark;
  GtkBox *lines;
  GtkLabel *number;
  GtkLabel *title;
  GtkWidget *carried;
  GtkWidget *evidence_box;
  GtkLabel *evidence;
  GtkLabel *word;
  GtkWidget *expert_box;
  SgnExpertMark *expert_mark;
  GtkLabel *expert;

  guint index;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (SgnCriterionRow, sgn_criterion_row, GTK_TYPE_LIST_BOX_ROW)

static void
sgn_criterion_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_CRITERION_ROW);

  G_OBJECT_CLASS (sgn_criterion_row_parent_class)->dispose (object);
}

static void
sgn_criterion_row_class_init (SgnCriterionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_criterion_row_dispose;

  g_type_ensure (SGN_TYPE_EXPERT_MARK);
  g_type_ensure (SGN_TYPE_MARK_IMAGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-criterion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnCriterionRow, mark);
  gtk_widget_class_bind_template_child (widget_class, SgnCriterionRow, lines);
  gtk_widget_class_bind_template_child (widget_class, SgnCriterionRow, number);
  gtk_widget_class_bind_template_child (widget_class, SgnCriterionRow, title);
  gtk_widget_class_bind_template_child (widget_class, SgnCriterionRow, carried);
  gtk_widget_class_bind_template_child (widget_class, SgnCriterionRow, evidence_box);
  gtk_widget_class_bind_template_child (widget_class, SgnCriterionRow, evidence);
  gtk_widget_class_bind_template_child (widget_class, SgnCriterionRow, word);
  gtk_widget_class_bind_template_child (widget_class, SgnCriterionRow, expert_box);
  gtk_widget_class_bind_template_child (widget_class, SgnCriterionRow, expert_mark);
  gtk_widget_class_bind_template_child (widget_class, SgnCriterionRow, expert);
}

static void
sgn_criterion_row_init (SgnCriterionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_width_chars (self->word, WORD_WIDTH);
  gtk_label_set_width_chars (self->expert, EXPERT_WIDTH);
}

GtkWidget *
sgn_criterion_row_new (SgnChecklist *checklist, guint index)
{
  SgnCriterionRow *self = g_object_new (SGN_TYPE_CRITERION_ROW, NULL);
  const SgnItem *item = sgn_checklist_get_item (checklist, index);
  SgnLanguage language = sgn_language_of_user ();

  self->index = index;
  gtk_label_set_text (self->number, item->number);
  gtk_label_set_text (self->title, sgn_text_get (&item->short_title, language));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), sgn_text_get (&item->question, language));
  gtk_widget_set_visible (self->expert_box, sgn_checklist_asks_experts (checklist));
  sgn_criterion_row_refresh (self, checklist);
  return GTK_WIDGET (self);
}

guint
sgn_criterion_row_get_index (SgnCriterionRow *self)
{
  g_return_val_if_fail (SGN_IS_CRITERION_ROW (self), 0);

  return self->index;
}

static void
refresh_evidence (SgnCriterionRow *self, guint count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *words =
    g_strdup_printf (ngettext ("%u piece of evidence", "%u pieces of evidence", count), count);

  gtk_label_set_text (self->evidence, number);
  gtk_widget_set_tooltip_text (self->evidence_box, words);
  gtk_widget_set_visible (self->evidence_box, count > 0 && !self->narrow);
}

static void
refresh_expert (SgnCriterionRow *self, SgnLook look)
{
  sgn_expert_mark_set_look (self->expert_mark, look);
  gtk_label_set_text (self->expert, sgn_look_get_words (look));
  if (look == SGN_LOOK_ASKED)
    gtk_widget_remove_css_class (GTK_WIDGET (self->expert), "muted");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->expert), "muted");
}

/* The word in the column is short, a screen reader says the whole one. */
static void
refresh_name (SgnCriterionRow *self, const SgnItem *item, const char *value, SgnLook look)
{
  SgnLanguage language = sgn_language_of_user ();
  g_autoptr (GString) name = g_string_new (NULL);

  g_string_append_printf (name, _ ("No.%s %s, %s"), item->number,
                          sgn_text_get (&item->short_title, language),
                          sgn_label_value (item, value, language));
  if (gtk_widget_get_visible (self->carried))
    g_string_append_printf (name, ", %s", _ ("carried over, not yet confirmed"));
  if (gtk_widget_get_visible (self->expert_box)) {
    g_string_append (name, ", ");
    /* Translators: how far an expert was asked, as “Expert: Seen” */
    g_string_append_printf (name, _ ("Expert: %s"), sgn_look_get_words (look));
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
}

/**
 * sgn_criterion_row_refresh:
 * @self: a row
 * @checklist: the checklist, which has changed
 */
void
sgn_criterion_row_refresh (SgnCriterionRow *self, SgnChecklist *checklist)
{
  const SgnItem *item = sgn_checklist_get_item (checklist, self->index);
  const SgnAnswer *answer = sgn_checklist_get_answer (checklist, self->index);
  const char *value = sgn_checklist_get_value (checklist, self->index);
  SgnLook look = sgn_check_filter_get_look (checklist, self->index);

  g_return_if_fail (SGN_IS_CRITERION_ROW (self));

  sgn_mark_image_set_mark (self->mark, sgn_checklist_get_mark (checklist, self->index));
  sgn_mark_image_set_unsaved (self->mark, sgn_checklist_is_unsaved (checklist, self->index));
  gtk_label_set_text (self->word, sgn_label_value_short (item, value, sgn_language_of_user ()));
  gtk_widget_set_visible (self->carried, answer != NULL && answer->carried_from != NULL);
  refresh_evidence (self, sgn_checklist_count_evidence (checklist, self->index));
  refresh_expert (self, look);
  refresh_name (self, item, value, look);
}

/**
 * sgn_criterion_row_set_narrow:
 * @self: a row
 * @narrow: whether word and expert stand below the title; how much evidence there is leaves
 */
void
sgn_criterion_row_set_narrow (SgnCriterionRow *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_CRITERION_ROW (self));

  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lines),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_label_set_wrap (self->title, narrow);
  gtk_label_set_ellipsize (self->title, narrow ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (self->word, narrow ? -1 : WORD_WIDTH);
  gtk_label_set_width_chars (self->expert, narrow ? -1 : EXPERT_WIDTH);
  gtk_widget_set_visible (self->evidence_box,
                          !narrow && g_strcmp0 (gtk_label_get_text (self->evidence), "0") != 0);
}
