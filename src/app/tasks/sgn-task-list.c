/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-task-list.h"

#include <glib/gi18n-lib.h>

#include "sgn-check-keys.h"
#include "sgn-plan-words.h"
#include "sgn-task-row.h"

/* So many rows are made at once. */
#define PAGE 40

struct _SgnTaskList {
  GtkBox parent_instance;

  GtkBox *sections;
  GtkButton *more;

  GHashTable *rows; /* key → SgnTaskRow: kept while they are shown, so that few are made anew */
  GPtrArray *order; /* of SgnTaskRow: as they stand; not owned */
  guint limit;
  char *wanted; /* (nullable): key of a row that is to be shown, however far down */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (SgnTaskList, sgn_task_list, GTK_TYPE_BOX)

enum {
  SIGNAL_OPENED,
  SIGNAL_STEPPED,
  SIGNAL_MORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
activated_cb (SgnTaskList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, sgn_task_row_get_key (SGN_TASK_ROW (row)));
}

/* On the row, so that it comes before the list, for which Space is Return. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType state,
                SgnTaskList *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      (key != GDK_KEY_space && key != GDK_KEY_KP_Space))
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_STEPPED], 0, sgn_task_row_get_key (SGN_TASK_ROW (row)));
  return TRUE;
}

static GtkWidget *
make_row (SgnTaskList *self, const char *key)
{
  GtkWidget *row = sgn_task_row_new (key);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (row, keys);
  sgn_task_row_set_narrow (SGN_TASK_ROW (row), self->narrow);
  return row;
}

/* (transfer full): the one that was shown before, or a new one */
static GtkWidget *
take_row (SgnTaskList *self, GHashTable *before, const char *key)
{
  gpointer row = NULL;
  gpointer old_key = NULL;

  if (g_hash_table_steal_extended (before, key, &old_key, &row)) {
    g_free (old_key);
    return row;
  }
  return g_object_ref_sink (make_row (self, key));
}

static GtkWidget *
add_heading (SgnTaskList *self, const SgnBoardSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *words = sgn_plan_words_heading (section);
  g_autofree char *number =
    g_strdup_printf (ngettext ("%u task", "%u tasks", section->lines->len), section->lines->len);
  GtkWidget *title =
    g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", words,
                  "xalign", 0.0, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *count = gtk_label_new (number);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (count, "muted");
  gtk_widget_add_css_class (count, "sg-small");
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), count);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (self->sections, box);
  return box;
}

static GtkListBox *
add_list (SgnTaskList *self, GtkWidget *box, const SgnBoardSection *section)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *words = sgn_plan_words_heading (section);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  sgn_check_keys_join (GTK_LIST_BOX (list));
  gtk_box_append (GTK_BOX (box), list);
  return GTK_LIST_BOX (list);
}

/* Empties the lists; (transfer full): the rows by key */
static GHashTable *
take_all (SgnTaskList *self)
{
  GHashTable *rows = self->rows;
  GtkWidget *box;

  for (guint i = 0; i < self->order->len; i++) {
    GtkWidget *row = g_ptr_array_index (self->order, i);

    gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (row)), row);
  }
  while ((box = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, box);
  g_ptr_array_set_size (self->order, 0);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return rows;
}

/* Whether year and day must stand in the row, because no heading says them. */
static gboolean
is_dated (const SgnBoardSection *section)
{
  return section->heading != SGN_BOARD_MONTH && section->heading != SGN_BOARD_YEAR;
}

static void
fill_section (SgnTaskList *self,
              const SgnBoardSection *section,
              const SgnTaskBoard *board,
              const SgnRecord *record,
              GHashTable *before)
{
  GtkListBox *list = add_list (self, add_heading (self, section), section);

  for (guint i = 0; i < section->lines->len && self->order->len < self->limit; i++) {
    const SgnBoardLine *line = g_ptr_array_index (section->lines, i);
    char *key = sgn_task_row_make_key (line);
    GtkWidget *row = take_row (self, before, key);

    sgn_task_row_show (SGN_TASK_ROW (row), line, board, record, is_dated (section));
    gtk_list_box_append (list, row);
    g_ptr_array_add (self->order, row);
    g_hash_table_insert (self->rows, key, row);
  }
}

/* Where the focus is, as a place in the list; -1 when it is elsewhere. */
static int
find_focus (SgnTaskList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint index = 0;

  return focus != NULL && g_ptr_array_find (self->order, focus, &index) ? (int) index : -1;
}

/* The row that had the focus keeps it; when it is gone, the one that stands there now has it. */
static void
restore_focus (SgnTaskList *self, int index, const char *key)
{
  if (index < 0 || self->order->len == 0)
    return;
  if (!sgn_task_list_focus (self, key))
    gtk_widget_grab_focus (self->order->pdata[MIN ((guint) index, self->order->len - 1)]);
}

static void
show_rest (SgnTaskList *self, guint all)
{
  guint rest = all - self->order->len;
  g_autofree char *words =
    g_strdup_printf (ngettext ("Show More (%u Left)", "Show More (%u Left)", rest), rest);

  gtk_button_set_label (self->more, words);
  gtk_widget_set_visible (GTK_WIDGET (self->more), rest > 0);
}

static void
more_cb (SgnTaskList *self)
{
  self->limit += PAGE;
  g_signal_emit (self, signals[SIGNAL_MORE], 0);
}

static void
sgn_task_list_dispose (GObject *object)
{
  SgnTaskList *self = SGN_TASK_LIST (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (sgn_task_list_parent_class)->dispose (object);
}

static void
sgn_task_list_class_init (SgnTaskListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sgn_task_list_dispose;

  signals[SIGNAL_OPENED] = g_signal_new ("opened", SGN_TYPE_TASK_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_STEPPED] = g_signal_new ("stepped", SGN_TYPE_TASK_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_MORE] = g_signal_new ("more", SGN_TYPE_TASK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
}

static void
sgn_task_list_init (SgnTaskList *self)
{
  GtkWidget *sections = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *more = gtk_button_new ();

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->order = g_ptr_array_new ();
  self->limit = PAGE;
  self->sections = GTK_BOX (sections);
  self->more = GTK_BUTTON (more);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_halign (more, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (more, FALSE);
  g_signal_connect_object (more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), sections);
  gtk_box_append (GTK_BOX (self), more);
}

/* Unfolds as far as the row that is wanted. */
static void
reach_wanted (SgnTaskList *self, GPtrArray *sections)
{
  guint position = 0;

  for (guint i = 0; self->wanted != NULL && i < sections->len; i++) {
    const SgnBoardSection *section = g_ptr_array_index (sections, i);

    for (guint k = 0; k < section->lines->len; k++) {
      g_autofree char *key = sgn_task_row_make_key (g_ptr_array_index (section->lines, k));

      position++;
      if (g_str_equal (key, self->wanted))
        self->limit = MAX (self->limit, position);
    }
  }
  g_clear_pointer (&self->wanted, g_free);
}

void
sgn_task_list_show (SgnTaskList *self,
                    const SgnTaskBoard *board,
                    const SgnRecord *record,
                    const SgnBoardWish *wish)
{
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GHashTable) before = NULL;
  g_autofree char *key = NULL;
  guint all = 0;
  int focus;

  g_return_if_fail (SGN_IS_TASK_LIST (self));

  sections = sgn_task_board_list (board, wish);
  reach_wanted (self, sections);
  focus = find_focus (self);
  key = g_strdup (sgn_task_list_get_focus (self));
  before = take_all (self);
  for (guint i = 0; i < sections->len; i++) {
    const SgnBoardSection *section = g_ptr_array_index (sections, i);

    all += section->lines->len;
    if (self->order->len < self->limit)
      fill_section (self, section, board, record, before);
  }
  show_rest (self, all);
  restore_focus (self, focus, key);
}

void
sgn_task_list_rewind (SgnTaskList *self)
{
  g_return_if_fail (SGN_IS_TASK_LIST (self));

  self->limit = PAGE;
}

void
sgn_task_list_reach (SgnTaskList *self, const char *key)
{
  g_return_if_fail (SGN_IS_TASK_LIST (self));

  g_free (self->wanted);
  self->wanted = g_strdup (key);
}

void
sgn_task_list_set_narrow (SgnTaskList *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_TASK_LIST (self));

  self->narrow = narrow;
  for (guint i = 0; i < self->order->len; i++)
    sgn_task_row_set_narrow (g_ptr_array_index (self->order, i), narrow);
}

gboolean
sgn_task_list_focus (SgnTaskList *self, const char *key)
{
  GtkWidget *row = NULL;

  g_return_val_if_fail (SGN_IS_TASK_LIST (self), FALSE);

  if (key != NULL)
    row = g_hash_table_lookup (self->rows, key);
  else if (self->order->len > 0)
    row = g_ptr_array_index (self->order, 0);
  return row != NULL && gtk_widget_grab_focus (row);
}

const char *
sgn_task_list_get_focus (SgnTaskList *self)
{
  int index;

  g_return_val_if_fail (SGN_IS_TASK_LIST (self), NULL);

  index = find_focus (self);
  return index >= 0 ? sgn_task_row_get_key (self->order->pdata[index]) : NULL;
}

guint
sgn_task_list_count_rows (SgnTaskList *self)
{
  g_return_val_if_fail (SGN_IS_TASK_LIST (self), 0);

  return self->order->len;
}
