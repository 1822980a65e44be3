/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-computer-group.h"

#include <glib/gi18n-lib.h>

struct _SgnComputerGroup {
  AdwPreferencesGroup parent_instance;

  AdwComboRow *letters;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SgnComputerGroup, sgn_computer_group, ADW_TYPE_PREFERENCES_GROUP)

static const int sizes[] = { 100, 125, 150, 200, 250, 300 };

/* (nullable): there is none in tests of a page alone */
static GActionGroup *
get_actions (void)
{
  GApplication *application = g_application_get_default ();

  return application != NULL ? G_ACTION_GROUP (application) : NULL;
}

static guint
find_size (int percent)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (sizes[i] >= percent)
      return i;
  return G_N_ELEMENTS (sizes) - 1;
}

static void
refresh (SgnComputerGroup *self)
{
  GActionGroup *actions = get_actions ();
  g_autoptr (GVariant) state =
    actions != NULL ? g_action_group_get_action_state (actions, "text-size") : NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->letters), state != NULL);
  if (state == NULL)
    return;
  self->filling = TRUE;
  adw_combo_row_set_selected (self->letters, find_size (g_variant_get_int32 (state)));
  self->filling = FALSE;
}

static void
chosen_cb (SgnComputerGroup *self)
{
  guint selected = adw_combo_row_get_selected (self->letters);

  if (!self->filling && selected < G_N_ELEMENTS (sizes))
    gtk_widget_activate_action (GTK_WIDGET (self), "app.text-size", "i", sizes[selected]);
}

static GtkWidget *
make_switch_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (toggle), "app.move-on");
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Go to the next question after an answer"), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _ ("Go to the next question after an answer"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  return row;
}

static void
sgn_computer_group_class_init (SgnComputerGroupClass *klass)
{
}

static void
sgn_computer_group_init (SgnComputerGroup *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree char *name = g_strdup_printf ("%d %%", sizes[i]);

    gtk_string_list_append (names, name);
  }
  self->letters = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->letters), _ ("Size of the Letters"));
  adw_combo_row_set_model (self->letters, G_LIST_MODEL (names));
  g_object_unref (names);
  g_signal_connect_object (self->letters, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("This Computer"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->letters));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), make_switch_row ());
  g_signal_connect (self, "map", G_CALLBACK (refresh), NULL);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (refresh),
                           self, G_CONNECT_SWAPPED);
  refresh (self);
}

GtkWidget *
sgn_computer_group_new (void)
{
  return g_object_new (SGN_TYPE_COMPUTER_GROUP, NULL);
}
