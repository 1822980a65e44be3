/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-policy-part-row.h"

#include <glib/gi18n-lib.h>

#include "sgn-plain.h"

struct _SgnPolicyPartRow {
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkImage *icon;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (SgnPolicyPartRow, sgn_policy_part_row, GTK_TYPE_LIST_BOX_ROW)

static void
sgn_policy_part_row_class_init (SgnPolicyPartRowClass *klass)
{
}

static void
sgn_policy_part_row_init (SgnPolicyPartRow *self)
{
}

GtkWidget *
sgn_policy_part_row_new (const char *title)
{
  SgnPolicyPartRow *self = g_object_new (SGN_TYPE_POLICY_PART_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = GTK_LABEL (sgn_plain_label (title, NULL));
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (box, "policy-part");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "word");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  sgn_policy_part_row_set_count (self, 0);
  return GTK_WIDGET (self);
}

void
sgn_policy_part_row_set_count (SgnPolicyPartRow *self, guint count)
{
  g_autofree char *digits = g_strdup_printf ("%u", count);
  g_autofree char *found = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (SGN_IS_POLICY_PART_ROW (self));

  found =
    count > 0
      ? g_strdup_printf (ngettext ("%u thing to look at", "%u things to look at", count), count)
      : g_strdup (_ ("nothing to look at"));
  /* Translators: a part of the policy, and how much was found in it */
  name = g_strdup_printf (_ ("%s, %s"), gtk_label_get_text (self->title), found);
  gtk_image_set_from_icon_name (self->icon,
                                count > 0 ? "dialog-warning-symbolic" : "object-select-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->icon), count > 0 ? "fine" : "doubtful");
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), count > 0 ? "doubtful" : "fine");
  gtk_label_set_text (self->count, digits);
  gtk_widget_set_visible (GTK_WIDGET (self->count), count > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
