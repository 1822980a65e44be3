/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-event.h"
#include "sgn-library.h"

G_BEGIN_DECLS

/**
 * SgnHistory:
 *
 * The events of a company file, to be searched and told in people's words. Window, sheet and
 * command line all tell them with these functions.
 */
typedef struct _SgnHistory SgnHistory;

/* @events: of SgnEvent, oldest first, all of the file; both are kept. */
SgnHistory *sgn_history_new (GPtrArray *events, SgnLibrary *library);
void sgn_history_free (SgnHistory *self);

/**
 * SgnHistoryFilter:
 * @by: (nullable): who, width and kana do not matter; "" for events without a name
 * @from: (nullable): first day, YYYY-MM-DD
 * @to: (nullable): last day
 * @item: (nullable): id or official number of an item, in any assessment; also its evidence
 * @kind: (nullable): one of SGN_KIND_…
 * @kinds: (nullable): several of them, %NULL-terminated
 * @act: (nullable): one of SGN_ACT_…
 * @text: (nullable): to be found in what was there before or after, or in the words of the event
 * @newest_first: the other way round
 * @limit: how many at the most; 0: all
 *
 * What to look for; an event must fit all that is given.
 */
typedef struct {
  const char *by;
  const char *from;
  const char *to;
  const char *item;
  const char *kind;
  const char *const *kinds;
  const char *act;
  const char *text;
  gboolean newest_first;
  guint limit;
} SgnHistoryFilter;

/* (transfer container): the SgnEvents that fit, owned by @self */
GPtrArray *sgn_history_find (const SgnHistory *self, const SgnHistoryFilter *filter);

/**
 * SgnHistoryAct:
 * @first: the first of @events; act, time and person are those of all
 * @events: of SgnEvent, not owned
 *
 * Events that were written together, or as many of them as were found.
 */
typedef struct {
  const SgnEvent *first;
  GPtrArray *events;
} SgnHistoryAct;

/* @events as sgn_history_find() gives them, in that order; array of SgnHistoryAct. */
GPtrArray *sgn_history_group (GPtrArray *events);

/* What an act is about: the first event of the kind that matters most in it, and how many there are
 * of that kind. */
const SgnEvent *sgn_history_act_get_main (const SgnHistoryAct *act, guint *count);
/* The group that would be undone next, of all events of a file, oldest first; 0: none. */
gint64 sgn_history_find_undoable (GPtrArray *events);
/* (nullable): the item an event is about, by itself or through what serves it, and its edition */
const SgnItem *sgn_history_get_item (const SgnHistory *self, const SgnEvent *event);
const SgnCatalogue *sgn_history_get_catalogue (const SgnHistory *self, const SgnEvent *event);

gboolean sgn_history_knows_act (const char *act);

/* In the language of the user, owned by the caller: */

/* An act: “Answer” of "answer". */
char *sgn_history_act_to_words (const char *act);
/* What was done to what: “Answer to No. 3 (check 2)”. */
char *sgn_history_get_subject (const SgnHistory *self, const SgnEvent *event);
/* The same of a whole act, a question by its title: “No. 3　Backups”, “Import: 25 answers”. */
char *sgn_history_get_title (const SgnHistory *self, const SgnHistoryAct *act);
/* (nullable): from what to what: “Partly → Done”; NULL when the subject says it all */
char *sgn_history_get_change (const SgnHistory *self, const SgnEvent *event);
/* Both. */
char *sgn_history_get_sentence (const SgnHistory *self, const SgnEvent *event);
/* Who did it, also when nobody said so or it was erased. */
char *sgn_history_get_author (const SgnEvent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnHistory, sgn_history_free)

G_END_DECLS
