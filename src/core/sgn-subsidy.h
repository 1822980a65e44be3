/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-guide.h"

G_BEGIN_DECLS

/**
 * SgnSubsidyStar:
 * @SGN_SUBSIDY_STAR_ONE: ★ is enough, ★★ will do as well
 * @SGN_SUBSIDY_STAR_TWO: ★★
 * @SGN_SUBSIDY_STAR_OPEN: not known, or the sources disagree
 *
 * The star that is asked for.
 */
typedef enum {
  SGN_SUBSIDY_STAR_ONE,
  SGN_SUBSIDY_STAR_TWO,
  SGN_SUBSIDY_STAR_OPEN,
} SgnSubsidyStar;

/**
 * SgnSubsidyFact:
 * @id: (nullable): its name among those of a subsidy
 * @known: how well it is known
 * @title: what it is about
 * @text: what is known
 * @source: who says so: names of sites
 * @checked: the day on which it was looked up, YYYY-MM-DD
 */
typedef struct {
  char *id;
  SgnKnown known;
  SgnText title;
  SgnText text;
  char *source;
  char *checked;
} SgnSubsidyFact;

/* A closing date. */
typedef struct {
  char *date;
  SgnKnown known;
  char *source;
  char *checked;
} SgnSubsidyRound;

/**
 * SgnSubsidy:
 * @id: its name in the file
 * @name: what it is called
 * @about: what it pays for, in a sentence
 * @ended: whether it is offered no more
 * @needs: the star that is asked for
 * @star: what is known of that; without id and title
 * @prime: whether only the representative's GBizID Prime will do
 * @new_id: whether only IDs that begin with 5 are said to be accepted
 * @web_page: whether the declaration must be visible on a web page
 * @facts: (element-type SgnSubsidyFact): what else is known and what is not
 * @rounds: (element-type SgnSubsidyRound): closing dates in their order, passed ones too
 * @later: what is known of other closing dates
 * @site: (nullable): the page of the office
 */
typedef struct {
  char *id;
  SgnText name;
  SgnText about;
  gboolean ended;
  SgnSubsidyStar needs;
  SgnSubsidyFact *star;
  gboolean prime;
  gboolean new_id;
  gboolean web_page;
  GPtrArray *facts;
  GPtrArray *rounds;
  SgnText later;
  char *site;
} SgnSubsidy;

/* What takes time on the way to a declaration. */
typedef enum {
  SGN_SUBSIDY_WAIT_ACCOUNT, /* to get a GBizID */
  SGN_SUBSIDY_WAIT_DECLARE, /* from declaring until it counts */
} SgnSubsidyWait;

/**
 * SgnSubsidyDuration:
 * @id: its name in the file
 * @wait: what it is the time of
 * @subsidy: (nullable): the one it is said of; %NULL is all
 * @least: days at least
 * @most: days at most; -1 when that is not known
 * @fact: what is known of it; without title
 */
typedef struct {
  char *id;
  SgnSubsidyWait wait;
  char *subsidy;
  int least;
  int most;
  SgnSubsidyFact *fact;
} SgnSubsidyDuration;

/**
 * SgnSubsidies:
 * @checked: the day on which all of it was looked up, YYYY-MM-DD
 * @remark: that the office decides
 * @subsidies: (element-type SgnSubsidy)
 * @durations: (element-type SgnSubsidyDuration)
 * @json: as stored
 *
 * Which subsidy asks for which star, and by when, as far as it is known. Immutable.
 */
typedef struct {
  char *checked;
  SgnText remark;
  GPtrArray *subsidies;
  GPtrArray *durations;
  json_t *json;
} SgnSubsidies;

/* Whether a file of guides/ is one of these: they are called subsidies@DAY.json. */
gboolean sgn_subsidies_is_file (const char *name);
/* The newest file of them. */
SgnSubsidies *sgn_subsidies_load (const char *data_dir, GError **error);
void sgn_subsidies_free (SgnSubsidies *self);
/* (nullable): the subsidy of this id */
const SgnSubsidy *sgn_subsidies_find (const SgnSubsidies *self, const char *id);
/* (nullable): what is said of @subsidy, else of all */
const SgnSubsidyDuration *sgn_subsidies_find_duration (const SgnSubsidies *self,
                                                       SgnSubsidyWait wait,
                                                       const SgnSubsidy *subsidy);
/* (nullable): the first closing date that has not passed on @today; the day itself has not */
const SgnSubsidyRound *sgn_subsidy_find_round (const SgnSubsidy *self, const char *today);
/* (nullable): the last closing date that is known */
const SgnSubsidyRound *sgn_subsidy_get_last_round (const SgnSubsidy *self);
/* "★ or ★★", "★★", "Not settled" */
const char *sgn_subsidy_star_to_words (SgnSubsidyStar star);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnSubsidies, sgn_subsidies_free)

G_END_DECLS
