/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-task-board.h"

G_BEGIN_DECLS

#define SGN_TYPE_TASK_PEOPLE (sgn_task_people_get_type ())
G_DECLARE_FINAL_TYPE (SgnTaskPeople, sgn_task_people, SGN, TASK_PEOPLE, GtkBox)

/* Who has how much to do: a tile for each is overview and filter in one; a drop-down where there is
 * no room for tiles. Signal: chosen. */
void sgn_task_people_show (SgnTaskPeople *self, const SgnTaskBoard *board);
void sgn_task_people_set_narrow (SgnTaskPeople *self, gboolean narrow);
gint64 sgn_task_people_get_owner (SgnTaskPeople *self); /* or SGN_BOARD_ANYBODY */
void sgn_task_people_set_owner (SgnTaskPeople *self, gint64 owner);

G_END_DECLS
