/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-event-log-private.h"

#include "sgn-digest.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_a_good_file_has_no_findings (Place *place, gconstpointer data)
{
  g_autoptr (SgnVerification) verification = NULL;
  g_autoptr (GPtrArray) events = NULL;
  SgnCompanyFile *file = NULL;

  make_full_file (place);
  file = open_file (place, SGN_OPEN_READ);
  verification = sgn_company_file_verify (file, NULL);
  events = sgn_company_file_get_history (file, NULL);

  g_assert_cmpuint (verification->findings->len, ==, 0);
  g_assert_cmpint (verification->events, ==, 16);
  g_assert_cmpint (verification->rows, ==, 16);
  g_assert_cmpint (verification->blobs, ==, 1);
  g_assert_cmpstr (verification->head, ==, ((SgnEvent *) events->pdata[15])->hash);
  close_file (file);
}

static void
test_an_empty_file_verifies (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (SgnVerification) verification = sgn_company_file_verify (file, NULL);

  g_assert_cmpuint (verification->findings->len, ==, 0);
  g_assert_cmpint (verification->events, ==, 0);
  g_assert_cmpstr (verification->head, ==, SGN_CHAIN_START);
  close_file (file);
}

/* What somebody with an SQL tool could do to the events, the triggers put back afterwards. */
static const struct {
  const char *name;
  const char *sql;
  const char *code; /* (nullable): already refused on opening */
} tamperings[] = {
  { "header", "UPDATE event SET header = replace (header, '16:42', '16:43') WHERE seq = 5",
    "chain" },
  { "header-unreadable", "UPDATE event SET header = substr (header, 2) WHERE seq = 5", "chain" },
  { "header-with-zero", "UPDATE event SET header = header || char (0) || 'x' WHERE seq = 5",
    "chain" },
  { "payload", "UPDATE event SET payload = replace (payload, '自動', '手動') WHERE seq = 5",
    "payload" },
  { "payload-by", "UPDATE event SET payload = replace (payload, '田中', '佐藤') WHERE seq = 16",
    "payload" },
  { "payload-with-zero", "UPDATE event SET payload = payload || char (0) || 'x' WHERE seq = 5",
    "payload" },
  { "salt", "UPDATE event SET salt = replace (salt, substr (salt, 1, 1), 'g') WHERE seq = 5",
    "payload" },
  { "digest",
    "UPDATE event SET payload_digest = replace (payload_digest, substr (payload_digest, 1, 1), "
    "'g') "
    "WHERE seq = 5",
    "chain" },
  { "prev-hash",
    "UPDATE event SET prev_hash = replace (prev_hash, substr (prev_hash, 1, 1), 'g') WHERE seq = 5",
    "chain" },
  { "hash", "UPDATE event SET hash = replace (hash, substr (hash, 1, 1), 'g') WHERE seq = 5",
    "chain" },
  { "hash-of-the-last",
    "UPDATE event SET hash = replace (hash, substr (hash, 1, 1), 'g') WHERE seq = 16", "chain" },
  { "seq", "UPDATE event SET seq = 99 WHERE seq = 16", "chain" },
  { "swapped",
    "UPDATE event SET seq = 99 WHERE seq = 5; UPDATE event SET seq = 5 WHERE seq = 6;"
    "UPDATE event SET seq = 6 WHERE seq = 99",
    "chain" },
  { "first-removed", "DELETE FROM event WHERE seq = 1", "chain" },
  { "middle-removed", "DELETE FROM event WHERE seq = 5", "chain" },
  { "last-removed", "DELETE FROM event WHERE seq = 16", "state" },
  { "all-removed", "DELETE FROM event", "state" },
  { "erased-unlogged", "UPDATE event SET salt = NULL, payload = NULL WHERE seq = 1", "payload" },
  { "all-erased", "UPDATE event SET salt = NULL, payload = NULL", "payload" },
  { "blob", "UPDATE blob SET data = CAST (replace (data, '写し', '写レ') AS BLOB)", "blob" },
  { "blob-removed", "DELETE FROM blob", NULL },
  { "blob-and-row-removed", "DELETE FROM evidence_link; DELETE FROM evidence; DELETE FROM blob",
    "blob" },
  { "evidence-size", "UPDATE evidence SET size = size + 1", "blob" },
};

static void
test_tampering_is_found (Place *place, gconstpointer data)
{
  g_autofree char *original = NULL;
  gsize size = 0;

  make_full_file (place);
  g_assert_true (g_file_get_contents (place->path, &original, &size, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (tamperings); i++) {
    g_autoptr (SgnVerification) verification = NULL;
    g_autoptr (GError) error = NULL;
    SgnCompanyFile *file = NULL;

    g_assert_true (g_file_set_contents (place->path, original, (gssize) size, NULL));
    run_sql_without_triggers (place->path, tamperings[i].sql);
    file = sgn_company_file_open (place->path, SGN_OPEN_READ, place->clock, &error);
    if (tamperings[i].code == NULL) {
      assert_said (error, SGN_ERROR_DAMAGED);
      continue;
    }
    verification = sgn_company_file_verify (file, NULL);
    if (!has_finding (verification, tamperings[i].code, NULL))
      g_error ("not found: %s", tamperings[i].name);
    close_file (file);
  }
}

/* What somebody who can compute hashes makes of the newest event. Values are SQL expressions. */
static const struct {
  const char *name;
  const char *seq;
  const char *header;
  const char *prev_hash;
  const char *payload;
  const char *code;
  const char *field;
} rewritings[] = {
  { "another payload", "seq", "header", "prev_hash", "replace (payload, 'partner', 'internal')",
    "state", "issue.SC-20261120-abcdef.audience" },
  { "another place", "17",
    "replace (replace (header, '\"seq\":16', '\"seq\":17'), '\"group\":16', '\"group\":17')",
    "prev_hash", "payload", "chain", "event.17" },
  { "another forerunner", "seq", "header", "replace (prev_hash, substr (prev_hash, 1, 1), 'f0')",
    "payload", "chain", "event.16" },
  { "another number in its header", "seq", "replace (header, '\"seq\":16', '\"seq\":17')",
    "prev_hash", "payload", "chain", "event.16" },
  { "another group", "seq", "replace (header, '\"group\":16', '\"group\":5')", "prev_hash",
    "payload", "chain", "event.16" },
  { "another before", "seq", "header", "prev_hash",
    "replace (payload, '\"before\":null', '\"before\":{}')", "chain", "event.16" },
  { "another kind", "seq", "replace (header, '\"kind\":\"issue\"', '\"kind\":\"asset\"')",
    "prev_hash", "payload", "chain", "asset" },
};

static char *
ask_newest (Place *place, const char *expression)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT substr (%s, 1, 9999) FROM event WHERE seq = 16", expression);

  return ask_text (place->path, sql);
}

/* It hangs together in itself, so only one check can find it. */
static void
test_a_rewritten_last_event_is_found (Place *place, gconstpointer data)
{
  g_autofree char *original = NULL;
  gsize size = 0;

  make_full_file (place);
  g_assert_true (g_file_get_contents (place->path, &original, &size, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (rewritings); i++) {
    g_autoptr (SgnVerification) verification = NULL;
    SgnCompanyFile *file = NULL;
    g_autofree char *header = NULL;
    g_autofree char *prev_long = NULL;
    g_autofree char *prev = NULL;
    g_autofree char *salt = NULL;
    g_autofree char *payload = NULL;
    g_autofree char *digest = NULL;
    g_autofree char *hash = NULL;
    g_autofree char *sql = NULL;

    g_assert_true (g_file_set_contents (place->path, original, (gssize) size, NULL));
    header = ask_newest (place, rewritings[i].header);
    prev_long = ask_newest (place, rewritings[i].prev_hash);
    prev = g_strndup (prev_long, 64);
    salt = ask_newest (place, "salt");
    payload = ask_newest (place, rewritings[i].payload);
    digest = sgn_chain_payload_digest (salt, payload);
    hash = sgn_chain_hash (prev, header, digest);
    sql = g_strdup_printf ("UPDATE event SET seq = %s, header = '%s', payload = '%s', "
                           "payload_digest = '%s', prev_hash = '%s', hash = '%s' WHERE seq = 16",
                           rewritings[i].seq, header, payload, digest, prev, hash);
    run_sql_without_triggers (place->path, sql);

    file = open_file (place, SGN_OPEN_READ);
    verification = sgn_company_file_verify (file, NULL);
    if (!has_finding (verification, rewritings[i].code, rewritings[i].field))
      g_error ("not found: %s", rewritings[i].name);
    close_file (file);
  }
}

/* An older event about a row that changed again later: nothing else depends on its payload. */
static void
test_an_erasure_nobody_logged_is_found (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (SgnVerification) verification = NULL;

  fill_file (file);
  set_note (file, "SD-01", "一");
  close_file (file);
  run_sql (place->path, "UPDATE event SET salt = NULL, payload = NULL WHERE seq = 5");
  file = open_file (place, SGN_OPEN_READ);
  verification = sgn_company_file_verify (file, NULL);
  g_assert_cmpuint (verification->findings->len, ==, 1);
  g_assert_true (has_finding (verification, "payload", "event.5"));
  close_file (file);
}

/* The newest word on a row may not be erased, logged or not: the row could then be anything. */
static void
test_an_erased_newest_event_is_found (Place *place, gconstpointer data)
{
  static const SgnEventDraft logged = { .act = "erase",
                                        .at = "2026-11-20T16:42:00+09:00",
                                        .kind = SGN_KIND_EVENT,
                                        .id = "5" };
  g_autoptr (SgnVerification) verification = NULL;
  g_autoptr (sqlite3) db = NULL;
  SgnCompanyFile *file = NULL;

  make_full_file (place);
  db = sgn_db_open (place->path, SGN_DB_WRITE, NULL);
  g_assert_true (sgn_event_log_erase (db, 5, NULL));
  g_assert_cmpint (sgn_event_log_append (db, &logged, NULL), ==, 17);
  g_clear_pointer (&db, sqlite3_close);

  file = open_file (place, SGN_OPEN_READ);
  verification = sgn_company_file_verify (file, NULL);
  g_assert_cmpuint (verification->findings->len, ==, 1);
  g_assert_true (has_finding (verification, "payload", "answer.1/SD-01"));
  close_file (file);
}

static void
test_the_file_itself_refuses_changes_to_events (Place *place, gconstpointer data)
{
  static const char *const refused[] = {
    "DELETE FROM event",
    "UPDATE event SET header = '{}' WHERE seq = 3",
    "UPDATE event SET hash = prev_hash WHERE seq = 3",
    "UPDATE event SET prev_hash = hash WHERE seq = 3",
    "UPDATE event SET payload_digest = hash WHERE seq = 3",
    "UPDATE event SET payload = '{}' WHERE seq = 3",
    "UPDATE event SET seq = 77 WHERE seq = 3",
    "INSERT INTO event SELECT 77, header, salt, payload, payload_digest, prev_hash, "
    "replace (hash, 'a', 'b') FROM event WHERE seq = 3",
    "INSERT OR REPLACE INTO event SELECT seq, header, salt, payload, payload_digest, prev_hash, "
    "hash FROM event WHERE seq = 3",
  };
  sqlite3 *db = NULL;

  make_full_file (place);
  g_assert_cmpint (sqlite3_open (place->path, &db), ==, SQLITE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_cmpint (sqlite3_exec (db, refused[i], NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  sqlite3_close (db);
  assert_sound (place);
}

/* A file of many pages and pieces, made of one letter. */
static char *
attach_letters (SgnCompanyFile *file, char letter)
{
  const gsize size = 300001;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_strnfill (size, letter), size);
  char *sha256 = NULL;

  g_assert_true (sgn_company_file_begin (file, SGN_ACT_EVIDENCE, NULL, NULL));
  g_assert_true (sgn_company_file_put_blob (file, bytes, &sha256, NULL));
  g_assert_true (sgn_company_file_commit (file, NULL));
  return sha256;
}

/* What happens to the middle one of three files. */
static const struct {
  const char *name;
  const char *sql;
} blob_damages[] = {
  { "first byte", "UPDATE blob SET data = CAST ('x' || substr (data, 2) AS BLOB)" },
  { "last byte", "UPDATE blob SET data = CAST (substr (data, 1, 300000) || 'x' AS BLOB)" },
  { "one byte less", "UPDATE blob SET size = 300000, data = substr (data, 1, 300000)" },
  { "no bytes", "UPDATE blob SET size = 0, data = x''" },
  { "another's bytes", "UPDATE blob SET data = (SELECT data FROM blob WHERE rowid = 1)" },
};

static void
test_the_one_changed_file_of_many_is_named (Place *place, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (blob_damages); i++) {
    SgnCompanyFile *file = create_file (place);
    g_autoptr (SgnVerification) verification = NULL;
    G_GNUC_UNUSED g_autofree char *first = attach_letters (file, 'a');
    g_autofree char *second = attach_letters (file, 'b');
    G_GNUC_UNUSED g_autofree char *third = attach_letters (file, 'c');
    g_autofree char *field = g_strdup_printf ("blob.%s", second);
    g_autofree char *sql = g_strdup_printf ("%s WHERE rowid = 2", blob_damages[i].sql);

    g_test_message ("%s", blob_damages[i].name);
    close_file (file);
    run_sql (place->path, sql);
    file = open_file (place, SGN_OPEN_READ);
    verification = sgn_company_file_verify (file, NULL);

    g_assert_cmpint (verification->blobs, ==, 3);
    g_assert_cmpuint (verification->findings->len, ==, 1);
    g_assert_true (has_finding (verification, "blob", field));
    close_file (file);
    g_assert_cmpint (g_unlink (place->path), ==, 0);
  }
}

/* The start of a page that holds nothing but @letter after the number of the page that follows. */
static gsize
find_page_of (const char *contents, gsize size, char letter)
{
  const gsize page_size = 4096;

  for (gsize page = 0; page < size; page += page_size) {
    gsize at = 4;

    while (at < page_size && contents[page + at] == letter)
      at++;
    if (at == page_size)
      return page;
  }
  g_assert_not_reached ();
}

/* Pages of files are not looked at when a file is opened: their damage is for verify to find. */
static void
test_a_lost_page_of_a_file_does_not_hide_the_others (Place *place, gconstpointer data)
{
  static const char zeros[4096] = { 0 };
  SgnCompanyFile *file = create_file (place);
  g_autoptr (SgnVerification) verification = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = attach_letters (file, 'a');
  G_GNUC_UNUSED g_autofree char *second = attach_letters (file, 'b');
  g_autofree char *field = g_strdup_printf ("blob.%s", first);
  g_autofree char *contents = NULL;
  gsize size = 0;

  close_file (file);
  g_assert_true (g_file_get_contents (place->path, &contents, &size, NULL));
  memcpy (contents + find_page_of (contents, size, 'a'), zeros, sizeof zeros);
  g_assert_true (g_file_set_contents (place->path, contents, (gssize) size, NULL));

  file = open_file (place, SGN_OPEN_READ);
  verification = sgn_company_file_verify (file, &error);

  g_assert_no_error (error);
  g_assert_cmpint (verification->blobs, ==, 2);
  g_assert_true (has_finding (verification, "blob", field));
  g_assert_true (has_finding (verification, "database", NULL));
  close_file (file);
}

/* All that people wrote, as one text. */
static char *
dump (SgnCompanyFile *file)
{
  g_autoptr (GPtrArray) events = sgn_company_file_get_history (file, NULL);
  g_autoptr (SgnRecord) record = sgn_company_file_load (file, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  if (events == NULL || record == NULL)
    return NULL;
  for (guint i = 0; i < events->len; i++) {
    g_autoptr (json_t) json = sgn_event_to_json (events->pdata[i]);
    g_autofree char *line = sgn_json_to_canonical (json);

    g_string_append (text, line);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What became of a file with a fault in it. */
typedef struct {
  guint refused;
  guint found;
  guint harmless;
} Outcomes;

/* A fault is refused on opening, or found by verify, or lies where nothing is stored. */
static void
judge_fault (Place *place, const char *expected, gsize offset, Outcomes *outcomes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = digest_file (place->path);
  g_autofree char *after = NULL;
  g_autofree char *found = NULL;
  g_autoptr (SgnVerification) verification = NULL;
  SgnCompanyFile *file =
    sgn_company_file_open (place->path, SGN_OPEN_WRITE_OR_READ, place->clock, &error);

  if (file == NULL) {
    g_assert_nonnull (error);
    g_assert_true (g_error_matches (error, SGN_ERROR, SGN_ERROR_DAMAGED) ||
                   g_error_matches (error, SGN_ERROR, SGN_ERROR_UNREADABLE) ||
                   g_error_matches (error, SGN_ERROR, SGN_ERROR_TOO_NEW));
    after = digest_file (place->path);
    g_assert_cmpstr (before, ==, after); /* never written to */
    outcomes->refused++;
    return;
  }
  verification = sgn_company_file_verify (file, &error);
  g_assert_no_error (error);
  if (verification->findings->len > 0) {
    outcomes->found++;
  } else {
    found = dump (file);
    if (g_strcmp0 (found, expected) != 0)
      g_error ("the fault at %zu was not found", offset);
    outcomes->harmless++;
  }
  sgn_company_file_close (file, NULL);
}

static void
test_flipped_bits_are_found (Place *place, gconstpointer data)
{
  g_autofree char *original = NULL;
  g_autofree char *expected = NULL;
  gsize size = 0;
  Outcomes outcomes = { 0 };
  SgnCompanyFile *file = NULL;

  make_full_file (place);
  file = open_file (place, SGN_OPEN_READ);
  expected = dump (file);
  close_file (file);
  g_assert_true (g_file_get_contents (place->path, &original, &size, NULL));

  for (gsize offset = 0; offset < size;
       offset += (gsize) (offset % 4096 < 120 ? 7 : g_test_rand_int_range (60, 400))) {
    g_autofree char *bytes = g_memdup2 (original, size);

    bytes[offset] ^= (char) (1 << g_test_rand_int_range (0, 8));
    g_assert_true (g_file_set_contents (place->path, bytes, (gssize) size, NULL));
    judge_fault (place, expected, offset, &outcomes);
  }
  g_test_message ("refused %u, found %u, harmless %u", outcomes.refused, outcomes.found,
                  outcomes.harmless);
  g_assert_cmpuint (outcomes.refused, >, 20);
  g_assert_cmpuint (outcomes.found, >, 10);
}

static void
test_zeroed_pages_are_found (Place *place, gconstpointer data)
{
  g_autofree char *original = NULL;
  g_autofree char *expected = NULL;
  gsize size = 0;
  Outcomes outcomes = { 0 };
  SgnCompanyFile *file = NULL;

  make_full_file (place);
  file = open_file (place, SGN_OPEN_READ);
  expected = dump (file);
  close_file (file);
  g_assert_true (g_file_get_contents (place->path, &original, &size, NULL));

  for (gsize offset = 0; offset < size; offset += 4096) {
    g_autofree char *bytes = g_memdup2 (original, size);

    memset (bytes + offset, 0, 4096);
    g_assert_true (g_file_set_contents (place->path, bytes, (gssize) size, NULL));
    judge_fault (place, expected, offset, &outcomes);
  }
  /* Opening does not look at the pages of files. */
  g_assert_cmpuint (outcomes.refused + outcomes.found, ==, size / 4096);
  g_assert_cmpuint (outcomes.found, <=, 2);
}

static void
test_a_cut_file_is_refused (Place *place, gconstpointer data)
{
  g_autofree char *original = NULL;
  gsize size = 0;

  make_full_file (place);
  g_assert_true (g_file_get_contents (place->path, &original, &size, NULL));

  for (gsize length = 0; length < size; length += 1000) {
    g_autoptr (GError) error = NULL;
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;

    g_assert_true (g_file_set_contents (place->path, original, (gssize) length, NULL));
    before = digest_file (place->path);
    g_assert_null (sgn_company_file_open (place->path, SGN_OPEN_WRITE, place->clock, &error));
    g_assert_true (g_error_matches (error, SGN_ERROR, SGN_ERROR_DAMAGED) ||
                   g_error_matches (error, SGN_ERROR, SGN_ERROR_UNREADABLE));
    after = digest_file (place->path);
    g_assert_cmpstr (before, ==, after);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/verify/the-one-changed-file-of-many-is-named", test_the_one_changed_file_of_many_is_named);
  ADD ("/verify/a-lost-page-of-a-file-does-not-hide-the-others",
       test_a_lost_page_of_a_file_does_not_hide_the_others);
  ADD ("/verify/a-good-file-has-no-findings", test_a_good_file_has_no_findings);
  ADD ("/verify/an-empty-file-verifies", test_an_empty_file_verifies);
  ADD ("/verify/tampering-is-found", test_tampering_is_found);
  ADD ("/verify/a-rewritten-last-event-is-found", test_a_rewritten_last_event_is_found);
  ADD ("/verify/an-erasure-nobody-logged-is-found", test_an_erasure_nobody_logged_is_found);
  ADD ("/verify/an-erased-newest-event-is-found", test_an_erased_newest_event_is_found);
  ADD ("/verify/the-file-itself-refuses-changes-to-events",
       test_the_file_itself_refuses_changes_to_events);
  ADD ("/verify/flipped-bits-are-found", test_flipped_bits_are_found);
  ADD ("/verify/zeroed-pages-are-found", test_zeroed_pages_are_found);
  ADD ("/verify/a-cut-file-is-refused", test_a_cut_file_is_refused);

  return g_test_run ();
}
