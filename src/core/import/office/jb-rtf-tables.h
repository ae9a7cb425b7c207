/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fonts and styles that an RTF file declares at its beginning (RTF 1.9.1, Font Table and Style Sheet). */
#pragma once

#include "jb-office-text.h"

G_BEGIN_DECLS

typedef struct
{
  GString  *name;       /* owned, UTF-8 */
  guint     code_page;  /* 0 where it is the file's */
  gboolean  is_symbol;  /* its bytes are pictures */
  gboolean  is_display; /* set once the name is known */
} JbRtfFont;

typedef struct
{
  JbOfficeRole role;
  guint        level;   /* of a heading, from 1 */
  int          parent;  /* number of the style it is based on, -1 for none */
} JbRtfStyle;

typedef struct _JbRtfTables JbRtfTables;

JbRtfTables *jb_rtf_tables_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void         jb_rtf_tables_free (JbRtfTables *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbRtfTables, jb_rtf_tables_free)

/* Returns: (transfer none) (nullable): the font of that number; NULL where there is none */
JbRtfFont *jb_rtf_tables_get_font (JbRtfTables *self, int number);

/* Returns: (transfer none): the same, made where there is none */
JbRtfFont *jb_rtf_tables_add_font (JbRtfTables *self, int number);

/* @outline: outline level from 0, -1 where the style has none; of two styles of the same number the last counts */
void jb_rtf_tables_add_style (JbRtfTables *self, int number, const char *name, int outline, int parent);

/* Returns: what the style of that number is, by its own name or one it is based on. @level: (out) */
JbOfficeRole jb_rtf_tables_get_role (JbRtfTables *self, int number, guint *level);

G_END_DECLS
