/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-shots-scenes.h"

#include <glib/gstdio.h>
#include <stdio.h>

#include "sgn-carry-page.h"
#include "sgn-checklist-page.h"
#include "sgn-company-pages.h"
#include "sgn-damaged-page.h"
#include "sgn-documents-page.h"
#include "sgn-guidelines-page.h"
#include "sgn-help-window.h"
#include "sgn-history-page.h"
#include "sgn-home-page.h"
#include "sgn-policy-compare.h"
#include "sgn-restore-page.h"
#include "sgn-results-page.h"
#include "sgn-review-page.h"
#include "sgn-search-page.h"
#include "sgn-shortcuts.h"
#include "sgn-subsidies-page.h"

/* Files beside the pictures, for as long as they are taken. */
#define DAMAGED "damaged.sengen"
#define NEWER "newer.sengen"

/* Where the number of the format stands in a file of SQLite, its last byte. */
#define FORMAT_AT 63

static char *
dup_path (SgnScene *scene, const char *name)
{
  return g_build_filename (scene->folder, name, NULL);
}

/* The middle of a copy of the company, overwritten. */
static void
damage (const char *path)
{
  FILE *file = g_fopen (path, "r+b");

  for (long at = 20 * 4096; file != NULL && at < 22 * 4096; at += 5) {
    fseek (file, at, SEEK_SET);
    fputs ("damage", file);
  }
  if (file != NULL)
    fclose (file);
}

/* Of a version of the program that does not exist. */
static void
make_newer (const char *path)
{
  FILE *file = g_fopen (path, "r+b");

  if (file == NULL)
    return;
  fseek (file, FORMAT_AT, SEEK_SET);
  fputc (G_MAXINT8, file);
  fclose (file);
}

static void
open_spoilt (SgnScene *scene, const char *name, void (*spoil) (const char *path))
{
  g_autofree char *path = dup_path (scene, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  spoil (path);
  sgn_window_open_file (scene->window, file);
  scene->preparing = FALSE;
}

static void
damaged_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  sgn_session_act_finish (SGN_SESSION (object), result, NULL);
  open_spoilt (user_data, DAMAGED, damage);
}

static void
newer_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  sgn_session_act_finish (SGN_SESSION (object), result, NULL);
  open_spoilt (user_data, NEWER, make_newer);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SgnScene *scene = user_data;

  sgn_session_act_finish (SGN_SESSION (object), result, NULL);
  scene->preparing = FALSE;
}

static void
kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  const SgnAnswerChange change = { .catalogue = "ipa-self-check", .item = "SD-11", .note = "NAS" };
  G_GNUC_UNUSED g_autoptr (SgnKept) kept =
    sgn_session_keep_backup_finish (SGN_SESSION (object), result, NULL);

  sgn_session_answer_async (SGN_SESSION (object), &change, answered_cb, user_data);
}

static GtkWidget *
find_page (SgnScene *scene, const char *name)
{
  return sgn_company_view_find_page (sgn_window_get_company (scene->window), name);
}

static SgnChecklistPage *
get_checklist (SgnScene *scene)
{
  return SGN_CHECKLIST_PAGE (find_page (scene, SGN_PAGE_CHECKLIST));
}

static void
show_checklist (SgnScene *scene, const char *item, gboolean list)
{
  sgn_company_view_show_page (sgn_window_get_company (scene->window), SGN_PAGE_CHECKLIST);
  sgn_checklist_page_show_item (get_checklist (scene), item);
  sgn_checklist_page_show_list (get_checklist (scene), list);
}

static void
show_list (SgnScene *scene)
{
  show_checklist (scene, "SD-11", TRUE);
}

static void
show_question (SgnScene *scene)
{
  show_checklist (scene, "SD-11", FALSE);
}

static void
show_requirements (SgnScene *scene)
{
  show_checklist (scene, "4-1-2-4", TRUE);
}

static void
show_criterion (SgnScene *scene)
{
  show_checklist (scene, "4-1-2-4", FALSE);
}

/* The sample has not answered the questions on the cloud. */
static void
show_carry_over (SgnScene *scene)
{
  SgnLibrary *library = sgn_session_get_library (sgn_window_get_session (scene->window));

  sgn_carry_page_set_catalogue (SGN_CARRY_PAGE (find_page (scene, SGN_PAGE_CARRY_OVER)),
                                sgn_library_find_catalogue (library, "cloud-check", NULL));
  sgn_company_view_show_page (sgn_window_get_company (scene->window), SGN_PAGE_CARRY_OVER);
}

/* Of the guideline with several levels. */
static void
show_categories (SgnScene *scene)
{
  SgnCompanyView *company = sgn_window_get_company (scene->window);

  gtk_widget_activate_action (GTK_WIDGET (company), "company.show-guideline", "s", "scs");
  sgn_company_view_show_page (company, SGN_PAGE_CATEGORIES);
}

static void
show_guidelines (SgnScene *scene)
{
  SgnGuidelinesPage *page = SGN_GUIDELINES_PAGE (find_page (scene, "guidelines"));

  sgn_guidelines_page_show_stars (page, FALSE);
  sgn_company_view_show_page (sgn_window_get_company (scene->window), "guidelines");
}

static void
show_stars (SgnScene *scene)
{
  show_guidelines (scene);
  sgn_guidelines_page_show_stars (SGN_GUIDELINES_PAGE (find_page (scene, "guidelines")), TRUE);
}

static void
show_results_of_scs (SgnScene *scene)
{
  sgn_results_page_choose (SGN_RESULTS_PAGE (find_page (scene, SGN_PAGE_RESULTS)), "scs");
  sgn_company_view_show_page (sgn_window_get_company (scene->window), SGN_PAGE_RESULTS);
}

static void
show_nothing (SgnScene *scene)
{
}

/* With a day in the future, whenever the picture is taken. */
static void
show_subsidies_counted (SgnScene *scene)
{
  SgnSubsidiesPage *page = SGN_SUBSIDIES_PAGE (find_page (scene, "subsidies"));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) later = g_date_time_add_days (now, 40);
  g_autofree char *day = g_date_time_format (later, "%Y-%m-%d");

  sgn_company_view_show_page (sgn_window_get_company (scene->window), "subsidies");
  sgn_subsidies_page_show (page, "tokyo-cyber");
  sgn_subsidies_page_set_day (page, day);
}

static gboolean
is_history_ready (SgnScene *scene)
{
  return sgn_history_page_is_ready (SGN_HISTORY_PAGE (find_page (scene, SGN_PAGE_HISTORY)));
}

static gboolean
is_home_ready (SgnScene *scene)
{
  return sgn_home_page_is_ready (SGN_HOME_PAGE (find_page (scene, SGN_PAGE_HOME)));
}

static gboolean
are_documents_ready (SgnScene *scene)
{
  SgnDocumentsPage *page = SGN_DOCUMENTS_PAGE (find_page (scene, SGN_PAGE_DOCUMENTS));

  return sgn_documents_page_is_ready (page) && sgn_documents_page_is_counted (page);
}

static gboolean
is_review_ready (SgnScene *scene)
{
  return sgn_review_page_is_ready (SGN_REVIEW_PAGE (find_page (scene, SGN_PAGE_REVIEW)));
}

static void
show_search (SgnScene *scene)
{
  SgnCompanyView *company = sgn_window_get_company (scene->window);

  sgn_company_view_show_page (company, SGN_PAGE_SEARCH);
  sgn_search_page_look_for (SGN_SEARCH_PAGE (find_page (scene, SGN_PAGE_SEARCH)), "台帳");
}

static gboolean
is_search_ready (SgnScene *scene)
{
  return sgn_search_page_is_ready (SGN_SEARCH_PAGE (find_page (scene, SGN_PAGE_SEARCH)));
}

static gboolean
is_restore_ready (SgnScene *scene)
{
  return sgn_restore_page_is_ready (SGN_RESTORE_PAGE (find_page (scene, "restore")));
}

static gboolean
is_damaged_ready (SgnScene *scene)
{
  return sgn_damaged_page_is_ready (SGN_DAMAGED_PAGE (sgn_window_get_damaged (scene->window)));
}

static void
show_home (SgnScene *scene)
{
  sgn_company_view_show_page (sgn_window_get_company (scene->window), SGN_PAGE_HOME);
}

static void
show_declaration (SgnScene *scene)
{
  sgn_company_view_show_page (sgn_window_get_company (scene->window), "declaration");
}

static void
show_tasks (SgnScene *scene)
{
  sgn_company_view_show_page (sgn_window_get_company (scene->window), "tasks");
}

static void
show_settings (SgnScene *scene)
{
  sgn_company_view_show_page (sgn_window_get_company (scene->window), "settings");
}

static void
show_policy_part (SgnScene *scene)
{
  gtk_widget_activate_action (GTK_WIDGET (sgn_window_get_company (scene->window)),
                              "company.show-policy", "s", "incidents");
}

/* In a window of its own. */
static void
show_compare (SgnScene *scene)
{
  SgnSession *session = sgn_window_get_session (scene->window);
  SgnRecord *record = sgn_session_get_record (session);

  sgn_company_view_show_page (sgn_window_get_company (scene->window), "policy");
  gtk_window_present (
    GTK_WINDOW (sgn_policy_compare_new (GTK_WINDOW (scene->window),
                                        sgn_session_get_library (session), record)));
}

static void
show_help_page (SgnScene *scene, const char *page)
{
  g_autofree char *folder = sgn_help_dup_folder (sgn_language_of_user ());
  SgnHelpBook *book = sgn_help_book_load (folder, NULL);
  GtkWidget *window;

  if (book == NULL)
    return;
  window = sgn_help_window_new (GTK_WINDOW (scene->window), book);
  sgn_help_window_show_page (SGN_HELP_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
}

static void
show_help (SgnScene *scene)
{
  show_help_page (scene, SGN_HELP_INDEX);
}

static void
show_help_on_policy (SgnScene *scene)
{
  show_help_page (scene, "policy");
}

static void
show_keys (SgnScene *scene)
{
  sgn_shortcuts_show (GTK_WINDOW (scene->window));
}

static void
show_new_company (SgnScene *scene)
{
  gtk_widget_activate_action (GTK_WIDGET (scene->window), "win.new-company", "s",
                              "株式会社ひなた精工（見本）");
}

static void
open_sample (SgnScene *scene)
{
  sgn_window_open_sample (scene->window);
}

/* Backups older than the company. */
static void
keep_backup (SgnScene *scene)
{
  scene->preparing = TRUE;
  sgn_session_keep_backup_async (sgn_window_get_session (scene->window), SGN_KEEP_NOW, kept_cb,
                                 scene);
}

static void
copy_company (SgnScene *scene, const char *name, GAsyncReadyCallback callback)
{
  g_autofree char *path = dup_path (scene, name);

  scene->preparing = TRUE;
  g_unlink (path);
  sgn_session_backup_async (sgn_window_get_session (scene->window), path, callback, scene);
}

/* A copy of the company that can only be read. */
static void
open_newer (SgnScene *scene)
{
  copy_company (scene, NEWER, newer_cb);
}

/* A damaged copy of the company. */
static void
open_damaged (SgnScene *scene)
{
  copy_company (scene, DAMAGED, damaged_cb);
}

#define N_BEFORE 2
/* The pages without a company come before one is open; the spoilt copies of it come last. */
static const SgnShot all_shots[] = {
  { "start", NULL, show_nothing, NULL },
  { "new-company", NULL, show_new_company, NULL },
  { "home", open_sample, NULL, is_home_ready },
  { "checklist-list", NULL, show_list, NULL },
  { "checklist-question", NULL, show_question, NULL },
  { "checklist-requirements", NULL, show_requirements, NULL },
  { "checklist-criterion", NULL, show_criterion, NULL },
  { "carry-over", NULL, show_carry_over, NULL },
  { "categories", NULL, show_categories, NULL },
  { "guidelines", NULL, show_guidelines, NULL },
  { "stars", NULL, show_stars, NULL },
  { "results", NULL, NULL, NULL },
  { "results-scs", NULL, show_results_of_scs, NULL },
  { "declaration", NULL, NULL, NULL },
  { "subsidies", NULL, NULL, NULL },
  { "subsidies-counted", NULL, show_subsidies_counted, NULL },
  { "policy", NULL, NULL, NULL },
  { "policy-part", NULL, show_policy_part, NULL },
  { "policy-compare", NULL, show_compare, NULL },
  { "documents", NULL, NULL, are_documents_ready },
  { "tasks", NULL, NULL, NULL },
  { "history", NULL, NULL, is_history_ready },
  { "review", NULL, NULL, is_review_ready },
  { "search", NULL, show_search, is_search_ready },
  { "settings", NULL, NULL, NULL },
  { "restore", keep_backup, NULL, is_restore_ready },
  { "help", NULL, show_help, NULL },
  { "help-policy", NULL, show_help_on_policy, NULL },
  { "keys", NULL, show_keys, NULL },
  { "newer-home", open_newer, show_home, is_home_ready },
  { "newer-list", NULL, show_list, NULL },
  { "newer-question", NULL, show_question, NULL },
  { "newer-declaration", NULL, show_declaration, NULL },
  { "newer-policy", NULL, show_policy_part, NULL },
  { "newer-tasks", NULL, show_tasks, NULL },
  { "newer-settings", NULL, show_settings, NULL },
  { "newer-carry-over", NULL, show_carry_over, NULL },
  { "damaged", open_damaged, show_nothing, is_damaged_ready },
};

const SgnShot *
sgn_shots_get_all (guint *n_shots)
{
  *n_shots = G_N_ELEMENTS (all_shots);
  return all_shots;
}

gboolean
sgn_scene_is_open (SgnScene *scene, const SgnShot *shot)
{
  if (scene->preparing)
    return FALSE;
  if (shot->prepare == open_damaged)
    return sgn_window_get_damaged (scene->window) != NULL;
  return shot < all_shots + N_BEFORE || sgn_window_get_company (scene->window) != NULL;
}

void
sgn_scene_show (SgnScene *scene, const SgnShot *shot)
{
  if (shot->show != NULL)
    shot->show (scene);
  else
    sgn_company_view_show_page (sgn_window_get_company (scene->window), shot->name);
}

/* The window above the program's, or the program's own. */
GtkWidget *
sgn_scene_get_front (SgnScene *scene)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (scene->window))
      return l->data;
  return GTK_WIDGET (scene->window);
}

/* Closes what stands above the program's window. */
void
sgn_scene_clear (SgnScene *scene)
{
  GtkWidget *front = sgn_scene_get_front (scene);

  if (front != GTK_WIDGET (scene->window))
    gtk_window_destroy (GTK_WINDOW (front));
}

/* Leaves nothing beside the pictures. */
void
sgn_scene_end (SgnScene *scene)
{
  g_autofree char *damaged = dup_path (scene, DAMAGED);
  g_autofree char *newer = dup_path (scene, NEWER);

  sgn_scene_clear (scene);
  g_unlink (damaged);
  g_unlink (newer);
}
