/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-date.h"
#include "sgn-tables-private.h"

#define LABEL_WIDTH 24
#define VALUE_WIDTH 80

static const char *
get_text (const SgnExport *self, const char *key)
{
  return sgn_documents_text (self->documents, self->document->id, key, self->language);
}

/* (transfer none): the cells of a new row, after its label */
static GPtrArray *
add_label (const SgnExport *self, SgnWorksheet *sheet, const char *key)
{
  GPtrArray *row = sgn_worksheet_add_row (sheet);

  sgn_cells_add_text (row, get_text (self, key));
  return row;
}

/* @text NULL: there is nothing to say, and no row. */
static void
add_text (const SgnExport *self, SgnWorksheet *sheet, const char *key, const char *text)
{
  if (text != NULL && *text != '\0')
    sgn_cells_add_text (add_label (self, sheet, key), text);
}

static void
append_tag (const SgnExport *self, GPtrArray *tags, gboolean holds, const char *key)
{
  if (holds)
    g_ptr_array_add (tags, (char *) get_text (self, key));
}

char *
sgn_tables_dup_tags (const SgnExport *self)
{
  const json_t *policy = json_object_get (self->projection, "policy");
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();

  append_tag (self, tags, sgn_json_boolean (self->projection, "sample"), "tag.sample");
  append_tag (self, tags, sgn_json_boolean (policy, "draft"), "tag.draft");
  append_tag (self, tags, self->document->prefix != NULL && self->number == NULL, "tag.copy");
  append_tag (self, tags, self->training, "tag.seminar");
  if (tags->len == 0)
    return NULL;

  g_ptr_array_add (tags, NULL);
  return g_strjoinv (get_text (self, "list.separator"), (char **) tags->pdata);
}

static void
add_issue (const SgnExport *self, SgnWorksheet *sheet)
{
  const json_t *company = json_object_get (self->projection, "company");
  const char *audience = sgn_json_string (self->projection, "audience");
  gboolean partner = g_strcmp0 (audience, sgn_audience_to_key (SGN_AUDIENCE_PARTNER)) == 0;
  g_autofree char *tags = sgn_tables_dup_tags (self);
  g_autofree char *issued = sgn_time_get_date (self->issued);

  add_text (self, sheet, "about.tags", tags);
  add_text (self, sheet, "label.company", sgn_json_string (company, "name"));
  add_text (self, sheet, "label.corporate_number", sgn_json_string (company, "corporate_number"));
  add_text (self, sheet, "label.number", self->number);
  sgn_cells_add_date (add_label (self, sheet, "label.issued"), issued);
  add_text (self, sheet, "label.use",
            get_text (self, partner ? "audience.partner" : "audience.internal"));
  add_text (self, sheet, "about.recipient", sgn_json_string (self->projection, "recipient"));
}

/* @name: under which key @catalogue says which one it is */
static char *
format_edition (const SgnExport *self,
                const json_t *catalogue,
                const char *name,
                const char *edition)
{
  const char *id = sgn_json_string (catalogue, name);
  const char *published = sgn_json_string (catalogue, "published");

  return sgn_documents_format (self->documents, self->document->id,
                               published != NULL ? "foot.items" : "foot.item", self->language,
                               "catalogue", id != NULL ? id : "", "edition", edition, "published",
                               published != NULL ? published : "", NULL);
}

/* Several editions, each as {catalogue, edition}, or as the number of the edition alone when all
 * are of the same questions. */
static char *
join_editions (const SgnExport *self, const json_t *catalogue, const json_t *editions)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (json_t) same = json_object ();
  size_t i;
  json_t *edition;

  sgn_json_set_string (same, "catalogue", sgn_json_string (catalogue, "id"));
  json_array_foreach (editions, i, edition)
  {
    const json_t *of = json_is_string (edition) ? same : edition;
    const char *number =
      json_is_string (edition) ? json_string_value (edition) : sgn_json_string (of, "edition");

    g_ptr_array_add (texts, format_edition (self, of, "catalogue", number));
  }
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (get_text (self, "foot.item_separator"), (char **) texts->pdata);
}

static void
add_editions (const SgnExport *self, SgnWorksheet *sheet)
{
  const json_t *catalogue = json_object_get (self->projection, "catalogue");
  const json_t *editions = json_object_get (self->projection, "editions");
  g_autofree char *text = NULL;

  if (json_array_size (editions) > 0)
    text = join_editions (self, catalogue, editions);
  else if (json_is_object (catalogue))
    text = format_edition (self, catalogue, "id", sgn_json_string (catalogue, "edition"));
  add_text (self, sheet, "about.edition", text);
  add_text (self, sheet, "about.edition_note", sgn_json_string (catalogue, "inherited_note"));
}

static void
add_record (const SgnExport *self, SgnWorksheet *sheet)
{
  const char *at = sgn_json_string (json_object_get (self->projection, "record"), "at");
  g_autofree char *minutes = sgn_time_to_minutes (at != NULL ? at : self->issued);
  g_autofree char *form =
    sgn_documents_format (self->documents, self->document->id, "foot.form", self->language, "form",
                          self->document->form, "version", self->document->form_version, "program",
                          self->program, NULL);

  add_text (self, sheet, "about.hash", self->record_hash);
  add_text (self, sheet, "about.at", minutes);
  add_editions (self, sheet);
  add_text (self, sheet, "about.form", form);
}

void
sgn_tables_add_about (const SgnExport *self, GPtrArray *workbook)
{
  static const int widths[] = { LABEL_WIDTH, VALUE_WIDTH };
  g_autofree char *name = sgn_workbook_make_name (workbook, get_text (self, "about.title"));
  SgnWorksheet *sheet = sgn_workbook_add_sheet (workbook, name);
  GPtrArray *title = sgn_worksheet_add_row (sheet);

  g_array_append_vals (sheet->widths, widths, G_N_ELEMENTS (widths));
  sgn_cells_add_text (title,
                      sgn_document_get_title (self->document, self->projection, self->language));
  add_issue (self, sheet);
  add_record (self, sheet);
  add_text (self, sheet, "about.reading", get_text (self, "about.reading_text"));
  add_text (self, sheet, "about.note",
            sgn_documents_disclaimer (self->documents, self->document->disclaimer, self->language));
  if (self->document->trademark)
    add_text (self, sheet, "about.trademark",
              sgn_documents_trademark (self->documents, self->language));
}
