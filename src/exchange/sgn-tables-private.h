/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-export.h"
#include "sgn-workbook.h"

G_BEGIN_DECLS

/* (transfer full) (element-type SgnWorksheet): what the tables of a document hold for people, after
 * a sheet that says what they are; the latter alone when there is no table */
GPtrArray *sgn_tables_lay_out (const SgnExport *self);
/* Adds the sheet that says what the tables are; @workbook is empty. */
void sgn_tables_add_about (const SgnExport *self, GPtrArray *workbook);
/* (transfer full) (nullable): 見本, 写し and the like; NULL for none of them */
char *sgn_tables_dup_tags (const SgnExport *self);

G_END_DECLS
