/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-library.h"
#include "sgn-record.h"

G_BEGIN_DECLS

/* Beside the parts of the template: the public contact printed under the policy. */
#define SGN_POLICY_CONTACT "contact"

/**
 * SgnPolicyFault:
 * @SGN_POLICY_FAULT_CLAIM: a self-declaration called a certificate; such a text is not saved
 * @SGN_POLICY_FAULT_PROMISE: a promise that an answer denies
 * @SGN_POLICY_FAULT_EMPTY: a part of the template without words
 * @SGN_POLICY_FAULT_UNTRANSLATED: a part without English in a policy that has some
 *
 * What can be wrong with a part of the basic policy.
 */
typedef enum {
  SGN_POLICY_FAULT_CLAIM,
  SGN_POLICY_FAULT_PROMISE,
  SGN_POLICY_FAULT_EMPTY,
  SGN_POLICY_FAULT_UNTRANSLATED,
} SgnPolicyFault;

/**
 * SgnPolicyFinding:
 * @fault: what is wrong
 * @language: of the text it stands in
 * @start: the character that the words begin with
 * @end: the character after them; the same as @start when it is about no words
 * @phrase: (nullable): the words
 * @message: one sentence in the language of the user
 * @instead: (nullable): the whole text, true to the answer
 * @promise: (nullable): what was promised
 * @catalogue: (nullable): the edition that asks, as "ipa-self-check@4.0"
 * @item: (nullable): the item whose answer denies the promise
 * @number: (nullable): its number
 * @title: (nullable): its title
 * @value: (nullable): the word of the answer
 * @mark: its mark
 * @at: (nullable): when it was answered
 * @person: (nullable): who answered
 *
 * One thing found in one part.
 */
typedef struct {
  SgnPolicyFault fault;
  SgnLanguage language;
  guint start;
  guint end;
  char *phrase;
  char *message;
  char *instead;
  const SgnPolicyPromise *promise;
  char *catalogue;
  char *item;
  char *number;
  char *title;
  char *value;
  SgnMark mark;
  char *at;
  char *person;
} SgnPolicyFinding;

void sgn_policy_finding_free (SgnPolicyFinding *self);

/* What answers deny, asked for once, so that texts can be held against it while they are typed.
 * Valid as long as its library. */
typedef struct _SgnPolicyGuard SgnPolicyGuard;

SgnPolicyGuard *
sgn_policy_guard_new (SgnLibrary *library, const SgnRecord *record, SgnLanguage user);
void sgn_policy_guard_free (SgnPolicyGuard *self);

/* (element-type SgnPolicyFinding): what is found in the words of one part, in their order. */
GPtrArray *sgn_policy_guard_check (const SgnPolicyGuard *self,
                                   const char *part,
                                   SgnLanguage language,
                                   const char *text);
/* The same in both languages, with what is missing. @has_english: whether any part has some. */
GPtrArray *sgn_policy_guard_check_part (const SgnPolicyGuard *self,
                                        const char *part,
                                        const char *ja,
                                        const char *en,
                                        gboolean has_english);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnPolicyFinding, sgn_policy_finding_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnPolicyGuard, sgn_policy_guard_free)

G_END_DECLS
