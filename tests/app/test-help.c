/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-company-pages.h"
#include "sgn-help-private.h"
#include "sgn-help-window.h"

#include <string.h>

static SgnHelpBook *
load (SgnLanguage language)
{
  g_autofree char *folder = sgn_help_dup_folder (language);
  g_autoptr (GError) error = NULL;
  SgnHelpBook *book = sgn_help_book_load (folder, &error);

  g_assert_no_error (error);
  return book;
}

/* The marks of the parts, then their words, one part a line. */
static char *
describe (GPtrArray *parts)
{
  static const char marks[] = "TH-!*$|>";
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++) {
    const SgnHelpPart *part = g_ptr_array_index (parts, i);

    g_string_append_printf (text, "%c %s\n", marks[part->kind], part->markup);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const struct {
  const char *body;
  const char *parts;
} bodies[] = {
  { "<title>T</title><p>a &amp;\n b</p>", "T T\n- a &amp; b\n" },
  { "<p>日本\n 語</p>", "- 日本語\n" },
  { "<p>Press <keyseq><key>Ctrl</key><key>Z</key></keyseq>.</p>",
    "- Press <b>Ctrl</b>+<b>Z</b>.\n" },
  { "<p><guiseq><gui>A</gui><gui>B</gui></guiseq></p>", "- <b>A</b> → <b>B</b>\n" },
  { "<p>See <link xref=\"keys#list\"/>, <link xref=\"x\">that</link>.</p>",
    "- See <a href=\"keys#list\">Keys</a>, <a href=\"x\">that</a>.\n" },
  { "<p>no <link xref=\"gone\"/></p>", "- no <a href=\"gone\">gone</a>\n" },
  { "<steps><item><p>one</p></item><item><p>two</p></item></steps>", "* 1. one\n* 2. two\n" },
  { "<list><item><p>one</p></item></list>", "* ・ one\n" },
  { "<note><p>mind</p></note>", "! mind\n" },
  { "<screen>\n$ a\n  b\n</screen>", "$ $ a\n  b\n" },
  { "<code>x &lt; y</code><p>in <code>z</code> text</p>", "$ x &lt; y\n- in <tt>z</tt> text\n" },
  { "<table><tr><td><p>Undo</p></td><td><p><key>Z</key></p></td></tr></table>",
    "| Undo\t<b>Z</b>\n" },
  { "<section id=\"s\"><title>S</title><p>t</p></section>", "H S\n- t\n" },
  { "<info><desc>about</desc><link type=\"guide\" xref=\"index#s\"/><credit><name>N</name></credit>"
    "</info>",
    "" },
  { "<p>See <link xref=\"#s\">below</link>.</p>", "- See <a href=\"p#s\">below</a>.\n" },
  { "<list type=\"numbered\"><item><p>one</p></item></list>", "* 1. one\n" },
  { "<steps><item><p>a</p></item></steps><terms><item><title>W</title><p>what</p></item></terms>",
    "* 1. a\n- <b>W</b>\n* what\n" },
  { "<table><thead><tr><td><p>A</p></td><td><p>B</p></td></tr></thead><tbody><tr><td><p>1</p></td>"
    "</tr></tbody></table>",
    "| <b>A</b>\t<b>B</b>\n| 1\n" },
};

static void
pages_are_read_part_by_part (void)
{
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (titles, (char *) "keys", (char *) "Keys");
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autofree char *text = g_strconcat ("<page id=\"p\">", bodies[i].body, "</page>", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (SgnHelpPage) page = sgn_help_page_parse (text, titles, &error);
    g_autofree char *said = NULL;

    g_assert_no_error (error);
    said = describe (page->parts);
    g_assert_cmpstr (said, ==, bodies[i].parts);
  }
}

static const char *const broken[] = { "", "<page id=\"p\">", "<page id=\"p\"><p></page>", "text",
                                      "<page id=\"p\"><p>&unknown;</p></page>" };

static void
what_is_no_page_is_an_error (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (sgn_help_page_parse (broken[i], NULL, &error));
    g_assert_nonnull (error);
  }
}

/* Links are the label's own; the rest is read by Pango. */
static gboolean
is_markup (const char *text)
{
  g_autoptr (GRegex) link = g_regex_new ("<a href=\"[^\"]*\">|</a>", 0, 0, NULL);
  g_autofree char *plain = g_regex_replace_literal (link, text, -1, 0, "", 0, NULL);

  return pango_parse_markup (plain, -1, 0, NULL, NULL, NULL, NULL);
}

/* Every page can be shown, and every link in it leads to one. */
static void
every_page_can_be_shown (gconstpointer data)
{
  SgnLanguage language = (SgnLanguage) GPOINTER_TO_INT (data);
  g_autofree char *folder = sgn_help_dup_folder (language);
  g_autoptr (SgnHelpBook) book = load (language);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GRegex) link = g_regex_new ("<a href=\"([^\"#]*)", 0, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *id = g_strndup (name, strlen (name) - strlen (".page"));
    g_autoptr (GPtrArray) parts = sgn_help_book_read (book, id);

    g_assert_nonnull (parts);
    g_assert_cmpuint (parts->len, >, 1);
    for (guint i = 0; i < parts->len; i++) {
      const SgnHelpPart *part = g_ptr_array_index (parts, i);
      g_autoptr (GMatchInfo) match = NULL;

      g_assert_true (is_markup (part->markup));
      for (g_regex_match (link, part->markup, 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL)) {
        g_autofree char *target = g_match_info_fetch (match, 1);

        g_assert_nonnull (sgn_help_book_get_title (book, target));
      }
    }
  }
  g_assert_null (sgn_help_book_read (book, "no-such-page"));
}

static void
a_folder_without_pages_says_so (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", NULL);
  g_autofree char *page = g_build_filename (fixture->folder, "x.page", NULL);
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) second = NULL;
  g_autoptr (GError) third = NULL;

  g_assert_null (sgn_help_book_load (nowhere, &first));
  g_assert_nonnull (first);
  g_assert_null (sgn_help_book_load (fixture->folder, &second));
  g_assert_nonnull (second);
  g_file_set_contents (page, "<page", -1, NULL);
  g_assert_null (sgn_help_book_load (fixture->folder, &third));
  g_assert_nonnull (third);
}

static void
what_is_related_is_named_at_the_end (void)
{
  g_autoptr (SgnHelpBook) book = load (SGN_LANGUAGE_EN);
  g_autoptr (GPtrArray) parts = sgn_help_book_read (book, "results");
  const SgnHelpPart *heading = g_ptr_array_index (parts, parts->len - 2);
  const SgnHelpPart *link = g_ptr_array_index (parts, parts->len - 1);

  g_assert_cmpint (heading->kind, ==, SGN_HELP_HEADING);
  g_assert_cmpint (link->kind, ==, SGN_HELP_LINK);
  g_assert_nonnull (strstr (link->markup, "<a href=\"close-and-compare\">"));
}

static void
what_comes_first_stands_first (void)
{
  g_autoptr (SgnHelpBook) book = load (SGN_LANGUAGE_EN);
  g_autoptr (GPtrArray) parts = sgn_help_book_read (book, SGN_HELP_INDEX);
  g_autofree char *said = describe (parts);
  const char *first = strstr (said, "<a href=\"first-steps\">");
  const char *other = strstr (said, "<a href=\"close-and-compare\">");

  g_assert_nonnull (first);
  g_assert_true (other > first);
}

/* Wherever F1 is pressed there is a page about it, in both languages. */
static void
every_page_of_a_company_has_its_topic (void)
{
  g_autoptr (SgnHelpBook) english = load (SGN_LANGUAGE_EN);
  g_autoptr (SgnHelpBook) japanese = load (SGN_LANGUAGE_JA);
  guint n_pages;
  const SgnCompanyPage *pages = sgn_company_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++) {
    const char *topic = sgn_company_pages_get_topic (pages[i].name);

    g_assert_cmpstr (topic, !=, SGN_HELP_INDEX);
    g_assert_nonnull (sgn_help_book_get_title (english, topic));
    g_assert_nonnull (sgn_help_book_get_title (japanese, topic));
  }
  g_assert_cmpstr (sgn_company_pages_get_topic ("no-such-page"), ==, SGN_HELP_INDEX);
}

static SgnHelpWindow *
open_help (AppFixture *fixture)
{
  GtkWidget *window;

  gtk_window_present (GTK_WINDOW (fixture->window));
  window = sgn_help_window_new (GTK_WINDOW (fixture->window), load (SGN_LANGUAGE_EN));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return SGN_HELP_WINDOW (window);
}

/* The first label at or below @widget that leads to @place. */
static GtkWidget *
find_link (GtkWidget *widget, const char *place)
{
  g_autofree char *link = g_strdup_printf ("<a href=\"%s\">", place);
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), link) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_link (child, place);
  return found;
}

static void
follow (SgnHelpWindow *window, const char *place)
{
  GtkWidget *label = find_link (GTK_WIDGET (window), place);
  gboolean taken = FALSE;

  g_assert_nonnull (label);
  g_signal_emit_by_name (label, "activate-link", place, &taken);
  g_assert_true (taken);
}

static void
links_lead_on_and_back_returns (AppFixture *fixture, gconstpointer data)
{
  SgnHelpWindow *window = open_help (fixture);

  g_assert_cmpstr (sgn_help_window_get_page (window), ==, "index");
  g_assert_true (app_support_says (GTK_WIDGET (window), "Keyboard shortcuts"));
  follow (window, "keys");
  g_assert_cmpstr (sgn_help_window_get_page (window), ==, "keys");
  g_assert_true (app_support_says (GTK_WIDGET (window), "Undo"));
  g_assert_false (sgn_help_window_show_page (window, "no-such-page"));
  g_assert_cmpstr (sgn_help_window_get_page (window), ==, "keys");
  gtk_widget_activate_action (GTK_WIDGET (window), "help.back", NULL);
  g_assert_cmpstr (sgn_help_window_get_page (window), ==, "index");
  gtk_widget_activate_action (GTK_WIDGET (window), "help.back", NULL);
  g_assert_cmpstr (sgn_help_window_get_page (window), ==, "index");
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_at_heading (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (data));

  return GTK_IS_LABEL (focus) &&
         g_str_equal (gtk_label_get_text (GTK_LABEL (focus)), "Answers on paper");
}

static void
a_link_to_a_section_leads_to_its_heading (AppFixture *fixture, gconstpointer data)
{
  SgnHelpWindow *window = open_help (fixture);

  g_assert_true (sgn_help_window_show_page (window, "sheets"));
  follow (window, "sheets#paper");
  g_assert_cmpstr (sgn_help_window_get_page (window), ==, "sheets");
  app_support_wait (is_at_heading, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "help.back", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "help.back", NULL);
  g_assert_cmpstr (sgn_help_window_get_page (window), ==, "index");
  gtk_window_destroy (GTK_WINDOW (window));
}

static GPtrArray *
list_help_windows (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GPtrArray *helps = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (SGN_IS_HELP_WINDOW (window))
      g_ptr_array_add (helps, window);
  }
  return helps;
}

static void
the_place_that_was_asked_for_is_shown (AppFixture *fixture, gconstpointer data)
{
  static const char *const asked[] = { "answer", "", "sheets#ask" };
  static const char *const shown[] = { "answer", "index", "sheets" };

  gtk_window_present (GTK_WINDOW (fixture->window));
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++) {
    g_autoptr (GPtrArray) helps = NULL;

    sgn_help_show (GTK_WINDOW (fixture->window), asked[i]);
    helps = list_help_windows ();
    /* One help beside a window, however often it is asked for. */
    g_assert_cmpuint (helps->len, ==, 1);
    gtk_test_widget_wait_for_draw (helps->pdata[0]);
    g_assert_cmpstr (sgn_help_window_get_page (helps->pdata[0]), ==, shown[i]);
  }
}

#define ADD(name) \
  g_test_add ("/app/help/" #name, AppFixture, NULL, app_fixture_set_up, name, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/app/help/pages-are-read-part-by-part", pages_are_read_part_by_part);
  g_test_add_func ("/app/help/what-is-no-page-is-an-error", what_is_no_page_is_an_error);
  g_test_add_data_func ("/app/help/every-page-can-be-shown/en", GINT_TO_POINTER (SGN_LANGUAGE_EN),
                        every_page_can_be_shown);
  g_test_add_data_func ("/app/help/every-page-can-be-shown/ja", GINT_TO_POINTER (SGN_LANGUAGE_JA),
                        every_page_can_be_shown);
  g_test_add_func ("/app/help/what-is-related-is-named-at-the-end",
                   what_is_related_is_named_at_the_end);
  g_test_add_func ("/app/help/what-comes-first-stands-first", what_comes_first_stands_first);
  g_test_add_func ("/app/help/every-page-of-a-company-has-its-topic",
                   every_page_of_a_company_has_its_topic);
  ADD (a_folder_without_pages_says_so);
  ADD (links_lead_on_and_back_returns);
  ADD (a_link_to_a_section_leads_to_its_heading);
  ADD (the_place_that_was_asked_for_is_shown);
  return g_test_run ();
}
