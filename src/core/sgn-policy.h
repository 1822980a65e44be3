/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-json.h"
#include "sgn-language.h"

G_BEGIN_DECLS

/* One part of the basic policy: the official title as fact, the default text in our own words with
 * {company}. */
typedef struct {
  char *id;      /* "preamble" "owner" "organisation" "staff" "law" "incidents" */
  SgnText title; /* both NULL for the preamble */
  SgnText text;
} SgnPolicyPart;

/* The template of the basic policy, from data/documents/policy.json. Immutable. */
typedef struct {
  GPtrArray *parts; /* of SgnPolicyPart */
} SgnPolicyTemplate;

SgnPolicyTemplate *sgn_policy_template_load (const char *data_dir, GError **error);
void sgn_policy_template_free (SgnPolicyTemplate *self);
const SgnPolicyPart *sgn_policy_template_find (const SgnPolicyTemplate *self,
                                               const char *id); /* (nullable) */
/* The default text of @part with the company's name in it. Owned by the caller. */
char *sgn_policy_part_fill (const SgnPolicyPart *part, const char *company, SgnLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnPolicyTemplate, sgn_policy_template_free)

G_END_DECLS
