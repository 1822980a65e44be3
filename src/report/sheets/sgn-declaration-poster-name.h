/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-vertical.h"

G_BEGIN_DECLS

/* How long @name is at size 1. */
double sgn_poster_name_measure (SgnVertical *setter, const char *name);
/* (element-type utf8): @name in @n columns at most, as equal as the places where a line may end
 * allow. */
GPtrArray *sgn_poster_name_split (SgnVertical *setter, const char *name, guint n);
/* (element-type utf8) (nullable): the legal form in a column of its own; NULL when @name has none
 * at its beginning or end. */
GPtrArray *sgn_poster_name_split_form (const char *name);

G_END_DECLS
