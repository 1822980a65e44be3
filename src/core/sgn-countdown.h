/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SGN_COUNTDOWN_LENGTH 120 /* seconds at first */
#define SGN_COUNTDOWN_STEP 30
#define SGN_COUNTDOWN_LEAST 30
#define SGN_COUNTDOWN_MOST 600

/**
 * SgnCountdown:
 * @length: seconds that a question is given
 * @spent: microseconds that have passed while it ran before
 * @started: when it was started last, or 0 while it stands still
 *
 * The clock of a question. All times are microseconds of a clock that never jumps, given by the
 * caller.
 */
typedef struct {
  int length;
  gint64 spent;
  gint64 started;
} SgnCountdown;

void sgn_countdown_init (SgnCountdown *self);
gboolean sgn_countdown_is_running (const SgnCountdown *self);
/* Starts it, stops it, or, when its time is over, starts it anew. */
void sgn_countdown_toggle (SgnCountdown *self, gint64 now);
/* Full again, and standing still. */
void sgn_countdown_reset (SgnCountdown *self);
/* @steps more or fewer of SGN_COUNTDOWN_STEP, within what a question may be given. */
void sgn_countdown_change (SgnCountdown *self, int steps);
/* Seconds left, rounded up: 0 only when the time is over. */
int sgn_countdown_get_left (const SgnCountdown *self, gint64 now);
/* (transfer full): “1:40” */
char *sgn_countdown_format (int seconds);

G_END_DECLS
