/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session.h"

G_BEGIN_DECLS

void sgn_session_write_seminar_papers_async (SgnSession *self,
                                             const char *folder,
                                             SgnLanguage language,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
/* (transfer full) (nullable): the files that were written, by name and in their order */
char **
sgn_session_write_seminar_papers_finish (SgnSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
