/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-basic-policy-private.h"

#define SIGNATURE_LEFT (SGN_LEFT + 244)
#define OFFICE_GAP 12.0
#define CONTACT_ABOVE 26.0
#define END_ABOVE 28.0

static double
get_leading (SgnType type)
{
  return sgn_type_get_style (type)->leading;
}

/* 制定日　2024年6月3日 */
static void
place_date (SgnLetter *self, const char *key, const char *date, double value_x)
{
  SgnFlow *flow = self->flow;
  g_autofree char *words = sgn_flow_date (flow, date);

  if (words == NULL)
    return;
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  sgn_canvas_text (&flow->canvas, self->date, (SgnPlace){ SGN_LETTER_TEXT_LEFT, flow->y, 0, 0, 0 },
                   sgn_flow_text (flow, key));
  sgn_canvas_text (&flow->canvas, self->date, (SgnPlace){ value_x, flow->y, 0, 0, 0 }, words);
  sgn_canvas_end (&flow->canvas);
  flow->y += get_leading (self->date);
}

static void
place_dates (SgnLetter *self)
{
  SgnTypesetter *typesetter = self->flow->canvas.typesetter;
  const char *established = sgn_flow_text (self->flow, "label.established");
  const char *revised = sgn_flow_text (self->flow, "label.revised");
  double labels = MAX (sgn_typesetter_measure (typesetter, self->date, established),
                       sgn_typesetter_measure (typesetter, self->date, revised));
  double value_x = SGN_LETTER_TEXT_LEFT + labels + (self->japanese ? 20 : 12);

  place_date (self, "label.established", sgn_json_string (self->policy, "established"), value_x);
  place_date (self, "label.revised", sgn_json_string (self->policy, "revised"), value_x);
}

static const char *
get_company (SgnLetter *self, const char *key)
{
  json_t *company = json_object_get (self->flow->sheet->projection, "company");
  const char *text = sgn_json_string (company, key);

  return text != NULL ? text : "";
}

static double
measure (SgnLetter *self, SgnType type, const char *text)
{
  return sgn_typesetter_measure (self->flow->canvas.typesetter, type, text);
}

/* Office and name in one line. */
static double
measure_person (SgnLetter *self)
{
  const char *office = get_company (self, "representative_title");
  double before = *office != '\0' ? OFFICE_GAP + measure (self, self->office, office) : 0;

  return before + measure (self, self->name, get_company (self, "representative"));
}

/* A long name starts further left rather than leave the page. */
static double
get_signature_x (SgnLetter *self)
{
  double company = measure (self, self->company, get_company (self, "name"));
  double person = measure_person (self);

  return MAX (SGN_LETTER_LEFT, MIN (SIGNATURE_LEFT, SGN_RIGHT - MAX (company, person)));
}

/* Whether the office takes lines of its own above the name. */
static gboolean
has_own_office (SgnLetter *self, double x)
{
  return *get_company (self, "representative_title") != '\0' &&
         measure_person (self) > SGN_RIGHT - x;
}

static void
place_signature_line (SgnLetter *self, SgnType type, const char *text, double x)
{
  sgn_flow_lines (self->flow, type, (SgnPlace){ x, 0, SGN_ALIGN_LEFT, 0, 0 }, SGN_RIGHT - x, text);
}

static void
place_representative (SgnLetter *self, double x)
{
  SgnFlow *flow = self->flow;
  const char *name = get_company (self, "representative");
  const char *office = get_company (self, "representative_title");

  if (*name == '\0')
    return;
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  if (has_own_office (self, x))
    place_signature_line (self, self->office, office, x);
  else if (*office != '\0')
    x += OFFICE_GAP +
         sgn_canvas_text (&flow->canvas, self->office, (SgnPlace){ x, flow->y, 0, 0, 0 }, office);
  place_signature_line (self, self->name, name, x);
  sgn_canvas_end (&flow->canvas);
}

static double
get_signature_above (SgnLetter *self)
{
  return self->japanese ? 15 : 14;
}

static void
place_signature (SgnLetter *self)
{
  double x = get_signature_x (self);

  self->flow->y += get_signature_above (self);
  sgn_canvas_begin (&self->flow->canvas, SGN_TAG_P);
  place_signature_line (self, self->company, get_company (self, "name"), x);
  sgn_canvas_end (&self->flow->canvas);
  place_representative (self, x);
}

static double
measure_lines (SgnLetter *self, SgnType type, const char *key, double width)
{
  return sgn_flow_measure_lines (self->flow, type, 0, width, get_company (self, key));
}

static double
measure_signature (SgnLetter *self)
{
  double x = get_signature_x (self);
  double width = SGN_RIGHT - x;
  double height = get_signature_above (self) + measure_lines (self, self->company, "name", width);

  if (has_own_office (self, x))
    height += measure_lines (self, self->office, "representative_title", width) +
              measure_lines (self, self->name, "representative", width);
  else
    height += get_leading (self->name);
  return height;
}

static double
get_contact_x (SgnLetter *self)
{
  return SGN_LETTER_LEFT + 9 +
         measure (self, SGN_TYPE_POLICY_CONTACT, sgn_flow_text (self->flow, "label.contact"));
}

static void
place_contact (SgnLetter *self, const char *contact)
{
  SgnFlow *flow = self->flow;

  flow->y += CONTACT_ABOVE;
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  sgn_canvas_text (&flow->canvas, SGN_TYPE_POLICY_CONTACT,
                   (SgnPlace){ SGN_LETTER_LEFT, flow->y, 0, 0, 0 },
                   sgn_flow_text (flow, "label.contact"));
  place_signature_line (self, SGN_TYPE_POLICY_CONTACT, contact, get_contact_x (self));
  sgn_canvas_end (&flow->canvas);
}

static double
measure_contact (SgnLetter *self, const char *contact)
{
  double width = SGN_RIGHT - get_contact_x (self);

  return CONTACT_ABOVE +
         sgn_flow_measure_lines (self->flow, SGN_TYPE_POLICY_CONTACT, 0, width, contact);
}

static double
measure_dates (SgnLetter *self)
{
  guint n = (sgn_json_string (self->policy, "established") != NULL) +
            (sgn_json_string (self->policy, "revised") != NULL);

  return n * get_leading (self->date);
}

void
sgn_letter_place_end (SgnLetter *self)
{
  SgnFlow *flow = self->flow;
  const char *contact = sgn_json_string (self->policy, "contact");
  gboolean has_contact = contact != NULL && *contact != '\0';

  flow->y += END_ABOVE;
  sgn_flow_need (flow, measure_dates (self) + measure_signature (self) +
                         (has_contact ? measure_contact (self, contact) : 0));
  place_dates (self);
  place_signature (self);
  if (has_contact)
    place_contact (self, contact);
}
