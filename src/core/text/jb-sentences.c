/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An end mark inside an open quotation ends the sentence only where the quotation closes right
 * behind it and nothing of the same sentence follows: “……就在家门口。”她说。 is one sentence,
 * “大家商量着办。” at the end of a paragraph is one too. A quotation that is never closed must not
 * swallow the paragraph, so an unbalanced opener is ignored. */
#include "jb-sentences.h"

/* The closing mark that belongs to @opener, 0 for other characters. */
static gunichar
closer_of (gunichar opener)
{
  switch (opener)
    {
    case 0x201c: return 0x201d;
    case 0x2018: return 0x2019;
    case 0x300c: return 0x300d;
    case 0x300e: return 0x300f;
    case 0xff08: return 0xff09;
    case '(':    return ')';
    case 0x300a: return 0x300b;
    case 0x3010: return 0x3011;
    default:     return 0;
    }
}

/* Where the mark opened at @opener is closed, or 0 where it never is. */
static guint
find_closer (const JbChars *text, guint opener)
{
  gunichar open = text->chars[opener], close = closer_of (open);
  guint depth = 0;

  for (guint i = opener; i < text->length; i++)
    {
      if (text->chars[i] == open)
        depth++;
      else if (text->chars[i] == close && --depth == 0)
        return i;
    }
  return 0;
}

/* Whether a sentence can begin at @i, right behind a quotation that ended with an end mark: what
 * tells who spoke (她说), or goes on with a comma, belongs to the sentence before. */
static gboolean
begins_sentence (const JbChars *text, guint i)
{
  while (i < text->length && jb_char_is_blank (text->chars[i]))
    i++;
  return i >= text->length || jb_char_is_opener (text->chars[i]);
}

GArray *
jb_sentences_cut (const JbChars *text)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (JbSpan));
  guint start = 0, i = 0;

  while (i < text->length)
    {
      guint close = closer_of (text->chars[i]) != 0 ? find_closer (text, i) : 0;
      gboolean ends = FALSE;

      if (close != 0)
        {
          ends = jb_char_ends_sentence (text->chars[close - 1]) && begins_sentence (text, close + 1) && close > i + 1;
          i = close + 1;
        }
      else
        {
          ends = jb_char_ends_sentence (text->chars[i]);
          i++;
        }
      if (!ends && i < text->length)
        continue;

      while (i < text->length && (jb_char_ends_sentence (text->chars[i]) || jb_char_is_closer (text->chars[i])))
        i++;
      while (start < i && jb_char_is_blank (text->chars[start]))
        start++;
      if (start < i)
        {
          JbSpan span = { start, i };

          while (span.end > span.start && jb_char_is_blank (text->chars[span.end - 1]))
            span.end--;
          if (span.end > span.start)
            g_array_append_val (sentences, span);
        }
      start = i;
    }
  return sentences;
}
