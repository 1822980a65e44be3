/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-library.h"
#include "sgn-record.h"

G_BEGIN_DECLS

/* What in the record does not fit together: what is said without anything behind it, what says one
 * thing here and another there, what was to be looked at again and was not. */

/**
 * SgnWeight:
 * @SGN_WEIGHT_REMARK: worth knowing
 * @SGN_WEIGHT_SHOULD: to be mended when there is time
 * @SGN_WEIGHT_MUST: to be mended before anything is shown to others
 *
 * How much a concern matters.
 */
typedef enum {
  SGN_WEIGHT_REMARK,
  SGN_WEIGHT_SHOULD,
  SGN_WEIGHT_MUST,
} SgnWeight;

#define SGN_N_WEIGHTS 3

/* The word of machine output: remark should must. */
const char *sgn_weight_to_key (SgnWeight weight);

/**
 * SgnConcern:
 * @id: stable as long as what it speaks of: rule, place and, where there is one, the other place,
 *   with colons between them, as "promise-denied:policy/2:answer/3/SD-24"
 * @rule: the rule that found it, such as "done-without-proof"; owned by the program
 * @weight: how much it matters
 * @kind: kind of the row it stands in, such as SGN_KIND_ANSWER
 * @ref: id of that row
 * @other: (nullable): "KIND/ID" of the row it does not fit together with
 * @catalogue: (nullable): the edition that asks @item, as "ipa-self-check@4.0"
 * @item: (nullable): the question to look at
 * @text: what is found, one sentence
 *
 * One thing found.
 */
typedef struct {
  char *id;
  const char *rule;
  SgnWeight weight;
  char *kind;
  char *ref;
  char *other;
  char *catalogue;
  char *item;
  SgnText text;
} SgnConcern;

void sgn_concern_free (SgnConcern *self);

/* (element-type SgnConcern): all that is found, what weighs most first, then by rule */
GPtrArray *sgn_consistency_check (SgnLibrary *library, const SgnRecord *record, const char *today);
guint sgn_concerns_count (GPtrArray *concerns, SgnWeight weight);

/* What a rule looks for, a few words; what to do about it, a sentence or two. */
const char *sgn_consistency_get_title (SgnLibrary *library, const char *rule, SgnLanguage language);
const char *
sgn_consistency_get_advice (SgnLibrary *library, const char *rule, SgnLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnConcern, sgn_concern_free)

G_END_DECLS
