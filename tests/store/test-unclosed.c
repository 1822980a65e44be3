/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-schema-private.h"
#include "sgn-unclosed-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  char *bytes;
  gsize size;
} Copy;

static Copy
read_beside (Place *place, const char *suffix)
{
  g_autofree char *path = g_strconcat (place->path, suffix, NULL);
  Copy copy = { 0 };

  g_assert_true (g_file_get_contents (path, &copy.bytes, &copy.size, NULL));
  return copy;
}

/* Takes @copy. */
static void
write_beside (Place *place, const char *suffix, Copy copy)
{
  g_autofree char *path = g_strconcat (place->path, suffix, NULL);

  g_assert_true (g_file_set_contents (path, copy.bytes, (gssize) copy.size, NULL));
  g_free (copy.bytes);
}

/* The log as it was after one act more, and the file as it was before it. */
static Copy
make_log (Place *place, const char *note)
{
  SgnCompanyFile *file = open_file (place, SGN_OPEN_WRITE);
  Copy log;

  set_note (file, "SD-01", note);
  log = read_beside (place, "-wal");
  close_file (file);
  return log;
}

/* All of it; the file itself is gone. */
static Copy
make_log_of_another_company (Place *place)
{
  SgnCompanyFile *file = create_file (place);
  Copy log;

  fill_file (file);
  log = read_beside (place, "-wal");
  close_file (file);
  g_assert_cmpint (g_unlink (place->path), ==, 0);
  return log;
}

static gboolean
check (Place *place, GError **error)
{
  g_auto (GStrv) steps = sgn_schema_load_steps ();
  SgnHeader header = { 0 };

  return sgn_header_check (place->path, &header, error) &&
         sgn_unclosed_check (place->path, &header, (const char *const *) steps, error);
}

static void
assert_names (Place *place, const char *beside)
{
  g_autofree char *path = g_strconcat (place->path, beside, NULL);
  g_autofree char *before = digest_file (place->path);
  g_autofree char *before_beside = digest_file (path);
  g_autofree char *after = NULL;
  g_autofree char *after_beside = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (check (place, &error));
  assert_said (error, SGN_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, beside));
  after = digest_file (place->path);
  after_beside = digest_file (path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (before_beside, ==, after_beside);
}

static void
test_its_own_log_is_taken (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;

  make_unclosed_file (place, "ログ");

  g_assert_true (check (place, &error));
  g_assert_no_error (error);
  file = open_file (place, SGN_OPEN_WRITE);
  note = get_note (file, "SD-01");
  g_assert_cmpstr (note, ==, "ログ");
  assert_verifies (file);
  close_file (file);
}

/* The file went on after the log was written: joined they would be neither. */
static void
test_a_log_of_an_earlier_time_is_named (Place *place, gconstpointer data)
{
  Copy log;

  make_full_file (place);
  log = make_log (place, "先の回答");
  g_clear_pointer (&log.bytes, g_free);
  log = make_log (place, "次の回答");
  {
    SgnCompanyFile *file = open_file (place, SGN_OPEN_WRITE);

    for (guint i = 0; i < 40; i++)
      set_note (file, "SD-02", i % 2 ? "奇数" : "偶数");
    close_file (file);
  }
  write_beside (place, "-wal", log);
  assert_names (place, "-wal");
}

/* The log lies beside the file and has its name, not beside the link that leads there. */
static void
test_through_a_link_the_log_is_found (Place *place, gconstpointer data)
{
  static const SgnOpenMode modes[] = { SGN_OPEN_READ, SGN_OPEN_WRITE };
  g_autofree char *link = place_get (place, "link.sengen");

  make_unclosed_file (place, "ログ");
  g_assert_cmpint (symlink (place->path, link), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *note = NULL;
    SgnCompanyFile *file = sgn_company_file_open (link, modes[i], place->clock, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (sgn_company_file_get_path (file), ==, link);
    g_assert_null (sgn_company_file_get_notice (file)); /* nothing is missing */
    note = get_note (file, "SD-01");
    g_assert_cmpstr (note, ==, "ログ");
    close_file (file);
  }
}

static void
test_through_a_link_a_log_of_another_company_is_named (Place *place, gconstpointer data)
{
  g_autofree char *link = place_get (place, "link.sengen");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  Copy log = make_log_of_another_company (place);

  make_full_file (place);
  write_beside (place, "-wal", log);
  g_assert_cmpint (symlink (place->path, link), ==, 0);
  before = digest_file (place->path);
  g_assert_null (sgn_company_file_open (link, SGN_OPEN_WRITE, place->clock, &error));
  assert_said (error, SGN_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "ひなた.sengen-wal"));
  after = digest_file (place->path);
  g_assert_cmpstr (before, ==, after);
}

/* A whole other company in the log: nothing of it is damaged, but it is not this file's. */
static void
test_a_log_of_another_company_is_named (Place *place, gconstpointer data)
{
  Copy log = make_log_of_another_company (place);

  make_full_file (place);
  write_beside (place, "-wal", log);
  assert_names (place, "-wal");
}

/* Rows that only look like events are passed over: the newest true one decides whose log it is. */
static void
test_a_row_that_is_no_event_decides_nothing (Place *place, gconstpointer data)
{
  g_autofree char *joined = place_get (place, "joined.sengen");
  g_autofree char *other = place_get (place, "other.sengen");
  g_autoptr (sqlite3) its_own = NULL;
  g_autoptr (sqlite3) anothers = NULL;
  SgnCompanyFile *file = NULL;

  make_full_file (place);
  g_assert_cmpint (g_rename (place->path, other), ==, 0);
  make_full_file (place);
  file = open_file (place, SGN_OPEN_READ);
  g_assert_true (sgn_company_file_backup (file, joined, NULL));
  close_file (file);
  run_sql_without_triggers (place->path, "UPDATE event SET hash = payload_digest WHERE seq = "
                                         "(SELECT max (seq) FROM event)");

  its_own = sgn_db_open (joined, SGN_DB_READ, NULL);
  anothers = sgn_db_open (other, SGN_DB_READ, NULL);
  g_assert_true (sgn_unclosed_continues (place->path, its_own));
  g_assert_false (sgn_unclosed_continues (place->path, anothers));
}

static void
test_a_journal_that_is_none_is_named (Place *place, gconstpointer data)
{
  Copy journal = { g_malloc0 (8192), 8192 };
  static const guint8 magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };

  make_full_file (place);
  /* One page 2 full of zeros, to be written back into a file of 4096-byte pages. */
  memcpy (journal.bytes, magic, sizeof magic);
  journal.bytes[11] = 1;      /* records */
  journal.bytes[18] = 1;      /* pages of the file before: 256 */
  journal.bytes[22] = 2;      /* sector: 512 */
  journal.bytes[26] = 16;     /* page: 4096 */
  journal.bytes[512 + 3] = 2; /* number of the page */
  /* The checksum of zeros with the start value 0 is 0. */
  write_beside (place, "-journal", journal);
  assert_names (place, "-journal");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/unclosed/its-own-log-is-taken", test_its_own_log_is_taken);
  ADD ("/unclosed/a-log-of-an-earlier-time-is-named", test_a_log_of_an_earlier_time_is_named);
  ADD ("/unclosed/a-log-of-another-company-is-named", test_a_log_of_another_company_is_named);
  ADD ("/unclosed/through-a-link-the-log-is-found", test_through_a_link_the_log_is_found);
  ADD ("/unclosed/through-a-link-a-log-of-another-company-is-named",
       test_through_a_link_a_log_of_another_company_is_named);
  ADD ("/unclosed/a-row-that-is-no-event-decides-nothing",
       test_a_row_that_is_no_event_decides_nothing);
  ADD ("/unclosed/a-journal-that-is-none-is-named", test_a_journal_that_is_none_is_named);

  return g_test_run ();
}
