/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-kind-private.h"

G_BEGIN_DECLS

/**
 * SgnSearch:
 *
 * The folded keys of what people look for, kept in memory and made from the rows when first asked.
 * They are not in the file: how texts are folded may get better with every version, and what a file
 * holds must not depend on it.
 */
typedef struct _SgnSearch SgnSearch;

SgnSearch *sgn_search_new (void);
void sgn_search_free (SgnSearch *self);

/* Rows that were committed: array of char* "KIND/ID". */
gboolean sgn_search_update (SgnSearch *self, sqlite3 *db, GPtrArray *changed, GError **error);
/* Array of char* "KIND/ID", best first: a whole text before a beginning before the rest. */
GPtrArray *
sgn_search_find (SgnSearch *self, sqlite3 *db, const char *text, guint limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnSearch, sgn_search_free)

G_END_DECLS
