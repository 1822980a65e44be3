/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-window.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-sheet-acts.h"
#include "sgn-shortcuts.h"
#include "sgn-text-size.h"
#include "sgn-window-private.h"

G_DEFINE_FINAL_TYPE (SgnWindow, sgn_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  SIGNAL_SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

gboolean
sgn_window_is_gone (SgnWindow *self)
{
  return self->stages == NULL;
}

static AdwToast *
make_toast (const char *words)
{
  /* A toast's title is markup, and file names are not. */
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  return adw_toast_new (escaped);
}

void
sgn_window_show_toast (SgnWindow *self, const char *words)
{
  adw_toast_overlay_add_toast (self->toasts, make_toast (words));
  sgn_announce (GTK_WIDGET (self), words);
}

/* Of an act that was done: it can be taken back from here. */
static void
show_undo_toast (SgnWindow *self, const char *words)
{
  AdwToast *toast = make_toast (words);

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
  sgn_announce (GTK_WIDGET (self), words);
}

void
sgn_window_tell_error (SgnWindow *self, const char *heading, const GError *error)
{
  sgn_tell (GTK_WINDOW (self), heading, error->message);
}

static void
update_actions (SgnWindow *self)
{
  SgnRecord *record = sgn_session_get_record (self->session);
  gboolean writable = record != NULL && !sgn_session_get_read_only (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", writable && record->can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", writable && record->can_redo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.close-file", self->company != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.choose-guideline", self->company != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.settings", self->company != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.carry-over", self->company != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.load-sheet", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-sheet", self->company != NULL);
}

static void
make_start_page (SgnWindow *self)
{
  self->start_page = g_object_new (SGN_TYPE_START_PAGE, NULL);
  gtk_stack_add_named (self->stages, GTK_WIDGET (self->start_page), "start");
  sgn_start_page_watch (self->start_page, self->settings);
}

/* Removes what was shown before the stage that is shown now. */
static void
remove_old (SgnWindow *self, GtkWidget *company, GtkWidget *damaged)
{
  if (self->company != NULL && self->beginning != NULL)
    gtk_stack_remove (self->stages, g_steal_pointer (&self->beginning));
  if (company != NULL)
    gtk_stack_remove (self->stages, company);
  if (damaged != NULL)
    gtk_stack_remove (self->stages, damaged);
  update_actions (self);
}

/**
 * sgn_window_show_start:
 * @self: a window
 *
 * Shows the start page in place of what is shown.
 */
void
sgn_window_show_start (SgnWindow *self)
{
  GtkWidget *company = (GtkWidget *) g_steal_pointer (&self->company);
  GtkWidget *damaged = g_steal_pointer (&self->damaged);

  if (self->start_page == NULL)
    make_start_page (self);
  gtk_stack_set_visible_child_name (self->stages, "start");
  remove_old (self, company, damaged);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Sengen"));
  sgn_start_page_opened (self->start_page);
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

void
sgn_window_show_company (SgnWindow *self, gboolean remember)
{
  SgnRecord *record = sgn_session_get_record (self->session);
  g_autoptr (GFile) file = g_file_new_for_path (sgn_session_get_path (self->session));
  GtkWidget *old = (GtkWidget *) g_steal_pointer (&self->company);
  GtkWidget *damaged = g_steal_pointer (&self->damaged);
  GtkWidget *company = sgn_company_view_new (self->session, self->saving);

  self->company = SGN_COMPANY_VIEW (company);
  gtk_stack_add_child (self->stages, company);
  gtk_stack_set_visible_child (self->stages, company);
  remove_old (self, old, damaged);
  if (remember)
    sgn_settings_add_recent (self->settings, file, record->profile->name);
  gtk_window_set_title (GTK_WINDOW (self), record->profile->name);
  sgn_company_view_show_page (self->company, sgn_company_view_get_page (self->company));
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

void
sgn_window_show_damaged (SgnWindow *self, GtkWidget *page)
{
  GtkWidget *company = (GtkWidget *) g_steal_pointer (&self->company);
  GtkWidget *damaged = g_steal_pointer (&self->damaged);

  self->damaged = page;
  gtk_stack_add_child (self->stages, page);
  gtk_stack_set_visible_child (self->stages, page);
  remove_old (self, company, damaged);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Sengen"));
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

void
sgn_window_begin_act (SgnWindow *self)
{
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stages), FALSE);
}

void
sgn_window_end_act (SgnWindow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->stages), TRUE);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_window_undo (SGN_WINDOW (widget));
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_window_redo (SGN_WINDOW (widget));
}

static void
toast_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_window_show_toast (SGN_WINDOW (widget), g_variant_get_string (target, NULL));
}

static void
toast_undo_action (GtkWidget *widget, const char *name, GVariant *target)
{
  show_undo_toast (SGN_WINDOW (widget), g_variant_get_string (target, NULL));
}

static void
tell_action (GtkWidget *widget, const char *name, GVariant *target)
{
  const char *heading;
  const char *body;

  g_variant_get (target, "(&s&s)", &heading, &body);
  sgn_tell (GTK_WINDOW (widget), heading, body);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *target)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (target, NULL));

  sgn_window_open_file (SGN_WINDOW (widget), file);
}

static void
new_company_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_window_begin_company (SGN_WINDOW (widget), g_variant_get_string (target, NULL));
}

static void
create_action (GtkWidget *widget, const char *name, GVariant *target)
{
  if (SGN_WINDOW (widget)->beginning != NULL)
    sgn_window_create_company (SGN_WINDOW (widget));
}

static void
open_sample_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_window_open_sample (SGN_WINDOW (widget));
}

static void
restore_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_window_restore (SGN_WINDOW (widget), g_variant_get_string (target, NULL));
}

static void
restore_beside_action (GtkWidget *widget, const char *name, GVariant *target)
{
  const char *copy;
  const char *path;

  g_variant_get (target, "(&s&s)", &copy, &path);
  sgn_window_restore_beside (SGN_WINDOW (widget), copy, path);
}

static void
take_over_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_window_take_over (SGN_WINDOW (widget));
}

static void
show_start_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_window_show_start (SGN_WINDOW (widget));
}

static void
close_file_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_window_begin_closing (SGN_WINDOW (widget), FALSE);
}

static void
sheet_loaded (GtkWindow *window, const char *item)
{
  SgnWindow *self = SGN_WINDOW (window);

  if (!sgn_window_is_gone (self) && self->company != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->company), "company.show-item", "s", item);
}

static void
load_sheet_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_sheet_load (GTK_WINDOW (widget), SGN_WINDOW (widget)->session, sheet_loaded);
}

static void
export_sheet_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_sheet_export (GTK_WINDOW (widget), SGN_WINDOW (widget)->session,
                    g_variant_get_string (target, NULL));
}

static void
carry_over_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_company_view_carry_over (SGN_WINDOW (widget)->company);
}

static void
choose_guideline_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_company_view_show_page (SGN_WINDOW (widget)->company, "guidelines");
}

static void
settings_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_company_view_show_page (SGN_WINDOW (widget)->company, "settings");
}

static void
fullscreen_action (GtkWidget *widget, const char *name, GVariant *target)
{
  GtkWindow *window = GTK_WINDOW (widget);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_shortcuts_show (GTK_WINDOW (widget));
}

static gboolean
sgn_window_close_request (GtkWindow *window)
{
  SgnWindow *self = SGN_WINDOW (window);
  int width;
  int height;

  gtk_window_get_default_size (window, &width, &height);
  sgn_settings_set_window (self->settings, width, height, gtk_window_is_maximized (window));
  if (self->company == NULL)
    return GTK_WINDOW_CLASS (sgn_window_parent_class)->close_request (window);
  sgn_window_begin_closing (self, TRUE);
  return TRUE;
}

static void
sgn_window_dispose (GObject *object)
{
  SgnWindow *self = SGN_WINDOW (object);

  /* No field loses it when the row around it is gone; see sgn-backup-dialog.c. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  self->company = NULL;
  self->start_page = NULL;
  self->beginning = NULL;
  self->damaged = NULL;
  sgn_window_clear_closing (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_WINDOW);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  g_clear_object (&self->saving);
  g_clear_object (&self->authors);

  G_OBJECT_CLASS (sgn_window_parent_class)->dispose (object);
}

static void
sgn_window_finalize (GObject *object)
{
  g_clear_pointer (&SGN_WINDOW (object)->sample, g_free);

  G_OBJECT_CLASS (sgn_window_parent_class)->finalize (object);
}

static const struct {
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.undo", NULL, undo_action },
  { "win.redo", NULL, redo_action },
  { "win.toast", "s", toast_action },
  { "win.toast-undo", "s", toast_undo_action },
  { "win.tell", "(ss)", tell_action },
  { "win.open", "s", open_action },
  { "win.new-company", "s", new_company_action },
  { "win.create", NULL, create_action },
  { "win.open-sample", NULL, open_sample_action },
  { "win.restore", "s", restore_action },
  { "win.restore-beside", "(ss)", restore_beside_action },
  { "win.take-over", NULL, take_over_action },
  { "win.show-start", NULL, show_start_action },
  { "win.close-file", NULL, close_file_action },
  { "win.carry-over", NULL, carry_over_action },
  { "win.load-sheet", NULL, load_sheet_action },
  { "win.export-sheet", "s", export_sheet_action },
  { "win.choose-guideline", NULL, choose_guideline_action },
  { "win.settings", NULL, settings_action },
  { "win.fullscreen", NULL, fullscreen_action },
  { "win.shortcuts", NULL, shortcuts_action },
};

static void
sgn_window_class_init (SgnWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = sgn_window_close_request;

  signals[SIGNAL_SHOWN] =
    g_signal_new ("shown", SGN_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SgnWindow, stages);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
  sgn_shortcuts_add_to_class (widget_class);
  sgn_window_help_add_to_class (widget_class);
}

static void
sgn_window_init (SgnWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sgn_text_size_add_scroll (GTK_WIDGET (self));
}

/**
 * sgn_window_new:
 * @application: the application
 * @library: the program's own data
 * @clock: the clock
 * @settings: what is remembered between runs
 *
 * Returns: (transfer none): a window that shows nothing yet; the toolkit owns it
 */
SgnWindow *
sgn_window_new (GtkApplication *application,
                SgnLibrary *library,
                SgnClock *clock,
                SgnSettings *settings)
{
  SgnWindow *self = g_object_new (SGN_TYPE_WINDOW, "application", application, NULL);
  int width;
  int height;
  gboolean maximized;

  self->settings = g_object_ref (settings);
  self->session = sgn_session_new (library, clock);
  self->saving = sgn_saving_new ();
  self->authors = sgn_author_memory_new (self->session, settings);
  g_signal_connect_object (self->session, "notify::record", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  sgn_settings_get_window (settings, &width, &height, &maximized);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  update_actions (self);
  return self;
}

gboolean
sgn_window_is_blank (SgnWindow *self)
{
  g_return_val_if_fail (SGN_IS_WINDOW (self), FALSE);

  return self->start_page == NULL && self->beginning == NULL && self->damaged == NULL &&
         self->company == NULL && gtk_widget_get_sensitive (GTK_WIDGET (self->stages));
}

SgnSession *
sgn_window_get_session (SgnWindow *self)
{
  g_return_val_if_fail (SGN_IS_WINDOW (self), NULL);

  return self->session;
}

SgnCompanyView *
sgn_window_get_company (SgnWindow *self)
{
  g_return_val_if_fail (SGN_IS_WINDOW (self), NULL);

  return self->company;
}

GtkWidget *
sgn_window_get_damaged (SgnWindow *self)
{
  g_return_val_if_fail (SGN_IS_WINDOW (self), NULL);

  return self->damaged;
}
