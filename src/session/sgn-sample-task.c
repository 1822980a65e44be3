/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-sample-private.h"

#include "sgn-task-private.h"

/* Inside an act: the task hangs on each of the items listed; "catalogue" is said where others use
 * the same numbers. */
static gboolean
put_links (SgnDesk *desk, gint64 task, const json_t *words, GError **error)
{
  size_t index;
  json_t *item;

  json_array_foreach (json_object_get (words, "items"), index, item)
  {
    const SgnEvidenceUse use = { .catalogue = sgn_json_string (words, "catalogue"),
                                 .item = json_string_value (item) };
    g_auto (SgnGoal) goal = { 0 };

    if (!sgn_task_use_find (desk, &use, &goal, error) ||
        !sgn_desk_put_task_link (desk, task, &goal, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_task (SgnDesk *desk, const json_t *words, GError **error)
{
  const SgnTaskWords said = {
    .title = sgn_json_string (words, "title"),
    .title_en = sgn_json_string (words, "title_en"),
    .owner = sgn_json_string (words, "owner"),
    .due = sgn_json_string (words, "due"),
    .state = sgn_json_string (words, "state"),
  };
  gint64 id = 0;
  gboolean ok = sgn_task_words_check (desk, &said, NULL, error) &&
                sgn_desk_begin_task (desk, error) &&
                sgn_desk_put_task (desk, &said, sgn_json_string (words, "done_on"), &id, error) &&
                put_links (desk, id, words, error);

  return sgn_desk_end_act (desk, ok, error);
}

gboolean
sgn_sample_write_tasks (SgnSample *sample, GError **error)
{
  g_autoptr (json_t) list = sgn_sample_load (sample, "tasks.json", error);
  size_t index;
  json_t *words;

  if (list == NULL)
    return FALSE;

  json_array_foreach (list, index, words)
  {
    sgn_sample_set_clock (sample, sgn_json_string (words, "at"));
    sgn_sample_set_author (sample, sgn_json_string (words, "by"));
    if (!write_task (&sample->desk, words, error))
      return FALSE;
  }
  return TRUE;
}
