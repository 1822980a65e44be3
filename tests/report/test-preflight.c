/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include "sgn-error.h"

#include <string.h>

/* @text stands in the company's name. */
static const struct {
  const char *name;
  const char *text;
  const char *code; /* NULL: nothing is found */
  SgnSeverity severity;
  const char *point;
} cases[] = {
  { "plain", "株式会社ひなた ABC 123 ー・、。", NULL, 0, NULL },
  { "registered-name-glyphs", "髙﨑", NULL, 0, NULL },
  { "compatibility", "ｶﾞ㈱㍿①", NULL, 0, NULL },
  { "own-variation", "葛\U000e0100城", NULL, 0, NULL },
  { "tab-and-joiner", "a\tb\u2060c", NULL, 0, NULL },
  { "fallback", "\U00020bb7田", "fallback", SGN_SEVERITY_REMARK, "U+20BB7" },
  { "missing-variation", "辻\U000e01ef", "variation", SGN_SEVERITY_WARNING, "U+8FBB U+E01EF" },
  { "private-use", "株\ue000式", "private-use", SGN_SEVERITY_REFUSAL, "U+E000" },
  { "private-use-plane-15", "\U000f0000", "private-use", SGN_SEVERITY_REFUSAL, "U+F0000" },
  { "emoji", "よし✅", "no-glyph", SGN_SEVERITY_REFUSAL, "U+2705" },
  { "face", "\U0001f600", "no-glyph", SGN_SEVERITY_REFUSAL, "U+1F600" },
  { "unassigned", "\u0378", "no-glyph", SGN_SEVERITY_REFUSAL, "U+0378" },
  { "control", "a\x01z", "no-glyph", SGN_SEVERITY_REFUSAL, "U+0001" },
};

/* (nullable) */
static const SgnFinding *
find_in_field (GPtrArray *findings, const char *field)
{
  for (guint i = 0; i < findings->len; i++) {
    const SgnFinding *finding = g_ptr_array_index (findings, i);
    if (g_str_equal (finding->field, field))
      return finding;
  }
  return NULL;
}

static void
test_company_name (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (ReportFixture) fixture = report_fixture_new ("declaration-record-ja");
  json_t *company = json_object_get (fixture->projection, "company");
  g_autoptr (SgnPages) pages = NULL;
  const SgnFinding *finding;

  json_object_set_new (company, "name", json_string (cases[i].text));
  pages = report_fixture_lay_out (fixture);
  finding = find_in_field (sgn_pages_get_findings (pages), "company.name");

  if (cases[i].code == NULL) {
    g_assert_null (finding);
    return;
  }
  g_assert_nonnull (finding);
  g_assert_cmpstr (finding->code, ==, cases[i].code);
  g_assert_cmpint (finding->severity, ==, cases[i].severity);
  g_assert_nonnull (strstr (finding->message, cases[i].point));
  g_assert_nonnull (strstr (finding->message, "Company name"));
}

/* An item's field is named by the item, not by its place in the list. */
static void
test_names_the_item (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("self-check-internal-ja");
  json_t *item = json_array_get (json_object_get (fixture->projection, "items"), 2);
  g_autoptr (SgnPages) pages = NULL;
  const SgnFinding *finding;

  json_object_set_new (item, "note", json_string ("二要素\ue123"));
  pages = report_fixture_lay_out (fixture);
  finding = find_in_field (sgn_pages_get_findings (pages), "items.SD-03.note");

  g_assert_nonnull (finding);
  g_assert_cmpstr (finding->code, ==, "private-use");
}

static void
test_refusal_stops_the_pdf (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("self-check-internal-ja");
  json_t *item = json_array_get (json_object_get (fixture->projection, "items"), 0);
  g_autoptr (SgnPages) pages = NULL;
  g_autoptr (GBytes) attachment = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  json_object_set_new (item, "note", json_string ("済み✅"));
  pages = report_fixture_lay_out (fixture);
  attachment = report_fixture_attachment (fixture);
  pdf = sgn_pages_to_pdf (pages, attachment, &error);

  g_assert_null (pdf);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_CHECK);
  g_assert_nonnull (strstr (error->message, "Note of No. 1"));
  g_assert_nonnull (strstr (error->message, "U+2705"));
}

/* What is attached but not printed is not looked up. */
static void
test_unprinted_is_left_alone (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("self-check-internal-ja");
  json_t *answers = json_object_get (fixture->projection, "answers");
  g_autoptr (SgnPages) pages = NULL;

  json_object_set_new (answers, "by", json_string ("\ue000"));
  pages = report_fixture_lay_out (fixture);

  g_assert_null (sgn_findings_get_refusal (sgn_pages_get_findings (pages)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/preflight/", cases[i].name, NULL);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_company_name);
  }
  g_test_add_func ("/preflight/names-the-item", test_names_the_item);
  g_test_add_func ("/preflight/a-refusal-stops-the-pdf", test_refusal_stops_the_pdf);
  g_test_add_func ("/preflight/the-unprinted-is-left-alone", test_unprinted_is_left_alone);
  return g_test_run ();
}
