/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection.h"

#include "history-events.h"
#include "sample-record.h"

#define SCALE "'assessment':1,'item':'SD-24'"

/* The events before those that are told: what their words need to know. */
static const EventWords known[] = {
  { 1, 1, NULL, NULL, "new", "company", "1", NULL, "{'name':'甲'}", FALSE },
  { 2, 1, NULL, NULL, "new", "person", "2", NULL, "{'name':'山﨑 健太'}", FALSE },
  { 3, 3, NULL, "山﨑 健太", "assessment", "assessment", "1", NULL,
    "{'catalogue':'ipa-self-check','edition':'4.0','state':'open'}", FALSE },
};

/* The newest event is one of @words; @n of them after what is known. */
static json_t *
tell (const EventWords *words, gsize n, SgnLanguage language)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_event_free);
  const SgnProjectionHistory history = { events, 0 };
  const SgnProjectionRequest request = { .document = "history",
                                         .language = language,
                                         .history = &history };
  g_autoptr (GError) error = NULL;
  json_t *json = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    g_ptr_array_add (events, event_of (&known[i]));
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (events, event_of (&words[i]));
  json = sgn_projection_new (library, record, &request, &error);
  g_assert_no_error (error);
  return json;
}

static const struct {
  const char *name;
  EventWords event;
  const char *ja;
  const char *en;
} sentences[] = {
  { "an answer",
    { 9, 9, NULL, NULL, "answer", "answer", "1/SD-24", NULL, "{" SCALE ",'value':'unknown'}",
      FALSE },
    "自社診断 No. 24「事故への備え」に答えました。　わからない",
    "Answered: Self-check No. 24, “Incident readiness”. Unknown" },
  { "another answer",
    { 9, 9, NULL, NULL, "answer", "answer", "1/SD-24", "{" SCALE ",'value':'unknown'}",
      "{" SCALE ",'value':'not-done','note':'あ'}", FALSE },
    "自社診断 No. 24「事故への備え」の回答を直しました。　わからない → 未実施（メモ）",
    "Changed the answer to Self-check No. 24, “Incident readiness”. Unknown → Not done (note)" },
  { "a note",
    { 9, 9, NULL, NULL, "answer", "answer", "1/SD-24", "{" SCALE ",'value':'done','note':'あ'}",
      "{" SCALE ",'value':'done','note':'い'}", FALSE },
    "自社診断 No. 24「事故への備え」のメモを書き直しました。",
    "Changed note of Self-check No. 24, “Incident readiness”." },
  { "an answer taken back",
    { 9, 9, NULL, NULL, "undo", "answer", "1/SD-24", "{" SCALE ",'value':'done'}", NULL, FALSE },
    "元に戻しました：自社診断 No. 24「事故への備え」の回答を取り消しました。　実施",
    "Undone – Took back the answer to Self-check No. 24, “Incident readiness”. Done" },
  { "a check closed",
    { 9, 9, NULL, NULL, "close", "assessment", "1", "{'state':'open'}", "{'state':'closed'}",
      FALSE },
    "自社診断 第4.0版を終えました。",
    "Finished: Self-check edition 4.0." },
  { "evidence",
    { 9, 9, NULL, NULL, "evidence", "evidence", "9", NULL,
      "{'title':'控え','title_en':'Copy','size':1840000}", FALSE },
    "証拠「控え」を加えました。（1.8 MB）",
    "Added: the proof “Copy”. (1.8 MB)" },
  { "evidence withdrawn",
    { 9, 9, NULL, NULL, "evidence", "evidence", "9", "{'title':'控え','retired':0}",
      "{'title':'控え','retired':1}", FALSE },
    "証拠「控え」を取り下げました。",
    "Withdrew the proof “控え”." },
  { "a declaration",
    { 9, 9, NULL, NULL, "declare", "declaration", "9", NULL,
      "{'star':2,'date':'2026-11-23','number':'50000000000'}", FALSE },
    "SECURITY ACTION 二つ星の宣言を記録しました。宣言日 2026年11月23日、自己宣言ID 50000000000。",
    "Recorded the declaration of SECURITY ACTION two stars: declared 23 November 2026, "
    "self-declaration ID 50000000000." },
  { "one value",
    { 9, 9, NULL, NULL, "task", "task", "9", "{'title':'直す','state':'todo'}",
      "{'title':'直す','state':'done'}", FALSE },
    "やること「直す」を直しました。（状態：未着手 → 完了）",
    "Changed: the task “直す”. (state: to do → done)" },
  { "a person by name",
    { 9, 9, NULL, NULL, "task", "task", "9", "{'title':'直す','owner':null}",
      "{'title':'直す','owner':2}", FALSE },
    "やること「直す」を直しました。（担当者：なし → 山﨑 健太）",
    "Changed: the task “直す”. (person in charge: none → 山﨑 健太)" },
  { "many values",
    { 9, 9, NULL, NULL, "company", "company", "1", "{'name':'甲'}",
      "{'name':'乙','phone':'1','email':'2','url':'3','address':'4','industry':'5'}", FALSE },
    "会社の情報を直しました。（名前、住所、メールアドレス、電話番号ほか2）",
    "Changed: the company details. (name, address, E-mail address, telephone number, 2 more)" },
  { "a look of an expert",
    { 9, 9, NULL, NULL, "expert", "answer", "1/SD-24", "{" SCALE ",'value':'done'}",
      "{" SCALE ",'value':'done','expert':'asked','expert_name':'林'}", FALSE },
    "自社診断 No. "
    "24「事故への備え」の専門家への確認（自社のメモ）、専門家の氏名・資格を書き直しました。",
    "Changed look of an expert (our own note), name of the expert of Self-check No. 24, “Incident "
    "readiness”." },
  { "a level",
    { 9, 9, NULL, NULL, "assessment", "assessment", "1", "{'level':null}", "{'level':'★4'}",
      FALSE },
    "自社診断 第4.0版を直しました。（めざす段階：なし → 「★4」）",
    "Changed: Self-check edition 4.0. (level aimed at: none → “★4”)" },
  { "a guideline taken in",
    { 9, 9, NULL, NULL, "setting", "catalogue", "customer@1", NULL, "{'text':'{}'}", FALSE },
    "自社で使うチェックシート「customer@1」を加えました。",
    "Added: the company’s own sheet “customer@1”." },
  { "what was erased",
    { 9, 9, NULL, NULL, "answer", "answer", "1/SD-24", NULL, NULL, TRUE },
    "自社診断 No. 24「事故への備え」。内容は消去されています。",
    "Self-check No. 24, “Incident readiness”. The content was erased." },
  { "an erasure",
    { 9, 9, NULL, NULL, "erase", "event", "3", NULL, NULL, FALSE },
    "できごと No. 3の内容を消去しました。",
    "Erased the content of event No. 3." },
  { "an unknown kind",
    { 9, 9, NULL, NULL, "later", "gadget", "3", NULL, "{}", FALSE },
    "記録（gadget 3）を加えました。",
    "Added: the entry gadget 3." },
};

static void
test_a_sentence (gconstpointer data)
{
  const EventWords *event = &sentences[GPOINTER_TO_SIZE (data)].event;
  g_autoptr (json_t) ja = tell (event, 1, SGN_LANGUAGE_JA);
  g_autoptr (json_t) en = tell (event, 1, SGN_LANGUAGE_EN);

  assert_text (json_array_get (json_object_get (ja, "events"), 0), "sentence",
               sentences[GPOINTER_TO_SIZE (data)].ja);
  assert_text (json_array_get (json_object_get (en, "events"), 0), "sentence",
               sentences[GPOINTER_TO_SIZE (data)].en);
}

static void
test_the_newest_event_comes_first (void)
{
  g_autoptr (json_t) json = tell (NULL, 0, SGN_LANGUAGE_JA);
  const json_t *events = json_object_get (json, "events");
  const json_t *chain = json_object_get (json, "chain");

  g_assert_cmpuint (json_array_size (events), ==, 3);
  assert_number (json_array_get (events, 0), "seq", 3);
  assert_text (json_array_get (events, 0), "by_word", "山﨑 健太");
  assert_text (json_array_get (events, 2), "by_word", "記入者なし");
  assert_text (json_array_get (events, 2), "sentence", "会社のファイルを作りました。");
  assert_text (json_array_get (events, 0), "clock", "16:42");
  assert_number (chain, "first", 1);
  assert_number (chain, "last", 3);
  assert_text (chain, "offset", "+09:00");
}

/* Issuing a sheet changes nothing that a sheet speaks of: the same one can be made again. */
static void
test_issues_at_the_end_are_left_out (void)
{
  static const EventWords issues[] = {
    { 4, 4, NULL, NULL, "issue", "issue", "SC-2026-0001", NULL,
      "{'document':'self-check-result','audience':'partner'}", FALSE },
    { 5, 5, NULL, NULL, "setting", "setting", "dates", NULL, "{'value':'era'}", FALSE },
    { 6, 6, NULL, NULL, "issue", "issue", "HI-2026-0001", NULL, "{'document':'history'}", FALSE },
  };
  g_autoptr (json_t) before = tell (issues, 2, SGN_LANGUAGE_JA);
  g_autoptr (json_t) after = tell (issues, 3, SGN_LANGUAGE_JA);
  const json_t *events = json_object_get (after, "events");

  g_assert_true (json_equal (before, after));
  assert_text (json_array_get (events, 0), "sentence", "書類の設定（日付の書き方）を加えました。");
  assert_text (json_array_get (events, 1), "sentence",
               "自社診断の結果 SC-2026-0001を発行しました。（取引先用）");
}

static void
test_clocks_of_other_zones_are_said (void)
{
  static const EventWords abroad = {
    4, 4, "2026-11-20T09:00:00+01:00", NULL, "setting", "setting", "dates", NULL, "{}", FALSE
  };
  g_autoptr (json_t) json = tell (&abroad, 1, SGN_LANGUAGE_JA);

  assert_null (json_object_get (json, "chain"), "offset");
}

static void
test_what_the_check_found_is_told (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_event_free);
  const SgnProjectionHistory history = { events, 2 };
  const SgnProjectionRequest request = { .document = "history", .history = &history };
  const SgnProjectionRequest without = { .document = "history" };
  g_autoptr (json_t) json = NULL;
  g_autoptr (json_t) empty = NULL;

  g_ptr_array_add (events, event_of (&known[0]));
  json = sgn_projection_new (library, record, &request, NULL);
  empty = sgn_projection_new (library, record, &without, NULL);

  assert_number (json_object_get (json, "chain"), "contradictions", 2);
  g_assert_cmpuint (json_array_size (json_object_get (empty, "events")), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++) {
    g_autofree char *path = g_strconcat ("/projection-history/sentence/", sentences[i].name, NULL);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_a_sentence);
  }
  g_test_add_func ("/projection-history/the newest event comes first",
                   test_the_newest_event_comes_first);
  g_test_add_func ("/projection-history/issues at the end are left out",
                   test_issues_at_the_end_are_left_out);
  g_test_add_func ("/projection-history/clocks of other zones are said",
                   test_clocks_of_other_zones_are_said);
  g_test_add_func ("/projection-history/what the check found is told",
                   test_what_the_check_found_is_told);

  return g_test_run ();
}
