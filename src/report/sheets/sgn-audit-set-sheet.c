/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-footer.h"
#include "sgn-frame.h"
#include "sgn-key-block.h"
#include "sgn-number.h"
#include "sgn-table.h"

#include "sgn-date.h"

#define STEP_INDENT 17.0
#define BAR_TOP 224.0
#define BAR_HEIGHT 122.0
#define COVER_INDENT 20.0
#define COMPANY_TOP (142 * SGN_MM)
#define BLOCK_TOP (198 * SGN_MM)
#define BLOCK_ABOVE 14.0
#define HEAD_ABOVE 18.0
#define MEGABYTE 1000000

/* The cover of a set of sheets, and what is in it. */
typedef struct {
  SgnFlow *flow;
  json_t *json;
  json_t *sheets;
} AuditSet;

/* A long text takes several lines; returns where they end. */
static double
place_line (const AuditSet *self, SgnTag tag, SgnType type, double y, const char *text)
{
  SgnFlow *flow = self->flow;

  flow->y = y;
  sgn_canvas_begin (&flow->canvas, tag);
  sgn_flow_lines (flow, type, (SgnPlace){ SGN_LEFT + COVER_INDENT, 0, SGN_ALIGN_LEFT, 0, 0 },
                  SGN_WIDTH - COVER_INDENT, text);
  sgn_canvas_end (&flow->canvas);
  return flow->y;
}

static const char *
get_title (const AuditSet *self)
{
  return sgn_flow_text (self->flow,
                        sgn_flow_is_partner (self->flow) ? "cover.partner" : "cover.internal");
}

static void
add_to_outline (const AuditSet *self, double y)
{
  SgnOutlineEntry *entry = g_new0 (SgnOutlineEntry, 1);

  entry->title = g_strdup (get_title (self));
  entry->level = 1;
  entry->y = y;
  g_ptr_array_add (self->flow->canvas.pages->outline, entry);
}

/* The title of the set beside a bar, and until when it speaks. */
static void
place_title (const AuditSet *self)
{
  const char *at = sgn_json_string (json_object_get (self->json, "record"), "at");
  g_autofree char *day = sgn_time_get_date (at != NULL ? at : self->flow->sheet->issued);
  g_autofree char *date = sgn_flow_date (self->flow, day);
  g_autofree char *until = sgn_flow_format (self->flow, "cover.until", "date", date, NULL);
  double y = BAR_TOP + 6;

  sgn_canvas_rect (&self->flow->canvas, (SgnRect){ SGN_LEFT, BAR_TOP, 3.4, BAR_HEIGHT },
                   SGN_COLOUR_ACCENT, SGN_INK (0));
  add_to_outline (self, y);
  y = place_line (self, SGN_TAG_H1, SGN_TYPE_COVER_TITLE, y, get_title (self));
  y = place_line (self, SGN_TAG_P, SGN_TYPE_COVER_SUBTITLE, y + 12,
                  sgn_flow_text (self->flow, "cover.subtitle"));
  place_line (self, SGN_TAG_P, SGN_TYPE_COVER_DATE, y + 12, until);
}

/* Returns where the lines end. */
static double
place_company (const AuditSet *self)
{
  json_t *company = json_object_get (self->json, "company");
  const char *name = sgn_json_string (company, "name");
  const char *number = sgn_json_string (company, "corporate_number");
  const char *address = sgn_json_string (company, "address");
  g_autofree char *representative = sgn_key_block_dup_representative (self->flow);
  double y = 2 + place_line (self, SGN_TAG_P, SGN_TYPE_COVER_COMPANY, COMPANY_TOP,
                             name != NULL ? name : "—");

  if (number != NULL && *number != '\0') {
    g_autofree char *line =
      g_strconcat (sgn_flow_text (self->flow, "label.corporate_number"), "　", number, NULL);

    y = place_line (self, SGN_TAG_P, SGN_TYPE_COVER_LINE, y, line);
  }
  if (address != NULL && *address != '\0')
    y = place_line (self, SGN_TAG_P, SGN_TYPE_COVER_LINE, y, address);
  if (representative != NULL)
    y = place_line (self, SGN_TAG_P, SGN_TYPE_COVER_LINE, y, representative);
  return y;
}

static gint64
count_pages (const AuditSet *self)
{
  gint64 pages = sgn_json_integer (self->json, "front", 0);
  const json_t *sheet;
  size_t i;

  json_array_foreach (self->sheets, i, sheet)
  {
    pages += sgn_json_integer (sheet, "pages", 0);
  }
  return pages;
}

static char *
format_evidence (const AuditSet *self)
{
  json_t *evidence = json_object_get (self->json, "evidence");
  gint64 size = sgn_json_integer (evidence, "size", 0);
  g_autofree char *files = sgn_number_format (sgn_json_integer (evidence, "files", 0));
  g_autofree char *megabytes =
    g_strdup_printf ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT, (size + MEGABYTE / 20) / MEGABYTE,
                     (size + MEGABYTE / 20) % MEGABYTE / (MEGABYTE / 10));

  return sgn_flow_format (self->flow, size < MEGABYTE / 10 ? "evidence.small" : "evidence.value",
                          "files", files, "size", megabytes, NULL);
}

/* At its place on the cover, or lower when what is @above it is long. */
static void
place_facts (const AuditSet *self, double above)
{
  g_autoptr (SgnKeyBlock) block = sgn_key_block_new ();
  SgnFlow *flow = self->flow;
  SgnType type = sgn_key_block_get_type (flow);
  const char *recipient = sgn_json_string (self->json, "recipient");
  g_autofree char *count = sgn_number_format ((gint64) json_array_size (self->sheets));
  g_autofree char *pages = sgn_number_format (count_pages (self));
  g_autofree char *bound =
    sgn_flow_format (flow, "bound.value", "sheets", count, "pages", pages, NULL);
  g_autofree char *evidence = format_evidence (self);
  g_autofree char *hash = sgn_footer_group_hash (flow->sheet->record_hash);

  flow->y = MAX (BLOCK_TOP, above + BLOCK_ABOVE);
  sgn_key_block_add (block, sgn_flow_text (flow, "label.bound"), type, bound);
  sgn_key_block_add (block, sgn_flow_text (flow, "label.evidence"), type, evidence);
  sgn_key_block_add (block, sgn_flow_text (flow, "label.hash"), SGN_TYPE_KEY_NUMBER, hash);
  sgn_key_block_add (block, sgn_flow_text (flow, "label.recipient"), type, recipient);
  sgn_key_block_place (block, flow);
}

static SgnTable *
create_contents (const AuditSet *self)
{
  SgnFlow *flow = self->flow;
  const SgnColumn columns[] = {
    { 8, SGN_ALIGN_CENTRE, sgn_flow_text (flow, "table.no"), FALSE },
    { 71, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.sheet"), TRUE },
    { 12, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.form"), FALSE },
    { 25, SGN_ALIGN_LEFT, sgn_flow_text (flow, "label.number"), FALSE },
    { 21, SGN_ALIGN_LEFT, sgn_flow_text (flow, "label.issued"), FALSE },
    { 26, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.hash"), FALSE },
    { 11, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.page"), FALSE },
  };

  return sgn_table_new (columns, G_N_ELEMENTS (columns));
}

/* The first sheet of a group is preceded by what the group is. */
static void
add_group (const AuditSet *self, SgnTable *table, const char *group)
{
  g_autofree char *key = g_strconcat ("group.", group, NULL);
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_GROUP);

  sgn_row_add_text (row, SGN_TYPE_GROUP, sgn_flow_text (self->flow, key));
  sgn_row_add_text (row, SGN_TYPE_NOTE, "");
}

static void
add_sheet (const AuditSet *self, SgnTable *table, guint place, const json_t *sheet)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  const char *number = sgn_json_string (sheet, "number");
  const char *hash = sgn_json_string (sheet, "hash");
  g_autofree char *no = sgn_number_format (place);
  g_autofree char *page = sgn_number_format (sgn_json_integer (sheet, "page", 0));
  g_autofree char *date = sgn_time_get_date (self->flow->sheet->issued);
  g_autofree char *issued = sgn_flow_date_short (self->flow, date);
  g_autofree char *grouped = sgn_footer_group_hash (hash != NULL ? hash : "");

  sgn_row_add_text (row, SGN_TYPE_NUMBER, no);
  sgn_row_add_text (row, SGN_TYPE_CELL, sgn_json_string (sheet, "title"));
  sgn_row_add_text (row, SGN_TYPE_NUMBER, sgn_json_string (sheet, "form"));
  sgn_row_add_text (row, SGN_TYPE_NUMBER_BOLD,
                    number != NULL ? number : sgn_flow_text (self->flow, "tag.copy"));
  sgn_row_add_text (row, SGN_TYPE_NUMBER, issued);
  sgn_row_add_text (row, SGN_TYPE_NUMBER, grouped);
  sgn_row_add_text (row, SGN_TYPE_NUMBER, page);
}

static void
place_contents (const AuditSet *self)
{
  g_autoptr (SgnTable) table = create_contents (self);
  SgnFlow *flow = self->flow;
  const char *group = NULL;
  const json_t *sheet;
  size_t i;

  table->continued = sgn_flow_text (flow, "continued");
  json_array_foreach (self->sheets, i, sheet)
  {
    const char *own = sgn_json_string (sheet, "group");

    if (own != NULL && g_strcmp0 (own, group) != 0)
      add_group (self, table, own);
    group = own;
    add_sheet (self, table, (guint) i + 1, sheet);
  }
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.contents"), NULL, HEAD_ABOVE,
                    sgn_table_get_keep (table, flow->canvas.typesetter));
  sgn_table_place (table, flow);
}

/* A number, and the text beside it on as many lines as it takes. */
static void
place_step (SgnFlow *flow, guint n, const char *text)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  double width = SGN_WIDTH - STEP_INDENT;

  sgn_flow_need (flow, sgn_flow_measure_lines (flow, SGN_TYPE_BODY, 0, width, text));
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  sgn_canvas_text (&flow->canvas, SGN_TYPE_NUMBER_BOLD,
                   (SgnPlace){ SGN_LEFT + 3, flow->y, 0,
                               sgn_type_get_style (SGN_TYPE_BODY)->leading, 0 },
                   number);
  sgn_flow_lines (flow, SGN_TYPE_BODY, (SgnPlace){ SGN_LEFT + STEP_INDENT, 0, 0, 0, 0 }, width,
                  text);
  sgn_canvas_end (&flow->canvas);
  flow->y += 2;
}

/* How a reader holds the sheets against the table. */
static void
place_checking (const AuditSet *self)
{
  static const char *const steps[] = { "checking.1", "checking.2", "checking.3" };
  SgnFlow *flow = self->flow;

  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.checking"), NULL, HEAD_ABOVE, 40);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    place_step (flow, i + 1, sgn_flow_text (flow, steps[i]));
}

static void
add_left_out (const AuditSet *self, SgnTable *table, const char *what, const char *why)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);

  sgn_row_add_text (row, SGN_TYPE_CELL, what);
  sgn_row_add_text (row, SGN_TYPE_CELL, sgn_flow_text (self->flow, why));
}

static void
place_left_out (const AuditSet *self)
{
  SgnFlow *flow = self->flow;
  const SgnColumn columns[] = {
    { 60, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.what"), TRUE },
    { 114, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.why"), FALSE },
  };
  g_autoptr (SgnTable) table = sgn_table_new (columns, G_N_ELEMENTS (columns));
  json_t *missing = json_object_get (self->json, "missing");
  const json_t *title;
  size_t i;

  if (sgn_json_integer (json_object_get (self->json, "evidence"), "files", 0) > 0)
    add_left_out (self, table, sgn_flow_text (flow, "left.evidence"), "left.evidence.why");
  add_left_out (self, table, sgn_flow_text (flow, "left.working"), "left.working.why");
  json_array_foreach (missing, i, title)
  {
    add_left_out (self, table, json_string_value (title), "left.missing.why");
  }
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.left_out"), NULL, HEAD_ABOVE,
                    sgn_table_get_keep (table, flow->canvas.typesetter));
  sgn_table_place (table, flow);
}

static void
place_disclaimer (const AuditSet *self)
{
  const SgnSheet *sheet = self->flow->sheet;

  sgn_canvas_begin (&self->flow->canvas, SGN_TAG_P);
  sgn_canvas_text (&self->flow->canvas, SGN_TYPE_BLOCK,
                   (SgnPlace){ SGN_CENTRE, self->flow->y + 9, SGN_ALIGN_CENTRE, 0, 0 },
                   sgn_documents_disclaimer (sheet->documents, sheet->document->disclaimer,
                                             sheet->language));
  sgn_canvas_end (&self->flow->canvas);
}

void
sgn_audit_set_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autoptr (SgnFrame) frame = sgn_frame_new (flow);
  const AuditSet self = {
    .flow = flow,
    .json = sheet->projection,
    .sheets = json_object_get (sheet->projection, "sheets"),
  };
  g_autofree char *count = sgn_number_format ((gint64) json_array_size (self.sheets));

  frame->cover = TRUE;
  frame->editions = sgn_flow_format (flow, "foot.bound", "sheets", count, NULL);
  sgn_frame_add_trademark (frame, flow);
  sgn_frame_begin (frame, flow);
  place_title (&self);
  place_facts (&self, place_company (&self));
  place_disclaimer (&self);
  sgn_flow_break_page (flow);
  place_contents (&self);
  place_checking (&self);
  place_left_out (&self);
  sgn_frame_finish (frame, flow);
}
