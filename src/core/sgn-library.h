/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-catalogue.h"
#include "sgn-document.h"
#include "sgn-mapping.h"
#include "sgn-policy.h"
#include "sgn-wording.h"

G_BEGIN_DECLS

/**
 * SgnLibrary:
 * @base: (nullable): the library that this one extends by a company's own guidelines
 * @shelf: guidelines and how they relate, each read when it is first needed
 * @documents: the sheets and their texts
 * @policy: the template of the basic policy
 * @wording: the wording guard
 * @ahead: (nullable): the thread that reads guidelines before they are asked for
 *
 * All the program's own data. What it holds never changes; atomically reference counted, and safe
 * to use from several threads at once.
 */
typedef struct SgnLibrary SgnLibrary;
struct SgnLibrary {
  SgnLibrary *base;
  struct SgnShelf *shelf;
  SgnDocuments *documents;
  SgnPolicyTemplate *policy;
  SgnWording *wording;
  GThread *ahead;
};

SgnLibrary *sgn_library_load (const char *data_dir, GError **error);
/* Begins to read what every company's road needs, while the caller does something else. */
void sgn_library_read_ahead (SgnLibrary *self);
/* What @base holds, and a company's own guidelines (of SgnCatalogue) beside it. */
SgnLibrary *sgn_library_extend (SgnLibrary *base, GPtrArray *catalogues);
/* Whether @catalogue is one of a company's own, and not one of the program's. */
gboolean sgn_library_is_own (SgnLibrary *self, const char *catalogue);
SgnLibrary *sgn_library_ref (SgnLibrary *self);
void sgn_library_unref (SgnLibrary *self);

/* The ids of all guidelines, sorted; reads none of them. */
const char *const *sgn_library_get_catalogue_ids (SgnLibrary *self);
/* How many catalogues were read until now. */
guint sgn_library_count_read (SgnLibrary *self);
/* (nullable): the editions of @id, or with NULL all catalogues, by id, editions newest first; NULL
 * when one cannot be read */
GPtrArray *sgn_library_list_catalogues (SgnLibrary *self, const char *id, GError **error);
/* Reads everything, and follows each reference from file to file. */
gboolean sgn_library_check (SgnLibrary *self, GError **error);

/* (nullable): @edition NULL means the current one */
SgnCatalogue *sgn_library_find_catalogue (SgnLibrary *self, const char *id, const char *edition);
/* (nullable): "ID" or "ID@EDITION" */
SgnCatalogue *sgn_library_find_catalogue_key (SgnLibrary *self, const char *key);
/* The same, saying what is wrong when there is none or when its file is damaged. */
SgnCatalogue *sgn_library_get_catalogue (SgnLibrary *self, const char *key, GError **error);
/* (nullable): the current guideline that has an item with this id or number */
SgnCatalogue *sgn_library_find_catalogue_of_item (SgnLibrary *self, const char *item);
/* (nullable): keys as "ipa-self-check@3.1" */
SgnMapping *sgn_library_find_mapping (SgnLibrary *self, const char *from, const char *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnLibrary, sgn_library_unref)

G_END_DECLS
