/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session-backup.h"

G_BEGIN_DECLS

#define SGN_TYPE_COMPARE_BOX (sgn_compare_box_get_type ())
G_DECLARE_FINAL_TYPE (SgnCompareBox, sgn_compare_box, SGN, COMPARE_BOX, GtkBox)

/* The present file beside one of its backups: facts in two columns, what would be missing, and what
 * becomes of the present file. */

/* @kept_name (nullable): under which name the present file is kept; NULL: nothing is replaced.
 * @missing (nullable): one line for each of the entries that are missing */
void sgn_compare_box_show (SgnCompareBox *self,
                           const SgnBackupComparison *comparison,
                           const char *day,
                           const char *kept_name,
                           const char *missing);
/* What there is to say instead of a comparison. */
void sgn_compare_box_show_words (SgnCompareBox *self, const char *words);

G_END_DECLS
