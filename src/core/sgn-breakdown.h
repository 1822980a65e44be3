/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-combined.h"

G_BEGIN_DECLS

/**
 * SgnBreakdownPart:
 * @title: what the category is called, owned by the catalogue
 * @items: how many items it has
 * @met: how many of them are done, in the words of their scale; nothing counts half
 * @unanswered: how many are not answered
 * @not_applicable: how many do not apply; they are not done
 * @next: (nullable): the first item that is not done and applies
 *
 * One category of a guideline.
 */
typedef struct {
  const SgnText *title;
  guint items;
  guint met;
  guint unanswered;
  guint not_applicable;
  const SgnItem *next;
} SgnBreakdownPart;

/* What its categories are. */
typedef enum {
  SGN_BREAKDOWN_AREAS, /* our own axes */
  SGN_BREAKDOWN_SECTIONS,
} SgnBreakdownKind;

/**
 * SgnBreakdown:
 * @kind: what the categories are
 * @parts: (element-type SgnBreakdownPart): the categories that have items, in their order
 * @items: how many items all of them have
 * @met: how many are done
 *
 * How far a check is, category by category. Valid as long as the catalogue it was made from.
 */
typedef struct {
  SgnBreakdownKind kind;
  GPtrArray *parts;
  guint items;
  guint met;
} SgnBreakdown;

/* @level: (nullable): the level aimed at; NULL means all. @combined: (nullable): what counts; NULL
 * before the first answer */
SgnBreakdown *
sgn_breakdown_new (const SgnCatalogue *catalogue, const char *level, const SgnCombined *combined);
void sgn_breakdown_free (SgnBreakdown *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnBreakdown, sgn_breakdown_free)

G_END_DECLS
