/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-sheet-print.h"

#include <glib/gi18n-lib.h>

#include "sgn-error.h"
#include "sgn-projection-request.h"
#include "sgn-sheet-name.h"

/* How long to leave the processor to the thread that issues, before the toolkit asks again. */
#define PAUSE_US 4000

/* One sheet on its way to a printer. */
typedef struct {
  SgnSession *session;
  SgnProjectionRequest *projection;
  char *path; /* (nullable): the file instead of a printer */
  GtkPrintOperation *operation;
  SgnPages *pages;  /* for the dialog, and once issued those with the number */
  GError *error;    /* why it was not issued, or the printer's own */
  gboolean issuing; /* on the way to the record */
  gboolean issued;
  gboolean previewed; /* somebody asked the dialog for what the window shows already */
  gboolean over;      /* the toolkit is done with it */
  GtkPrintOperationResult outcome;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->session);
  sgn_projection_request_free (job->projection);
  g_free (job->path);
  g_clear_object (&job->operation);
  g_clear_pointer (&job->pages, sgn_pages_unref);
  g_clear_error (&job->error);
  g_free (job);
}

/* (nullable): the number that the job has taken */
static const char *
get_number (const Job *job)
{
  return job->issued ? sgn_pages_get_number (job->pages) : NULL;
}

static void
return_failure (GTask *task, const Job *job)
{
  const char *number = get_number (job);

  if (!job->issued && job->error->domain == SGN_ERROR)
    g_task_return_error (task, g_error_copy (job->error));
  else if (number != NULL)
    g_task_return_new_error (task, SGN_ERROR, SGN_ERROR_UNWRITABLE,
                             _ ("The printer did not take the sheet (%s). Check it and print "
                                "again. The document number %s stays on record."),
                             job->error->message, number);
  else
    g_task_return_new_error (task, SGN_ERROR, SGN_ERROR_UNWRITABLE,
                             _ ("The printer did not take the sheet (%s). Check it and print "
                                "again."),
                             job->error->message);
}

static void
return_stopped (GTask *task, const Job *job)
{
  const char *number = get_number (job);

  if (number != NULL)
    g_task_return_new_error (task, SGN_ERROR, SGN_ERROR_UNWRITABLE,
                             _ ("Printing was stopped. The document number %s stays on record."),
                             number);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s",
                             _ ("Nothing was printed."));
}

/* Both the record and the toolkit must be done. */
static void
return_when_over (GTask *task)
{
  const Job *job = g_task_get_task_data (task);

  if (!job->over || job->issuing || g_task_get_completed (task))
    return;
  if (job->error != NULL)
    return_failure (task, job);
  else if (job->outcome == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_task_return_pointer (task, sgn_pages_ref (job->pages), (GDestroyNotify) sgn_pages_unref);
  else
    return_stopped (task, job);
}

static void
issued_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  SgnPages *pages = sgn_session_issue_sheet_finish (SGN_SESSION (object), result, &job->error);

  job->issuing = FALSE;
  if (pages != NULL) {
    sgn_pages_unref (job->pages);
    job->pages = pages;
    job->issued = TRUE;
  }
  return_when_over (task);
}

/* Somebody has said “print”, here or by asking for a preview. */
static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, GTask *task)
{
  Job *job = g_task_get_task_data (task);

  if (job->previewed)
    return;
  job->issuing = TRUE;
  sgn_session_issue_sheet_async (job->session, job->projection, issued_cb, g_object_ref (task));
}

/* Asked again and again until it is known what to paint. */
static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, GTask *task)
{
  const Job *job = g_task_get_task_data (task);

  if (job->issuing) {
    g_usleep (PAUSE_US);
    return FALSE;
  }
  if (job->issued)
    gtk_print_operation_set_n_pages (operation, (int) sgn_pages_get_n_pages (job->pages));
  else
    gtk_print_operation_cancel (operation);
  return TRUE;
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, GTask *task)
{
  const Job *job = g_task_get_task_data (task);

  sgn_pages_paint (job->pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

/* The toolkit wants something to paint on, whatever becomes of it. */
static void
give_canvas (GtkPrintContext *context)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (surface);

  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A viewer outside could print what has no number: the preview is in the window. */
static gboolean
preview_cb (GtkPrintOperation *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext *context,
            GtkWindow *parent,
            GTask *task)
{
  Job *job = g_task_get_task_data (task);

  job->previewed = TRUE;
  give_canvas (context);
  gtk_print_operation_cancel (operation);
  return TRUE;
}

/* Takes the reference that waited for it. */
static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult outcome, GTask *waiting)
{
  g_autoptr (GTask) task = waiting;
  Job *job = g_task_get_task_data (task);

  job->outcome = outcome;
  job->over = TRUE;
  if (outcome == GTK_PRINT_OPERATION_RESULT_ERROR && job->error == NULL)
    gtk_print_operation_get_error (operation, &job->error);
  return_when_over (task);
}

/* The paper that the sheet was laid out for, whatever is usual where the computer stands. */
static void
set_paper (GtkPageSetup *setup, SgnPages *pages)
{
  g_autoptr (GtkPaperSize) a3 = gtk_paper_size_new (GTK_PAPER_NAME_A3);
  g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  double width;
  double height;

  sgn_pages_get_size (pages, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_paper_size_and_default_margins (
    setup, MIN (width, height) > gtk_paper_size_get_width (a4, GTK_UNIT_POINTS) + 1 ? a3 : a4);
}

static void
request_page_setup_cb (GtkPrintOperation *operation,
                       GtkPrintContext *context,
                       int page,
                       GtkPageSetup *setup,
                       GTask *task)
{
  const Job *job = g_task_get_task_data (task);

  set_paper (setup, job->pages);
}

static void
set_up (GtkPrintOperation *operation, const Job *job)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autofree char *name = sgn_sheet_dup_name (job->session, job->projection);

  set_paper (setup, job->pages);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_n_pages (operation, (int) sgn_pages_get_n_pages (job->pages));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, job->path == NULL);
  if (job->path != NULL)
    gtk_print_operation_set_export_filename (operation, job->path);
}

static void
connect (GtkPrintOperation *operation, GTask *task)
{
  static const struct {
    const char *signal;
    GCallback callback;
  } handlers[] = {
    { "begin-print", G_CALLBACK (begin_print_cb) },
    { "paginate", G_CALLBACK (paginate_cb) },
    { "request-page-setup", G_CALLBACK (request_page_setup_cb) },
    { "draw-page", G_CALLBACK (draw_page_cb) },
    { "preview", G_CALLBACK (preview_cb) },
    { "done", G_CALLBACK (done_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect (operation, handlers[i].signal, handlers[i].callback, task);
}

/* The toolkit says when it is done, unless it could not even begin. */
static void
run (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  GtkPrintOperationResult outcome;
  GtkPrintOperationAction action =
    job->path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG;
  GtkPrintOperation *operation = gtk_print_operation_new ();

  job->operation = operation;
  set_up (operation, job);
  connect (operation, task);
  g_object_ref (task);
  outcome = gtk_print_operation_run (operation, action, g_task_get_source_object (task), NULL);
  if (outcome != GTK_PRINT_OPERATION_RESULT_IN_PROGRESS && !job->over)
    done_cb (operation, outcome, task);
}

static void
laid_out_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Job *job = g_task_get_task_data (task);
  const SgnFinding *refusal;

  job->pages = sgn_session_preview_finish (SGN_SESSION (object), result, &error);
  if (job->pages == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  refusal = sgn_findings_get_refusal (sgn_pages_get_findings (job->pages));
  if (refusal != NULL)
    g_task_return_new_error (task, SGN_ERROR, SGN_ERROR_CHECK, "%s", refusal->message);
  else
    run (task);
}

static void
print (SgnSession *session, const SgnProjectionRequest *projection, const char *path, GTask *task)
{
  Job *job = g_new0 (Job, 1);

  job->session = g_object_ref (session);
  job->projection = sgn_projection_request_copy (projection);
  job->path = g_strdup (path);
  g_task_set_source_tag (task, sgn_sheet_print_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  sgn_session_preview_async (session, projection, NULL, laid_out_cb, task);
}

/**
 * sgn_sheet_print_async:
 * @parent: the window that asks
 * @session: a session with an open file
 * @projection: which sheet; its document is one of the library; copied
 * @callback: called when the sheet is on its way to the printer, or is known not to be
 * @user_data: data for @callback
 *
 * Asks for a printer, pages and copies, and prints the sheet on the paper it is laid out for: A4,
 * or A3 for a poster of that size. It is issued as one that is written to a file, once somebody has
 * said “print”; a refused one is not even asked for.
 */
void
sgn_sheet_print_async (GtkWindow *parent,
                       SgnSession *session,
                       const SgnProjectionRequest *projection,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (GTK_IS_WINDOW (parent) && SGN_IS_SESSION (session));

  print (session, projection, NULL, g_task_new (parent, NULL, callback, user_data));
}

/**
 * sgn_sheet_print_to_file_async:
 * @parent: the window that asks
 * @session: a session with an open file
 * @projection: which sheet; its document is one of the library; copied
 * @path: the file, which is replaced
 * @callback: called when the file is there, or is known not to be
 * @user_data: data for @callback
 *
 * Prints a sheet into a file, page by page as a printer gets it. Unlike a written PDF it carries
 * neither the record nor tags.
 */
void
sgn_sheet_print_to_file_async (GtkWindow *parent,
                               SgnSession *session,
                               const SgnProjectionRequest *projection,
                               const char *path,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (GTK_IS_WINDOW (parent) && SGN_IS_SESSION (session));

  print (session, projection, path, g_task_new (parent, NULL, callback, user_data));
}

/**
 * sgn_sheet_print_finish:
 * @parent: the window that asked
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the sheet as it was printed, or %NULL: G_IO_ERROR_CANCELLED when nobody
 *   said “print”, SGN_ERROR_CHECK when a finding refuses it, SGN_ERROR_NOT_YET when it cannot be
 *   made yet, SGN_ERROR_UNWRITABLE when the printer failed or was stopped
 */
SgnPages *
sgn_sheet_print_finish (GtkWindow *parent, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
