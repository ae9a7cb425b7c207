/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE  /* memmem */
#include "jb-html-scan.h"

#include <string.h>

void
jb_html_scan_init (JbHtmlScan *self, const char *text, gsize n_bytes)
{
  *self = (JbHtmlScan) { text, text + n_bytes, NULL, 0 };
}

static const char *
find (const char *from, const char *end, const char *what, gsize n_what)
{
  return memmem (from, (gsize) (end - from), what, n_what);
}

/* Returns: behind the >, the end where there is none; a > in quotation marks does not count, if they are closed */
static const char *
find_tag_end (const char *p, const char *end)
{
  while (p < end && *p != '>')
    {
      /* Marks that begin a value; others are mistakes. */
      if ((*p == '"' || *p == '\'') && (p[-1] == '=' || g_ascii_isspace (p[-1])))
        {
          const char *close = memchr (p + 1, *p, (gsize) (end - p - 1));

          if (close == NULL)
            return memchr (p, '>', (gsize) (end - p)) != NULL ? (const char *) memchr (p, '>', (gsize) (end - p)) + 1 : end;
          p = close;
        }
      p++;
    }
  return p < end ? p + 1 : end;
}

static gsize
measure_name (const char *p, const char *end)
{
  const char *at = p;

  if (at < end && !g_ascii_isalpha (*at))
    return 0;
  while (at < end && (g_ascii_isalnum (*at) || *at == '-' || *at == ':' || *at == '_'))
    at++;
  return (gsize) (at - p);
}

static gboolean
read_tag (JbHtmlScan *self, const char *start, JbHtmlToken *token)
{
  gboolean is_end = start + 1 < self->end && start[1] == '/';
  const char *name = start + 1 + is_end;
  gsize n_name = name < self->end ? measure_name (name, self->end) : 0;

  if (n_name == 0)
    return FALSE;
  *token = (JbHtmlToken) { is_end ? JB_HTML_TOKEN_END : JB_HTML_TOKEN_START, jb_html_tag_find (name, n_name), start,
                           find_tag_end (name + n_name, self->end), name, n_name };
  if (!is_end && (token->tag & JB_HTML_TAG_RAW))
    {
      self->raw = name;
      self->n_raw = n_name;
    }
  return TRUE;
}

static gboolean
read_other (JbHtmlScan *self, const char *start, JbHtmlToken *token)
{
  gboolean is_comment = self->end - start >= 4 && memcmp (start, "<!--", 4) == 0;
  const char *end;

  if (start + 1 >= self->end || (start[1] != '!' && start[1] != '?'))
    return FALSE;
  if (is_comment)
    end = find (start + 4, self->end, "-->", 3);
  else
    end = memchr (start, '>', (gsize) (self->end - start));
  *token = (JbHtmlToken) { is_comment ? JB_HTML_TOKEN_COMMENT : JB_HTML_TOKEN_OTHER, 0, start,
                           end != NULL ? end + (is_comment ? 3 : 1) : self->end, start, 0 };
  return TRUE;
}

/* Returns: where the end tag of the raw text's element begins; what is not closed reaches to the end */
static const char *
skip_raw (JbHtmlScan *self)
{
  const char *p = self->at;

  while ((p = find (p, self->end, "</", 2)) != NULL)
    {
      if ((gsize) (self->end - p - 2) >= self->n_raw && g_ascii_strncasecmp (p + 2, self->raw, self->n_raw) == 0)
        return p;
      p += 2;
    }
  return self->end;
}

gboolean
jb_html_scan_next (JbHtmlScan *self, JbHtmlToken *token)
{
  if (self->raw != NULL)
    {
      self->at = skip_raw (self);
      self->raw = NULL;
    }
  while (self->at < self->end)
    {
      const char *start = memchr (self->at, '<', (gsize) (self->end - self->at));

      if (start == NULL)
        break;
      if (read_tag (self, start, token) || read_other (self, start, token))
        {
          self->at = token->end;
          return TRUE;
        }
      self->at = start + 1;
    }
  self->at = self->end;
  return FALSE;
}

char *
jb_html_scan_dup_between (const char *text, const char *name)
{
  g_autofree char *open = g_strdup_printf ("<%s>", name);
  g_autofree char *close = g_strdup_printf ("</%s>", name);
  const char *start = strstr (text, open), *end;

  if (start == NULL)
    return NULL;
  start += strlen (open);
  end = strstr (start, close);
  return end != NULL ? g_strndup (start, (gsize) (end - start)) : NULL;
}
