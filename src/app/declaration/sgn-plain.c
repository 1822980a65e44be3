/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-plain.h"

#include "sgn-session.h"

typedef struct {
  GtkWidget *widget;
  SgnSaving *saving;
  char *done;
  char *failed;
} PlainAct;

GtkWidget *
sgn_plain_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
sgn_plain_heading (GtkBox *box, const char *words)
{
  GtkWidget *label = sgn_plain_label (words, "heading");

  gtk_box_append (box, label);
  return label;
}

GtkWidget *
sgn_plain_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

void
sgn_plain_clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL) {
    if (GTK_IS_LIST_BOX (box))
      gtk_list_box_remove (GTK_LIST_BOX (box), child);
    else
      gtk_box_remove (GTK_BOX (box), child);
  }
}

gpointer
sgn_plain_act_new (GtkWidget *widget, SgnSaving *saving, const char *done, const char *failed)
{
  PlainAct *act = g_new0 (PlainAct, 1);

  act->widget = g_object_ref (widget);
  act->saving = g_object_ref (saving);
  act->done = g_strdup (done);
  act->failed = g_strdup (failed);
  sgn_saving_begin (saving);
  return act;
}

void
sgn_plain_act_end (gpointer data, const GError *error)
{
  PlainAct *act = data;

  sgn_saving_end (act->saving, NULL);
  if (error != NULL)
    gtk_widget_activate_action (act->widget, "win.tell", "(ss)", act->failed, error->message);
  else if (act->done != NULL)
    gtk_widget_activate_action (act->widget, "win.toast-undo", "s", act->done);

  g_object_unref (act->widget);
  g_object_unref (act->saving);
  g_free (act->done);
  g_free (act->failed);
  g_free (act);
}

void
sgn_plain_act_cb (GObject *object, GAsyncResult *result, gpointer act)
{
  g_autoptr (GError) error = NULL;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  sgn_plain_act_end (act, error);
}
