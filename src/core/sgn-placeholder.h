/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text with each {name} replaced by its value; @pairs is name, value, name, value … ended by NULL.
 * Values are not looked into again. A {name} without a value stays as it is. Owned by the caller.
 */
char *sgn_placeholder_fill (const char *text, const char *const *pairs);

/* @words with @value in the place of their “%s”, which translators may have moved or left out: not
 * taken as a format. Owned by the caller. */
char *sgn_placeholder_fill_one (const char *words, const char *value);

G_END_DECLS
