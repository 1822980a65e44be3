/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history-events.h"

#include "sgn-record.h"

#define TIME "2026-11-20T16:42:00+09:00"

/* One act each, its kinds in order; what it is called by, and how many there are of that. */
static const struct {
  const char *name;
  const char *kinds;
  const char *main;
  guint count;
} acts[] = {
  { "an-answer", "answer", "answer", 1 },
  { "the-first-answer", "assessment answer", "answer", 1 },
  { "an-answer-of-somebody-new", "person assessment answer", "answer", 1 },
  { "an-import", "assessment answer answer answer", "answer", 3 },
  { "evidence-for-two-answers", "evidence evidence-link evidence-link", "evidence", 1 },
  { "another-link", "evidence-link", "evidence-link", 1 },
  { "a-declaration-that-is-shown", "declaration place place", "declaration", 1 },
  { "a-task", "task task-link", "task", 1 },
  { "an-erasure", "event event", "event", 2 },
};

static void
test_an_act_is_called_by_what_matters_most (gconstpointer data)
{
  const guint index = GPOINTER_TO_UINT (data);
  g_auto (GStrv) kinds = g_strsplit (acts[index].kinds, " ", -1);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_event_free);
  g_autoptr (GPtrArray) found = NULL;
  guint count = 0;

  for (gint64 i = 0; kinds[i] != NULL; i++) {
    const EventWords words = { i + 1, 1, TIME, NULL, "answer", kinds[i], "1", NULL, NULL, FALSE };

    g_ptr_array_add (events, event_of (&words));
  }
  found = sgn_history_group (events);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (sgn_history_act_get_main (found->pdata[0], &count)->kind, ==, acts[index].main);
  g_assert_cmpuint (count, ==, acts[index].count);
}

/* Acts one after the other, as "act" or "act:UNDOES"; the number is that of the event. */
static const struct {
  const char *name;
  const char *acts;
  gint64 undoable;
} rows[] = {
  { "nothing", "", 0 },
  { "a-new-file", "new", 0 },
  { "an-answer", "new answer", 2 },
  { "two-answers", "new answer answer", 3 },
  { "what-was-undone", "new answer answer undo:3", 2 },
  { "all-was-undone", "new answer undo:2", 0 },
  { "what-was-done-again", "new answer undo:2 redo:2", 2 },
  { "a-sheet-is-not-undone", "new answer issue", 2 },
  { "a-new-act-after-an-undo", "new answer undo:2 task", 4 },
  { "nothing-before-an-erasure", "new answer erase", 0 },
  { "what-came-after-an-erasure", "new answer erase answer", 4 },
};

static void
test_what_would_be_undone (gconstpointer data)
{
  const guint index = GPOINTER_TO_UINT (data);
  g_auto (GStrv) words = g_strsplit (rows[index].acts, " ", -1);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_event_free);

  for (gint64 i = 0; words[i] != NULL && *words[i] != '\0'; i++) {
    g_auto (GStrv) act = g_strsplit (words[i], ":", 2);
    const EventWords line = { i + 1,     i + 1,  TIME,
                              NULL,      act[0], g_str_equal (act[0], "erase") ? "event" : "answer",
                              "1/SD-01", NULL,   NULL,
                              FALSE };
    SgnEvent *event = event_of (&line);

    event->undoes = act[1] != NULL ? g_ascii_strtoll (act[1], NULL, 10) : 0;
    g_ptr_array_add (events, event);
  }

  g_assert_cmpint (sgn_history_find_undoable (events), ==, rows[index].undoable);
}

static const EventWords told[] = {
  { 1, 1, TIME, "髙橋 美咲", "new", "company", "1", NULL, "{'name':'見本'}", FALSE },
  { 2, 2, TIME, "山﨑 健太", "answer", "assessment", "1", NULL,
    "{'catalogue':'ipa-self-check','edition':'4.0','state':'open'}", FALSE },
  { 3, 2, TIME, "山﨑 健太", "answer", "answer", "1/SD-03", NULL, "{'value':'partial'}", FALSE },
  { 4, 4, TIME, NULL, "undo", "answer", "1/SD-03", "{'value':'partial'}", NULL, FALSE },
  { 5, 5, TIME, NULL, "import", "answer", "1/SD-04", NULL, "{'value':'done'}", FALSE },
  { 6, 5, TIME, NULL, "import", "answer", "1/SD-05", NULL, "{'value':'done'}", FALSE },
  { 7, 7, TIME, NULL, "evidence", "evidence-link", "1/answer/1/SD-03", NULL, "{'evidence':1}",
    FALSE },
  { 8, 8, TIME, NULL, "answer", "answer", "9/XX-03", NULL, "{'value':'done'}", FALSE },
};

static void
test_titles_name_questions (void)
{
  static const char *const titles[] = { "New company file: ", "No. 3", "Undone: No. 3",
                                        "Import: Answers, 2", "",      "Answer to " };
  g_autoptr (SgnHistory) history = history_of (told, G_N_ELEMENTS (told));
  const SgnHistoryFilter filter = { 0 };
  g_autoptr (GPtrArray) events = sgn_history_find (history, &filter);
  g_autoptr (GPtrArray) found = sgn_history_group (events);

  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < found->len; i++) {
    g_autofree char *title = sgn_history_get_title (history, found->pdata[i]);

    g_test_message ("%s", title);
    g_assert_true (g_str_has_prefix (title, titles[i]));
  }
}

static void
test_an_event_leads_to_its_question (void)
{
  static const struct {
    guint event;
    const char *item; /* NULL: none */
  } places[] = { { 0, NULL }, { 1, NULL }, { 2, "SD-03" }, { 6, "SD-03" }, { 7, NULL } };
  g_autoptr (SgnHistory) history = history_of (told, G_N_ELEMENTS (told));
  const SgnHistoryFilter filter = { 0 };
  g_autoptr (GPtrArray) events = sgn_history_find (history, &filter);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
    const SgnEvent *event = events->pdata[places[i].event];
    const SgnItem *item = sgn_history_get_item (history, event);

    g_assert_cmpstr (item != NULL ? item->id : NULL, ==, places[i].item);
    g_assert_true ((sgn_history_get_catalogue (history, event) != NULL) ==
                   (places[i].item != NULL));
  }
}

static void
test_several_kinds_are_found (void)
{
  static const char *const kinds[] = { SGN_KIND_EVIDENCE_LINK, SGN_KIND_ASSESSMENT, NULL };
  g_autoptr (SgnHistory) history = history_of (told, G_N_ELEMENTS (told));
  const SgnHistoryFilter filter = { .kinds = kinds };
  g_autoptr (GPtrArray) events = sgn_history_find (history, &filter);

  g_assert_cmpuint (events->len, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++) {
    g_autofree char *path = g_strconcat ("/history-acts/called/", acts[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_an_act_is_called_by_what_matters_most);
  }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strconcat ("/history-acts/undoable/", rows[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_what_would_be_undone);
  }
  g_test_add_func ("/history-acts/titles-name-questions", test_titles_name_questions);
  g_test_add_func ("/history-acts/an-event-leads-to-its-question",
                   test_an_event_leads_to_its_question);
  g_test_add_func ("/history-acts/several-kinds-are-found", test_several_kinds_are_found);
  return g_test_run ();
}
