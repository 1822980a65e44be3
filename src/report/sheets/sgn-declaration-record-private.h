/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-frame.h"
#include "sgn-table.h"

G_BEGIN_DECLS

/* The record of a declaration while it is laid out. */
typedef struct {
  SgnFlow *flow;
  json_t *json;
  json_t *declaration;
} SgnDeclarationRecord;

void sgn_declaration_record_place_history (const SgnDeclarationRecord *self);
void sgn_declaration_record_place_places (const SgnDeclarationRecord *self);
void sgn_declaration_record_place_evidence (const SgnDeclarationRecord *self);

G_END_DECLS
