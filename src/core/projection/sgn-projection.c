/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-private.h"

#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-form.h"

#include <glib/gi18n-lib.h>

/* A sheet that can be made: @options is what --with-unmet is called on it, or ""; @leveled: it can
 * be asked for up to a level. */
typedef struct {
  const char *document;
  const char *options;
  gboolean (*check) (const SgnProjection *self, GError **error);
  void (*add) (SgnProjection *self);
  gboolean leveled;
} Maker;

static const Maker makers[] = {
  { "self-check-result", "with-unmet", sgn_projection_check_self_check,
    sgn_projection_add_self_check },
  { "rules-result", "with-unmet", sgn_projection_check_rules, sgn_projection_add_rules },
  { "declaration-preparation", "", sgn_projection_check_preparation,
    sgn_projection_add_preparation },
  { "declaration-record", "", sgn_projection_check_declaration, sgn_projection_add_declaration },
  { "basic-policy", "", sgn_projection_check_policy, sgn_projection_add_policy },
  { "action-plan", "with-unmet", sgn_projection_check_action_plan, sgn_projection_add_action_plan },
  { "declaration-poster", "", sgn_projection_check_poster, sgn_projection_add_poster },
  { "answer-sheet", "", sgn_projection_check_answer_sheet, sgn_projection_add_answer_sheet },
  { "audit-set", "with-unmet", sgn_projection_check_set, sgn_projection_add_set, TRUE },
  { "evidence-list", "with-unmet", sgn_projection_check_evidence, sgn_projection_add_evidence },
  { "unknown-list", "", sgn_projection_check_unknown, sgn_projection_add_unknown },
  { "calendar", "", sgn_projection_check_calendar, sgn_projection_add_calendar },
  { "scs-self-assessment", "with-unmet", sgn_projection_check_scs, sgn_projection_add_scs, TRUE },
  { "scs-declaration-draft", "", sgn_projection_check_scs, sgn_projection_add_scs_draft },
  { "scs-documents", "", sgn_projection_check_scs_documents, sgn_projection_add_scs_documents },
  { "history", "", sgn_projection_check_history, sgn_projection_add_history },
  { "management-result", "with-unmet", sgn_projection_check_management,
    sgn_projection_add_management },
  { "comparison", "with-unmet", sgn_projection_check_comparison, sgn_projection_add_comparison },
};

gboolean
sgn_projection_is_internal (const SgnProjection *self)
{
  return self->request->audience == SGN_AUDIENCE_INTERNAL;
}

const char *
sgn_projection_pick (const SgnProjection *self, const char *typed, const char *english)
{
  gboolean has_english = english != NULL && english[0] != '\0';

  return self->request->language == SGN_LANGUAGE_EN && has_english ? english : typed;
}

void
sgn_projection_set_text (const SgnProjection *self,
                         json_t *object,
                         const char *key,
                         const SgnText *text)
{
  sgn_json_set_string (object, key, sgn_text_get (text, self->request->language));
}

static void
set_count (json_t *object, const char *key, gint64 count)
{
  json_object_set_new (object, key, count >= 0 ? json_integer (count) : json_null ());
}

static void
add_company (SgnProjection *self)
{
  const SgnProfile *profile = self->record->profile;
  SgnLanguage language = self->request->language;
  json_t *company = json_object ();

  sgn_json_set_string (company, "name", sgn_profile_get_name (profile, language));
  sgn_json_set_string (company, "corporate_number", profile->corporate_number);
  sgn_json_set_string (company, "postal_code", profile->postal_code);
  sgn_json_set_string (company, "address", sgn_profile_get_address (profile, language));
  sgn_json_set_string (company, "representative",
                       sgn_profile_get_representative (profile, language));
  sgn_json_set_string (company, "representative_title",
                       sgn_profile_get_representative_title (profile, language));
  if (sgn_projection_is_internal (self)) {
    set_count (company, "employees", profile->employees);
    set_count (company, "computers", profile->computers);
  }
  json_object_set_new (self->json, "company", company);
}

/* Only what the company chose: boxes for seals are for its own sheets. */
static void
add_form (SgnProjection *self)
{
  g_autoptr (SgnForm) form = sgn_form_new (self->record->settings);
  g_autoptr (json_t) json = sgn_form_to_json (form, sgn_projection_is_internal (self));

  if (json_object_size (json) > 0)
    json_object_set (self->json, "form", json);
}

static void
add_record (SgnProjection *self)
{
  json_t *record = json_object ();

  sgn_json_set_string (record, "head", self->record->head);
  sgn_json_set_string (record, "at", self->record->head_at);
  json_object_set_new (self->json, "record", record);
}

/* (nullable): the variant, when the document has any */
static const char *
get_variant (const SgnProjection *self)
{
  const SgnDocument *document =
    sgn_documents_find (self->library->documents, self->request->document);

  return self->request->variant != NULL ? self->request->variant : document->variants[0];
}

/* What was asked for and had an effect, for the list of what was issued. */
static char *
format_options (const SgnProjection *self, const Maker *maker)
{
  gboolean with_unmet = self->request->with_unmet && !sgn_projection_is_internal (self);
  const char *options = with_unmet ? maker->options : "";
  const char *variant = self->request->variant;

  if (variant == NULL)
    return g_strdup (options);
  return g_strconcat (options, *options != '\0' ? " " : "", variant, NULL);
}

static void
add_common (SgnProjection *self, const Maker *maker)
{
  const SgnProjectionRequest *request = self->request;
  const char *variant = get_variant (self);
  g_autofree char *options = format_options (self, maker);

  sgn_json_set_string (self->json, "format", "sengen-record");
  sgn_json_set_integer (self->json, "version", 1);
  sgn_json_set_string (self->json, "document", request->document);
  sgn_json_set_string (self->json, "audience", sgn_audience_to_key (request->audience));
  sgn_json_set_string (self->json, "language", sgn_language_to_code (request->language));
  sgn_json_set_string (self->json, "options", options);
  if (variant != NULL)
    sgn_json_set_string (self->json, "variant", variant);
  if (request->recipient != NULL && *request->recipient != '\0')
    sgn_json_set_string (self->json, "recipient", request->recipient);
  json_object_set_new (self->json, "sample", json_boolean (self->record->sample));
  add_form (self);
  add_record (self);
  add_company (self);
}

static const Maker *
find_maker (const char *document)
{
  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++) {
    if (g_str_equal (makers[i].document, document))
      return &makers[i];
  }
  return NULL;
}

static void
set_no_variant (const SgnDocument *document, const char *variant, GError **error)
{
  g_autofree char *variants = g_strjoinv (", ", document->variants);

  if (*variants == '\0')
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("The document “%s” is made in one way only. Leave “%s” away."), document->id,
                 variant);
  else
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("The document “%s” is not made as “%s”. Choose one of %s."), document->id,
                 variant, variants);
}

gboolean
sgn_projection_takes_level (const char *document)
{
  const Maker *maker = find_maker (document);

  return maker != NULL && maker->leveled;
}

/* (nullable): who makes the sheet; NULL with @error set when it cannot be made now. */
static const Maker *
find_ready_maker (const SgnProjection *self, GError **error)
{
  const SgnProjectionRequest *request = self->request;
  const SgnDocument *document = sgn_documents_find (self->library->documents, request->document);
  const Maker *maker = find_maker (request->document);

  if (document == NULL || maker == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("There is no document “%s”. See which there are with “sengen document list”."),
                 request->document);
    return NULL;
  }
  if (!sgn_document_has_audience (document, request->audience)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("The document “%s” is not made for the audience “%s”. Choose the other one."),
                 request->document, sgn_audience_to_key (request->audience));
    return NULL;
  }
  if (!sgn_document_has_variant (document, request->variant)) {
    set_no_variant (document, request->variant, error);
    return NULL;
  }
  if (request->level != NULL && !maker->leveled) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("The document “%s” has no levels. Leave “%s” away."), document->id,
                 request->level);
    return NULL;
  }
  return maker->check (self, error) ? maker : NULL;
}

/**
 * sgn_projection_new:
 * @library: the catalogues and fixed texts
 * @record: the record of the company
 * @request: which sheet, for whom, in which language
 * @error: return location for an error
 *
 * Document number and time of issue are not part of it: the same record gives the same projection.
 *
 * Returns: (transfer full): the projection, or %NULL with SGN_ERROR_NOT_YET (something is missing
 *   that the message names) or SGN_ERROR_USAGE (no such document, audience or assessment)
 */
json_t *
sgn_projection_new (SgnLibrary *library,
                    const SgnRecord *record,
                    const SgnProjectionRequest *request,
                    GError **error)
{
  g_autoptr (json_t) json = NULL;
  SgnProjection self = { library, record, request, NULL };
  const Maker *maker = NULL;

  g_return_val_if_fail (library != NULL && record != NULL, NULL);
  g_return_val_if_fail (request != NULL && request->document != NULL, NULL);

  maker = find_ready_maker (&self, error);
  if (maker == NULL)
    return NULL;

  self.json = json = json_object ();
  add_common (&self, maker);
  maker->add (&self);
  return g_steal_pointer (&json);
}

/**
 * sgn_projection_dup_obstacle:
 * @library: the catalogues and fixed texts
 * @record: the record of the company
 * @request: which sheet, for whom, in which language
 *
 * Returns: (transfer full) (nullable): the message with which sgn_projection_new() would fail;
 *   %NULL when the sheet can be made
 */
char *
sgn_projection_dup_obstacle (SgnLibrary *library,
                             const SgnRecord *record,
                             const SgnProjectionRequest *request)
{
  const SgnProjection self = { library, record, request, NULL };
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (library != NULL && record != NULL, NULL);
  g_return_val_if_fail (request != NULL && request->document != NULL, NULL);

  return find_ready_maker (&self, &error) == NULL ? g_strdup (error->message) : NULL;
}
