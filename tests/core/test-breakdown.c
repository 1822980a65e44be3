/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-breakdown.h"

#include "sample-record.h"

#define ASSESSMENT 10

/* A check of @id with the first items answered. */
static SgnRecord *
make_record (const SgnCatalogue *catalogue, const char *const *values)
{
  SgnRecord *record = sgn_record_new ();

  add_numbered_row (record, SGN_KIND_ASSESSMENT, ASSESSMENT,
                    make_part_row (catalogue->id, catalogue->edition, 0, 0));
  for (guint i = 0; values[i] != NULL; i++)
    if (*values[i] != '\0')
      add_answer (record, ASSESSMENT,
                  ((const SgnItem *) g_ptr_array_index (catalogue->items, i))->id, values[i]);
  return record;
}

static const SgnBreakdownPart *
get_part (const SgnBreakdown *self, guint index)
{
  return g_ptr_array_index (self->parts, index);
}

static void
test_only_what_is_met_counts (void)
{
  static const char *const values[] = { "met", "partly", "not-applicable", "", "unknown",
                                        "met", NULL };
  g_autoptr (SgnLibrary) library = load_library ();
  SgnCatalogue *scs = sgn_library_find_catalogue (library, "scs", NULL);
  g_autoptr (SgnRecord) record = make_record (scs, values);
  g_autoptr (SgnCombined) combined =
    sgn_combined_new (record, scs, sgn_record_find_assessment (record, ASSESSMENT));
  g_autoptr (SgnBreakdown) all = sgn_breakdown_new (scs, NULL, combined);

  g_assert_cmpint (all->kind, ==, SGN_BREAKDOWN_SECTIONS);
  g_assert_cmpuint (all->parts->len, ==, 7);
  g_assert_cmpuint (all->items, ==, 153);
  g_assert_cmpuint (all->met, ==, 2);
  g_assert_cmpuint (get_part (all, 0)->items, ==, 19);
  g_assert_cmpuint (get_part (all, 0)->met, ==, 2);
  g_assert_cmpuint (get_part (all, 0)->unanswered, ==, 14);
  g_assert_cmpuint (get_part (all, 0)->not_applicable, ==, 1);
  g_assert_true (get_part (all, 0)->next == g_ptr_array_index (scs->items, 1));
  g_assert_cmpuint (get_part (all, 6)->met, ==, 0);
}

/* The official numbers of ★3, category by category. */
static void
test_a_level_counts_its_own_items (void)
{
  static const guint criteria[] = { 8, 4, 11, 48, 3, 6, 1 };
  g_autoptr (SgnLibrary) library = load_library ();
  SgnCatalogue *scs = sgn_library_find_catalogue (library, "scs", NULL);
  g_autoptr (SgnBreakdown) three = sgn_breakdown_new (scs, "★3", NULL);

  g_assert_cmpuint (three->items, ==, 81);
  g_assert_cmpuint (three->parts->len, ==, G_N_ELEMENTS (criteria));
  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++) {
    g_assert_cmpuint (get_part (three, i)->items, ==, criteria[i]);
    g_assert_cmpuint (get_part (three, i)->unanswered, ==, criteria[i]);
  }
}

static void
test_our_own_areas_come_first (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  static const struct {
    const char *id;
    SgnBreakdownKind kind;
    guint parts;
    guint items;
  } cases[] = {
    { "ipa-self-check", SGN_BREAKDOWN_AREAS, 8, 25 },
    { "meti-management", SGN_BREAKDOWN_AREAS, 10, 43 },
    { "cloud-check", SGN_BREAKDOWN_SECTIONS, 3, 15 },
    { "ipa-rules", SGN_BREAKDOWN_SECTIONS, 1, 6 },
    { "ipa-threats", SGN_BREAKDOWN_SECTIONS, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SgnCatalogue *catalogue = sgn_library_find_catalogue (library, cases[i].id, NULL);
    g_autoptr (SgnBreakdown) self = sgn_breakdown_new (catalogue, NULL, NULL);

    g_test_message ("%s", cases[i].id);
    g_assert_cmpint (self->kind, ==, cases[i].kind);
    g_assert_cmpuint (self->parts->len, ==, cases[i].parts);
    g_assert_cmpuint (self->items, ==, cases[i].items);
    g_assert_cmpuint (self->met, ==, 0);
  }
}

/* What does not apply is not done, and is nothing to do either. */
static void
test_nothing_is_next_when_all_is_done (void)
{
  static const char *const values[] = { "done", "done", "not-applicable", "done", "done",
                                        "done", NULL };
  g_autoptr (SgnLibrary) library = load_library ();
  SgnCatalogue *rules = sgn_library_find_catalogue (library, "ipa-rules", NULL);
  g_autoptr (SgnRecord) record = make_record (rules, values);
  g_autoptr (SgnCombined) combined =
    sgn_combined_new (record, rules, sgn_record_find_assessment (record, ASSESSMENT));
  g_autoptr (SgnBreakdown) self = sgn_breakdown_new (rules, NULL, combined);

  g_assert_cmpuint (self->met, ==, 5);
  g_assert_cmpuint (get_part (self, 0)->not_applicable, ==, 1);
  g_assert_null (get_part (self, 0)->next);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/breakdown/only-what-is-met-counts", test_only_what_is_met_counts);
  g_test_add_func ("/breakdown/a-level-counts-its-own-items", test_a_level_counts_its_own_items);
  g_test_add_func ("/breakdown/our-own-areas-come-first", test_our_own_areas_come_first);
  g_test_add_func ("/breakdown/nothing-is-next-when-all-is-done",
                   test_nothing_is_next_when_all_is_done);
  return g_test_run ();
}
