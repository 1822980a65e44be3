/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sgn-data-dir.h"
#include "sgn-error.h"
#include "sgn-fold.h"
#include "sgn-session-private.h"

/* Words of the acts of this file; what an act does not need stays NULL. */
typedef struct {
  char *path;
  SgnProfile *profile;
  SgnOpenMode mode;
  SgnSampleKind sample;
} FileRequest;

static void
file_request_free (FileRequest *request)
{
  g_free (request->path);
  g_clear_pointer (&request->profile, sgn_profile_free);
  g_free (request);
}

static FileRequest *
file_request_new (const char *path)
{
  FileRequest *request = g_new0 (FileRequest, 1);

  request->path = g_strdup (path);

  return request;
}

static void
run (SgnSession *self,
     SgnActFunc func,
     FileRequest *request,
     gpointer tag,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  const SgnAct act = { func, request, (GDestroyNotify) file_request_free, NULL, tag };

  sgn_session_run (self, &act, callback, user_data);
}

static gboolean
has_id (GPtrArray *sites, gint64 id)
{
  for (guint i = 0; i < sites->len; i++) {
    const SgnSite *site = g_ptr_array_index (sites, i);

    if (site->id == id)
      return TRUE;
  }

  return FALSE;
}

/* Gives the sites of a profile file, which knows no ids, those of the sites of the same name. */
static void
keep_ids (const SgnDesk *desk, GPtrArray *sites)
{
  GPtrArray *old = desk->record != NULL ? desk->record->profile->sites : NULL;

  for (guint i = 0; old != NULL && i < old->len; i++) {
    const SgnSite *known = g_ptr_array_index (old, i);

    for (guint k = 0; k < sites->len && !has_id (sites, known->id); k++) {
      SgnSite *site = g_ptr_array_index (sites, k);

      if (site->id == 0 && strcmp (site->name, known->name) == 0)
        site->id = known->id;
    }
  }
}

static gboolean
put_sites (SgnDesk *desk, GPtrArray *sites, GError **error)
{
  for (guint i = 0; i < sites->len; i++) {
    const SgnSite *site = g_ptr_array_index (sites, i);
    gint64 id = site->id;

    if (id == 0)
      id = sgn_company_file_next_id (desk->file, SGN_KIND_SITE, error);
    if (id < 0 || !sgn_desk_put_numbered (desk, SGN_KIND_SITE, id, sgn_site_to_row (site), error))
      return FALSE;
  }

  return TRUE;
}

/* What was checked at a site is kept, so the site is. */
static gboolean
check_unused (SgnDesk *desk, const SgnSite *site, GError **error)
{
  GPtrArray *assessments = desk->record->assessments;

  for (guint i = 0; i < assessments->len; i++) {
    const SgnAssessment *assessment = g_ptr_array_index (assessments, i);

    if (assessment->site != site->id)
      continue;
    g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                 _ ("The site “%s” has checks and cannot be taken out. Leave it among the sites."),
                 site->name);
    return FALSE;
  }
  return TRUE;
}

static gboolean
drop_sites (SgnDesk *desk, GPtrArray *kept, GError **error)
{
  GPtrArray *old = desk->record != NULL ? desk->record->profile->sites : NULL;

  for (guint i = 0; old != NULL && i < old->len; i++) {
    const SgnSite *site = g_ptr_array_index (old, i);

    if (!has_id (kept, site->id) &&
        (!check_unused (desk, site, error) ||
         !sgn_desk_put_numbered (desk, SGN_KIND_SITE, site->id, NULL, error)))
      return FALSE;
  }

  return TRUE;
}

/* Inside an act: the company and its sites as they are now to be. */
gboolean
sgn_desk_put_profile (SgnDesk *desk, const SgnProfile *profile, gboolean sample, GError **error)
{
  g_autoptr (SgnProfile) company = sgn_profile_copy (profile);

  if (profile->name == NULL || *profile->name == '\0') {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_INVALID,
                         _ ("The company has no name. Type its name."));
    return FALSE;
  }

  keep_ids (desk, company->sites);

  return sgn_desk_put_numbered (desk, SGN_KIND_COMPANY, 1, sgn_profile_to_row (company, sample),
                                error) &&
         drop_sites (desk, company->sites, error) && put_sites (desk, company->sites, error);
}

static gpointer
do_create (SgnDesk *desk, gpointer data, GError **error)
{
  FileRequest *request = data;
  SgnDesk fresh = { .library = desk->library, .clock = desk->clock, .author = desk->author };
  gboolean ok;

  fresh.file = sgn_company_file_create (request->path, desk->clock, error);
  if (fresh.file == NULL)
    return NULL;

  ok = sgn_company_file_begin (fresh.file, SGN_ACT_NEW, desk->author, error) &&
       sgn_desk_put_profile (&fresh, request->profile, FALSE, error) &&
       sgn_company_file_commit (fresh.file, error);
  if (!ok) {
    /* The caller may try the same name again. */
    sgn_company_file_discard (fresh.file);
    return NULL;
  }

  return sgn_desk_take_file (desk, fresh.file, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_create_async:
 * @self: a session
 * @path: where the new file goes; never overwritten
 * @profile: the company; copied
 * @callback: called when the file is on disk and open, or is known not to be
 * @user_data: data for @callback
 *
 * Makes a new company file and opens it. End with sgn_session_act_finish().
 */
void
sgn_session_create_async (SgnSession *self,
                          const char *path,
                          const SgnProfile *profile,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  FileRequest *request = file_request_new (path);

  request->profile = sgn_profile_copy (profile);
  run (self, do_create, request, sgn_session_create_async, callback, user_data);
}

static gpointer
do_open (SgnDesk *desk, gpointer data, GError **error)
{
  FileRequest *request = data;
  SgnCompanyFile *file = sgn_company_file_open (request->path, request->mode, desk->clock, error);

  return file != NULL && sgn_desk_take_file (desk, file, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_open_async:
 * @self: a session
 * @path: a company file
 * @mode: for writing or for reading
 * @callback: called when the file is open, or is known not to be
 * @user_data: data for @callback
 *
 * Opens a company file in place of the one open so far, which stays open when this fails. End with
 * sgn_session_act_finish().
 */
void
sgn_session_open_async (SgnSession *self,
                        const char *path,
                        SgnOpenMode mode,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  FileRequest *request = file_request_new (path);

  request->mode = mode;
  run (self, do_open, request, sgn_session_open_async, callback, user_data);
}

static gpointer
do_create_sample (SgnDesk *desk, gpointer data, GError **error)
{
  FileRequest *request = data;

  request->mode = SGN_OPEN_WRITE;

  return sgn_sample_write (desk->library, request->sample, request->path, error)
           ? do_open (desk, request, error)
           : NULL;
}

/**
 * sgn_session_create_sample_async:
 * @self: a session
 * @path: where the new file goes; never overwritten
 * @callback: called when the file is there and open, or is known not to be
 * @user_data: data for @callback
 *
 * Writes the shipped sample company as a new file and opens it for writing. End with
 * sgn_session_act_finish().
 */
void
sgn_session_create_sample_async (SgnSession *self,
                                 const char *path,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  run (self, do_create_sample, file_request_new (path), sgn_session_create_sample_async, callback,
       user_data);
}

/**
 * sgn_session_create_training_async:
 * @self: a session
 * @path: where the new file goes; never overwritten
 * @callback: called when the file is there and open, or is known not to be
 * @user_data: data for @callback
 *
 * Writes the company of a seminar as a new file and opens it for writing. End with
 * sgn_session_act_finish().
 */
void
sgn_session_create_training_async (SgnSession *self,
                                   const char *path,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  FileRequest *request = file_request_new (path);

  request->sample = SGN_SAMPLE_TRAINING;
  run (self, do_create_sample, request, sgn_session_create_training_async, callback, user_data);
}

static gpointer
do_close (SgnDesk *desk, gpointer data, GError **error)
{
  g_clear_pointer (&desk->record, sgn_record_unref);

  if (desk->file != NULL && !sgn_company_file_close (g_steal_pointer (&desk->file), error))
    return NULL;

  return SGN_ACT_DONE;
}

/**
 * sgn_session_close_async:
 * @self: a session
 * @callback: called when the file is closed
 * @user_data: data for @callback
 *
 * Gives the open file back as one closed file; nothing to do without one. End with
 * sgn_session_act_finish().
 */
void
sgn_session_close_async (SgnSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  run (self, do_close, file_request_new (NULL), sgn_session_close_async, callback, user_data);
}

static gpointer
do_set_profile (SgnDesk *desk, gpointer data, GError **error)
{
  FileRequest *request = data;
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error))
    return NULL;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_COMPANY, desk->author, error) &&
       sgn_desk_put_profile (desk, request->profile, desk->record->sample, error);

  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_set_profile_async:
 * @self: a session with a file open for writing
 * @profile: the company as it is now to be; copied
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Replaces the details of the company and its sites. A site without an id is the one of its name,
 * if there is one. SGN_ERROR_INVALID when the name is empty. End with sgn_session_act_finish().
 */
void
sgn_session_set_profile_async (SgnSession *self,
                               const SgnProfile *profile,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  FileRequest *request = file_request_new (NULL);

  request->profile = sgn_profile_copy (profile);
  run (self, do_set_profile, request, sgn_session_set_profile_async, callback, user_data);
}
