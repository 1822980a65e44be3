/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-catalogue.h"
#include "sgn-sheet-read.h"

G_BEGIN_DECLS

/* data/sheets/customer.json */
json_t *sgn_sheet_form_load (const char *data_dir, GError **error);
/* Whether the file says itself what it is called: a catalogue as JSON. */
gboolean sgn_sheet_file_is_json (GBytes *bytes);
/* The catalogue that a file is, as JSON, or makes, as CSV or XLSX. NULL with @error, which says the
 * first of @faults when there are any: all or nothing. @faults: (nullable): where all go */
SgnCatalogue *sgn_sheet_file_load (GBytes *bytes,
                                   const char *name,
                                   const SgnSheetWords *words,
                                   GPtrArray *faults,
                                   GError **error);

G_END_DECLS
