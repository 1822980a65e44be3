/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-help-book.h"

G_BEGIN_DECLS

/**
 * SgnHelpPage:
 * @id: what links call it
 * @title: (nullable): in plain words
 * @desc: (nullable): one line on what it is about
 * @is_first: whether it comes before others where it belongs
 * @guides: of char*: "PAGE#SECTION", where it belongs
 * @others: of char*: pages to read as well
 * @parts: of SgnHelpPart
 *
 * One page as it was read.
 */
typedef struct {
  char *id;
  char *title;
  char *desc;
  gboolean is_first;
  GPtrArray *guides;
  GPtrArray *others;
  GPtrArray *parts;
} SgnHelpPage;

/* @titles: (nullable): id → title of a page, for links that have no words of their own */
SgnHelpPage *sgn_help_page_parse (const char *text, GHashTable *titles, GError **error);
void sgn_help_page_free (SgnHelpPage *self);
/* @place: (nullable) */
SgnHelpPart *sgn_help_part_new (SgnHelpKind kind, const char *markup, const char *place);
void sgn_help_part_free (SgnHelpPart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnHelpPage, sgn_help_page_free)

G_END_DECLS
