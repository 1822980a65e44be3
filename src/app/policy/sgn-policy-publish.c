/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-policy-publish.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-typed-date.h"

struct _SgnPolicyPublish {
  GtkBox parent_instance;

  GtkLabel *fact;
  GtkWidget *form;
  GtkEditable *place;
  GtkEditable *date;
  GtkLabel *missing;

  SgnSession *session;
  SgnSaving *saving;
  gint64 proposed; /* the version that a place was proposed for once, or 0 */
};

G_DEFINE_FINAL_TYPE (SgnPolicyPublish, sgn_policy_publish, GTK_TYPE_BOX)

enum {
  SIGNAL_PUBLISH,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_place (SgnPolicyPublish *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->place)));
}

/* (nullable): the day that was typed, in any of the usual ways */
static char *
dup_date (SgnPolicyPublish *self)
{
  return sgn_date_from_typed (gtk_editable_get_text (self->date));
}

static void
say_missing (SgnPolicyPublish *self, GtkEditable *row, const char *words)
{
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_label_set_text (self->missing, words);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), TRUE);
  sgn_announce (GTK_WIDGET (self), words);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
typed_cb (SgnPolicyPublish *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->place), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->date), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->missing), FALSE);
}

static void
place_entered_cb (SgnPolicyPublish *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->date));
}

static void
date_entered_cb (SgnPolicyPublish *self)
{
  g_signal_emit (self, signals[SIGNAL_PUBLISH], 0);
}

static void
today_cb (SgnPolicyPublish *self)
{
  g_autofree char *now = sgn_clock_now (sgn_session_get_clock (self->session));
  g_autofree char *today = sgn_time_get_date (now);

  gtk_editable_set_text (self->date, today);
  gtk_widget_grab_focus (GTK_WIDGET (self->date));
}

static GtkEditable *
add_entry (GtkWidget *list, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return GTK_EDITABLE (row);
}

static void
add_form (SgnPolicyPublish *self)
{
  GtkWidget *list = sgn_plain_list (_ ("Record of the publication"));
  GtkWidget *today = gtk_button_new_with_label (_ ("Today"));

  self->form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->place = add_entry (list, _ ("Place, such as the address of the page"));
  self->date = add_entry (list, _ ("Day it was published (YYYY-MM-DD)"));
  gtk_widget_set_valign (today, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (today), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("It was published today"), -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->date), today);
  self->missing = GTK_LABEL (sgn_plain_label ("", "latetext"));
  gtk_widget_set_visible (GTK_WIDGET (self->missing), FALSE);
  gtk_box_append (GTK_BOX (self->form), list);
  gtk_box_append (GTK_BOX (self->form), GTK_WIDGET (self->missing));
  gtk_box_append (GTK_BOX (self), self->form);
  g_signal_connect_object (today, "clicked", G_CALLBACK (today_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->place, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->date, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->place, "entry-activated", G_CALLBACK (place_entered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->date, "entry-activated", G_CALLBACK (date_entered_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
sgn_policy_publish_dispose (GObject *object)
{
  SgnPolicyPublish *self = SGN_POLICY_PUBLISH (object);

  g_clear_object (&self->session);
  g_clear_object (&self->saving);

  G_OBJECT_CLASS (sgn_policy_publish_parent_class)->dispose (object);
}

static void
sgn_policy_publish_class_init (SgnPolicyPublishClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sgn_policy_publish_dispose;

  signals[SIGNAL_PUBLISH] = g_signal_new ("publish", SGN_TYPE_POLICY_PUBLISH, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sgn_policy_publish_init (SgnPolicyPublish *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  sgn_plain_heading (GTK_BOX (self), _ ("Record of the publication"));
  self->fact = GTK_LABEL (sgn_plain_label ("", NULL));
  gtk_label_set_selectable (self->fact, FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->fact));
  add_form (self);
}

GtkWidget *
sgn_policy_publish_new (SgnSession *session, SgnSaving *saving)
{
  SgnPolicyPublish *self = g_object_new (SGN_TYPE_POLICY_PUBLISH, NULL);

  self->session = g_object_ref (session);
  self->saving = g_object_ref (saving);
  return GTK_WIDGET (self);
}

/* (nullable): where the newest public version is */
static const char *
find_place (SgnPolicyPublish *self)
{
  SgnRecord *record = sgn_session_get_record (self->session);

  for (guint i = record->policies->len; i > 0; i--) {
    const SgnPolicy *policy = g_ptr_array_index (record->policies, i - 1);

    if (policy->published_on != NULL)
      return policy->published_place;
  }
  return NULL;
}

/* A new version is likely to be where the one before it is; the day is left open until it is
 * known. */
static void
propose (SgnPolicyPublish *self, const SgnPolicy *policy)
{
  const char *place = find_place (self);

  if (self->proposed == policy->version)
    return;
  if (gtk_editable_get_text (self->place)[0] == '\0' || self->proposed != 0)
    gtk_editable_set_text (self->place, place != NULL ? place : "");
  self->proposed = policy->version;
}

static char *
dup_fact (const SgnPolicy *policy)
{
  g_autofree char *day = NULL;

  if (policy == NULL)
    return g_strdup (_ ("There is nothing to publish yet."));
  if (policy->published_on == NULL)
    return g_strdup (_ ("Not published yet. ★★ asks for a policy that is public."));

  day = sgn_date_to_words (policy->published_on, sgn_language_of_user ());
  /* Translators: a version, the day it was published, and the place */
  return g_strdup_printf (_ ("Version %d has been public since %s: %s"), (int) policy->version, day,
                          policy->published_place != NULL ? policy->published_place : "");
}

void
sgn_policy_publish_show (SgnPolicyPublish *self, const SgnPolicy *policy, gboolean editable)
{
  gboolean draft = policy != NULL && policy->published_on == NULL;
  g_autofree char *fact = NULL;

  g_return_if_fail (SGN_IS_POLICY_PUBLISH (self));

  fact = dup_fact (policy);
  gtk_label_set_text (self->fact, fact);
  gtk_widget_set_visible (self->form, draft && editable);
  if (draft)
    propose (self, policy);
}

void
sgn_policy_publish_focus (SgnPolicyPublish *self)
{
  g_return_if_fail (SGN_IS_POLICY_PUBLISH (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->place));
}

gboolean
sgn_policy_publish_is_ready (SgnPolicyPublish *self)
{
  g_autofree char *place = NULL;
  g_autofree char *date = NULL;

  g_return_val_if_fail (SGN_IS_POLICY_PUBLISH (self), FALSE);

  place = dup_place (self);
  date = dup_date (self);
  if (*place == '\0')
    say_missing (self, self->place, _ ("Say where it is public."));
  else if (date == NULL)
    say_missing (self, self->date, _ ("Write the day it was published, such as 2026-11-23."));
  return *place != '\0' && date != NULL;
}

static void
recorded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnPolicyPublish) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean ok = sgn_session_act_finish (SGN_SESSION (object), result, &error);
  gpointer act;

  if (self->saving == NULL)
    return;
  act = sgn_plain_act_new (GTK_WIDGET (self), self->saving, _ ("The publication is on record"),
                           _ ("The publication could not be recorded"));
  sgn_saving_end (self->saving, NULL);
  sgn_plain_act_end (act, error);
  if (ok)
    gtk_editable_set_text (self->date, "");
}

void
sgn_policy_publish_record (SgnPolicyPublish *self)
{
  g_autofree char *place = NULL;
  g_autofree char *date = NULL;

  g_return_if_fail (SGN_IS_POLICY_PUBLISH (self));

  place = dup_place (self);
  date = dup_date (self);
  sgn_saving_begin (self->saving);
  sgn_session_publish_policy_async (self->session, place, date, recorded_cb, g_object_ref (self));
}
