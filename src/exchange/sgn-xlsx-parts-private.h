/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full) (element-type utf8 GBytes): the files inside an archive, by their paths;
 * SGN_ERROR_UNREADABLE */
GHashTable *sgn_xlsx_parts_read (GBytes *bytes, GError **error);

G_END_DECLS
