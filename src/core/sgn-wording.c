/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-wording.h"

#include "sgn-phrase-private.h"
#include "sgn-reader-private.h"

#include <glib/gi18n-lib.h>

/* A sentence that says more than a distance of this many characters is not one claim. */
#define FARTHEST 200

typedef struct {
  SgnSeverity severity;
  SgnPhrases *subjects;
  SgnPhrases *claims;
  guint within; /* the most characters between a subject and a claim */
  SgnText message;
  SgnText instead;
} Rule;

struct _SgnWording {
  GPtrArray *rules;     /* of Rule */
  SgnPhrases *innocent; /* that hold a claim's word and claim nothing: 多要素認証 */
  char **exempt;        /* fields that hold our own sentences */
};

static void
rule_free (gpointer data)
{
  Rule *self = data;

  g_clear_pointer (&self->subjects, sgn_phrases_free);
  g_clear_pointer (&self->claims, sgn_phrases_free);
  sgn_text_clear (&self->message);
  sgn_text_clear (&self->instead);
  g_free (self);
}

/**
 * sgn_wording_free:
 * @self: (transfer full) (nullable): a guard
 */
void
sgn_wording_free (SgnWording *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rules);
  g_clear_pointer (&self->innocent, sgn_phrases_free);
  g_strfreev (self->exempt);
  g_free (self);
}

static SgnPhrases *
read_phrases (SgnReader *reader, const json_t *object, const char *key, guint least)
{
  g_auto (GStrv) phrases = sgn_reader_dup_strings (reader, object, key, least);

  return sgn_phrases_new (phrases);
}

static void
read_rule (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "id",     "severity", "languages", "subject", "claim",
                                      "within", "message",  "instead",   NULL };
  static const char *const severities[] = { "warn", "refuse", NULL };
  GPtrArray *rules = data;
  Rule *rule;
  g_autofree char *id = NULL;
  g_auto (GStrv) languages = NULL; /* of the phrases: every text is held against all of them */

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  rule = g_new0 (Rule, 1);
  id = sgn_reader_dup_word (reader, object, "id", SGN_WORD_ID);
  languages = sgn_reader_dup_strings (reader, object, "languages", 1);
  rule->severity = sgn_reader_choice (reader, object, "severity", severities) == 1
                     ? SGN_SEVERITY_REFUSAL
                     : SGN_SEVERITY_WARNING;
  rule->subjects = read_phrases (reader, object, "subject", 1);
  rule->claims = read_phrases (reader, object, "claim", 1);
  rule->within = (guint) sgn_reader_integer (reader, object, "within", 0, FARTHEST);
  sgn_reader_text (reader, object, "message", &rule->message);
  sgn_reader_text (reader, object, "instead", &rule->instead);
  g_ptr_array_add (rules, rule);
}

static void
read_wording (SgnReader *reader, const json_t *json, gpointer data)
{
  static const char *const keys[] = { "rules", "innocent", "exempt", NULL };
  SgnWording *self = data;

  if (!sgn_reader_check_keys (reader, json, keys))
    return;
  sgn_reader_each (reader, json, "rules", 1, read_rule, self->rules);
  self->exempt = sgn_reader_dup_strings (reader, json, "exempt", 0);
  self->innocent = json_object_get (json, "innocent") != NULL
                     ? read_phrases (reader, json, "innocent", 0)
                     : sgn_phrases_new (NULL);
}

/**
 * sgn_wording_load:
 * @data_dir: the folder with documents/
 * @error: return location; SGN_ERROR_UNREADABLE with file, place, what is wrong and what is
 * expected
 *
 * Returns: (transfer full): the rules in documents/wording.json, or NULL
 */
SgnWording *
sgn_wording_load (const char *data_dir, GError **error)
{
  g_autoptr (SgnWording) self = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);

  path = g_build_filename (data_dir, "documents", "wording.json", NULL);
  self = g_new0 (SgnWording, 1);
  self->rules = g_ptr_array_new_with_free_func (rule_free);
  return sgn_reader_load (path, read_wording, self, error) ? g_steal_pointer (&self) : NULL;
}

/* Whether @a and @b stand in one sentence with at most @within characters between them. */
static gboolean
are_near (const SgnPhraseText *text, SgnSpan a, SgnSpan b, guint within)
{
  SgnSpan first = a.start <= b.start ? a : b;
  SgnSpan second = a.start <= b.start ? b : a;

  return first.end <= second.start && second.start - first.end <= within &&
         !sgn_phrase_text_has_stop (text, first.end, second.start);
}

static gboolean
is_inside (SgnSpan span, GArray *others)
{
  for (guint i = 0; i < others->len; i++) {
    SgnSpan other = g_array_index (others, SgnSpan, i);

    if (span.start >= other.start && span.end <= other.end)
      return TRUE;
  }
  return FALSE;
}

/* The first claim of @rule in @text; FALSE when there is none. */
static gboolean
find_claim (const Rule *rule, const SgnPhraseText *text, GArray *innocent, SgnSpan *found)
{
  g_autoptr (GArray) subjects = sgn_phrase_text_find (text, rule->subjects);
  g_autoptr (GArray) claims = sgn_phrase_text_find (text, rule->claims);

  for (guint i = 0; i < claims->len; i++) {
    SgnSpan claim = g_array_index (claims, SgnSpan, i);

    for (guint k = 0; k < subjects->len && !is_inside (claim, innocent); k++) {
      SgnSpan subject = g_array_index (subjects, SgnSpan, k);

      if (!are_near (text, subject, claim, rule->within))
        continue;
      found->start = MIN (subject.start, claim.start);
      found->end = MAX (subject.end, claim.end);
      return TRUE;
    }
  }
  return FALSE;
}

/* Whole sentences in the language that was asked for, which need not be that of the user. */
static char *
make_message (const Rule *rule, const char *words, SgnLanguage language)
{
  const char *why = sgn_text_get (&rule->message, language);
  const char *instead = sgn_text_get (&rule->instead, language);

  if (language == SGN_LANGUAGE_JA)
    return g_strdup_printf ("「%s」：%s「%s」と書いてください。", words, why, instead);
  return g_strdup_printf ("“%s”: %s Write “%s” instead.", words, why, instead);
}

static SgnFinding *
make_finding (const Rule *rule,
              const char *field,
              const char *words,
              gboolean refuse,
              SgnLanguage language)
{
  SgnSeverity severity = refuse ? rule->severity : SGN_SEVERITY_WARNING;
  g_autofree char *message = make_message (rule, words, language);

  return sgn_finding_new (severity, "claim", field, message);
}

/**
 * sgn_wording_check:
 * @self: a guard
 * @field: the field @text stands in; a field of our own sentences is passed over
 * @text: (nullable): what will be printed
 * @refuse: whether a claim is refused (template, policy) or warned of (note, statement)
 * @language: the language of the messages
 * @findings: (element-type SgnFinding): where findings are added, at most one for each rule
 *
 * Looks for claims such as 認定 or “certified” said of a star or a scheme, in whatever language the
 * text is: a Japanese policy may well hold English. SECURITY ACTION is a declaration a company
 * makes itself; IPA asks not to call it 認定 or 取得.
 */
void
sgn_wording_check (const SgnWording *self,
                   const char *field,
                   const char *text,
                   gboolean refuse,
                   SgnLanguage language,
                   GPtrArray *findings)
{
  g_autoptr (SgnPhraseText) folded = NULL;
  g_autoptr (GArray) innocent = NULL;

  g_return_if_fail (self != NULL && field != NULL && findings != NULL);

  if (text == NULL || g_strv_contains ((const char *const *) self->exempt, field))
    return;

  folded = sgn_phrase_text_new (text);
  innocent = sgn_phrase_text_find (folded, self->innocent);
  for (guint i = 0; i < self->rules->len; i++) {
    const Rule *rule = g_ptr_array_index (self->rules, i);
    SgnSpan found;

    if (find_claim (rule, folded, innocent, &found)) {
      g_autofree char *words = sgn_phrase_text_dup_span (folded, found);

      g_ptr_array_add (findings, make_finding (rule, field, words, refuse, language));
    }
  }
}

/**
 * sgn_wording_locate:
 * @self: a guard
 * @text: a text in any language
 * @start: (out): the character that the words of the claim begin with
 * @end: (out): the character after them
 *
 * Returns: whether @text makes a claim; of several, the one whose rule comes first
 */
gboolean
sgn_wording_locate (const SgnWording *self, const char *text, guint *start, guint *end)
{
  g_autoptr (SgnPhraseText) folded = NULL;
  g_autoptr (GArray) innocent = NULL;
  SgnSpan found;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  folded = sgn_phrase_text_new (text);
  innocent = sgn_phrase_text_find (folded, self->innocent);
  for (guint i = 0; i < self->rules->len; i++) {
    if (!find_claim (g_ptr_array_index (self->rules, i), folded, innocent, &found))
      continue;
    found = sgn_phrase_text_place (folded, found);
    *start = found.start;
    *end = found.end;
    return TRUE;
  }
  return FALSE;
}
