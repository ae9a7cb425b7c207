/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-lines.h"

#include "jb-shape.h"

static gboolean
ends_line (gunichar c)
{
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static guint
count_columns (gunichar c)
{
  if (c == 0x3000 || c == 0x2003)
    return 2;
  return c == '\t' ? 4 : 1;
}

GArray *
jb_lines_read (const JbChars *chars)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (JbLine));
  guint n_blank = 0;

  for (guint i = 0; i < chars->length;)
    {
      JbLine line = { i, i, n_blank, 0 };

      while (line.end < chars->length && !ends_line (chars->chars[line.end]))
        line.end++;
      i = line.end + 1;
      if (i < chars->length && chars->chars[line.end] == '\r' && chars->chars[i] == '\n')
        i++;

      for (; line.start < line.end && jb_shape_is_void (chars->chars[line.start]); line.start++)
        line.indent += count_columns (chars->chars[line.start]);
      line.end = line.start + jb_shape_trim_end (chars->chars + line.start, line.end - line.start);

      if (line.start == line.end)
        {
          n_blank++;
          continue;
        }
      if (lines->len == 0)
        line.gap = 0;
      g_array_append_val (lines, line);
      n_blank = 0;
    }
  return lines;
}
