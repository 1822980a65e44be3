/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-shots.h"

#include <glib/gstdio.h>
#include <stdio.h>

#include "sgn-carry-page.h"
#include "sgn-checklist-page.h"
#include "sgn-company-pages.h"
#include "sgn-damaged-page.h"
#include "sgn-documents-page.h"
#include "sgn-guidelines-page.h"
#include "sgn-history-page.h"
#include "sgn-home-page.h"
#include "sgn-restore-page.h"
#include "sgn-results-page.h"
#include "sgn-review-page.h"
#include "sgn-search-page.h"
#include "sgn-subsidies-page.h"
#include "sgn-text-size.h"

/* How long a page may take to settle after it was shown, in frames and at most. */
#define FRAMES 6
#define MAX_FRAMES 600
#define MAX_FRAMES_OF_SIZE 40

static const struct {
  const char *suffix;
  gboolean dark;
  int percent;
  int width;
  int height;
} looks[] = {
  { "", FALSE, 100, 1000, 700 },
  { "-dark", TRUE, 100, 1000, 700 },
  { "-300pct", FALSE, 300, 1000, 700 },
  { "-400px", FALSE, 100, 400, 900 },
};

typedef struct {
  GtkApplication *application;
  SgnWindow *window;
  char *folder;
  int text_base;
  char **only; /* (nullable): the names of the pictures that are wanted */
  guint look;
  guint shot;
  guint frames;
  gboolean preparing; /* what the page is to show is being made */
} Shots;

/* A picture: of a page of the company, or of what @show makes of it. */
typedef struct {
  const char *name;
  void (*prepare) (Shots *shots);      /* (nullable): what comes before, as opening a file */
  void (*show) (Shots *shots);         /* (nullable): shows the page of that name */
  gboolean (*is_ready) (Shots *shots); /* (nullable): whether what it looks for is there */
} Shot;

static char *
dup_damaged_path (Shots *shots)
{
  return g_build_filename (shots->folder, "damaged.sengen", NULL);
}

static void
shots_free (Shots *shots)
{
  g_autofree char *path = dup_damaged_path (shots);

  g_unlink (path);
  g_object_unref (shots->application);
  g_object_unref (shots->window);
  g_free (shots->folder);
  g_strfreev (shots->only);
  g_free (shots);
}

static void
show_look (Shots *shots)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (manager, looks[shots->look].dark
                                                 ? ADW_COLOR_SCHEME_FORCE_DARK
                                                 : ADW_COLOR_SCHEME_FORCE_LIGHT);
  sgn_text_size_apply (gtk_settings_get_default (), shots->text_base, looks[shots->look].percent);
  gtk_window_set_default_size (GTK_WINDOW (shots->window), looks[shots->look].width,
                               looks[shots->look].height);
}

/* The window has the width that was asked for, or the least it can have. */
static gboolean
has_size (Shots *shots)
{
  GtkWidget *widget = GTK_WIDGET (shots->window);
  int least = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return gtk_widget_get_width (widget) == MAX (looks[shots->look].width, least);
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

static void
copied_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Shots *shots = user_data;
  g_autofree char *path = dup_damaged_path (shots);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  sgn_session_act_finish (SGN_SESSION (object), result, NULL);
  damage (path);
  sgn_window_open_file (shots->window, file);
  shots->preparing = FALSE;
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Shots *shots = user_data;

  sgn_session_act_finish (SGN_SESSION (object), result, NULL);
  shots->preparing = FALSE;
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
find_page (Shots *shots, const char *name)
{
  return sgn_company_view_find_page (sgn_window_get_company (shots->window), name);
}

static SgnChecklistPage *
get_checklist (Shots *shots)
{
  return SGN_CHECKLIST_PAGE (find_page (shots, SGN_PAGE_CHECKLIST));
}

static void
show_checklist (Shots *shots, const char *item, gboolean list)
{
  sgn_company_view_show_page (sgn_window_get_company (shots->window), SGN_PAGE_CHECKLIST);
  sgn_checklist_page_show_item (get_checklist (shots), item);
  sgn_checklist_page_show_list (get_checklist (shots), list);
}

static void
show_list (Shots *shots)
{
  show_checklist (shots, "SD-11", TRUE);
}

static void
show_question (Shots *shots)
{
  show_checklist (shots, "SD-11", FALSE);
}

static void
show_requirements (Shots *shots)
{
  show_checklist (shots, "4-1-2-4", TRUE);
}

static void
show_criterion (Shots *shots)
{
  show_checklist (shots, "4-1-2-4", FALSE);
}

/* The sample has not answered the questions on the cloud. */
static void
show_carry_over (Shots *shots)
{
  SgnLibrary *library = sgn_session_get_library (sgn_window_get_session (shots->window));

  sgn_carry_page_set_catalogue (SGN_CARRY_PAGE (find_page (shots, SGN_PAGE_CARRY_OVER)),
                                sgn_library_find_catalogue (library, "cloud-check", NULL));
  sgn_company_view_show_page (sgn_window_get_company (shots->window), SGN_PAGE_CARRY_OVER);
}

/* Of the guideline with several levels. */
static void
show_categories (Shots *shots)
{
  SgnCompanyView *company = sgn_window_get_company (shots->window);

  gtk_widget_activate_action (GTK_WIDGET (company), "company.show-guideline", "s", "scs");
  sgn_company_view_show_page (company, SGN_PAGE_CATEGORIES);
}

static void
show_guidelines (Shots *shots)
{
  SgnGuidelinesPage *page = SGN_GUIDELINES_PAGE (find_page (shots, "guidelines"));

  sgn_guidelines_page_show_stars (page, FALSE);
  sgn_company_view_show_page (sgn_window_get_company (shots->window), "guidelines");
}

static void
show_stars (Shots *shots)
{
  show_guidelines (shots);
  sgn_guidelines_page_show_stars (SGN_GUIDELINES_PAGE (find_page (shots, "guidelines")), TRUE);
}

static void
show_results_of_scs (Shots *shots)
{
  sgn_results_page_choose (SGN_RESULTS_PAGE (find_page (shots, SGN_PAGE_RESULTS)), "scs");
  sgn_company_view_show_page (sgn_window_get_company (shots->window), SGN_PAGE_RESULTS);
}

static void
show_nothing (Shots *shots)
{
}

/* With a day in the future, whenever the picture is taken. */
static void
show_subsidies_counted (Shots *shots)
{
  SgnSubsidiesPage *page = SGN_SUBSIDIES_PAGE (find_page (shots, "subsidies"));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) later = g_date_time_add_days (now, 40);
  g_autofree char *day = g_date_time_format (later, "%Y-%m-%d");

  sgn_company_view_show_page (sgn_window_get_company (shots->window), "subsidies");
  sgn_subsidies_page_show (page, "tokyo-cyber");
  sgn_subsidies_page_set_day (page, day);
}

static gboolean
is_history_ready (Shots *shots)
{
  return sgn_history_page_is_ready (SGN_HISTORY_PAGE (find_page (shots, SGN_PAGE_HISTORY)));
}

static gboolean
is_home_ready (Shots *shots)
{
  return sgn_home_page_is_ready (SGN_HOME_PAGE (find_page (shots, SGN_PAGE_HOME)));
}

static gboolean
are_documents_ready (Shots *shots)
{
  SgnDocumentsPage *page = SGN_DOCUMENTS_PAGE (find_page (shots, SGN_PAGE_DOCUMENTS));

  return sgn_documents_page_is_ready (page) && sgn_documents_page_is_counted (page);
}

static gboolean
is_review_ready (Shots *shots)
{
  return sgn_review_page_is_ready (SGN_REVIEW_PAGE (find_page (shots, SGN_PAGE_REVIEW)));
}

static void
show_search (Shots *shots)
{
  SgnCompanyView *company = sgn_window_get_company (shots->window);

  sgn_company_view_show_page (company, SGN_PAGE_SEARCH);
  sgn_search_page_look_for (SGN_SEARCH_PAGE (find_page (shots, SGN_PAGE_SEARCH)), "台帳");
}

static gboolean
is_search_ready (Shots *shots)
{
  return sgn_search_page_is_ready (SGN_SEARCH_PAGE (find_page (shots, SGN_PAGE_SEARCH)));
}

static gboolean
is_restore_ready (Shots *shots)
{
  return sgn_restore_page_is_ready (SGN_RESTORE_PAGE (find_page (shots, "restore")));
}

static gboolean
is_damaged_ready (Shots *shots)
{
  return sgn_damaged_page_is_ready (SGN_DAMAGED_PAGE (sgn_window_get_damaged (shots->window)));
}

static void
show_new_company (Shots *shots)
{
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.new-company", "s",
                              "株式会社ひなた精工（見本）");
}

static void
open_sample (Shots *shots)
{
  sgn_window_open_sample (shots->window);
}

/* Backups older than the company. */
static void
keep_backup (Shots *shots)
{
  shots->preparing = TRUE;
  sgn_session_keep_backup_async (sgn_window_get_session (shots->window), SGN_KEEP_NOW, kept_cb,
                                 shots);
}

/* A damaged copy of the company. */
static void
open_damaged (Shots *shots)
{
  g_autofree char *path = dup_damaged_path (shots);

  shots->preparing = TRUE;
  g_unlink (path);
  sgn_session_backup_async (sgn_window_get_session (shots->window), path, copied_cb, shots);
}

/* The pages without a company come before one is open; the damaged file takes the company's place.
 */
#define N_BEFORE 2
static const Shot all_shots[] = {
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
  { "documents", NULL, NULL, are_documents_ready },
  { "tasks", NULL, NULL, NULL },
  { "history", NULL, NULL, is_history_ready },
  { "review", NULL, NULL, is_review_ready },
  { "search", NULL, show_search, is_search_ready },
  { "settings", NULL, NULL, NULL },
  { "restore", keep_backup, NULL, is_restore_ready },
  { "damaged", open_damaged, show_nothing, is_damaged_ready },
};

static const Shot *
get_shot (Shots *shots)
{
  return &all_shots[shots->shot];
}

static void
show_page (Shots *shots)
{
  const Shot *shot = get_shot (shots);

  if (shot->show != NULL)
    shot->show (shots);
  else
    sgn_company_view_show_page (sgn_window_get_company (shots->window), shot->name);
}

static gboolean
has_settled (Shots *shots)
{
  if (shots->frames < FRAMES)
    return FALSE;
  if (!has_size (shots) && shots->frames < MAX_FRAMES_OF_SIZE) {
    show_look (shots);
    return FALSE;
  }
  return (get_shot (shots)->is_ready == NULL || get_shot (shots)->is_ready (shots)) ||
         shots->frames > MAX_FRAMES;
}

/* FALSE when the window has not been painted since it changed last. */
static gboolean
take_picture (Shots *shots)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget *widget = GTK_WIDGET (shots->window);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *name =
    g_strdup_printf ("%s-%s%s%s.png", get_shot (shots)->name,
                     sgn_language_to_code (sgn_language_of_user ()), looks[shots->look].suffix,
                     adw_style_manager_get_high_contrast (manager) ? "-contrast" : "");
  g_autofree char *path = g_build_filename (shots->folder, name, NULL);

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return FALSE;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node, NULL);
  if (!gdk_texture_save_to_png (texture, path))
    g_printerr ("%s\n", path);
  return TRUE;
}

static gboolean
is_wanted (Shots *shots)
{
  return shots->only == NULL ||
         g_strv_contains ((const char *const *) shots->only, get_shot (shots)->name);
}

/* Each page in all looks. */
static gboolean
go_on (Shots *shots)
{
  if (is_wanted (shots) && ++shots->look < G_N_ELEMENTS (looks))
    return TRUE;
  shots->look = 0;
  if (++shots->shot == G_N_ELEMENTS (all_shots))
    return FALSE;
  if (get_shot (shots)->prepare != NULL)
    get_shot (shots)->prepare (shots);
  return TRUE;
}

/* Whether what the page belongs to is open. */
static gboolean
is_shown (Shots *shots)
{
  if (shots->preparing)
    return FALSE;
  if (get_shot (shots)->prepare == open_damaged)
    return sgn_window_get_damaged (shots->window) != NULL;
  return shots->shot < N_BEFORE || sgn_window_get_company (shots->window) != NULL;
}

static gboolean
is_taken (Shots *shots)
{
  if (!is_wanted (shots))
    return TRUE;
  if (shots->frames++ == 0) {
    show_look (shots);
    show_page (shots);
  }
  return has_settled (shots) && take_picture (shots);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Shots *shots = user_data;

  if (!is_shown (shots) || !is_taken (shots))
    return G_SOURCE_CONTINUE;
  shots->frames = 0;
  if (go_on (shots))
    return G_SOURCE_CONTINUE;
  gtk_window_close (GTK_WINDOW (shots->window));
  return G_SOURCE_REMOVE;
}

/* Where nobody composes windows they get a frame, which would be part of the picture. */
static void
remove_frame (GtkWidget *widget)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_data (provider,
                                   "window.solid-csd { padding: 0; } window { border-radius: 0; }",
                                   -1);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (widget),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
}

/**
 * sgn_shots_run:
 * @application: the application
 * @window: its window
 * @folder: where the pictures go
 * @only: (nullable): names of the pictures that are wanted, with commas; %NULL is all
 *
 * Takes pictures of the pages in all looks, and closes the window.
 */
void
sgn_shots_run (GtkApplication *application, SgnWindow *window, const char *folder, const char *only)
{
  Shots *shots = g_new0 (Shots, 1);

  g_mkdir_with_parents (folder, 0755);
  shots->application = g_object_ref (application);
  shots->window = g_object_ref (window);
  shots->folder = g_strdup (folder);
  shots->only = only != NULL ? g_strsplit (only, ",", -1) : NULL;
  shots->text_base = sgn_text_size_read_base (gtk_settings_get_default ());
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  remove_frame (GTK_WIDGET (window));
  sgn_window_show_start (window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, shots, (GDestroyNotify) shots_free);
}
