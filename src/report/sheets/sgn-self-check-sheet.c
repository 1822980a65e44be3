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

  return sgn_flow_date (self->flow, date);
}

gboolean
sgn_self_check_lists_unmet (const SgnSelfCheckSheet *self)
{
  return g_strcmp0 (sgn_json_string (self->json, "options"), "with-unmet") == 0;
}

static gboolean
gathers_sites (const SgnSelfCheckSheet *self)
{
  return json_object_get (json_object_get (self->json, "assessment"), "sites") != NULL;
}

static void
place_block (const SgnSelfCheckSheet *self)
{
  g_autofree char *sites = sgn_assessment_words_sites (self->flow);
  g_autoptr (SgnKeyBlock) block = sgn_key_block_new ();
  g_autofree char *scope = sgn_assessment_words_scope (self->flow, TRUE);
  g_autofree char *period = sgn_assessment_words_period (self->flow);
  const char *note = sgn_json_string (json_object_get (self->json, "catalogue"), "edition_note");
  g_autofree char *joined = sgn_text_join (note != NULL ? note : "");
  SgnType type = sgn_key_block_get_type (self->flow);

  sgn_key_block_add_company (block, self->flow);
  sgn_key_block_add (block, sgn_flow_text (self->flow, "block.scope"), type, scope);
  sgn_key_block_add (block, sgn_flow_text (self->flow, "block.period"), type, period);
  sgn_key_block_add_people (block, self->flow);
  sgn_key_block_place_head (block, self->flow);
  self->flow->y += NOTE_ABOVE;
  sgn_flow_paragraph (self->flow, SGN_TYPE_NOTE, joined);
  if (sites != NULL)
    sgn_flow_paragraph (self->flow, SGN_TYPE_NOTE, sites);
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

  self.dense = sgn_flow_is_copy (flow) || flow->form->stamps[0] != NULL || gathers_sites (&self) ||
               sgn_self_check_count (&self, "none") > 0 ||
               sgn_self_check_count (&self, "not-applicable") > 0;
  frame->editions = sgn_assessment_words_edition (flow);
  sgn_frame_begin (frame, flow);
  place_block (&self);
  if (sgn_flow_is_partner (flow))
    place_partner (&self);
  else
    place_internal (&self);
  sgn_frame_finish (frame, flow);
}
