/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-corporate-number.h"
#include "sgn-fold.h"
#include "sgn-profile.h"

#include <glib/gi18n-lib.h>

static gboolean
corporate_number_fits (const char *typed)
{
  g_autofree char *digits = sgn_corporate_number_normalise (typed);

  return sgn_corporate_number_check (digits) == SGN_CORPORATE_NUMBER_OK;
}

static gboolean
matches (const char *pattern, const char *typed)
{
  g_autofree char *code = sgn_fold_code (typed);

  return g_regex_match_simple (pattern, code, 0, 0);
}

static gboolean
postal_code_fits (const char *typed)
{
  return matches ("^〒?[0-9]{7}$", typed);
}

static gboolean
phone_fits (const char *typed)
{
  return matches ("^\\(?0[0-9()]*$", typed) && matches ("^\\D*([0-9]\\D*){10,11}$", typed);
}

/* Hyphens stay: they are part of an address. */
static gboolean
email_fits (const char *typed)
{
  return g_regex_match_simple ("^[!-?A-~]+@[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)+$", typed, 0, 0);
}

static gboolean
url_fits (const char *typed)
{
  g_autoptr (GUri) uri = g_uri_parse (typed, G_URI_FLAGS_NONE, NULL);

  if (uri == NULL || g_uri_get_host (uri) == NULL || g_uri_get_host (uri)[0] == '\0')
    return FALSE;
  return g_str_equal (g_uri_get_scheme (uri), "https") ||
         g_str_equal (g_uri_get_scheme (uri), "http");
}

typedef struct {
  const char *code;
  const char *field;
  gsize offset;
  gboolean (*fits) (const char *typed);
  const char *message;
} FormCheck;

static const FormCheck form_checks[] = {
  { "corporate-number", "company.corporate_number", G_STRUCT_OFFSET (SgnProfile, corporate_number),
    corporate_number_fits,
    N_ (
      "The corporate number does not have 13 digits, or its check digit does not match. Compare it "
      "with the notice of designation.") },
  { "postal-code", "company.postal_code", G_STRUCT_OFFSET (SgnProfile, postal_code),
    postal_code_fits,
    N_ ("The postal code does not have seven digits. Compare it with the company’s address.") },
  { "phone", "company.phone", G_STRUCT_OFFSET (SgnProfile, phone), phone_fits,
    N_ ("The telephone number does not begin with 0 or does not have 10 or 11 digits. Compare it "
        "with the company’s letterhead.") },
  { "email", "company.email", G_STRUCT_OFFSET (SgnProfile, email), email_fits,
    N_ ("The e-mail address does not look like name@example.jp in half-width letters. Compare it "
        "with the address you receive mail at.") },
  { "url", "company.url", G_STRUCT_OFFSET (SgnProfile, url), url_fits,
    N_ ("The address of the web site does not begin with https:// or http://. Compare it with what "
        "the browser shows.") },
};

/**
 * sgn_profile_check:
 * @self: a profile
 * @findings: (element-type SgnFinding): where findings are added
 *
 * An empty name is a refusal, everything else a warning: what the company typed is stored in any
 * case. Source of the corporate number's rule: 法人番号の指定等に関する省令, article 2.
 */
void
sgn_profile_check (const SgnProfile *self, GPtrArray *findings)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (findings != NULL);

  if (self->name == NULL || self->name[0] == '\0')
    g_ptr_array_add (findings, sgn_finding_new (SGN_SEVERITY_REFUSAL, "empty", "company.name",
                                                _ ("The company has no name. Type its name.")));

  for (gsize i = 0; i < G_N_ELEMENTS (form_checks); i++) {
    const FormCheck *check = &form_checks[i];
    const char *typed = G_STRUCT_MEMBER (char *, self, check->offset);

    if (typed != NULL && typed[0] != '\0' && !check->fits (typed))
      g_ptr_array_add (findings, sgn_finding_new (SGN_SEVERITY_WARNING, check->code, check->field,
                                                  _ (check->message)));
  }
}
