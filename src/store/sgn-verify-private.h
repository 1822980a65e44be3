/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-company-file.h"
#include "sgn-db-private.h"

G_BEGIN_DECLS

/* Everything that can be said about a file from inside it. @newer: its schema is not known. */
SgnVerification *sgn_verify (sqlite3 *db, const char *const *steps, gboolean newer, GError **error);

G_END_DECLS
