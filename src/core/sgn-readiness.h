/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-library.h"
#include "sgn-record.h"

G_BEGIN_DECLS

/**
 * SgnReason:
 * @code: "gbizid" "data-sheet" "rules" (★); "self-check" "policy" "policy-published" (★★)
 * @done: whether it holds
 * @done_count, @total: how far, where it is a count; 0 otherwise
 *
 * One condition of being ready to declare. ★★ is never gated by a score.
 */
typedef struct {
  const char *code;
  gboolean done;
  guint done_count;
  guint total;
} SgnReason;

/* The conditions of ★ (@star 1) or ★★ (@star 2, with those of ★ first). Array of SgnReason. */
GArray *sgn_readiness_of (SgnLibrary *library, const SgnRecord *record, int star);
gboolean sgn_readiness_is_ready (GArray *reasons);

G_END_DECLS
