/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sgn-history.h"

G_BEGIN_DECLS

#define SGN_TYPE_TIMELINE (sgn_timeline_get_type ())
G_DECLARE_FINAL_TYPE (SgnTimeline, sgn_timeline, SGN, TIMELINE, GObject)

#define SGN_TYPE_TIMELINE_LINE (sgn_timeline_line_get_type ())
G_DECLARE_FINAL_TYPE (SgnTimelineLine, sgn_timeline_line, SGN, TIMELINE_LINE, GObject)

/* What happened, newest first: a line for each day and one for each act. A list model of
 * SgnTimelineLine, which are made when they are looked at. */

/* Finds on a thread of its own what fits. @filter is copied. */
void sgn_timeline_find_async (GPtrArray *events,
                              SgnLibrary *library,
                              const SgnHistoryFilter *filter,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
SgnTimeline *sgn_timeline_find_finish (GAsyncResult *result);

guint sgn_timeline_count_acts (SgnTimeline *self);
const SgnHistory *sgn_timeline_get_history (SgnTimeline *self);

/* (nullable): the act; NULL for the line of a day */
const SgnHistoryAct *sgn_timeline_line_get_act (SgnTimelineLine *self);
/* YYYY-MM-DD, or the time as it is written where that is none */
const char *sgn_timeline_line_get_day (SgnTimelineLine *self);
SgnTimeline *sgn_timeline_line_get_timeline (SgnTimelineLine *self);

G_END_DECLS
