/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-company-pages.h"

#include <glib/gi18n-lib.h>

#include "sgn-carry-page.h"
#include "sgn-categories-page.h"
#include "sgn-checklist-page.h"
#include "sgn-declaration-page.h"
#include "sgn-documents-page.h"
#include "sgn-guidelines-page.h"
#include "sgn-help-book.h"
#include "sgn-history-page.h"
#include "sgn-home-page.h"
#include "sgn-policy-page.h"
#include "sgn-restore-page.h"
#include "sgn-results-page.h"
#include "sgn-review-page.h"
#include "sgn-search-page.h"
#include "sgn-settings-page.h"
#include "sgn-subsidies-page.h"
#include "sgn-tasks-page.h"

/* A new page is one more line. */
static const SgnCompanyPage pages[] = {
  { SGN_PAGE_HOME, NC_ ("page", "Home"), "user-home-symbolic", sgn_home_page_get_type, "home" },
  { SGN_PAGE_CHECKLIST, NC_ ("page", "Checklist"), "checkbox-checked-symbolic",
    sgn_checklist_page_get_type, "answer" },
  { SGN_PAGE_RESULTS, NC_ ("page", "Results"), "power-profile-performance-symbolic",
    sgn_results_page_get_type, "results" },
  { SGN_PAGE_DECLARATION, NC_ ("page", "Declaration"), "emblem-documents-symbolic",
    sgn_declaration_page_get_type, "declare" },
  { SGN_PAGE_TASKS, NC_ ("page", "Action Plan"), "task-due-symbolic", sgn_tasks_page_get_type,
    "tasks" },
  { SGN_PAGE_DOCUMENTS, NC_ ("page", "Documents"), "printer-symbolic", sgn_documents_page_get_type,
    "print-sheet" },
  { SGN_PAGE_HISTORY, NC_ ("page", "History"), "document-open-recent-symbolic",
    sgn_history_page_get_type, "undo-history" },
  { SGN_PAGE_REVIEW, NC_ ("page", "Review"), "edit-find-symbolic", sgn_review_page_get_type,
    "review" },
  { SGN_PAGE_POLICY, NC_ ("page", "Edit the Basic Policy"), NULL, sgn_policy_page_get_type,
    "policy" },
  { "guidelines", NC_ ("page", "Choose a Guideline"), NULL, sgn_guidelines_page_get_type,
    "guidelines" },
  { SGN_PAGE_CATEGORIES, NC_ ("page", "Category by Category"), NULL, sgn_categories_page_get_type,
    "requirements" },
  { "subsidies", NC_ ("page", "Subsidies and Dates"), NULL, sgn_subsidies_page_get_type,
    "subsidies" },
  { "restore", NC_ ("page", "Go Back to a Backup"), NULL, sgn_restore_page_get_type,
    "restore-backup" },
  { SGN_PAGE_CARRY_OVER, NC_ ("page", "Proposed Answers"), NULL, sgn_carry_page_get_type,
    "carry-over" },
  { SGN_PAGE_SEARCH, NC_ ("page", "Search"), NULL, sgn_search_page_get_type, "search" },
  { SGN_PAGE_SETTINGS, NC_ ("page", "Settings"), NULL, sgn_settings_page_get_type, "settings" },
};

/**
 * sgn_company_pages_get:
 * @n_pages: (out): how many there are
 *
 * Returns: the pages of an open company
 */
const SgnCompanyPage *
sgn_company_pages_get (guint *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}

const char *
sgn_company_pages_get_topic (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name) && pages[i].topic != NULL)
      return pages[i].topic;
  return SGN_HELP_INDEX;
}
