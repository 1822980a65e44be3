/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-profile-private.h"

#include "sgn-error.h"
#include "sgn-fold.h"

#include <glib/gi18n-lib.h>

static const char *const gbizid_words[] = { "none", "prime", "member", NULL };

static const SgnField *
find_field (const SgnField *fields, const char *name)
{
  for (const SgnField *field = fields; field->name != NULL; field++) {
    if (g_str_equal (field->name, name))
      return field;
  }
  return NULL;
}

static gboolean
take_text (const json_t *value, char **target)
{
  g_autofree char *text = NULL;

  if (!json_is_string (value))
    return FALSE;

  text = sgn_clean_line (json_string_value (value));
  g_free (*target);
  *target = text[0] != '\0' ? g_steal_pointer (&text) : NULL;
  return TRUE;
}

static gboolean
take_number (const json_t *value, gint64 *target)
{
  if (!json_is_integer (value) || json_integer_value (value) < 0)
    return FALSE;

  *target = json_integer_value (value);
  return TRUE;
}

static gboolean
take_value (const SgnField *field, const json_t *value, gpointer target, GError **error)
{
  gboolean is_count = field->kind == SGN_FIELD_COUNT;

  if (json_is_null (value))
    return TRUE;
  if (is_count ? take_number (value, &G_STRUCT_MEMBER (gint64, target, field->offset))
               : take_text (value, &G_STRUCT_MEMBER (char *, target, field->offset)))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
               is_count ? _ ("“%s” in the profile must be a whole number, 0 or more.")
                        : _ ("“%s” in the profile must be a text in quotation marks."),
               field->name);
  return FALSE;
}

static gboolean
refuse_key (const char *key, GError **error)
{
  g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
               _ ("The profile has an unknown key “%s”. Correct its spelling or take it out."),
               key);
  return FALSE;
}

static gboolean
refuse_nameless (const char *what, GError **error)
{
  g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
               _ ("“%s” in the profile is missing or empty. Write a name there."), what);
  return FALSE;
}

static gboolean
take_site (const json_t *json, GPtrArray *sites, GError **error)
{
  g_autoptr (SgnSite) site = sgn_site_new ();
  const char *key = NULL;
  json_t *value = NULL;

  if (!json_is_object (json)) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                         _ ("Each entry of “sites” in the profile must be an object in braces."));
    return FALSE;
  }
  json_object_foreach ((json_t *) json, key, value)
  {
    const SgnField *field = find_field (sgn_site_fields, key);

    if (field == NULL)
      return refuse_key (key, error);
    if (!take_value (field, value, site, error))
      return FALSE;
  }
  if (site->name == NULL)
    return refuse_nameless ("sites.name", error);

  g_ptr_array_add (sites, g_steal_pointer (&site));
  return TRUE;
}

static gboolean
take_sites (const json_t *json, GPtrArray *sites, GError **error)
{
  if (!json_is_array (json)) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                         _ ("“sites” in the profile must be a list in square brackets."));
    return FALSE;
  }
  for (gsize i = 0; i < json_array_size (json); i++) {
    if (!take_site (json_array_get (json, i), sites, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
take_key (SgnProfile *self, const char *key, const json_t *value, GError **error)
{
  const SgnField *field = find_field (sgn_profile_fields, key);

  if (g_str_equal (key, "sites"))
    return json_is_null (value) || take_sites (value, self->sites, error);
  if (field == NULL)
    return refuse_key (key, error);
  return take_value (field, value, self, error);
}

/**
 * sgn_profile_new_from_json:
 * @json: the object of a profile file
 * @error: return location for an error
 *
 * Texts are cleaned of what may not be stored; an empty text says nothing.
 *
 * Returns: (transfer full): the profile, or %NULL with SGN_ERROR_UNREADABLE (a key that is unknown
 *   or of the wrong kind, named) or SGN_ERROR_INVALID (no name, an unknown GビズID word)
 */
SgnProfile *
sgn_profile_new_from_json (const json_t *json, GError **error)
{
  g_autoptr (SgnProfile) self = sgn_profile_new_blank ();
  const char *key = NULL;
  json_t *value = NULL;

  if (!json_is_object (json)) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                         _ ("A profile must be one JSON object in braces."));
    return NULL;
  }
  json_object_foreach ((json_t *) json, key, value)
  {
    if (!take_key (self, key, value, error))
      return NULL;
  }
  if (self->name == NULL) {
    refuse_nameless ("name", error);
    return NULL;
  }
  if (self->gbizid != NULL && !g_strv_contains (gbizid_words, self->gbizid)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                 _ ("“gbizid” in the profile is “%s”. Write none, prime or member."), self->gbizid);
    return NULL;
  }
  return g_steal_pointer (&self);
}
