/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text with its numbers as a column has them: 2026年11月23日 becomes 二〇二六年十一月二十三日.
 * Numbers of three digits or more are read digit by digit. Owned by the caller. */
char *sgn_kanji_spell_numbers (const char *text);
/* 一, 二 … 九 for 1 to 9. */
const char *sgn_kanji_get_digit (guint digit);

G_END_DECLS
