/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-history-private.h"

#include "sgn-entry.h"
#include "sgn-fold.h"
#include "sgn-placeholder.h"
#include "sgn-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A text is quoted up to this many characters. */
#define SHORT_TEXT 40
/* As many changed values are told one by one. */
#define TOLD_VALUES 3

/* @phrase: (nullable): the act and what it was done to, at %s; NULL: what it was done to says
 * enough */
typedef struct {
  const char *act;
  const char *words;
  const char *phrase;
} ActWords;

static const ActWords acts[] = {
  { SGN_ACT_NEW, N_ ("New company file"), N_ ("New company file: %s") },
  { SGN_ACT_COMPANY, N_ ("Company, sites and people"), NULL },
  { SGN_ACT_ASSESSMENT, N_ ("Check"), NULL },
  { SGN_ACT_ANSWER, N_ ("Answer"), NULL },
  { SGN_ACT_IMPORT, N_ ("Import"), N_ ("Import: %s") },
  { SGN_ACT_CLOSE, N_ ("Closing"), N_ ("Closing: %s") },
  { SGN_ACT_REOPEN, N_ ("Reopening"), N_ ("Reopening: %s") },
  { SGN_ACT_EVIDENCE, N_ ("Evidence"), NULL },
  { SGN_ACT_DECLARE, N_ ("Declaration"), NULL },
  { SGN_ACT_POLICY, N_ ("Basic policy"), NULL },
  { SGN_ACT_PUBLISH, N_ ("Publication"), N_ ("Publication: %s") },
  { SGN_ACT_ISSUE, N_ ("Issue"), N_ ("Issue: %s") },
  { SGN_ACT_TASK, N_ ("Task"), NULL },
  { SGN_ACT_SETTING, N_ ("Setting"), NULL },
  { SGN_ACT_UNDO, N_ ("Undone"), N_ ("Undone: %s") },
  { SGN_ACT_REDO, N_ ("Done again"), N_ ("Done again: %s") },
  { SGN_ACT_REVIEW, N_ ("Review"), N_ ("Review: %s") },
  { SGN_ACT_EXPERT, N_ ("Note on an expert"), N_ ("Note on an expert: %s") },
  { SGN_ACT_CARRY, N_ ("Carried over"), N_ ("Carried over: %s") },
  { SGN_ACT_CATALOGUE, N_ ("Sheet loaded"), N_ ("Sheet loaded: %s") },
  { SGN_ACT_SET_BACK, N_ ("Set back"), N_ ("Set back: %s") },
  { SGN_ACT_ERASE, N_ ("Erased"), N_ ("Erased: %s") },
};

/* Values that stand in files as keys. */
static const struct {
  const char *column;
  const char *value;
  const char *words;
} values[] = {
  { "state", "open", N_ ("open") },
  { "state", "closed", N_ ("closed") },
  { "account", "prime", N_ ("Prime") },
  { "account", "member", N_ ("Member") },
  { "gbizid", "prime", N_ ("Prime") },
  { "gbizid", "member", N_ ("Member") },
  { "gbizid", "none", N_ ("none") },
  { "state", "todo", N_ ("to do") },
  { "state", "doing", N_ ("begun") },
  { "state", "done", N_ ("done") },
  { "state", "declined", N_ ("decided against") },
  { "expert", SGN_EXPERT_ASKED, N_ ("asked") },
  { "expert", SGN_EXPERT_SEEN, N_ ("has seen it") },
};

/* Numbers of people. */
static const char *const person_columns[] = { "person", "reviewed_by", "owner", NULL };
/* What the time and the author of the event say already, or what says nothing to people. */
static const char *const silent_columns[] = { "id",        "at",        "added_at", "opened_at",
                                              "closed_at", "sha256",    "size",     "assessment",
                                              "item",      "issued_at", NULL };
/* Too long, or not written for people, to be quoted. */
static const char *const long_columns[] = { "parts",       "parts_en", "options",
                                            "record_hash", "text",     NULL };
/* Where a row has its name, the best first. */
static const char *const name_columns[] = { "title", "place", "name", "number", "document", NULL };

static const ActWords *
find_act (const char *act)
{
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++) {
    if (g_str_equal (acts[i].act, act))
      return &acts[i];
  }
  return NULL;
}

gboolean
sgn_history_knows_act (const char *act)
{
  return find_act (act) != NULL;
}

char *
sgn_history_act_to_words (const char *act)
{
  const ActWords *words = find_act (act);

  return g_strdup (words != NULL ? _ (words->words) : act);
}

static char *
entry_to_words (const SgnEvent *event)
{
  g_autofree char *entry = NULL;

  if (g_str_equal (event->kind, SGN_KIND_EVENT))
    return sgn_placeholder_fill_one (_ ("content of entry %s of the history"), event->id);
  if (g_str_equal (event->kind, SGN_KIND_BLOB)) {
    g_autofree char *start = g_strndup (event->id, 12);

    return sgn_placeholder_fill_one (_ ("content of the attached file %s…"), start);
  }

  entry = sgn_entry_to_words (event->kind, event->id);
  if (!g_str_equal (event->kind, SGN_KIND_ANSWER))
    return g_steal_pointer (&entry);
  /* Translators: %s is a question, such as “No. 3 (check 2)” */
  return sgn_placeholder_fill_one (_ ("Answer to %s"), entry);
}

char *
sgn_history_get_subject (const SgnHistory *self, const SgnEvent *event)
{
  const ActWords *words = find_act (event->act);
  g_autofree char *entry = entry_to_words (event);

  return words != NULL && words->phrase != NULL
           ? sgn_placeholder_fill_one (_ (words->phrase), entry)
           : g_steal_pointer (&entry);
}

/* A question by its title: whoever reads the history does not know its number. */
static char *
title_to_words (const SgnHistory *self, const SgnEvent *event)
{
  const SgnItem *item = sgn_history_get_item (self, event);

  if (item == NULL || !g_str_equal (event->kind, SGN_KIND_ANSWER))
    return entry_to_words (event);
  /* Translators: a question, by its number and short title */
  return g_strdup_printf (_ ("No. %s　%s"), item->number,
                          sgn_text_get (&item->short_title, sgn_language_of_user ()));
}

/**
 * sgn_history_get_title:
 * @self: a history
 * @act: one of its acts
 *
 * Returns: (transfer full): what was done to what
 */
char *
sgn_history_get_title (const SgnHistory *self, const SgnHistoryAct *act)
{
  guint count = 0;
  const SgnEvent *event = sgn_history_act_get_main (act, &count);
  const ActWords *words = find_act (event->act);
  g_autofree char *title = title_to_words (self, event);

  if (count > 1) {
    g_autofree char *act_words = sgn_history_act_to_words (event->act);
    g_autofree char *kind = sgn_entry_kind_to_words (event->kind);

    /* Translators: an act, what it was done to, how many of them: “Import: Answers, 25” */
    return g_strdup_printf (_ ("%s: %s, %u"), act_words, kind, count);
  }
  return words != NULL && words->phrase != NULL
           ? sgn_placeholder_fill_one (_ (words->phrase), title)
           : g_steal_pointer (&title);
}

static char *
shorten (const char *text)
{
  g_autofree char *line = sgn_clean_line (text);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= SHORT_TEXT)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, SHORT_TEXT - 1);
  return g_strconcat (start, "…", NULL);
}

static char *
text_to_words (const char *column, const char *text)
{
  g_autofree char *start = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++) {
    if (g_str_equal (values[i].column, column) && g_str_equal (values[i].value, text))
      return g_strdup (_ (values[i].words));
  }
  start = shorten (text);
  return sgn_placeholder_fill_one (_ ("“%s”"), start);
}

static char *
number_to_words (const SgnHistory *self, const char *column, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  const char *name = NULL;

  if (g_strv_contains (person_columns, column))
    name = g_hash_table_lookup (self->persons, text);
  if (name != NULL && *name != '\0')
    return shorten (name);
  if (g_str_equal (column, "retired"))
    return g_strdup (number != 0 ? _ ("withdrawn") : _ ("in use"));
  return g_steal_pointer (&text);
}

/* Another entry, as "answer/1/SD-01". */
static char *
reference_to_words (const char *reference)
{
  const char *slash = strchr (reference, '/');
  g_autofree char *kind = NULL;

  if (slash == NULL)
    return g_strdup (reference);
  kind = g_strndup (reference, (gsize) (slash - reference));
  return sgn_entry_to_words (kind, slash + 1);
}

static char *
value_to_words (const SgnHistory *self, const char *column, const json_t *value)
{
  if (json_is_string (value) && g_str_equal (column, "carried_from"))
    return reference_to_words (json_string_value (value));
  if (json_is_string (value) && *json_string_value (value) != '\0')
    return text_to_words (column, json_string_value (value));
  if (json_is_integer (value))
    return number_to_words (self, column, json_integer_value (value));
  return g_strdup (_ ("nothing"));
}

static char *
column_change_to_words (const SgnHistory *self,
                        const char *column,
                        const json_t *before,
                        const json_t *after)
{
  g_autofree char *words = sgn_entry_column_to_words (column);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  /* Translators: a value that is too long to be shown, such as “Text changed” */
  if (g_strv_contains (long_columns, column))
    return g_strdup_printf (_ ("%s changed"), words);

  from = value_to_words (self, column, before);
  to = value_to_words (self, column, after);
  /* Translators: a value, what it was and what it is now */
  return g_strdup_printf (_ ("%s: %s → %s"), words, from, to);
}

static gboolean
is_same_value (const json_t *a, const json_t *b)
{
  if (a == NULL || json_is_null (a))
    return b == NULL || json_is_null (b);
  return b != NULL && json_equal (a, b);
}

/* Whether a column is worth a word in a row that is told by its changes. */
static gboolean
is_told (const SgnEvent *event, const char *column)
{
  gboolean answer = g_str_equal (event->kind, SGN_KIND_ANSWER);

  if (g_strv_contains (silent_columns, column))
    return FALSE;
  return !answer || (!g_str_equal (column, "value") && !g_str_equal (column, "person"));
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Of both rows, which need not have the same columns: sorted, so that the words do not depend on
 * which of them has one. */
static GPtrArray *
list_changed_columns (const SgnEvent *event)
{
  g_autoptr (json_t) both = json_object ();
  GPtrArray *changed = g_ptr_array_new_with_free_func (g_free);
  const char *column = NULL;
  json_t *value = NULL;

  if (event->before != NULL)
    json_object_update (both, event->before);
  if (event->after != NULL)
    json_object_update (both, event->after);
  json_object_foreach (both, column, value)
  {
    if (is_told (event, column) && !is_same_value (json_object_get (event->before, column),
                                                   json_object_get (event->after, column)))
      g_ptr_array_add (changed, g_strdup (column));
  }
  g_ptr_array_sort (changed, compare_columns);
  return changed;
}

static void
add_part (GString *text, const char *part)
{
  /* Translators: between two changes of one entry */
  g_string_append_printf (text, "%s%s", text->len > 0 ? _ ("; ") : "", part);
}

static void
add_columns (const SgnHistory *self, const SgnEvent *event, GString *text)
{
  g_autoptr (GPtrArray) changed = list_changed_columns (event);

  for (guint i = 0; i < MIN (changed->len, TOLD_VALUES); i++) {
    const char *column = changed->pdata[i];
    g_autofree char *words =
      column_change_to_words (self, column, json_object_get (event->before, column),
                              json_object_get (event->after, column));

    add_part (text, words);
  }
  if (changed->len > TOLD_VALUES) {
    g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more",
                                                          changed->len - TOLD_VALUES),
                                             changed->len - TOLD_VALUES);

    add_part (text, more);
  }
}

static char *
answer_to_words (const SgnItem *item, const json_t *row)
{
  const char *key = sgn_json_string (row, "value");
  const SgnScaleValue *value = item != NULL && key != NULL ? sgn_item_find_value (item, key) : NULL;

  if (key == NULL)
    return g_strdup (_ ("not answered"));
  return g_strdup (value != NULL ? sgn_text_get (&value->label, sgn_language_of_user ()) : key);
}

static void
add_answer (const SgnHistory *self, const SgnEvent *event, GString *text)
{
  const SgnItem *item = sgn_history_find_item (self, event->id);
  g_autofree char *from = answer_to_words (item, event->before);
  g_autofree char *to = answer_to_words (item, event->after);
  g_autofree char *change = NULL;

  if (g_str_equal (from, to))
    return;
  /* Translators: an answer as it was and as it is now */
  change = g_strdup_printf (_ ("%s → %s"), from, to);
  add_part (text, change);
}

static char *
name_of (const SgnHistory *self, const SgnEvent *event, const json_t *row)
{
  const char *target = sgn_json_string (row, "ref");

  if (target != NULL && sgn_json_string (row, "kind") != NULL)
    return sgn_entry_to_words (sgn_json_string (row, "kind"), target);
  if (g_str_equal (event->kind, SGN_KIND_ASSESSMENT)) {
    const SgnCatalogue *catalogue = g_hash_table_lookup (self->catalogues, event->id);

    return catalogue != NULL
             ? g_strdup (sgn_text_get (&catalogue->short_title, sgn_language_of_user ()))
             : NULL;
  }
  for (guint i = 0; name_columns[i] != NULL; i++) {
    const char *name = sgn_json_string (row, name_columns[i]);

    if (name != NULL && *name != '\0')
      return shorten (name);
  }
  return NULL;
}

static char *
coming_to_words (const SgnHistory *self, const SgnEvent *event)
{
  const json_t *row = event->after != NULL ? event->after : event->before;
  g_autofree char *name = name_of (self, event, row);

  if (event->after != NULL)
    return name != NULL ? sgn_placeholder_fill_one (_ ("added, “%s”"), name)
                        : g_strdup (_ ("added"));
  return name != NULL ? sgn_placeholder_fill_one (_ ("taken away, “%s”"), name)
                      : g_strdup (_ ("taken away"));
}

/**
 * sgn_history_get_change:
 * @self: a history
 * @event: one of its events
 *
 * Answers are said in the words of their guideline, people by name, long texts by their beginning.
 *
 * Returns: (transfer full) (nullable): from what to what; %NULL for an entry that has no content
 */
char *
sgn_history_get_change (const SgnHistory *self, const SgnEvent *event)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL && event != NULL, NULL);

  if (event->erased)
    return g_strdup (_ ("its content was erased"));
  if (event->before == NULL && event->after == NULL)
    return NULL;
  if (event->before != NULL && event->after != NULL && json_equal (event->before, event->after))
    return g_strdup (_ ("stated anew, because earlier content was erased"));

  if (g_str_equal (event->kind, SGN_KIND_ANSWER)) {
    add_answer (self, event, text);
    add_columns (self, event, text);
  } else if (event->before == NULL || event->after == NULL) {
    return coming_to_words (self, event);
  } else {
    add_columns (self, event, text);
  }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

char *
sgn_history_get_sentence (const SgnHistory *self, const SgnEvent *event)
{
  g_autofree char *subject = sgn_history_get_subject (self, event);
  g_autofree char *change = sgn_history_get_change (self, event);

  /* Translators: what was done to what, and from what to what */
  return change != NULL ? g_strdup_printf (_ ("%s – %s"), subject, change)
                        : g_steal_pointer (&subject);
}

char *
sgn_history_get_author (const SgnEvent *event)
{
  if (event->by != NULL)
    return g_strdup (event->by);
  return g_strdup (event->erased ? _ ("Name erased") : _ ("Name not recorded"));
}
