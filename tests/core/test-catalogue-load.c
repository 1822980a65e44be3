/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-catalogue.h"

#include "message-form.h"
#include "sgn-error.h"
#include "sgn-fault.h"

#include <glib/gstdio.h>
#include <string.h>

#define TEXT "{\"ja\": \"文\", \"en\": \"text\"}"

/* A small catalogue with one of everything; each case below changes one place of it. */
static const char base[] =
  "{\"id\": \"demo\", \"edition\": \"1.0\", \"published\": \"2026-03-27\", \"status\": "
  "\"current\",\n"
  "\"license\": \"CC-BY-4.0\", \"title\": " TEXT ", \"short\": " TEXT ", \"edition_label\": " TEXT
  ",\n"
  "\"owner\": " TEXT ", \"source\": {\"title\": " TEXT ", \"url\": \"https://example.com/\",\n"
  "\"checked\": \"2026-11-22\"}, \"wording\": \"own\", \"edition_note\": " TEXT ",\n"
  "\"inherited_note\": " TEXT ",\n"
  "\"levels\": [{\"id\": \"★3\", \"title\": " TEXT "}, {\"id\": \"★4\", \"title\": " TEXT "}],\n"
  "\"scales\": [{\"id\": \"points\", \"kind\": \"points\", \"values\": [\n"
  "  {\"key\": \"done\", \"mark\": \"done\", \"points\": 4, \"label\": " TEXT ", \"short\": " TEXT
  ", \"means\": " TEXT "},\n"
  "  {\"key\": \"unknown\", \"mark\": \"unknown\", \"points\": -1, \"label\": " TEXT
  ", \"short\": " TEXT ", \"means\": " TEXT "}]}],\n"
  "\"scoring\": {\"method\": \"points\", \"max\": 8},\n"
  "\"bands\": [{\"key\": \"high\", \"min\": 5, \"max\": 8, \"reading\": " TEXT ", \"next\": " TEXT
  "},\n"
  "  {\"key\": \"low\", \"min\": -2, \"max\": 4, \"reading\": " TEXT ", \"next\": " TEXT "}],\n"
  "\"sections\": [{\"id\": \"part-1\", \"number\": " TEXT ", \"title\": " TEXT "},\n"
  "  {\"id\": \"part-2\", \"number\": " TEXT ", \"title\": " TEXT ", \"short\": " TEXT "}],\n"
  "\"groups\": [{\"id\": \"G-1\", \"number\": \"1-1\", \"section\": \"part-1\", \"title\": " TEXT
  ", \"level\": \"★4\", \"short\": " TEXT ",\n  \"text\": " TEXT ", \"plain\": " TEXT "}],\n"
  "\"areas\": [{\"id\": \"mail\", \"title\": " TEXT
  ", \"label\": {\"ja\": [\"メール\", \"とWeb\"], \"en\": [\"Mail\"]}}],\n"
  "\"items\": [{\"id\": \"IT-1\", \"number\": \"1\", \"section\": \"part-1\", \"group\": \"G-1\",\n"
  "  \"area\": \"mail\", \"level\": \"★3\", \"scale\": \"points\", \"short\": " TEXT
  ", \"title\": " TEXT ",\n"
  "  \"question\": " TEXT ", \"why\": " TEXT ", \"good\": " TEXT ", \"evidence\": [" TEXT "],\n"
  "  \"action\": " TEXT ", \"actions\": [" TEXT ", " TEXT "], \"cadence\": \"yearly\",\n"
  "  \"duties\": [\"monthly\", \"on-joining\"],\n"
  "  \"figures\": [" TEXT "], \"caution\": " TEXT ",\n"
  "  \"refs\": [{\"scheme\": \"ipa-rules@4.0\", \"item\": \"RU-1\"}], \"basis\": \"own\",\n"
  "  \"confidence\": \"inherited\"},\n"
  "  {\"id\": \"IT-2\", \"number\": \"2\", \"section\": \"part-2\", \"level\": null, "
  "\"short\": " TEXT ",\n"
  "  \"title\": " TEXT
  ", \"refs\": [], \"basis\": \"official-number\", \"confidence\": \"unverified\"}]}";

static SgnCatalogue *
load (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return sgn_catalogue_new_from_bytes (bytes, "demo.json", error);
}

/* @base with the first @old after @after (or the start) replaced */
static char *
change (const char *after, const char *old, const char *new)
{
  const char *from = after != NULL ? strstr (base, after) : base;
  const char *at = from != NULL ? strstr (from, old) : NULL;
  GString *text = g_string_new (NULL);

  if (at == NULL)
    g_error ("“%s” … “%s” is not in the text", after, old);
  g_string_append_len (text, base, at - base);
  g_string_append (text, new);
  g_string_append (text, at + strlen (old));
  return g_string_free (text, FALSE);
}

static void
test_reads_the_head (void)
{
  g_autoptr (json_t) json = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnCatalogue) self = load (base, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (self->id, ==, "demo");
  g_assert_cmpstr (self->edition, ==, "1.0");
  g_assert_cmpstr (self->published, ==, "2026-03-27");
  g_assert_cmpstr (self->status, ==, "current");
  g_assert_cmpstr (self->title.ja, ==, "文");
  g_assert_cmpstr (self->inherited_note.en, ==, "text");
  g_assert_cmpstr (self->source_url, ==, "https://example.com/");
  g_assert_cmpstr (self->source_checked, ==, "2026-11-22");
  g_assert_cmpstr (self->scoring, ==, "points");
  g_assert_cmpint (self->max, ==, 8);
  json = sgn_catalogue_to_json (self);
  g_assert_cmpstr (sgn_json_string (json, "license"), ==, "CC-BY-4.0");
}

static void
test_reads_the_lists (void)
{
  g_autoptr (SgnCatalogue) self = load (base, NULL);
  const SgnArea *area;
  const SgnBand *band;

  g_assert_cmpuint (self->levels->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (self->levels, 1), ==, "★4");
  g_assert_cmpuint (self->scales->len, ==, 1);
  g_assert_cmpuint (self->sections->len, ==, 2);
  g_assert_cmpuint (self->items->len, ==, 2);
  area = g_ptr_array_index (self->areas, 0);
  g_assert_cmpstr (area->label_ja[1], ==, "とWeb");
  g_assert_null (area->label_en[1]);
  band = g_ptr_array_index (self->bands, 1);
  g_assert_cmpstr (band->key, ==, "low");
  g_assert_cmpint (band->min, ==, -2);
}

static void
test_reads_the_short_name_of_a_section (void)
{
  g_autoptr (SgnCatalogue) self = load (base, NULL);
  const SgnSection *plain = g_ptr_array_index (self->sections, 0);
  const SgnSection *shortened = g_ptr_array_index (self->sections, 1);

  g_assert_null (plain->short_title.ja);
  g_assert_null (plain->short_title.en);
  g_assert_cmpstr (shortened->short_title.ja, ==, "文");
  g_assert_cmpstr (shortened->short_title.en, ==, "text");
}

static void
test_reads_an_item_with_a_question (void)
{
  g_autoptr (SgnCatalogue) self = load (base, NULL);
  const SgnItem *item = g_ptr_array_index (self->items, 0);
  const SgnReference *ref = g_ptr_array_index (item->refs, 0);

  g_assert_true (item->section == g_ptr_array_index (self->sections, 0));
  g_assert_true (item->area == g_ptr_array_index (self->areas, 0));
  g_assert_true (item->scale == g_ptr_array_index (self->scales, 0));
  g_assert_cmpstr (item->level, ==, "★3");
  g_assert_cmpstr (item->question.ja, ==, "文");
  g_assert_cmpuint (item->evidence->len, ==, 1);
  g_assert_cmpuint (item->actions->len, ==, 2);
  g_assert_cmpstr (item->cadence, ==, "yearly");
  g_assert_cmpuint (g_strv_length (item->duties), ==, 2);
  g_assert_cmpstr (item->duties[1], ==, "on-joining");
  g_assert_cmpstr (ref->scheme, ==, "ipa-rules@4.0");
  g_assert_cmpstr (ref->item, ==, "RU-1");
  g_assert_cmpint (item->confidence, ==, SGN_CONFIDENCE_INHERITED);
}

static void
test_reads_an_item_to_refer_to (void)
{
  g_autoptr (SgnCatalogue) self = load (base, NULL);
  const SgnItem *item = g_ptr_array_index (self->items, 1);

  g_assert_null (item->scale);
  g_assert_null (item->area);
  g_assert_null (item->level);
  g_assert_null (item->question.ja);
  g_assert_null (item->cadence);
  g_assert_null (item->duties);
  g_assert_cmpuint (item->evidence->len, ==, 0);
  g_assert_cmpstr (item->basis, ==, "official-number");
  g_assert_cmpint (item->confidence, ==, SGN_CONFIDENCE_UNVERIFIED);
}

static void
test_reads_a_group (void)
{
  g_autoptr (SgnCatalogue) self = load (base, NULL);
  const SgnGroup *group = g_ptr_array_index (self->groups, 0);
  const SgnItem *item = g_ptr_array_index (self->items, 0);
  const SgnItem *other = g_ptr_array_index (self->items, 1);

  g_assert_cmpuint (self->groups->len, ==, 1);
  g_assert_cmpstr (group->id, ==, "G-1");
  g_assert_cmpstr (group->number, ==, "1-1");
  g_assert_true (group->section == g_ptr_array_index (self->sections, 0));
  g_assert_cmpstr (group->level, ==, "★4");
  g_assert_cmpstr (group->title.ja, ==, "文");
  g_assert_cmpstr (group->short_title.en, ==, "text");
  g_assert_cmpstr (group->text.ja, ==, "文");
  g_assert_cmpstr (group->plain.en, ==, "text");
  g_assert_true (item->group == group);
  g_assert_null (other->group);
}

static void
test_reads_figures_and_cautions (void)
{
  g_autoptr (SgnCatalogue) self = load (base, NULL);
  const SgnItem *item = g_ptr_array_index (self->items, 0);
  const SgnItem *other = g_ptr_array_index (self->items, 1);
  const SgnText *figure = g_ptr_array_index (item->figures, 0);

  g_assert_cmpuint (item->figures->len, ==, 1);
  g_assert_cmpstr (figure->ja, ==, "文");
  g_assert_cmpstr (item->caution.en, ==, "text");
  g_assert_cmpuint (other->figures->len, ==, 0);
  g_assert_null (other->caution.ja);
}

static void
test_references_may_write_as_other_schemes_do (void)
{
  g_autofree char *text = change ("\"refs\"", "\"RU-1\"", "\"2.1(4)\"");
  g_autoptr (SgnCatalogue) self = load (text, NULL);
  const SgnItem *item = self != NULL ? g_ptr_array_index (self->items, 0) : NULL;

  g_assert_nonnull (item);
  g_assert_cmpstr (((SgnReference *) g_ptr_array_index (item->refs, 0))->item, ==, "2.1(4)");
}

static void
test_knows_what_one_source_reports (void)
{
  g_autofree char *text = change ("\"items\"", "\"unverified\"", "\"reported\"");
  g_autoptr (SgnCatalogue) self = load (text, NULL);
  const SgnItem *item = self != NULL ? g_ptr_array_index (self->items, 1) : NULL;

  g_assert_nonnull (item);
  g_assert_cmpint (item->confidence, ==, SGN_CONFIDENCE_REPORTED);
}

static void
test_points_are_asked_for_only_where_they_count (void)
{
  g_autofree char *text = change ("\"scales\"", "\"kind\": \"points\"", "\"kind\": \"met\"");
  g_autofree char *lighter = g_strdup (text);
  g_autoptr (SgnCatalogue) self = NULL;
  char *points = strstr (lighter, "\"points\": 4, ");

  memset (points, ' ', strlen ("\"points\": 4, "));
  self = load (lighter, NULL);
  g_assert_nonnull (self);
  g_assert_cmpint (sgn_item_get_max_points (g_ptr_array_index (self->items, 0)), ==, 0);
}

typedef struct {
  const char *after;
  const char *old;
  const char *new;
  const char *message;
} Case;

static const Case cases[] = {
  { NULL, "\"id\": \"demo\", ", "", "/id: It is missing. Expected: a word*" },
  { NULL, "\"demo\"", "\"Demo\"", "/id: “Demo” is not right. Expected: a word*" },
  { NULL, "\"demo\"", "\"\"", "/id: It is empty. *" },
  { NULL, "\"demo\"", "7", "/id: It is not a text. *" },
  { NULL, "\"1.0\"", "\"1/0\"", "/edition: “1/0” is not right. *" },
  { NULL, "2026-03-27", "2026-02-30", "/published: “2026-02-30” is not right. Expected: a date*" },
  { NULL, "\"current\"", "\"new\"", "/status: “new” is not right. Expected: current, *" },
  { NULL, "\"own\"", "\"mine\"",
    "/wording: “mine” is not right. Expected: own, official, customer." },
  { NULL, "\"title\": " TEXT, "\"titel\": " TEXT, "/titel: The key is not known. Expected: id, *" },
  { NULL, "\"title\": " TEXT, "\"a/b~c\": " TEXT, "/a~1b~0c: The key is not known. *" },
  { NULL, TEXT, "\"文\"", "/title: It is not an object. *" },
  { NULL, TEXT, "{\"ja\": \"文\"}", "/title/en: It is missing. Expected: the English text." },
  { NULL, TEXT, "{\"en\": \"text\"}", "/title/ja: It is missing. Expected: the Japanese text." },
  { NULL, TEXT, "{\"ja\": \"文\", \"en\": \"\"}", "/title/en: It is empty. *" },
  { NULL, TEXT, "{\"ja\": \"文\", \"en\": \"t\", \"de\": \"t\"}",
    "/title/de: The key is not known. *" },
  { NULL, "https://example.com/", "example.com", "/source/url: “example.com” is not right. *" },
  { NULL, "2026-11-22", "22.11.2026", "/source/checked: “22.11.2026” is not right. *" },
  { "\"levels\"", "★4", "★3", "/levels/1/id: “★3” is not right. Expected: a word that no entry*" },
  { "\"levels\"", "[", "[7, ", "/levels/0: It is not an object. *" },
  { "\"scales\"", "\"kind\": \"points\"", "\"kind\": \"stars\"",
    "/scales/0/kind: “stars” is not*" },
  { "\"scales\"", "\"key\": \"unknown\"", "\"key\": \"done\"", "/scales/0/values/1/key: “done” *" },
  { "\"scales\"", "\"mark\": \"done\"", "\"mark\": \"none\"", "/scales/0/values/0/mark: “none” *" },
  { "\"scales\"", "\"points\": 4, ", "", "/scales/0/values/0/points: It is missing. *" },
  { "\"scales\"", "\"points\": 4,", "\"points\": 4.5,",
    "/scales/0/values/0/points: It is not a w*" },
  { "\"scales\"", "\"points\": 4,", "\"points\": 99999999,",
    "/scales/0/values/0/points: The num*" },
  { "\"scoring\"", "\"points\"", "\"sum\"", "/scoring/method: “sum” is not right. *" },
  { "\"scoring\"", ", \"max\": 8", "", "/scoring/max: It is missing. *" },
  { "\"scoring\"", "\"max\": 8", "\"max\": 0", "/scoring/max: The number is out of range. *" },
  { "\"bands\"", "\"min\": 5", "\"min\": 9", "/bands/0/min: It is above “max”. *" },
  { "\"bands\"", "\"max\": 4", "\"max\": 3", "/bands/1/max: It does not join the band above. *4." },
  { "\"bands\"", "\"max\": 4", "\"max\": 5", "/bands/1/max: It does not join the band above. *4." },
  { "\"bands\"", "\"low\"", "\"high\"", "/bands/1/key: “high” is not right. *" },
  { "\"sections\"", "part-2", "part-1", "/sections/1/id: “part-1” is not right. *" },
  { "\"groups\"", "part-1", "part-9", "/groups/0/section: “part-9” is not right. *section." },
  { "\"groups\"", "★4", "★5", "/groups/0/level: “★5” is not right. *level." },
  { "\"groups\"", "\"plain\": " TEXT, "\"plain\": 7", "/groups/0/plain: It is not an object. *" },
  { "\"groups\"", "\"plain\"", "\"plane\"", "/groups/0/plane: The key is not known. *" },
  { "\"groups\"", "}],\n\"areas", "}, {\"id\": \"G-1\"}],\n\"areas",
    "/groups/1/number: It is missing. *" },
  { "\"areas\"", "[\"Mail\"]", "[]", "/areas/0/label/en: The list is empty. *" },
  { "\"areas\"", "[\"Mail\"]", "[\"a\", \"\"]",
    "/areas/0/label/en/1: It is empty or not a text. *" },
  { "\"areas\"", "[\"Mail\"]", "[\"a\", \"b\", \"c\"]",
    "/areas/0/label/en: There are too many l*" },
  { "\"items\"", "IT-2", "IT-1", "/items/1/id: “IT-1” is not right. *" },
  { "\"items\"", "\"number\": \"2\"", "\"number\": \"1\"", "/items/1/number: “1” is not right. *" },
  { "\"items\"", "\"number\": \"2\"", "\"number\": 2", "/items/1/number: It is not a text. *" },
  { "\"items\"", "part-2", "part-3", "/items/1/section: “part-3” is not right. *section." },
  { "\"items\"", "\"G-1\"", "\"G-2\"", "/items/0/group: “G-2” is not right. *group." },
  { "\"items\"", "part-1", "part-2", "/items/0/section: “part-2” is not right. *group." },
  { "\"items\"", "\"figures\": [" TEXT "]", "\"figures\": []",
    "/items/0/figures: The list is empty. *" },
  { "\"items\"", "[" TEXT "], \"caution\"", "[" TEXT ", " TEXT ", " TEXT ", " TEXT "], \"caution\"",
    "/items/0/figures: There are too many of them. Expected: up to three." },
  { "\"items\"", "\"RU-1\"", "\"(1)\"", "/items/0/refs/0/item: “(1)” is not right. *" },
  { "\"items\"", "\"IT-2\"", "\"IT(2)\"", "/items/1/id: “IT(2)” is not right. *" },
  { "\"items\"", "\"caution\": " TEXT, "\"caution\": \"文\"",
    "/items/0/caution: It is not an object. *" },
  { "\"items\"", "\"mail\"", "\"post\"", "/items/0/area: “post” is not right. *area." },
  { "\"items\"", "★3", "★5", "/items/0/level: “★5” is not right. *level." },
  { "\"items\"", "\"level\": null", "\"level\": 3", "/items/1/level: It is not a text. *" },
  { "\"items\"", "\"scale\": \"points\", ", "", "/items/0/scale: It is missing. *scale." },
  { "\"items\"", "\"scale\": \"points\"", "\"scale\": \"x\"",
    "/items/0/scale: “x” is not right. *" },
  { "\"items\"", "\"why\": " TEXT ", ", "", "/items/0/why: It is missing. *" },
  { "\"items\"", "[" TEXT "]", "[]", "/items/0/evidence: The list is empty. *" },
  { "\"items\"", "[" TEXT "]", "{}", "/items/0/evidence: It is not a list. *" },
  { "\"items\"", "[" TEXT "]", "[{\"ja\": \"文\"}]", "/items/0/evidence/0/en: It is missing. *" },
  { "\"items\"", "\"yearly\"", "\"daily\"", "/items/0/cadence: “daily” is not right. *" },
  { "\"items\"", "ipa-rules@4.0", "ipa-rules", "/items/0/refs/0/scheme: “ipa-rules” is not *" },
  { "\"items\"", "ipa-rules@4.0", "ipa-rules@", "/items/0/refs/0/scheme: “ipa-rules@” is not *" },
  { "\"items\"", "\"RU-1\"", "\"-1\"", "/items/0/refs/0/item: “-1” is not right. *" },
  { "\"items\"", "\"refs\": [], ", "", "/items/1/refs: It is missing. *" },
  { "\"items\"", "\"own\"", "\"guess\"", "/items/0/basis: “guess” is not right. *" },
  { "\"items\"", "\"on-joining\"", "\"at-easter\"",
    "/items/0/duties: “at-easter” is not right. *" },
  { "\"items\"", "\"unverified\"", "\"sure\"", "/items/1/confidence: “sure” is not right. *" },
  { NULL, "\"inherited_note\": " TEXT ",\n", "",
    "/items/0/confidence: An item is inherited*note*" },
};

static void
test_names_the_place_of_each_mistake (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = change (cases[i].after, cases[i].old, cases[i].new);
    g_autofree char *pattern = g_strconcat ("“demo.json”, ", cases[i].message, NULL);
    g_autoptr (GError) error = NULL;

    g_assert_null (load (text, &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
    assert_is_sentence (error->message);
    if (!g_pattern_match_simple (pattern, error->message))
      g_error ("case %" G_GSIZE_FORMAT ": “%s” is not like “%s”", i, error->message, pattern);
  }
}

static void
test_long_values_are_cut_in_messages (void)
{
  g_autofree char *value = g_strnfill (5000, 'x');
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", value);
  g_autofree char *text = change (NULL, "\"current\"", quoted);
  g_autoptr (GError) error = NULL;

  g_assert_null (load (text, &error));
  g_assert_cmpuint (strlen (error->message), <, 200);
}

static void
test_anything_else_is_refused (void)
{
  static const struct {
    const char *text;
    const char *message;
  } others[] = {
    { "[]", "“demo.json”, top level: It is not an object. *" },
    { "{}", "“demo.json”, /id: It is missing. *" },
    { "{\"id\": ", "“demo.json”, line 1, column *" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (load (others[i].text, &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
    assert_is_sentence (error->message);
    g_assert_true (g_pattern_match_simple (others[i].message, error->message));
  }
}

/* Cutting the text anywhere gives an error, never a catalogue and never a crash. */
static void
test_cut_text_is_refused_everywhere (void)
{
  for (gsize length = 0; length < strlen (base); length++) {
    g_autofree char *text = g_strndup (base, length);
    g_autoptr (GError) error = NULL;

    g_assert_null (load (text, &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  }
}

/* What a customer asks has questions only. */
static void
test_customers_need_not_explain (void)
{
  g_autofree char *wording = change (NULL, "\"wording\": \"own\"", "\"wording\": \"customer\"");
  g_auto (GStrv) parts = g_strsplit (wording,
                                     "\"why\": " TEXT ", \"good\": " TEXT ", \"evidence\": [" TEXT
                                     "],\n  \"action\": " TEXT ",",
                                     -1);
  g_autofree char *bare = g_strjoinv ("", parts);
  g_auto (GStrv) again = g_strsplit (bare, "\"url\": \"https://example.com/\",", -1);
  g_autofree char *text = g_strjoinv ("", again);
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnCatalogue) self = load (text, &error);
  g_autoptr (SgnCatalogue) own = load (base, NULL);
  const SgnItem *item;

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_cmpuint (g_strv_length (again), ==, 2);
  g_assert_true (sgn_catalogue_is_of_customer (self));
  g_assert_false (sgn_catalogue_is_of_customer (own));
  item = g_ptr_array_index (self->items, 0);
  g_assert_null (item->why.ja);
  g_assert_cmpuint (item->evidence->len, ==, 0);
  g_assert_nonnull (item->scale);
  g_assert_null (self->source_url);
}

static void
test_all_faults_are_found_with_their_places (void)
{
  static const char text[] =
    "{\"id\": \"Demo\", \"edition\": \"1\", \"colour\": 1,\n"
    " \"published\": \"2026-13-01\",\n"
    " \"sections\": [{\"id\": \"a\", \"number\": " TEXT ", \"title\": {\"ja\": \"文\"}}],\n"
    " \"items\": [\n"
    "  {\"id\": \"X\", \"number\": \"1\", \"section\": \"b\"},\n"
    "  {\"id\": \"X\", \"number\": \"1\", \"section\": \"a\"}]}";
  static const struct {
    const char *place;
    guint line;
    guint column;
  } expected[] = {
    { "/colour", 1, 42 },
    { "/id", 1, 8 },
    { "/published", 2, 15 },
    { "/title", 1, 1 },
    { "/sections/0/title/en", 3, 73 },
    { "/items/0/section", 5, 41 },
    { "/items/1/number", 6, 25 },
    { "/items/1/id", 6, 10 },
  };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = sgn_catalogue_find_faults (bytes, "demo.json", &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++) {
    const SgnFault *found = NULL;

    for (guint k = 0; k < faults->len && found == NULL; k++) {
      const SgnFault *fault = g_ptr_array_index (faults, k);

      if (g_str_equal (fault->place, expected[i].place))
        found = fault;
    }
    if (found == NULL)
      g_error ("“%s” was not found", expected[i].place);
    g_assert_cmpuint (found->line, ==, expected[i].line);
    g_assert_cmpuint (found->column, ==, expected[i].column);
  }
}

static void
test_a_good_file_has_no_faults (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (base, strlen (base));
  g_autoptr (GBytes) cut = g_bytes_new_static (base, strlen (base) - 1);
  g_autoptr (GPtrArray) faults = sgn_catalogue_find_faults (bytes, "demo.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_null (sgn_catalogue_find_faults (cut, "demo.json", &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
}

static void
test_loads_a_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sengen-catalogue-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "demo@1.0.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnCatalogue) self = NULL;

  g_assert_null (sgn_catalogue_new_from_file (path, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, base, -1, NULL));
  self = sgn_catalogue_new_from_file (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (self->items->len, ==, 2);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *name;
    GTestFunc test;
  } tests[] = {
    { "reads-the-head", test_reads_the_head },
    { "reads-the-lists", test_reads_the_lists },
    { "reads-the-short-name-of-a-section", test_reads_the_short_name_of_a_section },
    { "reads-an-item-with-a-question", test_reads_an_item_with_a_question },
    { "reads-an-item-to-refer-to", test_reads_an_item_to_refer_to },
    { "reads-a-group", test_reads_a_group },
    { "reads-figures-and-cautions", test_reads_figures_and_cautions },
    { "references-may-write-as-other-schemes-do", test_references_may_write_as_other_schemes_do },
    { "knows-what-one-source-reports", test_knows_what_one_source_reports },
    { "points-are-asked-for-only-where-they-count",
      test_points_are_asked_for_only_where_they_count },
    { "names-the-place-of-each-mistake", test_names_the_place_of_each_mistake },
    { "long-values-are-cut-in-messages", test_long_values_are_cut_in_messages },
    { "anything-else-is-refused", test_anything_else_is_refused },
    { "cut-text-is-refused-everywhere", test_cut_text_is_refused_everywhere },
    { "customers-need-not-explain", test_customers_need_not_explain },
    { "all-faults-are-found-with-their-places", test_all_faults_are_found_with_their_places },
    { "a-good-file-has-no-faults", test_a_good_file_has_no_faults },
    { "loads-a-file", test_loads_a_file },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/catalogue-load/", tests[i].name, NULL);

    g_test_add_func (path, tests[i].test);
  }
  return g_test_run ();
}
