/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-check-choice.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-record-years.h"

struct _SgnCheckChoice {
  AdwBin parent_instance;

  GtkDropDown *checks;
  SgnChecklist *checklist;
  GArray *ids; /* of gint64, as in the drop-down */
  char *shown; /* (nullable): what the drop-down says, to see whether it is the same */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SgnCheckChoice, sgn_check_choice, ADW_TYPE_BIN)

/* “Closed on 14 November 2025”, “Open since 2 October 2026” */
static char *
dup_state (const SgnAssessment *assessment)
{
  gboolean closed = assessment->closed && assessment->closed_at != NULL;
  g_autofree char *day = sgn_time_get_date (closed ? assessment->closed_at : assessment->opened_at);
  g_autofree char *words = sgn_date_to_words (day, sgn_language_of_user ());

  return closed ? g_strdup_printf (_ ("Closed on %s"), words)
                : g_strdup_printf (_ ("Open since %s"), words);
}

static char *
dup_words (const SgnRecord *record, const SgnAssessment *assessment)
{
  const SgnSite *site = sgn_record_find_site (record, assessment->site);
  g_autofree char *state = dup_state (assessment);

  /* Translators: a site of the company, and the state of its check */
  return site != NULL ? g_strdup_printf (_ ("%s · %s"), site->name, state)
                      : g_steal_pointer (&state);
}

/* All of the guideline, whatever their edition; the newest first. */
static GString *
list_checks (SgnCheckChoice *self, GtkStringList *list)
{
  const SgnRecord *record = sgn_session_get_record (sgn_checklist_get_session (self->checklist));
  const SgnCatalogue *catalogue = sgn_checklist_get_catalogue (self->checklist);
  GString *all = g_string_new (NULL);

  g_array_set_size (self->ids, 0);
  for (guint i = record != NULL ? record->assessments->len : 0; i > 0; i--) {
    const SgnAssessment *assessment = g_ptr_array_index (record->assessments, i - 1);
    g_autofree char *words = NULL;

    if (g_strcmp0 (assessment->catalogue, catalogue->id) != 0)
      continue;
    words = dup_words (record, assessment);
    gtk_string_list_append (list, words);
    g_array_append_val (self->ids, assessment->id);
    g_string_append_printf (all, "%" G_GINT64_FORMAT " %s\n", assessment->id, words);
  }
  return all;
}

static void
select_shown (SgnCheckChoice *self)
{
  const SgnAssessment *shown = sgn_checklist_get_assessment (self->checklist);

  for (guint i = 0; shown != NULL && i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == shown->id)
      gtk_drop_down_set_selected (self->checks, i);
}

static void
refresh (SgnCheckChoice *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr (GString) all = list_checks (self, list);

  self->filling = TRUE;
  if (g_strcmp0 (self->shown, all->str) != 0) {
    g_free (self->shown);
    self->shown = g_strdup (all->str);
    gtk_drop_down_set_model (self->checks, G_LIST_MODEL (list));
  }
  select_shown (self);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), self->ids->len > 1);
}

/* While something is unsaved the checklist stays where it is, and the drop-down with it. */
static void
selected_cb (SgnCheckChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->checks);

  if (self->filling || self->checklist == NULL || selected >= self->ids->len)
    return;
  sgn_checklist_set_assessment (self->checklist, g_array_index (self->ids, gint64, selected));
  refresh (self);
}

static void
sgn_check_choice_dispose (GObject *object)
{
  g_clear_object (&SGN_CHECK_CHOICE (object)->checklist);

  G_OBJECT_CLASS (sgn_check_choice_parent_class)->dispose (object);
}

static void
sgn_check_choice_finalize (GObject *object)
{
  SgnCheckChoice *self = SGN_CHECK_CHOICE (object);

  g_array_unref (self->ids);
  g_free (self->shown);

  G_OBJECT_CLASS (sgn_check_choice_parent_class)->finalize (object);
}

static void
sgn_check_choice_class_init (SgnCheckChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sgn_check_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_check_choice_finalize;
}

static void
sgn_check_choice_init (SgnCheckChoice *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->checks = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->checks));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->checks), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Which check"), -1);
  g_signal_connect_object (self->checks, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * sgn_check_choice_watch:
 * @self: a choice
 * @checklist: whose checks it offers
 */
void
sgn_check_choice_watch (SgnCheckChoice *self, SgnChecklist *checklist)
{
  g_return_if_fail (SGN_IS_CHECK_CHOICE (self));
  g_return_if_fail (self->checklist == NULL);

  self->checklist = g_object_ref (checklist);
  g_signal_connect_object (checklist, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

guint
sgn_check_choice_count (SgnCheckChoice *self)
{
  g_return_val_if_fail (SGN_IS_CHECK_CHOICE (self), 0);

  return self->ids->len;
}

void
sgn_check_choice_select (SgnCheckChoice *self, guint position)
{
  g_return_if_fail (SGN_IS_CHECK_CHOICE (self));

  gtk_drop_down_set_selected (self->checks, position);
}
