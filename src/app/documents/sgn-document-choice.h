/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_DOCUMENT_CHOICE (sgn_document_choice_get_type ())
G_DECLARE_FINAL_TYPE (SgnDocumentChoice, sgn_document_choice, SGN, DOCUMENT_CHOICE, GtkBox)

/* For whom, in which language, which sheet. Signals: changed (another choice, or another record);
 * opened (somebody wants to see the paper). */
void sgn_document_choice_watch (SgnDocumentChoice *self, SgnSession *session);
const SgnDocument *sgn_document_choice_get_document (SgnDocumentChoice *self);
SgnProjectionRequest sgn_document_choice_get_request (SgnDocumentChoice *self,
                                                      const SgnDocument *document);
/* (nullable): why the chosen sheet cannot be made yet */
const char *sgn_document_choice_get_obstacle (SgnDocumentChoice *self);
/* (nullable): whose number of pages is not known */
const SgnDocument *sgn_document_choice_find_uncounted (SgnDocumentChoice *self);
void sgn_document_choice_show_pages (SgnDocumentChoice *self,
                                     const SgnDocument *document,
                                     SgnPages *pages);
/* Whether there is such a document; then it is chosen. */
gboolean sgn_document_choice_choose (SgnDocumentChoice *self, const char *document);
void sgn_document_choice_focus (SgnDocumentChoice *self);

G_END_DECLS
