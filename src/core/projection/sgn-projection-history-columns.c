/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-history-private.h"

#include <string.h>

/* A text is quoted up to this many characters, so that a row stays a row. */
#define SHORT_TEXT 24
/* As many columns are named. */
#define NAMED_COLUMNS 4

/* Columns that people know; the rest says nothing that the event does not say already. */
static const char *const columns[] = {
  "value",
  "state",
  "title",
  "title_en",
  "name",
  "name_en",
  "name_kana",
  "kana",
  "number",
  "star",
  "date",
  "edition",
  "account",
  "note",
  "statement",
  "statement_en",
  "next_review",
  "person",
  "owner",
  "reviewed_by",
  "reviewed_on",
  "expert",
  "expert_name",
  "expert_on",
  "carried_from",
  "due",
  "done_on",
  "dated",
  "expires",
  "retired",
  "file_name",
  "place",
  "place_en",
  "how",
  "how_en",
  "since",
  "confirmed",
  "review",
  "parts",
  "parts_en",
  "established",
  "revised",
  "published_on",
  "published_place",
  "contact",
  "contact_en",
  "contact_kana",
  "contact_department",
  "department",
  "department_en",
  "role",
  "role_en",
  "left_on",
  "scope",
  "scope_en",
  "level",
  "period_start",
  "period_end",
  "corporate_number",
  "postal_code",
  "address",
  "address_en",
  "representative",
  "representative_en",
  "representative_kana",
  "representative_title",
  "representative_title_en",
  "email",
  "phone",
  "url",
  "industry",
  "employees",
  "computers",
  "capital_yen",
  "gbizid",
  "purpose",
  "recipient",
};

/* Numbers of people. */
static const char *const person_columns[] = { "person", "reviewed_by", "owner", NULL };
/* Written for people, but too long to be quoted. */
static const char *const long_columns[] = { "parts",        "parts_en",     "note",
                                            "statement",    "statement_en", "value",
                                            "carried_from", "retired",      NULL };
/* Columns with keys for values. */
static const char *const key_columns[] = { "state", "account", "gbizid", "expert", NULL };
/* Told by the sentence itself. */
static const char *const answer_columns[] = { "value", "person", NULL };

static gboolean
is_same_value (const json_t *a, const json_t *b)
{
  if (a == NULL || json_is_null (a))
    return b == NULL || json_is_null (b);
  return b != NULL && json_equal (a, b);
}

static gboolean
has_changed (const SgnEvent *event, const char *column)
{
  if (g_str_equal (event->kind, SGN_KIND_ANSWER) && g_strv_contains (answer_columns, column))
    return FALSE;
  return !is_same_value (json_object_get (event->before, column),
                         json_object_get (event->after, column));
}

static GPtrArray *
list_changed (const SgnEvent *event)
{
  GPtrArray *changed = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    if (has_changed (event, columns[i]))
      g_ptr_array_add (changed, (gpointer) columns[i]);
  }
  return changed;
}

static const char *
get_column_name (const SgnTeller *self, const char *column)
{
  g_autofree char *key = g_strconcat ("column.", column, NULL);

  return sgn_teller_get_text (self, key);
}

static char *
join_names (const SgnTeller *self, GPtrArray *changed)
{
  const char *separator = sgn_teller_get_text (self, "list.separator");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *more = NULL;

  for (guint i = 0; i < MIN (changed->len, NAMED_COLUMNS); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? separator : "",
                            get_column_name (self, changed->pdata[i]));
  if (changed->len <= NAMED_COLUMNS)
    return g_strdup (text->str);
  more = g_strdup_printf ("%u", changed->len - NAMED_COLUMNS);
  return sgn_teller_format (self, "columns.more", "columns", text->str, "n", more, NULL);
}

char *
sgn_teller_name_columns (const SgnTeller *self, const SgnEvent *event)
{
  g_autoptr (GPtrArray) changed = list_changed (event);

  return changed->len > 0 ? join_names (self, changed) : NULL;
}

static gboolean
is_short (const char *column, const json_t *value)
{
  const char *text = json_string_value (value);

  return !g_strv_contains (long_columns, column) &&
         (text == NULL ||
          (g_utf8_strlen (text, -1) <= SHORT_TEXT && strpbrk (text, "\r\n") == NULL));
}

static gboolean
is_key (const char *column, const char *text)
{
  static const char *const keys[] = { "todo", "doing",          "done",          "declined",
                                      "open", "closed",         "prime",         "member",
                                      "none", SGN_EXPERT_ASKED, SGN_EXPERT_SEEN, NULL };

  return g_strv_contains (key_columns, column) && g_strv_contains (keys, text);
}

static char *
number_to_words (const SgnTeller *self, const char *column, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  const char *name = NULL;

  if (g_strv_contains (person_columns, column))
    name = g_hash_table_lookup (self->history->persons, text);
  return name != NULL && *name != '\0' ? g_strdup (name) : g_steal_pointer (&text);
}

static char *
value_to_words (const SgnTeller *self, const char *column, const json_t *value)
{
  const char *text = json_string_value (value);
  g_autofree char *key = NULL;

  if (json_is_integer (value))
    return number_to_words (self, column, json_integer_value (value));
  if (text == NULL || *text == '\0')
    return g_strdup (sgn_teller_get_text (self, "value.nothing"));
  if (!is_key (column, text))
    return sgn_teller_format (self, "value.quoted", "text", text, NULL);

  key = g_strconcat ("value.", column, ".", text, NULL);
  return g_strdup (sgn_teller_get_text (self, key));
}

static char *
tell_one (const SgnTeller *self, const SgnEvent *event, const char *column)
{
  const json_t *before = json_object_get (event->before, column);
  const json_t *after = json_object_get (event->after, column);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!is_short (column, before) || !is_short (column, after))
    return sgn_teller_format (self, "detail.columns", "columns", get_column_name (self, column),
                              NULL);
  from = value_to_words (self, column, before);
  to = value_to_words (self, column, after);
  return sgn_teller_format (self, "detail.column", "column", get_column_name (self, column), "from",
                            from, "to", to, NULL);
}

char *
sgn_teller_tell_columns (const SgnTeller *self, const SgnEvent *event)
{
  g_autoptr (GPtrArray) changed = list_changed (event);
  g_autofree char *names = NULL;

  if (changed->len == 0)
    return NULL;
  if (changed->len == 1)
    return tell_one (self, event, changed->pdata[0]);
  names = join_names (self, changed);
  return sgn_teller_format (self, "detail.columns", "columns", names, NULL);
}
