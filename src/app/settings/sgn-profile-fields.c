/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-profile-fields.h"

#include <glib/gi18n-lib.h>

#include "sgn-corporate-number.h"
#include "sgn-error.h"
#include "sgn-fold.h"

#define POSTAL_DIGITS 7

#define AT(field) #field, G_STRUCT_OFFSET(SgnProfile, field)

static const SgnProfileField fields[] = {
  { AT (name), N_ ("Name of the Company"), SGN_PROFILE_COMPANY, FALSE,
    GTK_INPUT_PURPOSE_FREE_FORM },
  { AT (name_kana), N_ ("Reading in Kana"), SGN_PROFILE_COMPANY, FALSE,
    GTK_INPUT_PURPOSE_FREE_FORM },
  { AT (name_en), N_ ("Name in English"), SGN_PROFILE_COMPANY, FALSE, GTK_INPUT_PURPOSE_FREE_FORM },
  { AT (corporate_number), N_ ("Corporate Number (13 Digits)"), SGN_PROFILE_COMPANY, FALSE,
    GTK_INPUT_PURPOSE_DIGITS },
  { AT (postal_code), N_ ("Postal Code (7 Digits)"), SGN_PROFILE_COMPANY, FALSE,
    GTK_INPUT_PURPOSE_DIGITS },
  { AT (address), N_ ("Address"), SGN_PROFILE_COMPANY, FALSE, GTK_INPUT_PURPOSE_FREE_FORM },
  { AT (representative_title), N_ ("Title of the Representative"), SGN_PROFILE_COMPANY, FALSE,
    GTK_INPUT_PURPOSE_FREE_FORM },
  { AT (representative), N_ ("Name of the Representative"), SGN_PROFILE_COMPANY, FALSE,
    GTK_INPUT_PURPOSE_FREE_FORM },
  { AT (representative_kana), N_ ("Reading of That Name in Kana"), SGN_PROFILE_COMPANY, FALSE,
    GTK_INPUT_PURPOSE_FREE_FORM },
  { AT (industry), N_ ("Industry"), SGN_PROFILE_COMPANY, FALSE, GTK_INPUT_PURPOSE_FREE_FORM },
  { AT (contact_department), N_ ("Department"), SGN_PROFILE_CONTACT, FALSE,
    GTK_INPUT_PURPOSE_FREE_FORM },
  { AT (contact), N_ ("Person to Contact"), SGN_PROFILE_CONTACT, FALSE,
    GTK_INPUT_PURPOSE_FREE_FORM },
  { AT (contact_kana), N_ ("Reading of That Name in Kana"), SGN_PROFILE_CONTACT, FALSE,
    GTK_INPUT_PURPOSE_FREE_FORM },
  { AT (email), N_ ("E-mail"), SGN_PROFILE_CONTACT, FALSE, GTK_INPUT_PURPOSE_EMAIL },
  { AT (phone), N_ ("Telephone"), SGN_PROFILE_CONTACT, FALSE, GTK_INPUT_PURPOSE_PHONE },
  { AT (url), N_ ("Web Site"), SGN_PROFILE_CONTACT, FALSE, GTK_INPUT_PURPOSE_URL },
  { AT (employees), N_ ("People Who Work Here"), SGN_PROFILE_SIZE, TRUE, GTK_INPUT_PURPOSE_DIGITS },
  { AT (computers), N_ ("Computers"), SGN_PROFILE_SIZE, TRUE, GTK_INPUT_PURPOSE_DIGITS },
  { AT (capital_yen), N_ ("Capital in Yen"), SGN_PROFILE_SIZE, TRUE, GTK_INPUT_PURPOSE_DIGITS },
};

const SgnProfileField *
sgn_profile_fields_get (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

char *
sgn_profile_field_dup_text (const SgnProfileField *self, const SgnProfile *profile)
{
  gint64 number;

  if (!self->is_number) {
    const char *text = G_STRUCT_MEMBER (char *, profile, self->offset);

    return g_strdup (text != NULL ? text : "");
  }
  number = G_STRUCT_MEMBER (gint64, profile, self->offset);
  return number >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
}

gboolean
sgn_number_read (const char *typed, gint64 *number, GError **error)
{
  g_autofree char *code = sgn_fold_code (typed);
  g_auto (GStrv) groups = g_strsplit (code, ",", -1);
  g_autofree char *digits = g_strjoinv ("", groups);
  gint64 read = -1;

  if (*digits != '\0' && !g_ascii_string_to_signed (digits, 10, 0, G_MAXINT64, &read, NULL)) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_INVALID,
                         _ ("This is not a whole number. Type digits only."));
    return FALSE;
  }
  *number = read;
  return TRUE;
}

/* Numbers that have a grammar are kept in it, however they were typed; what does not fit stays as
 * it is. */
static char *
normalise (const SgnProfileField *self, const char *typed)
{
  g_autofree char *line = sgn_clean_line (typed);
  g_autofree char *code = sgn_fold_code (line);
  const char *digits = g_str_has_prefix (code, "〒") ? code + strlen ("〒") : code;

  g_strstrip (line);
  if (g_str_equal (self->name, "corporate_number") &&
      sgn_corporate_number_check (code) == SGN_CORPORATE_NUMBER_OK)
    return g_steal_pointer (&code);
  if (g_str_equal (self->name, "postal_code") && strlen (digits) == POSTAL_DIGITS &&
      strspn (digits, "0123456789") == POSTAL_DIGITS)
    return g_strdup_printf ("%.3s-%s", digits, digits + 3);
  return g_steal_pointer (&line);
}

gboolean
sgn_profile_field_set_text (const SgnProfileField *self,
                            SgnProfile *profile,
                            const char *typed,
                            GError **error)
{
  char **text = G_STRUCT_MEMBER_P (profile, self->offset);
  g_autofree char *line = NULL;

  if (self->is_number)
    return sgn_number_read (typed, G_STRUCT_MEMBER_P (profile, self->offset), error);

  line = normalise (self, typed);
  if (*line == '\0' && self->offset == G_STRUCT_OFFSET (SgnProfile, name)) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_INVALID,
                         _ ("The company has no name. Type its name."));
    return FALSE;
  }
  g_free (*text);
  *text = *line != '\0' ? g_steal_pointer (&line) : NULL;
  return TRUE;
}

char *
sgn_profile_field_dup_finding (const SgnProfileField *self, const SgnProfile *profile)
{
  g_autoptr (GPtrArray) findings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);
  g_autofree char *field = g_strconcat ("company.", self->name, NULL);

  sgn_profile_check (profile, findings);
  for (guint i = 0; i < findings->len; i++) {
    const SgnFinding *finding = g_ptr_array_index (findings, i);

    if (g_strcmp0 (finding->field, field) == 0)
      return g_strdup (finding->message);
  }
  return NULL;
}
