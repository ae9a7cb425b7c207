/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A unit: what will be one block. It begins as a line of the page and may grow by the lines it was cut off from. */
#pragma once

#include "jb-lines.h"
#include "jb-types.h"
#include "jb-span.h"

G_BEGIN_DECLS

typedef enum
{
  JB_UNIT_OPEN,       /* nothing known yet: a body paragraph, a heading, part of a headline */
  JB_UNIT_SETTLED,    /* its kind is known */
  JB_UNIT_ABSORBED,   /* became part of an earlier unit; yields no block */
} JbUnitState;

typedef struct
{
  const gunichar *text;          /* in the page's characters, or in joined */
  guint           length;
  guint           source_start;  /* of the first character */
  GArray         *joined;        /* owned, of gunichar, NULL where the unit is one line */
  JbSpanMap      *map;           /* owned, likewise */

  guint           gap;           /* blank lines before it */
  guint           indent;        /* half-width columns before it */

  JbUnitState     state;
  JbBlockKind     kind;          /* where settled */
  guint           level;         /* of headings */
  guint           run_in;        /* code points of 本报讯（…） at its beginning */
  gboolean        is_headline;   /* looks like one: jb_shape_is_headline() */
  gboolean        is_sibling;    /* its form returns in other short lines of the page */
  guint           sibling;       /* index of the nearest sibling above, where is_sibling; its own where there is none above */
  gboolean        is_pair;       /* first line of a heading in two lines; the second follows */
  gboolean        is_fragment;   /* a weak join to what follows: cut text rather than a heading */
  gboolean        is_label;      /* heads a statement box */
  gboolean        is_person;     /* names the speaker of a statement box */
  guint           article;       /* index of the article it belongs to */
} JbUnit;

/* Returns: (transfer full) (element-type JbUnit): an empty array that frees what its units own */
GArray *jb_units_new (void) G_GNUC_WARN_UNUSED_RESULT;

#define jb_units_get(units, index) (&g_array_index ((units), JbUnit, (index)))

/* Makes a unit of @line, whose text stays in @chars. */
JbUnit jb_unit_from_line (const JbChars *chars, const JbLine *line);

/* Puts @tail behind @self: with a space between two Latin words, else with nothing between. @tail's text is copied. */
void jb_unit_append (JbUnit *self, const JbUnit *tail);

void jb_unit_settle (JbUnit *self, JbBlockKind kind);

/* Returns: (transfer full) */
JbSpanMap *jb_unit_dup_map (const JbUnit *self) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) */
char *jb_unit_dup_text (const JbUnit *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
