/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines from top to bottom: how each stretch is set, how long they are, where the ink is. */
#include "sgn-vertical.h"

#include "sgn-vertical-private.h"

/* Setting and text of each piece: - upright, + wide, = across, / turned. */
static const struct {
  const char *text;
  const char *pieces;
} cases[] = {
  { "", "" },
  { "株式会社ひなた", "-株式会社ひなた" },
  { "OS研究所", "+OS -研究所" },
  { "第12工場", "-第 =12 -工場" },
  { "第2工場", "-第 +2 -工場" },
  { "第365工場", "-第 /365 -工場" },
  { "ABCセンター", "/ABC -センター" },
  { "A1棟", "+A1 -棟" },
  { "Hinata Seiko Co., Ltd.日本", "/Hinata Seiko Co., Ltd. -日本" },
  { "日本 ABC 支店", "-日本  /ABC - 支店" },
  { "(株)山田", "+( -株 +) -山田" },
  { "ABC(株)", "/ABC +( -株 +)" },
  { "山田 太郎", "-山田 太郎" },
  { "葛\U000e0100城", "-葛\U000e0100城" },
  { "ﾋﾅﾀ", "-ﾋﾅﾀ" },
  { "Café", "/Café" },
  { "é", "-é" },
};

static char *
describe_pieces (const char *text)
{
  static const char signs[] = { '-', '+', '=', '/' };
  g_autoptr (GArray) pieces = sgn_pieces_new (text);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++) {
    const SgnPiece *piece = &g_array_index (pieces, SgnPiece, i);

    g_string_append_printf (out, "%s%c", i > 0 ? " " : "", signs[piece->setting]);
    g_string_append_len (out, text + piece->start, (gssize) (piece->end - piece->start));
  }
  return g_string_free (out, FALSE);
}

static void
test_stretches_are_set_in_their_way (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *pieces = describe_pieces (cases[i].text);

    g_assert_cmpstr (pieces, ==, cases[i].pieces);
  }
}

/* Whatever comes, nothing of a line is lost or set twice. */
static void
test_pieces_are_the_whole_line (void)
{
  static const gunichar letters[] = { 'a', '1', ' ', '(', ')', 0x682a, 0xe9, 0xe0100, 0x30fc };

  for (guint seed = 0; seed < 9 * 9 * 9 * 9; seed++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GArray) pieces = NULL;
    gsize end = 0;

    for (guint i = 0, rest = seed; i < 4; i++, rest /= 9)
      g_string_append_unichar (text, letters[rest % 9]);
    pieces = sgn_pieces_new (text->str);
    for (guint i = 0; i < pieces->len; i++) {
      const SgnPiece *piece = &g_array_index (pieces, SgnPiece, i);

      g_assert_cmpuint (piece->start, ==, end);
      g_assert_cmpuint (piece->end, >, piece->start);
      end = piece->end;
    }
    g_assert_cmpuint (end, ==, text->len);
  }
}

/* A type without tracking: each letter is as long as the size. */
static void
test_every_letter_takes_one_em (void)
{
  static const struct {
    const char *text;
    double letters;
  } lines[] = {
    { "", 0 },          { "一", 1 },
    { "株式会社", 4 },  { "、。「」（）ーッョ", 9 },
    { "12", 1 },        { "OS", 2 },
    { "(株)", 3 },      { "\U00020bb7田", 2 },
    { "髙﨑", 2 },      { "葛\U000e0100城", 2 },
    { "山田 太郎", 5 },
  };
  g_autoptr (SgnVertical) setter = sgn_vertical_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpfloat_with_epsilon (sgn_vertical_measure (setter, SGN_TYPE_COLUMN_NUMERAL, 10,
                                                          lines[i].text),
                                    10 * lines[i].letters, 0.01);
}

static void
test_tracking_stands_between_letters (void)
{
  g_autoptr (SgnVertical) setter = sgn_vertical_new ();
  double tracking = sgn_type_get_style (SGN_TYPE_COLUMN_TITLE)->tracking;

  g_assert_cmpfloat (tracking, >, 0);
  g_assert_cmpfloat_with_epsilon (sgn_vertical_measure (setter, SGN_TYPE_COLUMN_TITLE, 10,
                                                        "第12研究所"),
                                  50 + 40 * tracking, 0.01);
}

static void
test_a_turned_word_is_as_long_as_it_is_wide (void)
{
  g_autoptr (SgnVertical) setter = sgn_vertical_new ();
  double one = sgn_vertical_measure (setter, SGN_TYPE_COLUMN_NUMERAL, 10, "Hinata");
  double two = sgn_vertical_measure (setter, SGN_TYPE_COLUMN_NUMERAL, 10, "Hinata Hinata");

  g_assert_cmpfloat (one, >, 20);
  g_assert_cmpfloat (one, <, 45);
  g_assert_cmpfloat (two, >, 2 * one);
}

/* Where the ink of a letter is: its middle and size, in em from the head of the centre line. */
static SgnRect
find_ink (const char *text)
{
  const int size = 100;
  g_autoptr (SgnVertical) setter = sgn_vertical_new ();
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  SgnBox box = { .kind = SGN_BOX_COLUMN,
                 .type = SGN_TYPE_COLUMN_NUMERAL,
                 .size = size,
                 .text = (char *) text };
  SgnRect ink;

  sgn_vertical_paint (setter, cr, &box);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_surface_destroy (surface);
  return (SgnRect){ (ink.x + ink.width / 2) / size, (ink.y + ink.height / 2) / size,
                    ink.width / size, ink.height / size };
}

static void
test_marks_stand_where_japanese_has_them (void)
{
  const SgnRect kanji = find_ink ("国");
  const SgnRect comma = find_ink ("、");
  const SgnRect stop = find_ink ("。");
  const SgnRect small = find_ink ("ょ");
  const SgnRect bar = find_ink ("ー");
  const SgnRect bracket = find_ink ("「");

  g_assert_cmpfloat (ABS (kanji.x), <, 0.05);
  g_assert_cmpfloat_with_epsilon (kanji.y, 0.5, 0.06);
  g_assert_cmpfloat (comma.x, >, 0.15);
  g_assert_cmpfloat (comma.y, <, 0.4);
  g_assert_cmpfloat (stop.x, >, 0.15);
  g_assert_cmpfloat (stop.y, <, 0.4);
  g_assert_cmpfloat (small.x, >, 0.02);
  g_assert_cmpfloat (bar.height, >, 3 * bar.width);
  g_assert_cmpfloat (bracket.y, >, 0.5);
}

static void
test_latin_letters_stand_or_lie (void)
{
  const SgnRect across = find_ink ("12");
  const SgnRect wide = find_ink ("OS");
  const SgnRect turned = find_ink ("lll");
  const SgnRect fallback = find_ink ("\U00020bb7");

  g_assert_cmpfloat (ABS (across.x), <, 0.05);
  g_assert_cmpfloat_with_epsilon (across.y, 0.5, 0.06);
  g_assert_cmpfloat (across.width, <=, 0.97);
  g_assert_cmpfloat (wide.height, >, 1.5);
  g_assert_cmpfloat (ABS (wide.x), <, 0.06);
  g_assert_cmpfloat (turned.width, <, 0.9);
  g_assert_cmpfloat (turned.height, >, 0.6);
  g_assert_cmpfloat (ABS (turned.x), <, 0.06);
  g_assert_cmpfloat (ABS (fallback.x), <, 0.06);
  g_assert_cmpfloat_with_epsilon (fallback.y, 0.5, 0.06);
}

/* How many dots of two pictures differ. */
static guint
count_differences (const char *one, const char *two)
{
  const char *const texts[] = { one, two };
  cairo_surface_t *surfaces[2];
  guint differences = 0;

  for (guint i = 0; i < 2; i++) {
    g_autoptr (SgnVertical) setter = sgn_vertical_new ();
    const SgnBox box = { .kind = SGN_BOX_COLUMN,
                         .type = SGN_TYPE_COLUMN_NUMERAL,
                         .rect = { 32, 0, 0, 0 },
                         .size = 64,
                         .text = (char *) texts[i] };
    cairo_t *cr;

    surfaces[i] = cairo_image_surface_create (CAIRO_FORMAT_A8, 64, 64);
    cr = cairo_create (surfaces[i]);
    sgn_vertical_paint (setter, cr, &box);
    cairo_destroy (cr);
    cairo_surface_flush (surfaces[i]);
  }
  for (guint i = 0; i < 64 * 64; i++)
    differences += cairo_image_surface_get_data (surfaces[0])[i] !=
                   cairo_image_surface_get_data (surfaces[1])[i];
  cairo_surface_destroy (surfaces[0]);
  cairo_surface_destroy (surfaces[1]);
  return differences;
}

/* The form of a letter that its variation selector asks for; the usual one when there is none. */
static void
test_variations_are_kept (void)
{
  g_assert_cmpuint (count_differences ("葛", "葛"), ==, 0);
  g_assert_cmpuint (count_differences ("葛", "葛\U000e0100"), >, 40);
  g_assert_cmpuint (count_differences ("葛", "葛\U000e0101"), ==, 0);
  g_assert_cmpuint (count_differences ("辻", "辻\U000e0100"), >, 20);
  g_assert_cmpuint (count_differences ("辻", "辻\U000e01ef"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vertical/stretches-are-set-in-their-way", test_stretches_are_set_in_their_way);
  g_test_add_func ("/vertical/pieces-are-the-whole-line", test_pieces_are_the_whole_line);
  g_test_add_func ("/vertical/every-letter-takes-one-em", test_every_letter_takes_one_em);
  g_test_add_func ("/vertical/tracking-stands-between-letters",
                   test_tracking_stands_between_letters);
  g_test_add_func ("/vertical/a-turned-word-is-as-long-as-it-is-wide",
                   test_a_turned_word_is_as_long_as_it_is_wide);
  g_test_add_func ("/vertical/marks-stand-where-japanese-has-them",
                   test_marks_stand_where_japanese_has_them);
  g_test_add_func ("/vertical/latin-letters-stand-or-lie", test_latin_letters_stand_or_lie);
  g_test_add_func ("/vertical/variations-are-kept", test_variations_are_kept);
  return g_test_run ();
}
