/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-json-place.h"

static const char text[] = "\n"
                           "{\n"
                           "  \"名前\": \"a \\\" }, b\", \"list\": [1, [2, 3], {\"x\": null}],\n"
                           "  \"a/b\": {\"m~n\": true},\n"
                           "  \"last\": \"終\"\n"
                           "}\n";

static const struct {
  const char *name;
  const char *pointer;
  guint line;
  guint column;
} cases[] = {
  { "the-whole", "", 2, 1 },
  { "a-text", "/名前", 3, 9 },
  { "after-a-text-with-brackets", "/list", 3, 30 },
  { "an-entry", "/list/0", 3, 31 },
  { "inside-a-list-of-lists", "/list/1/1", 3, 38 },
  { "a-key-of-an-entry", "/list/2/x", 3, 48 },
  { "escaped-steps", "/a~1b/m~0n", 4, 18 },
  { "the-last", "/last", 5, 11 },
  { "a-missing-key", "/list/2/y", 3, 42 },
  { "a-missing-entry", "/list/7", 3, 30 },
  { "below-a-text", "/last/0", 5, 11 },
  { "nothing-there", "/none/0/x", 2, 1 },
};

static void
test_place (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  guint line = 0;
  guint column = 0;

  sgn_json_find_place (text, cases[i].pointer, &line, &column);

  g_assert_cmpuint (line, ==, cases[i].line);
  g_assert_cmpuint (column, ==, cases[i].column);
}

static void
test_other_texts_have_a_place_too (void)
{
  static const char *const texts[] = { "", "[", "{\"a\"", "[1", "{\"a\": \"", "]", "3" };
  guint line = 0;
  guint column = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    sgn_json_find_place (texts[i], "/a/0", &line, &column);
    g_assert_cmpuint (line, ==, 1);
    g_assert_cmpuint (column, >=, 1);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/json-place/", cases[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_place);
  }
  g_test_add_func ("/json-place/other-texts-have-a-place-too", test_other_texts_have_a_place_too);
  return g_test_run ();
}
