/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "app-support.h"
#include "sgn-action-line.h"
#include "sgn-answer-row.h"
#include "sgn-author-button.h"
#include "sgn-backup-choice.h"
#include "sgn-carried-box.h"
#include "sgn-carry-filters.h"
#include "sgn-carry-row.h"
#include "sgn-categories-page.h"
#include "sgn-checklist-page.h"
#include "sgn-company-view.h"
#include "sgn-compare-box.h"
#include "sgn-concern-list.h"
#include "sgn-criterion-row.h"
#include "sgn-damage-list.h"
#include "sgn-damaged-page.h"
#include "sgn-document-choice.h"
#include "sgn-document-row.h"
#include "sgn-documents-page.h"
#include "sgn-evidence-box.h"
#include "sgn-evidence-row.h"
#include "sgn-expert-mark.h"
#include "sgn-filter-bar.h"
#include "sgn-findings-box.h"
#include "sgn-guidelines-page.h"
#include "sgn-hit-row.h"
#include "sgn-home-page.h"
#include "sgn-item-list.h"
#include "sgn-item-row.h"
#include "sgn-level-switch.h"
#include "sgn-looks-box.h"
#include "sgn-mark-row.h"
#include "sgn-nav-row.h"
#include "sgn-note-editor.h"
#include "sgn-notice-bar.h"
#include "sgn-paper.h"
#include "sgn-previous-box.h"
#include "sgn-question-head.h"
#include "sgn-question-side.h"
#include "sgn-question-view.h"
#include "sgn-recipient-box.h"
#include "sgn-related-box.h"
#include "sgn-requirement-list.h"
#include "sgn-requirement-row.h"
#include "sgn-saved-line.h"
#include "sgn-seal-box.h"
#include "sgn-search-page.h"
#include "sgn-second-folder.h"
#include "sgn-section-head.h"
#include "sgn-sidebar.h"
#include "sgn-sites-box.h"
#include "sgn-star-view.h"
#include "sgn-start-page.h"
#include "sgn-state-bar.h"
#include "sgn-thumbnail.h"
#include "sgn-variant-choice.h"
#include "sgn-work-bar.h"

/* Types that can be made without anything to show. */
static GType (*const types[]) (void) = {
  sgn_filter_bar_get_type,       sgn_state_bar_get_type,       sgn_findings_box_get_type,
  sgn_question_side_get_type,    sgn_question_head_get_type,   sgn_action_line_get_type,
  sgn_author_button_get_type,    sgn_document_choice_get_type, sgn_paper_get_type,
  sgn_item_list_get_type,        sgn_nav_row_get_type,         sgn_note_editor_get_type,
  sgn_notice_bar_get_type,       sgn_previous_box_get_type,    sgn_question_view_get_type,
  sgn_saved_line_get_type,       sgn_sidebar_get_type,         sgn_start_page_get_type,
  sgn_company_view_get_type,     sgn_backup_choice_get_type,   sgn_compare_box_get_type,
  sgn_damage_list_get_type,      sgn_damaged_page_get_type,    sgn_sites_box_get_type,
  sgn_seal_box_get_type,         sgn_second_folder_get_type,   sgn_recipient_box_get_type,
  sgn_variant_choice_get_type,   sgn_work_bar_get_type,        sgn_criterion_row_get_type,
  sgn_expert_mark_get_type,      sgn_level_switch_get_type,    sgn_mark_row_get_type,
  sgn_requirement_list_get_type, sgn_requirement_row_get_type, sgn_section_head_get_type,
  sgn_carry_filters_get_type,    sgn_carry_list_get_type,      sgn_carry_row_get_type,
  sgn_concern_list_get_type,     sgn_related_box_get_type,     sgn_star_view_get_type,
  sgn_carried_box_get_type,      sgn_looks_box_get_type,       sgn_hit_row_get_type,
};

static void
finalizes (gconstpointer data)
{
  GType (*get_type) (void) = types[GPOINTER_TO_UINT (data)];
  GtkWidget *widget = g_object_ref_sink (g_object_new (get_type (), NULL));

  g_assert_finalize_object (G_OBJECT (widget));
}

static void
page_finalizes (GType type)
{
  g_autofree char *folder = app_support_make_folder ();
  g_autoptr (SgnSession) session = app_support_open_company (folder);
  g_autoptr (SgnSaving) saving = sgn_saving_new ();
  GObject *page = g_object_ref_sink (
    g_object_new (type, "session", session, "saving", saving, "title", "x", NULL));

  g_assert_finalize_object (page);
  app_support_close (session);
  app_support_remove_folder (folder);
}

static void
checklist_page_finalizes (void)
{
  page_finalizes (SGN_TYPE_CHECKLIST_PAGE);
}

static void
home_page_finalizes (void)
{
  page_finalizes (SGN_TYPE_HOME_PAGE);
}

static void
documents_page_finalizes (void)
{
  page_finalizes (SGN_TYPE_DOCUMENTS_PAGE);
}

static void
guidelines_page_finalizes (void)
{
  page_finalizes (SGN_TYPE_GUIDELINES_PAGE);
}

static void
search_page_finalizes (void)
{
  page_finalizes (SGN_TYPE_SEARCH_PAGE);
}

static void
categories_page_finalizes (void)
{
  page_finalizes (SGN_TYPE_CATEGORIES_PAGE);
}

static void
rows_finalize (void)
{
  g_autoptr (SgnLibrary) library = app_support_load_library ();
  SgnCatalogue *catalogue = sgn_library_find_catalogue (library, "ipa-self-check", NULL);
  const SgnItem *item = sgn_catalogue_find_item (catalogue, "SD-01");
  const SgnDocument *document = sgn_documents_find (library->documents, "self-check-result");

  for (guint i = 0; i < item->scale->values->len; i++)
    g_assert_finalize_object (
      g_object_ref_sink (sgn_answer_row_new (item, g_ptr_array_index (item->scale->values, i))));
  g_assert_finalize_object (g_object_ref_sink (sgn_document_row_new (document)));
}

static void
company_view_finalizes_with_a_company (void)
{
  g_autofree char *folder = app_support_make_folder ();
  g_autoptr (SgnSession) session = app_support_open_sample (folder);
  g_autoptr (SgnSaving) saving = sgn_saving_new ();

  g_assert_finalize_object (g_object_ref_sink (sgn_company_view_new (session, saving)));
  app_support_close (session);
  app_support_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    g_autofree char *path = g_strdup_printf ("/app/templates/%s", g_type_name (types[i]()));

    g_test_add_data_func (path, GUINT_TO_POINTER (i), finalizes);
  }
  g_test_add_func ("/app/templates/SgnChecklistPage", checklist_page_finalizes);
  g_test_add_func ("/app/templates/SgnHomePage", home_page_finalizes);
  g_test_add_func ("/app/templates/SgnDocumentsPage", documents_page_finalizes);
  g_test_add_func ("/app/templates/SgnGuidelinesPage", guidelines_page_finalizes);
  g_test_add_func ("/app/templates/SgnCategoriesPage", categories_page_finalizes);
  g_test_add_func ("/app/templates/SgnSearchPage", search_page_finalizes);
  g_test_add_func ("/app/templates/rows", rows_finalize);
  g_test_add_func ("/app/templates/open-company", company_view_finalizes_with_a_company);

  return g_test_run ();
}
