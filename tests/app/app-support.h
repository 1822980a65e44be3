/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session.h"

G_BEGIN_DECLS

/* What the tests of the window share: the program's data, a folder of their own, and waiting for
 * what ends later. */
SgnLibrary *app_support_load_library (void);
char *app_support_make_folder (void);
void app_support_remove_folder (const char *folder);

/* A session with a fresh company “試験商店” at @folder/test.sengen, or with the sample. */
SgnSession *app_support_open_company (const char *folder);
SgnSession *app_support_open_sample (const char *folder);
void app_support_close (SgnSession *session);
/* Closes the file and opens it again. */
void app_support_reopen (SgnSession *session);

/* (nullable): @widget, or the first below it, of @type */
GtkWidget *app_support_find (GtkWidget *widget, GType type);

/* Runs the main loop until @done says so; fails the test after ten seconds. */
typedef gboolean (*AppSupportDone) (gpointer data);
void app_support_wait (AppSupportDone done, gpointer data);

G_END_DECLS
