/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-item-row.h"

#include <glib/gi18n-lib.h>

#include "sgn-checklist-progress.h"
#include "sgn-labels.h"
#include "sgn-mark-image.h"

struct _SgnItemRow {
  GtkListBoxRow parent_instance;

  SgnMarkImage *mark;
  GtkBox *lines;
  GtkLabel *title;
  GtkLabel *question;
  GtkWidget *evidence_box;
  GtkLabel *evidence;
  GtkLabel *word;
  GtkLabel *day;

  guint index;
};

G_DEFINE_FINAL_TYPE (SgnItemRow, sgn_item_row, GTK_TYPE_LIST_BOX_ROW)

static void
sgn_item_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_ITEM_ROW);

  G_OBJECT_CLASS (sgn_item_row_parent_class)->dispose (object);
}

static void
sgn_item_row_class_init (SgnItemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_item_row_dispose;

  g_type_ensure (SGN_TYPE_MARK_IMAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-item-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnItemRow, mark);
  gtk_widget_class_bind_template_child (widget_class, SgnItemRow, lines);
  gtk_widget_class_bind_template_child (widget_class, SgnItemRow, title);
  gtk_widget_class_bind_template_child (widget_class, SgnItemRow, question);
  gtk_widget_class_bind_template_child (widget_class, SgnItemRow, evidence_box);
  gtk_widget_class_bind_template_child (widget_class, SgnItemRow, evidence);
  gtk_widget_class_bind_template_child (widget_class, SgnItemRow, word);
  gtk_widget_class_bind_template_child (widget_class, SgnItemRow, day);
}

static void
sgn_item_row_init (SgnItemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_item_row_new:
 * @checklist: the checklist
 * @index: of the item
 *
 * Returns: a row for the item
 */
GtkWidget *
sgn_item_row_new (SgnChecklist *checklist, guint index)
{
  SgnItemRow *self = g_object_new (SGN_TYPE_ITEM_ROW, NULL);
  const SgnItem *item = sgn_checklist_get_item (checklist, index);
  SgnLanguage language = sgn_language_of_user ();
  g_autofree char *title =
    g_strdup_printf ("%s　%s", item->number, sgn_text_get (&item->short_title, language));

  self->index = index;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->question, sgn_text_get (&item->question, language));
  sgn_item_row_refresh (self, checklist);
  return GTK_WIDGET (self);
}

guint
sgn_item_row_get_index (SgnItemRow *self)
{
  g_return_val_if_fail (SGN_IS_ITEM_ROW (self), 0);

  return self->index;
}

static void
refresh_evidence (SgnItemRow *self, guint count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *words =
    g_strdup_printf (ngettext ("%u piece of evidence", "%u pieces of evidence", count), count);

  gtk_label_set_text (self->evidence, number);
  gtk_widget_set_tooltip_text (self->evidence_box, words);
  gtk_widget_set_visible (self->evidence_box, count > 0);
}

/**
 * sgn_item_row_refresh:
 * @self: a row
 * @checklist: the checklist, which has changed
 */
void
sgn_item_row_refresh (SgnItemRow *self, SgnChecklist *checklist)
{
  const SgnItem *item = sgn_checklist_get_item (checklist, self->index);
  const SgnAnswer *answer = sgn_checklist_get_answer (checklist, self->index);
  SgnMark mark = sgn_checklist_get_mark (checklist, self->index);
  SgnLanguage language = sgn_language_of_user ();
  g_autofree char *now =
    sgn_clock_now (sgn_session_get_clock (sgn_checklist_get_session (checklist)));
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;
  const char *word =
    sgn_label_value (item, sgn_checklist_get_value (checklist, self->index), language);

  g_return_if_fail (SGN_IS_ITEM_ROW (self));

  day = sgn_label_day (answer != NULL && mark != SGN_MARK_NONE ? answer->at : NULL, now, language);
  sgn_mark_image_set_mark (self->mark, mark);
  sgn_mark_image_set_unsaved (self->mark, sgn_checklist_is_unsaved (checklist, self->index));
  gtk_label_set_text (self->word, word);
  gtk_label_set_text (self->day, day);
  refresh_evidence (self, sgn_checklist_count_evidence (checklist, self->index));
  /* Translators: number of the question, its title, its state, as a screen reader says it */
  name = g_strdup_printf (_ ("No.%s %s, %s"), item->number,
                          sgn_text_get (&item->short_title, language), word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * sgn_item_row_set_narrow:
 * @self: a row
 * @narrow: whether evidence, word and day stand below the question
 */
void
sgn_item_row_set_narrow (SgnItemRow *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_ITEM_ROW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lines),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_label_set_width_chars (self->word, narrow ? -1 : 16);
  gtk_label_set_width_chars (self->day, narrow ? -1 : 8);
  gtk_label_set_xalign (self->day, narrow ? 0 : 1);
}
