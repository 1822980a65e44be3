/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-company-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define CYCLES 60

/* SENGEN_CYCLES: as many as one has time for */
static guint
count_cycles (void)
{
  const char *text = g_getenv ("SENGEN_CYCLES");

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : CYCLES;
}

typedef struct {
  char *folder;
  char *path;
  SgnClock *clock;
  gint64 acknowledged; /* the last number the child said */
  guint acts;          /* acknowledged in all cycles */
} Place;

static void
put (SgnCompanyFile *file, const char *kind, const char *id, json_t *row)
{
  g_autoptr (json_t) owned = row;
  g_autoptr (GError) error = NULL;

  sgn_company_file_put (file, kind, id, owned, &error);
  g_assert_no_error (error);
}

static void
set_up (Place *self, gconstpointer data)
{
  SgnCompanyFile *file = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("sengen-kill-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.sengen", NULL);
  self->clock = sgn_clock_new ();
  file = sgn_company_file_create (self->path, self->clock, &error);
  g_assert_no_error (error);
  g_assert_true (sgn_company_file_begin (file, SGN_ACT_NEW, NULL, NULL));
  put (file, SGN_KIND_COMPANY, "1", json_pack ("{s:s,s:i}", "name", "会社", "sample", 0));
  put (file, SGN_KIND_ASSESSMENT, "1",
       json_pack ("{s:s,s:s,s:s,s:s}", "catalogue", "c", "edition", "1", "state", "open",
                  "opened_at", "t"));
  g_assert_true (sgn_company_file_commit (file, NULL));
  g_assert_true (sgn_company_file_close (file, NULL));
}

static void
tear_down (Place *self, gconstpointer data)
{
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
  sgn_clock_unref (self->clock);
}

static pid_t
start_child (Place *place, FILE **lines)
{
  const char *program = g_getenv ("SENGEN_FAULT_CHILD");
  int ends[2];
  pid_t child = 0;

  g_assert_nonnull (program);
  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0) {
    dup2 (ends[1], STDOUT_FILENO);
    close (ends[0]);
    close (ends[1]);
    execl (program, program, place->path, (char *) NULL);
    _exit (127);
  }
  close (ends[1]);
  *lines = fdopen (ends[0], "r");
  return child;
}

/* Takes the lines that are there; FALSE at the end. */
static gboolean
read_line (Place *place, FILE *lines)
{
  char line[64];

  if (fgets (line, sizeof line, lines) == NULL)
    return FALSE;
  g_assert_cmpint (g_ascii_strtoll (line, NULL, 10), ==, place->acknowledged + 1);
  place->acknowledged++;
  place->acts++;
  return TRUE;
}

/* Half of the times at a random moment, half right after an acknowledgement. */
static void
run_and_kill (Place *place, guint cycle)
{
  FILE *lines = NULL;
  pid_t child = start_child (place, &lines);
  int status = 0;

  if (cycle % 2 == 0) {
    g_usleep ((gulong) g_test_rand_int_range (0, 40000));
  } else {
    for (int i = g_test_rand_int_range (1, 20); i > 0; i--)
      g_assert_true (read_line (place, lines));
  }
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  while (read_line (place, lines))
    ;
  fclose (lines);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status)); /* it did not give up by itself */
}

static gint64
read_number (SgnCompanyFile *file, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) row = sgn_company_file_get_row (file, SGN_KIND_ANSWER, id, &error);
  const char *note = sgn_json_string (row, "note");

  g_assert_no_error (error);
  return note != NULL ? g_ascii_strtoll (note, NULL, 10) : 0;
}

/* Whatever was acknowledged is there, with at most the one act more that could not be said; both
 * rows of it or none; and the history agrees with all of it. */
static void
check (Place *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnVerification) verification = NULL;
  SgnCompanyFile *file = sgn_company_file_open (place->path, SGN_OPEN_WRITE, place->clock, &error);
  gint64 left = 0;
  gint64 right = 0;

  g_assert_no_error (error);
  left = read_number (file, "1/LEFT");
  right = read_number (file, "1/RIGHT");
  g_assert_cmpint (left, ==, right);
  g_assert_cmpint (left, >=, place->acknowledged);
  g_assert_cmpint (left, <=, place->acknowledged + 1);
  place->acknowledged = left;

  verification = sgn_company_file_verify (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (verification->findings->len, ==, 0);
  g_assert_cmpint (verification->events, ==, 2 + 2 * left);
  g_assert_true (sgn_company_file_close (file, &error));
  g_assert_no_error (error);
}

static void
test_nothing_acknowledged_is_lost (Place *place, gconstpointer data)
{
  for (guint cycle = 0; cycle < count_cycles (); cycle++) {
    run_and_kill (place, cycle);
    check (place);
  }
  g_test_message ("%u kills, %u acts acknowledged, 0 lost, 0 half", count_cycles (), place->acts);
  g_assert_cmpuint (place->acts, >, count_cycles ());
}

/* The log left by the killed process is not tidied up in between. */
static void
test_nothing_is_lost_over_many_deaths (Place *place, gconstpointer data)
{
  for (guint cycle = 0; cycle < count_cycles () / 4; cycle++) {
    g_autoptr (GError) error = NULL;
    SgnCompanyFile *file = NULL;
    gint64 left = 0;

    run_and_kill (place, cycle);
    file = sgn_company_file_open (place->path, SGN_OPEN_READ, place->clock, &error);
    g_assert_no_error (error);
    left = read_number (file, "1/LEFT");
    g_assert_cmpint (left, >=, place->acknowledged);
    place->acknowledged = left;
    g_assert_true (sgn_company_file_close (file, NULL));
  }
  check (place);
  g_test_message ("%u kills, %u acts acknowledged, 0 lost, 0 half", count_cycles () / 4,
                  place->acts);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/kill/nothing-acknowledged-is-lost", Place, NULL, set_up,
              test_nothing_acknowledged_is_lost, tear_down);
  g_test_add ("/kill/nothing-is-lost-over-many-deaths", Place, NULL, set_up,
              test_nothing_is_lost_over_many_deaths, tear_down);

  return g_test_run ();
}
