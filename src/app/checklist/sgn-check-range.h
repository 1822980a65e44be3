/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-catalogue.h"

G_BEGIN_DECLS

/* Which items of a catalogue are asked: those of a level and of the levels below it. Where there
 * are fewer than two levels there is nothing to choose, and all are asked. */
gboolean sgn_check_range_is_offered (const SgnCatalogue *catalogue);
/* (nullable) (transfer none): the catalogue's own word for @level, the lowest one for NULL or for a
 * level it does not have; NULL where there is nothing to choose */
const char *sgn_check_range_find_level (const SgnCatalogue *catalogue, const char *level);
/* (transfer full) (element-type SgnItem): in the order of the catalogue, which must outlive them */
GPtrArray *sgn_check_range_list_items (const SgnCatalogue *catalogue, const char *level);

G_END_DECLS
