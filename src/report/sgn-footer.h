/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-flow.h"

G_BEGIN_DECLS

/* Form, edition, record and page number. */
void sgn_footer_place (SgnFlow *flow, const char *editions, guint page, guint n_pages);
/* The QR code: number, record hash and date, never an address. */
void sgn_footer_place_code (SgnFlow *flow);
/* What the QR code says. Owned by the caller. */
char *sgn_footer_format_code (SgnFlow *flow);
/* The first digits of a hash in groups of four, to be read out: 3f9a 27c1 e08b. */
char *sgn_footer_group_hash (const char *hash);

G_END_DECLS
