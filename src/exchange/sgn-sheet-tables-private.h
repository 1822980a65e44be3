/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-csv.h"

G_BEGIN_DECLS

/* The tables that somebody else's file holds: one of a CSV in UTF-8 or CP932, one for each tab of
 * an XLSX; by its content, not by its name. Array of arrays of SgnCsvRow: rows with nothing in them
 * are left out, all of a table have the same number of cells. SGN_ERROR_UNREADABLE. */
GPtrArray *sgn_sheet_tables_read (GBytes *bytes, const char *name, GError **error);
/* The same for an XLSX. */
GPtrArray *sgn_sheet_tables_read_xlsx (GBytes *bytes, const char *name, GError **error);
/* (transfer full): an empty list of tables */
GPtrArray *sgn_sheet_tables_new (void);

G_END_DECLS
