/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-session-seminar.h"

#include <glib/gi18n-lib.h>

#include "sgn-error.h"
#include "sgn-form.h"
#include "sgn-output.h"
#include "sgn-projection.h"
#include "sgn-seminar-sheet.h"
#include "sgn-session-private.h"

typedef struct {
  char *folder;
  SgnLanguage language;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->folder);
  g_free (request);
}

/* What the company of the seminar answered, as its self-check result would print it. */
static json_t *
project (SgnDesk *desk, SgnLanguage language, GError **error)
{
  const SgnProjectionRequest request = {
    .document = "self-check-result",
    .audience = SGN_AUDIENCE_INTERNAL,
    .language = language,
  };

  if (!sgn_form_is_training (desk->record->settings)) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                         _ ("The papers of a seminar are about the company for training. Make its "
                            "file with “sengen new FILE --training” and use that one."));
    return NULL;
  }
  return sgn_projection_new (desk->library, desk->record, &request, error);
}

static gboolean
write_paper (SgnDesk *desk,
             const Request *request,
             SgnSeminarPaper paper,
             const json_t *record,
             const char *path,
             GError **error)
{
  g_autofree char *now = sgn_clock_now (desk->clock);
  const SgnSeminarSheet sheet = {
    .documents = desk->library->documents,
    .paper = paper,
    .language = request->language,
    .record = record,
    .issued = now,
    .program = PACKAGE_VERSION,
  };
  g_autoptr (GBytes) bytes = sgn_seminar_sheet_to_pdf (&sheet, error);

  return bytes != NULL && sgn_output_write (path, bytes, FALSE, error);
}

static gpointer
do_write (SgnDesk *desk, gpointer data, GError **error)
{
  const Request *request = data;
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autoptr (json_t) record = NULL;

  if (!sgn_desk_check_open (desk, error))
    return NULL;
  record = project (desk, request->language, error);
  if (record == NULL)
    return NULL;
  for (guint i = 0; i < SGN_N_SEMINAR_PAPERS; i++) {
    g_autofree char *name = g_strdup_printf ("seminar-%s-%s.pdf", sgn_seminar_paper_to_key (i),
                                             sgn_language_to_code (request->language));
    g_autofree char *path = g_build_filename (request->folder, name, NULL);

    if (!write_paper (desk, request, i, record, path, error))
      return NULL;
    g_strv_builder_add (paths, path);
  }
  return g_strv_builder_end (paths);
}

static void
free_paths (gpointer paths)
{
  g_strfreev (paths);
}

/**
 * sgn_session_write_seminar_papers_async:
 * @self: a session with the open file of the company for training
 * @folder: where they go; nothing in it is overwritten
 * @language: their language
 * @callback: called when they are there, or are known not to be
 * @user_data: data for @callback
 *
 * Writes what a seminar needs on paper: the handout, the trainer's scripts for 60 and 90 minutes,
 * and the key to the weak points. SGN_ERROR_NOT_YET for any other company.
 */
void
sgn_session_write_seminar_papers_async (SgnSession *self,
                                        const char *folder,
                                        SgnLanguage language,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  Request *request;
  SgnAct act = { .run = do_write,
                 .free_request = request_free,
                 .free_result = free_paths,
                 .tag = sgn_session_write_seminar_papers_async };

  g_return_if_fail (SGN_IS_SESSION (self) && folder != NULL);

  request = g_new0 (Request, 1);
  request->folder = g_strdup (folder);
  request->language = language;
  act.request = request;
  sgn_session_run (self, &act, callback, user_data);
}

char **
sgn_session_write_seminar_papers_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_write_seminar_papers_async, error);
}
