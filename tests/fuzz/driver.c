/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a fuzz target without a fuzzer: every file of the folder given, cut off at many places and
 * with bytes changed, and then inputs too large to be kept as files. TAP, one line an input. */
#include "fuzz.h"

#include <stdio.h>
#include <string.h>

#include <glib.h>

#define ROUNDS 64
#define LARGE (10 * 1024 * 1024)
#define DEPTH 100000

/* The target's own copy, ending where the input ends, so that a step too far is seen. */
static void
run (const char *data, gsize size)
{
  g_autofree char *copy = g_memdup2 (size > 0 ? data : "", MAX (size, 1));

  g_assert_cmpint (LLVMFuzzerTestOneInput ((const uint8_t *) copy, size), ==, 0);
}

/* A short input has fewer places. */
static void
run_cut_off (const char *data, gsize size)
{
  gsize last = size;

  for (guint i = 0; i < ROUNDS; i++) {
    gsize length = size * i / ROUNDS;

    if (length != last)
      run (data, length);
    last = length;
  }
}

static void
run_changed (const char *data, gsize size, GRand *rand)
{
  static const char signs[] = "\0\"',{}[]\n\r=\\-0\x80\xFF";

  for (guint i = 0; size > 0 && i < ROUNDS; i++) {
    g_autofree char *changed = g_memdup2 (data, size);

    for (guint j = 0; j <= i % 4; j++)
      changed[g_rand_int_range (rand, 0, (gint32) size)] =
        signs[g_rand_int_range (rand, 0, sizeof signs - 1)];
    run (changed, size);
  }
}

static void
say_ok (guint *count, const char *name)
{
  printf ("ok %u - %s\n", ++*count, name);
  fflush (stdout);
}

static void
run_file (const char *folder, const char *name, GRand *rand)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *data = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  run (data, size);
  run_cut_off (data, size);
  run_changed (data, size, rand);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
run_corpus (const char *folder, guint *count)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_assert_cmpuint (names->len, >, 0);
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++) {
    run_file (folder, g_ptr_array_index (names, i), rand);
    say_ok (count, g_ptr_array_index (names, i));
  }
}

static const struct {
  const char *name;
  const char *start;
  char filling;
  gsize length;
  const char *end;
} large[] = {
  { "a hundred thousand brackets", "", '[', DEPTH, "" },
  { "a hundred thousand brackets in answers", "{\"answers\":", '[', DEPTH, "" },
  { "ten megabytes in one cell", "item,value\n\"", 'x', LARGE, "\",done\n" },
  { "ten megabytes in one text", "{\"name\":\"", 'x', LARGE, "\"}" },
  { "ten megabytes of quotes", "", '"', LARGE, "" },
  { "ten megabytes of commas", "", ',', LARGE, "" },
  { "ten megabytes of empty lines", "", '\n', LARGE, "" },
  { "ten megabytes of zeros", "", '\0', LARGE, "" },
};

static void
run_large (guint *count)
{
  for (guint i = 0; i < G_N_ELEMENTS (large); i++) {
    gsize before = strlen (large[i].start);
    gsize after = strlen (large[i].end);
    g_autofree char *data = g_malloc (before + large[i].length + after);

    memcpy (data, large[i].start, before);
    memset (data + before, large[i].filling, large[i].length);
    memcpy (data + before + large[i].length, large[i].end, after);
    run (data, before + large[i].length + after);
    say_ok (count, large[i].name);
  }
}

int
main (int argc, char **argv)
{
  guint count = 0;

  g_assert_cmpint (argc, ==, 2);

  run_corpus (argv[1], &count);
  run_large (&count);
  printf ("1..%u\n", count);
  return 0;
}
