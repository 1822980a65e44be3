/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session.h"

G_BEGIN_DECLS

/* Looking back */
void sgn_session_history_async (SgnSession *self, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *sgn_session_history_finish (SgnSession *self,
                                       GAsyncResult *result,
                                       GError **error); /* of SgnEvent */
void sgn_session_verify_async (SgnSession *self, GAsyncReadyCallback callback, gpointer user_data);
SgnVerification *sgn_session_verify_finish (SgnSession *self, GAsyncResult *result, GError **error);

/* Going back and forth */
void sgn_session_undo_async (SgnSession *self, GAsyncReadyCallback callback, gpointer user_data);
void sgn_session_redo_async (SgnSession *self, GAsyncReadyCallback callback, gpointer user_data);
/* The entry of event @seq is again what it was after it, or before it. */
void sgn_session_set_back_async (SgnSession *self,
                                 gint64 seq,
                                 gboolean before,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

G_END_DECLS
