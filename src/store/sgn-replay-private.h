/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-db-private.h"
#include "sgn-event.h"

G_BEGIN_DECLS

/**
 * SgnReplay:
 *
 * The state that follows from the events alone, to be held against the state tables. Findings are
 * added to an array of SgnFinding.
 */
typedef struct _SgnReplay SgnReplay;

SgnReplay *sgn_replay_new (GPtrArray *findings);
void sgn_replay_free (SgnReplay *self);

/* Events must come in order. */
void sgn_replay_add (SgnReplay *self, const SgnEvent *event);
/* After the last one: compares every row of every state table, the numbers given out, and whether
 * each erasure was logged and each attached file kept. @rows: (out): how many rows were compared */
gboolean sgn_replay_compare (SgnReplay *self, sqlite3 *db, gint64 *rows, GError **error);

/* Adds a finding that the record is not as it was written. */
void sgn_replay_report (GPtrArray *findings,
                        const char *code,
                        const char *field,
                        const char *format,
                        ...) G_GNUC_PRINTF (4, 5);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnReplay, sgn_replay_free)

G_END_DECLS
