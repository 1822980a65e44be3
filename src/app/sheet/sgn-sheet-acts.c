/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-sheet-acts.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-fault.h"
#include "sgn-file-name.h"

/* More are not read in a dialog; the command lists all. */
#define MOST_FAULTS 12

/* A sheet on its way in or out. */
typedef struct {
  GtkWindow *window;
  SgnSession *session;
  char *path;
  char *catalogue;
  SgnSheetLoadedFunc loaded;
} Job;

static Job *
job_new (GtkWindow *window, SgnSession *session)
{
  Job *self = g_new0 (Job, 1);

  self->window = g_object_ref (window);
  self->session = g_object_ref (session);
  return self;
}

static void
job_free (Job *self)
{
  g_object_unref (self->window);
  g_object_unref (self->session);
  g_free (self->path);
  g_free (self->catalogue);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
tell (const Job *self, const char *heading, const char *body)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.tell", "(ss)", heading, body);
}

/* FALSE, and told, when the file is not on this computer. */
static gboolean
take_path (Job *self, GFile *file, const char *heading)
{
  self->path = g_file_get_path (file);
  if (self->path == NULL)
    tell (self, heading, _ ("Choose a folder of this computer."));
  return self->path != NULL;
}

/* (transfer full): all that must be put right, a line each; or the one thing that is wrong */
static char *
explain (const Job *self, const GError *error)
{
  g_autoptr (GPtrArray) faults = sgn_session_find_faults (self->path, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  if (faults == NULL || faults->len == 0)
    return g_strdup (error->message);

  for (guint i = 0; i < MIN (faults->len, MOST_FAULTS); i++) {
    const SgnFault *fault = g_ptr_array_index (faults, i);

    /* Translators: line, place in it, a sentence on what is wrong there, what should be there */
    g_string_append_printf (text, _ ("Line %u, %s: %s Expected: %s.\n"), fault->line,
                            *fault->place != '\0' ? fault->place : "–", fault->wrong,
                            fault->expected);
  }
  if (faults->len > MOST_FAULTS)
    g_string_append_printf (text, _ ("%u more."), faults->len - MOST_FAULTS);
  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = sgn_session_load_catalogue_finish (SGN_SESSION (object), result, &error);
  const SgnCatalogue *sheet =
    key != NULL ? sgn_library_find_catalogue_key (sgn_session_get_library (job->session), key)
                : NULL;
  g_autofree char *body = NULL;

  if (sheet != NULL) {
    job->loaded (job->window, ((SgnItem *) g_ptr_array_index (sheet->items, 0))->id);
    gtk_widget_activate_action (GTK_WIDGET (job->window), "win.toast", "s",
                                _ ("The sheet was loaded. It can be answered now."));
    return;
  }
  body = explain (job, error);
  tell (job, _ ("The sheet could not be loaded"), body);
}

/**
 * sgn_sheet_load_file:
 * @window: the window
 * @session: its session, with a file open
 * @file: what a customer asks
 * @loaded: is told of the first item of what was loaded
 *
 * Loads a sheet. What keeps it out is told with all its places.
 */
void
sgn_sheet_load_file (GtkWindow *window, SgnSession *session, GFile *file, SgnSheetLoadedFunc loaded)
{
  g_autoptr (Job) job = NULL;
  const char *path;

  g_return_if_fail (GTK_IS_WINDOW (window) && SGN_IS_SESSION (session) && G_IS_FILE (file));

  job = job_new (window, session);
  job->loaded = loaded;
  if (!take_path (job, file, _ ("The sheet could not be loaded")))
    return;
  path = job->path;
  sgn_session_load_catalogue_async (session, path, NULL, loaded_cb, g_steal_pointer (&job));
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GFile) file = sgn_open_file_finish (GTK_WINDOW (object), result, NULL);

  if (file != NULL)
    sgn_sheet_load_file (job->window, job->session, file, job->loaded);
}

/**
 * sgn_sheet_load:
 * @window: the window
 * @session: its session, with a file open
 * @loaded: is told of the first item of what was loaded
 *
 * Lets somebody choose what a customer asks, and loads it.
 */
void
sgn_sheet_load (GtkWindow *window, SgnSession *session, SgnSheetLoadedFunc loaded)
{
  const SgnFileKind kind = { _ ("Questionnaires (Excel, CSV, JSON)"), "*.xlsx;*.csv;*.json" };
  Job *job = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window) && SGN_IS_SESSION (session) && loaded != NULL);

  job = job_new (window, session);
  job->loaded = loaded;
  sgn_open_file_async (window, _ ("Load a Customer’s Sheet"), &kind, chosen_cb, job);
}

static void
exported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (job->path);
  g_autofree char *words = NULL;

  if (!sgn_session_act_finish (SGN_SESSION (object), result, &error)) {
    tell (job, _ ("The sheet could not be written"), error->message);
    return;
  }
  words = g_strdup_printf (_ ("“%s” was written"), name);
  gtk_widget_activate_action (GTK_WIDGET (job->window), "win.toast", "s", words);
}

static void
place_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GFile) file = sgn_save_file_finish (GTK_WINDOW (object), result, NULL);
  SgnSession *session = job->session;
  SgnSheetExport request = { .language = sgn_language_of_user (), .replace = TRUE };

  if (file == NULL || !take_path (job, file, _ ("The sheet could not be written")))
    return;
  request.catalogue = job->catalogue;
  request.path = job->path;
  sgn_session_export_catalogue_async (session, &request, exported_cb, g_steal_pointer (&job));
}

/* (nullable): the company's own sheet that was answered last */
static const SgnCatalogue *
find_last (SgnSession *session)
{
  SgnLibrary *library = sgn_session_get_library (session);
  const SgnRecord *record = sgn_session_get_record (session);

  for (guint i = record->assessments->len; i > 0; i--) {
    const SgnAssessment *assessment = g_ptr_array_index (record->assessments, i - 1);

    if (sgn_library_is_own (library, assessment->catalogue))
      return sgn_library_find_catalogue (library, assessment->catalogue, assessment->edition);
  }
  return NULL;
}

/**
 * sgn_sheet_export:
 * @window: the window
 * @session: its session, with a file open
 * @catalogue: "ID@EDITION"; "" is the company's own sheet that was answered last
 *
 * Asks where the answered sheet is to go, and writes it as it came.
 */
void
sgn_sheet_export (GtkWindow *window, SgnSession *session, const char *catalogue)
{
  const SgnCatalogue *sheet = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *name = NULL;
  g_autoptr (Job) job = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window) && SGN_IS_SESSION (session) && catalogue != NULL);

  job = job_new (window, session);
  sheet = *catalogue != '\0'
            ? sgn_library_find_catalogue_key (sgn_session_get_library (session), catalogue)
            : find_last (session);
  if (sheet == NULL) {
    tell (job, _ ("There is no answered sheet of a customer"),
          _ ("Load the sheet that you received, and answer it first."));
    return;
  }
  job->catalogue = sgn_catalogue_dup_key (sheet);
  stem = sgn_file_name_make (sgn_text_get (&sheet->title, sgn_language_of_user ()), sheet->id);
  name = g_strconcat (stem, ".xlsx", NULL);
  sgn_save_file_async (window, _ ("Give a Customer’s Sheet Back"), name, place_chosen_cb,
                       g_steal_pointer (&job));
}
