/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-results.h"

G_BEGIN_DECLS

#define SGN_TYPE_RESULT_PARTS (sgn_result_parts_get_type ())
G_DECLARE_FINAL_TYPE (SgnResultParts, sgn_result_parts, SGN, RESULT_PARTS, GtkBox)

/* The parts of a check as a radar, where it makes a figure, and as bars with their numbers. The
 * numbers before the bars are those of the radar. */
void sgn_result_parts_show (SgnResultParts *self, const SgnResults *results, gboolean narrow);

G_END_DECLS
