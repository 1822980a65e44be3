/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-timeline.h"

G_BEGIN_DECLS

#define SGN_TYPE_TIMELINE_ROW (sgn_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnTimelineRow, sgn_timeline_row, SGN, TIMELINE_ROW, GtkBox)

/* One line of the history: a day, or time, kind, what, who, and the marks before and after. */
GtkWidget *sgn_timeline_row_new (void);
/* @now: the time now. @undoable: the group that can be undone, or 0 */
void sgn_timeline_row_show (SgnTimelineRow *self,
                            SgnTimelineLine *line,
                            const char *now,
                            gint64 undoable,
                            gboolean narrow);

/* What a screen reader says of the line. Owned by the caller. */
char *sgn_timeline_row_dup_said (SgnTimelineRow *self);

G_END_DECLS
