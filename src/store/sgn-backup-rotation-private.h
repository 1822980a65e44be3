/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many of the newest copies are kept, and how many at least, however little room there is. */
#define SGN_ROTATION_NEWEST 10
#define SGN_ROTATION_LEAST 2

/**
 * SgnRotationItem:
 * @date: YYYY-MM-DD, what month it stands for
 * @size: in bytes
 * @drop: (out): whether it is to go
 *
 * One dated copy.
 */
typedef struct {
  const char *date;
  gint64 size;
  gboolean drop;
} SgnRotationItem;

/* The rule of dated copies, of @n copies in the order in which they were made: the newest ones and
 * the last of each month stay; where they take up more than @budget, the oldest go first. The order
 * is that of making, not of the dates: a clock that was wrong for a while removes nothing. */
void sgn_rotation_apply (SgnRotationItem *items, gsize n, gint64 budget);

G_END_DECLS
