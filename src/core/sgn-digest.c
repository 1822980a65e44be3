/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-digest.h"

#include <gio/gio.h>
#include <nettle/sha2.h>
#include <string.h>
#include <sys/random.h>

#define SALT_BYTES 16

/* So much of a file is in memory at once. */
#define PIECE (64 * 1024)

struct _SgnDigest {
  struct sha256_ctx context;
};

/**
 * sgn_digest_new:
 *
 * For bytes that come in pieces, so that they need never be in memory all at once.
 *
 * Returns: (transfer full): the SHA-256 of nothing so far
 */
SgnDigest *
sgn_digest_new (void)
{
  SgnDigest *self = g_new (SgnDigest, 1);

  sha256_init (&self->context);
  return self;
}

/**
 * sgn_digest_add:
 * @self: a digest
 * @data: (nullable): the next bytes; %NULL only when there are none
 * @size: how many they are
 */
void
sgn_digest_add (SgnDigest *self, gconstpointer data, gsize size)
{
  g_return_if_fail (self != NULL && (data != NULL || size == 0));

  if (size > 0)
    sha256_update (&self->context, size, data);
}

static char *
bytes_to_hex (const guint8 *bytes, gsize n_bytes)
{
  static const char digits[] = "0123456789abcdef";
  char *hex = g_malloc (2 * n_bytes + 1);

  for (gsize i = 0; i < n_bytes; i++) {
    hex[2 * i] = digits[bytes[i] >> 4];
    hex[2 * i + 1] = digits[bytes[i] & 0xf];
  }
  hex[2 * n_bytes] = '\0';
  return hex;
}

/**
 * sgn_digest_finish:
 * @self: a digest, which is then that of nothing again
 *
 * Returns: (transfer full): SHA-256 of all that was added, 64 lower-case hex digits
 */
char *
sgn_digest_finish (SgnDigest *self)
{
  guint8 bytes[SHA256_DIGEST_SIZE];

  g_return_val_if_fail (self != NULL, NULL);

  sha256_digest (&self->context, sizeof bytes, bytes);
  return bytes_to_hex (bytes, sizeof bytes);
}

void
sgn_digest_free (SgnDigest *self)
{
  g_free (self);
}

static char *
digest_of (gconstpointer data, gsize size)
{
  SgnDigest digest;

  sha256_init (&digest.context);
  sgn_digest_add (&digest, data, size);
  return sgn_digest_finish (&digest);
}

/**
 * sgn_digest_of_text:
 * @text: a text
 *
 * Returns: (transfer full): SHA-256 of its bytes, 64 lower-case hex digits
 */
char *
sgn_digest_of_text (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return digest_of (text, strlen (text));
}

/**
 * sgn_digest_of_bytes:
 * @bytes: any bytes
 *
 * Returns: (transfer full): SHA-256 of them, 64 lower-case hex digits
 */
char *
sgn_digest_of_bytes (GBytes *bytes)
{
  gsize size = 0;
  gconstpointer data = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  return digest_of (data, size);
}

/**
 * sgn_digest_of_file:
 * @path: a file name
 *
 * In pieces, and not by mapping it into memory: a medium that goes away is a failure then, and not
 * the end of the program.
 *
 * Returns: (transfer full) (nullable): SHA-256 of its content, 64 lower-case hex digits; %NULL when
 *   it cannot be read
 */
char *
sgn_digest_of_file (const char *path)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (SgnDigest) digest = sgn_digest_new ();
  g_autofree guint8 *piece = g_malloc (PIECE);
  gsize size = PIECE;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_new_for_path (path);
  stream = g_file_read (file, NULL, NULL);
  while (stream != NULL && size == PIECE) {
    if (!g_input_stream_read_all (G_INPUT_STREAM (stream), piece, PIECE, &size, NULL, NULL))
      return NULL;
    sgn_digest_add (digest, piece, size);
  }
  return stream != NULL ? sgn_digest_finish (digest) : NULL;
}

/**
 * sgn_digest_of_json:
 * @json: any value
 *
 * Returns: (transfer full): SHA-256 of its canonical text, 64 lower-case hex digits
 */
char *
sgn_digest_of_json (const json_t *json)
{
  g_autofree char *text = sgn_json_to_canonical (json);

  return sgn_digest_of_text (text);
}

/**
 * sgn_chain_payload_digest:
 * @salt: the event's salt, 32 hex digits
 * @payload: the event's payload, the exact text that is stored
 *
 * SHA-256 of the salt's characters followed by the payload's. The salt keeps a short payload from
 * being guessed from its digest after the payload has been erased.
 *
 * Returns: (transfer full): 64 lower-case hex digits
 */
char *
sgn_chain_payload_digest (const char *salt, const char *payload)
{
  g_autofree char *salted = NULL;

  g_return_val_if_fail (salt != NULL && payload != NULL, NULL);

  salted = g_strconcat (salt, payload, NULL);
  return sgn_digest_of_text (salted);
}

/**
 * sgn_chain_hash:
 * @prev_hash: the hash of the event before, SGN_CHAIN_START for the first
 * @header: the event's header, the exact text that is stored
 * @payload_digest: see sgn_chain_payload_digest()
 *
 * SHA-256 of the three, joined by single line feeds. The form is frozen: every company file ever
 * written depends on it.
 *
 * Returns: (transfer full): 64 lower-case hex digits
 */
char *
sgn_chain_hash (const char *prev_hash, const char *header, const char *payload_digest)
{
  g_autofree char *joined = NULL;

  g_return_val_if_fail (prev_hash != NULL && header != NULL && payload_digest != NULL, NULL);

  joined = g_strconcat (prev_hash, "\n", header, "\n", payload_digest, NULL);
  return sgn_digest_of_text (joined);
}

/**
 * sgn_chain_salt_new:
 *
 * Returns: (transfer full): 32 hex digits from the kernel's random source
 */
char *
sgn_chain_salt_new (void)
{
  guint8 bytes[SALT_BYTES];
  gssize got = getrandom (bytes, sizeof bytes, 0);

  /* So few bytes come whole or not at all once the source is ready, says getrandom(2). */
  g_assert (got == sizeof bytes);
  return bytes_to_hex (bytes, sizeof bytes);
}
