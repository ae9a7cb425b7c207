/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-decoded-builder.h"

#include "jb-clean.h"
#include "jb-error.h"
#include "jb-error.h"
#include "jb-plain.h"
#include "jb-string.h"

#include <glib/gi18n-lib.h>

struct _JbDecodedBuilder
{
  GString   *text;        /* owned */
  guint      length;      /* code points of text */
  JbDecoded *decoded;     /* owned: everything but the text */
  gboolean   is_fresh;    /* nothing came since an article was begun */
  gboolean   is_too_long;
};

JbDecodedBuilder *
jb_decoded_builder_new (void)
{
  JbDecodedBuilder *self = g_new0 (JbDecodedBuilder, 1);

  self->text = g_string_new (NULL);
  self->decoded = jb_decoded_new (NULL);
  self->decoded->is_flowed = TRUE;
  return self;
}

void
jb_decoded_builder_free (JbDecodedBuilder *self)
{
  g_string_free (self->text, TRUE);
  jb_decoded_free (self->decoded);
  g_free (self);
}

/* Returns: where the line begins */
static guint
append (JbDecodedBuilder *self, const char *line)
{
  guint start = self->length;

  if (*line == '\0' || self->is_too_long)
    return start;
  self->is_too_long = self->text->len + strlen (line) >= JB_IMPORT_MAX_TEXT;
  if (self->is_too_long)
    return start;
  g_string_append (self->text, line);
  g_string_append_c (self->text, '\n');
  self->length += (guint) g_utf8_strlen (line, -1) + 1;
  self->is_fresh = FALSE;
  return start;
}

guint
jb_decoded_builder_add (JbDecodedBuilder *self, const char *text)
{
  g_autofree char *line = jb_clean_line (text);

  return append (self, line);
}

static guint
add_hinted (JbDecodedBuilder *self, const char *text, JbHint hint)
{
  hint.start = jb_decoded_builder_add (self, text);
  if (self->length > hint.start)
    {
      hint.end = self->length - 1;
      g_array_append_val (self->decoded->hints, hint);
    }
  return hint.start;
}

guint
jb_decoded_builder_add_kind (JbDecodedBuilder *self, JbBlockKind kind, guint level, const char *text)
{
  return add_hinted (self, text, (JbHint) { .is_known = TRUE, .kind = kind, .level = MIN (level, 3) });
}

guint
jb_decoded_builder_add_display (JbDecodedBuilder *self, const char *text)
{
  return add_hinted (self, text, (JbHint) { .is_display = TRUE });
}

guint
jb_decoded_builder_add_raw (JbDecodedBuilder *self, const char *text)
{
  return append (self, text);
}

void
jb_decoded_builder_add_gap (JbDecodedBuilder *self, guint n_lines)
{
  if (self->length == 0 || self->is_too_long)
    return;
  for (guint i = 0; i < n_lines; i++)
    g_string_append_c (self->text, '\n');
  self->length += n_lines;
}

guint
jb_decoded_builder_get_length (const JbDecodedBuilder *self)
{
  return self->length;
}

const char *
jb_decoded_builder_get_text (const JbDecodedBuilder *self, gsize *n_bytes)
{
  *n_bytes = self->text->len;
  return self->text->str;
}

static JbDecodedArticle *
get_article (JbDecodedBuilder *self)
{
  GArray *articles = self->decoded->articles;

  if (articles->len == 0)
    jb_decoded_builder_begin_article (self);
  return &g_array_index (articles, JbDecodedArticle, articles->len - 1);
}

void
jb_decoded_builder_begin_article (JbDecodedBuilder *self)
{
  /* What stands above the first article is its own. */
  JbDecodedArticle article = { .start = self->decoded->articles->len > 0 ? self->length : 0, .authors = g_new0 (char *, 1) };

  if (self->is_fresh)
    {
      g_strfreev (article.authors);
      return;
    }
  g_array_append_val (self->decoded->articles, article);
  self->is_fresh = TRUE;
}

void
jb_decoded_builder_set_date (JbDecodedBuilder *self, const char *date)
{
  JbDecodedArticle *article = get_article (self);

  if (article->date == NULL)
    article->date = g_strdup (date);
}

void
jb_decoded_builder_add_author (JbDecodedBuilder *self, const char *name)
{
  JbDecodedArticle *article = get_article (self);
  g_autofree char *line = jb_clean_line (name);
  guint n = g_strv_length (article->authors);

  if (*line == '\0' || g_strv_contains ((const char *const *) article->authors, line))
    return;
  article->authors = g_renew (char *, article->authors, n + 2);
  article->authors[n] = g_steal_pointer (&line);
  article->authors[n + 1] = NULL;
}

/* The number of an issue that may be written out: 第7期, 2023年第7期（总第621期）. Returns: (transfer full): digits, "" where there are
 * none */
static char *
dup_number (const char *issue)
{
  const char *start = NULL, *best = "";
  gsize n_best = 0;

  for (const char *p = issue;; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          start = start != NULL ? start : p;
          continue;
        }
      if (start != NULL && (n_best == 0 || g_str_has_prefix (p, "期")))
        {
          best = start;
          n_best = (gsize) (p - start);
        }
      start = NULL;
      if (*p == '\0')
        return g_strndup (best, n_best);
    }
}

static void
set_told (char **field, const char *value)
{
  g_autofree char *line = jb_clean_line (value);

  if (*line != '\0')
    jb_set_string (field, line);
}

void
jb_decoded_builder_set_issue (JbDecodedBuilder *self, const char *bulletin, const char *issue, const char *date)
{
  g_autofree char *number = issue != NULL ? dup_number (issue) : NULL;
  JbMasthead *masthead = self->decoded->masthead;

  if (bulletin == NULL && issue == NULL && date == NULL)
    return;
  if (masthead == NULL)
    masthead = self->decoded->masthead = jb_masthead_new ();
  if (bulletin != NULL)
    set_told (&masthead->name, bulletin);
  if (number != NULL)
    set_told (&masthead->issue, number);
  if (date != NULL)
    jb_set_string (&masthead->date, date);
}

void
jb_decoded_builder_add_tag (JbDecodedBuilder *self, guint start, guint end, JbEntityType type, const char *name)
{
  JbTag tag = { start, end, type, g_strdup (name) };

  g_array_append_val (self->decoded->tags, tag);
}

guint
jb_decoded_builder_add_sheet (JbDecodedBuilder *self, double width, double height)
{
  JbSheetSize sheet = { width, height };

  g_array_append_val (self->decoded->sheets, sheet);
  return self->decoded->sheets->len - 1;
}

void
jb_decoded_builder_add_box (JbDecodedBuilder *self, const JbBox *box)
{
  g_array_append_vals (self->decoded->boxes, box, 1);
}

void
jb_decoded_builder_add_doubt (JbDecodedBuilder *self, guint start, guint end, guint confidence)
{
  JbDoubt doubt = { start, end, MIN (confidence, 100) };

  g_array_append_val (self->decoded->doubts, doubt);
}

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  const JbTag *left = a, *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  return left->end > right->end ? -1 : left->end < right->end;
}

/* @tags: sorted */
static void
drop_repeated (GArray *tags)
{
  JbTag *all = (JbTag *) (gpointer) tags->data;
  guint n = 0;

  for (guint i = 0; i < tags->len; i++)
    if (n == 0 || all[i].start != all[n - 1].start || all[i].end != all[n - 1].end)
      {
        JbTag kept = all[i];

        all[i] = all[n];
        all[n++] = kept;
      }
  g_array_set_size (tags, n);
}

JbDecoded *
jb_decoded_builder_finish (JbDecodedBuilder *self, GError **error)
{
  g_autoptr(JbDecoded) decoded = g_steal_pointer (&self->decoded);

  decoded->text = g_string_free (self->text, FALSE);
  self->text = g_string_new (NULL);
  self->decoded = jb_decoded_new (NULL);
  self->decoded->is_flowed = TRUE;
  if (self->is_too_long)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_TOO_LARGE, _("there is more text in the file than %d MiB"),
                   JB_IMPORT_MAX_TEXT / 1024 / 1024);
      return NULL;
    }
  if (self->length == 0)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_EMPTY, _("there is no text in the file"));
      return NULL;
    }
  self->length = 0;
  g_array_sort (decoded->tags, compare_tags);
  drop_repeated (decoded->tags);
  return g_steal_pointer (&decoded);
}
