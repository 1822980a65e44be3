/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The names of pages that others open. They stand in actions and tests, and are never shown. */
#define SGN_PAGE_HOME "home"
#define SGN_PAGE_CATEGORIES "categories"
#define SGN_PAGE_CHECKLIST "checklist"
#define SGN_PAGE_CARRY_OVER "carry-over"
#define SGN_PAGE_DECLARATION "declaration"
#define SGN_PAGE_DOCUMENTS "documents"
#define SGN_PAGE_HISTORY "history"
#define SGN_PAGE_POLICY "policy"
#define SGN_PAGE_RESULTS "results"
#define SGN_PAGE_REVIEW "review"
#define SGN_PAGE_SEARCH "search"
#define SGN_PAGE_SETTINGS "settings"
#define SGN_PAGE_TASKS "tasks"

/**
 * SgnCompanyPage:
 * @name: what actions call it
 * @title: what people call it, to be translated with the context "page"
 * @icon_name: (nullable): its icon in the sidebar; %NULL: it stands in no sidebar and is opened
 *   from elsewhere
 * @get_type: its type, an SgnPage
 * @topic: the page of the help about it
 *
 * A page of an open company.
 */
typedef struct {
  const char *name;
  const char *title;
  const char *icon_name;
  GType (*get_type) (void);
  const char *topic;
} SgnCompanyPage;

/* In the order of the sidebar; those without a place in it come last. */
const SgnCompanyPage *sgn_company_pages_get (guint *n_pages);
/* The page of the help about the page @name; the index for one that has none. */
const char *sgn_company_pages_get_topic (const char *name);

G_END_DECLS
