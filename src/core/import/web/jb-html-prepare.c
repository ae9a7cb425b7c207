/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE  /* memmem */
#include "jb-html-prepare.h"

#include "jb-html-scan.h"

#include <string.h>

/* Tags shorter than this hold no file. */
#define MIN_FILE_BYTES 1000

/* Names of the elements that are open; as many as a tree may be deep. */
typedef struct
{
  struct
  {
    const char *name;
    gsize       n_name;
    gboolean    is_inline;
  } open[JB_HTML_MAX_DEPTH];
  guint n_open;
  guint n_over;  /* start tags that were too deep and have not been ended */
} Depth;

static gboolean
has (const char *start, const char *end, const char *what)
{
  return memmem (start, (gsize) (end - start), what, strlen (what)) != NULL;
}

/* Returns: whether the end tag has an element to end; those in it end with it. One that stands in a line does not end others. */
static gboolean
close_element (Depth *depth, const JbHtmlToken *token)
{
  for (guint i = depth->n_open; i-- > 0;)
    {
      if (depth->open[i].n_name == token->n_name && g_ascii_strncasecmp (depth->open[i].name, token->name, token->n_name) == 0)
        {
          depth->n_open = i;
          return TRUE;
        }
      if (!depth->open[i].is_inline && (token->tag & JB_HTML_TAG_INLINE))
        return FALSE;
    }
  return FALSE;
}

/* A parser's work for each tag grows with the depth, and so does that of whoever walks the tree. Returns: whether the tag stays */
static gboolean
fits (Depth *depth, const JbHtmlToken *token)
{
  if ((token->tag & (JB_HTML_TAG_VOID | JB_HTML_TAG_RAW)) || (token->end - token->start >= 2 && token->end[-2] == '/'))
    return TRUE;
  if (token->kind == JB_HTML_TOKEN_START && depth->n_open == JB_HTML_MAX_DEPTH)
    {
      depth->n_over++;
      return FALSE;
    }
  if (token->kind == JB_HTML_TOKEN_START)
    {
      depth->open[depth->n_open].name = token->name;
      depth->open[depth->n_open].n_name = token->n_name;
      depth->open[depth->n_open++].is_inline = (token->tag & JB_HTML_TAG_INLINE) != 0;
      return TRUE;
    }
  if (depth->n_over > 0 && !(token->tag & JB_HTML_TAG_OPEN))
    {
      depth->n_over--;
      return FALSE;
    }
  return close_element (depth, token) || !(token->tag & JB_HTML_TAG_INLINE);
}

/* Whether the script between these ends carries what is said about an article: JSON-LD, a WeChat page's variables. */
static gboolean
is_data (const JbHtmlToken *script, const char *end)
{
  return has (script->start, script->end, "json") || has (script->end, end, "msg_title") || has (script->end, end, "nickname") ||
         has (script->end, end, "create_time") || has (script->end, end, "var ct");
}

static gboolean
is_name (const JbHtmlToken *token, const char *name)
{
  return token->n_name == strlen (name) && g_ascii_strncasecmp (token->name, name, token->n_name) == 0;
}

/* The text in an element in which < begins no tag; @end: where it ends. */
static void
add_raw (GString *plain, const JbHtmlToken *element, const char *end)
{
  if (is_name (element, "title") || (is_name (element, "script") && is_data (element, end)))
    g_string_append_len (plain, element->end, end - element->end);
}

static void
add_comment (GString *plain, const JbHtmlToken *comment)
{
  const char *text = comment->start + 4;

  while (text < comment->end && g_ascii_isspace (*text))
    text++;
  if (comment->end - text > 3 && (strncmp (text, "enp", 3) == 0 || strncmp (text, "/enp", 4) == 0))
    g_string_append_len (plain, comment->start, comment->end - comment->start);
}

/* Without the files in it: what stands behind data: up to the end of the value. */
static void
add_tag (GString *plain, const JbHtmlToken *tag)
{
  const char *from = tag->start, *file;

  while (tag->end - from > MIN_FILE_BYTES && (file = memmem (from, (gsize) (tag->end - from), "data:", 5)) != NULL)
    {
      const char *end = file + strcspn (file, "\"' >)\n");

      end = MIN (end, tag->end);
      g_string_append_len (plain, from, file - from);
      if (end - file < MIN_FILE_BYTES)
        g_string_append_len (plain, file, end - file);
      from = end;
    }
  g_string_append_len (plain, from, tag->end - from);
}

GString *
jb_html_prepare (const char *text, gsize n_bytes)
{
  GString *plain = g_string_sized_new (n_bytes + 1);
  Depth depth = { .n_open = 0 };
  JbHtmlToken token, raw = { .kind = JB_HTML_TOKEN_OTHER };
  const char *from = text;
  JbHtmlScan scan;

  jb_html_scan_init (&scan, text, n_bytes);
  while (jb_html_scan_next (&scan, &token))
    {
      if (raw.kind == JB_HTML_TOKEN_START)
        add_raw (plain, &raw, token.start);
      else
        g_string_append_len (plain, from, token.start - from);
      from = token.end;
      raw.kind = JB_HTML_TOKEN_OTHER;
      if (token.kind == JB_HTML_TOKEN_COMMENT)
        add_comment (plain, &token);
      else if (token.kind == JB_HTML_TOKEN_OTHER || fits (&depth, &token))
        add_tag (plain, &token);
      else if (!(token.tag & JB_HTML_TAG_INLINE))
        g_string_append (plain, "<br>");
      if (token.kind == JB_HTML_TOKEN_START && (token.tag & JB_HTML_TAG_RAW))
        raw = token;
    }
  if (raw.kind != JB_HTML_TOKEN_START)
    g_string_append_len (plain, from, text + n_bytes - from);
  return plain;
}
