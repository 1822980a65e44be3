/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* seteuid */

#include "store-support.h"

#include "sgn-digest.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define NOBODY 65534

void
place_set_up (Place *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("sengen-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = place_get (self, "ひなた.sengen");
  self->clock = sgn_clock_new_fixed ("2026-11-20T16:42:00+09:00");
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      remove_folder (path);
    else
      g_assert_cmpint (g_unlink (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
place_tear_down (Place *self, gconstpointer data)
{
  become_root_again ();
  g_chmod (self->folder, 0700);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  sgn_clock_unref (self->clock);
}

char *
place_get (Place *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

guint
count_files (Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

json_t *
row_new (const char *json)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  json_t *row = json_loads (text, 0, NULL);

  g_assert_nonnull (row);
  return row;
}

static void
put_in_act (SgnCompanyFile *file, const char *kind, const char *id, const char *json)
{
  g_autoptr (json_t) row = json != NULL ? row_new (json) : NULL;
  g_autoptr (GError) error = NULL;

  sgn_company_file_put (file, kind, id, row, &error);
  g_assert_no_error (error);
}

static void
begin (SgnCompanyFile *file, const char *act)
{
  g_autoptr (GError) error = NULL;

  sgn_company_file_begin (file, act, "田中 一郎", &error);
  g_assert_no_error (error);
}

static void
commit (SgnCompanyFile *file)
{
  g_autoptr (GError) error = NULL;

  sgn_company_file_commit (file, &error);
  g_assert_no_error (error);
}

void
put_row (SgnCompanyFile *file, const char *act, const char *kind, const char *id, const char *json)
{
  begin (file, act);
  put_in_act (file, kind, id, json);
  commit (file);
}

void
set_note (SgnCompanyFile *file, const char *item, const char *note)
{
  g_autofree char *id = g_strdup_printf ("1/%s", item);
  g_autofree char *json =
    g_strdup_printf ("{'assessment':1,'item':'%s','value':'done','note':'%s','person':1,"
                     "'at':'2026-11-20T16:42:00+09:00'}",
                     item, note);

  put_row (file, SGN_ACT_ANSWER, SGN_KIND_ANSWER, id, json);
}

char *
get_note (SgnCompanyFile *file, const char *item)
{
  g_autofree char *id = g_strdup_printf ("1/%s", item);
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) row = sgn_company_file_get_row (file, SGN_KIND_ANSWER, id, &error);

  g_assert_no_error (error);
  return g_strdup (sgn_json_string (row, "note"));
}

SgnCompanyFile *
create_file (Place *place)
{
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file = sgn_company_file_create (place->path, place->clock, &error);

  g_assert_no_error (error);
  g_assert_nonnull (file);
  return file;
}

SgnCompanyFile *
open_file (Place *place, SgnOpenMode mode)
{
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file = sgn_company_file_open (place->path, mode, place->clock, &error);

  g_assert_no_error (error);
  g_assert_nonnull (file);
  return file;
}

void
close_file (SgnCompanyFile *file)
{
  g_autoptr (GError) error = NULL;

  sgn_company_file_close (file, &error);
  g_assert_no_error (error);
}

static void
attach_file (SgnCompanyFile *file, const char *bytes)
{
  g_autoptr (GBytes) data = g_bytes_new (bytes, strlen (bytes));
  g_autofree char *sha256 = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  begin (file, SGN_ACT_EVIDENCE);
  sgn_company_file_put_blob (file, data, &sha256, &error);
  g_assert_no_error (error);
  json = g_strdup_printf ("{'sha256':'%s','size':%zu,'title':'台帳','title_en':'Ledger',"
                          "'file_name':'台帳.txt','media_type':'text/plain','dated':'2026-10-01',"
                          "'added_at':'2026-11-20T16:42:00+09:00','person':1,'retired':0}",
                          sha256, strlen (bytes));
  put_in_act (file, SGN_KIND_EVIDENCE, "1", json);
  put_in_act (file, SGN_KIND_EVIDENCE_LINK, "1/answer/1/SD-01",
              "{'evidence':1,'kind':'answer','ref':'1/SD-01'}");
  commit (file);
}

#define TEXT "{\"ja\":\"表\",\"en\":\"sheet\"}"

char *
make_sheet (const char *edition)
{
  static const char form[] =
    "{\"id\":\"customer\",\"edition\":\"%s\",\"published\":\"2026-11-20\",\"status\":\"current\","
    "\"license\":\"CC-BY-4.0\",\"title\":" TEXT ",\"short\":" TEXT ",\"edition_label\":" TEXT
    ",\"owner\":" TEXT ",\"source\":{\"title\":" TEXT ",\"url\":\"https://example.com/\","
    "\"checked\":\"2026-11-20\"},\"edition_note\":" TEXT
    ",\"wording\":\"own\",\"levels\":[],\"scales\":[],\"scoring\":{\"method\":"
    "\"none\"},"
    "\"sections\":[{\"id\":\"all\",\"number\":" TEXT ",\"title\":" TEXT
    "}],\"items\":[{\"id\":\"Q-1\","
    "\"number\":\"1\",\"section\":\"all\",\"short\":" TEXT ",\"title\":" TEXT
    ",\"refs\":[],\"basis\":\"own\",\"confidence\":\"confirmed\"}]}";

  return g_strdup_printf (form, edition);
}

static void
take_in_sheet (SgnCompanyFile *file)
{
  g_autofree char *text = make_sheet ("1");
  g_autoptr (json_t) row = json_pack ("{ss}", "text", text);
  g_autoptr (GError) error = NULL;

  begin (file, SGN_ACT_SETTING);
  sgn_company_file_put (file, SGN_KIND_CATALOGUE, "customer@1", row, &error);
  g_assert_no_error (error);
  commit (file);
}

static void
found_company (SgnCompanyFile *file)
{
  begin (file, SGN_ACT_NEW);
  put_in_act (file, SGN_KIND_COMPANY, "1",
              "{'name':'株式会社ひなた精工（見本）','name_kana':'ヒナタセイコウ','address':'"
              "葛󠄀城市',"
              "'representative':'𠮷田 花子','employees':12,'sample':1}");
  put_in_act (file, SGN_KIND_PERSON, "1",
              "{'name':'田中 一郎','kana':'タナカ イチロウ','department':'総務','role':'担当'}");
  put_in_act (file, SGN_KIND_SITE, "1", "{'name':'本社','address':'奈良県','employees':12}");
  commit (file);
}

static void
declare (SgnCompanyFile *file)
{
  begin (file, SGN_ACT_DECLARE);
  put_in_act (file, SGN_KIND_DECLARATION, "1",
              "{'star':1,'number':'40012345678','date':'2026-11-20','account':'prime',"
              "'edition':'4.0','review':'2027-11-01','note':'初回'}");
  put_in_act (file, SGN_KIND_PLACE, "1",
              "{'declaration':1,'place':'自社サイト','place_en':'Web site','how':'画像',"
              "'how_en':'Image','since':'2026-11-21','confirmed':'2026-11-22'}");
  commit (file);
}

void
fill_file (SgnCompanyFile *file)
{
  found_company (file);
  put_row (file, SGN_ACT_ASSESSMENT, SGN_KIND_ASSESSMENT, "1",
           "{'catalogue':'ipa-self-check','edition':'4.0','site':1,'scope':'本社',"
           "'scope_en':'Head office','period_start':'2026-11-02','period_end':'2026-11-20',"
           "'person':1,'reviewed_by':1,'state':'open','opened_at':'2026-11-20T16:42:00+09:00',"
           "'level':'★3'}");
  put_row (file, SGN_ACT_ANSWER, SGN_KIND_ANSWER, "1/SD-01",
           "{'assessment':1,'item':'SD-01','value':'done','note':'自動更新にした',"
           "'statement':'毎月確認している','statement_en':'We check monthly','person':1,"
           "'at':'2026-11-20T16:42:00+09:00','next_review':'2027-11-20','reviewed_by':1,"
           "'reviewed_on':'2026-11-21','expert':'seen','expert_name':'登録セキスペ 林',"
           "'expert_on':'2026-11-22','carried_from':'answer/1/SD-02'}");
  put_row (file, SGN_ACT_ANSWER, SGN_KIND_ANSWER, "1/SD-02",
           "{'assessment':1,'item':'SD-02','value':'unknown','at':'2026-11-20T16:43:00+09:00'}");
  attach_file (file, "受領書の写し");
  declare (file);
  put_row (file, SGN_ACT_POLICY, SGN_KIND_POLICY, "1",
           "{'established':'2026-11-20','revised':'2026-11-21','contact':'総務部',"
           "'contact_en':'General affairs','published_place':'自社サイト',"
           "'published_on':'2026-11-22','parts':'{}','parts_en':'{}'}");
  put_row (file, SGN_ACT_TASK, SGN_KIND_TASK, "1",
           "{'title':'共用のIDをやめる','title_en':'Stop sharing accounts','note':'図面サーバー',"
           "'owner':1,'due':'2027-01-29','state':'done','added_at':'2026-11-20T16:50:00+09:00',"
           "'person':1,'done_on':'2026-11-22'}");
  put_row (file, SGN_ACT_TASK, SGN_KIND_TASK_LINK, "1/answer/1/SD-02", "{}");
  put_row (file, SGN_ACT_SETTING, SGN_KIND_SETTING, "first-month", "{'value':'4'}");
  take_in_sheet (file);
  put_row (file, SGN_ACT_ISSUE, SGN_KIND_ISSUE, "SC-20261120-abcdef",
           "{'document':'self-check-result','audience':'partner','language':'ja','options':'',"
           "'issued_at':'2026-11-20T16:42:00+09:00','record_hash':"
           "'0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',"
           "'person':1,'recipient':'取引先'}");
}

void
make_full_file (Place *place)
{
  SgnCompanyFile *file = create_file (place);

  fill_file (file);
  close_file (file);
}

void
make_unclosed_file (Place *place, const char *note)
{
  g_autofree char *log_path = g_strconcat (place->path, "-wal", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *log = NULL;
  gsize size = 0;
  gsize log_size = 0;
  SgnCompanyFile *file = NULL;

  make_full_file (place);
  file = open_file (place, SGN_OPEN_WRITE);
  set_note (file, "SD-01", note);
  g_assert_true (g_file_get_contents (place->path, &bytes, &size, NULL));
  g_assert_true (g_file_get_contents (log_path, &log, &log_size, NULL));
  close_file (file);
  g_assert_true (g_file_set_contents (place->path, bytes, (gssize) size, NULL));
  g_assert_true (g_file_set_contents (log_path, log, (gssize) log_size, NULL));
}

void
assert_said (const GError *error, int code)
{
  static const char *const foreign[] = { "\n", "; ", "SELECT", "INSERT", "near ", "{file}" };

  g_assert_error (error, SGN_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "“") || g_ascii_isupper (error->message[0]));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_false (g_str_has_suffix (error->message, ".."));
  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (strstr (error->message, foreign[i]) != NULL)
      g_error ("“%s” is not said to people", error->message);
}

static sqlite3 *
open_sql (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  return db;
}

static void
exec_sql (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = open_sql (path);

  exec_sql (db, sql);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static GPtrArray *
list_texts (sqlite3 *db, const char *sql)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_ptr_array_add (texts, g_strdup ((const char *) sqlite3_column_text (stmt, 0)));
  g_assert_cmpint (sqlite3_finalize (stmt), ==, SQLITE_OK);
  return g_steal_pointer (&texts);
}

void
run_sql_without_triggers (const char *path, const char *sql)
{
  sqlite3 *db = open_sql (path);
  g_autoptr (GPtrArray) drops =
    list_texts (db, "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'");
  g_autoptr (GPtrArray) creations =
    list_texts (db, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'");

  for (guint i = 0; i < drops->len; i++)
    exec_sql (db, drops->pdata[i]);
  exec_sql (db, sql);
  for (guint i = 0; i < creations->len; i++)
    exec_sql (db, creations->pdata[i]);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

char *
ask_text (const char *path, const char *sql)
{
  sqlite3 *db = open_sql (path);
  g_autoptr (GPtrArray) texts = list_texts (db, sql);

  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return texts->len > 0 ? g_strdup (texts->pdata[0]) : NULL;
}

gint64
ask_int (const char *path, const char *sql)
{
  g_autofree char *text = ask_text (path, sql);

  g_assert_nonnull (text);
  return g_ascii_strtoll (text, NULL, 10);
}

char *
digest_file (const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  bytes = g_bytes_new (data, size);
  return sgn_digest_of_bytes (bytes);
}

void
assert_verifies (SgnCompanyFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnVerification) verification = sgn_company_file_verify (file, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < verification->findings->len; i++) {
    const SgnFinding *finding = verification->findings->pdata[i];

    g_test_message ("%s %s: %s", finding->code, finding->field, finding->message);
  }
  g_assert_cmpuint (verification->findings->len, ==, 0);
}

void
assert_sound (Place *place)
{
  SgnCompanyFile *file = open_file (place, SGN_OPEN_READ);

  assert_verifies (file);
  close_file (file);
}

gboolean
has_finding (const SgnVerification *verification, const char *code, const char *field)
{
  for (guint i = 0; i < verification->findings->len; i++) {
    const SgnFinding *finding = verification->findings->pdata[i];

    if (g_str_equal (finding->code, code) && (field == NULL || g_str_equal (finding->field, field)))
      return TRUE;
  }
  return FALSE;
}

void
become_ordinary (Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  const char *name = NULL;

  if (geteuid () != 0)
    return;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = place_get (place, name);

    g_assert_cmpint (chown (path, NOBODY, NOBODY), ==, 0);
  }
  g_assert_cmpint (chown (place->folder, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (seteuid (NOBODY), ==, 0);
}

void
become_root_again (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}
