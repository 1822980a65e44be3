/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-assessment-words.h"
#include "sgn-declaration-preparation-private.h"
#include "sgn-frame.h"
#include "sgn-number.h"

#define LEAD_BELOW 3.0

static json_t *
get_json (SgnFlow *flow)
{
  return flow->sheet->projection;
}

static void
place_lead (SgnFlow *flow)
{
  g_autofree char *joined = sgn_text_join (sgn_flow_text (flow, "lead"));

  sgn_flow_paragraph (flow, SGN_TYPE_ADVICE, joined);
  flow->y += LEAD_BELOW;
  sgn_flow_paragraph (flow, SGN_TYPE_NOTE, sgn_flow_text (flow, "lead.tick"));
}

static const char *
get_account (SgnFlow *flow)
{
  const char *account = sgn_json_string (get_json (flow), "gbizid");

  if (g_strcmp0 (account, "prime") == 0)
    return sgn_flow_text (flow, "gbizid.prime");
  if (g_strcmp0 (account, "member") == 0)
    return sgn_flow_text (flow, "gbizid.member");
  return sgn_flow_text (flow, "gbizid.none");
}

/* How far a check is: @key is where it stands, and what its sentences begin with. */
static char *
format_check (SgnFlow *flow, const char *key)
{
  json_t *check = json_object_get (get_json (flow), key);
  gint64 answered = sgn_json_integer (check, "answered", 0);
  gint64 items = sgn_json_integer (check, "items", 0);
  g_autofree char *date = sgn_flow_date (flow, sgn_json_string (check, "date"));
  g_autofree char *some = sgn_number_format (answered);
  g_autofree char *all = sgn_number_format (items);
  g_autofree char *text =
    g_strconcat (key,
                 answered == 0 ? ".none" : (answered < items || date == NULL ? ".some" : ".all"),
                 NULL);

  return sgn_flow_format (flow, text, "date", date != NULL ? date : "", "answered", some, "items",
                          all, NULL);
}

static gboolean
is_two_stars (SgnFlow *flow)
{
  return sgn_json_integer (get_json (flow), "star", 1) >= 2;
}

/* What must be there before anything is declared. */
static void
place_before (SgnFlow *flow)
{
  g_autoptr (SgnPreparationRows) rows = sgn_preparation_rows_new ();
  const char *place =
    sgn_json_string (json_object_get (get_json (flow), "policy"), "published_place");
  g_autofree char *rules = format_check (flow, "rules");
  g_autofree char *check = format_check (flow, "self_check");
  gboolean address = place != NULL && g_str_has_prefix (place, "http");

  sgn_preparation_rows_add (rows, sgn_flow_text (flow, "row.gbizid"), get_account (flow), FALSE,
                            sgn_flow_text (flow, "gbizid.note"));
  sgn_preparation_rows_add (rows, sgn_flow_text (flow, "row.rules"), rules, FALSE, NULL);
  if (is_two_stars (flow)) {
    sgn_preparation_rows_add (rows, sgn_flow_text (flow, "row.self_check"), check, FALSE, NULL);
    sgn_preparation_rows_add (rows, sgn_flow_text (flow, "row.policy"),
                              place != NULL ? place : sgn_flow_text (flow, "policy.none"), address,
                              NULL);
  }
  sgn_preparation_rows_place (rows, flow, sgn_flow_text (flow, "heading.before"));
}

/* What is copied letter by letter, and would be copied wrongly from letters of any width. */
static gboolean
is_data (const char *key)
{
  static const char *const keys[] = { "corporate_number", "url", "email", "phone", NULL };

  return key != NULL && g_strv_contains (keys, key);
}

static void
add_fields (SgnFlow *flow, SgnPreparationRows *rows, const char *group)
{
  json_t *field;
  size_t i;

  json_array_foreach (json_object_get (get_json (flow), "fields"), i, field)
  {
    const char *label = sgn_json_string (field, "label");

    if (g_strcmp0 (sgn_json_string (field, "group"), group) == 0)
      sgn_preparation_rows_add (rows, label != NULL ? label : "", sgn_json_string (field, "value"),
                                is_data (sgn_json_string (field, "key")), NULL);
  }
}

static void
place_fields (SgnFlow *flow, const char *group, const char *title)
{
  g_autoptr (SgnPreparationRows) rows = sgn_preparation_rows_new ();

  add_fields (flow, rows, group);
  sgn_preparation_rows_place (rows, flow, sgn_flow_text (flow, title));
}

static void
place_declaration (SgnFlow *flow)
{
  g_autoptr (SgnPreparationRows) rows = sgn_preparation_rows_new ();
  const char *words = sgn_json_string (get_json (flow), "words");
  const char *symbol = sgn_json_string (get_json (flow), "symbol");
  g_autofree char *star = sgn_flow_format (flow, "star", "words", words != NULL ? words : "",
                                           "symbol", symbol != NULL ? symbol : "", NULL);

  sgn_preparation_rows_add (rows, sgn_flow_text (flow, "row.star"), star, FALSE, NULL);
  add_fields (flow, rows, "declaration");
  sgn_preparation_rows_place (rows, flow, sgn_flow_text (flow, "heading.declaration"));
}

void
sgn_declaration_preparation_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autoptr (SgnFrame) frame = sgn_frame_new (flow);

  flow->letters = TRUE;
  frame->editions = sgn_assessment_words_editions (flow);
  sgn_assessment_words_add_inherited (frame, flow);
  sgn_frame_add_trademark (frame, flow);
  sgn_frame_begin (frame, flow);
  place_lead (flow);
  place_before (flow);
  place_fields (flow, "company", "heading.company");
  place_fields (flow, "contact", "heading.contact");
  place_declaration (flow);
  sgn_preparation_place_after (flow);
  sgn_frame_finish (frame, flow);
}
