/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pdf-scanner.h"

#include <stdlib.h>
#include <string.h>

void
sgn_pdf_scanner_init (SgnPdfScanner *self, GBytes *bytes)
{
  *self = (SgnPdfScanner){ .mcid = -1 };
  self->data = g_bytes_get_data (bytes, &self->size);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_regular (char c)
{
  return !is_space (c) && strchr ("()<>[]{}/%", c) == NULL;
}

static void
skip_space (SgnPdfScanner *self)
{
  while (self->at < self->size) {
    if (self->data[self->at] == '%')
      while (self->at < self->size && self->data[self->at] != '\n' && self->data[self->at] != '\r')
        self->at++;
    else if (is_space (self->data[self->at]))
      self->at++;
    else
      return;
  }
}

static void
skip_string (SgnPdfScanner *self)
{
  int depth = 0;

  for (; self->at < self->size; self->at++) {
    char c = self->data[self->at];
    if (c == '\\')
      self->at++;
    else if (c == '(')
      depth++;
    else if (c == ')' && --depth == 0)
      break;
  }
  self->at = MIN (self->at + 1, self->size);
}

/* Both a hexadecimal string and, two bytes at a time, the brackets of a dictionary. */
static void
skip_angle (SgnPdfScanner *self)
{
  char c = self->data[self->at];

  if (self->at + 1 < self->size && self->data[self->at + 1] == c)
    self->at += 2;
  else if (c == '>')
    self->at++;
  else
    while (self->at < self->size && self->data[self->at++] != '>')
      ;
}

/* The image itself is bytes: it ends with EI between white space. */
static void
skip_image (SgnPdfScanner *self)
{
  for (; self->at + 3 < self->size; self->at++)
    if (is_space (self->data[self->at]) && memcmp (self->data + self->at + 1, "EI", 2) == 0 &&
        is_space (self->data[self->at + 3])) {
      self->at += 3;
      return;
    }
  self->at = self->size;
}

static void
copy_word (SgnPdfScanner *self, char *to, gsize room)
{
  gsize from = self->at;

  while (self->at < self->size && is_regular (self->data[self->at]))
    self->at++;
  g_strlcpy (to, "", room);
  memcpy (to, self->data + from, MIN (self->at - from, room - 1));
  to[MIN (self->at - from, room - 1)] = '\0';
}

static void
take_name (SgnPdfScanner *self, gboolean first, gboolean *wants_mcid)
{
  char name[sizeof self->name];

  self->at++;
  copy_word (self, name, sizeof name);
  if (first)
    memcpy (self->name, name, sizeof name);
  *wants_mcid = g_str_equal (name, "MCID");
}

/* TRUE for an operator, FALSE for a number. */
static gboolean
take_word (SgnPdfScanner *self, gboolean *wants_mcid)
{
  char word[16];

  copy_word (self, word, sizeof word);
  if (g_ascii_isdigit (*word) || (*word != '\0' && strchr ("+-.", *word) != NULL)) {
    if (*wants_mcid)
      self->mcid = atoi (word);
    *wants_mcid = FALSE;
    return FALSE;
  }
  if (g_str_equal (word, "true") || g_str_equal (word, "false") || g_str_equal (word, "null"))
    return FALSE;
  g_strlcpy (self->operator, word, sizeof self->operator);
  return TRUE;
}

gboolean
sgn_pdf_scanner_next (SgnPdfScanner *self)
{
  gboolean wants_mcid = FALSE;

  self->mcid = -1;
  *self->name = '\0';
  skip_space (self);
  self->start = self->at;
  for (; self->at < self->size; skip_space (self)) {
    char c = self->data[self->at];
    if (c == '(')
      skip_string (self);
    else if (c == '<' || c == '>')
      skip_angle (self);
    else if (c == '/')
      take_name (self, self->at == self->start, &wants_mcid);
    else if (!is_regular (c))
      self->at++;
    else if (take_word (self, &wants_mcid)) {
      if (g_str_equal (self->operator, "BI"))
        continue;
      if (g_str_equal (self->operator, "ID")) {
        skip_image (self);
        g_strlcpy (self->operator, "EI", sizeof self->operator);
      }
      return TRUE;
    }
  }
  return FALSE;
}
