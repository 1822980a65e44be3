/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session.h"

G_BEGIN_DECLS

/**
 * SgnSurvey:
 * @entries: how many entries can be read, of all kinds
 * @from_history: how many of them only the history still tells
 * @events: how many events can be read
 * @until: (nullable): time of the newest whole event: what happened up to then may be there
 * @files: how many attached files are whole
 * @damaged_files: how many are not
 * @losses: of SgnFinding, one for each part that cannot be read
 *
 * What is left of a damaged company file.
 */
typedef struct {
  gint64 entries;
  gint64 from_history;
  gint64 events;
  char *until;
  gint64 files;
  gint64 damaged_files;
  GPtrArray *losses;
} SgnSurvey;

/* Reads a damaged company file from end to end as a rescue would, and writes nothing. */
void sgn_session_survey_async (SgnSession *self,
                               const char *path,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
SgnSurvey *sgn_session_survey_finish (SgnSession *self, GAsyncResult *result, GError **error);
void sgn_survey_free (SgnSurvey *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnSurvey, sgn_survey_free)

G_END_DECLS
