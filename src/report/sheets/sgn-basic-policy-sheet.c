/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-frame.h"

#include "sgn-date.h"

/* The letter stands a little further in than the rest of the page. */
#define INSET 14.0
#define LEFT (SGN_LEFT + INSET)
#define WIDTH (SGN_WIDTH - 2 * INSET)
#define TEXT_LEFT (LEFT + 22.0)
#define TEXT_WIDTH (WIDTH - 22.0)
#define PART_ABOVE 10.5
#define PREAMBLE_BELOW 6.0
#define SIGNATURE_LEFT (SGN_LEFT + 244)

typedef struct {
  SgnFlow *flow;
  json_t *policy;
  gboolean japanese; /* the text itself, which a person wrote */
  SgnType text;
  SgnType head;
  SgnType date;
  SgnType company;
  SgnType office;
  SgnType name;
  guint number; /* of the last part that has a title */
} Letter;

static double
get_leading (SgnType type)
{
  return sgn_type_get_style (type)->leading;
}

/* One paragraph, line by line; Japanese is justified. */
static void
place_lines (Letter *self, GPtrArray *lines, double x, double width)
{
  SgnFlow *flow = self->flow;

  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  for (guint i = 0; i < lines->len; i++) {
    const SgnLine *line = g_ptr_array_index (lines, i);

    if (sgn_flow_need (flow, get_leading (self->text))) {
      sgn_canvas_end (&flow->canvas);
      sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
    }
    sgn_canvas_line_of_text (&flow->canvas, self->text, (SgnPlace){ x, flow->y, 0, 0, 0 }, line,
                             self->japanese ? width : 0);
    flow->y += get_leading (self->text);
  }
  sgn_canvas_end (&flow->canvas);
}

static GPtrArray *
break_text (Letter *self, const char *text, double width)
{
  return sgn_typesetter_break (self->flow->canvas.typesetter, self->text, text, width);
}

/* A Japanese opening paragraph starts one em in. */
static void
place_preamble (Letter *self, const char *text)
{
  g_autofree char *indented = self->japanese && !g_str_has_prefix (text, "　")
                                ? g_strconcat ("　", text, NULL)
                                : g_strdup (text);
  g_autoptr (GPtrArray) lines = break_text (self, indented, WIDTH);

  place_lines (self, lines, LEFT, WIDTH);
  self->flow->y += PREAMBLE_BELOW;
}

static void
place_part_head (Letter *self, const char *title)
{
  SgnFlow *flow = self->flow;
  g_autofree char *number = g_strdup_printf ("%u", ++self->number);
  g_autofree char *shown = sgn_flow_format (flow, "part.number", "n", number, NULL);
  g_autofree char *heading =
    sgn_flow_format (flow, "heading.format", "n", number, "title", title, NULL);
  SgnOutlineEntry *entry = g_new0 (SgnOutlineEntry, 1);

  entry->title = g_steal_pointer (&heading);
  entry->level = 2;
  entry->page = flow->canvas.page;
  entry->y = flow->y;
  g_ptr_array_add (flow->canvas.pages->outline, entry);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_H2);
  sgn_canvas_text (&flow->canvas, self->head, (SgnPlace){ LEFT, flow->y, 0, 0, 0 }, shown);
  sgn_canvas_text (&flow->canvas, self->head, (SgnPlace){ TEXT_LEFT, flow->y, 0, 0, 0 }, title);
  sgn_canvas_end (&flow->canvas);
  flow->y += get_leading (self->head);
}

static void
place_part (Letter *self, const json_t *part)
{
  SgnFlow *flow = self->flow;
  const char *title = sgn_json_string (part, "title");
  const char *text = sgn_json_string (part, "text");
  g_autoptr (GPtrArray) lines = break_text (self, text != NULL ? text : "", TEXT_WIDTH);
  guint kept = MIN (lines->len, 3);

  if (title == NULL) {
    place_preamble (self, text != NULL ? text : "");
    return;
  }
  flow->y += PART_ABOVE;
  sgn_flow_need (flow, get_leading (self->head) + kept * get_leading (self->text));
  place_part_head (self, title);
  place_lines (self, lines, TEXT_LEFT, TEXT_WIDTH);
}

/* 制定日　2024年6月3日 */
static void
place_date (Letter *self, const char *key, const char *date, double value_x)
{
  SgnFlow *flow = self->flow;
  g_autofree char *words = sgn_flow_date (flow, date);

  if (words == NULL)
    return;
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  sgn_canvas_text (&flow->canvas, self->date, (SgnPlace){ TEXT_LEFT, flow->y, 0, 0, 0 },
                   sgn_flow_text (flow, key));
  sgn_canvas_text (&flow->canvas, self->date, (SgnPlace){ value_x, flow->y, 0, 0, 0 }, words);
  sgn_canvas_end (&flow->canvas);
  flow->y += get_leading (self->date);
}

static void
place_dates (Letter *self)
{
  SgnTypesetter *typesetter = self->flow->canvas.typesetter;
  const char *established = sgn_flow_text (self->flow, "label.established");
  const char *revised = sgn_flow_text (self->flow, "label.revised");
  double labels = MAX (sgn_typesetter_measure (typesetter, self->date, established),
                       sgn_typesetter_measure (typesetter, self->date, revised));
  double value_x = TEXT_LEFT + labels + (self->japanese ? 20 : 12);

  place_date (self, "label.established", sgn_json_string (self->policy, "established"), value_x);
  place_date (self, "label.revised", sgn_json_string (self->policy, "revised"), value_x);
}

/* A long name starts further left rather than leave the page. */
static double
get_signature_x (Letter *self, double width)
{
  return MAX (LEFT, MIN (SIGNATURE_LEFT, SGN_RIGHT - width));
}

static void
place_signature_line (Letter *self, SgnType type, const char *text, double x)
{
  SgnFlow *flow = self->flow;
  g_autoptr (GPtrArray) lines =
    sgn_typesetter_break (flow->canvas.typesetter, type, text, SGN_RIGHT - x);

  for (guint i = 0; i < lines->len; i++) {
    sgn_flow_need (flow, get_leading (type));
    sgn_canvas_line_of_text (&flow->canvas, type, (SgnPlace){ x, flow->y, 0, 0, 0 },
                             g_ptr_array_index (lines, i), 0);
    flow->y += get_leading (type);
  }
}

static void
place_representative (Letter *self, json_t *company, double x)
{
  SgnFlow *flow = self->flow;
  const char *name = sgn_json_string (company, "representative");
  const char *title = sgn_json_string (company, "representative_title");

  if (name == NULL)
    return;
  sgn_flow_need (flow, get_leading (self->name));
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  if (title != NULL && *title != '\0')
    x +=
      12 + sgn_canvas_text (&flow->canvas, self->office, (SgnPlace){ x, flow->y, 0, 0, 0 }, title);
  place_signature_line (self, self->name, name, MIN (x, SGN_RIGHT - 60));
  sgn_canvas_end (&flow->canvas);
}

static double
measure_signature (Letter *self, json_t *company)
{
  SgnTypesetter *typesetter = self->flow->canvas.typesetter;
  const char *name = sgn_json_string (company, "name");
  const char *person = sgn_json_string (company, "representative");
  const char *title = sgn_json_string (company, "representative_title");
  double first = name != NULL ? sgn_typesetter_measure (typesetter, self->company, name) : 0;
  double second = person != NULL ? sgn_typesetter_measure (typesetter, self->name, person) : 0;

  if (title != NULL)
    second += 12 + sgn_typesetter_measure (typesetter, self->office, title);
  return MAX (first, second);
}

static void
place_signature (Letter *self)
{
  json_t *company = json_object_get (self->flow->sheet->projection, "company");
  const char *name = sgn_json_string (company, "name");
  double x = get_signature_x (self, measure_signature (self, company));

  self->flow->y += self->japanese ? 15 : 14;
  sgn_canvas_begin (&self->flow->canvas, SGN_TAG_P);
  place_signature_line (self, self->company, name != NULL ? name : "", x);
  sgn_canvas_end (&self->flow->canvas);
  place_representative (self, company, x);
}

static void
place_contact (Letter *self)
{
  SgnFlow *flow = self->flow;
  const char *contact = sgn_json_string (self->policy, "contact");
  const char *label = sgn_flow_text (flow, "label.contact");
  SgnType type = SGN_TYPE_POLICY_CONTACT;
  double x = LEFT + 9 + sgn_typesetter_measure (flow->canvas.typesetter, type, label);

  if (contact == NULL || *contact == '\0')
    return;
  flow->y += 26;
  sgn_flow_need (flow, get_leading (type));
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  sgn_canvas_text (&flow->canvas, type, (SgnPlace){ LEFT, flow->y, 0, 0, 0 }, label);
  place_signature_line (self, type, contact, x);
  sgn_canvas_end (&flow->canvas);
}

/* Dates, signature and contact stay together where they fit on one page. */
static void
place_end (Letter *self)
{
  SgnFlow *flow = self->flow;

  flow->y += 28;
  sgn_flow_need (flow, 2 * get_leading (self->text) + 65);
  place_dates (self);
  place_signature (self);
  place_contact (self);
}

/* 方針 第2版（2026-11-23改定） */
static char *
format_editions (Letter *self)
{
  g_autofree char *edition =
    g_strdup_printf ("%" G_GINT64_FORMAT, sgn_json_integer (self->policy, "version", 1));
  const char *established = sgn_json_string (self->policy, "established");
  const char *revised = sgn_json_string (self->policy, "revised");

  if (revised != NULL)
    return sgn_flow_format (self->flow, "foot.policy", "edition", edition, "date", revised, NULL);
  return sgn_flow_format (self->flow, "foot.policy_first", "edition", edition, "date",
                          established != NULL ? established : "—", NULL);
}

static SgnFrame *
create_frame (Letter *self)
{
  SgnFrame *frame = sgn_frame_new (self->flow);
  gboolean foreign = self->japanese != sgn_flow_is_japanese (self->flow);

  frame->editions = format_editions (self);
  frame->letter = TRUE;
  frame->draft = sgn_json_boolean (self->policy, "draft");
  if (foreign)
    sgn_frame_add_foot_line (frame, g_strdup (sgn_flow_text (self->flow, "note.other_language")));
  return frame;
}

static void
choose_types (Letter *self)
{
  gboolean ja = self->japanese;

  self->text = ja ? SGN_TYPE_POLICY : SGN_TYPE_POLICY_EN;
  self->head = ja ? SGN_TYPE_POLICY_HEAD : SGN_TYPE_POLICY_HEAD_EN;
  self->date = ja ? SGN_TYPE_POLICY_DATE : SGN_TYPE_POLICY_DATE_EN;
  self->company = ja ? SGN_TYPE_POLICY_COMPANY : SGN_TYPE_POLICY_COMPANY_EN;
  self->office = ja ? SGN_TYPE_POLICY_OFFICE : SGN_TYPE_POLICY_OFFICE_EN;
  self->name = ja ? SGN_TYPE_POLICY_NAME : SGN_TYPE_POLICY_NAME_EN;
}

void
sgn_basic_policy_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autoptr (SgnFrame) frame = NULL;
  Letter self = { .flow = flow, .policy = json_object_get (sheet->projection, "policy") };
  const char *language = sgn_json_string (self.policy, "text_language");
  json_t *part;
  size_t i;

  self.japanese = language != NULL ? g_str_equal (language, "ja") : sgn_flow_is_japanese (flow);
  choose_types (&self);
  frame = create_frame (&self);
  sgn_frame_begin (frame, flow);
  json_array_foreach (json_object_get (self.policy, "parts"), i, part) place_part (&self, part);
  place_end (&self);
  sgn_frame_finish (frame, flow);
}
