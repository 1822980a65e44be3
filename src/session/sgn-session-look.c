/* SPDX-License-Identifier: GPL-3.0-or-later */
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

#define SEARCH_LIMIT 200

static gpointer
do_search (SgnDesk *desk, gpointer data, GError **error)
{
  const char *text = data;

  return sgn_desk_check_open (desk, error)
           ? sgn_company_file_search (desk->file, text, SEARCH_LIMIT, error)
           : NULL;
}

/**
 * sgn_session_search_async:
 * @self: a session with an open file
 * @text: what to look for; width, case and kana do not matter
 * @callback: called when the search is over
 * @user_data: data for @callback
 *
 * Looks through answers, evidence and names. End with sgn_session_search_finish().
 */
void
sgn_session_search_async (SgnSession *self,
                          const char *text,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  const SgnAct act = { do_search, g_strdup (text), g_free, (GDestroyNotify) g_ptr_array_unref,
                       sgn_session_search_async };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_search_finish:
 * @self: a session
 * @result: the result given to the callback
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8): the rows as "KIND/ID", best first, 200 at the most
 */
GPtrArray *
sgn_session_search_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_search_async, error);
}
