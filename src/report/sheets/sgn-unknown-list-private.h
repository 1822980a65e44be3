/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-flow.h"

G_BEGIN_DECLS

/* Question @n (from 1) with room to write; on one page, together with @keep points of what
 * follows, unless it is longer than one. */
void sgn_unknown_list_place_question (SgnFlow *flow, const json_t *question, guint n, double keep);

G_END_DECLS
