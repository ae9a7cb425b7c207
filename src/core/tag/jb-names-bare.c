/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of people without a post or label beside them. A string of two to four characters is scored by its surname, by
 * how well its other characters suit a given name, by how it falls apart into the words of the dictionary, and by what
 * stands beside it. Foreign names are runs of the characters that write foreign sounds. What other recognisers found
 * already goes before. */
#include "jb-names.h"

#include <string.h>

#include "jb-name-characters.h"

#define LEAST_SCORE 2.5
#define MIDDLE_DOT 0xb7
#define MAX_FOREIGN 20

typedef struct
{
  guint  start, end;
  double score;
} Guess;

static gboolean
is_dot (gunichar c)
{
  return c == MIDDLE_DOT || c == 0x2022 || c == 0x30fb || c == 0xff0e;
}

/* By how much @c speaks for a given name. */
static double
weigh_given (gunichar c)
{
  guint rank = jb_name_character_get_rank (c);

  if (jb_name_character_get_traits (c) & JB_NAME_CHARACTER_GIVEN)
    return rank >= 250 ? 0.9 : 0.6;
  return rank < 250 ? -1.3 : rank < 700 ? -0.8 : rank < 1300 ? -0.3 : rank < 2200 ? 0.2 : 0.5;
}

static double
weigh_surname (const JbScan *scan, guint start, guint length)
{
  guint rank = jb_name_character_get_surname_rank (scan->text->chars[start]);
  double weight = rank < 30 ? 1.5 : rank < 100 ? 1.0 : rank < 999 ? 0.5 : 0.0;

  if (length == 2)
    return 2.0;
  if (!(scan->begins[start] & JB_WORD_BIT (JB_WORD_SURNAME_WEAK)))
    return weight;
  return scan->ends[start] & (JB_WORD_BIT (JB_WORD_POST) | JB_WORD_BIT (JB_WORD_POST_OTHER)) ? weight - 0.5 : weight - 1.5;
}

/* How the dictionary sees the characters: as single ones, as words, as one word. */
static double
weigh_words (JbScan *scan, guint start, guint surname, guint end)
{
  guint n_borders = 0;

  for (guint i = start + 1; i < end; i++)
    n_borders += jb_scan_is_word_border (scan, i);
  if (n_borders == end - start - 1)
    return end - start - surname == 2 ? 1.5 : 0.5;
  if (n_borders > 0)
    return !jb_scan_is_word_border (scan, start + surname) ? -1.0 : jb_scan_is_common (scan, start + surname, end) ? -1.5 : 0.3;
  /* one word of the dictionary; it knows some people of history */
  if (end - start - surname != 2 || jb_name_character_get_surname_rank (scan->text->chars[start]) >= 150)
    return -3.0;
  for (guint i = start + surname; i < end; i++)
    if (!(jb_name_character_get_traits (scan->text->chars[i]) & JB_NAME_CHARACTER_GIVEN))
      return -3.0;
  return -1.0;
}

static double
weigh_neighbours (const JbScan *scan, guint start, guint end)
{
  const JbWordSet posts = JB_WORD_BIT (JB_WORD_POST) | JB_WORD_BIT (JB_WORD_POST_OTHER) | JB_WORD_BIT (JB_WORD_BYLINE);
  const JbWordSet address = JB_WORD_BIT (JB_WORD_HONORIFIC) | JB_WORD_BIT (JB_WORD_COMRADE);
  double weight = 0;

  if (scan->ends[start] & posts)
    weight += 2.0;
  else if (jb_scan_begins_clause (scan, start))
    weight += 0.7;
  else if (scan->boundary[start] > 0)
    weight += 0.4;
  if (end == scan->text->length)
    weight += 0.3;
  else if (scan->begins[end] & address)
    weight += 2.0;
  else if (scan->begins[end] & JB_WORD_BIT (JB_WORD_SPEECH))
    weight += 1.0;
  else if (!jb_scan_char_is_name (scan->text->chars[end]))
    weight += 0.7;
  return weight;
}

/* Whether @at holds a word of one character that follows names. */
static gboolean
follows_names (const JbScan *scan, guint at)
{
  const JbRules *rules = jb_rules_get ();
  const JbRuleWord *word = jb_scan_get_word (scan, rules, at, at + 1);

  return word != NULL && (word->lists & (JB_WORD_BIT (JB_WORD_SPEECH) | JB_WORD_BIT (JB_WORD_BOUNDARY)));
}

static double
score_chinese (JbScan *scan, const JbRules *rules, guint start, guint surname, guint end)
{
  const gunichar *chars = scan->text->chars;
  guint given = start + surname;
  double score = weigh_surname (scan, start, surname);

  if (start > 0 && (jb_char_is_digit (chars[start - 1]) || jb_char_is_numeral (chars[start - 1])))
    return 0;
  /* 工作人员[和]两新组织: with something before it, it joins two */
  if (chars[start] == 0x548c /* 和 */ && !jb_scan_begins_clause (scan, start))
    return 0;
  for (guint i = given; i < end; i++)
    {
      if (!jb_char_is_han (chars[i]) || (scan->begins[i] & JB_WORD_BIT (JB_WORD_NOT_IN_PERSON)))
        return 0;
      score += weigh_given (chars[i]);
    }
  if (end - given == 1)
    score -= 0.8;
  if (jb_name_character_get_traits (chars[end - 1]) & JB_NAME_CHARACTER_NO_END)
    score -= 2.5;
  /* the last character may be what follows a shorter name: 张健[说], 马琳[以] */
  if (end - given == 2 && follows_names (scan, end - 1))
    score -= 2.0;
  /* it is the beginning of a longer name of another kind: 百里洲[镇] */
  if (end < scan->text->length && (scan->begins[end] & JB_WORD_BIT (JB_WORD_SUFFIX)))
    score -= 1.5;
  score += weigh_neighbours (scan, start, end);
  /* a place known in the whole country is no part of it, except as a given name in clear company: 陈[桂林] */
  for (guint i = start; i < end; i++)
    if (scan->names[i + 1] >= 2 && i + 1 - scan->names[i + 1] < end &&
        !(i + 1 == end && i + 1 - scan->names[i + 1] == given && score >= 2.5))
      return 0;
  /* the words are looked up last, where the rest leaves a chance */
  if (score < LEAST_SCORE - 1.5)
    return 0;
  if ((!jb_scan_is_word_border (scan, start) &&
       !(scan->ends[start] & (JB_WORD_BIT (JB_WORD_POST) | JB_WORD_BIT (JB_WORD_POST_OTHER)))) ||
      !jb_scan_is_word_border (scan, end))
    return 0;
  return score + weigh_words (scan, start, surname, end);
}

static void
guess_chinese (JbScan *scan, const JbRules *rules, GArray *guesses)
{
  for (guint start = 0; start + 1 < scan->text->length; start++)
    {
      if (!(scan->begins[start] & JB_WORD_BIT (JB_WORD_SURNAME)))
        continue;
      for (guint surname = jb_scan_get_longest (scan, rules, start, JB_WORD_BIT (JB_WORD_SURNAME)); surname > 0; surname--)
        for (guint given = 1; given <= 2 && start + surname + given <= scan->text->length; given++)
          {
            Guess guess = { start, start + surname + given, 0 };

            guess.score = score_chinese (scan, rules, start, surname, guess.end);
            if (guess.score >= LEAST_SCORE)
              g_array_append_val (guesses, guess);
          }
    }
}

double
jb_names_weigh_person (JbScan *scan, const JbRules *rules, guint start, guint end)
{
  guint surname = end <= scan->text->length ? jb_scan_get_longest (scan, rules, start, JB_WORD_BIT (JB_WORD_SURNAME)) : 0;

  if (surname == 2 && end - start < 3)
    surname = 1;
  if (surname == 0 || end <= start + surname || end - start - surname > 2)
    return 0;
  return score_chinese (scan, rules, start, surname, end);
}

static gboolean
is_foreign (const JbScan *scan, guint at)
{
  return at < scan->text->length && (jb_name_character_get_traits (scan->text->chars[at]) & JB_NAME_CHARACTER_FOREIGN);
}

/* Leaves out at both ends of a run what belongs to other words: [总理]拉宾, 莱斯[提供], [于]克林顿, 布莱尔[因此]. */
static void
trim_foreign (JbScan *scan, guint *start, guint *end)
{
  const JbRules *rules = jb_rules_get ();
  const JbWordSet known = JB_WORD_BIT (JB_WORD_COUNTRY) | JB_WORD_BIT (JB_WORD_CITY) | JB_WORD_BIT (JB_WORD_PROVINCE) |
                          JB_WORD_BIT (JB_WORD_COMMON) | JB_WORD_BIT (JB_WORD_POST) | JB_WORD_BIT (JB_WORD_POST_OTHER);

  for (guint i = *start > 8 ? *start - 8 : 0; i < *end && i <= *start; i++)
    {
      guint length = jb_scan_get_longest (scan, rules, i, known);

      if (length >= 2 && i + length > *start)
        *start = MIN (i + length, *end);
    }
  for (guint i = *end; i > *start; i--)
    {
      guint length = jb_scan_get_longest (scan, rules, i - 1, known);

      if (length >= 2 && i - 1 + length >= *end)
        *end = i - 1;
    }
  while (*start < *end && !(jb_name_character_get_traits (scan->text->chars[*start]) & JB_NAME_CHARACTER_FOREIGN_STRONG) &&
         jb_scan_is_word_border (scan, *start + 1) && jb_scan_get_longest (scan, rules, *start, JB_WORD_BIT (JB_WORD_SPEECH)) == 1)
    ++*start;
  while (*end > *start && !(jb_name_character_get_traits (scan->text->chars[*end - 1]) & JB_NAME_CHARACTER_FOREIGN_STRONG) &&
         jb_scan_is_word_border (scan, *end - 1) && follows_names (scan, *end - 1))
    --*end;
}

/* Foreign names of two characters are found by what stands beside them alone: 首相科尔, 列宁说. */
static gboolean
is_addressed (const JbScan *scan, guint start, guint end)
{
  const JbRules *rules = jb_rules_get ();
  const JbWordSet posts = JB_WORD_BIT (JB_WORD_POST) | JB_WORD_BIT (JB_WORD_POST_OTHER);

  if (end < scan->text->length && jb_scan_char_is_name (scan->text->chars[end]) &&
      !(scan->begins[end] & (JB_WORD_BIT (JB_WORD_SPEECH) | JB_WORD_BIT (JB_WORD_HONORIFIC) | JB_WORD_BIT (JB_WORD_COMRADE))))
    return FALSE;
  return (scan->ends[start] & posts) ||
         jb_scan_get_longest (scan, rules, end, JB_WORD_BIT (JB_WORD_HONORIFIC) | JB_WORD_BIT (JB_WORD_COMRADE)) > 0 ||
         (jb_scan_begins_clause (scan, start) && jb_scan_get_longest (scan, rules, end, JB_WORD_BIT (JB_WORD_SPEECH_STRONG)) > 0);
}

static double
score_foreign (JbScan *scan, guint start, guint end)
{
  guint n_strong = 0, in_words = 0, word = start;
  gboolean has_dot = FALSE, addressed;

  if (end - start < 2 || end - start > MAX_FOREIGN)
    return 0;
  for (guint i = start; i < end; i++)
    {
      guint traits = jb_name_character_get_traits (scan->text->chars[i]);

      n_strong += (traits & JB_NAME_CHARACTER_FOREIGN_STRONG) != 0;
      has_dot |= is_dot (scan->text->chars[i]);
      if (i > start && jb_scan_is_word_border (scan, i))
        {
          if (i - word > 1)
            in_words += i - word;
          word = i;
        }
    }
  if (end - word > 1)
    in_words += end - word;
  if (has_dot)
    return 6.0;
  if (end - start == 2)
    return n_strong > 0 && is_addressed (scan, start, end) ? 3.0 : 0;
  addressed = is_addressed (scan, start, end);
  if (end - start > 8 || (addressed ? n_strong < 1 || n_strong * 4 < end - start : n_strong < 2 || n_strong * 2 < end - start))
    return 0;
  /* known to the dictionary as a whole, or hardly made of its words */
  if (in_words == end - start ? n_strong < 3 || word != start : in_words + (addressed ? 2 : 3) > end - start && in_words > 0)
    return 0;
  return (end - start > 3 ? 4.5 : 3.2) + 0.3 * (end - start - 3) + (n_strong == end - start || addressed ? 0.5 : 0);
}

static void
guess_foreign (JbScan *scan, GArray *guesses)
{
  for (guint start = 0, next; start < scan->text->length; start = next)
    {
      guint end = start;
      Guess guess;

      while (is_foreign (scan, end) ||
             (end > start && end < scan->text->length && is_dot (scan->text->chars[end]) && is_foreign (scan, end + 1)))
        end++;
      next = MAX (end, start + 1);
      guess = (Guess) { start, end, 0 };
      if (end - start < 2)
        continue;
      trim_foreign (scan, &guess.start, &guess.end);
      guess.score = score_foreign (scan, guess.start, guess.end);
      if (guess.score >= LEAST_SCORE)
        g_array_append_val (guesses, guess);
    }
}

guint
jb_names_get_foreign (JbScan *scan, guint start)
{
  guint begin = start, end = start;

  while (is_foreign (scan, end) ||
         (end > start && end < scan->text->length && is_dot (scan->text->chars[end]) && is_foreign (scan, end + 1)))
    end++;
  if (end - start < 4)
    return 0;
  trim_foreign (scan, &begin, &end);
  return begin == start && end - start >= 4 && score_foreign (scan, start, end) >= LEAST_SCORE ? end : 0;
}

/* Names made of the words of minorities' names: 萨仁高娃, 扎西次仁. */
static void
guess_minority (JbScan *scan, const JbRules *rules, GArray *guesses)
{
  for (guint start = 0, next; start < scan->text->length; start = next)
    {
      guint end = start, n_words = 0, length;
      Guess guess;

      while (end < scan->text->length &&
             (length = jb_scan_get_longest (scan, rules, end, JB_WORD_BIT (JB_WORD_MINORITY_NAME))) > 0)
        {
          end += length;
          n_words++;
          if (end + 1 < scan->text->length && is_dot (scan->text->chars[end]) &&
              (scan->begins[end + 1] & JB_WORD_BIT (JB_WORD_MINORITY_NAME)))
            end++;
        }
      next = MAX (end, start + 1);
      guess = (Guess) { start, end, n_words > 1 ? 5.0 : 2.0 };
      if (n_words == 0)
        continue;
      if (n_words == 1)
        guess.score += weigh_neighbours (scan, start, end) - (end - start == 2 ? 0.7 : 0);
      if (guess.score >= LEAST_SCORE + 0.5)
        g_array_append_val (guesses, guess);
    }
}

static int
compare_score (gconstpointer a, gconstpointer b)
{
  const Guess *x = a, *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return x->start < y->start ? -1 : x->start > y->start;
}

void
jb_names_bare_find (JbScan *scan, const JbRules *rules)
{
  g_autoptr(GArray) guesses = g_array_new (FALSE, FALSE, sizeof (Guess));
  g_autofree guint8 *taken = g_new0 (guint8, scan->text->length + 1);

  for (guint i = 0; i < scan->candidates->len; i++)
    {
      const JbCandidate *candidate = &g_array_index (scan->candidates, JbCandidate, i);

      /* 陈桂林 and 张海丽 hold the names of cities */
      if (strcmp (candidate->rule, "known-place") == 0 && candidate->end - candidate->start == 2)
        continue;
      for (guint at = candidate->start; at < candidate->end && candidate->confidence >= 0.6; at++)
        taken[at] = 1;
    }
  guess_chinese (scan, rules, guesses);
  guess_foreign (scan, guesses);
  guess_minority (scan, rules, guesses);
  g_array_sort (guesses, compare_score);
  for (guint i = 0; i < guesses->len; i++)
    {
      const Guess *guess = &g_array_index (guesses, Guess, i);
      gboolean is_free = TRUE;

      for (guint at = guess->start; at < guess->end; at++)
        is_free = is_free && !taken[at];
      if (!is_free)
        continue;
      for (guint at = guess->start; at < guess->end; at++)
        taken[at] = 1;
      jb_scan_add (scan, guess->start, guess->end, JB_ENTITY_TYPE_PERSON, "bare-name",
                   CLAMP (0.5 + (guess->score - LEAST_SCORE) * 0.2, 0.5, 0.85));
    }
}
