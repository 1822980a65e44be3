/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-checklist.h"
#include "sgn-company-view.h"
#include "sgn-page.h"
#include "sgn-shell.h"
#include "sgn-sidebar.h"
#include "sgn-trail.h"

G_BEGIN_DECLS

/* The frame of an open company. What it does when asked is in sgn-company-actions.c, its keys are
 * in sgn-company-keys.c. */
struct _SgnCompanyView {
  AdwBin parent_instance;

  SgnShell *shell;
  SgnSidebar *sidebar;
  AdwHeaderBar *header;
  GtkStack *titles;
  GtkStack *ends;
  GtkStack *pages;
  GtkWidget *sidebar_button;
  GtkWidget *notice_bar;

  SgnSession *session;
  SgnSaving *saving;
  SgnChecklist *checklist; /* what the sidebar and the checklist page show */
  SgnTrail *trail;
  guint beginning; /* source that begins what can wait; 0: none */
};

/* Before something of the page that is shown changes on the way to another place, and after it. */
void sgn_company_view_leave (SgnCompanyView *self);
void sgn_company_view_arrive (SgnCompanyView *self);
void sgn_company_view_go_back (SgnCompanyView *self);
void sgn_company_view_go_forward (SgnCompanyView *self);
/* (nullable) */
SgnPage *sgn_company_view_get_visible_page (SgnCompanyView *self);

void sgn_company_actions_add_to_class (GtkWidgetClass *widget_class);
void sgn_company_actions_update (SgnCompanyView *self);
void sgn_company_keys_add (SgnCompanyView *self);

G_END_DECLS
