/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */

#include "store-support.h"

#include <string.h>

/* Whether any file in the folder holds @text, the log and the journal included. */
static gboolean
is_somewhere (Place *place, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  gboolean found = FALSE;
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = place_get (place, name);
    g_autofree char *bytes = NULL;
    gsize size = 0;

    g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
    found = found || memmem (bytes, size, text, strlen (text)) != NULL;
  }
  return found;
}

static gint64
count_events (SgnCompanyFile *file)
{
  g_autoptr (GPtrArray) events = sgn_company_file_get_history (file, NULL);

  return events->len;
}

/* Blanks the row and every event about it since @from. */
static void
forget (SgnCompanyFile *file, const char *id, gint64 from)
{
  g_autoptr (json_t) blank = row_new ("{'name':''}");
  g_autoptr (GArray) seqs = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  gint64 last = count_events (file) + 1;

  for (gint64 seq = from; seq <= last; seq++)
    g_array_append_val (seqs, seq);
  g_array_append_val (seqs, last); /* twice is once */
  g_assert_true (sgn_company_file_begin (file, SGN_ACT_ERASE, NULL, NULL));
  g_assert_true (sgn_company_file_put (file, SGN_KIND_PERSON, id, blank, NULL));
  g_assert_true (sgn_company_file_erase_events (file, (gconstpointer) seqs->data, seqs->len, NULL));
  g_assert_true (sgn_company_file_commit (file, NULL));
  sgn_company_file_erase_traces (file, &error);
  g_assert_no_error (error);
}

static void
test_an_erased_name_is_nowhere (Place *place, gconstpointer data)
{
  static const char name[] = "忘れられる人";
  SgnCompanyFile *file = create_file (place);
  gint64 first = 0;

  fill_file (file);
  first = count_events (file) + 1;
  put_row (file, SGN_ACT_COMPANY, SGN_KIND_PERSON, "2", "{'name':'忘れられる人'}");
  put_row (file, SGN_ACT_COMPANY, SGN_KIND_PERSON, "2", "{'name':'忘れられる人','role':'担当'}");
  g_assert_true (is_somewhere (place, name));
  forget (file, "2", first);

  assert_verifies (file);
  g_assert_false (is_somewhere (place, name)); /* while it is still open */
  close_file (file);
  g_assert_false (is_somewhere (place, name));
  assert_sound (place);
}

static void
test_a_row_is_stated_anew_once (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (GPtrArray) events = NULL;
  const SgnEvent *event = NULL;
  gint64 first = 0;
  guint about = 0;

  fill_file (file);
  first = count_events (file) + 1;
  put_row (file, SGN_ACT_COMPANY, SGN_KIND_PERSON, "2", "{'name':'忘れられる人'}");
  put_row (file, SGN_ACT_COMPANY, SGN_KIND_PERSON, "2", "{'name':'忘れられた人'}");
  forget (file, "2", first);

  events = sgn_company_file_get_history (file, NULL);
  for (guint i = 0; i < events->len; i++) {
    event = events->pdata[i];
    if (g_str_equal (event->kind, SGN_KIND_PERSON) && g_str_equal (event->id, "2"))
      about += event->erased ? 0 : 1;
  }
  g_assert_cmpuint (about, ==, 1);
  event = events->pdata[first - 1];
  g_assert_true (event->erased);
  g_assert_null (event->after);
  close_file (file);
}

static void
test_nothing_behind_an_erasure_is_undone (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  fill_file (file);
  put_row (file, SGN_ACT_COMPANY, SGN_KIND_PERSON, "2", "{'name':'忘れられる人'}");
  forget (file, "2", count_events (file));
  g_assert_false (sgn_company_file_undo (file, NULL, &error));
  assert_said (error, SGN_ERROR_CHECK);
  set_note (file, "SD-01", "あとから");
  g_assert_true (sgn_company_file_undo (file, NULL, NULL));
  g_assert_false (sgn_company_file_undo (file, NULL, &again));
  assert_said (again, SGN_ERROR_CHECK);
  close_file (file);
}

static void
test_an_event_that_is_not_there_is_said_so (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (GError) error = NULL;

  fill_file (file);
  g_assert_true (sgn_company_file_begin (file, SGN_ACT_ERASE, NULL, NULL));
  g_assert_false (sgn_company_file_erase (file, 999, &error));
  assert_said (error, SGN_ERROR_USAGE);
  sgn_company_file_rollback (file);
  assert_verifies (file);
  close_file (file);
}

static void
test_an_unlogged_erasure_is_found (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = NULL;
  g_autoptr (SgnVerification) verification = NULL;

  make_full_file (place);
  run_sql (place->path, "UPDATE event SET salt = NULL, payload = NULL WHERE seq = 6");
  file = open_file (place, SGN_OPEN_READ);
  verification = sgn_company_file_verify (file, NULL);
  g_assert_true (has_finding (verification, "payload", "event.6"));
  close_file (file);
}

static char *
attach (SgnCompanyFile *file, const char *id, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *row = NULL;
  g_autoptr (json_t) json = NULL;
  char *sha256 = NULL;

  g_assert_true (sgn_company_file_begin (file, SGN_ACT_EVIDENCE, NULL, NULL));
  g_assert_true (sgn_company_file_put_blob (file, bytes, &sha256, NULL));
  row = g_strdup_printf ("{'sha256':'%s','size':%zu,'title':'t','file_name':'f','media_type':'t/p',"
                         "'added_at':'2026-11-20T16:42:00+09:00','retired':%d}",
                         sha256, strlen (text), *text == '\0');
  json = row_new (row);
  g_assert_true (sgn_company_file_put (file, SGN_KIND_EVIDENCE, id, json, NULL));
  g_assert_true (sgn_company_file_commit (file, NULL));
  return sha256;
}

static void
erase_blob (SgnCompanyFile *file, const char *sha256)
{
  g_assert_true (sgn_company_file_begin (file, SGN_ACT_ERASE, NULL, NULL));
  g_assert_true (sgn_company_file_erase_blob (file, sha256, NULL));
  g_assert_true (sgn_company_file_commit (file, NULL));
  g_assert_true (sgn_company_file_erase_traces (file, NULL));
}

static void
test_erased_bytes_are_nowhere_and_allowed_to_be (Place *place, gconstpointer data)
{
  static const char secret[] = "見せてはいけない画面の写し";
  SgnCompanyFile *file = create_file (place);
  g_autofree char *sha256 = NULL;
  g_autofree char *empty = NULL;
  g_autoptr (GError) error = NULL;

  fill_file (file);
  sha256 = attach (file, "7", secret);
  empty = attach (file, "7", "");
  erase_blob (file, sha256);
  erase_blob (file, sha256); /* not there any more: no act */
  assert_verifies (file);
  g_assert_false (is_somewhere (place, secret));
  g_assert_false (sgn_company_file_undo (file, NULL, &error));
  assert_said (error, SGN_ERROR_CHECK);
  close_file (file);
  g_assert_false (is_somewhere (place, secret));
  assert_sound (place);
}

/* A log entry is no licence for ever: the same file, attached again, must be there. */
static void
test_bytes_attached_again_must_stay (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autofree char *sha256 = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *again = NULL;
  g_autofree char *other = NULL;
  g_autofree char *field = NULL;
  g_autoptr (SgnVerification) verification = NULL;

  fill_file (file);
  sha256 = attach (file, "7", "写し");
  empty = attach (file, "7", "");
  erase_blob (file, sha256);
  again = attach (file, "7", "写し");
  other = attach (file, "7", "別");
  assert_verifies (file);
  close_file (file);

  run_sql (place->path, "DELETE FROM blob WHERE size = 6");
  file = open_file (place, SGN_OPEN_READ);
  verification = sgn_company_file_verify (file, NULL);
  field = g_strconcat ("blob.", sha256, NULL);
  g_assert_true (has_finding (verification, "blob", field));
  close_file (file);
}

static void
test_bytes_still_in_use_are_not_erased (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;

  fill_file (file);
  sha256 = attach (file, "7", "使っている");
  g_assert_true (sgn_company_file_begin (file, SGN_ACT_ERASE, NULL, NULL));
  g_assert_false (sgn_company_file_erase_blob (file, sha256, &error));
  assert_said (error, SGN_ERROR_INVALID);
  assert_verifies (file);
  close_file (file);
}

static void
test_traces_stay_while_somebody_reads (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  sqlite3 *reader = NULL;
  g_autoptr (GError) error = NULL;

  fill_file (file);
  g_assert_cmpint (sqlite3_open_v2 (place->path, &reader, SQLITE_OPEN_READONLY, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (reader, "BEGIN; SELECT count(*) FROM event", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  set_note (file, "SD-01", "読まれている間に");
  g_assert_false (sgn_company_file_erase_traces (file, &error));
  assert_said (error, SGN_ERROR_UNWRITABLE);
  sqlite3_close (reader);
  g_assert_true (sgn_company_file_erase_traces (file, NULL));
  close_file (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/erase/an-erased-name-is-nowhere", test_an_erased_name_is_nowhere);
  ADD ("/erase/a-row-is-stated-anew-once", test_a_row_is_stated_anew_once);
  ADD ("/erase/nothing-behind-an-erasure-is-undone", test_nothing_behind_an_erasure_is_undone);
  ADD ("/erase/an-event-that-is-not-there-is-said-so", test_an_event_that_is_not_there_is_said_so);
  ADD ("/erase/an-unlogged-erasure-is-found", test_an_unlogged_erasure_is_found);
  ADD ("/erase/erased-bytes-are-nowhere-and-allowed-to-be",
       test_erased_bytes_are_nowhere_and_allowed_to_be);
  ADD ("/erase/bytes-attached-again-must-stay", test_bytes_attached_again_must_stay);
  ADD ("/erase/bytes-still-in-use-are-not-erased", test_bytes_still_in_use_are_not_erased);
  ADD ("/erase/traces-stay-while-somebody-reads", test_traces_stay_while_somebody_reads);

  return g_test_run ();
}
