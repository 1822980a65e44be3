/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One answer on disk against the least a disk can do: 4 kB appended and fdatasync, in turns in one
 * run. Prints one JSON object: nanoseconds, p50 and p99 of both. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "sgn-company-file.h"

#define ROUNDS 1000
#define WARM_UP 50

static int
compare (gconstpointer a, gconstpointer b)
{
  const gint64 x = *(const gint64 *) a;
  const gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);

  return (gint64) time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

static void
put (SgnCompanyFile *file, const char *kind, const char *id, json_t *row)
{
  g_autoptr (json_t) owned = row;
  g_autoptr (GError) error = NULL;

  sgn_company_file_put (file, kind, id, owned, &error);
  g_assert_no_error (error);
}

static void
begin (SgnCompanyFile *file, const char *act)
{
  g_autoptr (GError) error = NULL;

  sgn_company_file_begin (file, act, "髙橋 美咲", &error);
  g_assert_no_error (error);
}

static void
commit (SgnCompanyFile *file)
{
  g_autoptr (GError) error = NULL;

  sgn_company_file_commit (file, &error);
  g_assert_no_error (error);
}

static SgnCompanyFile *
new_file (const char *path, SgnClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnProfile) profile = sgn_profile_new ("株式会社𠮷葛󠄀");
  SgnAssessment assessment = { .catalogue = (char *) "ipa-self-check", .edition = (char *) "4.0" };
  g_autofree char *opened = sgn_clock_now (clock);
  SgnCompanyFile *file = sgn_company_file_create (path, clock, &error);

  g_assert_no_error (error);
  assessment.opened_at = opened;
  begin (file, SGN_ACT_NEW);
  put (file, SGN_KIND_COMPANY, "1", sgn_profile_to_row (profile, FALSE));
  put (file, SGN_KIND_ASSESSMENT, "1", sgn_assessment_to_row (&assessment));
  commit (file);

  return file;
}

static gint64
time_answer (SgnCompanyFile *file, SgnClock *clock, guint round)
{
  g_autofree char *item = g_strdup_printf ("SD-%02u", round % 25 + 1);
  g_autofree char *id = g_strconcat ("1/", item, NULL);
  g_autofree char *note =
    g_strdup_printf ("全21台で自動更新。毎月第1月曜に確認している。%u", round);
  g_autofree char *at = sgn_clock_now (clock);
  const SgnAnswer answer = { 1, item, (char *) "done", note, .at = at };
  const gint64 start = now ();

  begin (file, SGN_ACT_ANSWER);
  put (file, SGN_KIND_ANSWER, id, sgn_answer_to_row (&answer));
  commit (file);

  return now () - start;
}

static gint64
time_append (int fd)
{
  static const char block[4096];
  const gint64 start = now ();

  g_assert_cmpint (write (fd, block, sizeof block), ==, sizeof block);
  g_assert_cmpint (fdatasync (fd), ==, 0);

  return now () - start;
}

static void
print (const char *name, gint64 *times, const char *end)
{
  qsort (times, ROUNDS, sizeof *times, compare);
  g_print ("\"%s\": {\"p50\": %" G_GINT64_FORMAT ", \"p99\": %" G_GINT64_FORMAT "}%s", name,
           times[ROUNDS / 2], times[ROUNDS * 99 / 100], end);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("sengen-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "company.sengen", NULL);
  g_autofree char *peer = g_build_filename (folder, "append", NULL);
  g_autoptr (SgnClock) clock = sgn_clock_new ();
  SgnCompanyFile *file = new_file (path, clock);
  const int fd = open (peer, O_CREAT | O_WRONLY | O_APPEND, 0600);
  gint64 answers[ROUNDS];
  gint64 appends[ROUNDS];

  g_assert_cmpint (fd, >=, 0);
  for (int i = -WARM_UP; i < ROUNDS; i++) {
    const gint64 answer = time_answer (file, clock, (guint) (i + WARM_UP));
    const gint64 append = time_append (fd);

    if (i >= 0) {
      answers[i] = answer;
      appends[i] = append;
    }
  }

  g_print ("{");
  print ("answer", answers, ", ");
  print ("append", appends, "}\n");

  close (fd);
  sgn_company_file_close (file, NULL);
  g_unlink (path);
  g_unlink (peer);
  g_rmdir (folder);

  return 0;
}
