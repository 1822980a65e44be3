/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-hit-private.h"

#include "sgn-match.h"

static const char *const group_keys[SGN_N_HIT_GROUPS] = {
  "question", "note", "evidence", "task", "policy", "declaration", "document", "company",
};

/* A question or document, until the best stand first. */
typedef struct {
  SgnFit fit;
  const SgnCatalogue *catalogue;
  const SgnItem *item;
  const SgnDocument *document;
} Found;

const char *
sgn_hit_group_to_key (SgnHitGroup group)
{
  g_return_val_if_fail ((guint) group < SGN_N_HIT_GROUPS, NULL);

  return group_keys[group];
}

void
sgn_hit_free (SgnHit *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->detail);
  g_free (self->id);
  g_free (self->catalogue);
  g_free (self->item);
  g_free (self);
}

SgnHit *
sgn_hit_search_add (SgnHitSearch *search, SgnHitGroup group, char *title, char *detail)
{
  SgnHit *hit = g_new0 (SgnHit, 1);

  hit->group = group;
  hit->title = title;
  hit->detail = detail;
  g_ptr_array_add (search->hits, hit);
  return hit;
}

char *
sgn_hit_search_dup_item (const SgnHitSearch *search, const SgnItem *item)
{
  const char *title = sgn_text_get (&item->short_title, search->language);

  return g_strjoin (" ", item->number,
                    title != NULL ? title : sgn_text_get (&item->title, search->language), NULL);
}

static void
append_both (GString *texts, const SgnText *text)
{
  sgn_match_append (texts, text->ja);
  sgn_match_append (texts, text->en);
}

static SgnFit
fit_item (const SgnItem *item, GPtrArray *words)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  sgn_match_append (texts, item->number);
  append_both (texts, &item->short_title);
  append_both (texts, &item->title);
  append_both (texts, &item->question);
  if (item->group != NULL)
    append_both (texts, &item->group->title);
  return sgn_match_fit (texts->str, words);
}

static SgnFit
fit_document (const SgnDocument *document, GPtrArray *words)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  append_both (texts, &document->title);
  append_both (texts, &document->menu);
  return sgn_match_fit (texts->str, words);
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  return (int) ((const Found *) a)->fit - (int) ((const Found *) b)->fit;
}

static void
find_in_catalogue (const SgnCatalogue *catalogue, GPtrArray *words, GArray *found)
{
  for (guint i = 0; i < catalogue->items->len; i++) {
    const SgnItem *item = g_ptr_array_index (catalogue->items, i);
    const Found one = { item->scale != NULL ? fit_item (item, words) : SGN_FIT_NOT, catalogue, item,
                        NULL };

    if (one.fit != SGN_FIT_NOT)
      g_array_append_val (found, one);
  }
}

/* Of the editions that are current. */
static void
add_questions (SgnHitSearch *search)
{
  const char *const *ids = sgn_library_get_catalogue_ids (search->library);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));

  for (guint i = 0; ids[i] != NULL; i++) {
    const SgnCatalogue *catalogue = sgn_library_find_catalogue (search->library, ids[i], NULL);

    if (catalogue != NULL && sgn_catalogue_asks (catalogue))
      find_in_catalogue (catalogue, search->words, found);
  }
  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++) {
    const Found *one = &g_array_index (found, Found, i);
    SgnHit *hit =
      sgn_hit_search_add (search, SGN_HIT_QUESTION, sgn_hit_search_dup_item (search, one->item),
                          g_strdup (sgn_text_get (&one->catalogue->short_title, search->language)));

    hit->catalogue = sgn_catalogue_dup_key (one->catalogue);
    hit->item = g_strdup (one->item->id);
    hit->id = g_strdup (one->item->id);
  }
}

static void
add_documents (SgnHitSearch *search)
{
  GPtrArray *documents = sgn_documents_get_all (search->library->documents);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));

  for (guint i = 0; i < documents->len; i++) {
    const SgnDocument *document = g_ptr_array_index (documents, i);
    const Found one = { fit_document (document, search->words), NULL, NULL, document };

    if (one.fit != SGN_FIT_NOT)
      g_array_append_val (found, one);
  }
  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++) {
    const SgnDocument *document = g_array_index (found, Found, i).document;
    SgnHit *hit =
      sgn_hit_search_add (search, SGN_HIT_DOCUMENT,
                          g_strdup (sgn_text_get (&document->menu, search->language)), NULL);

    hit->id = g_strdup (document->id);
  }
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const SgnHit *const *hit_a = a;
  const SgnHit *const *hit_b = b;

  return (int) (*hit_a)->group - (int) (*hit_b)->group;
}

/**
 * sgn_hits_find:
 * @library: the program's own data, with the guidelines of the company
 * @record: the record of the company
 * @typed: what is looked for; width, case and kana do not matter, and every word must be there
 * @places: (element-type utf8): rows of the file that hold @typed, "KIND/ID", best first
 * @language: of the words that are shown; questions are looked for in both
 *
 * Returns: (transfer full) (element-type SgnHit): what was found, by group, in each the best first
 */
GPtrArray *
sgn_hits_find (SgnLibrary *library,
               const SgnRecord *record,
               const char *typed,
               GPtrArray *places,
               SgnLanguage language)
{
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_hit_free);
  SgnHitSearch search = { library, record, NULL, language, hits };

  g_return_val_if_fail (library != NULL && record != NULL, NULL);
  g_return_val_if_fail (typed != NULL && places != NULL, NULL);

  words = sgn_match_split (typed);
  search.words = words;
  if (words->len == 0)
    return g_steal_pointer (&hits);
  add_questions (&search);
  add_documents (&search);
  for (guint i = 0; i < places->len; i++)
    sgn_hit_search_add_row (&search, g_ptr_array_index (places, i));
  g_ptr_array_sort (hits, compare_hits);
  return g_steal_pointer (&hits);
}
