/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-checklist-progress.h"

#include "sgn-check-range.h"
#include "sgn-checklist-choices.h"

#define MANY_ITEMS 60

gboolean
sgn_checklist_is_large (SgnChecklist *self)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), FALSE);

  return sgn_checklist_get_catalogue (self)->groups->len > 0 ||
         sgn_checklist_get_n_items (self) > MANY_ITEMS;
}

gboolean
sgn_checklist_asks_experts (SgnChecklist *self)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST (self), FALSE);

  return sgn_check_range_is_offered (sgn_checklist_get_catalogue (self));
}

const SgnSection *
sgn_checklist_find_page (SgnChecklist *self)
{
  if (!sgn_checklist_is_large (self))
    return NULL;
  return sgn_checklist_get_item (self, sgn_checklist_get_position (self))->section;
}

static guint
find_answered_last (SgnChecklist *self)
{
  const char *newest = NULL;
  guint found = 0;

  for (guint i = 0; i < sgn_checklist_get_n_items (self); i++) {
    const SgnAnswer *answer = sgn_checklist_get_answer (self, i);

    if (answer != NULL && g_strcmp0 (answer->at, newest) > 0) {
      newest = answer->at;
      found = i;
    }
  }
  return found;
}

guint
sgn_checklist_find_place_to_resume (SgnChecklist *self)
{
  guint found;

  g_return_val_if_fail (SGN_IS_CHECKLIST (self), 0);

  if (sgn_checklist_get_mark (self, 0) == SGN_MARK_NONE)
    return 0;
  return sgn_checklist_find_unanswered (self, 0, &found) ? found : find_answered_last (self);
}

gboolean
sgn_checklist_find_unanswered (SgnChecklist *self, guint index, guint *found)
{
  guint n = sgn_checklist_get_n_items (self);

  for (guint step = 1; step <= n; step++) {
    guint i = (index + step) % n;

    if (sgn_checklist_get_mark (self, i) == SGN_MARK_NONE) {
      *found = i;
      return TRUE;
    }
  }
  return FALSE;
}

guint
sgn_checklist_count (SgnChecklist *self, SgnMark mark)
{
  guint count = 0;

  for (guint i = 0; i < sgn_checklist_get_n_items (self); i++)
    count += sgn_checklist_get_mark (self, i) == mark;
  return count;
}

void
sgn_checklist_count_section (SgnChecklist *self,
                             const SgnSection *section,
                             guint *answered,
                             guint *items)
{
  *answered = *items = 0;
  for (guint i = 0; i < sgn_checklist_get_n_items (self); i++) {
    if (sgn_checklist_get_item (self, i)->section != section)
      continue;
    *items += 1;
    *answered += sgn_checklist_get_mark (self, i) != SGN_MARK_NONE;
  }
}

gboolean
sgn_checklist_find_in_section (SgnChecklist *self, const SgnSection *section, guint *found)
{
  gboolean any = FALSE;

  for (guint i = 0; i < sgn_checklist_get_n_items (self); i++) {
    if (sgn_checklist_get_item (self, i)->section != section)
      continue;
    if (!any)
      *found = i;
    any = TRUE;
    if (sgn_checklist_get_mark (self, i) == SGN_MARK_NONE) {
      *found = i;
      return TRUE;
    }
  }
  return any;
}

static gboolean
find_item (SgnChecklist *self, const char *item, guint *found)
{
  for (guint i = 0; i < sgn_checklist_get_n_items (self); i++)
    if (g_str_equal (sgn_checklist_get_item (self, i)->id, item)) {
      *found = i;
      return TRUE;
    }
  return FALSE;
}

/* What a higher level asks is gone to as well, at that level. */
static gboolean
find_above (SgnChecklist *self, const char *id, guint *found)
{
  const SgnItem *item = sgn_catalogue_find_item (sgn_checklist_get_catalogue (self), id);

  if (item == NULL || item->level == NULL)
    return FALSE;
  sgn_checklist_set_level (self, item->level);
  return find_item (self, id, found);
}

/**
 * sgn_checklist_choose_item:
 * @self: a checklist
 * @item: id of an item
 * @found: (out): its place in the catalogue
 *
 * Goes to the catalogue that asks @item, if the one in hand does not.
 *
 * Returns: whether there is one
 */
gboolean
sgn_checklist_choose_item (SgnChecklist *self, const char *item, guint *found)
{
  SgnSession *session = sgn_checklist_get_session (self);
  g_autoptr (GPtrArray) choices = NULL;

  if (find_item (self, item, found) || find_above (self, item, found))
    return TRUE;
  choices = sgn_checklist_find_choices (sgn_session_get_library (session),
                                        sgn_session_get_record (session));
  for (guint i = 0; i < choices->len; i++) {
    if (sgn_catalogue_find_item (g_ptr_array_index (choices, i), item) == NULL)
      continue;
    sgn_checklist_set_catalogue (self, g_ptr_array_index (choices, i));
    return find_item (self, item, found) || find_above (self, item, found);
  }
  return FALSE;
}
