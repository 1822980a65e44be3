/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-account-box.h"
#include "sgn-data-sheet.h"
#include "sgn-declaration-page.h"
#include "sgn-declare-box.h"
#include "sgn-declare-steps.h"
#include "sgn-logo-box.h"
#include "sgn-shown-box.h"

static SgnDeclarationPage *
show_step (AppFixture *fixture, int star, guint step)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_DECLARATION_PAGE);

  gtk_window_present (GTK_WINDOW (fixture->window));
  sgn_declaration_page_show_step (SGN_DECLARATION_PAGE (page), star, step);
  return SGN_DECLARATION_PAGE (page);
}

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

static void
type (GtkWidget *widget, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (widget, title)), text);
}

static void
declare (AppFixture *fixture, int star, const char *number)
{
  const SgnDeclarationChange change = { .star = star, .number = number, .date = "2026-11-20" };
  AppEnding ending = { 0 };

  sgn_session_declare_async (fixture->session, &change, app_ending_cb, &ending);
  app_ending_wait (&ending);
}

static void
the_first_step_is_shown_first (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_DECLARATION_PAGE);

  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_cmpint (sgn_declaration_page_get_star (SGN_DECLARATION_PAGE (page)), ==, 1);
  g_assert_cmpuint (sgn_declaration_page_get_step (SGN_DECLARATION_PAGE (page)), ==,
                    SGN_DECLARE_ACCOUNT);
  g_assert_true (app_support_says (page, "1 of 11 filled in"));
  g_assert_true (app_support_says (page, "Prime or Member"));
}

static void
what_was_typed_is_saved_on_leaving (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (show_step (fixture, 1, SGN_DECLARE_SHEET));
  GtkWidget *sheet = app_support_find (page, SGN_TYPE_DATA_SHEET);

  type (sheet, "Name in kana", "シケンショウテン");
  type (sheet, "Employees", "１８");
  type (sheet, "Capital (yen)", "many");
  sgn_page_flush (SGN_PAGE (page));

  g_assert_cmpstr (get_record (fixture)->profile->name_kana, ==, "シケンショウテン");
  g_assert_cmpint (get_record (fixture)->profile->employees, ==, 18);
  g_assert_cmpint (get_record (fixture)->profile->capital_yen, ==, -1);
  g_assert_true (gtk_widget_has_css_class (find_row (sheet, "Capital (yen)"), "error"));
  g_assert_true (app_support_says (page, "3 of 11 filled in"));
}

static void
a_company_keeps_a_name (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (show_step (fixture, 1, SGN_DECLARE_SHEET));

  type (app_support_find (page, SGN_TYPE_DATA_SHEET), "Company name", "");
  sgn_page_flush (SGN_PAGE (page));

  g_assert_cmpstr (get_record (fixture)->profile->name, ==, "試験商店");
}

/* The entry of the ID is the only one that is no row. */
static GtkWidget *
type_number (GtkWidget *page, const char *number)
{
  GtkWidget *box = app_support_find (page, SGN_TYPE_DECLARE_BOX);
  GtkWidget *entry = app_support_find (box, GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), number);
  return entry;
}

static void
an_id_is_recorded (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (show_step (fixture, 1, SGN_DECLARE_NUMBER));
  GtkWidget *entry = type_number (page, "５０００ ０００１ ２３４");

  g_assert_true (app_support_says (page, "11 / 11 digits"));
  type (app_support_find (page, SGN_TYPE_DECLARE_BOX), "Day of the declaration (YYYY-MM-DD)",
        "2026-11-20");
  g_signal_emit_by_name (entry, "activate");

  g_assert_cmpuint (get_record (fixture)->declarations->len, ==, 1);
  g_assert_cmpstr (sgn_record_get_declaration (get_record (fixture))->number, ==, "50000001234");
  g_assert_true (app_support_says (page, "5000 0001 234"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static void
what_is_no_id_is_not_recorded (AppFixture *fixture, gconstpointer data)
{
  static const char *const typed[] = { "", "5000000123", "500000012345", "30000001234", "abc" };
  GtkWidget *page = GTK_WIDGET (show_step (fixture, 1, SGN_DECLARE_NUMBER));

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    g_signal_emit_by_name (type_number (page, typed[i]), "activate");
  type_number (page, "50000001234");
  type (app_support_find (page, SGN_TYPE_DECLARE_BOX), "Day of the declaration (YYYY-MM-DD)",
        "2026-02-30");
  g_signal_emit_by_name (type_number (page, "50000001235"), "activate");

  g_assert_cmpuint (get_record (fixture)->declarations->len, ==, 0);
}

static void
an_id_with_a_4_is_explained_and_not_refused (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *entry;

  declare (fixture, 1, "40412345678");
  page = GTK_WIDGET (show_step (fixture, 2, SGN_DECLARE_NUMBER));
  type_number (page, "40000000000");
  g_assert_true (app_support_says (page, "It begins with 4"));
  g_assert_true (app_support_says (page, "a new one that begins with 5"));
  entry = type_number (page, "40412345678");
  g_assert_true (app_support_says (page, "It is the ID that ★ was recorded with"));
  g_signal_emit_by_name (entry, "activate");

  g_assert_cmpuint (get_record (fixture)->declarations->len, ==, 2);
}

static void
a_place_is_noted_and_looked_at (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *box;
  GtkWidget *row;
  const SgnPlace *place;

  declare (fixture, 1, "50000001234");
  page = GTK_WIDGET (show_step (fixture, 1, SGN_DECLARE_SHOWN));
  box = app_support_find (page, SGN_TYPE_SHOWN_BOX);
  type (box, "Place, for example the web site or a business card", "受付 & 名刺");
  row = find_row (box, "What is shown there");
  g_signal_emit_by_name (row, "entry-activated");
  place = g_ptr_array_index (sgn_record_get_declaration (get_record (fixture))->places, 0);
  g_assert_cmpstr (place->place, ==, "受付 & 名刺");
  g_assert_true (app_support_says (page, "1 place noted"));

  row = find_row (box, "受付 &amp; 名刺");
  g_signal_emit_by_name (app_support_find (row, GTK_TYPE_BUTTON), "clicked");
  place = g_ptr_array_index (sgn_record_get_declaration (get_record (fixture))->places, 0);
  g_assert_nonnull (place->confirmed);
}

static void
a_claim_is_found_while_it_is_typed (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (show_step (fixture, 1, SGN_DECLARE_SHOWN));
  GtkWidget *box = app_support_find (page, SGN_TYPE_SHOWN_BOX);

  g_assert_true (app_support_says (box, "Record its self-declaration ID first"));
  type (box, "Check what you want to publish", "SECURITY ACTION 一つ星の認定を受けました");
  g_assert_false (app_support_says (box, "Nothing was found in this wording"));
  type (box, "Check what you want to publish", "SECURITY ACTION 一つ星を宣言しました");
  g_assert_true (app_support_says (box, "Nothing was found in this wording"));
}

static void
a_file_is_kept_with_the_declaration (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "logo.txt", NULL);
  GtkWidget *page;

  g_assert_true (g_file_set_contents (path, "logo", -1, NULL));
  declare (fixture, 1, "50000001234");
  page = GTK_WIDGET (show_step (fixture, 1, SGN_DECLARE_LOGO));
  sgn_logo_box_keep (SGN_LOGO_BOX (app_support_find (page, SGN_TYPE_LOGO_BOX)), path);

  g_assert_cmpuint (get_record (fixture)->evidence->len, ==, 1);
  g_assert_true (app_support_says (page, "1 file kept"));
  g_assert_true (app_support_says (page, "logo.txt"));
}

/* (nullable): the button that is shown with these words */
static GtkWidget *
find_button (GtkWidget *widget, const char *words)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), words) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_button (child, words);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
a_step_leads_to_the_next (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (show_step (fixture, 1, SGN_DECLARE_ACCOUNT));
  GtkWidget *focus;

  g_signal_emit_by_name (find_button (page, "Next: Fill in the data sheet"), "clicked");
  g_assert_cmpuint (sgn_declaration_page_get_step (SGN_DECLARATION_PAGE (page)), ==,
                    SGN_DECLARE_SHEET);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, find_row (page, "Name in kana")));

  sgn_declaration_page_show_step (SGN_DECLARATION_PAGE (page), 1, SGN_DECLARE_SHOWN);
  g_assert_null (find_button (page, "Next: Note where it is shown"));
  sgn_declaration_page_show_next (SGN_DECLARATION_PAGE (page));
  g_assert_cmpuint (sgn_declaration_page_get_step (SGN_DECLARATION_PAGE (page)), ==,
                    SGN_DECLARE_ACCOUNT);
}

static void
a_page_shown_again_is_made_anew_only_for_news (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (show_step (fixture, 1, SGN_DECLARE_DECLARE));
  gpointer row = find_row (page, "Read and answer the six rules");

  g_assert_nonnull (row);
  g_object_add_weak_pointer (row, &row);
  gtk_widget_set_visible (page, FALSE);
  gtk_widget_set_visible (page, TRUE);
  g_assert_nonnull (row);

  gtk_widget_set_visible (page, FALSE);
  declare (fixture, 1, "50000001234");
  g_assert_nonnull (row);
  gtk_widget_set_visible (page, TRUE);
  g_assert_null (row);
  g_assert_true (app_support_says (page, "5000 0001 234"));
}

static void
the_page_is_released (AppFixture *fixture, gconstpointer data)
{
  GObject *page =
    g_object_ref_sink (g_object_new (SGN_TYPE_DECLARATION_PAGE, "session", fixture->session,
                                     "saving", fixture->saving, "title", "x", NULL));

  g_assert_finalize_object (page);
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *name;
    void (*func) (AppFixture *, gconstpointer);
  } tests[] = {
    { "the-first-step-is-shown-first", the_first_step_is_shown_first },
    { "what-was-typed-is-saved-on-leaving", what_was_typed_is_saved_on_leaving },
    { "a-company-keeps-a-name", a_company_keeps_a_name },
    { "an-id-is-recorded", an_id_is_recorded },
    { "what-is-no-id-is-not-recorded", what_is_no_id_is_not_recorded },
    { "an-id-with-a-4-is-explained-and-not-refused", an_id_with_a_4_is_explained_and_not_refused },
    { "a-place-is-noted-and-looked-at", a_place_is_noted_and_looked_at },
    { "a-claim-is-found-while-it-is-typed", a_claim_is_found_while_it_is_typed },
    { "a-file-is-kept-with-the-declaration", a_file_is_kept_with_the_declaration },
    { "a-step-leads-to-the-next", a_step_leads_to_the_next },
    { "a-page-shown-again-is-made-anew-only-for-news",
      a_page_shown_again_is_made_anew_only_for_news },
    { "the-page-is-released", the_page_is_released },
  };

  gtk_test_init (&argc, &argv);
  adw_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/app/declaration/", tests[i].name, NULL);

    g_test_add (path, AppFixture, NULL, app_fixture_set_up, tests[i].func, app_fixture_tear_down);
  }
  return g_test_run ();
}
