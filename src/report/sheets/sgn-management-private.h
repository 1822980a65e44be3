/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-assessment-words.h"
#include "sgn-frame.h"
#include "sgn-table.h"

G_BEGIN_DECLS

/**
 * SgnManagementSheet:
 * @previous: (nullable): last time
 * @whole: whether every question is shown, and with them what each direction comes to
 * @levels: how many levels there are
 *
 * The result of the management check while it is laid out.
 */
typedef struct {
  SgnFlow *flow;
  json_t *json;
  json_t *previous;
  gboolean whole;
  guint levels;
} SgnManagementSheet;

/* 1: the levels of the directions as a radar, and how many questions are at each level. */
void sgn_management_place_levels (const SgnManagementSheet *self);
/* 2: every direction with its mean. */
void sgn_management_place_directions (const SgnManagementSheet *self);
/* 3: every question; for partners with the sentence meant for them. */
void sgn_management_place_items (const SgnManagementSheet *self);

/* 0: none */
guint sgn_management_get_level (const json_t *object, const char *key);

G_END_DECLS
