/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-star-guide.h"

#include "sgn-reader-private.h"

#include <glib/gi18n-lib.h>

static const char *const side_keys[] = { "supplier", "orderer" };

/* The places of the answers in the file, which checks them. */
enum {
  ANSWER_STAR_4,
  ANSWER_STAR_3,
  ANSWER_OPEN,
  N_ANSWERS,
};

static const char *const answer_ids[] = { "star-4", "star-3", "open" };

static void
question_free (gpointer data)
{
  SgnStarQuestion *self = data;

  g_free (self->id);
  sgn_text_clear (&self->ask[SGN_SIDE_SUPPLIER]);
  sgn_text_clear (&self->ask[SGN_SIDE_ORDERER]);
  sgn_text_clear (&self->why);
  g_free (self);
}

static void
answer_free (gpointer data)
{
  SgnStarAnswer *self = data;

  g_free (self->id);
  sgn_text_clear (&self->title);
  sgn_text_clear (&self->text[SGN_SIDE_SUPPLIER]);
  sgn_text_clear (&self->text[SGN_SIDE_ORDERER]);
  g_free (self);
}

static void
family_free (gpointer data)
{
  SgnStarFamily *self = data;

  g_free (self->id);
  sgn_text_clear (&self->name);
  g_free (self->stars);
  sgn_text_clear (&self->about);
  sgn_text_clear (&self->how);
  sgn_text_clear (&self->when);
  g_free (self);
}

/**
 * sgn_star_guide_free:
 * @self: (transfer full) (nullable): a guide
 */
void
sgn_star_guide_free (SgnStarGuide *self)
{
  if (self == NULL)
    return;

  g_free (self->checked);
  sgn_text_clear (&self->basis);
  sgn_text_clear (&self->remark);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->answers);
  for (guint side = 0; side < G_N_ELEMENTS (self->advice); side++)
    g_ptr_array_unref (self->advice[side]);
  g_ptr_array_unref (self->families);
  g_ptr_array_unref (self->differences);
  json_decref (self->json);
  g_free (self);
}

static void
read_sides (SgnReader *reader, const json_t *object, SgnText *texts)
{
  for (guint side = 0; side < G_N_ELEMENTS (side_keys); side++)
    sgn_reader_text (reader, object, side_keys[side], &texts[side]);
}

static void
read_question (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "id", "supplier", "orderer", "why", NULL };
  SgnStarGuide *self = data;
  SgnStarQuestion *question;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  question = g_new0 (SgnStarQuestion, 1);
  question->id = sgn_reader_dup_word (reader, object, "id", SGN_WORD_ID);
  read_sides (reader, object, question->ask);
  sgn_reader_text (reader, object, "why", &question->why);
  g_ptr_array_add (self->questions, question);
}

static void
read_answer (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "id", "title", "supplier", "orderer", NULL };
  SgnStarGuide *self = data;
  guint at = MIN (self->answers->len, N_ANSWERS - 1);
  SgnStarAnswer *answer;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  answer = g_new0 (SgnStarAnswer, 1);
  answer->id = sgn_reader_dup_word (reader, object, "id", SGN_WORD_ID);
  if (answer->id != NULL && !g_str_equal (answer->id, answer_ids[at]))
    sgn_reader_fail_value (reader, "id", answer->id, answer_ids[at]);
  sgn_reader_text (reader, object, "title", &answer->title);
  read_sides (reader, object, answer->text);
  g_ptr_array_add (self->answers, answer);
}

static void
read_family (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "id", "name", "stars", "about", "how", "when", NULL };
  SgnStarGuide *self = data;
  SgnStarFamily *family;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  family = g_new0 (SgnStarFamily, 1);
  family->id = sgn_reader_dup_word (reader, object, "id", SGN_WORD_ID);
  sgn_reader_text (reader, object, "name", &family->name);
  family->stars = sgn_reader_dup_string (reader, object, "stars");
  sgn_reader_text (reader, object, "about", &family->about);
  sgn_reader_text (reader, object, "how", &family->how);
  sgn_reader_text (reader, object, "when", &family->when);
  g_ptr_array_add (self->families, family);
}

static void
read_advice (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "supplier", "orderer", NULL };
  SgnStarGuide *self = data;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  for (guint side = 0; side < G_N_ELEMENTS (side_keys); side++)
    sgn_reader_each (reader, object, side_keys[side], 1, sgn_reader_add_text, self->advice[side]);
}

static void
read_guide (SgnReader *reader, const json_t *json, gpointer data)
{
  static const char *const keys[] = { "checked", "basis",    "questions",   "answers", "remark",
                                      "advice",  "families", "differences", NULL };
  SgnStarGuide *self = data;

  if (!sgn_reader_check_keys (reader, json, keys))
    return;
  self->json = json_incref ((json_t *) json);
  self->checked = sgn_reader_dup_date (reader, json, "checked");
  sgn_reader_text (reader, json, "basis", &self->basis);
  sgn_reader_each (reader, json, "questions", 1, read_question, self);
  sgn_reader_each (reader, json, "answers", 1, read_answer, self);
  if (sgn_reader_is_good (reader) && self->answers->len != N_ANSWERS)
    sgn_reader_fail (reader, "answers", _ ("Their number is not right."), "star-4, star-3, open");
  sgn_reader_text (reader, json, "remark", &self->remark);
  sgn_reader_into (reader, json, "advice", read_advice, self);
  sgn_reader_each (reader, json, "families", 1, read_family, self);
  sgn_reader_each (reader, json, "differences", 1, sgn_reader_add_text, self->differences);
}

/**
 * sgn_star_guide_load:
 * @data_dir: the folder with guides/
 * @error: return location; SGN_ERROR_UNREADABLE with file, place, what is wrong and what is
 * expected
 *
 * Returns: (transfer full): what guides/stars.json holds, or NULL
 */
SgnStarGuide *
sgn_star_guide_load (const char *data_dir, GError **error)
{
  g_autoptr (SgnStarGuide) self = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);

  path = g_build_filename (data_dir, "guides", "stars.json", NULL);
  self = g_new0 (SgnStarGuide, 1);
  self->questions = g_ptr_array_new_with_free_func (question_free);
  self->answers = g_ptr_array_new_with_free_func (answer_free);
  for (guint side = 0; side < G_N_ELEMENTS (self->advice); side++)
    self->advice[side] = g_ptr_array_new_with_free_func (sgn_text_free);
  self->families = g_ptr_array_new_with_free_func (family_free);
  self->differences = g_ptr_array_new_with_free_func (sgn_text_free);
  return sgn_reader_load (path, read_guide, self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * sgn_star_guide_decide:
 * @self: a guide
 * @replies: one reply for each question
 *
 * One yes leads to ★4, no to all of them to ★3 (interim report of 2025 on the scheme; the three
 * conditions are those of criterion 2-1-3-1). As long as there is no yes and something is not known
 * nothing follows.
 *
 * Returns: (transfer none): what to expect
 */
const SgnStarAnswer *
sgn_star_guide_decide (const SgnStarGuide *self, const SgnReply *replies)
{
  gboolean open = FALSE;

  g_return_val_if_fail (self != NULL && replies != NULL, NULL);

  for (guint i = 0; i < self->questions->len; i++) {
    if (replies[i] == SGN_REPLY_YES)
      return g_ptr_array_index (self->answers, ANSWER_STAR_4);
    open = open || replies[i] == SGN_REPLY_OPEN;
  }
  return g_ptr_array_index (self->answers, open ? ANSWER_OPEN : ANSWER_STAR_3);
}
