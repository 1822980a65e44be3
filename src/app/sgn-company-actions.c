/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-author-dialog.h"
#include "sgn-back-up.h"
#include "sgn-checklist-page.h"
#include "sgn-company-pages.h"
#include "sgn-company-view-private.h"
#include "sgn-declaration-page.h"
#include "sgn-documents-page.h"
#include "sgn-history-page.h"
#include "sgn-policy-page.h"
#include "sgn-tasks-page.h"

static void
show_page_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);
  const char *page = g_variant_get_string (target, NULL);

  if (sgn_company_view_find_page (self, page) != NULL)
    sgn_company_view_show_page (self, page);
}

/* FALSE when there is no such guideline, or when it asks nothing. */
static gboolean
open_catalogue (SgnCompanyView *self, const char *key)
{
  GtkWidget *page = sgn_company_view_find_page (self, SGN_PAGE_CHECKLIST);
  SgnCatalogue *catalogue =
    sgn_library_find_catalogue_key (sgn_session_get_library (self->session), key);

  if (catalogue == NULL || !sgn_catalogue_asks (catalogue))
    return FALSE;
  sgn_page_flush (SGN_PAGE (page));
  sgn_checklist_set_catalogue (self->checklist, catalogue);
  return TRUE;
}

/* The question of an item, wherever it is asked. */
static void
show_item_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);
  GtkWidget *page = sgn_company_view_find_page (self, SGN_PAGE_CHECKLIST);

  sgn_company_view_leave (self);
  if (!sgn_checklist_page_show_item (SGN_CHECKLIST_PAGE (page),
                                     g_variant_get_string (target, NULL)))
    return;
  sgn_company_view_show_page (self, SGN_PAGE_CHECKLIST);
}

/* A question of this guideline and no other: several may use the same id. */
static void
show_question_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);
  GtkWidget *page = sgn_company_view_find_page (self, SGN_PAGE_CHECKLIST);
  const char *key;
  const char *item;

  g_variant_get (target, "(&s&s)", &key, &item);
  sgn_company_view_leave (self);
  if (open_catalogue (self, key) && sgn_checklist_page_show_item (SGN_CHECKLIST_PAGE (page), item))
    sgn_company_view_show_page (self, SGN_PAGE_CHECKLIST);
}

/* A guideline, where work is left in it. */
static void
show_guideline_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);

  sgn_company_view_leave (self);
  if (open_catalogue (self, g_variant_get_string (target, NULL)))
    sgn_company_view_show_page (self, SGN_PAGE_CHECKLIST);
}

/* A sheet, as it would be printed. */
static void
show_document_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);
  GtkWidget *page = sgn_company_view_find_page (self, SGN_PAGE_DOCUMENTS);

  sgn_company_view_leave (self);
  if (sgn_documents_page_show_document (SGN_DOCUMENTS_PAGE (page),
                                        g_variant_get_string (target, NULL)))
    sgn_company_view_show_page (self, SGN_PAGE_DOCUMENTS);
}

/* What is to be done next to declare. */
static void
show_declaration_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);
  GtkWidget *page = sgn_company_view_find_page (self, SGN_PAGE_DECLARATION);

  sgn_company_view_leave (self);
  sgn_declaration_page_show_next (SGN_DECLARATION_PAGE (page));
  sgn_company_view_show_page (self, SGN_PAGE_DECLARATION);
}

/* A task; 0 is the page. */
static void
show_task_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);
  GtkWidget *page = sgn_company_view_find_page (self, SGN_PAGE_TASKS);

  sgn_company_view_show_page (self, SGN_PAGE_TASKS);
  sgn_tasks_page_show_task (SGN_TASKS_PAGE (page), g_variant_get_int64 (target));
}

/* A part of the policy; empty: where one was. */
static void
show_policy_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);
  GtkWidget *page = sgn_company_view_find_page (self, SGN_PAGE_POLICY);

  sgn_company_view_leave (self);
  sgn_policy_page_show_version (SGN_POLICY_PAGE (page), 0);
  sgn_policy_page_show_part (SGN_POLICY_PAGE (page), g_variant_get_string (target, NULL));
  sgn_company_view_show_page (self, SGN_PAGE_POLICY);
}

/* A new task for a question. */
static void
add_task_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);
  GtkWidget *page = sgn_company_view_find_page (self, SGN_PAGE_TASKS);
  const char *key;
  const char *item;

  g_variant_get (target, "(&s&s)", &key, &item);
  sgn_company_view_show_page (self, SGN_PAGE_TASKS);
  sgn_tasks_page_add_task (SGN_TASKS_PAGE (page), key, item);
}

/* What was done, of one answer or of everything. */
static void
show_history_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);
  GtkWidget *page = sgn_company_view_find_page (self, SGN_PAGE_HISTORY);

  sgn_company_view_leave (self);
  sgn_history_page_show (SGN_HISTORY_PAGE (page), g_variant_get_string (target, NULL));
  sgn_company_view_show_page (self, SGN_PAGE_HISTORY);
}

static void
show_sidebar_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);

  sgn_shell_set_revealed (self->shell, TRUE);
  sgn_sidebar_focus_current (self->sidebar);
}

/* Whoever it is goes on where the work is. */
static void
author_asked_cb (SgnCompanyView *self)
{
  sgn_shell_set_revealed (self->shell, FALSE);
  sgn_page_opened (sgn_company_view_get_visible_page (self));
}

static void
choose_author_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog;

  if (!GTK_IS_WINDOW (root))
    return;
  dialog = sgn_author_dialog_new (GTK_WINDOW (root), self->session);
  g_signal_connect_object (dialog, "response", G_CALLBACK (author_asked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
back_up_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  sgn_company_view_flush (self);
  if (GTK_IS_WINDOW (root))
    sgn_back_up (GTK_WINDOW (root), self->session);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_company_view_go_back (SGN_COMPANY_VIEW (widget));
}

static void
forward_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_company_view_go_forward (SGN_COMPANY_VIEW (widget));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_company_view_show_page (SGN_COMPANY_VIEW (widget), SGN_PAGE_SEARCH);
}

static const struct {
  const char *name;
  const char *parameter; /* (nullable) */
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "company.show-page", "s", show_page_action },
  { "company.show-item", "s", show_item_action },
  { "company.show-question", "(ss)", show_question_action },
  { "company.show-guideline", "s", show_guideline_action },
  { "company.show-document", "s", show_document_action },
  { "company.show-declaration", NULL, show_declaration_action },
  { "company.show-policy", "s", show_policy_action },
  { "company.show-task", "x", show_task_action },
  { "company.add-task", "(ss)", add_task_action },
  { "company.show-history", "s", show_history_action },
  { "company.show-sidebar", NULL, show_sidebar_action },
  { "company.back-up", NULL, back_up_action },
  { "company.choose-author", NULL, choose_author_action },
  { "company.back", NULL, back_action },
  { "company.forward", NULL, forward_action },
  { "company.search", NULL, search_action },
};

void
sgn_company_actions_add_to_class (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}

void
sgn_company_actions_update (SgnCompanyView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "company.choose-author",
                                 !sgn_session_get_read_only (self->session));
  gtk_widget_action_set_enabled (widget, "company.back", sgn_trail_can_go_back (self->trail));
  gtk_widget_action_set_enabled (widget, "company.forward", sgn_trail_can_go_forward (self->trail));
}
