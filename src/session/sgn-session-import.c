/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-assessment-private.h"

#include <glib/gi18n-lib.h>

#include "sgn-error.h"

typedef struct {
  char *path;
  char *catalogue;
  char *site;
  gint64 assessment;
} ImportRequest;

static void
import_request_free (ImportRequest *request)
{
  g_free (request->path);
  g_free (request->catalogue);
  g_free (request->site);
  g_free (request);
}

/* (nullable): "ID" or "ID@EDITION" as the file says it */
static char *
dup_key (const SgnAnswerFile *file)
{
  if (file->catalogue == NULL || file->edition == NULL)
    return g_strdup (file->catalogue);
  return g_strdup_printf ("%s@%s", file->catalogue, file->edition);
}

/* What was asked for must not be another guideline than the file speaks of. */
static gboolean
check_key (SgnDesk *desk, const char *asked, const char *written, GError **error)
{
  const SgnCatalogue *a = sgn_target_find_catalogue (desk->library, asked, error);
  const SgnCatalogue *b =
    a != NULL ? sgn_target_find_catalogue (desk->library, written, error) : NULL;
  gboolean both = sgn_target_names_edition (asked) && sgn_target_names_edition (written);

  if (b == NULL)
    return FALSE;
  if (strcmp (a->id, b->id) == 0 && (a == b || !both))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("The file has answers to “%s”, not to “%s”. Leave out the guideline."), written,
               asked);
  return FALSE;
}

static gboolean
find_import_target (SgnDesk *desk,
                    const SgnAnswerFile *file,
                    const ImportRequest *request,
                    SgnTarget *target,
                    GError **error)
{
  g_autofree char *written = dup_key (file);
  const SgnAnswerLine *first = g_ptr_array_index (file->lines, 0);
  const char *asked = request->catalogue;
  SgnAnswerChange change = { .catalogue = written,
                             .assessment = request->assessment,
                             .item = first->item,
                             .site = request->site };

  if (asked != NULL && written != NULL && !check_key (desk, asked, written, error))
    return FALSE;
  if (asked != NULL && !sgn_target_names_edition (written))
    change.catalogue = asked;

  return sgn_target_find (desk, &change, target, error);
}

static gboolean
check_lines (const SgnAnswerFile *file, const SgnCatalogue *catalogue, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < file->lines->len; i++) {
    const SgnAnswerLine *line = g_ptr_array_index (file->lines, i);
    const SgnItem *item = sgn_target_find_item (catalogue, line->item, error);

    if (item == NULL || !sgn_target_check_value (item, line->value, error)) {
      g_prefix_error (error, _ ("Answer %u of the file: "), i + 1);
      return FALSE;
    }
    if (!g_hash_table_add (seen, item->id)) {
      g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                   _ ("Answer %u of the file: %s is answered twice. Leave one of them out."), i + 1,
                   item->id);
      return FALSE;
    }
  }

  return TRUE;
}

/* The time of an answer that was given on @date; the clock's zone, midnight standing for a day
 * without a time. */
static char *
time_of_date (SgnClock *clock, const char *date)
{
  g_autofree char *now = sgn_clock_now (clock);

  return g_strconcat (date, "T00:00:00", now + strlen ("YYYY-MM-DDTHH:MM:SS"), NULL);
}

static gboolean
import_line (SgnDesk *desk,
             const SgnAnswerFile *file,
             const SgnAnswerLine *line,
             const SgnCatalogue *catalogue,
             const SgnAssessment *assessment,
             GError **error)
{
  const SgnAnswerChange change = {
    .value = line->value,
    .note = line->note,
    .statement = line->statement,
    .statement_en = line->statement_en,
  };
  const char *by = line->by != NULL ? line->by : file->by != NULL ? file->by : desk->author;
  g_autofree char *at = NULL;
  gint64 person;

  if (line->at != NULL)
    at = g_strdup (line->at);
  else if (file->date != NULL)
    at = time_of_date (desk->clock, file->date);
  else
    at = sgn_clock_now (desk->clock);

  return sgn_desk_ensure_person (desk, by, &person, error) &&
         sgn_desk_put_answer (desk, assessment, sgn_catalogue_find_item (catalogue, line->item),
                              &change, person, at, error);
}

/* Inside an act: all lines of @file into the assessment they belong to, which is opened when there
 * is none. */
static gboolean
import_lines (SgnDesk *desk, const SgnAnswerFile *file, const SgnTarget *target, GError **error)
{
  const SgnAssessment *assessment = target->assessment;
  g_autoptr (SgnAssessment) opened = NULL;
  gint64 person;

  if (!sgn_desk_ensure_person (desk, file->by != NULL ? file->by : desk->author, &person, error))
    return FALSE;

  if (assessment == NULL) {
    assessment = opened = sgn_desk_begin_target (desk, target, person, error);
    if (opened == NULL)
      return FALSE;
  }

  for (guint i = 0; i < file->lines->len; i++) {
    if (!import_line (desk, file, g_ptr_array_index (file->lines, i), target->catalogue, assessment,
                      error))
      return FALSE;
  }

  return TRUE;
}

/* All answers of @file as one act of their own; how many, or -1. */
static gint64
import (SgnDesk *desk, const SgnAnswerFile *file, const ImportRequest *request, GError **error)
{
  g_autofree char *by = sgn_dup_name (file->by != NULL ? file->by : desk->author);
  SgnTarget target = { 0 };
  gboolean ok;

  if (file->lines->len == 0) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_INVALID,
                         _ ("The file has no answers. Choose a file with at least one."));
    return -1;
  }
  if (!find_import_target (desk, file, request, &target, error) ||
      !check_lines (file, target.catalogue, error))
    return -1;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_IMPORT, by, error) &&
       import_lines (desk, file, &target, error);

  return sgn_desk_end_act (desk, ok, error) ? (gint64) file->lines->len : -1;
}

static gpointer
do_import (SgnDesk *desk, gpointer data, GError **error)
{
  const ImportRequest *request = data;
  g_autoptr (SgnAnswerFile) file = NULL;
  gint64 count;

  if (!sgn_desk_check_writable (desk, error))
    return NULL;

  if (!sgn_desk_check_other (desk, request->path, error))
    return NULL;
  file = sgn_answer_file_new_from_file (request->path, error);
  if (file == NULL)
    return NULL;

  count = import (desk, file, request, error);

  return count > 0 ? GSIZE_TO_POINTER ((gsize) count) : NULL;
}

/**
 * sgn_session_import_async:
 * @self: a session with a file open for writing
 * @path: answers as JSON or CSV
 * @place: (nullable): where they go; copied
 * @callback: called when all are on disk, or are known not to be
 * @user_data: data for @callback
 *
 * Takes in many answers as one act: all of them or none. They go to the assessment that @place
 * names, else to the newest open one of their guideline and of the company or the site of @place,
 * one of the edition they name, or a new one. End with sgn_session_import_finish().
 */
void
sgn_session_import_async (SgnSession *self,
                          const char *path,
                          const SgnAnswerPlace *place,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  ImportRequest *request = g_new0 (ImportRequest, 1);
  const SgnAct act = { do_import, request, (GDestroyNotify) import_request_free, NULL,
                       sgn_session_import_async };

  request->path = g_strdup (path);
  if (place != NULL) {
    request->catalogue = g_strdup (place->catalogue);
    request->assessment = place->assessment;
    request->site = g_strdup (place->site);
  }
  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_import_finish:
 * @self: a session
 * @result: the result given to the callback
 * @error: return location
 *
 * Returns: how many answers were taken in, at least 1; -1 with @error: SGN_ERROR_UNREADABLE naming
 *   the place in the file, SGN_ERROR_USAGE (no such item or value) or SGN_ERROR_INVALID
 */
gint64
sgn_session_import_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  gsize count =
    GPOINTER_TO_SIZE (sgn_session_finish (self, result, sgn_session_import_async, error));

  return count > 0 ? (gint64) count : -1;
}
