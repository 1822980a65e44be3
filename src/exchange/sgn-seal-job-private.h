/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sodium.h>
#include <stdio.h>

#include "sgn-error.h"
#include "sgn-seal.h"

G_BEGIN_DECLS

/* A sealed file: the header below, then the content in pieces of SGN_SEAL_PIECE bytes, the last one
 * shorter and marked as the last; each is encrypted and bound to the one before it (libsodium's
 * secretstream with XChaCha20-Poly1305), and all of them to the header. The key is made from the
 * passphrase with Argon2id, the limits of which stand in the header. Numbers are little-endian. */
#define SGN_SEAL_MAGIC "SGNSEAL\n"
#define SGN_SEAL_MAGIC_SIZE 8
#define SGN_SEAL_VERSION 1
#define SGN_SEAL_PIECE 65536
#define SGN_SEAL_SEALED_PIECE (SGN_SEAL_PIECE + crypto_secretstream_xchacha20poly1305_ABYTES)
#define SGN_SEAL_STREAM_HEADER crypto_secretstream_xchacha20poly1305_HEADERBYTES
#define SGN_SEAL_KEY_SIZE crypto_secretstream_xchacha20poly1305_KEYBYTES

typedef struct {
  guint8 magic[SGN_SEAL_MAGIC_SIZE];
  guint32 version;
  guint32 operations;
  guint64 memory;
  guint8 salt[crypto_pwhash_argon2id_SALTBYTES];
  guint8 stream[SGN_SEAL_STREAM_HEADER];
} SgnSealHeader;

G_STATIC_ASSERT (sizeof (SgnSealHeader) == 64);

/* Memory for one sealing or opening: nothing of it may reach the disk. */
typedef struct {
  crypto_secretstream_xchacha20poly1305_state state;
  guint8 key[SGN_SEAL_KEY_SIZE];
  guint8 open[SGN_SEAL_PIECE];
  guint8 sealed[SGN_SEAL_SEALED_PIECE];
} SgnSealWork;

/* One file read and one written. */
typedef struct {
  FILE *in;
  FILE *out;
  const char *source;
  const char *path;
  char *temporary;
  SgnSealWork *work;
} SgnSealJob;

/* Where a piece goes that was opened; FALSE with errno. */
typedef gboolean (*SgnSealTakeFunc) (SgnSealJob *self,
                                     const guint8 *bytes,
                                     gsize size,
                                     gpointer data);

/* The files of a job, and the memory for it. */
gboolean sgn_seal_job_open_source (SgnSealJob *self, GError **error);
gboolean sgn_seal_job_open_target (SgnSealJob *self, GError **error);
/* Makes what was written last. */
gboolean sgn_seal_job_close_target (SgnSealJob *self, GError **error);
/* Gives what was written its name. */
gboolean sgn_seal_job_place (SgnSealJob *self, GError **error);
void sgn_seal_job_clear (SgnSealJob *self);
/* Always FALSE: why reading or writing failed, by errno. */
gboolean sgn_seal_job_fail_reading (const SgnSealJob *self, GError **error);
gboolean sgn_seal_job_fail_writing (const SgnSealJob *self, GError **error);
/* Always FALSE. */
gboolean sgn_seal_fail (GError **error, SgnError code, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/* @key: (out): SGN_SEAL_KEY_SIZE bytes, from the passphrase and what @header asks for */
gboolean sgn_seal_make_key (const SgnSealHeader *header,
                            const SgnPassphrase *passphrase,
                            guint8 *key,
                            GError **error);
/* Reads the header of the source, and refuses one that asks for what no copy needs. */
gboolean sgn_seal_read_header (SgnSealJob *self, SgnSealHeader *header, GError **error);
/* Opens all pieces of the source with the key in its memory. */
gboolean sgn_seal_open_stream (SgnSealJob *self,
                               const SgnSealHeader *header,
                               SgnSealTakeFunc take,
                               gpointer data,
                               GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SgnSealJob, sgn_seal_job_clear)

G_END_DECLS
