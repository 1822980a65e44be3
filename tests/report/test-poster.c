/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Posters hold names of every length. */
#include "report-fixture.h"

#include "sgn-declaration-poster-name.h"
#include "sgn-pages-private.h"

#include <string.h>

#define SLACK 0.01

/* A letter of each kind after the other, @length of them. */
static char *
make_name (guint length)
{
  static const char *const letters[] = { "株", "ー", "ョ", "、", "（", "A",       "b",
                                         " ",  "1",  "2",  "）", "𠮷", "葛󠄀", "い" };
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append (name, letters[(i * 5 + i / 7) % G_N_ELEMENTS (letters)]);
  return g_string_free (name, FALSE);
}

static SgnPages *
lay_out (const char *variant, const char *name, const char *office, const char *representative)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("poster-ja");
  json_t *company = json_object_get (fixture->projection, "company");

  sgn_json_set_string (fixture->projection, "variant", variant);
  sgn_json_set_string (company, "name", name);
  sgn_json_set_string (company, "representative_title", office);
  sgn_json_set_string (company, "representative", representative);
  report_fixture_update (fixture);
  return report_fixture_lay_out (fixture);
}

static GPtrArray *
get_boxes (SgnPages *pages)
{
  g_assert_cmpuint (sgn_pages_get_n_pages (pages), ==, 1);
  return g_ptr_array_index (pages->pages, 0);
}

static const SgnBox *
find_text (SgnPages *pages, const char *text)
{
  GPtrArray *boxes = get_boxes (pages);

  for (guint i = 0; i < boxes->len; i++) {
    const SgnBox *box = g_ptr_array_index (boxes, i);

    if (box->text != NULL && g_str_has_prefix (box->text, text))
      return box;
  }
  return NULL;
}

/* The room that the ink of a box may take, seen from far enough: text is as high as its size. */
static SgnRect
get_room (const SgnBox *box)
{
  double size = sgn_box_get_size (box);
  SgnRect rect = box->rect;

  if (box->kind == SGN_BOX_COLUMN)
    return (SgnRect){ rect.x - size / 2, rect.y, size, rect.height };
  if (box->kind == SGN_BOX_TEXT)
    return (SgnRect){ rect.x, rect.y - 0.88 * size, rect.width, size };
  return rect;
}

static gboolean
is_placed (const SgnBox *box)
{
  return box->kind == SGN_BOX_TEXT || box->kind == SGN_BOX_COLUMN || box->kind == SGN_BOX_QR;
}

static gboolean
meet (const SgnRect *a, const SgnRect *b)
{
  return a->x + SLACK < b->x + b->width && b->x + SLACK < a->x + a->width &&
         a->y + SLACK < b->y + b->height && b->y + SLACK < a->y + a->height;
}

/* Nothing leaves the frame, and nothing is set over anything else. */
static void
assert_fits (SgnPages *pages)
{
  GPtrArray *boxes = get_boxes (pages);
  const double left = 22 * SGN_MM;
  const double top = 20 * SGN_MM;

  for (guint i = 0; i < boxes->len; i++) {
    const SgnBox *box = g_ptr_array_index (boxes, i);
    SgnRect room = get_room (box);

    if (!is_placed (box))
      continue;
    g_assert_cmpfloat (room.x, >=, left);
    g_assert_cmpfloat (room.x + room.width, <=, SGN_PAPER_WIDTH - left);
    g_assert_cmpfloat (room.y, >=, top);
    g_assert_cmpfloat (room.y + room.height, <=, SGN_PAPER_HEIGHT - top);
    if (box->kind == SGN_BOX_COLUMN)
      g_assert_cmpfloat (room.y + room.height, <=, SGN_PAPER_HEIGHT - 57 * SGN_MM + SLACK);
    for (guint j = 0; j < i; j++) {
      const SgnBox *other = g_ptr_array_index (boxes, j);
      SgnRect taken = get_room (other);

      if (is_placed (other) && meet (&room, &taken))
        g_error ("“%s” is set over “%s”", box->text, other->text);
    }
  }
}

static void
test_names_of_every_length_fit (gconstpointer variant)
{
  for (guint length = 1; length <= 120; length += length < 70 ? 3 : 10) {
    g_autofree char *name = make_name (length);
    g_autofree char *office = make_name (length / 3);
    g_autofree char *representative = make_name (length / 2 + 1);
    g_autoptr (SgnPages) pages = lay_out (variant, name, office, representative);

    assert_fits (pages);
  }
}

static void
test_one_part_of_the_signature_is_enough (gconstpointer variant)
{
  static const char *const parts[][2] = {
    { NULL, NULL },
    { "理事長", NULL },
    { NULL, "髙橋 美咲" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autoptr (SgnPages) pages = lay_out (variant, "株式会社見本", parts[i][0], parts[i][1]);

    assert_fits (pages);
    if (parts[i][1] != NULL && *parts[i][1] != '\0')
      g_assert_nonnull (find_text (pages, parts[i][1]));
  }
}

static void
test_fixed_texts_fit_in_english (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("poster-en");
  g_autoptr (SgnPages) pages = report_fixture_lay_out (fixture);

  assert_fits (pages);
  g_assert_nonnull (find_text (pages, "On 23 November 2026 we declared SECURITY ACTION two stars"));
}

/* The measures of the vertical poster: where the name goes, and how large it is. */
static void
test_a_name_gets_the_column_it_needs (void)
{
  static const struct {
    const char *name;
    const char *first; /* what stands in the first column */
    double size;
    gboolean shared; /* with the date */
  } cases[] = {
    { "株式会社ひなた精工（見本）", "株式会社ひなた精工（見本）", 23, TRUE },
    { "株式会社ひなた精工（見本）長野営業所", "株式会社ひなた精工（見本）長野営業所", 20, TRUE },
    { "社会福祉法人みどりの丘みらい支援センター見本会（見本）",
      "社会福祉法人みどりの丘みらい支援センター見本会（見本）", 20, FALSE },
    { "株式会社北関東甲信越ものづくり中小企業情報セキュリティ推進連絡協議会附属研究所見本",
      "株式会社", 15, FALSE },
    { "北関東甲信越ものづくり中小企業情報セキュリティ推進連絡協議会附属研究所見本株式会社",
      "北関東甲信越ものづくり中小企業情報セキュリティ推進連絡協議会附属研究所見本", 15, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnPages) pages = lay_out ("a4-vertical", cases[i].name, "代表取締役", "髙橋 美咲");
    const SgnBox *name = find_text (pages, cases[i].first);
    const SgnBox *date = find_text (pages, "二〇二六年十一月二十三日");

    g_assert_nonnull (name);
    g_assert_cmpstr (name->text, ==, cases[i].first);
    g_assert_cmpfloat (sgn_box_get_size (name), ==, cases[i].size);
    g_assert_cmpint (name->rect.x == date->rect.x, ==, cases[i].shared);
  }
}

static char *
join (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append (text, lines->pdata[i]);
  return g_string_free (text, FALSE);
}

static void
test_columns_of_a_name_are_alike_and_whole (void)
{
  g_autoptr (SgnVertical) setter = sgn_vertical_new ();

  for (guint length = 1; length < 90; length += 4)
    for (guint n = 1; n <= 3; n++) {
      g_autofree char *name = make_name (length);
      g_autoptr (GPtrArray) lines = sgn_poster_name_split (setter, name, n);
      g_autofree char *joined = join (lines);
      double whole = sgn_poster_name_measure (setter, name);

      g_assert_cmpuint (lines->len, >=, 1);
      g_assert_cmpuint (lines->len, <=, n);
      g_assert_cmpstr (joined, ==, name);
      for (guint i = 0; i < lines->len; i++) {
        const char *line = lines->pdata[i];

        g_assert_cmpfloat (sgn_poster_name_measure (setter, line), <, whole / n + 7);
        if (i == 0)
          continue;
        g_assert_false (g_str_has_prefix (line, "ー") || g_str_has_prefix (line, "、"));
        g_assert_false (g_str_has_prefix (line, "ョ") || g_str_has_prefix (line, "）"));
      }
    }
}

static void
test_the_legal_form_is_told_apart (void)
{
  static const struct {
    const char *name;
    const char *first; /* NULL: none is found */
    const char *second;
  } cases[] = {
    { "株式会社ひなた精工", "株式会社", "ひなた精工" },
    { "ひなた精工株式会社", "ひなた精工", "株式会社" },
    { "医療法人社団ひなた会", "医療法人社団", "ひなた会" },
    { "一般社団法人 見本協会", "一般社団法人", "見本協会" },
    { "株式会社", NULL, NULL },
    { "ひなた精工", NULL, NULL },
    { "", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) lines = sgn_poster_name_split_form (cases[i].name);

    if (cases[i].first == NULL) {
      g_assert_null (lines);
      continue;
    }
    g_assert_cmpuint (lines->len, ==, 2);
    g_assert_cmpstr (lines->pdata[0], ==, cases[i].first);
    g_assert_cmpstr (lines->pdata[1], ==, cases[i].second);
  }
}

/* The larger paper has the same sheet, larger. */
static void
test_a3_is_a4_enlarged (void)
{
  static const char *const variants[][3] = { { "a4-horizontal", "a3-horizontal", "様式 S-07H" },
                                             { "a4-vertical", "a3-vertical", "様式 S-07V" } };

  for (gsize i = 0; i < G_N_ELEMENTS (variants); i++) {
    g_autoptr (SgnPages) small = lay_out (variants[i][0], "株式会社見本", NULL, "髙橋 美咲");
    g_autoptr (SgnPages) large = lay_out (variants[i][1], "株式会社見本", NULL, "髙橋 美咲");
    double width, height;

    sgn_pages_get_size (small, &width, &height);
    g_assert_cmpfloat_with_epsilon (width, 210 * SGN_MM, 0.1);
    sgn_pages_get_size (large, &width, &height);
    g_assert_cmpfloat_with_epsilon (width, 297 * SGN_MM, 0.1);
    g_assert_cmpfloat_with_epsilon (height, 420 * SGN_MM, 0.5);
    g_assert_nonnull (find_text (small, variants[i][2]));
    g_assert_nonnull (find_text (large, variants[i][2]));
    g_assert_cmpuint (get_boxes (small)->len, ==, get_boxes (large)->len);
    for (guint j = 0; j < get_boxes (small)->len; j++) {
      const SgnBox *one = g_ptr_array_index (get_boxes (small), j);
      const SgnBox *other = g_ptr_array_index (get_boxes (large), j);

      if (g_strcmp0 (one->text, other->text) == 0) /* but for the hash of the record */
        g_assert_cmpmem (&one->rect, sizeof one->rect, &other->rect, sizeof other->rect);
    }
  }
}

static void
test_no_star_without_a_declaration (gconstpointer name)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new (name);
  g_autoptr (SgnPages) pages = report_fixture_lay_out (fixture);
  g_autofree char *text = sgn_pages_to_text (pages);

  g_assert_null (strstr (text, "SECURITY ACTION"));
  g_assert_null (strstr (text, "星"));
  g_assert_nonnull (strstr (text, "自己宣言に基づく自社の記録"));
}

/* As the company chose; a column has no other numbers than these. */
static void
test_dates_are_the_company_s (void)
{
  static const struct {
    const char *dates;
    const char *row;
    const char *column;
  } cases[] = {
    { "iso", "2026年11月23日", "二〇二六年十一月二十三日" },
    { "era", "令和8年11月23日", "令和八年十一月二十三日" },
    { "both", "2026年（令和8年）11月23日", "二〇二六年（令和八年）十一月二十三日" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int columns = FALSE; columns <= TRUE; columns++) {
      g_autoptr (ReportFixture) fixture =
        report_fixture_new (columns ? "poster-vertical-ja" : "poster-ja");
      g_autoptr (SgnPages) pages = NULL;

      json_object_set_new (fixture->projection, "form",
                           json_pack ("{s:s}", "dates", cases[i].dates));
      report_fixture_update (fixture);
      pages = report_fixture_lay_out (fixture);

      assert_fits (pages);
      g_assert_nonnull (find_text (pages, columns ? cases[i].column : cases[i].row));
    }
}

/* The fonts that print a poster are those of its setting. */
static void
test_letters_are_looked_up_in_the_fonts_used (gconstpointer variant)
{
  g_autoptr (SgnPages) pages =
    lay_out (variant, "𠮷田葛󠄀城邉\U000e01ef", NULL, "髙橋 美咲");
  GPtrArray *findings = sgn_pages_get_findings (pages);
  const SgnFinding *fallback = g_ptr_array_index (findings, 0);
  const SgnFinding *variation = g_ptr_array_index (findings, 1);

  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpstr (fallback->code, ==, "fallback");
  g_assert_nonnull (strstr (fallback->message, "U+20BB7"));
  g_assert_nonnull (strstr (fallback->message, "Noto Serif CJK JP"));
  g_assert_cmpstr (variation->code, ==, "variation");
  g_assert_nonnull (strstr (variation->message, "U+9089 U+E01EF"));
}

static void
test_a_private_character_is_refused (gconstpointer variant)
{
  g_autoptr (SgnPages) pages = lay_out (variant, "株式会社見本", "理事長", "髙\ue000橋");
  const SgnFinding *refusal = sgn_findings_get_refusal (sgn_pages_get_findings (pages));

  g_assert_nonnull (refusal);
  g_assert_cmpstr (refusal->code, ==, "private-use");
  g_assert_cmpstr (refusal->field, ==, "company.representative");
}

static void
test_a_copy_says_so (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("poster-vertical-ja");
  g_autoptr (SgnPages) pages = NULL;
  g_autofree char *text = NULL;

  fixture->sheet.number = NULL;
  pages = report_fixture_lay_out (fixture);
  text = sgn_pages_to_text (pages);

  assert_fits (pages);
  g_assert_null (strstr (text, "DP-2026"));
  g_assert_nonnull (strstr (text, "　写し　"));
  g_assert_nonnull (strstr (text, "文書番号はありません"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/poster/names-of-every-length-fit/rows", "a4-horizontal",
                        test_names_of_every_length_fit);
  g_test_add_data_func ("/poster/names-of-every-length-fit/columns", "a4-vertical",
                        test_names_of_every_length_fit);
  g_test_add_data_func ("/poster/one-part-of-the-signature-is-enough/rows", "a4-horizontal",
                        test_one_part_of_the_signature_is_enough);
  g_test_add_data_func ("/poster/one-part-of-the-signature-is-enough/columns", "a4-vertical",
                        test_one_part_of_the_signature_is_enough);
  g_test_add_func ("/poster/fixed-texts-fit-in-english", test_fixed_texts_fit_in_english);
  g_test_add_func ("/poster/a-name-gets-the-column-it-needs", test_a_name_gets_the_column_it_needs);
  g_test_add_func ("/poster/columns-of-a-name-are-alike-and-whole",
                   test_columns_of_a_name_are_alike_and_whole);
  g_test_add_func ("/poster/the-legal-form-is-told-apart", test_the_legal_form_is_told_apart);
  g_test_add_func ("/poster/a3-is-a4-enlarged", test_a3_is_a4_enlarged);
  g_test_add_data_func ("/poster/no-star-without-a-declaration/rows", "poster-bare-ja",
                        test_no_star_without_a_declaration);
  g_test_add_data_func ("/poster/no-star-without-a-declaration/columns", "poster-vertical-bare-ja",
                        test_no_star_without_a_declaration);
  g_test_add_func ("/poster/dates-are-the-company-s", test_dates_are_the_company_s);
  g_test_add_data_func ("/poster/letters-are-looked-up-in-the-fonts-used/rows", "a4-horizontal",
                        test_letters_are_looked_up_in_the_fonts_used);
  g_test_add_data_func ("/poster/letters-are-looked-up-in-the-fonts-used/columns", "a4-vertical",
                        test_letters_are_looked_up_in_the_fonts_used);
  g_test_add_data_func ("/poster/a-private-character-is-refused/rows", "a4-horizontal",
                        test_a_private_character_is_refused);
  g_test_add_data_func ("/poster/a-private-character-is-refused/columns", "a4-vertical",
                        test_a_private_character_is_refused);
  g_test_add_func ("/poster/a-copy-says-so", test_a_copy_says_so);
  return g_test_run ();
}
