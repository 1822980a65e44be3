/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text with each {name} replaced by its value; @pairs is name, value, name, value … ended by NULL.
 * Values are not looked into again. A {name} without a value stays as it is. Owned by the caller.
 */
char *sgn_placeholder_fill (const char *text, const char *const *pairs);

G_END_DECLS
