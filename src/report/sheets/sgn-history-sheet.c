/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-history-sheet-private.h"

#include "sgn-date.h"
#include "sgn-frame.h"
#include "sgn-key-block.h"
#include "sgn-number.h"

/* The days of the first and the last event. */
static char *
format_period (const SgnHistorySheet *self)
{
  g_autofree char *first = sgn_time_get_date (sgn_json_string (self->chain, "first_at"));
  g_autofree char *last = sgn_time_get_date (sgn_json_string (self->chain, "last_at"));
  g_autofree char *from = sgn_flow_date (self->flow, first);
  g_autofree char *to = sgn_flow_date (self->flow, last);

  if (from == NULL || to == NULL || g_str_equal (from, to))
    return g_strdup (to);
  return sgn_flow_format (self->flow, "period.range", "from", from, "to", to, NULL);
}

static char *
format_erased (const SgnHistorySheet *self)
{
  gint64 erased = sgn_json_integer (self->chain, "erased", 0);
  g_autofree char *number = sgn_number_format (erased);

  if (erased == 0)
    return g_strdup (sgn_flow_text (self->flow, "erased.none"));
  return sgn_flow_format (self->flow, "erased.count", "n", number, NULL);
}

static void
place_block (const SgnHistorySheet *self)
{
  SgnFlow *flow = self->flow;
  g_autoptr (SgnKeyBlock) block = sgn_key_block_new ();
  SgnType type = sgn_key_block_get_type (flow);
  g_autofree char *number = sgn_number_format (sgn_json_integer (self->chain, "events", 0));
  g_autofree char *events = sgn_flow_format (flow, "events.count", "n", number, NULL);
  g_autofree char *period = format_period (self);
  g_autofree char *erased = format_erased (self);

  sgn_key_block_add_name (block, flow);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.period"), type, period);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.events"), type, events);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.erased"), type, erased);
  sgn_key_block_place (block, flow);
}

static void
place_note (const SgnHistorySheet *self, const char *key)
{
  const char *text = sgn_flow_text (self->flow, key);

  self->flow->y += SGN_HISTORY_NOTE_ABOVE;
  sgn_flow_need (self->flow, sgn_flow_measure_paragraph (self->flow, SGN_TYPE_NOTE, text));
  sgn_flow_paragraph (self->flow, SGN_TYPE_NOTE, text);
}

void
sgn_history_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autoptr (SgnFrame) frame = sgn_frame_new (flow);
  const SgnHistorySheet self = { flow, sheet->projection,
                                 json_object_get (sheet->projection, "chain") };
  g_autofree char *version = sgn_number_format (sgn_json_integer (sheet->projection, "version", 1));

  frame->editions = sgn_flow_format (flow, "foot.format", "version", version, NULL);
  sgn_frame_add_trademark (frame, flow);
  sgn_frame_begin (frame, flow);
  place_block (&self);
  sgn_history_place_chain (&self);
  place_note (&self, "text.chain");
  if (sgn_json_integer (self.chain, "contradictions", 0) > 0)
    place_note (&self, "text.bad");
  sgn_history_place_events (&self);
  place_note (&self, "text.end");
  sgn_frame_finish (frame, flow);
}
