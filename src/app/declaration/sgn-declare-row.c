/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-declare-row.h"

#include <glib/gi18n-lib.h>

#include "sgn-plain.h"

struct _SgnDeclareRow {
  GtkListBoxRow parent_instance;

  SgnDeclareMark *mark;
  GtkLabel *title;
  GtkLabel *fact;
};

G_DEFINE_FINAL_TYPE (SgnDeclareRow, sgn_declare_row, GTK_TYPE_LIST_BOX_ROW)

static const char *const state_words[] = {
  [SGN_STEP_LATER] = N_ ("Still to come"),
  [SGN_STEP_NOW] = N_ ("You are here"),
  [SGN_STEP_DONE] = N_ ("Done"),
};

static void
sgn_declare_row_class_init (SgnDeclareRowClass *klass)
{
}

static void
sgn_declare_row_init (SgnDeclareRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "step-row");
}

GtkWidget *
sgn_declare_row_new (guint number, guint count, const char *title)
{
  SgnDeclareRow *self = g_object_new (SGN_TYPE_DECLARE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->mark = SGN_DECLARE_MARK (sgn_declare_mark_new (number, number == 1, number == count));
  self->title = GTK_LABEL (sgn_plain_label (title, NULL));
  self->fact = GTK_LABEL (sgn_plain_label ("", "sg-small"));
  gtk_widget_add_css_class (GTK_WIDGET (self->fact), "muted");
  gtk_widget_add_css_class (words, "step-words");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->fact));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->mark));
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return GTK_WIDGET (self);
}

void
sgn_declare_row_show (SgnDeclareRow *self, SgnStepState state, const char *fact)
{
  g_autofree char *name = NULL;

  g_return_if_fail (SGN_IS_DECLARE_ROW (self));

  sgn_declare_mark_set_state (self->mark, state);
  gtk_label_set_text (self->fact, fact);
  /* Translators: a step, how far it is, and what is known of it */
  name = g_strdup_printf (_ ("%s, %s: %s"), gtk_label_get_text (self->title),
                          _ (state_words[state]), fact);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
