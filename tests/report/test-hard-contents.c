/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Companies that are hard to print, through every document, audience, language and variant: each
 * page keeps every rule, and every text that is recorded is on paper to its last letter. */
#include "box-rules.h"
#include "hard-record.h"

#include "sgn-data-dir.h"
#include "sgn-digest.h"
#include "sgn-error.h"
#include "sgn-form.h"
#include "sgn-pages.h"
#include "sgn-projection-texts.h"
#include "sgn-projection.h"

#include <string.h>

#define ISSUED "2026-11-23T10:00:00+09:00"
#define LONG 40
#define PART 12
#define DIGEST 64
#define NUMBER 3

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
  hard_record_add_evidence (record, 300);
  hard_record_add_tasks (record, 300);
  hard_record_set_names (record, name);
  hard_record_set (record, SGN_SETTING_STAMPS, "作成、確認、承認");
  hard_record_set (record, SGN_SETTING_DATES, "era");
  return record;
}

static const struct {
  const char *name;
  SgnRecord *(*make) (void);
} companies[] = {
  { "the-sample", make_usual },
  { "names-of-60-kanji", make_kanji_names },
  { "names-of-60-latin-letters", make_latin_names },
  { "notes-of-5000-letters", make_long_notes },
  { "notes-of-one-word", make_long_words },
  { "300-files", make_much_evidence },
  { "300-tasks", make_many_tasks },
  { "nothing-known", make_unknown },
  { "boxes-for-seals", make_formal },
  { "all-at-once", make_all_at_once },
  { "empty", hard_record_new_empty },
};

/* What all tests share, and what their sheets were found to break. */
typedef struct {
  SgnLibrary *library;
  SgnRecord *record;
  const SgnDocument *document;
  GString *broken;
} Case;

static char *
lay_out (const Case *self, const SgnProjectionRequest *request, json_t *projection)
{
  g_autofree char *hash = sgn_digest_of_json (projection);
  const SgnSheet sheet = { .document = self->document,
                           .documents = self->library->documents,
                           .language = request->language,
                           .audience = request->audience,
                           .projection = projection,
                           .record_hash = hash,
                           .number = self->document->prefix != NULL ? "ZZ-2026-0001" : NULL,
                           .issued = ISSUED,
                           .program = "1.0.0" };
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnPages) pages = sgn_pages_new (&sheet, &error);

  g_assert_no_error (error);
  return sgn_pages_to_text (pages);
}

/* What is left of a text when it has been broken into lines. */
static char *
strip (const char *text)
{
  GString *stripped = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);

    if (!g_unichar_isspace (letter) && letter != 0x2060)
      g_string_append_unichar (stripped, letter);
  }
  return g_string_free (stripped, FALSE);
}

typedef struct {
  char *read;    /* all content as it is read */
  char *columns; /* the same by where its lines begin: a row that goes on overleaf */
  GString *lost;
} Search;

/* Texts that the test made have the same number at both ends. */
static gboolean
is_made (const char *text, gsize length)
{
  return length > LONG && g_ascii_isdigit (*text) && strspn (text, "0123456789abcdef") != DIGEST &&
         strncmp (text, text + length - NUMBER, NUMBER) == 0;
}

static gboolean
is_on_paper (const Search *self, const char *part)
{
  return strstr (self->read, part) != NULL || strstr (self->columns, part) != NULL;
}

/* What begins on paper ends there, too: nothing was cut off. A text that a sheet does not show at
 * all is another matter. */
static void
search_end (const char *field, const char *text, gpointer data)
{
  const Search *search = data;
  g_autofree char *stripped = strip (text);
  gsize length = strlen (stripped);
  g_autofree char *start = g_utf8_substring (stripped, 0, PART);
  glong letters = g_utf8_strlen (stripped, -1);

  if (is_made (stripped, length) && is_on_paper (search, start) &&
      !is_on_paper (search, g_utf8_offset_to_pointer (stripped, letters - PART)))
    g_string_append_printf (search->lost, "  %s\n", field);
}

/* A running head, which is no content, may be cut. */
static gboolean
is_content (const DumpBox *box)
{
  return box->text != NULL && box->tag != NULL;
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const DumpBox *one = *(const DumpBox *const *) a;
  const DumpBox *other = *(const DumpBox *const *) b;

  if (one->x != other->x)
    return one->x < other->x ? -1 : 1;
  if (one->page != other->page)
    return one->page < other->page ? -1 : 1;
  return one->y < other->y ? -1 : one->y > other->y;
}

static char *
join_texts (GPtrArray *boxes)
{
  GString *joined = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < boxes->len; i++)
    if (is_content (boxes->pdata[i]))
      g_string_append (joined, ((const DumpBox *) boxes->pdata[i])->text);
  text = g_string_free (joined, FALSE);
  return strip (text);
}

static char *
find_lost (const BoxDump *dump, const json_t *projection)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_copy (dump->boxes, NULL, NULL);
  Search search = { .lost = g_string_new (NULL) };

  g_ptr_array_set_free_func (columns, NULL);
  g_ptr_array_sort (columns, compare_columns);
  search.read = join_texts (dump->boxes);
  search.columns = join_texts (columns);
  sgn_projection_each_text (projection, search_end, &search);
  g_free (search.read);
  g_free (search.columns);
  return g_string_free (search.lost, search.lost->len == 0);
}

static void
add_broken (Case *self, const SgnProjectionRequest *request, const char *broken, const char *lost)
{
  if (broken == NULL && lost == NULL)
    return;
  g_string_append_printf (self->broken, "%s %s %s %s%s\n%s%s%s", request->document,
                          sgn_language_to_code (request->language),
                          sgn_audience_to_key (request->audience),
                          request->variant != NULL ? request->variant : "",
                          request->with_unmet ? " with-unmet" : "", broken != NULL ? broken : "",
                          lost != NULL ? "cut off:\n" : "", lost != NULL ? lost : "");
}

/* A sheet that cannot be made yet says so in a sentence. */
static void
run_request (Case *self, const SgnProjectionRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) projection = sgn_projection_new (self->library, self->record, request, &error);
  g_autoptr (BoxDump) dump = NULL;
  g_autofree char *text = NULL;
  g_autofree char *broken = NULL;
  g_autofree char *lost = NULL;

  if (projection == NULL) {
    g_assert_true (g_error_matches (error, SGN_ERROR, SGN_ERROR_NOT_YET) ||
                   g_error_matches (error, SGN_ERROR, SGN_ERROR_USAGE));
    g_assert_true (g_str_has_suffix (error->message, "."));
    return;
  }
  text = lay_out (self, request, projection);
  dump = box_dump_new (text);
  broken = box_rules_check (dump, g_str_equal (request->document, "declaration-poster"));
  lost = find_lost (dump, projection);
  add_broken (self, request, broken, lost);
}

/* Each variant, and for partners also with what is not done. */
static void
run_variants (Case *self, SgnProjectionRequest request)
{
  request.variant = self->document->variants[0];
  run_request (self, &request);
  for (guint i = 1; request.variant != NULL && self->document->variants[i] != NULL; i++) {
    request.variant = self->document->variants[i];
    run_request (self, &request);
  }
  if (request.audience == SGN_AUDIENCE_PARTNER) {
    request.with_unmet = TRUE;
    run_request (self, &request);
  }
}

static void
run_document (Case *self, const SgnProjectionHistory *history)
{
  for (int audience = SGN_AUDIENCE_INTERNAL; audience <= SGN_AUDIENCE_PARTNER; audience++)
    for (int language = SGN_LANGUAGE_JA; language <= SGN_LANGUAGE_EN; language++)
      if (sgn_document_has_audience (self->document, (SgnAudience) audience))
        run_variants (self, (SgnProjectionRequest){ .document = self->document->id,
                                                    .audience = (SgnAudience) audience,
                                                    .language = (SgnLanguage) language,
                                                    .history = history });
}

typedef struct {
  SgnLibrary *library;
  const SgnDocument *document;
  SgnRecord *(*make) (void);
} Company;

static void
test_sheets (gconstpointer data)
{
  const Company *company = data;
  g_autoptr (SgnRecord) record = company->make ();
  g_autoptr (GPtrArray) events = hard_record_tell (record);
  const SgnProjectionHistory history = { events, 2 };
  Case self = { company->library, record, company->document, g_string_new (NULL) };
  g_autofree char *broken = NULL;

  run_document (&self, &history);
  broken = g_string_free (self.broken, self.broken->len == 0);
  if (broken != NULL)
    g_test_fail_printf ("%s", broken);
}

static void
add_tests (SgnLibrary *library, const char *name, SgnRecord *(*make) (void) )
{
  GPtrArray *documents = sgn_documents_get_all (library->documents);

  for (guint i = 0; i < documents->len; i++) {
    const Company company = { library, documents->pdata[i], make };
    g_autofree char *path = g_strdup_printf ("/hard-contents/%s/%s", name, company.document->id);

    g_test_add_data_func_full (path, g_memdup2 (&company, sizeof company), test_sheets, g_free);
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
    add_tests (library, companies[i].name, companies[i].make);
  return g_test_run ();
}
