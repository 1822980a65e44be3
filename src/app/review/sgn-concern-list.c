/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-concern-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "sgn-concern-row.h"

/* More of one rule than this stay folded until somebody wants to see them. */
#define MOST_UNFOLDED 5

struct _SgnConcernList {
  GtkBox parent_instance;

  GtkWidget *icon;
  GtkLabel *heading;
  GtkLabel *sentence;
  GtkListBox *list;

  SgnWeight weight;
  GPtrArray *rows;   /* of SgnConcernRow: not owned */
  GHashTable *folds; /* rule → AdwExpanderRow: not owned */
};

G_DEFINE_FINAL_TYPE (SgnConcernList, sgn_concern_list, GTK_TYPE_BOX)

static const struct {
  const char *heading;
  const char *sentence;
} words[SGN_N_WEIGHTS] = {
  [SGN_WEIGHT_MUST] = { NC_ ("findings", "To Mend First"),
                        NC_ ("findings", "Before anything is shown to others.") },
  [SGN_WEIGHT_SHOULD] = { NC_ ("findings", "Worth Mending"),
                          NC_ ("findings", "Add what is missing, or make both sides agree.") },
  [SGN_WEIGHT_REMARK] = { NC_ ("findings", "Worth Knowing"),
                          NC_ ("findings", "Nothing has to be done.") },
};

static void
show_heading (SgnConcernList *self, guint count)
{
  const char *heading = g_dpgettext2 (GETTEXT_PACKAGE, "findings", words[self->weight].heading);
  g_autofree char *text = g_strdup_printf (C_ ("findings", "%s: %u"), heading, count);

  gtk_label_set_text (self->heading, text);
  gtk_label_set_text (self->sentence,
                      g_dpgettext2 (GETTEXT_PACKAGE, "findings", words[self->weight].sentence));
}

static void
add_row (SgnConcernList *self, AdwExpanderRow *group, GtkWidget *row)
{
  g_ptr_array_add (self->rows, row);
  if (group != NULL)
    adw_expander_row_add_row (group, row);
  else
    gtk_list_box_append (self->list, row);
}

static AdwExpanderRow *
add_group (SgnConcernList *self,
           SgnLibrary *library,
           const char *rule,
           guint count,
           gboolean unfolded)
{
  SgnLanguage language = sgn_language_of_user ();
  GtkWidget *group = adw_expander_row_new ();
  g_autofree char *title =
    g_strdup_printf (C_ ("findings", "%s: %u"), sgn_consistency_get_title (library, rule, language),
                     count);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (group), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (group), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (group),
                                 sgn_consistency_get_advice (library, rule, language));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (group), unfolded);
  g_hash_table_insert (self->folds, (gpointer) rule, group);
  gtk_list_box_append (self->list, group);
  return ADW_EXPANDER_ROW (group);
}

/* @before: rules that were shown folded or unfolded, and stay so. */
static void
add_rule (SgnConcernList *self,
          SgnLibrary *library,
          GPtrArray *concerns,
          guint start,
          guint end,
          GHashTable *before)
{
  const SgnConcern *first = g_ptr_array_index (concerns, start);
  gboolean unfolded = end - start <= MOST_UNFOLDED;
  AdwExpanderRow *group = NULL;
  gpointer kept = NULL;

  if (g_hash_table_lookup_extended (before, first->rule, NULL, &kept))
    unfolded = GPOINTER_TO_INT (kept);
  if (end - start > 1)
    group = add_group (self, library, first->rule, end - start, unfolded);
  for (guint i = start; i < end; i++) {
    const SgnConcern *concern = g_ptr_array_index (concerns, i);
    const char *advice =
      group == NULL ? sgn_consistency_get_advice (library, concern->rule, sgn_language_of_user ())
                    : NULL;

    add_row (self, group, sgn_concern_row_new (concern, advice));
  }
}

/* (transfer full): rule → whether it is unfolded */
static GHashTable *
read_folds (SgnConcernList *self)
{
  GHashTable *folds = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer rule = NULL, group = NULL;

  g_hash_table_iter_init (&iter, self->folds);
  while (g_hash_table_iter_next (&iter, &rule, &group))
    g_hash_table_insert (folds, rule, GINT_TO_POINTER (adw_expander_row_get_expanded (group)));
  return folds;
}

static void
clear (SgnConcernList *self)
{
  GtkWidget *row;

  g_ptr_array_set_size (self->rows, 0);
  g_hash_table_remove_all (self->folds);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
sgn_concern_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_CONCERN_LIST);

  G_OBJECT_CLASS (sgn_concern_list_parent_class)->dispose (object);
}

static void
sgn_concern_list_finalize (GObject *object)
{
  SgnConcernList *self = SGN_CONCERN_LIST (object);

  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->folds);

  G_OBJECT_CLASS (sgn_concern_list_parent_class)->finalize (object);
}

static void
sgn_concern_list_class_init (SgnConcernListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_concern_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_concern_list_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-concern-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnConcernList, icon);
  gtk_widget_class_bind_template_child (widget_class, SgnConcernList, heading);
  gtk_widget_class_bind_template_child (widget_class, SgnConcernList, sentence);
  gtk_widget_class_bind_template_child (widget_class, SgnConcernList, list);
}

static void
sgn_concern_list_init (SgnConcernList *self)
{
  self->rows = g_ptr_array_new ();
  self->folds = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sgn_concern_list_new (SgnWeight weight)
{
  SgnConcernList *self = g_object_new (SGN_TYPE_CONCERN_LIST, NULL);

  self->weight = weight;
  gtk_widget_set_visible (self->icon, weight == SGN_WEIGHT_MUST);
  return GTK_WIDGET (self);
}

/**
 * sgn_concern_list_show:
 * @self: a list
 * @library: what says in words what was found
 * @concerns: (element-type SgnConcern): all that was found, by weight and rule
 *
 * What was folded before stays folded.
 */
void
sgn_concern_list_show (SgnConcernList *self, SgnLibrary *library, GPtrArray *concerns)
{
  g_autoptr (GHashTable) before = NULL;
  guint count;
  guint end;

  g_return_if_fail (SGN_IS_CONCERN_LIST (self));

  before = read_folds (self);
  clear (self);
  count = sgn_concerns_count (concerns, self->weight);
  show_heading (self, count);
  gtk_widget_set_visible (GTK_WIDGET (self), count > 0);
  for (guint start = 0; start < concerns->len; start = end) {
    const SgnConcern *first = g_ptr_array_index (concerns, start);

    for (end = start + 1; end < concerns->len; end++) {
      const SgnConcern *next = g_ptr_array_index (concerns, end);

      if (next->rule != first->rule || next->weight != first->weight)
        break;
    }
    if (first->weight == self->weight)
      add_rule (self, library, concerns, start, end, before);
  }
}

gboolean
sgn_concern_list_focus (SgnConcernList *self, const char *id)
{
  g_return_val_if_fail (SGN_IS_CONCERN_LIST (self), FALSE);

  if (id == NULL && self->rows->len > 0)
    return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  for (guint i = 0; i < self->rows->len; i++) {
    SgnConcernRow *row = g_ptr_array_index (self->rows, i);

    if (g_strcmp0 (sgn_concern_row_get_id (row), id) == 0)
      return gtk_widget_grab_focus (GTK_WIDGET (row));
  }
  return FALSE;
}
