/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-catalogue.h"

G_BEGIN_DECLS

/* Words of the window that need no widget. All are owned by the caller. */
char *sgn_label_points (int points);
char *sgn_label_answered (guint answered, guint items);
char *sgn_label_remaining (guint items);
char *sgn_label_section_summary (guint answered, guint items, const char *points);
/* “4-1-2　Administrator ID procedure” */
char *sgn_label_group (const SgnGroup *group, SgnLanguage language);
/* “4　Protection”; a number that is words of its own, such as “Part 1”, is left out. */
char *sgn_label_section (const SgnSection *section, SgnLanguage language);
/* The same where there is little room. */
char *sgn_label_section_short (const SgnSection *section, SgnLanguage language);
char *sgn_label_clock (const char *time, const char *now, SgnLanguage language);
char *sgn_label_day (const char *time, const char *now, SgnLanguage language);
char *sgn_label_saved (const char *time, const char *now, SgnLanguage language);
/* “0.7 kB”, “2.3 MB” */
char *sgn_label_size (gint64 bytes);
char *sgn_label_answer (const SgnItem *item,
                        const SgnScaleValue *value,
                        const char *key,
                        SgnLanguage language);
/* In the words of the item's scale; “Not answered” for NULL. */
const char *sgn_label_value (const SgnItem *item, const char *value, SgnLanguage language);
const char *sgn_label_value_short (const SgnItem *item, const char *value, SgnLanguage language);
/* "1" … "9" by the order of the scale, "?" for unknown, "0" for not applicable; 0 when there is no
 * key left. */
char sgn_label_key (const SgnItem *item, const SgnScaleValue *value);
/* (nullable): the value that a typed key stands for */
const SgnScaleValue *sgn_label_find_value (const SgnItem *item, gunichar key);

G_END_DECLS
