/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Styles of OpenDocument (ODF 1.2 part 1, 16): paragraph and text styles with what they inherit, list styles, and the numbers of
 * headings (text:outline-style). */
#pragma once

#include "jb-numbering.h"
#include "jb-style-look.h"
#include "jb-xml.h"

G_BEGIN_DECLS

#define JB_ODF_LEVELS 10

/* What a style says; -1 where nothing is said. */
typedef struct
{
  JbStyleLook set;
  int         has_break;  /* a page or column begins before it */
  const char *list;       /* lent: name of its list style, "" for none, NULL where nothing is said */
} JbOdfLook;

#define JB_ODF_LOOK_INIT { JB_STYLE_LOOK_INIT, -1, NULL }

/* One level of a list style. */
typedef struct
{
  JbNumbering  numbering;
  char        *prefix;    /* owned, never NULL */
  char        *suffix;    /* owned, never NULL */
  char        *bullet;    /* owned, NULL where it is none */
  char        *pattern;   /* owned: the whole number with %1% for the first level's (ODF 1.3), NULL where there is none */
  guint        n_shown;   /* numbers of levels above that are shown too, with its own: 1 and more */
  guint        start;
  gboolean     is_legal;  /* the numbers of levels above are decimal in it */
  gboolean     has_space; /* something parts the number from the text */
} JbOdfLevel;

typedef struct
{
  JbOdfLevel levels[JB_ODF_LEVELS];
} JbOdfList;

typedef struct _JbOdfStyles JbOdfStyles;

JbOdfStyles *jb_odf_styles_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void         jb_odf_styles_free (JbOdfStyles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbOdfStyles, jb_odf_styles_free)

/* Adds the styles of a document or style part; @root must outlive the styles. Of two of the same name the first counts. */
void jb_odf_styles_add (JbOdfStyles *self, const xmlNode *root);

/* Returns: (transfer none) (nullable): the style with what it inherits; NULL where there is none of that name (nullable). Chains
 * that run in a circle end there. */
const JbOdfLook *jb_odf_styles_get_paragraph (JbOdfStyles *self, const char *name);
const JbOdfLook *jb_odf_styles_get_run       (JbOdfStyles *self, const char *name);

/* Returns: (transfer none) (nullable): NULL where there is none of that name (nullable) */
const JbOdfList *jb_odf_styles_get_list (JbOdfStyles *self, const char *name);

/* Returns: (transfer none) (nullable): the numbers of headings */
const JbOdfList *jb_odf_styles_get_outline (JbOdfStyles *self);

/* Returns: (transfer none): what a paragraph is whose style is not said */
const JbOdfLook *jb_odf_styles_get_default (JbOdfStyles *self);

/* Adds what @other says to @look. */
void jb_odf_look_merge (JbOdfLook *look, const JbOdfLook *other);

G_END_DECLS
