/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-sheet-name.h"

#include "sgn-date.h"
#include "sgn-file-name.h"

/**
 * sgn_sheet_dup_name:
 * @session: a session
 * @projection: which sheet
 *
 * Returns: (transfer full): the name that is suggested for saving it, without an ending, and that
 *   of its print job
 */
char *
sgn_sheet_dup_name (SgnSession *session, const SgnProjectionRequest *projection)
{
  SgnLibrary *library = sgn_session_get_library (session);
  const SgnDocument *document = sgn_documents_find (library->documents, projection->document);
  g_autofree char *now = sgn_clock_now (sgn_session_get_clock (session));
  g_autofree char *date = sgn_time_get_date (now);
  g_autofree char *base =
    sgn_file_name_make (sgn_text_get (&document->menu, projection->language), "document");

  return g_strdup_printf ("%s_%s", base, date);
}
