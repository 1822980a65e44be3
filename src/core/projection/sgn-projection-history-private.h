/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-history-private.h"
#include "sgn-projection-private.h"

G_BEGIN_DECLS

/**
 * SgnTeller:
 * @projection: the sheet it is for
 * @history: its events, and what is known of other rows from them
 *
 * Tells events in the language of a sheet, whatever that of the user is.
 */
typedef struct {
  const SgnProjection *projection;
  SgnHistory *history;
} SgnTeller;

/* A fixed text of the sheet. */
const char *sgn_teller_get_text (const SgnTeller *self, const char *key);
#define sgn_teller_format(self, key, ...)                                         \
  sgn_documents_format ((self)->projection->library->documents, "history", (key), \
                        (self)->projection->request->language, __VA_ARGS__)

/* All of these are owned by the caller. */

/* The key of the text of @word: keys of texts have no hyphens. */
char *sgn_teller_make_key (const char *stem, const char *word);

/* What was done, in one sentence. */
char *sgn_teller_tell (const SgnTeller *self, const SgnEvent *event);
/* What it was done to: 証拠「従業員の手引き」. @row: (nullable): as it was then */
char *sgn_teller_name (const SgnTeller *self, const char *kind, const char *id, const json_t *row);
/* The same of what a link leads to, shorter where it is clear. */
char *sgn_teller_name_target (const SgnTeller *self, const char *kind, const char *id);
/* (nullable): the columns that changed, told one by one or only named; %NULL for none */
char *sgn_teller_tell_columns (const SgnTeller *self, const SgnEvent *event);
/* (nullable): only their names */
char *sgn_teller_name_columns (const SgnTeller *self, const SgnEvent *event);

G_END_DECLS
