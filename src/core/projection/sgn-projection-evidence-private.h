/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-projection-private.h"

G_BEGIN_DECLS

/**
 * SgnEvidenceList:
 * @projection: the sheet it is for
 * @rows: what is listed: a file and what it proves
 * @without: the items that nothing proves
 * @numbers: SgnEvidence → its number on the sheet: a file that proves several items has one
 * @items: how many items something proves
 * @kilobytes: of all files, each counted once
 *
 * The list of evidence in the making.
 */
typedef struct {
  const SgnProjection *projection;
  json_t *rows;
  json_t *without;
  GHashTable *numbers;
  guint items;
  gint64 kilobytes;
} SgnEvidenceList;

SgnEvidenceList *sgn_evidence_list_new (const SgnProjection *projection);
void sgn_evidence_list_free (SgnEvidenceList *self);

/* What a row begins with: the item, or another thing that is proved. */
json_t *sgn_evidence_list_item (SgnEvidenceList *self, const SgnItemLine *line);
json_t *sgn_evidence_list_group (SgnEvidenceList *self, const char *kind);
/* Takes @row, which began so. */
void sgn_evidence_list_add (SgnEvidenceList *self, const SgnEvidence *evidence, json_t *row);
/* An item that nothing proves, unless it does not apply. */
void sgn_evidence_list_miss (SgnEvidenceList *self, const SgnItemLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnEvidenceList, sgn_evidence_list_free)

G_END_DECLS
