/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-policy-versions.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"

struct _SgnPolicyVersions {
  GtkBox parent_instance;

  GtkWidget *compare;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SgnPolicyVersions, sgn_policy_versions, GTK_TYPE_BOX)

enum {
  SIGNAL_CHOOSE,
  SIGNAL_COMPARE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
activated_cb (SgnPolicyVersions *self, GtkListBoxRow *row)
{
  gint64 version = g_ascii_strtoll (gtk_widget_get_name (GTK_WIDGET (row)), NULL, 10);

  g_signal_emit (self, signals[SIGNAL_CHOOSE], 0, version);
}

static void
compare_cb (SgnPolicyVersions *self)
{
  g_signal_emit (self, signals[SIGNAL_COMPARE], 0);
}

static void
sgn_policy_versions_class_init (SgnPolicyVersionsClass *klass)
{
  signals[SIGNAL_CHOOSE] = g_signal_new ("choose", SGN_TYPE_POLICY_VERSIONS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_COMPARE] = g_signal_new ("compare", SGN_TYPE_POLICY_VERSIONS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sgn_policy_versions_init (SgnPolicyVersions *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = sgn_plain_heading (GTK_BOX (head), _ ("Versions"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_hexpand (title, TRUE);
  self->compare = gtk_button_new_with_label (_ ("Compare…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->compare), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Compare two versions"), -1);
  gtk_button_set_has_frame (GTK_BUTTON (self->compare), FALSE);
  gtk_box_append (GTK_BOX (head), self->compare);
  self->list = GTK_LIST_BOX (sgn_plain_list (_ ("Versions")));
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self),
                  sgn_plain_label (_ ("Earlier versions can be read at any time."), "sg-small"));
  g_signal_connect_object (self->compare, "clicked", G_CALLBACK (compare_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
sgn_policy_versions_new (void)
{
  return g_object_new (SGN_TYPE_POLICY_VERSIONS, NULL);
}

/* Draft, public, or public until the one after it. */
static char *
dup_state (const SgnRecord *record, guint i)
{
  const SgnPolicy *policy = g_ptr_array_index (record->policies, i);
  g_autofree char *day = NULL;

  if (policy->published_on == NULL)
    return g_strdup (_ ("Draft"));
  day = sgn_date_to_words (policy->published_on, sgn_language_of_user ());
  for (guint later = i + 1; later < record->policies->len; later++)
    if (((SgnPolicy *) record->policies->pdata[later])->published_on != NULL)
      return g_strdup_printf (_ ("Public from %s, replaced"), day);
  return g_strdup_printf (_ ("Public since %s"), day);
}

static void
add_row (SgnPolicyVersions *self, const SgnRecord *record, guint i, gint64 shown)
{
  const SgnPolicy *policy = g_ptr_array_index (record->policies, i);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, policy->version);
  g_autofree char *title = g_strdup_printf (_ ("Version %d"), (int) policy->version);
  g_autofree char *state = dup_state (record, i);

  gtk_widget_set_name (row, id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), state);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (policy->version == shown)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                             NULL));
  gtk_list_box_append (self->list, row);
}

void
sgn_policy_versions_show (SgnPolicyVersions *self, const SgnRecord *record, gint64 shown)
{
  g_return_if_fail (SGN_IS_POLICY_VERSIONS (self));

  sgn_plain_clear (GTK_WIDGET (self->list));
  for (guint i = record->policies->len; i > 0; i--)
    add_row (self, record, i - 1, shown);
  gtk_widget_set_visible (GTK_WIDGET (self), record->policies->len > 0);
  gtk_widget_set_visible (self->compare, record->policies->len > 1);
}
