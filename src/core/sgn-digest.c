/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-digest.h"

#include <sys/random.h>

#define SALT_BYTES 16

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

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
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
  g_return_val_if_fail (bytes != NULL, NULL);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
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
  GString *hex = g_string_sized_new (2 * SALT_BYTES);
  gssize got = getrandom (bytes, sizeof bytes, 0);

  /* So few bytes come whole or not at all once the source is ready, says getrandom(2). */
  g_assert (got == sizeof bytes);
  for (guint i = 0; i < SALT_BYTES; i++)
    g_string_append_printf (hex, "%02x", bytes[i]);
  return g_string_free (hex, FALSE);
}
