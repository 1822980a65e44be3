/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history-events.h"

#include "sgn-record.h"

static const EventWords told[] = {
  { 1, 1, NULL, "髙橋 美咲", "new", "company", "1", NULL, "{'name':'見本'}", FALSE },
  { 2, 2, NULL, "髙橋 美咲", "company", "person", "7", NULL, "{'name':'山﨑 健太'}", FALSE },
  { 3, 3, NULL, NULL, "answer", "assessment", "1", NULL,
    "{'catalogue':'ipa-self-check','edition':'4.0','state':'open'}", FALSE },
  { 4, 3, NULL, NULL, "answer", "answer", "1/SD-03", NULL,
    "{'at':'2026','note':null,'person':7,'value':'partial'}", FALSE },
  { 5, 5, NULL, "山﨑 健太", "answer", "answer", "1/SD-03",
    "{'at':'2026','note':null,'value':'partial'}",
    "{'at':'2027','note':'一行目\\n二行目','value':'done'}", FALSE },
  { 6, 6, NULL, "山﨑 健太", "undo", "answer", "1/SD-03", "{'value':'done'}", "{'value':'partial'}",
    FALSE },
  { 7, 7, NULL, "山﨑 健太", "set-back", "answer", "1/SD-03", "{'value':'partial'}", NULL, FALSE },
  { 8, 8, NULL, "山﨑 健太", "company", "company", "1",
    "{'address':null,'contact':'山﨑','email':'a','name':'見本','phone':'1'}",
    "{'address':'東京','contact':'髙橋','email':'b','name':'見本社','phone':'2'}", FALSE },
  { 9, 9, NULL, "山﨑 健太", "close", "assessment", "1",
    "{'closed_at':null,'reviewed_by':null,'state':'open'}",
    "{'closed_at':'2026','reviewed_by':7,'state':'closed'}", FALSE },
  { 10, 10, NULL, NULL, "answer", "answer", "1/SD-03", NULL, NULL, TRUE },
  { 11, 11, NULL, NULL, "erase", "event", "10", NULL, NULL, FALSE },
  { 12, 11, NULL, NULL, "erase", "blob", "0123456789abcdef", NULL, NULL, FALSE },
  { 13, 11, NULL, NULL, "erase", "person", "7", "{'name':''}", "{'name':''}", FALSE },
  { 14, 14, NULL, NULL, "policy", "policy", "2", "{'parts':'{}','revised':null}",
    "{'parts':'{\\\"a\\\":1}','revised':null}", FALSE },
  { 15, 15, NULL, NULL, "evidence", "evidence", "3", "{'retired':0}", "{'retired':1}", FALSE },
  { 16, 16, NULL, NULL, "company", "site", "2", "{'name':'第二工場'}", NULL, FALSE },
  { 17, 17, NULL, NULL, "sing", "song", "5", NULL, "{'x':1}", FALSE },
  { 18, 18, NULL, NULL, "answer", "answer", "9/XX-1", NULL, "{'value':'odd'}", FALSE },
  { 19, 19, NULL, NULL, "evidence", "evidence-link", "3/answer/1/SD-03", NULL,
    "{'evidence':3,'kind':'answer','ref':'1/SD-03'}", FALSE },
  { 20, 20, NULL, NULL, "company", "company", "1", "{'email':'a','name':'見本'}",
    "{'address':'東京','email':'b','name':'見本'}", FALSE },
  { 21, 21, NULL, NULL, "task", "task", "1", "{'done_on':null,'state':'doing'}",
    "{'done_on':'2026-11-20','state':'done'}", FALSE },
  { 22, 22, NULL, NULL, "expert", "answer", "1/SD-03", "{'value':'done'}",
    "{'expert':'seen','expert_name':'林','value':'done'}", FALSE },
  { 23, 23, NULL, NULL, "review", "answer", "1/SD-03", "{'carried_from':'answer/2/SD-04'}",
    "{'reviewed_on':'2026-11-20'}", FALSE },
  { 24, 24, NULL, NULL, "setting", "catalogue", "customer@1", "{'text':'{}'}", "{'text':'{1}'}",
    FALSE },
  { 25, 25, NULL, NULL, "assessment", "assessment", "1", "{'level':null}", "{'level':'★4'}",
    FALSE },
  { 26, 26, NULL, NULL, "answer", "answer", "1/SD-03", "{'carried_from':'odd'}", "{}", FALSE },
};

/* In the order of the events; English, as the tests run without a language. */
static const char *const sentences[] = {
  "New company file: the company – added, “見本”",
  "Person 7 – added, “山﨑 健太”",
  "Check 1 – added, “Self-check, 25 questions”",
  "Answer to No. 3 (check 1) – not answered → Partly done",
  "Answer to No. 3 (check 1) – Partly done → Done; Note: nothing → “一行目 二行目”",
  "Undone: Answer to No. 3 (check 1) – Done → Partly done",
  "Set back: Answer to No. 3 (check 1) – Partly done → not answered",
  ("the company – Address: nothing → “東京”; Contact: “山﨑” → “髙橋”; "
   "E-mail address: “a” → “b”; 2 more"),
  "Closing: Check 1 – Person who confirmed: nothing → 7; State: open → closed",
  "Answer to No. 3 (check 1) – its content was erased",
  "Erased: content of entry 10 of the history",
  "Erased: content of the attached file 0123456789ab…",
  "Erased: Person 7 – stated anew, because earlier content was erased",
  "Version 2 of the basic policy – Text changed",
  "Evidence 3 – Withdrawal: in use → withdrawn",
  "Site 2 – taken away, “第二工場”",
  "song 5 – added",
  "Answer to No. 1 (check 9) – not answered → odd",
  "What evidence 3 proves – added, “No. 3 (check 1)”",
  "the company – Address: nothing → “東京”; E-mail address: “a” → “b”",
  "Task 1 – Day of completion: nothing → “2026-11-20”; State: begun → done",
  ("Note on an expert: Answer to No. 3 (check 1) – Look of an expert: nothing → has seen it; "
   "Name of the expert: nothing → “林”"),
  ("Review: Answer to No. 3 (check 1) – Where the answer was carried over from: No. 4 (check 2) → "
   "nothing; Day of confirmation: nothing → “2026-11-20”"),
  "Guideline “customer@1” – Text changed",
  "Check 1 – Level aimed at: nothing → “★4”",
  "Answer to No. 3 (check 1) – Where the answer was carried over from: odd → nothing",
};

static void
test_every_event_is_a_sentence (void)
{
  g_autoptr (SgnHistory) history = history_of (told, G_N_ELEMENTS (told));
  const SgnHistoryFilter all = { 0 };
  g_autoptr (GPtrArray) events = sgn_history_find (history, &all);

  g_assert_cmpuint (events->len, ==, G_N_ELEMENTS (sentences));
  for (guint i = 0; i < events->len; i++) {
    g_autofree char *sentence = sgn_history_get_sentence (history, events->pdata[i]);

    g_assert_cmpstr (sentence, ==, sentences[i]);
  }
}

/* The person above was erased at last, so nobody is named. */
static void
test_people_are_named (void)
{
  g_autoptr (SgnHistory) history = history_of (told, 9);
  const SgnHistoryFilter last = { .newest_first = TRUE, .limit = 1 };
  g_autoptr (GPtrArray) events = sgn_history_find (history, &last);
  g_autofree char *change = sgn_history_get_change (history, events->pdata[0]);

  g_assert_cmpstr (change, ==, "Person who confirmed: nothing → 山﨑 健太; State: open → closed");
}

static void
test_long_texts_are_cut_between_characters (void)
{
  const EventWords words = {
    1,
    1,
    NULL,
    NULL,
    "task",
    "task",
    "1",
    NULL,
    "{'title':"
    "'いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえて"
    "あさきゆめみしゑひもせす'}",
    FALSE
  };
  g_autoptr (SgnHistory) history = history_of (&words, 1);
  const SgnHistoryFilter all = { 0 };
  g_autoptr (GPtrArray) events = sgn_history_find (history, &all);
  g_autofree char *change = sgn_history_get_change (history, events->pdata[0]);

  g_assert_true (g_utf8_validate (change, -1, NULL));
  g_assert_true (g_str_has_suffix (change, "きゆ…”"));
}

static void
test_authors_are_said (void)
{
  static const struct {
    EventWords words;
    const char *author;
  } authors[] = {
    { { .by = "𠮷田", .act = "answer", .kind = "answer", .id = "1/SD-01" }, "𠮷田" },
    { { .by = NULL, .act = "answer", .kind = "answer", .id = "1/SD-01" }, "Name not recorded" },
    { { .by = NULL, .act = "answer", .kind = "answer", .id = "1/SD-01", .erased = TRUE },
      "Name erased" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (authors); i++) {
    g_autoptr (SgnEvent) event = event_of (&authors[i].words);
    g_autofree char *author = sgn_history_get_author (event);

    g_assert_cmpstr (author, ==, authors[i].author);
  }
}

static void
test_every_act_has_its_word (void)
{
  static const char *const acts[] = {
    SGN_ACT_NEW,     SGN_ACT_COMPANY,   SGN_ACT_ASSESSMENT, SGN_ACT_ANSWER,  SGN_ACT_IMPORT,
    SGN_ACT_CLOSE,   SGN_ACT_REOPEN,    SGN_ACT_EVIDENCE,   SGN_ACT_DECLARE, SGN_ACT_POLICY,
    SGN_ACT_PUBLISH, SGN_ACT_ISSUE,     SGN_ACT_TASK,       SGN_ACT_SETTING, SGN_ACT_UNDO,
    SGN_ACT_REDO,    SGN_ACT_SET_BACK,  SGN_ACT_REVIEW,     SGN_ACT_EXPERT,  SGN_ACT_CARRY,
    SGN_ACT_ERASE,   SGN_ACT_CATALOGUE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++) {
    g_autofree char *words = sgn_history_act_to_words (acts[i]);

    g_assert_cmpstr (words, !=, acts[i]);
    g_assert_true (sgn_history_knows_act (acts[i]));
  }
  g_assert_false (sgn_history_knows_act ("sing"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history-words/every-event-is-a-sentence", test_every_event_is_a_sentence);
  g_test_add_func ("/history-words/people-are-named", test_people_are_named);
  g_test_add_func ("/history-words/long-texts-are-cut-between-characters",
                   test_long_texts_are_cut_between_characters);
  g_test_add_func ("/history-words/authors-are-said", test_authors_are_said);
  g_test_add_func ("/history-words/every-act-has-its-word", test_every_act_has_its_word);

  return g_test_run ();
}
