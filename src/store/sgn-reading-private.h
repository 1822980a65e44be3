/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-db-private.h"
#include "sgn-header-private.h"

G_BEGIN_DECLS

/* Opens and inspects a file for reading, in the way that leaves nothing beside it: a closed file as
 * it is, one with a log while nobody else has it, one on a read-only medium as unchangeable. The
 * entries of an older version are read from a private copy that was brought up to date.
 * @version: (out): the schema version of the file itself */
sqlite3 *sgn_reading_open (const char *path,
                           const SgnHeader *header,
                           const char *const *steps,
                           gint64 *version,
                           GError **error);

/* Opens in @mode and inspects. */
sqlite3 *sgn_reading_inspect (const char *path,
                              SgnDbMode mode,
                              const char *const *steps,
                              gint64 *version,
                              GError **error);

G_END_DECLS
