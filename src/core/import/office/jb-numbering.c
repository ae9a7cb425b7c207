/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-numbering.h"

#include "jb-chars.h"

#include <string.h>

/* One form of Chinese numbers. */
typedef struct
{
  const char *digits;  /* ten characters, from zero */
  const char *powers;  /* ten, hundred, thousand, ten thousand */
  gboolean    one_ten; /* 壹拾; else 十 */
} Hanzi;

static const Hanzi chinese     = { "零一二三四五六七八九", "十百千万", FALSE };
static const Hanzi legal       = { "零壹贰叁肆伍陆柒捌玖", "拾佰仟万", TRUE };
static const Hanzi traditional = { "零一二三四五六七八九", "十百千萬", FALSE };
static const Hanzi traditional_legal = { "零壹貳參肆伍陸柒捌玖", "拾佰仟萬", TRUE };

static const struct
{
  const char *name;
  JbNumbering numbering;
} ooxml_names[] = {
  { "none", JB_NUMBERING_NONE },
  { "bullet", JB_NUMBERING_BULLET },
  { "decimal", JB_NUMBERING_DECIMAL },
  { "decimalHalfWidth", JB_NUMBERING_DECIMAL },
  { "decimalZero", JB_NUMBERING_DECIMAL_ZERO },
  { "upperRoman", JB_NUMBERING_UPPER_ROMAN },
  { "lowerRoman", JB_NUMBERING_LOWER_ROMAN },
  { "upperLetter", JB_NUMBERING_UPPER_LETTER },
  { "lowerLetter", JB_NUMBERING_LOWER_LETTER },
  { "decimalFullWidth", JB_NUMBERING_FULL_WIDTH },
  { "decimalFullWidth2", JB_NUMBERING_FULL_WIDTH },
  { "decimalEnclosedCircle", JB_NUMBERING_CIRCLE },
  { "decimalEnclosedCircleChinese", JB_NUMBERING_CIRCLE },
  { "decimalEnclosedParen", JB_NUMBERING_PARENTHESIS },
  { "decimalEnclosedFullstop", JB_NUMBERING_FULL_STOP },
  { "numberInDash", JB_NUMBERING_DASH },
  { "ordinal", JB_NUMBERING_ORDINAL },
  { "hex", JB_NUMBERING_HEX },
  { "chineseCounting", JB_NUMBERING_CHINESE },
  { "taiwaneseCounting", JB_NUMBERING_CHINESE },
  { "chineseCountingThousand", JB_NUMBERING_CHINESE_THOUSAND },
  { "japaneseCounting", JB_NUMBERING_CHINESE_THOUSAND },
  { "taiwaneseCountingThousand", JB_NUMBERING_TRADITIONAL_THOUSAND },
  { "ideographDigital", JB_NUMBERING_CHINESE_DIGITS },
  { "taiwaneseDigital", JB_NUMBERING_CHINESE_DIGITS },
  { "japaneseDigitalTenThousand", JB_NUMBERING_CHINESE_DIGITS },
  { "chineseLegalSimplified", JB_NUMBERING_CHINESE_LEGAL },
  { "ideographLegalTraditional", JB_NUMBERING_TRADITIONAL_LEGAL },
  { "ideographEnclosedCircle", JB_NUMBERING_CHINESE_CIRCLE },
  { "ideographTraditional", JB_NUMBERING_STEMS },
  { "ideographZodiac", JB_NUMBERING_BRANCHES },
  { "ideographZodiacTraditional", JB_NUMBERING_STEMS_AND_BRANCHES },
};

/* By what the row begins with; longer beginnings first. */
static const struct
{
  const char *begin;
  JbNumbering numbering;
} odf_rows[] = {
  { "01", JB_NUMBERING_DECIMAL_ZERO },
  { "1st", JB_NUMBERING_ORDINAL },
  { "1", JB_NUMBERING_DECIMAL },
  { "a", JB_NUMBERING_LOWER_LETTER },
  { "A", JB_NUMBERING_UPPER_LETTER },
  { "i", JB_NUMBERING_LOWER_ROMAN },
  { "I", JB_NUMBERING_UPPER_ROMAN },
  { "１", JB_NUMBERING_FULL_WIDTH },
  { "①", JB_NUMBERING_CIRCLE },
  { "⑴", JB_NUMBERING_PARENTHESIS },
  { "⒈", JB_NUMBERING_FULL_STOP },
  { "一", JB_NUMBERING_CHINESE_THOUSAND },
  { "壹, 貳", JB_NUMBERING_TRADITIONAL_LEGAL },
  { "壹", JB_NUMBERING_CHINESE_LEGAL },
  { "㊀", JB_NUMBERING_CHINESE_CIRCLE },
  { "甲子", JB_NUMBERING_STEMS_AND_BRANCHES },
  { "甲", JB_NUMBERING_STEMS },
  { "子", JB_NUMBERING_BRANCHES },
};

JbNumbering
jb_numbering_from_ooxml (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (ooxml_names); i++)
    if (g_strcmp0 (ooxml_names[i].name, name) == 0)
      return ooxml_names[i].numbering;
  return JB_NUMBERING_DECIMAL;
}

JbNumbering
jb_numbering_from_odf (const char *format)
{
  if (format == NULL || *format == '\0')
    return JB_NUMBERING_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (odf_rows); i++)
    if (g_str_has_prefix (format, odf_rows[i].begin))
      return odf_rows[i].numbering;
  return JB_NUMBERING_DECIMAL;
}

static void
append_char (GString *to, const char *row, guint index)
{
  const char *at = g_utf8_offset_to_pointer (row, index);

  g_string_append_len (to, at, g_utf8_next_char (at) - at);
}

/* A number below ten thousand. @is_inner: digits stand before it, so 十 is 一十 and a gap is filled with 零 */
static void
append_section (GString *to, const Hanzi *form, guint number, gboolean is_inner)
{
  gboolean has_gap = is_inner && number < 1000;
  guint unit = 1000;

  for (guint power = 4; power-- > 0; unit /= 10)
    {
      guint digit = number / unit % 10;

      if (digit == 0)
        {
          has_gap = has_gap || is_inner;
          continue;
        }
      if (has_gap)
        append_char (to, form->digits, 0);
      has_gap = FALSE;
      if (digit != 1 || power != 1 || is_inner || form->one_ten)
        append_char (to, form->digits, digit);
      if (power > 0)
        append_char (to, form->powers, power - 1);
      is_inner = TRUE;
    }
}

static void
append_counted (GString *to, const Hanzi *form, guint number)
{
  if (number == 0)
    {
      append_char (to, form->digits, 0);
      return;
    }
  if (number >= 10000)
    {
      append_section (to, form, number / 10000, FALSE);
      append_char (to, form->powers, 3);
    }
  append_section (to, form, number % 10000, number >= 10000);
}

/* The decimal digits, each replaced by that of @row. */
static void
append_digits (GString *to, const char *row, guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);

  for (const char *digit = digits; *digit != '\0'; digit++)
    append_char (to, row, (guint) (*digit - '0'));
}

static gboolean
append_roman (GString *to, guint number, gboolean is_upper)
{
  static const guint values[] = { 1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1 };
  static const char *const upper[] = { "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I" };
  static const char *const lower[] = { "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i" };

  if (number == 0 || number > 3999)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (; number >= values[i]; number -= values[i])
      g_string_append (to, is_upper ? upper[i] : lower[i]);
  return TRUE;
}

/* A … Z, then AA, BB … */
static gboolean
append_letters (GString *to, guint number, char first)
{
  if (number == 0 || number > 26 * 10)
    return FALSE;
  for (guint i = 0; i <= (number - 1) / 26; i++)
    g_string_append_c (to, (char) (first + (char) ((number - 1) % 26)));
  return TRUE;
}

/* A row of characters that stand one behind the other in Unicode. */
static gboolean
append_from_row (GString *to, gunichar first, guint n, guint number)
{
  if (number == 0 || number > n)
    return FALSE;
  g_string_append_unichar (to, first + number - 1);
  return TRUE;
}

static gboolean
append_circle (GString *to, guint number)
{
  if (number == 0)
    {
      g_string_append (to, "⓪");
      return TRUE;
    }
  return append_from_row (to, 0x2460, 20, number) || (number > 20 && append_from_row (to, 0x3251, 15, number - 20)) ||
         (number > 35 && append_from_row (to, 0x32b1, 15, number - 35));
}

static gboolean
append_cycle (GString *to, guint number, gboolean with_stems, gboolean with_branches)
{
  guint n = with_stems ? with_branches ? 60 : 10 : 12;

  if (number == 0 || number > n)
    return FALSE;
  if (with_stems)
    append_char (to, "甲乙丙丁戊己庚辛壬癸", (number - 1) % 10);
  if (with_branches)
    append_char (to, "子丑寅卯辰巳午未申酉戌亥", (number - 1) % 12);
  return TRUE;
}

static void
append_ordinal (GString *to, guint number)
{
  static const char *const ends[] = { "th", "st", "nd", "rd" };
  guint last = number % 100 / 10 == 1 ? 0 : number % 10;

  g_string_append_printf (to, "%u%s", number, ends[last < 4 ? last : 0]);
}

static void
append_chinese (GString *to, guint number)
{
  if (number > 0 && number < 100)
    append_counted (to, &chinese, number);
  else
    append_digits (to, "〇一二三四五六七八九", number);
}

/* Returns: FALSE where the format has no such number */
static gboolean
append_number (GString *to, JbNumbering numbering, guint number)
{
  switch (numbering)
    {
    case JB_NUMBERING_NONE:
    case JB_NUMBERING_BULLET:
      return TRUE;
    case JB_NUMBERING_DECIMAL_ZERO:
      g_string_append_printf (to, "%02u", number);
      return TRUE;
    case JB_NUMBERING_UPPER_ROMAN:
    case JB_NUMBERING_LOWER_ROMAN:
      return append_roman (to, number, numbering == JB_NUMBERING_UPPER_ROMAN);
    case JB_NUMBERING_UPPER_LETTER:
    case JB_NUMBERING_LOWER_LETTER:
      return append_letters (to, number, numbering == JB_NUMBERING_UPPER_LETTER ? 'A' : 'a');
    case JB_NUMBERING_FULL_WIDTH:
      append_digits (to, "０１２３４５６７８９", number);
      return TRUE;
    case JB_NUMBERING_CIRCLE:
      return append_circle (to, number);
    case JB_NUMBERING_PARENTHESIS:
      return append_from_row (to, 0x2474, 20, number);
    case JB_NUMBERING_FULL_STOP:
      return append_from_row (to, 0x2488, 20, number);
    case JB_NUMBERING_DASH:
      g_string_append_printf (to, "- %u -", number);
      return TRUE;
    case JB_NUMBERING_ORDINAL:
      append_ordinal (to, number);
      return TRUE;
    case JB_NUMBERING_HEX:
      g_string_append_printf (to, "%X", number);
      return TRUE;
    case JB_NUMBERING_CHINESE:
      append_chinese (to, number);
      return TRUE;
    case JB_NUMBERING_CHINESE_THOUSAND:
      append_counted (to, &chinese, number);
      return TRUE;
    case JB_NUMBERING_CHINESE_DIGITS:
      append_digits (to, "〇一二三四五六七八九", number);
      return TRUE;
    case JB_NUMBERING_CHINESE_LEGAL:
      append_counted (to, &legal, number);
      return TRUE;
    case JB_NUMBERING_TRADITIONAL_THOUSAND:
      append_counted (to, &traditional, number);
      return TRUE;
    case JB_NUMBERING_TRADITIONAL_LEGAL:
      append_counted (to, &traditional_legal, number);
      return TRUE;
    case JB_NUMBERING_CHINESE_CIRCLE:
      return append_from_row (to, 0x3280, 10, number);
    case JB_NUMBERING_STEMS:
      return append_cycle (to, number, TRUE, FALSE);
    case JB_NUMBERING_BRANCHES:
      return append_cycle (to, number, FALSE, TRUE);
    case JB_NUMBERING_STEMS_AND_BRANCHES:
      return append_cycle (to, number, TRUE, TRUE);
    case JB_NUMBERING_DECIMAL:
    default:
      return FALSE;
    }
}

char *
jb_numbering_format (JbNumbering numbering, guint number)
{
  GString *text = g_string_new (NULL);

  if (number > JB_NUMBERING_MAX || !append_number (text, numbering, number))
    g_string_append_printf (text, "%u", number);
  return g_string_free (text, FALSE);
}

/* Marks behind which Chinese text goes on without a space. */
static gboolean
is_mark (gunichar c)
{
  return !jb_char_is_han (c) && !g_unichar_isalpha (c) && !g_unichar_isdigit (c);
}

/* Those behind which letters and digits do so too: they are wide, or end the number plainly. */
static gboolean
is_wide_mark (gunichar c)
{
  return is_mark (c) && ((c >= 0x2460 && c < 0x2500) || c >= 0x2e80);
}

/* Letters and digits that are written with spaces between words. */
static gboolean
wants_space (gunichar c)
{
  return g_unichar_isalnum (c) && !jb_char_is_han (c) && c < 0x2e80;
}

/* Returns: (transfer full): @number without the white space at its end. @has_space: (inout): set where there was some */
static char *
trim_end (const char *number, gboolean *has_space)
{
  const char *start = number ?: "", *end = start + strlen (start);

  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    {
      end = g_utf8_prev_char (end);
      *has_space = TRUE;
    }
  return g_strndup (start, (gsize) (end - start));
}

char *
jb_numbering_join (const char *number, gboolean has_space, const char *text)
{
  g_autofree char *trimmed = trim_end (number, &has_space);
  gunichar last, first;
  gboolean needs_space;

  if (*trimmed == '\0')
    return g_strdup (text);
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  last = g_utf8_get_char (g_utf8_prev_char (trimmed + strlen (trimmed)));
  first = g_utf8_get_char (text);
  needs_space = !is_mark (last) || (wants_space (first) && !is_wide_mark (last));
  return g_strconcat (trimmed, has_space && needs_space && *text != '\0' ? " " : "", text, NULL);
}
