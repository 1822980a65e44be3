/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "sgn-language.h"

G_BEGIN_DECLS

/* The page from which all others are reached. */
#define SGN_HELP_INDEX "index"

/* How a part of a page of the help is shown. */
typedef enum {
  SGN_HELP_TITLE,
  SGN_HELP_HEADING,
  SGN_HELP_TEXT,
  SGN_HELP_NOTE,
  SGN_HELP_ITEM, /* with its number or dot in front */
  SGN_HELP_CODE,
  SGN_HELP_ROW,  /* of a table: its cells are parted by tabs */
  SGN_HELP_LINK, /* to a page that belongs here */
} SgnHelpKind;

/**
 * SgnHelpPart:
 * @kind: how it is shown
 * @markup: its words, in the toolkit's markup; links lead to places, "PAGE" or "PAGE#SECTION"
 * @place: (nullable): of a heading, the place that it begins
 */
typedef struct {
  SgnHelpKind kind;
  char *markup;
  char *place;
} SgnHelpPart;

/* All pages of the help in one language, read from their Mallard files. Immutable. */
typedef struct _SgnHelpBook SgnHelpBook;

/* SGN_ERROR_UNREADABLE when there are no pages in @folder, or when one cannot be read. */
SgnHelpBook *sgn_help_book_load (const char *folder, GError **error);
void sgn_help_book_free (SgnHelpBook *self);
/* (nullable): the title of a page */
const char *sgn_help_book_get_title (const SgnHelpBook *self, const char *page);
/* (nullable) (transfer full) (element-type SgnHelpPart): NULL when there is no such page */
GPtrArray *sgn_help_book_read (const SgnHelpBook *self, const char *page);

/* The folder with the pages in @language; owned by the caller. */
char *sgn_help_dup_folder (SgnLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnHelpBook, sgn_help_book_free)

G_END_DECLS
