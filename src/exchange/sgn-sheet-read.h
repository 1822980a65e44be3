/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sgn-json.h"

G_BEGIN_DECLS

/**
 * SgnSheetWords:
 * @id: the id of the catalogue
 * @title: (nullable): what it is called; NULL is the name of the file
 * @owner: (nullable): whose questions these are
 * @date: the day it is loaded, YYYY-MM-DD, which is its edition too
 * @form: how a customer's sheet looks by default: data/sheets/customer.json
 *
 * What a sheet does not say of itself.
 */
typedef struct {
  const char *id;
  const char *title;
  const char *owner;
  const char *date;
  const json_t *form;
} SgnSheetWords;

/* The catalogue that a CSV or XLSX of questions makes, as JSON. NULL with @error when the file is
 * no table; NULL with @faults filled (of SgnFault) when it has some. @name: what messages call the
 * file, its name for choice */
json_t *sgn_sheet_read (GBytes *bytes,
                        const char *name,
                        const SgnSheetWords *words,
                        GPtrArray *faults,
                        GError **error);

G_END_DECLS
