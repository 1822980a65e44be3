/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-seal.h"

G_BEGIN_DECLS

/* sgn_seal_write() with limits of one's own: how often Argon2id goes through how many bytes. */
gboolean sgn_seal_write_within (const char *source,
                                const char *path,
                                const SgnPassphrase *passphrase,
                                guint32 operations,
                                guint64 memory,
                                GError **error);

G_END_DECLS
