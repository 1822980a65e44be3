/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-compare-box.h"

#include <glib/gi18n-lib.h>

#include "sgn-backup-words.h"

struct _SgnCompareBox {
  GtkBox parent_instance;

  GtkWidget *body;
  GtkLabel *words;
  GtkListBox *facts;
  GtkSizeGroup *present_column;
  GtkSizeGroup *copy_column;
  GtkWidget *missing_box;
  GtkLabel *missing_words;
  GtkWidget *missing_expander;
  GtkLabel *missing_list;
  GtkWidget *strange;
  GtkWidget *kept_box;
  GtkLabel *kept_words;
};

G_DEFINE_FINAL_TYPE (SgnCompareBox, sgn_compare_box, GTK_TYPE_BOX)

static void
sgn_compare_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_COMPARE_BOX);

  G_OBJECT_CLASS (sgn_compare_box_parent_class)->dispose (object);
}

static void
sgn_compare_box_class_init (SgnCompareBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_compare_box_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-compare-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnCompareBox, body);
  gtk_widget_class_bind_template_child (widget_class, SgnCompareBox, words);
  gtk_widget_class_bind_template_child (widget_class, SgnCompareBox, facts);
  gtk_widget_class_bind_template_child (widget_class, SgnCompareBox, present_column);
  gtk_widget_class_bind_template_child (widget_class, SgnCompareBox, copy_column);
  gtk_widget_class_bind_template_child (widget_class, SgnCompareBox, missing_box);
  gtk_widget_class_bind_template_child (widget_class, SgnCompareBox, missing_words);
  gtk_widget_class_bind_template_child (widget_class, SgnCompareBox, missing_expander);
  gtk_widget_class_bind_template_child (widget_class, SgnCompareBox, missing_list);
  gtk_widget_class_bind_template_child (widget_class, SgnCompareBox, strange);
  gtk_widget_class_bind_template_child (widget_class, SgnCompareBox, kept_box);
  gtk_widget_class_bind_template_child (widget_class, SgnCompareBox, kept_words);
}

static void
sgn_compare_box_init (SgnCompareBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_cell (const char *words, GtkSizeGroup *column, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), column != NULL ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), column == NULL);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "tnum");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (column != NULL)
    gtk_size_group_add_widget (column, label);
  else
    gtk_widget_set_hexpand (label, TRUE);
  return label;
}

/* @present (nullable): nothing is compared, the backup alone is told of */
static void
add_row (SgnCompareBox *self, const char *title, const char *present, const char *copy)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  g_autofree char *name =
    present != NULL ? g_strdup_printf (_ ("%s: now %s, in the backup %s"), title, present, copy)
                    : g_strdup_printf (_ ("%s: %s"), title, copy);

  gtk_box_append (GTK_BOX (box), make_cell (title, NULL, NULL));
  if (present != NULL)
    gtk_box_append (GTK_BOX (box), make_cell (present, self->present_column, NULL));
  gtk_box_append (GTK_BOX (box), make_cell (copy, self->copy_column, "word"));
  gtk_widget_add_css_class (box, "fact");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->facts, row);
}

static void
add_head (SgnCompareBox *self, gboolean compared, const char *day)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  gtk_box_append (GTK_BOX (box), make_cell ("", NULL, NULL));
  if (compared)
    gtk_box_append (GTK_BOX (box),
                    make_cell (C_ ("comparison", "Now"), self->present_column, "sg-small"));
  gtk_box_append (GTK_BOX (box), make_cell (day, self->copy_column, "sg-small"));
  gtk_widget_add_css_class (box, "fact");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->facts, row);
}

static void
show_facts (SgnCompareBox *self, const SgnBackupComparison *comparison, const char *day)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->facts, 0)) != NULL)
    gtk_list_box_remove (self->facts, GTK_WIDGET (row));
  add_head (self, comparison->present != NULL, day);
  for (guint i = 0; i < SGN_N_BACKUP_FACTS; i++) {
    g_autofree char *copy = sgn_backup_words_fact (comparison->copy, i);
    g_autofree char *present =
      comparison->present != NULL ? sgn_backup_words_fact (comparison->present, i) : NULL;

    add_row (self, sgn_backup_words_fact_title (i), present, copy);
  }
}

static void
show_missing (SgnCompareBox *self,
              const SgnBackupComparison *comparison,
              const char *day,
              const char *missing)
{
  g_autofree char *words = sgn_backup_words_missing (comparison->missing->len, day);

  gtk_label_set_text (self->missing_words, words);
  gtk_label_set_text (self->missing_list, missing != NULL ? missing : "");
  gtk_widget_set_visible (self->missing_expander, missing != NULL && *missing != '\0');
  gtk_widget_set_visible (self->missing_box, comparison->same_company);
}

/**
 * sgn_compare_box_show:
 * @self: a compare box
 * @comparison: the present file and the backup; the backup alone when nothing is open
 * @day: the day of the backup
 * @kept_name: (nullable): under which name the present file is kept
 * @missing: (nullable): one line for each entry that is missing in the backup
 */
void
sgn_compare_box_show (SgnCompareBox *self,
                      const SgnBackupComparison *comparison,
                      const char *day,
                      const char *kept_name,
                      const char *missing)
{
  g_autofree char *kept = NULL;

  g_return_if_fail (SGN_IS_COMPARE_BOX (self));

  kept = kept_name != NULL
           ? g_strdup_printf (_ ("The present file is not removed. It is kept as “%s” and can be "
                                 "opened again at any time."),
                              kept_name)
           : g_strdup (_ ("The damaged file stays as it is. The backup becomes a new file beside "
                          "it."));
  show_facts (self, comparison, day);
  show_missing (self, comparison, day, missing);
  if (comparison->present == NULL)
    gtk_widget_set_visible (self->missing_box, FALSE);
  gtk_widget_set_visible (self->strange, comparison->present != NULL && !comparison->same_company);
  gtk_label_set_text (self->kept_words, kept);
  gtk_widget_set_visible (GTK_WIDGET (self->words), FALSE);
  gtk_widget_set_visible (self->body, TRUE);
}

/**
 * sgn_compare_box_show_words:
 * @self: a compare box
 * @words: one sentence, such as why nothing can be compared
 */
void
sgn_compare_box_show_words (SgnCompareBox *self, const char *words)
{
  g_return_if_fail (SGN_IS_COMPARE_BOX (self));

  gtk_label_set_text (self->words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->words), *words != '\0');
  gtk_widget_set_visible (self->body, FALSE);
}
