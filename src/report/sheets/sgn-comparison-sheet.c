/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-comparison-private.h"

#include "sgn-assessment-words.h"
#include "sgn-key-block.h"
#include "sgn-number.h"

#include <string.h>

#define NOTE_ABOVE 5.0
#define WITHHELD_ABOVE 12.0

const char *
sgn_comparison_get_text (const json_t *object, const char *key)
{
  const char *text = sgn_json_string (object, key);

  return text != NULL ? text : "";
}

char *
sgn_comparison_format_number (const json_t *numbers, guint i)
{
  const json_t *number = json_array_get (numbers, i);

  return json_is_integer (number) ? sgn_number_format (json_integer_value (number))
                                  : g_strdup ("—");
}

char *
sgn_comparison_format_change (const json_t *numbers)
{
  const json_t *first = json_array_get (numbers, 0);
  const json_t *last = json_array_get (numbers, json_array_size (numbers) - 1);

  if (!json_is_integer (first) || !json_is_integer (last))
    return g_strdup ("—");
  return sgn_number_format_change (json_integer_value (last) - json_integer_value (first));
}

char *
sgn_comparison_join (const SgnComparisonSheet *self, GPtrArray *parts, const char *key)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_copy (parts, NULL, NULL);

  g_ptr_array_set_free_func (texts, NULL);
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (sgn_flow_text (self->flow, key), (char **) texts->pdata);
}

/* The short form of a date cut after its @parts first parts: 2026, 2026-11, 2026-11-20. */
static char *
cut_date (SgnFlow *flow, const char *date, guint parts)
{
  char *text = sgn_flow_date_short (flow, date);
  char *end = text;

  while (end != NULL && parts > 0) {
    end = strpbrk (end + (end == text ? 0 : 1), "-.");
    parts--;
  }
  if (end != NULL)
    *end = '\0';
  return text != NULL ? text : g_strdup ("");
}

static gboolean
are_different (char *const *labels)
{
  for (guint i = 1; labels[0] != NULL && labels[i] != NULL; i++)
    if (g_str_equal (labels[i - 1], labels[i]))
      return FALSE;
  return TRUE;
}

/* As short as they differ; owned by the caller. */
static char **
list_labels (SgnFlow *flow, const json_t *dates)
{
  for (guint parts = 1;; parts++) {
    g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
    g_auto (GStrv) labels = NULL;
    json_t *entry;
    size_t i;

    json_array_foreach (dates, i, entry)
    {
      g_autofree char *label = cut_date (flow, sgn_json_string (entry, "date"), parts);
      g_strv_builder_add (builder, label);
    }
    labels = g_strv_builder_end (builder);
    if (parts == 3 || are_different (labels))
      return g_steal_pointer (&labels);
  }
}

static char *
format_scope (const SgnComparisonSheet *self)
{
  SgnFlow *flow = self->flow;
  const char *typed = sgn_json_string (self->json, "scope");
  const char *scope = typed != NULL ? typed : sgn_flow_text (flow, "scope.company");
  g_autofree char *n = g_strdup_printf ("%u", self->n);

  if (sgn_json_boolean (self->json, "same_scope"))
    return sgn_flow_format (flow, "scope.same", "scope", scope, "n", n, NULL);
  return sgn_flow_format (flow, "scope.other", "scope", scope, NULL);
}

static void
place_block (const SgnComparisonSheet *self)
{
  SgnFlow *flow = self->flow;
  g_autoptr (SgnKeyBlock) block = sgn_key_block_new ();
  g_autofree char *scope = format_scope (self);

  if (sgn_flow_is_partner (flow))
    sgn_key_block_add_company (block, flow);
  else
    sgn_key_block_add_name (block, flow);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.scope"), sgn_key_block_get_type (flow),
                     scope);
  sgn_key_block_place (block, flow);
}

/* What is compared, and what is inherited in its questions. */
static void
place_note (const SgnComparisonSheet *self)
{
  SgnFlow *flow = self->flow;
  g_autofree char *n = g_strdup_printf ("%u", self->n);
  g_autofree char *compared = sgn_flow_format (flow, "note.compared", "n", n, NULL);
  g_autofree char *same = sgn_json_boolean (self->json, "same_items")
                            ? sgn_flow_format (flow, "note.same_items", "n", n, NULL)
                            : g_strdup ("");
  const char *inherited =
    sgn_comparison_get_text (json_object_get (self->json, "catalogue"), "inherited_note");
  g_autofree char *text = g_strconcat (compared, same, inherited, NULL);
  g_autofree char *joined = sgn_text_join (text);

  flow->y += NOTE_ABOVE;
  sgn_flow_paragraph (flow, SGN_TYPE_NOTE, joined);
}

/* 設問 ipa-self-check 3.1／4.0（2026-03-27公開） */
static char *
format_editions (const SgnComparisonSheet *self)
{
  SgnFlow *flow = self->flow;
  json_t *catalogue = json_object_get (self->json, "catalogue");
  g_autoptr (GPtrArray) editions = g_ptr_array_new ();
  g_autofree char *list = NULL;
  json_t *edition;
  size_t i;

  json_array_foreach (json_object_get (self->json, "editions"), i, edition)
  {
    g_ptr_array_add (editions, (gpointer) json_string_value (edition));
  }
  list = sgn_comparison_join (self, editions, "foot.item_separator");
  return sgn_flow_format (flow, "foot.items", "catalogue",
                          sgn_comparison_get_text (catalogue, "id"), "edition", list, "published",
                          sgn_comparison_get_text (catalogue, "published"), NULL);
}

static void
place_body (SgnComparisonSheet *self)
{
  SgnFlow *flow = self->flow;
  gboolean whole = json_array_size (json_object_get (self->json, "items")) > 0;
  const char *withheld = sgn_flow_text (flow, "partner.withheld");
  double below = WITHHELD_ABOVE + sgn_flow_measure_paragraph (flow, SGN_TYPE_BODY, withheld);

  place_block (self);
  place_note (self);
  sgn_comparison_place_totals (self);
  sgn_comparison_place_parts (self, whole ? 0 : below);
  if (json_array_size (json_object_get (self->json, "areas")) > 0)
    sgn_comparison_place_areas (self);
  if (whole) {
    sgn_comparison_place_items (self);
    return;
  }
  flow->y += WITHHELD_ABOVE;
  sgn_flow_paragraph (flow, SGN_TYPE_BODY, withheld);
}

void
sgn_comparison_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autoptr (SgnFrame) frame = sgn_frame_new (flow);
  json_t *dates = json_object_get (sheet->projection, "dates");
  g_auto (GStrv) labels = list_labels (flow, dates);
  SgnComparisonSheet self = {
    .flow = flow,
    .json = sheet->projection,
    .dates = dates,
    .labels = labels,
    .n = (guint) json_array_size (dates),
  };

  frame->editions = format_editions (&self);
  sgn_frame_begin (frame, flow);
  place_body (&self);
  sgn_frame_finish (frame, flow);
}
