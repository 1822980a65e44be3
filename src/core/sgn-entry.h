/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Entries of a company file as people call them; a kind or column without a name of its own is
 * returned as it is. All are owned by the caller. */

/* All entries of a kind: “Answers” of "answer". */
char *sgn_entry_kind_to_words (const char *kind);
/* One entry: “No. 3 (check 2)” of "answer" and "2/SD-03". */
char *sgn_entry_to_words (const char *kind, const char *id);
/* A column of any entry: “Note” of "note". */
char *sgn_entry_column_to_words (const char *column);
/* A column of one entry: “Note of No. 3 (check 2)”. */
char *sgn_entry_value_to_words (const char *kind, const char *id, const char *column);

G_END_DECLS
