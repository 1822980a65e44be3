/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person waits for in the open window: from choosing a page until it was painted; and how
 * long the main loop is kept from what comes next, at each of its turns, while pages are changed,
 * questions answered and notes typed. Prints one JSON object of nanoseconds.
 *
 * usage: bench-pages FILE [PAGE | each] */

#include "bench-time.h"

#include "sgn-checklist-page.h"
#include "sgn-company-pages.h"
#include "sgn-data-dir.h"
#include "sgn-note-editor.h"
#include "sgn-window.h"

#define ROUNDS 12
#define LETTERS 200
#define ALL "each"
#define PAUSE 250 /* ms between two acts */

typedef struct {
  const char *path;
  const char *each; /* (nullable): the page to be measured for itself, too, or ALL */
  SgnLibrary *library;
  SgnClock *clock;
  SgnSettings *settings;
  SgnWindow *window;
  gboolean painted;
  GArray *first;   /* of gint64: pages shown for the first time, which are made then */
  GArray *changes; /* of gint64: pages shown again */
} Run;

/* The main loop asks for events between two turns; what lies between is the turn. */
static gint64 turn_began;
static GArray *turns; /* (nullable): of gint64 */

static gint
poll_between_turns (GPollFD *fds, guint n_fds, gint timeout)
{
  gint64 now = bench_now ();
  gint ready;

  if (turns != NULL && turn_began != 0) {
    gint64 turn = now - turn_began;

    g_array_append_val (turns, turn);
  }
  ready = g_poll (fds, n_fds, timeout);
  turn_began = bench_now ();
  return ready;
}

static void
painted_cb (GdkFrameClock *frame_clock, gpointer user_data)
{
  ((Run *) user_data)->painted = TRUE;
}

static void
wait_for_frame (Run *run)
{
  run->painted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (run->window));
  while (!run->painted)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets what was begun come to its end. */
static void
wait_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static gint64
change_page (Run *run, const char *name)
{
  gint64 start = bench_now ();

  sgn_company_view_show_page (sgn_window_get_company (run->window), name);
  wait_for_frame (run);
  return bench_now () - start;
}

static void
change_pages (Run *run)
{
  guint n_pages;
  const SgnCompanyPage *pages = sgn_company_pages_get (&n_pages);

  for (guint round = 0; round <= ROUNDS; round++)
    for (guint i = 0; i < n_pages; i++) {
      gint64 time = change_page (run, pages[i].name);

      g_array_append_val (round == 0 ? run->first : run->changes, time);
      wait_for (PAUSE);
    }
}

/* How long the page takes, and for how long it keeps the main loop at most. */
static void
measure_page (Run *run, const char *name, const char *other)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *change = g_strconcat ("change to ", name, NULL);
  g_autofree char *turn = g_strconcat ("turn of ", name, NULL);

  turns = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint round = 0; round < ROUNDS; round++) {
    gint64 time = change_page (run, name);

    g_array_append_val (times, time);
    wait_for (PAUSE);
    change_page (run, other);
    wait_for (PAUSE);
  }
  bench_print (change, (gint64 *) (gpointer) times->data, times->len, FALSE);
  bench_print (turn, (gint64 *) (gpointer) turns->data, turns->len, FALSE);
  g_clear_pointer (&turns, g_array_unref);
}

static void
measure_each (Run *run)
{
  guint n_pages;
  const SgnCompanyPage *pages = sgn_company_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    if (g_str_equal (run->each, ALL) || g_str_equal (run->each, pages[i].name))
      measure_page (run, pages[i].name, pages[i == 0 ? 1 : 0].name);
}

static SgnChecklistPage *
show_questions (Run *run)
{
  SgnCompanyView *company = sgn_window_get_company (run->window);
  GtkWidget *page = sgn_company_view_find_page (company, SGN_PAGE_CHECKLIST);

  gtk_widget_activate_action (GTK_WIDGET (company), "company.show-guideline", "s",
                              "ipa-self-check@4.0");
  sgn_company_view_show_page (company, SGN_PAGE_CHECKLIST);
  sgn_checklist_page_show_list (SGN_CHECKLIST_PAGE (page), FALSE);
  return SGN_CHECKLIST_PAGE (page);
}

static void
answer_questions (Run *run)
{
  SgnChecklist *checklist = sgn_checklist_page_get_checklist (show_questions (run));

  for (guint i = 0; i < sgn_checklist_get_n_items (checklist); i++) {
    sgn_checklist_set_position (checklist, i);
    sgn_checklist_set_value (checklist, i, i % 2 == 0 ? "partial" : "done");
    wait_for (PAUSE);
  }
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

/* A letter every 30 ms, as a quick hand types. */
static void
type_note (Run *run)
{
  GtkWidget *editor = find (GTK_WIDGET (show_questions (run)), SGN_TYPE_NOTE_EDITOR);
  GtkTextBuffer *text =
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (editor, GTK_TYPE_TEXT_VIEW)));

  for (guint i = 0; i < LETTERS; i++) {
    gtk_text_buffer_insert_at_cursor (text, "確", -1);
    wait_for (30);
  }
}

/* Measures the turns of the main loop during one kind of act. */
static void
watch_turns (Run *run, const char *name, void (*act) (Run *run))
{
  turns = g_array_new (FALSE, FALSE, sizeof (gint64));
  act (run);
  bench_print (name, (gint64 *) (gpointer) turns->data, turns->len, FALSE);
  g_clear_pointer (&turns, g_array_unref);
}

static void
measure (Run *run)
{
  g_print ("{");
  watch_turns (run, "turn while pages change", change_pages);
  if (run->each != NULL)
    measure_each (run);
  watch_turns (run, "turn while answering", answer_questions);
  watch_turns (run, "turn while typing", type_note);
  bench_print ("first", (gint64 *) (gpointer) run->first->data, run->first->len, FALSE);
  bench_print ("change", (gint64 *) (gpointer) run->changes->data, run->changes->len, TRUE);
  g_print ("}\n");
}

static void
activate_cb (GtkApplication *application, gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (GFile) file = g_file_new_for_path (run->path);

  run->settings = sgn_settings_new ();
  run->window = sgn_window_new (application, run->library, run->clock, run->settings);
  gtk_window_present (GTK_WINDOW (run->window));
  sgn_window_open_file (run->window, file);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (run->window)), "after-paint",
                    G_CALLBACK (painted_cb), run);
  while (sgn_window_get_company (run->window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  wait_for (PAUSE);
  measure (run);
  gtk_window_destroy (GTK_WINDOW (run->window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AdwApplication) application = NULL;
  g_autofree char *folder = sgn_data_dir ();
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (gint64));
  Run run = { .path = argv[1],
              .each = argc == 3 ? argv[2] : NULL,
              .first = first,
              .changes = changes };

  g_assert_cmpint (argc, >=, 2);
  run.library = sgn_library_load (folder, &error);
  g_assert_no_error (error);
  run.clock = sgn_clock_new ();
  g_main_context_set_poll_func (NULL, poll_between_turns);
  application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &run);
  g_application_run (G_APPLICATION (application), 0, NULL);
  g_clear_object (&run.settings);
  sgn_clock_unref (run.clock);
  sgn_library_unref (run.library);
  return 0;
}
