/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session.h"

G_BEGIN_DECLS

/**
 * SgnCli:
 * @library: the program's own data, with the guidelines of the company whose file is open; owned by
 *   the session
 * @clock: the clock
 * @session: the session all commands act on
 * @context: where its answers arrive
 * @result: (nullable): the answer being waited for
 *
 * What a command works with. It runs the same asynchronous acts as the window, each to its end.
 */
typedef struct {
  SgnLibrary *library;
  SgnClock *clock;
  SgnSession *session;
  GMainContext *context;
  GAsyncResult *result;
} SgnCli;

SgnCli *sgn_cli_new (GError **error);
void sgn_cli_free (SgnCli *self);

/* The callback to give to an act, with the SgnCli as its data … */
void sgn_cli_done_cb (GObject *source, GAsyncResult *result, gpointer data);
/* … and the wait for it; owned by the caller. */
GAsyncResult *sgn_cli_wait (SgnCli *self);
/* The same for acts that only say whether they worked. */
gboolean sgn_cli_finish (SgnCli *self, GError **error);
/* The same, acknowledged as “@kind @id @what”: “task 3 done”. */
gboolean sgn_cli_finish_numbered (SgnCli *self,
                                  const char *kind,
                                  gint64 id,
                                  const char *what,
                                  GError **error);

gboolean sgn_cli_open (SgnCli *self, const char *path, SgnOpenMode mode, GError **error);
/* Gives the file back: one closed file, no lease. */
gboolean sgn_cli_close (SgnCli *self, GError **error);

/* To stdout, always UTF-8, whatever the locale. */
void sgn_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Text before a value: with spaces up to @width columns, of which a wide character takes two. */
void sgn_cli_print_label (const char *text, int width);
void sgn_cli_print_json (const json_t *json);
/* “saved: …” on a line of its own, flushed: only after the act is known to be on disk. Scripts read
 * it, so it is never translated. */
void sgn_cli_acknowledge (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* “sengen: …” on one line of stderr. */
void sgn_cli_complain (const char *message);
/* Each finding of a check on a line of stderr. */
void sgn_cli_complain_of (GPtrArray *findings);
/* Whether all that was printed could be written. */
gboolean sgn_cli_flush (GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnCli, sgn_cli_free)

G_END_DECLS
