/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-proposal.h"

#include "sample-record.h"

static SgnCatalogue *
find_catalogue (SgnLibrary *library, const char *key)
{
  SgnCatalogue *catalogue = sgn_library_find_catalogue_key (library, key);

  g_assert_nonnull (catalogue);
  return catalogue;
}

static const SgnScaleValue *
find_value (SgnLibrary *library, const char *key, const char *item, const char *value)
{
  const SgnScaleValue *found =
    sgn_item_find_value (sgn_catalogue_find_item (find_catalogue (library, key), item), value);

  g_assert_nonnull (found);
  return found;
}

/* A record with one check of @catalogue@@edition as assessment 1. */
static SgnRecord *
new_record (const char *catalogue, const char *edition)
{
  SgnRecord *record = sgn_record_new ();

  add_numbered_row (record, SGN_KIND_ASSESSMENT, 1, make_assessment_row (catalogue, edition));
  return record;
}

static const SgnAssessment *
first_of (SgnRecord *record)
{
  return sgn_record_find_assessment (record, 1);
}

static void
test_a_proposal_is_never_better_than_its_source (void)
{
  static const struct {
    const char *to;
    const char *item;
    const char *said;
    SgnRelation relation;
    const char *proposed; /* NULL: nothing */
  } cases[] = {
    { "scs", "4-3-4-1", "done", SGN_RELATION_EQUAL, "met" },
    { "scs", "4-3-4-1", "partial", SGN_RELATION_EQUAL, "partly" },
    { "scs", "4-3-4-1", "not-done", SGN_RELATION_EQUAL, "not-met" },
    { "scs", "4-3-4-1", "unknown", SGN_RELATION_EQUAL, "unknown" },
    { "scs", "4-3-4-1", "not-applicable", SGN_RELATION_EQUAL, "not-applicable" },
    { "scs", "4-3-4-1", "done", SGN_RELATION_SUPERSET, "met" },
    { "scs", "4-3-4-1", "partial", SGN_RELATION_SUPERSET, "partly" },
    { "scs", "4-3-4-1", "not-done", SGN_RELATION_SUPERSET, "not-met" },
    { "scs", "4-3-4-1", "unknown", SGN_RELATION_SUPERSET, "unknown" },
    { "scs", "4-3-4-1", "not-applicable", SGN_RELATION_SUPERSET, NULL },
    { "scs", "4-3-4-1", "done", SGN_RELATION_SUBSET, "partly" },
    { "scs", "4-3-4-1", "partial", SGN_RELATION_SUBSET, "not-met" },
    { "scs", "4-3-4-1", "done", SGN_RELATION_INTERSECTS, "partly" },
    { "scs", "4-3-4-1", "partial", SGN_RELATION_INTERSECTS, "not-met" },
    { "scs", "4-3-4-1", "not-done", SGN_RELATION_INTERSECTS, "not-met" },
    { "scs", "4-3-4-1", "unknown", SGN_RELATION_INTERSECTS, "unknown" },
    { "scs", "4-3-4-1", "not-applicable", SGN_RELATION_INTERSECTS, NULL },
    { "meti-management", "MG-1-1", "done", SGN_RELATION_EQUAL, "4" },
    { "meti-management", "MG-1-1", "partial", SGN_RELATION_EQUAL, "2" },
    { "meti-management", "MG-1-1", "done", SGN_RELATION_INTERSECTS, "2" },
    { "meti-management", "MG-1-1", "not-applicable", SGN_RELATION_EQUAL, NULL },
  };
  g_autoptr (SgnLibrary) library = load_library ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnItem *item =
      sgn_catalogue_find_item (find_catalogue (library, cases[i].to), cases[i].item);
    const SgnScaleValue *said = find_value (library, "ipa-self-check", "SD-01", cases[i].said);
    const SgnScaleValue *value = sgn_proposal_choose_value (item, said, cases[i].relation);

    g_assert_cmpstr (value != NULL ? value->key : NULL, ==, cases[i].proposed);
  }
}

/* Of the two levels that are drawn as done, the one that was said. */
static void
test_the_same_word_stays_the_same_word (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  SgnCatalogue *catalogue = find_catalogue (library, "meti-management");
  const SgnItem *item = sgn_catalogue_find_item (catalogue, "MG-1-2");
  const SgnScaleValue *said = find_value (library, "meti-management", "MG-1-1", "5");

  g_assert_cmpstr (sgn_proposal_choose_value (item, said, SGN_RELATION_EQUAL)->key, ==, "5");
  g_assert_cmpstr (sgn_proposal_choose_value (item, said, SGN_RELATION_SUBSET)->key, ==, "2");
}

static void
test_a_reference_item_has_no_value (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  const SgnItem *item = sgn_catalogue_find_item (find_catalogue (library, "ipa-threats"), "TH-01");
  const SgnScaleValue *said = find_value (library, "ipa-self-check", "SD-01", "done");

  g_assert_null (sgn_proposal_choose_value (item, said, SGN_RELATION_EQUAL));
}

static void
test_each_proposal_names_its_source (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = new_record ("ipa-self-check", "4.0");
  SgnCatalogue *scs = find_catalogue (library, "scs");
  g_autoptr (SgnProposals) proposals = NULL;
  const SgnProposal *proposal = NULL;
  const SgnProposalSource *source = NULL;

  add_answer (record, 1, "SD-19", "done");
  proposals = sgn_proposals_new (record, scs, NULL, NULL);
  g_assert_true (sgn_proposals_add_mapped (proposals, library, first_of (record)));
  proposal = sgn_proposals_find (proposals, "1-2-3-1");
  source = g_ptr_array_index (proposal->sources, 0);

  g_assert_cmpstr (proposal->value->key, ==, "met");
  g_assert_cmpint (proposal->sureness, ==, SGN_SURENESS_HIGH);
  g_assert_null (proposal->answered);
  g_assert_cmpint (source->assessment, ==, 1);
  g_assert_cmpstr (source->item->id, ==, "SD-19");
  g_assert_cmpstr (source->catalogue->id, ==, "ipa-self-check");
  g_assert_cmpstr (source->said->key, ==, "done");
  g_assert_cmpint (source->relation, ==, SGN_RELATION_SUPERSET);
  g_assert_false (source->official);
  g_assert_cmpuint (source->likeness, ==, 0);
}

/* A mapping is read from either end; what is wider seen from the one is narrower from the other. */
static void
test_a_mapping_leads_both_ways (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = new_record ("scs", "2026-03-27");
  g_autoptr (SgnProposals) proposals = NULL;
  const SgnProposal *proposal = NULL;

  add_answer (record, 1, "1-2-3-1", "met");
  proposals = sgn_proposals_new (record, find_catalogue (library, "ipa-self-check"), NULL, NULL);
  g_assert_true (sgn_proposals_add_mapped (proposals, library, first_of (record)));
  proposal = sgn_proposals_find (proposals, "SD-19");

  g_assert_cmpuint (proposals->list->len, ==, 1);
  g_assert_cmpstr (proposal->value->key, ==, "partial");
  g_assert_cmpint (((SgnProposalSource *) proposal->sources->pdata[0])->relation, ==,
                   SGN_RELATION_SUBSET);
}

static void
test_nothing_follows_from_no_answer (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = new_record ("ipa-self-check", "4.0");
  g_autoptr (SgnProposals) proposals =
    sgn_proposals_new (record, find_catalogue (library, "scs"), NULL, NULL);

  add_answer (record, 1, "SD-19", NULL);
  add_answer (record, 1, "SD-11", "not-applicable");

  g_assert_true (sgn_proposals_add_mapped (proposals, library, first_of (record)));
  g_assert_cmpuint (proposals->list->len, ==, 0);
}

static void
test_without_a_mapping_nothing_follows (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = new_record ("ipa-rules", "3.1");
  g_autoptr (SgnProposals) proposals =
    sgn_proposals_new (record, find_catalogue (library, "scs"), NULL, NULL);

  add_answer (record, 1, "RU-1", "done");

  g_assert_false (sgn_proposals_add_mapped (proposals, library, first_of (record)));
  g_assert_cmpuint (proposals->list->len, ==, 0);
}

static void
test_the_worst_of_several_sources_decides (void)
{
  static const struct {
    const char *values[4]; /* of SD-04, SD-07, SD-08, SD-12 */
    const char *proposed;
    const char *decides;
  } cases[] = {
    { { "done", "done", "done", "done" }, "partly", "SD-04" },
    { { "done", "done", "partial", "done" }, "not-met", "SD-08" },
    { { "done", "unknown", "not-done", "done" }, "unknown", "SD-07" },
    { { "done", "not-applicable", NULL, "not-done" }, "not-met", "SD-12" },
  };
  static const char *const items[] = { "SD-04", "SD-07", "SD-08", "SD-12" };
  g_autoptr (SgnLibrary) library = load_library ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnRecord) record = new_record ("ipa-self-check", "4.0");
    g_autoptr (SgnProposals) proposals = NULL;
    const SgnProposal *proposal = NULL;
    guint answered = 0;

    for (gsize j = 0; j < G_N_ELEMENTS (items); j++) {
      const char *value = cases[i].values[j];

      add_answer (record, 1, items[j], value);
      answered += value != NULL && !g_str_equal (value, "not-applicable");
    }
    proposals = sgn_proposals_new (record, find_catalogue (library, "scs"), NULL, NULL);
    sgn_proposals_add_mapped (proposals, library, first_of (record));
    proposal = sgn_proposals_find (proposals, "3-1-4-1");

    g_assert_cmpstr (proposal->value->key, ==, cases[i].proposed);
    g_assert_cmpstr (((SgnProposalSource *) proposal->sources->pdata[0])->item->id, ==,
                     cases[i].decides);
    g_assert_cmpuint (proposal->sources->len, ==, answered);
  }
}

static void
test_what_is_answered_is_not_proposed (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = new_record ("ipa-self-check", "4.0");
  g_autoptr (SgnProposals) proposals = NULL;

  add_answer (record, 1, "SD-19", "done");
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 2, make_assessment_row ("scs", "2026-03-27"));
  add_answer (record, 2, "1-2-3-1", "not-met");
  add_answer (record, 2, "1-2-3-2", NULL);
  proposals = sgn_proposals_new (record, find_catalogue (library, "scs"),
                                 record->assessments->pdata[1], NULL);
  sgn_proposals_add_mapped (proposals, library, first_of (record));

  g_assert_cmpuint (proposals->list->len, ==, 2);
  g_assert_cmpuint (sgn_proposals_count_open (proposals), ==, 1);
  g_assert_cmpstr (sgn_proposals_find (proposals, "1-2-3-1")->answered->key, ==, "not-met");
  g_assert_null (sgn_proposals_find (proposals, "1-2-3-2")->answered);
}

static void
test_items_of_another_level_are_left_out (void)
{
  static const struct {
    const char *level;
    gboolean found;
  } cases[] = { { NULL, FALSE }, { "★3", FALSE }, { "★4", TRUE } };
  g_autoptr (SgnLibrary) library = load_library ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnRecord) record = new_record ("ipa-self-check", "4.0");
    g_autoptr (SgnProposals) proposals =
      sgn_proposals_new (record, find_catalogue (library, "scs"), NULL, cases[i].level);

    add_answer (record, 1, "SD-05", "done");
    sgn_proposals_add_mapped (proposals, library, first_of (record));

    g_assert_nonnull (sgn_proposals_find (proposals, "6-1-1-6"));
    g_assert_true ((sgn_proposals_find (proposals, "1-2-2-1") != NULL) == cases[i].found);
  }
}

/* Without a level, the one that was chosen for the check counts. */
static void
test_the_level_aimed_at_is_kept_to (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = new_record ("ipa-self-check", "4.0");
  SgnCatalogue *scs = find_catalogue (library, "scs");
  json_t *row = make_assessment_row ("scs", "2026-03-27");
  g_autoptr (SgnProposals) proposals = NULL;

  g_assert_null (sgn_proposals_find_into (record, scs));
  add_answer (record, 1, "SD-05", "done");
  sgn_json_set_string (row, "level", "★4");
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 2, row);
  proposals = sgn_proposals_new (record, scs, sgn_proposals_find_into (record, scs), NULL);
  sgn_proposals_add_mapped (proposals, library, first_of (record));

  g_assert_cmpint (proposals->into->id, ==, 2);
  g_assert_nonnull (sgn_proposals_find (proposals, "1-2-2-1"));
}

static void
test_proposals_stand_in_the_order_of_the_items (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = new_record ("ipa-self-check", "4.0");
  SgnCatalogue *scs = find_catalogue (library, "scs");
  g_autoptr (SgnProposals) proposals = sgn_proposals_new (record, scs, NULL, "★4");
  guint before = 0;

  for (int i = 1; i <= 25; i++) {
    g_autofree char *item = g_strdup_printf ("SD-%02d", i);

    add_answer (record, 1, item, "done");
  }
  sgn_proposals_add_mapped (proposals, library, first_of (record));

  g_assert_cmpuint (proposals->list->len, >, 30);
  for (guint i = 0; i < proposals->list->len; i++) {
    const SgnProposal *proposal = g_ptr_array_index (proposals->list, i);
    guint place = 0;

    g_assert_true (g_ptr_array_find (scs->items, proposal->item, &place));
    g_assert_true (i == 0 || place > before);
    before = place;
  }
}

/* The way from the 25 questions to ★3 that the sample company goes. */
static void
test_the_sample_comes_near_to_three_stars (void)
{
  static const struct {
    const char *value;
    guint count;
  } counts[] = { { "met", 1 }, { "partly", 15 }, { "not-met", 11 }, { "unknown", 1 } };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnProposals) proposals =
    sgn_proposals_new (record, find_catalogue (library, "scs"), NULL, "★3");
  guint found[G_N_ELEMENTS (counts)] = { 0 };

  add_sample_company (record);
  add_sample_assessments (record);
  sgn_proposals_add_mapped (proposals, library, sgn_record_find_assessment (record, 3));

  g_assert_cmpuint (sgn_proposals_count_open (proposals), ==, 28);
  for (guint i = 0; i < proposals->list->len; i++) {
    const SgnProposal *proposal = g_ptr_array_index (proposals->list, i);

    g_assert_cmpuint (proposal->sources->len, >, 0);
    g_assert_nonnull (((SgnProposalSource *) proposal->sources->pdata[0])->why.ja);
    for (gsize j = 0; j < G_N_ELEMENTS (counts); j++)
      found[j] += g_str_equal (proposal->value->key, counts[j].value);
  }
  for (gsize j = 0; j < G_N_ELEMENTS (counts); j++)
    g_assert_cmpuint (found[j], ==, counts[j].count);
}

/* Other kinds of sources go by the same rules. */
static void
test_a_source_without_a_mapping_is_taken (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = new_record ("ipa-self-check", "4.0");
  SgnCatalogue *check = find_catalogue (library, "ipa-self-check");
  SgnCatalogue *cloud = find_catalogue (library, "cloud-check");
  g_autoptr (SgnProposals) proposals = sgn_proposals_new (record, cloud, NULL, NULL);
  const SgnItem *item = sgn_catalogue_find_item (cloud, "CL-03");
  SgnProposalSource *source = g_new0 (SgnProposalSource, 1);

  source->catalogue = sgn_catalogue_ref (check);
  source->assessment = 1;
  source->item = sgn_catalogue_find_item (check, "SD-20");
  source->said = find_value (library, "ipa-self-check", "SD-20", "done");
  source->relation = SGN_RELATION_INTERSECTS;
  source->likeness = 62;
  sgn_proposals_take_source (proposals, item, source);

  g_assert_cmpuint (proposals->list->len, ==, 1);
  g_assert_cmpstr (sgn_proposals_find (proposals, "CL-03")->value->key, ==, "partial");
}

static void
test_origins_are_what_a_mapping_relates (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = new_record ("ipa-self-check", "4.0");
  SgnCatalogue *scs = find_catalogue (library, "scs");
  g_autoptr (GPtrArray) origins = NULL;

  add_answer (record, 1, "SD-01", "done");
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 2, make_assessment_row ("ipa-rules", "4.0"));
  add_answer (record, 2, "RU-1", "done");
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 3, make_assessment_row ("ipa-self-check", "4.0"));
  add_answer (record, 3, "SD-01", "partial");
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 4, make_assessment_row ("cloud-check", "4.0"));
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 5, make_assessment_row ("meti-management", "3.0"));
  add_answer (record, 5, "MG-1-2", "3");
  origins = sgn_proposals_list_origins (library, record, scs);

  g_assert_cmpuint (origins->len, ==, 2);
  g_assert_cmpint (((SgnAssessment *) origins->pdata[0])->id, ==, 5);
  g_assert_cmpint (((SgnAssessment *) origins->pdata[1])->id, ==, 3);
}

static void
test_sureness_has_words_for_machines (void)
{
  g_assert_cmpstr (sgn_sureness_to_key (SGN_SURENESS_LOW), ==, "low");
  g_assert_cmpstr (sgn_sureness_to_key (SGN_SURENESS_FAIR), ==, "fair");
  g_assert_cmpstr (sgn_sureness_to_key (SGN_SURENESS_HIGH), ==, "high");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/proposal/a-proposal-is-never-better-than-its-source",
                   test_a_proposal_is_never_better_than_its_source);
  g_test_add_func ("/proposal/the-same-word-stays-the-same-word",
                   test_the_same_word_stays_the_same_word);
  g_test_add_func ("/proposal/a-reference-item-has-no-value", test_a_reference_item_has_no_value);
  g_test_add_func ("/proposal/each-proposal-names-its-source", test_each_proposal_names_its_source);
  g_test_add_func ("/proposal/a-mapping-leads-both-ways", test_a_mapping_leads_both_ways);
  g_test_add_func ("/proposal/nothing-follows-from-no-answer", test_nothing_follows_from_no_answer);
  g_test_add_func ("/proposal/without-a-mapping-nothing-follows",
                   test_without_a_mapping_nothing_follows);
  g_test_add_func ("/proposal/the-worst-of-several-sources-decides",
                   test_the_worst_of_several_sources_decides);
  g_test_add_func ("/proposal/what-is-answered-is-not-proposed",
                   test_what_is_answered_is_not_proposed);
  g_test_add_func ("/proposal/items-of-another-level-are-left-out",
                   test_items_of_another_level_are_left_out);
  g_test_add_func ("/proposal/the-level-aimed-at-is-kept-to", test_the_level_aimed_at_is_kept_to);
  g_test_add_func ("/proposal/proposals-stand-in-the-order-of-the-items",
                   test_proposals_stand_in_the_order_of_the_items);
  g_test_add_func ("/proposal/the-sample-comes-near-to-three-stars",
                   test_the_sample_comes_near_to_three_stars);
  g_test_add_func ("/proposal/a-source-without-a-mapping-is-taken",
                   test_a_source_without_a_mapping_is_taken);
  g_test_add_func ("/proposal/origins-are-what-a-mapping-relates",
                   test_origins_are_what_a_mapping_relates);
  g_test_add_func ("/proposal/sureness-has-words-for-machines",
                   test_sureness_has_words_for_machines);

  return g_test_run ();
}
