/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-hit-item.h"

G_BEGIN_DECLS

#define SGN_TYPE_HIT_ROW (sgn_hit_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnHitRow, sgn_hit_row, SGN, HIT_ROW, GtkBox)

/* What was found and where it stands; over the first of a group its heading. */
void sgn_hit_row_show (SgnHitRow *self, SgnHitItem *item);
/* All of it as a screen reader says it. Owned by the caller. */
char *sgn_hit_row_dup_words (SgnHitRow *self);

G_END_DECLS
