/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-carry-filters.h"

#include <glib/gi18n-lib.h>

struct _SgnCarryFilters {
  GtkBox parent_instance;

  GtkWidget *buttons;
  GtkWidget *choice;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SgnCarryFilters, sgn_carry_filters, GTK_TYPE_BOX)

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
get_button (SgnCarryFilters *self, guint index)
{
  GtkWidget *button = gtk_widget_get_first_child (self->buttons);

  for (guint i = 0; i < index; i++)
    button = gtk_widget_get_next_sibling (button);
  return button;
}

/* Buttons and choice show the same, whichever was used. */
static void
choose (SgnCarryFilters *self, guint index)
{
  if (self->filling || index >= SGN_N_CARRY_FILTERS)
    return;
  self->filling = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_button (self, index)), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), index);
  self->filling = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, index);
}

static void
toggled_cb (SgnCarryFilters *self, GtkToggleButton *button)
{
  guint index = 0;

  if (!gtk_toggle_button_get_active (button))
    return;
  while (get_button (self, index) != GTK_WIDGET (button))
    index++;
  choose (self, index);
}

static void
selected_cb (SgnCarryFilters *self)
{
  choose (self, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice)));
}

static void
add_buttons (SgnCarryFilters *self)
{
  for (guint i = 0; i < SGN_N_CARRY_FILTERS; i++) {
    GtkWidget *button = gtk_toggle_button_new ();

    gtk_box_append (GTK_BOX (self->buttons), button);
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                 i > 0 ? GTK_TOGGLE_BUTTON (get_button (self, 0)) : NULL);
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == 0);
    g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  }
}

static void
sgn_carry_filters_class_init (SgnCarryFiltersClass *klass)
{
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SGN_TYPE_CARRY_FILTERS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
sgn_carry_filters_init (SgnCarryFilters *self)
{
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->choice = gtk_drop_down_new (NULL, NULL);
  gtk_widget_add_css_class (self->buttons, "linked");
  gtk_widget_add_css_class (self->buttons, "filters");
  gtk_widget_set_halign (self->choice, GTK_ALIGN_START);
  gtk_widget_set_visible (self->choice, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filter"), -1);
  gtk_box_append (GTK_BOX (self), self->buttons);
  gtk_box_append (GTK_BOX (self), self->choice);
  add_buttons (self);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

void
sgn_carry_filters_set_words (SgnCarryFilters *self, char *const *words)
{
  g_autoptr (GtkStringList) list = NULL;
  guint selected;

  g_return_if_fail (SGN_IS_CARRY_FILTERS (self));

  list = gtk_string_list_new ((const char *const *) words);
  selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));
  for (guint i = 0; i < SGN_N_CARRY_FILTERS; i++)
    gtk_button_set_label (GTK_BUTTON (get_button (self, i)), words[i]);
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->choice), G_LIST_MODEL (list));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice),
                              selected < SGN_N_CARRY_FILTERS ? selected : 0);
  self->filling = FALSE;
}

void
sgn_carry_filters_set_narrow (SgnCarryFilters *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_CARRY_FILTERS (self));

  gtk_widget_set_visible (self->buttons, !narrow);
  gtk_widget_set_visible (self->choice, narrow);
}
