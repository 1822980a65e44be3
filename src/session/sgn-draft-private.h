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
/* SGN_ERROR_INVALID when @issued (nullable) is no time. */
gboolean sgn_draft_check_issued (const char *issued, GError **error);
void sgn_draft_clear (SgnDraft *draft);
/* One that was allocated. */
void sgn_draft_free (SgnDraft *draft);
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
/* What it is called in the user's language: for those who wait. */
const char *sgn_draft_get_title (const SgnDraft *draft);
/* "" or "with-unmet": what had an effect, not what was asked for */
const char *sgn_draft_get_options (const SgnDraft *draft);
/* (transfer full) (element-type SgnFinding): claims about a star or a scheme in people's own words
 * that will be printed: warned of, in the policy refused */
GPtrArray *sgn_draft_find_wording (SgnDesk *desk, const SgnDraft *draft);

/* (transfer full): the pages of a single sheet or a set */
SgnPages *sgn_draft_make_pages (SgnDesk *desk,
                                const SgnSheetRequest *request,
                                SgnDraft *draft,
                                GError **error);
/* (transfer full): the whole file. Adds what was found, and the number of pages, to @result. */
GBytes *sgn_draft_make_bytes (SgnDesk *desk,
                              const SgnSheetRequest *request,
                              SgnDraft *draft,
                              SgnSheetResult *result,
                              GError **error);
/* Inside an act: the number of a sheet, and of those that it binds, as far as they are new. */
gboolean sgn_draft_put_issues (SgnDesk *desk,
                               const SgnProjectionRequest *request,
                               const SgnDraft *draft,
                               GError **error);
void sgn_draft_add_findings (GPtrArray *to, GPtrArray *from);
/* SGN_ERROR_CHECK when one refuses. */
gboolean sgn_draft_check_findings (GPtrArray *findings, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnDraft, sgn_draft_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SgnDraft, sgn_draft_clear)

G_END_DECLS
