/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-seal-job-private.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sgn-passphrase-private.h"
#include "sgn-placing.h"

void
sgn_seal_job_clear (SgnSealJob *self)
{
  if (self->in != NULL)
    fclose (self->in);
  if (self->out != NULL)
    fclose (self->out);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  sodium_free (self->work);
}

gboolean
sgn_seal_job_fail_reading (const SgnSealJob *self, GError **error)
{
  int code = errno;
  g_autofree char *name = g_filename_display_name (self->source);

  g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
               _ ("“%s” cannot be read (%s). Check its name and folder."), name, g_strerror (code));
  return FALSE;
}

gboolean
sgn_seal_job_fail_writing (const SgnSealJob *self, GError **error)
{
  return sgn_placing_fail (self->path, errno, error);
}

static gboolean
fail_memory (GError **error)
{
  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_FAILED,
                       _ ("There is not enough memory to work with the passphrase. Close other "
                          "programs."));
  return FALSE;
}

gboolean
sgn_seal_job_open_source (SgnSealJob *self, GError **error)
{
  if (sodium_init () < 0)
    return fail_memory (error);
  self->in = g_fopen (self->source, "rbe");
  if (self->in == NULL)
    return sgn_seal_job_fail_reading (self, error);
  self->work = sodium_malloc (sizeof *self->work);
  return self->work != NULL || fail_memory (error);
}

gboolean
sgn_seal_job_open_target (SgnSealJob *self, GError **error)
{
  int fd = -1;

  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    return sgn_placing_fail (self->path, EEXIST, error);
  fd = sgn_placing_make (self->path, 0600, &self->temporary);
  if (fd < 0)
    return sgn_seal_job_fail_writing (self, error);
  self->out = fdopen (fd, "wb");
  return self->out != NULL || sgn_seal_job_fail_writing (self, error);
}

gboolean
sgn_seal_job_close_target (SgnSealJob *self, GError **error)
{
  gboolean written = fflush (self->out) == 0 && fsync (fileno (self->out)) == 0;
  int code = errno;

  if (fclose (g_steal_pointer (&self->out)) != 0 && written) {
    code = errno;
    written = FALSE;
  }
  errno = code;
  return written || sgn_seal_job_fail_writing (self, error);
}

gboolean
sgn_seal_job_place (SgnSealJob *self, GError **error)
{
  return sgn_placing_place (self->temporary, self->path) || sgn_seal_job_fail_writing (self, error);
}

gboolean
sgn_seal_make_key (const SgnSealHeader *header,
                   const SgnPassphrase *passphrase,
                   guint8 *key,
                   GError **error)
{
  return crypto_pwhash (key, SGN_SEAL_KEY_SIZE, passphrase->text, passphrase->length, header->salt,
                        GUINT32_FROM_LE (header->operations), GUINT64_FROM_LE (header->memory),
                        crypto_pwhash_ALG_ARGON2ID13) == 0 ||
         fail_memory (error);
}
