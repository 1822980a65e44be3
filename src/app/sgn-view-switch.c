/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-view-switch.h"

static GtkWidget *
add_button (GtkWidget *self, const char *words)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (words);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                           PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

/**
 * sgn_view_switch_new:
 * @first: the words of the first button
 * @second: those of the other
 * @second_is_shown: which of them is down
 *
 * Returns: (transfer floating): the switch
 */
GtkWidget *
sgn_view_switch_new (const char *first, const char *second, gboolean second_is_shown)
{
  GtkWidget *self = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *buttons[2];

  gtk_widget_add_css_class (self, "linked");
  gtk_widget_set_halign (self, GTK_ALIGN_CENTER);
  buttons[0] = add_button (self, first);
  buttons[1] = add_button (self, second);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (buttons[1]), GTK_TOGGLE_BUTTON (buttons[0]));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (buttons[second_is_shown ? 1 : 0]), TRUE);
  return self;
}

GtkToggleButton *
sgn_view_switch_get_first (GtkWidget *view_switch)
{
  g_return_val_if_fail (GTK_IS_WIDGET (view_switch), NULL);

  return GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (view_switch));
}

GtkToggleButton *
sgn_view_switch_get_second (GtkWidget *view_switch)
{
  g_return_val_if_fail (GTK_IS_WIDGET (view_switch), NULL);

  return GTK_TOGGLE_BUTTON (gtk_widget_get_last_child (view_switch));
}
