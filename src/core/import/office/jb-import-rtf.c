/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rich Text Format 1.9.1. Groups are a stack of states; a state says where text goes:
 *
 *   body    of the flow that is topmost: the document's, or that of a text box
 *   number  \listtext, \pntext: what stands before the paragraph
 *   fonts, styles  the tables at the beginning
 *   nothing what is left out; some words lead back to where text went before: \result, \ud, \shptxt
 *
 * Bytes are gathered and decoded together, since one character may be written as two bytes in any manner. */
#include "jb-code-page.h"
#include "jb-import-formats.h"
#include "jb-look-tally.h"
#include "jb-numbering.h"
#include "jb-rtf-reader.h"
#include "jb-rtf-tables.h"
#include "jb-symbol-font.h"

#include <string.h>

#define MAX_DEPTH      1000     /* groups in one another; what is deeper is left out */
#define MAX_FLOWS      16       /* text boxes in one another */
#define MAX_FALLBACK   64       /* of \uc */
#define MAX_NAME       256      /* bytes of a font's or style's name */
#define MAX_PARAGRAPH  (4 << 20)
#define LATIN          1252
#define GBK            936

typedef enum
{
  TO_NOTHING,
  TO_BODY,
  TO_NUMBER,
  TO_FONTS,
  TO_STYLES,
} Target;

typedef struct
{
  Target   target;
  Target   inner;         /* where a word that leads back leads to; TO_NOTHING where none does */
  gboolean is_starred;    /* \* came: a word that is not known makes the group nothing */
  gboolean is_box;        /* the group is a text box */
  int      font;
  int      asian_font;    /* \dbch\af; -1 where it is not said */
  gboolean is_asian;      /* \dbch came last of \loch \hich \dbch */
  int      n_fallback;    /* \uc */
  int      half_size;
  gboolean is_bold;
  gboolean is_hidden;
  gboolean is_deleted;
  int      style;         /* of the paragraph; -1 for none */
  int      outline;       /* of the paragraph; -1 for none */
  gboolean is_centred;
  gboolean in_table;
} State;

typedef struct
{
  GString      *paragraph;   /* owned */
  GString      *number;      /* owned */
  JbLookTally   tally;
  JbOfficeText *text;        /* owned */
  JbOfficeText *boxes;       /* owned: those the paragraph anchors; NULL for none */
  gboolean      in_table;
  gboolean      in_cell;
  gboolean      has_picture;
  gboolean      has_gap;     /* a page ends in this paragraph */
} Flow;

typedef struct
{
  JbRtfReader  reader;
  JbRtfTables *tables;        /* owned */
  GArray      *states;        /* owned, of State */
  guint        n_overflow;    /* open groups beyond MAX_DEPTH */
  GPtrArray   *flows;         /* owned, of Flow */
  State        state;
  GString     *bytes;         /* owned: text that was not decoded */
  guint        bytes_page;    /* its code page */
  gboolean     has_raw;       /* bytes above 127 in it stand as they are */
  guint        code_page;     /* the file's */
  gboolean     has_code_page; /* it was told */
  int          default_font;
  int          n_skip;        /* characters of a fallback to come */
  gunichar     surrogate;     /* the first half that came; 0 for none */
  int          font;          /* whose entry is read */
  int          style;         /* likewise; -1 where it is none of a paragraph */
  int          style_outline;
  int          style_parent;
  GString     *style_name;    /* owned */
} Parser;

static Flow *
flow_new (void)
{
  Flow *flow = g_new0 (Flow, 1);

  flow->paragraph = g_string_new (NULL);
  flow->number = g_string_new (NULL);
  flow->text = jb_office_text_new ();
  return flow;
}

static void
flow_free (gpointer data)
{
  Flow *flow = data;

  g_string_free (flow->paragraph, TRUE);
  g_string_free (flow->number, TRUE);
  jb_office_text_free (flow->text);
  g_clear_pointer (&flow->boxes, jb_office_text_free);
  g_free (flow);
}

static Flow *
get_flow (Parser *self)
{
  return g_ptr_array_index (self->flows, self->flows->len - 1);
}

static void
end_font (Parser *self)
{
  JbRtfFont *font = jb_rtf_tables_get_font (self->tables, self->font);

  if (font == NULL)
    return;
  font->is_display = jb_office_is_display_face (font->name->str);
  font->is_symbol = font->is_symbol || jb_symbol_font_is_one (font->name->str);
}

static void
end_style (Parser *self)
{
  /* Other names follow behind a comma. */
  g_strstrip (g_strdelimit (self->style_name->str, ",", '\0'));
  if (self->style >= 0)
    jb_rtf_tables_add_style (self->tables, self->style, self->style_name->str, self->style_outline, self->style_parent);
  g_string_truncate (self->style_name, 0);
}

/* Names of fonts and styles end at a semicolon. */
static void
append_name (Parser *self, const char *text)
{
  gboolean is_font = self->state.target == TO_FONTS;
  JbRtfFont *font = is_font ? jb_rtf_tables_get_font (self->tables, self->font) : NULL;
  GString *name = is_font ? (font != NULL ? font->name : NULL) : self->style_name;
  const char *end = strchr (text, ';');

  if (name != NULL && name->len < MAX_NAME)
    g_string_append_len (name, text, end != NULL ? end - text : (gssize) strlen (text));
  if (end != NULL && is_font)
    end_font (self);
  else if (end != NULL)
    end_style (self);
}

/* Text that has been decoded goes where the state says. */
static void
append_text (Parser *self, const char *text)
{
  const JbRtfFont *font = jb_rtf_tables_get_font (self->tables, self->state.font);
  Flow *flow = get_flow (self);

  if (*text == '\0')
    return;
  if (self->state.target == TO_FONTS || self->state.target == TO_STYLES)
    append_name (self, text);
  if (self->state.is_hidden || self->state.is_deleted)
    return;
  if (self->state.target == TO_NUMBER && flow->number->len < MAX_NAME)
    g_string_append (flow->number, text);
  if (self->state.target != TO_BODY || flow->paragraph->len > MAX_PARAGRAPH)
    return;
  g_string_append (flow->paragraph, text);
  jb_look_tally_add (&flow->tally, text, self->state.half_size / 2.0, self->state.is_bold, font != NULL && font->is_display);
}

/* Whether every byte above 127 has a neighbour with which it makes a character of GB 2312. */
static gboolean
looks_like_gbk (const GString *bytes)
{
  for (gsize i = 0; i < bytes->len; i++)
    if ((guint8) bytes->str[i] >= 0x80)
      {
        if ((guint8) bytes->str[i] < 0xa1 || i + 1 == bytes->len || (guint8) bytes->str[i + 1] < 0xa1)
          return FALSE;
        i++;
      }
  return TRUE;
}

/* Whether raw bytes are UTF-8, which some writers put in RTF. GBK may look like UTF-8 of two bytes each (学校), hardly of three. */
static gboolean
looks_like_utf8 (const GString *bytes, guint code_page)
{
  gboolean is_double = jb_code_page_is_lead (code_page, 0xe4), has_three = FALSE;

  for (gsize i = 0; i < bytes->len && !has_three; i++)
    has_three = (guint8) bytes->str[i] >= 0xe0;
  return (!is_double || has_three) && g_utf8_validate (bytes->str, (gssize) bytes->len, NULL);
}

/* Decodes what was gathered. @is_end: a character that is only half there will not be completed */
static void
flush (Parser *self, gboolean is_end)
{
  guint page = self->bytes_page;
  g_autofree char *text = NULL;

  if (self->bytes->len == 0)
    return;
  if (self->has_raw && looks_like_utf8 (self->bytes, page))
    page = 65001;
  else if (!self->has_code_page && page == LATIN && looks_like_gbk (self->bytes))
    page = GBK;
  text = jb_code_page_decode (page, self->bytes, is_end);
  self->has_raw = FALSE;
  append_text (self, text);
}

static void
append_char (Parser *self, gunichar c)
{
  char text[7] = "";

  flush (self, TRUE);
  if (c == 0 || !g_unichar_validate (c))
    return;
  g_unichar_to_utf8 (c, text);
  append_text (self, text);
}

static guint
get_code_page (Parser *self)
{
  const JbRtfFont *font = jb_rtf_tables_get_font (self->tables, self->state.font);
  const JbRtfFont *asian = self->state.is_asian ? jb_rtf_tables_get_font (self->tables, self->state.asian_font) : NULL;
  guint page = font != NULL ? font->code_page : 0;

  if (page == 0 && asian != NULL)
    page = asian->code_page;
  return page != 0 ? page : self->code_page;
}

/* A character of Chinese fonts was meant as two \'hh, whatever \uc says. */
static void
skip_second_half (Parser *self, guint8 byte)
{
  JbRtfToken token;

  if (self->state.n_fallback == 1 && jb_code_page_is_lead (get_code_page (self), byte) &&
      jb_rtf_reader_is_at_hex (&self->reader))
    jb_rtf_reader_next (&self->reader, &token);
}

static void
read_byte (Parser *self, const JbRtfToken *token)
{
  const JbRtfFont *font = jb_rtf_tables_get_font (self->tables, self->state.font);
  guint page;

  if (self->n_skip > 0)
    {
      self->n_skip--;
      if (token->is_hex)
        skip_second_half (self, token->byte);
      return;
    }
  self->surrogate = 0;
  /* A space may stand between \* and its word. */
  if (self->state.target == TO_NOTHING || (self->state.is_starred && token->byte == ' '))
    return;
  if (font != NULL && font->is_symbol && self->state.target != TO_FONTS && token->byte > 0x20)
    {
      append_char (self, jb_symbol_font_map (font->name->str, token->byte));
      return;
    }
  page = self->state.target == TO_FONTS ? jb_rtf_tables_add_font (self->tables, self->font)->code_page : get_code_page (self);
  page = page != 0 ? page : self->code_page;
  if (page != self->bytes_page)
    flush (self, TRUE);
  self->bytes_page = page;
  self->has_raw = self->has_raw || (!token->is_hex && token->byte >= 0x80);
  g_string_append_c (self->bytes, (char) token->byte);
}

/* \u: UTF-16, one unit at a time, as a signed number */
static void
read_unicode (Parser *self, int number)
{
  const JbRtfFont *font = jb_rtf_tables_get_font (self->tables, self->state.font);
  gunichar c = (gunichar) (number & (number > 0xffff ? 0x1fffff : 0xffff));
  gunichar first = self->surrogate;

  self->n_skip = self->state.n_fallback;
  self->surrogate = 0;
  if (c >= 0xd800 && c <= 0xdbff)
    self->surrogate = c;
  else if (c >= 0xdc00 && c <= 0xdfff)
    append_char (self, first != 0 ? 0x10000 + ((first - 0xd800) << 10) + (c - 0xdc00) : 0);
  else if (c >= 0xf000 && c <= 0xf0ff)
    append_char (self, jb_symbol_font_map (font != NULL ? font->name->str : NULL, c));
  else
    append_char (self, c);
}

static JbOfficeLook
get_look (Parser *self, const Flow *flow)
{
  JbOfficeLook look = { 0 };

  jb_look_tally_apply (&flow->tally, &look);
  look.is_centred = self->state.is_centred;
  look.role = jb_rtf_tables_get_role (self->tables, self->state.style, &look.level);
  if (look.role == JB_OFFICE_ROLE_NONE && self->state.outline >= 0 && self->state.outline < 9)
    {
      look.role = JB_OFFICE_ROLE_HEADING;
      look.level = (guint) self->state.outline + 1;
    }
  return look;
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static void
end_cell (Flow *flow)
{
  if (flow->in_cell)
    jb_office_text_end_cell (flow->text);
  flow->in_cell = FALSE;
}

static void
end_table (Flow *flow)
{
  end_cell (flow);
  if (flow->in_table)
    jb_office_text_end_table (flow->text);
  flow->in_table = FALSE;
}

static void
begin_cell (Flow *flow)
{
  if (!flow->in_table)
    jb_office_text_begin_table (flow->text);
  flow->in_table = TRUE;
  if (!flow->in_cell)
    jb_office_text_begin_cell (flow->text);
  flow->in_cell = TRUE;
}

static void
end_paragraph (Parser *self, gboolean is_in_cell)
{
  Flow *flow = get_flow (self);
  JbOfficeLook look;
  gboolean is_empty;
  g_autofree char *text = NULL;

  flush (self, TRUE);
  look = get_look (self, flow);
  is_empty = is_blank (flow->paragraph->str);
  if (is_in_cell)
    begin_cell (flow);
  else
    end_table (flow);
  if (is_empty && flow->has_picture)
    jb_office_text_add_picture (flow->text);
  text = is_empty ? g_strdup ("") : jb_numbering_join (g_strchug (flow->number->str), FALSE, g_strchug (flow->paragraph->str));
  jb_office_text_add (flow->text, text, &look);
  if (flow->has_gap)
    jb_office_text_add_gap (flow->text, 1);
  if (flow->boxes != NULL)
    jb_office_text_take (flow->text, flow->boxes);
  g_clear_pointer (&flow->boxes, jb_office_text_free);
  g_string_truncate (flow->paragraph, 0);
  g_string_truncate (flow->number, 0);
  flow->tally = (JbLookTally) { 0 };
  flow->has_picture = flow->has_gap = FALSE;
}

static void
end_flow (Parser *self)
{
  Flow *flow = get_flow (self);

  flush (self, TRUE);
  if (!is_blank (flow->paragraph->str) || flow->boxes != NULL)
    end_paragraph (self, self->state.in_table && flow->in_cell);
  end_table (flow);
}

static void
end_box (Parser *self)
{
  Flow *outer, *flow = get_flow (self);

  end_flow (self);
  outer = g_ptr_array_index (self->flows, self->flows->len - 2);
  if (outer->boxes == NULL)
    outer->boxes = jb_office_text_new ();
  jb_office_text_take (outer->boxes, flow->text);
  g_ptr_array_set_size (self->flows, (int) self->flows->len - 1);
}

/* The group is left out. @may_return: some word in it may lead back to where text went */
static void
leave_out (Parser *self, gboolean may_return)
{
  flush (self, TRUE);
  if (self->state.target != TO_NOTHING)
    self->state.inner = self->state.target;
  if (!may_return)
    self->state.inner = TO_NOTHING;
  self->state.target = TO_NOTHING;
}

static void
lead_back (Parser *self)
{
  flush (self, TRUE);
  if (self->state.target == TO_NOTHING)
    self->state.target = self->state.inner;
}

static void
set_target (Parser *self, Target target)
{
  flush (self, TRUE);
  if (self->state.target == TO_BODY)
    self->state.target = target;
}

static void
begin_box (Parser *self)
{
  lead_back (self);
  if (self->state.target != TO_BODY || self->flows->len >= MAX_FLOWS || self->state.is_box)
    {
      leave_out (self, FALSE);
      return;
    }
  g_ptr_array_add (self->flows, flow_new ());
  self->state.is_box = TRUE;
  self->state.in_table = FALSE;
}

static void
see_picture (Parser *self)
{
  if (self->state.target == TO_BODY)
    get_flow (self)->has_picture = TRUE;
  leave_out (self, FALSE);
}

static void
reset_characters (Parser *self)
{
  flush (self, FALSE);
  self->state.font = self->default_font;
  self->state.half_size = 24;
  self->state.is_bold = self->state.is_hidden = self->state.is_deleted = self->state.is_asian = FALSE;
  self->state.asian_font = -1;
}

static void
reset_paragraph (Parser *self)
{
  self->state.style = self->state.outline = -1;
  self->state.is_centred = self->state.in_table = FALSE;
}

static void
end_page (Parser *self)
{
  Flow *flow = get_flow (self);

  flush (self, TRUE);
  if (self->state.target != TO_BODY)
    return;
  if (jb_office_ends_sentence (flow->paragraph->str))
    end_paragraph (self, self->state.in_table);
  if (is_blank (flow->paragraph->str))
    jb_office_text_add_gap (flow->text, 1);
  else
    flow->has_gap = TRUE;
}

static void
begin_font (Parser *self, int number)
{
  flush (self, TRUE);
  self->font = number;
  g_string_truncate (jb_rtf_tables_add_font (self->tables, number)->name, 0);
}

static void
set_charset (Parser *self, guint charset)
{
  JbRtfFont *font = jb_rtf_tables_get_font (self->tables, self->font);

  if (self->state.target != TO_FONTS || font == NULL)
    return;
  font->code_page = jb_code_page_from_charset (charset);
  font->is_symbol = charset == 2;
}

static void
set_code_page (Parser *self, int page)
{
  JbRtfFont *font = jb_rtf_tables_get_font (self->tables, self->font);

  if (self->state.target == TO_FONTS && font != NULL)
    font->code_page = (guint) CLAMP (page, 0, 65535);
}

typedef enum
{
  W_LEAVE_OUT, W_SHAPE, W_BACK, W_BOX, W_PICTURE, W_FONTS, W_STYLES, W_NUMBER,
  W_PARAGRAPH, W_SECTION, W_PAGE, W_LINE, W_TAB, W_CELL, W_ROW, W_CHARACTER,
  W_FONT, W_ASIAN_FONT, W_SLOT, W_ASIAN_SLOT, W_SIZE, W_BOLD, W_HIDDEN, W_DELETED, W_PLAIN, W_PARD, W_STYLE, W_OUTLINE,
  W_CENTRED, W_NOT_CENTRED, W_IN_TABLE, W_PAGE_BEFORE, W_CODE_PAGE, W_CODE_PAGE_IS, W_DEFAULT_FONT, W_UNICODE, W_FALLBACK,
  W_CHARSET, W_FONT_PAGE, W_BASED_ON, W_OTHER_STYLE,
} Meaning;

/* What the words mean that mean anything to a reader of text. */
static const struct
{
  const char *word;
  Meaning     meaning;
  gunichar    value;
} words[] = {
  { "fonttbl", W_FONTS, 0 }, { "stylesheet", W_STYLES, 0 }, { "listtext", W_NUMBER, 0 }, { "pntext", W_NUMBER, 0 },
  { "colortbl", W_LEAVE_OUT, 0 }, { "info", W_LEAVE_OUT, 0 }, { "filetbl", W_LEAVE_OUT, 0 }, { "revtbl", W_LEAVE_OUT, 0 },
  { "listtable", W_LEAVE_OUT, 0 }, { "listoverridetable", W_LEAVE_OUT, 0 }, { "header", W_LEAVE_OUT, 0 },
  { "headerl", W_LEAVE_OUT, 0 }, { "headerr", W_LEAVE_OUT, 0 }, { "headerf", W_LEAVE_OUT, 0 }, { "footer", W_LEAVE_OUT, 0 },
  { "footerl", W_LEAVE_OUT, 0 }, { "footerr", W_LEAVE_OUT, 0 }, { "footerf", W_LEAVE_OUT, 0 }, { "footnote", W_LEAVE_OUT, 0 },
  { "ftnsep", W_LEAVE_OUT, 0 }, { "ftnsepc", W_LEAVE_OUT, 0 }, { "ftncn", W_LEAVE_OUT, 0 }, { "aftnsep", W_LEAVE_OUT, 0 },
  { "aftnsepc", W_LEAVE_OUT, 0 }, { "aftncn", W_LEAVE_OUT, 0 }, { "annotation", W_LEAVE_OUT, 0 }, { "xe", W_LEAVE_OUT, 0 },
  { "tc", W_LEAVE_OUT, 0 }, { "tcn", W_LEAVE_OUT, 0 }, { "fldinst", W_LEAVE_OUT, 0 }, { "datafield", W_LEAVE_OUT, 0 },
  { "formfield", W_LEAVE_OUT, 0 }, { "bkmkstart", W_LEAVE_OUT, 0 }, { "bkmkend", W_LEAVE_OUT, 0 },
  { "nonesttables", W_LEAVE_OUT, 0 }, { "shprslt", W_LEAVE_OUT, 0 }, { "template", W_LEAVE_OUT, 0 },
  { "private", W_LEAVE_OUT, 0 }, { "mvf", W_LEAVE_OUT, 0 }, { "sp", W_LEAVE_OUT, 0 }, { "pntxta", W_LEAVE_OUT, 0 },
  { "pntxtb", W_LEAVE_OUT, 0 }, { "pnseclvl", W_LEAVE_OUT, 0 }, { "nextfile", W_LEAVE_OUT, 0 },
  { "object", W_SHAPE, 0 }, { "upr", W_SHAPE, 0 }, { "shpinst", W_SHAPE, 0 }, { "do", W_SHAPE, 0 },
  { "result", W_BACK, 0 }, { "ud", W_BACK, 0 }, { "shptxt", W_BOX, 0 }, { "dptxbxtext", W_BOX, 0 },
  { "pict", W_PICTURE, 0 }, { "shppict", W_PICTURE, 0 }, { "nonshppict", W_PICTURE, 0 },
  { "par", W_PARAGRAPH, 0 }, { "sect", W_SECTION, 0 }, { "page", W_PAGE, 0 }, { "column", W_PAGE, 0 }, { "line", W_LINE, 0 },
  { "lbr", W_LINE, 0 }, { "tab", W_TAB, 0 }, { "cell", W_CELL, 0 }, { "nestcell", W_CELL, 0 }, { "row", W_ROW, 0 },
  { "nestrow", W_ROW, 0 },
  { "emdash", W_CHARACTER, 0x2014 }, { "endash", W_CHARACTER, 0x2013 }, { "lquote", W_CHARACTER, 0x2018 },
  { "rquote", W_CHARACTER, 0x2019 }, { "ldblquote", W_CHARACTER, 0x201c }, { "rdblquote", W_CHARACTER, 0x201d },
  { "bullet", W_CHARACTER, 0x2022 }, { "emspace", W_CHARACTER, 0x2003 }, { "enspace", W_CHARACTER, 0x2002 },
  { "qmspace", W_CHARACTER, 0x2005 }, { "~", W_CHARACTER, 0xa0 }, { "_", W_CHARACTER, '-' },
  { "f", W_FONT, 0 }, { "af", W_ASIAN_FONT, 0 }, { "loch", W_SLOT, 0 }, { "hich", W_SLOT, 0 }, { "dbch", W_ASIAN_SLOT, 0 },
  { "fs", W_SIZE, 0 }, { "b", W_BOLD, 0 }, { "v", W_HIDDEN, 0 }, { "deleted", W_DELETED, 0 }, { "plain", W_PLAIN, 0 },
  { "pard", W_PARD, 0 }, { "s", W_STYLE, 0 }, { "outlinelevel", W_OUTLINE, 0 }, { "qc", W_CENTRED, 0 },
  { "ql", W_NOT_CENTRED, 0 }, { "qr", W_NOT_CENTRED, 0 }, { "qj", W_NOT_CENTRED, 0 }, { "qd", W_NOT_CENTRED, 0 },
  { "intbl", W_IN_TABLE, 0 }, { "pagebb", W_PAGE_BEFORE, 0 }, { "ansicpg", W_CODE_PAGE, 0 }, { "mac", W_CODE_PAGE_IS, 10000 },
  { "pc", W_CODE_PAGE_IS, 437 }, { "pca", W_CODE_PAGE_IS, 850 }, { "deff", W_DEFAULT_FONT, 0 }, { "u", W_UNICODE, 0 },
  { "uc", W_FALLBACK, 0 }, { "fcharset", W_CHARSET, 0 }, { "cpg", W_FONT_PAGE, 0 }, { "sbasedon", W_BASED_ON, 0 },
  { "cs", W_OTHER_STYLE, 0 }, { "ts", W_OTHER_STYLE, 0 }, { "ds", W_OTHER_STYLE, 0 },
};

/* Returns: (transfer full): word → its place in the table, plus one */
static GHashTable *
index_words (void)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_hash_table_insert (index, (gpointer) words[i].word, GUINT_TO_POINTER (i + 1));
  return index;
}

/* Words that say where text goes. */
static void
apply_destination (Parser *self, Meaning meaning)
{
  switch ((int) meaning)
    {
    case W_LEAVE_OUT:
      leave_out (self, FALSE);
      break;
    case W_SHAPE:
      leave_out (self, TRUE);
      break;
    case W_BACK:
      lead_back (self);
      break;
    case W_BOX:
      begin_box (self);
      break;
    case W_PICTURE:
      see_picture (self);
      break;
    case W_FONTS:
      set_target (self, TO_FONTS);
      break;
    case W_STYLES:
      set_target (self, TO_STYLES);
      break;
    case W_NUMBER:
      set_target (self, TO_NUMBER);
      break;
    default:
      break;
    }
}

/* Words that stand for something in the text. */
static void
apply_content (Parser *self, Meaning meaning, gunichar value)
{
  if (self->state.target == TO_NUMBER && meaning == W_TAB)
    append_char (self, '\t');
  if (self->state.target == TO_NUMBER && meaning == W_CHARACTER)
    append_char (self, value);
  if (self->state.target != TO_BODY)
    return;
  switch ((int) meaning)
    {
    case W_PARAGRAPH:
      end_paragraph (self, self->state.in_table);
      break;
    case W_SECTION:
      end_paragraph (self, FALSE);
      jb_office_text_add_gap (get_flow (self)->text, 1);
      break;
    case W_PAGE:
      end_page (self);
      break;
    case W_CELL:
      end_paragraph (self, TRUE);
      end_cell (get_flow (self));
      break;
    case W_ROW:
      flush (self, TRUE);
      end_cell (get_flow (self));
      break;
    case W_PAGE_BEFORE:
      jb_office_text_add_gap (get_flow (self)->text, 1);
      break;
    default:
      append_char (self, meaning == W_LINE ? '\n' : meaning == W_TAB ? '\t' : value);
      break;
    }
}

/* Words about the characters that follow. */
static void
apply_format (Parser *self, Meaning meaning, const JbRtfToken *token)
{
  gboolean is_on = !token->has_number || token->number != 0;
  State *state = &self->state;

  if (meaning == W_FONT && state->target == TO_FONTS)
    {
      begin_font (self, token->number);
      return;
    }
  flush (self, FALSE);
  switch ((int) meaning)
    {
    case W_FONT:
      state->font = token->number;
      break;
    case W_ASIAN_FONT:
      state->asian_font = state->is_asian ? token->number : state->asian_font;
      break;
    case W_SLOT:
    case W_ASIAN_SLOT:
      state->is_asian = meaning == W_ASIAN_SLOT;
      break;
    case W_SIZE:
      state->half_size = CLAMP (token->number, 0, 3276);
      break;
    case W_BOLD:
      state->is_bold = is_on;
      break;
    case W_HIDDEN:
      state->is_hidden = is_on;
      break;
    case W_DELETED:
      state->is_deleted = is_on;
      break;
    default:
      reset_characters (self);
      break;
    }
}

/* Words about the paragraph, or the style that is declared. */
static void
apply_paragraph (Parser *self, Meaning meaning, int number)
{
  State *state = &self->state;
  gboolean is_declared = state->target == TO_STYLES;

  switch ((int) meaning)
    {
    case W_STYLE:
      *(is_declared ? &self->style : &state->style) = number;
      break;
    case W_OTHER_STYLE:
      if (is_declared)
        self->style = -1;
      break;
    case W_OUTLINE:
      *(is_declared ? &self->style_outline : &state->outline) = number;
      break;
    case W_BASED_ON:
      self->style_parent = number;
      break;
    case W_CENTRED:
    case W_NOT_CENTRED:
      state->is_centred = meaning == W_CENTRED;
      break;
    case W_IN_TABLE:
      state->in_table = TRUE;
      break;
    default:
      reset_paragraph (self);
      break;
    }
}

/* Words about how text is written in the file. */
static void
apply_encoding (Parser *self, Meaning meaning, const JbRtfToken *token, gunichar value)
{
  int number = token->number;

  switch ((int) meaning)
    {
    case W_CODE_PAGE:
      self->has_code_page = number > 0;
      self->code_page = number > 0 && number <= 65535 ? (guint) number : LATIN;
      break;
    case W_CODE_PAGE_IS:
      self->code_page = value;
      break;
    case W_DEFAULT_FONT:
      self->default_font = self->state.font = number;
      break;
    case W_UNICODE:
      read_unicode (self, number);
      break;
    case W_FALLBACK:
      self->state.n_fallback = CLAMP (number, 0, MAX_FALLBACK);
      break;
    case W_CHARSET:
      set_charset (self, (guint) MAX (number, 0));
      break;
    case W_FONT_PAGE:
    default:
      set_code_page (self, number);
      break;
    }
}

static void
read_word (Parser *self, const JbRtfToken *token, GHashTable *index)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (index, token->word));
  gboolean is_starred = self->state.is_starred;
  Meaning meaning;

  /* The fallback of a character may be a word: \u8212\emdash */
  if (self->n_skip > 0 && place > 0 && words[place - 1].meaning == W_CHARACTER)
    {
      self->n_skip--;
      return;
    }
  self->n_skip = 0;
  self->state.is_starred = strcmp (token->word, "*") == 0;
  if (self->state.is_starred)
    return;
  if (place == 0)
    {
      if (is_starred)
        leave_out (self, FALSE);
      return;
    }
  meaning = words[place - 1].meaning;
  /* A style that is declared with a star is one of characters, or the like. */
  if (is_starred && meaning > W_NUMBER)
    leave_out (self, FALSE);
  else if (meaning <= W_NUMBER)
    apply_destination (self, meaning);
  else if (meaning <= W_CHARACTER || meaning == W_PAGE_BEFORE)
    apply_content (self, meaning, words[place - 1].value);
  else if (meaning <= W_PLAIN)
    apply_format (self, meaning, token);
  else if (meaning <= W_IN_TABLE || meaning >= W_BASED_ON)
    apply_paragraph (self, meaning, token->number);
  else
    apply_encoding (self, meaning, token, words[place - 1].value);
}

static void
open_group (Parser *self)
{
  self->n_skip = 0;
  if (self->states->len >= MAX_DEPTH)
    {
      self->n_overflow++;
      return;
    }
  flush (self, FALSE);
  g_array_append_val (self->states, self->state);
  self->state.is_starred = self->state.is_box = FALSE;
  if (self->state.target == TO_STYLES)
    {
      self->style = 0;
      self->style_outline = self->style_parent = -1;
      g_string_truncate (self->style_name, 0);
    }
}

static void
close_group (Parser *self)
{
  const State *outer;

  self->n_skip = 0;
  if (self->n_overflow > 0)
    {
      self->n_overflow--;
      return;
    }
  if (self->states->len == 0)
    return;
  outer = &g_array_index (self->states, State, self->states->len - 1);
  flush (self, self->state.is_box || outer->target != self->state.target);
  if (self->state.is_box)
    end_box (self);
  self->state = *outer;
  g_array_set_size (self->states, self->states->len - 1);
}

/* Returns: FALSE at the end of the text */
static gboolean
read_token (Parser *self, GHashTable *index)
{
  JbRtfToken token;

  jb_rtf_reader_next (&self->reader, &token);
  switch (token.type)
    {
    case JB_RTF_OPEN:
      open_group (self);
      return TRUE;
    case JB_RTF_CLOSE:
      close_group (self);
      return self->states->len > 0;
    case JB_RTF_WORD:
      if (self->n_overflow == 0)
        read_word (self, &token, index);
      return TRUE;
    case JB_RTF_BYTE:
      if (self->n_overflow == 0)
        read_byte (self, &token);
      return TRUE;
    case JB_RTF_END:
    default:
      return FALSE;
    }
}

static gboolean
recognise (const JbInput *input)
{
  return jb_input_begins_with (input, "{\\rtf") || jb_input_begins_with (input, "\xef\xbb\xbf{\\rtf");
}

static JbDecoded *
decode (const JbInput *input, GError **error)
{
  g_autoptr(JbRtfTables) tables = jb_rtf_tables_new ();
  g_autoptr(GArray) states = g_array_new (FALSE, FALSE, sizeof (State));
  g_autoptr(GPtrArray) flows = g_ptr_array_new_with_free_func (flow_free);
  g_autoptr(GHashTable) index = index_words ();
  g_autoptr(GString) bytes = g_string_new (NULL);
  g_autoptr(GString) style_name = g_string_new (NULL);
  Parser parser = {
    .tables = tables, .states = states, .flows = flows, .bytes = bytes, .style_name = style_name, .code_page = LATIN,
    .state = { .target = TO_BODY, .n_fallback = 1, .half_size = 24, .style = -1, .outline = -1, .asian_font = -1 },
  };

  parser.reader.data = g_bytes_get_data (input->bytes, &parser.reader.n_bytes);
  if (!jb_input_begins_with (input, "{"))
    parser.reader.at = 3;
  g_ptr_array_add (flows, flow_new ());
  while (read_token (&parser, index) && !jb_office_text_is_full (get_flow (&parser)->text))
    ;
  while (flows->len > 1)
    end_box (&parser);
  parser.state.target = TO_BODY;
  end_flow (&parser);
  return jb_office_text_finish (get_flow (&parser)->text, error);
}

const JbImporter jb_import_rtf = { "application/rtf", recognise, decode };
