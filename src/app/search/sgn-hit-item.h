/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "sgn-hit.h"

G_BEGIN_DECLS

#define SGN_TYPE_HIT_ITEM (sgn_hit_item_get_type ())
G_DECLARE_FINAL_TYPE (SgnHitItem, sgn_hit_item, SGN, HIT_ITEM, GObject)

/* What a search found, as a row of the list. The first of a group knows how many are in it. */
SgnHitItem *sgn_hit_item_new (GPtrArray *hits, guint index, guint n_in_group);
const SgnHit *sgn_hit_item_get_hit (SgnHitItem *self);
/* 0: not the first of its group */
guint sgn_hit_item_get_n_in_group (SgnHitItem *self);

/* (transfer full): @hits (of SgnHit) as rows */
GPtrArray *sgn_hit_items_new (GPtrArray *hits);

G_END_DECLS
