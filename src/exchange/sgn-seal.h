/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The fewest characters a new passphrase has. */
#define SGN_PASSPHRASE_LEAST 8

/**
 * SgnPassphrase:
 *
 * A passphrase in memory that is not written to disk when memory is short, and that is blanked when
 * freed.
 */
typedef struct _SgnPassphrase SgnPassphrase;

SgnPassphrase *sgn_passphrase_new (const char *text, GError **error);
void sgn_passphrase_free (SgnPassphrase *self);

/* The first line of a file, without its end. Blank it with sgn_passphrase_forget(). */
char *sgn_passphrase_read (const char *path, GError **error);
void sgn_passphrase_forget (char *text);

/* Whether the file at @path begins as a sealed one. */
gboolean sgn_seal_is_sealed (const char *path);

/* Seals the file at @source as @path (never overwritten), reads it back and compares, and only then
 * gives it its name. */
gboolean sgn_seal_write (const char *source,
                         const char *path,
                         const SgnPassphrase *passphrase,
                         GError **error);
/* The file in the sealed file at @source, as @path (never overwritten), for its owner alone. */
gboolean sgn_seal_read (const char *source,
                        const char *path,
                        const SgnPassphrase *passphrase,
                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnPassphrase, sgn_passphrase_free)

G_END_DECLS
