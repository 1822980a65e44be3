/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-proposal.h"
#include "sgn-session.h"

G_BEGIN_DECLS

/* Answers carried over from other guidelines. */

/* All of @items (ids, ended by NULL) as one act, or with NULL all of @proposals that are of items
 * not answered yet. What is needed of @proposals is copied. */
void sgn_session_carry_async (SgnSession *self,
                              const SgnProposals *proposals,
                              const char *const *items,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* The number of answers carried over, or -1. */
gint64 sgn_session_carry_finish (SgnSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
