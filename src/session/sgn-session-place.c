/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-session-place.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-session-private.h"

/* One request for both acts: @id is of the declaration, or of the place. */
typedef struct {
  gint64 id;
  char *place;
  char *how;
  char *date;
} PlaceRequest;

static void
place_request_free (PlaceRequest *request)
{
  g_free (request->place);
  g_free (request->how);
  g_free (request->date);
  g_free (request);
}

/* (nullable): the declaration asked for, or the newest */
static const SgnDeclaration *
find_declaration (SgnDesk *desk, gint64 id, GError **error)
{
  for (guint i = 0; id != 0 && i < desk->record->declarations->len; i++) {
    const SgnDeclaration *declaration = g_ptr_array_index (desk->record->declarations, i);

    if (declaration->id == id)
      return declaration;
  }
  if (id == 0 && sgn_record_get_declaration (desk->record) != NULL)
    return sgn_record_get_declaration (desk->record);

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                       _ ("There is no such declaration on record. Record the declaration first."));
  return NULL;
}

static gboolean
put_place (SgnDesk *desk, gint64 id, const SgnPlace *place, gint64 declaration, GError **error)
{
  gboolean ok =
    sgn_company_file_begin (desk->file, SGN_ACT_DECLARE, desk->author, error) &&
    sgn_desk_put_numbered (desk, SGN_KIND_PLACE, id, sgn_place_to_row (place, declaration), error);

  return sgn_desk_end_act (desk, ok, error);
}

static gpointer
do_add_place (SgnDesk *desk, gpointer data, GError **error)
{
  const PlaceRequest *request = data;
  g_autofree char *name = sgn_dup_name (request->place);
  g_autofree char *how = sgn_dup_name (request->how);
  const SgnPlace place = { .place = name, .how = how, .since = request->date };
  const SgnDeclaration *declaration;
  gint64 id;

  if (!sgn_desk_check_writable (desk, error))
    return NULL;
  if (name == NULL) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_INVALID,
                         _ ("Say where the declaration is shown, for example on the web site."));
    return NULL;
  }
  if (request->date != NULL && !sgn_check_date (request->date, error))
    return NULL;

  declaration = find_declaration (desk, request->id, error);
  id = declaration != NULL ? sgn_company_file_next_id (desk->file, SGN_KIND_PLACE, error) : -1;

  return id > 0 && put_place (desk, id, &place, declaration->id, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_add_place_async:
 * @self: a session with a file open for writing
 * @place: where it is shown; copied
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Records one more place where a declaration is shown. SGN_ERROR_NOT_YET without that declaration,
 * SGN_ERROR_INVALID without a name or a real date. End with sgn_session_act_finish().
 */
void
sgn_session_add_place_async (SgnSession *self,
                             const SgnShownPlace *place,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  PlaceRequest *request = g_new0 (PlaceRequest, 1);
  const SgnAct act = { do_add_place, request, (GDestroyNotify) place_request_free, NULL,
                       sgn_session_add_place_async };

  request->id = place->declaration;
  request->place = g_strdup (place->place);
  request->how = g_strdup (place->how);
  request->date = g_strdup (place->since);
  sgn_session_run (self, &act, callback, user_data);
}

/* (nullable): the place, and the declaration it belongs to */
static const SgnPlace *
find_place (SgnDesk *desk, gint64 id, gint64 *declaration, GError **error)
{
  g_autofree char *number = NULL;

  for (guint i = 0; i < desk->record->declarations->len; i++) {
    const SgnDeclaration *shown = g_ptr_array_index (desk->record->declarations, i);

    for (guint j = 0; j < shown->places->len; j++) {
      const SgnPlace *place = g_ptr_array_index (shown->places, j);

      *declaration = shown->id;
      if (place->id == id)
        return place;
    }
  }

  number = sgn_dup_number (id);
  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("There is no place %s in this file. See “sengen shown FILE list”."), number);
  return NULL;
}

static gpointer
do_confirm_place (SgnDesk *desk, gpointer data, GError **error)
{
  const PlaceRequest *request = data;
  const SgnPlace *before;
  SgnPlace place;
  gint64 declaration = 0;

  if (!sgn_desk_check_writable (desk, error) || !sgn_check_date (request->date, error))
    return NULL;
  before = find_place (desk, request->id, &declaration, error);
  if (before == NULL)
    return NULL;

  place = *before;
  place.confirmed = request->date;
  return put_place (desk, request->id, &place, declaration, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_confirm_place_async:
 * @self: a session with a file open for writing
 * @place: id of the place
 * @date: the day somebody looked, YYYY-MM-DD
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Records that the declaration was still shown there on that day. SGN_ERROR_USAGE when there is no
 * such place, SGN_ERROR_INVALID without a real date. End with sgn_session_act_finish().
 */
void
sgn_session_confirm_place_async (SgnSession *self,
                                 gint64 place,
                                 const char *date,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  PlaceRequest *request = g_new0 (PlaceRequest, 1);
  const SgnAct act = { do_confirm_place, request, (GDestroyNotify) place_request_free, NULL,
                       sgn_session_confirm_place_async };

  request->id = place;
  request->date = g_strdup (date);
  sgn_session_run (self, &act, callback, user_data);
}
