/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-check-keys.h"

#include "sgn-labels.h"

const SgnScaleValue *
sgn_check_keys_find_value (SgnChecklist *checklist, guint index, guint key, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if ((modifiers & ~GDK_SHIFT_MASK) != 0 || !sgn_checklist_is_editable (checklist))
    return NULL;
  return sgn_label_find_value (sgn_checklist_get_item (checklist, index),
                               gdk_keyval_to_unicode (key));
}

/* (nullable): the row that is shown before or after @row */
static GtkWidget *
find_shown (GtkWidget *row, GtkWidget *(*step) (GtkWidget *) )
{
  GtkWidget *found = step (row);

  while (found != NULL && !gtk_widget_get_visible (found))
    found = step (found);
  return found;
}

void
sgn_check_keys_answer (SgnChecklist *checklist, guint index, const char *value, GtkWidget *row)
{
  GtkWidget *next = find_shown (row, gtk_widget_get_next_sibling);

  if (next == NULL)
    next = find_shown (row, gtk_widget_get_prev_sibling);
  sgn_checklist_set_value (checklist, index, value);
  if (!gtk_widget_get_visible (row) && next != NULL)
    gtk_widget_grab_focus (next);
}

GtkWidget *
sgn_check_keys_find_focus (GtkWidget *list, GType type)
{
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && G_TYPE_CHECK_INSTANCE_TYPE (focus, type) ? focus : NULL;
}

/* (nullable): the list before or after @rows, which stand below one another, bare or each last in a
 * box of its own */
static GtkWidget *
find_list (GtkWidget *rows, GtkWidget *(*step) (GtkWidget *) )
{
  GtkWidget *found = find_shown (rows, step);

  if (found != NULL && GTK_IS_LIST_BOX (found))
    return found;
  found = find_shown (gtk_widget_get_parent (rows), step);
  found = found != NULL ? gtk_widget_get_last_child (found) : NULL;
  return found != NULL && GTK_IS_LIST_BOX (found) ? found : NULL;
}

static gboolean
edge_cb (GtkWidget *rows, GtkDirectionType direction)
{
  gboolean down = direction == GTK_DIR_DOWN;
  GtkWidget *list;
  GtkWidget *row;

  if (!down && direction != GTK_DIR_UP)
    return FALSE;
  list = find_list (rows, down ? gtk_widget_get_next_sibling : gtk_widget_get_prev_sibling);
  if (list == NULL)
    return TRUE;
  row = down ? gtk_widget_get_first_child (list) : gtk_widget_get_last_child (list);
  if (!gtk_widget_get_visible (row))
    row = find_shown (row, down ? gtk_widget_get_next_sibling : gtk_widget_get_prev_sibling);
  return row != NULL && gtk_widget_grab_focus (row);
}

void
sgn_check_keys_join (GtkListBox *rows)
{
  g_signal_connect (rows, "keynav-failed", G_CALLBACK (edge_cb), NULL);
}
