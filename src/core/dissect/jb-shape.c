/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-shape.h"

#include "jb-chars.h"

#define MAX_LABEL 16  /* of a list of names */
#define BODY_LENGTH        40
#define SHORT_LENGTH       34
#define EXCLAMATION_LENGTH 30
#define LONG_LENGTH        80
#define NUMBERED_LENGTH    60
#define MAX_REMARK         60

static gboolean
is_one_of (gunichar c, const gunichar *set)
{
  for (; *set != 0; set++)
    if (*set == c)
      return TRUE;
  return FALSE;
}

/* The last character that is no closing mark; 0 where there is none. */
static gunichar
get_last (const gunichar *text, guint length)
{
  while (length > 0 && (jb_char_is_closer (text[length - 1]) || is_one_of (text[length - 1], U"\"'〉〕]")))
    length--;
  return length > 0 ? text[length - 1] : 0;
}

/* The characters before a bracket at the end, 0 where there is none: …落到实处。（记者 某某） */
static guint
skip_remark (const gunichar *text, guint length)
{
  if (length == 0 || !is_one_of (text[length - 1], U"）)"))
    return 0;
  for (guint i = length - 1; i > 0 && length - i < MAX_REMARK; i--)
    if (is_one_of (text[i - 1], U"（("))
      return i - 1;
  return 0;
}

gboolean
jb_shape_is_terminated (const gunichar *text, guint length)
{
  guint body = skip_remark (text, length);

  return jb_char_ends_sentence (get_last (text, length)) || jb_char_ends_sentence (get_last (text, body));
}

gboolean
jb_shape_is_body_like (const gunichar *text, guint length)
{
  return length >= BODY_LENGTH || jb_shape_is_terminated (text, length);
}

gboolean
jb_shape_is_short (const gunichar *text, guint length)
{
  return length <= SHORT_LENGTH && !jb_shape_is_terminated (text, length);
}

gboolean
jb_shape_is_headline (const gunichar *text, guint length)
{
  gunichar last = get_last (text, length);

  if (length == 0 || is_one_of (text[length - 1], U"，,、；;"))
    return FALSE;
  if (jb_shape_is_short (text, length))
    return TRUE;
  if (length > EXCLAMATION_LENGTH || last == 0x3002)
    return FALSE;
  for (guint i = 0; i < length; i++)
    if (is_one_of (text[i], U"。；;") || (i + 2 < length && is_one_of (text[i], U"！？!?")))
      return FALSE;
  return TRUE;
}

static guint
skip_blank (const gunichar *text, guint length, guint at)
{
  return at < length && jb_char_is_blank (text[at]) ? at + 1 : at;
}

static guint
count_numerals (const gunichar *text, guint length, guint from)
{
  guint n = 0;

  while (from + n < length && n < 3 && is_one_of (text[from + n], U"一二三四五六七八九十"))
    n++;
  return n;
}

static guint
count_digits (const gunichar *text, guint length, guint from)
{
  guint n = 0;

  while (from + n < length && n < 3 && jb_char_is_digit (text[from + n]))
    n++;
  return n;
}

JbMark
jb_shape_get_mark (const gunichar *text, guint length, guint *mark_length)
{
  guint n;

  *mark_length = 0;
  if (length < 2)
    return JB_MARK_NONE;

  if (is_one_of (text[0], U"◎●■▲△★☆·•◆◇○□▶►▪◼❖※➤"))
    {
      *mark_length = skip_blank (text, length, 1);
      return JB_MARK_BULLET;
    }
  if (text[0] >= 0x2460 && text[0] <= 0x2473)
    {
      *mark_length = skip_blank (text, length, 1);
      return JB_MARK_BRACKET_DIGIT;
    }
  if (is_one_of (text[0], U"（("))
    {
      if ((n = count_numerals (text, length, 1)) > 0 && 1 + n < length && is_one_of (text[1 + n], U"）)"))
        {
          *mark_length = skip_blank (text, length, n + 2);
          return JB_MARK_BRACKET_NUMERAL;
        }
      if ((n = count_digits (text, length, 1)) > 0 && n < 3 && 1 + n < length && is_one_of (text[1 + n], U"）)"))
        {
          *mark_length = skip_blank (text, length, n + 2);
          return JB_MARK_BRACKET_DIGIT;
        }
      return JB_MARK_NONE;
    }
  if ((n = count_numerals (text, length, 0)) > 0 && n < length)
    {
      if (text[n] == U'、')
        {
          *mark_length = skip_blank (text, length, n + 1);
          return JB_MARK_NUMERAL;
        }
      if (n == 1 && is_one_of (text[1], U"是要"))
        {
          *mark_length = 2;
          return JB_MARK_SPOKEN;
        }
      return JB_MARK_NONE;
    }
  /* 1.5万人 and 2020.4.21 begin with a number, not with a mark. */
  if ((n = count_digits (text, length, 0)) > 0 && n < 3 && n < length && is_one_of (text[n], U".．、") &&
      !(n + 1 < length && jb_char_is_digit (text[n + 1])))
    {
      *mark_length = skip_blank (text, length, n + 1);
      return JB_MARK_DIGIT;
    }
  return JB_MARK_NONE;
}

static gboolean
has_any (const gunichar *text, guint length, const gunichar *set)
{
  for (guint i = 0; i < length; i++)
    if (is_one_of (text[i], set))
      return TRUE;
  return FALSE;
}

gboolean
jb_shape_is_long_headline (const gunichar *text, guint length)
{
  return length > 0 && length <= LONG_LENGTH && !jb_shape_is_terminated (text, length) &&
         !has_any (text, length, U"，,。；;");
}

gboolean
jb_shape_is_numbered_headline (const gunichar *text, guint length)
{
  guint mark_length;
  JbMark mark = jb_shape_get_mark (text, length, &mark_length);

  return (mark == JB_MARK_NUMERAL || mark == JB_MARK_BRACKET_NUMERAL) && length <= NUMBERED_LENGTH &&
         !jb_shape_is_terminated (text, length) && !is_one_of (text[length - 1], U"，,、；;：:") &&
         !has_any (text, length, U"。；;");
}

gboolean
jb_shape_is_remark (const gunichar *text, guint length)
{
  guint depth = 0;

  if (length == 0 || !is_one_of (text[0], U"（("))
    return FALSE;
  for (guint i = 0; i < length; i++)
    if (is_one_of (text[i], U"（("))
      depth++;
    else if (is_one_of (text[i], U"）)") && --depth == 0)
      return i + 1 == length;
  return FALSE;
}

gboolean
jb_shape_is_listing (const gunichar *text, guint length, gboolean *is_full)
{
  guint i = 0, number = 0, n_names = 0;

  while (i < MIN (length, MAX_LABEL) && jb_char_is_han (text[i]))
    i++;
  if (i < 2 || i + 4 >= length || !is_one_of (text[i], U"（("))
    return FALSE;
  for (i++; i < length && jb_char_is_digit (text[i]); i++)
    number = number * 10 + text[i] - '0';
  if (number == 0 || i + 2 >= length || !is_one_of (text[i], U"名家个人项") || !is_one_of (text[i + 1], U"）)") ||
      !is_one_of (text[i + 2], U"：:"))
    return FALSE;
  for (i += 3; i < length; i++)
    if (!is_one_of (text[i], U"、 　,，") && (n_names == 0 || is_one_of (text[i - 1], U"、 　,，")))
      n_names++;
  if (is_full != NULL)
    *is_full = n_names >= number;
  return TRUE;
}

guint
jb_shape_trim_end (const gunichar *text, guint length)
{
  while (length > 0 && jb_shape_is_void (text[length - 1]))
    length--;
  return length;
}

gboolean
jb_shape_is_void (gunichar c)
{
  return jb_char_is_blank (c) || c == 0xfeff || (c >= 0x2000 && c <= 0x200b) || c == 0x205f || c == 0x202f ||
         c == 0x1680;
}
