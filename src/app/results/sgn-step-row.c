/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-step-row.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-mark-image.h"
#include "sgn-result-words.h"

#define MARK 26

struct _SgnStepRow {
  AdwActionRow parent_instance;

  GtkWidget *gain;
  GtkWidget *plan_button; /* (nullable): where nothing is planned yet */
  GtkWidget *open_button;
};

G_DEFINE_FINAL_TYPE (SgnStepRow, sgn_step_row, ADW_TYPE_ACTION_ROW)

static void
sgn_step_row_class_init (SgnStepRowClass *klass)
{
}

static void
sgn_step_row_init (SgnStepRow *self)
{
}

static char *
dup_title (const SgnItem *item)
{
  const char *title = sgn_text_get (&item->short_title, sgn_language_of_user ());

  /* Translators: a question, by its number and short title */
  return g_strdup_printf (_ ("No. %s　%s"), item->number, title);
}

/* What is planned, else what would be a way to begin. */
static char *
dup_subtitle (const SgnFirstStep *step)
{
  SgnLanguage language = sgn_language_of_user ();
  const char *action = sgn_text_get (&step->item->action, language);
  const char *task = NULL;
  g_autofree char *due = NULL;

  if (step->task == NULL)
    return g_strdup (action != NULL ? action : "");
  task = sgn_task_get_title (step->task, language);
  due = step->task->due != NULL ? sgn_date_to_words (step->task->due, language) : NULL;
  if (due == NULL)
    return g_strdup_printf (_ ("Planned: %s"), task);
  /* Translators: a task, and the day it is due */
  return g_strdup_printf (_ ("Planned: %s – by %s"), task, due);
}

static GtkWidget *
add_button (SgnStepRow *self, const char *words, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self, NULL, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  return button;
}

static void
add_mark (SgnStepRow *self, const SgnFirstStep *step)
{
  GtkWidget *mark = sgn_mark_image_new (step->value->mark, MARK);
  const char *word = sgn_text_get (&step->value->label, sgn_language_of_user ());

  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (mark, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), mark);
}

static void
add_gain (SgnStepRow *self, const SgnFirstStep *step)
{
  g_autofree char *gain = sgn_result_words_dup_gain (step);

  self->gain = gtk_label_new (gain);
  gtk_widget_add_css_class (self->gain, "points");
  gtk_widget_add_css_class (self->gain, "gain");
  gtk_widget_add_css_class (self->gain, "tnum");
  gtk_widget_set_visible (self->gain, *gain != '\0');
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->gain);
}

/**
 * sgn_step_row_new:
 * @catalogue: the edition it belongs to
 * @step: what to do something about
 *
 * Returns: a new row
 */
GtkWidget *
sgn_step_row_new (const SgnCatalogue *catalogue, const SgnFirstStep *step)
{
  SgnStepRow *self = g_object_new (SGN_TYPE_STEP_ROW, "use-markup", FALSE, NULL);
  g_autofree char *key = sgn_catalogue_dup_key (catalogue);
  g_autofree char *title = dup_title (step->item);
  g_autofree char *subtitle = dup_subtitle (step);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  add_mark (self, step);
  add_gain (self, step);
  if (step->task == NULL)
    self->plan_button = add_button (self, _ ("Add to the Plan"), "company.add-task",
                                    g_variant_new ("(ss)", key, step->item->id));
  self->open_button = add_button (self, C_ ("question", "Open"), "company.show-question",
                                  g_variant_new ("(ss)", key, step->item->id));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->open_button);
  return GTK_WIDGET (self);
}

/* The words beside the buttons leave; a click on the row opens the question as well. */
void
sgn_step_row_set_narrow (SgnStepRow *self, gboolean narrow)
{
  const char *words = _ ("Add to the Plan");

  g_return_if_fail (SGN_IS_STEP_ROW (self));

  gtk_widget_set_visible (self->open_button, !narrow);
  if (self->plan_button == NULL)
    return;
  if (narrow)
    gtk_button_set_icon_name (GTK_BUTTON (self->plan_button), "list-add-symbolic");
  else
    gtk_button_set_label (GTK_BUTTON (self->plan_button), words);
  gtk_widget_set_tooltip_text (self->plan_button, narrow ? words : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->plan_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

void
sgn_step_row_set_editable (SgnStepRow *self, gboolean editable)
{
  g_return_if_fail (SGN_IS_STEP_ROW (self));

  if (self->plan_button != NULL)
    gtk_widget_set_visible (self->plan_button, editable);
}
