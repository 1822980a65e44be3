/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "sgn-error.h"
#include "sgn-session-calendar.h"

static void
add_task (Fixture *fixture, const SgnTaskWords *words)
{
  const SgnEvidenceUse use = { .item = "SD-01" };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sgn_session_add_task_async (fixture->session, &use, words, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  sgn_session_add_task_finish (fixture->session, result, &error);
  g_assert_no_error (error);
}

/* Two open tasks of two people, one that is done, and an answer. */
static void
set_up_plan (Fixture *fixture)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "partial", NULL);
  add_task (fixture, &(const SgnTaskWords){ .title = "手順を作る",
                                            .title_en = "Write it down",
                                            .owner = "𠮷田 直子",
                                            .note = "見積もり待ち",
                                            .due = "2027-01-15" });
  add_task (fixture, &(const SgnTaskWords){ .title = "鍵を付ける", .owner = "原 大輔" });
  add_task (fixture, &(const SgnTaskWords){ .title = "終わったこと", .state = SGN_TASK_DONE });
}

static guint
end_export (Fixture *fixture, const SgnCalendarExport *request, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sgn_session_export_calendar_async (fixture->session, request, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  return sgn_session_export_calendar_finish (fixture->session, result, error);
}

/* (transfer full): the file, its long lines joined again */
static char *export(Fixture *fixture, SgnCalendarExport request, guint expected)
{
  g_autofree char *path = fixture_file (fixture, "plan.ics");
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GError) error = NULL;

  request.path = path;
  request.replace = TRUE;
  g_assert_cmpuint (end_export (fixture, &request, &error), ==, expected);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  parts = g_strsplit (text, "\r\n ", -1);
  return g_strjoinv ("", parts);
}

static void
test_what_is_open_is_written_without_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  set_up_plan (fixture);
  text = export(fixture, (SgnCalendarExport){ .language = SGN_LANGUAGE_JA }, 2);
  g_assert_nonnull (strstr (text, "SUMMARY:手順を作る\r\n"));
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20270115\r\n"));
  g_assert_nonnull (strstr (text, "No.1"));
  g_assert_null (strstr (text, "終わったこと"));
  g_assert_null (strstr (text, "𠮷田"));
  g_assert_null (strstr (text, "見積もり"));
}

static void
test_names_notes_and_reviews_go_along_when_wanted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *english = NULL;

  set_up_plan (fixture);
  text = export(fixture,
                (SgnCalendarExport){ .owner = "𠮷田 直子",
                                     .with_names = TRUE,
                                     .language = SGN_LANGUAGE_JA },
                1);
  g_assert_nonnull (strstr (text, "𠮷田 直子\\n見積もり待ち\r\n"));
  g_assert_null (strstr (text, "鍵を付ける"));

  /* The check is due again a year after the last one. */
  english =
    export(fixture, (SgnCalendarExport){ .with_reviews = TRUE, .language = SGN_LANGUAGE_EN }, 3);
  g_assert_nonnull (strstr (english, "SUMMARY:Write it down\r\n"));
  g_assert_nonnull (strstr (english, "DTSTART;VALUE=DATE:20271123\r\n"));
}

static void
refuse (Fixture *fixture, const char *name, const char *owner, int code)
{
  g_autofree char *path = fixture_file (fixture, name);
  const SgnCalendarExport request = { .path = path, .owner = owner };
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (end_export (fixture, &request, &error), ==, 0);
  g_assert_error (error, SGN_ERROR, code);
}

static void
test_what_cannot_be_written_is_refused (Fixture *fixture, gconstpointer data)
{
  refuse (fixture, "plan.ics", NULL, SGN_ERROR_USAGE);
  fixture_new_company (fixture);
  refuse (fixture, "plan.ics", NULL, SGN_ERROR_NOT_YET);
  fixture_answer (fixture, "SD-01", "partial", NULL);
  add_task (fixture, &(const SgnTaskWords){ .title = "手順を作る" });
  refuse (fixture, "plan.txt", NULL, SGN_ERROR_USAGE);
  refuse (fixture, "plan.ics", "誰か", SGN_ERROR_USAGE);
  refuse (fixture, "nowhere/plan.ics", NULL, SGN_ERROR_UNWRITABLE);
  fixture_write (fixture, "plan.ics", "mine");
  refuse (fixture, "plan.ics", NULL, SGN_ERROR_EXISTS);
}

#define ADD(name, func) \
  g_test_add ("/calendar/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("what-is-open-is-written-without-names", test_what_is_open_is_written_without_names);
  ADD ("names-notes-and-reviews-go-along-when-wanted",
       test_names_notes_and_reviews_go_along_when_wanted);
  ADD ("what-cannot-be-written-is-refused", test_what_cannot_be_written_is_refused);

  return g_test_run ();
}
