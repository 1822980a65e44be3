/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-undo-private.h"

#include "sgn-record.h"

G_BEGIN_DECLS

/* All rows of one moment. @undo is read on; @writable: whether undo and redo are offered. */
SgnRecord *sgn_load (sqlite3 *db, SgnUndo *undo, gboolean writable, GError **error);
/* The same, where only what events after @before speak of is read again. */
SgnRecord *sgn_load_renewed (sqlite3 *db,
                             SgnUndo *undo,
                             gboolean writable,
                             const SgnRecord *before,
                             GError **error);

G_END_DECLS
