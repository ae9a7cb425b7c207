/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-office-text.h"

#include "jb-chars.h"
#include "jb-decoded-builder.h"
#include "jb-numbering.h"
#include "jb-plain.h"

#include <string.h>

#define MAX_DISPLAY   40    /* code points of a line that is known by its looks */
#define MAX_LARGE     60    /* of one that is larger than the running text */
#define MIN_BODY      40    /* of a line that is running text without ending in a stop */
#define MAX_LIST      20    /* of a table's cell that ends in a stop and still is no sentence of running text */
#define MIN_LINE      15    /* of a line that was broken because it was full, not on purpose */
#define LARGER        1.05  /* times the running text's size */
#define PICTURE_LINES 3     /* blank lines that show that a picture stood here */

typedef struct
{
  char        *text;     /* owned, never empty */
  JbOfficeLook look;
  guint        n_chars;
  guint        gap;      /* blank lines before it */
  gboolean     is_cell;  /* in a cell of a real table */
  gboolean     is_body;  /* a sentence, or as long as one */
} Paragraph;

typedef struct
{
  guint start;       /* index of the first paragraph in it */
  guint cell_start;  /* the same of the cell that is open */
  guint n_cells;
} Table;

struct _JbOfficeText
{
  GArray  *paragraphs;  /* owned, of Paragraph */
  GArray  *tables;      /* owned, of Table: those that are open, the outermost first */
  guint    gap;         /* blank lines before what comes next */
  gsize    n_bytes;
};

static void
clear_paragraph (gpointer data)
{
  g_free (((Paragraph *) data)->text);
}

JbOfficeText *
jb_office_text_new (void)
{
  JbOfficeText *self = g_new0 (JbOfficeText, 1);

  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  g_array_set_clear_func (self->paragraphs, clear_paragraph);
  self->tables = g_array_new (FALSE, FALSE, sizeof (Table));
  return self;
}

void
jb_office_text_free (JbOfficeText *self)
{
  g_array_unref (self->paragraphs);
  g_array_unref (self->tables);
  g_free (self);
}

static gboolean
ends_sentence (const char *start, const char *end)
{
  while (end > start)
    {
      gunichar c;

      end = g_utf8_prev_char (end);
      c = g_utf8_get_char (end);
      if (jb_char_ends_sentence (c))
        return TRUE;
      if (!jb_char_is_closer (c) && !jb_char_is_blank (c))
        return FALSE;
    }
  return FALSE;
}

static gboolean
is_blank (const char *start, const char *end)
{
  for (; start < end; start = g_utf8_next_char (start))
    if (!g_unichar_isspace (g_utf8_get_char (start)))
      return FALSE;
  return TRUE;
}

gboolean
jb_office_is_blank (const char *text)
{
  return is_blank (text, text + strlen (text));
}

gboolean
jb_office_ends_sentence (const char *text)
{
  return ends_sentence (text, text + strlen (text));
}

/* Whether two blanks as wide as a character stand at @line, or more than that: the indent of a paragraph. */
static gboolean
is_indented (const char *line)
{
  guint width = 0;

  for (; jb_char_is_blank (g_utf8_get_char (line)); line = g_utf8_next_char (line))
    width += g_utf8_get_char (line) == 0x3000 ? 2 : 1;
  return width >= 4;
}

/* Whether a line that ends at @end plainly goes on in the next. */
static gboolean
goes_on (const char *start, const char *end)
{
  gunichar last = end > start ? g_utf8_get_char (g_utf8_prev_char (end)) : 0;

  return last == 0xff0c || last == ',' || last == 0x3001 || jb_char_is_opener (last);
}

/* Whether the line break at @end parts two paragraphs. Many press Shift with Enter and mean a paragraph; a title is broken where it
 * looks best. */
static gboolean
is_parting (const char *start, const char *end, const JbOfficeLook *look)
{
  if (look->role != JB_OFFICE_ROLE_NONE || look->is_centred)
    return FALSE;
  return ends_sentence (start, end) || is_indented (end + 1) || end[1] == '\n' ||
         (g_utf8_strlen (start, end - start) < MIN_LINE && !goes_on (start, end));
}

/* A tab behind a word parts it from the next; behind a number's mark it is nothing, and goes as white space goes. */
static char *
replace_tabs (const char *start, const char *end)
{
  GString *text = g_string_sized_new ((gsize) (end - start));
  gunichar before = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t' && (before == 0 || jb_char_is_blank (before)))
        continue;
      if (c == '\t' && g_unichar_isalnum (before))
        c = ' ';
      g_string_append_unichar (text, c);
      before = c;
    }
  return g_string_free (text, FALSE);
}

static void
add_line (JbOfficeText *self, const char *start, const char *end, const JbOfficeLook *look)
{
  Paragraph paragraph = { .look = *look, .gap = self->gap };

  if (is_blank (start, end))
    {
      jb_office_text_add_gap (self, self->tables->len > 0 ? 0 : 1);
      return;
    }
  if (jb_office_text_is_full (self))
    return;
  self->n_bytes += (gsize) (end - start) + 1;
  paragraph.text = replace_tabs (start, end);
  paragraph.n_chars = (guint) g_utf8_strlen (paragraph.text, -1);
  paragraph.is_cell = self->tables->len > 0;
  /* Offices set whole paragraphs in the style of the heading they begin with. */
  if (look->role == JB_OFFICE_ROLE_HEADING && paragraph.n_chars > MAX_LARGE && ends_sentence (start, end))
    paragraph.look.role = JB_OFFICE_ROLE_NONE;
  paragraph.is_body = paragraph.n_chars >= MIN_BODY || (paragraph.n_chars > MAX_LIST && ends_sentence (start, end));
  self->gap = 0;
  g_array_append_val (self->paragraphs, paragraph);
}

void
jb_office_text_add (JbOfficeText *self, const char *text, const JbOfficeLook *look)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  const char *start = valid;

  for (const char *end = strchr (valid, '\n'); end != NULL; end = strchr (end + 1, '\n'))
    if (!is_blank (start, end) && is_parting (start, end, look))
      {
        add_line (self, start, end, look);
        start = end + 1;
      }
  /* Breaks at the end are no lines. */
  if (start == valid || !is_blank (start, start + strlen (start)))
    add_line (self, start, start + strlen (start), look);
}

void
jb_office_text_add_numbered (JbOfficeText *self, const char *number, gboolean has_space, const char *text, gboolean has_picture,
                             const JbOfficeLook *look)
{
  gboolean is_empty = jb_office_is_blank (text);
  g_autofree char *whole = is_empty ? g_strdup ("") : jb_numbering_join (number, has_space, text);

  if (is_empty && has_picture)
    jb_office_text_add_picture (self);
  jb_office_text_add (self, whole, look);
}

void
jb_office_text_add_gap (JbOfficeText *self, guint n_lines)
{
  self->gap = MAX (self->gap, n_lines);
}

void
jb_office_text_add_picture (JbOfficeText *self)
{
  jb_office_text_add_gap (self, PICTURE_LINES);
}

void
jb_office_text_begin_table (JbOfficeText *self)
{
  Table table = { .start = self->paragraphs->len, .cell_start = self->paragraphs->len };

  jb_office_text_add_gap (self, 1);
  g_array_append_val (self->tables, table);
}

static void
open_gap (JbOfficeText *self, guint index, guint n_lines)
{
  if (index < self->paragraphs->len)
    {
      Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, index);

      paragraph->gap = MAX (paragraph->gap, MAX (n_lines, 1));
    }
}

/* What stands from @start on is text in a box, not a table's. */
static void
unmark_cells (JbOfficeText *self, guint start)
{
  for (guint i = start; i < self->paragraphs->len; i++)
    g_array_index (self->paragraphs, Paragraph, i).is_cell = FALSE;
}

void
jb_office_text_end_table (JbOfficeText *self)
{
  Table table;

  if (self->tables->len == 0)
    return;
  table = g_array_index (self->tables, Table, self->tables->len - 1);
  g_array_set_size (self->tables, self->tables->len - 1);
  if (table.n_cells <= 1 && self->tables->len == 0)
    unmark_cells (self, table.start);
  jb_office_text_add_gap (self, 1);
}

void
jb_office_text_begin_cell (JbOfficeText *self)
{
  if (self->tables->len > 0)
    g_array_index (self->tables, Table, self->tables->len - 1).cell_start = self->paragraphs->len;
}

/* A cell of several paragraphs with running text among them is a piece of a page that was laid out with a table. */
static gboolean
is_page_piece (JbOfficeText *self, guint start)
{
  gboolean has_body = FALSE;

  for (guint i = start; i < self->paragraphs->len && !has_body; i++)
    has_body = g_array_index (self->paragraphs, Paragraph, i).is_body;
  return has_body && self->paragraphs->len - start > 1;
}

void
jb_office_text_end_cell (JbOfficeText *self)
{
  Table *table;

  if (self->tables->len == 0)
    return;
  table = &g_array_index (self->tables, Table, self->tables->len - 1);
  table->n_cells++;
  if (self->tables->len == 1 && is_page_piece (self, table->cell_start))
    {
      unmark_cells (self, table->cell_start);
      open_gap (self, table->cell_start, 1);
      jb_office_text_add_gap (self, 1);
    }
  table->cell_start = self->paragraphs->len;
}

gboolean
jb_office_text_is_in_table (const JbOfficeText *self)
{
  return self->tables->len > 0;
}

void
jb_office_text_take (JbOfficeText *self, JbOfficeText *other)
{
  guint first = self->paragraphs->len;

  if (other->paragraphs->len > 0)
    {
      g_array_append_vals (self->paragraphs, other->paragraphs->data, other->paragraphs->len);
      g_array_set_clear_func (other->paragraphs, NULL);
      g_array_set_size (other->paragraphs, 0);
      g_array_set_clear_func (other->paragraphs, clear_paragraph);
      open_gap (self, first, self->gap);
      self->gap = 0;
      self->n_bytes += other->n_bytes;
      other->n_bytes = 0;
    }
  jb_office_text_add_gap (self, MAX (other->gap, 1));
  other->gap = 0;
}

gboolean
jb_office_text_is_full (const JbOfficeText *self)
{
  return self->n_bytes > JB_IMPORT_MAX_TEXT;
}

/* What most of the text looks like, so that what differs can be seen. */
typedef struct
{
  double   size;        /* 0 where it is not known */
  gboolean is_bold;
  gboolean is_display;
} Ordinary;

/* Whether there is more than headings and tables. */
static gboolean
has_running_text (const JbOfficeText *self)
{
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, i);

      if (paragraph->look.role == JB_OFFICE_ROLE_NONE && !paragraph->is_cell && paragraph->is_body)
        return TRUE;
    }
  return FALSE;
}

static Ordinary
look_at_body (const JbOfficeText *self)
{
  g_autoptr(GHashTable) sizes = g_hash_table_new (NULL, NULL);
  guint n_all = 0, n_bold = 0, n_display = 0, n_best = 0;
  gboolean has_text = has_running_text (self);
  Ordinary ordinary = { 0 };

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, i);
      gpointer key = GINT_TO_POINTER ((int) (CLAMP (paragraph->look.size, 0, 2000) * 2));
      guint n_chars = GPOINTER_TO_UINT (g_hash_table_lookup (sizes, key)) + paragraph->n_chars;

      if (paragraph->look.role != JB_OFFICE_ROLE_NONE || (paragraph->is_cell && has_text))
        continue;
      g_hash_table_insert (sizes, key, GUINT_TO_POINTER (n_chars));
      if (n_chars > n_best)
        {
          n_best = n_chars;
          ordinary.size = paragraph->look.size;
        }
      n_all += paragraph->n_chars;
      n_bold += paragraph->look.is_bold ? paragraph->n_chars : 0;
      n_display += paragraph->look.is_display ? paragraph->n_chars : 0;
    }
  ordinary.is_bold = n_bold * 2 > n_all;
  ordinary.is_display = n_display * 2 > n_all;
  return ordinary;
}

static gboolean
stands_out (const Paragraph *paragraph, const Ordinary *ordinary)
{
  const JbOfficeLook *look = &paragraph->look;

  if (jb_office_ends_sentence (paragraph->text) && paragraph->n_chars > MAX_LIST)
    return FALSE;
  if (paragraph->n_chars <= MAX_LARGE && ordinary->size > 0 && look->size > ordinary->size * LARGER)
    return TRUE;
  if (paragraph->n_chars > MAX_DISPLAY)
    return FALSE;
  return (look->is_bold && !ordinary->is_bold) || (look->is_bold && look->is_centred) ||
         (look->is_display && !ordinary->is_display);
}

/* A file without a title but with one heading above all others, before any running text, has that for its title.
 * Returns: (nullable) */
static Paragraph *
find_title (JbOfficeText *self)
{
  Paragraph *found = NULL;
  gboolean has_body = FALSE;

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, i);
      JbOfficeRole role = paragraph->look.role;

      if (role == JB_OFFICE_ROLE_TITLE)
        return NULL;
      if (role == JB_OFFICE_ROLE_HEADING && paragraph->look.level <= 1)
        {
          if (found != NULL || has_body)
            return NULL;
          found = paragraph;
        }
      has_body = has_body || (role == JB_OFFICE_ROLE_HEADING && paragraph->look.level > 1) ||
                 (role == JB_OFFICE_ROLE_NONE && paragraph->is_body);
    }
  return found;
}

static void
set_title (JbOfficeText *self)
{
  Paragraph *title = find_title (self);

  if (title == NULL)
    return;
  title->look.role = JB_OFFICE_ROLE_TITLE;
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      JbOfficeLook *look = &g_array_index (self->paragraphs, Paragraph, i).look;

      if (look->role == JB_OFFICE_ROLE_HEADING && look->level > 1)
        look->level--;
    }
}

static void
emit (const Paragraph *paragraph, const Ordinary *ordinary, JbDecodedBuilder *builder)
{
  jb_decoded_builder_add_gap (builder, paragraph->gap);
  switch (paragraph->look.role)
    {
    case JB_OFFICE_ROLE_TITLE:
      jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_TITLE, 0, paragraph->text);
      return;
    case JB_OFFICE_ROLE_DECK:
      jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_DECK, 0, paragraph->text);
      return;
    case JB_OFFICE_ROLE_HEADING:
      jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_HEADING, CLAMP (paragraph->look.level, 1, 3), paragraph->text);
      return;
    case JB_OFFICE_ROLE_CAPTION:
      jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_CAPTION, 0, paragraph->text);
      return;
    case JB_OFFICE_ROLE_OTHER:
      jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_OTHER, 0, paragraph->text);
      return;
    case JB_OFFICE_ROLE_NONE:
    default:
      break;
    }
  if (paragraph->is_cell && !paragraph->is_body)
    jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_LIST, 0, paragraph->text);
  else if (stands_out (paragraph, ordinary))
    jb_decoded_builder_add_display (builder, paragraph->text);
  else
    jb_decoded_builder_add (builder, paragraph->text);
}

JbDecoded *
jb_office_text_finish (JbOfficeText *self, GError **error)
{
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  Ordinary ordinary;

  while (self->tables->len > 0)
    jb_office_text_end_table (self);
  set_title (self);
  ordinary = look_at_body (self);
  for (guint i = 0; i < self->paragraphs->len; i++)
    emit (&g_array_index (self->paragraphs, Paragraph, i), &ordinary, builder);
  return jb_decoded_builder_finish (builder, error);
}

/* Styles by their names, folded. @level: of a heading; 0 where a number must stand behind the name */
static const struct
{
  const char  *name;
  JbOfficeRole role;
  guint        level;
} styles[] = {
  { "heading", JB_OFFICE_ROLE_HEADING, 0 }, { "标题", JB_OFFICE_ROLE_HEADING, 0 }, { "標題", JB_OFFICE_ROLE_HEADING, 0 },
  { "一级标题", JB_OFFICE_ROLE_HEADING, 1 }, { "二级标题", JB_OFFICE_ROLE_HEADING, 2 },
  { "三级标题", JB_OFFICE_ROLE_HEADING, 3 }, { "四级标题", JB_OFFICE_ROLE_HEADING, 4 },
  { "小标题", JB_OFFICE_ROLE_HEADING, 2 },
  { "title", JB_OFFICE_ROLE_TITLE, 1 }, { "标题", JB_OFFICE_ROLE_TITLE, 1 }, { "標題", JB_OFFICE_ROLE_TITLE, 1 },
  { "大标题", JB_OFFICE_ROLE_TITLE, 1 }, { "主标题", JB_OFFICE_ROLE_TITLE, 1 }, { "文章标题", JB_OFFICE_ROLE_TITLE, 1 },
  { "公文标题", JB_OFFICE_ROLE_TITLE, 1 }, { "subtitle", JB_OFFICE_ROLE_DECK, 1 }, { "副标题", JB_OFFICE_ROLE_DECK, 1 },
  { "副標題", JB_OFFICE_ROLE_DECK, 1 }, { "caption", JB_OFFICE_ROLE_CAPTION, 1 }, { "题注", JB_OFFICE_ROLE_CAPTION, 1 },
  { "標號", JB_OFFICE_ROLE_CAPTION, 1 }, { "图注", JB_OFFICE_ROLE_CAPTION, 1 }, { "图片说明", JB_OFFICE_ROLE_CAPTION, 1 },
  { "toc", JB_OFFICE_ROLE_OTHER, 0 }, { "目录", JB_OFFICE_ROLE_OTHER, 0 }, { "目錄", JB_OFFICE_ROLE_OTHER, 0 },
  { "contents", JB_OFFICE_ROLE_OTHER, 0 }, { "tocheading", JB_OFFICE_ROLE_OTHER, 1 }, { "toc标题", JB_OFFICE_ROLE_OTHER, 1 },
  { "contentsheading", JB_OFFICE_ROLE_OTHER, 1 }, { "目录标题", JB_OFFICE_ROLE_OTHER, 1 },
};

JbOfficeRole
jb_office_role_from_style (const char *name, guint *level)
{
  g_autofree char *folded = name != NULL ? jb_text_fold (name) : g_strdup ("");

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      const char *rest = folded + strlen (styles[i].name);

      if (!g_str_has_prefix (folded, styles[i].name) || (styles[i].level > 0 && *rest != '\0') ||
          (styles[i].level == 0 && (*rest < '1' || *rest > '9' || rest[1] != '\0')))
        continue;
      *level = styles[i].role != JB_OFFICE_ROLE_HEADING ? 0 : styles[i].level > 0 ? styles[i].level : (guint) (*rest - '0');
      return styles[i].role;
    }
  *level = 0;
  return JB_OFFICE_ROLE_NONE;
}

gboolean
jb_office_is_display_face (const char *font)
{
  static const char *const parts[] = { "小标宋", "大标宋", "粗宋", "黑体", "黑_", "simhei", "heiti", "xiaobiaosong", "综艺" };
  g_autofree char *folded = font != NULL ? jb_text_fold (font) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (parts); i++)
    if (strstr (folded, parts[i]) != NULL)
      return TRUE;
  return FALSE;
}
