/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-event.h"

#include "sgn-record.h"

static SgnEvent *
make_event (const char *kind, const char *id)
{
  SgnEvent *event = g_new0 (SgnEvent, 1);

  event->seq = 8;
  event->group = 7;
  event->at = g_strdup ("2026-11-20T16:42:00+09:00");
  event->act = g_strdup (SGN_ACT_ANSWER);
  event->kind = g_strdup (kind);
  event->id = g_strdup (id);
  event->prev_hash = g_strdup ("aa");
  event->hash = g_strdup ("bb");
  return event;
}

static void
test_an_event_becomes_one_object (void)
{
  g_autoptr (SgnEvent) event = make_event (SGN_KIND_ANSWER, "1/SD-01");
  g_autoptr (json_t) json = NULL;
  g_autofree char *text = NULL;

  event->by = g_strdup ("葛󠄀城 由美");
  event->before = json_pack ("{s:s}", "value", "unknown");
  event->after = json_pack ("{s:s}", "value", "done");
  json = sgn_event_to_json (event);
  text = sgn_json_to_canonical (json);

  g_assert_cmpstr (
    text, ==,
    "{\"act\":\"answer\",\"after\":{\"value\":\"done\"},"
    "\"before\":{\"value\":\"unknown\"},\"by\":\"葛󠄀城 由美\",\"erased\":false,"
    "\"group\":7,\"hash\":\"bb\",\"id\":\"1/SD-01\",\"item\":\"SD-01\","
    "\"kind\":\"answer\",\"prev_hash\":\"aa\",\"seq\":8,"
    "\"time\":\"2026-11-20T16:42:00+09:00\",\"undoes\":null}");
}

static void
test_what_was_erased_or_never_said_is_null (void)
{
  g_autoptr (SgnEvent) event = make_event (SGN_KIND_ANSWER, "1/SD-01");
  g_autoptr (json_t) json = NULL;

  event->erased = TRUE;
  event->undoes = 3;
  json = sgn_event_to_json (event);

  g_assert_true (json_is_null (json_object_get (json, "by")));
  g_assert_true (json_is_null (json_object_get (json, "before")));
  g_assert_true (json_is_null (json_object_get (json, "after")));
  g_assert_true (sgn_json_boolean (json, "erased"));
  g_assert_cmpint (sgn_json_integer (json, "undoes", 0), ==, 3);
}

static void
test_only_answers_have_an_item (void)
{
  g_autoptr (SgnEvent) link = make_event (SGN_KIND_EVIDENCE_LINK, "3/answer/1/SD-01");
  g_autoptr (SgnEvent) issue = make_event (SGN_KIND_ISSUE, "SC-2026-0012");
  g_autoptr (json_t) of_link = sgn_event_to_json (link);
  g_autoptr (json_t) of_issue = sgn_event_to_json (issue);

  g_assert_true (json_is_null (json_object_get (of_link, "item")));
  g_assert_true (json_is_null (json_object_get (of_issue, "item")));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event/an-event-becomes-one-object", test_an_event_becomes_one_object);
  g_test_add_func ("/event/what-was-erased-or-never-said-is-null",
                   test_what_was_erased_or_never_said_is_null);
  g_test_add_func ("/event/only-answers-have-an-item", test_only_answers_have_an_item);
  return g_test_run ();
}
