/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-projection.h"

G_BEGIN_DECLS

/* A request that outlives the call it was made in. The history in it, which is the record's and not
 * the request's, is not taken along. */
SgnProjectionRequest *sgn_projection_request_copy (const SgnProjectionRequest *self);
void sgn_projection_request_free (SgnProjectionRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnProjectionRequest, sgn_projection_request_free)

G_END_DECLS
