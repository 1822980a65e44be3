/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-similarity.h"

#include "sgn-fold.h"

#include <math.h>
#include <string.h>

/* From here on the texts say nearly the same. */
#define FAIR_LIKENESS 50
/* The second best counts too when it is hardly worse. */
#define NEARLY 0.9

/* Two characters that follow each other, and how much it says that a text has them. */
typedef struct {
  guint64 pair;
  double weight;
} Gram;

/* A question as its grams, sorted, each once. */
typedef struct {
  GArray *grams;
  double weight; /* of all */
} Text;

/* An answer that was given, and the question it was given to. */
typedef struct {
  SgnCatalogue *catalogue;
  const SgnItem *item;
  const SgnScaleValue *said;
  gint64 assessment;
  Text text[2]; /* by language */
} Entry;

typedef struct {
  SgnProposals *proposals;
  GPtrArray *entries;    /* of Entry */
  GHashTable *counts[2]; /* pair → how many questions have it */
  guint n_texts;
} Desk;

static int
compare_grams (gconstpointer a, gconstpointer b)
{
  const Gram *left = a;
  const Gram *right = b;

  return left->pair < right->pair ? -1 : left->pair > right->pair;
}

/* The grams of what is found when @text is searched: letters of any width, kana of either kind. */
static void
text_init (Text *self, const char *text)
{
  g_autofree char *key = sgn_fold (text);
  gunichar before = 0;

  self->grams = g_array_new (FALSE, FALSE, sizeof (Gram));
  self->weight = 0;
  for (const char *c = key; *c != '\0'; c = g_utf8_next_char (c)) {
    const gunichar now = g_utf8_get_char (c);
    const Gram gram = { (guint64) before << 32 | now, 0 };

    if (before != 0)
      g_array_append_val (self->grams, gram);
    before = now;
  }
  g_array_sort (self->grams, compare_grams);
  for (guint i = self->grams->len; i > 1; i--)
    if (g_array_index (self->grams, Gram, i - 1).pair ==
        g_array_index (self->grams, Gram, i - 2).pair)
      g_array_remove_index (self->grams, i - 1);
}

static void
text_clear (Text *self)
{
  g_clear_pointer (&self->grams, g_array_unref);
}

static void
entry_free (gpointer data)
{
  Entry *self = data;

  text_clear (&self->text[SGN_LANGUAGE_JA]);
  text_clear (&self->text[SGN_LANGUAGE_EN]);
  sgn_catalogue_unref (self->catalogue);
  g_free (self);
}

static void
count_grams (GHashTable *counts, const Text *text)
{
  for (guint i = 0; i < text->grams->len; i++) {
    const Gram *gram = &g_array_index (text->grams, Gram, i);
    guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &gram->pair));

    g_hash_table_insert (counts, g_memdup2 (&gram->pair, sizeof gram->pair),
                         GUINT_TO_POINTER (count + 1));
  }
}

/* What few questions have says much, what all of them have (“…していますか”) nothing. */
static void
weigh (const Desk *desk, SgnLanguage language, Text *text)
{
  for (guint i = 0; i < text->grams->len; i++) {
    Gram *gram = &g_array_index (text->grams, Gram, i);
    guint count = GPOINTER_TO_UINT (g_hash_table_lookup (desk->counts[language], &gram->pair));

    gram->weight = log ((double) (desk->n_texts + 1) / MAX (count, 1));
    text->weight += gram->weight;
  }
}

/* From 0, nothing in common, to 1, the same. */
static double
compare_texts (const Text *a, const Text *b)
{
  double common = 0;

  if (!(a->weight > 0) || !(b->weight > 0))
    return 0;

  for (guint i = 0, k = 0; i < a->grams->len && k < b->grams->len;) {
    const Gram *left = &g_array_index (a->grams, Gram, i);
    const Gram *right = &g_array_index (b->grams, Gram, k);

    if (left->pair == right->pair)
      common += left->weight;
    i += left->pair <= right->pair;
    k += right->pair <= left->pair;
  }
  return common / sqrt (a->weight * b->weight);
}

/* Counts what the question of @item is made of, in both languages. */
static void
count_item (Desk *desk, const SgnItem *item)
{
  const char *questions[] = { item->question.ja, item->question.en };

  for (guint i = 0; i < G_N_ELEMENTS (questions) && questions[i] != NULL; i++) {
    Text text;

    text_init (&text, questions[i]);
    count_grams (desk->counts[i], &text);
    text_clear (&text);
  }
  desk->n_texts++;
}

static void
add_entry (Desk *desk, SgnCatalogue *catalogue, const SgnItem *item, const SgnAnswer *answer)
{
  const SgnScaleValue *said =
    answer != NULL && answer->value != NULL ? sgn_item_find_value (item, answer->value) : NULL;
  Entry *entry;

  if (said == NULL)
    return;

  entry = g_new0 (Entry, 1);
  entry->catalogue = sgn_catalogue_ref (catalogue);
  entry->item = item;
  entry->said = said;
  entry->assessment = answer->assessment;
  text_init (&entry->text[SGN_LANGUAGE_JA], item->question.ja);
  text_init (&entry->text[SGN_LANGUAGE_EN], item->question.en);
  g_ptr_array_add (desk->entries, entry);
}

/* All answers of the company's check @from, with those of its sites. What is common is counted over
 * all questions, whether they are answered or not. */
static void
add_entries (Desk *desk, SgnCatalogue *catalogue, const SgnAssessment *from)
{
  g_autoptr (SgnCombined) answers = sgn_combined_new (desk->proposals->record, catalogue, from);

  for (guint i = 0; i < catalogue->items->len; i++) {
    const SgnItem *item = g_ptr_array_index (catalogue->items, i);

    count_item (desk, item);
    if (item->scale != NULL && item->question.ja != NULL)
      add_entry (desk, catalogue, item, sgn_assessment_find_answer (answers->answers, item->id));
  }
}

/**
 * sgn_similarity_list_origins:
 * @library: the guidelines
 * @record: a record
 * @catalogue: the sheet that is to be answered
 *
 * Returns: (transfer container): the company's checks that answers may come from: of each other
 *   guideline the newest one with an answer, the newest first
 */
GPtrArray *
sgn_similarity_list_origins (SgnLibrary *library,
                             const SgnRecord *record,
                             const SgnCatalogue *catalogue)
{
  GPtrArray *list = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (library != NULL && record != NULL && catalogue != NULL, list);

  g_hash_table_add (seen, catalogue->id);
  for (guint i = record->assessments->len; i > 0; i--) {
    SgnAssessment *from = g_ptr_array_index (record->assessments, i - 1);

    if (from->site != 0 || g_hash_table_contains (seen, from->catalogue) ||
        !sgn_record_has_answer (record, from) ||
        sgn_library_find_catalogue (library, from->catalogue, from->edition) == NULL)
      continue;
    g_hash_table_add (seen, from->catalogue);
    g_ptr_array_add (list, from);
  }
  return list;
}

/* @only: (nullable): one of the origins */
static void
find_entries (Desk *desk, SgnLibrary *library, const SgnAssessment *only)
{
  g_autoptr (GPtrArray) origins =
    sgn_similarity_list_origins (library, desk->proposals->record, desk->proposals->catalogue);

  for (guint i = 0; i < origins->len; i++) {
    const SgnAssessment *from = g_ptr_array_index (origins, i);

    if (only == NULL || only == from)
      add_entries (desk, sgn_library_find_catalogue (library, from->catalogue, from->edition),
                   from);
  }
}

static void
weigh_entries (Desk *desk)
{
  const GPtrArray *items = desk->proposals->catalogue->items;

  for (guint i = 0; i < items->len; i++)
    count_item (desk, g_ptr_array_index (items, i));
  for (guint i = 0; i < desk->entries->len; i++) {
    Entry *entry = g_ptr_array_index (desk->entries, i);

    weigh (desk, SGN_LANGUAGE_JA, &entry->text[SGN_LANGUAGE_JA]);
    weigh (desk, SGN_LANGUAGE_EN, &entry->text[SGN_LANGUAGE_EN]);
  }
}

/* A question that came in one language has it in both places. */
static SgnLanguage
find_language (const SgnItem *item)
{
  for (const char *c = item->question.ja; *c != '\0'; c = g_utf8_next_char (c))
    if (g_utf8_get_char (c) >= 0x3041)
      return SGN_LANGUAGE_JA;
  return SGN_LANGUAGE_EN;
}

/* “Do you not use …?”, “Were there …?”: yes would be the wrong answer, or one about the past. */
static gboolean
is_turned (const SgnItem *item)
{
  g_autofree char *key = sgn_fold (item->question.ja);
  static const char *const ends[] = { "マセンカ", "マシタカ" };

  while (g_str_has_suffix (key, "。") || g_str_has_suffix (key, "?"))
    *g_utf8_find_prev_char (key, key + strlen (key)) = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (key, ends[i]))
      return TRUE;
  return FALSE;
}

static void
take_source (Desk *desk, const SgnItem *item, const Entry *entry, guint likeness)
{
  SgnProposalSource *source = g_new0 (SgnProposalSource, 1);

  source->catalogue = sgn_catalogue_ref (entry->catalogue);
  source->assessment = entry->assessment;
  source->item = entry->item;
  source->said = entry->said;
  source->relation = SGN_RELATION_INTERSECTS;
  source->likeness = likeness;
  source->sureness =
    likeness == 0 || likeness >= FAIR_LIKENESS ? SGN_SURENESS_FAIR : SGN_SURENESS_LOW;
  sgn_proposals_take_source (desk->proposals, item, source);
}

static gboolean
refers_to (const SgnItem *item, const Entry *entry)
{
  g_autofree char *key = sgn_catalogue_dup_key (entry->catalogue);

  for (guint i = 0; i < item->refs->len; i++) {
    const SgnReference *ref = g_ptr_array_index (item->refs, i);

    if (g_str_equal (ref->scheme, key) && g_str_equal (ref->item, entry->item->id))
      return TRUE;
  }
  return FALSE;
}

/* Whoever wrote the sheet said what belongs together: no need to guess. */
static gboolean
take_references (Desk *desk, const SgnItem *item)
{
  gboolean any = FALSE;

  for (guint i = 0; item->refs->len > 0 && i < desk->entries->len; i++) {
    const Entry *entry = g_ptr_array_index (desk->entries, i);

    if (!refers_to (item, entry))
      continue;
    take_source (desk, item, entry, 0);
    any = TRUE;
  }
  return any;
}

static void
take_alike (Desk *desk, const SgnItem *item)
{
  const SgnLanguage language = find_language (item);
  g_autofree double *alike = g_new0 (double, desk->entries->len);
  double best = SGN_SIMILARITY_LEAST / 100.0;
  Text text;

  text_init (&text, sgn_text_get (&item->question, language));
  weigh (desk, language, &text);
  for (guint i = 0; i < desk->entries->len; i++) {
    const Entry *entry = g_ptr_array_index (desk->entries, i);

    alike[i] = compare_texts (&text, &entry->text[language]);
    best = MAX (best, alike[i]);
  }
  text_clear (&text);
  for (guint i = 0; i < desk->entries->len; i++)
    if (alike[i] >= MAX (best * NEARLY, SGN_SIMILARITY_LEAST / 100.0))
      take_source (desk, item, g_ptr_array_index (desk->entries, i),
                   (guint) CLAMP (lround (alike[i] * 100), 1, 100));
}

/**
 * sgn_similarity_add:
 * @proposals: proposals for what a customer asks
 * @library: the guidelines
 * @from: (nullable): one of the origins; NULL for all of them
 *
 * For sheets that no mapping relates to anything. An item that refers to items of other guidelines
 * takes their answers; for any other the answers to those questions are taken whose text is most
 * like its own. The texts are compared by the pairs of characters of their folded keys, a pair
 * weighing the more the fewer questions have it; the measure is our own. That texts are alike never
 * says that the questions are the same: their relation is an overlap. Questions that ask for the
 * opposite, or about the past, are left to people.
 */
void
sgn_similarity_add (SgnProposals *proposals, SgnLibrary *library, const SgnAssessment *from)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GHashTable) ja = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) en = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Desk desk = { .proposals = proposals, .entries = entries, .counts = { ja, en } };

  g_return_if_fail (proposals != NULL && library != NULL);

  find_entries (&desk, library, from);
  weigh_entries (&desk);
  for (guint i = 0; i < proposals->catalogue->items->len; i++) {
    const SgnItem *item = g_ptr_array_index (proposals->catalogue->items, i);

    if (item->scale == NULL || item->question.ja == NULL || is_turned (item))
      continue;
    if (!take_references (&desk, item))
      take_alike (&desk, item);
  }
}

void
sgn_similarity_add_all (SgnProposals *proposals, SgnLibrary *library)
{
  g_autoptr (GPtrArray) origins = NULL;

  g_return_if_fail (proposals != NULL && library != NULL);

  origins = sgn_proposals_list_origins (library, proposals->record, proposals->catalogue);
  for (guint i = 0; i < origins->len; i++)
    sgn_proposals_add_mapped (proposals, library, g_ptr_array_index (origins, i));
  if (sgn_library_is_own (library, proposals->catalogue->id))
    sgn_similarity_add (proposals, library, NULL);
}
