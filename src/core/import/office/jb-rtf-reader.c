/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-rtf-reader.h"

#include <string.h>

static void
read_number (JbRtfReader *self, JbRtfToken *token)
{
  gboolean is_negative = self->at < self->n_bytes && self->data[self->at] == '-';
  gsize at = self->at + (is_negative ? 1 : 0);
  gint64 number = 0;

  if (at >= self->n_bytes || !g_ascii_isdigit (self->data[at]))
    return;
  for (; at < self->n_bytes && g_ascii_isdigit (self->data[at]); at++)
    number = MIN (number * 10 + (self->data[at] - '0'), G_MAXINT);
  token->has_number = TRUE;
  token->number = (int) (is_negative ? -number : number);
  self->at = at;
}

static void
read_word (JbRtfReader *self, JbRtfToken *token)
{
  guint n = 0;

  token->type = JB_RTF_WORD;
  for (; self->at < self->n_bytes && g_ascii_isalpha (self->data[self->at]); self->at++)
    if (n < JB_RTF_MAX_WORD)
      token->word[n++] = self->data[self->at];
  token->word[n] = '\0';
  read_number (self, token);
  if (self->at < self->n_bytes && self->data[self->at] == ' ')
    self->at++;
  if (strcmp (token->word, "bin") == 0 && token->number > 0)
    self->at += MIN ((gsize) token->number, self->n_bytes - self->at);
}

static void
set_byte (JbRtfToken *token, char byte, gboolean is_hex)
{
  token->type = JB_RTF_BYTE;
  token->byte = (guint8) byte;
  token->is_hex = is_hex;
}

static void
set_word (JbRtfToken *token, const char *word)
{
  token->type = JB_RTF_WORD;
  g_strlcpy (token->word, word, sizeof token->word);
}

/* Behind a backslash. */
static void
read_control (JbRtfReader *self, JbRtfToken *token)
{
  char c = self->data[self->at];

  if (g_ascii_isalpha (c))
    {
      read_word (self, token);
      return;
    }
  self->at++;
  if (c == '\'')
    {
      int high = self->at < self->n_bytes ? g_ascii_xdigit_value (self->data[self->at]) : -1;
      int low = self->at + 1 < self->n_bytes ? g_ascii_xdigit_value (self->data[self->at + 1]) : -1;

      self->at += high < 0 ? 0 : low < 0 ? 1 : 2;
      if (high < 0 || low < 0)
        set_word (token, "");
      else
        set_byte (token, (char) (high * 16 + low), TRUE);
    }
  else if (c == '\\' || c == '{' || c == '}')
    set_byte (token, c, FALSE);
  else if (c == '\r' || c == '\n')
    set_word (token, "par");
  else if (c == '\t')
    set_word (token, "tab");
  else
    set_word (token, ((const char[]) { c, '\0' }));
}

void
jb_rtf_reader_next (JbRtfReader *self, JbRtfToken *token)
{
  char c;

  *token = (JbRtfToken) { .type = JB_RTF_END };
  while (self->at < self->n_bytes && (self->data[self->at] == '\r' || self->data[self->at] == '\n' || self->data[self->at] == 0))
    self->at++;
  if (self->at >= self->n_bytes)
    return;
  c = self->data[self->at++];
  if (c == '{')
    token->type = JB_RTF_OPEN;
  else if (c == '}')
    token->type = JB_RTF_CLOSE;
  else if (c == '\t')
    set_word (token, "tab");
  else if (c != '\\')
    set_byte (token, c, FALSE);
  else if (self->at < self->n_bytes)
    read_control (self, token);
}

gboolean
jb_rtf_reader_is_at_hex (const JbRtfReader *self)
{
  return self->n_bytes - self->at >= 4 && memcmp (self->data + self->at, "\\'", 2) == 0;
}
