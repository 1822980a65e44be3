/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_EVIDENCE_ROW (sgn_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnEvidenceRow, sgn_evidence_row, SGN, EVIDENCE_ROW, GtkBox)

/* One file: what it looks like, its title, and what can be done with it. The box around it has the
 * actions “evidence.open”, “evidence.edit”, “evidence.replace”, “evidence.unlink” and
 * “evidence.retire” (x: the number of the file). */
GtkWidget *sgn_evidence_row_new (SgnSession *session, const SgnEvidence *evidence, gboolean locked);
gint64 sgn_evidence_row_get_evidence (SgnEvidenceRow *self);

G_END_DECLS
