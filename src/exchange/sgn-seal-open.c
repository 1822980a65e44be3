/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-seal-job-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* What a file of unknown origin may ask for, and no more. */
#define MOST_OPERATIONS 10
#define MOST_MEMORY (G_GUINT64_CONSTANT (1024) * 1024 * 1024)

gboolean
sgn_seal_fail (GError **error, SgnError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (SGN_ERROR, (int) code, format, arguments);
  va_end (arguments);
  return FALSE;
}

static gboolean
fail_cut_off (const char *name, GError **error)
{
  return sgn_seal_fail (error, SGN_ERROR_DAMAGED,
                        _ ("“%s” is cut off: its end is missing. Use another copy."), name);
}

/* Before anything is reserved for it. @size: how much of it there is */
static gboolean
check_header (const SgnSealHeader *header, gsize size, const char *name, GError **error)
{
  guint32 operations = GUINT32_FROM_LE (header->operations);
  guint64 memory = GUINT64_FROM_LE (header->memory);

  if (memcmp (header->magic, SGN_SEAL_MAGIC, SGN_SEAL_MAGIC_SIZE) != 0)
    return sgn_seal_fail (error, SGN_ERROR_UNREADABLE,
                          _ ("“%s” is not a sealed copy. Choose a file this program sealed."),
                          name);
  if (size < sizeof *header)
    return fail_cut_off (name, error);
  if (GUINT32_FROM_LE (header->version) != SGN_SEAL_VERSION)
    return sgn_seal_fail (error, SGN_ERROR_TOO_NEW,
                          _ ("“%s” was sealed by a later version of Sengen. Update this program."),
                          name);
  if (operations >= crypto_pwhash_argon2id_OPSLIMIT_MIN && operations <= MOST_OPERATIONS &&
      memory >= crypto_pwhash_argon2id_MEMLIMIT_MIN && memory <= MOST_MEMORY)
    return TRUE;
  return sgn_seal_fail (error, SGN_ERROR_DAMAGED,
                        _ (
                          "“%s” is damaged: its beginning asks for what no copy needs. Use another "
                          "copy."),
                        name);
}

gboolean
sgn_seal_read_header (SgnSealJob *self, SgnSealHeader *header, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->source);
  gsize size = 0;

  memset (header, 0, sizeof *header);
  size = fread (header, 1, sizeof *header, self->in);
  if (size < sizeof *header && ferror (self->in))
    return sgn_seal_job_fail_reading (self, error);
  return check_header (header, size, name, error);
}

/* One piece into work->open. */
static gboolean
open_piece (SgnSealJob *self,
            const SgnSealHeader *header,
            unsigned long long *size,
            guint8 *tag,
            GError **error)
{
  g_autofree char *name = g_filename_display_name (self->source);
  gsize read = fread (self->work->sealed, 1, SGN_SEAL_SEALED_PIECE, self->in);

  if (read < SGN_SEAL_SEALED_PIECE && ferror (self->in))
    return sgn_seal_job_fail_reading (self, error);
  if (read == 0)
    return fail_cut_off (name, error);
  if (crypto_secretstream_xchacha20poly1305_pull (&self->work->state, self->work->open, size, tag,
                                                  self->work->sealed, read, (const guint8 *) header,
                                                  header != NULL ? sizeof *header : 0) == 0)
    return TRUE;
  if (header != NULL)
    return sgn_seal_fail (error, SGN_ERROR_UNREADABLE,
                          _ ("“%s” does not open: the passphrase is another one, or the file is "
                             "damaged. Type the passphrase again, or use another copy."),
                          name);
  return sgn_seal_fail (error, SGN_ERROR_DAMAGED,
                        _ ("“%s” is damaged: the passphrase is right, but a part was changed or is "
                           "missing. Use another copy."),
                        name);
}

static gboolean
open_pieces (SgnSealJob *self,
             const SgnSealHeader *header,
             SgnSealTakeFunc take,
             gpointer data,
             GError **error)
{
  guint8 tag = 0;

  while (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
    unsigned long long size = 0;

    if (!open_piece (self, header, &size, &tag, error))
      return FALSE;
    if (!take (self, self->work->open, size, data))
      return sgn_seal_job_fail_writing (self, error);
    header = NULL;
  }
  if (fgetc (self->in) != EOF) {
    g_autofree char *name = g_filename_display_name (self->source);

    return sgn_seal_fail (error, SGN_ERROR_DAMAGED,
                          _ ("“%s” is damaged: something was added to it. Use another copy."),
                          name);
  }
  return TRUE;
}

gboolean
sgn_seal_open_stream (SgnSealJob *self,
                      const SgnSealHeader *header,
                      SgnSealTakeFunc take,
                      gpointer data,
                      GError **error)
{
  g_autofree char *name = g_filename_display_name (self->source);

  if (crypto_secretstream_xchacha20poly1305_init_pull (&self->work->state, header->stream,
                                                       self->work->key) != 0)
    return fail_cut_off (name, error);
  return open_pieces (self, header, take, data, error);
}
