/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-data-dir.h"
#include "sgn-error.h"
#include "sgn-guide.h"
#include "sgn-star-guide.h"

/* What is asked for by this name is about no guideline. */
#define STARS "stars"
#define NAME_WIDTH 20

static void
print_date (const char *checked)
{
  sgn_cli_print (_ ("As of %s. See the official site for the latest."), checked);
  sgn_cli_print ("\n");
}

/* (nullable): the current edition; a guide can be read without it */
static SgnCatalogue *
find_catalogue (SgnCli *cli, const SgnGuide *guide)
{
  return sgn_library_find_catalogue (cli->library, guide->id, NULL);
}

static const char *
find_title (SgnCli *cli, const SgnGuide *guide)
{
  SgnCatalogue *catalogue = find_catalogue (cli, guide);

  return catalogue != NULL ? sgn_text_get (&catalogue->short_title, sgn_language_of_user ())
                           : guide->id;
}

static void
print_list (SgnCli *cli, GPtrArray *guides)
{
  SgnLanguage language = sgn_language_of_user ();

  for (guint i = 0; i < guides->len; i++) {
    const SgnGuide *guide = g_ptr_array_index (guides, i);

    sgn_cli_print_label (guide->id, NAME_WIDTH);
    sgn_cli_print ("%s: %s\n", find_title (cli, guide), sgn_text_get (&guide->what, language));
  }
  sgn_cli_print_label (STARS, NAME_WIDTH);
  sgn_cli_print ("%s\n", _ ("Which star a customer may ask for"));
}

static void
print_part (const char *title, const char *text)
{
  sgn_cli_print ("\n%s\n  %s\n", title, text);
}

static void
print_guide (SgnCli *cli, const SgnGuide *guide)
{
  SgnLanguage language = sgn_language_of_user ();

  sgn_cli_print ("%s (%s)\n", find_title (cli, guide), guide->id);
  print_part (_ ("What it is"), sgn_text_get (&guide->what, language));
  print_part (_ ("For whom"), sgn_text_get (&guide->who, language));
  print_part (_ ("How long it takes (our estimate)"), sgn_text_get (&guide->time, language));
  print_part (_ ("Which star"), sgn_text_get (&guide->star, language));
  for (guint i = 0; i < guide->facts->len; i++) {
    const SgnGuideFact *fact = g_ptr_array_index (guide->facts, i);

    sgn_cli_print ("\n%s [%s]\n  %s\n", sgn_text_get (&fact->title, language),
                   sgn_known_to_words (fact->known), sgn_text_get (&fact->text, language));
  }
  sgn_cli_print ("\n");
  print_date (guide->checked);
  if (find_catalogue (cli, guide) != NULL)
    sgn_cli_print ("%s\n", find_catalogue (cli, guide)->source_url);
}

static void
print_texts (const char *title, GPtrArray *texts)
{
  sgn_cli_print ("\n%s\n", title);
  for (guint i = 0; i < texts->len; i++)
    sgn_cli_print ("  %s\n", sgn_text_get (g_ptr_array_index (texts, i), sgn_language_of_user ()));
}

static void
print_questions (const SgnStarGuide *stars)
{
  SgnLanguage language = sgn_language_of_user ();

  for (guint i = 0; i < stars->questions->len; i++) {
    const SgnStarQuestion *question = g_ptr_array_index (stars->questions, i);

    sgn_cli_print ("\n%u. %s %s\n   %s %s\n   %s\n", i + 1, _ ("Supplier:"),
                   sgn_text_get (&question->ask[SGN_SIDE_SUPPLIER], language), _ ("Orderer:"),
                   sgn_text_get (&question->ask[SGN_SIDE_ORDERER], language),
                   sgn_text_get (&question->why, language));
  }
  for (guint i = 0; i < stars->answers->len; i++) {
    const SgnStarAnswer *answer = g_ptr_array_index (stars->answers, i);

    print_part (sgn_text_get (&answer->title, language),
                sgn_text_get (&answer->text[SGN_SIDE_SUPPLIER], language));
  }
}

static void
print_stars (const SgnStarGuide *stars)
{
  SgnLanguage language = sgn_language_of_user ();

  sgn_cli_print ("%s\n%s\n", _ ("Which star a customer may ask for"),
                 sgn_text_get (&stars->basis, language));
  print_questions (stars);
  sgn_cli_print ("\n%s\n", sgn_text_get (&stars->remark, language));
  print_texts (_ ("If you will be asked"), stars->advice[SGN_SIDE_SUPPLIER]);
  print_texts (_ ("If you ask"), stars->advice[SGN_SIDE_ORDERER]);
  print_texts (_ ("The stars are of different schemes"), stars->differences);
  for (guint i = 0; i < stars->families->len; i++) {
    const SgnStarFamily *family = g_ptr_array_index (stars->families, i);

    sgn_cli_print ("\n%s %s\n  %s\n  %s\n  %s\n", sgn_text_get (&family->name, language),
                   family->stars, sgn_text_get (&family->about, language),
                   sgn_text_get (&family->how, language), sgn_text_get (&family->when, language));
  }
  sgn_cli_print ("\n");
  print_date (stars->checked);
}

static gboolean
run_stars (const SgnCliCall *call, const char *data_dir, GError **error)
{
  g_autoptr (SgnStarGuide) stars = sgn_star_guide_load (data_dir, error);

  if (stars == NULL)
    return FALSE;

  if (sgn_cli_call_has (call, "json"))
    sgn_cli_print_json (stars->json);
  else
    print_stars (stars);
  return TRUE;
}

static gboolean
run_list (SgnCli *cli, const SgnCliCall *call, GPtrArray *guides)
{
  g_autoptr (json_t) list = json_array ();

  for (guint i = 0; i < guides->len; i++)
    json_array_append (list, ((const SgnGuide *) g_ptr_array_index (guides, i))->json);
  if (sgn_cli_call_has (call, "json"))
    sgn_cli_print_json (list);
  else
    print_list (cli, guides);
  return TRUE;
}

static gboolean
run_guide (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *id = sgn_cli_call_get_word (call, 0);
  g_autofree char *data_dir = sgn_data_dir ();
  g_autoptr (GPtrArray) guides = NULL;
  const SgnGuide *guide;

  if (g_strcmp0 (id, STARS) == 0)
    return run_stars (call, data_dir, error);
  guides = sgn_guides_load (data_dir, error);
  if (guides == NULL)
    return FALSE;
  if (id == NULL)
    return run_list (cli, call, guides);

  guide = sgn_guides_find (guides, id);
  if (guide == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("Nothing is said of “%s”. See what there is with “sengen guide”."), id);
    return FALSE;
  }
  if (sgn_cli_call_has (call, "json"))
    sgn_cli_print_json (guide->json);
  else
    print_guide (cli, guide);
  return TRUE;
}

static const SgnCliOption guide_options[] = {
  SGN_CLI_OPTION_JSON,
  { NULL },
};

const SgnCliCommand sgn_cli_guide = {
  .name = "guide",
  .usage = "[ID] [--json]",
  .summary = N_ ("say what a guideline is, for whom, and what is known of it"),
  .max_words = 1,
  .options = guide_options,
  .run = run_guide,
};
