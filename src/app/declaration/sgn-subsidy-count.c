/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-subsidy-count.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-typed-date.h"

struct _SgnSubsidyCount {
  GtkBox parent_instance;

  GtkEditable *date;
  GtkToggleButton *stars[2];
  GtkLabel *words;
  GtkBox *remarks;
  GtkWidget *steps;

  SgnSession *session;
  const SgnSubsidies *subsidies;
  const SgnSubsidy *subsidy;
  int star; /* 0: the one that is asked for */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (SgnSubsidyCount, sgn_subsidy_count, GTK_TYPE_BOX)

static char *
dup_today (SgnSubsidyCount *self)
{
  g_autofree char *now = sgn_clock_now (sgn_session_get_clock (self->session));

  return sgn_time_get_date (now);
}

static char *
dup_state (const SgnSubsidyStep *step)
{
  if (step->done)
    return g_strdup (C_ ("subsidy", "Done"));
  if (step->late)
    return g_strdup (_ ("Has passed"));
  if (step->days_left == 0)
    return g_strdup (_ ("Today"));
  return g_strdup_printf (ngettext ("%d day left", "%d days left", (gulong) step->days_left),
                          step->days_left);
}

static char *
dup_day (const SgnSubsidyStep *step)
{
  g_autofree char *day = sgn_date_to_words (step->day, sgn_language_of_user ());

  if (step->done)
    return g_strdup ("");
  return g_strdup_printf (step->at_best ? _ ("By %s at the very latest, if it is quick")
                                        : _ ("By %s"),
                          day);
}

/* The day, and the time that was counted with how well that is known. */
static char *
dup_reason (const SgnSubsidyStep *step)
{
  g_autofree char *day = dup_day (step);
  const SgnSubsidyFact *fact = step->duration != NULL ? step->duration->fact : NULL;

  if (fact == NULL || step->done)
    return g_steal_pointer (&day);
  return g_strdup_printf ("%s\n%s (%s)", day, sgn_text_get (&fact->text, sgn_language_of_user ()),
                          sgn_known_to_words (fact->known));
}

static void
add_step (SgnSubsidyCount *self, const SgnSubsidyStep *step)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *reason = dup_reason (step);
  g_autofree char *state = dup_state (step);
  GtkWidget *label = gtk_label_new (state);
  g_autofree char *name = g_strdup_printf ("%s: %s. %s", step->words, state, reason);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), step->words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reason);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (label, step->late ? "latetext" : "muted");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->steps), row);
}

static void
show_plan (SgnSubsidyCount *self, const SgnSubsidyPlan *plan)
{
  self->showing = TRUE;
  gtk_toggle_button_set_active (self->stars[plan->star - 1], TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stars[0]),
                            self->subsidy == NULL || self->subsidy->needs != SGN_SUBSIDY_STAR_TWO);
  self->showing = FALSE;
  gtk_label_set_text (self->words, plan->words);
  sgn_plain_clear (GTK_WIDGET (self->remarks));
  for (guint i = 0; i < plan->remarks->len; i++)
    gtk_box_append (self->remarks, sgn_plain_label (g_ptr_array_index (plan->remarks, i), NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), plan->remarks->len > 0);
  sgn_plain_clear (self->steps);
  for (guint i = 0; i < plan->steps->len; i++)
    add_step (self, g_ptr_array_index (plan->steps, i));
  gtk_widget_set_visible (self->steps, plan->steps->len > 0);
}

static void
show_no_day (SgnSubsidyCount *self)
{
  gtk_label_set_text (self->words, _ ("This is no day. Write it as 2026-12-18."));
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), FALSE);
  gtk_widget_set_visible (self->steps, FALSE);
}

void
sgn_subsidy_count_refresh (SgnSubsidyCount *self)
{
  SgnRecord *record;
  g_autofree char *today = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *day = NULL;
  g_autoptr (SgnSubsidyPlan) plan = NULL;

  g_return_if_fail (SGN_IS_SUBSIDY_COUNT (self));

  if (self->subsidies == NULL || self->showing)
    return;
  record = sgn_session_get_record (self->session);
  today = dup_today (self);
  typed = g_strstrip (g_strdup (gtk_editable_get_text (self->date)));
  day = sgn_date_from_typed_next (typed, today);
  gtk_widget_remove_css_class (GTK_WIDGET (self->date), "error");
  if (*typed != '\0' && day == NULL) {
    gtk_widget_add_css_class (GTK_WIDGET (self->date), "error");
    show_no_day (self);
    return;
  }
  plan = sgn_subsidy_plan_new (self->subsidies, &(SgnSubsidyAim){ self->subsidy, day, self->star },
                               record != NULL ? sgn_session_get_library (self->session) : NULL,
                               record, today);
  show_plan (self, plan);
}

static void
star_cb (SgnSubsidyCount *self)
{
  if (self->showing)
    return;
  self->star = gtk_toggle_button_get_active (self->stars[1]) ? 2 : 1;
  sgn_subsidy_count_refresh (self);
}

static GtkWidget *
make_stars (SgnSubsidyCount *self)
{
  static const struct {
    const char *label;
    const char *name;
  } words[] = { { "★", N_ ("One star") }, { "★★", N_ ("Two stars") } };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (self->stars); i++) {
    GtkWidget *button = gtk_toggle_button_new_with_label (words[i].label);

    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ (words[i].name), -1);
    self->stars[i] = GTK_TOGGLE_BUTTON (button);
    gtk_box_append (GTK_BOX (box), button);
  }
  gtk_toggle_button_set_group (self->stars[1], self->stars[0]);
  g_signal_connect_object (self->stars[1], "toggled", G_CALLBACK (star_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "linked");
  return box;
}

static GtkWidget *
make_date (SgnSubsidyCount *self)
{
  GtkWidget *list = sgn_plain_list (_ ("Closing date"));
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Closing date (YYYY-MM-DD)"));
  self->date = GTK_EDITABLE (row);
  g_signal_connect_object (row, "changed", G_CALLBACK (sgn_subsidy_count_refresh), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}

static void
sgn_subsidy_count_dispose (GObject *object)
{
  g_clear_object (&SGN_SUBSIDY_COUNT (object)->session);

  G_OBJECT_CLASS (sgn_subsidy_count_parent_class)->dispose (object);
}

static void
sgn_subsidy_count_class_init (SgnSubsidyCountClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sgn_subsidy_count_dispose;
}

static void
sgn_subsidy_count_init (SgnSubsidyCount *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
  sgn_plain_heading (GTK_BOX (self), _ ("Count Back from the Closing Date"));
  gtk_box_append (GTK_BOX (self), make_date (self));
  gtk_box_append (GTK_BOX (self), make_stars (self));
  self->words = GTK_LABEL (sgn_plain_label ("", NULL));
  self->remarks = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_add_css_class (GTK_WIDGET (self->remarks), "warnbox");
  self->steps = sgn_plain_list (_ ("What must be begun when"));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->remarks));
  gtk_box_append (GTK_BOX (self), self->steps);
}

GtkWidget *
sgn_subsidy_count_new (SgnSession *session)
{
  SgnSubsidyCount *self = g_object_new (SGN_TYPE_SUBSIDY_COUNT, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
sgn_subsidy_count_show (SgnSubsidyCount *self,
                        const SgnSubsidies *subsidies,
                        const SgnSubsidy *subsidy)
{
  g_return_if_fail (SGN_IS_SUBSIDY_COUNT (self));

  self->subsidies = subsidies;
  self->subsidy = subsidy;
  self->star = 0;
  sgn_subsidy_count_refresh (self);
}

void
sgn_subsidy_count_set_day (SgnSubsidyCount *self, const char *day)
{
  g_return_if_fail (SGN_IS_SUBSIDY_COUNT (self));

  gtk_editable_set_text (self->date, day);
}
