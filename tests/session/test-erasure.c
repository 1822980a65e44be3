/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../core/history-events.h"

#include "sgn-erasure-private.h"

/* 林 was called 木村 once; 小林 is somebody else. */
static const EventWords told[] = {
  { 1, 1, NULL, "小林 一郎", "new", "company", "1", NULL, "{'contact':'木村','name':'見本'}",
    FALSE },
  { 2, 2, NULL, "小林 一郎", "company", "person", "1", NULL, "{'kana':'キムラ','name':'木村'}",
    FALSE },
  { 3, 3, NULL, "小林 一郎", "company", "person", "2", NULL, "{'name':'小林 一郎'}", FALSE },
  { 4, 4, NULL, "木村", "answer", "answer", "1/SD-01", NULL, "{'note':null,'value':'done'}",
    FALSE },
  { 5, 5, NULL, "木村", "company", "person", "1", "{'kana':'キムラ','name':'木村'}",
    "{'kana':'ハヤシ','name':'林','name_en':'Hayashi'}", FALSE },
  { 6, 6, NULL, "小林 一郎", "answer", "answer", "1/SD-02", NULL,
    "{'note':'Hayashi さんに聞く','value':'done'}", FALSE },
  { 7, 7, NULL, "小林 一郎", "answer", "answer", "1/SD-02",
    "{'note':'Hayashi さんに聞く','value':'done'}", "{'note':'','value':'done'}", FALSE },
  { 8, 8, NULL, NULL, "answer", "answer", "1/SD-03", NULL, NULL, TRUE },
  { 9, 9, NULL, NULL, "answer", "answer", "1/SD-04", NULL, "{'note':'ハヤシさん','value':'done'}",
    FALSE },
  { 10, 10, NULL, NULL, "policy", "policy", "1", NULL, "{'parts':'{\\\"contact\\\":\\\"森\\\"}'}",
    FALSE },
};

static SgnErasure *
erasure_of (const EventWords *words, gsize n)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_event_free);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (events, event_of (&words[i]));
  return sgn_erasure_new (events, 1);
}

static void
test_all_names_are_looked_for (void)
{
  static const char *const names[] = { "木村", "キムラ", "林", "ハヤシ", "Hayashi" };
  g_autoptr (SgnErasure) erasure = erasure_of (told, G_N_ELEMENTS (told));

  g_assert_cmpuint (erasure->names->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (erasure->names->pdata[i], ==, names[i]);
  g_assert_true (sgn_erasure_names (erasure, "木村と話す"));
  g_assert_false (sgn_erasure_names (erasure, "森と話す"));
  g_assert_false (sgn_erasure_names (erasure, NULL));
}

static void
test_entries_that_name_the_person_go (void)
{
  static const gint64 seqs[] = { 2, 4, 5, 6, 7 };
  g_autoptr (SgnErasure) erasure = erasure_of (told, G_N_ELEMENTS (told));

  g_assert_cmpuint (erasure->events->len, ==, G_N_ELEMENTS (seqs));
  for (guint i = 0; i < G_N_ELEMENTS (seqs); i++)
    g_assert_cmpint (((SgnEvent *) erasure->events->pdata[i])->seq, ==, seqs[i]);
}

static void
test_texts_of_today_are_listed (void)
{
  static const char *const places[] = { "company/1/contact", "answer/1/SD-04/note" };
  g_autoptr (SgnErasure) erasure = erasure_of (told, G_N_ELEMENTS (told));

  g_assert_cmpuint (erasure->mentions->len, ==, G_N_ELEMENTS (places));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    const SgnMention *mention = erasure->mentions->pdata[i];
    g_autofree char *place = g_strjoin ("/", mention->kind, mention->id, mention->column, NULL);

    g_assert_cmpstr (place, ==, places[i]);
  }
}

/* What is left of somebody erased before: a row without a name. */
static void
test_nobody_has_nothing_to_erase (void)
{
  static const EventWords words[] = {
    { 1, 1, NULL, NULL, "new", "company", "1", NULL, "{'name':'見本'}", FALSE },
    { 2, 2, NULL, NULL, "company", "person", "1", NULL, NULL, TRUE },
    { 3, 2, NULL, NULL, "erase", "person", "1", "{'kana':null,'name':''}",
      "{'kana':null,'name':''}", FALSE },
    { 4, 4, NULL, NULL, "answer", "answer", "1/SD-01", NULL, "{'value':'done'}", FALSE },
  };
  g_autoptr (SgnErasure) erasure = erasure_of (words, G_N_ELEMENTS (words));

  g_assert_cmpuint (erasure->names->len, ==, 0);
  g_assert_cmpuint (erasure->events->len, ==, 0);
  g_assert_cmpuint (erasure->mentions->len, ==, 0);
  g_assert_false (sgn_erasure_names (erasure, ""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/erasure/all-names-are-looked-for", test_all_names_are_looked_for);
  g_test_add_func ("/erasure/entries-that-name-the-person-go",
                   test_entries_that_name_the_person_go);
  g_test_add_func ("/erasure/texts-of-today-are-listed", test_texts_of_today_are_listed);
  g_test_add_func ("/erasure/nobody-has-nothing-to-erase", test_nobody_has_nothing_to_erase);

  return g_test_run ();
}
