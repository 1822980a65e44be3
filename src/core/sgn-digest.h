/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-json.h"

G_BEGIN_DECLS

/**
 * SgnDigest:
 *
 * A SHA-256 being made from bytes that come in pieces.
 */
typedef struct _SgnDigest SgnDigest;

SgnDigest *sgn_digest_new (void);
void sgn_digest_add (SgnDigest *self, gconstpointer data, gsize size);
char *sgn_digest_finish (SgnDigest *self);
void sgn_digest_free (SgnDigest *self);

/* 64 lower-case hex digits of SHA-256. */
char *sgn_digest_of_text (const char *text);
char *sgn_digest_of_bytes (GBytes *bytes);
char *sgn_digest_of_file (const char *path); /* (nullable): NULL when it cannot be read */
char *sgn_digest_of_json (const json_t *json);

/* The event chain, frozen with schema 1 (see the help page on checking a record). */
#define SGN_CHAIN_START "0000000000000000000000000000000000000000000000000000000000000000"
char *sgn_chain_payload_digest (const char *salt, const char *payload);
char *sgn_chain_hash (const char *prev_hash, const char *header, const char *payload_digest);
char *sgn_chain_salt_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnDigest, sgn_digest_free)

G_END_DECLS
