/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-digest.h"
#include "sgn-finding.h"
#include "sgn-salvage.h"

#include <string.h>
#include <unistd.h>

static SgnSalvage *
salvage (Place *place)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = digest_file (place->path);
  g_autofree char *after = NULL;
  SgnSalvage *self = sgn_salvage_new (place->path, &error);

  g_assert_no_error (error);
  after = digest_file (place->path);
  g_assert_cmpstr (before, ==, after);
  return self;
}

static const json_t *
find_row (SgnSalvage *self, const char *kind, const char *id)
{
  const json_t *found = NULL;
  size_t i = 0;

  json_array_foreach (json_object_get (sgn_salvage_get_rows (self), kind), i, found)
  {
    if (g_strcmp0 (sgn_json_string (found, "id"), id) == 0)
      return found;
  }
  return NULL;
}

static gboolean
has_loss (SgnSalvage *self, const char *code, const char *field)
{
  GPtrArray *losses = sgn_salvage_get_losses (self);

  for (guint i = 0; i < losses->len; i++) {
    const SgnFinding *loss = g_ptr_array_index (losses, i);

    if (g_str_equal (loss->code, code) && g_str_equal (loss->field, field))
      return TRUE;
  }
  return FALSE;
}

/* Overwrites the page that table @name begins with. */
static void
break_table (Place *place, const char *name)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = '%s'",
                     name);
  gint64 page = ask_int (place->path, sql);
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (place->path, &bytes, &size, NULL));
  memset (bytes + (page - 1) * 4096, 0xa5, 100);
  g_assert_true (g_file_set_contents (place->path, bytes, (gssize) size, NULL));
}

static void
test_a_good_file_is_read_whole (Place *place, gconstpointer data)
{
  g_autoptr (SgnSalvage) self = NULL;
  const json_t *answer = NULL;
  gint64 events = 0;

  make_full_file (place);
  events = ask_int (place->path, "SELECT count(*) FROM event");
  self = salvage (place);
  g_assert_cmpuint (sgn_salvage_get_losses (self)->len, ==, 0);
  g_assert_cmpint ((gint64) json_array_size (sgn_salvage_get_events (self)), ==, events);
  answer = find_row (self, "answer", "1/SD-01");
  g_assert_cmpstr (sgn_json_string (answer, "from"), ==, "entries");
  g_assert_cmpstr (sgn_json_string (json_object_get (answer, "row"), "note"), ==, "自動更新にした");
  g_assert_nonnull (find_row (self, "company", "1"));
}

static void
test_lost_rows_come_from_the_history (Place *place, gconstpointer data)
{
  g_autoptr (SgnSalvage) self = NULL;
  const json_t *answer = NULL;

  make_full_file (place);
  break_table (place, "answer");
  self = salvage (place);
  answer = find_row (self, "answer", "1/SD-01");
  g_assert_cmpstr (sgn_json_string (answer, "from"), ==, "history");
  g_assert_cmpstr (sgn_json_string (json_object_get (answer, "row"), "note"), ==, "自動更新にした");
  g_assert_true (has_loss (self, "table", "answer"));
  g_assert_true (has_loss (self, "entry", "1/SD-01"));
  g_assert_cmpstr (sgn_json_string (find_row (self, "person", "1"), "from"), ==, "entries");
}

/* One page of a long table does not hide what comes after it. */
static void
test_reading_goes_on_after_a_bad_page (Place *place, gconstpointer data)
{
  g_autoptr (SgnSalvage) self = NULL;
  SgnCompanyFile *file = create_file (place);
  const json_t *events = NULL;
  g_autofree char *bytes = NULL;
  gsize size = 0;
  gint64 page = 0;
  gint64 count = 0;

  fill_file (file);
  for (guint i = 0; i < 100; i++)
    set_note (file, "SD-01", i % 2 ? "奇数" : "偶数");
  close_file (file);
  count = ask_int (place->path, "SELECT count(*) FROM event");
  page = ask_int (place->path, "SELECT pageno FROM dbstat WHERE name = 'event' AND pagetype = "
                               "'leaf' ORDER BY path LIMIT 1 OFFSET 5");
  g_assert_true (g_file_get_contents (place->path, &bytes, &size, NULL));
  memset (bytes + (page - 1) * 4096, 0xa5, 100);
  g_assert_true (g_file_set_contents (place->path, bytes, (gssize) size, NULL));

  self = salvage (place);
  events = sgn_salvage_get_events (self);
  g_assert_cmpint ((gint64) json_array_size (events), <, count);
  g_assert_cmpint ((gint64) json_array_size (events), >, count - 20);
  g_assert_cmpint (sgn_json_integer (json_array_get (events, json_array_size (events) - 1), "seq",
                                     0),
                   ==, count);
  g_assert_true (has_loss (self, "table", "event"));
  g_assert_cmpuint (sgn_salvage_get_losses (self)->len, ==, 2); /* and the numbers missing */
}

static void
test_a_view_in_a_tables_place_is_not_run (Place *place, gconstpointer data)
{
  g_autoptr (SgnSalvage) self = NULL;

  make_full_file (place);
  run_sql (place->path, "PRAGMA foreign_keys = OFF; DROP TABLE place; CREATE VIEW place AS "
                        "SELECT 7 AS id, 'planted' AS place");
  self = salvage (place);
  g_assert_null (find_row (self, "place", "7"));
  g_assert_cmpstr (sgn_json_string (find_row (self, "place", "1"), "from"), ==, "history");
}

static void
test_a_changed_event_is_named (Place *place, gconstpointer data)
{
  g_autoptr (SgnSalvage) self = NULL;

  make_full_file (place);
  run_sql_without_triggers (place->path, "UPDATE event SET payload = '{}' WHERE seq = 3");
  self = salvage (place);
  g_assert_true (has_loss (self, "event", "3"));
}

/* The last act is in the log alone, and the file is found by a link that has no log beside it. */
static void
test_through_a_link_the_log_is_read (Place *place, gconstpointer data)
{
  g_autoptr (SgnSalvage) self = NULL;
  g_autofree char *link = place_get (place, "link.sengen");
  const json_t *answer = NULL;

  make_unclosed_file (place, "ログ");
  g_assert_cmpint (symlink (place->path, link), ==, 0);
  self = sgn_salvage_new (link, NULL);
  answer = find_row (self, "answer", "1/SD-01");
  g_assert_cmpstr (sgn_json_string (json_object_get (answer, "row"), "note"), ==, "ログ");
  g_assert_cmpuint (sgn_salvage_get_losses (self)->len, ==, 0);
}

/* Counts whole and damaged files. */
static gboolean
count_file (const char *sha256, GBytes *bytes, gboolean whole, gpointer user_data, GError **error)
{
  g_autofree char *digest = sgn_digest_of_bytes (bytes);
  guint *counts = user_data;

  g_assert_cmpint (g_str_equal (digest, sha256), ==, whole);
  counts[whole]++;
  return TRUE;
}

static void
test_attached_files_are_checked (Place *place, gconstpointer data)
{
  guint counts[2] = { 0, 0 };
  g_autoptr (SgnSalvage) self = NULL;
  g_autoptr (SgnSalvage) damaged = NULL;

  make_full_file (place);
  self = salvage (place);
  g_assert_true (sgn_salvage_foreach_file (self, count_file, counts, NULL));
  g_assert_cmpuint (counts[TRUE], ==, 1);
  run_sql (place->path, "UPDATE blob SET data = zeroblob (size)");
  damaged = salvage (place);
  g_assert_true (sgn_salvage_foreach_file (damaged, count_file, counts, NULL));
  g_assert_cmpuint (counts[FALSE], ==, 1);
}

static void
test_nothing_to_read_is_said (Place *place, gconstpointer data)
{
  static const char *const contents[] = { "", "text", "SQLite format 3" };

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_true (g_file_set_contents (place->path, contents[i], -1, NULL));
    g_assert_null (sgn_salvage_new (place->path, &error));
    assert_said (error, SGN_ERROR_UNREADABLE);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/salvage/a-good-file-is-read-whole", test_a_good_file_is_read_whole);
  ADD ("/salvage/lost-rows-come-from-the-history", test_lost_rows_come_from_the_history);
  ADD ("/salvage/reading-goes-on-after-a-bad-page", test_reading_goes_on_after_a_bad_page);
  ADD ("/salvage/a-view-in-a-tables-place-is-not-run", test_a_view_in_a_tables_place_is_not_run);
  ADD ("/salvage/a-changed-event-is-named", test_a_changed_event_is_named);
  ADD ("/salvage/through-a-link-the-log-is-read", test_through_a_link_the_log_is_read);
  ADD ("/salvage/attached-files-are-checked", test_attached_files_are_checked);
  ADD ("/salvage/nothing-to-read-is-said", test_nothing_to_read_is_said);

  return g_test_run ();
}
