/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session.h"

G_BEGIN_DECLS

/* Asks for a printer and prints a sheet there. It is issued, with a number and an event, when
 * somebody has said “print”, and not before. */
void sgn_sheet_print_async (GtkWindow *parent,
                            SgnSession *session,
                            const SgnProjectionRequest *projection,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* Without asking: into a file at @path, as a printer would get it. */
void sgn_sheet_print_to_file_async (GtkWindow *parent,
                                    SgnSession *session,
                                    const SgnProjectionRequest *projection,
                                    const char *path,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* What was printed, with its number, or NULL; G_IO_ERROR_CANCELLED when nobody said “print”. Any
 * other error is one sentence to be told. */
SgnPages *sgn_sheet_print_finish (GtkWindow *parent, GAsyncResult *result, GError **error);

G_END_DECLS
