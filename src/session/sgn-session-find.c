/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-session-private.h"

typedef struct {
  char *text;
  SgnLanguage language;
} FindRequest;

static void
find_request_free (gpointer data)
{
  FindRequest *request = data;

  g_free (request->text);
  g_free (request);
}

static gpointer
do_find (SgnDesk *desk, gpointer data, GError **error)
{
  const FindRequest *request = data;
  g_autoptr (GPtrArray) places = NULL;

  if (!sgn_desk_check_open (desk, error))
    return NULL;
  places = sgn_company_file_search (desk->file, request->text, SGN_FIND_LIMIT, error);
  if (places == NULL)
    return NULL;
  return sgn_hits_find (desk->library, desk->record, request->text, places, request->language);
}

/**
 * sgn_session_find_async:
 * @self: a session with an open file
 * @text: what to look for; width, case and kana do not matter, and every word must be there
 * @language: of the words that are shown
 * @callback: called when the search is over
 * @user_data: data for @callback
 *
 * Looks through questions, sheets and all that the company wrote. End with
 * sgn_session_find_finish().
 */
void
sgn_session_find_async (SgnSession *self,
                        const char *text,
                        SgnLanguage language,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  FindRequest *request = g_new0 (FindRequest, 1);
  const SgnAct act = { do_find, request, find_request_free, (GDestroyNotify) g_ptr_array_unref,
                       sgn_session_find_async };

  request->text = g_strdup (text);
  request->language = language;
  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_find_finish:
 * @self: a session
 * @result: the result given to the callback
 * @error: return location
 *
 * Returns: (transfer full) (element-type SgnHit): what was found, by group, in each the best first;
 *   of the file %SGN_FIND_LIMIT rows at the most
 */
GPtrArray *
sgn_session_find_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_find_async, error);
}
