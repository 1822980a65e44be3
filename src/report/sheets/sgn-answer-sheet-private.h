/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-frame.h"
#include "sgn-table.h"

G_BEGIN_DECLS

/* The questions with what is to be circled and room for notes. */
void sgn_answer_sheet_place_table (SgnFlow *flow);

G_END_DECLS
