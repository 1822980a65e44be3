/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-session-rescue.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "sgn-csv.h"
#include "sgn-entry.h"
#include "sgn-error.h"
#include "sgn-file-name.h"
#include "sgn-finding.h"
#include "sgn-output.h"
#include "sgn-placing.h"
#include "sgn-salvage.h"
#include "sgn-session-private.h"

#define ENTRIES_FOLDER "entries"
#define ANSWERS_FOLDER "answers"
#define FILES_FOLDER "files"
#define DAMAGED_FOLDER "files-damaged"
#define REPORT_NAME "report.json"
#define TEXT_NAME "report.txt"

typedef struct {
  char *path;
  char *folder;
} RescueRequest;

/* One rescue under way. */
typedef struct {
  SgnSalvage *salvage;
  const char *folder;
  json_t *written;   /* of names, in the order they were written */
  GHashTable *taken; /* names of attached files */
  gint64 files;
  gint64 damaged_files;
} Rescue;

static void
rescue_request_free (RescueRequest *request)
{
  g_free (request->path);
  g_free (request->folder);
  g_free (request);
}

static gboolean
write_bytes (Rescue *rescue, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_build_filename (rescue->folder, name, NULL);

  if (!sgn_output_write (path, bytes, FALSE, error))
    return FALSE;
  json_array_append_new (rescue->written, json_string (name));
  return TRUE;
}

static gboolean
write_json (Rescue *rescue, const char *name, const json_t *json, GError **error)
{
  char *text = sgn_json_to_pretty (json);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return write_bytes (rescue, name, bytes, error);
}

static gboolean
make_folder (Rescue *rescue, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (rescue->folder, name, NULL);

  if (g_mkdir (path, 0700) == 0 || errno == EEXIST)
    return TRUE;
  return sgn_placing_fail (path, errno, error);
}

static gboolean
write_entries (Rescue *rescue, GError **error)
{
  const char *kind = NULL;
  json_t *rows = NULL;

  if (!make_folder (rescue, ENTRIES_FOLDER, error))
    return FALSE;
  json_object_foreach (sgn_salvage_get_rows (rescue->salvage), kind, rows)
  {
    g_autofree char *name = g_strdup_printf (ENTRIES_FOLDER "/%s.json", kind);

    if (json_array_size (rows) > 0 && !write_json (rescue, name, rows, error))
      return FALSE;
  }
  return TRUE;
}

/* The rows of a kind that was read. */
static json_t *
get_rows (Rescue *rescue, const char *kind)
{
  return json_object_get (sgn_salvage_get_rows (rescue->salvage), kind);
}

/* The answers of one assessment, as they can be taken in again. */
static GBytes *
make_answers (Rescue *rescue, gint64 assessment)
{
  static const char *const columns[] = { "item", "value", "note", "statement" };
  g_autoptr (SgnCsvWriter) csv = sgn_csv_writer_new ();
  const json_t *found = NULL;
  size_t i = 0;
  guint count = 0;

  for (gsize k = 0; k < G_N_ELEMENTS (columns); k++)
    sgn_csv_writer_add_text (csv, columns[k]);
  sgn_csv_writer_end_row (csv);

  json_array_foreach (get_rows (rescue, SGN_KIND_ANSWER), i, found)
  {
    const json_t *row = json_object_get (found, "row");

    if (sgn_json_integer (row, "assessment", 0) != assessment ||
        sgn_json_string (row, "value") == NULL)
      continue;
    for (gsize k = 0; k < G_N_ELEMENTS (columns); k++)
      sgn_csv_writer_add_text (csv, sgn_json_string (row, columns[k]));
    sgn_csv_writer_end_row (csv);
    count++;
  }
  return count > 0 ? sgn_csv_writer_to_bytes (csv) : NULL;
}

/* The numbers of all assessments that an answer speaks of */
static GHashTable *
list_assessments (Rescue *rescue)
{
  GHashTable *numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const json_t *found = NULL;
  size_t i = 0;

  json_array_foreach (get_rows (rescue, SGN_KIND_ANSWER), i, found)
  {
    gint64 number = sgn_json_integer (json_object_get (found, "row"), "assessment", 0);

    g_hash_table_add (numbers, g_memdup2 (&number, sizeof number));
  }
  return numbers;
}

/* “3-ipa-self-check@4.0.csv”; only the number when the assessment itself is lost */
static char *
make_answers_name (Rescue *rescue, gint64 assessment)
{
  g_autofree char *number = sgn_dup_number (assessment);
  g_autofree char *name = g_strconcat (number, ".csv", NULL);
  g_autofree char *safe = NULL;
  const json_t *found = NULL;
  size_t i = 0;

  json_array_foreach (get_rows (rescue, SGN_KIND_ASSESSMENT), i, found)
  {
    const json_t *row = json_object_get (found, "row");
    const char *catalogue = sgn_json_string (row, "catalogue");
    const char *edition = sgn_json_string (row, "edition");

    if (g_strcmp0 (sgn_json_string (found, "id"), number) != 0 || catalogue == NULL ||
        edition == NULL)
      continue;
    g_free (name);
    name = g_strdup_printf ("%s-%s@%s.csv", number, catalogue, edition);
  }
  safe = sgn_file_name_make_safe (name);
  return g_build_filename (ANSWERS_FOLDER, safe, NULL);
}

static gboolean
write_answers (Rescue *rescue, GError **error)
{
  g_autoptr (GHashTable) numbers = list_assessments (rescue);
  GHashTableIter iter;
  gpointer number = NULL;

  if (g_hash_table_size (numbers) == 0)
    return TRUE;
  if (!make_folder (rescue, ANSWERS_FOLDER, error))
    return FALSE;
  g_hash_table_iter_init (&iter, numbers);
  while (g_hash_table_iter_next (&iter, &number, NULL)) {
    gint64 assessment = *(gint64 *) number;
    g_autofree char *name = make_answers_name (rescue, assessment);
    g_autoptr (GBytes) csv = make_answers (rescue, assessment);

    if (csv != NULL && !write_bytes (rescue, name, csv, error))
      return FALSE;
  }
  return TRUE;
}

/* What the file with this hash was called when it was added. */
static const char *
find_file_name (Rescue *rescue, const char *sha256)
{
  const json_t *found = NULL;
  size_t i = 0;

  json_array_foreach (get_rows (rescue, SGN_KIND_EVIDENCE), i, found)
  {
    const json_t *row = json_object_get (found, "row");
    const char *name = sgn_json_string (row, "file_name");

    if (g_strcmp0 (sgn_json_string (row, "sha256"), sha256) == 0 && name != NULL)
      return name;
  }
  return sha256;
}

static gboolean
write_file (const char *sha256, GBytes *bytes, gboolean whole, gpointer user_data, GError **error)
{
  Rescue *rescue = user_data;
  const char *folder = whole ? FILES_FOLDER : DAMAGED_FOLDER;
  g_autofree char *free_name =
    sgn_file_name_make_free (find_file_name (rescue, sha256), rescue->taken);
  g_autofree char *name = g_build_filename (folder, free_name, NULL);

  if (!make_folder (rescue, folder, error) || !write_bytes (rescue, name, bytes, error))
    return FALSE;
  if (whole)
    rescue->files++;
  else
    rescue->damaged_files++;
  return TRUE;
}

static json_t *
list_losses (Rescue *rescue)
{
  GPtrArray *losses = sgn_salvage_get_losses (rescue->salvage);
  json_t *list = json_array ();

  for (guint i = 0; i < losses->len; i++) {
    const SgnFinding *loss = g_ptr_array_index (losses, i);
    json_t *item = json_object ();

    sgn_json_set_string (item, "code", loss->code);
    sgn_json_set_string (item, "field", loss->field);
    sgn_json_set_string (item, "message", loss->message);
    json_array_append_new (list, item);
  }
  return list;
}

/* Takes the numbers of rows into @report: all of each kind, and those only the history told. */
static void
count_entries (Rescue *rescue, json_t *report)
{
  json_t *entries = json_object ();
  gint64 from_history = 0;
  const char *kind = NULL;
  json_t *rows = NULL;

  json_object_foreach (sgn_salvage_get_rows (rescue->salvage), kind, rows)
  {
    const json_t *row = NULL;
    size_t i = 0;

    sgn_json_set_integer (entries, kind, (gint64) json_array_size (rows));
    json_array_foreach (rows, i, row)
    {
      from_history += g_strcmp0 (sgn_json_string (row, "from"), "history") == 0;
    }
  }
  json_object_set_new (report, "entries", entries);
  sgn_json_set_integer (report, "from_history", from_history);
}

static json_t *
make_report (Rescue *rescue, const char *path)
{
  json_t *report = json_object ();
  g_autofree char *file = g_filename_display_name (path);
  g_autofree char *folder = g_filename_display_name (rescue->folder);
  json_t *events = sgn_salvage_get_events (rescue->salvage);

  sgn_json_set_string (report, "file", file);
  sgn_json_set_string (report, "folder", folder);
  count_entries (rescue, report);
  sgn_json_set_integer (report, "events", (gint64) json_array_size (events));
  sgn_json_set_integer (report, "files", rescue->files);
  sgn_json_set_integer (report, "damaged_files", rescue->damaged_files);
  json_object_set_new (report, "losses", list_losses (rescue));
  json_object_set_new (report, "written", json_deep_copy (rescue->written));
  json_array_append_new (json_object_get (report, "written"), json_string (REPORT_NAME));
  json_array_append_new (json_object_get (report, "written"), json_string (TEXT_NAME));
  return report;
}

/* The report for people. */
static gboolean
write_text (Rescue *rescue, const json_t *report, GError **error)
{
  GPtrArray *losses = sgn_salvage_get_losses (rescue->salvage);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  const char *kind = NULL;
  json_t *count = NULL;

  g_string_append_printf (text, "%s\n%s\n\n", _ ("What could be read"),
                          sgn_json_string (report, "file"));
  json_object_foreach (json_object_get (report, "entries"), kind, count)
  {
    g_autofree char *words = sgn_entry_kind_to_words (kind);

    g_string_append_printf (text, "%s: %" JSON_INTEGER_FORMAT "\n", words,
                            json_integer_value (count));
  }
  g_string_append_printf (text, "%s: %" G_GINT64_FORMAT "\n", _ ("History"),
                          sgn_json_integer (report, "events", 0));
  g_string_append_printf (text, "%s: %" G_GINT64_FORMAT "\n\n%s\n", _ ("Attached files"),
                          rescue->files, _ ("What could not be read"));
  for (guint i = 0; i < losses->len; i++) {
    const SgnFinding *loss = g_ptr_array_index (losses, i);

    g_string_append_printf (text, "%s\n", loss->message);
  }
  if (losses->len == 0)
    g_string_append_printf (text, "%s\n", _ ("Nothing was missed."));
  bytes = g_bytes_new (text->str, text->len);
  return write_bytes (rescue, TEXT_NAME, bytes, error);
}

static json_t *
write_all (Rescue *rescue, const char *path, GError **error)
{
  g_autoptr (json_t) report = NULL;

  if (!sgn_output_make_folder (rescue->folder, 0700, error) || !write_entries (rescue, error) ||
      !write_answers (rescue, error) ||
      !write_json (rescue, "history.json", sgn_salvage_get_events (rescue->salvage), error) ||
      !sgn_salvage_foreach_file (rescue->salvage, write_file, rescue, error))
    return NULL;

  report = make_report (rescue, path);
  if (!write_json (rescue, REPORT_NAME, report, error) || !write_text (rescue, report, error))
    return NULL;
  return g_steal_pointer (&report);
}

static gpointer
do_rescue (SgnDesk *desk, gpointer data, GError **error)
{
  RescueRequest *request = data;
  g_autoptr (SgnSalvage) salvage = sgn_desk_check_other (desk, request->path, error)
                                     ? sgn_salvage_new (request->path, error)
                                     : NULL;
  g_autoptr (json_t) written = json_array ();
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Rescue rescue = { salvage, request->folder, written, taken, 0, 0 };

  return salvage != NULL ? write_all (&rescue, request->path, error) : NULL;
}

/**
 * sgn_session_rescue_async:
 * @self: a session; what it has open stays as it is
 * @path: a damaged company file
 * @folder: a new or empty folder
 * @callback: called when all that can be read was written
 * @user_data: data for @callback
 *
 * Writes the entries of each kind as JSON, the answers of each assessment as CSV, the attached
 * files under safe names, the history with its hashes, and a report of what could be read and what
 * could not. End with sgn_session_rescue_finish().
 */
void
sgn_session_rescue_async (SgnSession *self,
                          const char *path,
                          const char *folder,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  RescueRequest *request = g_new0 (RescueRequest, 1);
  const SgnAct act = { do_rescue, request, (GDestroyNotify) rescue_request_free,
                       (GDestroyNotify) json_decref, sgn_session_rescue_async };

  request->path = g_canonicalize_filename (path, NULL);
  request->folder = g_canonicalize_filename (folder, NULL);
  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_rescue_finish:
 * @self: a session
 * @result: the result given to the callback
 * @error: return location: %SGN_ERROR_UNREADABLE when nothing at all could be read,
 *   %SGN_ERROR_EXISTS, %SGN_ERROR_UNWRITABLE
 *
 * Returns: (transfer full): the report
 */
json_t *
sgn_session_rescue_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_rescue_async, error);
}
