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
 * @catalogues: of SgnCatalogue, by id, editions newest first
 * @mappings: of SgnMapping
 * @documents: the sheets and their texts
 * @policy: the template of the basic policy
 * @wording: the wording guard
 *
 * All the program's own data, loaded once. Immutable; atomically reference counted.
 */
typedef struct {
  GPtrArray *catalogues;
  GPtrArray *mappings;
  SgnDocuments *documents;
  SgnPolicyTemplate *policy;
  SgnWording *wording;
} SgnLibrary;

SgnLibrary *sgn_library_load (const char *data_dir, GError **error);
SgnLibrary *sgn_library_ref (SgnLibrary *self);
void sgn_library_unref (SgnLibrary *self);

/* (nullable): @edition NULL means the current one */
SgnCatalogue *sgn_library_find_catalogue (SgnLibrary *self, const char *id, const char *edition);
/* (nullable): "ID" or "ID@EDITION" */
SgnCatalogue *sgn_library_find_catalogue_key (SgnLibrary *self, const char *key);
/* (nullable): keys as "ipa-self-check@3.1" */
SgnMapping *sgn_library_find_mapping (SgnLibrary *self, const char *from, const char *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnLibrary, sgn_library_unref)

G_END_DECLS
