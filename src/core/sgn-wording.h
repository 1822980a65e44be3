/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-finding.h"
#include "sgn-language.h"

G_BEGIN_DECLS

/* The wording guard: claims such as 認定 or 取得 said of a star or a scheme are found by phrase and
 * subject. Rules are data (data/documents/wording.json). Immutable. */
typedef struct _SgnWording SgnWording;

SgnWording *sgn_wording_load (const char *data_dir, GError **error);
void sgn_wording_free (SgnWording *self);

/* Adds what is found in @text to @findings (of SgnFinding). @refuse: the text is a template or
 * policy, where a claim is refused; otherwise (notes, statements) it is a warning. */
void sgn_wording_check (const SgnWording *self,
                        const char *field,
                        const char *text,
                        gboolean refuse,
                        SgnLanguage language,
                        GPtrArray *findings);

/* The first claim in @text, in its characters; FALSE when there is none. */
gboolean sgn_wording_locate (const SgnWording *self, const char *text, guint *start, guint *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnWording, sgn_wording_free)

G_END_DECLS
