/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-saving.h"
#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_ANSWER_WRITER (sgn_answer_writer_get_type ())
G_DECLARE_FINAL_TYPE (SgnAnswerWriter, sgn_answer_writer, SGN, ANSWER_WRITER, GObject)

/* Answers and notes of one catalogue on their way to the disk, and those that did not get there:
 * they stay until the saved line's retry brings them. Signal: changed. */
SgnAnswerWriter *sgn_answer_writer_new (SgnSession *session, SgnSaving *saving);
void sgn_answer_writer_set_catalogue (SgnAnswerWriter *self, SgnCatalogue *catalogue);
/* @assessment: (nullable): the one answered; NULL begins one */
void sgn_answer_writer_write_value (SgnAnswerWriter *self,
                                    const SgnAssessment *assessment,
                                    const char *item,
                                    const char *value);
void sgn_answer_writer_write_note (SgnAnswerWriter *self,
                                   const SgnAssessment *assessment,
                                   const char *item,
                                   const char *note);
void sgn_answer_writer_write_statement (SgnAnswerWriter *self,
                                        const SgnAssessment *assessment,
                                        const char *item,
                                        const char *statement);
void sgn_answer_writer_write_next_review (SgnAnswerWriter *self,
                                          const SgnAssessment *assessment,
                                          const char *item,
                                          const char *date);
/* “Still the same” as last time, of an open check. */
void sgn_answer_writer_confirm (SgnAnswerWriter *self,
                                const SgnAssessment *assessment,
                                const char *item);
/* (nullable): why @item could not be confirmed just now */
const char *sgn_answer_writer_get_refusal (SgnAnswerWriter *self, const char *item);
void sgn_answer_writer_forget_refusal (SgnAnswerWriter *self);

/* (nullable): what is not on the disk yet; empty where it is taken away. */
const char *sgn_answer_writer_get_value (SgnAnswerWriter *self, const char *item);
const char *sgn_answer_writer_get_note (SgnAnswerWriter *self, const char *item);
const char *sgn_answer_writer_get_statement (SgnAnswerWriter *self, const char *item);
const char *sgn_answer_writer_get_next_review (SgnAnswerWriter *self, const char *item);
gboolean sgn_answer_writer_has_failed (SgnAnswerWriter *self, const char *item);
gboolean sgn_answer_writer_is_idle (SgnAnswerWriter *self);

G_END_DECLS
