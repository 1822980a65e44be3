/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-action-plan-private.h"

#include "sgn-frame.h"
#include "sgn-key-block.h"
#include "sgn-number.h"
#include "sgn-table.h"

#include "sgn-date.h"

#include <string.h>

#define ROW_PAD 4.6
#define ROW_PAD_EN 3.8 /* where most rows have two lines, so that a dozen stays on one page */
#define ROW_HEIGHT 22.4
#define ABOVE 18.0

SgnMark
sgn_action_plan_get_mark (const SgnActionPlan *self, const json_t *task)
{
  const char *state = sgn_json_string (task, "state");
  const char *due = sgn_json_string (task, "due");

  if (g_strcmp0 (state, "done") == 0)
    return SGN_MARK_COMPLETE;
  if (g_strcmp0 (state, "declined") == 0)
    return SGN_MARK_NOT_APPLICABLE;
  if (due != NULL && sgn_date_compare (due, self->today) < 0)
    return SGN_MARK_OVERDUE;
  return g_strcmp0 (state, "doing") == 0 ? SGN_MARK_DOING : SGN_MARK_TODO;
}

const char *
sgn_action_plan_get_word (const SgnActionPlan *self, SgnMark mark)
{
  const char *key = mark == SGN_MARK_COMPLETE  ? "state.done"
                    : mark == SGN_MARK_OVERDUE ? "state.overdue"
                    : mark == SGN_MARK_DOING   ? "state.doing"
                    : mark == SGN_MARK_TODO    ? "state.todo"
                                               : "state.declined";

  return sgn_flow_text (self->flow, key);
}

static char *
format_period (const SgnActionPlan *self)
{
  const json_t *period = json_object_get (self->json, "period");
  g_autofree char *start = sgn_flow_month (self->flow, sgn_json_string (period, "start"));
  g_autofree char *end = sgn_flow_month (self->flow, sgn_json_string (period, "end"));

  if (start == NULL || end == NULL)
    return g_strdup (sgn_flow_text (self->flow, "period.none"));
  if (g_str_equal (start, end))
    return g_steal_pointer (&start);
  return sgn_flow_format (self->flow, "period.value", "start", start, "end", end, NULL);
}

/* 自社診断 2026年11月20日（72点）ほか */
static char *
format_basis (const SgnActionPlan *self)
{
  const json_t *check = json_object_get (self->json, "self_check");
  g_autofree char *date = sgn_flow_date (self->flow, sgn_json_string (check, "date"));
  g_autofree char *points = sgn_number_format (sgn_json_integer (check, "total", 0));
  g_autofree char *value = NULL;

  if (date == NULL)
    return g_strdup (sgn_flow_text (self->flow, "based_on.none"));
  value = sgn_flow_format (self->flow, "based_on.value", "date", date, "points", points, NULL);
  if (json_array_size (json_object_get (self->json, "editions")) < 2)
    return g_steal_pointer (&value);
  return sgn_flow_format (self->flow, "based_on.and_more", "value", value, NULL);
}

/* The first day that is still to come. */
static char *
format_next (const SgnActionPlan *self)
{
  json_t *task;
  size_t i;

  json_array_foreach (json_object_get (self->json, "tasks"), i, task)
  {
    SgnMark mark = sgn_action_plan_get_mark (self, task);
    const char *due = sgn_json_string (task, "due");

    if (due != NULL && (mark == SGN_MARK_DOING || mark == SGN_MARK_TODO))
      return sgn_flow_date (self->flow, due);
  }
  return g_strdup (sgn_flow_text (self->flow, "next.none"));
}

static SgnType
get_bold_type (const SgnActionPlan *self)
{
  return sgn_flow_is_japanese (self->flow) ? SGN_TYPE_KEY_BOLD : SGN_TYPE_KEY_EN_BOLD;
}

static void
place_block (const SgnActionPlan *self)
{
  SgnFlow *flow = self->flow;
  SgnType type = sgn_key_block_get_type (flow);
  g_autoptr (SgnKeyBlock) block = sgn_key_block_new ();
  g_autofree char *period = format_period (self);
  g_autofree char *basis = format_basis (self);
  g_autofree char *next = format_next (self);

  sgn_key_block_add_name (block, flow);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.period"), type, period);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.based_on"), type, basis);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.next"), type, next);
  sgn_key_block_place_head (block, flow);
}

/* What stands before the first space: 山﨑 健太, YAMAZAKI Kenta. */
static char *
dup_family (const char *name)
{
  const char *wide = strstr (name, "　");
  const char *narrow = strchr (name, ' ');
  const char *end = narrow == NULL || (wide != NULL && wide < narrow) ? wide : narrow;

  return end != NULL ? g_strndup (name, (gsize) (end - name)) : g_strdup (name);
}

/* (nullable): with spaces that no line is broken at */
static char *
dup_unbroken (const char *text)
{
  g_autoptr (GString) unbroken = g_string_new (text);

  if (text == NULL || *text == '\0')
    return NULL;
  g_string_replace (unbroken, " ", "\u00a0", 0);
  return g_string_free (g_steal_pointer (&unbroken), FALSE);
}

char *
sgn_action_plan_format_owner (const SgnActionPlan *self, const json_t *task)
{
  const char *name = sgn_json_string (task, "owner");
  g_autofree char *family = name != NULL ? dup_family (name) : NULL;
  g_autofree char *department = dup_unbroken (sgn_json_string (task, "department"));

  if (family == NULL || department == NULL)
    return family != NULL ? g_steal_pointer (&family) : g_steal_pointer (&department);
  return sgn_flow_format (self->flow, "format.person_short", "department", department, "family",
                          family, NULL);
}

static void
add_task (const SgnActionPlan *self, SgnTable *table, const json_t *task, gboolean items)
{
  SgnMark mark = sgn_action_plan_get_mark (self, task);
  gboolean overdue = mark == SGN_MARK_OVERDUE;
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  g_autofree char *number = g_strdup_printf ("%u", table->rows->len);
  g_autofree char *owner = sgn_action_plan_format_owner (self, task);
  g_autofree char *due = sgn_flow_date_short (self->flow, sgn_json_string (task, "due"));

  row->action = overdue;
  sgn_row_add_text (row, SGN_TYPE_NUMBER, number);
  sgn_row_add_pair (row, overdue ? get_bold_type (self) : sgn_key_block_get_type (self->flow),
                    sgn_json_string (task, "title"), SGN_TYPE_NOTE, sgn_json_string (task, "note"));
  if (items)
    sgn_row_add_text (row, SGN_TYPE_NUMBER, sgn_json_string (task, "subject"));
  sgn_row_add_text (row, owner != NULL ? sgn_key_block_get_type (self->flow) : SGN_TYPE_NUMBER,
                    owner != NULL ? owner : "—");
  sgn_row_add_text (row, overdue ? SGN_TYPE_NUMBER_BOLD : SGN_TYPE_NUMBER, due != NULL ? due : "—");
  sgn_row_add_state (row, mark, sgn_action_plan_get_word (self, mark));
}

/* Which questions it is about is said where any task says it. */
static gboolean
has_items (const SgnActionPlan *self)
{
  json_t *task;
  size_t i;

  json_array_foreach (json_object_get (self->json, "tasks"), i,
                      task) if (json_object_get (task, "subject") != NULL) return TRUE;
  return FALSE;
}

static SgnTable *
create_table (const SgnActionPlan *self, gboolean items)
{
  SgnFlow *flow = self->flow;
  double owner = sgn_flow_is_japanese (flow) ? 23 : 30;
  double state = sgn_flow_is_japanese (flow) ? 25 : 23;
  double rest = 174 - 8 - owner - 22 - state;
  const SgnColumn no = { 8, SGN_ALIGN_CENTRE, sgn_flow_text (flow, "table.no"), FALSE };
  const SgnColumn subject = { 16, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.items"), FALSE };
  SgnColumn columns[6] = { no };
  guint n = 1;

  columns[n++] = (SgnColumn){ items ? rest - 16 : rest, SGN_ALIGN_LEFT,
                              sgn_flow_text (flow, "table.title"), TRUE };
  if (items)
    columns[n++] = subject;
  columns[n++] = (SgnColumn){ owner, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.owner"), FALSE };
  columns[n++] = (SgnColumn){ 22, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.due"), FALSE };
  columns[n++] = (SgnColumn){ state, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.state"), FALSE };
  return sgn_table_new (columns, n);
}

static const char *
get_note (const SgnActionPlan *self)
{
  return sgn_flow_text (self->flow,
                        sgn_flow_is_partner (self->flow) ? "text.partner" : "text.internal");
}

static double
measure_note (const SgnActionPlan *self)
{
  return sgn_flow_measure_paragraph (self->flow, SGN_TYPE_NOTE, get_note (self));
}

static void
place_tasks (const SgnActionPlan *self)
{
  SgnFlow *flow = self->flow;
  gboolean items = has_items (self);
  g_autoptr (SgnTable) table = create_table (self, items);
  json_t *task;
  size_t i;

  table->pad = sgn_flow_is_japanese (flow) ? ROW_PAD : ROW_PAD_EN;
  table->min_height = ROW_HEIGHT;
  json_array_foreach (json_object_get (self->json, "tasks"), i, task)
    add_task (self, table, task, items);
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.tasks"),
                    items ? sgn_flow_text (flow, "note.items") : NULL, ABOVE,
                    sgn_table_get_keep (table, flow->canvas.typesetter));
  table->after = SGN_NOTE_ABOVE + measure_note (self);
  sgn_table_place (table, flow);
}

static void
place_note (const SgnActionPlan *self)
{
  SgnFlow *flow = self->flow;

  flow->y += SGN_NOTE_ABOVE;
  sgn_flow_need (flow, measure_note (self));
  sgn_flow_paragraph (flow, SGN_TYPE_NOTE, get_note (self));
}

/* 設問 ipa-self-check 4.0／ipa-rules 4.0 */
static char *
format_editions (SgnFlow *flow)
{
  g_autoptr (GString) list = g_string_new (NULL);
  json_t *edition;
  size_t i;

  json_array_foreach (json_object_get (flow->sheet->projection, "editions"), i, edition)
  {
    g_autofree char *words =
      sgn_flow_format (flow, "foot.item", "catalogue", sgn_json_string (edition, "catalogue"),
                       "edition", sgn_json_string (edition, "edition"), NULL);

    g_string_append_printf (list, "%s%s", i > 0 ? sgn_flow_text (flow, "foot.item_separator") : "",
                            words);
  }
  if (list->len == 0)
    return g_strdup ("");
  return sgn_flow_format (flow, "foot.items_short", "list", list->str, NULL);
}

void
sgn_action_plan_add_foot (SgnFlow *flow, SgnFrame *frame)
{
  const json_t *check = json_object_get (flow->sheet->projection, "self_check");

  frame->editions = format_editions (flow);
  sgn_frame_add_inherited (frame, flow, sgn_json_string (check, "catalogue"),
                           sgn_json_string (check, "edition"),
                           sgn_json_string (check, "inherited_note"));
}

void
sgn_action_plan_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autoptr (SgnFrame) frame = sgn_frame_new (flow);
  g_autofree char *today = sgn_time_get_date (sheet->issued);
  const SgnActionPlan self = { flow, sheet->projection, today };

  sgn_action_plan_add_foot (flow, frame);
  sgn_frame_begin (frame, flow);
  place_block (&self);
  sgn_action_plan_place_progress (&self);
  place_tasks (&self);
  place_note (&self);
  sgn_frame_finish (frame, flow);
}
