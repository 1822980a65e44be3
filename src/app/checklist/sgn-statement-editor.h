/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-checklist.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SGN_TYPE_STATEMENT_EDITOR (sgn_statement_editor_get_type ())
G_DECLARE_FINAL_TYPE (SgnStatementEditor, sgn_statement_editor, SGN, STATEMENT_EDITOR, GtkBox)

/* The sentence meant for outsiders, and what the wording guard says of it; folded away as long as
 * there is none. */
void
sgn_statement_editor_show_item (SgnStatementEditor *self, SgnChecklist *checklist, guint index);
void sgn_statement_editor_set_narrow (SgnStatementEditor *self, gboolean narrow);
/* Hands over at once what was typed. */
void sgn_statement_editor_flush (SgnStatementEditor *self);

G_END_DECLS
