/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session-private.h"

G_BEGIN_DECLS

/* (transfer full): SHA-256 → SgnPicture, small pictures of the files that @projection lists; none
 * for sheets that show none and for partners */
GHashTable *sgn_desk_read_pictures (SgnDesk *desk, const json_t *projection);

G_END_DECLS
