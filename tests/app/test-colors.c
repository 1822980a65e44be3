/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-colors.h"
#include "sgn-mark-image.h"
#include "sgn-settings.h"

#define PREFIX "/io/github/sengen_app/Sengen/"

static char *
load (const char *sheet)
{
  g_autofree char *path = g_strconcat (PREFIX, sheet, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The last value that the sheets give a colour, as the style engine takes it. */
static char *
find_value (const char *sheets, const char *name)
{
  g_autofree char *pattern = g_strdup_printf ("@define-color %s ([^;]+);", name);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *value = NULL;

  g_regex_match (regex, sheets, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
    g_free (value);
    value = g_match_info_fetch (match, 1);
  }
  return g_steal_pointer (&value);
}

static const struct {
  SgnScheme scheme;
  const char *sheets[5];
} schemes[] = {
  { SGN_SCHEME_LIGHT, { "style.css" } },
  { SGN_SCHEME_DARK, { "style.css", "style-dark.css" } },
  { SGN_SCHEME_LIGHT_CONTRAST, { "style.css", "style-hc.css" } },
  { SGN_SCHEME_DARK_CONTRAST,
    { "style.css", "style-dark.css", "style-hc.css", "style-hc-dark.css" } },
};

static void
drawn_colors_are_those_of_the_style_sheets (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++) {
    g_autoptr (GString) sheets = g_string_new (NULL);

    for (guint k = 0; schemes[i].sheets[k] != NULL; k++) {
      g_autofree char *text = load (schemes[i].sheets[k]);

      g_string_append (sheets, text);
    }
    for (SgnColor color = 0; color < SGN_N_COLORS; color++) {
      g_autofree char *value = find_value (sheets->str, sgn_color_get_name (color));
      GdkRGBA said;
      GdkRGBA drawn;

      g_assert_nonnull (value);
      g_assert_true (gdk_rgba_parse (&said, value));
      sgn_color_get (color, schemes[i].scheme, &drawn);
      g_assert_cmpfloat (said.alpha, ==, drawn.alpha);
      if (drawn.alpha > 0)
        g_assert_true (gdk_rgba_equal (&said, &drawn));
    }
  }
}

static guint
count_ink (SgnMark mark)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 28, 28);
  cairo_t *cr = cairo_create (surface);
  const guint8 *data;
  guint ink = 0;

  sgn_mark_draw (cr, mark, 28, SGN_SCHEME_LIGHT_CONTRAST);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int y = 0; y < 28; y++)
    for (int x = 0; x < 28; x++)
      ink += data[y * cairo_image_surface_get_stride (surface) + x] > 128;
  cairo_surface_destroy (surface);
  return ink;
}

static void
every_mark_has_a_shape_of_its_own (void)
{
  for (SgnMark a = SGN_MARK_NONE; a < SGN_N_MARKS; a++) {
    g_assert_cmpuint (count_ink (a), >, 20);
    for (SgnMark b = a + 1; b < SGN_N_MARKS; b++)
      g_assert_cmpuint (count_ink (a), !=, count_ink (b));
  }
}

static void
every_state_has_its_color (void)
{
  g_assert_cmpint (sgn_mark_get_color (SGN_MARK_NONE), ==, SGN_COLOR_NOT_ANSWERED);
  g_assert_cmpint (sgn_mark_get_color (SGN_MARK_DONE), ==, SGN_COLOR_DONE);
  g_assert_cmpint (sgn_mark_get_color (SGN_MARK_NOT_APPLICABLE), ==, SGN_COLOR_NOT_APPLICABLE);
}

static void
recent_files_stand_newest_first_and_once (void)
{
  g_autoptr (SgnSettings) settings = sgn_settings_new ();
  g_autoptr (GFile) a = g_file_new_for_path ("/x/a.sengen");
  g_autoptr (GFile) b = g_file_new_for_path ("/x/b.sengen");
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) after = NULL;

  sgn_settings_add_recent (settings, a, "A");
  sgn_settings_add_recent (settings, b, "B");
  sgn_settings_add_recent (settings, a, "A");
  files = sgn_settings_get_recent (settings);
  g_assert_cmpuint (files->len, ==, 2);
  g_assert_true (g_file_equal (g_ptr_array_index (files, 0), a));

  sgn_settings_remove_recent (settings, a);
  after = sgn_settings_get_recent (settings);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_finalize_object (g_steal_pointer (&settings));
}

static void
no_more_than_eight_files_are_remembered (void)
{
  g_autoptr (SgnSettings) settings = sgn_settings_new ();
  g_autoptr (GPtrArray) files = NULL;

  for (guint i = 0; i < 12; i++) {
    g_autofree char *path = g_strdup_printf ("/x/%u.sengen", i);
    g_autoptr (GFile) file = g_file_new_for_path (path);

    sgn_settings_add_recent (settings, file, "x");
  }
  files = sgn_settings_get_recent (settings);
  g_assert_cmpuint (files->len, ==, 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/colors/drawn-colors-are-those-of-the-style-sheets",
                   drawn_colors_are_those_of_the_style_sheets);
  g_test_add_func ("/app/colors/every-mark-has-a-shape-of-its-own",
                   every_mark_has_a_shape_of_its_own);
  g_test_add_func ("/app/colors/every-state-has-its-color", every_state_has_its_color);
  g_test_add_func ("/app/settings/recent-files-stand-newest-first-and-once",
                   recent_files_stand_newest_first_and_once);
  g_test_add_func ("/app/settings/no-more-than-eight-files-are-remembered",
                   no_more_than_eight_files_are_remembered);

  return g_test_run ();
}
