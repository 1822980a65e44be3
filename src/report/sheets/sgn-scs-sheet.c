/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-key-block.h"
#include "sgn-number.h"
#include "sgn-scs-private.h"

#define NOTE_ABOVE 4.0

/* In the order of bars, legends and sentences. */
static const SgnMark order[] = {
  SGN_MARK_DONE,    SGN_MARK_PARTIAL,        SGN_MARK_NOT_DONE,
  SGN_MARK_UNKNOWN, SGN_MARK_NOT_APPLICABLE, SGN_MARK_NONE,
};

guint
sgn_scs_count (const json_t *owner, SgnMark mark)
{
  return (guint) sgn_json_integer (json_object_get (owner, "counts"), sgn_mark_to_key (mark), 0);
}

void
sgn_scs_count_all (const json_t *owner, guint *counts)
{
  for (guint mark = 0; mark < SGN_N_MARKS; mark++)
    counts[mark] = sgn_scs_count (owner, (SgnMark) mark);
}

char *
sgn_scs_format_counts (const SgnScsSheet *self, const json_t *owner)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    g_autofree char *n = sgn_number_format (sgn_scs_count (owner, order[i]));
    g_autofree char *entry =
      sgn_flow_format (self->flow, "alt.entry", "state",
                       sgn_assessment_words_state (self->flow, order[i]), "n", n, NULL);

    g_string_append_printf (list, "%s%s", i > 0 ? sgn_flow_text (self->flow, "list.separator") : "",
                            entry);
  }
  return g_string_free (list, FALSE);
}

char *
sgn_scs_format_share (const SgnScsSheet *self, gint64 n, gint64 of)
{
  g_autofree char *part = sgn_number_format (n);
  g_autofree char *whole = sgn_number_format (of);

  return sgn_flow_format (self->flow, "share", "n", part, "of", whole, NULL);
}

static json_t *
get_assessment (const SgnScsSheet *self)
{
  return json_object_get (self->json, "assessment");
}

/* (nullable) */
static char *
format_period (const SgnScsSheet *self)
{
  json_t *assessment = get_assessment (self);
  const char *start = sgn_json_string (assessment, "period_start");
  const char *end = sgn_json_string (assessment, "period_end");
  g_autofree char *from = sgn_flow_date (self->flow, start);

  if (from != NULL && end == NULL && g_strcmp0 (sgn_json_string (assessment, "state"), "open") == 0)
    return sgn_flow_format (self->flow, "period.open", "from", from, NULL);
  if (start == NULL && end == NULL)
    return sgn_flow_date (self->flow, sgn_json_string (assessment, "date"));
  return sgn_flow_range (self->flow, start, end);
}

static void
place_note (const SgnScsSheet *self, const char *text)
{
  g_autofree char *joined = sgn_text_join (text);

  sgn_flow_paragraph (self->flow, SGN_TYPE_NOTE, joined);
}

static void
place_notes (const SgnScsSheet *self)
{
  SgnFlow *flow = self->flow;
  const char *label = sgn_json_string (json_object_get (self->json, "catalogue"), "edition_label");
  gint64 reported = sgn_json_integer (self->json, "reported", 0);
  g_autofree char *n = sgn_number_format (reported);
  g_autofree char *edition =
    sgn_flow_format (flow, "note.edition", "edition", label != NULL ? label : "", NULL);
  g_autofree char *open = sgn_flow_format (flow, "note.reported", "n", n, NULL);
  g_autofree char *sites = sgn_assessment_words_sites (flow);

  flow->y += NOTE_ABOVE;
  place_note (self, edition);
  if (reported > 0)
    place_note (self, open);
  if (sites != NULL)
    place_note (self, sites);
}

static void
place_block (const SgnScsSheet *self)
{
  SgnFlow *flow = self->flow;
  g_autoptr (SgnKeyBlock) block = sgn_key_block_new ();
  g_autofree char *period = format_period (self);
  const char *scope = sgn_json_string (get_assessment (self), "scope");
  SgnType type = sgn_key_block_get_type (flow);

  sgn_key_block_add_name_and_number (block, flow);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.scope"), type,
                     scope != NULL ? scope : sgn_flow_text (flow, "scope.company"));
  sgn_key_block_add (block, sgn_flow_text (flow, "block.period"), type, period);
  sgn_key_block_add_people (block, self->flow);
  sgn_key_block_place_head (block, flow);
  place_notes (self);
}

/* 基準 scs 2026-03-27（★3：26要求事項・81基準） */
static char *
format_edition (const SgnScsSheet *self)
{
  json_t *catalogue = json_object_get (self->json, "catalogue");
  g_autofree char *criteria = sgn_number_format (sgn_json_integer (self->json, "criteria", 0));
  g_autofree char *requirements =
    sgn_number_format (sgn_json_integer (self->json, "requirements", 0));

  return sgn_flow_format (self->flow, "foot.level", "catalogue", sgn_json_string (catalogue, "id"),
                          "edition", sgn_json_string (catalogue, "edition"), "level",
                          sgn_json_string (self->json, "level"), "requirements", requirements,
                          "criteria", criteria, NULL);
}

void
sgn_scs_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autoptr (SgnFrame) frame = sgn_frame_new (flow);
  const SgnScsSheet self = { flow, sheet->projection,
                             sgn_json_boolean (sheet->projection, "whole") };

  frame->editions = format_edition (&self);
  sgn_frame_add_trademark (frame, flow);
  sgn_frame_begin (frame, flow);
  place_block (&self);
  sgn_scs_place_summary (&self);
  sgn_scs_place_sections (&self);
  if (self.whole)
    sgn_scs_place_map (&self);
  sgn_scs_place_items (&self);
  if (!sgn_flow_is_partner (flow))
    sgn_scs_place_open (&self);
  sgn_frame_finish (frame, flow);
}
