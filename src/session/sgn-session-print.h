/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session.h"

G_BEGIN_DECLS

/* Issues a sheet that goes to a printer and not into a file: checked, numbered and on record as if
 * it were written, and laid out as it would be. See sgn_pages_get_number(). */
void sgn_session_issue_sheet_async (SgnSession *self,
                                    const SgnProjectionRequest *request,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
SgnPages *sgn_session_issue_sheet_finish (SgnSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
