/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-entry.h"

#include "sgn-field.h"
#include "sgn-placeholder.h"
#include "sgn-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* @one: one entry, its id at %s */
typedef struct {
  const char *kind;
  const char *all;
  const char *one;
} EntryKind;

static const EntryKind entry_kinds[] = {
  { SGN_KIND_COMPANY, N_ ("Company details"), N_ ("the company") },
  { SGN_KIND_PERSON, N_ ("People"), N_ ("Person %s") },
  { SGN_KIND_SITE, N_ ("Sites"), N_ ("Site %s") },
  { SGN_KIND_ASSESSMENT, N_ ("Checks"), N_ ("Check %s") },
  { SGN_KIND_ANSWER, N_ ("Answers"), N_ ("Answer %s") },
  { SGN_KIND_EVIDENCE, N_ ("Evidence"), N_ ("Evidence %s") },
  { SGN_KIND_EVIDENCE_LINK, N_ ("What evidence proves"), N_ ("What evidence %s proves") },
  { SGN_KIND_DECLARATION, N_ ("Declarations"), N_ ("Declaration %s") },
  { SGN_KIND_PLACE, N_ ("Places of declarations"), N_ ("Place %s of a declaration") },
  { SGN_KIND_POLICY, N_ ("Versions of the basic policy"), N_ ("Version %s of the basic policy") },
  { SGN_KIND_ISSUE, N_ ("Issued documents"), N_ ("Document %s") },
  { SGN_KIND_TASK, N_ ("Tasks"), N_ ("Task %s") },
  { SGN_KIND_TASK_LINK, N_ ("What tasks are for"), N_ ("What task %s is for") },
  { SGN_KIND_SETTING, N_ ("Settings"), N_ ("Setting “%s”") },
  { SGN_KIND_CATALOGUE, N_ ("The company’s own guidelines"), N_ ("Guideline “%s”") },
};

typedef struct {
  const char *name;
  const char *words;
} Column;

static const Column columns[] = {
  { "account", N_ ("GBizID") },
  { "added_at", N_ ("Time added") },
  { "address", N_ ("Address") },
  { "address_en", N_ ("Address in English") },
  { "assessment", N_ ("Check") },
  { "at", N_ ("Time") },
  { "audience", N_ ("Readers") },
  { "capital_yen", N_ ("Capital") },
  { "carried_from", N_ ("Where the answer was carried over from") },
  { "catalogue", N_ ("Guideline") },
  { "closed_at", N_ ("Time of closing") },
  { "computers", N_ ("Number of computers") },
  { "confirmed", N_ ("Day of confirmation") },
  { "contact", N_ ("Contact") },
  { "contact_department", N_ ("Department of the contact") },
  { "contact_en", N_ ("Contact in English") },
  { "contact_kana", N_ ("Reading of the contact") },
  { "corporate_number", N_ ("Corporate number") },
  { "date", N_ ("Date") },
  { "dated", N_ ("Date") },
  { "declaration", N_ ("Declaration") },
  { "department", N_ ("Department") },
  { "department_en", N_ ("Department in English") },
  { "document", N_ ("Kind of document") },
  { "done_on", N_ ("Day of completion") },
  { "due", N_ ("Due date") },
  { "edition", N_ ("Edition") },
  { "email", N_ ("E-mail address") },
  { "employees", N_ ("Number of employees") },
  { "established", N_ ("Day of establishment") },
  { "evidence", N_ ("Evidence") },
  { "expert", N_ ("Look of an expert") },
  { "expert_name", N_ ("Name of the expert") },
  { "expert_on", N_ ("Day of the expert’s look") },
  { "expires", N_ ("Last day of validity") },
  { "file_name", N_ ("File name") },
  { "gbizid", N_ ("GBizID") },
  { "how", N_ ("Way of showing") },
  { "how_en", N_ ("Way of showing in English") },
  { "id", N_ ("Number") },
  { "industry", N_ ("Industry") },
  { "issued_at", N_ ("Time of issue") },
  { "item", N_ ("Question") },
  { "kana", N_ ("Reading") },
  { "kind", N_ ("Kind") },
  { "language", N_ ("Language of the document") },
  { "left_on", N_ ("Last day at the company") },
  { "level", N_ ("Level aimed at") },
  { "location_removed", N_ ("Removal of position data") },
  { "media_type", N_ ("Kind of file") },
  { "name", N_ ("Name") },
  { "name_en", N_ ("Name in English") },
  { "name_kana", N_ ("Reading of the name") },
  { "next_review", N_ ("Day of the next review") },
  { "note", N_ ("Note") },
  { "number", N_ ("Number") },
  { "opened_at", N_ ("Time of opening") },
  { "options", N_ ("Options") },
  { "owner", N_ ("Person in charge") },
  { "parent", N_ ("Check of the company") },
  { "parts", N_ ("Text") },
  { "parts_en", N_ ("English text") },
  { "period_end", N_ ("End of the period") },
  { "period_start", N_ ("Beginning of the period") },
  { "person", N_ ("Person who answered") },
  { "phone", N_ ("Telephone number") },
  { "place", N_ ("Place") },
  { "place_en", N_ ("Place in English") },
  { "postal_code", N_ ("Postal code") },
  { "previous", N_ ("Check before") },
  { "published_on", N_ ("Day of publication") },
  { "published_place", N_ ("Place of publication") },
  { "purpose", N_ ("Purpose") },
  { "recipient", N_ ("Recipient") },
  { "record_hash", N_ ("Hash of the record") },
  { "ref", N_ ("Target") },
  { "replaces", N_ ("Older version") },
  { "representative", N_ ("Name of the representative") },
  { "representative_en", N_ ("Name of the representative in English") },
  { "representative_kana", N_ ("Reading of the representative") },
  { "representative_title", N_ ("Title of the representative") },
  { "representative_title_en", N_ ("Title of the representative in English") },
  { "retired", N_ ("Withdrawal") },
  { "review", N_ ("Month of the next look") },
  { "reviewed_by", N_ ("Person who confirmed") },
  { "reviewed_on", N_ ("Day of confirmation") },
  { "revised", N_ ("Day of revision") },
  { "role", N_ ("Role") },
  { "role_en", N_ ("Role in English") },
  { "sample", N_ ("Mark of a sample") },
  { "scope", N_ ("Scope") },
  { "scope_en", N_ ("Scope in English") },
  { "sha256", N_ ("Hash of the file") },
  { "since", N_ ("First day") },
  { "site", N_ ("Site") },
  { "size", N_ ("Size") },
  { "star", N_ ("Stars") },
  { "state", N_ ("State") },
  { "statement", N_ ("Sentence for outsiders") },
  { "statement_en", N_ ("English sentence for outsiders") },
  { "task", N_ ("Task") },
  { "text", N_ ("Text") },
  { "title", N_ ("Title") },
  { "title_en", N_ ("Title in English") },
  { "url", N_ ("Web site") },
  { "value", N_ ("Answer") },
  { "version", N_ ("Number of the version") },
};

static const EntryKind *
find_kind (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entry_kinds); i++) {
    if (strcmp (entry_kinds[i].kind, kind) == 0)
      return &entry_kinds[i];
  }
  return NULL;
}

/* "2/SD-03" is the answer to No. 3 in the second check. */
static char *
answer_to_words (const char *id)
{
  const char *slash = strchr (id, '/');
  g_autofree char *check = NULL;
  g_autofree char *item = NULL;

  if (slash == NULL)
    return NULL;

  check = g_strndup (id, (gsize) (slash - id));
  item = sgn_field_item_to_words (slash + 1);
  /* Translators: a question, and the number of the check it was answered in. */
  return g_strdup_printf (_ ("%s (check %s)"), item, check);
}

char *
sgn_entry_kind_to_words (const char *kind)
{
  const EntryKind *known;

  g_return_val_if_fail (kind != NULL, NULL);

  known = find_kind (kind);
  return g_strdup (known != NULL ? _ (known->all) : kind);
}

char *
sgn_entry_to_words (const char *kind, const char *id)
{
  const EntryKind *known;
  g_autofree char *first = NULL;
  char *answer;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  known = find_kind (kind);
  if (known == NULL)
    return g_strdup_printf ("%s %s", kind, id);
  if (strcmp (kind, SGN_KIND_ANSWER) == 0 && (answer = answer_to_words (id)) != NULL)
    return answer;
  if (strcmp (kind, SGN_KIND_EVIDENCE_LINK) != 0 && strcmp (kind, SGN_KIND_TASK_LINK) != 0)
    return sgn_placeholder_fill_one (_ (known->one), id);

  first = g_strndup (id, strcspn (id, "/"));
  return sgn_placeholder_fill_one (_ (known->one), first);
}

char *
sgn_entry_column_to_words (const char *column)
{
  g_return_val_if_fail (column != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++) {
    if (strcmp (columns[i].name, column) == 0)
      return g_strdup (_ (columns[i].words));
  }
  return g_strdup (column);
}

char *
sgn_entry_value_to_words (const char *kind, const char *id, const char *column)
{
  g_autofree char *entry = sgn_entry_to_words (kind, id);
  g_autofree char *value = sgn_entry_column_to_words (column);

  g_return_val_if_fail (entry != NULL && value != NULL, NULL);

  /* Translators: a value and whose it is, such as “Note of No. 3 (check 2)”. */
  return g_strdup_printf (_ ("%s of %s"), value, entry);
}
