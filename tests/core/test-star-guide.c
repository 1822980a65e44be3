/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-star-guide.h"

#include "message-form.h"
#include "sgn-data-dir.h"
#include "sgn-error.h"

#include <glib/gstdio.h>

#define TEXT "{\"ja\": \"文です。\", \"en\": \"A sentence.\"}"
#define SIDES "\"supplier\": " TEXT ", \"orderer\": " TEXT
#define ANSWER(id) "{\"id\": \"" id "\", \"title\": " TEXT ", " SIDES "}"
#define ANSWERS ANSWER ("star-4") ", " ANSWER ("star-3") ", " ANSWER ("open")
#define REST                                                                                 \
  "\"remark\": " TEXT ", \"advice\": {\"supplier\": [" TEXT "], \"orderer\": [" TEXT "]}, "  \
  "\"families\": [{\"id\": \"scs\", \"name\": " TEXT ", \"stars\": \"★3\", \"about\": " TEXT \
  ", \"how\": " TEXT ", \"when\": " TEXT "}], \"differences\": [" TEXT "]}"
#define STARS(questions, answers)                                                 \
  "{\"checked\": \"2026-11-22\", \"basis\": " TEXT ", \"questions\": [" questions \
  "], \"answers\": [" answers "], " REST
#define QUESTION(id) "{\"id\": \"" id "\", " SIDES ", \"why\": " TEXT "}"

static SgnStarGuide *
load (const char *text, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("sengen-stars-XXXXXX", NULL);
  g_autofree char *guides = g_build_filename (folder, "guides", NULL);
  g_autofree char *path = g_build_filename (guides, "stars.json", NULL);
  SgnStarGuide *self;

  g_assert_cmpint (g_mkdir (guides, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  self = sgn_star_guide_load (folder, error);
  g_unlink (path);
  g_rmdir (guides);
  g_rmdir (folder);
  return self;
}

static SgnStarGuide *
load_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data_dir = sgn_data_dir ();
  SgnStarGuide *self = sgn_star_guide_load (data_dir, &error);

  g_assert_no_error (error);
  return self;
}

static void
test_replies_lead_to_an_answer (void)
{
  static const struct {
    SgnReply replies[3];
    const char *answer;
  } cases[] = {
    { { SGN_REPLY_OPEN, SGN_REPLY_OPEN, SGN_REPLY_OPEN }, "open" },
    { { SGN_REPLY_NO, SGN_REPLY_NO, SGN_REPLY_OPEN }, "open" },
    { { SGN_REPLY_NO, SGN_REPLY_NO, SGN_REPLY_NO }, "star-3" },
    { { SGN_REPLY_YES, SGN_REPLY_NO, SGN_REPLY_NO }, "star-4" },
    { { SGN_REPLY_OPEN, SGN_REPLY_OPEN, SGN_REPLY_YES }, "star-4" },
    { { SGN_REPLY_YES, SGN_REPLY_YES, SGN_REPLY_YES }, "star-4" },
  };
  g_autoptr (SgnStarGuide) self = load_shipped ();

  g_assert_cmpuint (self->questions->len, ==, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (sgn_star_guide_decide (self, cases[i].replies)->id, ==, cases[i].answer);
}

/* Both sides are asked, and the families keep the stars of two schemes apart. */
static void
test_both_sides_are_spoken_to (void)
{
  g_autoptr (SgnStarGuide) self = load_shipped ();

  for (guint i = 0; i < self->questions->len; i++) {
    const SgnStarQuestion *question = g_ptr_array_index (self->questions, i);

    g_assert_cmpstr (question->ask[SGN_SIDE_SUPPLIER].ja, !=, question->ask[SGN_SIDE_ORDERER].ja);
    g_assert_nonnull (question->why.en);
  }
  g_assert_cmpuint (self->advice[SGN_SIDE_SUPPLIER]->len, >, 0);
  g_assert_cmpuint (self->advice[SGN_SIDE_ORDERER]->len, >, 0);
  g_assert_cmpuint (self->families->len, ==, 3);
  g_assert_cmpstr (((const SgnStarFamily *) g_ptr_array_index (self->families, 1))->stars, ==,
                   "★3・★4");
  g_assert_cmpuint (self->differences->len, >, 0);
}

static void
test_names_the_place_of_each_mistake (void)
{
  static const struct {
    const char *text;
    const char *message;
  } cases[] = {
    { "{", "*stars.json”, line 1, column *" },
    { "[]", "*top level: It is not an object. *" },
    { STARS ("", ANSWERS), "*/questions: The list is empty. *" },
    { STARS (QUESTION ("a"), ANSWER ("star-3")), "*/answers/0/id: “star-3” is not right. *" },
    { STARS (QUESTION ("a"), ANSWER ("star-4")), "*/answers: Their number is not right. *" },
    { STARS (QUESTION ("a"), ANSWERS ", " ANSWER ("open")), "*/answers: Their number is *" },
    { STARS ("{\"id\": \"a\", \"why\": " TEXT "}", ANSWERS), "*/questions/0/supplier: It is *" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (load (cases[i].text, &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
    if (!g_pattern_match_simple (cases[i].message, error->message))
      g_error ("%s", error->message);
    assert_is_sentence (error->message);
  }
}

static void
test_a_small_guide_is_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnStarGuide) self = load (STARS (QUESTION ("a"), ANSWERS), &error);
  const SgnReply no = SGN_REPLY_NO;

  g_assert_no_error (error);
  g_assert_cmpstr (sgn_star_guide_decide (self, &no)->id, ==, "star-3");
  g_assert_cmpstr (self->checked, ==, "2026-11-22");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/star-guide/replies-lead-to-an-answer", test_replies_lead_to_an_answer);
  g_test_add_func ("/star-guide/both-sides-are-spoken-to", test_both_sides_are_spoken_to);
  g_test_add_func ("/star-guide/names-the-place-of-each-mistake",
                   test_names_the_place_of_each_mistake);
  g_test_add_func ("/star-guide/a-small-guide-is-read", test_a_small_guide_is_read);
  return g_test_run ();
}
