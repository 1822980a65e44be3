/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-catalogue.h"

#include "sgn-catalogue-private.h"

static void
add_value (SgnScale *scale, const char *key, SgnMark mark, int points)
{
  SgnScaleValue *value = g_new0 (SgnScaleValue, 1);

  value->key = g_strdup (key);
  value->mark = mark;
  value->points = points;
  g_ptr_array_add (scale->values, value);
}

static void
add_item (SgnCatalogue *self, const char *id, const char *number, const char *level)
{
  SgnItem *item = sgn_item_new ();

  item->id = g_strdup (id);
  item->number = g_strdup (number);
  item->level = g_strdup (level);
  if (self->scales->len > 0)
    item->scale = g_ptr_array_index (self->scales, 0);
  g_ptr_array_add (self->items, item);
}

static void
add_band (SgnCatalogue *self, const char *key, int min, int max)
{
  SgnBand *band = g_new0 (SgnBand, 1);

  band->key = g_strdup (key);
  band->min = min;
  band->max = max;
  g_ptr_array_add (self->bands, band);
}

/* Three items: ★3, ★4, and one without level or scale. */
static SgnCatalogue *
make_catalogue (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("{}", 2);
  SgnCatalogue *self = sgn_catalogue_new (text);
  SgnScale *scale = sgn_scale_new ();

  self->id = g_strdup ("demo");
  self->edition = g_strdup ("1.0");
  g_ptr_array_add (self->levels, g_strdup ("★3"));
  g_ptr_array_add (self->levels, g_strdup ("★4"));
  add_item (self, "2", "9", NULL);
  add_value (scale, "done", SGN_MARK_DONE, 4);
  add_value (scale, "unknown", SGN_MARK_UNKNOWN, -1);
  g_ptr_array_add (self->scales, scale);
  add_item (self, "IT-1", "1", "★3");
  add_item (self, "IT-2", "2", "★4");
  add_band (self, "high", 70, 100);
  add_band (self, "low", -25, 69);
  return self;
}

static void
test_marks_have_keys (void)
{
  for (guint i = 0; i < SGN_N_MARKS; i++) {
    SgnMark mark = SGN_MARK_NONE;

    g_assert_true (sgn_mark_from_key (sgn_mark_to_key ((SgnMark) i), &mark));
    g_assert_cmpuint (mark, ==, i);
  }
  g_assert_cmpstr (sgn_mark_to_key (SGN_MARK_NOT_DONE), ==, "not-done");
  g_assert_cmpstr (sgn_mark_to_key (SGN_MARK_OVERDUE), ==, "overdue");
}

static void
test_unknown_keys_are_no_marks (void)
{
  static const char *const keys[] = { "", "Done", "not_done", "met", "overdue" };
  SgnMark mark = SGN_MARK_PARTIAL;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_false (sgn_mark_from_key (keys[i], &mark));
  g_assert_false (sgn_mark_from_key (NULL, &mark));
  g_assert_cmpint (mark, ==, SGN_MARK_PARTIAL);
}

static void
test_key_names_the_edition (void)
{
  g_autoptr (SgnCatalogue) self = make_catalogue ();
  g_autofree char *key = sgn_catalogue_dup_key (self);

  g_assert_cmpstr (key, ==, "demo@1.0");
}

static void
test_items_are_found_by_id_then_number (void)
{
  g_autoptr (SgnCatalogue) self = make_catalogue ();

  g_assert_cmpstr (sgn_catalogue_find_item (self, "IT-2")->id, ==, "IT-2");
  g_assert_cmpstr (sgn_catalogue_find_item (self, "1")->id, ==, "IT-1");
  g_assert_cmpstr (sgn_catalogue_find_item (self, "2")->id, ==, "2");
  g_assert_cmpstr (sgn_catalogue_find_item (self, "9")->id, ==, "2");
  g_assert_null (sgn_catalogue_find_item (self, "3"));
  g_assert_null (sgn_catalogue_find_item (self, "it-1"));
  g_assert_null (sgn_catalogue_find_item (self, ""));
  g_assert_null (sgn_catalogue_find_item (self, NULL));
}

static void
test_values_are_those_of_the_scale (void)
{
  g_autoptr (SgnCatalogue) self = make_catalogue ();
  const SgnItem *item = sgn_catalogue_find_item (self, "IT-1");
  const SgnItem *plain = sgn_catalogue_find_item (self, "9");

  g_assert_cmpint (sgn_item_find_value (item, "unknown")->points, ==, -1);
  g_assert_null (sgn_item_find_value (item, "partial"));
  g_assert_null (sgn_item_find_value (item, NULL));
  g_assert_null (sgn_item_find_value (plain, "done"));
  g_assert_cmpint (sgn_item_get_mark (item, "done"), ==, SGN_MARK_DONE);
  g_assert_cmpint (sgn_item_get_mark (item, "partial"), ==, SGN_MARK_NONE);
  g_assert_cmpint (sgn_item_get_mark (item, NULL), ==, SGN_MARK_NONE);
  g_assert_cmpint (sgn_item_get_mark (plain, "done"), ==, SGN_MARK_NONE);
  g_assert_cmpint (sgn_item_get_max_points (item), ==, 4);
  g_assert_cmpint (sgn_item_get_max_points (plain), ==, 0);
}

static void
test_levels_are_found_however_typed (void)
{
  static const struct {
    const char *typed;
    const char *level;
  } cases[] = {
    { "★3", "★3" }, { "4", "★4" }, { "★", "★" }, { "5", NULL }, { "★★3", NULL }, { "", NULL },
  };
  g_autoptr (SgnCatalogue) self = make_catalogue ();

  g_ptr_array_add (self->levels, g_strdup ("★"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (sgn_catalogue_find_level (self, cases[i].typed), ==, cases[i].level);
}

static void
test_levels_are_cumulative (void)
{
  static const struct {
    const char *level;
    const char *item;
    gboolean included;
  } cases[] = {
    { "★3", "IT-1", TRUE }, { "★3", "IT-2", FALSE }, { "★4", "IT-1", TRUE }, { "★4", "IT-2", TRUE },
    { "★4", "9", FALSE },   { "★5", "IT-1", FALSE }, { NULL, "IT-2", TRUE }, { NULL, "9", TRUE },
  };
  g_autoptr (SgnCatalogue) self = make_catalogue ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnItem *item = sgn_catalogue_find_item (self, cases[i].item);

    g_assert_cmpint (sgn_catalogue_level_includes (self, cases[i].level, item), ==,
                     cases[i].included);
  }
}

static void
test_bands_hold_their_ends (void)
{
  static const struct {
    int total;
    const char *band;
  } cases[] = {
    { 101, NULL }, { 100, "high" }, { 70, "high" }, { 69, "low" }, { -25, "low" }, { -26, NULL },
  };
  g_autoptr (SgnCatalogue) self = make_catalogue ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnBand *band = sgn_catalogue_find_band (self, cases[i].total);

    g_assert_cmpstr (band != NULL ? band->key : NULL, ==, cases[i].band);
  }
}

static void
test_references_are_counted (void)
{
  SgnCatalogue *self = make_catalogue ();
  SgnCatalogue *other = sgn_catalogue_ref (self);

  sgn_catalogue_unref (self);
  g_assert_cmpstr (other->id, ==, "demo");
  sgn_catalogue_unref (other);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/marks-have-keys", test_marks_have_keys);
  g_test_add_func ("/catalogue/unknown-keys-are-no-marks", test_unknown_keys_are_no_marks);
  g_test_add_func ("/catalogue/key-names-the-edition", test_key_names_the_edition);
  g_test_add_func ("/catalogue/items-are-found-by-id-then-number",
                   test_items_are_found_by_id_then_number);
  g_test_add_func ("/catalogue/values-are-those-of-the-scale", test_values_are_those_of_the_scale);
  g_test_add_func ("/catalogue/levels-are-found-however-typed",
                   test_levels_are_found_however_typed);
  g_test_add_func ("/catalogue/levels-are-cumulative", test_levels_are_cumulative);
  g_test_add_func ("/catalogue/bands-hold-their-ends", test_bands_hold_their_ends);
  g_test_add_func ("/catalogue/references-are-counted", test_references_are_counted);
  return g_test_run ();
}
