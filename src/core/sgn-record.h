/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-catalogue.h"
#include "sgn-profile.h"

G_BEGIN_DECLS

/* The kinds of state rows. The words stand in files and never change; new ones are appended.
 * Ids: company "1"; answer "ASSESSMENT/ITEM"; evidence-link "EVIDENCE/KIND/ID", as
 * "3/answer/1/SD-01"; task-link "TASK/KIND/ID"; policy its version; issue its document number;
 * setting its name; catalogue "ID@EDITION"; the others a number. A place is where a declaration is
 * shown, a catalogue one of the company's own guidelines. */
#define SGN_KIND_COMPANY "company"
#define SGN_KIND_PERSON "person"
#define SGN_KIND_SITE "site"
#define SGN_KIND_ASSESSMENT "assessment"
#define SGN_KIND_ANSWER "answer"
#define SGN_KIND_EVIDENCE "evidence"
#define SGN_KIND_EVIDENCE_LINK "evidence-link"
#define SGN_KIND_DECLARATION "declaration"
#define SGN_KIND_PLACE "place"
#define SGN_KIND_POLICY "policy"
#define SGN_KIND_ISSUE "issue"
#define SGN_KIND_TASK "task"
#define SGN_KIND_TASK_LINK "task-link"
#define SGN_KIND_SETTING "setting"
#define SGN_KIND_CATALOGUE "catalogue"

/* A person of the company, never the login of the computer; one whose data was erased has an empty
 * name. Row: name, kana, department, role, name_en, department_en, role_en, left_on. */
typedef struct {
  gint64 id;
  char *name;
  char *kana;
  char *department;
  char *role;
  char *name_en;
  char *department_en;
  char *role_en;
  char *left_on; /* (nullable): date; who has left is not offered any more */
} SgnPerson;

/* How far an expert was asked about an answer. This is the company's own note and never a result.
 * The words stand in files and never change; new ones are appended. */
#define SGN_EXPERT_ASKED "asked"
#define SGN_EXPERT_SEEN "seen" /* has looked at it */

/* A text with a twin ending in _en (here and below) is used on English sheets when there is one,
 * else the text as typed. Row: assessment, item, value, note, statement, statement_en, person, at,
 * next_review, reviewed_by, reviewed_on, expert, expert_name, expert_on, carried_from. */
typedef struct {
  gint64 assessment;
  char *item;
  char *value;        /* (nullable): a key of the item's scale; NULL: only a note so far */
  char *note;         /* (nullable): internal; the reason when value is not-applicable */
  char *statement;    /* (nullable): the sentence meant for outsiders */
  char *statement_en; /* (nullable) */
  gint64 person;      /* 0: nobody named */
  char *at;           /* time of the answer */
  char *next_review;  /* (nullable): date */
  gint64 reviewed_by; /* 0: nobody */
  char *reviewed_on;  /* (nullable): date */
  char *expert;       /* (nullable): how far an expert was asked, see SGN_EXPERT_ASKED */
  char *expert_name;  /* (nullable): name and qualification, as typed */
  char *expert_on;    /* (nullable): date */
  char *carried_from; /* (nullable): "KIND/ID" of the entry whose value was carried over to this
                       * one, as "answer/1/SD-01", until somebody says that it is so */
} SgnAnswer;

/* Row: catalogue, edition, site, scope, scope_en, period_start, period_end, person, reviewed_by,
 * state, opened_at, closed_at, previous, parent, level. */
typedef struct {
  gint64 id;
  char *catalogue;
  char *edition;
  gint64 site;        /* 0: the whole company */
  char *scope;        /* (nullable): in words, as 本社・工場 */
  char *scope_en;     /* (nullable) */
  char *period_start; /* (nullable) */
  char *period_end;   /* (nullable) */
  gint64 person;      /* who answered; 0: nobody named */
  gint64 reviewed_by; /* 0: nobody */
  gboolean closed;
  char *opened_at;
  char *closed_at;     /* (nullable) */
  gint64 previous;     /* the one it continues, as last year's; 0: none */
  gint64 parent;       /* of a site: the company's one it belongs to; 0: none */
  char *level;         /* (nullable): the level aimed at, as "★3"; NULL: the lowest one */
  GHashTable *answers; /* item id → SgnAnswer */
} SgnAssessment;

/* Row: sha256, size, title, title_en, file_name, media_type, dated, added_at, person, retired,
 * expires, replaces, location_removed. */
typedef struct {
  gint64 id;
  char *sha256;
  gint64 size;
  char *title;
  char *title_en; /* (nullable) */
  char *file_name;
  char *media_type;
  char *dated; /* (nullable): its own date */
  char *added_at;
  gint64 person;
  gboolean retired;
  char *expires;             /* (nullable): the last day it proves anything */
  gint64 replaces;           /* the older version of the same; 0: none */
  gboolean location_removed; /* position data was taken out before it was kept */
  GPtrArray *links;          /* of char* "KIND/ID", e.g. "answer/1/SD-01" */
} SgnEvidence;

/* Row: declaration, place, place_en, how, how_en, since, confirmed. */
typedef struct {
  gint64 id;
  char *place;
  char *place_en;  /* (nullable) */
  char *how;       /* (nullable) */
  char *how_en;    /* (nullable) */
  char *since;     /* (nullable): date */
  char *confirmed; /* (nullable): date */
} SgnPlace;

/* Row: star, number, date, account, edition, review, note. */
typedef struct {
  gint64 id;
  int star;     /* 1, 2 */
  char *number; /* 11 digits */
  char *date;
  char *account;     /* (nullable): "prime" "member" */
  char *edition;     /* edition of ipa-rules it speaks of */
  char *review;      /* (nullable): the month we chose to look again, as a date */
  char *note;        /* (nullable) */
  GPtrArray *places; /* of SgnPlace */
} SgnDeclaration;

/* Row: established, revised, contact, contact_en, published_place, published_on, parts, parts_en
 * (both canonical JSON texts {part id: text}). */
typedef struct {
  gint64 version;
  char *established;     /* (nullable): date */
  char *revised;         /* (nullable): date */
  char *contact;         /* (nullable): the policy's own public contact */
  char *contact_en;      /* (nullable) */
  char *published_place; /* (nullable) */
  char *published_on;    /* (nullable): date */
  GHashTable *parts;     /* part id → text */
  GHashTable *parts_en;  /* part id → text; empty when there is no English version */
} SgnPolicy;

/* Row: document, audience, language, options, issued_at, record_hash, person, recipient. */
typedef struct {
  char *number;
  char *document;
  char *audience;
  char *language;
  char *options; /* "" or "with-unmet" */
  char *issued_at;
  char *record_hash;
  gint64 person;   /* who issued it; 0: nobody named */
  char *recipient; /* (nullable): who it was given to */
} SgnIssue;

/* The states of a task. The words stand in files and never change; new ones are appended. */
#define SGN_TASK_TODO "todo"
#define SGN_TASK_DOING "doing"
#define SGN_TASK_DONE "done"
#define SGN_TASK_DECLINED "declined" /* proposed, and decided against */

/* Something to be done. Row: title, title_en, note, owner, due, state, added_at, person, done_on.
 */
typedef struct {
  gint64 id;
  char *title;
  char *title_en; /* (nullable) */
  char *note;     /* (nullable) */
  gint64 owner;   /* 0: nobody yet */
  char *due;      /* (nullable): date */
  char *state;
  char *added_at;
  gint64 person;    /* who added it; 0: nobody named */
  char *done_on;    /* (nullable): date */
  GPtrArray *links; /* of char* "KIND/ID", e.g. "answer/1/SD-01" */
} SgnTask;

/**
 * SgnRecord:
 * @head: hash of the newest event that is not the issue of a document
 * @head_at: its time
 * @seq: number of the newest event
 * @can_undo, @can_redo: whether there is something to undo or redo
 *
 * A whole company file without its blobs: plain data, read at one moment. Built by the store on its
 * thread, immutable afterwards; atomically reference counted.
 */
typedef struct {
  SgnProfile *profile;
  gboolean sample;
  GPtrArray *persons;      /* of SgnPerson */
  GPtrArray *assessments;  /* of SgnAssessment, oldest first */
  GPtrArray *evidence;     /* of SgnEvidence */
  GPtrArray *declarations; /* of SgnDeclaration, oldest first */
  GPtrArray *policies;     /* of SgnPolicy, oldest first */
  GPtrArray *issues;       /* of SgnIssue */
  GPtrArray *tasks;        /* of SgnTask */
  GHashTable *settings;    /* name → value */
  GHashTable *catalogues;  /* "ID@EDITION" → SgnCatalogue: the company's own guidelines */
  char *head;
  char *head_at;
  gint64 seq;
  gboolean can_undo;
  gboolean can_redo;
} SgnRecord;

SgnRecord *sgn_record_new (void);
SgnRecord *sgn_record_ref (SgnRecord *self);
void sgn_record_unref (SgnRecord *self);

/* Adds one state row (owners before what belongs to them: the order of the kinds above). An answer
 * of an assessment that is not there, or a row without a required value, is SGN_ERROR_DAMAGED. */
gboolean sgn_record_add_row (SgnRecord *self,
                             const char *kind,
                             const char *id,
                             const json_t *row,
                             GError **error);

/* A record after an act: what did not change is shared with the one before. @lists: set of the
 * lists, by kind, to be filled again; @answers: id → row, JSON null when taken away. */
const char *sgn_record_get_list (const char *kind);
SgnRecord *sgn_record_renew (const SgnRecord *before, GHashTable *lists);
gboolean sgn_record_change_answers (SgnRecord *self, GHashTable *answers, GError **error);

const SgnPerson *sgn_record_find_person (const SgnRecord *self, gint64 id); /* (nullable) */
const SgnPerson *sgn_record_find_person_named (const SgnRecord *self,
                                               const char *name);             /* (nullable) */
SgnAssessment *sgn_record_find_assessment (const SgnRecord *self, gint64 id); /* (nullable) */
/* (nullable): the newest open assessment of @catalogue (any edition) of the whole company; those of
 * sites are found by sgn-record-years.h */
SgnAssessment *sgn_record_find_open (const SgnRecord *self, const char *catalogue);
/* (nullable): the newest one, open or closed */
SgnAssessment *sgn_record_find_newest (const SgnRecord *self, const char *catalogue);
/* (nullable): the one a sheet speaks of: the newest open one that has an answer, else the newest
 * closed one that has */
SgnAssessment *sgn_record_find_answered (const SgnRecord *self, const char *catalogue);
/* (nullable): what @assessment is compared with: the one it continues, else the newest before it,
 * of the same catalogue and site, closed and with an answer */
SgnAssessment *sgn_record_find_previous (const SgnRecord *self, const SgnAssessment *assessment);
const SgnAnswer *sgn_assessment_find_answer (const SgnAssessment *self,
                                             const char *item); /* (nullable) */
gboolean sgn_assessment_has_answer (const SgnAssessment *self);
/* "answer/ASSESSMENT/ITEM", as links refer to an answer, which may still be missing; owned by the
 * caller. */
char *sgn_answer_make_reference (gint64 assessment, const char *item);
/* How many pieces of evidence (not retired) hang on an answer. */
guint sgn_record_count_evidence (const SgnRecord *self, gint64 assessment, const char *item);
const SgnEvidence *sgn_record_find_evidence (const SgnRecord *self, gint64 id); /* (nullable) */
const SgnTask *sgn_record_find_task (const SgnRecord *self, gint64 id);         /* (nullable) */
/* The English one where there is one and English is asked for. */
const char *sgn_task_get_title (const SgnTask *self, SgnLanguage language);
const char *sgn_evidence_get_title (const SgnEvidence *self, SgnLanguage language);
const SgnPolicy *sgn_record_get_policy (const SgnRecord *self); /* (nullable): the newest version */
/* (nullable): the newest declaration, by date then order */
const SgnDeclaration *sgn_record_get_declaration (const SgnRecord *self);

/* Rows for writing: what the store puts into its tables and events. */
json_t *sgn_person_to_row (const SgnPerson *person);
json_t *sgn_site_to_row (const SgnSite *site);
json_t *sgn_assessment_to_row (const SgnAssessment *assessment);
json_t *sgn_answer_to_row (const SgnAnswer *answer);
json_t *sgn_evidence_to_row (const SgnEvidence *evidence);
/* Row of kind evidence-link: evidence, kind, ref; @reference is "KIND/ID". */
json_t *sgn_evidence_link_to_row (gint64 evidence, const char *reference);
json_t *sgn_declaration_to_row (const SgnDeclaration *declaration);
json_t *sgn_place_to_row (const SgnPlace *place, gint64 declaration);
json_t *sgn_policy_to_row (const SgnPolicy *policy);
json_t *sgn_issue_to_row (const SgnIssue *issue);
json_t *sgn_task_to_row (const SgnTask *task);
/* Row of kind task-link: task, kind, ref; @reference is "KIND/ID". */
json_t *sgn_task_link_to_row (gint64 task, const char *reference);
/* Row of kind setting: value. */
json_t *sgn_setting_to_row (const char *value);
/* Row of kind catalogue: text. */
json_t *sgn_catalogue_to_row (const SgnCatalogue *catalogue);

void sgn_person_free (SgnPerson *self);
void sgn_answer_free (SgnAnswer *self);
void sgn_assessment_free (SgnAssessment *self);
void sgn_evidence_free (SgnEvidence *self);
void sgn_place_free (SgnPlace *self);
void sgn_declaration_free (SgnDeclaration *self);
void sgn_policy_free (SgnPolicy *self);
void sgn_issue_free (SgnIssue *self);
void sgn_task_free (SgnTask *self);
SgnAssessment *sgn_assessment_copy (const SgnAssessment *self); /* without its answers */
SgnAnswer *sgn_answer_copy (const SgnAnswer *self);
SgnPolicy *sgn_policy_copy (const SgnPolicy *self);
SgnEvidence *sgn_evidence_copy (const SgnEvidence *self); /* without its links */
SgnTask *sgn_task_copy (const SgnTask *self);             /* without its links */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnRecord, sgn_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnPerson, sgn_person_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnAnswer, sgn_answer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnAssessment, sgn_assessment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnEvidence, sgn_evidence_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnPlace, sgn_place_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnDeclaration, sgn_declaration_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnPolicy, sgn_policy_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnIssue, sgn_issue_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnTask, sgn_task_free)

G_END_DECLS
