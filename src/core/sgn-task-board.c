/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-task-board.h"

#include <string.h>

#include "sgn-date.h"

/* In the last months of a year its end is one heading. */
#define YEAR_ENDS "10"

static void
line_free (gpointer data)
{
  SgnBoardLine *line = data;

  g_ptr_array_unref (line->grounds);
  g_free (line);
}

static void
section_free (gpointer data)
{
  SgnBoardSection *section = data;

  g_ptr_array_unref (section->lines);
  g_free (section);
}

static gint64
get_owner (const SgnBoardLine *line)
{
  return line->plan->task != NULL ? line->plan->task->owner : 0;
}

static gboolean
is_open (const SgnBoardLine *line)
{
  return line->mark != SGN_MARK_COMPLETE && line->mark != SGN_MARK_NOT_APPLICABLE;
}

/* (transfer full): of an answer without a task there is one */
static GPtrArray *
list_grounds (const SgnPlanLine *plan, const SgnRecord *record, SgnLibrary *library)
{
  g_autofree char *reference = NULL;
  g_autoptr (GPtrArray) links = NULL;
  SgnTask found_out = { 0 };

  if (plan->task != NULL)
    return sgn_task_list_grounds (plan->task, record, library);

  reference = sgn_answer_make_reference (plan->assessment->id, plan->item->id);
  links = g_ptr_array_new ();
  g_ptr_array_add (links, reference);
  found_out.links = links;
  return sgn_task_list_grounds (&found_out, record, library);
}

static void
add_lines (SgnTaskBoard *self, const SgnRecord *record, SgnLibrary *library)
{
  for (guint i = 0; i < self->plan->len; i++) {
    const SgnPlanLine *plan = g_ptr_array_index (self->plan, i);
    SgnBoardLine *line = g_new0 (SgnBoardLine, 1);

    line->plan = plan;
    line->mark =
      plan->task != NULL ? sgn_task_get_mark (plan->task, self->today) : SGN_MARK_UNKNOWN;
    line->grounds = list_grounds (plan, record, library);
    g_ptr_array_add (self->lines, line);
  }
}

static SgnBoardOwner *
ensure_owner (SgnTaskBoard *self, const SgnRecord *record, gint64 id)
{
  SgnBoardOwner *owner = NULL;

  for (guint i = 0; i < self->owners->len; i++) {
    owner = g_ptr_array_index (self->owners, i);
    if (owner->id == id)
      return owner;
  }
  owner = g_new0 (SgnBoardOwner, 1);
  owner->id = id;
  owner->person = id != 0 ? sgn_record_find_person (record, id) : NULL;
  g_ptr_array_add (self->owners, owner);
  return owner;
}

/* Nobody comes last; the sort is stable, so that equals stay in the order of the plan. */
static int
compare_owners (gconstpointer a, gconstpointer b)
{
  const SgnBoardOwner *first = *(const SgnBoardOwner *const *) a;
  const SgnBoardOwner *second = *(const SgnBoardOwner *const *) b;

  if ((first->id == 0) != (second->id == 0))
    return first->id == 0 ? 1 : -1;
  return (first->open < second->open) - (first->open > second->open);
}

/* What is finished or declined without anybody having had it needs nobody. */
static void
add_owners (SgnTaskBoard *self, const SgnRecord *record)
{
  for (guint i = 0; i < self->lines->len; i++) {
    const SgnBoardLine *line = g_ptr_array_index (self->lines, i);
    SgnBoardOwner *owner;

    if (line->mark == SGN_MARK_NOT_APPLICABLE || (get_owner (line) == 0 && !is_open (line)))
      continue;
    owner = ensure_owner (self, record, get_owner (line));
    owner->open += is_open (line);
    owner->overdue += line->mark == SGN_MARK_OVERDUE;
  }
  g_ptr_array_sort (self->owners, compare_owners);
}

static gboolean
is_for (const SgnBoardLine *line, const char *origin)
{
  for (guint i = 0; i < line->grounds->len; i++) {
    const SgnTaskGround *ground = g_ptr_array_index (line->grounds, i);
    const char *id = ground->catalogue != NULL ? ground->catalogue->id : SGN_BOARD_NO_GUIDELINE;

    if (strcmp (id, origin) == 0)
      return TRUE;
  }
  return line->grounds->len == 0 && *origin == '\0';
}

static void
add_origin (SgnTaskBoard *self, const char *origin)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (is_for (g_ptr_array_index (self->lines, i), origin)) {
      g_ptr_array_add (self->origins, g_strdup (origin));
      return;
    }
}

static void
add_origins (SgnTaskBoard *self, SgnLibrary *library)
{
  for (const char *const *id = sgn_library_get_catalogue_ids (library); *id != NULL; id++)
    add_origin (self, *id);
  add_origin (self, SGN_BOARD_NO_GUIDELINE);
}

/**
 * sgn_task_board_new:
 * @record: the record of a company
 * @library: the guidelines
 * @today: the date
 *
 * Returns: (transfer full): the plan as of @today
 */
SgnTaskBoard *
sgn_task_board_new (const SgnRecord *record, SgnLibrary *library, const char *today)
{
  SgnTaskBoard *self = g_new0 (SgnTaskBoard, 1);

  self->today = g_strdup (today);
  self->plan = sgn_plan_list (record, library);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->owners = g_ptr_array_new_with_free_func (g_free);
  self->origins = g_ptr_array_new_with_free_func (g_free);
  self->proposals = sgn_plan_list_proposals (record, library);
  add_lines (self, record, library);
  add_owners (self, record);
  add_origins (self, library);
  return self;
}

void
sgn_task_board_free (SgnTaskBoard *self)
{
  g_free (self->today);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->plan);
  g_ptr_array_unref (self->owners);
  g_ptr_array_unref (self->origins);
  g_ptr_array_unref (self->proposals);
  g_free (self);
}

guint
sgn_task_board_count_mark (const SgnTaskBoard *self, SgnMark mark)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->lines->len; i++) {
    const SgnBoardLine *line = g_ptr_array_index (self->lines, i);

    count += line->mark == mark || (mark == SGN_MARK_TODO && line->mark == SGN_MARK_UNKNOWN);
  }
  return count;
}

guint
sgn_task_board_count_planned (const SgnTaskBoard *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lines->len - sgn_task_board_count_mark (self, SGN_MARK_NOT_APPLICABLE);
}

static gboolean
passes_filter (const SgnBoardLine *line, SgnBoardFilter filter)
{
  switch (filter) {
  case SGN_BOARD_OPEN:
    return is_open (line);
  case SGN_BOARD_OVERDUE:
    return line->mark == SGN_MARK_OVERDUE;
  case SGN_BOARD_DONE:
    return line->mark == SGN_MARK_COMPLETE;
  case SGN_BOARD_ALL:
  default:
    return TRUE;
  }
}

static gboolean
passes (const SgnBoardLine *line, const SgnBoardWish *wish, SgnBoardFilter filter)
{
  return passes_filter (line, filter) &&
         (wish->owner == SGN_BOARD_ANYBODY || wish->owner == get_owner (line)) &&
         (wish->origin == NULL || is_for (line, wish->origin));
}

guint
sgn_task_board_count (const SgnTaskBoard *self, const SgnBoardWish *wish, SgnBoardFilter filter)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL && wish != NULL, 0);

  for (guint i = 0; i < self->lines->len; i++)
    count += passes (g_ptr_array_index (self->lines, i), wish, filter);
  return count;
}

/* Where a line belongs; the day of it for those that have one. */
static SgnBoardHeading
find_heading (const SgnTaskBoard *self, const SgnBoardLine *line, const char **day)
{
  const char *due = line->plan->task != NULL ? line->plan->task->due : NULL;

  *day = NULL;
  if (line->mark == SGN_MARK_UNKNOWN)
    return SGN_BOARD_FIND_OUT;
  if (line->mark == SGN_MARK_COMPLETE)
    return SGN_BOARD_FINISHED;
  if (line->mark == SGN_MARK_NOT_APPLICABLE)
    return SGN_BOARD_DECLINED;
  if (line->mark == SGN_MARK_OVERDUE)
    return SGN_BOARD_LATE;
  if (due == NULL)
    return SGN_BOARD_NO_DAY;
  *day = due;
  return strncmp (due, self->today, 4) == 0 && strncmp (self->today + 5, YEAR_ENDS, 2) >= 0
           ? SGN_BOARD_YEAR
           : SGN_BOARD_MONTH;
}

static gboolean
is_of_section (const SgnBoardSection *section,
               SgnBoardHeading heading,
               const char *day,
               gint64 owner)
{
  if (section->heading != heading || section->owner != owner)
    return FALSE;
  return heading != SGN_BOARD_MONTH || strncmp (section->day, day, strlen ("2026-11")) == 0;
}

static SgnBoardSection *
ensure_section (GPtrArray *sections, SgnBoardHeading heading, const char *day, gint64 owner)
{
  SgnBoardSection *section = NULL;

  for (guint i = sections->len; i > 0; i--) {
    section = g_ptr_array_index (sections, i - 1);
    if (is_of_section (section, heading, day, owner))
      return section;
  }
  section = g_new0 (SgnBoardSection, 1);
  section->heading = heading;
  section->day = day;
  section->owner = owner;
  section->lines = g_ptr_array_new ();
  g_ptr_array_add (sections, section);
  return section;
}

/* Under the people the plan keeps its own order, which is by day. */
static GPtrArray *
list_people (const SgnTaskBoard *self, const SgnBoardWish *wish)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func (section_free);

  for (guint k = 0; k < self->owners->len; k++) {
    const SgnBoardOwner *owner = g_ptr_array_index (self->owners, k);

    for (guint i = 0; i < self->lines->len; i++) {
      SgnBoardLine *line = g_ptr_array_index (self->lines, i);
      SgnBoardSection *section;

      if (get_owner (line) != owner->id || !passes (line, wish, wish->filter))
        continue;
      section = ensure_section (sections, SGN_BOARD_PERSON, NULL, owner->id);
      section->person = owner->person;
      g_ptr_array_add (section->lines, line);
    }
  }
  return sections;
}

GPtrArray *
sgn_task_board_list (const SgnTaskBoard *self, const SgnBoardWish *wish)
{
  GPtrArray *sections = NULL;

  g_return_val_if_fail (self != NULL && wish != NULL, NULL);

  if (wish->by_person)
    return list_people (self, wish);
  sections = g_ptr_array_new_with_free_func (section_free);
  for (guint i = 0; i < self->lines->len; i++) {
    SgnBoardLine *line = g_ptr_array_index (self->lines, i);
    const char *day = NULL;
    SgnBoardHeading heading = find_heading (self, line, &day);

    if (passes (line, wish, wish->filter))
      g_ptr_array_add (ensure_section (sections, heading, day, 0)->lines, line);
  }
  return sections;
}
