/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hard-sheets.h"

#include "hard-record.h"

#include "sgn-digest.h"
#include "sgn-error.h"

#include <string.h>

#define ISSUED "2026-11-23T10:00:00+09:00"
#define CONTRADICTIONS 2

/* What all sheets of a document are made with. */
typedef struct {
  SgnLibrary *library;
  SgnRecord *record;
  const SgnDocument *document;
  const HardWish *wish;
  HardSheetFunc func;
  gpointer data;
} Each;

static SgnPages *
lay_out (const Each *self, const SgnProjectionRequest *request, json_t *projection)
{
  g_autofree char *hash = sgn_digest_of_json (projection);
  gboolean numbered = self->document->prefix != NULL && !self->wish->copy;
  const SgnSheet sheet = { .document = self->document,
                           .documents = self->library->documents,
                           .language = request->language,
                           .audience = request->audience,
                           .projection = projection,
                           .record_hash = hash,
                           .number = numbered ? "ZZ-2026-0001" : NULL,
                           .issued = ISSUED,
                           .program = "1.0.0",
                           .training = self->wish->training };
  g_autoptr (GError) error = NULL;
  SgnPages *pages = sgn_pages_new (&sheet, &error);

  g_assert_no_error (error);
  return pages;
}

static void
assert_is_told (const GError *error)
{
  g_assert_true (g_error_matches (error, SGN_ERROR, SGN_ERROR_NOT_YET) ||
                 g_error_matches (error, SGN_ERROR, SGN_ERROR_USAGE));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
make_sheet (const Each *self, const SgnProjectionRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) projection = sgn_projection_new (self->library, self->record, request, &error);
  g_autoptr (SgnPages) pages = NULL;
  g_autoptr (BoxDump) dump = NULL;
  g_autofree char *text = NULL;

  if (projection == NULL) {
    assert_is_told (error);
    return;
  }
  pages = lay_out (self, request, projection);
  text = sgn_pages_to_text (pages);
  dump = box_dump_new (text);
  self->func (&(HardSheet){ request, projection, pages, dump }, self->data);
}

/* Each variant, and for partners also with what is not done. */
static void
make_variants (const Each *self, SgnProjectionRequest request)
{
  request.variant = self->document->variants[0];
  make_sheet (self, &request);
  for (guint i = 1; request.variant != NULL && self->document->variants[i] != NULL; i++) {
    request.variant = self->document->variants[i];
    make_sheet (self, &request);
  }
  if (request.audience == SGN_AUDIENCE_PARTNER) {
    request.with_unmet = TRUE;
    make_sheet (self, &request);
  }
}

void
hard_sheets_each (SgnLibrary *library,
                  SgnRecord *record,
                  const SgnDocument *document,
                  const HardWish *wish,
                  HardSheetFunc func,
                  gpointer data)
{
  const Each self = { library, record, document, wish, func, data };
  g_autoptr (GPtrArray) events = hard_record_tell (record);
  const SgnProjectionHistory history = { events, CONTRADICTIONS };
  SgnProjectionRequest request = { .document = document->id,
                                   .recipient = wish->recipient,
                                   .history = &history };

  for (int audience = SGN_AUDIENCE_INTERNAL; audience <= SGN_AUDIENCE_PARTNER; audience++)
    for (int language = SGN_LANGUAGE_JA; language <= SGN_LANGUAGE_EN; language++) {
      request.audience = (SgnAudience) audience;
      request.language = (SgnLanguage) language;
      if (sgn_document_has_audience (document, request.audience))
        make_variants (&self, request);
    }
}

char *
hard_sheet_dup_name (const HardSheet *self)
{
  return g_strdup_printf ("%s %s %s %s%s", self->request->document,
                          sgn_language_to_code (self->request->language),
                          sgn_audience_to_key (self->request->audience),
                          self->request->variant != NULL ? self->request->variant : "",
                          self->request->with_unmet ? " with-unmet" : "");
}

char *
hard_strip (const char *text)
{
  GString *stripped = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);

    if (!g_unichar_isspace (letter) && letter != 0x2060)
      g_string_append_unichar (stripped, letter);
  }
  return g_string_free (stripped, FALSE);
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
  return hard_strip (text);
}

HardPaper *
hard_paper_new (const BoxDump *dump)
{
  HardPaper *self = g_new0 (HardPaper, 1);
  g_autoptr (GPtrArray) columns = g_ptr_array_copy (dump->boxes, NULL, NULL);

  g_ptr_array_set_free_func (columns, NULL);
  g_ptr_array_sort (columns, compare_columns);
  self->read = join_texts (dump->boxes);
  self->columns = join_texts (columns);
  return self;
}

void
hard_paper_free (HardPaper *self)
{
  g_free (self->read);
  g_free (self->columns);
  g_free (self);
}

gboolean
hard_paper_has (const HardPaper *self, const char *stripped)
{
  return strstr (self->read, stripped) != NULL || strstr (self->columns, stripped) != NULL;
}
