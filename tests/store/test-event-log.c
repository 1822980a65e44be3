/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-event-log-private.h"
#include "sgn-schema-private.h"

#include "sgn-digest.h"

#include <string.h>

static sqlite3 *
open_empty (void)
{
  g_auto (GStrv) steps = sgn_schema_load_steps ();
  sqlite3 *db = sgn_db_open ("", SGN_DB_MEMORY, NULL);
  g_autoptr (GError) error = NULL;

  sgn_schema_migrate (db, (const char *const *) steps, &error);
  g_assert_no_error (error);
  return db;
}

static const SgnEventDraft draft = {
  .act = SGN_ACT_ANSWER,
  .at = "2026-11-20T16:42:00+09:00",
  .kind = SGN_KIND_ANSWER,
  .id = "1/SD-01",
  .by = "田中",
};

/* The form is frozen: whatever changes here makes every file ever written unverifiable. */
static void
test_the_texts_have_the_frozen_form (void)
{
  g_autoptr (sqlite3) db = open_empty ();
  g_autoptr (json_t) after = row_new ("{'value':'done','note':'葛󠄀/城','assessment':1}");
  SgnEventDraft undo = draft;
  g_autofree char *header = NULL;
  g_autofree char *payload = NULL;
  g_autofree char *header_undo = NULL;
  g_autofree char *salt = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *salted = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *expected_digest = NULL;
  g_autofree char *expected_hash = NULL;

  undo.after = after;
  g_assert_cmpint (sgn_event_log_append (db, &undo, NULL), ==, 1);
  undo.group = 1;
  undo.undoes = 1;
  undo.by = NULL;
  g_assert_cmpint (sgn_event_log_append (db, &undo, NULL), ==, 2);

  header = sgn_db_get_text (db, "SELECT header FROM event WHERE seq = 1", NULL);
  payload = sgn_db_get_text (db, "SELECT payload FROM event WHERE seq = 1", NULL);
  header_undo = sgn_db_get_text (db, "SELECT header FROM event WHERE seq = 2", NULL);
  salt = sgn_db_get_text (db, "SELECT salt FROM event WHERE seq = 1", NULL);
  digest = sgn_db_get_text (db, "SELECT payload_digest FROM event WHERE seq = 1", NULL);
  hash = sgn_db_get_text (db, "SELECT hash FROM event WHERE seq = 1", NULL);
  g_assert_cmpstr (header, ==,
                   "{\"act\":\"answer\",\"at\":\"2026-11-20T16:42:00+09:00\",\"group\":1,"
                   "\"id\":\"1/SD-01\",\"kind\":\"answer\",\"seq\":1}");
  g_assert_cmpstr (header_undo, ==,
                   "{\"act\":\"answer\",\"at\":\"2026-11-20T16:42:00+09:00\",\"group\":1,"
                   "\"id\":\"1/SD-01\",\"kind\":\"answer\",\"seq\":2,\"undoes\":1}");
  g_assert_cmpstr (payload, ==,
                   "{\"after\":{\"assessment\":1,\"note\":\"葛󠄀/城\",\"value\":\"done\"},"
                   "\"before\":null,\"by\":\"田中\"}");
  g_assert_cmpuint (strlen (salt), ==, 32);

  /* By hand, not with the functions that wrote it. */
  salted = g_strconcat (salt, payload, NULL);
  expected_digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, salted, -1);
  joined = g_strdup_printf ("%064d\n%s\n%s", 0, header, expected_digest);
  expected_hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined, -1);
  g_assert_cmpstr (digest, ==, expected_digest);
  g_assert_cmpstr (hash, ==, expected_hash);
}

static void
test_headers_hold_no_names (void)
{
  g_autoptr (sqlite3) db = open_empty ();
  g_autofree char *header = NULL;

  g_assert_cmpint (sgn_event_log_append (db, &draft, NULL), ==, 1);
  header = sgn_db_get_text (db, "SELECT header FROM event", NULL);
  g_assert_null (strstr (header, "田中"));
}

static void
test_equal_payloads_have_different_digests (void)
{
  g_autoptr (sqlite3) db = open_empty ();
  gint64 digests = 0;

  for (guint i = 0; i < 10; i++)
    g_assert_cmpint (sgn_event_log_append (db, &draft, NULL), ==, i + 1);
  g_assert_true (
    sgn_db_get_int (db, "SELECT count(DISTINCT payload_digest) FROM event", &digests, NULL));
  g_assert_cmpint (digests, ==, 10);
}

static void
test_unreadable_events_are_damage (void)
{
  static const char *const headers[] = {
    "",
    "{",
    "[]",
    "{}",
    "{\"act\":\"answer\"}",
    "{\"act\":\"a\",\"at\":\"t\",\"group\":2,\"id\":\"1\",\"kind\":\"k\",\"seq\":1}",
    "{\"act\":\"a\",\"at\":\"t\",\"group\":0,\"id\":\"1\",\"kind\":\"k\",\"seq\":1}",
    "{\"act\":\"a\",\"at\":\"t\",\"group\":\"1\",\"id\":\"1\",\"kind\":\"k\",\"seq\":1}",
    "{\"act\":1,\"at\":\"t\",\"group\":1,\"id\":\"1\",\"kind\":\"k\",\"seq\":1}",
    "{\"act\":\"a\",\"act\":\"a\",\"at\":\"t\",\"group\":1,\"id\":\"1\",\"kind\":\"k\",\"seq\":1}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (sgn_event_log_parse_header (7, headers[i], &error));
    assert_said (error, SGN_ERROR_DAMAGED);
    g_assert_nonnull (strstr (error->message, "7"));
  }
}

static void
test_a_file_without_events_has_a_beginning (void)
{
  g_autoptr (sqlite3) db = open_empty ();
  g_autofree char *hash = NULL;
  g_autofree char *head = NULL;
  g_autofree char *at = NULL;
  gint64 seq = 7;

  g_assert_true (sgn_event_log_get_newest (db, &seq, &hash, NULL));
  g_assert_cmpint (seq, ==, 0);
  g_assert_cmpstr (hash, ==, SGN_CHAIN_START);
  g_assert_true (sgn_event_log_get_head (db, &head, &at, NULL));
  g_assert_null (head);
  g_assert_null (at);
}

static void
test_a_hash_is_found_by_its_number (void)
{
  g_autoptr (sqlite3) db = open_empty ();
  g_autofree char *written = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *none = NULL;
  gint64 seq = 0;

  g_assert_cmpint (sgn_event_log_append (db, &draft, NULL), ==, 1);
  g_assert_true (sgn_event_log_get_newest (db, &seq, &written, NULL));
  g_assert_true (sgn_event_log_get_hash (db, 1, &hash, NULL));
  g_assert_cmpstr (hash, ==, written);
  g_assert_true (sgn_event_log_get_hash (db, 2, &none, NULL));
  g_assert_null (none);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event-log/the-texts-have-the-frozen-form",
                   test_the_texts_have_the_frozen_form);
  g_test_add_func ("/event-log/headers-hold-no-names", test_headers_hold_no_names);
  g_test_add_func ("/event-log/equal-payloads-have-different-digests",
                   test_equal_payloads_have_different_digests);
  g_test_add_func ("/event-log/unreadable-events-are-damage", test_unreadable_events_are_damage);
  g_test_add_func ("/event-log/a-file-without-events-has-a-beginning",
                   test_a_file_without_events_has_a_beginning);
  g_test_add_func ("/event-log/a-hash-is-found-by-its-number", test_a_hash_is_found_by_its_number);

  return g_test_run ();
}
