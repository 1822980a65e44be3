/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-chart.h"
#include "sgn-legend.h"
#include "sgn-number.h"
#include "sgn-self-check-private.h"

#define STRIP_HEIGHT 30.0
#define LEGEND_GAP 5.0
#define NOTE_HEIGHT 12.0

static char *
format_alt (const SgnSelfCheckSheet *self)
{
  json_t *items = json_object_get (self->json, "items");
  g_autofree char *n = g_strdup_printf ("%" G_GSIZE_FORMAT, json_array_size (items));
  GString *list = g_string_new (NULL);
  char *alt;
  json_t *item;
  size_t i;

  json_array_foreach (items, i, item)
  {
    SgnMark mark = sgn_assessment_words_mark (item, "mark");
    g_autofree char *entry =
      sgn_flow_format (self->flow, "alt.strip_item", "no", sgn_json_string (item, "number"),
                       "state", sgn_assessment_words_state (self->flow, mark), NULL);
    if (i > 0)
      g_string_append (list, sgn_flow_text (self->flow, "list.separator"));
    g_string_append (list, entry);
  }
  alt = sgn_flow_format (self->flow, "alt.strip", "n", n, "list", list->str, NULL);
  g_string_free (list, TRUE);
  return alt;
}

static SgnStripChart *
create_strip (const SgnSelfCheckSheet *self)
{
  SgnStripChart *strip = sgn_strip_chart_new ();
  const char *section = NULL;
  guint group = 0;
  json_t *item;
  size_t i;

  json_array_foreach (json_object_get (self->json, "items"), i, item)
  {
    const char *number = sgn_json_string (item, "number");
    const char *here = sgn_json_string (item, "section");
    if (i > 0 && g_strcmp0 (here, section) != 0)
      group++;
    section = here;
    sgn_strip_chart_add (strip, number != NULL ? number : "",
                         sgn_assessment_words_mark (item, "mark"), group);
  }
  strip->alt = format_alt (self);
  return strip;
}

static void
place_legend (const SgnSelfCheckSheet *self)
{
  const char *words[SGN_N_MARKS];
  guint counts[SGN_N_MARKS];

  for (guint mark = 0; mark < SGN_N_MARKS; mark++) {
    words[mark] = sgn_assessment_words_state (self->flow, (SgnMark) mark);
    counts[mark] = (guint) sgn_self_check_count (self, sgn_mark_to_key ((SgnMark) mark));
  }
  sgn_legend_place (self->flow, words, counts);
}

/* Which questions are still open, by number. */
static void
place_not_answered (const SgnSelfCheckSheet *self)
{
  gint64 n = sgn_self_check_count (self, "none");
  g_autofree char *count = sgn_number_format (n);
  g_autofree char *sentence = NULL;
  GString *numbers = g_string_new (NULL);
  json_t *item;
  size_t i;

  json_array_foreach (json_object_get (self->json, "items"), i, item)
  {
    if (sgn_assessment_words_mark (item, "mark") != SGN_MARK_NONE)
      continue;
    if (numbers->len > 0)
      g_string_append (numbers, sgn_flow_text (self->flow, "list.separator"));
    g_string_append (numbers, sgn_json_string (item, "number"));
  }
  sentence =
    sgn_flow_format (self->flow, "score.not_answered", "n", count, "numbers", numbers->str, NULL);
  g_string_free (numbers, TRUE);
  if (n > 0)
    sgn_flow_paragraph (self->flow, SGN_TYPE_NOTE, sentence);
}

void
sgn_self_check_place_strip (SgnSelfCheckSheet *self)
{
  SgnFlow *flow = self->flow;
  size_t n = json_array_size (json_object_get (self->json, "items"));
  g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, n);
  g_autofree char *title = sgn_flow_format (flow, "heading.strip", "n", number, NULL);
  g_autoptr (SgnStripChart) strip = create_strip (self);

  if (n == 0)
    return;
  sgn_flow_heading (flow, title, sgn_flow_text (flow, "note.details"),
                    sgn_self_check_get_above (self, SGN_H2_ABOVE - 1),
                    STRIP_HEIGHT + LEGEND_GAP + SGN_LEGEND_HEIGHT +
                      (sgn_self_check_count (self, "none") > 0 ? NOTE_HEIGHT : 0));
  sgn_strip_chart_place (strip, &flow->canvas,
                         (SgnRect){ SGN_LEFT, flow->y, SGN_WIDTH, STRIP_HEIGHT });
  flow->y += STRIP_HEIGHT + LEGEND_GAP;
  place_legend (self);
  place_not_answered (self);
}
