/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-table-reader.h"

#include <string.h>

#define SAMPLE_LINES 100

/* A mark that is not closed would swallow the rows behind it. */
#define MAX_CELL_LINES 32

/* Returns: whether the line holds @separator outside of quotation marks */
static gboolean
line_holds (const char *line, const char *end, char separator)
{
  gboolean quoted = FALSE;

  for (const char *p = line; p < end; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (*p == separator && !quoted)
        return TRUE;
    }
  return FALSE;
}

static char
guess_separator (const char *text)
{
  static const char separators[] = "\t,;";
  guint counts[3] = { 0 };
  guint best = 0;

  for (guint i = 0; i < SAMPLE_LINES && *text != '\0'; i++)
    {
      const char *end = text + strcspn (text, "\n");

      for (guint s = 0; s < G_N_ELEMENTS (counts); s++)
        counts[s] += line_holds (text, end, separators[s]);
      text = *end != '\0' ? end + 1 : end;
    }
  for (guint s = 1; s < G_N_ELEMENTS (counts); s++)
    if (counts[s] > counts[best])
      best = s;
  return separators[best];
}

void
jb_table_reader_init (JbTableReader *self, const char *text)
{
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += 3;
  *self = (JbTableReader) { text, guess_separator (text), 1 };
}

/* Returns: (transfer full): without white space of any width around it */
static char *
strip (const char *start, const char *end)
{
  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (start, (gsize) (end - start));
}

static const char *
skip_blanks (const char *p, char separator)
{
  while (*p == ' ' || (*p == '\t' && separator != '\t'))
    p++;
  return p;
}

/* @p: behind the opening mark. Returns: behind the closing one, NULL where there is none in time */
static const char *
read_quoted (const char *p, char **cell)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_lines = 1;

  for (; *p != '\0' && text->len <= JB_TABLE_MAX_CELL && n_lines <= MAX_CELL_LINES; p++)
    {
      n_lines += *p == '\n';
      if (*p == '"' && p[1] != '"')
        {
          *cell = strip (text->str, text->str + text->len);
          return p + 1;
        }
      if (*p == '"')
        p++;
      g_string_append_c (text, *p);
    }
  return NULL;
}

static gboolean
is_end (char c)
{
  return c == '\n' || c == '\0';
}

/* Returns: behind the row's last cell, NULL where a mark is wrong */
static const char *
read_row (const char *p, char separator, GPtrArray *cells)
{
  for (;; p++)
    {
      const char *start = skip_blanks (p, separator);
      char *cell = NULL;

      if (*start == '"')
        {
          p = read_quoted (start + 1, &cell);
          if (p == NULL)
            return NULL;
          p = skip_blanks (p, separator);
        }
      else
        {
          for (p = start; *p != separator && !is_end (*p); p++)
            ;
          cell = strip (start, p);
        }
      g_ptr_array_add (cells, cell);
      if (*p != separator && !is_end (*p))
        return NULL;
      if (is_end (*p))
        return p;
    }
}

gboolean
jb_table_reader_next (JbTableReader *self, guint *line, GStrv *cells)
{
  g_autoptr(GPtrArray) row = NULL;
  const char *end, *blank = self->rest;

  for (; *blank != '\0' && g_unichar_isspace (g_utf8_get_char (blank)); blank = g_utf8_next_char (blank))
    if (*blank == '\n')
      {
        self->line++;
        self->rest = blank + 1;
      }
  if (*blank == '\0')
    return FALSE;

  row = g_ptr_array_new_with_free_func (g_free);
  *line = self->line;
  *cells = NULL;
  end = read_row (self->rest, self->separator, row);
  if (end != NULL)
    {
      g_ptr_array_add (row, NULL);
      *cells = (GStrv) g_ptr_array_steal (row, NULL);
    }
  else
    {
      end = self->rest + strcspn (self->rest, "\n");
    }
  for (const char *p = self->rest; p < end; p++)
    self->line += *p == '\n';
  self->rest = end;
  return TRUE;
}
