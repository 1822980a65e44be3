/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "sgn-json.h"

G_BEGIN_DECLS

/**
 * SgnSalvage:
 *
 * Whatever can still be read of a company file that cannot be opened. The file is only ever read;
 * nothing in it, such as a trigger or a view, is run; what is wrong with one row hides no other.
 */
typedef struct _SgnSalvage SgnSalvage;

SgnSalvage *sgn_salvage_new (const char *path, GError **error);
void sgn_salvage_free (SgnSalvage *self);

/* (transfer none): an object, kind → array of {id, from, row}. @from is "entries" for a row read
 * from its table, "history" for one that only the history still tells. */
json_t *sgn_salvage_get_rows (SgnSalvage *self);
/* (transfer none): array of {seq, header, salt, payload, payload_digest, prev_hash, hash, whole};
 * texts as they were hashed, whole: they still give the hash */
json_t *sgn_salvage_get_events (SgnSalvage *self);
/* (transfer none): array of SgnFinding, one for each part that could not be read */
GPtrArray *sgn_salvage_get_losses (SgnSalvage *self);

/* Called for each attached file. @whole: the bytes are those of @sha256. FALSE with an error stops.
 */
typedef gboolean (*SgnSalvageFileFunc) (const char *sha256,
                                        GBytes *bytes,
                                        gboolean whole,
                                        gpointer user_data,
                                        GError **error);
gboolean sgn_salvage_foreach_file (SgnSalvage *self,
                                   SgnSalvageFileFunc func,
                                   gpointer user_data,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnSalvage, sgn_salvage_free)

G_END_DECLS
