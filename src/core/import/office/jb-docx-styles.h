/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Styles of WordprocessingML (ECMA-376 part 1, 17.7): what a paragraph or run is, with everything its style inherits. */
#pragma once

#include "jb-style-look.h"
#include "jb-xml.h"

G_BEGIN_DECLS

/* What is said about a paragraph or run; -1 where nothing is. */
typedef struct
{
  JbStyleLook set;
  int         list;       /* w:numId; 0 for none */
  int         list_level; /* w:ilvl, from 0 */
  const char *list_style; /* lent: id of the style that says list, NULL for none */
} JbDocxLook;

#define JB_DOCX_LOOK_INIT { JB_STYLE_LOOK_INIT, -1, -1, NULL }

typedef struct _JbDocxStyles JbDocxStyles;

/* @root: (nullable): w:styles, which must outlive them */
JbDocxStyles *jb_docx_styles_new  (const xmlNode *root) G_GNUC_WARN_UNUSED_RESULT;
void          jb_docx_styles_free (JbDocxStyles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbDocxStyles, jb_docx_styles_free)

/* Returns: (transfer none): the style called @id; the default paragraph style where @id is NULL or not known. Chains that run in a
 * circle end there. */
const JbDocxLook *jb_docx_styles_get (JbDocxStyles *self, const char *id);

/* Returns: (transfer none) (nullable): the same of a character style; NULL where it is not known */
const JbDocxLook *jb_docx_styles_get_run (JbDocxStyles *self, const char *id);

/* Adds what a w:pPr and a w:rPr, each nullable, say to @look. */
void jb_docx_look_read (JbDocxLook *look, const xmlNode *paragraph, const xmlNode *run);

/* Adds what @other says to @look. */
void jb_docx_look_merge (JbDocxLook *look, const JbDocxLook *other);

G_END_DECLS
