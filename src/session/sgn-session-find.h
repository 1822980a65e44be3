/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-hit.h"
#include "sgn-session.h"

G_BEGIN_DECLS

/* Looking for words everywhere: in questions and sheets, and in what the company wrote. */

/* How many rows of the file are found at the most. */
#define SGN_FIND_LIMIT 1000

void sgn_session_find_async (SgnSession *self,
                             const char *text,
                             SgnLanguage language,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GPtrArray *
sgn_session_find_finish (SgnSession *self, GAsyncResult *result, GError **error); /* of SgnHit */

G_END_DECLS
