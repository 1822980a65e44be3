/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-record.h"

G_BEGIN_DECLS

/* What years and sites have to do with each other. */

const SgnSite *sgn_record_find_site (const SgnRecord *self, gint64 id); /* (nullable) */
const SgnSite *sgn_record_find_site_named (const SgnRecord *self,
                                           const char *name); /* (nullable) */

/* (nullable): the newest open assessment of @catalogue (any edition) of @site; 0 is the company */
SgnAssessment *sgn_record_find_open_of (const SgnRecord *self, const char *catalogue, gint64 site);
/* The sites' assessments that belong to @assessment, by number; owns none of them. */
GPtrArray *sgn_record_list_parts (const SgnRecord *self, const SgnAssessment *assessment);
/* (nullable): the one of @site among them */
SgnAssessment *
sgn_record_find_part (const SgnRecord *self, const SgnAssessment *assessment, gint64 site);
/* Whether anything is answered, by the company itself or by all its sites. */
gboolean sgn_record_has_answer (const SgnRecord *self, const SgnAssessment *assessment);
/* (nullable): what @assessment continues: the one it names, else the one it is compared with */
SgnAssessment *sgn_record_find_continued (const SgnRecord *self, const SgnAssessment *assessment);
/* (nullable): the newest assessment that says it continues @assessment */
SgnAssessment *sgn_record_find_next (const SgnRecord *self, const SgnAssessment *assessment);
/* (nullable): the day @assessment speaks of: that of its end, else of its newest answer. Owned by
 * the caller. */
char *sgn_assessment_dup_date (const SgnAssessment *assessment);

G_END_DECLS
