/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sgn-workbook.h"

G_BEGIN_DECLS

/**
 * SgnXlsxLook:
 * @title: what the workbook is
 * @company: whose it is
 * @created: time of issue; the only time that stands in the file
 * @header: (nullable): what is printed above every page
 * @foot_left: left in the foot of every page
 * @foot_right: right in the foot of every page
 *
 * What a workbook says of itself, and what its printed pages carry besides the cells.
 */
typedef struct {
  const char *title;
  const char *company;
  const char *created;
  const char *header;
  const char *foot_left;
  const char *foot_right;
} SgnXlsxLook;

/* The workbook as a file; the same bytes for the same workbook and look. SGN_ERROR_UNWRITABLE when
 * there is no room to work in. */
GBytes *sgn_xlsx_write (GPtrArray *workbook, const SgnXlsxLook *look, GError **error);
/* The cells of a file that sgn_xlsx_write() made; it reads no others. SGN_ERROR_UNREADABLE. */
GPtrArray *sgn_xlsx_read (GBytes *bytes, GError **error);

G_END_DECLS
