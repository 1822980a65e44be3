/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-document-choice.h"
#include "sgn-documents-page.h"
#include "sgn-paper.h"
#include "sgn-projection-request.h"
#include "sgn-work-bar.h"

G_BEGIN_DECLS

struct _SgnDocumentsPage {
  SgnPage parent_instance;

  SgnDocumentChoice *choice;
  SgnPaper *paper;
  GtkMenuButton *more_button;
  GtkWidget *open_button;
  GtkWidget *print_button;
  SgnWorkBar *work_bar;
  GtkWidget *set_button; /* (nullable): in the header bar, whose it is */

  const SgnDocument *document;      /* (nullable): whose formats can be chosen */
  const SgnDocument *being_counted; /* (nullable) */
  GCancellable *looking;            /* (nullable): stops the preview that is being made */
  gboolean asking;                  /* a preview is being made */
  gboolean ask_again;               /* and is out of date already */
  gboolean shows_paper;             /* when narrow: the paper and not the choice */
  gboolean issuable;                /* the chosen sheet can be issued */
  gboolean busy;                    /* sheets are being written */
};

/* (transfer full): the chosen sheet in the chosen variant; NULL when there is none */
SgnProjectionRequest *sgn_documents_page_dup_request (SgnDocumentsPage *self);
/* (transfer full): all sheets, for whom and in which language the page stands at */
SgnProjectionRequest *sgn_documents_page_dup_set_request (SgnDocumentsPage *self);
/* Whether an act of this page is under way: it goes before what is only looked at. */
void sgn_documents_page_set_busy (SgnDocumentsPage *self, gboolean busy);

/* The acts. */
void sgn_documents_page_save (SgnDocumentsPage *self, const char *format);
void sgn_documents_page_print (SgnDocumentsPage *self);
void sgn_documents_page_write_set (SgnDocumentsPage *self);
void sgn_documents_page_set_form (SgnDocumentsPage *self);

G_END_DECLS
