/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-session-private.h"

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
