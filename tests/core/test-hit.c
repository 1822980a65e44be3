/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-hit.h"

#include "sample-record.h"

/* “group id (catalogue item): title | detail” of each, one a line */
static char *
describe (GPtrArray *hits)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++) {
    const SgnHit *hit = g_ptr_array_index (hits, i);

    g_string_append_printf (text, "%s %s", sgn_hit_group_to_key (hit->group), hit->id);
    if (hit->item != NULL)
      g_string_append_printf (text, " (%s %s)", hit->catalogue, hit->item);
    g_string_append_printf (text, ": %s", hit->title);
    if (hit->detail != NULL)
      g_string_append_printf (text, " | %s", hit->detail);
    g_string_append_c (text, '\n');
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
find (const char *typed, const char *place)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  g_autoptr (GPtrArray) hits = NULL;

  if (place != NULL)
    g_ptr_array_add (places, (char *) place);
  hits = sgn_hits_find (library, record, typed, places, SGN_LANGUAGE_JA);
  return describe (hits);
}

static const struct {
  const char *typed;
  const char *place; /* (nullable) */
  const char *found; /* one of the lines */
} cases[] = {
  { "使い回", NULL, "question RU-3 (ipa-rules@4.0 RU-3): " },
  { "Ｐａｓｓｗｏｒｄ 使い回", NULL, "question RU-3 (ipa-rules@4.0 RU-3): " },
  { "退職", NULL, "question 3-1-4-5 (scs@2026-03-27 3-1-4-5): 3-1-4-5 " },
  { "ほうしん", "answer/3/SD-05", "note SD-05 (ipa-self-check@4.0 SD-05): " },
  { "zz", "evidence/1", "evidence 1 (ipa-self-check@4.0 SD-01): " },
  { "zz", "task/1", "task 1 (ipa-self-check@4.0 SD-22): " },
  { "図面", "policy/2", "policy preamble: " },
  { "zz", "declaration/1", "declaration 1: 40000000000 | 2024-06-03" },
  { "zz", "place/1", "declaration 2: " },
  { "zz", "company/1", "company company/1: " },
  { "zz", "person/1", "company person/1: " },
  { "zz", "site/1", "company site/1: " },
  { "基本方針", NULL, "document basic-policy: " },
};

static void
test_everything_is_found_with_its_place (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *said = find (cases[i].typed, cases[i].place);

    g_test_message ("%s at %s: %s", cases[i].typed, cases[i].place, said);
    g_assert_nonnull (strstr (said, cases[i].found));
  }
}

/* What a row in the file can be called that this version cannot show. */
static const char *const lost[] = {
  "answer/3/SD-99", "answer/99/SD-01", "answer/3",      "evidence/99", "task/99",
  "policy/1",       "declaration/9",   "place/99",      "person/9",    "site/99",
  "issue/1",        "assessment/1",    "setting/dates", "nonsense",    "",
};

static void
test_what_leads_nowhere_is_not_found (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lost); i++) {
    g_autofree char *said = find ("zz", lost[i]);

    g_assert_cmpstr (said, ==, "");
  }
}

static void
test_nothing_is_looked_for (void)
{
  g_autofree char *empty = find ("", "task/1");
  g_autofree char *spaces = find (" 　", "task/1");

  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (spaces, ==, "");
}

static void
test_a_long_note_is_shown_where_it_fits (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  g_autoptr (GPtrArray) hits = NULL;
  json_t *closed = make_assessment_row ("ipa-self-check", "4.0");
  SgnAnswer answer = { .assessment = 7,
                       .item = (char *) "SD-01",
                       .note = (char *) "一行目。\n　鍵は金庫にある。番号は社長が知る。",
                       .at = (char *) "2026-11-20T10:00:00+09:00" };

  sgn_json_set_string (closed, "state", "closed");
  sgn_json_set_string (closed, "closed_at", "2025-03-31T17:00:00+09:00");
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 7, closed);
  add_row (record, SGN_KIND_ANSWER, "7/SD-01", sgn_answer_to_row (&answer));
  g_ptr_array_add (places, (char *) "answer/7/SD-01");
  hits = sgn_hits_find (library, record, "ｼｬﾁｮｳガ", places, SGN_LANGUAGE_JA);

  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (((SgnHit *) g_ptr_array_index (hits, 0))->title, ==, "一行目。");
  g_ptr_array_unref (hits);
  hits = sgn_hits_find (library, record, "社長", places, SGN_LANGUAGE_JA);
  g_assert_cmpstr (((SgnHit *) g_ptr_array_index (hits, hits->len - 1))->title, ==,
                   "番号は社長が知る");
  g_assert_true (
    g_str_has_suffix (((SgnHit *) g_ptr_array_index (hits, hits->len - 1))->detail, " (2025)"));
}

static void
test_groups_stand_in_their_order (void)
{
  g_autofree char *said = find ("方針", "task/1");
  const char *question = strstr (said, "question ");
  const char *task = strstr (said, "task ");
  const char *document = strstr (said, "document ");

  g_assert_true (question != NULL && task > question && document > task);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hit/everything-is-found-with-its-place",
                   test_everything_is_found_with_its_place);
  g_test_add_func ("/hit/what-leads-nowhere-is-not-found", test_what_leads_nowhere_is_not_found);
  g_test_add_func ("/hit/nothing-is-looked-for", test_nothing_is_looked_for);
  g_test_add_func ("/hit/a-long-note-is-shown-where-it-fits",
                   test_a_long_note_is_shown_where_it_fits);
  g_test_add_func ("/hit/groups-stand-in-their-order", test_groups_stand_in_their_order);

  return g_test_run ();
}
