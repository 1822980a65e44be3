/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-library.h"

#include "message-form.h"
#include "sgn-error.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

static SgnLibrary *
load_shipped (void)
{
  g_autoptr (GError) error = NULL;
  SgnLibrary *self = sgn_library_load (g_getenv ("SENGEN_DATA_DIR"), &error);

  g_assert_no_error (error);
  return self;
}

static void
test_catalogues_are_found (void)
{
  static const struct {
    const char *key;
    const char *edition;
    guint items;
  } cases[] = {
    { "ipa-self-check", "4.0", 25 },
    { "ipa-self-check@4.0", "4.0", 25 },
    { "ipa-self-check@3.1", "3.1", 25 },
    { "ipa-rules", "4.0", 6 },
    { "ipa-rules@3.1", "3.1", 5 },
    { "ipa-rules@9.9", NULL, 0 },
    { "ipa-rules@", NULL, 0 },
    { "", NULL, 0 },
    { "@4.0", NULL, 0 },
    { NULL, NULL, 0 },
  };
  g_autoptr (SgnLibrary) self = load_shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnCatalogue *catalogue = sgn_library_find_catalogue_key (self, cases[i].key);

    g_assert_cmpstr (catalogue != NULL ? catalogue->edition : NULL, ==, cases[i].edition);
    g_assert_cmpuint (catalogue != NULL ? catalogue->items->len : 0, ==, cases[i].items);
  }
}

static void
test_newest_edition_stands_first (void)
{
  g_autoptr (SgnLibrary) self = load_shipped ();
  g_autoptr (GPtrArray) list = sgn_library_list_catalogues (self, NULL, NULL);

  g_assert_nonnull (list);
  for (guint i = 1; i < list->len; i++) {
    const SgnCatalogue *before = g_ptr_array_index (list, i - 1);
    const SgnCatalogue *after = g_ptr_array_index (list, i);

    g_assert_cmpstr (before->id, <=, after->id);
    if (g_str_equal (before->id, after->id))
      g_assert_cmpstr (before->published, >=, after->published);
  }
}

static void
test_editions_of_one_guideline_are_listed (void)
{
  g_autoptr (SgnLibrary) self = load_shipped ();
  g_autoptr (GPtrArray) rules = sgn_library_list_catalogues (self, "ipa-rules", NULL);
  g_autoptr (GPtrArray) none = sgn_library_list_catalogues (self, "ipa", NULL);

  g_assert_cmpuint (rules->len, ==, 2);
  g_assert_cmpstr (((SgnCatalogue *) rules->pdata[0])->edition, ==, "4.0");
  g_assert_cmpstr (((SgnCatalogue *) rules->pdata[1])->edition, ==, "3.1");
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_ids_are_sorted_and_named_once (void)
{
  g_autoptr (SgnLibrary) self = load_shipped ();
  const char *const *ids = sgn_library_get_catalogue_ids (self);

  g_assert_true (g_strv_contains (ids, "ipa-rules"));
  g_assert_true (g_strv_contains (ids, "ipa-self-check"));
  for (guint i = 1; ids[i] != NULL; i++)
    g_assert_cmpstr (ids[i - 1], <, ids[i]);
}

/* Reads the file of a guideline only when somebody asks for that guideline. */
static void
test_catalogues_are_read_when_first_needed (void)
{
  g_autoptr (SgnLibrary) self = load_shipped ();
  SgnCatalogue *first = NULL;
  guint all;

  g_assert_nonnull (sgn_library_get_catalogue_ids (self)[0]);
  g_assert_cmpuint (sgn_library_count_read (self), ==, 0);

  first = sgn_library_find_catalogue (self, "ipa-rules", "3.1");
  g_assert_cmpuint (sgn_library_count_read (self), ==, 1);
  g_assert_true (sgn_library_find_catalogue_key (self, "ipa-rules@3.1") == first);
  g_assert_null (sgn_library_find_catalogue (self, "nowhere", NULL));
  g_assert_cmpuint (sgn_library_count_read (self), ==, 1);

  /* Which edition is the current one stands inside the files. */
  g_assert_nonnull (sgn_library_find_catalogue (self, "ipa-rules", NULL));
  g_assert_cmpuint (sgn_library_count_read (self), ==, 2);

  g_assert_true (sgn_library_check (self, NULL));
  all = sgn_library_count_read (self);
  g_assert_cmpuint (all, >=, 4);
  g_ptr_array_unref (sgn_library_list_catalogues (self, NULL, NULL));
  g_assert_cmpuint (sgn_library_count_read (self), ==, all);
}

static gpointer
find_rules (gpointer data)
{
  return sgn_library_find_catalogue (data, "ipa-rules", "4.0");
}

static void
test_threads_find_the_same_catalogue (void)
{
  g_autoptr (SgnLibrary) self = load_shipped ();
  GThread *threads[8];
  gconstpointer found[8];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("find", find_rules, self);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    found[i] = g_thread_join (threads[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (found[i] == find_rules (self));
  g_assert_cmpuint (sgn_library_count_read (self), ==, 1);
}

/* Those of the stars, each once, and nobody reads them again. */
static void
test_some_catalogues_are_read_ahead (void)
{
  static const char *const ids[] = { "ipa-rules", "ipa-self-check", "scs" };
  g_autoptr (SgnLibrary) self = load_shipped ();
  gint64 patience = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  sgn_library_read_ahead (self);
  sgn_library_read_ahead (self);
  while (sgn_library_count_read (self) < G_N_ELEMENTS (ids)) {
    g_assert_cmpint (g_get_monotonic_time (), <, patience);
    g_usleep (1000);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (SgnLibrary) other = load_shipped ();
    const SgnCatalogue *current = sgn_library_find_catalogue (other, ids[i], NULL);

    g_assert_nonnull (sgn_library_find_catalogue (self, ids[i], current->edition));
  }
  g_assert_cmpuint (sgn_library_count_read (self), ==, G_N_ELEMENTS (ids));
}

/* Nothing is left behind by who does not wait. */
static void
test_a_library_goes_while_it_is_read_ahead (void)
{
  SgnLibrary *self = load_shipped ();

  sgn_library_read_ahead (self);
  sgn_library_unref (self);
}

static void
test_items_lead_to_their_guideline (void)
{
  static const struct {
    const char *item;
    const char *id;
  } cases[] = {
    { "SD-01", "ipa-self-check" },
    { "RU-6", "ipa-rules" },
    { "RU-7", NULL },
    { "", NULL },
  };
  g_autoptr (SgnLibrary) self = load_shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnCatalogue *found = sgn_library_find_catalogue_of_item (self, cases[i].item);

    g_assert_cmpstr (found != NULL ? found->id : NULL, ==, cases[i].id);
    g_assert_cmpstr (found != NULL ? found->status : NULL, ==,
                     cases[i].id != NULL ? "current" : NULL);
  }
}

static void
test_unknown_guidelines_are_said (void)
{
  static const char *const keys[] = { "nowhere", "ipa-rules@9.9", "ipa-rules@", "" };
  g_autoptr (SgnLibrary) self = load_shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (sgn_library_get_catalogue (self, keys[i], &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_USAGE);
    assert_is_sentence (error->message);
  }
  g_assert_nonnull (sgn_library_get_catalogue (self, "ipa-rules@3.1", NULL));
}

/* The facts of the self-check: 25 questions, 4 / 2 / 0 / -1, three parts of 5, 13 and 7. */
static void
test_self_check_has_its_official_shape (void)
{
  static const guint sizes[] = { 5, 13, 7 };
  static const char *const editions[] = { "3.1", "4.0" };
  g_autoptr (SgnLibrary) self = load_shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (editions); i++) {
    const SgnCatalogue *check = sgn_library_find_catalogue (self, "ipa-self-check", editions[i]);
    guint counts[3] = { 0 };
    int most = 0, least = 0;

    for (guint k = 0; k < check->items->len; k++) {
      const SgnItem *item = g_ptr_array_index (check->items, k);

      for (guint s = 0; s < 3; s++)
        counts[s] += item->section == g_ptr_array_index (check->sections, s);
      most += sgn_item_get_max_points (item);
      least += sgn_item_find_value (item, "unknown")->points;
      g_assert_cmpint (sgn_item_find_value (item, "partial")->points, ==, 2);
    }
    g_assert_cmpmem (counts, sizeof counts, sizes, sizeof sizes);
    g_assert_cmpint (most, ==, check->max);
    for (int total = least; total <= most; total++)
      g_assert_nonnull (sgn_catalogue_find_band (check, total));
  }
}

/* A company's own guideline: one that is shipped, with other ids. */
static SgnCatalogue *
make_own (const char *id, const char *edition)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("SENGEN_DATA_DIR"), "catalogues", "ipa-rules@4.0.json", NULL);
  g_autoptr (json_t) json = sgn_json_load_file (path, NULL);
  g_autofree char *canonical = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  SgnCatalogue *own;

  sgn_json_set_string (json, "id", id);
  sgn_json_set_string (json, "edition", edition);
  canonical = sgn_json_to_canonical (json);
  text = g_string_new (canonical);
  g_string_replace (text, "\"RU-", "\"Q-", 0);
  bytes = g_bytes_new_static (text->str, text->len);
  own = sgn_catalogue_new_from_bytes (bytes, id, &error);
  g_assert_no_error (error);
  return own;
}

static SgnLibrary *
extend (SgnLibrary *base, const char *const *keys)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_catalogue_unref);

  for (guint i = 0; keys[i] != NULL; i += 2)
    g_ptr_array_add (own, make_own (keys[i], keys[i + 1]));
  return sgn_library_extend (base, own);
}

static void
test_own_guidelines_stand_beside_the_others (void)
{
  static const char *const keys[] = { "customer", "2026", "another", "1", NULL };
  g_autoptr (SgnLibrary) base = load_shipped ();
  g_autoptr (SgnLibrary) self = extend (base, keys);
  g_autoptr (GPtrArray) all = sgn_library_list_catalogues (self, NULL, NULL);
  g_autoptr (GPtrArray) shipped = sgn_library_list_catalogues (base, NULL, NULL);
  g_autoptr (GPtrArray) one = sgn_library_list_catalogues (self, "customer", NULL);
  const char *const *ids = sgn_library_get_catalogue_ids (self);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (all->len, ==, shipped->len + 2);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (ids[0], ==, "another");
  for (guint i = 1; ids[i] != NULL; i++)
    g_assert_cmpstr (ids[i - 1], <, ids[i]);
  g_assert_nonnull (sgn_library_find_catalogue_key (self, "customer@2026"));
  g_assert_nonnull (sgn_library_find_catalogue (self, "customer", NULL));
  g_assert_null (sgn_library_find_catalogue_key (self, "customer@2027"));
  g_assert_null (sgn_library_find_catalogue_key (base, "customer"));
  g_assert_true (sgn_library_find_catalogue_key (self, "scs") ==
                 sgn_library_find_catalogue_key (base, "scs"));
  g_assert_true (sgn_library_find_mapping (self, "ipa-rules@3.1", "ipa-rules@4.0") ==
                 sgn_library_find_mapping (base, "ipa-rules@3.1", "ipa-rules@4.0"));
  g_assert_true (self->documents == base->documents);
  g_assert_true (sgn_library_is_own (self, "customer"));
  g_assert_false (sgn_library_is_own (self, "scs"));
  g_assert_false (sgn_library_is_own (self, "moon"));
  g_assert_false (sgn_library_is_own (base, "customer"));
  g_assert_true (sgn_library_check (self, &error));
  g_assert_no_error (error);
}

static void
test_editions_of_an_own_guideline_are_told_apart (void)
{
  static const char *const keys[] = { "customer", "2026", "customer", "2027", NULL };
  g_autoptr (SgnLibrary) base = load_shipped ();
  g_autoptr (SgnLibrary) self = extend (base, keys);
  g_autoptr (GPtrArray) editions = sgn_library_list_catalogues (self, "customer", NULL);

  g_assert_cmpuint (editions->len, ==, 2);
  g_assert_cmpstr (sgn_library_find_catalogue (self, "customer", "2026")->edition, ==, "2026");
  g_assert_cmpstr (sgn_library_find_catalogue (self, "customer", NULL)->edition, ==, "2027");
}

static void
test_nothing_takes_the_place_of_a_shipped_guideline (void)
{
  static const char *const keys[] = { "ipa-self-check", "9.9", "scs", "2026-03-27", NULL };
  g_autoptr (SgnLibrary) base = load_shipped ();
  g_autoptr (SgnLibrary) self = NULL;

  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*ipa-self-check*");
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*scs*");
  self = extend (base, keys);
  g_test_assert_expected_messages ();

  g_assert_null (sgn_library_find_catalogue_key (self, "ipa-self-check@9.9"));
  g_assert_cmpuint (sgn_library_find_catalogue_key (self, "scs")->items->len, ==, 153);
}

static void
test_an_item_leads_to_an_own_guideline_only_when_no_other_has_it (void)
{
  static const char *const one[] = { "customer", "2026", NULL };
  static const char *const two[] = { "customer", "2026", "another", "1", NULL };
  g_autoptr (SgnLibrary) base = load_shipped ();
  g_autoptr (SgnLibrary) self = extend (base, one);
  g_autoptr (SgnLibrary) both = extend (base, two);

  g_assert_cmpstr (sgn_library_find_catalogue_of_item (self, "RU-1")->id, ==, "ipa-rules");
  g_assert_cmpstr (sgn_library_find_catalogue_of_item (self, "Q-1")->id, ==, "customer");
  g_assert_null (sgn_library_find_catalogue_of_item (both, "Q-1"));
  g_assert_null (sgn_library_find_catalogue_of_item (base, "Q-1"));
}

static void
test_another_extension_replaces_the_first (void)
{
  static const char *const first[] = { "customer", "2026", NULL };
  static const char *const second[] = { "another", "1", NULL };
  static const char *const none[] = { NULL };
  SgnLibrary *base = load_shipped ();
  g_autoptr (SgnLibrary) a = extend (base, first);
  g_autoptr (SgnLibrary) b = extend (a, second);
  g_autoptr (SgnLibrary) c = extend (b, none);

  g_assert_true (c == base);
  sgn_library_unref (base);
  g_assert_null (sgn_library_find_catalogue_key (b, "customer"));
  g_assert_nonnull (sgn_library_find_catalogue_key (b, "another"));
  g_assert_nonnull (sgn_library_find_catalogue_key (c, "scs"));
}

static void
test_mappings_have_a_direction (void)
{
  g_autoptr (SgnLibrary) self = load_shipped ();
  const SgnMapping *mapping =
    sgn_library_find_mapping (self, "ipa-self-check@3.1", "ipa-self-check@4.0");

  g_assert_nonnull (mapping);
  g_assert_cmpuint (mapping->pairs->len, ==, 25);
  g_assert_null (sgn_library_find_mapping (self, "ipa-self-check@4.0", "ipa-self-check@3.1"));
  g_assert_null (sgn_library_find_mapping (self, "ipa-self-check@3.1", NULL));
}

static void
test_rest_of_the_data_is_there (void)
{
  g_autoptr (SgnLibrary) self = load_shipped ();
  g_autoptr (SgnLibrary) other = sgn_library_ref (self);

  g_assert_nonnull (sgn_documents_find (other->documents, "self-check-result"));
  g_assert_nonnull (sgn_policy_template_find (other->policy, "preamble"));
  g_assert_nonnull (other->wording);
}

/* Copies the three folders of the shipped data to @to. */
static void
copy_data (const char *to)
{
  static const char *const names[] = { "catalogues", "mappings", "documents" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *from = g_build_filename (g_getenv ("SENGEN_DATA_DIR"), names[i], NULL);
    g_autofree char *folder = g_build_filename (to, names[i], NULL);
    g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
    const char *name;

    g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
    while ((name = g_dir_read_name (dir)) != NULL) {
      g_autofree char *old = g_build_filename (from, name, NULL);
      g_autofree char *new = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (old, &text, NULL, NULL));
      g_assert_true (g_file_set_contents (new, text, -1, NULL));
    }
  }
}

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      remove_tree (path);
    else
      g_unlink (path);
  }
  g_rmdir (folder);
}

typedef struct {
  const char *file;
  const char *old; /* NULL removes the file */
  const char *new; /* with “name:” in front: renames the file */
  const char *message;
} Damage;

static void
apply (const Damage *damage, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, damage->file, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *changed = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  if (damage->old == NULL) {
    g_unlink (path);
  } else if (g_str_has_prefix (damage->new, "name:")) {
    g_autofree char *renamed = g_build_filename (folder, damage->new + 5, NULL);

    g_assert_cmpint (g_rename (path, renamed), ==, 0);
  } else {
    parts = g_strsplit (text, damage->old, 2);
    g_assert_cmpuint (g_strv_length (parts), ==, 2);
    changed = g_strjoin (damage->new, parts[0], parts[1], NULL);
    g_assert_true (g_file_set_contents (path, changed, -1, NULL));
  }
}

static gboolean
load_and_check (const char *folder, GError **error)
{
  g_autoptr (SgnLibrary) self = sgn_library_load (folder, error);

  return self != NULL && sgn_library_check (self, error);
}

/* One guideline that cannot be read takes away that one, and says so; the others stay. */
static void
test_damaged_guideline_leaves_the_others (void)
{
  static const Damage damage = { "catalogues/ipa-rules@3.1.json", "\"superseded\"", "\"old\"",
                                 "*ipa-rules@3.1.json”, /status: “old” is not right. *" };
  g_autofree char *folder = g_dir_make_tmp ("sengen-library-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnLibrary) self = NULL;

  copy_data (folder);
  apply (&damage, folder);
  self = sgn_library_load (folder, &error);
  g_assert_no_error (error);
  g_assert_nonnull (sgn_library_find_catalogue (self, "ipa-rules", "4.0"));
  g_assert_nonnull (sgn_library_find_catalogue (self, "ipa-self-check", NULL));

  g_assert_null (sgn_library_get_catalogue (self, "ipa-rules@3.1", &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  assert_is_sentence (error->message);
  g_assert_true (g_pattern_match_simple (damage.message, error->message));
  g_assert_null (sgn_library_list_catalogues (self, NULL, NULL));

  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, damage.message);
  g_assert_null (sgn_library_find_catalogue (self, "ipa-rules", "3.1"));
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, damage.message);
  g_assert_null (sgn_library_find_mapping (self, "ipa-rules@3.1", "ipa-rules@4.0"));
  g_test_assert_expected_messages ();
  remove_tree (folder);
}

static void
test_one_damaged_file_is_named (void)
{
  static const Damage cases[] = {
    { "catalogues/ipa-rules@3.1.json", "", "name:catalogues/ipa-rules@3.2.json",
      "*ipa-rules@3.2.json” does not hold what its name says. Rename it to “ipa-rules@3.1.json”." },
    { "catalogues/ipa-rules@3.1.json", "\"superseded\"", "\"current\"",
      "Two editions of “ipa-rules” say that they are the current one*" },
    { "catalogues/ipa-rules@3.1.json", NULL, NULL, "*ipa-rules@3.1*is not there*" },
    { "catalogues/ipa-rules@4.0.json", "\"RU-6\"", "\"RU-7\"",
      "“*@*, /items/*/refs/*/item: “RU-6” is not there. *" },
    { "catalogues/ipa-self-check@4.0.json", "\"points\": 4", "\"points\": 4,,",
      "*ipa-self-check@4.0.json”, line *, column *" },
    { "mappings/ipa-rules@3.1--ipa-rules@4.0.json", "\"to\": \"RU-1\"", "\"to\": \"RU-9\"",
      "*ipa-rules@3.1--ipa-rules@4.0.json”, /pairs/0/to: “RU-9” is not there. *" },
    { "mappings/ipa-rules@3.1--ipa-rules@4.0.json", "", "name:mappings/rules.json",
      "*rules.json” does not hold what its name says. *" },
    { "documents/documents.json", NULL, NULL, "*documents.json” is not there. *" },
    { "documents/self-check-result.json", NULL, NULL, "*self-check-result.json” is not there. *" },
    { "documents/policy.json", "\"parts\"", "\"party\"", "*policy.json”, /party: *" },
    { "documents/wording.json", "\"rules\"", "\"rule\"", "*wording.json”, /rule: *" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *folder = g_dir_make_tmp ("sengen-library-XXXXXX", NULL);
    g_autoptr (GError) error = NULL;

    copy_data (folder);
    apply (&cases[i], folder);
    g_assert_false (load_and_check (folder, &error));
    remove_tree (folder);
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
    assert_is_sentence (error->message);
    if (!g_pattern_match_simple (cases[i].message, error->message))
      g_error ("“%s” is not like “%s”", error->message, cases[i].message);
  }
}

static void
test_missing_data_is_said (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sgn_library_load ("/nowhere", &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_assert_true (g_pattern_match_simple ("*/nowhere/catalogues*Install*", error->message));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/library/catalogues-are-found", test_catalogues_are_found);
  g_test_add_func ("/library/newest-edition-stands-first", test_newest_edition_stands_first);
  g_test_add_func ("/library/editions-of-one-guideline-are-listed",
                   test_editions_of_one_guideline_are_listed);
  g_test_add_func ("/library/ids-are-sorted-and-named-once", test_ids_are_sorted_and_named_once);
  g_test_add_func ("/library/catalogues-are-read-when-first-needed",
                   test_catalogues_are_read_when_first_needed);
  g_test_add_func ("/library/threads-find-the-same-catalogue",
                   test_threads_find_the_same_catalogue);
  g_test_add_func ("/library/some-catalogues-are-read-ahead", test_some_catalogues_are_read_ahead);
  g_test_add_func ("/library/a-library-goes-while-it-is-read-ahead",
                   test_a_library_goes_while_it_is_read_ahead);
  g_test_add_func ("/library/items-lead-to-their-guideline", test_items_lead_to_their_guideline);
  g_test_add_func ("/library/unknown-guidelines-are-said", test_unknown_guidelines_are_said);
  g_test_add_func ("/library/damaged-guideline-leaves-the-others",
                   test_damaged_guideline_leaves_the_others);
  g_test_add_func ("/library/self-check-has-its-official-shape",
                   test_self_check_has_its_official_shape);
  g_test_add_func ("/library/own-guidelines-stand-beside-the-others",
                   test_own_guidelines_stand_beside_the_others);
  g_test_add_func ("/library/editions-of-an-own-guideline-are-told-apart",
                   test_editions_of_an_own_guideline_are_told_apart);
  g_test_add_func ("/library/nothing-takes-the-place-of-a-shipped-guideline",
                   test_nothing_takes_the_place_of_a_shipped_guideline);
  g_test_add_func ("/library/an-item-leads-to-an-own-guideline-only-when-no-other-has-it",
                   test_an_item_leads_to_an_own_guideline_only_when_no_other_has_it);
  g_test_add_func ("/library/another-extension-replaces-the-first",
                   test_another_extension_replaces_the_first);
  g_test_add_func ("/library/mappings-have-a-direction", test_mappings_have_a_direction);
  g_test_add_func ("/library/rest-of-the-data-is-there", test_rest_of_the_data_is_there);
  g_test_add_func ("/library/one-damaged-file-is-named", test_one_damaged_file_is_named);
  g_test_add_func ("/library/missing-data-is-said", test_missing_data_is_said);
  return g_test_run ();
}
