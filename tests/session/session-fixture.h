/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session.h"

G_BEGIN_DECLS

/* A session in a folder of its own, at a fixed time; acts are run to their end. */
typedef struct {
  SgnSession *session;
  SgnClock *clock;
  char *folder;
  char *path; /* where the company file goes */
  GAsyncResult *result;
} Fixture;

#define FIXTURE_NOW "2026-11-23T10:00:00+09:00"

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

/* The callback of every act, and the wait for it: (transfer full). */
void fixture_done_cb (GObject *source, GAsyncResult *result, gpointer data);
GAsyncResult *fixture_wait (Fixture *fixture);
/* Waits for an act that only says whether it worked. */
gboolean fixture_end (Fixture *fixture, GError **error);
/* Waits for an act that must work, or must fail with @code. */
void fixture_expect (Fixture *fixture);
void fixture_expect_error (Fixture *fixture, int code);

char *fixture_file (Fixture *fixture, const char *name);
void fixture_write (Fixture *fixture, const char *name, const char *contents);
/* A company called 株式会社𠮷葛󠄀, open for writing. */
void fixture_new_company (Fixture *fixture);
/* The file at @path. */
void fixture_open (Fixture *fixture, SgnOpenMode mode);
void fixture_close (Fixture *fixture);
void fixture_undo (Fixture *fixture);
/* Closes assessment @id. */
void fixture_close_check (Fixture *fixture, gint64 id);
/* The open file must have no contradictions, and the record must end where it does. */
void fixture_verify (Fixture *fixture);
/* Puts a row into the closed file behind the session's back, and opens it again. Takes @row. */
void fixture_put_row (Fixture *fixture, const char *kind, const char *id, json_t *row);
/* One of the company's own guidelines, the same way: six questions “Q-1” to “Q-6”. */
void fixture_put_sheet (Fixture *fixture, const char *id, const char *edition);
void fixture_answer (Fixture *fixture, const char *item, const char *value, const char *note);

G_END_DECLS
