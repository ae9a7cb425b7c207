/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A paragraph is read once. At a verb of speech the words before it in the clause tell who speaks; what is said begins behind it,
 * or, where a quotation stands right before (“…。”她说), has just ended.
 *
 *   会上，区长某某指出，要…；强调，要…。他要求，…⏎      one statement, reported
 *            └─speaker┘└verb└─ said ─────────────┘
 */
#include "jb-statements.h"

#include <string.h>

#include "jb-speakers.h"
#include "jb-words.h"

/* Characters that may stand between a speaker and a verb that leaves no doubt: 在会上充分肯定工作成绩并 */
#define VERB_REACH 20

/* A mark that is not closed within so many characters was forgotten, or the paragraph ends inside it. */
#define MAX_QUOTATION 2000

/* A quotation that ends without a mark and is shorter is a name. */
#define MIN_QUOTATION 10

typedef struct
{
  JbArticle     *article;
  const JbBlock *block;
  guint          block_index;
  const JbChars *text;        /* the block's */
  guint          sentence, clause;  /* where they begin */
  JbSpan         quotation;   /* the last in the block, without its marks; empty where there is none */
  JbSpeaker      subject;     /* whom the sentences so far are about: 他 */
  JbStatement   *open;        /* lent by the article; reported and not yet ended */
  JbStatement   *quoted;      /* likewise; the last direct one of the block */
  JbStatement   *carried;     /* likewise; the one that lasted to the end of the paragraph before */
  gboolean       is_quoting;  /* the paragraph before ended inside a quotation */
  GHashTable    *posts;       /* of name -> post, as the article gave it */
} Reader;

static gunichar
at (const Reader *self, guint i)
{
  return i < self->text->length ? self->text->chars[i] : 0;
}

static gboolean
is_quote_opener (gunichar c)
{
  return c == 0x201c || c == 0x300c || c == 0x300e;
}

static gboolean
is_quote_closer (gunichar c)
{
  return c == 0x201d || c == 0x300d || c == 0x300f;
}

/* Behind the closing mark of the quotation that opens at @i; 0 where it is not closed in this block */
static guint
skip_quotation (const Reader *self, guint i)
{
  guint depth = 0, last = MIN (i + MAX_QUOTATION, self->text->length);

  for (; i < last; i++)
    {
      depth += is_quote_opener (at (self, i));
      if (is_quote_closer (at (self, i)) && --depth == 0)
        return i + 1;
    }
  return 0;
}

/* Statements --------------------------------------------------------------------------------------------- */

static JbStatement *
add (Reader *self, const JbSpeaker *speaker, JbStatementKind kind, guint start, guint end)
{
  JbStatement *statement = jb_statement_new (speaker->name, speaker->post, "", self->block_index);

  statement->kind = kind;
  statement->start = self->block->start + start;
  statement->end = self->block->start + end;
  g_ptr_array_add (self->article->statements, statement);
  return statement;
}

/* Ends what was reported, at @end of the block, without marks and blanks that led on. */
static void
close_open (Reader *self, guint end)
{
  if (self->open == NULL)
    return;
  while (end > 0 && (jb_char_is_blank (at (self, end - 1)) || (jb_char_ends_clause (at (self, end - 1)) &&
                                                               !jb_char_ends_sentence (at (self, end - 1)))))
    end--;
  self->open->end = MAX (self->open->end, self->block->start + end);
  self->open = NULL;
}

static gboolean
is_same (const JbStatement *statement, const JbSpeaker *speaker)
{
  return statement != NULL && strcmp (statement->name, speaker->name) == 0;
}

/* @is_named: whether the speaker is called by name here. @i: behind the verb. Returns: where to read on */
static guint
read_said (Reader *self, const JbSpeaker *speaker, gboolean is_named, guint i)
{
  guint mark = i, end;

  while (at (self, i) == 0xff0c || at (self, i) == ',' || at (self, i) == 0xff1a || at (self, i) == ':' ||
         jb_char_is_blank (at (self, i)))
    i++;
  if (i > mark && is_quote_opener (at (self, i)))
    {
      close_open (self, self->clause);
      end = skip_quotation (self, i);
      self->is_quoting = end == 0;
      if (end == 0)
        end = self->text->length + 1;
      if (is_same (self->quoted, speaker) && self->quoted->end > self->block->start + self->sentence)
        self->quoted->end = self->block->start + end - 1;  /* “…，”她说，“…。” */
      else
        self->quoted = add (self, speaker, JB_STATEMENT_KIND_DIRECT, i + 1, end - 1);
      return MIN (end, self->text->length);
    }
  if (i >= self->text->length || jb_char_ends_sentence (at (self, i)))
    return i;
  if (is_same (self->open, speaker))
    return i;
  close_open (self, self->clause);
  if (self->clause == 0 && !is_named && is_same (self->carried, speaker) && self->carried->end + 1 >= self->block->start)
    self->open = self->carried;
  else
    self->open = add (self, speaker, JB_STATEMENT_KIND_INDIRECT, i, i);
  return i;
}

/* Speakers ----------------------------------------------------------------------------------------------- */

/* Whether [@start, @end) holds only words that go on with the one named before; @is_he: and one of them names him */
static gboolean
goes_on (const Reader *self, guint start, guint end, gboolean *is_he)
{
  const JbWords *words = jb_words_get ("rules/statement-pronouns.txt");

  *is_he = FALSE;
  while (start < end)
    {
      const JbWord *word = jb_words_match (words, self->text, start, end);

      if (jb_char_is_blank (at (self, start)))
        {
          start++;
          continue;
        }
      if (word == NULL)
        return FALSE;
      *is_he = *is_he || at (self, start) == U'他' || at (self, start) == U'她';
      start += word->word->length;
    }
  return TRUE;
}

static void
remember (Reader *self, JbSpeaker *speaker)
{
  const char *post = g_hash_table_lookup (self->posts, speaker->name);

  if (*speaker->post != '\0' && post == NULL)
    g_hash_table_insert (self->posts, g_strdup (speaker->name), g_strdup (speaker->post));
  else if (*speaker->post == '\0' && post != NULL)
    jb_speaker_set (speaker, speaker->name, post);
}

static gboolean
follows_aside (const Reader *self, guint start)
{
  return jb_words_match_back (jb_words_get ("rules/owner-asides.txt"), self->text, self->clause, start) != NULL;
}

/* Who speaks at the verb [@start, @end). Returns: FALSE where nobody does */
static gboolean
find_speaker (Reader *self, guint start, guint end, gboolean is_weak, JbSpeaker *speaker, gboolean *is_named)
{
  gunichar next = at (self, end);
  gboolean is_marked = next == 0xff0c || next == ',' || next == 0xff1a || next == ':' || is_quote_opener (next) ||
                       jb_char_ends_sentence (next);
  gboolean is_he;
  guint behind, name;

  *is_named = FALSE;
  if (next == U'的')
    return FALSE;
  if (jb_speaker_find (self->article, self->block, self->text, self->clause, start, TRUE, speaker, &name, &behind))
    {
      remember (self, speaker);
      *is_named = TRUE;
      return !follows_aside (self, name) && start - behind <= VERB_REACH && (is_marked || (is_weak ? behind == start : TRUE));
    }
  if (jb_speaker_find_nameless (self->text, self->clause, start, speaker))
    return is_marked || !is_weak;
  if (!goes_on (self, self->clause, start, &is_he) || (is_weak && !is_marked && !is_he))
    return FALSE;
  if (self->open != NULL)
    jb_speaker_set (speaker, self->open->name, self->open->post);
  else if (!jb_speaker_find (self->article, self->block, self->text, self->sentence, self->clause, FALSE, speaker, &name, &behind))
    {
      if (!is_he || self->subject.name == NULL)
        return FALSE;
      jb_speaker_set (speaker, self->subject.name, self->subject.post);
    }
  remember (self, speaker);
  return TRUE;
}

/* Reading ------------------------------------------------------------------------------------------------ */

static void
end_sentence (Reader *self, guint end)
{
  JbSpeaker first = { 0 };
  guint name, behind;

  if (jb_speaker_find (self->article, self->block, self->text, self->sentence, end, FALSE, &first, &name, &behind))
    {
      remember (self, &first);
      /* 某某鼓励企业…: the next one acts, the one before has ended */
      if (self->open != NULL && name == self->sentence && self->open->start < self->block->start + self->sentence &&
          !is_same (self->open, &first))
        close_open (self, self->sentence);
      jb_speaker_set (&self->subject, first.name, first.post);
    }
  jb_speaker_clear (&first);
  self->sentence = self->clause = end;
}

/* At a verb of speech. Returns: where to read on */
static guint
read_verb (Reader *self, guint i, const JbWord *verb)
{
  JbSpeaker speaker = { 0 };
  guint end = i + verb->word->length;
  gboolean is_named;

  if (find_speaker (self, i, end, strcmp (verb->note, "weak") == 0, &speaker, &is_named))
    {
      if (self->quotation.end > self->quotation.start && self->quotation.end + 1 == self->clause)
        {
          close_open (self, self->quotation.start - 1);
          self->quoted = add (self, &speaker, JB_STATEMENT_KIND_DIRECT, self->quotation.start, self->quotation.end);
        }
      end = read_said (self, &speaker, is_named, end);
      if (is_named)
        jb_speaker_set (&self->subject, speaker.name, speaker.post);
    }
  jb_speaker_clear (&speaker);
  return end;
}

/* A quotation at @i that no verb came before. Returns: behind it */
static guint
read_quotation (Reader *self, guint i)
{
  guint end = skip_quotation (self, i);

  if (end == 0)
    return i + 1;
  if (end - i > 2 && (jb_char_ends_clause (at (self, end - 2)) || (end - i > MIN_QUOTATION && self->clause == i)))
    {
      self->quotation = (JbSpan) { i + 1, end - 1 };
      self->clause = end;
    }
  return end;
}

/* A paragraph that goes on with the quotation of the one before. Returns: behind it */
static guint
read_on (Reader *self)
{
  guint opener = is_quote_opener (at (self, 0)) ? 1 : 0, end = opener;

  while (end < self->text->length && !is_quote_closer (at (self, end)))
    end++;
  if (opener == 0 && end == self->text->length)
    return 0;  /* the mark was forgotten */
  self->quoted->end = self->block->start + end;
  self->is_quoting = end == self->text->length;
  return MIN (end + 1, self->text->length);
}

static void
read_block (Reader *self)
{
  const JbWords *verbs = jb_words_get ("rules/statement-verbs.txt");
  guint i = 0;

  if (self->is_quoting)
    {
      self->is_quoting = FALSE;
      i = read_on (self);
    }
  self->sentence = self->clause = i;
  self->quotation = (JbSpan) { 0, 0 };
  while (i < self->text->length)
    {
      gunichar c = at (self, i);
      const JbWord *verb;

      if (is_quote_opener (c))
        {
          i = read_quotation (self, i);
          continue;
        }
      if (jb_char_ends_sentence (c))
        {
          end_sentence (self, ++i);
          continue;
        }
      if (jb_char_ends_clause (c))
        {
          self->clause = ++i;
          continue;
        }
      verb = jb_words_match (verbs, self->text, i, self->text->length);
      if (verb == NULL)
        i++;
      else if (strcmp (verb->note, "-") == 0)
        i += verb->word->length;
      else
        i = read_verb (self, i, verb);
    }
  end_sentence (self, self->text->length);
  self->carried = self->open;
  close_open (self, self->text->length);
}

/* Boxes stay, what was computed goes. */
static void
keep_boxes (JbArticle *article)
{
  for (guint i = article->statements->len; i-- > 0;)
    {
      JbStatement *statement = g_ptr_array_index (article->statements, i);
      const JbBlock *block = statement->block < article->blocks->len ? g_ptr_array_index (article->blocks, statement->block) : NULL;

      if (statement->kind != JB_STATEMENT_KIND_BOX)
        g_ptr_array_remove_index (article->statements, i);
      else if (block != NULL)
        {
          statement->start = block->start;
          statement->end = block->start + block->length;
        }
    }
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const JbStatement *one = *(JbStatement *const *) a, *other = *(JbStatement *const *) b;

  return one->start < other->start ? -1 : one->start > other->start;
}

void
jb_statements_find (JbArticle *article)
{
  g_autoptr(GHashTable) posts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Reader self = { article, .posts = posts };

  keep_boxes (article);
  for (guint i = 0; i < article->blocks->len; i++)
    {
      g_autoptr(JbChars) text = NULL;

      self.block = g_ptr_array_index (article->blocks, i);
      if (self.block->kind != JB_BLOCK_KIND_PARAGRAPH && self.block->kind != JB_BLOCK_KIND_LIST)
        continue;
      text = jb_chars_new (self.block->text, -1);
      self.text = text;
      self.block_index = i;
      self.quoted = self.is_quoting ? self.quoted : NULL;
      read_block (&self);
    }
  jb_speaker_clear (&self.subject);
  for (guint i = 0; i < article->statements->len; i++)
    {
      JbStatement *statement = g_ptr_array_index (article->statements, i);

      if (statement->kind != JB_STATEMENT_KIND_BOX)
        {
          g_free (statement->text);
          statement->text = jb_article_dup_slice (article, statement->start, statement->end);
        }
    }
  g_ptr_array_sort (article->statements, compare_starts);
}
