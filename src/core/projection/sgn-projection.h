/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-document.h"
#include "sgn-library.h"
#include "sgn-record.h"

G_BEGIN_DECLS

/**
 * SgnProjectionHistory:
 * @events: (element-type SgnEvent): all of the file, oldest first
 * @contradictions: what a check of the file found
 *
 * What the record does not hold, for the document that tells the history.
 */
typedef struct {
  GPtrArray *events;
  guint contradictions;
} SgnProjectionHistory;

/**
 * SgnProjectionRequest:
 * @document: id of the document
 * @audience: who will read it
 * @language: the language of the sheet
 * @with_unmet: (partner only) unmet items are listed too
 * @assessment: id of the assessment, 0 for the newest of the document's catalogue
 * @variant: (nullable): one of the document's variants; %NULL for the usual one
 * @recipient: (nullable): who gets the sheet, or is to fill it in; printed on it
 * @level: (nullable): for documents on criteria of several levels: up to which one; %NULL for that
 *   which the assessment aims at
 * @history: (nullable): for the document "history"; without it nothing is told
 */
typedef struct {
  const char *document;
  SgnAudience audience;
  SgnLanguage language;
  gboolean with_unmet;
  gint64 assessment;
  const char *variant;
  const char *recipient;
  const char *level;
  const SgnProjectionHistory *history;
} SgnProjectionRequest;

/* The record behind one sheet: exactly what is printed, attached, exported and hashed. The audience
 * is a whitelist: for partners only company, representative, departments, states, scores,
 * statements. SGN_ERROR_NOT_YET when the sheet cannot be made yet. */
json_t *sgn_projection_new (SgnLibrary *library,
                            const SgnRecord *record,
                            const SgnProjectionRequest *request,
                            GError **error);
/* (nullable): why the sheet cannot be made yet, in one sentence for people */
char *sgn_projection_dup_obstacle (SgnLibrary *library,
                                   const SgnRecord *record,
                                   const SgnProjectionRequest *request);
/* (transfer container) (element-type SgnDocument): all that may belong to a set for @audience, in
 * its order, whether they can be made yet or not */
GPtrArray *sgn_projection_list_set (SgnLibrary *library, SgnAudience audience);

G_END_DECLS
