/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SgnClock:
 *
 * The one clock of the program, handed down and never fetched. Atomically reference counted.
 */
typedef struct _SgnClock SgnClock;

SgnClock *sgn_clock_new (void);
SgnClock *sgn_clock_new_fixed (const char *iso_time);
SgnClock *sgn_clock_ref (SgnClock *self);
void sgn_clock_unref (SgnClock *self);
void sgn_clock_set_fixed (SgnClock *self, const char *iso_time);

/* 2026-11-20T16:42:00+09:00: local time with offset, whole seconds. */
char *sgn_clock_now (SgnClock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnClock, sgn_clock_unref)

G_END_DECLS
