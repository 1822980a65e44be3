/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-cli-run.h"

G_BEGIN_DECLS

/**
 * SgnCliWatch:
 * @cancellable: of the act that is waited for
 *
 * The user in front of a command that takes its time: sees on a terminal how far it is, and stops
 * it with Ctrl-C. What is stopped ends in order, with the file closed; a second Ctrl-C ends the
 * program at once.
 */
typedef struct {
  GCancellable *cancellable;
  GMainContext *context;
  guint sources[3]; /* ids, 0 for none: of interrupt, termination and hanging up */
  gint64 begun;
  gboolean terminal;
  gboolean shown;
} SgnCliWatch;

void sgn_cli_watch_init (SgnCliWatch *self, SgnCli *cli);
void sgn_cli_watch_clear (SgnCliWatch *self);
/* An SgnProgressFunc; @data: the watch */
void sgn_cli_watch_progress_cb (const SgnProgress *progress, gpointer data);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SgnCliWatch, sgn_cli_watch_clear)

G_END_DECLS
