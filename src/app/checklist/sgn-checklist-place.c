/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-checklist-place.h"

#define LIST "list"
#define QUESTION "question"

char *
sgn_checklist_place_dup (SgnChecklist *checklist, gboolean list)
{
  g_autofree char *key = sgn_catalogue_dup_key (sgn_checklist_get_catalogue (checklist));
  const SgnItem *item = sgn_checklist_get_item (checklist, sgn_checklist_get_position (checklist));

  return g_strjoin (" ", key, item->id, list ? LIST : QUESTION, NULL);
}

gboolean
sgn_checklist_place_go_to (SgnChecklist *checklist, const char *place, gboolean *list)
{
  SgnLibrary *library = sgn_session_get_library (sgn_checklist_get_session (checklist));
  g_auto (GStrv) parts = g_strsplit (place, " ", 3);
  SgnCatalogue *catalogue = NULL;

  if (g_strv_length (parts) == 3)
    catalogue = sgn_library_find_catalogue_key (library, parts[0]);
  if (catalogue == NULL)
    return FALSE;

  sgn_checklist_set_catalogue (checklist, catalogue);
  for (guint i = 0; i < sgn_checklist_get_n_items (checklist); i++)
    if (g_str_equal (sgn_checklist_get_item (checklist, i)->id, parts[1]))
      sgn_checklist_set_position (checklist, i);
  *list = g_str_equal (parts[2], LIST);
  return TRUE;
}
