/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-act-private.h"

G_BEGIN_DECLS

/**
 * SgnUndo:
 *
 * What can be undone and redone, as the events say: two stacks of groups. Undo and redo are
 * themselves events, so nothing is kept but how far the events have been read.
 */
typedef struct {
  GArray *undo; /* of gint64, newest last */
  GArray *redo;
  gint64 seq; /* newest event taken into account */
} SgnUndo;

SgnUndo *sgn_undo_new (void);
void sgn_undo_free (SgnUndo *self);

/* Takes the events into account that came since. Not while an act is being written. */
gboolean sgn_undo_read_on (SgnUndo *self, sqlite3 *db, GError **error);
/* 0: nothing */
gint64 sgn_undo_get_next_undo (const SgnUndo *self);
gint64 sgn_undo_get_next_redo (const SgnUndo *self);

/* Puts the rows of @group back as they were before (or after) it, as puts of @act.
 * SGN_ERROR_CHECK when a row is no longer as the group left it. */
gboolean sgn_undo_apply (SgnAct *act, gint64 group, gboolean back, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnUndo, sgn_undo_free)

G_END_DECLS
