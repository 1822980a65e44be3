/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-flow.h"

G_BEGIN_DECLS

typedef struct {
  SgnFlow *flow;
  const json_t *json;
} SgnEvidenceListSheet;

/* 1: every file under each item that it proves. */
void sgn_evidence_list_place_list (const SgnEvidenceListSheet *self);
/* 2: the items that nothing proves; nothing when the record does not say. */
void sgn_evidence_list_place_without (const SgnEvidenceListSheet *self);

G_END_DECLS
