/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-time.h"

#include <stdlib.h>
#include <time.h>

static int
compare (gconstpointer a, gconstpointer b)
{
  const gint64 x = *(const gint64 *) a;
  const gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static gint64
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return (gint64) time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

gint64
bench_now (void)
{
  return read_clock (CLOCK_MONOTONIC);
}

gint64
bench_worked (void)
{
  return read_clock (CLOCK_PROCESS_CPUTIME_ID);
}

void
bench_print (const char *name, gint64 *times, guint n_times, gboolean last)
{
  qsort (times, n_times, sizeof *times, compare);
  g_print ("\"%s\": {\"p50\": %" G_GINT64_FORMAT ", \"p95\": %" G_GINT64_FORMAT
           ", \"p99\": %" G_GINT64_FORMAT ", \"max\": %" G_GINT64_FORMAT "}%s",
           name, times[n_times / 2], times[n_times * 95 / 100], times[n_times * 99 / 100],
           times[n_times - 1], last ? "" : ", ");
}
