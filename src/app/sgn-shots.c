/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-shots.h"

#include "sgn-shots-scenes.h"
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
  SgnScene scene;
  GtkApplication *application;
  int text_base;
  char **only; /* (nullable): the names of the pictures that are wanted */
  guint look;
  guint shot;
  guint frames;
} Shots;

static void
shots_free (Shots *shots)
{
  sgn_scene_end (&shots->scene);
  g_object_unref (shots->application);
  g_object_unref (shots->scene.window);
  g_free (shots->scene.folder);
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
  gtk_window_set_default_size (GTK_WINDOW (shots->scene.window), looks[shots->look].width,
                               looks[shots->look].height);
}

/* The window has the width that was asked for, or the least it can have. */
static gboolean
has_size (Shots *shots)
{
  GtkWidget *widget = GTK_WIDGET (shots->scene.window);
  int least = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return gtk_widget_get_width (widget) == MAX (looks[shots->look].width, least);
}

static const SgnShot *
get_shot (Shots *shots)
{
  guint n_shots;

  return &sgn_shots_get_all (&n_shots)[shots->shot];
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
  return (get_shot (shots)->is_ready == NULL || get_shot (shots)->is_ready (&shots->scene)) ||
         shots->frames > MAX_FRAMES;
}

/* FALSE when the window has not been painted since it changed last. */
static gboolean
take_picture (Shots *shots)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget *widget = sgn_scene_get_front (&shots->scene);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *name =
    g_strdup_printf ("%s-%s%s%s.png", get_shot (shots)->name,
                     sgn_language_to_code (sgn_language_of_user ()), looks[shots->look].suffix,
                     adw_style_manager_get_high_contrast (manager) ? "-contrast" : "");
  g_autofree char *path = g_build_filename (shots->scene.folder, name, NULL);

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
  guint n_shots;

  sgn_scene_clear (&shots->scene);
  if (is_wanted (shots) && ++shots->look < G_N_ELEMENTS (looks))
    return TRUE;
  shots->look = 0;
  sgn_shots_get_all (&n_shots);
  if (++shots->shot == n_shots)
    return FALSE;
  if (get_shot (shots)->prepare != NULL)
    get_shot (shots)->prepare (&shots->scene);
  return TRUE;
}

/* What stands above a narrow window is as narrow. */
static void
fit_front (Shots *shots)
{
  GtkWidget *front = sgn_scene_get_front (&shots->scene);

  if (front != GTK_WIDGET (shots->scene.window) && looks[shots->look].width < looks[0].width)
    gtk_window_set_default_size (GTK_WINDOW (front), looks[shots->look].width,
                                 looks[shots->look].height);
}

static gboolean
is_taken (Shots *shots)
{
  if (!is_wanted (shots))
    return TRUE;
  if (shots->frames++ == 0) {
    sgn_scene_clear (&shots->scene);
    show_look (shots);
    sgn_scene_show (&shots->scene, get_shot (shots));
    fit_front (shots);
  }
  return has_settled (shots) && take_picture (shots);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Shots *shots = user_data;

  if (!sgn_scene_is_open (&shots->scene, get_shot (shots)) || !is_taken (shots))
    return G_SOURCE_CONTINUE;
  shots->frames = 0;
  if (go_on (shots))
    return G_SOURCE_CONTINUE;
  gtk_window_close (GTK_WINDOW (shots->scene.window));
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
  shots->scene.window = g_object_ref (window);
  shots->scene.folder = g_strdup (folder);
  shots->only = only != NULL ? g_strsplit (only, ",", -1) : NULL;
  shots->text_base = sgn_text_size_read_base (gtk_settings_get_default ());
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  remove_frame (GTK_WIDGET (window));
  sgn_window_show_start (window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, shots, (GDestroyNotify) shots_free);
}
