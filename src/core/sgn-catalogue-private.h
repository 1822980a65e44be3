/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-catalogue.h"

G_BEGIN_DECLS

/* Empty values for the loader to fill; each frees what is put into it. */
SgnCatalogue *sgn_catalogue_new (json_t *json);
SgnScale *sgn_scale_new (void);
SgnItem *sgn_item_new (void);

G_END_DECLS
