/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-flow.h"

G_BEGIN_DECLS

/* Labels and values, two pairs a row: the company, the assessment. */
typedef struct _SgnKeyBlock SgnKeyBlock;

SgnKeyBlock *sgn_key_block_new (void);
void sgn_key_block_free (SgnKeyBlock *self);
/* @value NULL or empty prints the sign for nothing. */
void sgn_key_block_add (SgnKeyBlock *self, const char *label, SgnType type, const char *value);
/* Values as the language of the sheet sets them. */
SgnType sgn_key_block_get_type (SgnFlow *flow);
/* (transfer full) (nullable): 代表取締役 山﨑 健太, as far as the sheet knows both */
char *sgn_key_block_dup_representative (SgnFlow *flow);
/* The name of the company alone. */
void sgn_key_block_add_name (SgnKeyBlock *self, SgnFlow *flow);
/* The name of the company and its number, and no more. */
void sgn_key_block_add_name_and_number (SgnKeyBlock *self, SgnFlow *flow);
/* Who answered the check that the sheet speaks of, and who looked it over; for partners only their
 * departments and offices. */
void sgn_key_block_add_people (SgnKeyBlock *self, SgnFlow *flow);
/* The four values of the company that every sheet prints. */
void sgn_key_block_add_company (SgnKeyBlock *self, SgnFlow *flow);
void sgn_key_block_place (SgnKeyBlock *self, SgnFlow *flow);
/* The same for the first block of a sheet, with the company's boxes for seals at its right. */
void sgn_key_block_place_head (SgnKeyBlock *self, SgnFlow *flow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnKeyBlock, sgn_key_block_free)

G_END_DECLS
