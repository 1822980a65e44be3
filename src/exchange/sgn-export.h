/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sgn-document.h"

G_BEGIN_DECLS

/* The projection of a sheet as files for machines. Both are read back and compared before they are
 * returned. */
GBytes *sgn_export_json (const json_t *projection, GError **error);
/* The table of the sheet: for answers item,value,note,statement first (so that it can be imported
 * again), then the rest. */
GBytes *sgn_export_csv (const json_t *projection, GError **error);

G_END_DECLS
