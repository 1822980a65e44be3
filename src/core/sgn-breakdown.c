/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-breakdown.h"

/* With fewer axes of our own there is nothing to compare. */
#define LEAST_AREAS 3

static gboolean
belongs (const SgnItem *item, SgnBreakdownKind kind, gconstpointer category)
{
  return kind == SGN_BREAKDOWN_AREAS ? item->area == category : item->section == category;
}

static SgnMark
get_mark (const SgnCombined *combined, const SgnItem *item)
{
  const SgnAnswer *answer =
    combined != NULL ? sgn_combined_find_answer (combined, item).answer : NULL;

  return sgn_item_get_mark (item, answer != NULL ? answer->value : NULL);
}

static void
count (SgnBreakdownPart *part, const SgnItem *item, SgnMark mark)
{
  part->items++;
  part->met += mark == SGN_MARK_DONE;
  part->unanswered += mark == SGN_MARK_NONE;
  part->not_applicable += mark == SGN_MARK_NOT_APPLICABLE;
  if (part->next == NULL && mark != SGN_MARK_DONE && mark != SGN_MARK_NOT_APPLICABLE)
    part->next = item;
}

/* The category @category of @catalogue, if it has items. */
static void
add_part (SgnBreakdown *self,
          const SgnCatalogue *catalogue,
          const char *level,
          const SgnCombined *combined,
          gconstpointer category)
{
  SgnBreakdownPart *part = g_new0 (SgnBreakdownPart, 1);

  for (guint i = 0; i < catalogue->items->len; i++) {
    const SgnItem *item = g_ptr_array_index (catalogue->items, i);

    if (item->scale != NULL && belongs (item, self->kind, category) &&
        sgn_catalogue_level_includes (catalogue, level, item))
      count (part, item, get_mark (combined, item));
  }
  if (part->items == 0) {
    g_free (part);
    return;
  }
  part->title = self->kind == SGN_BREAKDOWN_AREAS ? &((const SgnArea *) category)->title
                                                  : &((const SgnSection *) category)->title;
  self->items += part->items;
  self->met += part->met;
  g_ptr_array_add (self->parts, part);
}

/**
 * sgn_breakdown_new:
 * @catalogue: a guideline
 * @level: (nullable): the level aimed at, as "★3"; NULL means all of it
 * @combined: (nullable): its check with what counts; NULL before the first answer
 *
 * By our own areas where the guideline has some, else by its sections.
 *
 * Returns: (transfer full): how far the check is in each
 */
SgnBreakdown *
sgn_breakdown_new (const SgnCatalogue *catalogue, const char *level, const SgnCombined *combined)
{
  SgnBreakdown *self;
  GPtrArray *categories;

  g_return_val_if_fail (catalogue != NULL, NULL);

  self = g_new0 (SgnBreakdown, 1);
  self->kind = catalogue->areas->len >= LEAST_AREAS ? SGN_BREAKDOWN_AREAS : SGN_BREAKDOWN_SECTIONS;
  self->parts = g_ptr_array_new_with_free_func (g_free);
  categories = self->kind == SGN_BREAKDOWN_AREAS ? catalogue->areas : catalogue->sections;
  for (guint i = 0; i < categories->len; i++)
    add_part (self, catalogue, level, combined, g_ptr_array_index (categories, i));
  return self;
}

/**
 * sgn_breakdown_free:
 * @self: (transfer full): a breakdown
 */
void
sgn_breakdown_free (SgnBreakdown *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->parts);
  g_free (self);
}
