/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-numerals.h"

/* The value of a Chinese digit, -1 for other characters. */
static int
digit_value (gunichar c)
{
  switch (c)
    {
    case U'〇': case U'零': return 0;
    case U'一': return 1;
    case U'二': case U'两': return 2;
    case U'三': return 3;
    case U'四': return 4;
    case U'五': return 5;
    case U'六': return 6;
    case U'七': return 7;
    case U'八': return 8;
    case U'九': return 9;
    default:    return -1;
    }
}

/* The value of a power of ten, 0 for other characters. */
static double
power_value (gunichar c)
{
  switch (c)
    {
    case U'十': return 10;
    case U'百': return 100;
    case U'千': return 1000;
    case U'万': return 1e4;
    case U'亿': return 1e8;
    default:    return 0;
    }
}

static gunichar
at (const JbChars *text, guint i)
{
  return i < text->length ? text->chars[i] : 0;
}

/* The power of ten at @i, unless it begins a unit: 千米, 千瓦, 百分点. */
static double
power_at (const JbChars *text, guint i)
{
  gunichar c = at (text, i), next = at (text, i + 1);

  if (c == U'千' && (next == U'米' || next == U'瓦' || next == U'克' || next == U'伏' || next == U'卡' || next == U'赫'))
    return 0;
  if (c == U'百' && next == U'分')
    return 0;
  return power_value (c);
}

/* Reads 余 多 几 来 behind a number; 多 and 几 of other words (多少, 几乎) stay. */
static gboolean
read_surplus (const JbChars *text, guint *i, JbNumeral *numeral)
{
  gunichar c = at (text, *i), next = at (text, *i + 1);

  if (c == U'余' || (c == U'多' && next != U'少' && next != U'次') || (c == U'几' && next != U'乎'))
    numeral->sharpness = JB_NUMERAL_MORE;
  else if (c == U'来' && next != U'自' && next != U'源' && next != U'到')
    numeral->sharpness = JB_NUMERAL_ABOUT;
  else
    return FALSE;
  (*i)++;
  return TRUE;
}

static guint
count_digits (const JbChars *text, guint i)
{
  guint n = 0;

  while (jb_char_is_digit (at (text, i + n)))
    n++;
  return n;
}

static void
append_digits (GString *plain, const JbChars *text, guint *i, guint n)
{
  for (guint end = *i + n; *i < end; (*i)++)
    g_string_append_c (plain, (char) jb_char_fold_width (text->chars[*i]));
}

/* The value is read from a plain form such as 253.1e8: multiplying 253.1 would not give a whole number. */
static guint
read_arabic (const JbChars *text, guint start, JbNumeral *numeral)
{
  g_autoptr(GString) plain = g_string_new (NULL);
  guint i = start, n = count_digits (text, i), exponent = 0;

  numeral->is_arabic = TRUE;
  numeral->n_digits = n;
  append_digits (plain, text, &i, n);
  while (n <= 3 && at (text, i) == ',' && count_digits (text, i + 1) == 3)
    {
      i++;
      append_digits (plain, text, &i, 3);
    }
  if (jb_char_fold_width (at (text, i)) == '.' && (n = count_digits (text, i + 1)) > 0)
    {
      i++;
      g_string_append_c (plain, '.');
      append_digits (plain, text, &i, n);
    }

  for (;;)
    {
      double power;

      read_surplus (text, &i, numeral);  /* 8000余万: 余 stands before the power it goes with */
      power = power_at (text, i);
      if (power == 0)
        break;
      for (; power > 1; power /= 10)
        exponent++;
      i++;
    }
  numeral->is_digits = i - start == numeral->n_digits;
  g_string_append_printf (plain, "e%u", exponent);
  numeral->value = g_ascii_strtod (plain->str, NULL);
  return i;
}

static guint
read_chinese (const JbChars *text, guint start, JbNumeral *numeral)
{
  double total = 0, section = 0, group = 0, last_power = 0;
  int digit = -1;
  gboolean after_zero = FALSE;
  guint i = start;

  numeral->is_digits = TRUE;
  if (at (text, i) == U'数' || at (text, i) == U'几')
    {
      if (power_at (text, i + 1) == 0)
        return start;
      numeral->sharpness = JB_NUMERAL_ABOUT;
      i++;
    }
  else if (power_at (text, i) >= 100)
    {
      numeral->is_bare = TRUE;
    }

  for (;; i++)
    {
      int d = digit_value (at (text, i));
      double power = power_at (text, i);

      if (d >= 0)
        {
          if (numeral->is_digits)
            numeral->n_digits++;
          if (digit < 0)
            {
              after_zero = after_zero || d == 0;
              digit = d == 0 && !numeral->is_digits ? -1 : d;
            }
          else if (numeral->is_digits && digit >= 0)
            digit = digit < 100000000 ? digit * 10 + d : digit;  /* 二〇二〇 */
          else if (d == digit + 1)
            numeral->sharpness = JB_NUMERAL_ABOUT;  /* 十七八 */
          else
            break;
        }
      else if (power > 0)
        {
          /* 两三百: read as the digits 2 and 3 until the power showed what they are */
          if (numeral->is_digits && digit > 9)
            {
              if (digit > 99 || digit % 10 != digit / 10 + 1)
                break;
              digit /= 10;
              numeral->sharpness = JB_NUMERAL_ABOUT;
            }
          numeral->is_digits = FALSE;
          if (power < 1e4)
            {
              group += (digit < 0 ? 1 : digit) * power;
            }
          else
            {
              double below = group + MAX (digit, 0);

              if (power == 1e4)
                section = (below + section == 0 ? 1 : below + section) * power;
              else
                {
                  total = (below + section + total == 0 ? 1 : below + section + total) * power;
                  section = 0;
                }
              group = 0;
            }
          digit = -1;
          after_zero = FALSE;
          last_power = power;
        }
      else if (i > start && last_power > 0 && digit < 0 && numeral->sharpness != JB_NUMERAL_MORE)
        {
          guint ahead = i;

          if (!read_surplus (text, &ahead, numeral))
            break;
        }
      else
        {
          break;
        }
    }

  if (i == start || (numeral->sharpness == JB_NUMERAL_ABOUT && i == start + 1))
    return start;
  if (numeral->is_digits && digit > 9 && digit < 100 && digit % 10 == digit / 10 + 1)
    {
      digit /= 10;  /* 三四个 */
      numeral->sharpness = JB_NUMERAL_ABOUT;
      numeral->is_digits = FALSE;
    }
  if (digit > 0)
    group += last_power >= 100 && !after_zero ? digit * last_power / 10 : digit;  /* 两万五 */
  numeral->value = total + section + group;
  return i;
}

gboolean
jb_numeral_begins_with (gunichar c)
{
  return jb_char_is_digit (c) || jb_char_is_numeral (c) || c == U'数' || c == U'几';
}

gboolean
jb_numeral_read (const JbChars *text, guint start, JbNumeral *numeral)
{
  guint end;

  g_return_val_if_fail (start <= text->length, FALSE);

  *numeral = (JbNumeral) { 0 };
  if (jb_char_is_digit (at (text, start)))
    end = read_arabic (text, start, numeral);
  else if (jb_numeral_begins_with (at (text, start)))
    end = read_chinese (text, start, numeral);
  else
    end = start;
  numeral->length = end - start;
  return end > start;
}
