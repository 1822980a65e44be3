/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"

#include <signal.h>
#include <sys/resource.h>

#include <glib/gstdio.h>

#include "sgn-company-pages.h"
#include "sgn-company-view.h"
#include "sgn-declaration-page.h"
#include "sgn-declare-steps.h"
#include "sgn-recipient-box.h"
#include "sgn-subsidy-count.h"

#define SETTLE_MS 200

/* Where the number of the format stands in a file of SQLite, its last byte. */
#define FORMAT_AT 63

typedef struct {
  char *folder;
  char *path;
  SgnSession *session;
  SgnSession *other; /* (nullable): has the file too */
  SgnSaving *saving;
  GtkWidget *window;
  SgnCompanyView *company;
  GPtrArray *told; /* of char* */
} Fixture;

typedef struct {
  const char *name;
  SgnOpenMode mode;
  void (*spoil) (Fixture *fixture);
  const char *says;
} Trouble;

static void
open_session (SgnSession *session, const char *path, SgnOpenMode mode)
{
  AppEnding ending = { 0 };

  sgn_session_open_async (session, path, mode, app_ending_cb, &ending);
  app_ending_wait (&ending);
}

static void
make_newer (Fixture *fixture)
{
  gsize length;
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  bytes[FORMAT_AT] = 99;
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
}

static void
hold_elsewhere (Fixture *fixture)
{
  g_autoptr (SgnClock) clock = sgn_clock_new_fixed ("2026-11-23T10:15:00+09:00");

  fixture->other = sgn_session_new (sgn_session_get_library (fixture->session), clock);
  open_session (fixture->other, fixture->path, SGN_OPEN_WRITE);
}

static const Trouble troubles[] = {
  { "for-reading", SGN_OPEN_READ, NULL, "for reading only" },
  { "newer", SGN_OPEN_WRITE_OR_READ, make_newer, "by a later version of Sengen" },
  { "held", SGN_OPEN_WRITE_OR_READ, hold_elsewhere, "open" },
};

static gboolean
is_over (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

static void
let_it_settle (void)
{
  gint64 until = g_get_monotonic_time () + SETTLE_MS * 1000;

  app_support_wait (is_over, &until);
}

static void
told_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  GPtrArray *told = user_data;
  gboolean whole = g_variant_is_of_type (target, G_VARIANT_TYPE_STRING);
  g_autoptr (GVariant) words =
    whole ? g_variant_ref (target) : g_variant_get_child_value (target, 1);

  g_ptr_array_add (told, g_variant_dup_string (words, NULL));
}

/* Stands where the window tells and toasts. */
static void
listen (Fixture *fixture)
{
  static const GActionEntry entries[] = {
    { .name = "toast", .activate = told_cb, .parameter_type = "s" },
    { .name = "toast-undo", .activate = told_cb, .parameter_type = "s" },
    { .name = "tell", .activate = told_cb, .parameter_type = "(ss)" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  fixture->told = g_ptr_array_new_with_free_func (g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries),
                                   fixture->told);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const Trouble *trouble = data; /* (nullable) */

  fixture->folder = app_support_make_folder ();
  fixture->session = app_support_open_sample (fixture->folder);
  fixture->path = g_strdup (sgn_session_get_path (fixture->session));
  app_support_close (fixture->session);
  if (trouble != NULL && trouble->spoil != NULL)
    trouble->spoil (fixture);
  open_session (fixture->session, fixture->path, trouble != NULL ? trouble->mode : SGN_OPEN_WRITE);
  fixture->saving = sgn_saving_new ();
  fixture->window = gtk_window_new ();
  listen (fixture);
  fixture->company = SGN_COMPANY_VIEW (sgn_company_view_new (fixture->session, fixture->saving));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->company));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
set_up_to_write (Fixture *fixture, gconstpointer data)
{
  set_up (fixture, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  app_support_close (fixture->session);
  if (fixture->other != NULL)
    app_support_close (fixture->other);
  g_clear_object (&fixture->other);
  g_object_unref (fixture->saving);
  g_object_unref (fixture->session);
  g_ptr_array_unref (fixture->told);
  app_support_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GtkWidget *
show_page (Fixture *fixture, const char *name)
{
  sgn_company_view_show_page (fixture->company, name);
  let_it_settle ();
  return sgn_company_view_find_page (fixture->company, name);
}

static gboolean
takes_text (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return FALSE;
  if (GTK_IS_TEXT (widget))
    return gtk_editable_get_editable (GTK_EDITABLE (widget));
  return GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_editable (GTK_TEXT_VIEW (widget));
}

/* A word to look for, for whom a sheet is, a day to count from, or a sentence to be tried: nothing
 * of it is kept. */
static gboolean
keeps_nothing (GtkWidget *text)
{
  GtkWidget *row = gtk_widget_get_ancestor (text, ADW_TYPE_PREFERENCES_ROW);

  if (gtk_widget_get_ancestor (text, GTK_TYPE_SEARCH_ENTRY) != NULL ||
      gtk_widget_get_ancestor (text, SGN_TYPE_RECIPIENT_BOX) != NULL ||
      gtk_widget_get_ancestor (text, SGN_TYPE_SUBSIDY_COUNT) != NULL)
    return TRUE;
  return row != NULL && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                     "Check what you want to publish");
}

static void
assert_nothing_to_type (GtkWidget *widget, const char *page)
{
  if (takes_text (widget) && !keeps_nothing (widget)) {
    g_test_message ("%s: %s takes text", page, G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
    g_test_fail ();
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_nothing_to_type (child, page);
}

/* What would be saved in vain cannot be typed, and why stands above every page. */
static void
nothing_is_typed_in_vain (Fixture *fixture, gconstpointer data)
{
  const Trouble *trouble = data;
  guint n_pages;
  const SgnCompanyPage *pages = sgn_company_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++) {
    GtkWidget *page = show_page (fixture, pages[i].name);

    g_assert_true (app_support_says (GTK_WIDGET (fixture->company), trouble->says));
    assert_nothing_to_type (page, pages[i].name);
    g_assert_cmpuint (fixture->told->len, ==, 0);
  }
  for (guint step = 0; step < SGN_N_DECLARE_STEPS; step++) {
    GtkWidget *page = sgn_company_view_find_page (fixture->company, SGN_PAGE_DECLARATION);

    sgn_company_view_show_page (fixture->company, SGN_PAGE_DECLARATION);
    sgn_declaration_page_show_step (SGN_DECLARATION_PAGE (page), 2, step);
    let_it_settle ();
    assert_nothing_to_type (page, SGN_PAGE_DECLARATION);
  }
}

/* Of a file of a later version every copy is of a later version. */
static void
a_copy_is_offered_where_it_helps (Fixture *fixture, gconstpointer data)
{
  const Trouble *trouble = data;

  g_assert_cmpint (app_support_says (GTK_WIDGET (fixture->company), "Make a Copy and Open It"), ==,
                   trouble->spoil != make_newer);
}

/* Keys that write, each where they do. */
static const struct {
  const char *page;
  guint key;
} keys[] = {
  { SGN_PAGE_CHECKLIST, GDK_KEY_1 },  { SGN_PAGE_CHECKLIST, GDK_KEY_0 },
  { SGN_PAGE_CHECKLIST, GDK_KEY_e },  { SGN_PAGE_TASKS, GDK_KEY_space },
  { SGN_PAGE_TASKS, GDK_KEY_Insert },
};

/* A key that would write says in one sentence why it does not, and the record stays as it is. */
static void
a_key_is_refused_in_words (Fixture *fixture, gconstpointer data)
{
  SgnRecord *record = sgn_session_get_record (fixture->session);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    show_page (fixture, keys[i].page);
    if (g_str_equal (keys[i].page, SGN_PAGE_TASKS))
      gtk_widget_activate_action (GTK_WIDGET (fixture->company), "company.show-task", "x",
                                  ((SgnTask *) g_ptr_array_index (record->tasks, 0))->id);
    let_it_settle ();
    g_ptr_array_set_size (fixture->told, 0);
    g_test_message ("%s: key %u", keys[i].page, keys[i].key);
    app_support_press (fixture->window, keys[i].key, 0);
    let_it_settle ();
    g_assert_cmpuint (fixture->told->len, ==, 1);
    g_assert_true (g_str_has_suffix (g_ptr_array_index (fixture->told, 0), "."));
    g_assert_true (sgn_session_get_record (fixture->session) == record);
    g_assert_cmpint (sgn_saving_get_state (fixture->saving), ==, SGN_SAVING_DONE);
  }
}

static void
put_away (Fixture *fixture)
{
  g_autofree char *away = g_strconcat (fixture->path, ".away", NULL);

  g_assert_cmpint (g_rename (fixture->path, away), ==, 0);
}

static void
put_back (Fixture *fixture)
{
  g_autofree char *away = g_strconcat (fixture->path, ".away", NULL);

  g_assert_cmpint (g_rename (away, fixture->path), ==, 0);
}

static void
limit_files (rlim_t most)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (most, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
fill_disk (Fixture *fixture)
{
  signal (SIGXFSZ, SIG_IGN);
  limit_files (1);
}

static void
free_disk (Fixture *fixture)
{
  limit_files (RLIM_INFINITY);
}

/* What happens to a file under the hands, and how it is mended. */
typedef struct {
  const char *name;
  void (*spoil) (Fixture *fixture);
  void (*mend) (Fixture *fixture);
} Mishap;

static const Mishap mishaps[] = {
  { "gone", put_away, put_back },
  { "disk-full", fill_disk, free_disk },
};

/* (nullable): the row with this title that is shown */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_ENTRY_ROW (widget) && gtk_widget_get_mapped (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_row (child, title);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
answer (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->company), "company.show-question", "(ss)",
                              "ipa-rules@4.0", "RU-1");
  let_it_settle ();
  app_support_press (fixture->window, GDK_KEY_3, 0);
}

static void
step_task (Fixture *fixture)
{
  SgnRecord *record = sgn_session_get_record (fixture->session);
  const SgnTask *task = g_ptr_array_index (record->tasks, 0);

  gtk_widget_activate_action (GTK_WIDGET (fixture->company), "company.show-task", "x", task->id);
  let_it_settle ();
  app_support_press (fixture->window, GDK_KEY_space, 0);
}

/* Typed once: what could not be saved is still there to be saved. */
static void
type_telephone (GtkWidget *page, const char *typed)
{
  GtkWidget *row = find_row (page, "Telephone");

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), typed))
    gtk_editable_set_text (GTK_EDITABLE (row), typed);
}

static void
fill_in_sheet (Fixture *fixture)
{
  GtkWidget *page = show_page (fixture, SGN_PAGE_DECLARATION);

  sgn_declaration_page_show_step (SGN_DECLARATION_PAGE (page), 2, SGN_DECLARE_SHEET);
  let_it_settle ();
  type_telephone (page, "03-9999-0000");
  sgn_page_flush (SGN_PAGE (page));
}

static void
set_detail (Fixture *fixture)
{
  GtkWidget *page = show_page (fixture, SGN_PAGE_SETTINGS);

  type_telephone (page, "03-8888-0000");
  sgn_page_flush (SGN_PAGE (page));
}

static const struct {
  const char *name;
  void (*act) (Fixture *fixture);
} acts[] = {
  { "answer", answer },
  { "task", step_task },
  { "sheet", fill_in_sheet },
  { "settings", set_detail },
};

static gboolean
is_told (gpointer data)
{
  Fixture *fixture = data;

  return fixture->told->len > 0 || sgn_saving_get_reason (fixture->saving) != NULL;
}

static gboolean
is_saved (gpointer data)
{
  Fixture *fixture = data;

  return !sgn_saving_is_busy (fixture->saving) &&
         sgn_saving_get_state (fixture->saving) == SGN_SAVING_DONE;
}

/* What could not be saved is told in a sentence; once it can be saved again, it is. */
static void
nothing_is_lost (Fixture *fixture, gconstpointer data)
{
  const Mishap *mishap = data;

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++) {
    g_autoptr (SgnRecord) before = sgn_record_ref (sgn_session_get_record (fixture->session));
    const char *reason;

    g_test_message ("%s", acts[i].name);
    g_ptr_array_set_size (fixture->told, 0);
    mishap->spoil (fixture);
    acts[i].act (fixture);
    app_support_wait (is_told, fixture);
    mishap->mend (fixture);
    reason = fixture->told->len > 0 ? g_ptr_array_index (fixture->told, 0)
                                    : sgn_saving_get_reason (fixture->saving);
    g_test_message ("%s", reason);
    g_assert_true (g_str_has_suffix (reason, "."));
    g_assert_true (sgn_session_get_record (fixture->session) == before);

    acts[i].act (fixture);
    sgn_saving_retry (fixture->saving);
    let_it_settle ();
    app_support_wait (is_saved, fixture);
    g_assert_true (sgn_session_get_record (fixture->session) != before);
  }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++) {
    g_autofree char *typing =
      g_strconcat ("/app/troubled/nothing-is-typed-in-vain/", troubles[i].name, NULL);
    g_autofree char *copying =
      g_strconcat ("/app/troubled/a-copy-is-offered-where-it-helps/", troubles[i].name, NULL);

    g_test_add (typing, Fixture, &troubles[i], set_up, nothing_is_typed_in_vain, tear_down);
    g_test_add (copying, Fixture, &troubles[i], set_up, a_copy_is_offered_where_it_helps,
                tear_down);
  }
  g_test_add ("/app/troubled/a-key-is-refused-in-words", Fixture, &troubles[0], set_up,
              a_key_is_refused_in_words, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (mishaps); i++) {
    g_autofree char *path = g_strconcat ("/app/troubled/nothing-is-lost/", mishaps[i].name, NULL);

    g_test_add (path, Fixture, &mishaps[i], set_up_to_write, nothing_is_lost, tear_down);
  }
  return g_test_run ();
}
