/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-checklist.h"

G_BEGIN_DECLS

#define SGN_TYPE_EVIDENCE_BOX (sgn_evidence_box_get_type ())
G_DECLARE_FINAL_TYPE (SgnEvidenceBox, sgn_evidence_box, SGN, EVIDENCE_BOX, GtkBox)

/* What proves the answer to the question on the screen, and how more is added: from a file, by
 * drawing files onto the question, from the clipboard, or from what is kept already. */
void sgn_evidence_box_watch (SgnEvidenceBox *self, SgnChecklist *checklist, SgnSaving *saving);
void sgn_evidence_box_show_item (SgnEvidenceBox *self, guint index);
/* Whether evidence can be added to what is shown. */
gboolean sgn_evidence_box_is_open (SgnEvidenceBox *self);

void sgn_evidence_box_choose_file (SgnEvidenceBox *self);
/* What is drawn onto @widget is added. */
void sgn_evidence_box_take_drops (SgnEvidenceBox *self, GtkWidget *widget);
/* FALSE when there are neither files nor a picture in the clipboard. */
gboolean sgn_evidence_box_paste (SgnEvidenceBox *self);
/* @value: a GdkFileList or a GdkTexture; FALSE for anything else */
gboolean sgn_evidence_box_add_value (SgnEvidenceBox *self, const GValue *value);

G_END_DECLS
