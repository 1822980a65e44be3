/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-management-private.h"

#include "sgn-key-block.h"
#include "sgn-number.h"

#define NOTE_ABOVE 4.0

guint
sgn_management_get_level (const json_t *object, const char *key)
{
  return (guint) MAX (sgn_json_integer (object, key, 0), 0);
}

static void
place_block (SgnFlow *flow)
{
  g_autoptr (SgnKeyBlock) block = sgn_key_block_new ();
  g_autofree char *representative = sgn_key_block_dup_representative (flow);
  g_autofree char *scope = sgn_assessment_words_scope (flow, FALSE);
  g_autofree char *period = sgn_assessment_words_period (flow);
  SgnType type = sgn_key_block_get_type (flow);

  sgn_key_block_add_name (block, flow);
  sgn_key_block_add (block, sgn_flow_text (flow, "label.representative"), type, representative);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.scope"), type, scope);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.period"), type, period);
  sgn_key_block_add_people (block, flow);
  sgn_key_block_place_head (block, flow);
}

static void
place_note (SgnFlow *flow, const char *text)
{
  g_autofree char *joined = sgn_text_join (text);

  sgn_flow_paragraph (flow, SGN_TYPE_NOTE, joined);
}

/* What the questions are, which of them are not on paper, and what the levels are not. */
static void
place_notes (const SgnManagementSheet *self)
{
  SgnFlow *flow = self->flow;
  const char *edition = sgn_json_string (json_object_get (self->json, "catalogue"), "edition_note");
  gint64 unprinted = sgn_json_integer (self->json, "unprinted", 0);
  g_autofree char *n = sgn_number_format (unprinted);
  g_autofree char *printed = sgn_number_format (sgn_json_integer (self->json, "questions", 0));
  g_autofree char *own =
    unprinted > 0 ? sgn_flow_format (flow, "note.unprinted", "n", n, "printed", printed, NULL)
                  : g_strdup (sgn_flow_text (flow, "note.no_average"));
  g_autofree char *all = sgn_flow_format (flow, "note.about", "edition",
                                          edition != NULL ? edition : "", "own", own, NULL);
  g_autofree char *sites = sgn_assessment_words_sites (flow);

  flow->y += NOTE_ABOVE;
  place_note (flow, all);
  if (sites != NULL)
    place_note (flow, sites);
}

void
sgn_management_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autoptr (SgnFrame) frame = sgn_frame_new (flow);
  const SgnManagementSheet self = {
    .flow = flow,
    .json = sheet->projection,
    .previous = json_object_get (sheet->projection, "previous"),
    .whole = sgn_json_boolean (sheet->projection, "whole"),
    .levels = (guint) json_array_size (json_object_get (sheet->projection, "levels")),
  };

  frame->editions = sgn_assessment_words_edition (flow);
  sgn_frame_begin (frame, flow);
  place_block (flow);
  place_notes (&self);
  sgn_management_place_levels (&self);
  if (self.whole)
    sgn_management_place_directions (&self);
  sgn_management_place_items (&self);
  sgn_frame_finish (frame, flow);
}
