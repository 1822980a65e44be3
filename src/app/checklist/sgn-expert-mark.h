/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-check-filter.h"

G_BEGIN_DECLS

#define SGN_TYPE_EXPERT_MARK (sgn_expert_mark_get_type ())
G_DECLARE_FINAL_TYPE (SgnExpertMark, sgn_expert_mark, SGN, EXPERT_MARK, GtkWidget)

/* How far an expert was asked, as a shape: a check, a flag, a dashed ring. Its word stands beside
 * it. */
void sgn_expert_mark_set_look (SgnExpertMark *self, SgnLook look);

G_END_DECLS
