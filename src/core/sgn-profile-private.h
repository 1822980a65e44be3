/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-fields-private.h"
#include "sgn-profile.h"

G_BEGIN_DECLS

extern const SgnField sgn_profile_fields[];
extern const SgnField sgn_site_fields[];

/* Nothing said yet, not even a name. */
SgnProfile *sgn_profile_new_blank (void);
SgnSite *sgn_site_new (void);
SgnSite *sgn_site_new_from_row (const json_t *row, GError **error);

G_END_DECLS
