/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-contents.h"
#include "sgn-lease-private.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void
assert_busy (Place *place)
{
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file = NULL;

  g_assert_null (sgn_company_file_open (place->path, SGN_OPEN_WRITE, place->clock, &error));
  assert_said (error, SGN_ERROR_BUSY);

  file = open_file (place, SGN_OPEN_WRITE_OR_READ);
  g_assert_true (sgn_company_file_is_read_only (file));
  g_assert_cmpstr (sgn_company_file_get_notice (file), ==, error->message);
  close_file (file);
}

static void
test_the_second_to_open_only_reads (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  SgnCompanyFile *second = NULL;

  fill_file (file);
  assert_busy (place);
  set_note (file, "SD-01", "まだ書ける");
  close_file (file);

  second = open_file (place, SGN_OPEN_WRITE);
  g_assert_false (sgn_company_file_is_read_only (second));
  close_file (second);
}

static void
write_a_note (Place *place, SgnCompanyFile *file)
{
  set_note (file, "SD-01", "別の窓");
}

/* Whoever closes a second handle of a file loses the locks of the first. */
static void
read_the_contents (Place *place, SgnCompanyFile *file)
{
  g_autoptr (SgnContents) contents = sgn_contents_read (place->path, NULL);

  g_assert_nonnull (contents);
}

static void
look_at_the_beginning (Place *place, SgnCompanyFile *file)
{
  g_assert_true (sgn_company_file_is_database (place->path));
}

typedef struct {
  const char *name;
  void (*act) (Place *place, SgnCompanyFile *file);
} Holder;

static const Holder holders[] = {
  { "/lease/who-wrote-keeps-it", write_a_note },
  { "/lease/who-read-the-contents-keeps-it", read_the_contents },
  { "/lease/who-looked-at-the-beginning-keeps-it", look_at_the_beginning },
};

static void
test_another_living_process_keeps_it (Place *place, gconstpointer data)
{
  const Holder *holder = data;
  int ready[2];
  int done[2];
  char byte = 0;
  pid_t child = 0;

  make_full_file (place);
  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (done), ==, 0);
  child = fork ();
  if (child == 0) {
    SgnCompanyFile *file = open_file (place, SGN_OPEN_WRITE);

    holder->act (place, file);
    g_assert_cmpint (write (ready[1], "x", 1), ==, 1);
    close (done[1]);
    _exit (read (done[0], &byte, 1) < 0); /* until the parent is done */
  }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  assert_busy (place);
  close (done[1]);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);

  /* It died without giving the lease back. */
  g_assert_cmpint (ask_int (place->path, "SELECT count(*) FROM lease"), ==, 1);
  close_file (open_file (place, SGN_OPEN_WRITE));
  assert_sound (place);
}

/* A lease that another computer left in a file binds until a user takes it over. */
static const struct {
  const char *name;
  const char *refreshed_at;
} leases[] = {
  { "just now", "2026-11-20T16:00:00+09:00" },
  { "with a clock ahead", "2027-11-19T17:42:00+09:00" },
  { "a year ago, its window may stand open", "2025-11-19T15:42:00+09:00" },
  { "no time at all", "" },
};

static void
leave_lease (Place *place, const char *refreshed_at)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT OR REPLACE INTO lease VALUES (1, 'h', 'elsewhere', 'b', 'n', 1, 1, '%s')",
    refreshed_at);

  run_sql (place->path, sql);
}

static void
test_leases_of_other_computers (Place *place, gconstpointer data)
{
  make_full_file (place);

  for (gsize i = 0; i < G_N_ELEMENTS (leases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    SgnCompanyFile *file = NULL;

    leave_lease (place, leases[i].refreshed_at);
    before = digest_file (place->path);
    g_assert_null (sgn_company_file_open (place->path, SGN_OPEN_WRITE, place->clock, &error));
    assert_said (error, SGN_ERROR_BUSY);
    g_assert_nonnull (strstr (error->message, "another computer"));
    g_assert_null (strstr (error->message, g_get_host_name ()));
    after = digest_file (place->path);
    g_assert_cmpstr (before, ==, after);

    file = open_file (place, SGN_OPEN_WRITE_OR_READ);
    g_assert_true (sgn_company_file_is_read_only (file));
    g_assert_true (sgn_company_file_is_held_elsewhere (file));
    close_file (file);

    file = open_file (place, SGN_OPEN_TAKE_OVER);
    g_assert_false (sgn_company_file_is_held_elsewhere (file));
    g_assert_false (sgn_company_file_is_read_only (file));
    set_note (file, "SD-01", leases[i].name);
    close_file (file);
    g_assert_cmpint (ask_int (place->path, "SELECT count(*) FROM lease"), ==, 0);
  }
  assert_sound (place);
}

static void
test_a_window_is_not_taken_over (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  SgnCompanyFile *second = NULL;
  g_autoptr (GError) error = NULL;

  fill_file (file);
  g_assert_null (sgn_company_file_open (place->path, SGN_OPEN_TAKE_OVER, place->clock, &error));
  assert_said (error, SGN_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "another window"));
  g_assert_nonnull (strstr (error->message, "2026-11-20 16:42"));

  second = open_file (place, SGN_OPEN_WRITE_OR_READ);
  g_assert_true (sgn_company_file_is_read_only (second));
  g_assert_false (sgn_company_file_is_held_elsewhere (second));
  close_file (second);
  close_file (file);
}

/* On a remote file only what the lease says counts, not whether somebody has it open. */
typedef enum {
  SAME,
  OTHER,
} Likeness;

static const struct {
  const char *name;
  Likeness boot;
  Likeness space;
  gint64 pid; /* 0: ours */
  Likeness started;
  gboolean binds;
} remote_leases[] = {
  { "a living process", SAME, SAME, 0, SAME, TRUE },
  { "its number was given to another process", SAME, SAME, 0, OTHER, FALSE },
  { "a dead process", SAME, SAME, 999999999, SAME, FALSE },
  { "before the computer was started", OTHER, SAME, 0, SAME, FALSE },
  { "a process we cannot see", SAME, OTHER, 999999999, SAME, TRUE },
};

static void
test_leases_of_this_computer (Place *place, gconstpointer data)
{
  g_autoptr (SgnLease) self = sgn_lease_new ();

  make_full_file (place);
  for (gsize i = 0; i < G_N_ELEMENTS (remote_leases); i++) {
    g_autoptr (sqlite3) db = sgn_db_open (place->path, SGN_DB_WRITE, NULL);
    g_autoptr (GError) error = NULL;
    g_autofree char *sql = g_strdup_printf (
      "INSERT OR REPLACE INTO lease VALUES (1, 'h', '%s', '%s', '%s', %" G_GINT64_FORMAT
      ", %" G_GINT64_FORMAT ", '2026-11-20T16:42:00+09:00')",
      self->host, remote_leases[i].boot == SAME ? self->boot : "other",
      remote_leases[i].space == SAME ? self->space : "other",
      remote_leases[i].pid != 0 ? remote_leases[i].pid : self->pid,
      self->started + (remote_leases[i].started == SAME ? 0 : 1));
    gboolean taken = FALSE;

    run_sql (place->path, sql);
    taken = sgn_lease_take (self, db, TRUE, FALSE, "2026-11-20T16:42:00+09:00", &error);
    if (taken == remote_leases[i].binds)
      g_error ("%s: %s", remote_leases[i].name, taken ? "taken" : error->message);
  }
}

static void
test_a_copy_of_an_open_file_is_free (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  SgnCompanyFile *copy = NULL;
  g_autofree char *path = place_get (place, "copy.sengen");
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;

  fill_file (file);
  close_file (file);
  file = open_file (place, SGN_OPEN_WRITE); /* the lease is in the file itself now */
  g_assert_true (g_file_get_contents (place->path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));

  copy = sgn_company_file_open (path, SGN_OPEN_WRITE, place->clock, &error);
  g_assert_no_error (error);
  close_file (copy);
  close_file (file);
}

static void
test_who_lost_the_lease_writes_no_more (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (json_t) row = row_new ("{'name':'遅い'}");
  g_autoptr (json_t) found = NULL;
  g_autoptr (GError) error = NULL;

  fill_file (file);
  run_sql (place->path, "UPDATE lease SET holder = 'somebody else', host = 'elsewhere'");
  g_assert_true (sgn_company_file_begin (file, SGN_ACT_COMPANY, NULL, NULL));
  g_assert_true (sgn_company_file_put (file, SGN_KIND_PERSON, "2", row, NULL));
  g_assert_false (sgn_company_file_commit (file, &error));
  assert_said (error, SGN_ERROR_BUSY);
  found = sgn_company_file_get_row (file, SGN_KIND_PERSON, "2", NULL);
  g_assert_null (found);
  close_file (file);
  g_assert_cmpint (ask_int (place->path, "SELECT count(*) FROM lease"), ==, 1); /* theirs */
}

static void
test_each_act_refreshes_it (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autofree char *at = NULL;

  fill_file (file);
  sgn_clock_set_fixed (place->clock, "2026-11-25T10:00:00+09:00");
  set_note (file, "SD-01", "後日");
  at = ask_text (place->path, "SELECT refreshed_at FROM lease");
  g_assert_cmpstr (at, ==, "2026-11-25T10:00:00+09:00");
  close_file (file);
}

static void
test_computers_copied_from_one_disk_are_told_apart (void)
{
  g_autofree char *one = sgn_lease_make_host ("0123456789abcdef\n", "pc-1");
  g_autofree char *other = sgn_lease_make_host ("0123456789abcdef\n", "pc-2");
  g_autofree char *again = sgn_lease_make_host ("0123456789abcdef\n", "pc-1");

  g_assert_cmpstr (one, !=, other);
  g_assert_cmpstr (one, ==, again);
  g_assert_null (strstr (one, "pc-1"));
}

static void
test_processes_are_told_apart (void)
{
  g_autoptr (SgnLease) self = sgn_lease_new ();
  pid_t child = 0;

  g_assert_true (sgn_lease_is_running (self->pid, self->started));
  g_assert_false (sgn_lease_is_running (self->pid, self->started + 1));
  g_assert_false (sgn_lease_is_running (0, 0));
  g_assert_false (sgn_lease_is_running (-1, 0));

  child = fork ();
  if (child == 0)
    _exit (0);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  g_assert_false (sgn_lease_is_running (child, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/lease/the-second-to-open-only-reads", test_the_second_to_open_only_reads);
  for (gsize i = 0; i < G_N_ELEMENTS (holders); i++)
    ADD_CASE (holders[i].name, &holders[i], test_another_living_process_keeps_it);
  ADD ("/lease/leases-of-other-computers", test_leases_of_other_computers);
  ADD ("/lease/a-window-is-not-taken-over", test_a_window_is_not_taken_over);
  ADD ("/lease/leases-of-this-computer", test_leases_of_this_computer);
  ADD ("/lease/a-copy-of-an-open-file-is-free", test_a_copy_of_an_open_file_is_free);
  ADD ("/lease/who-lost-the-lease-writes-no-more", test_who_lost_the_lease_writes_no_more);
  ADD ("/lease/each-act-refreshes-it", test_each_act_refreshes_it);
  g_test_add_func ("/lease/computers-copied-from-one-disk-are-told-apart",
                   test_computers_copied_from_one_disk_are_told_apart);
  g_test_add_func ("/lease/processes-are-told-apart", test_processes_are_told_apart);

  return g_test_run ();
}
