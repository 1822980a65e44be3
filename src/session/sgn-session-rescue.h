/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session.h"

G_BEGIN_DECLS

/* Reads whatever can still be read of a damaged company file, which is not opened and not changed,
 * and writes it into a new or empty folder. */
void sgn_session_rescue_async (SgnSession *self,
                               const char *path,
                               const char *folder,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* (transfer full): the report {file, folder, entries: {kind: n}, from_history, events, files,
 * damaged_files, losses: [{code, field, message}], written: [name]} */
json_t *sgn_session_rescue_finish (SgnSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
