/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A JbDecoded as one GVariant. The form is kept in libraries: what is added later goes into the dictionary at the end. */
#include "jb-decoded.h"

#include "jb-error.h"

#include <glib/gi18n-lib.h>

#define HINTS    "a(uubuub)"      /* start, end, known, kind, level, display */
#define ARTICLES "a(umsas)"       /* start, date, authors */
#define TAGS     "a(uuums)"       /* start, end, type, name */
#define SHEETS   "a(dd)"          /* width, height */
#define BOXES    "a(uuudddd)"     /* start, end, page, x, y, width, height */
#define DOUBTS   "a(uuu)"         /* start, end, confidence */
#define MASTHEAD "(msmsmsmsmsmsms)"
#define FORM     "(smsmsbm" MASTHEAD HINTS ARTICLES TAGS SHEETS BOXES DOUBTS "a{sv})"

static GVariant *
masthead_to_variant (const JbMasthead *masthead)
{
  if (masthead == NULL)
    return g_variant_new_maybe (G_VARIANT_TYPE (MASTHEAD), NULL);
  return g_variant_new_maybe (NULL, g_variant_new (MASTHEAD, masthead->name, masthead->issue, masthead->date, masthead->weekday,
                                                   masthead->lunar, masthead->pages, masthead->publisher));
}

GVariant *
jb_decoded_to_variant (const JbDecoded *self)
{
  g_auto(GVariantBuilder) hints = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (HINTS));
  g_auto(GVariantBuilder) articles = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (ARTICLES));
  g_auto(GVariantBuilder) tags = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (TAGS));
  g_auto(GVariantBuilder) sheets = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (SHEETS));
  g_auto(GVariantBuilder) boxes = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (BOXES));
  g_auto(GVariantBuilder) doubts = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (DOUBTS));
  g_auto(GVariantBuilder) more = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  for (guint i = 0; i < self->hints->len; i++)
    {
      const JbHint *hint = &g_array_index (self->hints, JbHint, i);

      g_variant_builder_add (&hints, "(uubuub)", hint->start, hint->end, hint->is_known, hint->kind, hint->level,
                             hint->is_display);
    }
  for (guint i = 0; i < self->articles->len; i++)
    {
      const JbDecodedArticle *article = &g_array_index (self->articles, JbDecodedArticle, i);

      g_variant_builder_add (&articles, "(ums@as)", article->start, article->date,
                             g_variant_new_strv ((const char *const *) article->authors, -1));
    }
  for (guint i = 0; i < self->tags->len; i++)
    {
      const JbTag *tag = &g_array_index (self->tags, JbTag, i);

      g_variant_builder_add (&tags, "(uuums)", tag->start, tag->end, tag->type, tag->name);
    }
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const JbSheetSize *sheet = &g_array_index (self->sheets, JbSheetSize, i);

      g_variant_builder_add (&sheets, "(dd)", sheet->width, sheet->height);
    }
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const JbBox *box = &g_array_index (self->boxes, JbBox, i);

      g_variant_builder_add (&boxes, "(uuudddd)", box->start, box->end, box->page, box->x, box->y, box->width, box->height);
    }
  for (guint i = 0; i < self->doubts->len; i++)
    {
      const JbDoubt *doubt = &g_array_index (self->doubts, JbDoubt, i);

      g_variant_builder_add (&doubts, "(uuu)", doubt->start, doubt->end, doubt->confidence);
    }
  if (self->library != NULL)
    g_variant_builder_add (&more, "{sv}", "library", self->library);

  return g_variant_new ("(smsmsb@m" MASTHEAD "@" HINTS "@" ARTICLES "@" TAGS "@" SHEETS "@" BOXES "@" DOUBTS "@a{sv})",
                        self->text, self->media_type, self->encoding, self->is_flowed, masthead_to_variant (self->masthead),
                        g_variant_builder_end (&hints), g_variant_builder_end (&articles), g_variant_builder_end (&tags),
                        g_variant_builder_end (&sheets), g_variant_builder_end (&boxes), g_variant_builder_end (&doubts),
                        g_variant_builder_end (&more));
}

/* Of small things a value can hold many more than memory can. */
#define MAX_ARTICLES 200000
#define MAX_AUTHORS  1000000

/* What is read is checked against this: stretches lie in the text, and begin no earlier than the one before. */
typedef struct
{
  guint    length;   /* code points of the text */
  guint    last;     /* where the last stretch began */
  gboolean is_good;
} Check;

static void
check_span (Check *check, guint start, guint end)
{
  check->is_good = check->is_good && start >= check->last && start <= end && end <= check->length;
  check->last = start;
}

static gboolean
is_measure (double value)
{
  return value >= -1e6 && value <= 1e6;
}

static void
read_hints (JbDecoded *self, GVariant *from, Check *check)
{
  GVariantIter iter;
  JbHint hint;
  guint32 kind, last_end = 0;

  check->last = 0;
  g_variant_iter_init (&iter, from);
  while (g_variant_iter_next (&iter, "(uubuub)", &hint.start, &hint.end, &hint.is_known, &kind, &hint.level, &hint.is_display))
    {
      check_span (check, hint.start, hint.end);
      check->is_good = check->is_good && kind <= JB_BLOCK_KIND_OTHER && hint.level <= 3 && hint.start >= last_end;
      last_end = hint.end;
      hint.kind = (JbBlockKind) kind;
      g_array_append_val (self->hints, hint);
    }
}

static void
read_articles (JbDecoded *self, GVariant *from, Check *check)
{
  GVariantIter iter;
  JbDecodedArticle article;
  GVariant *authors;
  gsize n_authors = 0;

  check->last = 0;
  check->is_good = check->is_good && g_variant_n_children (from) <= MAX_ARTICLES;
  g_variant_iter_init (&iter, from);
  while (check->is_good && g_variant_iter_next (&iter, "(ums@as)", &article.start, &article.date, &authors))
    {
      n_authors += g_variant_n_children (authors);
      check_span (check, article.start, article.start);
      check->is_good = check->is_good && n_authors <= MAX_AUTHORS;
      article.authors = check->is_good ? g_variant_dup_strv (authors, NULL) : g_new0 (char *, 1);
      g_variant_unref (authors);
      g_array_append_val (self->articles, article);
    }
}

static void
read_tags (JbDecoded *self, GVariant *from, Check *check)
{
  GVariantIter iter;
  JbTag tag;
  guint32 type;

  check->last = 0;
  g_variant_iter_init (&iter, from);
  while (g_variant_iter_next (&iter, "(uuums)", &tag.start, &tag.end, &type, &tag.name))
    {
      check_span (check, tag.start, tag.end);
      check->is_good = check->is_good && type < JB_N_ENTITY_TYPES;
      tag.type = (JbEntityType) type;
      g_array_append_val (self->tags, tag);
    }
}

static void
read_boxes (JbDecoded *self, GVariant *sheets, GVariant *boxes, Check *check)
{
  GVariantIter iter;
  JbSheetSize sheet;
  JbBox box;

  g_variant_iter_init (&iter, sheets);
  while (g_variant_iter_next (&iter, "(dd)", &sheet.width, &sheet.height))
    {
      check->is_good = check->is_good && is_measure (sheet.width) && is_measure (sheet.height);
      g_array_append_val (self->sheets, sheet);
    }
  check->last = 0;
  g_variant_iter_init (&iter, boxes);
  while (g_variant_iter_next (&iter, "(uuudddd)", &box.start, &box.end, &box.page, &box.x, &box.y, &box.width, &box.height))
    {
      check_span (check, box.start, box.end);
      check->is_good = check->is_good && box.page < self->sheets->len && is_measure (box.x) && is_measure (box.y) &&
                       is_measure (box.width) && is_measure (box.height);
      g_array_append_val (self->boxes, box);
    }
}

static void
read_doubts (JbDecoded *self, GVariant *from, Check *check)
{
  GVariantIter iter;
  JbDoubt doubt;

  check->last = 0;
  g_variant_iter_init (&iter, from);
  while (g_variant_iter_next (&iter, "(uuu)", &doubt.start, &doubt.end, &doubt.confidence))
    {
      check_span (check, doubt.start, doubt.end);
      check->is_good = check->is_good && doubt.confidence <= 100;
      g_array_append_val (self->doubts, doubt);
    }
}

static JbMasthead *
read_masthead (GVariant *maybe)
{
  g_autoptr(GVariant) from = g_variant_get_maybe (maybe);
  JbMasthead *masthead;

  if (from == NULL)
    return NULL;
  masthead = jb_masthead_new ();
  g_variant_get (from, MASTHEAD, &masthead->name, &masthead->issue, &masthead->date, &masthead->weekday, &masthead->lunar,
                 &masthead->pages, &masthead->publisher);
  return masthead;
}

JbDecoded *
jb_decoded_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr(GVariant) from = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (FORM), bytes, FALSE));
  g_autoptr(GVariant) masthead = NULL, hints = NULL, articles = NULL, tags = NULL, sheets = NULL, boxes = NULL, doubts = NULL;
  g_autoptr(GVariant) more = NULL;
  g_autoptr(JbDecoded) self = jb_decoded_new (NULL);
  Check check = { .is_good = g_variant_is_normal_form (from) };

  if (check.is_good)
    {
      g_variant_get (from, "(smsmsb@m" MASTHEAD "@" HINTS "@" ARTICLES "@" TAGS "@" SHEETS "@" BOXES "@" DOUBTS "@a{sv})",
                     &self->text, &self->media_type, &self->encoding, &self->is_flowed, &masthead, &hints, &articles, &tags,
                     &sheets, &boxes, &doubts, &more);
      check.length = (guint) g_utf8_strlen (self->text, -1);
      self->masthead = read_masthead (masthead);
      read_hints (self, hints, &check);
      read_articles (self, articles, &check);
      read_tags (self, tags, &check);
      read_boxes (self, sheets, boxes, &check);
      read_doubts (self, doubts, &check);
      self->library = g_variant_lookup_value (more, "library", NULL);
    }
  if (!check.is_good)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the reading of the file is damaged"));
      return NULL;
    }
  return g_steal_pointer (&self);
}
