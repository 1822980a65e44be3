/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-answer-row.h"

#include "sgn-labels.h"
#include "sgn-mark-image.h"
#include "sgn-text-size.h"

struct _SgnAnswerRow {
  GtkCheckButton parent_instance;

  SgnMarkImage *mark;
  GtkLabel *word;
  GtkLabel *means;
  GtkLabel *points_beside; /* beside the word when narrow */
  GtkLabel *points;
  GtkLabel *key;

  const SgnScaleValue *value;
};

G_DEFINE_FINAL_TYPE (SgnAnswerRow, sgn_answer_row, GTK_TYPE_CHECK_BUTTON)

static void
sgn_answer_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_ANSWER_ROW);

  G_OBJECT_CLASS (sgn_answer_row_parent_class)->dispose (object);
}

static void
sgn_answer_row_class_init (SgnAnswerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_answer_row_dispose;

  g_type_ensure (SGN_TYPE_MARK_IMAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-answer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnAnswerRow, mark);
  gtk_widget_class_bind_template_child (widget_class, SgnAnswerRow, word);
  gtk_widget_class_bind_template_child (widget_class, SgnAnswerRow, means);
  gtk_widget_class_bind_template_child (widget_class, SgnAnswerRow, points_beside);
  gtk_widget_class_bind_template_child (widget_class, SgnAnswerRow, points);
  gtk_widget_class_bind_template_child (widget_class, SgnAnswerRow, key);
}

static void
sgn_answer_row_init (SgnAnswerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_points (SgnAnswerRow *self, const SgnItem *item)
{
  g_autofree char *points = NULL;

  if (g_strcmp0 (item->scale->kind, "points") != 0 || self->value->mark == SGN_MARK_NOT_APPLICABLE)
    return;
  points = sgn_label_points (self->value->points);
  gtk_label_set_text (self->points, points);
  gtk_label_set_text (self->points_beside, points);
}

/**
 * sgn_answer_row_new:
 * @item: an item; its catalogue must outlive the row
 * @value: one of the values of its scale
 *
 * Returns: a row that chooses @value
 */
GtkWidget *
sgn_answer_row_new (const SgnItem *item, const SgnScaleValue *value)
{
  SgnAnswerRow *self = g_object_new (SGN_TYPE_ANSWER_ROW, NULL);
  SgnLanguage language = sgn_language_of_user ();
  const char key[] = { sgn_label_key (item, value), '\0' };
  g_autofree char *name = sgn_label_answer (item, value, key[0] != '\0' ? key : NULL, language);

  self->value = value;
  sgn_mark_image_set_mark (self->mark, value->mark);
  gtk_label_set_text (self->word, sgn_text_get (&value->label, language));
  gtk_label_set_text (self->means, sgn_text_get (&value->means, language));
  gtk_label_set_text (self->key, key);
  fill_points (self, item);
  sgn_answer_row_set_narrow (self, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

const SgnScaleValue *
sgn_answer_row_get_value (SgnAnswerRow *self)
{
  g_return_val_if_fail (SGN_IS_ANSWER_ROW (self), NULL);

  return self->value;
}

/**
 * sgn_answer_row_set_chosen:
 * @self: a row
 * @chosen: whether it is the answer
 * @unsaved: whether the disk does not have it
 */
void
sgn_answer_row_set_chosen (SgnAnswerRow *self, gboolean chosen, gboolean unsaved)
{
  g_return_if_fail (SGN_IS_ANSWER_ROW (self));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self), chosen);
  sgn_mark_image_set_unsaved (self->mark, chosen && unsaved);
  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}

/**
 * sgn_answer_row_set_narrow:
 * @self: a row
 * @narrow: whether there is no room for a column of points; the key goes too, but not when large
 *   letters are the reason: whoever needs them is helped most by keys
 */
void
sgn_answer_row_set_narrow (SgnAnswerRow *self, gboolean narrow)
{
  gboolean has_key;
  gboolean large;

  g_return_if_fail (SGN_IS_ANSWER_ROW (self));

  has_key = *gtk_label_get_text (self->key) != '\0';
  large = sgn_text_is_large (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->points), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->points_beside), narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->key), has_key && (!narrow || large));
}
