/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-hit-row.h"

#include <glib/gi18n-lib.h>

struct _SgnHitRow {
  GtkBox parent_instance;

  GtkLabel *heading;
  GtkLabel *title;
  GtkLabel *detail;
};

G_DEFINE_FINAL_TYPE (SgnHitRow, sgn_hit_row, GTK_TYPE_BOX)

static const char *const group_words[SGN_N_HIT_GROUPS] = {
  NC_ ("search", "Questions"), NC_ ("search", "Notes"),
  NC_ ("search", "Evidence"),  NC_ ("search", "Tasks"),
  NC_ ("search", "Policy"),    NC_ ("search", "Declarations"),
  NC_ ("search", "Documents"), NC_ ("search", "Company, People and Sites"),
};

static void
sgn_hit_row_class_init (SgnHitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-hit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnHitRow, heading);
  gtk_widget_class_bind_template_child (widget_class, SgnHitRow, title);
  gtk_widget_class_bind_template_child (widget_class, SgnHitRow, detail);
}

static void
sgn_hit_row_init (SgnHitRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sgn_hit_row_show (SgnHitRow *self, SgnHitItem *item)
{
  const SgnHit *hit;
  guint n_in_group;
  g_autofree char *heading = NULL;

  g_return_if_fail (SGN_IS_HIT_ROW (self) && SGN_IS_HIT_ITEM (item));

  hit = sgn_hit_item_get_hit (item);
  n_in_group = sgn_hit_item_get_n_in_group (item);
  /* Translators: kind of what was found, and how many */
  heading =
    g_strdup_printf (_ ("%s (%u)"),
                     g_dpgettext2 (GETTEXT_PACKAGE, "search", group_words[hit->group]), n_in_group);
  gtk_label_set_text (self->heading, heading);
  gtk_widget_set_visible (GTK_WIDGET (self->heading), n_in_group > 0);
  gtk_label_set_text (self->title, hit->title);
  gtk_label_set_text (self->detail, hit->detail != NULL ? hit->detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), hit->detail != NULL);
}

char *
sgn_hit_row_dup_words (SgnHitRow *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  GtkLabel *labels[3] = { NULL };

  g_return_val_if_fail (SGN_IS_HIT_ROW (self), NULL);

  labels[0] = self->heading;
  labels[1] = self->title;
  labels[2] = self->detail;
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (labels[i])))
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              gtk_label_get_text (labels[i]));
  return g_string_free (g_steal_pointer (&words), FALSE);
}
