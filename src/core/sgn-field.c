/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-field.h"

#include "sgn-placeholder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A field by its path; * stands for one step, whose name goes into the words at %s. */
typedef struct {
  const char *path;
  const char *words;
} Field;

static const Field fields[] = {
  { "company.name", N_ ("Company name") },
  { "company.address", N_ ("Address of the company") },
  { "company.corporate_number", N_ ("Corporate number") },
  { "company.postal_code", N_ ("Postal code") },
  { "company.representative", N_ ("Name of the representative") },
  { "company.representative_title", N_ ("Title of the representative") },
  { "assessment.scope", N_ ("Scope of the check") },
  { "assessment.answered_by.*", N_ ("Person who answered") },
  { "assessment.answered_department", N_ ("Department that answered") },
  { "assessment.reviewed_by.*", N_ ("Person who confirmed") },
  { "assessment.reviewed_role", N_ ("Role of the person who confirmed") },
  { "items.*.note", N_ ("Note of %s") },
  { "items.*.site", N_ ("Site of %s") },
  { "items.*.statement", N_ ("Sentence for outsiders of %s") },
  { "answers.*.note", N_ ("Note of %s") },
  { "answers.*.statement", N_ ("Sentence for outsiders of %s") },
  { "answers.*.statement_en", N_ ("English sentence for outsiders of %s") },
  { "policy.contact", N_ ("Contact in the basic policy") },
  { "policy.published_place", N_ ("Place where the basic policy is published") },
  { "policy.parts.*.text", N_ ("Part “%s” of the basic policy") },
  { "policy.*.text", N_ ("Part “%s” of the basic policy") },
  { "policy.*", N_ ("Part “%s” of the basic policy") },
  { "places.*.place", N_ ("Place where the declaration is shown") },
  { "places.*.how", N_ ("How the declaration is shown") },
  { "evidence.*.title", N_ ("Title of a piece of evidence") },
  { "evidence.*.file_name", N_ ("File name of a piece of evidence") },
};

/* Whether @field has the shape of @path; @step is what stands for its last *. */
static gboolean
matches (const char *path, char **steps, const char **step)
{
  g_auto (GStrv) wanted = g_strsplit (path, ".", -1);
  guint n = g_strv_length (wanted);

  if (n != g_strv_length (steps))
    return FALSE;

  for (guint i = 0; i < n; i++) {
    if (strcmp (wanted[i], "*") == 0)
      *step = steps[i];
    else if (strcmp (wanted[i], steps[i]) != 0)
      return FALSE;
  }
  return TRUE;
}

/* Our own items carry their number behind the first hyphen of their id: SD-18 is No. 18, MG-1-2 is
 * No. 1-2. */
char *
sgn_field_item_to_words (const char *item)
{
  const char *digits;

  g_return_val_if_fail (item != NULL, NULL);

  digits = strchr (item, '-');
  if (digits == NULL || !g_ascii_isupper (*item) || !g_ascii_isdigit (digits[1]) ||
      strspn (digits + 1, "0123456789-") != strlen (digits + 1))
    return g_strdup (item);
  digits += 1 + strspn (digits + 1, "0");
  return g_strdup_printf (_ ("No. %s"), digits);
}

char *
sgn_field_to_words (const char *field)
{
  g_auto (GStrv) steps = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  steps = g_strsplit (field, ".", -1);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    const char *step = NULL;
    g_autofree char *name = NULL;

    if (!matches (fields[i].path, steps, &step))
      continue;
    name = step != NULL ? sgn_field_item_to_words (step) : NULL;
    return sgn_placeholder_fill_one (_ (fields[i].words), name != NULL ? name : "");
  }
  return g_strdup (field);
}
