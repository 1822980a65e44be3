/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection.h"

#include "sample-record.h"

static json_t *
project_sample (SgnAudience audience, SgnLanguage language, gboolean with_unmet)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  const SgnProjectionRequest request = { "self-check-result", audience, language, with_unmet, 0 };

  return sgn_projection_new (library, record, &request, NULL);
}

/* (nullable) */
static json_t *
find_line (const json_t *list, const char *key, const char *id)
{
  gsize i = 0;
  json_t *line = NULL;

  json_array_foreach (list, i, line)
  {
    if (g_strcmp0 (sgn_json_string (line, key), id) == 0)
      return line;
  }
  return NULL;
}

static void
test_the_company_sees_every_item_whole (void)
{
  g_autoptr (json_t) json = project_sample (SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA, FALSE);
  const json_t *items = json_object_get (json, "items");
  const json_t *item = find_line (items, "id", "SD-24");

  g_assert_cmpuint (json_array_size (items), ==, 25);
  assert_keys (item, "action evidence id mark next_review note number points previous_mark "
                     "previous_points section short statement value word");
  assert_text (item, "number", "24");
  assert_text (item, "section", "part-3");
  assert_text (item, "mark", "not-done");
  assert_text (item, "word", "未実施");
  assert_number (item, "points", 0);
  assert_text (item, "previous_mark", "unknown");
  assert_number (item, "previous_points", -1);
  g_assert_nonnull (sgn_json_string (item, "action"));
  assert_number (item, "evidence", 0);
  assert_null (find_line (items, "id", "SD-01"), "action");
  assert_number (find_line (items, "id", "SD-01"), "evidence", 3);
  assert_number (json, "evidence_total", 36);
  assert_number (json, "unmet", 3);
  assert_number (json, "done_or_partial", 22);
}

static void
test_a_partner_sees_measures_with_a_statement (void)
{
  g_autoptr (json_t) json = project_sample (SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_JA, FALSE);
  const json_t *items = json_object_get (json, "items");
  gsize i = 0;
  json_t *item = NULL;

  g_assert_cmpuint (json_array_size (items), ==, 19);
  json_array_foreach (items, i, item)
  {
    const char *mark = sgn_json_string (item, "mark");

    assert_keys (item, "id mark number section short statement value word");
    g_assert_nonnull (sgn_json_string (item, "statement"));
    g_assert_true (g_str_equal (mark, "done") || g_str_equal (mark, "partial"));
  }
  g_assert_null (find_line (items, "id", "SD-10"));
  assert_text (json, "options", "");
}

static void
test_unmet_items_are_named_when_asked_for (void)
{
  g_autoptr (json_t) json = project_sample (SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_JA, TRUE);
  const json_t *items = json_object_get (json, "items");
  const json_t *item = find_line (items, "id", "SD-24");

  assert_text (json, "options", "with-unmet");
  g_assert_cmpuint (json_array_size (items), ==, 25);
  assert_keys (item, "id mark number section short statement value word");
  assert_text (item, "word", "未実施");
  assert_null (item, "statement");
}

static void
test_only_a_partner_sheet_has_the_option (void)
{
  g_autoptr (json_t) with = project_sample (SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA, TRUE);
  g_autoptr (json_t) without = project_sample (SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA, FALSE);

  assert_text (with, "options", "");
  g_assert_true (json_equal (with, without));
}

static void
test_an_english_sheet_takes_english_statements (void)
{
  g_autoptr (json_t) json = project_sample (SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_EN, FALSE);
  const json_t *item = find_line (json_object_get (json, "items"), "id", "SD-01");
  const json_t *lines = json_object_get (json_object_get (json, "answers"), "answers");

  assert_text (item, "short", "Updates");
  assert_text (item, "word", "Done");
  assert_text (item, "statement",
               "Updates are installed automatically on every device and checked each month.");
  assert_text (find_line (lines, "item", "SD-01"), "statement",
               "全端末の更新を自動で入れ、毎月確かめています。");
}

static char *
join_changes (const json_t *list)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize i = 0;
  json_t *change = NULL;

  json_array_foreach (list, i, change)
  {
    if (i > 0)
      g_string_append_c (text, ' ');
    if (json_is_string (change))
      g_string_append (text, json_string_value (change));
    else
      g_string_append_printf (text, "%s:%d>%d", sgn_json_string (change, "number"),
                              (int) sgn_json_integer (change, "from", 99),
                              (int) sgn_json_integer (change, "to", 99));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_changes (const json_t *json, const char *key, const char *expected)
{
  g_autofree char *text = join_changes (json_object_get (json_object_get (json, "changes"), key));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_changes_are_those_of_the_sheet (void)
{
  g_autoptr (json_t) json = project_sample (SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA, FALSE);

  assert_changes (json, "up",
                  "3:0>2 4:2>4 5:0>2 6:2>4 11:2>4 14:2>4 16:2>4 18:2>4 20:0>4 22:2>4 24:-1>0 "
                  "25:0>2");
  assert_changes (json, "same", "1 2 7 8 9 10 12 13 15 17 19 21 23");
  assert_changes (json, "down", "");
  assert_changes (json, "not_comparable", "");
}

static void
test_what_has_no_points_is_not_compared (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = NULL;

  add_row (record, SGN_KIND_ASSESSMENT, "5", make_assessment_row ("ipa-self-check", "4.0"));
  add_answer (record, 5, "SD-01", "not-applicable");
  add_answer (record, 5, "SD-02", "unknown");
  add_answer (record, 5, "SD-21", "not-done");
  add_answer (record, 5, "SD-24", "not-done");
  json = project (library, record, "self-check-result", SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);

  assert_changes (json, "up", "21:-1>0");
  assert_changes (json, "same", "24");
  assert_changes (json, "down", "2:4>-1");
  g_assert_cmpuint (json_array_size (
                      json_object_get (json_object_get (json, "changes"), "not_comparable")),
                    ==, 22);
}

static void
test_answers_can_come_in_again (void)
{
  g_autoptr (json_t) internal = project_sample (SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA, FALSE);
  g_autoptr (json_t) partner = project_sample (SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_JA, FALSE);
  g_autoptr (json_t) file = load_sample ("answers-2026.json");
  const json_t *out = json_object_get (internal, "answers");
  const json_t *lines = json_object_get (out, "answers");
  gsize i = 0;
  json_t *line = NULL;

  assert_keys (out, "answers by catalogue date edition");
  assert_keys (json_object_get (partner, "answers"), "answers catalogue date edition");
  assert_text (out, "catalogue", "ipa-self-check");
  assert_text (out, "date", sgn_json_string (file, "date"));
  assert_text (out, "by", sgn_json_string (file, "by"));
  g_assert_cmpuint (json_array_size (lines), ==, 25);
  json_array_foreach (lines, i, line)
  {
    const json_t *in = json_array_get (json_object_get (file, "answers"), i);

    assert_keys (line, "item note statement statement_en value");
    assert_text (line, "item", sgn_json_string (in, "item"));
    assert_text (line, "value", sgn_json_string (in, "value"));
    assert_text (line, "note", sgn_json_string (in, "note"));
    assert_text (line, "statement", sgn_json_string (in, "statement"));
  }
  lines = json_object_get (json_object_get (partner, "answers"), "answers");
  g_assert_cmpuint (json_array_size (lines), ==, 19);
  assert_keys (json_array_get (lines, 0), "item statement statement_en value");
}

static void
test_a_note_alone_is_no_answer (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (json_t) json = NULL;
  const json_t *item = NULL;
  SgnAnswer note = { .assessment = 1,
                     .item = (char *) "SD-02",
                     .note = (char *) "確かめる",
                     .at = (char *) "2026-11-20T10:00:00+09:00" };

  add_row (record, SGN_KIND_ASSESSMENT, "1", make_assessment_row ("ipa-self-check", "4.0"));
  add_answer (record, 1, "SD-01", "done");
  add_row (record, SGN_KIND_ANSWER, "1/SD-02", sgn_answer_to_row (&note));
  json = project (library, record, "self-check-result", SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  item = find_line (json_object_get (json, "items"), "id", "SD-02");

  assert_text (item, "mark", "none");
  assert_null (item, "value");
  assert_null (item, "word");
  assert_null (item, "points");
  assert_text (item, "note", "確かめる");
}

/* What goes out can come in again: nothing that was typed may be lost on the way. */
static void
test_notes_and_statements_go_out_without_a_value (void)
{
  static const struct {
    SgnAudience audience;
    gboolean with_unmet;
    guint lines;
  } cases[] = {
    { SGN_AUDIENCE_INTERNAL, FALSE, 3 },
    { SGN_AUDIENCE_PARTNER, FALSE, 0 },
    { SGN_AUDIENCE_PARTNER, TRUE, 2 },
  };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  SgnAnswer note = { .assessment = 1,
                     .item = (char *) "SD-02",
                     .note = (char *) "確かめる",
                     .at = (char *) "2026-11-20T10:00:00+09:00" };
  SgnAnswer statement = { .assessment = 1,
                          .item = (char *) "SD-03",
                          .statement = (char *) "準備中です。",
                          .at = (char *) "2026-11-20T10:00:00+09:00" };

  add_row (record, SGN_KIND_ASSESSMENT, "1", make_assessment_row ("ipa-self-check", "4.0"));
  add_answer (record, 1, "SD-01", "done");
  add_row (record, SGN_KIND_ANSWER, "1/SD-02", sgn_answer_to_row (&note));
  add_row (record, SGN_KIND_ANSWER, "1/SD-03", sgn_answer_to_row (&statement));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnProjectionRequest request = { .document = "self-check-result",
                                           .audience = cases[i].audience,
                                           .with_unmet = cases[i].with_unmet };
    g_autoptr (json_t) json = sgn_projection_new (library, record, &request, NULL);
    const json_t *lines = json_object_get (json_object_get (json, "answers"), "answers");

    g_assert_cmpuint (json_array_size (lines), ==, cases[i].lines);
    if (cases[i].lines > 0)
      assert_null (find_line (lines, "item", "SD-03"), "value");
    if (cases[i].audience == SGN_AUDIENCE_INTERNAL)
      assert_text (find_line (lines, "item", "SD-02"), "note", "確かめる");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-items/the-company-sees-every-item-whole",
                   test_the_company_sees_every_item_whole);
  g_test_add_func ("/projection-items/a-partner-sees-measures-with-a-statement",
                   test_a_partner_sees_measures_with_a_statement);
  g_test_add_func ("/projection-items/unmet-items-are-named-when-asked-for",
                   test_unmet_items_are_named_when_asked_for);
  g_test_add_func ("/projection-items/only-a-partner-sheet-has-the-option",
                   test_only_a_partner_sheet_has_the_option);
  g_test_add_func ("/projection-items/an-english-sheet-takes-english-statements",
                   test_an_english_sheet_takes_english_statements);
  g_test_add_func ("/projection-items/changes-are-those-of-the-sheet",
                   test_changes_are_those_of_the_sheet);
  g_test_add_func ("/projection-items/what-has-no-points-is-not-compared",
                   test_what_has_no_points_is_not_compared);
  g_test_add_func ("/projection-items/answers-can-come-in-again", test_answers_can_come_in_again);
  g_test_add_func ("/projection-items/a-note-alone-is-no-answer", test_a_note_alone_is_no_answer);
  g_test_add_func ("/projection-items/notes-and-statements-go-out-without-a-value",
                   test_notes_and_statements_go_out_without_a_value);
  return g_test_run ();
}
