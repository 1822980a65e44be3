/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-saving.h"
#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_EVIDENCE_DIALOG (sgn_evidence_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SgnEvidenceDialog,
                      sgn_evidence_dialog,
                      SGN,
                      EVIDENCE_DIALOG,
                      AdwMessageDialog)

/* Asks for title and dates of a file: the dialog, which the toolkit owns; NULL without a window or
 * without that file. */
GtkWidget *sgn_evidence_dialog_open (GtkWidget *widget,
                                     SgnSession *session,
                                     SgnSaving *saving,
                                     gint64 evidence);

G_END_DECLS
