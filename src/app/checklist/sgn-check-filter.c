/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-check-filter.h"

#include <glib/gi18n-lib.h>

#include "sgn-checklist-progress.h"

static gboolean
passes_state (SgnFilter filter, SgnMark mark)
{
  switch (filter) {
  case SGN_FILTER_NONE:
    return mark == SGN_MARK_NONE;
  case SGN_FILTER_PARTIAL:
    return mark == SGN_MARK_PARTIAL;
  case SGN_FILTER_NOT_DONE:
    return mark == SGN_MARK_NOT_DONE;
  case SGN_FILTER_UNKNOWN:
    return mark == SGN_MARK_UNKNOWN;
  case SGN_FILTER_ALL:
  default:
    return TRUE;
  }
}

SgnLook
sgn_look_from_key (const char *expert)
{
  if (g_strcmp0 (expert, SGN_EXPERT_SEEN) == 0)
    return SGN_LOOK_SEEN;
  return g_strcmp0 (expert, SGN_EXPERT_ASKED) == 0 ? SGN_LOOK_ASKED : SGN_LOOK_NOT_YET;
}

const char *
sgn_look_get_words (SgnLook look)
{
  switch (look) {
  case SGN_LOOK_SEEN:
    return C_ ("expert", "Seen");
  case SGN_LOOK_ASKED:
    return C_ ("expert", "Asked");
  case SGN_LOOK_NOT_YET:
    return C_ ("expert", "Not yet");
  case SGN_LOOK_ANY:
  default:
    return C_ ("filter", "All");
  }
}

SgnLook
sgn_check_filter_get_look (SgnChecklist *checklist, guint index)
{
  const SgnAnswer *answer = sgn_checklist_get_answer (checklist, index);

  return sgn_look_from_key (answer != NULL ? answer->expert : NULL);
}

gboolean
sgn_check_filter_passes (SgnChecklist *checklist, guint index, SgnFilter filter, SgnLook look)
{
  return passes_state (filter, sgn_checklist_get_mark (checklist, index)) &&
         (look == SGN_LOOK_ANY || look == sgn_check_filter_get_look (checklist, index));
}

guint
sgn_check_filter_count (SgnChecklist *checklist, SgnFilter filter)
{
  const SgnSection *page = sgn_checklist_find_page (checklist);
  guint count = 0;

  for (guint i = 0; i < sgn_checklist_get_n_items (checklist); i++)
    if (page == NULL || sgn_checklist_get_item (checklist, i)->section == page)
      count += passes_state (filter, sgn_checklist_get_mark (checklist, i));
  return count;
}
