/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-task-dialog.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "sgn-author-memory.h"
#include "sgn-compat.h"
#include "sgn-date.h"
#include "sgn-plan-words.h"
#include "sgn-task-links.h"
#include "sgn-text-size.h"
#include "sgn-typed-date.h"

#define WIDTH 500
#define HEIGHT 640
#define COLUMN 600

struct _SgnTaskDialog {
  AdwWindow parent_instance;

  AdwClamp *column;
  GtkButton *save_button;
  GtkWidget *notice;
  GtkEditable *title_row;
  AdwComboRow *owner_row;
  GtkEditable *name_row;
  GtkEditable *due_row;
  GtkMenuButton *calendar_button;
  GtkCalendar *calendar;
  AdwComboRow *state_row;
  GtkLabel *hint;
  SgnTaskLinks *links;
  GtkTextView *note;
  GtkEditable *english_row;
  GtkWidget *what_group;
  GtkWidget *links_group;
  GtkWidget *note_group;
  GtkWidget *english_group;

  SgnSession *session;
  SgnSaving *saving;
  gint64 task;
  char *today;
  GPtrArray *names; /* of char*, as the people stand in the choice after nobody */
  char *leave_key;  /* (nullable): the question to be opened once all is saved */
  char *leave_item;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SgnTaskDialog, sgn_task_dialog, ADW_TYPE_WINDOW)

enum {
  SIGNAL_SAVED,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct {
  const char *state;
  SgnMark mark;
} states[] = {
  { SGN_TASK_TODO, SGN_MARK_TODO },
  { SGN_TASK_DOING, SGN_MARK_DOING },
  { SGN_TASK_DONE, SGN_MARK_COMPLETE },
  { SGN_TASK_DECLINED, SGN_MARK_NOT_APPLICABLE },
};

static gboolean
can_write (SgnTaskDialog *self)
{
  return self->session != NULL && !sgn_session_get_read_only (self->session);
}

/* (nullable): the task as it is on disk */
static const SgnTask *
find_task (SgnTaskDialog *self)
{
  const SgnRecord *record = sgn_session_get_record (self->session);

  return self->task != 0 && record != NULL ? sgn_record_find_task (record, self->task) : NULL;
}

static char *
dup_text (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

static char *
dup_note (SgnTaskDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
is_somebody_else (SgnTaskDialog *self)
{
  return adw_combo_row_get_selected (self->owner_row) == self->names->len + 1;
}

/* "" for nobody */
static char *
dup_owner (SgnTaskDialog *self)
{
  guint index = adw_combo_row_get_selected (self->owner_row);

  if (is_somebody_else (self))
    return dup_text (self->name_row);
  return g_strdup (index > 0 && index <= self->names->len ? self->names->pdata[index - 1] : "");
}

/* "" for no day; NULL for one that is none */
static char *
dup_due (SgnTaskDialog *self)
{
  g_autofree char *text = dup_text (self->due_row);

  return *text == '\0' ? g_strdup ("") : sgn_date_from_typed_next (text, self->today);
}

static gboolean
is_complete (SgnTaskDialog *self, const char *due)
{
  g_autofree char *title = dup_text (self->title_row);
  g_autofree char *name = dup_text (self->name_row);

  return *title != '\0' && due != NULL && (!is_somebody_else (self) || *name != '\0');
}

static void
show_hint (SgnTaskDialog *self, const char *due)
{
  g_autofree char *words =
    due != NULL && *due != '\0' ? sgn_date_to_words (due, sgn_language_of_user ()) : NULL;
  g_autofree char *left = words != NULL ? sgn_plan_words_left (due, self->today) : NULL;
  g_autofree char *both =
    words != NULL ? g_strdup_printf (_ ("Until %s (%s)"), words, left) : g_strdup ("");

  if (due == NULL) {
    gtk_label_set_text (self->hint, _ ("This is no day. Write it as 2026-12-18, or choose it."));
    gtk_widget_add_css_class (GTK_WIDGET (self->due_row), "error");
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "latetext");
  } else {
    gtk_label_set_text (self->hint, both);
    gtk_widget_remove_css_class (GTK_WIDGET (self->due_row), "error");
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "latetext");
  }
  gtk_widget_set_visible (GTK_WIDGET (self->hint), due == NULL || *both != '\0');
}

/* What does not fit is told while it is typed. */
static void
update (SgnTaskDialog *self)
{
  g_autofree char *due = NULL;

  if (self->filling || self->session == NULL)
    return;
  due = dup_due (self);
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), is_somebody_else (self));
  show_hint (self, due);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "task.save",
                                 can_write (self) && is_complete (self, due));
}

/* It opens at the day that is written, else today. */
static void
calendar_shown_cb (SgnTaskDialog *self)
{
  g_autofree char *due = dup_due (self);
  const char *date = due != NULL && *due != '\0' ? due : self->today;
  g_autoptr (GDateTime) day =
    g_date_time_new_local (atoi (date), atoi (date + 5), atoi (date + 8), 12, 0, 0);

  self->filling = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->filling = FALSE;
}

static void
day_selected_cb (SgnTaskDialog *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  if (self->filling)
    return;
  gtk_editable_set_text (self->due_row, text);
  gtk_menu_button_popdown (self->calendar_button);
}

static void
leave (SgnTaskDialog *self)
{
  if (self->leave_key != NULL)
    g_signal_emit (self, signals[SIGNAL_LEFT], 0, self->leave_key, self->leave_item);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnTaskDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id = sgn_session_save_task_finish (SGN_SESSION (object), result, &error);

  sgn_saving_end (self->saving, NULL);
  if (self->session == NULL)
    return;
  if (error != NULL) {
    update (self);
    g_clear_pointer (&self->leave_key, g_free);
    sgn_tell (GTK_WINDOW (self), _ ("The task could not be saved"), error->message);
    return;
  }
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, id, self->task == 0);
  leave (self);
}

static gboolean
differs (const char *new_text, const char *old_text)
{
  return g_strcmp0 (new_text, old_text != NULL ? old_text : "") != 0;
}

/* What is not as it was; all of a new one. */
static gboolean
has_changed (SgnTaskDialog *self, const SgnTaskWords *words, GPtrArray *uses)
{
  const SgnTask *old = find_task (self);
  const SgnPerson *person =
    old != NULL ? sgn_record_find_person (sgn_session_get_record (self->session), old->owner)
                : NULL;

  return old == NULL || uses != NULL || differs (words->title, old->title) ||
         differs (words->title_en, old->title_en) || differs (words->note, old->note) ||
         differs (words->owner, person != NULL ? person->name : NULL) ||
         differs (words->due, old->due) || differs (words->state, old->state);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnTaskDialog *self = SGN_TASK_DIALOG (widget);
  g_autofree char *title = dup_text (self->title_row);
  g_autofree char *english = dup_text (self->english_row);
  g_autofree char *note = dup_note (self);
  g_autofree char *owner = dup_owner (self);
  g_autofree char *due = dup_due (self);
  guint state = adw_combo_row_get_selected (self->state_row);
  const SgnTaskWords words = { .title = title,
                               .title_en = english,
                               .note = note,
                               .owner = owner,
                               .due = due,
                               .state = state < G_N_ELEMENTS (states) ? states[state].state
                                                                      : SGN_TASK_TODO };
  g_autoptr (GPtrArray) uses = sgn_task_links_list (self->links);

  if (!has_changed (self, &words, uses)) {
    leave (self);
    return;
  }
  gtk_widget_action_set_enabled (widget, "task.save", FALSE);
  sgn_saving_begin (self->saving);
  sgn_session_save_task_async (self->session, self->task, &words, uses, saved_cb,
                               g_object_ref (self));
}

/* What was typed is saved first, when it can be. */
static void
left_cb (SgnTaskDialog *self, const char *catalogue, const char *item)
{
  g_autofree char *due = dup_due (self);

  self->leave_key = g_strdup (catalogue);
  self->leave_item = g_strdup (item);
  if (can_write (self) && is_complete (self, due))
    gtk_widget_activate_action (GTK_WIDGET (self), "task.save", NULL);
  else
    leave (self);
}

/* The people of the company, whoever has the task already, and somebody else. */
static void
fill_people (SgnTaskDialog *self, gint64 owner)
{
  const SgnRecord *record = sgn_session_get_record (self->session);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (words, C_ ("tasks", "Nobody yet"));
  for (guint i = 0; i < record->persons->len; i++) {
    const SgnPerson *person = g_ptr_array_index (record->persons, i);
    g_autofree char *name = sgn_plan_words_name (person);

    if (!sgn_author_can_be_chosen (person) && person->id != owner)
      continue;
    g_ptr_array_add (self->names, g_strdup (person->name));
    gtk_string_list_append (words, name);
    if (person->id == owner)
      selected = self->names->len;
  }
  gtk_string_list_append (words, C_ ("tasks", "Somebody else…"));
  adw_combo_row_set_model (self->owner_row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->owner_row, selected);
}

static void
fill_states (SgnTaskDialog *self, const char *state)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_string_list_append (words, sgn_plan_words_state (states[i].mark));
  adw_combo_row_set_model (self->state_row, G_LIST_MODEL (words));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i].state, state) == 0)
      adw_combo_row_set_selected (self->state_row, i);
}

static void
set_text (GtkEditable *row, const char *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

static void
fill (SgnTaskDialog *self)
{
  const SgnTask *task = find_task (self);
  gboolean writable = can_write (self);

  self->filling = TRUE;
  fill_people (self, task != NULL ? task->owner : 0);
  fill_states (self, task != NULL ? task->state : SGN_TASK_TODO);
  sgn_task_links_fill (self->links, self->session, task);
  if (task != NULL) {
    set_text (self->title_row, task->title);
    set_text (self->due_row, task->due);
    set_text (self->english_row, task->title_en);
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note),
                              task->note != NULL ? task->note : "", -1);
  }
  self->filling = FALSE;
  gtk_window_set_title (GTK_WINDOW (self), task != NULL ? _ ("Task") : _ ("New Task"));
  gtk_button_set_label (self->save_button, task != NULL ? _ ("_Save") : _ ("A_dd"));
  gtk_widget_set_visible (GTK_WIDGET (self->state_row), task != NULL);
  gtk_widget_set_visible (self->notice, !writable);
  gtk_widget_set_sensitive (self->what_group, writable);
  gtk_widget_set_sensitive (self->links_group, writable);
  gtk_widget_set_sensitive (self->note_group, writable);
  gtk_widget_set_sensitive (self->english_group, writable);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->title_row));
  update (self);
}

/* As large as the letters ask for, and no larger than the window it belongs to. */
static void
make_room (SgnTaskDialog *self, GtkWindow *parent)
{
  int width = sgn_text_scale_px (GTK_WIDGET (self), WIDTH);
  int height = sgn_text_scale_px (GTK_WIDGET (self), HEIGHT);
  int widest = gtk_widget_get_width (GTK_WIDGET (parent));
  int highest = gtk_widget_get_height (GTK_WIDGET (parent));

  adw_clamp_set_maximum_size (self->column, sgn_text_scale_px (GTK_WIDGET (self), COLUMN));
  gtk_window_set_default_size (GTK_WINDOW (self), widest > 0 ? MIN (width, widest) : width,
                               highest > 0 ? MIN (height, highest) : height);
}

static void
sgn_task_dialog_dispose (GObject *object)
{
  SgnTaskDialog *self = SGN_TASK_DIALOG (object);

  /* No field loses it when the row around it is gone; see sgn-backup-dialog.c. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_TASK_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sgn_task_dialog_parent_class)->dispose (object);
}

/* An act that outlives the dialog still says that it is over. */
static void
sgn_task_dialog_finalize (GObject *object)
{
  SgnTaskDialog *self = SGN_TASK_DIALOG (object);

  g_clear_object (&self->saving);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self->today);
  g_free (self->leave_key);
  g_free (self->leave_item);

  G_OBJECT_CLASS (sgn_task_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SgnTaskDialog, column);
  gtk_widget_class_bind_template_child (widget_class, SgnTaskDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, SgnTaskDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, SgnTaskDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, SgnTaskDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, SgnTaskDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SgnTaskDialog, due_row);
  gtk_widget_class_bind_template_child (widget_class, SgnTaskDialog, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, SgnTaskDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, SgnTaskDialog, state_row);
  gtk_widget_class_bind_template_child (widget_class, SgnTaskDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, SgnTaskDialog, links);
  gtk_widget_class_bind_template_child (widget_class, SgnTaskDialog, note);
  gtk_widget_class_bind_template_child (widget_class, SgnTaskDialog, english_row);
  gtk_widget_class_bind_template_child (widget_class, SgnTaskDialog, what_group);
  gtk_widget_class_bind_template_child (widget_class, SgnTaskDialog, links_group);
  gtk_widget_class_bind_template_child (widget_class, SgnTaskDialog, note_group);
  gtk_widget_class_bind_template_child (widget_class, SgnTaskDialog, english_group);
}

static void
sgn_task_dialog_class_init (SgnTaskDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sgn_task_dialog_dispose;
  object_class->finalize = sgn_task_dialog_finalize;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", SGN_TYPE_TASK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);

  signals[SIGNAL_LEFT] = g_signal_new ("left", SGN_TYPE_TASK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (SGN_TYPE_TASK_LINKS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-task-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, calendar_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_install_action (widget_class, "task.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sgn_task_dialog_init (SgnTaskDialog *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sgn_task_dialog_new (GtkWindow *parent, SgnSession *session, SgnSaving *saving, gint64 task)
{
  SgnTaskDialog *self;
  g_autofree char *now = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (SGN_IS_SESSION (session) && SGN_IS_SAVING (saving), NULL);
  g_return_val_if_fail (sgn_session_get_record (session) != NULL, NULL);

  now = sgn_clock_now (sgn_session_get_clock (session));
  self = g_object_new (SGN_TYPE_TASK_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->saving = g_object_ref (saving);
  self->today = sgn_time_get_date (now);
  self->task = task;
  make_room (self, parent);
  fill (self);
  return GTK_WIDGET (self);
}

/* A proposal is a whole sentence; a task is none. */
static char *
dup_proposed_title (const SgnItem *item)
{
  const char *action = sgn_text_get (&item->action, sgn_language_of_user ());
  char *title = g_strdup (action != NULL ? action : "");

  if (g_str_has_suffix (title, "。"))
    title[strlen (title) - strlen ("。")] = '\0';
  else if (g_str_has_suffix (title, "."))
    title[strlen (title) - 1] = '\0';
  return title;
}

void
sgn_task_dialog_propose (SgnTaskDialog *self,
                         const char *catalogue,
                         const char *item,
                         const char *title)
{
  SgnCatalogue *found;
  const SgnItem *question;
  g_autofree char *proposed = NULL;

  g_return_if_fail (SGN_IS_TASK_DIALOG (self));

  found = sgn_library_find_catalogue_key (sgn_session_get_library (self->session), catalogue);
  question = found != NULL ? sgn_catalogue_find_item (found, item) : NULL;
  if (question == NULL)
    return;

  proposed = title != NULL ? g_strdup (title) : dup_proposed_title (question);
  sgn_task_links_add_item (self->links, catalogue, question->id);
  gtk_editable_set_text (self->title_row, proposed);
  gtk_editable_select_region (self->title_row, 0, -1);
}
