/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SGN_TYPE_SEMINAR_STAGE (sgn_seminar_stage_get_type ())
G_DECLARE_FINAL_TYPE (SgnSeminarStage, sgn_seminar_stage, SGN, SEMINAR_STAGE, GtkWidget)

/* One widget whose letters fill the wall: everything in it is drawn for 1280 × 720 and grows and
 * shrinks with the window, whatever size the letters have elsewhere. Properties: child (construct),
 * scale (read-only). */

G_END_DECLS
