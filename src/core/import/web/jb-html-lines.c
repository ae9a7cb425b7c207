/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One walk, element by element; what holds for everything inside an element lies on a stack, so that no depth can harm. */
#include "jb-html-lines.h"

#include "jb-clean.h"
#include "jb-html-looks.h"

#include <string.h>

/* Cells with more than this arrange a page. */
#define MAX_CELL_CHARS 100

/* Pictures smaller than this are marks in the text. */
#define MIN_IMAGE_PIXELS 60

#define MIN_ALT_CHARS 10
#define MAX_ALT_BYTES 600

/* What holds inside an element. */
typedef struct
{
  const xmlNode *element;
  const xmlNode *block;
  const xmlNode *cell;
  const xmlNode *row;
  const xmlNode *aside;
  JbHtmlLooks    looks;
  JbHtmlTag      tag;
  guint8         heading;
  gboolean       in_link;
  gboolean       in_caption;
  gboolean       is_code;     /* white space counts */
} State;

typedef struct
{
  GArray     *lines;     /* of JbHtmlLine */
  GArray     *states;    /* of State, the innermost last */
  GString    *text;      /* of the line that is being read */
  JbHtmlLine  line;      /* likewise, without its text */
  guint       n_bold;
  guint       n_centred;
  guint64     sizes;     /* sum over its characters that say it */
  guint       n_sized;
  gboolean    has_image;
} Reading;

static State *
get_state (Reading *reading)
{
  return &g_array_index (reading->states, State, reading->states->len - 1);
}

static void
line_clear (JbHtmlLine *line)
{
  g_free (line->text);
}

/* Whether the line is all that its cell, or item, says itself. */
static gboolean
is_own (const JbHtmlLine *line, const char *name)
{
  const xmlNode *block = line->block;

  return jb_xml_is (block, name) || (block != NULL && jb_xml_is (block->parent, name) &&
                                       block->prev == NULL && block->next == NULL);
}

/* Whether @p is at a character that does not belong in a line, or at white space that must be looked at. */
static gboolean
is_odd (const guint8 *p)
{
  if (p[0] == 0xe2)
    return (p[1] == 0x80 && (p[2] <= 0x8f || p[2] >= 0xa8)) || p[1] == 0x81;
  return p[0] < 0x20 || p[0] == 0x7f || p[0] == 0xc2 || (p[0] == 0xef && p[1] >= 0xbb);
}

/* What jb_clean_line() makes of the text; most lines hold nothing but words and spaces. */
static char *
dup_clean (const GString *text)
{
  const char *start = text->str, *end = text->str + text->len;

  for (const guint8 *p = (const guint8 *) start; *p != '\0'; p++)
    if (is_odd (p))
      return jb_clean_line (text->str);
  while (*start == ' ' || g_str_has_prefix (start, "\xe3\x80\x80"))
    start += *start == ' ' ? 1 : 3;
  while (end > start && (end[-1] == ' ' || (end - start >= 3 && memcmp (end - 3, "\xe3\x80\x80", 3) == 0)))
    end -= end[-1] == ' ' ? 1 : 3;
  return g_strndup (start, (gsize) (end - start));
}

static void
end_line (Reading *reading)
{
  JbHtmlLine line = reading->line;
  guint n = line.n_chars;

  if (n > 0)
    {
      line.text = dup_clean (reading->text);
      line.is_bold = reading->n_bold * 10 >= n * 9;
      line.is_centred = reading->n_centred * 10 >= n * 9;
      line.size = reading->n_sized > 0 ? (guint) (reading->sizes / reading->n_sized) : 0;
      line.is_item = is_own (&line, "li");
      line.has_image = reading->has_image;
      reading->has_image = FALSE;
      if (*line.text != '\0')
        g_array_append_val (reading->lines, line);
      else
        g_free (line.text);
    }
  g_string_truncate (reading->text, 0);
  reading->line = (JbHtmlLine) { NULL };
  reading->n_bold = reading->n_centred = reading->n_sized = 0;
  reading->sizes = 0;
}

static gboolean
is_mark (gunichar c)
{
  return c == U'，' || c == U'。' || c == U'、' || c == U'；' || c == U'：' || c == U'“' || c == U'”' || c == U'！' || c == U'？' ||
         c == U'《' || c == U'》' || c == U'「' || c == U'」';
}

/* White space of the source is one space. */
static void
append_blank (GString *text, gboolean is_break)
{
  char last = text->len > 0 ? text->str[text->len - 1] : ' ';

  if (last != ' ' && last != '\n')
    g_string_append_c (text, is_break ? '\n' : ' ');
  else if (is_break && text->len > 0)
    text->str[text->len - 1] = '\n';
}

/* The first character of a line says where it stands. */
static void
begin_line (Reading *reading)
{
  const State *state = get_state (reading);
  guint n_links = reading->line.n_links;

  reading->line = (JbHtmlLine) {
    .node = state->element, .block = state->block, .cell = state->cell, .row = state->row, .aside = state->aside,
    .heading = state->heading, .is_caption = state->in_caption, .is_hidden = state->looks.is_hidden, .n_links = n_links,
  };
}

static void
count_chars (Reading *reading, guint n)
{
  const State *state = get_state (reading);

  reading->line.n_chars += n;
  reading->line.n_linked += state->in_link ? n : 0;
  reading->n_bold += state->looks.is_bold ? n : 0;
  reading->n_centred += state->looks.is_centred ? n : 0;
  reading->n_sized += state->looks.size > 0 ? n : 0;
  reading->sizes += (guint64) n * state->looks.size;
}

/* Returns: behind the characters that are no white space; a no-break space is white space */
static const char *
append_run (Reading *reading, const char *p)
{
  const char *start = p;
  guint n = 0;

  for (gunichar c; (guint8) *p > ' ' && (c = g_utf8_get_char (p)) != 0xa0; p = g_utf8_next_char (p))
    {
      if (c == 0x3000 || c == 0x200b || c == 0xfeff)
        continue;
      if (reading->line.n_chars == 0 && n == 0)
        begin_line (reading);
      n++;
      if (c == ',' || c > 0x2000)
        reading->line.n_marks += c == ',' || is_mark (c);
    }
  g_string_append_len (reading->text, start, p - start);
  if (n > 0)
    count_chars (reading, n);
  return p;
}

static void
append_text (Reading *reading, const char *p)
{
  gboolean is_code = get_state (reading)->is_code;

  while (*p != '\0')
    {
      if ((guint8) *p > ' ' && !g_str_has_prefix (p, "\xc2\xa0"))
        {
          p = append_run (reading, p);
          continue;
        }
      if (*p == '\n' && is_code)
        end_line (reading);
      else if ((guint8) *p > ' ')
        g_string_append_c (reading->text, ' ');
      else
        append_blank (reading->text, *p != ' ');
      p = g_utf8_next_char (p);
    }
}

static gboolean
is_small (const xmlNode *image, const char *side)
{
  const char *value = jb_html_get_attribute (image, side);
  gint64 pixels = value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;

  return pixels > 0 && pixels < MIN_IMAGE_PIXELS && strchr (value, '%') == NULL;
}

/* Some pages keep the caption where only those hear it who do not see the picture; most put nothing there, or the title. */
static void
read_alt (Reading *reading, const xmlNode *image)
{
  const char *alt = jb_html_get_attribute (image, "alt");
  JbHtmlLine line = { .node = image, .block = image, .aside = get_state (reading)->aside, .is_caption = TRUE, .is_alt = TRUE };

  if (alt == NULL || reading->line.n_chars > 0 || strlen (alt) > MAX_ALT_BYTES ||
      (strstr (alt, "，") == NULL && strstr (alt, "。") == NULL && strstr (alt, "摄") == NULL && strstr (alt, "图为") == NULL))
    return;
  line.text = jb_clean_line (alt);
  line.n_chars = (guint) g_utf8_strlen (line.text, -1);
  line.has_image = TRUE;
  if (line.n_chars >= MIN_ALT_CHARS)
    g_array_append_val (reading->lines, line);
  else
    g_free (line.text);
}

static void
read_image (Reading *reading, const xmlNode *image)
{
  if (is_small (image, "width") || is_small (image, "height"))
    return;
  read_alt (reading, image);
  reading->has_image = TRUE;
}

/* A break within a heading or caption is one of the printed page. */
static void
read_break (Reading *reading)
{
  const State *state = get_state (reading);

  if (state->heading > 0 || (state->in_caption && reading->line.n_chars > 0))
    g_string_append (reading->text, g_str_has_suffix (reading->text->str, "。") ? "" : " ");
  else
    end_line (reading);
}

/* Returns: whether to go into it */
static gboolean
enter (Reading *reading, const xmlNode *element)
{
  State state = *get_state (reading);

  state.tag = jb_html_get_tag (element);
  if (state.tag & JB_HTML_TAG_BREAK)
    read_break (reading);
  if (state.tag & JB_HTML_TAG_IMAGE)
    read_image (reading, element);
  if (state.tag & (JB_HTML_TAG_DROP | JB_HTML_TAG_VOID))
    {
      if (!(state.tag & JB_HTML_TAG_INLINE))
        end_line (reading);
      return FALSE;
    }

  state.element = element;
  jb_html_looks_enter (&state.looks, element, state.tag);
  if (state.aside == NULL && element->parent != NULL &&
      (state.looks.is_hidden || (state.tag & JB_HTML_TAG_ASIDE) || jb_html_is_aside (element)) &&
      !(state.tag & JB_HTML_TAG_ROOT))
    state.aside = element;
  if (!(state.tag & JB_HTML_TAG_INLINE))
    {
      end_line (reading);
      state.block = element;
    }
  if (state.tag & JB_HTML_TAG_CELL)
    state.cell = element;
  if (state.tag & JB_HTML_TAG_ROW)
    state.row = element;
  if (state.tag & JB_HTML_TAG_HEADING)
    state.heading = (guint8) (element->name[1] - '0');
  if (state.tag & JB_HTML_TAG_TABLE)
    state.cell = state.row = NULL;
  state.in_link = state.in_link || (state.tag & JB_HTML_TAG_LINK) != 0;
  reading->line.n_links += (state.tag & JB_HTML_TAG_LINK) != 0;
  state.in_caption = state.in_caption || (state.tag & JB_HTML_TAG_CAPTION) != 0;
  state.is_code = state.is_code || (state.tag & JB_HTML_TAG_CODE) != 0;
  g_array_append_val (reading->states, state);
  return TRUE;
}

static void
leave (Reading *reading)
{
  if (!(get_state (reading)->tag & JB_HTML_TAG_INLINE))
    end_line (reading);
  g_array_set_size (reading->states, reading->states->len - 1);
}

/* Returns: whether to go below it */
static gboolean
read_node (Reading *reading, const xmlNode *node)
{
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    {
      if (node->content != NULL)
        append_text (reading, (const char *) node->content);
      return FALSE;
    }
  return node->type == XML_ELEMENT_NODE && enter (reading, node);
}

/* Cells of data stand side by side, each with a little in it. */
static void
mark_cells (GArray *lines)
{
  for (guint start = 0, end; start < lines->len; start = end)
    {
      const xmlNode *row = g_array_index (lines, JbHtmlLine, start).row;
      const xmlNode *first = g_array_index (lines, JbHtmlLine, start).cell;
      gboolean is_data = TRUE;
      guint n_cells = 1;

      for (end = start; end < lines->len && g_array_index (lines, JbHtmlLine, end).row == row; end++)
        {
          const JbHtmlLine *line = &g_array_index (lines, JbHtmlLine, end);

          if (line->n_chars > MAX_CELL_CHARS || line->heading > 0 || line->n_linked * 2 > line->n_chars)
            is_data = FALSE;
          if (line->cell != first && (end == start || line->cell != g_array_index (lines, JbHtmlLine, end - 1).cell))
            n_cells++;
          else if (end > start)
            is_data = is_data && n_cells > 0 && end - start < 64;
        }
      for (guint i = start; i < end && row != NULL; i++)
        g_array_index (lines, JbHtmlLine, i).is_cell = is_data && n_cells >= 2 && end - start < n_cells * 2;
    }
}

GArray *
jb_html_lines_read (const xmlNode *top)
{
  Reading reading = { .lines = g_array_new (FALSE, FALSE, sizeof (JbHtmlLine)) };
  State outermost = { .element = top, .block = top };
  const xmlNode *node = top;

  g_array_set_clear_func (reading.lines, (GDestroyNotify) line_clear);
  reading.states = g_array_sized_new (FALSE, FALSE, sizeof (State), 64);
  reading.text = g_string_sized_new (1024);
  g_array_append_val (reading.states, outermost);
  while (node != NULL)
    {
      if (read_node (&reading, node))
        {
          if (node->children != NULL)
            {
              node = node->children;
              continue;
            }
          leave (&reading);
        }
      while (node != top && node->next == NULL)
        {
          node = node->parent;
          leave (&reading);
        }
      node = node != top ? node->next : NULL;
    }
  end_line (&reading);
  mark_cells (reading.lines);
  g_string_free (reading.text, TRUE);
  g_array_unref (reading.states);
  return reading.lines;
}

guint
jb_html_line_weigh (const JbHtmlLine *line)
{
  guint n_plain = line->n_chars - MIN (line->n_linked, line->n_chars);

  if (n_plain < 8 || n_plain * 2 < line->n_chars || line->heading > 0)
    return 0;
  if (line->n_marks == 0 && n_plain < 40)
    return 0;
  return 1 + MIN (line->n_marks, 20) + MIN (n_plain / 20, 20);
}
