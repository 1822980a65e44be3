/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-category-row.h"

#include <glib/gi18n-lib.h>

#include "sgn-bar.h"

#define TITLE_CHARS 20

struct _SgnCategoryRow {
  GtkListBoxRow parent_instance;

  GtkWidget *name;
  char *next;
};

G_DEFINE_FINAL_TYPE (SgnCategoryRow, sgn_category_row, GTK_TYPE_LIST_BOX_ROW)

static void
sgn_category_row_finalize (GObject *object)
{
  g_free (SGN_CATEGORY_ROW (object)->next);

  G_OBJECT_CLASS (sgn_category_row_parent_class)->finalize (object);
}

static void
sgn_category_row_class_init (SgnCategoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_category_row_finalize;
}

static void
sgn_category_row_init (SgnCategoryRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "category-row");
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* (nullable): what the two numbers do not say */
static char *
dup_remark (const SgnBreakdownPart *part)
{
  g_autofree char *open = NULL;
  g_autofree char *none = NULL;

  if (part->unanswered > 0)
    open = g_strdup_printf (ngettext ("%u not answered", "%u not answered", part->unanswered),
                            part->unanswered);
  if (part->not_applicable > 0)
    none =
      g_strdup_printf (ngettext ("%u not applicable", "%u not applicable", part->not_applicable),
                       part->not_applicable);
  if (open != NULL && none != NULL)
    /* Translators: two remarks on one category, as “2 not answered, 1 not applicable” */
    return g_strdup_printf (_ ("%s, %s"), open, none);
  return open != NULL ? g_steal_pointer (&open) : g_steal_pointer (&none);
}

static GtkWidget *
make_name (guint number, const SgnBreakdownPart *part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *key = g_strdup_printf ("%u", number);
  g_autofree char *remark = dup_remark (part);
  GtkWidget *badge = gtk_label_new (key);
  GtkWidget *title = make_label (sgn_text_get (part->title, sgn_language_of_user ()), NULL);

  gtk_widget_add_css_class (badge, "number-key");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (title), TITLE_CHARS);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), title);
  if (remark != NULL) {
    gtk_box_append (GTK_BOX (words), make_label (remark, "sg-small"));
    gtk_widget_add_css_class (gtk_widget_get_last_child (words), "muted");
  }
  gtk_box_append (GTK_BOX (box), badge);
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

static GtkWidget *
make_share (const SgnBreakdownPart *part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *bar = sgn_bar_new (part->met, part->items);
  /* Translators: how many of how many */
  g_autofree char *text = g_strdup_printf (_ ("%u / %u"), part->met, part->items);
  GtkWidget *number = gtk_label_new (text);

  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (number), 7);
  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_widget_add_css_class (number, "tnum");
  gtk_widget_add_css_class (number, "word");
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), number);
  return box;
}

/**
 * sgn_category_row_new:
 * @number: its number, from 1
 * @part: the category
 * @narrow: whether the bar stands below the name
 *
 * Returns: a new row
 */
GtkWidget *
sgn_category_row_new (guint number, const SgnBreakdownPart *part, gboolean narrow)
{
  SgnCategoryRow *self = g_object_new (SGN_TYPE_CATEGORY_ROW, NULL);
  GtkWidget *box =
    gtk_box_new (narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, narrow ? 4 : 12);
  /* Translators: a category, then how many of how many */
  g_autofree char *said =
    g_strdup_printf (_ ("%s: %u of %u"), sgn_text_get (part->title, sgn_language_of_user ()),
                     part->met, part->items);

  self->next = part->next != NULL ? g_strdup (part->next->id) : NULL;
  self->name = make_name (number, part);
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), make_share (part));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), self->next != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return GTK_WIDGET (self);
}

const char *
sgn_category_row_get_next (SgnCategoryRow *self)
{
  g_return_val_if_fail (SGN_IS_CATEGORY_ROW (self), NULL);

  return self->next;
}

GtkWidget *
sgn_category_row_get_name (SgnCategoryRow *self)
{
  g_return_val_if_fail (SGN_IS_CATEGORY_ROW (self), NULL);

  return self->name;
}
