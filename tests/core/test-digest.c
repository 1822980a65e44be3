/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-digest.h"

#include <glib/gstdio.h>
#include <string.h>

/* FIPS 180-4 examples and the empty text. */
static void
test_published_vectors (void)
{
  static const struct {
    const char *text;
    const char *digest;
  } cases[] = {
    { "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
    { "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
    { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
    g_autofree char *of_text = sgn_digest_of_text (cases[i].text);
    g_autofree char *of_bytes = sgn_digest_of_bytes (bytes);

    g_assert_cmpstr (of_text, ==, cases[i].digest);
    g_assert_cmpstr (of_bytes, ==, cases[i].digest);
  }
}

/* Around the size of the pieces a file is read in. */
static void
test_a_file_has_the_digest_of_its_bytes (void)
{
  static const gsize sizes[] = { 0, 1, 65535, 65536, 65537, 131072, 200000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree char *text = g_strnfill (sizes[i], 'a');
    g_autofree char *expected = sgn_digest_of_text (text);
    g_autofree char *path = NULL;
    g_autofree char *found = NULL;
    int fd = g_file_open_tmp ("sengen-XXXXXX", &path, NULL);

    g_close (fd, NULL);
    g_assert_true (g_file_set_contents (path, text, (gssize) sizes[i], NULL));
    found = sgn_digest_of_file (path);
    g_assert_cmpstr (found, ==, expected);
    g_unlink (path);
  }
  g_assert_null (sgn_digest_of_file ("/nowhere/at/all"));
  g_assert_null (sgn_digest_of_file ("/"));
}

/* FIPS 180-4: a million times “a”. */
static void
test_pieces_of_any_size_make_one_digest (void)
{
  static const gsize sizes[] = { 1, 63, 64, 65, 4096, 1000000 };
  g_autofree char *text = g_strnfill (1000000, 'a');
  g_autoptr (SgnDigest) digest = sgn_digest_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree char *hex = NULL;

    for (gsize at = 0; at < 1000000; at += sizes[i])
      sgn_digest_add (digest, text + at, MIN (sizes[i], 1000000 - at));
    hex = sgn_digest_finish (digest);

    g_assert_cmpstr (hex, ==, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  }
}

static void
test_no_bytes_are_the_empty_text (void)
{
  g_autoptr (SgnDigest) digest = sgn_digest_new ();
  g_autofree char *hex = NULL;

  sgn_digest_add (digest, NULL, 0);
  hex = sgn_digest_finish (digest);

  g_assert_cmpstr (hex, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

/* printf '%s' '{"a":"é","b":[1,true,null]}' | sha256sum */
static void
test_json_is_hashed_in_its_canonical_form (void)
{
  g_autoptr (json_t) json = json_loads ("{\"b\": [1, true, null], \"a\": \"\\u00e9\"}", 0, NULL);
  g_autofree char *digest = sgn_digest_of_json (json);

  g_assert_cmpstr (digest, ==, "170409917e32971e79e71df2c0a04cc84c3c089ef0c7c2a94dbde72cafebd52d");
}

/* Two events, computed apart from this program with
 *   D=$(printf '%s%s' "$SALT" "$PAYLOAD" | sha256sum)
 *   H=$(printf '%s\n%s\n%s' "$PREV" "$HEADER" "$D" | sha256sum)
 * These figures never change: every company file ever written depends on them. */
static void
test_chain_has_its_frozen_form (void)
{
  static const struct {
    const char *salt;
    const char *payload;
    const char *header;
    const char *digest;
    const char *hash;
  } events[] = {
    { "000102030405060708090a0b0c0d0e0f",
      "{\"after\":{\"name\":\"ひなた\"},\"before\":null,\"by\":null}",
      "{\"act\":\"create\",\"at\":\"2026-11-20T16:42:00+09:00\",\"group\":1,\"id\":\"1\","
      "\"kind\":\"company\",\"seq\":1}",
      "ed7e12a670cccae23df0e2ec6b222e78091559788831aab4eddecd98372468cd",
      "a71c89b3a3ac46f601cc42595a010e77aa9fbfb69a9177a88c350457410cc973" },
    { "ffeeddccbbaa99887766554433221100",
      "{\"after\":null,\"before\":{\"name\":\"ひなた\"},\"by\":\"葛󠄀城\"}",
      "{\"act\":\"undo\",\"at\":\"2026-11-20T16:43:00+09:00\",\"group\":2,\"id\":\"1\","
      "\"kind\":\"company\",\"seq\":2,\"undoes\":1}",
      "68654fc5da37095d90c5033e11e3d1a4be999a86e74a4bb750781f06228236e4",
      "919977b7637d6f4694585c1fd54ddbe908ec457c12bd99876e7b80679f000509" },
  };
  g_autofree char *prev = g_strdup (SGN_CHAIN_START);

  g_assert_cmpuint (strlen (SGN_CHAIN_START), ==, 64);
  for (gsize i = 0; i < G_N_ELEMENTS (events); i++) {
    g_autofree char *digest = sgn_chain_payload_digest (events[i].salt, events[i].payload);
    g_autofree char *hash = sgn_chain_hash (prev, events[i].header, digest);

    g_assert_cmpstr (digest, ==, events[i].digest);
    g_assert_cmpstr (hash, ==, events[i].hash);
    g_free (prev);
    prev = g_steal_pointer (&hash);
  }
}

static void
test_salts_are_hex_and_differ (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 1000; i++) {
    char *salt = sgn_chain_salt_new ();

    g_assert_cmpuint (strlen (salt), ==, 32);
    g_assert_cmpuint (strspn (salt, "0123456789abcdef"), ==, 32);
    g_assert_true (g_hash_table_add (seen, salt));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/digest/a-file-has-the-digest-of-its-bytes",
                   test_a_file_has_the_digest_of_its_bytes);
  g_test_add_func ("/digest/published-vectors", test_published_vectors);
  g_test_add_func ("/digest/pieces-of-any-size-make-one-digest",
                   test_pieces_of_any_size_make_one_digest);
  g_test_add_func ("/digest/no-bytes-are-the-empty-text", test_no_bytes_are_the_empty_text);
  g_test_add_func ("/digest/json-is-hashed-in-its-canonical-form",
                   test_json_is_hashed_in_its_canonical_form);
  g_test_add_func ("/digest/chain-has-its-frozen-form", test_chain_has_its_frozen_form);
  g_test_add_func ("/digest/salts-are-hex-and-differ", test_salts_are_hex_and_differ);
  return g_test_run ();
}
