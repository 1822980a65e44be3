/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-catalogue.h"
#include "sgn-room.h"

G_BEGIN_DECLS

#define SGN_TYPE_SHARE_BAR (sgn_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (SgnShareBar, sgn_share_bar, SGN, SHARE_BAR, GtkWidget)

/* The room as one bar: what part of the hands each answer has, with its mark where there is room.
 * Its height comes from the style sheet. The counts stand in its description. */
GtkWidget *sgn_share_bar_new (void);
void sgn_share_bar_set (SgnShareBar *self, const guint *hands); /* SGN_N_HANDS of them */

/* The mark that stands for an answer of the room. */
SgnMark sgn_hands_get_mark (SgnHands answer);
/* Its word on the wall: “Done”, “Partly”, … */
const char *sgn_hands_get_word (SgnHands answer);

G_END_DECLS
