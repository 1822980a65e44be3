/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-profile-writer.h"

G_BEGIN_DECLS

#define SGN_TYPE_SITES_GROUP (sgn_sites_group_get_type ())
G_DECLARE_FINAL_TYPE (SgnSitesGroup, sgn_sites_group, SGN, SITES_GROUP, AdwPreferencesGroup)

/* The places of work of the company. */
GtkWidget *sgn_sites_group_new (SgnProfileWriter *writer);

G_END_DECLS
