/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Letters that are hard to print, in every field of every document, audience, language and
 * variant: what the fonts have is on paper as it was typed, what they have not is refused by name.
 */
#include "box-rules.h"
#include "hard-record.h"
#include "hard-sheets.h"

#include "sgn-data-dir.h"
#include "sgn-error.h"
#include "sgn-fold.h"
#include "sgn-font.h"
#include "sgn-pages-private.h"
#include "sgn-projection-texts.h"

#include <string.h>

#define PART 12

/* What normalisation would change or lose, and what fonts seldom have. */
static const struct {
  const char *name;
  const char *letters;
} printed[] = {
  { "full-width", "１２３Ａｂ　（甲）" },
  { "half-width-kana", "ｶﾞｷﾞｺﾞﾊﾟｰﾄﾞ" },
  { "squared-and-circled", "㈱①㌔½㋿㍿Ⅷⅷ㊞" },
  { "waves-and-dashes", "～〜－−‐–—ー" },
  { "spacing-voice-marks", "カ゛ハ゜" },
  { "combining-voice-marks", "か\u3099は\u309a" },
  { "compatibility-ideographs", "神福塚羽都隆晴逸" },
  { "names", "髙﨑﨎彅鷗凜煕" },
  { "beyond-the-first-plane", "\U00020bb7野\U0002123d\U00029e3d" },
  { "variations", "葛\U000e0100飾" },
  { "iteration-and-brackets", "々〃〆『【〔〕】』…‥" },
  { "european", "ÀéîõüßŁž Ωλ Жя" },
  { "signs", "€£¥©®™°±×÷→←↑↓■□●○◎★☆" },
  { "quotes", "'\"‘’“”«»&<>%\\/{}" },
};

/* No font has these, or each computer has its own. */
static const struct {
  const char *letter;
  const char *code;
} refused[] = {
  { "\ue000", "U+E000" },      { "\uf8ff", "U+F8FF" }, { "\U000f0000", "U+F0000" },
  { "\U0001f600", "U+1F600" }, { "\u05d0", "U+05D0" }, { "\u0e01", "U+0E01" },
  { "\u0915", "U+0915" },      { "\u0378", "U+0378" },
};

static char *
join_printed (void)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (printed); i++)
    g_string_append (text, printed[i].letters);
  return g_string_free (text, FALSE);
}

static char *
join_refused (void)
{
  GString *text = g_string_new ("甲");

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_string_append (text, refused[i].letter);
  return g_string_free (text, FALSE);
}

typedef struct {
  const HardSheet *sheet;
  const HardPaper *paper;
  GString *wrong;
} Check;

/* Every letter of a text that begins on paper, in the order it was typed. */
static void
search_whole (const char *field, const char *text, gpointer data)
{
  const Check *check = data;
  g_autofree char *stripped = hard_strip (text);
  g_autofree char *start = g_utf8_substring (stripped, 0, PART);

  if (strstr (text, printed[0].letters) != NULL && hard_paper_has (check->paper, start) &&
      !hard_paper_has (check->paper, stripped))
    g_string_append_printf (check->wrong, "not as typed: %s\n", field);
}

/* The fonts themselves are asked, not the list that the check before printing made of them. */
static int
count_unknown (const Check *self, PangoLayout *layout)
{
  int unknown = 0;

  for (guint page = 0; page < self->sheet->pages->pages->len; page++) {
    GPtrArray *boxes = self->sheet->pages->pages->pdata[page];

    for (guint i = 0; i < boxes->len; i++) {
      const SgnBox *box = boxes->pdata[i];
      PangoFontDescription *description = NULL;

      if (box->kind != SGN_BOX_TEXT)
        continue;
      description = sgn_font_describe (box->type);
      pango_layout_set_font_description (layout, description);
      pango_layout_set_text (layout, box->text, -1);
      unknown += pango_layout_get_unknown_glyphs_count (layout);
      pango_font_description_free (description);
    }
  }
  return unknown;
}

static void
check_glyphs (const Check *self)
{
  PangoContext *context = sgn_font_create_context (self->sheet->request->language);
  PangoLayout *layout = pango_layout_new (context);
  int unknown = count_unknown (self, layout);

  if (unknown > 0)
    g_string_append_printf (self->wrong, "%d letters without a glyph\n", unknown);
  g_object_unref (layout);
  g_object_unref (context);
}

static void
tell (const Check *self, GString *broken)
{
  g_autofree char *name = hard_sheet_dup_name (self->sheet);

  if (self->wrong->len > 0)
    g_string_append_printf (broken, "%s\n%s", name, self->wrong->str);
  g_string_free (self->wrong, TRUE);
}

static void
check_printed (const HardSheet *sheet, gpointer data)
{
  g_autoptr (HardPaper) paper = hard_paper_new (sheet->dump);
  gboolean poster = g_str_equal (sheet->request->document, "declaration-poster");
  g_autofree char *rules = box_rules_check (sheet->dump, poster);
  const Check check = { sheet, paper, g_string_new (rules) };
  const SgnFinding *refusal = sgn_findings_get_refusal (sgn_pages_get_findings (sheet->pages));

  if (refusal != NULL)
    g_string_append_printf (check.wrong, "%s\n", refusal->message);
  sgn_projection_each_text (sheet->projection, search_whole, (gpointer) &check);
  check_glyphs (&check);
  tell (&check, data);
}

static gboolean
is_refused (const HardSheet *sheet, const char *field, const char *code)
{
  GPtrArray *findings = sgn_pages_get_findings (sheet->pages);
  g_autofree char *shown = g_strconcat ("(", code, ")", NULL);

  for (guint i = 0; i < findings->len; i++) {
    const SgnFinding *finding = findings->pdata[i];

    if (finding->severity == SGN_SEVERITY_REFUSAL && g_str_equal (finding->field, field) &&
        strstr (finding->message, shown) != NULL)
      return TRUE;
  }
  return FALSE;
}

static void
search_refusals (const char *field, const char *text, gpointer data)
{
  const Check *check = data;

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    if (strstr (text, refused[i].letter) != NULL &&
        !is_refused (check->sheet, field, refused[i].code))
      g_string_append_printf (check->wrong, "%s in %s is not refused\n", refused[i].code, field);
}

/* The file itself, once: it is the same refusal for all. */
static void
check_no_file (const HardSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) attachment = g_bytes_new_static ("{}", 2);
  g_autoptr (GBytes) pdf = sgn_pages_to_pdf (sheet->pages, attachment, &error);

  g_assert_null (pdf);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_CHECK);
}

static void
check_refused (const HardSheet *sheet, gpointer data)
{
  const Check check = { sheet, NULL, g_string_new (NULL) };

  sgn_projection_each_text (sheet->projection, search_refusals, (gpointer) &check);
  if (sgn_findings_get_refusal (sgn_pages_get_findings (sheet->pages)) == NULL)
    g_string_append (check.wrong, "nothing is refused\n");
  else
    check_no_file (sheet);
  tell (&check, data);
}

typedef struct {
  SgnLibrary *library;
  const SgnDocument *document;
  char *(*make) (void);
  HardSheetFunc check;
} Case;

/* As the letters are kept: what may not be stored has been taken out. */
static void
test_letters (gconstpointer data)
{
  const Case *self = data;
  const HardWish wish = { NULL, FALSE, FALSE };
  g_autoptr (SgnRecord) record = hard_record_new_sample ();
  g_autofree char *typed = self->make ();
  g_autofree char *name = sgn_clean_line (typed);
  g_autofree char *note = sgn_clean_typed (typed);
  GString *broken = g_string_new (NULL);

  hard_record_set_names (record, name);
  hard_record_set_notes (record, note);
  hard_sheets_each (self->library, record, self->document, &wish, self->check, broken);
  if (broken->len > 0)
    g_test_fail_printf ("%s", broken->str);
  g_string_free (broken, TRUE);
}

/* What is stored keeps every letter of the table, so that the sheets are held against them. */
static void
test_letters_are_stored_as_typed (void)
{
  g_autofree char *typed = join_printed ();
  g_autofree char *name = sgn_clean_line (typed);
  g_autofree char *direction = sgn_clean_line ("甲\u202e乙\u200f丙\a丁");

  g_assert_cmpstr (name, ==, typed);
  g_assert_cmpstr (direction, ==, "甲乙丙丁");
}

static void
add_tests (SgnLibrary *library, const char *what, char *(*make) (void), HardSheetFunc check)
{
  GPtrArray *documents = sgn_documents_get_all (library->documents);

  for (guint i = 0; i < documents->len; i++) {
    const Case test = { library, documents->pdata[i], make, check };
    g_autofree char *path = g_strdup_printf ("/hard-letters/%s/%s", what, test.document->id);

    g_test_add_data_func_full (path, g_memdup2 (&test, sizeof test), test_letters, g_free);
  }
}

int
main (int argc, char **argv)
{
  g_autofree char *data_dir = NULL;
  g_autoptr (SgnLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  data_dir = sgn_data_dir ();
  library = sgn_library_load (data_dir, &error);
  g_assert_no_error (error);
  g_test_add_func ("/hard-letters/stored-as-typed", test_letters_are_stored_as_typed);
  add_tests (library, "printed", join_printed, check_printed);
  add_tests (library, "refused", join_refused, check_refused);
  return g_test_run ();
}
