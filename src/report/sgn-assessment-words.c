/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-assessment-words.h"

#include "sgn-number.h"

/* Signs there are for axes. */
#define SIGNS 10

static json_t *
get_assessment (SgnFlow *flow)
{
  return json_object_get (flow->sheet->projection, "assessment");
}

char *
sgn_assessment_words_scope (SgnFlow *flow, gboolean computers)
{
  json_t *company = json_object_get (flow->sheet->projection, "company");
  const char *typed = sgn_json_string (get_assessment (flow), "scope");
  const char *scope = typed != NULL ? typed : sgn_flow_text (flow, "scope.company");
  gint64 employees = sgn_json_integer (company, "employees", -1);
  gint64 pcs = computers ? sgn_json_integer (company, "computers", -1) : -1;
  g_autofree char *staff = g_strdup_printf ("%" G_GINT64_FORMAT, employees);
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, pcs);

  if (employees >= 0 && pcs >= 0)
    return sgn_flow_format (flow, "scope.with_size", "scope", scope, "employees", staff,
                            "computers", count, NULL);
  if (employees >= 0)
    return sgn_flow_format (flow, "scope.with_employees", "scope", scope, "employees", staff, NULL);
  if (pcs >= 0)
    return sgn_flow_format (flow, "scope.with_computers", "scope", scope, "computers", count, NULL);
  return g_strdup (scope);
}

char *
sgn_assessment_words_period (SgnFlow *flow)
{
  json_t *assessment = get_assessment (flow);
  const char *start = sgn_json_string (assessment, "period_start");
  const char *end = sgn_json_string (assessment, "period_end");
  const char *state = sgn_json_string (assessment, "state");
  g_autofree char *from = sgn_flow_date (flow, start);

  if (from != NULL && end == NULL && g_strcmp0 (state, "open") == 0)
    return sgn_flow_format (flow, "period.open", "from", from, NULL);
  if (start == NULL && end == NULL)
    return sgn_flow_date (flow, sgn_json_string (assessment, "date"));
  return sgn_flow_range (flow, start, end);
}

char *
sgn_assessment_words_sites (SgnFlow *flow)
{
  json_t *sites = json_object_get (get_assessment (flow), "sites");
  gint64 gathered = sgn_json_integer (sites, "gathered", 0);
  gint64 all = sgn_json_integer (sites, "all", 0);
  gint64 decided = sgn_json_integer (sites, "decided", 0);
  g_autofree char *n = sgn_number_format (gathered);
  g_autofree char *of = sgn_number_format (all);
  g_autofree char *own = sgn_number_format (decided);
  g_autofree char *line = NULL;

  if (sites == NULL)
    return NULL;
  line = gathered < all ? sgn_flow_format (flow, "sites.some", "n", n, "all", of, NULL)
                        : sgn_flow_format (flow, "sites.all", "n", n, NULL);
  if (decided == 0)
    return g_steal_pointer (&line);
  return sgn_flow_format (flow, "sites.decided", "line", line, "n", own, NULL);
}

char *
sgn_assessment_words_person (SgnFlow *flow, const json_t *person)
{
  const char *name = sgn_json_string (person, "name");
  const char *department = sgn_json_string (person, "department");
  const char *role = sgn_json_string (person, "role");
  const char *place = department != NULL && *department != '\0' ? department : role;

  if (name == NULL || place == NULL || *place == '\0')
    return g_strdup (name);
  return sgn_flow_format (flow, "format.person", "department", place, "name", name, NULL);
}

char *
sgn_assessment_words_edition (SgnFlow *flow)
{
  json_t *catalogue = json_object_get (flow->sheet->projection, "catalogue");
  const char *id = sgn_json_string (catalogue, "id");
  const char *edition = sgn_json_string (catalogue, "edition");
  const char *published = sgn_json_string (catalogue, "published");

  return sgn_flow_format (flow, "foot.items", "catalogue", id != NULL ? id : "", "edition",
                          edition != NULL ? edition : "", "published",
                          published != NULL ? published : "", NULL);
}

const char *
sgn_assessment_words_state (SgnFlow *flow, SgnMark mark)
{
  json_t *value;
  size_t i;

  json_array_foreach (json_object_get (flow->sheet->projection, "values"), i, value)
  {
    const char *word = sgn_json_string (value, "short");

    if (mark != SGN_MARK_NONE && sgn_assessment_words_mark (value, "mark") == mark && word != NULL)
      return word;
  }
  return sgn_flow_text (flow, "state.none");
}

SgnMark
sgn_assessment_words_mark (const json_t *object, const char *key)
{
  const char *word = sgn_json_string (object, key);
  SgnMark mark = SGN_MARK_NONE;

  if (word != NULL)
    sgn_mark_from_key (word, &mark);
  return mark;
}

static json_t *
get_editions (SgnFlow *flow)
{
  return json_object_get (flow->sheet->projection, "editions");
}

static const char *
get_text (const json_t *object, const char *key)
{
  const char *text = sgn_json_string (object, key);

  return text != NULL ? text : "";
}

char *
sgn_assessment_words_editions (SgnFlow *flow)
{
  GString *list = g_string_new (NULL);
  g_autofree char *owned = NULL;
  json_t *edition;
  size_t i;

  json_array_foreach (get_editions (flow), i, edition)
  {
    g_autofree char *words =
      sgn_flow_format (flow, "foot.item", "catalogue", get_text (edition, "id"), "edition",
                       get_text (edition, "edition"), NULL);

    if (i > 0)
      g_string_append (list, sgn_flow_text (flow, "foot.item_separator"));
    g_string_append (list, words);
  }
  owned = g_string_free (list, FALSE);
  if (*owned == '\0')
    return g_strdup ("");
  return sgn_flow_format (flow, "foot.items_short", "list", owned, NULL);
}

void
sgn_assessment_words_add_inherited (SgnFrame *frame, SgnFlow *flow)
{
  json_t *edition;
  size_t i;

  json_array_foreach (get_editions (flow), i, edition)
  {
    sgn_frame_add_inherited (frame, flow, get_text (edition, "id"), get_text (edition, "edition"),
                             sgn_json_string (edition, "inherited_note"));
  }
}

char *
sgn_assessment_words_sign (SgnFlow *flow, size_t i)
{
  g_autofree char *key = g_strdup_printf ("area.mark.%" G_GSIZE_FORMAT, i + 1);

  if (i < SIGNS)
    return g_strdup (sgn_flow_text (flow, key));
  return g_strdup_printf ("%" G_GSIZE_FORMAT, i + 1);
}

char **
sgn_assessment_words_axis (SgnFlow *flow, const json_t *part, size_t i)
{
  g_autofree char *sign = sgn_assessment_words_sign (flow, i);
  GStrvBuilder *builder = g_strv_builder_new ();
  char **label;
  json_t *line;
  size_t j;

  json_array_foreach (json_object_get (part, "label"), j, line)
  {
    const char *text = json_is_string (line) ? json_string_value (line) : "";
    g_autofree char *first = g_strconcat (sign, " ", text, NULL);
    g_strv_builder_add (builder, j == 0 ? first : text);
  }
  label = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return label;
}
