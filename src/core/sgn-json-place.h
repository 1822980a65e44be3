/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the value that @pointer (RFC 6901) names begins in @text, both from 1; when it is not
 * there, where the deepest of the values around it begins. @text: well-formed JSON */
void sgn_json_find_place (const char *text, const char *pointer, guint *line, guint *column);

G_END_DECLS
