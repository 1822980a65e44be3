/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-act-private.h"

G_BEGIN_DECLS

/* Taking out for good what a file says of people. What was taken out, and when, stays in the
 * history, and the chain still holds: it was made from digests. */

/* Inside an act: blanks the content of the events @seqs, and writes an event about each. A row
 * whose newest event is among them is stated anew, so that it can still be held against the
 * history. */
gboolean sgn_erase_events (SgnAct *act, const gint64 *seqs, gsize n_seqs, GError **error);

/* Inside an act: takes the bytes of an attached file away, and writes an event that says so.
 * Nothing may refer to them any more. */
gboolean sgn_erase_blob (SgnAct *act, const char *sha256, GError **error);

/* Outside an act: writes the file anew, so that nothing of what was taken out is left between its
 * pages or in the log beside it. */
gboolean sgn_erase_traces (sqlite3 *db, GError **error);

G_END_DECLS
