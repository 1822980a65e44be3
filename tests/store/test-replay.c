/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-kind-private.h"

/* Another value of the same type, where the check constraints allow one and elsewhere too. */
static char *
make_change (const SgnKind *kind, const SgnColumn *column)
{
  const char *name = column->name;

  if (column->type == SGN_COLUMN_INTEGER)
    return g_strdup_printf ("UPDATE %s SET %s = ifnull (%s, 0) + 1", kind->table, name, name);
  return g_strdup_printf ("UPDATE %s SET %s = ifnull (%s, '') || 'x'", kind->table, name, name);
}

static gboolean
mentions (const SgnVerification *verification, const SgnKind *kind, const char *column)
{
  g_autofree char *prefix = g_strdup_printf ("%s.", kind->kind);
  g_autofree char *suffix = g_strdup_printf (".%s", column);

  for (guint i = 0; i < verification->findings->len; i++) {
    const SgnFinding *finding = verification->findings->pdata[i];

    if (g_str_equal (finding->code, "state") && g_str_has_prefix (finding->field, prefix) &&
        (column[0] == '\0' || g_str_has_suffix (finding->field, suffix)))
      return TRUE;
  }
  return FALSE;
}

/* Whether the change was found: on opening, or by verify naming row and column. */
static void
assert_found (Place *place, const SgnKind *kind, const char *column, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnVerification) verification = NULL;
  SgnCompanyFile *file = sgn_company_file_open (place->path, SGN_OPEN_READ, place->clock, &error);

  if (file == NULL) {
    assert_said (error, SGN_ERROR_DAMAGED);
    return;
  }
  verification = sgn_company_file_verify (file, &error);
  g_assert_no_error (error);
  if (!mentions (verification, kind, column))
    g_error ("not found: %s", sql);
  close_file (file);
}

static void
tamper (Place *place, const char *original, gsize size, const char *sql)
{
  g_autofree char *unchecked =
    g_strdup_printf ("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; %s", sql);

  g_assert_true (g_file_set_contents (place->path, original, (gssize) size, NULL));
  run_sql (place->path, unchecked);
}

static void
test_every_column_of_every_table_is_watched (Place *place, gconstpointer data)
{
  g_autofree char *original = NULL;
  gsize size = 0;
  guint changes = 0;

  make_full_file (place);
  g_assert_true (g_file_get_contents (place->path, &original, &size, NULL));

  for (guint i = 0; sgn_kinds ()[i] != NULL; i++) {
    const SgnKind *kind = sgn_kinds ()[i];

    for (guint j = 0; kind->columns[j].name != NULL; j++) {
      g_autofree char *sql = make_change (kind, &kind->columns[j]);

      tamper (place, original, size, sql);
      assert_found (place, kind, j < kind->n_keys ? "" : kind->columns[j].name, sql);
      changes++;
    }
  }
  g_assert_cmpuint (changes, ==, 138);
}

static void
test_descriptors_name_every_column (Place *place, gconstpointer data)
{
  make_full_file (place);

  for (guint i = 0; sgn_kinds ()[i] != NULL; i++) {
    const SgnKind *kind = sgn_kinds ()[i];
    g_autofree char *sql =
      g_strdup_printf ("SELECT count(*) FROM pragma_table_info ('%s')", kind->table);
    g_autofree char *rows = g_strdup_printf ("SELECT count(*) FROM %s", kind->table);

    g_assert_cmpint (ask_int (place->path, sql), ==, sgn_kind_count_columns (kind));
    g_assert_cmpint (ask_int (place->path, rows), >, 0);
  }
}

static void
test_removed_and_added_rows_are_found (Place *place, gconstpointer data)
{
  g_autofree char *original = NULL;
  gsize size = 0;

  make_full_file (place);
  g_assert_true (g_file_get_contents (place->path, &original, &size, NULL));

  for (guint i = 0; sgn_kinds ()[i] != NULL; i++) {
    const SgnKind *kind = sgn_kinds ()[i];
    g_autofree char *removal = g_strdup_printf ("DELETE FROM %s", kind->table);

    tamper (place, original, size, removal);
    assert_found (place, kind, "", removal);
  }
  tamper (place, original, size, "INSERT INTO person (id, name) VALUES (7, '誰か')");
  assert_found (place, sgn_kind_find (SGN_KIND_PERSON), "", "a person more");
}

static const struct {
  const char *sql;
  const char *code;
  const char *field;
} others[] = {
  { "UPDATE id_counter SET last = last + 1 WHERE kind = 'person'", "state", "id_counter.person" },
  { "DELETE FROM id_counter WHERE kind = 'site'", "state", "id_counter.site" },
  { "INSERT INTO id_counter VALUES ('ghost', 1)", "state", "id_counter.ghost" },
  { "UPDATE answer SET note = CAST (x'ff41' AS TEXT) WHERE item = 'SD-01'", "state",
    "answer.1/SD-01" },
  { "UPDATE answer SET note = note || char (0) || 'x' WHERE item = 'SD-01'", "state",
    "answer.1/SD-01" },
  { "UPDATE answer SET note = '' WHERE item = 'SD-02'", "state", "answer.1/SD-02.note" },
};

static void
test_other_changes_are_found (Place *place, gconstpointer data)
{
  g_autofree char *original = NULL;
  gsize size = 0;

  make_full_file (place);
  g_assert_true (g_file_get_contents (place->path, &original, &size, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autoptr (SgnVerification) verification = NULL;
    SgnCompanyFile *file = NULL;

    tamper (place, original, size, others[i].sql);
    file = open_file (place, SGN_OPEN_READ);
    verification = sgn_company_file_verify (file, NULL);
    if (!has_finding (verification, others[i].code, others[i].field))
      g_error ("not found: %s", others[i].sql);
    close_file (file);
  }
}

static void
test_a_row_of_wrong_bytes_is_not_loaded (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file = NULL;

  make_full_file (place);
  run_sql (place->path, "UPDATE answer SET note = CAST (x'ff41' AS TEXT)");
  file = open_file (place, SGN_OPEN_READ);
  g_assert_null (sgn_company_file_load (file, &error));
  assert_said (error, SGN_ERROR_DAMAGED);
  close_file (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/replay/every-column-of-every-table-is-watched",
       test_every_column_of_every_table_is_watched);
  ADD ("/replay/descriptors-name-every-column", test_descriptors_name_every_column);
  ADD ("/replay/removed-and-added-rows-are-found", test_removed_and_added_rows_are_found);
  ADD ("/replay/other-changes-are-found", test_other_changes_are_found);
  ADD ("/replay/a-row-of-wrong-bytes-is-not-loaded", test_a_row_of_wrong_bytes_is_not_loaded);

  return g_test_run ();
}
