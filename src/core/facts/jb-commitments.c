/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Clauses are read in turn. One with a day that lies ahead is a commitment, or, where it says nothing else (到年底，), hands its day
 * to those behind it in the sentence; so does a commitment to clauses that go on with targets (…，新增泊位300个). */
#include "jb-commitments.h"

#include <stdio.h>
#include <string.h>

#include "jb-date.h"
#include "jb-dates.h"
#include "jb-owner.h"
#include "jb-reference.h"
#include "jb-words.h"

/* A clause with a word of intent that is no longer announces the one behind it. */
#define MAX_ANNOUNCEMENT 8

/* Fewer characters than these say nothing of what is to be done. */
#define MIN_WHAT 2

typedef struct
{
  char    *from, *to;   /* owned; NULL where the occasion's day is not known */
  guint    start, end;  /* where it stands, in the block's text, with 在 before and 前 behind it */
  gboolean holds;       /* whether there is one */
  gboolean is_limit;
  gboolean is_year;     /* and no day of it */
  gboolean is_alone;    /* in its clause: it holds for the whole sentence */
  gboolean is_sure;     /* it needs no word of intent */
} Due;

typedef struct
{
  JbArticle     *article;
  const JbBlock *block;
  const JbChars *text;         /* the block's */
  GArray        *dates;        /* of JbDateHit */
  const char    *reference;    /* nullable, a day or a year */
  guint          next_date;
  guint          next_figure;  /* of the article */
  guint          sentence;     /* where it begins */
  Due            due;          /* that holds for the clauses to come */
  gboolean       is_pending;   /* it stands alone in its clause, which begins at: */
  guint          pending;
  gboolean       is_announced; /* the clause before said little more than that something is intended: 按照计划， */
} Reader;

static gunichar
at (const Reader *self, guint i)
{
  return i < self->text->length ? self->text->chars[i] : 0;
}

static gboolean
among (gunichar c, const gunichar *set)
{
  for (; *set != 0; set++)
    if (*set == c)
      return TRUE;
  return FALSE;
}

static void
due_clear (Due *due)
{
  g_free (due->from);
  g_free (due->to);
  *due = (Due) { 0 };
}

/* Returns: the first word of @list in [@start, @end) that is not noted as another word, NULL where there is none */
static const JbWord *
find_word (const Reader *self, const char *list, guint start, guint end, guint *place)
{
  const JbWords *words = jb_words_get (list);

  for (guint i = start; i < end;)
    {
      const JbWord *word = jb_words_match (words, self->text, i, end);

      if (word != NULL && strcmp (word->note, "-") != 0)
        {
          *place = i;
          return word;
        }
      i += word != NULL ? word->word->length : 1;
    }
  return NULL;
}

static gboolean
has_word (const Reader *self, const char *list, guint start, guint end)
{
  guint place;

  return find_word (self, list, start, end, &place) != NULL;
}

/* When it is due ----------------------------------------------------------------------------------------- */

/* 前, 之前, 内 behind a date: Returns: behind it */
static guint
skip_limit (const Reader *self, guint i)
{
  if (jb_chars_has_text (self->text, i, "之前") || jb_chars_has_text (self->text, i, "以前"))
    return i + 2;
  return at (self, i) == U'前' || at (self, i) == U'内' ? i + 1 : i;
}

/* 在, 于, 到, 至 before a date belong to it. */
static guint
skip_preposition_back (const Reader *self, guint i, guint floor)
{
  return i > floor && among (at (self, i - 1), U"在于到至") ? i - 1 : i;
}

/* Whether @iso lies behind the reference, as far as that is known. */
static gboolean
is_ahead (const Reader *self, const char *iso)
{
  if (self->reference == NULL)
    return TRUE;
  return strlen (self->reference) == 4 ? strncmp (iso, self->reference, 4) >= 0 : strcmp (iso, self->reference) > 0;
}

static gboolean
has_started (const Reader *self, const JbDateHit *hit)
{
  return self->reference == NULL || strlen (self->reference) == 4 || strcmp (hit->from, self->reference) <= 0;
}

/* The year the reference tells, 0 where it tells none */
static guint
get_year (const Reader *self)
{
  guint year = 0;

  if (self->reference != NULL)
    sscanf (self->reference, "%4u", &year);
  return year;
}

/* 2024年春节前: the occasion behind a year */
static void
read_occasion_of_year (const Reader *self, const JbDateHit *hit, Due *due)
{
  const JbWord *word = jb_words_match (jb_words_get ("rules/commitment-events.txt"), self->text, hit->end, self->text->length);
  guint behind = hit->end + (word != NULL ? word->word->length : 0), month, day, year;

  if (word == NULL || skip_limit (self, behind) == behind)
    return;
  due->end = skip_limit (self, behind);
  due->is_limit = TRUE;
  g_free (due->from);
  if (hit->to != NULL && sscanf (word->note, "%2u-%2u", &month, &day) == 2 && sscanf (hit->to, "%4u", &year) == 1)
    {
      due->from = jb_date_format (year, month, day);
      g_free (due->to);
      due->to = g_strdup (due->from);
    }
  else
    due->from = g_strdup (hit->from);
}

static gboolean
read_date (const Reader *self, const JbDateHit *hit, guint floor, Due *due)
{
  gboolean is_year = hit->granularity == JB_DATE_GRANULARITY_YEAR;
  gunichar before = hit->start > floor ? at (self, hit->start - 1) : 0;

  if (hit->granularity == JB_DATE_GRANULARITY_RANGE || hit->granularity == JB_DATE_GRANULARITY_FUZZY ||
      hit->granularity == JB_DATE_GRANULARITY_DECADE || hit->granularity == JB_DATE_GRANULARITY_CENTURY ||
      among (before, U"自从截比较同将") || at (self, hit->end) == U'起' || at (self, hit->end) == U'是' ||
      (hit->start >= 2 && at (self, hit->start - 2) == U'截') || (hit->to != NULL && !is_ahead (self, hit->to)) ||
      (hit->to == NULL && hit->granularity == JB_DATE_GRANULARITY_YEAR && !hit->is_limit))
    return FALSE;
  due->from = g_strdup (hit->is_limit || is_year ? hit->to : hit->from);
  due->to = g_strdup (hit->to);
  due->start = skip_preposition_back (self, hit->start, floor);
  due->end = skip_limit (self, hit->end);
  due->holds = TRUE;
  due->is_limit = hit->is_limit;
  due->is_year = is_year;
  if (is_year)
    read_occasion_of_year (self, hit, due);
  due->is_sure = hit->to != NULL && !is_year && (hit->is_limit || !has_started (self, hit));
  return TRUE;
}

/* 在亚运会前, 国庆前 */
static gboolean
read_occasion (const Reader *self, guint start, guint end, Due *due)
{
  guint place = 0;
  const JbWord *word = find_word (self, "rules/commitment-events.txt", start, end, &place);
  guint behind = word != NULL ? place + word->word->length : 0, month, day, year = get_year (self);

  if (word == NULL || skip_limit (self, behind) == behind || at (self, behind) == U'内')
    return FALSE;
  due->start = skip_preposition_back (self, place, start);
  due->end = skip_limit (self, behind);
  due->holds = due->is_limit = TRUE;
  if (sscanf (word->note, "%2u-%2u", &month, &day) == 2 && year > 0)
    {
      due->to = jb_date_format (year, month, day);
      if (strlen (self->reference) > 4 && !is_ahead (self, due->to))
        {
          g_free (due->to);
          due->to = jb_date_format (year + 1, month, day);
        }
      due->from = g_strdup (due->to);
    }
  return TRUE;
}

/* 年度: the year as a whole */
static gboolean
read_scope (const Reader *self, guint start, guint end, Due *due)
{
  guint place = 0, year = get_year (self);
  const JbWord *word = find_word (self, "rules/commitment-scopes.txt", start, end, &place);

  if (word == NULL || year == 0)
    return FALSE;
  due->holds = TRUE;
  due->start = due->end = place;  /* it stays part of what is to be done */
  due->to = jb_date_format (year, 12, 31);
  due->from = g_strdup (due->to);
  return TRUE;
}

/* A day of the clause that lies ahead, or, with a target, the year. Clauses come from left to right, so the place in the dates is
 * kept. */
static gboolean
find_due (Reader *self, guint start, guint end, gboolean is_target, Due *due)
{
  gboolean found = FALSE, named = FALSE;
  Due finer = { 0 };

  for (; self->next_date < self->dates->len; self->next_date++)
    {
      const JbDateHit *hit = &g_array_index (self->dates, JbDateHit, self->next_date);

      if (hit->start >= end)
        break;
      named = TRUE;
      if (!found)
        found = read_date (self, hit, start, due);
      else if (due->is_year && read_date (self, hit, start, &finer))
        {
          due_clear (due);
          *due = finer;
        }
    }
  if (found)
    return TRUE;
  return read_occasion (self, start, end, due) || (!named && is_target && read_scope (self, start, end, due));
}

/* What is to be done ------------------------------------------------------------------------------------- */

/* The clause without its day and the words of intent. */
static char *
dup_what (const Reader *self, const Due *due, guint start, guint end)
{
  const JbWords *cues = jb_words_get ("rules/commitment-cues.txt");
  GString *what = g_string_new (NULL);

  for (guint i = start, kept = start; i < end;)
    {
      const JbWord *cue = i >= kept ? jb_words_match (cues, self->text, i, end) : NULL;

      if (i == due->start && due->end > due->start)
        i = due->end;
      else if (cue != NULL && strcmp (cue->note, "-") == 0)
        kept = i + cue->word->length;  /* 行动计划 */
      else if (cue != NULL)
        i += cue->word->length;
      else if (what->len > 0 || !jb_char_is_blank (at (self, i)))
        g_string_append_unichar (what, at (self, i++));
      else
        i++;
    }
  return g_string_free (what, FALSE);
}

static void
add_commitment (Reader *self, const Due *due, guint start, guint end, const JbFigure *figure, const char *what)
{
  g_autofree char *words = jb_chars_to_utf8 (self->text, start, end);
  JbCommitment *commitment = jb_commitment_new (words, what, self->block->start + start, self->block->start + end);

  commitment->due = g_strdup (due->from);
  commitment->due_end = g_strdup (due->to);
  if (figure != NULL)
    {
      commitment->has_quantity = TRUE;
      commitment->value = figure->value;
      g_free (commitment->unit);
      commitment->unit = g_strdup (figure->unit);
    }
  jb_owner_write (jb_owner_find (self->article, self->block, self->text, self->sentence, end), &commitment->entity,
                  &commitment->entity_name);
  g_ptr_array_add (self->article->commitments, commitment);
}

/* The clause's first figure, or the first that is a target. Figures are told from left to right. */
static const JbFigure *
find_figure (Reader *self, guint end, gboolean *is_target)
{
  const JbFigure *first = NULL;

  *is_target = FALSE;
  for (; self->next_figure < self->article->figures->len; self->next_figure++)
    {
      const JbFigure *figure = g_ptr_array_index (self->article->figures, self->next_figure);

      if (figure->start >= self->block->start + end)
        break;
      if (figure->start < self->block->start)
        continue;
      if (first == NULL || (!*is_target && figure->kind == JB_FIGURE_KIND_TARGET))
        first = figure;
      *is_target = *is_target || figure->kind == JB_FIGURE_KIND_TARGET;
    }
  return first;
}

/* A clause with a day of its own; one before a colon only announces what is to be done. Takes @due. */
static void
read_dated_clause (Reader *self, Due due, guint start, guint end, const JbFigure *figure, gboolean is_intended)
{
  g_autofree char *what = dup_what (self, &due, start, end);

  due_clear (&self->due);
  self->due = due;
  self->is_pending = g_utf8_strlen (what, -1) < MIN_WHAT || at (self, end) == 0xff1a || at (self, end) == ':';
  self->pending = start;
  self->due.is_alone = self->is_pending;
  if (self->is_pending)
    self->due.is_sure = is_intended || due.is_limit;
  else if (is_intended || due.is_sure)
    add_commitment (self, &due, start, end, figure, what);
  else
    due_clear (&self->due);
}

static void
read_clause (Reader *self, guint start, guint end)
{
  Due due = { 0 };
  gboolean is_target;
  const JbFigure *figure = find_figure (self, end, &is_target);
  gboolean has_due = find_due (self, start, end, is_target, &due);
  gboolean has_cue = has_word (self, "rules/commitment-cues.txt", start, end);
  gboolean is_intended = is_target || has_cue || self->is_announced;

  guint place = 0;
  const JbWord *other = find_word (self, "rules/commitment-not.txt", start, end, &place);

  self->is_announced = has_cue && end - start <= MAX_ANNOUNCEMENT;
  if (other != NULL && strcmp (other->note, "aside") == 0)
    {
      due_clear (&due);
      self->is_pending = FALSE;
    }
  else if (other != NULL)
    {
      due_clear (&due);
      due_clear (&self->due);
    }
  else if (has_due)
    {
      read_dated_clause (self, due, start, end, figure, is_intended);
    }
  else if (self->due.holds)
    {
      if (is_intended || (self->is_pending && self->due.is_sure))
        {
          g_autofree char *what = dup_what (self, &due, start, end);

          if (g_utf8_strlen (what, -1) >= MIN_WHAT)
            add_commitment (self, &self->due, self->is_pending ? self->pending : start, end, figure, what);
        }
      self->is_pending = FALSE;
    }
}

static void
read_block (Reader *self)
{
  guint start = 0;

  for (guint i = 0; i <= self->text->length; i++)
    {
      gunichar c = at (self, i);

      if (i < self->text->length && !jb_char_ends_clause (c))
        continue;
      if (i > start)
        read_clause (self, start, i);
      start = i + 1;
      if ((c == 0xff1b || c == ';') && !self->due.is_alone)
        due_clear (&self->due);
      if (i == self->text->length || jb_char_ends_sentence (c))
        {
          self->sentence = start;
          self->is_announced = FALSE;
          due_clear (&self->due);
        }
    }
}

void
jb_commitments_find (JbArticle *article)
{
  g_autofree char *reference = jb_reference_dup (article);
  guint next_figure = 0;

  g_ptr_array_set_size (article->commitments, 0);
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const JbBlock *block = g_ptr_array_index (article->blocks, i);
      g_autoptr(JbChars) text = NULL;
      g_autoptr(GArray) dates = NULL;
      Reader reader = { article, block };

      if (!jb_block_kind_is_body (block->kind))
        continue;
      text = jb_chars_new (block->text, -1);
      dates = jb_dates_find (text, reference);
      reader.text = text;
      reader.dates = dates;
      reader.reference = reference;
      reader.next_figure = next_figure;
      read_block (&reader);
      next_figure = reader.next_figure;
    }
}
