/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-task-row.h"

#include <glib/gi18n-lib.h>

#include "sgn-plan-words.h"
#include "sgn-task-mark.h"

#define MARK_SIZE 28
/* In Latin letters: so that the eye can run down each column. */
#define STATE_WIDTH 10
#define OWNER_WIDTH 15
#define DAY_WIDTH 15

struct _SgnTaskRow {
  GtkListBoxRow parent_instance;

  SgnTaskMark *mark;
  GtkBox *lines;
  GtkBox *who;
  GtkLabel *title;
  GtkLabel *grounds;
  GtkLabel *state;
  GtkLabel *owner;
  GtkBox *days;
  GtkLabel *day;
  GtkLabel *left;

  char *key;
};

G_DEFINE_FINAL_TYPE (SgnTaskRow, sgn_task_row, GTK_TYPE_LIST_BOX_ROW)

static GtkLabel *
add_label (GtkBox *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
add_words (SgnTaskRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  self->title = add_label (GTK_BOX (words), NULL);
  self->grounds = add_label (GTK_BOX (words), "sg-small");
  gtk_widget_add_css_class (GTK_WIDGET (self->grounds), "muted");
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_wrap_mode (self->title, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_wrap (self->grounds, TRUE);
  gtk_label_set_wrap_mode (self->grounds, PANGO_WRAP_WORD_CHAR);
  gtk_box_append (self->lines, words);
}

static GtkBox *
add_column (SgnTaskRow *self, GtkOrientation orientation, int spacing)
{
  GtkWidget *column = gtk_box_new (orientation, spacing);

  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (column, "sg-small");
  gtk_box_append (self->lines, column);
  return GTK_BOX (column);
}

static void
add_columns (SgnTaskRow *self)
{
  self->who = add_column (self, GTK_ORIENTATION_HORIZONTAL, 8);
  self->state = add_label (self->who, "word");
  self->owner = add_label (self->who, NULL);
  gtk_label_set_ellipsize (self->owner, PANGO_ELLIPSIZE_END);
  self->days = add_column (self, GTK_ORIENTATION_VERTICAL, 2);
  self->day = add_label (self->days, "tnum");
  self->left = add_label (self->days, "tnum");
}

static void
sgn_task_row_finalize (GObject *object)
{
  g_free (SGN_TASK_ROW (object)->key);

  G_OBJECT_CLASS (sgn_task_row_parent_class)->finalize (object);
}

static void
sgn_task_row_class_init (SgnTaskRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_task_row_finalize;
}

static void
sgn_task_row_init (SgnTaskRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->mark = SGN_TASK_MARK (sgn_task_mark_new (MARK_SIZE));
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_widget_set_hexpand (GTK_WIDGET (self->lines), TRUE);
  add_words (self);
  add_columns (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->mark));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lines));
  gtk_widget_add_css_class (box, "item-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  sgn_task_row_set_narrow (self, FALSE);
}

GtkWidget *
sgn_task_row_new (const char *key)
{
  SgnTaskRow *self = g_object_new (SGN_TYPE_TASK_ROW, NULL);

  self->key = g_strdup (key);
  return GTK_WIDGET (self);
}

static void
set_words (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words);
  gtk_widget_set_visible (GTK_WIDGET (label), *words != '\0');
}

static void
show_owner (SgnTaskRow *self, const SgnPerson *person)
{
  g_autofree char *words = person != NULL ? sgn_plan_words_owner (person) : g_strdup ("");
  g_autofree char *name = person != NULL ? sgn_plan_words_name (person) : NULL;

  gtk_label_set_text (self->owner, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->owner), name);
}

/* As an attribute, and not by the style sheet: the column keeps its width. */
static void
set_bold (GtkLabel *label, gboolean bold)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}

static void
set_class (GtkLabel *label, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (label), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), name);
}

/* Of what is over the day it was done; how long it was due is told no more. */
static void
show_days (SgnTaskRow *self, const SgnBoardLine *line, const char *today, gboolean dated)
{
  const SgnTask *task = line->plan->task;
  gboolean over = line->mark == SGN_MARK_COMPLETE || line->mark == SGN_MARK_NOT_APPLICABLE;
  const char *date = task == NULL ? NULL : over ? task->done_on : task->due;
  g_autofree char *day = date == NULL ? g_strdup ("")
                         : dated      ? sgn_plan_words_day (date, today)
                                      : sgn_plan_words_short_day (date);
  g_autofree char *left = date == NULL || over ? g_strdup ("") : sgn_plan_words_left (date, today);

  set_words (self->day, day);
  set_words (self->left, left);
  set_bold (self->day, line->mark == SGN_MARK_OVERDUE);
  set_bold (self->left, line->mark == SGN_MARK_OVERDUE);
  set_class (self->left, "latetext", line->mark == SGN_MARK_OVERDUE);
  set_class (self->left, "muted", line->mark != SGN_MARK_OVERDUE);
}

static void
add_name (GString *name, const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", words);
}

/* All of the row as one sentence for a screen reader; the name of the owner in full. */
static void
name_row (SgnTaskRow *self)
{
  g_autoptr (GString) name = g_string_new (NULL);

  add_name (name, gtk_label_get_text (self->title));
  add_name (name, gtk_label_get_text (self->state));
  add_name (name, gtk_widget_get_tooltip_text (GTK_WIDGET (self->owner)));
  add_name (name, gtk_label_get_text (self->day));
  add_name (name, gtk_label_get_text (self->left));
  add_name (name, gtk_label_get_text (self->grounds));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
}

void
sgn_task_row_show (SgnTaskRow *self,
                   const SgnBoardLine *line,
                   const SgnTaskBoard *board,
                   const SgnRecord *record,
                   gboolean dated)
{
  const SgnTask *task = line->plan->task;
  g_autofree char *title = sgn_plan_words_title (line);
  g_autofree char *grounds = sgn_plan_words_grounds (line, record);

  g_return_if_fail (SGN_IS_TASK_ROW (self));

  sgn_task_mark_set_mark (self->mark, line->mark);
  gtk_label_set_text (self->title, title);
  set_words (self->grounds, grounds);
  gtk_label_set_text (self->state, sgn_plan_words_state (line->mark));
  show_owner (self, task != NULL ? sgn_record_find_person (record, task->owner) : NULL);
  show_days (self, line, board->today, dated);
  name_row (self);
}

static void
set_width (GtkLabel *label, int width, gboolean narrow)
{
  gtk_label_set_width_chars (label, narrow ? -1 : width);
  gtk_label_set_max_width_chars (label, narrow ? -1 : width);
}

void
sgn_task_row_set_narrow (SgnTaskRow *self, gboolean narrow)
{
  GtkOrientation across = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  g_return_if_fail (SGN_IS_TASK_ROW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lines), across);
  gtk_box_set_spacing (self->lines, narrow ? 4 : 12);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->days),
                                  narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (self->days, narrow ? 8 : 2);
  set_width (self->state, STATE_WIDTH, narrow);
  set_width (self->owner, OWNER_WIDTH, narrow);
  set_width (self->day, DAY_WIDTH, narrow);
  set_width (self->left, DAY_WIDTH, narrow);
  gtk_label_set_xalign (self->day, narrow ? 0 : 1);
  gtk_label_set_xalign (self->left, narrow ? 0 : 1);
  gtk_widget_set_valign (GTK_WIDGET (self->days), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->mark), narrow ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
}

const char *
sgn_task_row_get_key (SgnTaskRow *self)
{
  g_return_val_if_fail (SGN_IS_TASK_ROW (self), NULL);

  return self->key;
}

char *
sgn_task_row_make_key (const SgnBoardLine *line)
{
  const SgnPlanLine *plan = line->plan;

  if (plan->task == NULL)
    return sgn_answer_make_reference (plan->assessment->id, plan->item->id);
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, SGN_KIND_TASK, plan->task->id);
}
