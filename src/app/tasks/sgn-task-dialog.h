/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-saving.h"
#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_TASK_DIALOG (sgn_task_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SgnTaskDialog, sgn_task_dialog, SGN, TASK_DIALOG, AdwWindow)

/* A task as a form: what, who, until when, how it stands, what for. All that changed is one act.
 * Signals: saved (int64: its number, boolean: whether it is new); left (string, string: key of a
 * guideline and item), when a question is to be opened. */
/* @task: 0 for a new one */
GtkWidget *
sgn_task_dialog_new (GtkWindow *parent, SgnSession *session, SgnSaving *saving, gint64 task);
/* For a new task: what it is for, and what is to be done. @catalogue: id, or id@edition; @title:
 * (nullable): the words that the guideline has for it */
void sgn_task_dialog_propose (SgnTaskDialog *self,
                              const char *catalogue,
                              const char *item,
                              const char *title);

G_END_DECLS
