/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-private.h"

#include "sgn-declaration.h"

#include <string.h>

#define DOCUMENT "declaration-preparation"

/* The sheet can always be made: what is missing on it is what there is to do. */
gboolean
sgn_projection_check_preparation (const SgnProjection *self, GError **error)
{
  return TRUE;
}

static gboolean
is_said (const char *text)
{
  return text != NULL && text[0] != '\0';
}

/* The form that is filled in asks in Japanese, so that the data stand as typed whatever the
 * language of the sheet. */
static char *
format_data (const SgnProjection *self, const char *key, const char *name, const char *value)
{
  return sgn_documents_format (self->library->documents, DOCUMENT, key, SGN_LANGUAGE_JA, name,
                               value, NULL);
}

/* Several data of one row, those that are there; owned by the caller. */
static char *
join_data (const char *first, const char *second, const char *third)
{
  const char *all[] = { first, second, third };
  GString *joined = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++) {
    if (!is_said (all[i]))
      continue;
    if (joined->len > 0)
      g_string_append (joined, "　");
    g_string_append (joined, all[i]);
  }
  return g_string_free (joined, FALSE);
}

/* Takes @value. */
static void
add_field (const SgnProjection *self,
           json_t *fields,
           const char *group,
           const char *key,
           char *value)
{
  g_autofree char *owned = value;
  g_autofree char *label_key = g_strconcat ("field.", key, NULL);
  const char *label =
    sgn_documents_text (self->library->documents, DOCUMENT, label_key, self->request->language);
  json_t *json = json_object ();

  sgn_json_set_string (json, "group", group);
  sgn_json_set_string (json, "key", key);
  sgn_json_set_string (json, "label", label);
  sgn_json_set_string (json, "value", is_said (owned) ? owned : NULL);
  json_array_append_new (fields, json);
}

static char *
format_person (const SgnProjection *self, const char *place, const char *name, const char *kana)
{
  g_autofree char *reading =
    is_said (kana) ? format_data (self, "data.kana", "kana", kana) : g_strdup ("");
  g_autofree char *named = is_said (name) ? g_strconcat (name, reading, NULL) : NULL;

  return join_data (place, named, NULL);
}

/* 1,000: three digits at a time. */
static char *
group_digits (gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  gsize n = strlen (digits);
  GString *grouped = g_string_new (NULL);

  for (gsize i = 0; i < n; i++) {
    if (i > 0 && (n - i) % 3 == 0)
      g_string_append_c (grouped, ',');
    g_string_append_c (grouped, digits[i]);
  }
  return g_string_free (grouped, FALSE);
}

/* 1,000万円, where it is a round sum; (nullable) */
static char *
format_capital (const SgnProjection *self, gint64 yen)
{
  gboolean round = yen >= 10000 && yen % 10000 == 0;
  g_autofree char *number = yen >= 0 ? group_digits (round ? yen / 10000 : yen) : NULL;

  if (number == NULL)
    return NULL;
  return format_data (self, round ? "data.capital_round" : "data.capital", "n", number);
}

static char *
format_business (const SgnProjection *self)
{
  const SgnProfile *profile = self->record->profile;
  g_autofree char *number = group_digits (MAX (profile->employees, 0));
  g_autofree char *staff =
    profile->employees >= 0 ? format_data (self, "data.employees", "n", number) : NULL;
  g_autofree char *capital = format_capital (self, profile->capital_yen);

  return join_data (profile->industry, staff, capital);
}

static char *
format_address (const SgnProjection *self)
{
  const SgnProfile *profile = self->record->profile;
  g_autofree char *code = is_said (profile->postal_code)
                            ? format_data (self, "data.postal_code", "code", profile->postal_code)
                            : NULL;

  return join_data (code, profile->address, NULL);
}

/* What is usually asked, in the order it usually is. */
static void
add_fields (SgnProjection *self)
{
  const SgnProfile *profile = self->record->profile;
  json_t *fields = json_array ();

  add_field (self, fields, "company", "name", g_strdup (profile->name));
  add_field (self, fields, "company", "kana", g_strdup (profile->name_kana));
  add_field (self, fields, "company", "corporate_number", g_strdup (profile->corporate_number));
  add_field (self, fields, "company", "address", format_address (self));
  add_field (self, fields, "company", "representative",
             format_person (self, profile->representative_title, profile->representative,
                            profile->representative_kana));
  add_field (self, fields, "company", "business", format_business (self));
  add_field (self, fields, "company", "url", g_strdup (profile->url));
  add_field (self, fields, "contact", "contact",
             format_person (self, profile->contact_department, profile->contact,
                            profile->contact_kana));
  add_field (self, fields, "contact", "email", g_strdup (profile->email));
  add_field (self, fields, "contact", "phone", g_strdup (profile->phone));
  add_field (self, fields, "declaration", "purpose", g_strdup (profile->purpose));
  json_object_set_new (self->json, "fields", fields);
}

/* How far the newest check of @id is, under @key, and which edition it was; null when there is
 * none. */
static void
add_check (SgnProjection *self, const char *key, const char *id, json_t *editions)
{
  const SgnAssessment *assessment = sgn_record_find_answered (self->record, id);
  SgnCatalogue *catalogue =
    assessment != NULL ? sgn_library_find_catalogue (self->library, id, assessment->edition) : NULL;
  json_t *json = catalogue != NULL ? json_object () : json_null ();
  g_autoptr (SgnCombined) combined = NULL;
  g_autoptr (SgnScore) score = NULL;
  g_autofree char *date = NULL;

  json_object_set_new (self->json, key, json);
  if (catalogue == NULL)
    return;

  combined = sgn_combined_new (self->record, catalogue, assessment);
  score = sgn_score_new (catalogue, combined->answers, NULL);
  date = sgn_assessment_dup_date (combined->answers);
  sgn_json_set_string (json, "date", date);
  sgn_json_set_integer (json, "answered", score->answered);
  sgn_json_set_integer (json, "items", score->items);
  sgn_projection_append_edition (self, editions, catalogue);
}

/* (nullable): the newest version that is public */
static const SgnPolicy *
find_public_policy (const SgnRecord *record)
{
  for (guint i = record->policies->len; i > 0; i--) {
    const SgnPolicy *policy = record->policies->pdata[i - 1];

    if (is_said (policy->published_place) && is_said (policy->published_on))
      return policy;
  }
  return NULL;
}

static void
add_policy (SgnProjection *self)
{
  const SgnPolicy *policy = find_public_policy (self->record);
  json_t *json = policy != NULL ? json_object () : json_null ();

  json_object_set_new (self->json, "policy", json);
  if (policy == NULL)
    return;
  sgn_json_set_string (json, "published_place", policy->published_place);
  sgn_json_set_string (json, "published_on", policy->published_on);
}

/* ★★ once the company has begun what it asks for beyond ★: the self-check, the policy. */
static int
choose_star (const SgnRecord *record)
{
  gboolean begun = sgn_record_find_answered (record, SGN_SELF_CHECK) != NULL ||
                   sgn_record_get_policy (record) != NULL;

  return begun ? 2 : 1;
}

void
sgn_projection_add_preparation (SgnProjection *self)
{
  int star = choose_star (self->record);
  json_t *editions = json_array ();

  sgn_json_set_integer (self->json, "star", star);
  sgn_json_set_string (self->json, "words", sgn_star_to_words (star, self->request->language));
  sgn_json_set_string (self->json, "symbol", sgn_star_to_symbol (star));
  sgn_json_set_string (self->json, "gbizid", self->record->profile->gbizid);
  add_check (self, "rules", SGN_RULES, editions);
  add_check (self, "self_check", SGN_SELF_CHECK, editions);
  add_policy (self);
  add_fields (self);
  json_object_set_new (self->json, "editions", editions);
}
