/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-policy-compare.h"
#include "sgn-policy-findings.h"
#include "sgn-policy-page.h"
#include "sgn-policy-part-row.h"
#include "sgn-policy-publish.h"
#include "sgn-policy-text.h"

#include <string.h>

static gboolean
is_quiet (gpointer saving)
{
  return !sgn_saving_is_busy (saving);
}

static SgnRecord *
get_record (AppFixture *fixture)
{
  app_support_wait (is_quiet, fixture->saving);
  return sgn_session_get_record (fixture->session);
}

static const SgnPolicy *
get_policy (AppFixture *fixture)
{
  return sgn_record_get_policy (get_record (fixture));
}

static const char *
get_words (AppFixture *fixture, const char *part)
{
  return g_hash_table_lookup (get_policy (fixture)->parts, part);
}

static GtkWidget *
show_page (AppFixture *fixture)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_POLICY_PAGE);

  gtk_window_present (GTK_WINDOW (fixture->window));
  app_support_wait (is_quiet, fixture->saving);
  return page;
}

/* (nullable): the button with this label at or below @widget */
static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_button (child, label);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
click (GtkWidget *widget, const char *label)
{
  GtkWidget *button = find_button (widget, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* (nullable): the row with this title below @widget */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_row (child, title);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static GtkTextBuffer *
get_buffer (GtkWidget *page)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (app_support_find (page, GTK_TYPE_TEXT_VIEW)));
}

static char *
dup_shown (GtkWidget *page)
{
  return sgn_policy_text_dup_text (SGN_POLICY_TEXT (app_support_find (page, SGN_TYPE_POLICY_TEXT)));
}

static void
type (GtkWidget *page, const char *text)
{
  gtk_text_buffer_set_text (get_buffer (page), text, -1);
}

static void
write_part (AppFixture *fixture, const char *part, SgnLanguage language, const char *text)
{
  AppEnding ending = { 0 };

  sgn_session_set_policy_part_async (fixture->session, part, language, text, app_ending_cb,
                                     &ending);
  app_ending_wait (&ending);
}

static void
publish (AppFixture *fixture)
{
  AppEnding ending = { 0 };

  sgn_session_publish_policy_async (fixture->session, "受付の掲示", "2026-11-20", app_ending_cb,
                                    &ending);
  app_ending_wait (&ending);
}

static void
answer (AppFixture *fixture, const char *item, const char *value)
{
  const SgnAnswerChange change = { .catalogue = "ipa-self-check", .item = item, .value = value };
  AppEnding ending = { 0 };

  sgn_session_answer_async (fixture->session, &change, app_ending_cb, &ending);
  app_ending_wait (&ending);
}

static void
the_draft_words_are_there_to_begin_with (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  g_autofree char *shown = dup_shown (page);

  g_assert_true (app_support_says (page, "There is no basic policy yet"));
  g_assert_nonnull (strstr (shown, "試験商店（以下「当社」"));
  g_assert_null (get_policy (fixture));

  click (page, "Begin with These Words");

  g_assert_cmpint (get_policy (fixture)->version, ==, 1);
  g_assert_cmpuint (g_hash_table_size (get_policy (fixture)->parts), ==, 6);
  g_assert_false (app_support_says (page, "There is no basic policy yet"));
}

static void
what_is_typed_is_saved_on_leaving (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);

  sgn_policy_page_show_part (SGN_POLICY_PAGE (page), "owner");
  type (page, "代表者が責任を負います。\n  ");
  sgn_page_flush (SGN_PAGE (page));
  g_assert_cmpstr (get_words (fixture, "owner"), ==, "代表者が責任を負います。");

  type (page, "代表者が先頭に立ちます。");
  sgn_policy_page_show_part (SGN_POLICY_PAGE (page), "law");
  g_assert_cmpstr (get_words (fixture, "owner"), ==, "代表者が先頭に立ちます。");
  g_assert_cmpstr (sgn_policy_page_get_part (SGN_POLICY_PAGE (page)), ==, "law");
}

/* What is typed is not replaced by what was saved before it. */
static void
typing_goes_on_while_it_is_saved (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  g_autofree char *shown = NULL;

  type (page, "一つ目");
  sgn_page_flush (SGN_PAGE (page));
  type (page, "一つ目、二つ目");
  app_support_wait (is_quiet, fixture->saving);

  shown = dup_shown (page);
  g_assert_cmpstr (shown, ==, "一つ目、二つ目");
  sgn_page_flush (SGN_PAGE (page));
  g_assert_cmpstr (get_words (fixture, "preamble"), ==, "一つ目、二つ目");
}

static void
a_claim_is_not_saved_and_not_lost (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  const char *claim = "当社は二つ星の認定を取得しました。";
  g_autofree char *shown = NULL;

  write_part (fixture, "owner", SGN_LANGUAGE_JA, "前の文です。");
  sgn_policy_page_show_part (SGN_POLICY_PAGE (page), "owner");
  type (page, claim);
  g_assert_true (app_support_says (page, "The wording makes a claim"));
  sgn_policy_page_show_part (SGN_POLICY_PAGE (page), "law");
  g_assert_cmpstr (get_words (fixture, "owner"), ==, "前の文です。");
  g_assert_cmpint (sgn_saving_get_state (fixture->saving), ==, SGN_SAVING_FAILED);

  sgn_policy_page_show_part (SGN_POLICY_PAGE (page), "owner");
  shown = dup_shown (page);
  g_assert_cmpstr (shown, ==, claim);
  g_assert_true (app_support_says (page, "It is not saved as it is"));

  type (page, "当社は二つ星を宣言しました。");
  sgn_page_flush (SGN_PAGE (page));
  g_assert_cmpstr (get_words (fixture, "owner"), ==, "当社は二つ星を宣言しました。");
  g_assert_cmpint (sgn_saving_get_state (fixture->saving), ==, SGN_SAVING_DONE);
}

static void
a_denied_promise_has_two_ways_out (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *box;
  GtkWidget *open;
  const char *key;
  const char *item;

  answer (fixture, "SD-24", "not-done");
  page = show_page (fixture);
  click (page, "Begin with These Words");
  get_record (fixture);
  sgn_policy_page_show_part (SGN_POLICY_PAGE (page), "incidents");
  box = app_support_find (page, SGN_TYPE_POLICY_FINDINGS);
  g_assert_true (app_support_says (box, "does not fit the answer to No. 24"));
  open = find_button (box, "Open No. 24");
  g_variant_get (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (open)), "(&s&s)", &key,
                 &item);
  g_assert_cmpstr (key, ==, "ipa-self-check@4.0");
  g_assert_cmpstr (item, ==, "SD-24");

  click (box, "Use This Sentence");

  g_assert_nonnull (strstr (get_words (fixture, "incidents"), "できることから対処し"));
  g_assert_false (gtk_widget_get_visible (box));
}

static void
an_answer_takes_the_warning_away (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *box;

  answer (fixture, "SD-24", "not-done");
  page = show_page (fixture);
  sgn_policy_page_show_part (SGN_POLICY_PAGE (page), "incidents");
  box = app_support_find (page, SGN_TYPE_POLICY_FINDINGS);
  g_assert_true (gtk_widget_get_visible (box));
  answer (fixture, "SD-24", "done");
  g_assert_false (gtk_widget_get_visible (box));
}

static void
f8_goes_from_warning_to_warning (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *words = NULL;

  answer (fixture, "SD-20", "partial");
  answer (fixture, "SD-24", "not-done");
  page = show_page (fixture);

  g_assert_true (app_support_press (fixture->window, GDK_KEY_F8, 0));
  g_assert_cmpstr (sgn_policy_page_get_part (SGN_POLICY_PAGE (page)), ==, "staff");
  g_assert_true (app_support_press (fixture->window, GDK_KEY_F8, 0));
  g_assert_cmpstr (sgn_policy_page_get_part (SGN_POLICY_PAGE (page)), ==, "incidents");
  g_assert_true (gtk_text_buffer_get_selection_bounds (get_buffer (page), &start, &end));
  words = gtk_text_buffer_get_text (get_buffer (page), &start, &end, TRUE);
  g_assert_cmpstr (words, ==, "速やかに対処し");
  g_assert_true (app_support_press (fixture->window, GDK_KEY_F8, 0));
  g_assert_cmpstr (sgn_policy_page_get_part (SGN_POLICY_PAGE (page)), ==, "staff");
  g_assert_true (app_support_press (fixture->window, GDK_KEY_F8, GDK_SHIFT_MASK));
  g_assert_cmpstr (sgn_policy_page_get_part (SGN_POLICY_PAGE (page)), ==, "incidents");
}

static void
without_a_warning_f8_stays (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);

  g_assert_false (sgn_policy_page_go_to_finding (SGN_POLICY_PAGE (page), 1));
  g_assert_false (sgn_policy_page_go_to_finding (SGN_POLICY_PAGE (page), -1));
  g_assert_cmpstr (sgn_policy_page_get_part (SGN_POLICY_PAGE (page)), ==, "preamble");
}

static void
fill_publication (GtkWidget *page, const char *place, const char *date)
{
  GtkWidget *box = app_support_find (page, SGN_TYPE_POLICY_PUBLISH);

  gtk_editable_set_text (GTK_EDITABLE (find_row (box, "Place, such as the address of the page")),
                         place);
  gtk_editable_set_text (GTK_EDITABLE (find_row (box, "Day it was published (YYYY-MM-DD)")), date);
}

static void
publication_wants_a_place_and_a_day (AppFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *place;
    const char *date;
    const char *says; /* (nullable): what is missing */
  } typed[] = {
    { "", "2026-11-23", "Say where it is public." },
    { "  ", "2026-11-23", "Say where it is public." },
    { "受付", "", "Write the day it was published" },
    { "受付", "2026-02-30", "Write the day it was published" },
    { "受付", "２０２６年１１月２３日", NULL },
  };
  GtkWidget *page = show_page (fixture);

  click (page, "Begin with These Words");
  get_record (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++) {
    fill_publication (page, typed[i].place, typed[i].date);
    click (page, "Record Publication");
    if (typed[i].says != NULL) {
      g_assert_true (app_support_says (page, typed[i].says));
      g_assert_null (get_policy (fixture)->published_on);
    }
  }
  g_assert_cmpstr (get_policy (fixture)->published_on, ==, "2026-11-23");
  g_assert_cmpstr (get_policy (fixture)->published_place, ==, "受付");
  g_assert_nonnull (find_button (page, "Go to the Declaration"));
}

static void
return_leads_through_the_publication (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  GtkWidget *box = app_support_find (page, SGN_TYPE_POLICY_PUBLISH);

  click (page, "Begin with These Words");
  get_record (fixture);
  fill_publication (page, "https://example.jp/", "2026-11-23");
  g_signal_emit_by_name (find_row (box, "Place, such as the address of the page"),
                         "entry-activated");
  g_assert_null (get_policy (fixture)->published_on);
  g_signal_emit_by_name (find_row (box, "Day it was published (YYYY-MM-DD)"), "entry-activated");
  g_assert_cmpstr (get_policy (fixture)->published_on, ==, "2026-11-23");
}

static void
a_public_version_stays_as_it_is (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  const SgnPolicy *first;
  g_autofree char *shown = NULL;

  write_part (fixture, "owner", SGN_LANGUAGE_JA, "一つ目の版です。");
  publish (fixture);
  sgn_policy_page_show_part (SGN_POLICY_PAGE (page), "owner");
  g_assert_true (app_support_says (page, "A change begins version 2"));
  sgn_page_flush (SGN_PAGE (page));
  g_assert_cmpuint (get_record (fixture)->policies->len, ==, 1);

  type (page, "二つ目の版です。");
  sgn_page_flush (SGN_PAGE (page));

  g_assert_cmpuint (get_record (fixture)->policies->len, ==, 2);
  first = g_ptr_array_index (get_record (fixture)->policies, 0);
  g_assert_cmpstr (g_hash_table_lookup (first->parts, "owner"), ==, "一つ目の版です。");
  g_assert_cmpstr (first->published_on, ==, "2026-11-20");
  g_assert_null (get_policy (fixture)->published_on);

  sgn_policy_page_show_version (SGN_POLICY_PAGE (page), 1);
  shown = dup_shown (page);
  g_assert_cmpstr (shown, ==, "一つ目の版です。");
  g_assert_false (
    gtk_text_view_get_editable (GTK_TEXT_VIEW (app_support_find (page, GTK_TYPE_TEXT_VIEW))));
  g_assert_null (find_button (page, "Record Publication"));
  click (page, "Back to the Newest Version");
  g_clear_pointer (&shown, g_free);
  shown = dup_shown (page);
  g_assert_cmpstr (shown, ==, "二つ目の版です。");
}

static void
two_versions_are_compared_in_words (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *window;

  write_part (fixture, "owner", SGN_LANGUAGE_JA, "事故には対処します。");
  publish (fixture);
  write_part (fixture, "owner", SGN_LANGUAGE_JA, "事故には速やかに対処します。");
  window =
    sgn_policy_compare_new (GTK_WINDOW (fixture->window),
                            sgn_session_get_library (fixture->session), get_record (fixture));
  gtk_window_present (GTK_WINDOW (window));

  g_assert_true (app_support_says (window, "Responsibility of management"));
  g_assert_true (app_support_says (window, "事故には速やかに対処します。"));
  g_assert_false (app_support_says (window, "Preamble"));
  sgn_policy_compare_choose (SGN_POLICY_COMPARE (window), 1, 1);
  g_assert_true (app_support_says (window, "Both say the same."));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
english_is_written_beside_it (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);

  click (page, "Begin with These Words");
  get_record (fixture);
  sgn_policy_page_show_part (SGN_POLICY_PAGE (page), "law");
  gtk_expander_set_expanded (GTK_EXPANDER (app_support_find (page, GTK_TYPE_EXPANDER)), TRUE);
  click (page, "Draft Words in English");
  g_assert_nonnull (g_hash_table_lookup (get_policy (fixture)->parts_en, "law"));
  g_assert_false (app_support_says (page, "but this part has none"));

  sgn_policy_page_show_part (SGN_POLICY_PAGE (page), "owner");
  g_assert_true (app_support_says (page, "but this part has none"));
}

static void
the_draft_words_come_back (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);

  sgn_policy_page_show_part (SGN_POLICY_PAGE (page), "owner");
  g_assert_false (gtk_widget_get_sensitive (find_button (page, "Draft Words")));
  type (page, "別の文です。");
  sgn_page_flush (SGN_PAGE (page));
  g_assert_cmpstr (get_words (fixture, "owner"), ==, "別の文です。");
  click (page, "Draft Words");
  g_assert_nonnull (strstr (get_words (fixture, "owner"), "代表者が先頭に立ち"));
}

static void
an_empty_part_is_told (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);

  sgn_policy_page_show_part (SGN_POLICY_PAGE (page), "law");
  type (page, "");
  g_assert_true (app_support_says (page, "This part is empty"));
  sgn_page_flush (SGN_PAGE (page));
  g_assert_null (get_words (fixture, "law"));
  sgn_policy_page_show_part (SGN_POLICY_PAGE (page), "contact");
  g_assert_false (app_support_says (page, "This part is empty"));
  type (page, "総務課");
  sgn_page_flush (SGN_PAGE (page));
  get_record (fixture);
  g_assert_cmpstr (get_policy (fixture)->contact, ==, "総務課");
}

static void
a_place_is_found_again (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  g_autofree char *place = NULL;

  write_part (fixture, "owner", SGN_LANGUAGE_JA, "一つ目の版です。");
  publish (fixture);
  write_part (fixture, "owner", SGN_LANGUAGE_JA, "二つ目の版です。");
  sgn_policy_page_show_version (SGN_POLICY_PAGE (page), 1);
  sgn_policy_page_show_part (SGN_POLICY_PAGE (page), "law");
  place = sgn_page_dup_place (SGN_PAGE (page));
  sgn_policy_page_show_version (SGN_POLICY_PAGE (page), 0);
  sgn_policy_page_show_part (SGN_POLICY_PAGE (page), "owner");

  sgn_page_go_to_place (SGN_PAGE (page), place);
  g_assert_cmpstr (sgn_policy_page_get_part (SGN_POLICY_PAGE (page)), ==, "law");
  g_assert_true (app_support_says (page, "Version 1 as it was"));
  sgn_page_go_to_place (SGN_PAGE (page), "no-such-part 0 of nothing");
  g_assert_cmpstr (sgn_policy_page_get_part (SGN_POLICY_PAGE (page)), ==, "law");
}

static void
narrow_the_parts_are_a_choice (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  GtkWidget *choice = app_support_find (page, GTK_TYPE_DROP_DOWN);

  g_object_set (page, "narrow", TRUE, NULL);
  g_assert_true (gtk_widget_get_visible (choice));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 2);
  g_assert_cmpstr (sgn_policy_page_get_part (SGN_POLICY_PAGE (page)), ==, "organisation");
  g_object_set (page, "narrow", FALSE, NULL);
  g_assert_false (gtk_widget_get_visible (choice));
}

static void
read_only_nothing_can_be_changed (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (sgn_session_get_path (fixture->session));
  AppEnding closed = { 0 };
  AppEnding opened = { 0 };
  GtkWidget *page;

  write_part (fixture, "owner", SGN_LANGUAGE_JA, "文です。");
  sgn_session_close_async (fixture->session, app_ending_cb, &closed);
  app_ending_wait (&closed);
  sgn_session_open_async (fixture->session, path, SGN_OPEN_READ, app_ending_cb, &opened);
  app_ending_wait (&opened);
  page = show_page (fixture);

  g_assert_false (
    gtk_text_view_get_editable (GTK_TEXT_VIEW (app_support_find (page, GTK_TYPE_TEXT_VIEW))));
  g_assert_null (find_button (page, "Record Publication"));
  g_assert_null (find_button (page, "Draft Words"));
  g_assert_nonnull (find_button (page, "Preview"));
}

static void
the_page_is_released (AppFixture *fixture, gconstpointer data)
{
  GObject *page =
    g_object_ref_sink (g_object_new (SGN_TYPE_POLICY_PAGE, "session", fixture->session, "saving",
                                     fixture->saving, "title", "x", NULL));

  g_assert_finalize_object (page);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*test) (AppFixture *, gconstpointer);
  } tests[] = {
    { "the-draft-words-are-there-to-begin-with", the_draft_words_are_there_to_begin_with },
    { "what-is-typed-is-saved-on-leaving", what_is_typed_is_saved_on_leaving },
    { "typing-goes-on-while-it-is-saved", typing_goes_on_while_it_is_saved },
    { "a-claim-is-not-saved-and-not-lost", a_claim_is_not_saved_and_not_lost },
    { "a-denied-promise-has-two-ways-out", a_denied_promise_has_two_ways_out },
    { "an-answer-takes-the-warning-away", an_answer_takes_the_warning_away },
    { "f8-goes-from-warning-to-warning", f8_goes_from_warning_to_warning },
    { "without-a-warning-f8-stays", without_a_warning_f8_stays },
    { "publication-wants-a-place-and-a-day", publication_wants_a_place_and_a_day },
    { "return-leads-through-the-publication", return_leads_through_the_publication },
    { "a-public-version-stays-as-it-is", a_public_version_stays_as_it_is },
    { "two-versions-are-compared-in-words", two_versions_are_compared_in_words },
    { "english-is-written-beside-it", english_is_written_beside_it },
    { "the-draft-words-come-back", the_draft_words_come_back },
    { "an-empty-part-is-told", an_empty_part_is_told },
    { "a-place-is-found-again", a_place_is_found_again },
    { "narrow-the-parts-are-a-choice", narrow_the_parts_are_a_choice },
    { "read-only-nothing-can-be-changed", read_only_nothing_can_be_changed },
    { "the-page-is-released", the_page_is_released },
  };

  gtk_test_init (&argc, &argv);
  adw_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/app/policy/", tests[i].name, NULL);

    g_test_add (path, AppFixture, NULL, app_fixture_set_up, tests[i].test, app_fixture_tear_down);
  }
  return g_test_run ();
}
