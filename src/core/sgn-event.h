/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-json.h"

G_BEGIN_DECLS

/* What was done. The words stand in files and never change; new ones are appended. */
#define SGN_ACT_NEW "new"               /* a company file begins */
#define SGN_ACT_COMPANY "company"       /* details of the company, its sites and people */
#define SGN_ACT_ASSESSMENT "assessment" /* opened, described */
#define SGN_ACT_ANSWER "answer"
#define SGN_ACT_IMPORT "import"
#define SGN_ACT_CLOSE "close"
#define SGN_ACT_REOPEN "reopen"
#define SGN_ACT_EVIDENCE "evidence"
#define SGN_ACT_DECLARE "declare"
#define SGN_ACT_POLICY "policy"
#define SGN_ACT_PUBLISH "publish"
#define SGN_ACT_ISSUE "issue"
#define SGN_ACT_TASK "task"
#define SGN_ACT_SETTING "setting"
#define SGN_ACT_UNDO "undo"
#define SGN_ACT_REDO "redo"
#define SGN_ACT_SET_BACK "set-back"   /* one entry is again what it was after an earlier event */
#define SGN_ACT_REVIEW "review"       /* somebody has looked over what was answered */
#define SGN_ACT_EXPERT "expert"       /* an expert was asked, or has looked at it */
#define SGN_ACT_CARRY "carry"         /* answers follow from those to another guideline */
#define SGN_ACT_CATALOGUE "catalogue" /* a guideline of the company's own is loaded */
#define SGN_ACT_ERASE "erase"         /* personal data, or the content of a file, is taken out */

/* What no row stands for: the content of an event was erased, its id is the number of that event;
 * the content of an attached file was, its id is the SHA-256. */
#define SGN_KIND_EVENT "event"
#define SGN_KIND_BLOB "blob"

/**
 * SgnEvent:
 *
 * One entry of the history, as stored. @by, @before and @after are NULL when its personal data was
 * erased or there is none.
 */
typedef struct {
  gint64 seq;
  gint64 group; /* seq of the first event of the same act */
  char *at;
  char *act;
  char *kind;
  char *id;
  gint64 undoes;  /* group undone or redone; 0: neither */
  char *by;       /* (nullable) */
  json_t *before; /* (nullable) */
  json_t *after;  /* (nullable) */
  gboolean erased;
  char *prev_hash;
  char *hash;
} SgnEvent;

void sgn_event_free (SgnEvent *self);
/* The object of history --json. */
json_t *sgn_event_to_json (const SgnEvent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnEvent, sgn_event_free)

G_END_DECLS
