/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-declare-steps.h"

#include "sgn-date.h"
#include "sgn-readiness.h"
#include "sgn-road.h"

/* (nullable): the newest declaration of @star, by date then order */
const SgnDeclaration *
sgn_record_find_star (const SgnRecord *record, int star)
{
  const SgnDeclaration *found = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  for (guint i = 0; i < record->declarations->len; i++) {
    const SgnDeclaration *declaration = g_ptr_array_index (record->declarations, i);

    if (declaration->star == star &&
        (found == NULL || sgn_date_compare (declaration->date, found->date) >= 0))
      found = declaration;
  }
  return found;
}

static SgnDeclareState
from_reason (const SgnReason *reason)
{
  return (SgnDeclareState){ reason->done, reason->done_count, reason->total };
}

static SgnDeclareState
from_count (guint count)
{
  return (SgnDeclareState){ count > 0, count, 0 };
}

static guint
count_files (const SgnRecord *record, const SgnDeclaration *declaration)
{
  g_autofree char *reference =
    g_strdup_printf (SGN_KIND_DECLARATION "/%" G_GINT64_FORMAT, declaration->id);
  guint count = 0;

  for (guint i = 0; i < record->evidence->len; i++) {
    const SgnEvidence *evidence = g_ptr_array_index (record->evidence, i);

    if (!evidence->retired &&
        g_ptr_array_find_with_equal_func (evidence->links, reference, g_str_equal, NULL))
      count++;
  }
  return count;
}

/**
 * sgn_declare_steps_of:
 * @library: the catalogues
 * @record: the record of the company
 * @star: 1 or 2
 * @states: (out) (array fixed-size=6): the state of each step, by #SgnDeclareStep
 *
 * Source: IPA SECURITY ACTION as it stands in 2026. That it was declared is known by the ID alone.
 */
void
sgn_declare_steps_of (SgnLibrary *library,
                      const SgnRecord *record,
                      int star,
                      SgnDeclareState *states)
{
  g_autoptr (GArray) reasons = NULL;
  const SgnDeclaration *declaration;

  g_return_if_fail (library != NULL && record != NULL && states != NULL);
  g_return_if_fail (star == 1 || star == 2);

  reasons = sgn_readiness_of (library, record, star);
  declaration = sgn_record_find_star (record, star);
  states[SGN_DECLARE_ACCOUNT] = from_reason (&g_array_index (reasons, SgnReason, 0));
  states[SGN_DECLARE_SHEET] = from_reason (&g_array_index (reasons, SgnReason, 1));
  states[SGN_DECLARE_DECLARE] = from_count (declaration != NULL ? 1 : 0);
  states[SGN_DECLARE_NUMBER] = states[SGN_DECLARE_DECLARE];
  states[SGN_DECLARE_LOGO] =
    from_count (declaration != NULL ? count_files (record, declaration) : 0);
  states[SGN_DECLARE_SHOWN] = from_count (declaration != NULL ? declaration->places->len : 0);
}

guint
sgn_declare_steps_get_next (const SgnDeclareState *states)
{
  guint step = 0;

  g_return_val_if_fail (states != NULL, 0);

  while (step < SGN_N_DECLARE_STEPS && states[step].done)
    step++;
  return step;
}

int
sgn_declare_steps_get_star (const SgnRecord *record)
{
  int goal;

  g_return_val_if_fail (record != NULL, 1);

  goal = sgn_road_find_goal (record);
  return goal > 0 ? goal : sgn_road_get_declared (record);
}
