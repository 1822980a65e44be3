/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-home-row.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"

struct _SgnHomeRow {
  AdwActionRow parent_instance;

  const char *action;
  GVariant *target; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SgnHomeRow, sgn_home_row, ADW_TYPE_ACTION_ROW)

static void
sgn_home_row_activate (AdwActionRow *row)
{
  SgnHomeRow *self = SGN_HOME_ROW (row);

  gtk_widget_activate_action_variant (GTK_WIDGET (self), self->action, self->target);
}

static void
sgn_home_row_finalize (GObject *object)
{
  g_clear_pointer (&SGN_HOME_ROW (object)->target, g_variant_unref);

  G_OBJECT_CLASS (sgn_home_row_parent_class)->finalize (object);
}

static void
sgn_home_row_class_init (SgnHomeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_home_row_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = sgn_home_row_activate;
}

static void
sgn_home_row_init (SgnHomeRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

/* Takes the floating @target. */
static SgnHomeRow *
make_row (const char *title, const char *subtitle, GtkWidget *sign)
{
  SgnHomeRow *self = g_object_new (SGN_TYPE_HOME_ROW, "title", title, NULL);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), sign);
  return self;
}

/* Takes the floating @target, which may be NULL. */
static GtkWidget *
lead_to (SgnHomeRow *self, const char *action, GVariant *target)
{
  self->action = action;
  self->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  return GTK_WIDGET (self);
}

static const char *
get_state_words (const SgnTask *task, const char *today)
{
  if (sgn_task_is_overdue (task, today))
    return C_ ("task", "Overdue");
  return g_str_equal (task->state, SGN_TASK_DOING) ? C_ ("task", "Under way")
                                                   : C_ ("task", "Not begun");
}

/* “Overdue ・ by 13 November 2026 ・ Yamazaki” */
static char *
dup_task_facts (const SgnTask *task, const SgnRecord *record, const char *today)
{
  const SgnPerson *owner = sgn_record_find_person (record, task->owner);
  g_autoptr (GString) facts = g_string_new (get_state_words (task, today));

  if (task->due != NULL) {
    g_autofree char *day = sgn_date_to_words (task->due, sgn_language_of_user ());
    g_autofree char *by = g_strdup_printf (_ ("by %s"), day);

    g_string_append_printf (facts, " ・ %s", by);
  }
  if (owner != NULL && owner->name[0] != '\0')
    g_string_append_printf (facts, " ・ %s", owner->name);
  return g_string_free (g_steal_pointer (&facts), FALSE);
}

static GtkWidget *
make_sign (const char *icon_name)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon_name);

  gtk_image_set_icon_size (GTK_IMAGE (image), GTK_ICON_SIZE_NORMAL);
  return image;
}

/**
 * sgn_home_row_new_for_plan:
 * @line: a line of the plan
 * @record: the record it is from
 * @today: a date
 *
 * Returns: (transfer floating): a row that leads to the task, or to the question nobody can answer
 */
GtkWidget *
sgn_home_row_new_for_plan (const SgnPlanLine *line, const SgnRecord *record, const char *today)
{
  g_autofree char *title = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *key = NULL;

  if (line->task != NULL) {
    facts = dup_task_facts (line->task, record, today);
    return lead_to (make_row (sgn_task_get_title (line->task, sgn_language_of_user ()), facts,
                              make_sign (sgn_task_is_overdue (line->task, today)
                                           ? "emblem-important-symbolic"
                                           : "view-list-bullet-symbolic")),
                    "company.show-task", g_variant_new_int64 (line->task->id));
  }
  title = g_strdup_printf (_ ("Find out: %s"),
                           sgn_text_get (&line->item->short_title, sgn_language_of_user ()));
  key = g_strdup_printf ("%s@%s", line->assessment->catalogue, line->assessment->edition);
  return lead_to (make_row (title, _ ("Nobody knows yet"), make_sign ("dialog-question-symbolic")),
                  "company.show-question", g_variant_new ("(ss)", key, line->item->id));
}

static GtkWidget *
lead_to_review (SgnHomeRow *self, const SgnReviewDay *review)
{
  if (review->item != NULL)
    return lead_to (self, "company.show-question",
                    g_variant_new ("(ss)", review->catalogue, review->item->id));
  if (review->catalogue != NULL)
    return lead_to (self, "company.show-guideline", g_variant_new_string (review->catalogue));
  if (g_str_equal (review->kind, SGN_KIND_POLICY))
    return lead_to (self, "company.show-policy", g_variant_new_string (""));
  if (g_str_equal (review->kind, SGN_KIND_DECLARATION))
    return lead_to (self, "company.show-page", g_variant_new_string ("declaration"));
  return lead_to (self, "company.show-document", g_variant_new_string ("evidence-list"));
}

/**
 * sgn_home_row_new_for_review:
 * @review: something to be looked at again
 * @today: a date
 *
 * Returns: (transfer floating): a row that leads there
 */
GtkWidget *
sgn_home_row_new_for_review (const SgnReviewDay *review, const char *today)
{
  gboolean late = sgn_date_compare (review->date, today) < 0;
  g_autofree char *day = sgn_date_to_words (review->date, sgn_language_of_user ());
  g_autofree char *facts =
    late ? g_strdup_printf (_ ("It was due on %s"), day) : g_strdup_printf (_ ("Next: %s"), day);
  SgnHomeRow *self = make_row (review->title, facts, make_sign ("view-refresh-symbolic"));

  if (late) {
    GtkWidget *chip = gtk_label_new (C_ ("task", "Overdue"));

    gtk_widget_add_css_class (chip, "late");
    gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
    adw_action_row_add_suffix (ADW_ACTION_ROW (self), chip);
  }
  return lead_to_review (self, review);
}

GtkWidget *
sgn_home_row_new_for_backup (const char *day, const char *place)
{
  g_autofree char *facts =
    place != NULL ? g_strdup_printf ("%s ・ %s", day, place) : g_strdup (day);

  if (day == NULL)
    return lead_to (make_row (_ ("There is no backup yet"), _ ("Make one now"),
                              make_sign ("drive-harddisk-symbolic")),
                    "company.back-up", NULL);
  return lead_to (make_row (_ ("Last backup"), facts, make_sign ("drive-harddisk-symbolic")),
                  "company.show-page", g_variant_new_string ("restore"));
}

/**
 * sgn_home_go:
 * @widget: a widget in the window
 * @step: the next step
 */
void
sgn_home_go (GtkWidget *widget, const SgnNextStep *step)
{
  switch (step->place) {
  case SGN_STEP_QUESTION:
    gtk_widget_activate_action (widget, "company.show-question", "(ss)", step->catalogue,
                                step->item);
    break;
  case SGN_STEP_GUIDELINE:
    gtk_widget_activate_action (widget, "company.show-guideline", "s", step->catalogue);
    break;
  case SGN_STEP_POLICY:
    gtk_widget_activate_action (widget, "company.show-policy", "s", "");
    break;
  case SGN_STEP_DECLARATION:
    gtk_widget_activate_action (widget, "company.show-declaration", NULL);
    break;
  case SGN_STEP_TASK:
    gtk_widget_activate_action (widget, "company.show-task", "x", step->task);
    break;
  case SGN_STEP_EVIDENCE:
    gtk_widget_activate_action (widget, "company.show-document", "s", "evidence-list");
    break;
  case SGN_STEP_BACKUP:
    gtk_widget_activate_action (widget, "company.back-up", NULL);
    break;
  case SGN_STEP_NOWHERE:
  default:
    break;
  }
}
