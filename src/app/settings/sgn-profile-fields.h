/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-profile.h"

G_BEGIN_DECLS

/* The parts that the details of a company stand in. */
typedef enum {
  SGN_PROFILE_COMPANY,
  SGN_PROFILE_CONTACT,
  SGN_PROFILE_SIZE,
} SgnProfilePart;

#define SGN_N_PROFILE_PARTS 3

/**
 * SgnProfileField:
 * @name: as in findings, after "company."
 * @offset: where it stands in an SgnProfile
 * @title: what people call it, to be translated
 * @part: the part it is shown in
 * @is_number: a whole number; else a text
 * @purpose: what is typed, for input methods
 *
 * One detail of a company that is typed.
 */
typedef struct {
  const char *name;
  gsize offset;
  const char *title;
  SgnProfilePart part;
  gboolean is_number;
  GtkInputPurpose purpose;
} SgnProfileField;

const SgnProfileField *sgn_profile_fields_get (guint *n_fields);
/* As it is shown; empty when nothing was said. Owned by the caller. */
char *sgn_profile_field_dup_text (const SgnProfileField *self, const SgnProfile *profile);
/* FALSE, with a sentence, for what is no number. Digits may be full-width. */
gboolean sgn_profile_field_set_text (const SgnProfileField *self,
                                     SgnProfile *profile,
                                     const char *typed,
                                     GError **error);
/* (nullable): what seems wrong with it; owned by the caller */
char *sgn_profile_field_dup_finding (const SgnProfileField *self, const SgnProfile *profile);

/* A whole number as typed, empty for none (-1). */
gboolean sgn_number_read (const char *typed, gint64 *number, GError **error);

G_END_DECLS
