/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-number.h"
#include "sgn-scs-draft-private.h"

gint64
sgn_scs_draft_get_number (const SgnScsSheet *self, const char *key)
{
  return sgn_json_integer (self->json, key, 0);
}

gint64
sgn_scs_draft_count_open (const SgnScsSheet *self)
{
  return (gint64) json_array_size (json_object_get (self->json, "open"));
}

gboolean
sgn_scs_draft_is_complete (const SgnScsSheet *self)
{
  return sgn_scs_draft_count_open (self) == 0 && sgn_scs_draft_get_number (self, "met") > 0;
}

json_t *
sgn_scs_draft_get_experts (const SgnScsSheet *self)
{
  return json_object_get (self->json, "experts");
}

gint64
sgn_scs_draft_count_seen (const SgnScsSheet *self)
{
  return sgn_json_integer (sgn_scs_draft_get_experts (self), "seen", 0);
}

const char *
sgn_scs_draft_get_text (const json_t *owner, const char *key)
{
  const char *text = sgn_json_string (owner, key);

  return text != NULL ? text : "—";
}

char *
sgn_scs_draft_format_day (const SgnScsSheet *self, const json_t *owner, const char *key)
{
  g_autofree char *day = sgn_flow_date (self->flow, sgn_json_string (owner, key));

  return day != NULL ? g_steal_pointer (&day) : g_strdup ("—");
}

static char *
format_expert (const SgnScsSheet *self, const json_t *expert)
{
  const char *on = sgn_json_string (expert, "on");
  g_autofree char *day = sgn_flow_date_in_brackets (self->flow, on);
  g_autofree char *n = sgn_number_format (sgn_json_integer (expert, "criteria", 0));

  return sgn_flow_format (self->flow, day != NULL ? "expert.one" : "expert.undated", "name",
                          sgn_scs_draft_get_text (expert, "name"), "n", n, "date",
                          day != NULL ? day : "", NULL);
}

char *
sgn_scs_draft_format_experts (const SgnScsSheet *self)
{
  GString *list = g_string_new (NULL);
  json_t *expert;
  size_t i;

  json_array_foreach (json_object_get (sgn_scs_draft_get_experts (self), "named"), i, expert)
  {
    g_autofree char *words = format_expert (self, expert);

    g_string_append_printf (list, "%s%s",
                            i > 0 ? sgn_flow_text (self->flow, "list.separator_wide") : "", words);
  }
  if (list->len == 0)
    g_string_append (list, sgn_flow_text (self->flow, "expert.none"));
  return g_string_free (list, FALSE);
}

char *
sgn_scs_draft_format_met (const SgnScsSheet *self)
{
  return sgn_scs_format_share (self, sgn_scs_draft_get_number (self, "met"),
                               sgn_scs_draft_get_number (self, "criteria"));
}

char *
sgn_scs_draft_format_open (const SgnScsSheet *self)
{
  g_autofree char *n = sgn_number_format (sgn_scs_draft_count_open (self));

  return sgn_flow_format (self->flow, "open.count", "n", n, NULL);
}

char *
sgn_scs_draft_format_checked (const SgnScsSheet *self)
{
  g_autofree char *n = sgn_number_format (sgn_scs_draft_get_number (self, "criteria"));

  return sgn_flow_format (
    self->flow, "checked", "level", sgn_scs_draft_get_text (self->json, "level"), "n", n, "edition",
    sgn_scs_draft_get_text (json_object_get (self->json, "catalogue"), "edition_label"), NULL);
}

/* 一部 10、満たさない 12: what is open, state by state */
static char *
format_states (const SgnScsSheet *self)
{
  static const SgnMark open[] = { SGN_MARK_PARTIAL, SGN_MARK_NOT_DONE, SGN_MARK_UNKNOWN,
                                  SGN_MARK_NONE };
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (open); i++) {
    guint count = sgn_scs_count (self->json, open[i]);
    g_autofree char *n = sgn_number_format (count);
    g_autofree char *entry =
      sgn_flow_format (self->flow, "count", "word",
                       sgn_assessment_words_state (self->flow, open[i]), "n", n, NULL);

    if (count > 0)
      g_string_append_printf (list, "%s%s",
                              list->len > 0 ? sgn_flow_text (self->flow, "list.separator") : "",
                              entry);
  }
  return g_string_free (list, FALSE);
}

char *
sgn_scs_draft_format_result (const SgnScsSheet *self)
{
  gint64 na = sgn_scs_count (self->json, SGN_MARK_NOT_APPLICABLE);
  g_autofree char *day =
    sgn_scs_draft_format_day (self, json_object_get (self->json, "assessment"), "date");
  g_autofree char *met = sgn_number_format (sgn_scs_draft_get_number (self, "met"));
  g_autofree char *open = sgn_number_format (sgn_scs_draft_count_open (self));
  g_autofree char *rest = sgn_number_format (na);
  g_autofree char *states = format_states (self);

  if (!sgn_scs_draft_is_complete (self))
    return sgn_flow_format (self->flow, "some_met", "date", day, "met", met, "open", open, "list",
                            states, NULL);
  return sgn_flow_format (self->flow, na > 0 ? "all_met_but" : "all_met", "date", day, "n", met,
                          "na", rest, NULL);
}

char *
sgn_scs_draft_format_looks (const SgnScsSheet *self)
{
  gint64 seen = sgn_scs_draft_count_seen (self);
  gint64 criteria = sgn_scs_draft_get_number (self, "criteria");
  const char *key = seen == 0 ? "experts.none" : seen < criteria ? "experts.some" : "experts.all";
  g_autofree char *n = sgn_number_format (criteria);
  g_autofree char *some = sgn_number_format (seen);

  return sgn_flow_format (self->flow, key, "n", n, "seen", some, NULL);
}

char *
sgn_scs_draft_join (const SgnScsSheet *self, const char *first, const char *second)
{
  return g_strconcat (first, sgn_flow_is_japanese (self->flow) ? "" : " ", second, NULL);
}

char *
sgn_scs_draft_format_foot (const SgnScsSheet *self)
{
  json_t *catalogue = json_object_get (self->json, "catalogue");
  g_autofree char *criteria = sgn_number_format (sgn_scs_draft_get_number (self, "criteria"));

  return sgn_flow_format (self->flow, "foot.level", "catalogue",
                          sgn_scs_draft_get_text (catalogue, "id"), "edition",
                          sgn_scs_draft_get_text (catalogue, "edition"), "level",
                          sgn_scs_draft_get_text (self->json, "level"), "criteria", criteria, NULL);
}
