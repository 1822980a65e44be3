/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session-private.h"

G_BEGIN_DECLS

/* A request's words, copied. */
SgnAnswerChange *sgn_answer_change_copy (const SgnAnswerChange *change);
void sgn_answer_change_free (SgnAnswerChange *change);

/**
 * SgnTarget:
 * @catalogue: the edition that is answered
 * @assessment: (nullable): the open assessment; %NULL when one must be opened first
 * @site: id of the site it is of; 0 is the whole company
 *
 * Where an answer goes, found from the words of a request before anything is written.
 */
typedef struct {
  SgnCatalogue *catalogue;
  SgnAssessment *assessment;
  gint64 site;
} SgnTarget;

/* (nullable): the guideline called @key, "ID" or "ID@EDITION" */
SgnCatalogue *sgn_target_find_catalogue (SgnLibrary *library, const char *key, GError **error);
/* Whether @key (nullable) is "ID@EDITION". */
gboolean sgn_target_names_edition (const char *key);
/* (nullable): the edition of @assessment; SGN_ERROR_TOO_NEW when only a later version has it */
SgnCatalogue *
sgn_target_find_edition (SgnLibrary *library, const SgnAssessment *assessment, GError **error);
/* FALSE with SGN_ERROR_USAGE when the company has no site called @name; NULL is the company. */
gboolean sgn_target_find_site (SgnDesk *desk, const char *name, gint64 *site, GError **error);
/* What @change names, by its catalogue, assessment, item and site. An edition named there wins;
 * else the newest open assessment of the company or of the site, whatever its edition; else the
 * current edition. SGN_ERROR_TOO_NEW when the assessment is of an edition that is not here. */
gboolean
sgn_target_find (SgnDesk *desk, const SgnAnswerChange *change, SgnTarget *target, GError **error);
/* The same for what may hang on a closed assessment too: an open one goes before; else the newest
 * closed one. */
gboolean sgn_target_find_any (SgnDesk *desk,
                              const SgnAnswerChange *change,
                              SgnTarget *target,
                              GError **error);
/* (nullable): the question called @name, by id or official number */
const SgnItem *
sgn_target_find_item (const SgnCatalogue *catalogue, const char *name, GError **error);
gboolean sgn_target_check_value (const SgnItem *item, const char *value, GError **error);

/* Whether @assessment (nullable) is there and open; @id is what it was called. */
gboolean sgn_target_check_open (const SgnAssessment *assessment, gint64 id, GError **error);
/* The error of a request that names an assessment which is not there. */
void sgn_target_set_unknown (gint64 assessment, GError **error);

/* @value becomes that of @answer: it is no longer carried over, and when it is another than before
 * nobody has looked at it. NULL leaves all as it is, "" takes the value away. */
void sgn_answer_take_value (SgnAnswer *answer, const char *value);
/* Inside an act: one answer of @assessment, with an event only when something changes. */
gboolean sgn_desk_put_answer (SgnDesk *desk,
                              const SgnAssessment *assessment,
                              const SgnItem *item,
                              const SgnAnswerChange *change,
                              gint64 person,
                              const char *at,
                              GError **error);

G_END_DECLS
