/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as printed: with a real minus sign; owned by the caller. */
char *sgn_number_format (gint64 number);
/* +6, −3, ±0 */
char *sgn_number_format_change (gint64 change);
/* The same of tenths: +0.6, −0.3, ±0 */
char *sgn_number_format_tenths (gint64 change);

G_END_DECLS
