/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session.h"

G_BEGIN_DECLS

/* Asks where to save a sheet and writes it there. @format: "pdf" "xlsx" "csv" "json". */
void sgn_sheet_save_async (GtkWindow *parent,
                           SgnSession *session,
                           const SgnProjectionRequest *projection,
                           const char *format,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/* The file's name for people in @name. Cancelling is G_IO_ERROR_CANCELLED. */
SgnSheetResult *
sgn_sheet_save_finish (GtkWindow *parent, GAsyncResult *result, char **name, GError **error);

G_END_DECLS
