/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-hit-open.h"

#include "sgn-company-pages.h"

static gboolean
open_question (GtkWidget *widget, const SgnHit *hit)
{
  return hit->item != NULL && gtk_widget_activate_action (widget, "company.show-question", "(ss)",
                                                          hit->catalogue, hit->item);
}

static void
open_task (GtkWidget *widget, const SgnHit *hit)
{
  gint64 number = g_ascii_strtoll (hit->id, NULL, 10);

  gtk_widget_activate_action (widget, "company.show-task", "x", number);
}

static void
open_page (GtkWidget *widget, const char *page)
{
  gtk_widget_activate_action (widget, "company.show-page", "s", page);
}

void
sgn_hit_open (GtkWidget *widget, const SgnHit *hit)
{
  switch (hit->group) {
  case SGN_HIT_TASK:
    open_task (widget, hit);
    break;
  case SGN_HIT_POLICY:
    gtk_widget_activate_action (widget, "company.show-policy", "s", hit->id);
    break;
  case SGN_HIT_DECLARATION:
    open_page (widget, "declaration");
    break;
  case SGN_HIT_DOCUMENT:
    gtk_widget_activate_action (widget, "company.show-document", "s", hit->id);
    break;
  case SGN_HIT_COMPANY:
    open_page (widget, SGN_PAGE_SETTINGS);
    break;
  case SGN_HIT_EVIDENCE:
    /* Evidence of no question is listed in the sheet of evidence. */
    if (!open_question (widget, hit))
      gtk_widget_activate_action (widget, "company.show-document", "s", "evidence-list");
    break;
  case SGN_HIT_QUESTION:
  case SGN_HIT_NOTE:
  default:
    open_question (widget, hit);
  }
}
