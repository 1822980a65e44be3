/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-library.h"
#include "sgn-plain.h"
#include "sgn-record.h"

G_BEGIN_DECLS

#define SGN_TYPE_PAST_BOX (sgn_past_box_get_type ())
G_DECLARE_FINAL_TYPE (SgnPastBox, sgn_past_box, SGN, PAST_BOX, GtkBox)

/* A heading with a list under it: what is missing before one declares, or what was declared. */
GtkWidget *sgn_past_box_new (void);
void sgn_past_box_show_missing (SgnPastBox *self,
                                SgnLibrary *library,
                                const SgnRecord *record,
                                int star);
void sgn_past_box_show_declarations (SgnPastBox *self, const SgnRecord *record);

G_END_DECLS
