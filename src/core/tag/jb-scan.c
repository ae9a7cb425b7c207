/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-scan.h"

#include "jb-segments.h"

#define MAX_WORD 14  /* characters of the longest word of the lists */

static void
candidate_clear (gpointer data)
{
  g_free (((JbCandidate *) data)->name);
}

GArray *
jb_candidates_new (void)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (JbCandidate));

  g_array_set_clear_func (candidates, candidate_clear);
  return candidates;
}

JbScan *
jb_scan_new (const JbRules *rules, guint article, guint block, JbChars *text)
{
  JbScan *self = g_new0 (JbScan, 1);
  guint n = text->length, next = 0;

  self->article = article;
  self->block = block;
  self->text = text;
  self->hits = g_array_sized_new (FALSE, FALSE, sizeof (JbTrieHit), n * 2);
  self->first = g_new (guint, n + 2);
  self->begins = g_new0 (JbWordSet, n + 1);
  self->ends = g_new0 (JbWordSet, n + 1);
  self->boundary = g_new0 (guint8, n + 1);
  self->common = g_new0 (guint8, n + 1);
  self->names = g_new0 (guint8, n + 1);
  self->borders = g_new0 (guint8, n + 1);
  self->candidates = jb_candidates_new ();

  jb_trie_find (rules->trie, text->chars, n, self->hits);
  for (guint i = 0; i < self->hits->len; i++)
    {
      JbTrieHit *hit = &g_array_index (self->hits, JbTrieHit, i);
      JbWordSet lists = rules->words[hit->key].lists;
      guint8 length = (guint8) (hit->end - hit->start);

      while (next <= hit->start)
        self->first[next++] = i;
      self->begins[hit->start] |= lists;
      self->ends[hit->end] |= lists;
      if (lists & (JB_WORD_BIT (JB_WORD_BOUNDARY) | JB_WORD_BIT (JB_WORD_BOUNDARY_WEAK)))
        self->boundary[hit->end] = MAX (self->boundary[hit->end], length);
      if (lists & JB_WORD_BIT (JB_WORD_COMMON))
        self->common[hit->start] = MAX (self->common[hit->start], length);
    }
  while (next <= n + 1)
    self->first[next++] = self->hits->len;
  return self;
}

void
jb_scan_free (JbScan *self)
{
  jb_chars_free (self->text);
  g_array_unref (self->hits);
  g_free (self->first);
  g_free (self->begins);
  g_free (self->ends);
  g_free (self->boundary);
  g_free (self->common);
  g_free (self->names);
  g_free (self->borders);
  g_array_unref (self->candidates);
  g_clear_pointer (&self->tight, jb_chars_free);
  g_free (self->places);
  g_free (self);
}

/* Whether the blanks from @at on part two Chinese characters; @end is set to where they end. */
static gboolean
is_display_space (const JbChars *text, guint at, guint *end)
{
  for (*end = at; *end < text->length && jb_char_is_blank (text->chars[*end]);)
    (*end)++;
  return *end > at && at > 0 && *end < text->length && jb_char_is_han (text->chars[at - 1]) && jb_char_is_han (text->chars[*end]);
}

void
jb_scan_set_headline (JbScan *self)
{
  g_autofree gunichar *tight = g_new (gunichar, self->text->length + 1);
  g_autofree guint *places = g_new (guint, self->text->length + 1);
  guint n = 0, end;

  for (guint i = 0; i < self->text->length; i++)
    {
      if (is_display_space (self->text, i, &end))
        i = end;
      tight[n] = self->text->chars[i];
      places[n++] = i;
    }
  if (n == self->text->length)
    return;
  self->tight = g_new (JbChars, 1);
  tight[n] = 0;
  *self->tight = (JbChars) { g_steal_pointer (&tight), n };
  self->places = g_steal_pointer (&places);
}

gboolean
jb_scan_loosen (const JbScan *self, guint *start, guint *end)
{
  guint length = *end - *start;

  *start = self->places[*start];
  *end = self->places[*end - 1] + 1;
  return *end - *start > length;
}

const JbRuleWord *
jb_scan_get_word (const JbScan *self, const JbRules *rules, guint start, guint end)
{
  for (guint i = self->first[start]; i < self->first[start + 1]; i++)
    {
      const JbTrieHit *hit = &g_array_index (self->hits, JbTrieHit, i);

      if (hit->end == end)
        return &rules->words[hit->key];
    }
  return NULL;
}

guint
jb_scan_get_longest (const JbScan *self, const JbRules *rules, guint start, JbWordSet lists)
{
  guint longest = 0;

  if (start > self->text->length || (self->begins[start] & lists) == 0)
    return 0;
  for (guint i = self->first[start]; i < self->first[start + 1]; i++)
    {
      const JbTrieHit *hit = &g_array_index (self->hits, JbTrieHit, i);

      if (rules->words[hit->key].lists & lists)
        longest = hit->end - start;
    }
  return longest;
}

guint
jb_scan_get_longest_before (const JbScan *self, const JbRules *rules, guint end, JbWordSet lists)
{
  if ((self->ends[end] & lists) == 0)
    return 0;
  for (guint length = MIN (MAX_WORD, end); length > 0; length--)
    {
      const JbRuleWord *word = jb_scan_get_word (self, rules, end - length, end);

      if (word != NULL && (word->lists & lists))
        return length;
    }
  return 0;
}

gboolean
jb_scan_char_is_name (gunichar c)
{
  return jb_char_is_han (c) || g_ascii_isalnum ((char) (c < 128 ? c : 0)) || c == 0xb7;
}

gboolean
jb_scan_begins_clause (const JbScan *self, guint start)
{
  return start == 0 || !jb_scan_char_is_name (self->text->chars[start - 1]);
}

gboolean
jb_scan_is_boundary (const JbScan *self, guint at)
{
  guint length = self->boundary[at];

  if (self->ends[at] & (JB_WORD_BIT (JB_WORD_POST) | JB_WORD_BIT (JB_WORD_POST_OTHER) | JB_WORD_BIT (JB_WORD_PHASE)))
    return TRUE;

  if (length == 0)
    return FALSE;
  if (length > 1)
    return TRUE;
  if (self->common[at - 1] > 1)
    return FALSE;
  if (self->begins[at - 1] & JB_WORD_BIT (JB_WORD_BOUNDARY_WEAK))
    return at >= 2 && !jb_scan_begins_clause (self, at - 1);
  return TRUE;
}

gboolean
jb_scan_is_left_edge (const JbScan *self, guint start)
{
  return jb_scan_begins_clause (self, start) || self->names[start] || jb_scan_is_boundary (self, start) ||
         ((self->begins[start - 1] & JB_WORD_BIT (JB_WORD_BOUNDARY_FIRST)) && jb_scan_begins_clause (self, start - 1));
}

gboolean
jb_scan_is_word_border (JbScan *self, guint at)
{
  if (self->borders[at] == 0)
    {
      guint start = at, end = at;

      while (start > 0 && jb_scan_char_is_name (self->text->chars[start - 1]))
        start--;
      while (end < self->text->length && jb_scan_char_is_name (self->text->chars[end]))
        end++;
      jb_segments_cut (self->text->chars + start, end - start, self->borders + start);
      for (guint i = start; i <= end; i++)
        self->borders[i]++;
    }
  return self->borders[at] > 1;
}

gboolean
jb_scan_is_common (const JbScan *self, guint start, guint end)
{
  /* bit i: common words make up the first i characters */
  guint64 reached = 1;

  if (end - start > 40)
    return FALSE;
  for (guint i = start; i < end; i++)
    {
      if (!(reached >> (i - start) & 1))
        continue;
      for (guint length = 2; length <= self->common[i] && i + length <= end; length++)
        reached |= G_GUINT64_CONSTANT (1) << (i - start + length);
    }
  return reached >> (end - start) & 1;
}

gboolean
jb_scan_is_side (gunichar c)
{
  switch (c)
    {
    case 0x53e3: /* 口 */ case 0x4e0a: /* 上 */ case 0x8fb9: /* 边 */ case 0x65c1: /* 旁 */ case 0x7554: /* 畔 */
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
jb_scan_is_cut (const JbScan *self, guint start, guint end)
{
  /* 路口 and 路上 are words, but the name before them stays one: 青石路口 */
  for (guint i = start; i < end; i++)
    if (self->common[i] > 1 && i + self->common[i] > end && !jb_scan_is_side (self->text->chars[end]))
      return TRUE;
  return FALSE;
}

gboolean
jb_scan_splits_word (const JbScan *self, guint start, guint end)
{
  for (guint back = 1; back <= MAX_WORD && back <= start; back++)
    if (self->common[start - back] > back && start - back + self->common[start - back] < end)
      return TRUE;
  return jb_scan_is_cut (self, start, end);
}

gboolean
jb_scan_has_count (const JbScan *self, guint start, guint end)
{
  for (guint i = start; i + 1 < end; i++)
    {
      gunichar c = self->text->chars[i];

      if ((jb_char_is_digit (c) || jb_char_is_numeral (c)) && (self->begins[i + 1] & JB_WORD_BIT (JB_WORD_QUANTIFIER)))
        return TRUE;
    }
  return FALSE;
}

gboolean
jb_scan_has_known (const JbScan *self, const JbRules *rules, guint start, guint end)
{
  const JbWordSet known = JB_WORD_BIT (JB_WORD_PROVINCE) | JB_WORD_BIT (JB_WORD_CITY) | JB_WORD_BIT (JB_WORD_COUNTRY) |
                          JB_WORD_BIT (JB_WORD_LANDMARK) | JB_WORD_BIT (JB_WORD_ORGANISATION);

  for (guint i = start; i < end; i++)
    {
      guint length = jb_scan_get_longest (self, rules, i, known);

      if (self->text->chars[i] < 128 || (length > 0 && i + length <= end) || (i > start && self->names[i]))
        return TRUE;
    }
  return FALSE;
}

gboolean
jb_scan_has_text (const JbScan *self, guint at, const char *utf8)
{
  return jb_chars_has_text (self->text, at, utf8);
}

/* Where no boundary word helps: behind the last common word that leaves a body long enough. Returns @suffix where
 * there is none. */
static guint
find_soft_edge (const JbScan *self, guint suffix, guint min, guint max)
{
  for (guint length = min; length <= MIN (max, 4) && length < suffix; length++)
    if (self->ends[suffix - length] & JB_WORD_BIT (JB_WORD_COMMON))
      return suffix - length;
  return suffix;
}

gboolean
jb_scan_find_body (const JbScan *self, guint suffix, guint min, guint max, guint *start)
{
  guint i = suffix;

  while (i > 0)
    {
      guint length = suffix - i;

      if (!jb_scan_char_is_name (self->text->chars[i - 1]))
        break;
      if (length >= min && length > 0 && self->names[i])
        break;
      if (length >= MAX (min, self->boundary[i] == 1 && min > 1 ? 2 : 1) && jb_scan_is_boundary (self, i))
        break;
      if (length >= max)
        {
          i = find_soft_edge (self, suffix, MAX (min, 2), max);
          break;
        }
      i--;
    }
  if (suffix - i < min || suffix - i > max)
    return FALSE;
  /* what no name holds may still stand in it where the name is cut short by the shortest length */
  for (guint k = i; k < suffix; k++)
    if (self->begins[k] & JB_WORD_BIT (JB_WORD_NOT_IN_NAME))
      return FALSE;
  *start = i;
  return TRUE;
}

JbCandidate *
jb_scan_add (JbScan *self, guint start, guint end, JbEntityType type, const char *rule, double confidence)
{
  JbCandidate candidate = {
    .start = start, .end = end, .type = type, .origin = JB_MENTION_ORIGIN_RULE,
    .confidence = confidence, .rule = rule,
  };

  g_array_append_val (self->candidates, candidate);
  return &g_array_index (self->candidates, JbCandidate, self->candidates->len - 1);
}
