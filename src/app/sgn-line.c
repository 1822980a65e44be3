/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-line.h"

/**
 * sgn_line_set_narrow:
 * @line: a grid with one line of children
 * @narrow: whether they stand below each other from now on, in their order
 */
void
sgn_line_set_narrow (GtkGrid *line, gboolean narrow)
{
  GtkLayoutManager *layout = NULL;
  int at = 0;

  g_return_if_fail (GTK_IS_GRID (line));

  layout = gtk_widget_get_layout_manager (GTK_WIDGET (line));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (line)); child != NULL;
       child = gtk_widget_get_next_sibling (child), at++) {
    GtkLayoutChild *place = gtk_layout_manager_get_layout_child (layout, child);

    gtk_grid_layout_child_set_column (GTK_GRID_LAYOUT_CHILD (place), narrow ? 0 : at);
    gtk_grid_layout_child_set_row (GTK_GRID_LAYOUT_CHILD (place), narrow ? at : 0);
  }
}
