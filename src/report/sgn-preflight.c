/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-preflight.h"

#include "sgn-font.h"

#include "sgn-field.h"
#include "sgn-projection-texts.h"

#include <glib/gi18n-lib.h>

typedef struct {
  SgnFontSet *fonts[SGN_N_FACES];
  GPtrArray *findings;
  GHashTable *reported; /* "field code character": one finding each */
} Preflight;

static gboolean
is_variation_selector (gunichar character)
{
  return (character >= 0xfe00 && character <= 0xfe0f) ||
         (character >= 0xe0100 && character <= 0xe01ef);
}

/* Steers the setting of text and leaves no trace of its own. */
static gboolean
is_invisible (gunichar character)
{
  return character == '\n' || character == '\r' || character == '\t' ||
         g_unichar_type (character) == G_UNICODE_FORMAT || is_variation_selector (character) ||
         character == 0x2028 || character == 0x2029;
}

static void
report (Preflight *self, SgnSeverity severity, const char *code, const char *field, char *message)
{
  g_autofree char *owned = message;
  g_autofree char *key = g_strdup_printf ("%s %s %s", field, code, message);

  if (g_hash_table_add (self->reported, g_steal_pointer (&key)))
    g_ptr_array_add (self->findings, sgn_finding_new (severity, code, field, owned));
}

static void
report_coverage (Preflight *self,
                 SgnCoverage coverage,
                 const char *field,
                 const char *shown,
                 const char *code)
{
  g_autofree char *words = NULL;

  if (coverage != SGN_COVERAGE_NONE && coverage != SGN_COVERAGE_VARIATION)
    return;

  words = sgn_field_to_words (field);
  if (coverage == SGN_COVERAGE_NONE)
    report (self, SGN_SEVERITY_REFUSAL, "no-glyph", field,
            g_strdup_printf (_ ("%s: no font has the character %s (%s). Write it another way."),
                             words, shown, code));
  else
    report (self, SGN_SEVERITY_WARNING, "variation", field,
            g_strdup_printf (_ ("%s: the fonts lack this form of %s (%s). The usual form is "
                                "printed."),
                             words, shown, code));
}

static void
check_character (Preflight *self, const char *field, gunichar character, gunichar variation)
{
  char shown[14] = { 0 };
  int length = g_unichar_to_utf8 (character, shown);
  g_autofree char *code = variation != 0 ? g_strdup_printf ("U+%04X U+%04X", character, variation)
                                         : g_strdup_printf ("U+%04X", character);

  if (variation != 0)
    g_unichar_to_utf8 (variation, shown + length);
  if (g_unichar_type (character) == G_UNICODE_PRIVATE_USE) {
    g_autofree char *words = sgn_field_to_words (field);

    report (self, SGN_SEVERITY_REFUSAL, "private-use", field,
            g_strdup_printf (_ ("%s: “%s” (%s) is a private character (外字) of this computer. "
                                "Write it another way."),
                             words, shown, code));
    return;
  }
  for (guint i = 0; i < SGN_N_FACES; i++) {
    g_autofree char *family = NULL;
    SgnCoverage coverage;

    if (self->fonts[i] == NULL)
      continue;
    coverage = sgn_font_set_look_up (self->fonts[i], character, variation, &family);
    report_coverage (self, coverage, field, shown, code);
    if (coverage == SGN_COVERAGE_FALLBACK) {
      g_autofree char *words = sgn_field_to_words (field);

      report (self, SGN_SEVERITY_REMARK, "fallback", field,
              g_strdup_printf (_ ("%s: the character %s (%s) is printed with the font %s."), words,
                               shown, code, family));
    }
  }
}

static void
check_text (const char *field, const char *text, gpointer data)
{
  Preflight *self = data;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);
    gunichar next = g_utf8_get_char (g_utf8_next_char (p));

    if (is_invisible (character) || (character >= 0x20 && character < 0x7f && next < 0x80))
      continue;
    check_character (self, field, character, is_variation_selector (next) ? next : 0);
  }
}

/* Whether texts of people are set in @face. */
static gboolean
prints_with (const SgnSheet *sheet, SgnFace face)
{
  const char *variant = sgn_json_string (sheet->projection, "variant");
  gboolean poster = g_str_equal (sheet->document->id, "declaration-poster");
  gboolean letter = g_str_equal (sheet->document->id, "basic-policy");

  switch (face) {
  case SGN_FACE_MINCHO:
    return letter || poster;
  case SGN_FACE_NUMBER:
    return !letter && !poster;
  case SGN_FACE_COLUMN:
    return poster && variant != NULL && g_str_has_suffix (variant, "-vertical");
  case SGN_FACE_TEXT:
  default:
    return !poster;
  }
}

void
sgn_preflight_check (const SgnSheet *sheet, GPtrArray *findings)
{
  Preflight self = { .findings = findings };

  for (guint i = 0; i < SGN_N_FACES; i++)
    if (prints_with (sheet, (SgnFace) i))
      self.fonts[i] = sgn_font_set_new ((SgnFace) i, sheet->language);
  self.reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  sgn_projection_each_text (sheet->projection, check_text, &self);

  g_hash_table_unref (self.reported);
  for (guint i = 0; i < SGN_N_FACES; i++)
    g_clear_pointer (&self.fonts[i], sgn_font_set_free);
}
