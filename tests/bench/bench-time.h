/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Nanoseconds from some moment on. */
gint64 bench_now (void);
/* Nanoseconds of the processor's time, which other programs do not disturb. */
gint64 bench_worked (void);
/* Sorts @times and prints a member of a JSON object: "NAME": {"p50": …, "p95": …, "p99": …, "max":
 * …}. */
void bench_print (const char *name, gint64 *times, guint n_times, gboolean last);

G_END_DECLS
