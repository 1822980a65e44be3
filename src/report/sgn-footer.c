/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-footer.h"

#include "sgn-date.h"

#include <string.h>

#define HASH_SHOWN 12
#define TEXT_TOP (SGN_FOOT + 4)
#define NOTE_GAP 5.0
#define PAGE_GAP 12.0

char *
sgn_footer_group_hash (const char *hash)
{
  GString *grouped = g_string_new (NULL);

  for (guint i = 0; i < HASH_SHOWN && hash[i] != '\0'; i++) {
    if (i > 0 && i % 4 == 0)
      g_string_append_c (grouped, ' ');
    g_string_append_c (grouped, hash[i]);
  }
  return g_string_free (grouped, FALSE);
}

static void
place_line (SgnFlow *flow, guint line, const char *text)
{
  sgn_canvas_text (&flow->canvas, SGN_TYPE_FOOT,
                   (SgnPlace){ SGN_LEFT, TEXT_TOP + line * SGN_FOOT_LINE, 0, 0, 0 }, text);
}

static char *
format_record (SgnFlow *flow)
{
  json_t *record = json_object_get (flow->sheet->projection, "record");
  const char *recorded = sgn_json_string (record, "at");
  const char *at = recorded != NULL ? recorded : flow->sheet->issued;
  g_autofree char *hash = sgn_footer_group_hash (flow->sheet->record_hash);
  g_autofree char *day = sgn_time_get_date (at);
  g_autofree char *date = sgn_flow_date_short (flow, day);
  g_autofree char *clock = sgn_time_to_minutes (at);
  g_autofree char *minutes = date != NULL ? g_strconcat (date, clock + strlen (day), NULL) : NULL;

  return sgn_flow_format (flow, "foot.record", "hash", hash, "at",
                          minutes != NULL ? minutes : clock, NULL);
}

/* The number of the page stands in the middle, further right where many editions are named. */
static double
find_middle (SgnFlow *flow, const char *editions, const char *pages)
{
  SgnTypesetter *typesetter = flow->canvas.typesetter;
  double end = SGN_LEFT + sgn_typesetter_measure (typesetter, SGN_TYPE_FOOT, editions);
  double half = sgn_typesetter_measure (typesetter, SGN_TYPE_PAGE, pages) / 2;

  return MAX (SGN_CENTRE, end + PAGE_GAP + half);
}

void
sgn_footer_place (SgnFlow *flow, const char *editions, guint page, guint n_pages)
{
  const SgnDocument *document = flow->sheet->document;
  g_autofree char *form =
    sgn_flow_format (flow, "foot.form", "form", document->form, "version", document->form_version,
                     "program", flow->sheet->program, NULL);
  g_autofree char *record = format_record (flow);
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *total = g_strdup_printf ("%u", n_pages);
  g_autofree char *pages = sgn_flow_format (flow, "page", "page", number, "pages", total, NULL);

  sgn_canvas_line (&flow->canvas, (SgnRect){ SGN_LEFT, SGN_FOOT_RULE, SGN_WIDTH, 0 },
                   SGN_INK (SGN_RULE_FOOT));
  place_line (flow, 0, form);
  place_line (flow, 1, editions);
  place_line (flow, 2, record);
  sgn_canvas_text (&flow->canvas, SGN_TYPE_PAGE,
                   (SgnPlace){ find_middle (flow, editions, pages), TEXT_TOP + 8.5,
                               SGN_ALIGN_CENTRE, 0, 0 },
                   pages);
}

char *
sgn_footer_format_code (SgnFlow *flow)
{
  g_autofree char *date = sgn_time_get_date (flow->sheet->issued);
  const char *number = flow->sheet->number;

  return g_strdup_printf ("SENGEN1 %s %.12s %s", number != NULL ? number : "-",
                          flow->sheet->record_hash, date);
}

void
sgn_footer_place_code (SgnFlow *flow)
{
  g_autofree char *text = sgn_footer_format_code (flow);
  g_autofree char *alt = sgn_flow_format (flow, "qr.alt", "text", text, NULL);
  g_auto (GStrv) note = g_strsplit (sgn_flow_text (flow, "qr.note"), "\n", 2);
  guint n = g_strv_length (note);
  double x = SGN_RIGHT - SGN_FOOT_HEIGHT;

  sgn_canvas_begin_figure (&flow->canvas, SGN_TAG_FIGURE, alt);
  sgn_canvas_qr (&flow->canvas, (SgnRect){ x, SGN_FOOT, SGN_FOOT_HEIGHT, SGN_FOOT_HEIGHT }, text);
  sgn_canvas_end (&flow->canvas);

  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  for (guint i = 0; i < n; i++)
    sgn_canvas_text (&flow->canvas, SGN_TYPE_FOOT,
                     (SgnPlace){ x - NOTE_GAP, SGN_FOOT + SGN_FOOT_HEIGHT - (n - i) * SGN_FOOT_LINE,
                                 SGN_ALIGN_RIGHT, 0, 0 },
                     note[i]);
  sgn_canvas_end (&flow->canvas);
}
