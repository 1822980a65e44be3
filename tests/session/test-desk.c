/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include <sqlite3.h>

#include "sgn-error.h"

/* Behind the session's back, while it has the file open. */
static void
run_sql (Fixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* From now on every answer that is written cannot be read back. */
static void
spoil (Fixture *fixture)
{
  run_sql (fixture, "CREATE TRIGGER spoil AFTER UPDATE OF value ON answer BEGIN"
                    "  UPDATE answer SET note = 'a' || char (0) || 'b' WHERE item = NEW.item;"
                    "END;");
}

static void
mend (Fixture *fixture)
{
  run_sql (fixture, "DROP TRIGGER spoil; UPDATE answer SET note = NULL;");
}

static const char *
get_value (Fixture *fixture)
{
  const SgnRecord *record = sgn_session_get_record (fixture->session);

  return sgn_assessment_find_answer (sgn_record_find_assessment (record, 1), "SD-01")->value;
}

static void
answer (Fixture *fixture)
{
  const SgnAnswerChange change = { .item = "SD-01", .value = "partial" };

  sgn_session_answer_async (fixture->session, &change, fixture_done_cb, fixture);
}

static void
undo (Fixture *fixture)
{
  sgn_session_undo_async (fixture->session, fixture_done_cb, fixture);
}

static void
redo (Fixture *fixture)
{
  sgn_session_redo_async (fixture->session, fixture_done_cb, fixture);
}

/* Each of them commits by a way of its own. */
static const struct {
  const char *before; /* what is answered first, then undone when @undone */
  gboolean undone;
  void (*start) (Fixture *fixture);
  const char *after;
} acts[] = {
  { "unknown", FALSE, answer, "partial" },
  { "unknown", FALSE, undo, "done" },
  { "unknown", TRUE, redo, "unknown" },
};

static void
test_what_was_not_read_back_is_read_before_the_next_act (Fixture *fixture, gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_answer (fixture, "SD-01", acts[i].before, NULL);
  if (acts[i].undone) {
    undo (fixture);
    fixture_expect (fixture);
  }
  spoil (fixture);
  acts[i].start (fixture);
  fixture_expect_error (fixture, SGN_ERROR_DAMAGED);
  sgn_session_search_async (fixture->session, "x", fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_DAMAGED);

  mend (fixture);
  sgn_session_search_async (fixture->session, "x", fixture_done_cb, fixture);
  fixture_expect (fixture);
  g_assert_cmpstr (get_value (fixture), ==, acts[i].after);
}

#define ADD(name, i, func) \
  g_test_add ("/desk/" name, Fixture, GSIZE_TO_POINTER (i), fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("an-act-that-was-not-read-back-is-read-before-the-next", 0,
       test_what_was_not_read_back_is_read_before_the_next_act);
  ADD ("an-undo-that-was-not-read-back-is-read-before-the-next", 1,
       test_what_was_not_read_back_is_read_before_the_next_act);
  ADD ("a-redo-that-was-not-read-back-is-read-before-the-next", 2,
       test_what_was_not_read_back_is_read_before_the_next_act);

  return g_test_run ();
}
