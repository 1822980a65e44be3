/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-catalogue.h"
#include "sgn-room.h"

G_BEGIN_DECLS

#define SGN_TYPE_SEMINAR_RESULT (sgn_seminar_result_get_type ())
G_DECLARE_FINAL_TYPE (SgnSeminarResult, sgn_seminar_result, SGN, SEMINAR_RESULT, GtkBox)

/* The last page: all hands together, and the questions where the room is weakest. */
void sgn_seminar_result_show (SgnSeminarResult *self,
                              const SgnCatalogue *catalogue,
                              const SgnRoom *room);
void sgn_seminar_result_set_scale (SgnSeminarResult *self, double scale);

G_END_DECLS
