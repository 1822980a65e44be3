/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-seal-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "sgn-error.h"

#define PASSPHRASE "正しい馬 電池 staple"
#define HEADER 64
/* As little as there can be, so that the tests do not take minutes. */
#define OPERATIONS 1
#define MEMORY 8192
#define PIECE (65536 + 17)

typedef struct {
  char *folder;
  char *plain;
  char *sealed;
  char *opened;
  SgnPassphrase *passphrase;
} Place;

static void
place_set_up (Place *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("sengen-seal-XXXXXX", NULL);
  self->plain = g_build_filename (self->folder, "plain", NULL);
  self->sealed = g_build_filename (self->folder, "会社.sengen-sealed", NULL);
  self->opened = g_build_filename (self->folder, "opened", NULL);
  self->passphrase = sgn_passphrase_new (PASSPHRASE, NULL);
}

static void
place_tear_down (Place *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    g_autofree char *path = g_build_filename (self->folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->plain);
  g_free (self->sealed);
  g_free (self->opened);
  sgn_passphrase_free (self->passphrase);
}

static guint
count_files (Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

static void
write_plain (Place *place, gsize size)
{
  g_autofree char *bytes = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    bytes[i] = (char) (i * 31 + i / 251);
  g_assert_true (g_file_set_contents (place->plain, bytes, (gssize) size, NULL));
}

static void
seal (Place *place, gsize size)
{
  g_autoptr (GError) error = NULL;

  write_plain (place, size);
  g_assert_true (sgn_seal_write_within (place->plain, place->sealed, place->passphrase, OPERATIONS,
                                        MEMORY, &error));
  g_assert_no_error (error);
}

static void
assert_refused (Place *place, const SgnPassphrase *passphrase, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sgn_seal_read (place->sealed, place->opened, passphrase, &error));
  g_assert_error (error, SGN_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_false (g_file_test (place->opened, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (place), ==, 2);
}

static void
test_what_was_sealed_opens (Place *place, gconstpointer data)
{
  static const gsize sizes[] = { 0, 1, 65535, 65536, 65537, 131072, 200000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    gsize length = 0;
    g_autoptr (GError) error = NULL;

    seal (place, sizes[i]);
    g_assert_true (sgn_seal_is_sealed (place->sealed));
    g_assert_false (sgn_seal_is_sealed (place->plain));
    g_assert_true (sgn_seal_read (place->sealed, place->opened, place->passphrase, &error));
    g_assert_no_error (error);
    g_assert_true (g_file_get_contents (place->plain, &before, NULL, NULL));
    g_assert_true (g_file_get_contents (place->opened, &after, &length, NULL));
    g_assert_cmpmem (after, length, before, sizes[i]);
    g_assert_cmpint (g_unlink (place->sealed), ==, 0);
    g_assert_cmpint (g_unlink (place->opened), ==, 0);
  }
}

/* What the header asks for is what libsodium calls moderate. */
static void
test_the_limits_are_moderate (Place *place, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  guint32 operations = 0;
  guint64 memory = 0;

  write_plain (place, 100);
  g_assert_true (sgn_seal_write (place->plain, place->sealed, place->passphrase, NULL));
  g_assert_true (g_file_get_contents (place->sealed, &bytes, NULL, NULL));
  memcpy (&operations, bytes + 12, sizeof operations);
  memcpy (&memory, bytes + 16, sizeof memory);
  g_assert_cmpuint (GUINT32_FROM_LE (operations), ==, 3);
  g_assert_cmpuint (GUINT64_FROM_LE (memory), ==, 256 * 1024 * 1024);
  g_assert_true (sgn_seal_read (place->sealed, place->opened, place->passphrase, NULL));
}

static void
test_two_seals_of_one_file_are_different (Place *place, gconstpointer data)
{
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  gsize length = 0;
  GStatBuf info;

  seal (place, 1000);
  g_assert_cmpint (g_stat (place->sealed, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (place->sealed, &one, &length, NULL));
  g_assert_cmpint (g_unlink (place->sealed), ==, 0);
  seal (place, 1000);
  g_assert_true (g_file_get_contents (place->sealed, &other, NULL, NULL));
  g_assert_cmpint (memcmp (one + HEADER, other + HEADER, length - HEADER), !=, 0);
}

static void
test_another_passphrase_is_refused (Place *place, gconstpointer data)
{
  g_autoptr (SgnPassphrase) other = sgn_passphrase_new ("正しい馬 電池 Staple", NULL);

  seal (place, 100);
  assert_refused (place, other, SGN_ERROR_UNREADABLE);
}

/* か with a voiced mark of its own is が. */
static void
test_a_composed_passphrase_is_the_same (Place *place, gconstpointer data)
{
  g_autoptr (SgnPassphrase) composed = sgn_passphrase_new ("がぎぐげござじず", NULL);
  g_autoptr (SgnPassphrase) apart = sgn_passphrase_new ("か\u3099ぎぐげござじす\u3099", NULL);
  g_autoptr (GError) error = NULL;

  write_plain (place, 10);
  g_assert_true (
    sgn_seal_write_within (place->plain, place->sealed, composed, OPERATIONS, MEMORY, &error));
  g_assert_true (sgn_seal_read (place->sealed, place->opened, apart, &error));
  g_assert_no_error (error);
}

/* What is done to a sealed file of 200,000 bytes, and what is said then. */
static const struct {
  const char *name;
  gsize cut;    /* length left; 0: all */
  gsize flip;   /* a byte to change; 0: none */
  gboolean add; /* something at the end */
  gboolean swap;
  int code;
} damages[] = {
  { "cut-after-a-piece", HEADER + 2 * PIECE, 0, FALSE, FALSE, SGN_ERROR_DAMAGED },
  { "cut-within-a-piece", HEADER + 2 * PIECE + 5, 0, FALSE, FALSE, SGN_ERROR_DAMAGED },
  { "cut-within-the-first-piece", HEADER + 100, 0, FALSE, FALSE, SGN_ERROR_UNREADABLE },
  { "cut-after-the-header", HEADER, 0, FALSE, FALSE, SGN_ERROR_DAMAGED },
  { "changed-salt", 0, 24, FALSE, FALSE, SGN_ERROR_UNREADABLE },
  { "changed-beginning-of-the-stream", 0, 50, FALSE, FALSE, SGN_ERROR_UNREADABLE },
  { "changed-in-the-first-piece", 0, HEADER + 40, FALSE, FALSE, SGN_ERROR_UNREADABLE },
  { "changed-in-a-later-piece", 0, HEADER + PIECE + 40, FALSE, FALSE, SGN_ERROR_DAMAGED },
  { "changed-at-the-end", 0, HEADER + 3 * PIECE + 100, FALSE, FALSE, SGN_ERROR_DAMAGED },
  { "added-to", 0, 0, TRUE, FALSE, SGN_ERROR_DAMAGED },
  { "pieces-in-another-order", 0, 0, FALSE, TRUE, SGN_ERROR_DAMAGED },
};

static void
test_damage_is_recognised (Place *place, gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  seal (place, 200000);
  g_assert_true (g_file_get_contents (place->sealed, &bytes, &length, NULL));
  if (damages[index].flip != 0)
    bytes[damages[index].flip] ^= 1;
  if (damages[index].swap) {
    g_autofree char *piece = g_memdup2 (bytes + HEADER + PIECE, PIECE);

    memcpy (bytes + HEADER + PIECE, bytes + HEADER + 2 * PIECE, PIECE);
    memcpy (bytes + HEADER + 2 * PIECE, piece, PIECE);
  }
  if (damages[index].cut != 0)
    length = damages[index].cut;
  if (damages[index].add) {
    bytes = g_realloc (bytes, length + 10);
    memset (bytes + length, 0, 10);
    length += 10;
  }
  g_assert_true (g_file_set_contents (place->sealed, bytes, (gssize) length, NULL));
  assert_refused (place, place->passphrase, damages[index].code);
}

/* Headers that ask for more memory or time than any copy needs, or are none. */
static const struct {
  const char *name;
  guint32 version;
  guint32 operations;
  guint64 memory;
  int code;
  gsize cut; /* length left; 0: all */
} headers[] = {
  { "all-memory", 1, 3, G_MAXUINT64, SGN_ERROR_DAMAGED },
  { "much-memory", 1, 3, G_GUINT64_CONSTANT (8) << 30, SGN_ERROR_DAMAGED },
  { "no-memory", 1, 3, 0, SGN_ERROR_DAMAGED },
  { "many-operations", 1, G_MAXUINT32, 268435456, SGN_ERROR_DAMAGED },
  { "no-operations", 1, 0, 268435456, SGN_ERROR_DAMAGED },
  { "a-later-version", 2, 3, 268435456, SGN_ERROR_TOO_NEW },
  { "much-work-and-nothing-to-open", 1, 10, G_GUINT64_CONSTANT (1) << 30, SGN_ERROR_DAMAGED, 24 },
};

static void
test_a_hostile_header_is_refused (Place *place, gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  guint32 version = GUINT32_TO_LE (headers[index].version);
  guint32 operations = GUINT32_TO_LE (headers[index].operations);
  guint64 memory = GUINT64_TO_LE (headers[index].memory);
  gint64 start;

  seal (place, 100);
  g_assert_true (g_file_get_contents (place->sealed, &bytes, &length, NULL));
  memcpy (bytes + 8, &version, sizeof version);
  memcpy (bytes + 12, &operations, sizeof operations);
  memcpy (bytes + 16, &memory, sizeof memory);
  if (headers[index].cut != 0)
    length = headers[index].cut;
  g_assert_true (g_file_set_contents (place->sealed, bytes, (gssize) length, NULL));
  start = g_get_monotonic_time ();
  assert_refused (place, place->passphrase, headers[index].code);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

static void
test_what_is_not_sealed_is_said (Place *place, gconstpointer data)
{
  static const char *const texts[] = { "", "SGN", "SQLite format 3" };
  g_autoptr (GError) error = NULL;

  g_assert_false (sgn_seal_read (place->sealed, place->opened, place->passphrase, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  write_plain (place, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_assert_true (g_file_set_contents (place->sealed, texts[i], -1, NULL));
    g_assert_false (sgn_seal_is_sealed (place->sealed));
    assert_refused (place, place->passphrase, SGN_ERROR_UNREADABLE);
  }
}

static void
test_nothing_is_overwritten (Place *place, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  write_plain (place, 100);
  g_assert_true (g_file_set_contents (place->sealed, "mine", -1, NULL));
  g_assert_false (sgn_seal_write (place->plain, place->sealed, place->passphrase, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (place->sealed, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
  g_assert_cmpuint (count_files (place), ==, 2);
}

static void
test_a_full_disk_leaves_nothing (Place *place, gconstpointer data)
{
  struct rlimit limit = { 0 };
  struct rlimit small = { 0 };
  g_autoptr (GError) error = NULL;

  write_plain (place, 200000);
  getrlimit (RLIMIT_FSIZE, &limit);
  small = limit;
  small.rlim_cur = 100000;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &small);
  g_assert_false (sgn_seal_write_within (place->plain, place->sealed, place->passphrase, OPERATIONS,
                                         MEMORY, &error));
  setrlimit (RLIMIT_FSIZE, &limit);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE);
  g_assert_cmpuint (count_files (place), ==, 1);
}

#define ADD(path, data, function) \
  g_test_add (path, Place, data, place_set_up, function, place_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/seal/what-was-sealed-opens", NULL, test_what_was_sealed_opens);
  ADD ("/seal/the-limits-are-moderate", NULL, test_the_limits_are_moderate);
  ADD ("/seal/two-seals-of-one-file-are-different", NULL, test_two_seals_of_one_file_are_different);
  ADD ("/seal/another-passphrase-is-refused", NULL, test_another_passphrase_is_refused);
  ADD ("/seal/a-composed-passphrase-is-the-same", NULL, test_a_composed_passphrase_is_the_same);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++) {
    g_autofree char *path = g_strconcat ("/seal/damage/", damages[i].name, NULL);

    ADD (path, GUINT_TO_POINTER (i), test_damage_is_recognised);
  }
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++) {
    g_autofree char *path = g_strconcat ("/seal/header/", headers[i].name, NULL);

    ADD (path, GUINT_TO_POINTER (i), test_a_hostile_header_is_refused);
  }
  ADD ("/seal/what-is-not-sealed-is-said", NULL, test_what_is_not_sealed_is_said);
  ADD ("/seal/nothing-is-overwritten", NULL, test_nothing_is_overwritten);
  ADD ("/seal/a-full-disk-leaves-nothing", NULL, test_a_full_disk_leaves_nothing);

  return g_test_run ();
}
