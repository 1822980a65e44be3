/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The one place that knows which version of the toolkit is there. */

/* One kind of file to choose: its words and its patterns ("*.sengen;*.sengen-sealed"). */
typedef struct {
  const char *name;
  const char *pattern;
} SgnFileKind;

/* Cancelling is G_IO_ERROR_CANCELLED. */
void sgn_open_file_async (GtkWindow *parent,
                          const char *title,
                          const SgnFileKind *kind,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
GFile *sgn_open_file_finish (GtkWindow *parent, GAsyncResult *result, GError **error);
void sgn_open_folder_async (GtkWindow *parent,
                            const char *title,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
GFile *sgn_open_folder_finish (GtkWindow *parent, GAsyncResult *result, GError **error);
/* @name is what is suggested; the toolkit asks before a file is replaced. */
void sgn_save_file_async (GtkWindow *parent,
                          const char *title,
                          const char *name,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
GFile *sgn_save_file_finish (GtkWindow *parent, GAsyncResult *result, GError **error);

/* Tells something that needs no answer; the dialog is destroyed when it was read. */
GtkWidget *sgn_tell (GtkWindow *parent, const char *heading, const char *body);
/* Asks; the result of the task is whether @yes was chosen. */
void sgn_ask_async (GtkWindow *parent,
                    const char *heading,
                    const char *body,
                    const char *yes,
                    GAsyncReadyCallback callback,
                    gpointer user_data);
gboolean sgn_ask_finish (GtkWindow *parent, GAsyncResult *result);

/* Lets a screen reader say @text, where the toolkit can. */
void sgn_announce (GtkWidget *widget, const char *text);

G_END_DECLS
