/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#define ITEMS 6
#define ACTS 200

static void
assert_can (SgnCompanyFile *file, gboolean undo, gboolean redo)
{
  g_autoptr (SgnRecord) record = sgn_company_file_load (file, NULL);

  g_assert_nonnull (record);
  g_assert_cmpint (record->can_undo, ==, undo);
  g_assert_cmpint (record->can_redo, ==, redo);
}

static void
test_undo_and_redo_go_back_and_forth (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GPtrArray) events = NULL;
  const SgnEvent *undo = NULL;
  const SgnEvent *redo = NULL;

  fill_file (file);
  set_note (file, "SD-01", "二");
  g_assert_true (sgn_company_file_undo (file, "佐藤", NULL));
  undone = get_note (file, "SD-01");
  assert_can (file, TRUE, TRUE);
  g_assert_true (sgn_company_file_redo (file, NULL, NULL));
  redone = get_note (file, "SD-01");
  assert_can (file, TRUE, FALSE);
  events = sgn_company_file_get_history (file, NULL);
  undo = events->pdata[events->len - 2];
  redo = events->pdata[events->len - 1];

  g_assert_cmpstr (undone, ==, "自動更新にした");
  g_assert_cmpstr (redone, ==, "二");
  g_assert_cmpstr (undo->act, ==, SGN_ACT_UNDO);
  g_assert_cmpint (undo->undoes, ==, undo->seq - 1);
  g_assert_cmpstr (undo->by, ==, "佐藤");
  g_assert_cmpstr (redo->act, ==, SGN_ACT_REDO);
  g_assert_cmpint (redo->undoes, ==, undo->seq - 1);
  assert_verifies (file);
  close_file (file);
}

static void
test_a_new_act_clears_redo (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (GError) error = NULL;

  fill_file (file);
  set_note (file, "SD-01", "二");
  g_assert_true (sgn_company_file_undo (file, NULL, NULL));
  set_note (file, "SD-01", "三");
  assert_can (file, TRUE, FALSE);
  g_assert_false (sgn_company_file_redo (file, NULL, &error));
  assert_said (error, SGN_ERROR_CHECK);
  close_file (file);
}

static void
test_an_issue_is_passed_over (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (json_t) issue = NULL;
  g_autofree char *note = NULL;

  fill_file (file); /* ends with an issue */
  set_note (file, "SD-01", "二");
  g_assert_true (sgn_company_file_undo (file, NULL, NULL));
  put_row (file, SGN_ACT_ISSUE, SGN_KIND_ISSUE, "RR-1",
           "{'document':'rules-result','audience':'internal','language':'ja','options':'',"
           "'issued_at':'2026-12-01T09:00:00+09:00','record_hash':"
           "'0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'}");
  assert_can (file, TRUE, TRUE); /* it does not clear redo either */
  g_assert_true (sgn_company_file_redo (file, NULL, NULL));
  note = get_note (file, "SD-01");
  g_assert_cmpstr (note, ==, "二");
  while (sgn_company_file_undo (file, NULL, NULL))
    ;
  issue = sgn_company_file_get_row (file, SGN_KIND_ISSUE, "SC-20261120-abcdef", NULL);
  g_assert_nonnull (issue);
  assert_verifies (file);
  close_file (file);
}

static void
test_the_founding_is_not_undone (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnRecord) record = NULL;

  fill_file (file);
  while (sgn_company_file_undo (file, NULL, &error))
    ;
  assert_said (error, SGN_ERROR_CHECK);
  record = sgn_company_file_load (file, NULL);
  g_assert_nonnull (record->profile);
  g_assert_cmpuint (record->assessments->len, ==, 0);
  g_assert_false (record->can_undo);
  g_assert_true (record->can_redo);

  while (sgn_company_file_redo (file, NULL, NULL))
    ;
  g_clear_pointer (&record, sgn_record_unref);
  record = sgn_company_file_load (file, NULL);
  g_assert_cmpuint (record->assessments->len, ==, 1);
  g_assert_cmpuint (record->evidence->len, ==, 1);
  g_assert_cmpuint (record->policies->len, ==, 1);
  assert_verifies (file);
  close_file (file);
}

static void
test_undo_survives_closing (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autofree char *note = NULL;

  fill_file (file);
  set_note (file, "SD-01", "二");
  set_note (file, "SD-01", "三");
  g_assert_true (sgn_company_file_undo (file, NULL, NULL));
  close_file (file);

  file = open_file (place, SGN_OPEN_WRITE);
  assert_can (file, TRUE, TRUE);
  g_assert_true (sgn_company_file_undo (file, NULL, NULL));
  g_assert_true (sgn_company_file_redo (file, NULL, NULL));
  g_assert_true (sgn_company_file_redo (file, NULL, NULL));
  note = get_note (file, "SD-01");
  g_assert_cmpstr (note, ==, "三");
  close_file (file);
}

static void
test_an_act_that_touched_a_row_twice_is_undone (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (json_t) first = row_new ("{'name':'一'}");
  g_autoptr (json_t) second = row_new ("{'name':'二'}");
  g_autoptr (json_t) row = NULL;

  fill_file (file);
  g_assert_true (sgn_company_file_begin (file, SGN_ACT_COMPANY, NULL, NULL));
  g_assert_true (sgn_company_file_put (file, SGN_KIND_PERSON, "2", first, NULL));
  g_assert_true (sgn_company_file_put (file, SGN_KIND_PERSON, "2", second, NULL));
  g_assert_true (sgn_company_file_put (file, SGN_KIND_PERSON, "2", NULL, NULL));
  g_assert_true (sgn_company_file_put (file, SGN_KIND_PERSON, "2", first, NULL));
  g_assert_true (sgn_company_file_commit (file, NULL));
  g_assert_true (sgn_company_file_undo (file, NULL, NULL));
  row = sgn_company_file_get_row (file, SGN_KIND_PERSON, "2", NULL);
  g_assert_null (row);
  g_assert_true (sgn_company_file_redo (file, NULL, NULL));
  row = sgn_company_file_get_row (file, SGN_KIND_PERSON, "2", NULL);
  g_assert_cmpstr (sgn_json_string (row, "name"), ==, "一");
  assert_verifies (file);
  close_file (file);
}

/* The model: whole states in a list, and where in it we are. */
typedef struct {
  GPtrArray *states; /* of char*[ITEMS], each (nullable) */
  guint now;
} Model;

static void
free_state (gpointer data)
{
  char **state = data;

  for (guint i = 0; i < ITEMS; i++)
    g_free (state[i]);
  g_free (state);
}

static char **
get_state (Model *model)
{
  return model->states->pdata[model->now];
}

static void
model_change (Model *model, guint item, const char *note)
{
  char **next = g_new0 (char *, ITEMS);

  for (guint i = 0; i < ITEMS; i++)
    next[i] = g_strdup (i == item ? note : get_state (model)[i]);
  g_ptr_array_set_size (model->states, (int) model->now + 1);
  g_ptr_array_add (model->states, next);
  model->now++;
}

static void
change_one (SgnCompanyFile *file, Model *model, guint act)
{
  guint item = (guint) g_test_rand_int_range (0, ITEMS);
  gboolean removal = g_test_rand_int_range (0, 4) == 0;
  g_autofree char *name = g_strdup_printf ("IT-%u", item);
  g_autofree char *id = g_strdup_printf ("1/%s", name);
  g_autofree char *note = g_strdup_printf ("%u", act);

  if (removal && get_state (model)[item] == NULL)
    return; /* changes nothing, is no act */
  if (removal)
    put_row (file, SGN_ACT_ANSWER, SGN_KIND_ANSWER, id, NULL);
  else
    set_note (file, name, note);
  model_change (model, item, removal ? NULL : note);
}

static void
assert_same (SgnCompanyFile *file, Model *model)
{
  for (guint i = 0; i < ITEMS; i++) {
    g_autofree char *name = g_strdup_printf ("IT-%u", i);
    g_autofree char *note = get_note (file, name);

    g_assert_cmpstr (note, ==, get_state (model)[i]);
  }
}

static void
do_one (SgnCompanyFile *file, Model *model, guint act)
{
  gboolean done = FALSE;

  switch (g_test_rand_int_range (0, 4)) {
  case 0:
    done = sgn_company_file_undo (file, NULL, NULL);
    g_assert_cmpint (done, ==, model->now > 0);
    model->now -= done ? 1 : 0;
    break;
  case 1:
    done = sgn_company_file_redo (file, NULL, NULL);
    g_assert_cmpint (done, ==, model->now + 1 < model->states->len);
    model->now += done ? 1 : 0;
    break;
  default:
    change_one (file, model, act);
    break;
  }
}

/* Founding and assessment in one act, so that undo ends at a known place. */
static void
found (SgnCompanyFile *file)
{
  g_autoptr (json_t) company = row_new ("{'name':'会社','sample':0}");
  g_autoptr (json_t) person = row_new ("{'name':'田中'}");
  g_autoptr (json_t) assessment = row_new ("{'catalogue':'c','edition':'1','state':'open',"
                                           "'opened_at':'2026-11-20T16:42:00+09:00'}");

  g_assert_true (sgn_company_file_begin (file, SGN_ACT_NEW, NULL, NULL));
  g_assert_true (sgn_company_file_put (file, SGN_KIND_COMPANY, "1", company, NULL));
  g_assert_true (sgn_company_file_put (file, SGN_KIND_PERSON, "1", person, NULL));
  g_assert_true (sgn_company_file_put (file, SGN_KIND_ASSESSMENT, "1", assessment, NULL));
  g_assert_true (sgn_company_file_commit (file, NULL));
}

static void
test_random_acts_follow_a_model (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (free_state);
  Model model = { states, 0 };

  g_ptr_array_add (states, g_new0 (char *, ITEMS));
  found (file);
  for (guint act = 0; act < ACTS; act++) {
    do_one (file, &model, act);
    assert_same (file, &model);
    if (act % 50 == 49) {
      assert_verifies (file);
      close_file (file);
      file = open_file (place, SGN_OPEN_WRITE);
    }
  }
  close_file (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/undo/undo-and-redo-go-back-and-forth", test_undo_and_redo_go_back_and_forth);
  ADD ("/undo/a-new-act-clears-redo", test_a_new_act_clears_redo);
  ADD ("/undo/an-issue-is-passed-over", test_an_issue_is_passed_over);
  ADD ("/undo/the-founding-is-not-undone", test_the_founding_is_not_undone);
  ADD ("/undo/undo-survives-closing", test_undo_survives_closing);
  ADD ("/undo/an-act-that-touched-a-row-twice-is-undone",
       test_an_act_that_touched_a_row_twice_is_undone);
  ADD ("/undo/random-acts-follow-a-model", test_random_acts_follow_a_model);

  return g_test_run ();
}
