/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence-fixture.h"

#include <string.h>

#include "sgn-error.h"

/* One black dot. */
static const guchar dot_png[] = {
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48,
  0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x01, 0x00, 0x00, 0x00,
  0x00, 0x37, 0x6e, 0xf9, 0x24, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78,
  0x9c, 0x63, 0x60, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01, 0x48, 0xaf, 0xa4, 0x71, 0x00,
  0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

static void
add_picture (Fixture *fixture, const char *name, gsize length, const char *codes)
{
  g_autofree char *path = fixture_file (fixture, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, (const char *) dot_png, (gssize) length, &error);
  g_assert_no_error (error);
  evidence_add (fixture, name, NOTHING, codes);
}

static GBytes *
write_sheet (Fixture *fixture, const char *document, SgnAudience audience)
{
  g_autofree char *path = fixture_file (fixture, "sheet.pdf");
  const SgnSheetRequest words = {
    .projection = { .document = document, .audience = audience },
    .format = "pdf",
    .path = path,
    .issued = FIXTURE_NOW,
    .replace = TRUE,
  };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SgnSheetResult) sheet = NULL;
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length = 0;

  sgn_session_write_sheet_async (fixture->session, &words, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  sheet = sgn_session_write_sheet_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static guint
count_pictures (GBytes *pdf)
{
  static const char sign[] = "/Subtype /Image";
  gsize length = 0;
  const char *data = g_bytes_get_data (pdf, &length);
  guint n = 0;

  for (gsize i = 0; i + sizeof sign <= length; i++)
    n += memcmp (data + i, sign, sizeof sign - 1) == 0;
  return n;
}

static void
start (Fixture *fixture)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
}

static void
give_statement (Fixture *fixture)
{
  const SgnAnswerChange answer = { .item = "SD-01",
                                   .value = "done",
                                   .statement = "自動更新にしています。" };

  sgn_session_answer_async (fixture->session, &answer, fixture_done_cb, fixture);
  fixture_expect (fixture);
}

static void
test_the_company_sees_a_small_picture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  start (fixture);
  add_picture (fixture, "dot.png", sizeof dot_png, "");
  first = write_sheet (fixture, "evidence-list", SGN_AUDIENCE_INTERNAL);
  second = write_sheet (fixture, "evidence-list", SGN_AUDIENCE_INTERNAL);

  g_assert_cmpuint (count_pictures (first), ==, 1);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_a_partner_sees_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = NULL;

  start (fixture);
  add_picture (fixture, "dot.png", sizeof dot_png, "");
  give_statement (fixture);
  pdf = write_sheet (fixture, "evidence-list", SGN_AUDIENCE_PARTNER);

  g_assert_cmpuint (count_pictures (pdf), ==, 0);
}

static void
test_a_damaged_picture_stops_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = NULL;

  start (fixture);
  add_picture (fixture, "half.png", sizeof dot_png / 2, "location-unread");
  pdf = write_sheet (fixture, "evidence-list", SGN_AUDIENCE_INTERNAL);

  g_assert_cmpuint (count_pictures (pdf), ==, 0);
}

/* Issuing other sheets in between changes nothing that it tells. */
static void
test_the_history_can_be_issued_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) other = NULL;
  g_autoptr (GBytes) second = NULL;

  start (fixture);
  first = write_sheet (fixture, "history", SGN_AUDIENCE_INTERNAL);
  other = write_sheet (fixture, "self-check-result", SGN_AUDIENCE_INTERNAL);
  second = write_sheet (fixture, "history", SGN_AUDIENCE_INTERNAL);

  g_assert_true (g_bytes_equal (first, second));
}

#define ADD(path, function) \
  g_test_add ("/pictures/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("the company sees a small picture", test_the_company_sees_a_small_picture);
  ADD ("a partner sees none", test_a_partner_sees_none);
  ADD ("a damaged picture stops nothing", test_a_damaged_picture_stops_nothing);
  ADD ("the history can be issued again", test_the_history_can_be_issued_again);

  return g_test_run ();
}
