/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-clock.h"
#include "sgn-event.h"
#include "sgn-finding.h"
#include "sgn-record.h"

G_BEGIN_DECLS

/**
 * SgnCompanyFile:
 *
 * One open company file: state rows, the event chain, evidence blobs, lease. Plain synchronous
 * code, to be used from one thread only (it asserts that); session/ owns that thread.
 */
typedef struct _SgnCompanyFile SgnCompanyFile;

/**
 * SgnOpenMode:
 * @SGN_OPEN_WRITE: take the lease and write; SGN_ERROR_BUSY if somebody else has it
 * @SGN_OPEN_READ: read only: no lease, no change on disk, works on read-only media
 * @SGN_OPEN_WRITE_OR_READ: write if possible, else read only; see sgn_company_file_is_read_only()
 * @SGN_OPEN_TAKE_OVER: write, also when the file is open for writing on another computer, which
 * then writes no more; only after the user was warned and said so
 */
typedef enum {
  SGN_OPEN_WRITE,
  SGN_OPEN_READ,
  SGN_OPEN_WRITE_OR_READ,
  SGN_OPEN_TAKE_OVER,
} SgnOpenMode;

/* Whether what is at @path is a database, such as a company file or a copy of one. */
gboolean sgn_company_file_is_database (const char *path);

/* Creates @path (never overwrites: SGN_ERROR_EXISTS), mode 0600, opens it for writing. It has no
 * rows yet: the first act is SGN_ACT_NEW. */
SgnCompanyFile *sgn_company_file_create (const char *path, SgnClock *clock, GError **error);
/* Checks before use: application id, quick_check, schema compare, lease; migrates an older schema
 * after a verified copy. A file of a newer schema opens read-only (SGN_ERROR_TOO_NEW with
 * SGN_OPEN_WRITE). */
SgnCompanyFile *
sgn_company_file_open (const char *path, SgnOpenMode mode, SgnClock *clock, GError **error);
/* Checkpoints, goes back to a single file, gives the lease back. @self is freed in any case. */
gboolean sgn_company_file_close (SgnCompanyFile *self, GError **error);
/* Closes a new file whose first act failed and takes it away: it never held anything. */
void sgn_company_file_discard (SgnCompanyFile *self);

const char *sgn_company_file_get_path (SgnCompanyFile *self);
gboolean sgn_company_file_is_read_only (SgnCompanyFile *self);
/* (nullable): why it is read-only or slow, one sentence for people */
const char *sgn_company_file_get_notice (SgnCompanyFile *self);

/* Whether it is read-only because it is open for writing on another computer, so that
 * SGN_OPEN_TAKE_OVER would open it for writing here. */
gboolean sgn_company_file_is_held_elsewhere (SgnCompanyFile *self);

/* Whether it is read-only because a later version of the program wrote it: no copy of it can be
 * written here either. */
gboolean sgn_company_file_is_newer (SgnCompanyFile *self);

/* Reads everything into a record. */
SgnRecord *sgn_company_file_load (SgnCompanyFile *self, GError **error);
/* The same, where only what has changed since @before is read again. */
SgnRecord *sgn_company_file_reload (SgnCompanyFile *self, const SgnRecord *before, GError **error);

/* An act: begin, any number of puts, commit. All or nothing, durable when commit returned. @by:
 * who, as typed; NULL prints 記入者なし. Every put writes the row and its event in the same
 * transaction. @after NULL takes the row away (its past stays in the events). A put that changes
 * nothing writes nothing. After a failed put or commit the act is rolled back;
 * sgn_company_file_rollback() is then harmless. */
gboolean
sgn_company_file_begin (SgnCompanyFile *self, const char *act, const char *by, GError **error);
gboolean sgn_company_file_put (SgnCompanyFile *self,
                               const char *kind,
                               const char *id,
                               const json_t *after,
                               GError **error);
/* Inside an act: blanks what event @seq says of people, and writes an event that says so. */
gboolean sgn_company_file_erase (SgnCompanyFile *self, gint64 seq, GError **error);
gboolean sgn_company_file_erase_events (SgnCompanyFile *self,
                                        const gint64 *seqs,
                                        gsize n_seqs,
                                        GError **error);
/* Inside an act: takes the bytes of an attached file away, and writes an event that says so. */
gboolean sgn_company_file_erase_blob (SgnCompanyFile *self, const char *sha256, GError **error);
/* After an act that erased: leaves no trace of it between the pages of the file. */
gboolean sgn_company_file_erase_traces (SgnCompanyFile *self, GError **error);
gboolean sgn_company_file_commit (SgnCompanyFile *self, GError **error);
void sgn_company_file_rollback (SgnCompanyFile *self);
/* The id the next row of @kind (one with numbers as ids) will have, never used before in this file.
 */
gint64 sgn_company_file_next_id (SgnCompanyFile *self, const char *kind, GError **error);
/* (nullable): the row as it is now; NULL without error when there is none */
json_t *
sgn_company_file_get_row (SgnCompanyFile *self, const char *kind, const char *id, GError **error);

/* Undo and redo the newest undoable act, linearly, as new events. FALSE with SGN_ERROR_CHECK when
 * there is nothing. */
gboolean sgn_company_file_undo (SgnCompanyFile *self, const char *by, GError **error);
gboolean sgn_company_file_redo (SgnCompanyFile *self, const char *by, GError **error);

SgnEvent *sgn_company_file_get_event (SgnCompanyFile *self, gint64 seq, GError **error);
/* Events, oldest first; array of SgnEvent. */
GPtrArray *sgn_company_file_get_history (SgnCompanyFile *self, GError **error);

/* Evidence: stores the bytes once by their SHA-256 (inside an act) / reads them back, checked. */
gboolean
sgn_company_file_put_blob (SgnCompanyFile *self, GBytes *bytes, char **sha256, GError **error);
GBytes *sgn_company_file_get_blob (SgnCompanyFile *self, const char *sha256, GError **error);

/* Search over answers, evidence names and so on with the folded key; array of char* "KIND/ID", best
 * first. */
GPtrArray *
sgn_company_file_search (SgnCompanyFile *self, const char *text, guint limit, GError **error);

/**
 * SgnVerification:
 * @events: how many events were walked
 * @rows: how many state rows were compared
 * @blobs: how many blobs were hashed again
 * @head: hash of the newest event
 * @findings: of SgnFinding; empty when all is well. Codes "database", "chain", "payload", "state",
 * "blob", "schema", "foreign-key"
 */
typedef struct {
  gint64 events;
  gint64 rows;
  gint64 blobs;
  char *head;
  GPtrArray *findings;
} SgnVerification;

/* Walks the chain, replays the events against every state row of every table, hashes the blobs,
 * integrity_check, foreign_key_check. */
SgnVerification *sgn_company_file_verify (SgnCompanyFile *self, GError **error);
void sgn_verification_free (SgnVerification *self);

/* Writes a verified copy of the whole file to @path (never overwrites). */
gboolean sgn_company_file_backup (SgnCompanyFile *self, const char *path, GError **error);
/* Copies @copy to @path (never overwrites) after opening and checking it. */
gboolean sgn_company_file_restore (const char *copy, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnVerification, sgn_verification_free)

G_END_DECLS
