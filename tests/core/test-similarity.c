/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-similarity.h"

#include <string.h>

#include "sample-record.h"

#define TEXT "{'ja': '文', 'en': 'text'}"

/* A customer's sheet of one question; @refs as JSON. */
static SgnCatalogue *
load_sheet (const char *ja, const char *en, const char *refs)
{
  g_autofree char *text = g_strdup_printf (
    "{'id': 'sheet-1', 'edition': '1', 'published': '2026-11-23', 'status': 'current',"
    "'title': " TEXT ", 'short': " TEXT ", 'edition_label': " TEXT ", 'edition_note': " TEXT ","
    "'owner': " TEXT ", 'source': {'title': " TEXT ", 'checked': '2026-11-23'},"
    "'wording': 'customer', 'levels': [], 'scales': [{'id': 'effort', 'kind': 'met', 'values':"
    "[{'key': 'done', 'mark': 'done', 'label': " TEXT ", 'short': " TEXT ", 'means': " TEXT "},"
    "{'key': 'partial', 'mark': 'partial', 'label': " TEXT ", 'short': " TEXT ", 'means': " TEXT
    "}]}], 'scoring': {'method': 'count'},"
    "'sections': [{'id': 's', 'number': " TEXT ", 'title': " TEXT "}],"
    "'items': [{'id': 'A', 'number': '1', 'section': 's', 'scale': 'effort', 'short': " TEXT
    ", 'title': " TEXT ", 'question': {'ja': '%s', 'en': '%s'}, 'refs': %s,"
    "'basis': 'official-number', 'confidence': 'confirmed'}]}",
    ja, en, refs);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  SgnCatalogue *sheet;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new (text, strlen (text));
  sheet = sgn_catalogue_new_from_bytes (bytes, "sheet.json", &error);
  g_assert_no_error (error);
  return sheet;
}

/* A company that answered the self-check: @value everywhere. */
static SgnRecord *
new_record (SgnLibrary *library, const char *edition, const char *value)
{
  const SgnCatalogue *catalogue = sgn_library_find_catalogue (library, "ipa-self-check", edition);
  SgnRecord *record = sgn_record_new ();

  add_numbered_row (record, SGN_KIND_ASSESSMENT, 1,
                    make_assessment_row ("ipa-self-check", edition));
  for (guint i = 0; i < catalogue->items->len; i++) {
    const SgnItem *item = g_ptr_array_index (catalogue->items, i);

    add_answer (record, 1, item->id, value);
  }
  return record;
}

static SgnProposals *
propose (SgnLibrary *library, SgnCatalogue *sheet, const char *value)
{
  g_autoptr (SgnRecord) record = new_record (library, "4.0", value);
  SgnProposals *proposals = sgn_proposals_new (record, sheet, NULL, NULL);

  sgn_similarity_add (proposals, library, NULL);
  return proposals;
}

static const struct {
  const char *name;
  const char *ja;
  const char *item; /* NULL: nothing is like it */
} cases[] = {
  { "reworded", "個人所有のパソコンやスマートフォンを業務に使うときの決まりがありますか。",
    "SD-21" },
  { "other-width-and-kana",
    "個人所有の ﾊﾟｿｺﾝや スマートフォンを 業務に使うときの 決まりがありますか？", "SD-21" },
  { "disposal", "不要になった書類や媒体は、読み取れないようにして捨てていますか。", "SD-18" },
  { "visitors", "事務所に関係者以外が立ち入れないようにしていますか。", "SD-15" },
  { "nothing-like-it", "停電や落雷から機器を守る設備がありますか。", NULL },
  { "only-the-ending", "それをしていますか。", NULL },
  { "about-the-past", "情報漏えいやウイルス感染などの事故がありましたか。", NULL },
  { "the-opposite", "個人のスマートフォンやパソコンを仕事に使っていませんか？", NULL },
};

static void
test_finds_what_is_alike (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnCatalogue) sheet = load_sheet (cases[i].ja, cases[i].ja, "[]");
  g_autoptr (SgnProposals) proposals = propose (library, sheet, "done");
  const SgnProposal *proposal = sgn_proposals_find (proposals, "A");
  const SgnProposalSource *source;

  g_assert_true ((proposal != NULL) == (cases[i].item != NULL));
  if (proposal == NULL)
    return;
  source = g_ptr_array_index (proposal->sources, 0);
  g_assert_cmpstr (source->item->id, ==, cases[i].item);
  g_assert_cmpuint (source->likeness, >=, SGN_SIMILARITY_LEAST);
  g_assert_cmpuint (source->likeness, <=, 100);
  g_assert_cmpint (source->relation, ==, SGN_RELATION_INTERSECTS);
}

/* Even the very same words may be meant otherwise by somebody else. */
static void
test_alike_is_one_step_lower (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  const SgnItem *own =
    sgn_catalogue_find_item (sgn_library_find_catalogue (library, "ipa-self-check", "4.0"),
                             "SD-14");
  g_autoptr (SgnCatalogue) sheet = load_sheet (own->question.ja, own->question.en, "[]");
  g_autoptr (SgnProposals) proposals = propose (library, sheet, "done");
  const SgnProposal *proposal = sgn_proposals_find (proposals, "A");
  const SgnProposalSource *source = g_ptr_array_index (proposal->sources, 0);

  g_assert_cmpstr (proposal->value->key, ==, "partial");
  g_assert_cmpuint (source->likeness, ==, 100);
  g_assert_cmpint (proposal->sureness, ==, SGN_SURENESS_FAIR);
}

static void
test_english_is_compared_with_english (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  const SgnItem *own =
    sgn_catalogue_find_item (sgn_library_find_catalogue (library, "ipa-self-check", "4.0"),
                             "SD-21");
  g_autofree char *question = g_strdelimit (g_strdup (own->question.en), "\"'", ' ');
  g_autoptr (SgnCatalogue) sheet = load_sheet (question, question, "[]");
  g_autoptr (SgnProposals) proposals = propose (library, sheet, "done");
  const SgnProposal *proposal = sgn_proposals_find (proposals, "A");

  g_assert_nonnull (proposal);
  g_assert_cmpstr (((SgnProposalSource *) proposal->sources->pdata[0])->item->id, ==, "SD-21");
}

static void
test_references_go_before_likeness (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnCatalogue) sheet = load_sheet ("離席時に画面をロックしていますか。", "x",
                                               "[{'scheme': 'ipa-self-check@4.0', 'item': 'SD-01'},"
                                               "{'scheme': 'iso-27001@2022', 'item': 'A.8.8'}]");
  g_autoptr (SgnProposals) proposals = propose (library, sheet, "done");
  const SgnProposal *proposal = sgn_proposals_find (proposals, "A");
  const SgnProposalSource *source = g_ptr_array_index (proposal->sources, 0);

  g_assert_cmpuint (proposal->sources->len, ==, 1);
  g_assert_cmpstr (source->item->id, ==, "SD-01");
  g_assert_cmpuint (source->likeness, ==, 0);
}

static void
test_only_the_newest_check_counts (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnCatalogue) sheet =
    load_sheet ("書類や媒体は、読み取れないようにして捨てていますか。", "x", "[]");
  g_autoptr (SgnRecord) record = new_record (library, "3.1", "not-done");
  g_autoptr (SgnProposals) proposals = NULL;
  const SgnProposal *proposal;

  add_numbered_row (record, SGN_KIND_ASSESSMENT, 2, make_assessment_row ("ipa-self-check", "4.0"));
  add_answer (record, 2, "SD-18", "done");
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 3, make_assessment_row ("ipa-self-check", "4.0"));
  proposals = sgn_proposals_new (record, sheet, NULL, NULL);
  sgn_similarity_add (proposals, library, NULL);
  proposal = sgn_proposals_find (proposals, "A");

  g_assert_cmpuint (proposal->sources->len, ==, 1);
  g_assert_cmpint (((SgnProposalSource *) proposal->sources->pdata[0])->assessment, ==, 2);
}

static void
test_one_origin_can_be_chosen (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnCatalogue) sheet =
    load_sheet ("書類や媒体は、読み取れないようにして捨てていますか。", "x", "[]");
  g_autoptr (SgnRecord) record = new_record (library, "4.0", "done");
  g_autoptr (GPtrArray) origins = NULL;
  g_autoptr (SgnProposals) without = NULL;
  g_autoptr (SgnProposals) with = NULL;

  add_numbered_row (record, SGN_KIND_ASSESSMENT, 2, make_assessment_row ("ipa-rules", "4.0"));
  add_answer (record, 2, "RU-1", "done");
  origins = sgn_similarity_list_origins (library, record, sheet);
  g_assert_cmpuint (origins->len, ==, 2);
  without = sgn_proposals_new (record, sheet, NULL, NULL);
  sgn_similarity_add (without, library, origins->pdata[0]);
  g_assert_cmpuint (without->list->len, ==, 0);
  with = sgn_proposals_new (record, sheet, NULL, NULL);
  sgn_similarity_add (with, library, origins->pdata[1]);
  g_assert_cmpuint (with->list->len, ==, 1);
}

static void
test_nothing_answered_proposes_nothing (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnCatalogue) sheet =
    load_sheet ("書類や媒体は、読み取れないようにして捨てていますか。", "x", "[]");
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnProposals) proposals = sgn_proposals_new (record, sheet, NULL, NULL);

  sgn_similarity_add (proposals, library, NULL);

  g_assert_cmpuint (proposals->list->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/similarity/finds/", cases[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_finds_what_is_alike);
  }
  g_test_add_func ("/similarity/alike-is-one-step-lower", test_alike_is_one_step_lower);
  g_test_add_func ("/similarity/english-is-compared-with-english",
                   test_english_is_compared_with_english);
  g_test_add_func ("/similarity/references-go-before-likeness", test_references_go_before_likeness);
  g_test_add_func ("/similarity/only-the-newest-check-counts", test_only_the_newest_check_counts);
  g_test_add_func ("/similarity/one-origin-can-be-chosen", test_one_origin_can_be_chosen);
  g_test_add_func ("/similarity/nothing-answered-proposes-nothing",
                   test_nothing_answered_proposes_nothing);
  return g_test_run ();
}
