/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-room.h"

static void
raise_all (SgnRoom *room, guint question, const guint *hands)
{
  for (SgnHands answer = 0; answer < SGN_N_HANDS; answer++)
    for (guint i = 0; i < hands[answer]; i++)
      g_assert_true (sgn_room_raise (room, question, answer));
}

static void
hands_are_counted_and_taken_back (void)
{
  g_autoptr (SgnRoom) room = sgn_room_new (3);
  const guint hands[] = { 7, 11, 4, 2 };

  raise_all (room, 1, hands);

  g_assert_cmpuint (sgn_room_get (room, 1, SGN_HANDS_PARTIAL), ==, 11);
  g_assert_cmpuint (sgn_room_count (room, 1), ==, 24);
  g_assert_cmpuint (sgn_room_count (room, 0), ==, 0);
  g_assert_true (sgn_room_lower (room, 1, SGN_HANDS_UNKNOWN));
  g_assert_true (sgn_room_lower (room, 1, SGN_HANDS_UNKNOWN));
  g_assert_false (sgn_room_lower (room, 1, SGN_HANDS_UNKNOWN));
  g_assert_cmpuint (sgn_room_count (room, 1), ==, 22);
}

static void
a_count_stops_where_the_screen_has_no_room (void)
{
  g_autoptr (SgnRoom) room = sgn_room_new (1);

  for (guint i = 0; i < SGN_HANDS_MOST; i++)
    g_assert_true (sgn_room_raise (room, 0, SGN_HANDS_DONE));

  g_assert_false (sgn_room_raise (room, 0, SGN_HANDS_DONE));
  g_assert_cmpuint (sgn_room_get (room, 0, SGN_HANDS_DONE), ==, SGN_HANDS_MOST);
}

static void
one_question_or_all_begin_anew (void)
{
  g_autoptr (SgnRoom) room = sgn_room_new (2);
  g_autoptr (SgnRoom) before = NULL;
  const guint hands[] = { 1, 2, 3, 4 };

  raise_all (room, 0, hands);
  raise_all (room, 1, hands);
  before = sgn_room_copy (room);
  sgn_room_reset (room, 0);

  g_assert_cmpuint (sgn_room_count (room, 0), ==, 0);
  g_assert_cmpuint (sgn_room_count (room, 1), ==, 10);
  sgn_room_reset_all (room);
  g_assert_cmpuint (sgn_room_count_asked (room), ==, 0);
  g_assert_cmpuint (sgn_room_count (before, 0), ==, 10);
}

static void
the_room_is_added_up (void)
{
  g_autoptr (SgnRoom) room = sgn_room_new (3);
  const guint first[] = { 5, 0, 1, 2 };
  const guint third[] = { 1, 1, 0, 4 };

  raise_all (room, 0, first);
  raise_all (room, 2, third);

  g_assert_cmpuint (sgn_room_count_asked (room), ==, 2);
  g_assert_cmpuint (sgn_room_sum (room, SGN_HANDS_DONE), ==, 6);
  g_assert_cmpuint (sgn_room_sum (room, SGN_HANDS_UNKNOWN), ==, 6);
}

static const struct {
  const char *name;
  guint hands[4][SGN_N_HANDS];
  guint most;
  const char *found; /* numbers of questions, the weakest first */
} cases[] = {
  { "nobody-was-asked", { { 0 }, { 0 }, { 0 }, { 0 } }, 3, "" },
  { "everybody-has-done-it", { { 9, 0, 0, 0 }, { 0 }, { 0 }, { 0 } }, 3, "" },
  { "the-smallest-part-first",
    { { 5, 5, 0, 0 }, { 1, 9, 0, 0 }, { 0, 1, 0, 0 }, { 10, 0, 0, 0 } },
    3,
    "2 1 0" },
  { "parts-and-not-hands", { { 2, 2, 0, 0 }, { 3, 9, 0, 0 }, { 0 }, { 0 } }, 3, "1 0" },
  { "unknown-decides-between-equals",
    { { 0, 4, 0, 0 }, { 0, 2, 0, 2 }, { 0, 0, 4, 0 }, { 0 } },
    3,
    "1 0 2" },
  { "no-more-than-asked-for",
    { { 0, 1, 0, 0 }, { 0, 1, 0, 0 }, { 0, 1, 0, 0 }, { 0, 1, 0, 0 } },
    2,
    "0 1" },
};

static void
the_weakest_questions_come_first (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (SgnRoom) room = sgn_room_new (4);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < 4; i++)
    raise_all (room, i, cases[index].hands[i]);
  found = sgn_room_find_weakest (room, cases[index].most);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (words, "%s%u", i > 0 ? " " : "", g_array_index (found, guint, i));
  g_assert_cmpstr (words->str, ==, cases[index].found);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/room/hands-are-counted-and-taken-back", hands_are_counted_and_taken_back);
  g_test_add_func ("/room/a-count-stops-where-the-screen-has-no-room",
                   a_count_stops_where_the_screen_has_no_room);
  g_test_add_func ("/room/one-question-or-all-begin-anew", one_question_or_all_begin_anew);
  g_test_add_func ("/room/the-room-is-added-up", the_room_is_added_up);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/room/weakest/", cases[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), the_weakest_questions_come_first);
  }
  return g_test_run ();
}
