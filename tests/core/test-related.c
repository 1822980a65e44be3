/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-related.h"

#include "sgn-data-dir.h"

static SgnLibrary *
load (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data_dir = sgn_data_dir ();
  SgnLibrary *library = sgn_library_load (data_dir, &error);

  g_assert_no_error (error);
  return library;
}

static GPtrArray *
find (SgnLibrary *library, const char *key, const char *item)
{
  SgnCatalogue *catalogue = sgn_library_find_catalogue_key (library, key);

  g_assert_nonnull (catalogue);
  return sgn_related_find (library, catalogue, sgn_catalogue_find_item (catalogue, item));
}

/* (nullable) */
static const SgnRelated *
pick (GPtrArray *found, const char *catalogue, const char *item)
{
  for (guint i = 0; i < found->len; i++) {
    const SgnRelated *related = g_ptr_array_index (found, i);

    if (g_str_equal (related->catalogue->id, catalogue) && g_str_equal (related->item->id, item))
      return related;
  }
  return NULL;
}

static void
test_pairs_lead_in_both_directions (void)
{
  g_autoptr (SgnLibrary) library = load ();
  g_autoptr (GPtrArray) there = find (library, "ipa-self-check@4.0", "SD-01");
  g_autoptr (GPtrArray) back = find (library, "scs", "4-4-4-1");

  g_assert_nonnull (pick (there, "scs", "4-4-4-1"));
  g_assert_nonnull (pick (back, "ipa-self-check", "SD-01"));
  g_assert_cmpint (pick (there, "scs", "4-4-4-1")->relation, ==, SGN_RELATION_INTERSECTS);
  g_assert_false (pick (there, "scs", "4-4-4-1")->official);
  g_assert_nonnull (pick (there, "scs", "4-4-4-1")->why->ja);
  g_assert_true (pick (there, "scs", "4-4-4-1")->why ==
                 pick (back, "ipa-self-check", "SD-01")->why);
}

static SgnRelation
turned (SgnRelation relation)
{
  if (relation == SGN_RELATION_SUBSET)
    return SGN_RELATION_SUPERSET;
  return relation == SGN_RELATION_SUPERSET ? SGN_RELATION_SUBSET : relation;
}

/* Every pair that is shipped, seen from either end. */
static void
test_each_end_says_what_the_other_is (void)
{
  static const struct {
    const char *from;
    const char *to;
  } cases[] = {
    { "ipa-self-check@4.0", "scs@2026-03-27" },
    { "cloud-check@4.0", "ipa-self-check@4.0" },
    { "scs@2026-03-27", "meti-management@3.0" },
  };
  g_autoptr (SgnLibrary) library = load ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnMapping *mapping = sgn_library_find_mapping (library, cases[i].from, cases[i].to);
    const SgnCatalogue *from = sgn_library_find_catalogue_key (library, cases[i].from);
    const SgnCatalogue *to = sgn_library_find_catalogue_key (library, cases[i].to);

    for (guint k = 0; k < mapping->pairs->len; k++) {
      const SgnMappingPair *pair = g_ptr_array_index (mapping->pairs, k);
      g_autoptr (GPtrArray) there = find (library, cases[i].from, pair->from);
      g_autoptr (GPtrArray) back = find (library, cases[i].to, pair->to);

      g_assert_cmpint (pick (there, to->id, pair->to)->relation, ==, turned (pair->relation));
      g_assert_cmpint (pick (back, from->id, pair->from)->relation, ==, pair->relation);
    }
  }
}

/* An older edition is no other guideline, and what nobody has mapped has nothing beside it. */
static void
test_nothing_is_made_up (void)
{
  g_autoptr (SgnLibrary) library = load ();
  g_autoptr (GPtrArray) old = find (library, "ipa-self-check@3.1", "SD-01");
  g_autoptr (GPtrArray) threat = find (library, "ipa-threats", "1");
  g_autoptr (GPtrArray) now = find (library, "ipa-self-check@4.0", "SD-01");

  g_assert_cmpuint (old->len, ==, 0);
  g_assert_cmpuint (threat->len, ==, 0);
  g_assert_null (pick (now, "ipa-self-check", "SD-01"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/related/pairs-lead-in-both-directions", test_pairs_lead_in_both_directions);
  g_test_add_func ("/related/each-end-says-what-the-other-is",
                   test_each_end_says_what_the_other_is);
  g_test_add_func ("/related/nothing-is-made-up", test_nothing_is_made_up);
  return g_test_run ();
}
