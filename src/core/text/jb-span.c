/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-span.h"

struct _JbSpanMap
{
  gatomicrefcount  n_refs;
  GArray          *runs;  /* owned, of JbRun, in text order, not overlapping in the text */
};

G_DEFINE_BOXED_TYPE (JbSpanMap, jb_span_map, jb_span_map_ref, jb_span_map_unref)

JbSpanMap *
jb_span_map_new (void)
{
  JbSpanMap *self = g_new0 (JbSpanMap, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->runs = g_array_new (FALSE, FALSE, sizeof (JbRun));
  return self;
}

JbSpanMap *
jb_span_map_ref (JbSpanMap *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

void
jb_span_map_unref (JbSpanMap *self)
{
  if (g_atomic_ref_count_dec (&self->n_refs))
    {
      g_array_unref (self->runs);
      g_free (self);
    }
}

void
jb_span_map_append (JbSpanMap *self, guint text_start, guint source_start, guint length)
{
  JbRun run = { text_start, source_start, length };

  if (length == 0)
    return;
  if (self->runs->len > 0)
    {
      JbRun *last = &g_array_index (self->runs, JbRun, self->runs->len - 1);

      g_return_if_fail (text_start >= last->text_start + last->length);
      if (text_start == last->text_start + last->length && source_start == last->source_start + last->length)
        {
          last->length += length;
          return;
        }
    }
  g_array_append_val (self->runs, run);
}

void
jb_span_map_append_map (JbSpanMap *self, const JbSpanMap *tail, guint offset)
{
  for (guint i = 0; i < tail->runs->len; i++)
    {
      JbRun run = g_array_index (tail->runs, JbRun, i);

      jb_span_map_append (self, run.text_start + offset, run.source_start, run.length);
    }
}

const JbRun *
jb_span_map_get_runs (const JbSpanMap *self, guint *n_runs)
{
  if (n_runs != NULL)
    *n_runs = self->runs->len;
  return (const JbRun *) (gpointer) self->runs->data;
}

/* The part of @run that lies in the text [@start, @end); its length is 0 where they do not meet. */
static JbRun
clip (JbRun run, guint start, guint end)
{
  guint from = MAX (run.text_start, start);
  guint to = MIN (run.text_start + run.length, end);

  if (from >= to)
    return (JbRun) { 0, 0, 0 };
  return (JbRun) { from, run.source_start + (from - run.text_start), to - from };
}

/* Returns: the number of the first run that ends behind @start. A long paragraph has a run for every line of the page. */
static guint
find_run (const JbSpanMap *self, guint start)
{
  guint low = 0, high = self->runs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      JbRun run = g_array_index (self->runs, JbRun, middle);

      if (run.text_start + run.length <= start)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

GArray *
jb_span_map_to_source (const JbSpanMap *self, guint start, guint end)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (JbSpan));

  for (guint i = find_run (self, start); i < self->runs->len && g_array_index (self->runs, JbRun, i).text_start < end; i++)
    {
      JbRun part = clip (g_array_index (self->runs, JbRun, i), start, end);
      JbSpan span = { part.source_start, part.source_start + part.length };
      JbSpan *last = spans->len > 0 ? &g_array_index (spans, JbSpan, spans->len - 1) : NULL;

      if (part.length == 0)
        continue;
      if (last != NULL && last->end == span.start)
        last->end = span.end;
      else
        g_array_append_val (spans, span);
    }
  return spans;
}

gboolean
jb_span_map_from_source (const JbSpanMap *self, guint source, guint *text)
{
  for (guint i = 0; i < self->runs->len; i++)
    {
      JbRun run = g_array_index (self->runs, JbRun, i);

      if (source >= run.source_start && source < run.source_start + run.length)
        {
          *text = run.text_start + (source - run.source_start);
          return TRUE;
        }
    }
  return FALSE;
}

JbSpanMap *
jb_span_map_slice (const JbSpanMap *self, guint start, guint end)
{
  JbSpanMap *slice = jb_span_map_new ();

  for (guint i = find_run (self, start); i < self->runs->len && g_array_index (self->runs, JbRun, i).text_start < end; i++)
    {
      JbRun part = clip (g_array_index (self->runs, JbRun, i), start, end);

      if (part.length > 0)
        jb_span_map_append (slice, part.text_start - start, part.source_start, part.length);
    }
  return slice;
}

char *
jb_span_map_to_string (const JbSpanMap *self)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < self->runs->len; i++)
    {
      JbRun run = g_array_index (self->runs, JbRun, i);

      g_string_append_printf (string, "%s%u:%u:%u", i > 0 ? " " : "", run.text_start, run.source_start, run.length);
    }
  return g_string_free (string, FALSE);
}

static gboolean
parse_number (const char *string, guint *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (string, 10, 0, G_MAXUINT, &value, NULL))
    return FALSE;
  *number = (guint) value;
  return TRUE;
}

JbSpanMap *
jb_span_map_from_string (const char *string)
{
  g_autoptr(JbSpanMap) self = jb_span_map_new ();
  g_auto(GStrv) runs = g_strsplit (string, " ", -1);
  guint end = 0;

  for (guint i = 0; runs[i] != NULL && *string != '\0'; i++)
    {
      g_auto(GStrv) fields = g_strsplit (runs[i], ":", -1);
      JbRun run;

      if (g_strv_length (fields) != 3 || !parse_number (fields[0], &run.text_start) ||
          !parse_number (fields[1], &run.source_start) || !parse_number (fields[2], &run.length) ||
          run.length == 0 || run.text_start < end || run.length > G_MAXUINT - run.text_start)
        return NULL;
      jb_span_map_append (self, run.text_start, run.source_start, run.length);
      end = run.text_start + run.length;
    }
  return g_steal_pointer (&self);
}
