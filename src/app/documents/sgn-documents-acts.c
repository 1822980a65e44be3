/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-documents-page-private.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-date.h"
#include "sgn-file-name.h"
#include "sgn-set-dialog.h"
#include "sgn-sheet-name.h"

/* Sheets on their way to a place. */
typedef struct {
  SgnDocumentsPage *page;
  SgnProjectionRequest *request;
  char *format; /* (nullable): all sheets as files of their own */
  char *path;   /* (nullable): not chosen yet */
} Job;

static Job *
job_new (SgnDocumentsPage *page, const SgnProjectionRequest *request, const char *format)
{
  Job *job = g_new0 (Job, 1);

  job->page = g_object_ref (page);
  job->request = sgn_projection_request_copy (request);
  job->format = g_strdup (format);
  return job;
}

static void
job_free (Job *job)
{
  g_object_unref (job->page);
  sgn_projection_request_free (job->request);
  g_free (job->format);
  g_free (job->path);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static SgnSession *
get_session (SgnDocumentsPage *self)
{
  return sgn_page_get_session (SGN_PAGE (self));
}

/* The page may be gone by the time something ends. */
static gboolean
is_gone (SgnDocumentsPage *self)
{
  return self->paper == NULL;
}

static GtkWindow *
get_window (SgnDocumentsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
toast (SgnDocumentsPage *self, const char *words)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", words);
}

static void
tell (SgnDocumentsPage *self, const char *heading, const char *body)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(ss)", heading, body);
}

static void
tell_failure (SgnDocumentsPage *self, const char *heading, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    toast (self, _ ("Stopped. Nothing was saved."));
  else
    tell (self, heading, error->message);
}

static GCancellable *
begin_work (SgnDocumentsPage *self)
{
  sgn_documents_page_set_busy (self, TRUE);
  return sgn_work_bar_begin (self->work_bar);
}

static void
progress_cb (const SgnProgress *progress, gpointer user_data)
{
  const Job *job = user_data;

  if (!is_gone (job->page))
    sgn_work_bar_show_progress (job->page->work_bar, progress);
}

/* FALSE when nobody is there any more to be told how it went. */
static gboolean
end_work (SgnDocumentsPage *self)
{
  sgn_documents_page_set_busy (self, FALSE);
  if (is_gone (self))
    return FALSE;
  sgn_work_bar_end (self->work_bar);
  return TRUE;
}

/* FALSE, and told, when there is no folder of this computer. */
static gboolean
take_path (Job *job, GFile *file)
{
  if (file != NULL)
    job->path = g_file_get_path (file);
  if (file != NULL && job->path == NULL)
    tell (job->page, _ ("The sheet could not be saved"), _ ("Choose a folder of this computer."));
  return job->path != NULL;
}

static void
tell_saved (Job *job, const SgnSheetResult *result)
{
  g_autofree char *name = g_filename_display_basename (job->path);
  g_autofree char *words =
    result->number != NULL
      ? g_strdup_printf (_ ("Saved “%s” with the document number %s"), name, result->number)
      : g_strdup_printf (_ ("Saved “%s”"), name);

  toast (job->page, words);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnSheetResult) sheet =
    sgn_session_write_sheet_finish (SGN_SESSION (object), result, &error);

  if (!end_work (job->page))
    return;
  if (sheet != NULL)
    tell_saved (job, sheet);
  else
    tell_failure (job->page, _ ("The sheet could not be saved"), error);
}

static void
place_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GFile) file = sgn_save_file_finish (GTK_WINDOW (object), result, NULL);
  g_autoptr (GCancellable) cancellable = NULL;
  SgnSheetRequest request = { .projection = *job->request,
                              .format = job->format,
                              .replace = TRUE,
                              .progress = progress_cb,
                              .progress_data = job };

  if (is_gone (job->page) || job->page->busy || !take_path (job, file))
    return;
  cancellable = begin_work (job->page);
  request.path = job->path;
  request.cancellable = cancellable;
  sgn_session_write_sheet_async (get_session (job->page), &request, written_cb, job);
  g_steal_pointer (&job);
}

static void
save_as (SgnDocumentsPage *self, const SgnProjectionRequest *request, const char *format)
{
  GtkWindow *window = get_window (self);
  g_autofree char *base = sgn_sheet_dup_name (get_session (self), request);
  g_autofree char *name = g_strdup_printf ("%s.%s", base, format);

  if (window != NULL)
    sgn_save_file_async (window, _ ("Save the sheet"), name, place_chosen_cb,
                         job_new (self, request, format));
}

/* Asks for a place and writes the chosen sheet there. @format: "pdf" "xlsx" "csv" "json". */
void
sgn_documents_page_save (SgnDocumentsPage *self, const char *format)
{
  g_autoptr (SgnProjectionRequest) request = sgn_documents_page_dup_request (self);

  if (request != NULL)
    save_as (self, request, format);
}

static void
tell_files (Job *job, const SgnSheetsResult *result)
{
  g_autofree char *name = g_filename_display_basename (job->path);
  g_autofree char *words =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Saved %u file in “%s”",
                                  "Saved %u files in “%s”", result->files->len),
                     result->files->len, name);
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autofree char *body = NULL;

  for (guint i = 0; i < result->missing->len; i++)
    g_string_append_printf (missing, "%s%s", i > 0 ? C_ ("list", ", ") : "",
                            (const char *) g_ptr_array_index (result->missing, i));
  if (missing->len == 0) {
    toast (job->page, words);
    return;
  }
  body = g_strdup_printf (_ ("%s\nCannot be made yet: %s"), words, missing->str);
  tell (job->page, _ ("The sheets are saved"), body);
}

static void
files_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnSheetsResult) sheets =
    sgn_session_write_sheets_finish (SGN_SESSION (object), result, &error);

  if (!end_work (job->page))
    return;
  if (sheets != NULL)
    tell_files (job, sheets);
  else
    tell_failure (job->page, _ ("The sheets could not be saved"), error);
}

/* A folder in @parent that is not there yet: 記録一式_2026-11-23, 記録一式_2026-11-23 (2), … */
static char *
dup_new_folder (Job *job, const char *parent)
{
  SgnSession *session = get_session (job->page);
  const SgnDocument *document =
    sgn_documents_find (sgn_session_get_library (session)->documents, job->request->document);
  g_autofree char *now = sgn_clock_now (sgn_session_get_clock (session));
  g_autofree char *date = sgn_time_get_date (now);
  g_autofree char *base =
    sgn_file_name_make (sgn_text_get (&document->short_title, job->request->language), "documents");
  char *path = g_strdup_printf ("%s/%s_%s", parent, base, date);

  for (guint n = 2; g_file_test (path, G_FILE_TEST_EXISTS); n++) {
    g_free (path);
    path = g_strdup_printf ("%s/%s_%s (%u)", parent, base, date, n);
  }
  return path;
}

static void
write_files (Job *job)
{
  const SgnProjectionRequest *sheet = job->request;
  g_autoptr (GCancellable) cancellable = begin_work (job->page);
  const SgnSheetsRequest request = { .audience = sheet->audience,
                                     .language = sheet->language,
                                     .with_unmet = sheet->with_unmet,
                                     .recipient = sheet->recipient,
                                     .folder = job->path,
                                     .titled = TRUE,
                                     .cancellable = cancellable,
                                     .progress = progress_cb,
                                     .progress_data = job };

  sgn_session_write_sheets_async (get_session (job->page), &request, files_written_cb, job);
}

static void
folder_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GFile) folder = sgn_open_folder_finish (GTK_WINDOW (object), result, NULL);
  g_autofree char *parent = NULL;

  if (is_gone (job->page) || job->page->busy || !take_path (job, folder))
    return;
  parent = g_steal_pointer (&job->path);
  job->path = dup_new_folder (job, parent);
  write_files (g_steal_pointer (&job));
}

static void
set_response_cb (SgnSetDialog *dialog, const char *response, gpointer user_data)
{
  SgnDocumentsPage *self = user_data;
  GtkWindow *window = get_window (self);
  const SgnProjectionRequest request = sgn_set_dialog_get_request (dialog);

  if (!g_str_equal (response, "choose") || window == NULL)
    return;
  if (sgn_set_dialog_get_as_files (dialog))
    sgn_open_folder_async (window, _ ("Where shall the new folder be?"), folder_chosen_cb,
                           job_new (self, &request, NULL));
  else
    save_as (self, &request, "pdf");
}

/* Asks for whom and how, then for a place, and writes all sheets there. */
void
sgn_documents_page_write_set (SgnDocumentsPage *self)
{
  GtkWindow *window = get_window (self);
  g_autoptr (SgnProjectionRequest) request = sgn_documents_page_dup_set_request (self);
  GtkWidget *dialog;

  if (window == NULL || request == NULL)
    return;
  dialog = sgn_set_dialog_new (window, get_session (self), request);
  g_signal_connect_object (dialog, "response", G_CALLBACK (set_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
