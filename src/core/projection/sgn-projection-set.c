/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-private.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>

/* The groups of a set, in its order; a document names its own. */
static const char *const groups[] = { "declaration", "improvement", "schemes", "support" };

/**
 * sgn_projection_list_set:
 * @library: the program's own data
 * @audience: who will read the set
 *
 * Returns: (transfer container) (element-type SgnDocument): all sheets that may belong to a set, in
 *   its order
 */
GPtrArray *
sgn_projection_list_set (SgnLibrary *library, SgnAudience audience)
{
  GPtrArray *all = sgn_documents_get_all (library->documents);
  GPtrArray *chosen = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++) {
    for (guint k = 0; k < all->len; k++) {
      SgnDocument *document = all->pdata[k];

      if (g_strcmp0 (document->group, groups[i]) == 0 &&
          sgn_document_has_audience (document, audience))
        g_ptr_array_add (chosen, document);
    }
  }
  return chosen;
}

/* What is asked for, of @document instead of the set. */
static SgnProjectionRequest
request_member (const SgnProjection *self, const SgnDocument *document)
{
  const SgnProjectionRequest request = {
    .document = document->id,
    .audience = self->request->audience,
    .language = self->request->language,
    .with_unmet = self->request->with_unmet,
    .level = sgn_projection_takes_level (document->id) ? self->request->level : NULL,
    .history = self->request->history,
  };

  return request;
}

/* (transfer full) (nullable): the record behind a sheet of the set; NULL when it cannot be made yet
 */
static json_t *
make_member (const SgnProjection *self, const SgnDocument *document)
{
  const SgnProjectionRequest request = request_member (self, document);

  return sgn_projection_new (self->library, self->record, &request, NULL);
}

gboolean
sgn_projection_check_set (const SgnProjection *self, GError **error)
{
  g_autoptr (GPtrArray) documents =
    sgn_projection_list_set (self->library, self->request->audience);

  for (guint i = 0; i < documents->len; i++) {
    const SgnDocument *document = documents->pdata[i];
    const SgnProjectionRequest request = request_member (self, document);
    g_autofree char *obstacle = NULL;

    /* There is always a history: alone it is no set. */
    if (g_str_equal (document->id, "history"))
      continue;
    obstacle = sgn_projection_dup_obstacle (self->library, self->record, &request);
    if (obstacle == NULL)
      return TRUE;
  }
  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                       _ ("There is no sheet to write yet. Answer a first question, or record the "
                          "declaration."));
  return FALSE;
}

static void
add_evidence (SgnProjection *self)
{
  GPtrArray *all = self->record->evidence;
  json_t *evidence = json_object ();
  gint64 files = 0;
  gint64 size = 0;

  for (guint i = 0; i < all->len; i++) {
    const SgnEvidence *piece = all->pdata[i];

    if (piece->retired)
      continue;
    files++;
    size += piece->size;
  }
  sgn_json_set_integer (evidence, "files", files);
  sgn_json_set_integer (evidence, "size", size);
  json_object_set_new (self->json, "evidence", evidence);
}

static void
add_sheets (const SgnProjection *self, json_t *records, json_t *missing)
{
  g_autoptr (GPtrArray) documents =
    sgn_projection_list_set (self->library, self->request->audience);

  for (guint i = 0; i < documents->len; i++) {
    const SgnDocument *document = documents->pdata[i];
    json_t *record = make_member (self, document);

    if (record != NULL)
      json_array_append_new (records, record);
    else
      json_array_append_new (missing, json_string (sgn_text_get (&document->short_title,
                                                                 self->request->language)));
  }
}

/* "records": what is bound, in its order; "missing": what could not be made, by its title. */
void
sgn_projection_add_set (SgnProjection *self)
{
  json_t *records = json_array ();
  json_t *missing = json_array ();

  add_sheets (self, records, missing);
  json_object_set_new (self->json, "records", records);
  json_object_set_new (self->json, "missing", missing);
  add_evidence (self);
}
