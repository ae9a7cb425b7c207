/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-rtf-text.h"

#include "jb-code-page.h"
#include "jb-symbol-font.h"

#include <string.h>

#define MAX_NAME      256      /* bytes of a font's or style's name */
#define MAX_PARAGRAPH (4 << 20)
#define GBK           936

static void
end_font (JbRtfParser *self)
{
  JbRtfFont *font = jb_rtf_tables_get_font (self->tables, self->font);

  if (font == NULL)
    return;
  font->is_display = jb_office_is_display_face (font->name->str);
  font->is_symbol = font->is_symbol || jb_symbol_font_is_one (font->name->str);
}

static void
end_style (JbRtfParser *self)
{
  /* Other names follow behind a comma. */
  g_strstrip (g_strdelimit (self->style_name->str, ",", '\0'));
  if (self->style >= 0)
    jb_rtf_tables_add_style (self->tables, self->style, self->style_name->str, self->style_outline, self->style_parent);
  g_string_truncate (self->style_name, 0);
}

/* Names of fonts and styles end at a semicolon. */
static void
append_name (JbRtfParser *self, const char *text)
{
  gboolean is_font = self->state.target == JB_RTF_TO_FONTS;
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
append_text (JbRtfParser *self, const char *text)
{
  const JbRtfFont *font = jb_rtf_tables_get_font (self->tables, self->state.font);
  JbRtfFlow *flow = jb_rtf_parser_get_flow (self);

  if (*text == '\0')
    return;
  if (self->state.target == JB_RTF_TO_FONTS || self->state.target == JB_RTF_TO_STYLES)
    append_name (self, text);
  if (self->state.is_hidden || self->state.is_deleted)
    return;
  if (self->state.target == JB_RTF_TO_NUMBER && flow->number->len < MAX_NAME)
    g_string_append (flow->number, text);
  if (self->state.target != JB_RTF_TO_BODY || flow->paragraph->len > MAX_PARAGRAPH)
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

void
jb_rtf_text_flush (JbRtfParser *self, gboolean is_end)
{
  guint page = self->bytes_page;
  g_autofree char *text = NULL;

  if (self->bytes->len == 0)
    return;
  if (self->has_raw && looks_like_utf8 (self->bytes, page))
    page = 65001;
  else if (!self->has_code_page && page == JB_RTF_LATIN && looks_like_gbk (self->bytes))
    page = GBK;
  text = jb_code_page_decode (page, self->bytes, is_end);
  self->has_raw = FALSE;
  append_text (self, text);
}

void
jb_rtf_text_append_char (JbRtfParser *self, gunichar c)
{
  char text[7] = "";

  jb_rtf_text_flush (self, TRUE);
  if (c == 0 || !g_unichar_validate (c))
    return;
  g_unichar_to_utf8 (c, text);
  append_text (self, text);
}

static guint
get_code_page (JbRtfParser *self)
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
skip_second_half (JbRtfParser *self, guint8 byte)
{
  JbRtfToken token;

  if (self->state.n_fallback == 1 && jb_code_page_is_lead (get_code_page (self), byte) &&
      jb_rtf_reader_is_at_hex (&self->reader))
    jb_rtf_reader_next (&self->reader, &token);
}

void
jb_rtf_text_read_byte (JbRtfParser *self, const JbRtfToken *token)
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
  if (self->state.target == JB_RTF_TO_NOTHING || (self->state.is_starred && token->byte == ' '))
    return;
  if (font != NULL && font->is_symbol && self->state.target != JB_RTF_TO_FONTS && token->byte > 0x20)
    {
      jb_rtf_text_append_char (self, jb_symbol_font_map (font->name->str, token->byte));
      return;
    }
  page = self->state.target == JB_RTF_TO_FONTS ? jb_rtf_tables_add_font (self->tables, self->font)->code_page :
                                                 get_code_page (self);
  page = page != 0 ? page : self->code_page;
  if (page != self->bytes_page)
    jb_rtf_text_flush (self, TRUE);
  self->bytes_page = page;
  self->has_raw = self->has_raw || (!token->is_hex && token->byte >= 0x80);
  g_string_append_c (self->bytes, (char) token->byte);
}

void
jb_rtf_text_read_unicode (JbRtfParser *self, int number)
{
  const JbRtfFont *font = jb_rtf_tables_get_font (self->tables, self->state.font);
  gunichar c = (gunichar) (number & (number > 0xffff ? 0x1fffff : 0xffff));
  gunichar first = self->surrogate;

  self->n_skip = self->state.n_fallback;
  self->surrogate = 0;
  if (c >= 0xd800 && c <= 0xdbff)
    self->surrogate = c;
  else if (c >= 0xdc00 && c <= 0xdfff)
    jb_rtf_text_append_char (self, first != 0 ? 0x10000 + ((first - 0xd800) << 10) + (c - 0xdc00) : 0);
  else if (c >= 0xf000 && c <= 0xf0ff)
    jb_rtf_text_append_char (self, jb_symbol_font_map (font != NULL ? font->name->str : NULL, c));
  else
    jb_rtf_text_append_char (self, c);
}
