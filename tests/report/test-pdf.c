/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include "sgn-digest.h"
#include "sgn-pages-private.h"

#include <glib/gstdio.h>
#include <string.h>

static GBytes *
make_pdf (ReportFixture *fixture)
{
  g_autoptr (SgnPages) pages = report_fixture_lay_out (fixture);
  g_autoptr (GBytes) attachment = report_fixture_attachment (fixture);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = sgn_pages_to_pdf (pages, attachment, &error);

  g_assert_no_error (error);
  return pdf;
}

/* What @program says about @pdf; NULL when it is not installed. @before and @after: (nullable) its
 * arguments round the file. */
static char *
ask (const char *program, const char *before, GBytes *pdf, const char *after, int *status)
{
  g_autofree char *found = g_find_program_in_path (program);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "sengen-pdf-XXXXXX", NULL);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int fd;

  if (found == NULL)
    return NULL;
  fd = g_mkstemp (path);
  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  g_ptr_array_add (argv, found);
  if (before != NULL)
    g_ptr_array_add (argv, (char *) before);
  g_ptr_array_add (argv, path);
  if (after != NULL)
    g_ptr_array_add (argv, (char *) after);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out,
                NULL, status, &error);
  g_remove (path);
  g_assert_no_error (error);
  return out;
}

static const char *const all[] = {
  "poster-long-ja",         "poster-vertical-longest-ja", "basic-policy-en",
  "basic-policy-ja",        "basic-policy-long-ja",       "declaration-record-en",
  "declaration-record-ja",  "declaration-record-bare-ja", "self-check-internal-en",
  "self-check-internal-ja", "self-check-partner-ja",      "self-check-long-ja",
  "self-check-first-ja",    "self-check-unfinished-ja",
};

static void
test_sound (gconstpointer data)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new (data);
  g_autoptr (GBytes) pdf = make_pdf (fixture);
  int status = -1;
  g_autofree char *out = ask ("qpdf", "--check", pdf, NULL, &status);

  if (out == NULL) {
    g_test_skip ("qpdf is not installed");
    return;
  }
  g_assert_cmpint (status, ==, 0);
  g_assert_null (strstr (out, "WARNING"));
}

static void
test_same_bytes (gconstpointer data)
{
  g_autoptr (ReportFixture) first = report_fixture_new (data);
  g_autoptr (ReportFixture) second = report_fixture_new (data);
  g_autoptr (GBytes) one = make_pdf (first);
  g_autoptr (GBytes) other = make_pdf (second);

  g_assert_true (g_bytes_equal (one, other));
}

/* Every font is embedded, a subset, and knows what its glyphs mean. */
static void
test_fonts (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("self-check-internal-ja");
  g_autoptr (GBytes) pdf = make_pdf (fixture);
  int status = -1;
  g_autofree char *out = ask ("pdffonts", NULL, pdf, NULL, &status);
  g_auto (GStrv) lines = NULL;
  guint fonts = 0;

  if (out == NULL) {
    g_test_skip ("pdffonts is not installed");
    return;
  }
  lines = g_strsplit (out, "\n", -1);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++) {
    g_assert_nonnull (strstr (lines[i], " yes yes yes "));
    g_assert_null (strstr (lines[i], "Type 3"));
    fonts++;
  }
  g_assert_cmpuint (fonts, >=, 4);
}

static char *
drop_space (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (kept, g_utf8_get_char (p));
  return g_string_free (kept, FALSE);
}

static void
assert_contains (const char *haystack, const char *text)
{
  g_autofree char *needle = drop_space (text);

  if (strstr (haystack, needle) == NULL)
    g_test_message ("not found: %s", needle);
  g_assert_nonnull (strstr (haystack, needle));
}

/* Every text that came in comes out, broken lines put together again. */
static void
test_text_comes_back (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("self-check-internal-ja");
  json_t *company = json_object_get (fixture->projection, "company");
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *out = NULL;
  g_autofree char *text = NULL;
  int status = -1;
  json_t *item;
  size_t i;

  json_object_set_new (company, "name", json_string ("髙﨑\U00020bb7葛\U000e0100製作所"));
  report_fixture_update (fixture);
  pdf = make_pdf (fixture);
  out = ask ("pdftotext", "-raw", pdf, "-", &status);
  if (out == NULL) {
    g_test_skip ("pdftotext is not installed");
    return;
  }
  text = drop_space (out);

  assert_contains (text, "髙﨑\U00020bb7葛\U000e0100製作所");
  json_array_foreach (json_object_get (fixture->projection, "items"), i, item)
  {
    assert_contains (text, sgn_json_string (item, "short"));
    assert_contains (text, sgn_json_string (item, "note"));
  }
  g_assert_null (strstr (text, "\u2060"));
}

/* A screen reader meets the title first, headings, one table for the items over two pages, and
 * pictures that say what they show. */
static void
test_structure (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("self-check-internal-ja");
  g_autoptr (GBytes) pdf = make_pdf (fixture);
  int status = -1;
  g_autofree char *out = ask ("pdfinfo", "-struct-text", pdf, NULL, &status);
  const char *h1 = out != NULL ? strstr (out, "H1 (block)") : NULL;
  g_auto (GStrv) tables = NULL;
  g_auto (GStrv) heads = NULL;

  if (out == NULL) {
    g_test_skip ("pdfinfo is not installed");
    return;
  }
  g_assert_nonnull (h1);
  g_assert_true (h1 < strstr (out, "SC-2026-0012"));
  tables = g_strsplit (out, "Table (block)", -1);
  heads = g_strsplit (out, "THead", -1);
  /* number block, company, parts, fields, items, unmet, changes */
  g_assert_cmpuint (g_strv_length (tables) - 1, ==, 7);
  g_assert_cmpuint (g_strv_length (heads) - 1, ==, 5);
  g_assert_nonnull (strstr (out, "/Scope /Column"));
}

static void
test_declares_itself (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("self-check-internal-en");
  g_autoptr (GBytes) pdf = make_pdf (fixture);
  int status = -1;
  g_autofree char *out = ask ("qpdf", "--json", pdf, NULL, &status);

  if (out == NULL) {
    g_test_skip ("qpdf is not installed");
    return;
  }
  g_assert_nonnull (strstr (out, "\"/Lang\": \"u:en\""));
  g_assert_nonnull (strstr (out, "\"/AFRelationship\": \"/Data\""));
  g_assert_nonnull (strstr (out, "\"/Marked\": true"));
  g_assert_nonnull (strstr (out, "\"/Alt\": \"u:72 points of 100, last time 47.\""));
  g_assert_nonnull (strstr (out, "\"/ActualText\": \"u:last Not done\""));
  g_assert_nonnull (strstr (out, "\"/S\": \"/GTS_PDFA1\""));
}

static void
test_outline (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("self-check-internal-en");
  g_autoptr (GBytes) pdf = make_pdf (fixture);
  int status = -1;
  g_autofree char *out = ask ("qpdf", "--json-key=outlines", pdf, "--json", &status);

  if (out == NULL) {
    g_test_skip ("qpdf is not installed");
    return;
  }
  g_assert_nonnull (strstr (out, "Information Security Self-Check: Result"));
  g_assert_nonnull (strstr (out, "5  Answers by item"));
  g_assert_nonnull (strstr (out, "7  Changes since 14 November 2025"));
}

static void
test_attachment_comes_back (gconstpointer data)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new (data);
  g_autoptr (GBytes) expected = report_fixture_attachment (fixture);
  g_autoptr (GBytes) pdf = make_pdf (fixture);
  g_autofree char *hash = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (json_t) json = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) attachment = sgn_pdf_get_attachment (pdf, &hash, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (attachment, expected));
  g_assert_cmpstr (hash, ==, fixture->hash);
  json = sgn_json_load_bytes (attachment, "attachment", &error);
  g_assert_no_error (error);
  digest = sgn_digest_of_json (json);
  g_assert_cmpstr (digest, ==, hash);
}

static gpointer
write_pdf (gpointer data)
{
  SgnPages *pages = data;
  g_autoptr (GBytes) attachment = g_bytes_new_static ("{}", 2);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = sgn_pages_to_pdf (pages, attachment, &error);

  g_assert_no_error (error);
  return pdf;
}

/* Laid out on one thread, painted on another: the same bytes. */
static void
test_other_thread (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("self-check-internal-ja");
  g_autoptr (SgnPages) pages = report_fixture_lay_out (fixture);
  GThread *thread = g_thread_new ("painter", write_pdf, pages);
  g_autoptr (GBytes) theirs = g_thread_join (thread);
  g_autoptr (GBytes) ours = write_pdf (pages);

  g_assert_true (g_bytes_equal (theirs, ours));
}

static gboolean
holds (GBytes *pdf, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  gsize length = strlen (text);

  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (data + i, text, length) == 0)
      return TRUE;
  return FALSE;
}

static void
test_claim (gconstpointer data)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new (data);
  g_autoptr (SgnPages) pages = report_fixture_lay_out (fixture);
  g_autoptr (GBytes) pdf = write_pdf (pages);
  GPtrArray *findings = sgn_pages_get_findings (pages);

  g_assert_true (holds (pdf, "<pdfaid:part>3</pdfaid:part>"));
  g_assert_true (holds (pdf, "<pdfaid:conformance>A</pdfaid:conformance>"));
  g_assert_true (holds (pdf, "<pdfuaid:part>1</pdfuaid:part>"));
  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpstr (((SgnFinding *) g_ptr_array_index (findings, i))->code, !=, "no-archive");
}

/* The first box of a paragraph of several gets an element of its own inside it. */
static void
put_into_span (SgnPages *pages)
{
  GPtrArray *boxes = g_ptr_array_index (pages->pages, 0);

  for (guint i = 1; i < boxes->len; i++) {
    SgnBox *first = g_ptr_array_index (boxes, i - 1);
    const SgnBox *second = g_ptr_array_index (boxes, i);
    if (first->node == second->node && sgn_pages_get_node (pages, first->node)->tag == SGN_TAG_P) {
      first->node = sgn_pages_add_node (pages, SGN_TAG_SPAN, first->node);
      return;
    }
  }
  g_assert_not_reached ();
}

/* Words beside an element in the same paragraph are tagged too. */
static void
test_mixed_paragraph (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("basic-policy-long-ja");
  g_autoptr (SgnPages) pages = report_fixture_lay_out (fixture);
  g_autoptr (GBytes) pdf = NULL;

  put_into_span (pages);
  pdf = write_pdf (pages);

  g_assert_true (holds (pdf, "<pdfaid:part>3</pdfaid:part>"));
}

/* A picture without words: the file is written all the same, and says nothing that is not so. */
static void
test_no_claim (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("self-check-internal-ja");
  g_autoptr (SgnPages) pages = report_fixture_lay_out (fixture);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  guint remarks = 0;

  for (guint i = 0; i < pages->nodes->len; i++)
    if (sgn_pages_get_node (pages, (int) i)->tag == SGN_TAG_FIGURE)
      g_clear_pointer (&sgn_pages_get_node (pages, (int) i)->alt, g_free);
  first = write_pdf (pages);
  second = write_pdf (pages);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (holds (first, "pdfaid"));
  g_assert_false (holds (first, "pdfuaid"));
  for (guint i = 0; i < pages->findings->len; i++) {
    const SgnFinding *finding = g_ptr_array_index (pages->findings, i);
    if (!g_str_equal (finding->code, "no-archive"))
      continue;
    g_assert_cmpint (finding->severity, ==, SGN_SEVERITY_REMARK);
    g_assert_cmpstr (finding->field, ==, "figure");
    remarks++;
  }
  g_assert_cmpuint (remarks, ==, 1);
}

static void
add_for_all (const char *what, GTestDataFunc test)
{
  for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
    g_autofree char *path = g_strconcat ("/pdf/", what, "/", all[i], NULL);
    g_test_add_data_func (path, all[i], test);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_for_all ("is-sound", test_sound);
  add_for_all ("the-same-bytes-twice", test_same_bytes);
  add_for_all ("the-attachment-comes-back", test_attachment_comes_back);
  add_for_all ("says-that-it-is-for-archives", test_claim);
  g_test_add_func ("/pdf/fonts-are-embedded", test_fonts);
  g_test_add_func ("/pdf/the-text-comes-back", test_text_comes_back);
  g_test_add_func ("/pdf/structure", test_structure);
  g_test_add_func ("/pdf/says-what-it-is", test_declares_itself);
  g_test_add_func ("/pdf/words-beside-an-element-are-tagged", test_mixed_paragraph);
  g_test_add_func ("/pdf/claims-nothing-that-is-not-so", test_no_claim);
  g_test_add_func ("/pdf/outline", test_outline);
  g_test_add_func ("/pdf/painted-on-another-thread", test_other_thread);
  return g_test_run ();
}
