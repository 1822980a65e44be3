/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection.h"

#include "sample-record.h"

static json_t *
list (SgnRecord *record, SgnAudience audience, gboolean with_unmet)
{
  g_autoptr (SgnLibrary) library = load_library ();
  const SgnProjectionRequest request = { .document = "evidence-list",
                                         .audience = audience,
                                         .with_unmet = with_unmet };
  g_autoptr (GError) error = NULL;
  json_t *json = sgn_projection_new (library, record, &request, &error);

  g_assert_no_error (error);
  return json;
}

/* (nullable): the first row of the file called @title */
static const json_t *
find_title (const json_t *json, const char *title)
{
  gsize i = 0;
  json_t *row = NULL;

  json_array_foreach (json_object_get (json, "evidence"), i, row)
  {
    if (g_strcmp0 (sgn_json_string (row, "title"), title) == 0)
      return row;
  }
  return NULL;
}

static gboolean
contains (const json_t *json, const char *text)
{
  g_autofree char *all = sgn_json_to_canonical (json);

  return strstr (all, text) != NULL;
}

static void
test_every_file_stands_under_each_item_it_proves (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = list (record, SGN_AUDIENCE_INTERNAL, FALSE);
  g_autoptr (json_t) check =
    project (library, record, "self-check-result", SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  const json_t *rows = json_object_get (json, "evidence");
  const json_t *totals = json_object_get (json, "totals");
  gint64 of_items = 0;
  gsize i = 0;
  json_t *row = NULL;

  json_array_foreach (rows, i, row) of_items += sgn_json_string (row, "item") != NULL;
  g_assert_cmpint (of_items, ==, sgn_json_integer (check, "evidence_total", 0));
  assert_number (totals, "entries", (int) json_array_size (rows));
  assert_number (totals, "items", 21);
  assert_number (totals, "elsewhere", 0);
  g_assert_cmpint (sgn_json_integer (totals, "files", 0), ==, record->evidence->len);
  assert_text (json_array_get (rows, 0), "item", "SD-01");
  assert_text (json_array_get (rows, 0), "short", "OS・ソフトの更新");
  assert_text (json_array_get (rows, 0), "word", "実施");
  assert_text (json_array_get (rows, 0), "kind", "picture");
  assert_text (json_array_get (rows, 0), "kind_word", "画像");
}

static void
test_a_file_keeps_its_number (void)
{
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = list (record, SGN_AUDIENCE_INTERNAL, FALSE);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  gsize i = 0;
  json_t *row = NULL;

  json_array_foreach (json_object_get (json, "evidence"), i, row)
  {
    const char *file = sgn_json_string (row, "file_name");
    gpointer number = GINT_TO_POINTER ((int) sgn_json_integer (row, "no", 0));

    g_assert_true (!g_hash_table_contains (numbers, file) ||
                   g_hash_table_lookup (numbers, file) == number);
    g_hash_table_insert (numbers, (gpointer) file, number);
  }
  g_assert_cmpuint (g_hash_table_size (numbers), ==, record->evidence->len);
}

static void
test_items_without_proof_are_named (void)
{
  static const char *const numbers[] = { "5", "21", "23", "24" };
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = list (record, SGN_AUDIENCE_INTERNAL, FALSE);
  const json_t *without = json_object_get (json, "without");

  g_assert_cmpuint (json_array_size (without), ==, G_N_ELEMENTS (numbers));
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    assert_text (json_array_get (without, i), "number", numbers[i]);
  assert_text (json_array_get (without, 3), "proof", "緊急連絡網、対応手順、訓練の記録");
}

static void
test_a_partner_sees_measures_only (void)
{
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = list (record, SGN_AUDIENCE_PARTNER, FALSE);
  const json_t *rows = json_object_get (json, "evidence");
  gsize i = 0;
  json_t *row = NULL;

  g_assert_cmpuint (json_array_size (rows), >, 0);
  json_array_foreach (rows, i, row)
  {
    const char *mark = sgn_json_string (row, "mark");

    assert_keys (row, "added dated expires group item kilobytes kind kind_word mark no number "
                      "sha256 short title word");
    g_assert_true (g_str_equal (mark, "done") || g_str_equal (mark, "partial"));
  }
  assert_keys (json_object_get (json, "totals"), "entries files items kilobytes");
  g_assert_null (json_object_get (json, "without"));
}

static void
test_a_partner_sees_what_is_missing_when_asked_for (void)
{
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = list (record, SGN_AUDIENCE_PARTNER, TRUE);
  const json_t *without = json_object_get (json, "without");

  assert_text (json, "options", "with-unmet");
  g_assert_cmpuint (json_array_size (without), ==, 4);
  assert_keys (json_array_get (without, 0), "item mark number short word");
}

/* What the company sees of a file that proves SD-01, and what a partner does. */
static void
test_titles_that_name_files_or_people_are_kept_back (void)
{
  static const struct {
    const char *title;
    const char *file;
    gboolean shown;
  } cases[] = {
    { "秘密の計画.png", "秘密の計画.png", FALSE },
    { "秘密の計画", "秘密の計画.png", FALSE },
    { "写し（秘密の計画.PNG）", "秘密の計画.png", FALSE },
    { "山﨑 健太の誓約書", "a.png", FALSE },
    { "誓約書　ＹＡＭＡＺＡＫＩ Kenta", "a.png", FALSE },
    { "自動更新の画面", "a.png", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnRecord) record = make_sample_record ();
    g_autoptr (json_t) internal = NULL;
    g_autoptr (json_t) partner = NULL;

    add_evidence (record, 99, cases[i].title, cases[i].file);
    link_evidence (record, 99, "answer/3/SD-01");
    internal = list (record, SGN_AUDIENCE_INTERNAL, FALSE);
    partner = list (record, SGN_AUDIENCE_PARTNER, FALSE);
    g_test_message ("%s", cases[i].title);
    g_assert_nonnull (find_title (internal, cases[i].title));
    g_assert_cmpint (find_title (partner, cases[i].title) != NULL, ==, cases[i].shown);
    g_assert_false (contains (partner, "秘密の計画"));
  }
}

static void
test_what_hangs_elsewhere_is_said (void)
{
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = NULL;

  add_evidence (record, 97, "前の点検の証拠", "old.png");
  link_evidence (record, 97, "answer/1/SD-01");
  add_evidence (record, 98, "まだつながっていない証拠", "new.png");
  json = list (record, SGN_AUDIENCE_INTERNAL, FALSE);

  assert_number (json_object_get (json, "totals"), "elsewhere", 1);
  g_assert_null (find_title (json, "前の点検の証拠"));
  assert_text (find_title (json, "まだつながっていない証拠"), "group", "other");
}

static void
test_what_was_withdrawn_is_left_out (void)
{
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = NULL;
  SgnEvidence *first = record->evidence->pdata[0];

  first->retired = TRUE;
  json = list (record, SGN_AUDIENCE_INTERNAL, FALSE);

  g_assert_null (find_title (json, first->title));
}

static void
test_a_declaration_alone_has_proof (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");
  g_autoptr (json_t) json = NULL;
  json_t *declaration = json_object ();

  add_company (record, profile);
  sgn_json_set_integer (declaration, "star", 1);
  sgn_json_set_string (declaration, "number", "50000000000");
  sgn_json_set_string (declaration, "date", "2026-11-23");
  sgn_json_set_string (declaration, "edition", "4.0");
  add_row (record, SGN_KIND_DECLARATION, "1", declaration);
  add_evidence (record, 1, "宣言完了の画面", "done.png");
  link_evidence (record, 1, "declaration/1");
  json = list (record, SGN_AUDIENCE_INTERNAL, FALSE);

  g_assert_null (json_object_get (json, "catalogue"));
  assert_text (find_title (json, "宣言完了の画面"), "group", "declaration");
}

static void
assert_refused (SgnRecord *record, const SgnProjectionRequest *request, int code)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) json = sgn_projection_new (library, record, request, &error);

  g_assert_null (json);
  g_assert_error (error, SGN_ERROR, code);
}

static void
test_nothing_to_list_is_said (void)
{
  g_autoptr (SgnRecord) empty = sgn_record_new ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");
  g_autoptr (SgnRecord) sample = make_sample_record ();
  const SgnProjectionRequest internal = { .document = "evidence-list" };
  const SgnProjectionRequest partner = { .document = "evidence-list",
                                         .audience = SGN_AUDIENCE_PARTNER };
  const SgnProjectionRequest none = { .document = "evidence-list", .assessment = 4711 };

  add_company (empty, profile);
  assert_refused (empty, &internal, SGN_ERROR_NOT_YET);
  assert_refused (empty, &partner, SGN_ERROR_NOT_YET);
  assert_refused (sample, &none, SGN_ERROR_USAGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/projection-evidence/every file stands under each item it proves",
                   test_every_file_stands_under_each_item_it_proves);
  g_test_add_func ("/projection-evidence/a file keeps its number", test_a_file_keeps_its_number);
  g_test_add_func ("/projection-evidence/items without proof are named",
                   test_items_without_proof_are_named);
  g_test_add_func ("/projection-evidence/a partner sees measures only",
                   test_a_partner_sees_measures_only);
  g_test_add_func ("/projection-evidence/a partner sees what is missing when asked for",
                   test_a_partner_sees_what_is_missing_when_asked_for);
  g_test_add_func ("/projection-evidence/titles that name files or people are kept back",
                   test_titles_that_name_files_or_people_are_kept_back);
  g_test_add_func ("/projection-evidence/what hangs elsewhere is said",
                   test_what_hangs_elsewhere_is_said);
  g_test_add_func ("/projection-evidence/what was withdrawn is left out",
                   test_what_was_withdrawn_is_left_out);
  g_test_add_func ("/projection-evidence/a declaration alone has proof",
                   test_a_declaration_alone_has_proof);
  g_test_add_func ("/projection-evidence/nothing to list is said", test_nothing_to_list_is_said);

  return g_test_run ();
}
