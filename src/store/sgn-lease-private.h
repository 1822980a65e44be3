/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-db-private.h"

G_BEGIN_DECLS

/**
 * SgnLease:
 *
 * The right to write, one row in the file. Who holds it: one open file of one process of one start
 * of one computer.
 *
 * It is taken over when its holder cannot be alive: the process is gone, the computer was started
 * again, or nobody else has the file open. Of a process on another computer nothing can be known,
 * and a window may stand open for days without an act: its lease does not grow old. It is taken
 * over only by a user who says so. Should the other computer go on after that, nothing is lost:
 * each act checks inside its own transaction that the lease is still its own, and is refused if
 * not.
 */
typedef struct {
  char *holder;
  char *host;
  char *boot;
  char *space;
  gint64 pid;
  gint64 started;
} SgnLease;

/* What is written for a computer. Those of an office are often copies of one disk, and have the
 * number of that machine in common: their names tell them apart. */
char *sgn_lease_make_host (const char *machine, const char *name);

SgnLease *sgn_lease_new (void);
void sgn_lease_free (SgnLease *self);

/* @shared: the file is where other computers can write, or locks cannot be relied on. @take_over:
 * also from another computer. SGN_ERROR_BUSY when somebody else holds it. Afterwards @db has the
 * journal mode it is to be used with. */
gboolean sgn_lease_take (SgnLease *self,
                         sqlite3 *db,
                         gboolean shared,
                         gboolean take_over,
                         const char *now,
                         GError **error);
/* Inside a transaction: SGN_ERROR_BUSY when the lease is no longer ours. */
gboolean sgn_lease_refresh (SgnLease *self, sqlite3 *db, const char *now, GError **error);
gboolean sgn_lease_give_back (SgnLease *self, sqlite3 *db, GError **error);

/* Whether the lease in the file is one of another computer. */
gboolean sgn_lease_is_elsewhere (sqlite3 *db);

/* Whether process @pid, started @started ticks after the computer, is running. */
gboolean sgn_lease_is_running (gint64 pid, gint64 started);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnLease, sgn_lease_free)

G_END_DECLS
