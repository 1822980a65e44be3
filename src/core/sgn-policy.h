/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-catalogue.h"

G_BEGIN_DECLS

/* A phrase of the default text that an answer can deny, and what can be said in its place while it
 * does. */
typedef struct {
  SgnText phrase;
  SgnText instead;
  SgnReference item;
} SgnPolicyPromise;

/* One part of the basic policy: the official title as fact, the default text in our own words with
 * {company}. */
typedef struct {
  char *id;      /* "preamble" "owner" "organisation" "staff" "law" "incidents" */
  SgnText title; /* both NULL for the preamble */
  SgnText text;
  GPtrArray *promises; /* of SgnPolicyPromise */
} SgnPolicyPart;

/* The template of the basic policy, from data/documents/policy.json. Immutable. */
typedef struct {
  GPtrArray *parts;    /* of SgnPolicyPart */
  GPtrArray *shown_by; /* of SgnReference: items that say, when done, that the policy is shown */
} SgnPolicyTemplate;

SgnPolicyTemplate *sgn_policy_template_load (const char *data_dir, GError **error);
void sgn_policy_template_free (SgnPolicyTemplate *self);
const SgnPolicyPart *sgn_policy_template_find (const SgnPolicyTemplate *self,
                                               const char *id); /* (nullable) */
/* The default text of @part with the company's name in it. Owned by the caller. */
char *sgn_policy_part_fill (const SgnPolicyPart *part, const char *company, SgnLanguage language);
/* Whether @text makes the promise, and where: in characters. Width and case do not matter. */
gboolean sgn_policy_promise_find (const SgnPolicyPromise *promise,
                                  SgnLanguage language,
                                  const char *text,
                                  guint *start,
                                  guint *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnPolicyTemplate, sgn_policy_template_free)

G_END_DECLS
