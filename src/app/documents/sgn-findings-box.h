/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-finding.h"

G_BEGIN_DECLS

#define SGN_TYPE_FINDINGS_BOX (sgn_findings_box_get_type ())
G_DECLARE_FINAL_TYPE (SgnFindingsBox, sgn_findings_box, SGN, FINDINGS_BOX, GtkBox)

/* What the check before printing found: what hinders or changes as a box, else one short line. */
void sgn_findings_box_show_findings (SgnFindingsBox *self, GPtrArray *findings);
void sgn_findings_box_clear (SgnFindingsBox *self);

G_END_DECLS
