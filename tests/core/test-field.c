/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-field.h"

static const struct {
  const char *field;
  const char *words;
} cases[] = {
  { "company.name", "Company name" },
  { "items.SD-06.site", "Site of No. 6" },
  { "items.SD-18.note", "Note of No. 18" },
  { "items.SD-05.note", "Note of No. 5" },
  { "answers.RU-1.statement", "Sentence for outsiders of No. 1" },
  { "answers.1-2-1-1.note", "Note of 1-2-1-1" },
  { "answers.MG-1-2.note", "Note of No. 1-2" },
  { "answers.SG-P1.note", "Note of SG-P1" },
  { "answers.MG-.note", "Note of MG-" },
  { "policy.owner.text", "Part “owner” of the basic policy" },
  { "policy.staff", "Part “staff” of the basic policy" },
  { "places.0.place", "Place where the declaration is shown" },
  { "assessment.answered_by.name", "Person who answered" },
  { "company.moon", "company.moon" },
  { "company.name.more", "company.name.more" },
  { "", "" },
};

static void
test_fields_have_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words = sgn_field_to_words (cases[i].field);

    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field/fields-have-words", test_fields_have_words);

  return g_test_run ();
}
