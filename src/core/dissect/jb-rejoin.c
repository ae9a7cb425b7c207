/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-rejoin.h"

#include <glib/gi18n-lib.h>

#include "jb-byline.h"
#include "jb-chars.h"
#include "jb-cues.h"
#include "jb-shape.h"

/* How far back the left piece is looked at; keeps long chains of pieces linear. */
#define WINDOW 600

#define MAX_TINY 6
#define MAX_POINTS 8  /* of the weights below, either way */

static const struct
{
  JbRejoinReasons reason;
  int             points;
  const char     *id;     /* kept in libraries: never changed */
  const char     *label;
} weights[] = {
  { JB_REJOIN_TERMINATED, 0, "ends-sentence", N_("the first part ends a sentence") },
  { JB_REJOIN_NEW_UNIT, -8, "new-unit", N_("the second part begins something new") },
  { JB_REJOIN_NO_PUNCTUATION, -3, "no-punctuation", N_("the first part has no punctuation, like a heading") },
  { JB_REJOIN_COMMA_END, 4, "comma-end", N_("the first part ends with a comma") },
  { JB_REJOIN_COLON_END, -7, "colon-end", N_("the first part ends with a colon") },
  { JB_REJOIN_OPEN_QUOTE, 3, "open-quote", N_("a quotation or bracket stays open") },
  { JB_REJOIN_INNER_STOP, 2, "inner-stop", N_("the first part is running text") },
  { JB_REJOIN_LONG, 2, "long", N_("the first part is long") },
  { JB_REJOIN_LIST_START, 2, "list-start", N_("the first part is a list item") },
  { JB_REJOIN_MANY_COMMAS, 3, "many-commas", N_("the first part has several commas") },
  { JB_REJOIN_JOINT, 2, "leads-on", N_("the first part ends with a word that leads on") },
  { JB_REJOIN_BIGRAM_SEEN, 2, "bigram-seen", N_("the characters at the cut stand together elsewhere") },
  { JB_REJOIN_BIGRAM_FREQUENT, 3, "bigram-frequent", N_("the characters at the cut often stand together") },
  { JB_REJOIN_SHORT_TAIL, 1, "short-tail", N_("the second part is a short rest of a sentence") },
  { JB_REJOIN_TINY_TAIL, 2, "tiny-tail", N_("the second part is too short for a paragraph") },
  { JB_REJOIN_WEAK_TAIL, -3, "weak-tail", N_("the second part is no running text") },
  { JB_REJOIN_HEADING, -3, "heading", N_("the first part looks like a heading") },
  { JB_REJOIN_INDENTED, -3, "indented", N_("the second part is indented like a paragraph") },
  { JB_REJOIN_NOT_INDENTED, 3, "not-indented", N_("the second part lacks the indent of a paragraph") },
  { JB_REJOIN_LATIN, 3, "latin", N_("a phrase in Latin letters goes on") },
  { JB_REJOIN_NUMBER, 3, "number", N_("the first part ends with a number") },
  { JB_REJOIN_MARK_START, 6, "mark-start", N_("the second part begins with a comma or stop") },
  { JB_REJOIN_SEMICOLON_END, -5, "semicolon-end", N_("the first part ends with a semicolon, like one of several items") },
  { JB_REJOIN_SHORT_LINE, -5, "short-line", N_("the first part's last line is not full") },
  { JB_REJOIN_FULL_LINE, 3, "full-line", N_("the lines are full, in text wrapped at a fixed width") },
  { JB_REJOIN_BY_HAND, 0, "by-hand", N_("an editor joined the parts") },
};

typedef struct
{
  guint    n_commas;
  guint    n_pauses;  /* 、 */
  guint    n_stops;
  guint    n_colons;  /* inside, not at the end */
  gboolean is_open;   /* a quotation or bracket is not closed */
} Punctuation;

static int
get_pair (gunichar c)
{
  switch (c)
    {
    case 0x201c: case 0x201d: return 0;
    case 0xff08: case 0xff09: case '(': case ')': return 1;
    case 0x300a: case 0x300b: return 2;
    default: return -1;
    }
}

static Punctuation
look_at_punctuation (const gunichar *text, guint length)
{
  Punctuation found = { 0 };
  guint depths[3] = { 0 };

  for (guint i = length > WINDOW ? length - WINDOW : 0; i < length; i++)
    {
      int pair = get_pair (text[i]);

      found.n_commas += text[i] == U'，' || text[i] == ',';
      found.n_pauses += text[i] == U'、';
      found.n_stops += text[i] == U'。' || text[i] == U'；' || text[i] == ';' || text[i] == U'！' || text[i] == U'？';
      found.n_colons += (text[i] == U'：' || text[i] == ':') && i + 1 < length;
      if (pair < 0)
        continue;
      if (jb_char_is_opener (text[i]))
        depths[pair]++;
      else if (depths[pair] > 0)
        depths[pair]--;
    }
  found.is_open = depths[0] + depths[1] + depths[2] > 0;
  return found;
}

static JbRejoinReasons
look_at_left (const gunichar *text, guint length)
{
  guint mark_length;
  JbMark mark = jb_shape_get_mark (text, length, &mark_length);
  /* The 、 of 一、 belongs to the mark. */
  Punctuation punctuation = look_at_punctuation (text + mark_length, length - mark_length);
  JbRejoinReasons reasons = 0;
  gunichar last = text[length - 1];

  if (jb_shape_is_terminated (text, length) || jb_shape_is_remark (text, length))
    return JB_REJOIN_TERMINATED;
  /* A list item with a label (◎目标：), or somebody's words (他说：“…), is no heading, even without a comma. */
  if (punctuation.n_commas + punctuation.n_pauses + punctuation.n_stops == 0 &&
      !((mark == JB_MARK_BULLET || punctuation.is_open) && punctuation.n_colons > 0))
    reasons |= JB_REJOIN_NO_PUNCTUATION;
  if (last == U'；' || last == ';')
    reasons |= JB_REJOIN_SEMICOLON_END;
  if (last == U'，' || last == ',' || last == U'、')
    reasons |= JB_REJOIN_COMMA_END;
  if (last == U'：' || last == ':')
    reasons |= JB_REJOIN_COLON_END;
  if (punctuation.is_open)
    reasons |= JB_REJOIN_OPEN_QUOTE;
  if (punctuation.n_stops > 0)
    reasons |= JB_REJOIN_INNER_STOP;
  if (length >= 30)
    reasons |= JB_REJOIN_LONG;
  if (mark != JB_MARK_NONE)
    reasons |= JB_REJOIN_LIST_START;
  if (punctuation.n_commas >= 2 || punctuation.n_pauses >= 3)
    reasons |= JB_REJOIN_MANY_COMMAS;
  if (jb_cues_match_end (JB_CUES_JOINTS, text, length) > 0)
    reasons |= JB_REJOIN_JOINT;
  return reasons;
}

/* Marks that only ever follow something. */
static gboolean
is_mark_inside (gunichar c)
{
  static const gunichar marks[] = U"，、。；：！？”）》,;)%";

  for (const gunichar *mark = marks; *mark != 0; mark++)
    if (*mark == c)
      return TRUE;
  return FALSE;
}

static gboolean
begins_new_unit (const gunichar *text, guint length)
{
  guint mark_length;
  JbMark mark = jb_shape_get_mark (text, length, &mark_length);

  /* 一是 may well follow the comma of 他强调，. */
  return (mark != JB_MARK_NONE && mark != JB_MARK_SPOKEN) || jb_byline_get_run_in (text, length) > 0 ||
         jb_cues_match_start (JB_CUES_REFERENCES, text, length) > 0 || jb_cues_equal (JB_CUES_TEASERS, text, length);
}

static JbRejoinReasons
look_at_right (const gunichar *text, guint length)
{
  gboolean is_terminated = jb_shape_is_terminated (text, length);
  JbRejoinReasons reasons = 0;

  if (is_mark_inside (text[0]))
    reasons |= JB_REJOIN_MARK_START;
  if (begins_new_unit (text, length))
    reasons |= JB_REJOIN_NEW_UNIT;
  if (length <= 15 && is_terminated)
    reasons |= JB_REJOIN_SHORT_TAIL;
  if (length <= MAX_TINY && text[length - 1] == U'。')
    reasons |= JB_REJOIN_TINY_TAIL;
  if (!is_terminated && length < 30)
    reasons |= JB_REJOIN_WEAK_TAIL;
  return reasons;
}

static int
add_up (JbRejoinReasons reasons)
{
  int score = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    if (reasons & weights[i].reason)
      score += weights[i].points;
  return score;
}

JbRejoinScore
jb_rejoin_score (const gunichar *left, guint left_length, const gunichar *right, guint right_length,
                 const JbRejoinHints *hints)
{
  JbRejoinScore result = { 0, 0 };
  guint count = 0;

  g_return_val_if_fail (left_length > 0 && right_length > 0, result);

  result.reasons = look_at_left (left, left_length);
  if (result.reasons & JB_REJOIN_TERMINATED)
    return result;
  result.reasons |= look_at_right (right, right_length);

  /* Below a heading even the shortest sentence is a text. */
  if (result.reasons & JB_REJOIN_NO_PUNCTUATION)
    result.reasons &= ~JB_REJOIN_TINY_TAIL;

  if (jb_char_is_digit (left[left_length - 1]) && jb_char_is_han (right[0]))
    result.reasons |= JB_REJOIN_NUMBER;
  if (left[left_length - 1] < 0x80 && g_ascii_isalpha (left[left_length - 1]) &&
      right[0] < 0x80 && g_ascii_islower (right[0]))
    result.reasons |= JB_REJOIN_LATIN;
  if (hints->bigrams != NULL)
    count = jb_bigrams_get_count (hints->bigrams, left[left_length - 1], right[0]);
  if (count >= 5 || jb_bigrams_get_count (jb_bigrams_get_general (), left[left_length - 1], right[0]) > 0)
    result.reasons |= JB_REJOIN_BIGRAM_FREQUENT;
  else if (count > 0)
    result.reasons |= JB_REJOIN_BIGRAM_SEEN;
  if (hints->is_ended)
    result.reasons |= JB_REJOIN_SHORT_LINE;
  /* A numbered heading is no item of a list. */
  if (hints->is_heading)
    result.reasons = (result.reasons | JB_REJOIN_HEADING) & ~JB_REJOIN_LIST_START;
  /* … and, unlike others, it may well be long and have commas. */
  if (hints->is_heading && jb_shape_is_numbered_headline (left, left_length))
    result.reasons &= ~(JB_REJOIN_LONG | JB_REJOIN_MANY_COMMAS);
  if (hints->indent != 0)
    result.reasons |= hints->indent > 0 ? JB_REJOIN_INDENTED : JB_REJOIN_NOT_INDENTED;
  return jb_rejoin_score_reasons (result.reasons);
}

JbRejoinScore
jb_rejoin_score_texts (const char *left, const char *right, const JbBigrams *bigrams)
{
  g_autoptr(JbChars) left_chars = jb_chars_new (left, -1);
  g_autoptr(JbChars) right_chars = jb_chars_new (right, -1);
  JbRejoinHints hints = { .bigrams = bigrams };

  return jb_rejoin_score (left_chars->chars, left_chars->length, right_chars->chars, right_chars->length, &hints);
}

JbRejoinScore
jb_rejoin_score_reasons (JbRejoinReasons reasons)
{
  return (JbRejoinScore) { add_up (reasons), reasons };
}

char *
jb_rejoin_reasons_to_string (JbRejoinReasons reasons)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    if (reasons & weights[i].reason)
      g_string_append_printf (string, "%s%s", string->len > 0 ? "," : "", weights[i].id);
  return g_string_free (string, FALSE);
}

char *
jb_rejoin_describe (const char *reasons)
{
  g_auto(GStrv) ids = g_strsplit (reasons, ",", -1);
  GString *words = g_string_new (NULL);

  /* the weightiest first */
  for (int points = MAX_POINTS; points >= 0; points--)
    for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
      if (ABS (weights[i].points) == points && g_strv_contains ((const char *const *) ids, weights[i].id))
        /* Translators: stands between reasons, each half a sentence. */
        g_string_append_printf (words, "%s%s", words->len > 0 ? _("; ") : "", _(weights[i].label));
  return g_string_free (words, FALSE);
}
