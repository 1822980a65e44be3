/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-db-private.h"
#include "sgn-header-private.h"

G_BEGIN_DECLS

/* A file that was not closed is one file only together with the log or the journal beside it, and
 * SQLite joins them whether or not they belong together. So they are first joined where nothing is
 * changed, and what comes of it must be sound, down to the last event. SGN_ERROR_DAMAGED names what
 * does not belong there. Nothing to do for a closed file, or one that somebody has open. */
gboolean sgn_unclosed_check (const char *path,
                             const SgnHeader *header,
                             const char *const *steps,
                             GError **error);

/* Whether @db, the file at @path joined with its log, goes on where the file alone stops. */
gboolean sgn_unclosed_continues (const char *path, sqlite3 *db);

/* (nullable): what the user should know of a sound file whose log of last acts is gone; NULL when
 * there is nothing to say */
char *sgn_unclosed_make_notice (sqlite3 *db, const char *path, const SgnHeader *header);

G_END_DECLS
