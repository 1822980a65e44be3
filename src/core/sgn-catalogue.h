/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-json.h"
#include "sgn-language.h"

G_BEGIN_DECLS

/**
 * SgnMark:
 *
 * The state of an item, or of a task, as window and paper draw it: one shape and one word each.
 */
typedef enum {
  SGN_MARK_NONE, /* not answered */
  SGN_MARK_DONE,
  SGN_MARK_PARTIAL,
  SGN_MARK_NOT_DONE,
  SGN_MARK_UNKNOWN,
  SGN_MARK_NOT_APPLICABLE,
  /* Of tasks: no answer has them, and no catalogue. */
  SGN_MARK_TODO,
  SGN_MARK_DOING,
  SGN_MARK_COMPLETE,
  SGN_MARK_OVERDUE,
} SgnMark;

/* How many there are of answers, and of all. */
#define SGN_N_MARKS 6
#define SGN_N_ALL_MARKS 10

const char *
sgn_mark_to_key (SgnMark mark); /* "none" "done" "partial" "not-done" "unknown" "not-applicable" */
/* Of answers only. */
gboolean sgn_mark_from_key (const char *key, SgnMark *mark);

/* One value of a scale: the key that is stored, what it is worth, how it is said. */
typedef struct {
  char *key;
  SgnMark mark;
  int points;
  SgnText label;
  SgnText short_label;
  SgnText means;
} SgnScaleValue;

typedef struct {
  char *id;
  char *kind;        /* "points" "met" "maturity" "read" */
  GPtrArray *values; /* of SgnScaleValue */
} SgnScale;

typedef struct {
  char *id;
  SgnText number;
  SgnText title;
  SgnText short_title; /* both NULL when the title is short enough */
} SgnSection;

/* A layer between sections and items: a requirement with its criteria, a direction with its lines.
 */
typedef struct {
  char *id;
  char *number;
  const SgnSection *section;
  char *level; /* (nullable) */
  SgnText title;
  SgnText short_title; /* both NULL when the title is short enough */
  SgnText text;        /* what it asks, in our words; both NULL when nothing is said */
  SgnText plain;       /* one sentence for the owner; both NULL when nothing is said */
} SgnGroup;

/* One of our own axes for radar and bars. */
typedef struct {
  char *id;
  SgnText title;
  char **label_ja; /* one or two lines */
  char **label_en;
} SgnArea;

/* A range of totals with its reading (own words). */
typedef struct {
  char *key;
  int min;
  int max;
  SgnText reading;
  SgnText next;
} SgnBand;

typedef struct {
  char *scheme; /* "ipa-rules@4.0" */
  char *item;
} SgnReference;

/**
 * SgnConfidence:
 * @SGN_CONFIDENCE_CONFIRMED: held against the official edition
 * @SGN_CONFIDENCE_INHERITED: taken over from an older edition, not yet held against the new one
 * @SGN_CONFIDENCE_UNVERIFIED: shown with that mark and not printed
 * @SGN_CONFIDENCE_REPORTED: known from one source only; shown and printed with the remark that it
 * is to be checked against the official text
 */
typedef enum {
  SGN_CONFIDENCE_CONFIRMED,
  SGN_CONFIDENCE_INHERITED,
  SGN_CONFIDENCE_UNVERIFIED,
  SGN_CONFIDENCE_REPORTED,
} SgnConfidence;

typedef struct {
  char *id;
  char *number;
  const SgnSection *section;
  const SgnGroup *group; /* (nullable) */
  const SgnArea *area;   /* (nullable) */
  char *level;           /* (nullable) */
  const SgnScale *scale; /* (nullable): reference items have none */
  SgnText short_title;
  SgnText title;
  SgnText question; /* both NULL for reference items */
  SgnText why;
  SgnText good;
  SgnText action;
  GPtrArray *evidence; /* of SgnText */
  GPtrArray *actions;  /* of SgnText */
  GPtrArray *figures;  /* of SgnText: the numbers that it sets, such as a number of days */
  SgnText caution;     /* what is unclear or easily misread; both NULL when nothing is */
  char *cadence;       /* (nullable): how often the answer is looked at again */
  char **duties;       /* (nullable): rhythms of what the item itself asks for again and again */
  GPtrArray *refs;     /* of SgnReference */
  char *basis;         /* "official-number" "own" */
  SgnConfidence confidence;
} SgnItem;

/**
 * SgnCatalogue:
 *
 * One edition of one guideline, as loaded from its file. Immutable; atomically reference counted.
 */
typedef struct {
  char *id;
  char *edition;
  char *published; /* YYYY-MM-DD */
  char *status;    /* "current" "superseded" "draft" */
  SgnText title;
  SgnText short_title;
  SgnText edition_label;
  SgnText edition_note;
  SgnText inherited_note; /* both NULL when nothing is inherited */
  SgnText owner;
  SgnText source_title;
  char *source_url; /* (nullable): a customer's sheet has none */
  char *source_checked;
  GPtrArray *levels;   /* of char*: ids, lowest first */
  GPtrArray *scales;   /* of SgnScale */
  GPtrArray *sections; /* of SgnSection */
  GPtrArray *groups;   /* of SgnGroup */
  GPtrArray *areas;    /* of SgnArea */
  GPtrArray *bands;    /* of SgnBand, highest first */
  GPtrArray *items;    /* of SgnItem */
  char *scoring;       /* "points" "count" "none" */
  int max;             /* of the whole, when scoring is points */
  char *wording;       /* whose sentences these are: "own" "official" "customer" */
  GBytes *text;        /* as stored: JSON; see sgn_catalogue_to_json() */
} SgnCatalogue;

SgnCatalogue *sgn_catalogue_new_from_bytes (GBytes *bytes, const char *name, GError **error);
SgnCatalogue *sgn_catalogue_new_from_file (const char *path, GError **error);
/* Everything that is wrong, not only the first thing; no faults when it is a catalogue. NULL with
 * SGN_ERROR_UNREADABLE when it is not JSON at all. */
GPtrArray *sgn_catalogue_find_faults (GBytes *bytes, const char *name, GError **error);
SgnCatalogue *sgn_catalogue_ref (SgnCatalogue *self);
void sgn_catalogue_unref (SgnCatalogue *self);
json_t *sgn_catalogue_to_json (const SgnCatalogue *self);
/* Whether it is what a customer asks: questions only, and in the customer's words. */
gboolean sgn_catalogue_is_of_customer (const SgnCatalogue *self);

/* "ipa-self-check@4.0"; owned by the caller */
char *sgn_catalogue_dup_key (const SgnCatalogue *self);
/* (nullable): by id ("SD-01") or official number ("1") */
const SgnItem *sgn_catalogue_find_item (const SgnCatalogue *self, const char *id_or_number);
/* The words for when something is to be done again, in the order they are shown in. */
const char *const *sgn_catalogue_get_rhythms (void);
/* Whether it has questions; others are for reference. */
gboolean sgn_catalogue_asks (const SgnCatalogue *self);
/* The same, with the sentence for people when it has none. */
gboolean sgn_catalogue_check_asks (const SgnCatalogue *self, GError **error);
/* (nullable) */
const SgnScaleValue *sgn_item_find_value (const SgnItem *item, const char *key);
/* The mark of a stored value; SGN_MARK_NONE for NULL or a key the scale does not have. */
SgnMark sgn_item_get_mark (const SgnItem *item, const char *value);
/* Whether @item belongs to @level: levels are cumulative. NULL means all. */
gboolean
sgn_catalogue_level_includes (const SgnCatalogue *self, const char *level, const SgnItem *item);
/* Whether @a, of the same scale, is a worse answer than @b. */
gboolean sgn_scale_value_is_worse (const SgnScaleValue *a, const SgnScaleValue *b);
/* (nullable): its level that people call @typed: "3" and "★3" are the same */
const char *sgn_catalogue_find_level (const SgnCatalogue *self, const char *typed);
/* The highest points its scale gives. */
int sgn_item_get_max_points (const SgnItem *item);
/* (nullable): the band of @total */
const SgnBand *sgn_catalogue_find_band (const SgnCatalogue *self, int total);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnCatalogue, sgn_catalogue_unref)

G_END_DECLS
