/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-home-row.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"

struct _SgnHomeRow {
  GtkListBoxRow parent_instance;

  GtkImage *sign;
  GtkLabel *title;
  GtkLabel *facts;
  GtkWidget *late;
};

G_DEFINE_FINAL_TYPE (SgnHomeRow, sgn_home_row, GTK_TYPE_LIST_BOX_ROW)

static void
sgn_home_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_HOME_ROW);

  G_OBJECT_CLASS (sgn_home_row_parent_class)->dispose (object);
}

static void
sgn_home_row_class_init (SgnHomeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_home_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-home-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnHomeRow, sign);
  gtk_widget_class_bind_template_child (widget_class, SgnHomeRow, title);
  gtk_widget_class_bind_template_child (widget_class, SgnHomeRow, facts);
  gtk_widget_class_bind_template_child (widget_class, SgnHomeRow, late);
}

static void
sgn_home_row_init (SgnHomeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static SgnHomeRow *
make_row (const char *title, const char *facts, const char *icon_name)
{
  SgnHomeRow *self = g_object_new (SGN_TYPE_HOME_ROW, NULL);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->facts, facts);
  gtk_image_set_from_icon_name (self->sign, icon_name);
  return self;
}

/* Takes the floating @target, which may be NULL. */
static GtkWidget *
lead_to (SgnHomeRow *self, const char *action, GVariant *target)
{
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), action);
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
                              sgn_task_is_overdue (line->task, today)
                                ? "emblem-important-symbolic"
                                : "view-list-bullet-symbolic"),
                    "company.show-task", g_variant_new_int64 (line->task->id));
  }
  title = g_strdup_printf (_ ("Find out: %s"),
                           sgn_text_get (&line->item->short_title, sgn_language_of_user ()));
  key = g_strdup_printf ("%s@%s", line->assessment->catalogue, line->assessment->edition);
  return lead_to (make_row (title, _ ("Nobody knows yet"), "dialog-question-symbolic"),
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
  SgnHomeRow *self = make_row (review->title, facts, "view-refresh-symbolic");

  gtk_widget_set_visible (self->late, late);
  return lead_to_review (self, review);
}

GtkWidget *
sgn_home_row_new_for_backup (const char *day, const char *place)
{
  g_autofree char *facts =
    place != NULL ? g_strdup_printf ("%s ・ %s", day, place) : g_strdup (day);

  if (day == NULL)
    return lead_to (make_row (_ ("There is no backup yet"), _ ("Make one now"),
                              "drive-harddisk-symbolic"),
                    "company.back-up", NULL);
  return lead_to (make_row (_ ("Last backup"), facts, "drive-harddisk-symbolic"),
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
