/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-task-head.h"

#include <glib/gi18n-lib.h>

#include "sgn-plan-words.h"
#include "sgn-task-bar.h"
#include "sgn-task-mark.h"

#define MARK_SIZE 22

struct _SgnTaskHead {
  GtkBox parent_instance;

  GtkLabel *title;
  GtkBox *line;
  GtkGrid *counts;
  SgnTaskBar *bar;
};

G_DEFINE_FINAL_TYPE (SgnTaskHead, sgn_task_head, GTK_TYPE_BOX)

static void
sgn_task_head_class_init (SgnTaskHeadClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "task-head");
}

static void
add_counts (SgnTaskHead *self)
{
  guint n = 0;
  const SgnMark *marks = sgn_task_bar_get_marks (&n);

  for (guint i = 0; i < n; i++) {
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
    GtkWidget *mark = sgn_task_mark_new (MARK_SIZE);

    sgn_task_mark_set_mark (SGN_TASK_MARK (mark), marks[i]);
    gtk_box_append (GTK_BOX (box), mark);
    gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
    gtk_widget_add_css_class (box, "sg-small");
    gtk_grid_attach (self->counts, box, (int) i, 0, 1, 1);
  }
}

static void
sgn_task_head_init (SgnTaskHead *self)
{
  self->line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  self->counts = GTK_GRID (gtk_grid_new ());
  self->title = GTK_LABEL (
    g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0,
                  "hexpand", TRUE, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL));
  self->bar = g_object_new (SGN_TYPE_TASK_BAR, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "lead");
  gtk_widget_set_valign (GTK_WIDGET (self->counts), GTK_ALIGN_CENTER);
  gtk_grid_set_column_spacing (self->counts, 14);
  gtk_grid_set_row_spacing (self->counts, 2);
  add_counts (self);
  gtk_box_append (self->line, GTK_WIDGET (self->title));
  gtk_box_append (self->line, GTK_WIDGET (self->counts));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->line));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->bar));
}

static char *
dup_sentence (const SgnTaskBoard *board)
{
  guint planned = sgn_task_board_count_planned (board);
  guint done = sgn_task_board_count_mark (board, SGN_MARK_COMPLETE);

  if (planned == 0)
    return g_strdup (_ ("Nothing is planned yet"));
  if (planned == done)
    return g_strdup_printf (ngettext ("The one task is done", "All %u tasks are done", planned),
                            planned);
  return g_strdup_printf (ngettext ("%2$u of %1$u task is done", "%2$u of %1$u tasks are done",
                                    planned),
                          planned, done);
}

static void
show_counts (SgnTaskHead *self, const SgnTaskBoard *board)
{
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->counts));
  guint n = 0;
  const SgnMark *marks = sgn_task_bar_get_marks (&n);

  for (guint i = 0; i < n; i++) {
    guint count = sgn_task_board_count_mark (board, marks[i]);
    GtkWidget *label = gtk_widget_get_last_child (box);
    g_autofree char *words = g_strdup_printf ("%s %u", sgn_plan_words_state (marks[i]), count);

    gtk_label_set_text (GTK_LABEL (label), words);
    gtk_widget_set_visible (box, count > 0);
    if (marks[i] == SGN_MARK_OVERDUE)
      gtk_widget_add_css_class (label, "word");
    box = gtk_widget_get_next_sibling (box);
  }
}

void
sgn_task_head_show (SgnTaskHead *self, const SgnTaskBoard *board)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (SGN_IS_TASK_HEAD (self));

  sentence = dup_sentence (board);
  gtk_label_set_text (self->title, sentence);
  show_counts (self, board);
  sgn_task_bar_show (self->bar, board);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), sgn_task_board_count_planned (board) > 0);
}

/* The counts wrap below the sentence, two in a line. */
void
sgn_task_head_set_narrow (SgnTaskHead *self, gboolean narrow)
{
  GtkLayoutManager *layout;
  int columns = narrow ? 2 : 4;
  int index = 0;

  g_return_if_fail (SGN_IS_TASK_HEAD (self));

  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self->counts));
  for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->counts)); box != NULL;
       box = gtk_widget_get_next_sibling (box), index++)
    g_object_set (gtk_layout_manager_get_layout_child (layout, box), "column", index % columns,
                  "row", index / columns, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->line),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->line, narrow ? 6 : 12);
}
