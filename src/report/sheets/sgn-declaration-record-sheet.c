/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-declaration-record-private.h"
#include "sgn-key-block.h"

#define FACT_TOP 14.0
#define FACT_HEIGHT 42.0
#define FACT_SIDE 13.0 /* beside the rules between the facts */
#define HEAVY 1.2

static const char *
get_edition (const json_t *object)
{
  const char *edition = sgn_json_string (object, "edition");
  return edition != NULL ? edition : "";
}

/* 二つ星（★★）を宣言しました: the one sentence of the sheet. */
static void
place_sentence (const SgnDeclarationRecord *self)
{
  SgnFlow *flow = self->flow;
  gint64 star = sgn_json_integer (self->declaration, "star", 1);
  const char *name = sgn_flow_text (flow, star >= 2 ? "star.2" : "star.1");
  g_autofree char *sentence = sgn_flow_format (flow, "declared", "star", name, NULL);

  flow->y += 16.5;
  sgn_canvas_line (&flow->canvas, (SgnRect){ SGN_LEFT, flow->y, SGN_WIDTH, 0 }, SGN_INK (HEAVY));
  flow->y += 9.5;
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  sgn_canvas_text (&flow->canvas,
                   sgn_flow_is_japanese (flow) ? SGN_TYPE_DECLARATION : SGN_TYPE_DECLARATION_EN,
                   (SgnPlace){ SGN_CENTRE, flow->y, SGN_ALIGN_CENTRE, 0, 0 }, sentence);
  sgn_canvas_end (&flow->canvas);
  flow->y += 32.5;
}

static void
place_fact (const SgnDeclarationRecord *self,
            double x,
            const char *label,
            SgnType type,
            const char *value)
{
  SgnCanvas *canvas = &self->flow->canvas;

  sgn_canvas_begin (canvas, SGN_TAG_P);
  sgn_canvas_text (canvas, SGN_TYPE_BLOCK, (SgnPlace){ x, self->flow->y, 0, FACT_TOP, 0 },
                   sgn_flow_text (self->flow, label));
  sgn_canvas_text (canvas, type, (SgnPlace){ x, self->flow->y + FACT_TOP, 0, 26, 0 }, value);
  sgn_canvas_end (canvas);
}

static const char *
get_account (const SgnDeclarationRecord *self)
{
  const char *account = sgn_json_string (self->declaration, "account");
  const char *number = sgn_json_string (self->declaration, "number");

  if (g_strcmp0 (account, "prime") == 0)
    return sgn_flow_text (self->flow, "account.prime");
  if (g_strcmp0 (account, "member") == 0)
    return sgn_flow_text (self->flow, "account.member");
  if (number != NULL && *number == '4')
    return sgn_flow_text (self->flow, "account.none");
  return sgn_flow_text (self->flow, "account.unknown");
}

/* A date in two calendars is too long for its place at full size. */
static SgnType
choose_date_type (SgnFlow *flow, const char *date, double width)
{
  SgnType type = sgn_flow_is_japanese (flow) ? SGN_TYPE_FACT : SGN_TYPE_FACT_EN;
  gboolean fits = sgn_typesetter_measure (flow->canvas.typesetter, type, date) <= width;

  return fits ? type : SGN_TYPE_FACT_SMALL;
}

/* ID, date and account side by side, two thin rules between them. */
static void
place_facts (const SgnDeclarationRecord *self)
{
  SgnFlow *flow = self->flow;
  const char *number = sgn_json_string (self->declaration, "number");
  g_autofree char *known = sgn_flow_date (self->flow, sgn_json_string (self->declaration, "date"));
  const char *date = known != NULL ? known : "—";
  double x[] = { SGN_LEFT + 12, SGN_LEFT + 191.5, SGN_LEFT + 353.5 };
  SgnType type = choose_date_type (flow, date, x[2] - x[1] - 2 * FACT_SIDE);

  x[2] =
    MAX (x[2], x[1] + sgn_typesetter_measure (flow->canvas.typesetter, type, date) + 2 * FACT_SIDE);
  place_fact (self, x[0], "label.id", SGN_TYPE_ID, number != NULL ? number : "—");
  place_fact (self, x[1], "label.date", type, date);
  place_fact (self, x[2], "label.account", SGN_TYPE_FACT_SMALL, get_account (self));
  for (int i = 1; i < 3; i++)
    sgn_canvas_line (&flow->canvas,
                     (SgnRect){ x[i] - FACT_SIDE, flow->y + 0.5, 0, FACT_HEIGHT - 2 },
                     SGN_INK (0.5));
  flow->y += FACT_HEIGHT + 7;
}

static char *
format_edition (const SgnDeclarationRecord *self)
{
  g_autofree char *published =
    sgn_flow_date_in_brackets (self->flow, sgn_json_string (self->declaration, "published"));

  if (published == NULL)
    return g_strdup (sgn_json_string (self->declaration, "edition_label"));
  return sgn_flow_format (self->flow, "edition.value", "edition", get_edition (self->declaration),
                          "published", published, NULL);
}

static char *
format_self_check (const SgnDeclarationRecord *self)
{
  json_t *check = json_object_get (self->json, "self_check");
  g_autofree char *date = sgn_flow_date (self->flow, sgn_json_string (check, "date"));
  g_autofree char *points =
    g_strdup_printf ("%" G_GINT64_FORMAT, sgn_json_integer (check, "total", 0));
  g_autofree char *max = g_strdup_printf ("%" G_GINT64_FORMAT, sgn_json_integer (check, "max", 0));

  if (!json_is_object (check))
    return g_strdup (sgn_flow_text (self->flow, "self_check.none"));
  return sgn_flow_format (self->flow, "self_check.value", "date", date != NULL ? date : "—",
                          "points", points, "max", max, NULL);
}

/* 2026年11月23日改定・公開 */
static char *
format_policy (const SgnDeclarationRecord *self)
{
  json_t *policy = json_object_get (self->json, "policy");
  const char *revised = sgn_json_string (policy, "revised");
  const char *made = revised != NULL ? revised : sgn_json_string (policy, "established");
  const char *public = sgn_json_string (policy, "published_on");
  g_autofree char *date = sgn_flow_date (self->flow, made);
  g_autofree char *published = sgn_flow_date (self->flow, public);
  const char *what = revised != NULL ? "policy.revised" : "policy.established";
  const char *how = public == NULL                  ? ""
                    : g_strcmp0 (public, made) == 0 ? "_published"
                                                    : "_published_on";
  g_autofree char *key = g_strconcat (what, how, NULL);

  if (!json_is_object (policy) || date == NULL)
    return g_strdup (sgn_flow_text (self->flow, "self_check.none"));
  return sgn_flow_format (self->flow, key, "date", date, "published",
                          published != NULL ? published : "", NULL);
}

static char *
format_review (const SgnDeclarationRecord *self)
{
  const char *review = sgn_json_string (self->declaration, "review");
  g_autofree char *month = sgn_flow_month (self->flow, review);

  if (review == NULL)
    return g_strdup (sgn_flow_text (self->flow, "review.none"));
  return sgn_flow_format (self->flow, "review.value", "month", month, NULL);
}

static void
add_basis (SgnKeyBlock *block,
           const SgnDeclarationRecord *self,
           const char *label,
           const char *value)
{
  g_autofree char *joined = sgn_text_join (value != NULL ? value : "");

  sgn_key_block_add (block, sgn_flow_text (self->flow, label), sgn_key_block_get_type (self->flow),
                     joined);
}

static void
place_basis (const SgnDeclarationRecord *self)
{
  g_autoptr (SgnKeyBlock) block = sgn_key_block_new ();
  g_autofree char *edition = format_edition (self);
  g_autofree char *check = format_self_check (self);
  g_autofree char *policy = format_policy (self);
  g_autofree char *review = format_review (self);

  add_basis (block, self, "block.edition", edition);
  add_basis (block, self, "block.self_check", check);
  add_basis (block, self, "block.policy", policy);
  add_basis (block, self, "block.review", review);
  sgn_key_block_place (block, self->flow);
}

static void
place_company (const SgnDeclarationRecord *self)
{
  g_autoptr (SgnKeyBlock) block = sgn_key_block_new ();

  sgn_key_block_add_company (block, self->flow);
  sgn_key_block_place_head (block, self->flow);
}

static void
place_scheme (const SgnDeclarationRecord *self)
{
  SgnFlow *flow = self->flow;
  const char *review = sgn_json_string (self->declaration, "review");
  const char *text = sgn_flow_text (flow, review != NULL ? "text.scheme" : "text.scheme_no_review");
  double height = sgn_flow_measure_paragraph (flow, SGN_TYPE_BODY, text);

  flow->y += 6;
  sgn_flow_need (flow, height);
  sgn_flow_paragraph (flow, SGN_TYPE_BODY, text);
}

/* ipa-rules 4.0, and the self-check behind ★★. */
static char *
format_editions (const SgnDeclarationRecord *self)
{
  json_t *check = json_object_get (self->json, "self_check");
  g_autofree char *rules = sgn_flow_format (self->flow, "foot.item", "catalogue", "ipa-rules",
                                            "edition", get_edition (self->declaration), NULL);
  g_autofree char *questions =
    sgn_flow_format (self->flow, "foot.item", "catalogue", "ipa-self-check", "edition",
                     get_edition (check), NULL);
  g_autofree char *both =
    g_strconcat (rules, sgn_flow_text (self->flow, "foot.item_separator"), questions, NULL);
  gboolean two = json_is_object (check) && *get_edition (check) != '\0';

  return sgn_flow_format (self->flow, "foot.items_short", "list", two ? both : rules, NULL);
}

static void
add_foot_lines (const SgnDeclarationRecord *self, SgnFrame *frame)
{
  SgnFlow *flow = self->flow;
  json_t *check = json_object_get (self->json, "self_check");

  sgn_frame_add_inherited (frame, flow, "ipa-self-check", get_edition (check),
                           sgn_json_string (check, "inherited_note"));
  sgn_frame_add_trademark (frame, flow);
}

void
sgn_declaration_record_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autoptr (SgnFrame) frame = sgn_frame_new (flow);
  const SgnDeclarationRecord self = {
    .flow = flow,
    .json = sheet->projection,
    .declaration = json_object_get (sheet->projection, "declaration"),
  };

  frame->editions = format_editions (&self);
  add_foot_lines (&self, frame);
  sgn_frame_begin (frame, flow);
  place_company (&self);
  place_sentence (&self);
  place_facts (&self);
  place_basis (&self);
  sgn_declaration_record_place_history (&self);
  sgn_declaration_record_place_places (&self);
  if (!sgn_flow_is_partner (flow))
    sgn_declaration_record_place_evidence (&self);
  place_scheme (&self);
  sgn_frame_finish (frame, flow);
}
