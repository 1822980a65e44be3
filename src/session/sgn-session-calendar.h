/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session.h"

G_BEGIN_DECLS

/**
 * SgnCalendarExport:
 * @path: the file, which ends in .ics
 * @language: of its words
 * @owner: (nullable): name of whose tasks only; %NULL for all
 * @with_names: whether names and notes go along
 * @with_reviews: whether what is looked at again, and proof that expires, goes along
 * @replace: whether a file of that name may be replaced
 *
 * What goes into a calendar.
 */
typedef struct {
  const char *path;
  SgnLanguage language;
  const char *owner;
  gboolean with_names;
  gboolean with_reviews;
  gboolean replace;
} SgnCalendarExport;

void sgn_session_export_calendar_async (SgnSession *self,
                                        const SgnCalendarExport *request,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/* How many entries were written; 0 with @error. */
guint sgn_session_export_calendar_finish (SgnSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
