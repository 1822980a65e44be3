/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-library.h"
#include "sgn-record.h"

G_BEGIN_DECLS

/* The way to a declaration, as it is in 2026. */
typedef enum {
  SGN_DECLARE_ACCOUNT, /* a GBizID that can declare */
  SGN_DECLARE_SHEET,   /* what is asked for, at hand */
  SGN_DECLARE_DECLARE, /* done in the system of the scheme */
  SGN_DECLARE_NUMBER,  /* the ID is on record */
  SGN_DECLARE_LOGO,    /* the files that were received are kept */
  SGN_DECLARE_SHOWN,   /* where it can be seen */
} SgnDeclareStep;

#define SGN_N_DECLARE_STEPS 6

/**
 * SgnDeclareState:
 * @done: whether the step is done
 * @done_count: how far, where it is a count
 * @total: of how many; 0 where there is no such number
 */
typedef struct {
  gboolean done;
  guint done_count;
  guint total;
} SgnDeclareState;

void sgn_declare_steps_of (SgnLibrary *library,
                           const SgnRecord *record,
                           int star,
                           SgnDeclareState *states);
/* The first step that is not done; SGN_N_DECLARE_STEPS when all are. */
guint sgn_declare_steps_get_next (const SgnDeclareState *states);
/* The star to declare next; the one that is declared when that is all that is wanted. */
int sgn_declare_steps_get_star (const SgnRecord *record);
/* (nullable): the newest declaration of this star */
const SgnDeclaration *sgn_record_find_star (const SgnRecord *record, int star);

G_END_DECLS
