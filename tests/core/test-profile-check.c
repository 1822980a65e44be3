/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-profile.h"

static GPtrArray *
check (const SgnProfile *profile)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);

  sgn_profile_check (profile, findings);
  return findings;
}

static void
test_nothing_said_is_nothing_wrong (void)
{
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");
  g_autoptr (GPtrArray) findings = check (profile);

  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_only_an_empty_name_refuses (void)
{
  g_autoptr (SgnProfile) profile = sgn_profile_new ("");
  g_autoptr (GPtrArray) findings = check (profile);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (sgn_findings_get_refusal (findings)->field, ==, "company.name");
}

static const struct {
  const char *code;
  gsize offset;
  const char *typed;
  gboolean fits;
} cases[] = {
#define NUMBER "corporate-number", G_STRUCT_OFFSET (SgnProfile, corporate_number)
#define POSTAL "postal-code", G_STRUCT_OFFSET (SgnProfile, postal_code)
#define PHONE "phone", G_STRUCT_OFFSET (SgnProfile, phone)
#define EMAIL "email", G_STRUCT_OFFSET (SgnProfile, email)
#define URL "url", G_STRUCT_OFFSET (SgnProfile, url)
  { NUMBER, "7000012050002", TRUE },
  { NUMBER, "Ｔ７０００－０１２０－５０００２", TRUE },
  { NUMBER, "7000012050003", FALSE },
  { NUMBER, "申請中", FALSE },
  { POSTAL, "394-0000", TRUE },
  { POSTAL, "〒３９４－００００", TRUE },
  { POSTAL, "3940000", TRUE },
  { POSTAL, "394-000", FALSE },
  { POSTAL, "長野県", FALSE },
  { PHONE, "0266-00-0000", TRUE },
  { PHONE, "０９０－１２３４－５６７８", TRUE },
  { PHONE, "(03)1234-5678", TRUE },
  { PHONE, "0120-000-000", TRUE },
  { PHONE, "266-00-0000", FALSE },
  { PHONE, "+81 266 00 0000", FALSE },
  { PHONE, "0266-00", FALSE },
  { PHONE, "0266-00-0000 内線3", FALSE },
  { PHONE, "0000000000000", FALSE },
  { EMAIL, "soumu@hinata-seiko.example", TRUE },
  { EMAIL, "a.b+c@sub.example.jp", TRUE },
  { EMAIL, "soumu＠hinata.example", FALSE },
  { EMAIL, "soumu@hinata", FALSE },
  { EMAIL, "so umu@hinata.example", FALSE },
  { EMAIL, "a@b@c.example", FALSE },
  { EMAIL, "総務@hinata.example", FALSE },
  { URL, "https://www.hinata-seiko.example/", TRUE },
  { URL, "http://hinata.example/a?b=c#d", TRUE },
  { URL, "www.hinata-seiko.example", FALSE },
  { URL, "ftp://hinata.example/", FALSE },
  { URL, "https://", FALSE },
  { URL, "なし", FALSE },
};

static void
test_forms_are_warned_of_and_never_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");
    g_autoptr (GPtrArray) findings = NULL;

    G_STRUCT_MEMBER (char *, profile, cases[i].offset) = g_strdup (cases[i].typed);
    findings = check (profile);

    g_test_message ("%s: %s", cases[i].code, cases[i].typed);
    g_assert_cmpuint (findings->len, ==, cases[i].fits ? 0 : 1);
    if (!cases[i].fits) {
      const SgnFinding *finding = findings->pdata[0];

      g_assert_cmpstr (finding->code, ==, cases[i].code);
      g_assert_cmpint (finding->severity, ==, SGN_SEVERITY_WARNING);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile-check/nothing-said-is-nothing-wrong",
                   test_nothing_said_is_nothing_wrong);
  g_test_add_func ("/profile-check/only-an-empty-name-refuses", test_only_an_empty_name_refuses);
  g_test_add_func ("/profile-check/forms-are-warned-of-and-never-refused",
                   test_forms_are_warned_of_and_never_refused);
  return g_test_run ();
}
