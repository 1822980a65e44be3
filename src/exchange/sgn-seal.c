/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-seal-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sgn-passphrase-private.h"
#include "sgn-seal-job-private.h"

static void
fill_header (SgnSealHeader *header, guint32 operations, guint64 memory)
{
  memset (header, 0, sizeof *header);
  memcpy (header->magic, SGN_SEAL_MAGIC, SGN_SEAL_MAGIC_SIZE);
  header->version = GUINT32_TO_LE (SGN_SEAL_VERSION);
  header->operations = GUINT32_TO_LE (operations);
  header->memory = GUINT64_TO_LE (memory);
  randombytes_buf (header->salt, sizeof header->salt);
}

/* The first piece carries the header along, so that a changed header is noticed. */
static gboolean
seal_pieces (SgnSealJob *self, const SgnSealHeader *header, GError **error)
{
  const guint8 *bound = (const guint8 *) header;
  gsize bound_size = sizeof *header;
  gsize read;

  do {
    unsigned long long size = 0;
    guint8 tag;

    read = fread (self->work->open, 1, SGN_SEAL_PIECE, self->in);
    if (read < SGN_SEAL_PIECE && ferror (self->in))
      return sgn_seal_job_fail_reading (self, error);
    tag = read < SGN_SEAL_PIECE ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0;
    crypto_secretstream_xchacha20poly1305_push (&self->work->state, self->work->sealed, &size,
                                                self->work->open, read, bound, bound_size, tag);
    if (fwrite (self->work->sealed, 1, size, self->out) != size)
      return sgn_seal_job_fail_writing (self, error);
    bound = NULL;
    bound_size = 0;
  } while (read == SGN_SEAL_PIECE);
  return TRUE;
}

static gboolean
seal (SgnSealJob *self, SgnSealHeader *header, const SgnPassphrase *passphrase, GError **error)
{
  if (!sgn_seal_make_key (header, passphrase, self->work->key, error))
    return FALSE;
  crypto_secretstream_xchacha20poly1305_init_push (&self->work->state, header->stream,
                                                   self->work->key);
  if (fwrite (header, 1, sizeof *header, self->out) != sizeof *header)
    return sgn_seal_job_fail_writing (self, error);
  return seal_pieces (self, header, error);
}

static gboolean
take_into_file (SgnSealJob *self, const guint8 *bytes, gsize size, gpointer data)
{
  return fwrite (bytes, 1, size, self->out) == size;
}

/* Whether what is opened is what stands at the same place of the file @data. */
typedef struct {
  FILE *original;
  gboolean same;
} Comparison;

static gboolean
take_into_comparison (SgnSealJob *self, const guint8 *bytes, gsize size, gpointer data)
{
  Comparison *comparison = data;
  guint8 *expected = self->work->sealed; /* what stood there has just been opened */

  comparison->same &=
    fread (expected, 1, size, comparison->original) == size && memcmp (expected, bytes, size) == 0;
  return TRUE;
}

/* The sealed file beside the original, with the key it was sealed with. */
static gboolean
opens_as_original (SgnSealJob *sealing)
{
  g_auto (SgnSealJob) job = { .source = sealing->temporary, .path = sealing->temporary };
  Comparison comparison = { sealing->in, fseek (sealing->in, 0, SEEK_SET) == 0 };
  SgnSealHeader header;

  if (!sgn_seal_job_open_source (&job, NULL) || !sgn_seal_read_header (&job, &header, NULL))
    return FALSE;
  memcpy (job.work->key, sealing->work->key, SGN_SEAL_KEY_SIZE);
  return sgn_seal_open_stream (&job, &header, take_into_comparison, &comparison, NULL) &&
         comparison.same && fgetc (sealing->in) == EOF;
}

static gboolean
check_sealed (SgnSealJob *self, GError **error)
{
  if (opens_as_original (self))
    return TRUE;

  return sgn_seal_fail (error, SGN_ERROR_UNWRITABLE,
                        _ ("The copy could not be written as it should be. Make room, or choose "
                           "another place."));
}

/**
 * sgn_seal_is_sealed:
 * @path: a file
 *
 * Returns: whether it begins as a sealed one
 */
gboolean
sgn_seal_is_sealed (const char *path)
{
  guint8 magic[SGN_SEAL_MAGIC_SIZE] = { 0 };
  FILE *file = g_fopen (path, "rbe");
  gboolean read =
    file != NULL && fread (magic, 1, SGN_SEAL_MAGIC_SIZE, file) == SGN_SEAL_MAGIC_SIZE;

  if (file != NULL)
    fclose (file);
  return read && memcmp (magic, SGN_SEAL_MAGIC, SGN_SEAL_MAGIC_SIZE) == 0;
}

gboolean
sgn_seal_write_within (const char *source,
                       const char *path,
                       const SgnPassphrase *passphrase,
                       guint32 operations,
                       guint64 memory,
                       GError **error)
{
  g_auto (SgnSealJob) job = { .source = source, .path = path };
  SgnSealHeader header;

  if (!sgn_seal_job_open_source (&job, error) || !sgn_seal_job_open_target (&job, error))
    return FALSE;
  fill_header (&header, operations, memory);
  return seal (&job, &header, passphrase, error) && sgn_seal_job_close_target (&job, error) &&
         check_sealed (&job, error) && sgn_seal_job_place (&job, error);
}

/**
 * sgn_seal_write:
 * @source: a file
 * @path: the sealed file
 * @passphrase: what it is to open with
 * @error: return location: %SGN_ERROR_UNREADABLE, %SGN_ERROR_UNWRITABLE, %SGN_ERROR_EXISTS
 *
 * Returns: whether the sealed file is there and opens; if not, nothing of it is
 */
gboolean
sgn_seal_write (const char *source,
                const char *path,
                const SgnPassphrase *passphrase,
                GError **error)
{
  g_return_val_if_fail (source != NULL && path != NULL && passphrase != NULL, FALSE);

  return sgn_seal_write_within (source, path, passphrase, crypto_pwhash_argon2id_OPSLIMIT_MODERATE,
                                crypto_pwhash_argon2id_MEMLIMIT_MODERATE, error);
}

/**
 * sgn_seal_read:
 * @source: a sealed file
 * @path: where its content goes
 * @passphrase: what it opens with
 * @error: return location: %SGN_ERROR_UNREADABLE also for another passphrase, which cannot always
 * be told from damage, %SGN_ERROR_DAMAGED, %SGN_ERROR_TOO_NEW, %SGN_ERROR_UNWRITABLE,
 *   %SGN_ERROR_EXISTS
 *
 * Returns: whether all of it is at @path; if not, nothing of it is
 */
gboolean
sgn_seal_read (const char *source,
               const char *path,
               const SgnPassphrase *passphrase,
               GError **error)
{
  g_auto (SgnSealJob) job = { .source = source, .path = path };
  SgnSealHeader header;

  g_return_val_if_fail (source != NULL && path != NULL && passphrase != NULL, FALSE);

  return sgn_seal_job_open_source (&job, error) && sgn_seal_read_header (&job, &header, error) &&
         sgn_seal_job_open_target (&job, error) &&
         sgn_seal_make_key (&header, passphrase, job.work->key, error) &&
         sgn_seal_open_stream (&job, &header, take_into_file, NULL, error) &&
         sgn_seal_job_close_target (&job, error) && sgn_seal_job_place (&job, error);
}
