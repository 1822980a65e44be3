/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-last-answer.h"
#include "sgn-projection.h"
#include "sgn-score.h"

G_BEGIN_DECLS

#define SGN_SELF_CHECK "ipa-self-check"
#define SGN_RULES "ipa-rules"
#define SGN_MANAGEMENT "meti-management"
#define SGN_SCS "scs"

/**
 * SgnProjection:
 * @library: the catalogues and fixed texts
 * @record: the record of the company
 * @request: what is asked for
 * @json: what is shown, built up key by key; nothing is ever copied whole and cut down
 *
 * One projection in the making. On the stack; owns nothing.
 */
typedef struct {
  SgnLibrary *library;
  const SgnRecord *record;
  const SgnProjectionRequest *request;
  json_t *json;
} SgnProjection;

/**
 * SgnSelfCheck:
 * @combined: what the sites say, when it gathers them; its answers are those of @assessment
 * @score: the score of @assessment
 * @last: (nullable): the one it is held against; only what has answers can be compared item by item
 * @whole: every item is shown; otherwise only measures with a sentence meant for outsiders
 * @level: (nullable): only items of this level and those below are spoken of
 *
 * The assessment that a sheet speaks of, and the one it is held against.
 */
typedef struct {
  const SgnAssessment *assessment;
  SgnCatalogue *catalogue;
  const SgnCombined *combined;
  SgnScore *score;
  const SgnLast *last;
  gboolean whole;
  const char *level;
} SgnSelfCheck;

/* One item with what was answered to it. */
typedef struct {
  const SgnItem *item;
  const SgnAnswer *answer;    /* (nullable) */
  const SgnScaleValue *value; /* (nullable): of the answer */
  SgnMark mark;
} SgnItemLine;

/* What was answered to the counterpart of an item in the assessment before. */
typedef struct {
  gboolean has_counterpart;
  SgnMark mark;
  int points;
} SgnPreviousAnswer;

/* Whether it can be asked for up to a level. */
gboolean sgn_projection_takes_level (const char *document);
gboolean sgn_projection_is_internal (const SgnProjection *self);
/* (nullable): the English twin on an English sheet if there is one, else as typed */
const char *sgn_projection_pick (const SgnProjection *self, const char *typed, const char *english);
void sgn_projection_set_text (const SgnProjection *self,
                              json_t *object,
                              const char *key,
                              const SgnText *text);

/* (nullable): the assessment asked for, else the newest of @catalogue that has an answer */
const SgnAssessment *sgn_projection_find_assessment (const SgnProjection *self,
                                                     const char *catalogue);
gboolean sgn_projection_check_assessment (const SgnProjection *self,
                                          const char *catalogue,
                                          const char *no_such,
                                          const char *no_answer,
                                          GError **error);
/* (nullable): what an assessment speaks of: in its own words, else the name of its site */
const char *sgn_projection_get_scope (const SgnProjection *self, const SgnAssessment *assessment);
json_t *sgn_projection_person_to_json (const SgnProjection *self, const SgnPerson *person);

/* The keys "catalogue", "assessment", "values", "answers" of sheets that speak of one assessment.
 */
void sgn_projection_add_catalogue (SgnProjection *self, const SgnCatalogue *catalogue);
void sgn_projection_add_assessment (SgnProjection *self, const SgnSelfCheck *check);
/* An entry of "editions", on sheets that speak of several catalogues. */
void sgn_projection_append_edition (const SgnProjection *self,
                                    json_t *editions,
                                    const SgnCatalogue *catalogue);
/* An entry of "editions" of the plan and the calendar, unless it is there; @catalogue: (nullable)
 */
void sgn_projection_add_plan_edition (json_t *editions, const SgnCatalogue *catalogue);
void sgn_projection_add_values (SgnProjection *self, const SgnCatalogue *catalogue);
void sgn_projection_add_answers (SgnProjection *self, const SgnSelfCheck *check);

SgnItemLine sgn_self_check_look_at (const SgnSelfCheck *check, const SgnItem *item);
/* (nullable): the sentence meant for outsiders */
const char *sgn_projection_get_statement (const SgnProjection *self, const SgnItemLine *line);
/* "mark" and "word" of an answer; the word is null when there is none. */
void sgn_projection_set_state (const SgnProjection *self, json_t *json, const SgnItemLine *line);
/* Whether it is a question that goes on paper: what is not held against the official text stays on
 * the screen. */
gboolean sgn_projection_prints_item (const SgnItem *item);
/* Whether the audience may see the item at all. */
gboolean sgn_projection_shows (const SgnProjection *self,
                               const SgnSelfCheck *check,
                               const SgnItemLine *line);
/* (transfer container) (element-type SgnEvidence): what proves the answer */
GPtrArray *sgn_projection_find_evidence (const SgnProjection *self,
                                         const SgnSelfCheck *check,
                                         const SgnItemLine *line);
/* (transfer full): the titles of what proves the answer. It hangs on the assessment the answer
 * comes from, which may be a site's. */
json_t *sgn_projection_list_evidence (const SgnProjection *self,
                                      const SgnSelfCheck *check,
                                      const SgnItemLine *line);
/* Whose answer it is, where the sites say different things: "site" and how many. */
void sgn_projection_set_site (const SgnProjection *self,
                              const SgnSelfCheck *check,
                              const SgnItemLine *line,
                              json_t *json);
/* What only the company sees of any answer: the note, what proves it, and whose it is. */
void sgn_projection_set_internal (const SgnProjection *self,
                                  const SgnSelfCheck *check,
                                  const SgnItemLine *line,
                                  json_t *json);

SgnPreviousAnswer sgn_self_check_find_previous (const SgnSelfCheck *self, const SgnItem *item);

/* The keys "items", "unmet", "done_or_partial", "evidence_total", "changes", "answers". */
void sgn_projection_add_items (SgnProjection *self, const SgnSelfCheck *check);

/* Each sheet: whether it can be made now (SGN_ERROR_NOT_YET, SGN_ERROR_USAGE), and its keys. */
gboolean sgn_projection_check_self_check (const SgnProjection *self, GError **error);
void sgn_projection_add_self_check (SgnProjection *self);
gboolean sgn_projection_check_policy (const SgnProjection *self, GError **error);
void sgn_projection_add_policy (SgnProjection *self);
gboolean sgn_projection_check_declaration (const SgnProjection *self, GError **error);
void sgn_projection_add_declaration (SgnProjection *self);
gboolean sgn_projection_check_history (const SgnProjection *self, GError **error);
void sgn_projection_add_history (SgnProjection *self);
gboolean sgn_projection_check_poster (const SgnProjection *self, GError **error);
void sgn_projection_add_poster (SgnProjection *self);
gboolean sgn_projection_check_set (const SgnProjection *self, GError **error);
void sgn_projection_add_set (SgnProjection *self);
gboolean sgn_projection_check_evidence (const SgnProjection *self, GError **error);
void sgn_projection_add_evidence (SgnProjection *self);
gboolean sgn_projection_check_rules (const SgnProjection *self, GError **error);
void sgn_projection_add_rules (SgnProjection *self);
gboolean sgn_projection_check_preparation (const SgnProjection *self, GError **error);
void sgn_projection_add_preparation (SgnProjection *self);
gboolean sgn_projection_check_unknown (const SgnProjection *self, GError **error);
void sgn_projection_add_unknown (SgnProjection *self);
gboolean sgn_projection_check_answer_sheet (const SgnProjection *self, GError **error);
void sgn_projection_add_answer_sheet (SgnProjection *self);
gboolean sgn_projection_check_comparison (const SgnProjection *self, GError **error);
void sgn_projection_add_comparison (SgnProjection *self);
gboolean sgn_projection_check_action_plan (const SgnProjection *self, GError **error);
void sgn_projection_add_action_plan (SgnProjection *self);
gboolean sgn_projection_check_calendar (const SgnProjection *self, GError **error);
void sgn_projection_add_calendar (SgnProjection *self);
/* Of the calendar: the rows of what guidelines ask for again and again, as far as it is answered
 * that it is done. */
json_t *sgn_projection_list_duties (const SgnProjection *self, json_t *editions);
/* What stands before the numbers of a guideline: D for the self-check; "" for the others */
const char *sgn_projection_get_sign (const SgnProjection *self, const char *catalogue);
/* The day @months after @date; the last of a shorter month. Owned by the caller. */
char *sgn_projection_dup_later (const char *date, int months);
gboolean sgn_projection_check_management (const SgnProjection *self, GError **error);
void sgn_projection_add_management (SgnProjection *self);
gboolean sgn_projection_check_scs (const SgnProjection *self, GError **error);
void sgn_projection_add_scs (SgnProjection *self);
void sgn_projection_add_scs_draft (SgnProjection *self);
gboolean sgn_projection_check_scs_documents (const SgnProjection *self, GError **error);
void sgn_projection_add_scs_documents (SgnProjection *self);

G_END_DECLS
