/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-finding.h"
#include "sgn-json.h"
#include "sgn-language.h"

G_BEGIN_DECLS

/* A place of work. */
typedef struct {
  gint64 id; /* 0 in a profile file; given by the company file */
  char *name;
  char *address;    /* (nullable) */
  gint64 employees; /* -1: not said */
} SgnSite;

/**
 * SgnProfile:
 *
 * The company, as its people typed it. Only @name is required; texts are NULL and numbers -1 where
 * nothing was said.
 */
typedef struct {
  char *name;
  char *name_kana;
  char *name_en;
  char *corporate_number;
  char *postal_code;
  char *address;
  char *address_en;
  char *representative;
  char *representative_kana;
  char *representative_en;
  char *representative_title;
  char *representative_title_en;
  char *contact;
  char *contact_kana;
  char *contact_department;
  char *email;
  char *phone;
  char *url;
  char *industry;
  char *purpose;
  char *gbizid; /* "none" "prime" "member" */
  gint64 employees;
  gint64 computers;
  gint64 capital_yen;
  GPtrArray *sites; /* of SgnSite */
} SgnProfile;

SgnProfile *sgn_profile_new (const char *name);
SgnProfile *sgn_profile_copy (const SgnProfile *self);
void sgn_profile_free (SgnProfile *self);
void sgn_site_free (SgnSite *self);

/* The shape of a profile file. Unknown keys and wrong kinds are errors naming the key. */
SgnProfile *sgn_profile_new_from_json (const json_t *json, GError **error);
json_t *sgn_profile_to_json (const SgnProfile *self);

/* The row of kind "company" (all fields but sites, and whether it is the sample); see sgn-record.h.
 */
json_t *sgn_profile_to_row (const SgnProfile *self, gboolean sample);
SgnProfile *sgn_profile_new_from_row (const json_t *row);

/* Checks of form (never blocking but for an empty name): corporate number, postal code, phone,
 * e-mail, URL. Adds to @findings. */
void sgn_profile_check (const SgnProfile *self, GPtrArray *findings);

/* The text of a field for a sheet in @language: the English one if there is one, else as typed.
 * (nullable) */
const char *sgn_profile_get_name (const SgnProfile *self, SgnLanguage language);
const char *sgn_profile_get_address (const SgnProfile *self, SgnLanguage language);
const char *sgn_profile_get_representative (const SgnProfile *self, SgnLanguage language);
const char *sgn_profile_get_representative_title (const SgnProfile *self, SgnLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnProfile, sgn_profile_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnSite, sgn_site_free)

G_END_DECLS
