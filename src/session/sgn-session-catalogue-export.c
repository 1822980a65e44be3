/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sgn-combined.h"
#include "sgn-data-dir.h"
#include "sgn-error.h"
#include "sgn-output.h"
#include "sgn-session-catalogue.h"
#include "sgn-session-private.h"
#include "sgn-sheet-file.h"
#include "sgn-sheet-write.h"

typedef struct {
  char *catalogue;
  char *path;
  SgnLanguage language;
  gboolean replace;
} ExportRequest;

/* What is looked into for the answers. */
typedef struct {
  const SgnCombined *answers;
  SgnLanguage language;
} Look;

static void
export_request_free (ExportRequest *request)
{
  g_free (request->catalogue);
  g_free (request->path);
  g_free (request);
}

/* (nullable): the newest check of the whole company with an answer to this edition */
static const SgnAssessment *
find_answered (const SgnRecord *record, const SgnCatalogue *catalogue)
{
  for (guint i = record->assessments->len; i > 0; i--) {
    const SgnAssessment *assessment = g_ptr_array_index (record->assessments, i - 1);

    if (assessment->site == 0 && g_str_equal (assessment->catalogue, catalogue->id) &&
        g_str_equal (assessment->edition, catalogue->edition) &&
        sgn_record_has_answer (record, assessment))
      return assessment;
  }
  return NULL;
}

static const char *
choose_statement (const SgnAnswer *answer, SgnLanguage language)
{
  if (language == SGN_LANGUAGE_EN && answer->statement_en != NULL)
    return answer->statement_en;
  return answer->statement;
}

static SgnSheetAnswer
find_answer (const SgnItem *item, gpointer data)
{
  const Look *look = data;
  const SgnAnswer *answer = sgn_combined_find_answer (look->answers, item).answer;

  if (answer == NULL)
    return (SgnSheetAnswer){ 0 };
  return (SgnSheetAnswer){ .value = sgn_item_find_value (item, answer->value),
                           .statement = choose_statement (answer, look->language) };
}

static GBytes *
write_sheet (SgnDesk *desk, const ExportRequest *request, const SgnSheetForm *form, GError **error)
{
  g_autofree char *now = sgn_clock_now (desk->clock);
  g_autofree char *lower = g_ascii_strdown (request->path, -1);

  if (g_str_has_suffix (lower, ".csv"))
    return sgn_sheet_write_csv (form);
  if (g_str_has_suffix (lower, ".xlsx"))
    return sgn_sheet_write_xlsx (form, desk->record->profile->name, now, error);

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                       _ ("A sheet is written as CSV or XLSX. Give the file a name that ends in "
                          ".csv or .xlsx."));
  return NULL;
}

static gpointer
do_export (SgnDesk *desk, gpointer data, GError **error)
{
  const ExportRequest *request = data;
  SgnCatalogue *catalogue = NULL;
  const SgnAssessment *assessment = NULL;
  g_autofree char *data_dir = sgn_data_dir ();
  g_autoptr (json_t) form = NULL;
  g_autoptr (SgnCombined) answers = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!sgn_desk_check_open (desk, error))
    return NULL;
  catalogue = sgn_library_get_catalogue (desk->library, request->catalogue, error);
  if (catalogue == NULL || !sgn_catalogue_check_asks (catalogue, error))
    return NULL;
  assessment = find_answered (desk->record, catalogue);
  if (assessment == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                 _ ("Nothing of “%s” is answered yet. Answer at least one question."),
                 request->catalogue);
    return NULL;
  }
  form = sgn_sheet_form_load (data_dir, error);
  if (form == NULL)
    return NULL;

  answers = sgn_combined_new (desk->record, catalogue, assessment);
  bytes = write_sheet (desk, request,
                       &(const SgnSheetForm){ .catalogue = catalogue,
                                              .form = form,
                                              .language = request->language,
                                              .find = find_answer,
                                              .data = &(Look){ answers, request->language } },
                       error);
  return bytes != NULL && sgn_output_write (request->path, bytes, request->replace, error)
           ? SGN_ACT_DONE
           : NULL;
}

/**
 * sgn_session_export_catalogue_async:
 * @self: a session with an open file
 * @request: what is written where; copied
 * @callback: called when the file is written, or is known not to be
 * @user_data: data for @callback
 *
 * Gives a sheet back to who sent it: its rows and columns as they came, with the words for the
 * newest answers and the statements, which are meant for outsiders. Notes stay here. End with
 * sgn_session_act_finish(): SGN_ERROR_NOT_YET when nothing is answered, SGN_ERROR_USAGE for another
 * ending, SGN_ERROR_EXISTS.
 */
void
sgn_session_export_catalogue_async (SgnSession *self,
                                    const SgnSheetExport *request,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  ExportRequest *copy = g_new0 (ExportRequest, 1);
  const SgnAct act = { do_export, copy, (GDestroyNotify) export_request_free, NULL,
                       sgn_session_export_catalogue_async };

  copy->catalogue = g_strdup (request->catalogue);
  copy->path = g_strdup (request->path);
  copy->language = request->language;
  copy->replace = request->replace;
  sgn_session_run (self, &act, callback, user_data);
}
