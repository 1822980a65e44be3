/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-author-memory.h"
#include "sgn-start-page.h"
#include "sgn-window.h"

G_BEGIN_DECLS

/**
 * SgnWindow:
 * @stages: one of them is shown: start page, company, damaged file, or the wait for a backup
 * @company: (nullable): the open company; %NULL: no file is open
 * @start_page: (nullable): made when it is shown first: a program that is started with a file shows
 *   none
 * @beginning: (nullable): the page of a new company, until one is open
 * @damaged: (nullable): the page of a damaged file
 * @sample: (nullable): the throw-away file that is open
 * @closing: what is under way while a file is closed
 *
 * The frame. What it does with files is in sgn-window-files.c, with new ones in
 * sgn-window-create.c, what it does with damaged ones and with backups in sgn-window-restore.c, and
 * how it helps in sgn-window-help.c.
 */
struct _SgnWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stages;

  SgnSettings *settings;
  SgnSession *session;
  SgnSaving *saving;
  SgnAuthorMemory *authors;
  SgnCompanyView *company;
  SgnStartPage *start_page;
  GtkWidget *beginning;
  GtkWidget *damaged;
  char *sample;
  struct {
    gboolean window; /* the window closes with the file */
    guint patience;  /* source that tells of a long wait; 0: none */
    char *problem;   /* (nullable): why there is no backup */
  } closing;
};

/* An act may end after the window was closed. */
gboolean sgn_window_is_gone (SgnWindow *self);
void sgn_window_show_toast (SgnWindow *self, const char *words);
void sgn_window_tell_error (SgnWindow *self, const char *heading, const GError *error);
/* @remember: whether the file is to be offered again on the start page */
void sgn_window_show_company (SgnWindow *self, gboolean remember);
/* In place of what is shown. Takes the floating @page. */
void sgn_window_show_damaged (SgnWindow *self, GtkWidget *page);

/* Until an act on files has ended nothing else can be pressed. */
void sgn_window_begin_act (SgnWindow *self);
void sgn_window_end_act (SgnWindow *self);
void sgn_window_undo (SgnWindow *self);
void sgn_window_redo (SgnWindow *self);
void sgn_window_drop_sample (SgnWindow *self);

/* Shows the page of a new company, called @name so far. */
void sgn_window_begin_company (SgnWindow *self, const char *name);
void sgn_window_create_company (SgnWindow *self);
/* Asks whether the open file, which another computer writes, is to be written here. */
void sgn_window_take_over (SgnWindow *self);
void sgn_window_begin_closing (SgnWindow *self, gboolean whole_window);
void sgn_window_clear_closing (SgnWindow *self);
/* The file at @path could not be opened for @error. */
void sgn_window_tell_unopened (SgnWindow *self, const char *path, const GError *error);
/* Puts @copy in the place of the open file, which is kept under another name. */
void sgn_window_restore (SgnWindow *self, const char *copy);
/* Makes a new file from @copy beside the one at @path, and opens it. */
void sgn_window_restore_beside (SgnWindow *self, const char *copy, const char *path);

/* Help on what is shown, and on a page of the help by name. */
void sgn_window_help_add_to_class (GtkWidgetClass *widget_class);

G_END_DECLS
