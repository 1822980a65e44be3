/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-json.h"
#include "sgn-language.h"

G_BEGIN_DECLS

/**
 * SgnReader:
 * @name: what messages call the text, such as its file name
 * @pointer: the JSON pointer of the object in hand (RFC 6901)
 * @error: (nullable): the first thing wrong
 * @faults: (nullable) (element-type SgnFault): where all that is wrong is put, for who asks for it
 *
 * Reads a JSON text of which the shape is known. The first mistake is kept with its exact place,
 * all that follows it is passed over: callers read on and ask once, at the end. With a list for
 * faults nothing is passed over. On the stack.
 */
typedef struct {
  const char *name;
  GString *pointer;
  GError *error;
  GPtrArray *faults;
} SgnReader;

typedef void (*SgnReaderFunc) (SgnReader *self, const json_t *object, gpointer data);

/* Which characters a key word may have. */
typedef enum {
  SGN_WORD_ID,        /* a-z 0-9 . - */
  SGN_WORD_ITEM,      /* also A-Z */
  SGN_WORD_CATALOGUE, /* id@edition */
  SGN_WORD_REFERENCE, /* as for items, with ( ): numbers of other schemes, such as 2.1(4) */
} SgnWord;

void sgn_reader_init (SgnReader *self, const char *name);
/* Frees what @self holds; FALSE and @error set when something was wrong. */
gboolean sgn_reader_finish (SgnReader *self, GError **error);
/* Whether to read on. */
gboolean sgn_reader_is_good (const SgnReader *self);
/* Reads the JSON file at @path with @func, from its init to its finish. */
gboolean sgn_reader_load (const char *path, SgnReaderFunc func, gpointer data, GError **error);

/* Records what is wrong at @key of the object in hand (NULL: at the object itself), a whole
 * sentence, and what is expected, a few words without a full stop. The first call wins. */
void sgn_reader_fail (SgnReader *self, const char *key, const char *wrong, const char *expected);
/* The same, with the value that is wrong shown. */
void
sgn_reader_fail_value (SgnReader *self, const char *key, const char *value, const char *expected);

/* Whether @json is an object with no other keys than @keys, a list ended by NULL. */
gboolean sgn_reader_check_keys (SgnReader *self, const json_t *json, const char *const *keys);

/* Required values. NULL or 0 once something is wrong. Texts are not empty. */
const char *sgn_reader_get_string (SgnReader *self,
                                   const json_t *object,
                                   const char *key,
                                   const char *expected);
char *sgn_reader_dup_string (SgnReader *self, const json_t *object, const char *key);
char *sgn_reader_dup_word (SgnReader *self, const json_t *object, const char *key, SgnWord word);
char *sgn_reader_dup_date (SgnReader *self, const json_t *object, const char *key);
int sgn_reader_integer (SgnReader *self, const json_t *object, const char *key, int min, int max);
void sgn_reader_text (SgnReader *self, const json_t *object, const char *key, SgnText *text);
/* One of a list of texts in both languages, for sgn_reader_each(); @texts: of SgnText */
void sgn_reader_add_text (SgnReader *self, const json_t *object, gpointer texts);
/* One of @choices, a list ended by NULL: its index. */
guint sgn_reader_choice (SgnReader *self,
                         const json_t *object,
                         const char *key,
                         const char *const *choices);
/* A list of texts, each not empty; at least @min of them. */
char **sgn_reader_dup_strings (SgnReader *self, const json_t *object, const char *key, guint min);

/* Whether an optional value is there and not null. */
gboolean sgn_reader_has (const json_t *object, const char *key);

/* Calls @func with each object of a list, or with the one object, the pointer standing there. */
void sgn_reader_each (SgnReader *self,
                      const json_t *object,
                      const char *key,
                      guint min,
                      SgnReaderFunc func,
                      gpointer data);
void sgn_reader_into (SgnReader *self,
                      const json_t *object,
                      const char *key,
                      SgnReaderFunc func,
                      gpointer data);
/* An object whose keys are names and whose values are texts: name → SgnText. */
GHashTable *sgn_reader_dup_texts (SgnReader *self, const json_t *object, const char *key);

/* For containers of SgnText. */
void sgn_text_free (gpointer text);

G_END_DECLS
