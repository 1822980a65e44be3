/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sgn-document.h"

G_BEGIN_DECLS

/* The projection of a sheet as files for machines. Both are read back and compared before they are
 * returned. */
GBytes *sgn_export_json (const json_t *projection, GError **error);
/* The first of @tables, with its columns for machines. */
GBytes *sgn_export_csv (const json_t *projection, GPtrArray *tables, GError **error);

G_END_DECLS
