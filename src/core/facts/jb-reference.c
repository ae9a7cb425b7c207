/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-reference.h"

#include <string.h>

#include "jb-chars.h"
#include "jb-date.h"
#include "jb-dates.h"

#define MAX_NEAR 4  /* years so near to one another leave open which of them is meant */

static gunichar
at (const JbChars *text, guint i)
{
  return i < text->length ? text->chars[i] : 0;
}

/* The year that a five-year plan named at @i tells, or 0: 收官“十三五” is written in 2020, “十四五”开局之年 in 2021.
 * The n-th plan ends in 1955 + 5n. */
static guint
read_plan_year (const JbChars *text, guint i)
{
  static const gunichar digits[] = U"一二三四五六七八九";
  guint before = i, behind = i + 3, end;

  if (at (text, i) != U'十' || at (text, i + 2) != U'五')
    return 0;
  for (end = 1; end < 10 && digits[end - 1] != at (text, i + 1); end++)
    ;
  if (end == 10)
    return 0;
  end = 1955 + 5 * (10 + end);

  if (before > 0 && jb_char_is_opener (text->chars[before - 1]))
    before--;
  if (behind < text->length && jb_char_is_closer (text->chars[behind]))
    behind++;
  if ((before >= 2 && (jb_chars_has_text (text, before - 2, "收官") || jb_chars_has_text (text, before - 2, "决胜"))) ||
      jb_chars_has_text (text, behind, "收官之年"))
    return end;
  return jb_chars_has_text (text, behind, "开局之年") ? end - 4 : 0;
}

static guint
find_plan_year (const JbChars *text)
{
  guint year = 0;

  for (guint i = 0; i < text->length && year == 0; i++)
    year = read_plan_year (text, i);
  return year;
}

char *
jb_reference_dup (const JbArticle *article)
{
  guint year = 0, before = 0, plan_year = 0;  /* the latest year named, and the one before it */

  if (jb_date_is_valid (article->date))
    return g_strdup (article->date);

  for (guint i = 0; i < article->blocks->len; i++)
    {
      const JbBlock *block = g_ptr_array_index (article->blocks, i);
      g_autoptr(JbChars) text = jb_chars_new (block->text, -1);
      g_autoptr(GArray) dates = jb_dates_find (text, NULL);

      for (guint d = 0; d < dates->len; d++)
        {
          const JbDateHit *hit = &g_array_index (dates, JbDateHit, d);
          guint named = hit->from != NULL && strncmp (hit->from, hit->to, 4) == 0
                        ? (guint) g_ascii_strtoull (hit->from, NULL, 10) : 0;

          if (named > year)
            {
              before = year;
              year = named;
            }
          else if (named < year)
            before = MAX (before, named);
        }
      if (plan_year == 0)
        plan_year = find_plan_year (text);
    }
  /* a year long past is history: 始建于1921年 */
  if (before != 0 && before + MAX_NEAR >= year)
    return NULL;
  if (year == 0)
    year = plan_year;
  return year != 0 ? g_strdup_printf ("%04u", year) : NULL;
}
