/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-tasks-page-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sgn-date.h"
#include "sgn-plan-words.h"
#include "sgn-task-dialog.h"
#include "sgn-task-export.h"
#include "sgn-task-filters.h"
#include "sgn-task-head.h"
#include "sgn-task-hint.h"
#include "sgn-task-list.h"
#include "sgn-task-people.h"
#include "sgn-task-row.h"
#include "sgn-text-size.h"
#include "sgn-view-switch.h"

#define WIDTH 840

struct _SgnTasksPage {
  SgnPage parent_instance;

  AdwClamp *clamp;
  SgnTaskHead *head;
  SgnTaskPeople *people;
  SgnTaskHint *hint;
  SgnTaskFilters *filters;
  SgnTaskList *list;
  GtkLabel *nothing;
  GtkWidget *export_label;
  GtkWidget *print_label;
  GtkWidget *add_button;

  SgnRecord *record;   /* (nullable): what the board is made from */
  SgnTaskBoard *board; /* (nullable): as it is shown */
  gboolean by_person;
};

G_DEFINE_FINAL_TYPE (SgnTasksPage, sgn_tasks_page, SGN_TYPE_PAGE)

static SgnSession *
get_session (SgnTasksPage *self)
{
  return sgn_page_get_session (SGN_PAGE (self));
}

static SgnBoardWish
get_wish (SgnTasksPage *self)
{
  return (SgnBoardWish){
    .filter = sgn_task_filters_get_filter (self->filters),
    .owner = sgn_task_people_get_owner (self->people),
    .origin = sgn_task_filters_get_origin (self->filters),
    .by_person = self->by_person,
  };
}

/* Why the list is empty. */
static void
show_nothing (SgnTasksPage *self)
{
  gboolean any = self->board->lines->len > 0;
  gboolean empty = sgn_task_list_count_rows (self->list) == 0;

  gtk_label_set_text (self->nothing,
                      any ? _ ("No task fits this filter.")
                          : _ ("There is nothing to be done at the moment. An answer that is less "
                               "than done is offered here as a task."));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), empty);
  gtk_widget_set_visible (GTK_WIDGET (self->filters), any);
}

static void
show_list (SgnTasksPage *self)
{
  const SgnBoardWish wish = get_wish (self);

  if (self->board == NULL)
    return;
  sgn_task_list_show (self->list, self->board, self->record, &wish);
  show_nothing (self);
}

static void
show_filters (SgnTasksPage *self)
{
  const SgnBoardWish wish = get_wish (self);

  sgn_task_filters_show (self->filters, self->board, sgn_session_get_library (get_session (self)),
                         &wish);
}

static void
update_actions (SgnTasksPage *self)
{
  gboolean writable = !sgn_session_get_read_only (get_session (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tasks.add", writable && self->board != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tasks.export",
                                 self->board != NULL && self->board->lines->len > 0);
}

static void
refresh (SgnTasksPage *self)
{
  SgnSession *session = get_session (self);
  SgnRecord *record = sgn_session_get_record (session);
  g_autofree char *now = NULL;
  g_autofree char *today = NULL;

  if (record == NULL)
    return;
  sgn_page_take_news (SGN_PAGE (self));
  now = sgn_clock_now (sgn_session_get_clock (session));
  today = sgn_time_get_date (now);
  g_clear_pointer (&self->board, sgn_task_board_free);
  g_clear_pointer (&self->record, sgn_record_unref);
  self->record = sgn_record_ref (record);
  self->board = sgn_task_board_new (record, sgn_session_get_library (session), today);
  sgn_task_head_show (self->head, self->board);
  sgn_task_people_show (self->people, self->board);
  sgn_task_hint_show (self->hint, self->board, !sgn_session_get_read_only (session));
  show_filters (self);
  show_list (self);
  update_actions (self);
}

/* A page that nobody sees waits until somebody does. */
static void
record_changed_cb (SgnTasksPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
wish_changed_cb (SgnTasksPage *self)
{
  if (self->board == NULL)
    return;
  sgn_task_list_rewind (self->list);
  show_filters (self);
  show_list (self);
}

static void
question_cb (SgnTasksPage *self, const char *catalogue, const char *item)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "company.show-question", "(ss)", catalogue, item);
}

static void
saved_cb (SgnTasksPage *self, gint64 id, gboolean is_new)
{
  const SgnRecord *record = sgn_session_get_record (get_session (self));
  const SgnTask *task = record != NULL ? sgn_record_find_task (record, id) : NULL;

  if (task == NULL)
    return;
  sgn_tasks_acts_tell_saved (self, task->title, is_new);
  if (is_new && gtk_widget_get_mapped (GTK_WIDGET (self)))
    sgn_tasks_page_show_task (self, id);
}

/* (nullable): the form, not yet shown */
static SgnTaskDialog *
make_dialog (SgnTasksPage *self, gint64 task)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  if (!GTK_IS_WINDOW (root) || sgn_session_get_record (get_session (self)) == NULL)
    return NULL;
  dialog = sgn_task_dialog_new (GTK_WINDOW (root), get_session (self),
                                sgn_page_get_saving (SGN_PAGE (self)), task);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "left", G_CALLBACK (question_cb), self, G_CONNECT_SWAPPED);
  return SGN_TASK_DIALOG (dialog);
}

static void
ask_for_answer (SgnTasksPage *self, const SgnPlanLine *line, const char *title)
{
  g_autofree char *key =
    g_strconcat (line->assessment->catalogue, "@", line->assessment->edition, NULL);
  SgnTaskDialog *dialog = make_dialog (self, 0);

  if (dialog == NULL)
    return;
  sgn_task_dialog_propose (dialog, key, line->item->id, title);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_task (SgnTasksPage *self, gint64 task)
{
  SgnTaskDialog *dialog = make_dialog (self, task);

  if (dialog != NULL)
    gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_proposal_cb (SgnTasksPage *self)
{
  if (self->board != NULL && self->board->proposals->len > 0)
    ask_for_answer (self, self->board->proposals->pdata[0], NULL);
}

static void
decline_proposal_cb (SgnTasksPage *self)
{
  if (self->board != NULL && self->board->proposals->len > 0)
    sgn_tasks_acts_decline (self, self->board->proposals->pdata[0]);
}

/* (nullable) */
static const SgnBoardLine *
find_line (SgnTasksPage *self, const char *key)
{
  for (guint i = 0; self->board != NULL && i < self->board->lines->len; i++) {
    const SgnBoardLine *line = g_ptr_array_index (self->board->lines, i);
    g_autofree char *line_key = sgn_task_row_make_key (line);

    if (strcmp (line_key, key) == 0)
      return line;
  }
  return NULL;
}

/* What nobody knows becomes a task by being opened. */
static void
opened_cb (SgnTasksPage *self, const char *key)
{
  const SgnBoardLine *line = find_line (self, key);
  g_autofree char *title = line != NULL ? sgn_plan_words_title (line) : NULL;

  if (line == NULL)
    return;
  if (line->plan->task != NULL)
    open_task (self, line->plan->task->id);
  else if (sgn_tasks_acts_may_write (self))
    ask_for_answer (self, line->plan, title);
}

static void
stepped_cb (SgnTasksPage *self, const char *key)
{
  const SgnBoardLine *line = find_line (self, key);

  if (line != NULL && line->plan->task != NULL)
    sgn_tasks_acts_step (self, line->plan->task->id);
  else
    opened_cb (self, key);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *target)
{
  open_task (SGN_TASKS_PAGE (widget), 0);
}

/* Of the person who is chosen, or of everybody. */
static void
export_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnTasksPage *self = SGN_TASKS_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  gint64 owner = sgn_task_people_get_owner (self->people);

  if (GTK_IS_WINDOW (root) && self->record != NULL)
    sgn_task_export (GTK_WINDOW (root), get_session (self),
                     owner > 0 ? sgn_record_find_person (self->record, owner) : NULL);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType state,
                SgnTasksPage *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      (key != GDK_KEY_Insert && key != GDK_KEY_KP_Insert))
    return FALSE;
  if (sgn_tasks_acts_may_write (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "tasks.add", NULL);
  return TRUE;
}

static void
order_toggled_cb (SgnTasksPage *self, GtkToggleButton *by_person)
{
  self->by_person = gtk_toggle_button_get_active (by_person);
  wish_changed_cb (self);
}

static GtkWidget *
sgn_tasks_page_get_title_widget (SgnPage *page)
{
  SgnTasksPage *self = SGN_TASKS_PAGE (page);
  GtkWidget *view_switch =
    sgn_view_switch_new (C_ ("tasks", "By Day"), C_ ("tasks", "By Person"), self->by_person);

  g_signal_connect_object (sgn_view_switch_get_second (view_switch), "toggled",
                           G_CALLBACK (order_toggled_cb), self, G_CONNECT_SWAPPED);
  return view_switch;
}

static void
sgn_tasks_page_opened (SgnPage *page)
{
  SgnTasksPage *self = SGN_TASKS_PAGE (page);

  if (sgn_page_take_news (page))
    refresh (self);
  if (sgn_task_list_get_focus (self->list) == NULL && !sgn_task_list_focus (self->list, NULL))
    gtk_widget_grab_focus (self->add_button);
}

/* Back to the task that was left. */
static char *
sgn_tasks_page_dup_place (SgnPage *page)
{
  const char *key = sgn_task_list_get_focus (SGN_TASKS_PAGE (page)->list);

  return g_strdup (key);
}

static void
sgn_tasks_page_go_to_place (SgnPage *page, const char *place)
{
  SgnTasksPage *self = SGN_TASKS_PAGE (page);

  refresh (self);
  sgn_task_list_focus (self->list, place);
}

static void
narrow_cb (SgnTasksPage *self)
{
  gboolean narrow = sgn_page_get_narrow (SGN_PAGE (self));

  sgn_task_head_set_narrow (self->head, narrow);
  sgn_task_people_set_narrow (self->people, narrow);
  sgn_task_hint_set_narrow (self->hint, narrow);
  sgn_task_filters_set_narrow (self->filters, narrow);
  sgn_task_list_set_narrow (self->list, narrow);
  gtk_widget_set_visible (self->export_label, !narrow);
  gtk_widget_set_visible (self->print_label, !narrow);
}

static void
letters_changed_cb (SgnTasksPage *self)
{
  adw_clamp_set_maximum_size (self->clamp, sgn_text_scale_px (GTK_WIDGET (self), WIDTH));
}

static void
sgn_tasks_page_constructed (GObject *object)
{
  SgnTasksPage *self = SGN_TASKS_PAGE (object);
  SgnSession *session = get_session (self);

  G_OBJECT_CLASS (sgn_tasks_page_parent_class)->constructed (object);

  g_signal_connect_object (session, "notify::record", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::read-only", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
}

static void
sgn_tasks_page_dispose (GObject *object)
{
  SgnTasksPage *self = SGN_TASKS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_TASKS_PAGE);
  g_clear_pointer (&self->board, sgn_task_board_free);
  g_clear_pointer (&self->record, sgn_record_unref);

  G_OBJECT_CLASS (sgn_tasks_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-tasks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnTasksPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnTasksPage, head);
  gtk_widget_class_bind_template_child (widget_class, SgnTasksPage, people);
  gtk_widget_class_bind_template_child (widget_class, SgnTasksPage, hint);
  gtk_widget_class_bind_template_child (widget_class, SgnTasksPage, filters);
  gtk_widget_class_bind_template_child (widget_class, SgnTasksPage, list);
  gtk_widget_class_bind_template_child (widget_class, SgnTasksPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, SgnTasksPage, export_label);
  gtk_widget_class_bind_template_child (widget_class, SgnTasksPage, print_label);
  gtk_widget_class_bind_template_child (widget_class, SgnTasksPage, add_button);
  gtk_widget_class_bind_template_callback (widget_class, wish_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_proposal_cb);
  gtk_widget_class_bind_template_callback (widget_class, decline_proposal_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, stepped_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_list);
}

static void
sgn_tasks_page_class_init (SgnTasksPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SgnPageClass *page_class = SGN_PAGE_CLASS (klass);

  object_class->constructed = sgn_tasks_page_constructed;
  object_class->dispose = sgn_tasks_page_dispose;
  page_class->get_title_widget = sgn_tasks_page_get_title_widget;
  page_class->opened = sgn_tasks_page_opened;
  page_class->dup_place = sgn_tasks_page_dup_place;
  page_class->go_to_place = sgn_tasks_page_go_to_place;

  g_type_ensure (SGN_TYPE_TASK_FILTERS);
  g_type_ensure (SGN_TYPE_TASK_HEAD);
  g_type_ensure (SGN_TYPE_TASK_HINT);
  g_type_ensure (SGN_TYPE_TASK_LIST);
  g_type_ensure (SGN_TYPE_TASK_PEOPLE);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "tasks.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "tasks.export", NULL, export_action);
}

static void
sgn_tasks_page_init (SgnTasksPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  letters_changed_cb (self);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (letters_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
sgn_tasks_page_show_task (SgnTasksPage *self, gint64 task)
{
  g_autofree char *key = g_strdup_printf ("%s/%" G_GINT64_FORMAT, SGN_KIND_TASK, task);
  const SgnBoardLine *line;

  g_return_if_fail (SGN_IS_TASKS_PAGE (self));

  refresh (self);
  if (task == 0 || sgn_task_list_focus (self->list, key))
    return;
  line = find_line (self, key);
  if (line == NULL)
    return;
  sgn_task_people_set_owner (self->people, SGN_BOARD_ANYBODY);
  sgn_task_filters_clear_origin (self->filters);
  sgn_task_filters_set_filter (self->filters, sgn_task_is_open (line->plan->task) ? SGN_BOARD_OPEN
                                                                                  : SGN_BOARD_ALL);
  sgn_task_list_reach (self->list, key);
  wish_changed_cb (self);
  sgn_task_list_focus (self->list, key);
}

void
sgn_tasks_page_add_task (SgnTasksPage *self, const char *catalogue, const char *item)
{
  SgnTaskDialog *dialog;

  g_return_if_fail (SGN_IS_TASKS_PAGE (self));

  if (!sgn_tasks_acts_may_write (self))
    return;
  dialog = make_dialog (self, 0);
  if (dialog == NULL)
    return;
  sgn_task_dialog_propose (dialog, catalogue, item, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}
