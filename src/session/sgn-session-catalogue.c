/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-session-catalogue.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sgn-data-dir.h"
#include "sgn-error.h"
#include "sgn-fault.h"
#include "sgn-input.h"
#include "sgn-session-private.h"
#include "sgn-sheet-file.h"

#define MEGABYTES 16

typedef struct {
  char *path;
  char *id;
  char *title;
  char *owner;
} LoadRequest;

static void
load_request_free (LoadRequest *request)
{
  g_free (request->path);
  g_free (request->id);
  g_free (request->title);
  g_free (request->owner);
  g_free (request);
}

/* Whether any edition of the company's own guideline @id is there. */
static gboolean
has_id (const SgnRecord *record, const char *id)
{
  GHashTableIter iter;
  gpointer catalogue = NULL;

  g_hash_table_iter_init (&iter, record->catalogues);
  while (g_hash_table_iter_next (&iter, NULL, &catalogue))
    if (g_str_equal (((const SgnCatalogue *) catalogue)->id, id))
      return TRUE;
  return FALSE;
}

static char *
make_id (const SgnRecord *record)
{
  for (guint i = 1;; i++) {
    g_autofree char *id = g_strdup_printf ("sheet-%u", i);

    if (!has_id (record, id))
      return g_steal_pointer (&id);
  }
}

/* @desk: (nullable): where an id must be free */
static SgnCatalogue *
load (SgnDesk *desk, const LoadRequest *request, GPtrArray *faults, GError **error)
{
  g_autoptr (GBytes) bytes = sgn_input_read (request->path, MEGABYTES, error);
  g_autofree char *data_dir = sgn_data_dir ();
  g_autoptr (json_t) form = bytes != NULL ? sgn_sheet_form_load (data_dir, error) : NULL;
  g_autofree char *name = g_filename_display_basename (request->path);
  g_autofree char *free_id = desk != NULL ? make_id (desk->record) : g_strdup ("sheet-1");
  g_autofree char *today = desk != NULL ? sgn_desk_dup_today (desk) : g_strdup ("2000-01-01");
  const SgnSheetWords words = { .id = request->id != NULL ? request->id : free_id,
                                .title = request->title,
                                .owner = request->owner,
                                .date = today,
                                .form = form };

  if (form == NULL)
    return NULL;
  if (sgn_sheet_file_is_json (bytes) &&
      (request->id != NULL || request->title != NULL || request->owner != NULL)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("“%s” says itself what it is called. Leave out id, title and owner."), name);
    return NULL;
  }
  return sgn_sheet_file_load (bytes, name, &words, faults, error);
}

/* No item may be called like one of the program's: answers name items by their ids. */
static gboolean
check_items (SgnDesk *desk, const SgnCatalogue *catalogue, GError **error)
{
  for (guint i = 0; i < catalogue->items->len; i++) {
    const SgnItem *item = g_ptr_array_index (catalogue->items, i);
    const SgnCatalogue *other = sgn_library_find_catalogue_of_item (desk->library, item->id);

    if (other == NULL || g_str_equal (other->id, catalogue->id))
      continue;
    g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                 _ ("The item “%s” is one of the guideline “%s” already. Give the item another "
                    "id."),
                 item->id, other->id);
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_catalogue (SgnDesk *desk, const SgnCatalogue *catalogue, const char *key, GError **error)
{
  if (sgn_library_find_catalogue (desk->library, catalogue->id, NULL) != NULL &&
      !sgn_library_is_own (desk->library, catalogue->id)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                 _ ("“%s” is a guideline of the program. Give the sheet another id."),
                 catalogue->id);
    return FALSE;
  }
  if (g_hash_table_contains (desk->record->catalogues, key)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_EXISTS,
                 _ ("“%s” is loaded already, and what was answered must stay what was asked. Give "
                    "the sheet another id, or undo the loading first."),
                 key);
    return FALSE;
  }
  return sgn_catalogue_check_asks (catalogue, error) && check_items (desk, catalogue, error);
}

static gpointer
do_load (SgnDesk *desk, gpointer data, GError **error)
{
  const LoadRequest *request = data;
  g_autoptr (SgnCatalogue) catalogue = NULL;
  g_autofree char *key = NULL;
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error) || !sgn_desk_check_other (desk, request->path, error))
    return NULL;
  catalogue = load (desk, request, NULL, error);
  if (catalogue == NULL)
    return NULL;
  key = sgn_catalogue_dup_key (catalogue);
  if (!check_catalogue (desk, catalogue, key, error))
    return NULL;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_CATALOGUE, desk->author, error) &&
       sgn_desk_put (desk, SGN_KIND_CATALOGUE, key, sgn_catalogue_to_row (catalogue), error);

  return sgn_desk_end_act (desk, ok, error) ? g_steal_pointer (&key) : NULL;
}

/**
 * sgn_session_load_catalogue_async:
 * @self: a session with a file open for writing
 * @path: a catalogue as JSON, or a table of questions as CSV or XLSX
 * @names: (nullable): what a table does not say of itself; copied
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Takes in what a customer asks, or any other guideline of the company's own. It can be answered
 * like the guidelines of the program from then on, and is never changed: what comes again is
 * another edition. End with sgn_session_load_catalogue_finish().
 */
void
sgn_session_load_catalogue_async (SgnSession *self,
                                  const char *path,
                                  const SgnSheetNames *names,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  LoadRequest *request = g_new0 (LoadRequest, 1);
  const SgnAct act = { do_load, request, (GDestroyNotify) load_request_free, g_free,
                       sgn_session_load_catalogue_async };

  request->path = g_strdup (path);
  if (names != NULL) {
    request->id = g_strdup (names->id);
    request->title = sgn_dup_name (names->title);
    request->owner = sgn_dup_name (names->owner);
  }
  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_load_catalogue_finish:
 * @self: a session
 * @result: the result given to the callback
 * @error: return location
 *
 * Returns: (transfer full) (nullable): "ID@EDITION"; NULL with SGN_ERROR_UNREADABLE naming line and
 *   column, SGN_ERROR_EXISTS when it is there, SGN_ERROR_INVALID when a guideline of the program
 *   has its id or that of an item, SGN_ERROR_USAGE
 */
char *
sgn_session_load_catalogue_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_load_catalogue_async, error);
}

/**
 * sgn_session_find_faults:
 * @path: a catalogue as JSON, or a table of questions as CSV or XLSX
 * @error: return location; SGN_ERROR_UNREADABLE when it is no such file at all
 *
 * Returns: (transfer full) (nullable) (element-type SgnFault): what keeps it from being loaded
 */
GPtrArray *
sgn_session_find_faults (const char *path, GError **error)
{
  g_autoptr (GPtrArray) faults = sgn_faults_new ();
  g_autoptr (GError) problem = NULL;
  LoadRequest request = { .path = (char *) path };
  g_autoptr (SgnCatalogue) catalogue = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  catalogue = load (NULL, &request, faults, &problem);
  if (catalogue != NULL || faults->len > 0)
    return g_steal_pointer (&faults);

  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}
