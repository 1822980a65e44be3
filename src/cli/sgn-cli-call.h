/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-cli-run.h"

G_BEGIN_DECLS

/* How often an option may be given. */
typedef enum {
  SGN_CLI_ONCE, /* or not at all */
  SGN_CLI_NEEDED,
  SGN_CLI_MANY,
} SgnCliRule;

/**
 * SgnCliOption:
 * @name: its name, without the dashes; NULL ends a list
 * @value: (nullable): what follows it, as named in the help; NULL for a switch
 * @summary: one line for the help
 * @rule: how often it may be given
 */
typedef struct {
  const char *name;
  const char *value;
  const char *summary;
  SgnCliRule rule;
} SgnCliOption;

/* The words of one call, taken apart. */
typedef struct _SgnCliCall SgnCliCall;

/* Does what the words say. FALSE with @error: the one line on stderr, and the exit code. */
typedef gboolean (*SgnCliFunc) (SgnCli *cli, const SgnCliCall *call, GError **error);

/**
 * SgnCliCommand:
 * @name: one word, or two as in "document write"
 * @usage: what follows the name
 * @summary: one line for the help
 * @min_words: how many words there must be, without options
 * @max_words: how many there may be
 * @options: (nullable): its options
 * @run: does it
 */
typedef struct {
  const char *name;
  const char *usage;
  const char *summary;
  guint min_words;
  guint max_words;
  const SgnCliOption *options;
  SgnCliFunc run;
} SgnCliCommand;

/* Who the act is by: the same option for every command that writes. */
#define SGN_CLI_OPTION_BY                                            \
  {                                                                  \
    "by", "NAME", N_ ("who did it, as it will stand in the history") \
  }
#define SGN_CLI_OPTION_JSON                            \
  {                                                    \
    "json", NULL, N_ ("print JSON for other programs") \
  }
#define SGN_CLI_OPTION_ASSESSMENT                                         \
  {                                                                       \
    "assessment", "N", N_ ("another assessment than the newest open one") \
  }
#define SGN_CLI_OPTION_SITE                                                 \
  {                                                                         \
    "site", "NAME", N_ ("the check of this site, instead of the company’s") \
  }
/* How an item is found besides its id. */
#define SGN_CLI_OPTIONS_OF_ITEM                                                        \
  { "catalogue", "ID[@EDITION]", N_ ("the guideline; needed when ITEM is a number") }, \
    SGN_CLI_OPTION_ASSESSMENT, SGN_CLI_OPTION_SITE

/* @words: what came after the name of the command. SGN_ERROR_USAGE when they do not fit it. */
SgnCliCall *
sgn_cli_call_new (const SgnCliCommand *command, const char *const *words, GError **error);
void sgn_cli_call_free (SgnCliCall *self);
/* (nullable): the word at @index, options not counted */
const char *sgn_cli_call_get_word (const SgnCliCall *self, guint index);
/* (nullable): the value of --@option */
const char *sgn_cli_call_get (const SgnCliCall *self, const char *option);
/* (nullable): all values of --@option */
const char *const *sgn_cli_call_get_all (const SgnCliCall *self, const char *option);
gboolean sgn_cli_call_has (const SgnCliCall *self, const char *option);

/* Its usage, summary and options, for people. */
char *sgn_cli_command_to_help (const SgnCliCommand *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnCliCall, sgn_cli_call_free)

G_END_DECLS
