/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-declaration.h"
#include "sgn-error.h"
#include "sgn-fold.h"
#include "sgn-session-private.h"

#define RULES_CATALOGUE "ipa-rules"

typedef struct {
  int star;
  char *number;
  char *date;
  char *account;
  char **places;
} DeclareRequest;

static void
declare_request_free (DeclareRequest *request)
{
  g_free (request->number);
  g_free (request->date);
  g_free (request->account);
  g_strfreev (request->places);
  g_free (request);
}

/* (nullable): the edition of the rules that was published when the declaration was made; "" when
 * all that are here came later. NULL when they cannot be read: what is put on record stays. */
static char *
find_edition (SgnLibrary *library, const char *date, GError **error)
{
  g_autoptr (GPtrArray) editions = sgn_library_list_catalogues (library, RULES_CATALOGUE, error);
  const SgnCatalogue *found = NULL;

  if (editions == NULL)
    return NULL;
  for (guint i = 0; i < editions->len; i++) {
    const SgnCatalogue *catalogue = g_ptr_array_index (editions, i);

    if (sgn_date_compare (catalogue->published, date) <= 0 &&
        (found == NULL || sgn_date_compare (catalogue->published, found->published) > 0))
      found = catalogue;
  }

  return g_strdup (found != NULL ? found->edition : "");
}

static gboolean
check_request (const DeclareRequest *request, GError **error)
{
  if (request->star != 1 && request->star != 2) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_INVALID,
                         _ ("A declaration has one star or two. Give 1 or 2."));
    return FALSE;
  }
  if (!sgn_check_date (request->date, error))
    return FALSE;
  if (request->account != NULL && strcmp (request->account, "prime") != 0 &&
      strcmp (request->account, "member") != 0) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                 _ ("“%s” is not a kind of GBizID that can declare. Use prime or member."),
                 request->account);
    return FALSE;
  }

  return TRUE;
}

static gboolean
put_places (SgnDesk *desk, gint64 declaration, char **places, GError **error)
{
  for (guint i = 0; places != NULL && places[i] != NULL; i++) {
    g_autofree char *name = sgn_clean_line (places[i]);
    const SgnPlace place = { .place = name };
    gint64 id;

    if (*name == '\0')
      continue;

    id = sgn_company_file_next_id (desk->file, SGN_KIND_PLACE, error);
    if (id < 0 || !sgn_desk_put_numbered (desk, SGN_KIND_PLACE, id,
                                          sgn_place_to_row (&place, declaration), error))
      return FALSE;
  }

  return TRUE;
}

static gboolean
put_declaration (SgnDesk *desk, const DeclareRequest *request, const char *number, GError **error)
{
  g_autofree char *edition = find_edition (desk->library, request->date, error);
  SgnDeclaration declaration = { 0 };

  if (edition == NULL)
    return FALSE;
  declaration.id = sgn_company_file_next_id (desk->file, SGN_KIND_DECLARATION, error);
  if (declaration.id < 0)
    return FALSE;

  declaration.star = request->star;
  declaration.number = (char *) number;
  declaration.date = request->date;
  declaration.account = request->account;
  declaration.edition = edition;

  return sgn_desk_put_numbered (desk, SGN_KIND_DECLARATION, declaration.id,
                                sgn_declaration_to_row (&declaration), error) &&
         put_places (desk, declaration.id, request->places, error);
}

static gpointer
do_declare (SgnDesk *desk, gpointer data, GError **error)
{
  const DeclareRequest *request = data;
  g_autofree char *number = NULL;
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error) || !check_request (request, error))
    return NULL;

  number = sgn_declaration_number_normalise (request->number, error);
  if (number == NULL)
    return NULL;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_DECLARE, desk->author, error) &&
       put_declaration (desk, request, number, error);

  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_declare_async:
 * @self: a session with a file open for writing
 * @change: the declaration; copied
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Records a declaration of SECURITY ACTION that was made, with the edition of the rules of its day.
 * SGN_ERROR_INVALID when star, ID, date or account do not follow their rule. End with
 * sgn_session_act_finish().
 */
void
sgn_session_declare_async (SgnSession *self,
                           const SgnDeclarationChange *change,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  DeclareRequest *request = g_new0 (DeclareRequest, 1);
  const SgnAct act = { do_declare, request, (GDestroyNotify) declare_request_free, NULL,
                       sgn_session_declare_async };

  request->star = change->star;
  request->number = g_strdup (change->number);
  request->date = g_strdup (change->date);
  request->account = g_strdup (change->account);
  request->places = g_strdupv ((char **) change->places);
  sgn_session_run (self, &act, callback, user_data);
}
