/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-page.h"

G_BEGIN_DECLS

/* What the tests of the window share: the program's data, a folder of their own, waiting for what
 * ends later, and a company with a window to show it in. */
SgnLibrary *app_support_load_library (void);
char *app_support_make_folder (void);
void app_support_remove_folder (const char *folder);

/* A session with a fresh company “試験商店” at @folder/test.sengen, or with the sample. */
SgnSession *app_support_open_company (const char *folder);
SgnSession *app_support_open_sample (const char *folder);
void app_support_close (SgnSession *session);
/* Closes the file and opens it again. */
void app_support_reopen (SgnSession *session);

/* An answer “done” to @item of the self-check, with a note. */
void app_support_answer (SgnSession *session, const char *item, const char *note);
void app_support_keep_backup (SgnSession *session);

/* (nullable): @widget, or the first below it, of @type */
GtkWidget *app_support_find (GtkWidget *widget, GType type);
/* Whether a label with these words is shown at or below @widget. */
gboolean app_support_says (GtkWidget *widget, const char *words);

/* Presses a key where the focus of @window is, as the toolkit hands it up from widget to widget;
 * FALSE when nobody takes it. */
gboolean app_support_press (GtkWidget *window, guint key, GdkModifierType state);

/* Runs the main loop until @done says so; fails the test after ten seconds. */
typedef gboolean (*AppSupportDone) (gpointer data);
void app_support_wait (AppSupportDone done, gpointer data);

/* An act that ends later: @over once it has, with @error or without. */
typedef struct {
  gboolean over;
  GError *error;
} AppEnding;

/* The callback of an act that sgn_session_act_finish() ends, and the wait for it to end well. */
void app_ending_cb (GObject *object, GAsyncResult *result, gpointer ending);
void app_ending_wait (AppEnding *ending);

/* The company “試験商店”, open, and a window that shows nothing yet. */
typedef struct {
  char *folder;
  SgnSession *session;
  SgnSaving *saving;
  GtkWidget *window;
} AppFixture;

void app_fixture_set_up (AppFixture *fixture, gconstpointer data);
void app_fixture_tear_down (AppFixture *fixture, gconstpointer data);
/* A page of @type in the window, opened. */
GtkWidget *app_fixture_show_page (AppFixture *fixture, GType type);

G_END_DECLS
