/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-scs-private.h"

G_BEGIN_DECLS

/* The draft of what the management says for ★3: its figures and its sentences. All texts are owned
 * by the caller unless they are const. */

gint64 sgn_scs_draft_get_number (const SgnScsSheet *self, const char *key);
/* A sign for nothing where there is no text. */
const char *sgn_scs_draft_get_text (const json_t *owner, const char *key);
/* How many criteria are not met, though they apply. */
gint64 sgn_scs_draft_count_open (const SgnScsSheet *self);
/* Whether there is anything to swear to: something is met, and nothing is open. */
gboolean sgn_scs_draft_is_complete (const SgnScsSheet *self);
/* (nullable) */
json_t *sgn_scs_draft_get_experts (const SgnScsSheet *self);
/* How many criteria an expert looked at, by the company's notes. */
gint64 sgn_scs_draft_count_seen (const SgnScsSheet *self);

/* A sign for nothing where there is no day. */
char *sgn_scs_draft_format_day (const SgnScsSheet *self, const json_t *owner, const char *key);
/* The experts noted by the company, or that there is none. */
char *sgn_scs_draft_format_experts (const SgnScsSheet *self);
char *sgn_scs_draft_format_met (const SgnScsSheet *self);
char *sgn_scs_draft_format_open (const SgnScsSheet *self);
/* Which criteria were checked. */
char *sgn_scs_draft_format_checked (const SgnScsSheet *self);
/* What is said of them on the day of the check. */
char *sgn_scs_draft_format_result (const SgnScsSheet *self);
/* How many of them an expert looked at. */
char *sgn_scs_draft_format_looks (const SgnScsSheet *self);
/* The line of the footer. */
char *sgn_scs_draft_format_foot (const SgnScsSheet *self);
/* Sentences that stand in one paragraph. */
char *sgn_scs_draft_join (const SgnScsSheet *self, const char *first, const char *second);

G_END_DECLS
