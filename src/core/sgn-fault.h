/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SgnFault:
 * @place: the JSON pointer, or the heading of the column; empty for the whole
 * @line: of the file, or row of the spreadsheet, from 1; 0 when there is none
 * @column: the character of the line, or the column of the spreadsheet, from 1; 0 when there is
 *   none
 * @wrong: one sentence for people
 * @expected: what should be there, a few words without a full stop
 *
 * One thing wrong in a file that people write, with its place. A file has as many as there are, so
 * that all can be put right at once.
 */
typedef struct {
  char *place;
  guint line;
  guint column;
  char *wrong;
  char *expected;
} SgnFault;

SgnFault *sgn_fault_new (const char *place, const char *wrong, const char *expected);
void sgn_fault_free (SgnFault *self);
/* (transfer full): an empty list that frees its faults */
GPtrArray *sgn_faults_new (void);
/* “12:7: /items/0: It is missing. Expected: a text.” */
char *sgn_fault_to_line (const SgnFault *self);
/* SGN_ERROR_UNREADABLE with the first of @faults, which is not empty, and how many more there are.
 */
void sgn_faults_set_error (GPtrArray *faults, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnFault, sgn_fault_free)

G_END_DECLS
