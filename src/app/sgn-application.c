/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-application.h"

#include <glib/gi18n-lib.h>

#include "sgn-data-dir.h"
#include "sgn-error.h"
#include "sgn-seminar-company.h"
#include "sgn-seminar-papers.h"
#include "sgn-seminar-window.h"
#include "sgn-settings.h"
#include "sgn-shots.h"
#include "sgn-text-size.h"
#include "sgn-window.h"

#define EXIT_USAGE 2

struct _SgnApplication {
  AdwApplication parent_instance;

  SgnLibrary *library;
  SgnClock *clock;
  SgnSettings *settings;
  int text_base;
};

G_DEFINE_FINAL_TYPE (SgnApplication, sgn_application, ADW_TYPE_APPLICATION)

static void
apply_text_size (SgnApplication *self)
{
  sgn_text_size_apply (gtk_settings_get_default (), self->text_base,
                       sgn_settings_get_text_size (self->settings));
}

static void
set_text_size (SgnApplication *self, int percent)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "text-size");

  sgn_settings_set_text_size (self->settings, percent);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_int32 (percent));
  apply_text_size (self);
}

static void
change_text_size (SgnApplication *self, int direction)
{
  int percent = sgn_text_size_step (sgn_settings_get_text_size (self->settings), direction);

  set_text_size (self, percent);
}

static void
text_larger_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  change_text_size (user_data, 1);
}

static void
text_smaller_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  change_text_size (user_data, -1);
}

static void
text_normal_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  change_text_size (user_data, 0);
}

static void
text_size_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  set_text_size (user_data, sgn_text_size_round (g_variant_get_int32 (parameter)));
}

/* What the checklist does after an answer. */
static void
move_on_changed (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  SgnApplication *self = user_data;

  sgn_settings_set_move_on (self->settings, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const developers[] = { "Sengen contributors", NULL };

  adw_show_about_window (
    gtk_application_get_active_window (user_data), "application-name", _ ("Sengen"),
    "application-icon", APPLICATION_ID, "developer-name", _ ("Sengen contributors"), "developers",
    developers, "version", PACKAGE_VERSION, "license-type", GTK_LICENSE_GPL_3_0, "comments",
    _ ("A self-check is not a certification, and no public body stands behind this program."),
    NULL);
}

static SgnWindow *
add_window (SgnApplication *self)
{
  return sgn_window_new (GTK_APPLICATION (self), self->library, self->clock, self->settings);
}

/* In a window of its own, beside what is open: one may want to compare. */
static void
open_to_read_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  sgn_window_open_to_read (add_window (user_data), file);
}

/* A window that shows no company is used before another one is made. */
static SgnWindow *
find_window (SgnApplication *self)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL;
       link = link->next)
    if (SGN_IS_WINDOW (link->data) && sgn_window_get_company (link->data) == NULL)
      return link->data;
  return add_window (self);
}

/* A window that shows something already goes on showing it. */
static void
present (SgnWindow *window)
{
  if (sgn_window_is_blank (window))
    sgn_window_show_start (window);
  gtk_window_present (GTK_WINDOW (window));
}

/* (nullable) */
static SgnSeminarWindow *
find_seminar (SgnApplication *self)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL;
       link = link->next)
    if (SGN_IS_SEMINAR_WINDOW (link->data))
      return link->data;
  return NULL;
}

/* One room at a time. */
static void
seminar_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SgnApplication *self = user_data;
  SgnSeminarWindow *window = find_seminar (self);

  if (window == NULL)
    window = sgn_seminar_window_new (GTK_APPLICATION (self), self->library, self->clock);
  gtk_window_present (GTK_WINDOW (window));
}

static void
seminar_papers_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SgnSeminarWindow *seminar = find_seminar (user_data);

  if (seminar != NULL)
    sgn_seminar_papers_ask (GTK_WINDOW (seminar), sgn_seminar_window_get_copy (seminar));
}

/* The company of the seminar in a usual window, to try things out before the room. */
static void
seminar_company_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SgnSeminarWindow *seminar = find_seminar (user_data);
  SgnWindow *window;

  if (seminar == NULL)
    return;
  window = add_window (user_data);
  gtk_window_present (GTK_WINDOW (window));
  sgn_seminar_company_open (window, sgn_seminar_window_get_copy (seminar));
}

static int
sgn_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  SgnApplication *self = SGN_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  g_auto (GStrv) words = g_application_command_line_get_arguments (line, NULL);
  const char *shots = g_application_command_line_getenv (line, "SENGEN_SHOTS");
  SgnWindow *window;

  if (shots != NULL) {
    sgn_shots_run (GTK_APPLICATION (self), add_window (self), shots,
                   g_application_command_line_getenv (line, "SENGEN_SHOTS_ONLY"));
    return 0;
  }
  if (g_variant_dict_contains (options, "seminar")) {
    g_action_group_activate_action (G_ACTION_GROUP (self), "seminar", NULL);
    return 0;
  }
  window = find_window (self);
  if (g_variant_dict_contains (options, "sample"))
    sgn_window_open_sample (window);
  else if (words[1] == NULL)
    present (window);
  for (guint i = 1; words[i] != NULL; i++) {
    g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, words[i]);

    sgn_window_open_file (i > 1 ? add_window (self) : window, file);
  }
  return 0;
}

static void
sgn_application_activate (GApplication *application)
{
  present (find_window (SGN_APPLICATION (application)));
}

static void
sgn_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "text-larger", .activate = text_larger_action },
    { .name = "text-smaller", .activate = text_smaller_action },
    { .name = "text-normal", .activate = text_normal_action },
    { .name = "text-size", .activate = text_size_action, .parameter_type = "i", .state = "100" },
    { .name = "move-on", .state = "false", .change_state = move_on_changed },
    { .name = "open-to-read", .activate = open_to_read_action, .parameter_type = "s" },
    { .name = "seminar", .activate = seminar_action },
    { .name = "seminar-company", .activate = seminar_company_action },
    { .name = "seminar-papers", .activate = seminar_papers_action },
    { .name = "about", .activate = about_action },
  };
  SgnApplication *self = SGN_APPLICATION (application);

  G_APPLICATION_CLASS (sgn_application_parent_class)->startup (application);

  self->settings = sgn_settings_new ();
  self->clock = sgn_clock_new ();
  /* Words that can be copied are not marked as soon as they are reached. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  self->text_base = sgn_text_size_read_base (gtk_settings_get_default ());
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_text_size (self, sgn_settings_get_text_size (self->settings));
  g_action_group_change_action_state (G_ACTION_GROUP (self), "move-on",
                                      g_variant_new_boolean (
                                        sgn_settings_get_move_on (self->settings)));
}

static void
sgn_application_finalize (GObject *object)
{
  SgnApplication *self = SGN_APPLICATION (object);

  g_clear_pointer (&self->library, sgn_library_unref);
  g_clear_pointer (&self->clock, sgn_clock_unref);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sgn_application_parent_class)->finalize (object);
}

static void
sgn_application_class_init (SgnApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sgn_application_finalize;
  application_class->startup = sgn_application_startup;
  application_class->activate = sgn_application_activate;
  application_class->command_line = sgn_application_command_line;
}

static void
sgn_application_init (SgnApplication *self)
{
  const GOptionEntry options[] = {
    { .long_name = "sample",
      .arg = G_OPTION_ARG_NONE,
      .description = N_ ("Open a fresh copy of the sample company") },
    { .long_name = "seminar",
      .arg = G_OPTION_ARG_NONE,
      .description = N_ ("Show the questions to a room, large") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE.sengen]"));
}

/* Without its own data the program has nothing to ask; that is told before any window. */
static SgnLibrary *
load_library (GError **error)
{
  g_autofree char *folder = sgn_data_dir ();

  return sgn_library_load (folder, error);
}

/**
 * sgn_application_main:
 * @argc: number of words
 * @argv: words of the command line
 *
 * Runs the program with a window.
 *
 * Returns: the exit status
 */
int
sgn_application_main (int argc, char **argv)
{
  g_autoptr (SgnApplication) self = NULL;
  g_autoptr (SgnLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  if (!gtk_init_check ()) {
    g_printerr ("%s\n", _ ("There is no screen for a window. Use the words that need none: “sengen "
                           "--help” lists them."));
    return EXIT_USAGE;
  }
  library = load_library (&error);
  if (library == NULL) {
    g_printerr ("%s\n", error->message);
    return sgn_error_to_exit_code (error);
  }
  /* While the toolkit begins. */
  sgn_library_read_ahead (library);
  self = g_object_new (SGN_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
  self->library = g_steal_pointer (&library);
  return g_application_run (G_APPLICATION (self), argc, argv);
}
