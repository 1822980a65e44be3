/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A field of a projection, such as "items.SD-18.note", as people call it: “Note of No. 18”. A
 * field without a name of its own is returned as it is. Owned by the caller. */
char *sgn_field_to_words (const char *field);
/* An item by its id, as people call it: “No. 18” of "SD-18"; other items keep their id. Owned by
 * the caller. */
char *sgn_field_item_to_words (const char *item);

G_END_DECLS
