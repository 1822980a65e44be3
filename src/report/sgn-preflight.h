/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-pages.h"

G_BEGIN_DECLS

/* Looks every character that the sheet prints up in the fonts that will print it, and adds to
 * @findings (of SgnFinding): "private-use" and "no-glyph" refuse, "variation" warns, "fallback"
 * remarks. Each names the field, the character and its code point. */
void sgn_preflight_check (const SgnSheet *sheet, GPtrArray *findings);

G_END_DECLS
