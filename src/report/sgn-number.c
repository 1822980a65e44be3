/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-number.h"

char *
sgn_number_format (gint64 number)
{
  if (number < 0)
    return g_strdup_printf ("−%" G_GINT64_FORMAT, -number);
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

char *
sgn_number_format_change (gint64 change)
{
  if (change == 0)
    return g_strdup ("±0");
  if (change > 0)
    return g_strdup_printf ("+%" G_GINT64_FORMAT, change);
  return sgn_number_format (change);
}

char *
sgn_number_format_tenths (gint64 change)
{
  gint64 size = ABS (change);

  if (change == 0)
    return g_strdup ("±0");
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT, change > 0 ? "+" : "−",
                          size / 10, size % 10);
}
