/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one does with a company file that is there already, on the store itself: opening it, reading
 * the record, searching. Prints one JSON object of nanoseconds of the processor's time. */

#include "bench-time.h"

#include "sgn-company-file.h"

#define ROUNDS 9
#define LIMIT 50

typedef struct {
  gint64 open[ROUNDS];
  gint64 load[ROUNDS];
  gint64 first_search[ROUNDS];
  gint64 search[ROUNDS];
} Times;

/* Words that many rows, one row and no row hold. */
static const char *const texts[] = { "確認", "ぱそこん7777", "𠮷野家", "ウイルス 第二" };

static gint64
time_searches (SgnCompanyFile *file, gsize n_texts)
{
  const gint64 start = bench_worked ();

  for (gsize i = 0; i < n_texts; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) found = sgn_company_file_search (file, texts[i], LIMIT, &error);

    g_assert_no_error (error);
  }
  return (bench_worked () - start) / (gint64) n_texts;
}

static void
time_round (const char *path, SgnClock *clock, Times *times, guint round)
{
  g_autoptr (GError) error = NULL;
  gint64 start = bench_worked ();
  SgnCompanyFile *file = sgn_company_file_open (path, SGN_OPEN_READ, clock, &error);
  g_autoptr (SgnRecord) record = NULL;

  g_assert_no_error (error);
  times->open[round] = bench_worked () - start;
  start = bench_worked ();
  record = sgn_company_file_load (file, &error);
  g_assert_no_error (error);
  times->load[round] = bench_worked () - start;
  times->first_search[round] = time_searches (file, 1);
  times->search[round] = time_searches (file, G_N_ELEMENTS (texts));
  sgn_company_file_close (file, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (SgnClock) clock = sgn_clock_new ();
  Times times;

  if (argc != 2) {
    g_printerr ("usage: bench-file FILE\n");
    return 2;
  }

  for (guint round = 0; round < ROUNDS; round++)
    time_round (argv[1], clock, &times, round);

  g_print ("{");
  bench_print ("open", times.open, ROUNDS, FALSE);
  bench_print ("load", times.load, ROUNDS, FALSE);
  bench_print ("first-search", times.first_search, ROUNDS, FALSE);
  bench_print ("search", times.search, ROUNDS, TRUE);
  g_print ("}\n");

  return 0;
}
