/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-backup-rotation-private.h"

#include <string.h>

/* strlen ("YYYY-MM") */
#define MONTH_LENGTH 7

static gboolean
is_last_of_its_month (const SgnRotationItem *items, gsize n, gsize index)
{
  for (gsize i = index + 1; i < n; i++) {
    if (strncmp (items[i].date, items[index].date, MONTH_LENGTH) == 0)
      return FALSE;
  }
  return TRUE;
}

static void
keep_within (SgnRotationItem *items, gsize n, gint64 budget)
{
  gint64 used = 0;
  gsize kept = 0;

  for (gsize i = 0; i < n; i++) {
    used += items[i].drop ? 0 : items[i].size;
    kept += items[i].drop ? 0 : 1;
  }
  for (gsize i = 0; i < n && used > budget && kept > SGN_ROTATION_LEAST; i++) {
    if (items[i].drop)
      continue;
    items[i].drop = TRUE;
    used -= items[i].size;
    kept--;
  }
}

void
sgn_rotation_apply (SgnRotationItem *items, gsize n, gint64 budget)
{
  for (gsize i = 0; i < n; i++)
    items[i].drop = i + SGN_ROTATION_NEWEST < n && !is_last_of_its_month (items, n, i);
  keep_within (items, n, budget);
}
