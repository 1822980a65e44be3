/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history-events.h"

#include "sgn-record.h"

/* Two checks, in which the numbers of the items mean different things. */
static const EventWords told[] = {
  { 1, 1, "2026-04-01T09:00:00+09:00", "髙橋 美咲", "new", "company", "1", NULL, "{'name':'見本'}",
    FALSE },
  { 2, 2, "2026-11-02T10:00:00+09:00", "山﨑 健太", "answer", "assessment", "1", NULL,
    "{'catalogue':'ipa-self-check','edition':'4.0','state':'open'}", FALSE },
  { 3, 2, "2026-11-02T10:00:00+09:00", "山﨑 健太", "answer", "answer", "1/SD-03", NULL,
    "{'value':'partial','note':'バックアップの確認'}", FALSE },
  { 4, 4, "2026-11-20T23:59:59+09:00", NULL, "answer", "answer", "1/SD-13", NULL,
    "{'value':'done'}", FALSE },
  { 5, 5, "2026-11-21T00:00:00+09:00", "ﾔﾏｻﾞｷ", "assessment", "assessment", "2", NULL,
    "{'catalogue':'ipa-rules','edition':'4.0','state':'open'}", FALSE },
  { 6, 6, "2026-11-21T10:00:00+09:00", "山﨑 健太", "answer", "answer", "2/RU-3", NULL,
    "{'value':'done'}", FALSE },
  { 7, 7, "2026-11-22T10:00:00+09:00", "山﨑 健太", "evidence", "evidence-link", "1/answer/1/SD-03",
    NULL, "{'evidence':1}", FALSE },
  { 8, 8, "2026-11-23T10:00:00+09:00", NULL, "answer", "answer", "1/SD-03", NULL, NULL, TRUE },
  { 9, 9, "2026-11-24T10:00:00+09:00", "山﨑 健太", "erase", "event", "8", NULL, NULL, FALSE },
};

/* @seqs: what is found, in this order */
static const struct {
  const char *name;
  SgnHistoryFilter filter;
  const char *seqs;
} cases[] = {
  { "everything", { 0 }, "1 2 3 4 5 6 7 8 9" },
  { "newest-first", { .newest_first = TRUE }, "9 8 7 6 5 4 3 2 1" },
  { "the-newest-two", { .newest_first = TRUE, .limit = 2 }, "9 8" },
  { "the-oldest-two-of-a-kind", { .kind = "answer", .limit = 2 }, "3 4" },
  { "a-person", { .by = "髙橋 美咲" }, "1" },
  { "a-person-without-the-space", { .by = "髙橋美咲" }, "1" },
  { "a-person-in-other-kana", { .by = "やまざき" }, "5" },
  { "not-a-part-of-a-name", { .by = "山﨑" }, "" },
  { "nobody-named-but-not-erased", { .by = "" }, "4" },
  { "from-a-day", { .from = "2026-11-22" }, "7 8 9" },
  { "to-the-end-of-a-day", { .to = "2026-11-20" }, "1 2 3 4" },
  { "one-day", { .from = "2026-11-21", .to = "2026-11-21" }, "5 6" },
  { "no-day-at-all", { .from = "2026-11-22", .to = "2026-11-21" }, "" },
  { "a-number-in-all-checks", { .item = "3" }, "3 6 7 8" },
  { "a-full-width-number", { .item = "３" }, "3 6 7 8" },
  { "an-id", { .item = "SD-03" }, "3 7 8" },
  { "a-small-id", { .item = "ru-3" }, "6" },
  { "no-part-of-an-id", { .item = "SD-0" }, "" },
  { "a-kind", { .kind = "assessment" }, "2 5" },
  { "an-act", { .act = "answer" }, "2 3 4 6 8" },
  { "an-unknown-act", { .act = "sing" }, "" },
  { "a-note", { .text = "ﾊﾞｯｸｱｯﾌﾟ" }, "3" },
  { "words-of-a-sentence", { .text = "partly done" }, "3" },
  { "a-name-in-the-text", { .text = "髙橋" }, "1" },
  { "all-together", { .by = "山﨑健太", .act = "answer", .item = "3", .to = "2026-11-10" }, "3" },
};

static char *
list_seqs (GPtrArray *events)
{
  g_autoptr (GString) seqs = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++) {
    const SgnEvent *event = events->pdata[i];

    g_string_append_printf (seqs, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", event->seq);
  }
  return g_string_free (g_steal_pointer (&seqs), FALSE);
}

static void
test_a_filter_finds (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (SgnHistory) history = history_of (told, G_N_ELEMENTS (told));
  g_autoptr (GPtrArray) found = sgn_history_find (history, &cases[i].filter);
  g_autofree char *seqs = list_seqs (found);

  g_assert_cmpstr (seqs, ==, cases[i].seqs);
}

/* A file of another program's making may say any time. */
static void
test_an_event_without_a_day_is_found_by_all_but_days (void)
{
  static const EventWords words = { 1,        1,         "いつか", "髙橋 美咲",        "answer",
                                    "answer", "1/SD-03", NULL,     "{'value':'done'}", FALSE };
  static const struct {
    SgnHistoryFilter filter;
    guint found;
  } days[] = {
    { { 0 }, 1 },
    { { .act = "answer" }, 1 },
    { { .from = "2026-11-01" }, 0 },
    { { .to = "2026-11-30" }, 0 },
  };
  g_autoptr (SgnHistory) history = history_of (&words, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autoptr (GPtrArray) found = sgn_history_find (history, &days[i].filter);

    g_assert_cmpuint (found->len, ==, days[i].found);
  }
}

static void
test_events_of_one_act_stand_together (void)
{
  g_autoptr (SgnHistory) history = history_of (told, G_N_ELEMENTS (told));
  const SgnHistoryFilter filter = { .newest_first = TRUE };
  g_autoptr (GPtrArray) found = sgn_history_find (history, &filter);
  g_autoptr (GPtrArray) acts = sgn_history_group (found);
  const SgnHistoryAct *act = acts->pdata[acts->len - 2];
  g_autofree char *seqs = list_seqs (act->events);

  g_assert_cmpuint (acts->len, ==, 8);
  g_assert_cmpstr (seqs, ==, "3 2");
  g_assert_cmpint (act->first->seq, ==, 3);
}

static void
test_nothing_has_no_acts (void)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autoptr (GPtrArray) acts = sgn_history_group (events);

  g_assert_cmpuint (acts->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/history/finds/", cases[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_a_filter_finds);
  }
  g_test_add_func ("/history/an-event-without-a-day-is-found-by-all-but-days",
                   test_an_event_without_a_day_is_found_by_all_but_days);
  g_test_add_func ("/history/events-of-one-act-stand-together",
                   test_events_of_one_act_stand_together);
  g_test_add_func ("/history/nothing-has-no-acts", test_nothing_has_no_acts);

  return g_test_run ();
}
