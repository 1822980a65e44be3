/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-shots.h"

#include <glib/gstdio.h>
#include <stdio.h>

#include "sgn-carry-page.h"
#include "sgn-checklist-page.h"
#include "sgn-damaged-page.h"
#include "sgn-documents-page.h"
#include "sgn-guidelines-page.h"
#include "sgn-restore-page.h"
#include "sgn-review-page.h"
#include "sgn-text-size.h"

/* How long a page may take to settle after it was shown, in frames and at most. */
#define FRAMES 6
#define MAX_FRAMES 600
#define MAX_FRAMES_OF_SIZE 40

typedef enum {
  PAGE_START,
  PAGE_LIST,
  PAGE_QUESTION,
  PAGE_REQUIREMENTS,
  PAGE_CRITERION,
  PAGE_CARRY,
  PAGE_CATEGORIES,
  PAGE_GUIDELINES,
  PAGE_STARS,
  PAGE_DOCUMENTS,
  PAGE_REVIEW,
  PAGE_RESTORE,
  PAGE_DAMAGED,
} Page;

static const char *const page_names[] = {
  "start",
  "checklist-list",
  "checklist-question",
  "checklist-requirements",
  "checklist-criterion",
  "carry-over",
  "categories",
  "guidelines",
  "stars",
  "documents",
  "review",
  "restore",
  "damaged",
};

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
  guint look;
  guint page;
  guint frames;
  gboolean preparing; /* what the page is to show is being made */
} Shots;

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
  g_free (shots);
}

/* FALSE when the window has not been painted since it changed last. */
static gboolean
take_picture (Shots *shots)
{
  GtkWidget *widget = GTK_WIDGET (shots->window);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *name =
    g_strdup_printf ("%s-%s%s.png", page_names[shots->page],
                     sgn_language_to_code (sgn_language_of_user ()), looks[shots->look].suffix);
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

static SgnChecklistPage *
get_checklist (Shots *shots)
{
  SgnCompanyView *company = sgn_window_get_company (shots->window);

  return SGN_CHECKLIST_PAGE (sgn_company_view_find_page (company, "checklist"));
}

/* The sample has not answered the questions on the cloud. */
static void
show_carry_over (Shots *shots)
{
  SgnCompanyView *company = sgn_window_get_company (shots->window);
  SgnLibrary *library = sgn_session_get_library (sgn_window_get_session (shots->window));

  sgn_carry_page_set_catalogue (SGN_CARRY_PAGE (sgn_company_view_find_page (company, "carry-over")),
                                sgn_library_find_catalogue (library, "cloud-check", NULL));
  sgn_company_view_show_page (company, "carry-over");
}

/* The categories are those of the guideline with several levels. */
static void
show_guideline_page (Shots *shots)
{
  SgnCompanyView *company = sgn_window_get_company (shots->window);
  GtkWidget *page = sgn_company_view_find_page (company, "guidelines");

  if (shots->page == PAGE_CATEGORIES) {
    gtk_widget_activate_action (GTK_WIDGET (company), "company.show-guideline", "s", "scs");
    sgn_company_view_show_page (company, "categories");
    return;
  }
  sgn_guidelines_page_show_stars (SGN_GUIDELINES_PAGE (page), shots->page == PAGE_STARS);
  sgn_company_view_show_page (company, "guidelines");
}

static void
show_page (Shots *shots)
{
  SgnCompanyView *company = sgn_window_get_company (shots->window);

  if (shots->page == PAGE_START || shots->page == PAGE_DAMAGED)
    return;
  if (shots->page == PAGE_DOCUMENTS || shots->page == PAGE_REVIEW || shots->page == PAGE_RESTORE) {
    sgn_company_view_show_page (company, page_names[shots->page]);
    return;
  }
  if (shots->page == PAGE_CARRY) {
    show_carry_over (shots);
    return;
  }
  if (shots->page == PAGE_CATEGORIES || shots->page == PAGE_GUIDELINES ||
      shots->page == PAGE_STARS) {
    show_guideline_page (shots);
    return;
  }
  sgn_company_view_show_page (company, "checklist");
  if (shots->page == PAGE_REQUIREMENTS || shots->page == PAGE_CRITERION)
    sgn_checklist_page_show_item (get_checklist (shots), "4-1-2-4");
  sgn_checklist_page_show_list (get_checklist (shots),
                                shots->page == PAGE_LIST || shots->page == PAGE_REQUIREMENTS);
  if (shots->page == PAGE_QUESTION)
    sgn_checklist_set_position (sgn_checklist_page_get_checklist (get_checklist (shots)), 10);
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

static gboolean
is_documents_ready (SgnDocumentsPage *page)
{
  return sgn_documents_page_is_ready (page) && sgn_documents_page_is_counted (page);
}

/* Whether what the page looks for is there. */
static gboolean
is_ready (Shots *shots)
{
  SgnCompanyView *company = sgn_window_get_company (shots->window);
  GtkWidget *damaged = sgn_window_get_damaged (shots->window);

  if (shots->page == PAGE_DOCUMENTS)
    return is_documents_ready (
      SGN_DOCUMENTS_PAGE (sgn_company_view_find_page (company, "documents")));
  if (shots->page == PAGE_REVIEW)
    return sgn_review_page_is_ready (
      SGN_REVIEW_PAGE (sgn_company_view_find_page (company, "review")));
  if (shots->page == PAGE_RESTORE)
    return sgn_restore_page_is_ready (
      SGN_RESTORE_PAGE (sgn_company_view_find_page (company, "restore")));
  if (shots->page == PAGE_DAMAGED)
    return sgn_damaged_page_is_ready (SGN_DAMAGED_PAGE (damaged));
  return TRUE;
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
  return is_ready (shots) || shots->frames > MAX_FRAMES;
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

/* Makes what the next page shows: backups older than the company, or a damaged copy of it. */
static void
prepare (Shots *shots)
{
  SgnSession *session = sgn_window_get_session (shots->window);
  g_autofree char *path = dup_damaged_path (shots);

  if (shots->page == PAGE_LIST) {
    sgn_window_open_sample (shots->window);
  } else if (shots->page == PAGE_RESTORE) {
    shots->preparing = TRUE;
    sgn_session_keep_backup_async (session, SGN_KEEP_NOW, kept_cb, shots);
  } else if (shots->page == PAGE_DAMAGED) {
    shots->preparing = TRUE;
    g_unlink (path);
    sgn_session_backup_async (session, path, copied_cb, shots);
  }
}

/* The start page in all looks, then the company in all looks. */
static gboolean
go_on (Shots *shots)
{
  if (++shots->look == G_N_ELEMENTS (looks)) {
    shots->look = 0;
    shots->page++;
    prepare (shots);
  }
  return shots->page < G_N_ELEMENTS (page_names);
}

static gboolean
is_shown (Shots *shots)
{
  if (shots->page == PAGE_DAMAGED)
    return sgn_window_get_damaged (shots->window) != NULL;
  return shots->page == PAGE_START || sgn_window_get_company (shots->window) != NULL;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Shots *shots = user_data;

  if (shots->preparing || !is_shown (shots))
    return G_SOURCE_CONTINUE;
  if (shots->frames++ == 0) {
    show_look (shots);
    show_page (shots);
  }
  if (!has_settled (shots) || !take_picture (shots))
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

void
sgn_shots_run (GtkApplication *application, SgnWindow *window, const char *folder)
{
  Shots *shots = g_new0 (Shots, 1);

  g_mkdir_with_parents (folder, 0755);
  shots->application = g_object_ref (application);
  shots->window = g_object_ref (window);
  shots->folder = g_strdup (folder);
  shots->text_base = sgn_text_size_read_base (gtk_settings_get_default ());
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  remove_frame (GTK_WIDGET (window));
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, shots, (GDestroyNotify) shots_free);
}
