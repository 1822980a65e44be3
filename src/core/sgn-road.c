/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-road.h"

#include <glib/gi18n-lib.h>

#include "sgn-combined.h"
#include "sgn-date.h"
#include "sgn-form.h"
#include "sgn-readiness.h"
#include "sgn-score.h"

#define RULES "ipa-rules"
#define SELF_CHECK "ipa-self-check"
#define SCS "scs"

/* The pin never stands on a star that is not reached. */
#define LEAST_SHARE 0.12
#define MOST_SHARE 0.72

static const char *const stars[SGN_N_ROAD_STOPS] = { "★", "★★", "★3", "★4" };

/**
 * sgn_road_state_to_key:
 * @state: a state
 *
 * Returns: the word of machine output
 */
const char *
sgn_road_state_to_key (SgnRoadState state)
{
  static const char *const keys[] = { "done", "now", "next", "later" };

  g_return_val_if_fail (state < G_N_ELEMENTS (keys), NULL);

  return keys[state];
}

/* (nullable): the newest declaration of @star */
static const SgnDeclaration *
find_declaration (const SgnRecord *record, int star)
{
  const SgnDeclaration *newest = NULL;

  for (guint i = 0; i < record->declarations->len; i++) {
    const SgnDeclaration *declaration = g_ptr_array_index (record->declarations, i);

    if (declaration->star == star &&
        (newest == NULL || sgn_date_compare (declaration->date, newest->date) >= 0))
      newest = declaration;
  }
  return newest;
}

int
sgn_road_get_declared (const SgnRecord *record)
{
  g_return_val_if_fail (record != NULL, 0);

  if (find_declaration (record, 2) != NULL)
    return 2;
  return find_declaration (record, 1) != NULL ? 1 : 0;
}

/**
 * sgn_road_find_goal:
 * @record: the record of a company
 *
 * What the company said it wants counts; without that it is what it works on: whoever has begun
 * with the self-check or the policy is on the way to ★★.
 *
 * Returns: the star to be declared next, 1 or 2; 0 when all that is wanted is declared
 */
int
sgn_road_find_goal (const SgnRecord *record)
{
  int declared = sgn_road_get_declared (record);
  const char *wish = NULL;
  int goal = 2;

  g_return_val_if_fail (record != NULL, 0);

  wish = g_hash_table_lookup (record->settings, SGN_SETTING_GOAL);
  if (g_strcmp0 (wish, "star-1") == 0)
    goal = 1;
  else if (g_strcmp0 (wish, "star-2") != 0 && declared == 0 && record->policies->len == 0 &&
           sgn_record_find_answered (record, SELF_CHECK) == NULL)
    goal = 1;
  return declared < goal ? goal : 0;
}

static const char *
reason_to_words (const char *code)
{
  static const struct {
    const char *code;
    const char *words;
  } table[] = {
    { "gbizid", N_ ("the gBizID account") },
    { "data-sheet", N_ ("the data for the declaration") },
    { "rules", N_ ("answers to the rules") },
    { "self-check", N_ ("answers to the self-check") },
    { "policy", N_ ("the basic policy") },
    { "policy-published", N_ ("the publication of the policy") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].code, code))
      return _ (table[i].words);
  return code;
}

/* (nullable): the conditions that do not hold yet, as a list */
static char *
dup_missing (GArray *reasons)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < reasons->len; i++) {
    const SgnReason *reason = &g_array_index (reasons, SgnReason, i);

    if (!reason->done)
      g_string_append_printf (text, "%s%s", text->len > 0 ? C_ ("between words", ", ") : "",
                              reason_to_words (reason->code));
  }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* The rules by the edition that was declared: their number has changed. */
static char *
dup_rules_words (SgnLibrary *library, const char *edition)
{
  SgnCatalogue *rules = sgn_library_find_catalogue (library, RULES, edition);

  if (rules == NULL)
    return g_strdup (_ ("The rules"));
  return g_strdup_printf (_ ("%u rules (edition %s)"), rules->items->len, rules->edition);
}

static void
set_declared (SgnRoadStop *stop, const SgnDeclaration *declaration)
{
  stop->state = SGN_ROAD_DONE;
  stop->word = g_strdup (C_ ("road", "Declared"));
  stop->fact = sgn_date_to_words (declaration->date, sgn_language_of_user ());
}

static gboolean
is_begun (GArray *reasons)
{
  for (guint i = 0; i < reasons->len; i++) {
    const SgnReason *reason = &g_array_index (reasons, SgnReason, i);

    /* Every company has a name, which is part of the data. */
    if (reason->done || reason->done_count > (g_str_equal (reason->code, "data-sheet") ? 1 : 0))
      return TRUE;
  }
  return FALSE;
}

static void
set_goal (SgnRoadStop *stop, GArray *reasons)
{
  stop->total = reasons->len;
  for (guint i = 0; i < reasons->len; i++)
    stop->done += g_array_index (reasons, SgnReason, i).done ? 1 : 0;
  stop->missing = dup_missing (reasons);
  if (stop->missing == NULL) {
    stop->state = SGN_ROAD_NOW;
    stop->word = g_strdup (C_ ("road", "Ready to declare"));
  } else if (is_begun (reasons)) {
    stop->state = SGN_ROAD_NOW;
    stop->word = g_strdup (C_ ("road", "In preparation"));
  } else {
    stop->state = SGN_ROAD_NEXT;
    stop->word = g_strdup (C_ ("road", "Next"));
  }
  stop->fact = g_strdup_printf (_ ("%u of %u steps done"), stop->done, stop->total);
}

/* A star of SECURITY ACTION. */
static void
set_own_star (SgnRoadStop *stop, SgnLibrary *library, const SgnRecord *record, int star)
{
  const SgnDeclaration *declaration = find_declaration (record, star);

  if (star == 1)
    stop->content = dup_rules_words (library, declaration != NULL ? declaration->edition : NULL);
  else
    stop->content = g_strdup (_ ("Self-check and policy"));
  if (declaration != NULL) {
    set_declared (stop, declaration);
  } else if (star < sgn_road_get_declared (record)) {
    stop->state = SGN_ROAD_DONE;
    stop->word = g_strdup (_ ("★★ is declared"));
  } else if (star == sgn_road_find_goal (record)) {
    g_autoptr (GArray) reasons = sgn_readiness_of (library, record, star);

    set_goal (stop, reasons);
  } else {
    stop->state = SGN_ROAD_LATER;
    stop->word = g_strdup (C_ ("road", "Later"));
  }
}

/* A star of the other scheme: the company checks itself, which is no star yet. */
static void
set_other_star (SgnRoadStop *stop, SgnLibrary *library, const SgnRecord *record)
{
  const SgnAssessment *check = sgn_record_find_answered (record, SCS);
  SgnCatalogue *catalogue =
    check != NULL ? sgn_library_find_catalogue (library, SCS, check->edition) : NULL;
  g_autoptr (SgnCombined) combined = NULL;
  g_autoptr (SgnScore) score = NULL;

  stop->state = SGN_ROAD_LATER;
  stop->word = g_strdup (C_ ("road", "Later"));
  stop->content = g_strdup (g_str_equal (stop->star, stars[2]) ? _ ("An expert confirms")
                                                               : _ ("A third party assesses"));
  if (catalogue == NULL)
    return;

  combined = sgn_combined_new (record, catalogue, check);
  score = sgn_score_new (catalogue, combined->answers, stop->star);
  stop->done = score->counts[SGN_MARK_DONE];
  stop->total = score->items;
  stop->fact = g_strdup_printf (_ ("Own check %u / %u"), stop->done, stop->total);
}

/* Whoever has declared both stars and checks itself for ★3 is on the way there. */
static void
set_own_check (SgnRoadStop *stop, const SgnRecord *record)
{
  if (stop->total == 0 || sgn_road_get_declared (record) < 2)
    return;

  g_free (stop->word);
  stop->state = SGN_ROAD_NOW;
  stop->word = g_strdup (C_ ("road", "Checking ourselves"));
}

static double
find_here (const SgnRoad *self)
{
  guint behind = 0;
  double share = 0;

  for (guint i = 0; i < SGN_N_ROAD_STOPS; i++) {
    const SgnRoadStop *stop = &self->stops[i];

    if (stop->state == SGN_ROAD_DONE)
      behind = i + 1;
    else if (stop->state == SGN_ROAD_NOW && stop->total > 0)
      share = LEAST_SHARE + (MOST_SHARE - LEAST_SHARE) * stop->done / stop->total;
  }
  return behind + (share > 0 ? share : LEAST_SHARE);
}

/* (nullable): when the scheme of ★3 opens, as the guide says it */
static char *
dup_opening (const SgnStarGuide *guide)
{
  for (guint i = 0; guide != NULL && i < guide->families->len; i++) {
    const SgnStarFamily *family = g_ptr_array_index (guide->families, i);

    if (g_str_equal (family->id, SCS))
      return g_strdup (sgn_text_get (&family->when, sgn_language_of_user ()));
  }
  return NULL;
}

/**
 * sgn_road_new:
 * @library: the guidelines
 * @record: the record of a company
 * @guide: (nullable): what is known of the schemes; without it nothing is said of their opening
 *
 * Source: IPA SECURITY ACTION as it stands in 2026; SCS評価制度, a scheme of its own, the stars of
 * which nobody gives himself.
 *
 * Returns: (transfer full): the way of the company
 */
SgnRoad *
sgn_road_new (SgnLibrary *library, const SgnRecord *record, const SgnStarGuide *guide)
{
  SgnRoad *self = NULL;

  g_return_val_if_fail (library != NULL && record != NULL, NULL);

  self = g_new0 (SgnRoad, 1);
  for (guint i = 0; i < SGN_N_ROAD_STOPS; i++) {
    self->stops[i].star = stars[i];
    if (i < 2)
      set_own_star (&self->stops[i], library, record, (int) i + 1);
    else
      set_other_star (&self->stops[i], library, record);
  }
  set_own_check (&self->stops[2], record);
  self->here = find_here (self);
  self->opens = dup_opening (guide);
  return self;
}

void
sgn_road_free (SgnRoad *self)
{
  for (guint i = 0; i < SGN_N_ROAD_STOPS; i++) {
    g_free (self->stops[i].word);
    g_free (self->stops[i].content);
    g_free (self->stops[i].fact);
    g_free (self->stops[i].missing);
  }
  g_free (self->opens);
  g_free (self);
}

/**
 * sgn_road_stop_dup_sentences:
 * @stop: a star
 *
 * Returns: (transfer full): its state, what it is about, its fact and what is missing
 */
char *
sgn_road_stop_dup_sentences (const SgnRoadStop *stop)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *const parts[] = { stop->content, stop->fact };

  g_return_val_if_fail (stop != NULL, NULL);

  g_string_append_printf (text, _ ("%s: %s."), stop->star, stop->word);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, _ (" %s."), parts[i]);
  if (stop->missing != NULL)
    g_string_append_printf (text, _ (" Still missing: %s."), stop->missing);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * sgn_road_dup_words:
 * @self: a way
 *
 * Returns: (transfer full): where the company stands, a few words for a list
 */
char *
sgn_road_dup_words (const SgnRoad *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 2; i > 0; i--) {
    const SgnRoadStop *stop = &self->stops[i - 1];

    if (stop->state == SGN_ROAD_NOW)
      return g_strdup_printf (_ ("Preparing %s"), stop->star);
    if (stop->state == SGN_ROAD_NEXT)
      return g_strdup_printf (_ ("%s comes next"), stop->star);
    if (stop->state == SGN_ROAD_DONE)
      return g_strdup_printf (_ ("%s declared"), stop->star);
  }
  return g_strdup ("");
}
