/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A paragraph of the page, composed: what the paginator puts line by line on sheets. */
#pragma once

#include "jb-composer.h"
#include "jb-measure.h"
#include "jb-page-style.h"
#include "jb-pages.h"

G_BEGIN_DECLS

typedef struct
{
  JbPagePart     part;
  guint          number;            /* in the briefing */
  JbLineText    *text;              /* owned */
  JbComposition *composition;       /* owned, has at least one line */
  JbLineText    *lead;              /* owned, a label left of the first line: 报：; NULL where there is none */
  JbComposition *lead_composition;  /* owned, NULL likewise */
  double         lead_left_pt;
  double         left_pt;           /* of the measure, from the type area's left */
  double         size_pt;           /* of the characters */
  double         pitch_pt;          /* from line to line */
  JbColour       colour;
  char          *item;              /* owned, id of the JbBriefingItem, NULL for the rest */
  gboolean       keep_with_next;
  gboolean       space_before;      /* one blank line of the grid, unless at a page's top */
} JbPageBlock;

/* What building blocks needs; numbers them on the way. */
typedef struct
{
  const JbBriefing  *briefing;  /* lent */
  const JbPageStyle *style;     /* lent */
  JbMeasure         *measure;   /* lent */
  guint              n_blocks;
} JbPageBuilder;

/* The format of a face; running text of the body's size stands on the grid. */
JbTextFormat jb_page_builder_format (const JbPageBuilder *self, JbFace face);

/* The style's rules for the composer; measure and indents are left 0. */
JbComposeOptions jb_page_builder_options (const JbPageBuilder *self, JbAlign align);

/* Returns: (transfer full): @text measured and composed; it must not be blank */
JbPageBlock *jb_page_block_new (JbPageBuilder *builder, JbPagePart part, JbLineText *text,
                                const JbComposeOptions *options) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): one piece of text in one face */
JbPageBlock *jb_page_block_new_plain (JbPageBuilder *builder, JbPagePart part, const char *text, JbFace face,
                                      const JbComposeOptions *options) G_GNUC_WARN_UNUSED_RESULT;

void jb_page_block_free (JbPageBlock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbPageBlock, jb_page_block_free)

/* Puts a label before the first line, set in one line. */
void jb_page_block_set_lead (JbPageBlock *self, JbPageBuilder *builder, const char *lead, JbFace face, double left_pt);

/* Returns: the width of the text on one line */
double jb_page_builder_measure (const JbPageBuilder *self, const char *text, JbFace face);

/* Returns: the face, made smaller where the text would take more than @max_lines lines of @width */
JbFace jb_page_builder_fit (const JbPageBuilder *self, const char *text, JbFace face, double width, guint max_lines);

/* Returns: TRUE where there is nothing to print */
gboolean jb_page_text_is_blank (const char *text);

/* Returns: (transfer full): @form with @key, braces included, replaced by @value; digits only are put into
 * the form, another value stands for itself: 第3期, 增刊 */
char *jb_page_fill_form (const char *form, const char *key, const char *value) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type JbPageBlock): the note, the sections, the sources, in printing order */
GPtrArray *jb_page_body_new (JbPageBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
