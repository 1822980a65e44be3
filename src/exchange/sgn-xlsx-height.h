/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-workbook.h"

/* The points that row @row needs for all lines of its fullest cell. Not every spreadsheet program
 * looks for itself when it opens a file. */
double sgn_xlsx_measure_row (const SgnWorksheet *sheet, guint row);
/* Whether @text is a SHA-256 in hexadecimal: set in digits of one width, on two lines. */
gboolean sgn_xlsx_is_hash (const char *text);
