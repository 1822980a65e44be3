/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-plain.h"
#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_DECLARE_BOX (sgn_declare_box_get_type ())
G_DECLARE_FINAL_TYPE (SgnDeclareBox, sgn_declare_box, SGN, DECLARE_BOX, GtkBox)

/* The ID that was shown after declaring, and what belongs to it, to be put on record. */
GtkWidget *sgn_declare_box_new (SgnSession *session, SgnSaving *saving);
void sgn_declare_box_show (SgnDeclareBox *self, const SgnRecord *record, int star);

/* “5000 0000 000”, to be read by people. Owned by the caller. */
char *sgn_declare_box_group_number (const char *number);
/* To where the ID is typed. */
void sgn_declare_box_focus (SgnDeclareBox *self);

G_END_DECLS
