/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-catalogue.h"
#include "sgn-mapping.h"

G_BEGIN_DECLS

/**
 * SgnShelf:
 *
 * The files of guidelines and of how they relate: known by their names from the beginning, each
 * read when it is first needed, then kept. Safe to use from several threads at once.
 */
typedef struct SgnShelf SgnShelf;

/* Looks only at the names of the files. */
SgnShelf *sgn_shelf_new (const char *data_dir, GError **error);
/* What @base holds, which has to live longer, and @catalogues (of SgnCatalogue) beside it; one with
 * the id of another in @base is left out, with a warning. */
SgnShelf *sgn_shelf_new_extended (SgnShelf *base, GPtrArray *catalogues);
void sgn_shelf_free (SgnShelf *self);

/* Of the guidelines, sorted, each once. */
const char *const *sgn_shelf_get_ids (const SgnShelf *self);
/* How many catalogues were read until now. */
guint sgn_shelf_count_read (SgnShelf *self);
/* Everything, and what only the whole can show: one current edition each, references that lead
 * somewhere. */
gboolean sgn_shelf_check (SgnShelf *self, GError **error);
/* (transfer full) (nullable): the editions of @id, or with NULL all catalogues, by id, the newest
 * edition first; NULL when one cannot be read */
GPtrArray *sgn_shelf_list (SgnShelf *self, const char *id, GError **error);

/* @edition NULL means the current one. FALSE when a file cannot be read; TRUE and NULL when there
 * is no such thing. */
gboolean sgn_shelf_find (SgnShelf *self,
                         const char *id,
                         const char *edition,
                         SgnCatalogue **catalogue,
                         GError **error);
/* Reads the edition of @id that is called the highest; what is wrong with it is said to whoever
 * asks for it. */
void sgn_shelf_read_ahead (SgnShelf *self, const char *id);
gboolean sgn_shelf_find_mapping (SgnShelf *self,
                                 const char *from,
                                 const char *to,
                                 SgnMapping **mapping,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnShelf, sgn_shelf_free)

G_END_DECLS
