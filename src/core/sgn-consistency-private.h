/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-combined.h"
#include "sgn-consistency.h"

G_BEGIN_DECLS

/* Of one guideline the check that counts today, with its sites. */
typedef struct {
  SgnCatalogue *catalogue;
  SgnCombined *combined;
} SgnChecked;

/* One answer of it. */
typedef struct {
  const SgnChecked *check;
  const SgnItem *item;
  const SgnAnswer *answer;
  const SgnScaleValue *value;
} SgnSaid;

/* What the rules look at, and what they found. */
typedef struct {
  SgnLibrary *library;
  const SgnRecord *record;
  const char *today;
  GPtrArray *checks;  /* of SgnChecked */
  GHashTable *proven; /* set of "KIND/ID" that evidence in use is for */
  GPtrArray *concerns;
  const char *rule; /* the one in hand */
} SgnInspection;

typedef void (*SgnInspect) (SgnInspection *self);

/* FALSE when @item has no answer, or one that its scale does not have. */
gboolean sgn_checked_find (const SgnChecked *self, const SgnItem *item, SgnSaid *said);
/* Whether it says that what is asked is not done, or not wholly. */
gboolean sgn_said_denies (const SgnSaid *said);
/* Of each guideline the check that counts today (of SgnChecked); one that is not here cannot be
 * looked at. Owned by the caller. */
GPtrArray *sgn_checks_of (SgnLibrary *library, const SgnRecord *record);
/* Calls @func with each answer of each check. */
void sgn_inspection_each (SgnInspection *self, void (*func) (SgnInspection *, const SgnSaid *));
/* The answer of today to an item of any edition: by the same edition, or by the item that is equal
 * to it in the one that was answered. */
gboolean sgn_inspection_find (const SgnInspection *self, const SgnReference *item, SgnSaid *said);
/* Whether the assessment an answer stands in is still open. */
gboolean sgn_inspection_is_open (const SgnInspection *self, const SgnSaid *said);

/* What a sentence is filled with: name → text in both languages; empty when it is all zero. */
typedef struct {
  GArray *values;
} SgnFacts;

void sgn_facts_clear (SgnFacts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SgnFacts, sgn_facts_clear)

/* @en NULL: the same as @ja. */
void sgn_facts_add (SgnFacts *self, const char *name, const char *ja, const char *en);
void sgn_facts_add_date (SgnFacts *self, const char *name, const char *date);
void sgn_facts_add_number (SgnFacts *self, const char *name, gint64 number);
/* The question, with its guideline; and what was answered. */
void sgn_facts_add_said (SgnFacts *self,
                         const SgnInspection *inspection,
                         const char *item,
                         const char *value,
                         const SgnSaid *said);
void sgn_facts_add_item (SgnFacts *self,
                         const SgnInspection *inspection,
                         const char *name,
                         const SgnCatalogue *catalogue,
                         const SgnItem *item);

/* A text of the program's own. */
void sgn_facts_add_text (SgnFacts *self,
                         const SgnInspection *inspection,
                         const char *name,
                         const char *key);

/**
 * SgnPlaceOf:
 * @kind: kind of a row
 * @ref: its id
 * @said: (nullable): the answer to look at
 * @other: (nullable): "KIND/ID" of another row
 * @variant: (nullable): which of the sentences of the rule
 *
 * Where a concern stands.
 */
typedef struct {
  const char *kind;
  const char *ref;
  const SgnSaid *said;
  const char *other;
  const char *variant;
} SgnPlaceOf;

void sgn_inspection_add (SgnInspection *self,
                         SgnWeight weight,
                         const SgnPlaceOf *place,
                         const SgnFacts *facts);
/* Where an answer stands. */
void sgn_inspection_add_said (SgnInspection *self,
                              SgnWeight weight,
                              const SgnSaid *said,
                              const SgnFacts *facts);
/* "ASSESSMENT/ITEM"; "answer/ASSESSMENT/ITEM". Owned by the caller. */
char *sgn_said_dup_ref (const SgnSaid *said);
char *sgn_said_dup_reference (const SgnSaid *said);

/* The rules, by what they look at. */
void sgn_inspect_proof (SgnInspection *self);
void sgn_inspect_reasons (SgnInspection *self);
void sgn_inspect_carried (SgnInspection *self);
void sgn_inspect_reviews (SgnInspection *self);
void sgn_inspect_expired (SgnInspection *self);
void sgn_inspect_expiring (SgnInspection *self);
void sgn_inspect_tasks (SgnInspection *self);
void sgn_inspect_contradictions (SgnInspection *self);
void sgn_inspect_promises (SgnInspection *self);
void sgn_inspect_publication (SgnInspection *self);
void sgn_inspect_publication_date (SgnInspection *self);
void sgn_inspect_showing (SgnInspection *self);
void sgn_inspect_declared_check (SgnInspection *self);
void sgn_inspect_declared_places (SgnInspection *self);

G_END_DECLS
