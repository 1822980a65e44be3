/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-profile-private.h"

#include "sgn-record.h"

#define TEXT(member)                                                 \
  {                                                                  \
#member, G_STRUCT_OFFSET(SgnProfile, member), SGN_FIELD_NULLABLE \
  }
#define COUNT(member)                                             \
  {                                                               \
#member, G_STRUCT_OFFSET(SgnProfile, member), SGN_FIELD_COUNT \
  }

const SgnField sgn_profile_fields[] = {
  { "name", G_STRUCT_OFFSET (SgnProfile, name), SGN_FIELD_TEXT },
  TEXT (name_kana),
  TEXT (name_en),
  TEXT (corporate_number),
  TEXT (postal_code),
  TEXT (address),
  TEXT (address_en),
  TEXT (representative),
  TEXT (representative_kana),
  TEXT (representative_en),
  TEXT (representative_title),
  TEXT (representative_title_en),
  TEXT (contact),
  TEXT (contact_kana),
  TEXT (contact_department),
  TEXT (email),
  TEXT (phone),
  TEXT (url),
  TEXT (industry),
  TEXT (purpose),
  TEXT (gbizid),
  COUNT (employees),
  COUNT (computers),
  COUNT (capital_yen),
  { NULL },
};

const SgnField sgn_site_fields[] = {
  { "name", G_STRUCT_OFFSET (SgnSite, name), SGN_FIELD_TEXT },
  { "address", G_STRUCT_OFFSET (SgnSite, address), SGN_FIELD_NULLABLE },
  { "employees", G_STRUCT_OFFSET (SgnSite, employees), SGN_FIELD_COUNT },
  { NULL },
};

SgnSite *
sgn_site_new (void)
{
  SgnSite *self = g_new0 (SgnSite, 1);

  self->employees = -1;
  return self;
}

static SgnSite *
site_copy (const SgnSite *self)
{
  SgnSite *copy = sgn_site_new ();

  copy->id = self->id;
  sgn_fields_copy (sgn_site_fields, self, copy);
  return copy;
}

SgnProfile *
sgn_profile_new_blank (void)
{
  SgnProfile *self = g_new0 (SgnProfile, 1);

  self->employees = self->computers = self->capital_yen = -1;
  self->sites = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_site_free);
  return self;
}

/**
 * sgn_profile_new:
 * @name: the company's name, as typed
 *
 * Returns: (transfer full): a profile that says nothing but the name
 */
SgnProfile *
sgn_profile_new (const char *name)
{
  SgnProfile *self = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  self = sgn_profile_new_blank ();
  self->name = g_strdup (name);
  return self;
}

SgnProfile *
sgn_profile_copy (const SgnProfile *self)
{
  SgnProfile *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = sgn_profile_new_blank ();
  sgn_fields_copy (sgn_profile_fields, self, copy);
  for (guint i = 0; i < self->sites->len; i++)
    g_ptr_array_add (copy->sites, site_copy (self->sites->pdata[i]));
  return copy;
}

void
sgn_profile_free (SgnProfile *self)
{
  if (self == NULL)
    return;

  sgn_fields_clear (sgn_profile_fields, self);
  g_ptr_array_unref (self->sites);
  g_free (self);
}

void
sgn_site_free (SgnSite *self)
{
  if (self == NULL)
    return;

  sgn_fields_clear (sgn_site_fields, self);
  g_free (self);
}

/* Null columns say nothing, and a profile file leaves them out. */
static void
drop_nulls (json_t *object)
{
  const char *key = NULL;
  json_t *value = NULL;
  void *next = NULL;

  json_object_foreach_safe (object, next, key, value)
  {
    if (json_is_null (value))
      json_object_del (object, key);
  }
}

/**
 * sgn_profile_to_json:
 * @self: a profile
 *
 * Returns: (transfer full): the object of a profile file, with the keys of which something was said
 */
json_t *
sgn_profile_to_json (const SgnProfile *self)
{
  g_autoptr (json_t) json = json_object ();
  g_autoptr (json_t) sites = json_array ();

  g_return_val_if_fail (self != NULL, NULL);

  sgn_fields_write (sgn_profile_fields, self, json);
  drop_nulls (json);
  for (guint i = 0; i < self->sites->len; i++) {
    json_t *site = sgn_site_to_row (self->sites->pdata[i]);

    drop_nulls (site);
    json_array_append_new (sites, site);
  }
  if (self->sites->len > 0)
    json_object_set (json, "sites", sites);
  return g_steal_pointer (&json);
}

/**
 * sgn_profile_to_row:
 * @self: a profile
 * @sample: whether the file is the shipped sample
 *
 * Returns: (transfer full): the row of kind company
 */
json_t *
sgn_profile_to_row (const SgnProfile *self, gboolean sample)
{
  g_autoptr (json_t) row = json_object ();

  g_return_val_if_fail (self != NULL, NULL);

  sgn_fields_write (sgn_profile_fields, self, row);
  sgn_json_set_integer (row, "sample", sample ? 1 : 0);
  return g_steal_pointer (&row);
}

/**
 * sgn_profile_new_from_row:
 * @row: a row of kind company
 *
 * Returns: (transfer full) (nullable): the profile without sites; %NULL when a column is missing or
 *   of another kind
 */
SgnProfile *
sgn_profile_new_from_row (const json_t *row)
{
  g_autoptr (SgnProfile) self = sgn_profile_new_blank ();

  if (!sgn_fields_read (sgn_profile_fields, SGN_KIND_COMPANY, row, self, NULL))
    return NULL;
  return g_steal_pointer (&self);
}

json_t *
sgn_site_to_row (const SgnSite *site)
{
  g_autoptr (json_t) row = json_object ();

  g_return_val_if_fail (site != NULL, NULL);

  sgn_fields_write (sgn_site_fields, site, row);
  return g_steal_pointer (&row);
}

SgnSite *
sgn_site_new_from_row (const json_t *row, GError **error)
{
  g_autoptr (SgnSite) site = sgn_site_new ();

  if (!sgn_fields_read (sgn_site_fields, SGN_KIND_SITE, row, site, error))
    return NULL;
  return g_steal_pointer (&site);
}

static const char *
pick (const char *typed, const char *english, SgnLanguage language)
{
  return language == SGN_LANGUAGE_EN && english != NULL ? english : typed;
}

const char *
sgn_profile_get_name (const SgnProfile *self, SgnLanguage language)
{
  return pick (self->name, self->name_en, language);
}

const char *
sgn_profile_get_address (const SgnProfile *self, SgnLanguage language)
{
  return pick (self->address, self->address_en, language);
}

const char *
sgn_profile_get_representative (const SgnProfile *self, SgnLanguage language)
{
  return pick (self->representative, self->representative_en, language);
}

const char *
sgn_profile_get_representative_title (const SgnProfile *self, SgnLanguage language)
{
  return pick (self->representative_title, self->representative_title_en, language);
}
