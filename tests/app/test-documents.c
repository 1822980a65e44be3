/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-checklist-page.h"
#include "sgn-company-view.h"
#include "sgn-document-choice.h"
#include "sgn-document-row.h"
#include "sgn-documents-page.h"
#include "sgn-findings-box.h"
#include "sgn-recipient-box.h"
#include "sgn-set-dialog.h"
#include "sgn-variant-choice.h"
#include "sgn-work-bar.h"

static gboolean
is_counted (gpointer page)
{
  return sgn_documents_page_is_ready (page) && sgn_documents_page_is_counted (page);
}

static gboolean
is_visible (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

/* The first of the finding's buttons, or NULL. */
static GtkWidget *
find_link (GtkWidget *widget)
{
  const char *action;

  if (GTK_IS_BUTTON (widget)) {
    action = gtk_actionable_get_action_name (GTK_ACTIONABLE (widget));
    return g_strcmp0 (action, "company.show-item") == 0 ? widget : NULL;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_link (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

typedef struct {
  const char *name;
  SgnProjectionRequest request;
  guint offered;
  const char *usual;    /* (nullable) */
  const char *answered; /* (nullable): an item */
} VariantCase;

static const VariantCase variant_cases[] = {
  { "a-poster-comes-on-two-papers-in-two-directions",
    { .document = "declaration-poster", .language = SGN_LANGUAGE_JA },
    4,
    "a4-horizontal" },
  { "an-english-poster-is-never-set-downwards",
    { .document = "declaration-poster", .language = SGN_LANGUAGE_EN },
    2,
    "a4-horizontal" },
  { "without-answers-there-is-nothing-to-fill-in", { .document = "answer-sheet" }, 1, "blank" },
  { "an-answer-sheet-is-blank-or-filled", { .document = "answer-sheet" }, 2, "blank", "SD-01" },
  { "a-result-has-no-variants", { .document = "self-check-result" }, 0, NULL },
};

static void
variants_are_offered (AppFixture *fixture, gconstpointer data)
{
  const VariantCase *variant = data;
  GtkWidget *choice = g_object_ref_sink (g_object_new (SGN_TYPE_VARIANT_CHOICE, NULL));
  GtkDropDown *drop_down;

  if (variant->answered != NULL)
    app_support_answer (fixture->session, variant->answered, "試験");
  sgn_variant_choice_show_sheet (SGN_VARIANT_CHOICE (choice), fixture->session, &variant->request);
  drop_down = GTK_DROP_DOWN (app_support_find (choice, GTK_TYPE_DROP_DOWN));

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (drop_down)), ==,
                    variant->offered);
  g_assert_cmpstr (sgn_variant_choice_get_variant (SGN_VARIANT_CHOICE (choice)), ==,
                   variant->usual);
  g_assert_true (gtk_widget_get_visible (choice) == (variant->offered > 1));
  g_assert_finalize_object (choice);
}

static void
each_kind_of_sheet_keeps_its_own_name (void)
{
  const SgnProjectionRequest own = { .document = "self-check-result" };
  const SgnProjectionRequest asked = { .document = "unknown-list" };
  const SgnProjectionRequest handed = { .document = "self-check-result",
                                        .audience = SGN_AUDIENCE_PARTNER };
  GtkWidget *widget = g_object_ref_sink (g_object_new (SGN_TYPE_RECIPIENT_BOX, NULL));
  SgnRecipientBox *box = SGN_RECIPIENT_BOX (widget);
  GtkEditable *entry = GTK_EDITABLE (app_support_find (widget, GTK_TYPE_ENTRY));

  sgn_recipient_box_show_sheet (box, &own);
  g_assert_false (gtk_widget_get_visible (widget));

  sgn_recipient_box_show_sheet (box, &handed);
  g_assert_true (gtk_widget_get_visible (widget));
  gtk_editable_set_text (entry, " 𠮷田商事 ");
  sgn_recipient_box_show_sheet (box, &asked);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");

  g_assert_cmpstr (sgn_recipient_box_get_recipient (box, &handed), ==, "𠮷田商事");
  g_assert_null (sgn_recipient_box_get_recipient (box, &asked));
  g_assert_null (sgn_recipient_box_get_recipient (box, &own));
  g_assert_finalize_object (widget);
}

static void
the_list_says_how_long_each_sheet_is (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *list;

  app_support_answer (fixture->session, "SD-01", "試験");
  page = app_fixture_show_page (fixture, SGN_TYPE_DOCUMENTS_PAGE);
  app_support_wait (is_counted, page);
  list = app_support_find (page, SGN_TYPE_DOCUMENT_CHOICE);

  g_assert_true (app_support_says (list, "2 pages · PDF, Excel"));
  g_assert_true (app_support_says (list, "1 page · PDF"));
}

static void
a_private_character_stops_the_issue_and_leads_to_its_note (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *view;
  GtkWidget *page;
  GtkWidget *link;
  SgnChecklist *checklist;

  app_support_answer (fixture->session, "SD-07", "担当は\uE123さん");
  view = sgn_company_view_new (fixture->session, fixture->saving);
  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  sgn_company_view_show_page (SGN_COMPANY_VIEW (view), "documents");
  page = sgn_company_view_find_page (SGN_COMPANY_VIEW (view), "documents");
  app_support_wait (is_counted, page);
  link = find_link (app_support_find (page, SGN_TYPE_FINDINGS_BOX));

  g_assert_true (app_support_says (page, "This sheet cannot be issued yet"));
  g_assert_true (app_support_says (page, "Something stops its issue"));
  g_assert_nonnull (link);
  g_signal_emit_by_name (link, "clicked");

  checklist = sgn_checklist_page_get_checklist (
    SGN_CHECKLIST_PAGE (sgn_company_view_find_page (SGN_COMPANY_VIEW (view), "checklist")));
  g_assert_cmpstr (sgn_company_view_get_page (SGN_COMPANY_VIEW (view)), ==, "checklist");
  g_assert_cmpstr (sgn_checklist_get_item (checklist, sgn_checklist_get_position (checklist))->id,
                   ==, "SD-07");
}

static void
nothing_to_bind_means_no_place_to_choose (AppFixture *fixture, gconstpointer data)
{
  const SgnProjectionRequest request = { .document = "audit-set" };
  GtkWidget *dialog = sgn_set_dialog_new (GTK_WINDOW (fixture->window), fixture->session, &request);

  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "choose"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
the_dialog_begins_with_what_the_page_shows (AppFixture *fixture, gconstpointer data)
{
  const SgnProjectionRequest request = { .document = "audit-set",
                                         .audience = SGN_AUDIENCE_PARTNER,
                                         .language = SGN_LANGUAGE_EN,
                                         .with_unmet = TRUE,
                                         .recipient = "𠮷田商事" };
  GtkWidget *dialog;
  SgnProjectionRequest chosen;

  app_support_answer (fixture->session, "SD-01", "試験");
  dialog = sgn_set_dialog_new (GTK_WINDOW (fixture->window), fixture->session, &request);
  chosen = sgn_set_dialog_get_request (SGN_SET_DIALOG (dialog));

  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "choose"));
  g_assert_cmpint (chosen.audience, ==, SGN_AUDIENCE_PARTNER);
  g_assert_cmpint (chosen.language, ==, SGN_LANGUAGE_EN);
  g_assert_true (chosen.with_unmet);
  g_assert_cmpstr (chosen.recipient, ==, "𠮷田商事");
  g_assert_false (sgn_set_dialog_get_as_files (SGN_SET_DIALOG (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
long_work_shows_itself_and_can_be_stopped (void)
{
  const SgnProgress progress = { SGN_PROGRESS_FILES, 3, 14, "Result", 0.25 };
  GtkWidget *widget = g_object_ref_sink (g_object_new (SGN_TYPE_WORK_BAR, NULL));
  SgnWorkBar *bar = SGN_WORK_BAR (widget);
  g_autoptr (GCancellable) cancellable = sgn_work_bar_begin (bar);
  GtkWidget *stop = app_support_find (widget, GTK_TYPE_BUTTON);

  g_assert_false (gtk_widget_get_visible (widget));
  app_support_wait (is_visible, widget);
  sgn_work_bar_show_progress (bar, &progress);
  g_assert_true (app_support_says (widget, "14"));

  g_signal_emit_by_name (stop, "clicked");
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  g_assert_false (gtk_widget_get_sensitive (stop));
  sgn_work_bar_show_progress (bar, &progress);
  g_assert_true (app_support_says (widget, "Stopping…"));

  sgn_work_bar_end (bar);
  g_assert_false (gtk_widget_get_visible (widget));
  g_assert_finalize_object (widget);
}

static void
work_that_is_soon_over_is_never_shown (void)
{
  GtkWidget *widget = g_object_ref_sink (g_object_new (SGN_TYPE_WORK_BAR, NULL));
  g_autoptr (GCancellable) cancellable = sgn_work_bar_begin (SGN_WORK_BAR (widget));

  sgn_work_bar_end (SGN_WORK_BAR (widget));

  g_assert_false (gtk_widget_get_visible (widget));
  g_assert_false (g_cancellable_is_cancelled (cancellable));
  g_assert_finalize_object (widget);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (variant_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/app/documents/%s", variant_cases[i].name);

    g_test_add (path, AppFixture, &variant_cases[i], app_fixture_set_up, variants_are_offered,
                app_fixture_tear_down);
  }
#define ADD(path, func)                                                           \
  g_test_add ("/app/documents/" path, AppFixture, NULL, app_fixture_set_up, func, \
              app_fixture_tear_down)
  ADD ("the-list-says-how-long-each-sheet-is", the_list_says_how_long_each_sheet_is);
  ADD ("a-private-character-stops-the-issue-and-leads-to-its-note",
       a_private_character_stops_the_issue_and_leads_to_its_note);
  ADD ("nothing-to-bind-means-no-place-to-choose", nothing_to_bind_means_no_place_to_choose);
  ADD ("the-dialog-begins-with-what-the-page-shows", the_dialog_begins_with_what_the_page_shows);
#undef ADD
  g_test_add_func ("/app/documents/each-kind-of-sheet-keeps-its-own-name",
                   each_kind_of_sheet_keeps_its_own_name);
  g_test_add_func ("/app/documents/long-work-shows-itself-and-can-be-stopped",
                   long_work_shows_itself_and_can_be_stopped);
  g_test_add_func ("/app/documents/work-that-is-soon-over-is-never-shown",
                   work_that_is_soon_over_is_never_shown);

  return g_test_run ();
}
