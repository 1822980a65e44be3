/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-private.h"

#include "sgn-declaration.h"
#include "sgn-error.h"

#include <glib/gi18n-lib.h>

/* Only Japanese is written from top to bottom. */
gboolean
sgn_projection_check_poster (const SgnProjection *self, GError **error)
{
  const char *variant = self->request->variant;

  if (self->request->language == SGN_LANGUAGE_JA || variant == NULL ||
      !g_str_has_suffix (variant, "-vertical"))
    return TRUE;

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                       _ ("The vertical poster is made in Japanese only. Choose a horizontal "
                          "one."));
  return FALSE;
}

/* A star is named only when it was declared, and only the one that was. */
void
sgn_projection_add_poster (SgnProjection *self)
{
  const SgnDeclaration *declaration = sgn_record_get_declaration (self->record);
  json_t *json = declaration != NULL ? json_object () : json_null ();

  json_object_set_new (self->json, "declaration", json);
  if (declaration == NULL)
    return;

  sgn_json_set_integer (json, "star", declaration->star);
  sgn_json_set_string (json, "words",
                       sgn_star_to_words (declaration->star, self->request->language));
  sgn_json_set_string (json, "number", declaration->number);
  sgn_json_set_string (json, "date", declaration->date);
}
