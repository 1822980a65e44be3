/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-saving.h"
#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_PAGE (sgn_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SgnPage, sgn_page, SGN, PAGE, AdwBin)

/**
 * SgnPageClass:
 * @get_title_widget: (nullable): what stands in the middle of the header bar; without it the title
 * @get_end_widget: (nullable): what stands at the end of the header bar while there is room
 * @opened: (nullable): the page is shown; gives the focus to where the work is
 * @flush: (nullable): saves what was typed and not saved yet
 * @dup_place: (nullable): where on the page one is, in words of its own, as the question; a page
 *   without it is one place
 * @go_to_place: (nullable): goes back to such a place; what is not there any more is left out
 *
 * A page of the window. It gets what it works on, and knows nothing of who shows it. Properties:
 * session, saving (both construct-only), title, narrow. What it wants from the window it asks for
 * by action: win.toast (s), win.tell (ss).
 */
struct _SgnPageClass {
  AdwBinClass parent_class;

  GtkWidget *(*get_title_widget) (SgnPage *self);
  GtkWidget *(*get_end_widget) (SgnPage *self);
  void (*opened) (SgnPage *self);
  void (*flush) (SgnPage *self);
  char *(*dup_place) (SgnPage *self);
  void (*go_to_place) (SgnPage *self, const char *place);
};

SgnSession *sgn_page_get_session (SgnPage *self);
SgnSaving *sgn_page_get_saving (SgnPage *self);
const char *sgn_page_get_title (SgnPage *self);
gboolean sgn_page_get_narrow (SgnPage *self);
GtkWidget *sgn_page_get_title_widget (SgnPage *self); /* (nullable) */
GtkWidget *sgn_page_get_end_widget (SgnPage *self);   /* (nullable) */
gboolean sgn_page_take_news (SgnPage *self);
void sgn_page_opened (SgnPage *self);
void sgn_page_flush (SgnPage *self);
char *sgn_page_dup_place (SgnPage *self); /* (nullable) */
void sgn_page_go_to_place (SgnPage *self, const char *place);

G_END_DECLS
