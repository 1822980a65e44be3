/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-wording.h"

#include "message-form.h"
#include "sgn-error.h"
#include "sgn-json.h"

#include <glib/gstdio.h>
#include <string.h>

/* The shipped rules. */
static SgnWording *
load_shipped (void)
{
  g_autoptr (GError) error = NULL;
  SgnWording *self = sgn_wording_load (g_getenv ("SENGEN_DATA_DIR"), &error);

  g_assert_no_error (error);
  return self;
}

/* Rules from @text, as a data folder of their own. */
static SgnWording *
load_text (const char *text, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("sengen-wording-XXXXXX", NULL);
  g_autofree char *documents = g_build_filename (folder, "documents", NULL);
  g_autofree char *path = g_build_filename (documents, "wording.json", NULL);
  SgnWording *self;

  g_assert_cmpint (g_mkdir (documents, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  self = sgn_wording_load (folder, error);
  g_unlink (path);
  g_rmdir (documents);
  g_rmdir (folder);
  return self;
}

static GPtrArray *
check (const SgnWording *self, const char *field, const char *text, gboolean refuse)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);

  sgn_wording_check (self, field, text, refuse, SGN_LANGUAGE_JA, findings);
  return findings;
}

static void
test_claims_are_found (void)
{
  static const char *const claims[] = {
    "SECURITY ACTION の二つ星を取得しました。",
    "当社は「SECURITY ACTION」二つ星の認定企業です。",
    "二つ星を取得しました",
    "★★を取得済み",
    "一つ星に合格しました。",
    "IPAの認証を受けています。",
    "ＩＰＡ認定",
    "独立行政法人情報処理推進機構（IPA）公認",
    "SECURITY　ACTION認定取得",
    "ＳＥＣＵＲＩＴＹ　ＡＣＴＩＯＮの認 定",
    "情報セキュリティ6か条に適合しています",
    "情報セキュリティ６か条に適合しています",
    "認定された自己宣言です",
    "自己宣言の\n認証",
    "We are certified under SECURITY ACTION.",
    "Our company obtained two stars.",
    "We passed the self-check.",
    "An IPA certification",
    "Approved by IPA",
    "当社は SECURITY ACTION certified です",
  };
  g_autoptr (SgnWording) self = load_shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (claims); i++) {
    g_autoptr (GPtrArray) findings = check (self, "policy.preamble", claims[i], TRUE);
    const SgnFinding *refusal = sgn_findings_get_refusal (findings);

    if (refusal == NULL)
      g_error ("not found: “%s”", claims[i]);
    g_assert_cmpstr (refusal->code, ==, "claim");
    g_assert_cmpstr (refusal->field, ==, "policy.preamble");
  }
}

static void
test_right_wording_passes (void)
{
  static const char *const sentences[] = {
    "",
    "SECURITY ACTION の二つ星を宣言しました。",
    "当社は SECURITY ACTION 二つ星を自己宣言しています。",
    "自社診断の25問に答え、72点でした。",
    "ISO/IEC 27001 の認証を取得しています。",
    "ISO/IEC 27001 の認証を取得しています。SECURITY ACTION の二つ星を宣言しました。",
    "SECURITY ACTION の二つ星を宣言しました！ 製品の保証は別に定めます。",
    "メールに多要素認証を使っています。",
    "バックアップを毎日取得しています。",
    "IPAの資料に沿って多要素認証を使います。",
    "GビズIDを取得し、SECURITY ACTION を宣言しました。",
    "自社診断の結果にもとづき、バックアップを取得します。",
    "合格通知を郵送します。",
    "We declared SECURITY ACTION two stars.",
    "Participants passed the driving test.",
    "We declared two stars. Our machines carry a certificate of origin.",
    "Something was approved.",
  };
  g_autoptr (SgnWording) self = load_shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++) {
    g_autoptr (GPtrArray) findings = check (self, "policy.preamble", sentences[i], TRUE);

    if (findings->len > 0)
      g_error ("found in “%s”: %s", sentences[i],
               ((SgnFinding *) g_ptr_array_index (findings, 0))->message);
  }
}

static void
test_notes_are_only_warned_of (void)
{
  g_autoptr (SgnWording) self = load_shipped ();
  g_autoptr (GPtrArray) findings =
    check (self, "answers.SD-25.statement", "二つ星を取得しました", FALSE);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_null (sgn_findings_get_refusal (findings));
  g_assert_cmpint (((SgnFinding *) g_ptr_array_index (findings, 0))->severity, ==,
                   SGN_SEVERITY_WARNING);
}

static void
test_no_text_has_no_claims (void)
{
  g_autoptr (SgnWording) self = load_shipped ();
  g_autoptr (GPtrArray) findings = check (self, "policy.preamble", NULL, TRUE);

  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_message_quotes_and_offers (void)
{
  g_autoptr (SgnWording) self = load_shipped ();
  g_autoptr (GPtrArray) findings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);
  const char *text = "当社は二つ星を取　得しました";

  sgn_wording_check (self, "f", text, TRUE, SGN_LANGUAGE_JA, findings);
  sgn_wording_check (self, "f", text, TRUE, SGN_LANGUAGE_EN, findings);
  g_assert_cmpuint (findings->len, ==, 2);
  for (guint i = 0; i < 2; i++) {
    const SgnFinding *finding = g_ptr_array_index (findings, i);

    g_assert_true (
      g_str_has_prefix (finding->message, i == 0 ? "「二つ星を取　得」：" : "“二つ星を取　得”: "));
    g_assert_nonnull (strstr (finding->message, i == 0 ? "宣言しました" : "We have declared"));
    g_assert_true (g_str_has_suffix (finding->message, i == 0 ? "。" : "instead."));
  }
}

/* Holds every text of @json against the guard, under the name of its place. */
static guint
check_texts (const SgnWording *self, const json_t *json, const char *place)
{
  guint count = 0;
  void *at;

  if (json_is_string (json)) {
    g_autoptr (GPtrArray) findings = check (self, place, json_string_value (json), TRUE);

    if (findings->len > 0)
      g_error ("%s: %s", place, ((SgnFinding *) g_ptr_array_index (findings, 0))->message);
    return 1;
  }

  for (gsize i = 0; i < json_array_size (json); i++)
    count += check_texts (self, json_array_get (json, i), place);
  for (at = json_object_iter ((json_t *) json); at != NULL;
       at = json_object_iter_next ((json_t *) json, at)) {
    const char *key = json_object_iter_key (at);
    gboolean language = g_str_equal (key, "ja") || g_str_equal (key, "en");
    g_autofree char *inner = g_strdup_printf ("%s.%s", place, key);

    count += check_texts (self, json_object_iter_value (at), language ? place : inner);
  }
  return count;
}

static void
test_our_own_sheets_pass (void)
{
  static const char *const files[] = { "documents",
                                       "policy",
                                       "self-check-result",
                                       "declaration-record",
                                       "basic-policy",
                                       "rules-result",
                                       "declaration-preparation",
                                       "unknown-list",
                                       "scs-declaration-draft" };
  g_autoptr (SgnWording) self = load_shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *name = g_strconcat (files[i], ".json", NULL);
    g_autofree char *path =
      g_build_filename (g_getenv ("SENGEN_DATA_DIR"), "documents", name, NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (json_t) json = sgn_json_load_file (path, &error);
    g_autoptr (json_t) disclaimers = json_incref (json_object_get (json, "disclaimers"));

    g_assert_no_error (error);
    json_object_del (json, "disclaimers");
    g_assert_cmpuint (check_texts (self, json, files[i]), >, 4);
    if (disclaimers != NULL)
      g_assert_cmpuint (check_texts (self, disclaimers, "disclaimer"), >=, 2);
  }
}

static void
test_disclaimer_is_exempt_by_its_id_only (void)
{
  const char *text =
    "本書は自己宣言に基づく自社の記録であり、IPAによる認定・認証を示すものではありません。";
  g_autoptr (SgnWording) self = load_shipped ();
  g_autoptr (GPtrArray) own = check (self, "disclaimer.self-declaration", text, TRUE);
  g_autoptr (GPtrArray) other = check (self, "policy.preamble", text, TRUE);

  g_assert_cmpuint (own->len, ==, 0);
  g_assert_cmpuint (other->len, >, 0);
}

#define RULES                                                                     \
  "{\"rules\": [{\"id\": \"r\", \"severity\": \"warn\", \"languages\": [\"ja\"]," \
  " \"subject\": [\"IPA\"], \"claim\": [\"認証\"], \"within\": 4,"              \
  " \"message\": {\"ja\": \"文\", \"en\": \"m\"}, \"instead\": {\"ja\": \"代\", \"en\": \"i\"}}],"

static void
test_distance_is_counted_in_characters (void)
{
  static const struct {
    const char *text;
    guint found;
  } cases[] = {
    { "IPA一二三四認証", 1 },   { "IPA一二三四五認証", 0 }, { "認証一二三四IPA", 1 },
    { "認証一二三四五IPA", 0 }, { "認証、IPA", 1 },         { "認証。IPA", 0 },
  };
  g_autoptr (SgnWording) self = load_text (RULES "\"exempt\": []}", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) findings = check (self, "f", cases[i].text, TRUE);

    g_assert_cmpuint (findings->len, ==, cases[i].found);
    g_assert_null (sgn_findings_get_refusal (findings)); /* the rule itself only warns */
  }
}

static void
test_innocent_phrases_claim_nothing (void)
{
  g_autoptr (SgnWording) self =
    load_text (RULES "\"innocent\": [\"多要素認証\"], \"exempt\": []}", NULL);
  g_autoptr (GPtrArray) innocent = check (self, "f", "IPAの多要素認証", TRUE);
  g_autoptr (GPtrArray) both = check (self, "f", "多要素認証、IPA認証", TRUE);

  g_assert_cmpuint (innocent->len, ==, 0);
  g_assert_cmpuint (both->len, ==, 1);
}

static void
test_broken_rules_are_refused (void)
{
  static const struct {
    const char *text;
    const char *message;
  } cases[] = {
    { "{\"rules\": [], \"exempt\": []}", "*/rules: The list is empty. *" },
    { "{\"rules\": [{\"id\": \"r\"}], \"exempt\": []}", "*/rules/0/languages: It is missing. *" },
    { RULES "\"exempt\": [7]}", "*/exempt/0: It is empty or not a text. *" },
    { RULES "\"exemt\": []}", "*/exemt: The key is not known. *" },
    { RULES "\"innocent\": \"x\", \"exempt\": []}", "*/innocent: It is not a list. *" },
    { "[]", "*wording.json”, top level: It is not an object. *" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (load_text (cases[i].text, &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
    assert_is_sentence (error->message);
    if (!g_pattern_match_simple (cases[i].message, error->message))
      g_error ("“%s” is not like “%s”", error->message, cases[i].message);
  }
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *name;
    GTestFunc test;
  } tests[] = {
    { "claims-are-found", test_claims_are_found },
    { "right-wording-passes", test_right_wording_passes },
    { "notes-are-only-warned-of", test_notes_are_only_warned_of },
    { "no-text-has-no-claims", test_no_text_has_no_claims },
    { "message-quotes-and-offers", test_message_quotes_and_offers },
    { "our-own-sheets-pass", test_our_own_sheets_pass },
    { "disclaimer-is-exempt-by-its-id-only", test_disclaimer_is_exempt_by_its_id_only },
    { "distance-is-counted-in-characters", test_distance_is_counted_in_characters },
    { "innocent-phrases-claim-nothing", test_innocent_phrases_claim_nothing },
    { "broken-rules-are-refused", test_broken_rules_are_refused },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/wording/", tests[i].name, NULL);

    g_test_add_func (path, tests[i].test);
  }
  return g_test_run ();
}
