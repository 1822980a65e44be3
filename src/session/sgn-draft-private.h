/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session-private.h"

G_BEGIN_DECLS

/**
 * SgnDraft:
 * @document: which sheet
 * @projection: the record behind it
 * @record_hash: its SHA-256
 * @number: (nullable): its document number; %NULL from a read-only file, and for a document that
 *   gets none
 * @issued: time of issue
 * @new_number: whether the number is still to be taken
 * @members: (nullable) (element-type SgnDraft): the sheets that a set binds; %NULL for a single one
 *
 * A sheet before it is laid out: what it is made from, and under which number.
 */
typedef struct {
  const SgnDocument *document;
  json_t *projection;
  char *record_hash;
  char *number; /* (nullable) */
  char *issued;
  gboolean new_number;
  GPtrArray *members;
} SgnDraft;

gboolean sgn_draft_make (SgnDesk *desk,
                         const SgnProjectionRequest *request,
                         const char *issued,
                         SgnDraft *draft,
                         GError **error);
void sgn_draft_clear (SgnDraft *draft);
/* Takes the hash of the projection, and the number that goes with it. */
void sgn_draft_seal (SgnDesk *desk, const SgnProjectionRequest *request, SgnDraft *draft);
/* (transfer full): the pages of a single sheet */
SgnPages *sgn_draft_lay_out (SgnDesk *desk,
                             const SgnSheetRequest *request,
                             const SgnDraft *draft,
                             GError **error);
/* (transfer full): the sheets of a set, laid out and bound behind its cover and contents. Only then
 * are the pages known that the contents name: this seals @draft. */
SgnPages *
sgn_draft_bind (SgnDesk *desk, const SgnSheetRequest *request, SgnDraft *draft, GError **error);
/* Puts the number of @draft, and those of what it binds, on record as far as they are new. */
gboolean sgn_draft_issue (SgnDesk *desk,
                          const SgnProjectionRequest *request,
                          const SgnDraft *draft,
                          GError **error);
gboolean sgn_draft_is_set (const SgnDraft *draft);
/* "" or "with-unmet": what had an effect, not what was asked for */
const char *sgn_draft_get_options (const SgnDraft *draft);
/* (transfer full) (element-type SgnFinding): claims about a star or a scheme in people's own words
 * that will be printed: warned of, in the policy refused */
GPtrArray *sgn_draft_find_wording (SgnDesk *desk, const SgnDraft *draft);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SgnDraft, sgn_draft_clear)

G_END_DECLS
