/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-evidence-list-private.h"

#include "sgn-assessment-words.h"
#include "sgn-frame.h"
#include "sgn-key-block.h"
#include "sgn-number.h"

#define NOTE_ABOVE 4.0

static gint64
get_total (const SgnEvidenceListSheet *self, const char *key)
{
  return sgn_json_integer (json_object_get (self->json, "totals"), key, 0);
}

/* Which check the list follows, and its day. */
static char *
format_check (const SgnEvidenceListSheet *self)
{
  json_t *catalogue = json_object_get (self->json, "catalogue");
  const char *id = sgn_json_string (catalogue, "id");
  const char *title = sgn_json_string (catalogue, "title");
  g_autofree char *date =
    sgn_flow_date (self->flow,
                   sgn_json_string (json_object_get (self->json, "assessment"), "date"));
  const char *day = date != NULL ? date : "";

  if (id == NULL)
    return g_strdup (sgn_flow_text (self->flow, "check.none"));
  if (g_str_equal (id, "ipa-self-check"))
    return sgn_flow_format (self->flow, "check.self_check", "date", day, NULL);
  if (g_str_equal (id, "ipa-rules"))
    return sgn_flow_format (self->flow, "check.rules", "date", day, NULL);
  return sgn_flow_format (self->flow, "check.other", "title", title != NULL ? title : id, "date",
                          day, NULL);
}

static char *
format_count (const SgnEvidenceListSheet *self)
{
  json_t *without = json_object_get (self->json, "without");
  gint64 n_items = get_total (self, "items");
  g_autofree char *entries = sgn_number_format (get_total (self, "entries"));
  g_autofree char *items = sgn_number_format (n_items);
  g_autofree char *missing = sgn_number_format ((gint64) json_array_size (without));
  g_autofree char *count =
    n_items > 0
      ? sgn_flow_format (self->flow, "count.entries", "entries", entries, "items", items, NULL)
      : sgn_flow_format (self->flow, "count.entries_plain", "entries", entries, NULL);

  if (without == NULL)
    return g_steal_pointer (&count);
  return sgn_flow_format (self->flow, "count.without", "count", count, "without", missing, NULL);
}

/* The sum of the column, in MB with one decimal from the first one on. */
static char *
format_size (const SgnEvidenceListSheet *self)
{
  gint64 kilobytes = get_total (self, "kilobytes");
  gint64 tenths = (kilobytes + 50) / 100;
  g_autofree char *files = sgn_number_format (get_total (self, "files"));
  g_autofree char *whole = sgn_number_format (kilobytes);
  g_autofree char *mega =
    g_strdup_printf ("%" G_GINT64_FORMAT ".%d", tenths / 10, (int) (tenths % 10));

  if (kilobytes < 1000)
    return sgn_flow_format (self->flow, "size.kb", "size", whole, "files", files, NULL);
  return sgn_flow_format (self->flow, "size.mb", "size", mega, "files", files, NULL);
}

static void
place_block (const SgnEvidenceListSheet *self)
{
  SgnFlow *flow = self->flow;
  g_autoptr (SgnKeyBlock) block = sgn_key_block_new ();
  SgnType type = sgn_key_block_get_type (flow);
  g_autofree char *check = format_check (self);
  g_autofree char *count = format_count (self);
  g_autofree char *size = format_size (self);

  sgn_key_block_add_name (block, flow);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.check"), type, check);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.count"), type, count);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.size"), type, size);
  sgn_key_block_place (block, flow);
}

static void
add_note (const SgnEvidenceListSheet *self, GString *notes, const char *text)
{
  if (text == NULL)
    return;
  if (notes->len > 0 && !sgn_flow_is_japanese (self->flow))
    g_string_append_c (notes, ' ');
  g_string_append (notes, text);
}

static void
add_elsewhere (const SgnEvidenceListSheet *self, GString *notes)
{
  gint64 n = get_total (self, "elsewhere");
  g_autofree char *number = sgn_number_format (n);
  g_autofree char *text = sgn_flow_format (self->flow, "text.elsewhere", "n", number, NULL);

  if (n > 0)
    add_note (self, notes, text);
}

static void
place_notes (const SgnEvidenceListSheet *self)
{
  SgnFlow *flow = self->flow;
  json_t *catalogue = json_object_get (self->json, "catalogue");
  g_autofree char *sites = catalogue != NULL ? sgn_assessment_words_sites (flow) : NULL;
  g_autofree char *joined = NULL;
  g_autoptr (GString) notes = g_string_new (NULL);

  add_note (self, notes, sgn_json_string (catalogue, "inherited_note"));
  add_note (self, notes, sites);
  if (get_total (self, "entries") > get_total (self, "files"))
    add_note (self, notes, sgn_flow_text (flow, "text.same"));
  add_elsewhere (self, notes);
  if (sgn_flow_is_partner (flow))
    add_note (self, notes, sgn_flow_text (flow, "text.partner"));
  joined = sgn_text_join (notes->str);
  flow->y += NOTE_ABOVE;
  sgn_flow_paragraph (flow, SGN_TYPE_NOTE, sgn_flow_text (flow, "text.hash"));
  if (*joined != '\0')
    sgn_flow_paragraph (flow, SGN_TYPE_NOTE, joined);
}

void
sgn_evidence_list_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autoptr (SgnFrame) frame = sgn_frame_new (flow);
  const SgnEvidenceListSheet self = { flow, sheet->projection };

  if (json_object_get (sheet->projection, "catalogue") != NULL)
    frame->editions = sgn_assessment_words_edition (flow);
  sgn_frame_begin (frame, flow);
  place_block (&self);
  place_notes (&self);
  sgn_evidence_list_place_list (&self);
  sgn_evidence_list_place_without (&self);
  sgn_frame_finish (frame, flow);
}
