/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Companies that are hard to print, through every document, audience, language and variant: each
 * page keeps every rule, and every text that is recorded is on paper to its last letter. */
#include "box-rules.h"
#include "hard-record.h"
#include "hard-sheets.h"

#include "sgn-data-dir.h"
#include "sgn-form.h"
#include "sgn-projection-texts.h"

#include <string.h>

#define LONG 40
#define PART 12
#define DIGEST 64
#define NUMBER 3
#define RECIPIENT                                                                                                                                 \
  "株式会社日向葛飾渡邊髙﨑精密工業製作所情報保全推進本部統括課購買部品質保証課取引先審査係御中情" \
  "報保全担当者様"

static SgnRecord *
make_usual (void)
{
  return hard_record_new_sample ();
}

static SgnRecord *
make_kanji_names (void)
{
  SgnRecord *record = hard_record_new_sample ();
  g_autofree char *name = hard_name_in_kanji ();

  hard_record_set_names (record, name);
  return record;
}

static SgnRecord *
make_latin_names (void)
{
  SgnRecord *record = hard_record_new_sample ();
  g_autofree char *name = hard_name_in_latin ();

  hard_record_set_names (record, name);
  return record;
}

static SgnRecord *
make_long_notes (void)
{
  SgnRecord *record = hard_record_new_sample ();
  g_autofree char *note = hard_note_in_kanji ();

  hard_record_set_notes (record, note);
  return record;
}

static SgnRecord *
make_long_words (void)
{
  SgnRecord *record = hard_record_new_sample ();
  g_autofree char *note = hard_note_in_latin ();

  hard_record_set_notes (record, note);
  return record;
}

static SgnRecord *
make_much_evidence (void)
{
  SgnRecord *record = hard_record_new_sample ();

  hard_record_add_evidence (record, 300);
  return record;
}

static SgnRecord *
make_many_tasks (void)
{
  SgnRecord *record = hard_record_new_sample ();

  hard_record_add_tasks (record, 300);
  return record;
}

static SgnRecord *
make_unknown (void)
{
  SgnRecord *record = hard_record_new_sample ();

  hard_record_set_unknown (record);
  return record;
}

/* With boxes for seals, and dates that take more room. */
static SgnRecord *
make_formal (void)
{
  SgnRecord *record = make_kanji_names ();

  hard_record_set (record, SGN_SETTING_STAMPS, "作成、確認、承認、社長");
  hard_record_set (record, SGN_SETTING_DATES, "both");
  return record;
}

static SgnRecord *
make_all_at_once (void)
{
  SgnRecord *record = hard_record_new_sample ();
  g_autofree char *name = hard_name_in_kanji ();
  g_autofree char *note = hard_note_in_kanji ();

  hard_record_set_notes (record, note);
  hard_record_add_evidence (record, 60);
  hard_record_add_tasks (record, 60);
  hard_record_set_names (record, name);
  hard_record_set (record, SGN_SETTING_STAMPS, "作成、確認、承認");
  hard_record_set (record, SGN_SETTING_DATES, "era");
  return record;
}

/* Two sites, each with its own check and notes, and their names. */
static SgnRecord *
make_sites (void)
{
  SgnRecord *record = hard_record_new_sample ();
  g_autofree char *name = hard_name_in_kanji ();

  hard_record_add_sites (record);
  hard_record_set_names (record, name);
  return record;
}

static const struct {
  const char *name;
  SgnRecord *(*make) (void);
  HardWish wish;
} companies[] = {
  { "the-sample", make_usual, { NULL, FALSE, FALSE } },
  { "names-of-60-kanji", make_kanji_names, { RECIPIENT, FALSE, FALSE } },
  { "names-of-60-latin-letters", make_latin_names, { NULL, FALSE, FALSE } },
  { "notes-of-5000-letters", make_long_notes, { NULL, FALSE, FALSE } },
  { "notes-of-one-word", make_long_words, { NULL, FALSE, FALSE } },
  { "300-files", make_much_evidence, { NULL, FALSE, FALSE } },
  { "300-tasks", make_many_tasks, { NULL, FALSE, FALSE } },
  { "nothing-known", make_unknown, { NULL, FALSE, FALSE } },
  { "boxes-for-seals", make_formal, { NULL, FALSE, FALSE } },
  { "sites", make_sites, { NULL, FALSE, TRUE } },
  { "all-at-once", make_all_at_once, { RECIPIENT, TRUE, TRUE } },
  { "empty", hard_record_new_empty, { NULL, FALSE, FALSE } },
};

typedef struct {
  const HardPaper *paper;
  GString *lost;
} Search;

/* Texts that the test made have the same number at both ends. */
static gboolean
is_made (const char *text, gsize length)
{
  return length > LONG && g_ascii_isdigit (*text) && strspn (text, "0123456789abcdef") != DIGEST &&
         strncmp (text, text + length - NUMBER, NUMBER) == 0;
}

/* What begins on paper ends there, too: nothing was cut off. A text that a sheet does not show at
 * all is another matter. */
static void
search_end (const char *field, const char *text, gpointer data)
{
  const Search *search = data;
  g_autofree char *stripped = hard_strip (text);
  g_autofree char *start = g_utf8_substring (stripped, 0, PART);
  glong letters = g_utf8_strlen (stripped, -1);

  if (is_made (stripped, strlen (stripped)) && hard_paper_has (search->paper, start) &&
      !hard_paper_has (search->paper, g_utf8_offset_to_pointer (stripped, letters - PART)))
    g_string_append_printf (search->lost, "cut off: %s\n", field);
}

/* Adds what is wrong with @sheet to @data. */
static void
check_sheet (const HardSheet *sheet, gpointer data)
{
  GString *broken = data;
  g_autoptr (HardPaper) paper = hard_paper_new (sheet->dump);
  gboolean poster = g_str_equal (sheet->request->document, "declaration-poster");
  g_autofree char *rules = box_rules_check (sheet->dump, poster);
  g_autofree char *name = hard_sheet_dup_name (sheet);
  Search search = { paper, g_string_new (NULL) };

  sgn_projection_each_text (sheet->projection, search_end, &search);
  if (rules != NULL || search.lost->len > 0)
    g_string_append_printf (broken, "%s\n%s%s", name, rules != NULL ? rules : "", search.lost->str);
  g_string_free (search.lost, TRUE);
}

typedef struct {
  SgnLibrary *library;
  const SgnDocument *document;
  gsize company;
} Case;

static void
test_sheets (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (SgnRecord) record = companies[self->company].make ();
  GString *broken = g_string_new (NULL);

  hard_sheets_each (self->library, record, self->document, &companies[self->company].wish,
                    check_sheet, broken);
  if (broken->len > 0)
    g_test_fail_printf ("%s", broken->str);
  g_string_free (broken, TRUE);
}

static void
add_tests (SgnLibrary *library, gsize company)
{
  GPtrArray *documents = sgn_documents_get_all (library->documents);

  for (guint i = 0; i < documents->len; i++) {
    const Case test = { library, documents->pdata[i], company };
    g_autofree char *path =
      g_strdup_printf ("/hard-contents/%s/%s", companies[company].name, test.document->id);

    g_test_add_data_func_full (path, g_memdup2 (&test, sizeof test), test_sheets, g_free);
  }
}

int
main (int argc, char **argv)
{
  g_autofree char *data_dir = NULL;
  g_autoptr (SgnLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  data_dir = sgn_data_dir ();
  library = sgn_library_load (data_dir, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (companies); i++)
    add_tests (library, i);
  return g_test_run ();
}
