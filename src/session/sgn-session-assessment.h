/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session.h"

G_BEGIN_DECLS

/* Checks of the company and its sites, year after year, and the answers in them. */

/**
 * SgnAssessmentWords:
 * @scope: (nullable): in words, as 本社・工場
 * @scope_en: (nullable): the same for English sheets
 * @period_start: (nullable): date
 * @period_end: (nullable): date
 * @answered_by: (nullable): name of who answers
 * @reviewed_by: (nullable): name of who has looked it over
 * @level: (nullable): the level aimed at, one of the guideline's own as ★3; its lowest when nothing
 *   is said
 *
 * What is said of a whole assessment. NULL leaves it as it is, "" takes it away.
 */
typedef struct {
  const char *scope;
  const char *scope_en;
  const char *period_start;
  const char *period_end;
  const char *answered_by;
  const char *reviewed_by;
  const char *level;
} SgnAssessmentWords;

/**
 * SgnBeginning:
 * @catalogue: guideline, "ID" or "ID@EDITION"
 * @site: (nullable): name of a site; NULL is the whole company
 * @all_sites: the company's one and one for each site that has none yet
 * @from: id of the assessment it continues; 0 for the newest one with answers of the same guideline
 *   and site
 * @close_previous: close one that is still open in the same act
 * @words: what is said of it; without a start the period begins today, and without a name whoever
 *   does the act answers
 *
 * A check to be begun.
 */
typedef struct {
  const char *catalogue;
  const char *site;
  gboolean all_sites;
  gint64 from;
  gboolean close_previous;
  SgnAssessmentWords words;
} SgnBeginning;

void sgn_session_open_assessment_async (SgnSession *self,
                                        const SgnBeginning *beginning,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/* Of gint64: the ids of those that were opened, the company's first; NULL with @error. */
GArray *sgn_session_open_assessment_finish (SgnSession *self, GAsyncResult *result, GError **error);
void sgn_session_describe_assessment_async (SgnSession *self,
                                            gint64 assessment,
                                            const SgnAssessmentWords *words,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
void sgn_session_close_assessment_async (SgnSession *self,
                                         gint64 assessment,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
void sgn_session_reopen_assessment_async (SgnSession *self,
                                          gint64 assessment,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

/**
 * SgnAnswerChange:
 * @catalogue: (nullable): catalogue id, id@edition, or NULL to find it by the item's id
 * @assessment: id of the assessment, 0 for the newest open one (made when there is none)
 * @item: item id or official number
 * @value: (nullable): key of the scale; NULL leaves it as it is; "" takes the answer away
 * @note: (nullable): NULL leaves it as it is; "" empties it
 * @statement: (nullable): as @note
 * @statement_en: (nullable): as @note
 * @site: (nullable): name of a site whose newest open one is meant; NULL is the company's own
 * @next_review: (nullable): the day on which it is to be looked at again; "" takes it away
 *
 * One answer to be set.
 */
typedef struct {
  const char *catalogue;
  gint64 assessment;
  const char *item;
  const char *value;
  const char *note;
  const char *statement;
  const char *statement_en;
  const char *site;
  const char *next_review;
} SgnAnswerChange;

void sgn_session_answer_async (SgnSession *self,
                               const SgnAnswerChange *change,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* “Still so”: the answer of last time for one item; value and texts of @change are not used. */
void sgn_session_confirm_async (SgnSession *self,
                                const SgnAnswerChange *change,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * SgnAnswerPlace:
 * @catalogue: (nullable): guideline, "ID" or "ID@EDITION"; NULL as the file says
 * @assessment: id of an open assessment, 0 for the newest one
 * @site: (nullable): name of a site
 *
 * Where many answers go.
 */
typedef struct {
  const char *catalogue;
  gint64 assessment;
  const char *site;
} SgnAnswerPlace;

/* All or nothing. @place NULL: where the file says. */
void sgn_session_import_async (SgnSession *self,
                               const char *path,
                               const SgnAnswerPlace *place,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* The number of answers taken in, or -1. */
gint64 sgn_session_import_finish (SgnSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
