/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-session-private.h"

static gpointer
do_history (SgnDesk *desk, gpointer data, GError **error)
{
  return sgn_desk_check_open (desk, error) ? sgn_company_file_get_history (desk->file, error)
                                           : NULL;
}

/**
 * sgn_session_history_async:
 * @self: a session with an open file
 * @callback: called when the events were read
 * @user_data: data for @callback
 *
 * Reads all that was ever done. End with sgn_session_history_finish().
 */
void
sgn_session_history_async (SgnSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  const SgnAct act = { do_history, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                       sgn_session_history_async };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_history_finish:
 * @self: a session
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type SgnEvent): all events, oldest first
 */
GPtrArray *
sgn_session_history_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_history_async, error);
}

static gpointer
do_verify (SgnDesk *desk, gpointer data, GError **error)
{
  return sgn_desk_check_open (desk, error) ? sgn_company_file_verify (desk->file, error) : NULL;
}

/**
 * sgn_session_verify_async:
 * @self: a session with an open file
 * @callback: called when all was looked at
 * @user_data: data for @callback
 *
 * Walks the chain of events and compares it with every row and file. End with
 * sgn_session_verify_finish().
 */
void
sgn_session_verify_async (SgnSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  const SgnAct act = { do_verify, NULL, NULL, (GDestroyNotify) sgn_verification_free,
                       sgn_session_verify_async };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_verify_finish:
 * @self: a session
 * @result: the result given to the callback
 * @error: return location
 *
 * Returns: (transfer full): what was found, which may be contradictions; %NULL only when the file
 *   could not be read
 */
SgnVerification *
sgn_session_verify_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_verify_async, error);
}

/* The file has changed; what the session shows must follow. */
static gpointer
after_step (SgnDesk *desk, gboolean ok, GError **error)
{
  return ok && sgn_desk_reload (desk, error) ? SGN_ACT_DONE : NULL;
}

static gpointer
do_undo (SgnDesk *desk, gpointer data, GError **error)
{
  if (!sgn_desk_check_writable (desk, error))
    return NULL;

  return after_step (desk, sgn_company_file_undo (desk->file, desk->author, error), error);
}

static gpointer
do_redo (SgnDesk *desk, gpointer data, GError **error)
{
  if (!sgn_desk_check_writable (desk, error))
    return NULL;

  return after_step (desk, sgn_company_file_redo (desk->file, desk->author, error), error);
}

/**
 * sgn_session_undo_async:
 * @self: a session with a file open for writing
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Takes the newest act back, as a new one. SGN_ERROR_CHECK when there is nothing to undo; a sheet
 * once issued is never undone. End with sgn_session_act_finish().
 */
void
sgn_session_undo_async (SgnSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  const SgnAct act = { do_undo, NULL, NULL, NULL, sgn_session_undo_async };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_redo_async:
 * @self: a session with a file open for writing
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Does again what was undone last. SGN_ERROR_CHECK when there is nothing to redo. End with
 * sgn_session_act_finish().
 */
void
sgn_session_redo_async (SgnSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  const SgnAct act = { do_redo, NULL, NULL, NULL, sgn_session_redo_async };

  sgn_session_run (self, &act, callback, user_data);
}
