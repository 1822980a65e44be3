/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The modules of a QR code of @text, level M: a line for each row, # for black and . for white.
 * Empty when @text is too long for a code. Owned by the caller. */
char *sgn_qr_encode (const char *text);

G_END_DECLS
