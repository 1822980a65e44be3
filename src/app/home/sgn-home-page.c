/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-home-page.h"

#include <glib/gi18n-lib.h>

#include "sgn-backup-words.h"
#include "sgn-data-dir.h"
#include "sgn-date.h"
#include "sgn-home-row.h"
#include "sgn-line.h"
#include "sgn-road-picture.h"
#include "sgn-text-size.h"

#define WIDTH 840
#define MOST_ROWS 3

struct _SgnHomePage {
  SgnPage parent_instance;

  AdwClamp *clamp;
  SgnRoadPicture *road;
  GtkBox *sentences; /* of GtkLabel, one for each star */
  GtkGrid *step_box;
  GtkLabel *step_title;
  GtkLabel *step_reason;
  GtkWidget *step_button;
  GtkGrid *lists;
  GtkLabel *todo_heading;
  GtkWidget *todo_button;
  GtkListBox *todo_list;
  GtkWidget *todo_none;
  GtkListBox *review_list;

  SgnStarGuide *guide; /* (nullable) */
  SgnNextStep *step;   /* (nullable) */
  SgnBackup *backup;   /* (nullable): the newest one */
  gboolean listed;     /* the backups were looked for */
};

G_DEFINE_FINAL_TYPE (SgnHomePage, sgn_home_page, SGN_TYPE_PAGE)

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
show_road (SgnHomePage *self, SgnLibrary *library, const SgnRecord *record)
{
  SgnRoad *road = sgn_road_new (library, record, self->guide);
  GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (self->sentences));

  for (guint i = 0; i < SGN_N_ROAD_STOPS && label != NULL; i++) {
    g_autofree char *words = sgn_road_stop_dup_sentences (&road->stops[i]);

    gtk_label_set_text (GTK_LABEL (label), words);
    label = gtk_widget_get_next_sibling (label);
  }
  sgn_road_picture_show (self->road, road);
}

static void
show_step (SgnHomePage *self, SgnLibrary *library, const SgnRecord *record, const char *today)
{
  const char *day = self->backup != NULL ? self->backup->date : NULL;
  g_autofree char *line = NULL;

  g_clear_pointer (&self->step, sgn_next_step_free);
  self->step = sgn_next_step_find (library, record, today, self->listed ? day : today);
  line = sgn_next_step_dup_line (self->step);
  gtk_label_set_text (self->step_title, self->step->title);
  gtk_label_set_text (self->step_reason, line);
  gtk_widget_set_visible (self->step_button, self->step->button != NULL);
  if (self->step->button != NULL)
    gtk_button_set_label (GTK_BUTTON (self->step_button), self->step->button);
}

static gboolean
is_to_do (const SgnPlanLine *line)
{
  return line->task == NULL || sgn_task_is_open (line->task);
}

static void
show_plan (SgnHomePage *self, SgnLibrary *library, const SgnRecord *record, const char *today)
{
  g_autoptr (GPtrArray) lines = sgn_plan_list (record, library);
  g_autofree char *heading = NULL;
  guint count = 0;

  clear_list (self->todo_list);
  for (guint i = 0; i < lines->len; i++) {
    const SgnPlanLine *line = g_ptr_array_index (lines, i);

    if (is_to_do (line) && count++ < MOST_ROWS)
      gtk_list_box_append (self->todo_list, sgn_home_row_new_for_plan (line, record, today));
  }
  heading = count > 0 ? g_strdup_printf (_ ("To do: %u"), count) : g_strdup (_ ("To do"));
  gtk_label_set_text (self->todo_heading, heading);
  gtk_widget_set_visible (GTK_WIDGET (self->todo_list), count > 0);
  gtk_widget_set_visible (self->todo_button, count > 0);
  gtk_widget_set_visible (self->todo_none, count == 0);
}

static void
add_backup_row (SgnHomePage *self, const char *now)
{
  g_autofree char *day = NULL;
  g_autofree char *place = NULL;

  if (!self->listed)
    return;
  if (self->backup != NULL) {
    day = sgn_backup_words_day (self->backup, now);
    place = sgn_backup_words_place (self->backup);
  }
  gtk_list_box_append (self->review_list, sgn_home_row_new_for_backup (day, place));
}

static void
show_reviews (SgnHomePage *self, SgnLibrary *library, const SgnRecord *record, const char *now)
{
  g_autoptr (GPtrArray) reviews = sgn_reviews_list (library, record);
  g_autofree char *today = sgn_time_get_date (now);

  clear_list (self->review_list);
  for (guint i = 0; i < MIN (reviews->len, MOST_ROWS - 1); i++)
    gtk_list_box_append (self->review_list,
                         sgn_home_row_new_for_review (g_ptr_array_index (reviews, i), today));
  add_backup_row (self, now);
}

static void
refresh (SgnHomePage *self)
{
  SgnSession *session = sgn_page_get_session (SGN_PAGE (self));
  SgnRecord *record = sgn_session_get_record (session);
  SgnLibrary *library = sgn_session_get_library (session);
  g_autofree char *now = sgn_clock_now (sgn_session_get_clock (session));
  g_autofree char *today = sgn_time_get_date (now);

  if (record == NULL)
    return;
  sgn_page_take_news (SGN_PAGE (self));
  show_road (self, library, record);
  show_step (self, library, record, today);
  show_plan (self, library, record, today);
  show_reviews (self, library, record, now);
}

/* The focus stays on what can be done when the rows under it are made anew. */
static void
changed_cb (SgnHomePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
refresh_if_old (SgnHomePage *self)
{
  if (sgn_session_get_record (sgn_page_get_session (SGN_PAGE (self))) != NULL &&
      sgn_page_take_news (SGN_PAGE (self)))
    refresh (self);
}

/* (transfer full) (nullable): the newest copy that can be read */
static SgnBackup *
take_newest (SgnBackupList *list)
{
  for (guint i = 0; i < list->backups->len; i++) {
    const SgnBackup *backup = g_ptr_array_index (list->backups, i);

    if (backup->state != SGN_BACKUP_BAD)
      return g_ptr_array_steal_index (list->backups, i);
  }
  return NULL;
}

static gboolean
are_equal (const SgnBackup *one, const SgnBackup *other)
{
  if (one == NULL || other == NULL)
    return one == other;
  return g_str_equal (one->path, other->path) && one->state == other->state &&
         g_strcmp0 (one->made_at, other->made_at) == 0 && g_str_equal (one->date, other->date);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnHomePage) self = user_data;
  g_autoptr (SgnBackupList) list =
    sgn_session_list_backups_finish (SGN_SESSION (object), result, NULL);

  SgnBackup *newest;

  if (self->clamp == NULL || list == NULL)
    return;
  newest = take_newest (list);
  if (self->listed && are_equal (self->backup, newest)) {
    g_clear_pointer (&newest, sgn_backup_free);
    return;
  }
  g_clear_pointer (&self->backup, sgn_backup_free);
  self->backup = newest;
  self->listed = TRUE;
  refresh (self);
}

static void
map_cb (SgnHomePage *self)
{
  SgnSession *session = sgn_page_get_session (SGN_PAGE (self));

  refresh_if_old (self);
  if (sgn_session_get_record (session) != NULL)
    sgn_session_list_backups_async (session, NULL, FALSE, listed_cb, g_object_ref (self));
}

static void
go_cb (SgnHomePage *self)
{
  if (self->step != NULL)
    sgn_home_go (GTK_WIDGET (self), self->step);
}

static void
narrow_cb (SgnHomePage *self)
{
  gboolean narrow = sgn_page_get_narrow (SGN_PAGE (self));

  sgn_line_set_narrow (self->lists, narrow);
  sgn_line_set_narrow (self->step_box, narrow);
}

static void
letters_changed_cb (SgnHomePage *self)
{
  adw_clamp_set_maximum_size (self->clamp, sgn_text_scale_px (GTK_WIDGET (self), WIDTH));
}

static void
sgn_home_page_opened (SgnPage *page)
{
  SgnHomePage *self = SGN_HOME_PAGE (page);

  refresh_if_old (self);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (!gtk_widget_get_visible (self->step_button) || !gtk_widget_grab_focus (self->step_button))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
sgn_home_page_constructed (GObject *object)
{
  SgnHomePage *self = SGN_HOME_PAGE (object);
  g_autofree char *data_dir = sgn_data_dir ();
  g_autoptr (GError) error = NULL;

  G_OBJECT_CLASS (sgn_home_page_parent_class)->constructed (object);

  self->guide = sgn_star_guide_load (data_dir, &error);
  if (error != NULL)
    g_message ("%s", error->message);
  g_signal_connect_object (sgn_page_get_session (SGN_PAGE (self)), "notify::record",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
sgn_home_page_dispose (GObject *object)
{
  SgnHomePage *self = SGN_HOME_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_HOME_PAGE);
  g_clear_pointer (&self->guide, sgn_star_guide_free);
  g_clear_pointer (&self->step, sgn_next_step_free);
  g_clear_pointer (&self->backup, sgn_backup_free);

  G_OBJECT_CLASS (sgn_home_page_parent_class)->dispose (object);
}

static void
sgn_home_page_class_init (SgnHomePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sgn_home_page_constructed;
  object_class->dispose = sgn_home_page_dispose;
  SGN_PAGE_CLASS (klass)->opened = sgn_home_page_opened;

  g_type_ensure (SGN_TYPE_ROAD_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-home-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnHomePage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnHomePage, road);
  gtk_widget_class_bind_template_child (widget_class, SgnHomePage, sentences);
  gtk_widget_class_bind_template_child (widget_class, SgnHomePage, step_box);
  gtk_widget_class_bind_template_child (widget_class, SgnHomePage, step_title);
  gtk_widget_class_bind_template_child (widget_class, SgnHomePage, step_reason);
  gtk_widget_class_bind_template_child (widget_class, SgnHomePage, step_button);
  gtk_widget_class_bind_template_child (widget_class, SgnHomePage, lists);
  gtk_widget_class_bind_template_child (widget_class, SgnHomePage, todo_heading);
  gtk_widget_class_bind_template_child (widget_class, SgnHomePage, todo_button);
  gtk_widget_class_bind_template_child (widget_class, SgnHomePage, todo_list);
  gtk_widget_class_bind_template_child (widget_class, SgnHomePage, todo_none);
  gtk_widget_class_bind_template_child (widget_class, SgnHomePage, review_list);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
sgn_home_page_init (SgnHomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  letters_changed_cb (self);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (letters_changed_cb), self, G_CONNECT_SWAPPED);
}

gboolean
sgn_home_page_is_ready (SgnHomePage *self)
{
  g_return_val_if_fail (SGN_IS_HOME_PAGE (self), FALSE);

  return self->listed;
}
