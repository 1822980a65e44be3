/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-check-acts.h"

#include <glib/gi18n-lib.h>

#include "sgn-check-range.h"
#include "sgn-compat.h"
#include "sgn-date.h"
#include "sgn-record-years.h"

/**
 * Act:
 * @page: where it is asked and done
 * @assessment: the check
 *
 * An act on a check that waits for an answer.
 */
typedef struct {
  SgnChecklistPage *page;
  gint64 assessment;
} Act;

static Act *
act_new (SgnChecklistPage *page, gint64 assessment)
{
  Act *act = g_new0 (Act, 1);

  act->page = g_object_ref (page);
  act->assessment = assessment;
  return act;
}

static void
act_free (Act *act)
{
  g_object_unref (act->page);
  g_free (act);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

static SgnSession *
get_session (SgnChecklistPage *page)
{
  return sgn_page_get_session (SGN_PAGE (page));
}

static SgnRecord *
get_record (SgnChecklistPage *page)
{
  return sgn_session_get_record (get_session (page));
}

static const SgnCatalogue *
get_catalogue (SgnChecklistPage *page)
{
  return sgn_checklist_get_catalogue (sgn_checklist_page_get_checklist (page));
}

/* An act may end after the file was closed. */
static gboolean
is_gone (SgnChecklistPage *page)
{
  return sgn_checklist_page_get_checklist (page) == NULL;
}

static void
end_act (SgnChecklistPage *page, const GError *error, const char *heading)
{
  sgn_saving_end (sgn_page_get_saving (SGN_PAGE (page)), NULL);
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "win.tell", "(ss)", heading, error->message);
}

/* How many questions of @assessment nobody has answered, the sites' answers counted. */
static guint
count_unanswered (SgnChecklistPage *page, const SgnAssessment *assessment)
{
  SgnLibrary *library = sgn_session_get_library (get_session (page));
  SgnCatalogue *catalogue =
    sgn_library_find_catalogue (library, assessment->catalogue, assessment->edition);
  g_autoptr (SgnCombined) combined = NULL;
  g_autoptr (GPtrArray) items = NULL;
  guint count = 0;

  if (catalogue == NULL)
    return 0;
  combined = sgn_combined_new (get_record (page), catalogue, assessment);
  items = sgn_check_range_list_items (catalogue,
                                      sgn_check_range_find_level (catalogue, assessment->level));
  for (guint i = 0; i < items->len; i++) {
    const SgnItem *item = g_ptr_array_index (items, i);

    count += item->scale != NULL && sgn_combined_find_answer (combined, item).source == NULL;
  }
  return count;
}

static char *
dup_unanswered_words (SgnChecklistPage *page, const SgnAssessment *assessment)
{
  guint count = count_unanswered (page, assessment);

  if (count == 0)
    return g_strdup (_ ("All questions are answered."));
  return g_strdup_printf (ngettext ("%u question is not answered.",
                                    "%u questions are not answered.", count),
                          count);
}

static void
ask (SgnChecklistPage *page,
     const SgnAssessment *assessment,
     const char *heading,
     const char *body,
     const char *yes,
     GAsyncReadyCallback callback)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  g_autofree char *unanswered = dup_unanswered_words (page, assessment);
  g_autofree char *words = g_strdup_printf ("%s\n%s", unanswered, body);

  if (GTK_IS_WINDOW (root))
    sgn_ask_async (GTK_WINDOW (root), heading, words, yes, callback,
                   act_new (page, assessment->id));
}

static void
changed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnChecklistPage) page = user_data;
  g_autoptr (GError) error = NULL;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  if (!is_gone (page))
    end_act (page, error, _ ("The check could not be changed"));
}

static void
close_asked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Act) act = user_data;

  if (!sgn_ask_finish (GTK_WINDOW (object), result) || is_gone (act->page))
    return;
  sgn_page_flush (SGN_PAGE (act->page));
  sgn_saving_begin (sgn_page_get_saving (SGN_PAGE (act->page)));
  sgn_session_close_assessment_async (get_session (act->page), act->assessment, changed_cb,
                                      g_object_ref (act->page));
}

void
sgn_check_acts_close (SgnChecklistPage *page)
{
  const SgnAssessment *assessment;

  g_return_if_fail (SGN_IS_CHECKLIST_PAGE (page));

  if (!sgn_check_acts_can_close (page))
    return;
  sgn_page_flush (SGN_PAGE (page));
  assessment = sgn_checklist_get_assessment (sgn_checklist_page_get_checklist (page));
  ask (page, assessment, _ ("Close this check?"),
       _ (
         "Closed answers no longer change, and the next check is compared with them. With it close "
         "the checks of its sites."),
       _ ("_Close Check"), close_asked_cb);
}

static void
reopen_asked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Act) act = user_data;

  if (!sgn_ask_finish (GTK_WINDOW (object), result) || is_gone (act->page))
    return;
  sgn_saving_begin (sgn_page_get_saving (SGN_PAGE (act->page)));
  sgn_session_reopen_assessment_async (get_session (act->page), act->assessment, changed_cb,
                                       g_object_ref (act->page));
}

void
sgn_check_acts_reopen (SgnChecklistPage *page)
{
  g_return_if_fail (SGN_IS_CHECKLIST_PAGE (page));

  if (sgn_check_acts_can_reopen (page))
    ask (page, sgn_checklist_get_assessment (sgn_checklist_page_get_checklist (page)),
         _ ("Reopen this check?"),
         _ ("Its answers can be corrected until it is closed again. The history keeps that it was "
            "reopened."),
         _ ("_Reopen"), reopen_asked_cb);
}

/* The edition of now, which need not be the one on the screen. */
static void
show_opened (SgnChecklistPage *page, gint64 id)
{
  SgnChecklist *checklist = sgn_checklist_page_get_checklist (page);
  const SgnAssessment *opened = sgn_record_find_assessment (get_record (page), id);
  SgnCatalogue *catalogue =
    opened != NULL ? sgn_library_find_catalogue (sgn_session_get_library (get_session (page)),
                                                 opened->catalogue, opened->edition)
                   : NULL;

  if (catalogue == NULL)
    return;
  sgn_checklist_set_assessment (checklist, id);
  sgn_checklist_set_position (checklist, 0);
  sgn_checklist_page_show_list (page, FALSE);
  sgn_page_opened (SGN_PAGE (page));
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnChecklistPage) page = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids =
    sgn_session_open_assessment_finish (SGN_SESSION (object), result, &error);

  if (is_gone (page))
    return;
  end_act (page, error, _ ("The check could not be started"));
  if (ids != NULL)
    show_opened (page, g_array_index (ids, gint64, 0));
}

/* Whoever checked the sites last time checks them again. */
static gboolean
had_sites (SgnChecklistPage *page, const char *catalogue)
{
  SgnRecord *record = get_record (page);
  const SgnAssessment *newest = sgn_record_find_newest (record, catalogue);
  g_autoptr (GPtrArray) parts = newest != NULL ? sgn_record_list_parts (record, newest) : NULL;

  return parts != NULL && parts->len > 0 && record->profile->sites->len > 0;
}

static void
begin (SgnChecklistPage *page, gboolean close_previous)
{
  const SgnCatalogue *catalogue = get_catalogue (page);
  const SgnBeginning beginning = { .catalogue = catalogue->id,
                                   .all_sites = had_sites (page, catalogue->id),
                                   .close_previous = close_previous };

  sgn_saving_begin (sgn_page_get_saving (SGN_PAGE (page)));
  sgn_session_open_assessment_async (get_session (page), &beginning, opened_cb,
                                     g_object_ref (page));
}

static void
start_asked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Act) act = user_data;

  if (!sgn_ask_finish (GTK_WINDOW (object), result) || is_gone (act->page))
    return;
  sgn_page_flush (SGN_PAGE (act->page));
  begin (act->page,
         sgn_record_find_open (get_record (act->page), get_catalogue (act->page)->id) != NULL);
}

/* What becomes of last year, and what this year asks for. */
static char *
dup_start_words (SgnChecklistPage *page, const SgnAssessment *open)
{
  g_autofree char *unanswered = open != NULL ? dup_unanswered_words (page, open) : NULL;

  return g_strconcat (
    open != NULL ? unanswered : "", open != NULL ? "\n" : "",
    open != NULL ? _ ("The check that is still open is closed; its answers no longer change.\n\n")
                 : "",
    _ ("Kept: all answers, notes and evidence of last time. They stand beside the new ones.\n"
       "To be confirmed: every question. The new answers start empty; “Still the Same” takes over "
       "one answer with its note and the evidence that still holds."),
    NULL);
}

void
sgn_check_acts_start (SgnChecklistPage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  const SgnAssessment *open;
  g_autofree char *words = NULL;

  g_return_if_fail (SGN_IS_CHECKLIST_PAGE (page));

  if (!sgn_check_acts_can_start (page))
    return;
  sgn_page_flush (SGN_PAGE (page));
  open = sgn_record_find_open (get_record (page), get_catalogue (page)->id);
  words = dup_start_words (page, open);
  if (GTK_IS_WINDOW (root))
    sgn_ask_async (GTK_WINDOW (root), _ ("Start a new year?"), words,
                   open != NULL ? _ ("_Close It and Start") : _ ("_Start"), start_asked_cb,
                   act_new (page, open != NULL ? open->id : 0));
}

/* The check on the screen; NULL in a file that cannot be written. */
static const SgnAssessment *
find_writable (SgnChecklistPage *page)
{
  if (sgn_session_get_read_only (get_session (page)))
    return NULL;
  return sgn_checklist_get_assessment (sgn_checklist_page_get_checklist (page));
}

gboolean
sgn_check_acts_can_start (SgnChecklistPage *page)
{
  const SgnAssessment *assessment = find_writable (page);

  return assessment != NULL &&
         (assessment->closed || sgn_record_has_answer (get_record (page), assessment));
}

gboolean
sgn_check_acts_can_close (SgnChecklistPage *page)
{
  const SgnAssessment *assessment = find_writable (page);

  return assessment != NULL && !assessment->closed;
}

gboolean
sgn_check_acts_can_reopen (SgnChecklistPage *page)
{
  const SgnAssessment *assessment = find_writable (page);

  return assessment != NULL && assessment->closed;
}
