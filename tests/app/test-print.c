/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include <glib/gstdio.h>

#include "app-support.h"
#include "sgn-error.h"
#include "sgn-sheet-name.h"
#include "sgn-sheet-print.h"

/* Dots an inch when paper and file are laid on each other. */
#define RESOLUTION "50"
/* What the printer that writes a file calls it. */
#define FILE_NAME "自社診断の結果_2026-11-23.pdf"
/* What of a dot's 255 may differ. */
#define SHADE 72

typedef struct {
  char *folder;
  SgnSession *session;
  GtkWidget *window;
} Fixture;

static void
show_window (Fixture *fixture)
{
  fixture->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = app_support_make_folder ();
  fixture->session = app_support_open_company (fixture->folder);
  show_window (fixture);
}

static void
set_up_sample (Fixture *fixture, gconstpointer data)
{
  fixture->folder = app_support_make_folder ();
  fixture->session = app_support_open_sample (fixture->folder);
  show_window (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  app_support_close (fixture->session);
  g_object_unref (fixture->session);
  app_support_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
is_there (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static SgnPages *
finish (Fixture *fixture, GAsyncResult **result, GError **error)
{
  SgnPages *pages;

  app_support_wait (is_there, result);
  pages = sgn_sheet_print_finish (GTK_WINDOW (fixture->window), *result, error);
  g_clear_object (result);
  return pages;
}

static SgnPages *
print_file (Fixture *fixture, const SgnProjectionRequest *sheet, const char *path, GError **error)
{
  GAsyncResult *result = NULL;

  sgn_sheet_print_to_file_async (GTK_WINDOW (fixture->window), fixture->session, sheet, path,
                                 done_cb, &result);
  return finish (fixture, &result, error);
}

static SgnPages *
print_well (Fixture *fixture, const SgnProjectionRequest *sheet, const char *path)
{
  g_autoptr (GError) error = NULL;
  SgnPages *pages = print_file (fixture, sheet, path, &error);

  g_assert_no_error (error);
  return pages;
}

static SgnSheetResult *
write_file (Fixture *fixture, const SgnProjectionRequest *sheet, const char *path)
{
  const SgnSheetRequest words = { .projection = *sheet, .format = "pdf", .path = path };
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  SgnSheetResult *written;

  sgn_session_write_sheet_async (fixture->session, &words, done_cb, &result);
  app_support_wait (is_there, &result);
  written = sgn_session_write_sheet_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  g_object_unref (result);
  return written;
}

static guint
count_issues (Fixture *fixture)
{
  return sgn_session_get_record (fixture->session)->issues->len;
}

/* (transfer full): what a program says of a file */
static GBytes *
look (const char *const *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) program =
    g_subprocess_newv (words, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  GBytes *output = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate (program, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (program));
  return output;
}

static char *
look_for_text (const char *const *words)
{
  g_autoptr (GBytes) output = look (words);

  return g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
}

static void
assert_same_text (const char *left, const char *right)
{
  const char *const first[] = { "pdftotext", "-raw", left, "-", NULL };
  const char *const second[] = { "pdftotext", "-raw", right, "-", NULL };
  g_autofree char *printed = look_for_text (first);
  g_autofree char *written = look_for_text (second);

  g_assert_cmpuint (strlen (printed), >, 500);
  g_assert_cmpstr (printed, ==, written);
}

/* Every page, as grey dots. */
static GBytes *
paint (const char *path)
{
  const char *const words[] = { "pdftoppm", "-gray", "-r", RESOLUTION, path, NULL };

  return look (words);
}

/* The toolkit writes no tags, and cairo then joins words of one line: letters may stand a tenth of
 * a millimetre aside, which makes a dot a little lighter or darker. */
static gboolean
looks_alike (const char *left, const char *right)
{
  g_autoptr (GBytes) printed = paint (left);
  g_autoptr (GBytes) written = paint (right);
  gsize n = 0;
  const guint8 *p = g_bytes_get_data (printed, &n);
  const guint8 *w = g_bytes_get_data (written, NULL);
  guint different = 0;
  guint ink = 0;

  if (n != g_bytes_get_size (written))
    return FALSE;
  for (gsize i = 0; i < n; i++) {
    different += ABS ((int) p[i] - (int) w[i]) > SHADE;
    ink += w[i] < 128;
  }
  g_assert_cmpuint (ink, >, 1000);
  return different == 0;
}

static void
assert_paper (const char *path, const char *size)
{
  const char *const words[] = { "pdfinfo", "-l", "1000", path, NULL };
  g_autofree char *says = look_for_text (words);
  g_auto (GStrv) lines = g_strsplit (says, "\n", -1);
  guint pages = 0;

  for (guint i = 0; lines[i] != NULL; i++) {
    if (strstr (lines[i], " size:") == NULL || !g_str_has_prefix (lines[i], "Page"))
      continue;
    g_assert_nonnull (strstr (lines[i], size));
    pages++;
  }
  g_assert_cmpuint (pages, >, 0);
}

static const struct {
  const char *name;
  SgnProjectionRequest sheet;
  const char *paper;
} sheets[] = {
  { "the result", { .document = "self-check-result" }, "595.276 x 841.89 pts (A4)" },
  { "the result in English, for a partner",
    { .document = "self-check-result",
      .audience = SGN_AUDIENCE_PARTNER,
      .language = SGN_LANGUAGE_EN },
    "595.276 x 841.89 pts (A4)" },
  { "a poster on A3, in columns",
    { .document = "declaration-poster", .variant = "a3-vertical" },
    "841.89 x 1190.55 pts (A3)" },
  { "a sheet without a number", { .document = "answer-sheet" }, "595.276 x 841.89 pts (A4)" },
  { "the whole set", { .document = "audit-set" }, "595.276 x 841.89 pts (A4)" },
};

static void
paper_and_file_look_alike (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++) {
    g_autofree char *printed = g_strdup_printf ("%s/printed-%u.pdf", fixture->folder, i);
    g_autofree char *written = g_strdup_printf ("%s/written-%u.pdf", fixture->folder, i);
    g_autoptr (SgnPages) pages = NULL;
    g_autoptr (SgnSheetResult) result = NULL;

    g_test_message ("%s", sheets[i].name);
    pages = print_well (fixture, &sheets[i].sheet, printed);
    result = write_file (fixture, &sheets[i].sheet, written);

    /* The clock stands still: both are the same issue. */
    g_assert_cmpstr (sgn_pages_get_number (pages), ==, result->number);
    g_assert_cmpuint (sgn_pages_get_n_pages (pages), ==, result->pages);
    assert_paper (printed, sheets[i].paper);
    assert_same_text (printed, written);
    g_assert_true (looks_alike (printed, written));
  }
}

static void
another_number_looks_otherwise (Fixture *fixture, gconstpointer data)
{
  const SgnProjectionRequest sheet = { .document = "self-check-result" };
  g_autofree char *first = g_build_filename (fixture->folder, "first.pdf", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "second.pdf", NULL);
  g_autoptr (SgnPages) before = NULL;
  g_autoptr (SgnPages) after = NULL;

  app_support_answer (fixture->session, "SD-01", NULL);
  before = print_well (fixture, &sheet, first);
  app_support_answer (fixture->session, "SD-02", NULL);
  after = print_well (fixture, &sheet, second);

  g_assert_cmpstr (sgn_pages_get_number (after), ==, "SC-2026-0002");
  g_assert_false (looks_alike (first, second));
}

static void
make_american_paper (void)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "support", "make-locale", NULL);
  const char *const words[] = { script, g_getenv ("LOCPATH"), "en_US.UTF-8", NULL };
  G_GNUC_UNUSED g_autoptr (GBytes) nothing = look (words);

  g_assert_nonnull (setlocale (LC_PAPER, "en_US.UTF-8"));
  g_assert_cmpstr (gtk_paper_size_get_default (), ==, GTK_PAPER_NAME_LETTER);
}

static void
an_american_computer_prints_on_a4 (Fixture *fixture, gconstpointer data)
{
  const SgnProjectionRequest blank = { .document = "answer-sheet" };
  g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autofree char *before = g_strdup (setlocale (LC_PAPER, NULL));
  g_autoptr (SgnPages) pages = NULL;

  make_american_paper ();
  pages = print_well (fixture, &blank, path);
  setlocale (LC_PAPER, before);

  assert_paper (path, "595.276 x 841.89 pts (A4)");
}

static void
what_is_printed_is_on_record (Fixture *fixture, gconstpointer data)
{
  const SgnProjectionRequest sheet = { .document = "self-check-result" };
  g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autoptr (SgnPages) pages = NULL;

  app_support_answer (fixture->session, "SD-01", NULL);
  pages = print_well (fixture, &sheet, path);

  g_assert_cmpstr (sgn_pages_get_number (pages), ==, "SC-2026-0001");
  g_assert_cmpuint (count_issues (fixture), ==, 1);
}

static void
a_read_only_file_prints_copies (Fixture *fixture, gconstpointer data)
{
  const SgnProjectionRequest sheet = { .document = "self-check-result" };
  g_autofree char *company = g_strdup (sgn_session_get_path (fixture->session));
  g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  const char *const words[] = { "pdftotext", path, "-", NULL };
  g_autofree char *says = NULL;
  g_autoptr (SgnPages) pages = NULL;
  AppEnding ending = { 0 };

  app_support_answer (fixture->session, "SD-01", NULL);
  app_support_close (fixture->session);
  sgn_session_open_async (fixture->session, company, SGN_OPEN_READ, app_ending_cb, &ending);
  app_ending_wait (&ending);
  pages = print_well (fixture, &sheet, path);
  says = look_for_text (words);

  g_assert_null (sgn_pages_get_number (pages));
  g_assert_nonnull (strstr (says, "写し"));
  g_assert_cmpuint (count_issues (fixture), ==, 0);
}

static void
a_refused_sheet_is_not_printed (Fixture *fixture, gconstpointer data)
{
  const SgnProjectionRequest sheet = { .document = "self-check-result" };
  g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autoptr (SgnPages) pages = NULL;
  g_autoptr (GError) error = NULL;

  app_support_answer (fixture->session, "SD-03", "外字\xEE\x80\x80です");
  pages = print_file (fixture, &sheet, path, &error);

  g_assert_null (pages);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_CHECK);
  g_assert_nonnull (strstr (error->message, "U+E000"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_issues (fixture), ==, 0);
}

static void
a_sheet_not_ready_says_why (Fixture *fixture, gconstpointer data)
{
  const SgnProjectionRequest sheet = { .document = "self-check-result" };
  g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autoptr (SgnPages) pages = NULL;
  g_autoptr (GError) error = NULL;

  pages = print_file (fixture, &sheet, path, &error);

  g_assert_null (pages);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_NOT_YET);
}

static GtkSelectionModel *
get_printers (GtkWidget *dialog)
{
  GtkWidget *list = app_support_find (dialog, GTK_TYPE_COLUMN_VIEW);

  return gtk_column_view_get_model (GTK_COLUMN_VIEW (list));
}

static gboolean
is_print_dialog (GtkWidget *window)
{
  return strcmp (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog") == 0 &&
         gtk_widget_get_mapped (window);
}

/* Until the toolkit's own dialog is there, and in it the printer that writes a file. */
static gboolean
has_dialog (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget **dialog = data;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (!is_print_dialog (window))
      continue;
    *dialog = window;
    return g_list_model_get_n_items (G_LIST_MODEL (get_printers (window))) > 0;
  }
  return FALSE;
}

static gboolean
has_printer (gpointer dialog)
{
  g_autoptr (GObject) printer = NULL;

  g_object_get (dialog, "selected-printer", &printer, NULL);
  return printer != NULL;
}

static GtkWidget *
open_dialog (Fixture *fixture, GAsyncResult **result)
{
  const SgnProjectionRequest sheet = { .document = "self-check-result" };
  GtkWidget *dialog = NULL;

  app_support_answer (fixture->session, "SD-01", NULL);
  sgn_sheet_print_async (GTK_WINDOW (fixture->window), fixture->session, &sheet, done_cb, result);
  app_support_wait (has_dialog, &dialog);
  gtk_selection_model_select_item (get_printers (dialog), 0, TRUE);
  app_support_wait (has_printer, dialog);
  return dialog;
}

static void
nothing_is_issued_when_the_dialog_is_cancelled (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *result = NULL;
  GtkWidget *dialog = open_dialog (fixture, &result);
  g_autoptr (SgnPages) pages = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_issues (fixture), ==, 0);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  pages = finish (fixture, &result, &error);

  g_assert_null (pages);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_issues (fixture), ==, 0);
}

static void
a_preview_outside_issues_nothing (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *result = NULL;
  GtkWidget *dialog = open_dialog (fixture, &result);
  g_autoptr (SgnPages) pages = NULL;
  g_autoptr (GError) error = NULL;

  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_APPLY);
  pages = finish (fixture, &result, &error);

  g_assert_null (pages);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_issues (fixture), ==, 0);
}

/* The printer that writes a file takes its time. */
static gboolean
is_whole (gpointer path)
{
  g_autofree char *contents = NULL;
  gsize length = 0;

  return g_file_get_contents (path, &contents, &length, NULL) && length > 6 &&
         memcmp (contents + length - 6, "%%EOF\n", 6) == 0;
}

static void
printing_from_the_dialog_issues (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *result = NULL;
  GtkWidget *dialog;
  g_autofree char *before = g_get_current_dir ();
  g_autofree char *printed = g_build_filename (fixture->folder, FILE_NAME, NULL);
  g_autoptr (SgnPages) pages = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_chdir (fixture->folder), ==, 0);
  dialog = open_dialog (fixture, &result);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  pages = finish (fixture, &result, &error);
  app_support_wait (is_whole, printed);
  g_assert_cmpint (g_chdir (before), ==, 0);

  g_assert_no_error (error);
  g_assert_cmpstr (sgn_pages_get_number (pages), ==, "SC-2026-0001");
  assert_paper (printed, "595.276 x 841.89 pts (A4)");
  g_assert_cmpuint (count_issues (fixture), ==, 1);
}

/* Ranges count from 0 here. */
static const struct {
  const char *name;
  const char *settings[3][2];
  const char *pages; /* as the foot of each says */
} choices[] = {
  { "pages", { { "print-pages", "ranges" }, { "page-ranges", "1-2" } }, "2 / 3, 3 / 3" },
  { "odd", { { "page-set", "odd" } }, "1 / 3, 3 / 3" },
  { "even", { { "page-set", "even" } }, "2 / 3" },
  { "copies",
    { { "n-copies", "2" }, { "collate", "true" } },
    "1 / 3, 2 / 3, 3 / 3, 1 / 3, 2 / 3, 3 / 3" },
  { "backwards", { { "reverse", "true" } }, "3 / 3, 2 / 3, 1 / 3" },
};

/* The folder that the file is to go to is removed while the dialog is open. */
static GtkWidget *
open_dialog_for_nowhere (Fixture *fixture, GAsyncResult **result)
{
  g_autofree char *before = g_get_current_dir ();
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", NULL);
  GtkWidget *dialog;

  g_assert_cmpint (g_mkdir (nowhere, 0700), ==, 0);
  g_assert_cmpint (g_chdir (nowhere), ==, 0);
  dialog = open_dialog (fixture, result);
  g_assert_cmpint (g_chdir (before), ==, 0);
  g_assert_cmpint (g_rmdir (nowhere), ==, 0);
  return dialog;
}

static void
the_number_of_a_failed_print_is_told (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *result = NULL;
  GtkWidget *dialog = open_dialog_for_nowhere (fixture, &result);
  g_autoptr (SgnPages) pages = NULL;
  g_autoptr (GError) error = NULL;

  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  pages = finish (fixture, &result, &error);

  g_assert_null (pages);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "SC-2026-0001"));
  g_assert_cmpuint (count_issues (fixture), ==, 1);
}

static void
choose_settings (GtkWidget *dialog, guint choice)
{
  g_autoptr (GtkPrintSettings) settings = NULL;

  g_object_get (dialog, "print-settings", &settings, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (choices[choice].settings); i++)
    if (choices[choice].settings[i][0] != NULL)
      gtk_print_settings_set (settings, choices[choice].settings[i][0],
                              choices[choice].settings[i][1]);
  g_object_set (dialog, "print-settings", settings, NULL);
}

/* What the feet of the pages say, in their order. */
static char *
dup_page_numbers (const char *path)
{
  const char *const words[] = { "pdftotext", "-raw", path, "-", NULL };
  g_autofree char *says = look_for_text (words);
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autoptr (GRegex) regex = g_regex_new ("[0-9]+ / [0-9]+$", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, says, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL)) {
    g_autofree char *number = g_match_info_fetch (match, 0);

    g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? ", " : "", number);
  }
  return g_strdup (numbers->str);
}

static void
the_dialog_decides_which_pages_come_out (Fixture *fixture, gconstpointer data)
{
  const guint choice = GPOINTER_TO_UINT (data);
  GAsyncResult *result = NULL;
  GtkWidget *dialog;
  g_autofree char *before = g_get_current_dir ();
  g_autofree char *printed = g_build_filename (fixture->folder, FILE_NAME, NULL);
  g_autofree char *numbers = NULL;
  g_autoptr (SgnPages) pages = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_chdir (fixture->folder), ==, 0);
  dialog = open_dialog (fixture, &result);
  choose_settings (dialog, choice);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  pages = finish (fixture, &result, &error);
  g_assert_no_error (error);
  app_support_wait (is_whole, printed);
  g_assert_cmpint (g_chdir (before), ==, 0);
  numbers = dup_page_numbers (printed);

  g_assert_cmpuint (sgn_pages_get_n_pages (pages), ==, 3);
  g_assert_cmpstr (numbers, ==, choices[choice].pages);
}

static void
add_choices (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++) {
    g_autofree char *path =
      g_strdup_printf ("/print/the dialog decides which pages come out/%s", choices[i].name);

    g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up_sample,
                the_dialog_decides_which_pages_come_out, tear_down);
  }
}

#define ADD(name, prepare, func) g_test_add (name, Fixture, NULL, prepare, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  ADD ("/print/paper and file look alike", set_up_sample, paper_and_file_look_alike);
  ADD ("/print/another number looks otherwise", set_up, another_number_looks_otherwise);
  ADD ("/print/an American computer prints on A4", set_up, an_american_computer_prints_on_a4);
  ADD ("/print/what is printed is on record", set_up, what_is_printed_is_on_record);
  ADD ("/print/a read-only file prints copies", set_up, a_read_only_file_prints_copies);
  ADD ("/print/a refused sheet is not printed", set_up, a_refused_sheet_is_not_printed);
  ADD ("/print/a sheet not ready says why", set_up, a_sheet_not_ready_says_why);
  ADD ("/print/nothing is issued when the dialog is cancelled", set_up,
       nothing_is_issued_when_the_dialog_is_cancelled);
  ADD ("/print/a preview outside issues nothing", set_up, a_preview_outside_issues_nothing);
  ADD ("/print/printing from the dialog issues", set_up, printing_from_the_dialog_issues);
  ADD ("/print/the number of a failed print is told", set_up, the_number_of_a_failed_print_is_told);
  add_choices ();

  return g_test_run ();
}
