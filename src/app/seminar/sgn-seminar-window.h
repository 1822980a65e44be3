/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-room.h"
#include "sgn-seminar-copy.h"

G_BEGIN_DECLS

#define SGN_TYPE_SEMINAR_WINDOW (sgn_seminar_window_get_type ())
G_DECLARE_FINAL_TYPE (SgnSeminarWindow,
                      sgn_seminar_window,
                      SGN,
                      SEMINAR_WINDOW,
                      AdwApplicationWindow)

/* What a trainer shows on the wall: one question a page, the hands of the room, a clock. No file of
 * anybody is opened; see SgnSeminarCopy. */
SgnSeminarWindow *sgn_seminar_window_new (GtkApplication *application, /* (nullable) */
                                          SgnLibrary *library,
                                          SgnClock *clock);
SgnSeminarCopy *sgn_seminar_window_get_copy (SgnSeminarWindow *self);
const SgnRoom *sgn_seminar_window_get_room (SgnSeminarWindow *self);
/* From 0; the result of the room comes after the last question. */
guint sgn_seminar_window_get_position (SgnSeminarWindow *self);
void sgn_seminar_window_go_to (SgnSeminarWindow *self, guint position);
gboolean sgn_seminar_window_is_black (SgnSeminarWindow *self);

G_END_DECLS
