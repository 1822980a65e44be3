/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sgn-digest.h"
#include "sgn-error.h"
#include "sgn-evidence-private.h"
#include "sgn-file-name.h"
#include "sgn-output.h"

/* The name that is read by all programs that compare hashes. */
#define LIST "SHA256SUMS"

static gpointer
do_read (SgnDesk *desk, gpointer data, GError **error)
{
  const gint64 *id = data;
  const SgnEvidence *evidence =
    sgn_desk_check_open (desk, error) ? sgn_desk_find_evidence (desk, *id, error) : NULL;

  return evidence != NULL && sgn_evidence_check_content (evidence, error)
           ? sgn_company_file_get_blob (desk->file, evidence->sha256, error)
           : NULL;
}

/**
 * sgn_session_read_evidence_async:
 * @self: a session with an open file
 * @evidence: number of a piece of evidence
 * @callback: called when it was read
 * @user_data: data for @callback
 *
 * Reads the file that was kept. End with sgn_session_read_evidence_finish().
 */
void
sgn_session_read_evidence_async (SgnSession *self,
                                 gint64 evidence,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  const SgnAct act = { do_read, g_memdup2 (&evidence, sizeof evidence), g_free,
                       (GDestroyNotify) g_bytes_unref, sgn_session_read_evidence_async };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_read_evidence_finish:
 * @self: a session
 * @result: the result given to the callback
 * @error: return location; SGN_ERROR_DAMAGED when it is not what its SHA-256 says
 *
 * Returns: (transfer full): its content
 */
GBytes *
sgn_session_read_evidence_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_read_evidence_async, error);
}

typedef struct {
  char *folder;
  GArray *only; /* (nullable): of gint64 */
  gboolean with_retired;
} ExportRequest;

static void
export_request_free (ExportRequest *request)
{
  g_free (request->folder);
  g_clear_pointer (&request->only, g_array_unref);
  g_free (request);
}

/* What is being written. */
typedef struct {
  SgnDesk *desk;
  const char *folder;
  gboolean made; /* whether the folder is ours */
  GHashTable *taken;
  GPtrArray *names; /* of char* */
  GString *list;
} Export;

static void
export_clear (Export *self)
{
  g_clear_pointer (&self->taken, g_hash_table_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  if (self->list != NULL)
    g_string_free (g_steal_pointer (&self->list), TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, export_clear)

static GPtrArray *
choose_only (SgnDesk *desk, const ExportRequest *request, GError **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < request->only->len; i++) {
    const SgnEvidence *evidence =
      sgn_desk_find_evidence (desk, g_array_index (request->only, gint64, i), error);

    if (evidence == NULL || !sgn_evidence_check_content (evidence, error))
      return NULL;
    if (!g_ptr_array_find (chosen, evidence, NULL))
      g_ptr_array_add (chosen, (gpointer) evidence);
  }
  return g_steal_pointer (&chosen);
}

/* (transfer full): what is to be written; never empty */
static GPtrArray *
choose (SgnDesk *desk, const ExportRequest *request, GError **error)
{
  g_autoptr (GPtrArray) chosen = NULL;

  if (request->only != NULL)
    return choose_only (desk, request, error);

  chosen = g_ptr_array_new ();
  for (guint i = 0; i < desk->record->evidence->len; i++) {
    SgnEvidence *evidence = g_ptr_array_index (desk->record->evidence, i);

    if (!evidence->retired || (request->with_retired && !sgn_evidence_is_erased (evidence)))
      g_ptr_array_add (chosen, evidence);
  }
  if (chosen->len > 0)
    return g_steal_pointer (&chosen);

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                       _ ("There is no evidence to take out. Add some first."));
  return NULL;
}

/* Reads back what is there now, not what was handed over. */
static gboolean
check_written (const char *path, const char *sha256, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *found = sgn_digest_of_file (path);

  if (g_strcmp0 (found, sha256) == 0)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE,
               _ ("“%s” does not hold what was written to it. Use another medium."), name);
  return FALSE;
}

/* Takes @name. */
static gboolean
write_file (Export *self, char *name, GBytes *bytes, const char *sha256, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  if (!sgn_output_write (path, bytes, FALSE, error)) {
    g_free (name);
    return FALSE;
  }
  /* From here on it is ours to take away again. */
  g_ptr_array_add (self->names, name);
  return check_written (path, sha256, error);
}

static gboolean
write_evidence (Export *self, const SgnEvidence *evidence, GError **error)
{
  g_autoptr (GBytes) bytes = sgn_company_file_get_blob (self->desk->file, evidence->sha256, error);
  char *name;

  if (bytes == NULL)
    return FALSE;

  name = sgn_file_name_make_free (evidence->file_name, self->taken);
  g_string_append_printf (self->list, "%s  %s\n", evidence->sha256, name);
  return write_file (self, name, bytes, evidence->sha256, error);
}

static gboolean
write_list (Export *self, GError **error)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (g_steal_pointer (&self->list));
  g_autofree char *sha256 = sgn_digest_of_bytes (bytes);

  return write_file (self, g_strdup (LIST), bytes, sha256, error);
}

static gboolean
write_all (Export *self, GPtrArray *chosen, GError **error)
{
  for (guint i = 0; i < chosen->len; i++)
    if (!write_evidence (self, g_ptr_array_index (chosen, i), error))
      return FALSE;
  return write_list (self, error);
}

/* A half set of evidence would look like a whole one. */
static void
take_away (Export *self)
{
  for (guint i = 0; i < self->names->len; i++) {
    g_autofree char *path =
      g_build_filename (self->folder, (const char *) g_ptr_array_index (self->names, i), NULL);

    g_unlink (path);
  }
  if (self->made)
    g_rmdir (self->folder);
}

static gpointer
do_export (SgnDesk *desk, gpointer data, GError **error)
{
  const ExportRequest *request = data;
  g_auto (Export) self = { .desk = desk, .folder = request->folder };
  g_autoptr (GPtrArray) chosen = NULL;
  g_autofree char *list_name = NULL;

  if (!sgn_desk_check_open (desk, error))
    return NULL;
  chosen = choose (desk, request, error);
  self.made = !g_file_test (request->folder, G_FILE_TEST_EXISTS);
  if (chosen == NULL || !sgn_output_make_folder (request->folder, 0777, error))
    return NULL;

  self.taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.names = g_ptr_array_new_with_free_func (g_free);
  self.list = g_string_new (NULL);
  list_name = sgn_file_name_make_free (LIST, self.taken);
  if (!write_all (&self, chosen, error)) {
    take_away (&self);
    return NULL;
  }
  return g_steal_pointer (&self.names);
}

/**
 * sgn_session_export_evidence_async:
 * @self: a session with an open file
 * @request: which files, and where to; copied
 * @callback: called when all is written, or nothing is
 * @user_data: data for @callback
 *
 * Writes files of evidence under their own names, made safe for every system and told apart by
 * numbers. Each is read back and compared with its SHA-256. Nothing is ever overwritten; when one
 * cannot be written, none stays. End with sgn_session_export_evidence_finish().
 */
void
sgn_session_export_evidence_async (SgnSession *self,
                                   const SgnEvidenceExport *request,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  ExportRequest *copy = g_new0 (ExportRequest, 1);
  const SgnAct act = { do_export, copy, (GDestroyNotify) export_request_free,
                       (GDestroyNotify) g_ptr_array_unref, sgn_session_export_evidence_async };

  copy->folder = g_strdup (request->folder);
  copy->with_retired = request->with_retired;
  if (request->only != NULL) {
    copy->only = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_array_append_vals (copy->only, request->only, (guint) request->only_count);
  }
  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_export_evidence_finish:
 * @self: a session
 * @result: the result given to the callback
 * @error: return location; SGN_ERROR_EXISTS for a folder that is not empty, SGN_ERROR_UNWRITABLE,
 *   SGN_ERROR_DAMAGED, SGN_ERROR_USAGE, SGN_ERROR_NOT_YET when there is nothing to write
 *
 * Returns: (transfer full) (element-type utf8): the names of the files, the list of SHA-256 last
 */
GPtrArray *
sgn_session_export_evidence_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_export_evidence_async, error);
}
