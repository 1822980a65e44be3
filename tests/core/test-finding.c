/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-finding.h"

static GPtrArray *
make_findings (const SgnSeverity *severities, gsize n)
{
  static const char *const fields[] = { "a", "b", "c", "d" };
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (findings, sgn_finding_new (severities[i], "code", fields[i], "message"));
  return findings;
}

static void
test_texts_are_copied (void)
{
  char code[] = "private-use";
  char field[] = "company.name";
  char message[] = "髙";
  g_autoptr (SgnFinding) finding = sgn_finding_new (SGN_SEVERITY_WARNING, code, field, message);

  code[0] = field[0] = message[0] = 'x';
  g_assert_cmpint (finding->severity, ==, SGN_SEVERITY_WARNING);
  g_assert_cmpstr (finding->code, ==, "private-use");
  g_assert_cmpstr (finding->field, ==, "company.name");
  g_assert_cmpstr (finding->message, ==, "髙");
}

static void
test_first_refusal_is_found (void)
{
  static const SgnSeverity severities[] = { SGN_SEVERITY_REMARK, SGN_SEVERITY_WARNING,
                                            SGN_SEVERITY_REFUSAL, SGN_SEVERITY_REFUSAL };
  g_autoptr (GPtrArray) findings = make_findings (severities, 4);

  g_assert_cmpstr (sgn_findings_get_refusal (findings)->field, ==, "c");
}

static void
test_warnings_refuse_nothing (void)
{
  static const SgnSeverity severities[] = { SGN_SEVERITY_REMARK, SGN_SEVERITY_WARNING };
  g_autoptr (GPtrArray) some = make_findings (severities, 2);
  g_autoptr (GPtrArray) none = make_findings (NULL, 0);

  g_assert_null (sgn_findings_get_refusal (some));
  g_assert_null (sgn_findings_get_refusal (none));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/finding/texts-are-copied", test_texts_are_copied);
  g_test_add_func ("/finding/first-refusal-is-found", test_first_refusal_is_found);
  g_test_add_func ("/finding/warnings-refuse-nothing", test_warnings_refuse_nothing);
  return g_test_run ();
}
