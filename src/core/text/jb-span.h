/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spans, and the map from cleaned text back to the source.
 *
 * A rejoined paragraph is made of runs, each a stretch of characters that stands in the source
 * one after the other:
 *
 *   source   …把口袋公园建到老街坊的窗 ⏎ ⏎ 户下。…
 *             100           111          114   117
 *   block    把口袋公园建到老街坊的窗户下。
 *             0            11  12     15
 *   runs     {0, 100, 12} {12, 114, 3}
 *
 * All numbers are Unicode code points. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Half-open: end is the first code point behind it. */
typedef struct
{
  guint start;
  guint end;
} JbSpan;

typedef struct
{
  guint text_start;    /* where the run begins in the cleaned text */
  guint source_start;  /* where it begins in the source's decoded text */
  guint length;        /* never 0 */
} JbRun;

typedef struct _JbSpanMap JbSpanMap;  /* reference counted; not changed once shared */

#define JB_TYPE_SPAN_MAP (jb_span_map_get_type ())
GType jb_span_map_get_type (void);

JbSpanMap *jb_span_map_new   (void) G_GNUC_WARN_UNUSED_RESULT;
JbSpanMap *jb_span_map_ref   (JbSpanMap *self);
void       jb_span_map_unref (JbSpanMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbSpanMap, jb_span_map_unref)

/**
 * jb_span_map_append:
 *
 * Adds a run behind the others; @text_start must not lie before the end of the last one.
 * A run that continues the last one on both sides is merged with it. A length of 0 adds nothing.
 */
void jb_span_map_append (JbSpanMap *self, guint text_start, guint source_start, guint length);

/* Appends all of @tail's runs, moved by @offset in the text. */
void jb_span_map_append_map (JbSpanMap *self, const JbSpanMap *tail, guint offset);

/* Returns: (transfer none): the runs in text order */
const JbRun *jb_span_map_get_runs (const JbSpanMap *self, guint *n_runs);

/**
 * jb_span_map_to_source:
 *
 * Where the characters [@start, @end) of the text stand in the source. Inserted characters, which
 * stand nowhere, are left out; spans that touch are merged.
 *
 * Returns: (transfer full) (element-type JbSpan): in text order, possibly empty
 */
GArray *jb_span_map_to_source (const JbSpanMap *self, guint start, guint end) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_span_map_from_source:
 *
 * Returns: TRUE and the text offset of the source's code point @source, if it is in the text
 */
gboolean jb_span_map_from_source (const JbSpanMap *self, guint source, guint *text);

/**
 * jb_span_map_slice:
 *
 * Returns: (transfer full): the map of the text [@start, @end), which then begins at 0
 */
JbSpanMap *jb_span_map_slice (const JbSpanMap *self, guint start, guint end) G_GNUC_WARN_UNUSED_RESULT;

/* "text:source:length" separated by spaces; what the store keeps. */
char      *jb_span_map_to_string   (const JbSpanMap *self) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) (nullable): NULL where @string is not of that form */
JbSpanMap *jb_span_map_from_string (const char *string) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
