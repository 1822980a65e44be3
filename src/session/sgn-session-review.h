/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session-assessment.h"

G_BEGIN_DECLS

/* Who looked at answers after they were given: answered, reviewed and seen by an expert are
 * separate states. A new value of an answer takes all of it away, a note does not. */

/**
 * SgnReview:
 * @place: which check
 * @items: items with an answer, by id or official number, ended by NULL
 * @none: take the review away
 * @by: (nullable): who has looked them over; NULL is whoever does the act
 * @date: (nullable): the day it was done; NULL is today
 *
 * Answers that somebody has looked over.
 */
typedef struct {
  SgnAnswerPlace place;
  const char *const *items;
  gboolean none;
  const char *by;
  const char *date;
} SgnReview;

/* All or nothing. What was carried over is confirmed by it. */
void sgn_session_review_answers_async (SgnSession *self,
                                       const SgnReview *review,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * SgnExpertNote:
 * @place: which check
 * @items: items with an answer, by id or official number, ended by NULL
 * @state: (nullable): SGN_EXPERT_ASKED or SGN_EXPERT_SEEN; NULL takes the note away
 * @name: (nullable): the expert's name and qualification, as typed
 * @date: (nullable): the day it was done; NULL is today
 *
 * Answers about which an expert was asked. This is the company's own note, and never a result.
 */
typedef struct {
  SgnAnswerPlace place;
  const char *const *items;
  const char *state;
  const char *name;
  const char *date;
} SgnExpertNote;

/* All or nothing. */
void sgn_session_note_expert_async (SgnSession *self,
                                    const SgnExpertNote *note,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

G_END_DECLS
