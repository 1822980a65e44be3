/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-pages.h"

G_BEGIN_DECLS

/**
 * SgnRecoverySheet:
 * @documents: the fixed texts
 * @language: language of the page
 * @company: name of the company
 * @file: name of the sealed copy, without its folder
 * @newest: (nullable): time of the newest entry in it
 * @size: of the file, in bytes
 * @made: the time now
 * @program: version of the program
 *
 * What a recovery sheet says. The passphrase is not among it: it is written by hand.
 */
typedef struct {
  SgnDocuments *documents;
  SgnLanguage language;
  const char *company;
  const char *file;
  const char *newest;
  gint64 size;
  const char *made;
  const char *program;
} SgnRecoverySheet;

/* One page as a PDF; SGN_ERROR_NOT_YET without fonts, SGN_ERROR_CHECK when a character of a name
 * cannot be printed. */
GBytes *sgn_recovery_sheet_to_pdf (const SgnRecoverySheet *self, GError **error);

G_END_DECLS
