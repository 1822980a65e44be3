/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-key-block.h"
#include "sgn-self-check-private.h"

#include "sgn-date.h"

#define NOTE_ABOVE 4.0

gint64
sgn_self_check_count (const SgnSelfCheckSheet *self, const char *mark)
{
  return sgn_json_integer (json_object_get (self->score, "counts"), mark, 0);
}

double
sgn_self_check_get_above (const SgnSelfCheckSheet *self, double usual)
{
  return self->dense ? SGN_H2_ABOVE_TIGHT : usual;
}

SgnMark
sgn_self_check_get_mark (const json_t *object, const char *key)
{
  const char *word = sgn_json_string (object, key);
  SgnMark mark = SGN_MARK_NONE;

  if (word != NULL)
    sgn_mark_from_key (word, &mark);
  return mark;
}

const char *
sgn_self_check_get_word (const SgnSelfCheckSheet *self, SgnMark mark)
{
  json_t *values = json_object_get (self->json, "values");
  json_t *value;
  size_t i;

  json_array_foreach (values, i, value)
  {
    const char *word = sgn_json_string (value, "short");
    if (mark != SGN_MARK_NONE && sgn_self_check_get_mark (value, "mark") == mark && word != NULL)
      return word;
  }
  return sgn_flow_text (self->flow, "state.none");
}

char *
sgn_self_check_format_section (const SgnSelfCheckSheet *self, const json_t *section)
{
  const char *number = sgn_json_string (section, "number");
  const char *title = sgn_json_string (section, "title");

  return sgn_flow_format (self->flow, "part.name", "number", number != NULL ? number : "", "title",
                          title != NULL ? title : "", NULL);
}

json_t *
sgn_self_check_find_section (const SgnSelfCheckSheet *self, const char *id)
{
  json_t *section;
  size_t i;

  json_array_foreach (json_object_get (self->json, "sections"), i, section)
  {
    if (g_strcmp0 (sgn_json_string (section, "id"), id) == 0)
      return section;
  }
  return NULL;
}

char *
sgn_self_check_format_previous_date (const SgnSelfCheckSheet *self)
{
  const char *date = sgn_json_string (self->previous, "date");

  return sgn_date_to_words (date, self->flow->sheet->language);
}

gboolean
sgn_self_check_lists_unmet (const SgnSelfCheckSheet *self)
{
  return g_strcmp0 (sgn_json_string (self->json, "options"), "with-unmet") == 0;
}

/* 本社・工場　全18名／パソコン21台 */
static char *
format_scope (const SgnSelfCheckSheet *self)
{
  json_t *company = json_object_get (self->json, "company");
  const char *typed = sgn_json_string (json_object_get (self->json, "assessment"), "scope");
  const char *scope = typed != NULL ? typed : sgn_flow_text (self->flow, "scope.company");
  gint64 employees = sgn_json_integer (company, "employees", -1);
  gint64 computers = sgn_json_integer (company, "computers", -1);
  g_autofree char *staff = g_strdup_printf ("%" G_GINT64_FORMAT, employees);
  g_autofree char *pcs = g_strdup_printf ("%" G_GINT64_FORMAT, computers);

  if (employees >= 0 && computers >= 0)
    return sgn_flow_format (self->flow, "scope.with_size", "scope", scope, "employees", staff,
                            "computers", pcs, NULL);
  if (employees >= 0)
    return sgn_flow_format (self->flow, "scope.with_employees", "scope", scope, "employees", staff,
                            NULL);
  if (computers >= 0)
    return sgn_flow_format (self->flow, "scope.with_computers", "scope", scope, "computers", pcs,
                            NULL);
  return g_strdup (scope);
}

/* (nullable) */
static char *
format_period (const SgnSelfCheckSheet *self)
{
  json_t *assessment = json_object_get (self->json, "assessment");
  const char *start = sgn_json_string (assessment, "period_start");
  const char *end = sgn_json_string (assessment, "period_end");
  const char *state = sgn_json_string (assessment, "state");
  SgnLanguage language = self->flow->sheet->language;
  g_autofree char *from = sgn_date_to_words (start, language);

  if (from != NULL && end == NULL && g_strcmp0 (state, "open") == 0)
    return sgn_flow_format (self->flow, "period.open", "from", from, NULL);
  if (start == NULL && end == NULL)
    return sgn_date_to_words (sgn_json_string (assessment, "date"), language);
  return sgn_date_range_to_words (start, end, language);
}

/* (nullable) */
static char *
format_person (const SgnSelfCheckSheet *self, const char *key)
{
  json_t *person = json_object_get (json_object_get (self->json, "assessment"), key);
  const char *name = sgn_json_string (person, "name");
  const char *department = sgn_json_string (person, "department");
  const char *role = sgn_json_string (person, "role");
  const char *place = department != NULL && *department != '\0' ? department : role;

  if (name == NULL || place == NULL || *place == '\0')
    return g_strdup (name);
  return sgn_flow_format (self->flow, "format.person", "department", place, "name", name, NULL);
}

static void
add_people (const SgnSelfCheckSheet *self, SgnKeyBlock *block)
{
  json_t *assessment = json_object_get (self->json, "assessment");
  SgnType type = sgn_key_block_get_type (self->flow);
  g_autofree char *by = format_person (self, "answered_by");
  g_autofree char *reviewer = format_person (self, "reviewed_by");

  if (sgn_flow_is_partner (self->flow)) {
    sgn_key_block_add (block, sgn_flow_text (self->flow, "block.by_department"), type,
                       sgn_json_string (assessment, "answered_department"));
    sgn_key_block_add (block, sgn_flow_text (self->flow, "block.reviewed_office"), type,
                       sgn_json_string (assessment, "reviewed_role"));
    return;
  }
  sgn_key_block_add (block, sgn_flow_text (self->flow, "block.by"), type,
                     by != NULL ? by : sgn_flow_text (self->flow, "by.none"));
  sgn_key_block_add (block, sgn_flow_text (self->flow, "block.reviewed"), type, reviewer);
}

static gboolean
gathers_sites (const SgnSelfCheckSheet *self)
{
  return json_object_get (json_object_get (self->json, "assessment"), "sites") != NULL;
}

/* (nullable): how many sites the answers are gathered from, where they are */
static char *
format_sites (const SgnSelfCheckSheet *self)
{
  json_t *sites = json_object_get (json_object_get (self->json, "assessment"), "sites");
  gint64 gathered = sgn_json_integer (sites, "gathered", 0);
  gint64 all = sgn_json_integer (sites, "all", 0);
  gint64 decided = sgn_json_integer (sites, "decided", 0);
  g_autofree char *n = sgn_number_format (gathered);
  g_autofree char *of = sgn_number_format (all);
  g_autofree char *own = sgn_number_format (decided);
  g_autofree char *line = NULL;

  if (!gathers_sites (self))
    return NULL;
  line = gathered < all ? sgn_flow_format (self->flow, "sites.some", "n", n, "all", of, NULL)
                        : sgn_flow_format (self->flow, "sites.all", "n", n, NULL);
  if (decided == 0)
    return g_steal_pointer (&line);
  return sgn_flow_format (self->flow, "sites.decided", "line", line, "n", own, NULL);
}

static void
place_block (const SgnSelfCheckSheet *self)
{
  g_autofree char *sites = format_sites (self);
  g_autoptr (SgnKeyBlock) block = sgn_key_block_new ();
  g_autofree char *scope = format_scope (self);
  g_autofree char *period = format_period (self);
  const char *note = sgn_json_string (json_object_get (self->json, "catalogue"), "edition_note");
  g_autofree char *joined = sgn_text_join (note != NULL ? note : "");
  SgnType type = sgn_key_block_get_type (self->flow);

  sgn_key_block_add_company (block, self->flow);
  sgn_key_block_add (block, sgn_flow_text (self->flow, "block.scope"), type, scope);
  sgn_key_block_add (block, sgn_flow_text (self->flow, "block.period"), type, period);
  add_people (self, block);
  sgn_key_block_place (block, self->flow);
  self->flow->y += NOTE_ABOVE;
  sgn_flow_paragraph (self->flow, SGN_TYPE_NOTE, joined);
  if (sites != NULL)
    sgn_flow_paragraph (self->flow, SGN_TYPE_NOTE, sites);
}

static char *
format_editions (const SgnSelfCheckSheet *self)
{
  json_t *catalogue = json_object_get (self->json, "catalogue");
  const char *id = sgn_json_string (catalogue, "id");
  const char *edition = sgn_json_string (catalogue, "edition");
  const char *published = sgn_json_string (catalogue, "published");

  return sgn_flow_format (self->flow, "foot.items", "catalogue", id != NULL ? id : "", "edition",
                          edition != NULL ? edition : "", "published",
                          published != NULL ? published : "", NULL);
}

static void
place_internal (SgnSelfCheckSheet *self)
{
  sgn_self_check_place_score (self);
  sgn_self_check_place_parts (self);
  sgn_self_check_place_areas (self);
  sgn_self_check_place_strip (self);
  if (self->flow->canvas.page == 0)
    sgn_flow_break_page (self->flow);
  sgn_self_check_place_items (self);
  sgn_self_check_place_unmet (self);
  if (self->previous != NULL)
    sgn_self_check_place_changes (self);
}

static void
place_partner (SgnSelfCheckSheet *self)
{
  sgn_self_check_place_score (self);
  sgn_self_check_place_parts (self);
  sgn_self_check_place_measures (self);
}

void
sgn_self_check_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autoptr (SgnFrame) frame = sgn_frame_new (flow);
  json_t *previous = json_object_get (sheet->projection, "previous");
  SgnSelfCheckSheet self = {
    .flow = flow,
    .json = sheet->projection,
    .score = json_object_get (sheet->projection, "score"),
    .previous = json_is_object (previous) ? previous : NULL,
  };

  self.dense = sgn_flow_is_copy (flow) || gathers_sites (&self) ||
               sgn_self_check_count (&self, "none") > 0 ||
               sgn_self_check_count (&self, "not-applicable") > 0;
  frame->editions = format_editions (&self);
  sgn_frame_begin (frame, flow);
  place_block (&self);
  if (sgn_flow_is_partner (flow))
    place_partner (&self);
  else
    place_internal (&self);
  sgn_frame_finish (frame, flow);
}
