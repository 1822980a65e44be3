/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-text-diff.h"

#include <string.h>

/* Texts that would need a larger table differ as a whole between what begins and ends alike. */
#define MAX_CELLS (4u * 1024 * 1024)

typedef enum {
  SORT_SPACE,
  SORT_WORD,
  SORT_HIRAGANA,
  SORT_KATAKANA,
  SORT_KANJI,
  SORT_SIGN,
} Sort;

typedef struct {
  const char *start;
  gsize length;
} Word;

static Sort
get_sort (gunichar c)
{
  if (g_unichar_isspace (c))
    return SORT_SPACE;
  if (c >= 0x3041 && c <= 0x309f)
    return SORT_HIRAGANA;
  if ((c >= 0x30a1 && c <= 0x30fa) || c == 0x30fc || (c >= 0xff66 && c <= 0xff9f))
    return SORT_KATAKANA;
  if (g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN || g_unichar_ismark (c))
    return SORT_KANJI;
  return g_unichar_isalnum (c) || c == 0x2019 || c == '\'' ? SORT_WORD : SORT_SIGN;
}

/* Japanese has no spaces: a word is a stretch of one kind of letter; signs stand alone. */
static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *at = text;

  while (*at != '\0') {
    const char *start = at;
    Sort sort = get_sort (g_utf8_get_char (at));
    Word word;

    do
      at = g_utf8_next_char (at);
    while (*at != '\0' && sort != SORT_SIGN && get_sort (g_utf8_get_char (at)) == sort);
    word = (Word){ start, (gsize) (at - start) };
    g_array_append_val (words, word);
  }
  return words;
}

static gboolean
equals (const GArray *a, guint i, const GArray *b, guint j)
{
  const Word *first = &g_array_index (a, Word, i);
  const Word *second = &g_array_index (b, Word, j);

  return first->length == second->length &&
         memcmp (first->start, second->start, first->length) == 0;
}

static void
piece_free (gpointer data)
{
  SgnTextPiece *self = data;

  g_free (self->text);
  g_free (self);
}

/* Adds the words from @from up to @to, to the piece before where it is of the same kind. */
static void
add (GPtrArray *pieces, SgnTextChange change, const GArray *words, guint from, guint to)
{
  SgnTextPiece *last = pieces->len > 0 ? g_ptr_array_index (pieces, pieces->len - 1) : NULL;
  g_autofree char *text = NULL;
  const Word *first;
  const Word *end;

  if (from >= to)
    return;

  first = &g_array_index (words, Word, from);
  end = &g_array_index (words, Word, to - 1);
  text = g_strndup (first->start, (gsize) (end->start + end->length - first->start));
  if (last != NULL && last->change == change) {
    g_autofree char *before = g_steal_pointer (&last->text);

    last->text = g_strconcat (before, text, NULL);
    return;
  }
  last = g_new (SgnTextPiece, 1);
  *last = (SgnTextPiece){ change, g_steal_pointer (&text) };
  g_ptr_array_add (pieces, last);
}

/* What differs: rows of @a from @start to @a_end against columns of @b. */
typedef struct {
  const GArray *a;
  const GArray *b;
  guint start;
  guint a_end;
  guint b_end;
} Middle;

/* For each place the length of the longest common sequence from there to the end. */
static guint *
measure (const Middle *middle, guint width)
{
  guint height = middle->a_end - middle->start + 1;
  guint *table = g_new0 (guint, (gsize) width * height);

  for (guint i = height - 1; i-- > 0;)
    for (guint j = width - 1; j-- > 0;) {
      guint below = table[(gsize) (i + 1) * width + j];
      guint right = table[(gsize) i * width + j + 1];

      table[(gsize) i * width + j] =
        equals (middle->a, middle->start + i, middle->b, middle->start + j)
          ? table[(gsize) (i + 1) * width + j + 1] + 1
          : MAX (below, right);
    }
  return table;
}

/* Removed and added words between two that are the same come together. */
static void
walk (const Middle *middle, const guint *table, guint width, GPtrArray *pieces)
{
  guint i = 0;
  guint j = 0;
  guint from_i = 0;
  guint from_j = 0;
  guint rows = middle->a_end - middle->start;
  guint columns = middle->b_end - middle->start;
  guint start = middle->start;

  while (i < rows && j < columns) {
    if (equals (middle->a, start + i, middle->b, start + j)) {
      add (pieces, SGN_TEXT_REMOVED, middle->a, start + from_i, start + i);
      add (pieces, SGN_TEXT_ADDED, middle->b, start + from_j, start + j);
      add (pieces, SGN_TEXT_SAME, middle->a, start + i, start + i + 1);
      from_i = ++i;
      from_j = ++j;
    } else if (table[(gsize) (i + 1) * width + j] >= table[(gsize) i * width + j + 1]) {
      i++;
    } else {
      j++;
    }
  }
  add (pieces, SGN_TEXT_REMOVED, middle->a, start + from_i, middle->a_end);
  add (pieces, SGN_TEXT_ADDED, middle->b, start + from_j, middle->b_end);
}

static void
compare_middle (const Middle *middle, GPtrArray *pieces)
{
  guint width = middle->b_end - middle->start + 1;
  guint64 cells = (guint64) width * (middle->a_end - middle->start + 1);
  g_autofree guint *table = NULL;

  if (cells > MAX_CELLS) {
    add (pieces, SGN_TEXT_REMOVED, middle->a, middle->start, middle->a_end);
    add (pieces, SGN_TEXT_ADDED, middle->b, middle->start, middle->b_end);
    return;
  }
  table = measure (middle, width);
  walk (middle, table, width, pieces);
}

GPtrArray *
sgn_text_diff (const char *before, const char *after)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (piece_free);
  g_autoptr (GArray) a = split (before != NULL ? before : "");
  g_autoptr (GArray) b = split (after != NULL ? after : "");
  Middle middle = { a, b, 0, a->len, b->len };

  while (middle.start < a->len && middle.start < b->len &&
         equals (a, middle.start, b, middle.start))
    middle.start++;
  while (middle.a_end > middle.start && middle.b_end > middle.start &&
         equals (a, middle.a_end - 1, b, middle.b_end - 1)) {
    middle.a_end--;
    middle.b_end--;
  }
  add (pieces, SGN_TEXT_SAME, a, 0, middle.start);
  compare_middle (&middle, pieces);
  add (pieces, SGN_TEXT_SAME, a, middle.a_end, a->len);
  return pieces;
}
