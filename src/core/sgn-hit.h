/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-library.h"
#include "sgn-record.h"

G_BEGIN_DECLS

/* What a search finds, in the order it is shown in. */
typedef enum {
  SGN_HIT_QUESTION,
  SGN_HIT_NOTE,
  SGN_HIT_EVIDENCE,
  SGN_HIT_TASK,
  SGN_HIT_POLICY,
  SGN_HIT_DECLARATION,
  SGN_HIT_DOCUMENT,
  SGN_HIT_COMPANY, /* its details, people and sites */
} SgnHitGroup;

#define SGN_N_HIT_GROUPS 8

/**
 * SgnHit:
 * @group: what it is
 * @title: what stands there, on one line
 * @detail: (nullable): where it stands
 * @id: what opens it: of a document its id, of a policy its part, of a task or evidence its number,
 *   of a question or note the item, of the company "KIND/ID"
 * @catalogue: (nullable): "ID@EDITION" of the guideline that @item belongs to
 * @item: (nullable): the question it has to do with
 *
 * One thing that a search found. Plain data.
 */
typedef struct {
  SgnHitGroup group;
  char *title;
  char *detail;
  char *id;
  char *catalogue;
  char *item;
} SgnHit;

/* "question" "note" "evidence" "task" "policy" "declaration" "document" "company" */
const char *sgn_hit_group_to_key (SgnHitGroup group);
/* Questions, documents and rows that fit what was typed; see sgn-hit.c. */
GPtrArray *sgn_hits_find (SgnLibrary *library,
                          const SgnRecord *record,
                          const char *typed,
                          GPtrArray *places,
                          SgnLanguage language);
void sgn_hit_free (SgnHit *self);

G_END_DECLS
