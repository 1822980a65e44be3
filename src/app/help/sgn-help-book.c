/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-help-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "sgn-data-dir.h"
#include "sgn-error.h"

#define SUFFIX ".page"

struct _SgnHelpBook {
  GHashTable *texts;  /* id → the file of the page */
  GHashTable *titles; /* id → title */
  GPtrArray *pages;   /* of SgnHelpPage, those that come first, then the others, by title */
};

static int
compare_pages (gconstpointer a, gconstpointer b)
{
  const SgnHelpPage *const *page_a = a;
  const SgnHelpPage *const *page_b = b;

  if ((*page_a)->is_first != (*page_b)->is_first)
    return (*page_a)->is_first ? -1 : 1;
  return g_utf8_collate ((*page_a)->title, (*page_b)->title);
}

static gboolean
add_page (SgnHelpBook *self, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  SgnHelpPage *page;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  page = sgn_help_page_parse (text, NULL, error);
  if (page == NULL)
    return FALSE;
  if (page->title == NULL)
    page->title = g_strdup (page->id);
  g_hash_table_insert (self->titles, page->id, page->title);
  g_hash_table_insert (self->texts, page->id, g_steal_pointer (&text));
  g_ptr_array_add (self->pages, page);
  return TRUE;
}

static SgnHelpBook *
book_new (void)
{
  SgnHelpBook *self = g_new0 (SgnHelpBook, 1);

  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->titles = g_hash_table_new (g_str_hash, g_str_equal);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_help_page_free);
  return self;
}

SgnHelpBook *
sgn_help_book_load (const char *folder, GError **error)
{
  g_autoptr (SgnHelpBook) self = book_new ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX) && !add_page (self, folder, name, error))
      return NULL;
  if (dir == NULL)
    return NULL;
  if (self->pages->len == 0) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("The help is not in “%s”. Install the program again."), folder);
    return NULL;
  }
  g_ptr_array_sort (self->pages, compare_pages);
  return g_steal_pointer (&self);
}

void
sgn_help_book_free (SgnHelpBook *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->titles);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

const char *
sgn_help_book_get_title (const SgnHelpBook *self, const char *page)
{
  return g_hash_table_lookup (self->titles, page);
}

static void
add_link (const SgnHelpPage *page, GPtrArray *parts)
{
  g_autofree char *title = g_markup_escape_text (page->title, -1);
  g_autofree char *link =
    g_strdup_printf ("<a href=\"%s\">%s</a>%s%s", page->id, title, page->desc != NULL ? "\t" : "",
                     page->desc != NULL ? page->desc : "");

  g_ptr_array_add (parts, sgn_help_part_new (SGN_HELP_LINK, link, NULL));
}

/* The pages that say of themselves that they belong to @place. */
static void
add_links (const SgnHelpBook *self, const char *place, GPtrArray *parts)
{
  for (guint i = 0; i < self->pages->len; i++) {
    const SgnHelpPage *page = g_ptr_array_index (self->pages, i);

    if (g_ptr_array_find_with_equal_func (page->guides, place, g_str_equal, NULL))
      add_link (page, parts);
  }
}

static void
add_others (const SgnHelpBook *self, const SgnHelpPage *page, GPtrArray *parts)
{
  if (page->others->len > 0)
    g_ptr_array_add (parts, sgn_help_part_new (SGN_HELP_HEADING, _ ("See Also"), NULL));
  for (guint i = 0; i < self->pages->len; i++) {
    const SgnHelpPage *other = g_ptr_array_index (self->pages, i);

    if (g_ptr_array_find_with_equal_func (page->others, other->id, g_str_equal, NULL))
      add_link (other, parts);
  }
}

GPtrArray *
sgn_help_book_read (const SgnHelpBook *self, const char *id)
{
  const char *text = g_hash_table_lookup (self->texts, id);
  g_autoptr (SgnHelpPage) page =
    text != NULL ? sgn_help_page_parse (text, self->titles, NULL) : NULL;
  g_autoptr (GPtrArray) parts = NULL;

  if (page == NULL)
    return NULL;
  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_help_part_free);
  for (guint i = 0; i < page->parts->len; i++) {
    const SgnHelpPart *part = g_ptr_array_index (page->parts, i);

    g_ptr_array_add (parts, sgn_help_part_new (part->kind, part->markup, part->place));
    if (part->place != NULL)
      add_links (self, part->place, parts);
  }
  add_links (self, id, parts);
  add_others (self, page, parts);
  return g_steal_pointer (&parts);
}

/**
 * sgn_help_dup_folder:
 * @language: of the reader
 *
 * Returns: (transfer full): where the pages are: beside the program's data in the tree it was built
 *   from, else where they are installed
 */
char *
sgn_help_dup_folder (SgnLanguage language)
{
  g_autofree char *data = sgn_data_dir ();
  const char *code = language == SGN_LANGUAGE_JA ? "ja" : "C";
  g_autofree char *here = g_build_filename (data, "help", code, NULL);
  g_autofree char *above = g_path_get_dirname (data);

  if (g_file_test (here, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&here);
  return g_build_filename (above, "help", code, "sengen", NULL);
}
