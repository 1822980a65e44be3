/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-seal-private.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sgn-error.h"
#include "sgn-passphrase-private.h"
#include "sgn-placing.h"

/* A sealed file: the header below, then the content in pieces of PIECE bytes, the last one shorter
 * and marked as the last; each is encrypted and bound to the one before it (libsodium's
 * secretstream with XChaCha20-Poly1305), and all of them to the header. The key is made from the
 * passphrase with Argon2id, the limits of which stand in the header. Numbers are little-endian. */
#define MAGIC "SGNSEAL\n"
#define MAGIC_SIZE 8
#define VERSION 1
#define PIECE 65536
#define SEALED_PIECE (PIECE + crypto_secretstream_xchacha20poly1305_ABYTES)
#define STREAM_HEADER crypto_secretstream_xchacha20poly1305_HEADERBYTES
#define KEY_SIZE crypto_secretstream_xchacha20poly1305_KEYBYTES

/* What a file of unknown origin may ask for, and no more. */
#define MOST_OPERATIONS 10
#define MOST_MEMORY (G_GUINT64_CONSTANT (1024) * 1024 * 1024)

typedef struct {
  guint8 magic[MAGIC_SIZE];
  guint32 version;
  guint32 operations;
  guint64 memory;
  guint8 salt[crypto_pwhash_argon2id_SALTBYTES];
  guint8 stream[STREAM_HEADER];
} Header;

G_STATIC_ASSERT (sizeof (Header) == 64);

/* Memory for one sealing or opening: nothing of it may reach the disk. */
typedef struct {
  crypto_secretstream_xchacha20poly1305_state state;
  guint8 key[KEY_SIZE];
  guint8 open[PIECE];
  guint8 sealed[SEALED_PIECE];
} Work;

/* One file read and one written. */
typedef struct {
  FILE *in;
  FILE *out;
  const char *source;
  const char *path;
  char *temporary;
  Work *work;
} Job;

static void
job_clear (Job *self)
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

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static gboolean
fail_reading (const Job *self, GError **error)
{
  int code = errno;
  g_autofree char *name = g_filename_display_name (self->source);

  g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
               _ ("“%s” cannot be read (%s). Check its name and folder."), name, g_strerror (code));
  return FALSE;
}

static gboolean
fail_writing (const Job *self, GError **error)
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

static gboolean
open_source (Job *self, GError **error)
{
  if (sodium_init () < 0)
    return fail_memory (error);
  self->in = g_fopen (self->source, "rbe");
  if (self->in == NULL)
    return fail_reading (self, error);
  self->work = sodium_malloc (sizeof *self->work);
  return self->work != NULL || fail_memory (error);
}

static gboolean
open_target (Job *self, GError **error)
{
  int fd = -1;

  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    return sgn_placing_fail (self->path, EEXIST, error);
  fd = sgn_placing_make (self->path, 0600, &self->temporary);
  if (fd < 0)
    return fail_writing (self, error);
  self->out = fdopen (fd, "wb");
  return self->out != NULL || fail_writing (self, error);
}

/* Makes what was written last. */
static gboolean
close_target (Job *self, GError **error)
{
  gboolean written = fflush (self->out) == 0 && fsync (fileno (self->out)) == 0;
  int code = errno;

  if (fclose (g_steal_pointer (&self->out)) != 0 && written) {
    code = errno;
    written = FALSE;
  }
  errno = code;
  return written || fail_writing (self, error);
}

static gboolean
place (Job *self, GError **error)
{
  return sgn_placing_place (self->temporary, self->path) || fail_writing (self, error);
}

static gboolean
make_key (const Header *header, const SgnPassphrase *passphrase, guint8 *key, GError **error)
{
  return crypto_pwhash (key, KEY_SIZE, passphrase->text, passphrase->length, header->salt,
                        GUINT32_FROM_LE (header->operations), GUINT64_FROM_LE (header->memory),
                        crypto_pwhash_ALG_ARGON2ID13) == 0 ||
         fail_memory (error);
}

static void
fill_header (Header *header, guint32 operations, guint64 memory)
{
  memset (header, 0, sizeof *header);
  memcpy (header->magic, MAGIC, MAGIC_SIZE);
  header->version = GUINT32_TO_LE (VERSION);
  header->operations = GUINT32_TO_LE (operations);
  header->memory = GUINT64_TO_LE (memory);
  randombytes_buf (header->salt, sizeof header->salt);
}

/* The first piece carries the header along, so that a changed header is noticed. */
static gboolean
seal_pieces (Job *self, const Header *header, GError **error)
{
  const guint8 *bound = (const guint8 *) header;
  gsize bound_size = sizeof *header;
  gsize read;

  do {
    unsigned long long size = 0;
    guint8 tag;

    read = fread (self->work->open, 1, PIECE, self->in);
    if (read < PIECE && ferror (self->in))
      return fail_reading (self, error);
    tag = read < PIECE ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0;
    crypto_secretstream_xchacha20poly1305_push (&self->work->state, self->work->sealed, &size,
                                                self->work->open, read, bound, bound_size, tag);
    if (fwrite (self->work->sealed, 1, size, self->out) != size)
      return fail_writing (self, error);
    bound = NULL;
    bound_size = 0;
  } while (read == PIECE);
  return TRUE;
}

static gboolean
seal (Job *self, Header *header, const SgnPassphrase *passphrase, GError **error)
{
  if (!make_key (header, passphrase, self->work->key, error))
    return FALSE;
  crypto_secretstream_xchacha20poly1305_init_push (&self->work->state, header->stream,
                                                   self->work->key);
  if (fwrite (header, 1, sizeof *header, self->out) != sizeof *header)
    return fail_writing (self, error);
  return seal_pieces (self, header, error);
}

static gboolean fail_opening (GError **error, SgnError code, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/* Always FALSE. */
static gboolean
fail_opening (GError **error, SgnError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (SGN_ERROR, (int) code, format, arguments);
  va_end (arguments);
  return FALSE;
}

/* Before anything is reserved for it. */
static gboolean
check_header (const Header *header, const char *name, GError **error)
{
  guint32 operations = GUINT32_FROM_LE (header->operations);
  guint64 memory = GUINT64_FROM_LE (header->memory);

  if (memcmp (header->magic, MAGIC, MAGIC_SIZE) != 0)
    return fail_opening (error, SGN_ERROR_UNREADABLE,
                         _ ("“%s” is not a sealed copy. Choose a file this program sealed."), name);
  if (GUINT32_FROM_LE (header->version) != VERSION)
    return fail_opening (error, SGN_ERROR_TOO_NEW,
                         _ ("“%s” was sealed by a later version of Sengen. Update this program."),
                         name);
  if (operations >= crypto_pwhash_argon2id_OPSLIMIT_MIN && operations <= MOST_OPERATIONS &&
      memory >= crypto_pwhash_argon2id_MEMLIMIT_MIN && memory <= MOST_MEMORY)
    return TRUE;
  return fail_opening (error, SGN_ERROR_DAMAGED,
                       _ ("“%s” is damaged: its beginning asks for what no copy needs. Use another "
                          "copy."),
                       name);
}

static gboolean
read_header (Job *self, Header *header, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->source);

  memset (header, 0, sizeof *header);
  if (fread (header, 1, sizeof *header, self->in) != sizeof *header && ferror (self->in))
    return fail_reading (self, error);
  return check_header (header, name, error);
}

/* One piece into work->open. */
static gboolean
open_piece (Job *self, const Header *header, unsigned long long *size, guint8 *tag, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->source);
  gsize read = fread (self->work->sealed, 1, SEALED_PIECE, self->in);

  if (read < SEALED_PIECE && ferror (self->in))
    return fail_reading (self, error);
  if (read == 0)
    return fail_opening (error, SGN_ERROR_DAMAGED,
                         _ ("“%s” is cut off: its end is missing. Use another copy."), name);
  if (crypto_secretstream_xchacha20poly1305_pull (&self->work->state, self->work->open, size, tag,
                                                  self->work->sealed, read, (const guint8 *) header,
                                                  header != NULL ? sizeof *header : 0) == 0)
    return TRUE;
  if (header != NULL)
    return fail_opening (error, SGN_ERROR_UNREADABLE,
                         _ ("“%s” does not open: the passphrase is another one, or the file is "
                            "damaged. Type the passphrase again, or use another copy."),
                         name);
  return fail_opening (error, SGN_ERROR_DAMAGED,
                       _ ("“%s” is damaged: the passphrase is right, but a part was changed or is "
                          "missing. Use another copy."),
                       name);
}

/* Sink of the opened pieces. */
typedef gboolean (*TakeFunc) (Job *self, const guint8 *bytes, gsize size, gpointer data);

static gboolean
open_pieces (Job *self, const Header *header, TakeFunc take, gpointer data, GError **error)
{
  guint8 tag = 0;

  while (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
    unsigned long long size = 0;

    if (!open_piece (self, header, &size, &tag, error))
      return FALSE;
    if (!take (self, self->work->open, size, data))
      return fail_writing (self, error);
    header = NULL;
  }
  if (fgetc (self->in) != EOF) {
    g_autofree char *name = g_filename_display_name (self->source);

    return fail_opening (error, SGN_ERROR_DAMAGED,
                         _ ("“%s” is damaged: something was added to it. Use another copy."), name);
  }
  return TRUE;
}

/* With the key that is in work. */
static gboolean
open_stream (Job *self, const Header *header, TakeFunc take, gpointer data, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->source);

  if (crypto_secretstream_xchacha20poly1305_init_pull (&self->work->state, header->stream,
                                                       self->work->key) != 0)
    return fail_opening (error, SGN_ERROR_DAMAGED,
                         _ ("“%s” is cut off: its end is missing. Use another copy."), name);
  return open_pieces (self, header, take, data, error);
}

static gboolean
take_into_file (Job *self, const guint8 *bytes, gsize size, gpointer data)
{
  return fwrite (bytes, 1, size, self->out) == size;
}

/* Whether what is opened is what stands at the same place of the file @data. */
typedef struct {
  FILE *original;
  gboolean same;
} Comparison;

static gboolean
take_into_comparison (Job *self, const guint8 *bytes, gsize size, gpointer data)
{
  Comparison *comparison = data;
  g_autofree guint8 *expected = g_malloc (size + 1);

  comparison->same &=
    fread (expected, 1, size, comparison->original) == size && memcmp (expected, bytes, size) == 0;
  sodium_memzero (expected, size);
  return TRUE;
}

/* The sealed file beside the original, with the key it was sealed with. */
static gboolean
compare (Job *sealing, GError **error)
{
  g_auto (Job) job = { .source = sealing->temporary, .path = sealing->temporary };
  Comparison comparison = { sealing->in, fseek (sealing->in, 0, SEEK_SET) == 0 };
  Header header;

  if (!open_source (&job, error) || !read_header (&job, &header, error))
    return FALSE;
  memcpy (job.work->key, sealing->work->key, KEY_SIZE);
  return open_stream (&job, &header, take_into_comparison, &comparison, error) && comparison.same &&
         fgetc (sealing->in) == EOF;
}

static gboolean
check_sealed (Job *self, GError **error)
{
  if (compare (self, NULL))
    return TRUE;

  return fail_opening (error, SGN_ERROR_UNWRITABLE,
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
  guint8 magic[MAGIC_SIZE] = { 0 };
  FILE *file = g_fopen (path, "rbe");
  gboolean read = file != NULL && fread (magic, 1, MAGIC_SIZE, file) == MAGIC_SIZE;

  if (file != NULL)
    fclose (file);
  return read && memcmp (magic, MAGIC, MAGIC_SIZE) == 0;
}

gboolean
sgn_seal_write_within (const char *source,
                       const char *path,
                       const SgnPassphrase *passphrase,
                       guint32 operations,
                       guint64 memory,
                       GError **error)
{
  g_auto (Job) job = { .source = source, .path = path };
  Header header;

  if (!open_source (&job, error) || !open_target (&job, error))
    return FALSE;
  fill_header (&header, operations, memory);
  return seal (&job, &header, passphrase, error) && close_target (&job, error) &&
         check_sealed (&job, error) && place (&job, error);
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
  g_auto (Job) job = { .source = source, .path = path };
  Header header;

  g_return_val_if_fail (source != NULL && path != NULL && passphrase != NULL, FALSE);

  return open_source (&job, error) && read_header (&job, &header, error) &&
         open_target (&job, error) && make_key (&header, passphrase, job.work->key, error) &&
         open_stream (&job, &header, take_into_file, NULL, error) && close_target (&job, error) &&
         place (&job, error);
}
