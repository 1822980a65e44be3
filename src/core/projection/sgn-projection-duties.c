/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-private.h"

#include "sgn-date.h"

#include <string.h>

/**
 * Guideline:
 * @editions: where its edition goes when it has something to be done
 * @level: (nullable): the level aimed at; what a higher one asks for is not to be done
 *
 * A guideline that was answered.
 */
typedef struct {
  const SgnProjection *projection;
  json_t *editions;
  SgnCatalogue *catalogue;
  const SgnSelfCheck *check;
  const char *level;
} Guideline;

/* One row in the making: the items of one requirement that are to be done in one rhythm. */
typedef struct {
  GPtrArray *items; /* of SgnItem */
  GPtrArray *days;  /* of char*: when each was looked at last */
} Duty;

static void
duty_clear (Duty *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->days, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Duty, duty_clear)

/* How many months later it is due again; 0 for what has no date. */
static int
get_months (const char *rhythm)
{
  return g_str_equal (rhythm, "monthly") ? 1 : g_str_equal (rhythm, "yearly") ? 12 : 0;
}

static const char *
get_words (const SgnProjection *self, const char *rhythm)
{
  g_autofree char *key = g_strconcat ("rhythm.", rhythm, NULL);

  return sgn_documents_text (self->library->documents, "calendar", g_strdelimit (key, "-", '_'),
                             self->request->language);
}

/* What is not done cannot be due again; what a guideline asks for does not matter before. */
static gboolean
is_duty (const Guideline *self, const SgnItemLine *line, const char *rhythm)
{
  const SgnItem *item = line->item;

  return item->duties != NULL && g_strv_contains ((const char *const *) item->duties, rhythm) &&
         (line->mark == SGN_MARK_DONE || line->mark == SGN_MARK_PARTIAL) &&
         sgn_projection_prints_item (item) &&
         sgn_catalogue_level_includes (self->catalogue, self->level, item);
}

/* The day of the answer, or the later one when somebody looked it over. */
static char *
dup_last (const SgnAnswer *answer)
{
  g_autofree char *day = sgn_time_get_date (answer->at);

  if (answer->reviewed_on != NULL && sgn_date_compare (answer->reviewed_on, day) > 0)
    return g_strdup (answer->reviewed_on);
  return g_steal_pointer (&day);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Takes the items of @group from @start on; those of no group stand alone. */
static void
collect (const Guideline *self, const char *rhythm, guint start, Duty *duty)
{
  GPtrArray *items = self->catalogue->items;
  const SgnGroup *group = ((const SgnItem *) items->pdata[start])->group;
  guint end = group != NULL ? items->len : start + 1;

  duty->items = g_ptr_array_new ();
  duty->days = g_ptr_array_new_with_free_func (g_free);
  for (guint i = start; i < end; i++) {
    const SgnItemLine line = sgn_self_check_look_at (self->check, items->pdata[i]);

    if (line.item->group != group || !is_duty (self, &line, rhythm))
      continue;
    g_ptr_array_add (duty->items, (gpointer) line.item);
    g_ptr_array_add (duty->days, dup_last (line.answer));
  }
  g_ptr_array_sort (duty->days, compare_days);
}

static json_t *
list_days (GPtrArray *days)
{
  json_t *list = json_array ();

  for (guint i = 0; i < days->len; i++)
    if (i == 0 || strcmp (days->pdata[i - 1], days->pdata[i]) != 0)
      json_array_append_new (list, json_string (days->pdata[i]));
  return list;
}

static void
set_items (json_t *json, GPtrArray *items)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ((const SgnItem *) items->pdata[i])->id);
  sgn_json_set_string (json, "items", ids->str);
}

/* One item is called by its own name, several by that of their requirement. */
static void
set_name (const Guideline *self, json_t *json, const Duty *duty)
{
  const SgnItem *item = duty->items->pdata[0];
  gboolean alone = duty->items->len == 1 || item->group == NULL;
  const SgnText *title = alone                                 ? &item->short_title
                         : item->group->short_title.ja != NULL ? &item->group->short_title
                                                               : &item->group->title;
  g_autofree char *subject =
    g_strconcat (sgn_projection_get_sign (self->projection, self->catalogue->id),
                 alone ? item->number : item->group->number, NULL);

  sgn_projection_set_text (self->projection, json, "title", title);
  sgn_json_set_string (json, "subject", subject);
}

/* What was done longest ago decides when the requirement is due again. */
static json_t *
duty_to_json (const Guideline *self, const char *rhythm, const Duty *duty)
{
  int months = get_months (rhythm);
  g_autofree char *next =
    months > 0 ? sgn_projection_dup_later (duty->days->pdata[0], months) : NULL;
  json_t *json = json_object ();

  sgn_json_set_string (json, "rhythm", rhythm);
  sgn_json_set_string (json, "how_often", get_words (self->projection, rhythm));
  set_name (self, json, duty);
  set_items (json, duty->items);
  json_object_set_new (json, "done", list_days (duty->days));
  sgn_json_set_string (json, "last", duty->days->pdata[duty->days->len - 1]);
  sgn_json_set_string (json, "next", next);
  return json;
}

/* Whether a row for the group of item @i was made before. */
static gboolean
is_collected (const Guideline *self, const char *rhythm, guint i)
{
  GPtrArray *items = self->catalogue->items;
  const SgnItem *item = items->pdata[i];

  for (guint before = 0; item->group != NULL && before < i; before++) {
    const SgnItemLine line = sgn_self_check_look_at (self->check, items->pdata[before]);

    if (line.item->group == item->group && is_duty (self, &line, rhythm))
      return TRUE;
  }
  return FALSE;
}

static void
list_rhythm (const Guideline *self, const char *rhythm, json_t *rows)
{
  for (guint i = 0; i < self->catalogue->items->len; i++) {
    const SgnItemLine line = sgn_self_check_look_at (self->check, self->catalogue->items->pdata[i]);
    g_auto (Duty) duty = { 0 };

    if (!is_duty (self, &line, rhythm) || is_collected (self, rhythm, i))
      continue;
    collect (self, rhythm, i, &duty);
    json_array_append_new (rows, duty_to_json (self, rhythm, &duty));
    sgn_projection_add_plan_edition (self->editions, self->catalogue);
  }
}

/* (nullable): the level of @assessment, else the lowest that its catalogue has */
static const char *
get_level (const SgnAssessment *assessment, const SgnCatalogue *catalogue)
{
  if (assessment->level != NULL)
    return assessment->level;
  return catalogue->levels->len > 0 ? catalogue->levels->pdata[0] : NULL;
}

static void
list_guideline (const SgnProjection *self,
                const char *id,
                const char *rhythm,
                json_t *editions,
                json_t *rows)
{
  const SgnAssessment *assessment = sgn_record_find_answered (self->record, id);
  SgnCatalogue *catalogue =
    assessment != NULL ? sgn_library_find_catalogue (self->library, id, assessment->edition) : NULL;
  g_autoptr (SgnCombined) combined = NULL;
  SgnSelfCheck check = { 0 };
  Guideline guideline = { self, editions, catalogue, &check, NULL };

  if (catalogue == NULL)
    return;
  combined = sgn_combined_new (self->record, catalogue, assessment);
  check.assessment = combined->answers;
  check.catalogue = catalogue;
  guideline.level = get_level (assessment, catalogue);
  list_rhythm (&guideline, rhythm, rows);
}

json_t *
sgn_projection_list_duties (const SgnProjection *self, json_t *editions)
{
  json_t *rows = json_array ();

  for (const char *const *rhythm = sgn_catalogue_get_rhythms (); *rhythm != NULL; rhythm++) {
    const char *const *id = sgn_library_get_catalogue_ids (self->library);

    for (; *id != NULL; id++)
      list_guideline (self, *id, *rhythm, editions, rows);
  }
  return rows;
}
