/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-checklist.h"

G_BEGIN_DECLS

/* What is left out of the list, by state. */
typedef enum {
  SGN_FILTER_ALL,
  SGN_FILTER_NONE,
  SGN_FILTER_PARTIAL,
  SGN_FILTER_NOT_DONE,
  SGN_FILTER_UNKNOWN,
} SgnFilter;
#define SGN_N_FILTERS 5

/* What is left out of the list, by how far an expert was asked. */
typedef enum {
  SGN_LOOK_ANY,
  SGN_LOOK_SEEN,
  SGN_LOOK_ASKED,
  SGN_LOOK_NOT_YET,
} SgnLook;
#define SGN_N_LOOKS 4

/* (nullable): the key of a record, as SGN_EXPERT_SEEN */
SgnLook sgn_look_from_key (const char *expert);
const char *sgn_look_get_words (SgnLook look); /* “Seen” “Asked” “Not yet” */
/* Of the answer that counts. */
SgnLook sgn_check_filter_get_look (SgnChecklist *checklist, guint index);

gboolean
sgn_check_filter_passes (SgnChecklist *checklist, guint index, SgnFilter filter, SgnLook look);
/* How many of those on the page pass: the number that stands beside the filter's word. */
guint sgn_check_filter_count (SgnChecklist *checklist, SgnFilter filter);

G_END_DECLS
