/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A block is read once from left to right. On the way the reader keeps what the words so far say about the figures to
 * come: result or target (until the sentence ends), the as-of date (until another date opens a later sentence), and the
 * figure before, whose subject the next one may share. */
#include "jb-figures.h"

#include <string.h>

#include "jb-dates.h"
#include "jb-figure-span.h"
#include "jb-figure-subject.h"
#include "jb-numerals.h"
#include "jb-owner.h"
#include "jb-reference.h"
#include "jb-words.h"

/* The longest quotation that is a name and no speech, and the longest title in 《》. */
#define NAME_LENGTH 15
#define TITLE_LENGTH 40
#define LABEL_LENGTH 10
#define HEADING_LENGTH 30

typedef struct
{
  JbArticle     *article;
  const JbBlock *block;
  const JbChars *text;        /* the block's */
  GArray        *dates;       /* of JbDateHit */
  JbFigureKind   usual_kind;  /* of the block: target below a label of plans */
  JbFigureKind   kind;
  const char    *as_of;       /* lent by @dates */
  guint          as_of_sentence;
  guint          sentence;    /* where it begins */
  guint          floor;       /* where the words that can name a subject begin */
  JbFigure      *last;        /* lent by the article; NULL at the start of a sentence */
} Reader;

static gunichar
at (const JbChars *text, guint i)
{
  return i < text->length ? text->chars[i] : 0;
}

/* Plans -------------------------------------------------------------------------------------------------- */

/* Whether the block opens with a label of plans: ◎重点工作：… */
static gboolean
has_target_label (const JbChars *text)
{
  const JbWords *labels = jb_words_get ("rules/figure-target-labels.txt");
  gboolean found = FALSE;

  for (guint i = 0; i < text->length && i < LABEL_LENGTH + 2; i++)
    {
      if (text->chars[i] == 0xff1a || text->chars[i] == ':')
        return found;
      found = found || jb_words_match (labels, text, i, text->length) != NULL;
    }
  return FALSE;
}

static gboolean
mentions_plan (const JbChars *text)
{
  const JbWords *labels = jb_words_get ("rules/figure-target-labels.txt");

  for (guint i = 0; i < text->length; i++)
    if (jb_words_match (labels, text, i, text->length) != NULL)
      return TRUE;
  return FALSE;
}

/* The level of a heading, 0 for other blocks. A numbered line without an end mark is one whatever the block's kind. */
static guint
get_heading_level (const JbBlock *block, const JbChars *text)
{
  guint i = 0;
  gboolean bracketed;

  if (text->length == 0 || text->length > HEADING_LENGTH || jb_char_ends_sentence (text->chars[text->length - 1]))
    return block->kind == JB_BLOCK_KIND_HEADING ? MAX (block->level, 1) : 0;
  bracketed = text->chars[0] == 0xff08 || text->chars[0] == '(';
  for (i = bracketed; i < text->length && jb_char_is_numeral (text->chars[i]); i++)
    ;
  if (!bracketed && i > 0 && at (text, i) == 0x3001)
    return 1;
  if (bracketed && i > 1 && (at (text, i) == 0xff09 || at (text, i) == ')'))
    return 2;
  return block->kind == JB_BLOCK_KIND_HEADING ? MAX (block->level, 1) : 0;
}

/* Reading a block ---------------------------------------------------------------------------------------- */

static void
begin_sentence (Reader *self, guint i)
{
  self->sentence = self->floor = i;
  self->kind = self->usual_kind;
  self->last = NULL;
}

static void
read_date (Reader *self, const JbDateHit *hit)
{
  guint i = hit->start;
  const JbChars *text = self->text;

  if (i > 0 && (at (text, i - 1) == U'到' || at (text, i - 1) == U'至') && i > 1 && at (text, i - 2) != U'截')
    i--;  /* 截止到, 截至到 */
  if (i >= 2 && at (text, i - 2) == U'截' && (at (text, i - 1) == U'至' || at (text, i - 1) == U'止'))
    {
      /* 截至目前 holds for the day the text was written, which nobody knows to the day */
      self->as_of = at (text, hit->start) == U'目' ? NULL : hit->to;
      self->as_of_sentence = self->sentence;
    }
  else if (self->sentence != self->as_of_sentence)
    {
      self->as_of = NULL;
    }
  self->floor = hit->end;
  if (at (text, self->floor) == U'之' || at (text, self->floor) == U'以')
    self->floor++;
  if (at (text, self->floor) == U'前' || at (text, self->floor) == U'内' || at (text, self->floor) == U'来')
    self->floor++;
}

/* A number is a name's where a short quotation without marks holds it: “152”, “最后100米”. Returns: the end */
static guint
skip_name (const JbChars *text, guint i)
{
  guint reach = text->chars[i] == 0x300a ? TITLE_LENGTH : NAME_LENGTH;

  if (text->chars[i] != 0x300a && text->chars[i] != 0x201c && text->chars[i] != 0x2018 && text->chars[i] != 0x300c)
    return i;
  for (guint end = i + 1; end < text->length && end <= i + reach; end++)
    {
      gunichar c = text->chars[end];

      if (jb_char_is_closer (c))
        return end + 1;
      if (reach == NAME_LENGTH && (jb_char_ends_sentence (c) || c == 0xff0c || c == ',' || c == 0xff1b))
        return i;
    }
  return i;
}

static void
add_figure (Reader *self, const JbFigureSpan *span)
{
  g_autofree char *words = jb_chars_to_utf8 (self->text, span->start, span->end);
  JbFigure *figure = jb_figure_new (words, self->block->start + span->start, self->block->start + span->end);
  JbSpan subject;

  g_free (figure->unit);
  figure->unit = g_strdup (span->unit);
  figure->value = span->value;
  figure->qualifier = span->qualifier;
  figure->kind = self->kind;
  figure->as_of = self->kind == JB_FIGURE_KIND_RESULT ? g_strdup (self->as_of) : NULL;
  if (jb_figure_subject_find (self->text, span, self->floor, &subject))
    {
      g_free (figure->subject);
      figure->subject = jb_chars_to_utf8 (self->text, subject.start, subject.end);
    }
  else if (self->last != NULL)
    {
      g_free (figure->subject);
      figure->subject = g_strdup (self->last->subject);
    }
  jb_owner_write (jb_owner_find (self->article, self->block, self->text, self->sentence, span->start),
                  &figure->entity, &figure->entity_name);
  g_ptr_array_add (self->article->figures, figure);
  self->last = figure;
  self->floor = span->behind;
}

static guint
read_cue (Reader *self, guint i)
{
  const JbWords *targets = jb_words_get ("rules/figure-target-cues.txt");
  const JbWords *results = jb_words_get ("rules/figure-result-cues.txt");
  const JbWord *word = jb_words_match (targets, self->text, i, self->text->length);

  if (word != NULL)
    {
      if (strcmp (word->note, "block") == 0)
        self->usual_kind = JB_FIGURE_KIND_TARGET;
      if (strcmp (word->note, "-") != 0)
        self->kind = JB_FIGURE_KIND_TARGET;
      return i + word->word->length;
    }
  word = jb_words_match (results, self->text, i, self->text->length);
  if (word == NULL)
    return i;
  self->kind = JB_FIGURE_KIND_RESULT;
  return i + word->word->length;
}

static void
read_block (Reader *self)
{
  const JbChars *text = self->text;
  guint next_date = 0, n_dates = self->dates->len;
  guint i = 0;

  begin_sentence (self, 0);
  self->as_of = NULL;
  while (i < text->length)
    {
      gunichar c = text->chars[i];
      guint end;

      if (next_date < n_dates && g_array_index (self->dates, JbDateHit, next_date).start <= i)
        {
          const JbDateHit *hit = &g_array_index (self->dates, JbDateHit, next_date++);

          if (hit->end > i)
            {
              read_cue (self, i);  /* 去年, 年底前 are both */
              read_date (self, hit);
              i = hit->end;
            }
          continue;
        }
      if (jb_char_ends_sentence (c))
        {
          begin_sentence (self, ++i);
          continue;
        }
      if ((end = skip_name (text, i)) > i)
        {
          i = end;
          continue;
        }
      if (jb_numeral_begins_with (c))
        {
          JbFigureSpan span;

          if (jb_figure_span_read (text, i, FALSE, &span, &end))
            add_figure (self, &span);
          i = end;
          continue;
        }
      end = jb_char_is_han (c) ? read_cue (self, i) : i;
      i = MAX (end, i + 1);
    }
}

void
jb_figures_find (JbArticle *article)
{
  g_autofree char *reference = jb_reference_dup (article);
  JbFigureKind below_heading = JB_FIGURE_KIND_RESULT;
  guint plan_level = 0;

  g_ptr_array_set_size (article->figures, 0);
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const JbBlock *block = g_ptr_array_index (article->blocks, i);
      g_autoptr(JbChars) text = NULL;
      g_autoptr(GArray) dates = NULL;
      Reader reader = { article, block };
      guint level;

      if (!jb_block_kind_is_body (block->kind) && block->kind != JB_BLOCK_KIND_HEADING &&
          block->kind != JB_BLOCK_KIND_CAPTION)
        continue;
      text = jb_chars_new (block->text, -1);
      level = get_heading_level (block, text);
      if (level > 0 && (plan_level == 0 || level <= plan_level))
        {
          below_heading = mentions_plan (text) ? JB_FIGURE_KIND_TARGET : JB_FIGURE_KIND_RESULT;
          plan_level = below_heading == JB_FIGURE_KIND_TARGET ? level : 0;
        }
      dates = jb_dates_find (text, reference);
      reader.text = text;
      reader.dates = dates;
      reader.usual_kind = has_target_label (text) ? JB_FIGURE_KIND_TARGET : below_heading;
      read_block (&reader);
    }
}
