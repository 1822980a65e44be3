/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-evidence-adding.h"

G_BEGIN_DECLS

#define SGN_TYPE_EVIDENCE_PICKER (sgn_evidence_picker_get_type ())
G_DECLARE_FINAL_TYPE (SgnEvidencePicker,
                      sgn_evidence_picker,
                      SGN,
                      EVIDENCE_PICKER,
                      AdwMessageDialog)

/* Chooses a file that is kept already, to prove one thing more. @without: (element-type
 * SgnEvidence): those that prove it already. The toolkit owns the dialog; NULL without a window. */
GtkWidget *sgn_evidence_picker_open (const SgnEvidencePlace *place, GPtrArray *without);
/* How many are offered now, and choosing one of them. */
guint sgn_evidence_picker_count (SgnEvidencePicker *self);
void sgn_evidence_picker_select (SgnEvidencePicker *self, guint position);

G_END_DECLS
