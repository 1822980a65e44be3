/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-result-table.h"

#include <glib/gi18n-lib.h>

#include "sgn-result-words.h"

typedef enum {
  COLUMN_TITLE,
  COLUMN_NOW,
  COLUMN_MAX,
  COLUMN_BEFORE,
  COLUMN_DIFFERENCE,
} Column;
#define N_COLUMNS 5

/* One line, as texts. */
#define TYPE_LINE (line_get_type ())
G_DECLARE_FINAL_TYPE (Line, line, SGN_RESULT, LINE, GObject)

struct _Line {
  GObject parent_instance;

  char *texts[N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (Line, line, G_TYPE_OBJECT)

struct _SgnResultTable {
  GtkWidget parent_instance;

  GtkWidget *view;
  GListStore *lines; /* of Line */
};

G_DEFINE_FINAL_TYPE (SgnResultTable, sgn_result_table, GTK_TYPE_WIDGET)

static const char *const titles[N_COLUMNS] = {
  NC_ ("result", "Area"),   NC_ ("result", "Now"),        NC_ ("result", "Highest"),
  NC_ ("result", "Before"), NC_ ("result", "Difference"),
};

static void
line_finalize (GObject *object)
{
  Line *self = SGN_RESULT_LINE (object);

  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (line_parent_class)->finalize (object);
}

static void
line_class_init (LineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = line_finalize;
}

static void
line_init (Line *self)
{
}

static Line *
line_new (SgnResultsKind kind,
          const char *title,
          const SgnResultValue *now,
          const SgnResultValue *before)
{
  Line *self = g_object_new (TYPE_LINE, NULL);
  g_autofree char *max = sgn_result_words_dup_max (kind, now);

  self->texts[COLUMN_TITLE] = g_strdup (title);
  self->texts[COLUMN_NOW] = sgn_result_words_dup_number (kind, now);
  self->texts[COLUMN_MAX] = g_strdup (now->known ? max + 2 : "–");
  self->texts[COLUMN_BEFORE] = sgn_result_words_dup_number (kind, before);
  self->texts[COLUMN_DIFFERENCE] = sgn_result_words_dup_difference (kind, now, before);
  return self;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean text = GPOINTER_TO_INT (column) == COLUMN_TITLE;

  gtk_label_set_xalign (GTK_LABEL (label), text ? 0 : 1);
  gtk_widget_add_css_class (label, "tnum");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  const Line *line = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      line->texts[GPOINTER_TO_INT (column)]);
}

static void
add_column (SgnResultTable *self, Column column)
{
  const char *title = g_dpgettext2 (GETTEXT_PACKAGE, "result", titles[column]);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (column));
  added = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (added, column == COLUMN_TITLE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), added);
}

static void
sgn_result_table_dispose (GObject *object)
{
  SgnResultTable *self = SGN_RESULT_TABLE (object);

  g_clear_pointer (&self->view, gtk_widget_unparent);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (sgn_result_table_parent_class)->dispose (object);
}

static void
sgn_result_table_class_init (SgnResultTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sgn_result_table_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sgn_result_table_init (SgnResultTable *self)
{
  GtkSelectionModel *selection;

  self->lines = g_list_store_new (TYPE_LINE);
  selection =
    GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines))));
  self->view = gtk_column_view_new (selection);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Results by area"), -1);
  for (guint i = 0; i < N_COLUMNS; i++)
    add_column (self, (Column) i);
}

/**
 * sgn_result_table_show:
 * @self: a table
 * @results: what a check came to
 */
void
sgn_result_table_show (SgnResultTable *self, const SgnResults *results)
{
  g_return_if_fail (SGN_IS_RESULT_TABLE (self) && results != NULL);

  g_list_store_remove_all (self->lines);
  for (guint i = 0; i < results->parts->len; i++) {
    const SgnResultPart *part = results->parts->pdata[i];
    g_autoptr (Line) line =
      line_new (results->kind, sgn_text_get (part->title, sgn_language_of_user ()), &part->now,
                &part->before);

    g_list_store_append (self->lines, line);
  }
}
