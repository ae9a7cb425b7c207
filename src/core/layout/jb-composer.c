/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines are filled one after the other; what makes a line good is decided on that line and, for the
 * paragraph's last line, one line before. Widths of a stretch of text are added up anew for every
 * candidate: lines are short, and the sum depends on which marks stand at its ends. */
#include "jb-composer.h"

#define EPSILON 0.01                /* pt */
#define FULL_ENOUGH_EM 0.5          /* a line this short of the measure is stretched, not squeezed */
#define SMALLEST_SPACE_EM 0.25
#define WIDEST_SPACE_EM 0.5
#define SMALLEST_LATIN_GAP_EM 0.125
#define WIDEST_LATIN_GAP_EM 0.33
#define SMALLEST_LAST_LINE_EM 2.0   /* two Han characters */
#define LOOSEST_FOR_LAST_LINE_EM 0.51

/* From this stretch between characters on, in em, a break of lesser quality is the better one. */
static const double tolerable_stretch_em[] = {
  [JB_BREAK_ALLOWED] = 0.14,
  [JB_BREAK_UNIT] = 0.22,
  [JB_BREAK_URL] = 0.25,
  [JB_BREAK_ADDRESS] = 0.7,
  [JB_BREAK_WORD] = G_MAXDOUBLE,
};

/* What gives way on an overfull line, in this order (W3C note, 3.1.6.3, and GB/T 15834-2011). */
typedef enum
{
  SQUEEZE_SPACES,
  SQUEEZE_INTERPUNCTS,
  SQUEEZE_BRACKETS,
  SQUEEZE_COMMAS,
  SQUEEZE_LATIN_GAPS,
  SQUEEZE_STOPS,
  N_SQUEEZES,
} Squeeze;

typedef struct
{
  const JbLineText       *text;
  const JbComposeOptions *options;
  const JbCell           *cells;    /* lent from text */
  const guint8           *classes;  /* lent from text */
  guint                   n;
  guint8                 *breaks;   /* owned, JbBreak before each code point */
  double                 *left;     /* owned, what neighbouring marks take from a cell's left … */
  double                 *right;    /* … and right side */
} Composer;

static double
left_room (const Composer *self, guint i)
{
  const JbCell *cell = &self->cells[i];

  if (self->classes[i] != JB_LINE_OPEN)
    return 0;
  return CLAMP (cell->advance - cell->em / 2, 0, cell->blank_left);
}

static double
right_room (const Composer *self, guint i)
{
  const JbCell *cell = &self->cells[i];

  if (!jb_line_class_ends_blank (self->classes[i]))
    return 0;
  return CLAMP (cell->advance - cell->em / 2, 0, cell->blank_right);
}

/* Two neighbouring marks that would take 2 em take 1.5 em; two of ！？ take 1 em. The squeeze is on
 * the side away from the enclosed text. */
static void
squeeze_neighbours (Composer *self)
{
  for (guint i = 0; i + 1 < self->n; i++)
    {
      JbLineClass a = self->classes[i];
      JbLineClass b = self->classes[i + 1];

      if (a == JB_LINE_EXCLAIM && b == JB_LINE_EXCLAIM && self->right[i] == 0)
        {
          self->right[i] = right_room (self, i);
          self->right[i + 1] = right_room (self, i + 1);
        }
      else if (jb_line_class_ends_blank (a) && (jb_line_class_ends_blank (b) || b == JB_LINE_MARKER))
        {
          if (!(a == JB_LINE_EXCLAIM && b == JB_LINE_EXCLAIM))
            self->right[i] = right_room (self, i);
        }
      else if (b == JB_LINE_OPEN && (a == JB_LINE_OPEN || jb_line_class_ends_blank (a)))
        self->left[i + 1] = left_room (self, i + 1);
    }
}

static gboolean
is_western (JbLineClass line_class)
{
  return line_class == JB_LINE_WORD || line_class == JB_LINE_SUFFIX || line_class == JB_LINE_PREFIX;
}

/* Whether the gap before @i parts Han from Latin. */
static gboolean
is_latin_gap (const Composer *self, guint i)
{
  JbLineClass a = self->classes[i - 1];
  JbLineClass b = self->classes[i];

  return self->options->latin_gap_em > 0 &&
         ((jb_line_class_is_han (a) && is_western (b)) || (is_western (a) && jb_line_class_is_han (b)));
}

/* Whether the gap before @i may be widened: not in words, numbers, dashes, around connectors. */
static gboolean
is_stretchable (const Composer *self, guint i)
{
  JbLineClass a = self->classes[i - 1];
  JbLineClass b = self->classes[i];

  if (self->cells[i].joined || b == JB_LINE_SPACE || b == JB_LINE_MARKER)
    return FALSE;
  if (a == JB_LINE_CONNECTOR || b == JB_LINE_CONNECTOR || a == JB_LINE_SOLIDUS || b == JB_LINE_SOLIDUS)
    return FALSE;
  if (a == JB_LINE_MARKER || a == JB_LINE_SPACE)
    return TRUE;
  return self->breaks[i] >= JB_BREAK_UNIT || (self->breaks[i] == JB_BREAK_EMERGENCY && !is_western (a) &&
         (self->text->chars->chars[i - 1] >= 0x80 || self->text->chars->chars[i] >= 0x80));
}

static double
space_width (const Composer *self, guint i)
{
  return MAX (self->cells[i].advance, self->cells[i].em * SMALLEST_SPACE_EM);
}

/* What stands before the cell @i because of its neighbour on the same line. */
static double
gap_before (const Composer *self, guint i)
{
  if (self->cells[i].joined)
    return 0;
  return self->options->tracking_pt + (is_latin_gap (self, i) ? self->options->latin_gap_em * self->cells[i].em : 0);
}

static double
left_squeeze (const Composer *self, guint i, guint start)
{
  if (i == start)
    return self->options->squeeze_line_start ? left_room (self, i) : 0;
  return self->left[i];
}

static double
right_squeeze (const Composer *self, guint i, guint last)
{
  return i == last ? right_room (self, i) : self->right[i];
}

static double
cell_width (const Composer *self, guint i, guint start, guint last)
{
  double width = self->classes[i] == JB_LINE_SPACE ? space_width (self, i) : self->cells[i].advance;

  return width - left_squeeze (self, i, start) - right_squeeze (self, i, last);
}

/* Returns: the end of [@start, @end) without the spaces there */
static guint
trim (const Composer *self, guint start, guint end)
{
  while (end > start && self->classes[end - 1] == JB_LINE_SPACE)
    end--;
  return end;
}

/* The stretch's width before squeezing inside and stretching; @end is trimmed. Adding up stops well
 * beyond the measure. */
static double
natural_width (const Composer *self, guint start, guint end)
{
  double enough = 2 * self->options->width_pt;
  double width = 0;

  for (guint i = start; i < end && width < enough; i++)
    width += cell_width (self, i, start, end - 1) + (i > start ? gap_before (self, i) : 0);
  return width;
}

/* How much the cell @i can give at @level, on both sides or in the gap before it. */
static double
squeeze_room (const Composer *self, guint i, guint start, guint end, Squeeze level)
{
  const JbCell *cell = &self->cells[i];
  JbLineClass line_class = self->classes[i];

  switch (level)
    {
    case SQUEEZE_SPACES:
      return line_class == JB_LINE_SPACE ? space_width (self, i) - cell->em * SMALLEST_SPACE_EM : 0;
    case SQUEEZE_INTERPUNCTS:
      return line_class == JB_LINE_INTERPUNCT
             ? CLAMP (cell->advance - cell->em / 2, 0, cell->blank_left + cell->blank_right) : 0;
    case SQUEEZE_BRACKETS:
      if (line_class == JB_LINE_OPEN && i > start)
        return left_room (self, i) - self->left[i];
      return line_class == JB_LINE_CLOSE ? right_room (self, i) - right_squeeze (self, i, end - 1) : 0;
    case SQUEEZE_COMMAS:
      return line_class == JB_LINE_COMMA ? right_room (self, i) - right_squeeze (self, i, end - 1) : 0;
    case SQUEEZE_LATIN_GAPS:
      return i > start && is_latin_gap (self, i)
             ? MAX (0, (self->options->latin_gap_em - SMALLEST_LATIN_GAP_EM) * cell->em) : 0;
    case SQUEEZE_STOPS:
      return self->options->squeeze_stops && (line_class == JB_LINE_STOP || line_class == JB_LINE_EXCLAIM)
             ? right_room (self, i) - right_squeeze (self, i, end - 1) : 0;
    case N_SQUEEZES:
      break;
    }
  g_assert_not_reached ();
}

static double
level_room (const Composer *self, guint start, guint end, Squeeze level)
{
  double room = 0;

  for (guint i = start; i < end; i++)
    room += squeeze_room (self, i, start, end, level);
  return room;
}

static gboolean
can_squeeze (const Composer *self, guint start, guint end, double excess)
{
  if (excess >= self->options->width_pt)
    return FALSE;
  for (Squeeze level = 0; level < N_SQUEEZES && excess > EPSILON; level++)
    excess -= level_room (self, start, end, level);
  return excess <= EPSILON;
}

/* Returns: by how much, in em, each gap grows where [@start, @end) fills @width; 0 where none does */
static double
stretch_of (const Composer *self, guint start, guint end, double width)
{
  double slack = width - natural_width (self, start, end);
  guint gaps = 0;

  for (guint i = start + 1; i < end; i++)
    {
      if (self->classes[i] == JB_LINE_SPACE)
        slack -= MAX (0, self->cells[i].em * WIDEST_SPACE_EM - space_width (self, i));
      gaps += is_stretchable (self, i) ? 1 : 0;
    }
  if (slack <= EPSILON)
    return 0;
  if (gaps == 0)  /* part of an address, which stays short; but not very short */
    return slack <= width / 3 ? 0 : G_MAXDOUBLE;
  return slack / gaps / self->cells[start].em;
}

/* Returns: how much text there is, in em, without marks, spaces and note numbers; no more than is asked for */
static double
weight_of (const Composer *self, guint start, guint end)
{
  double weight = 0;

  for (guint i = start; i < end && weight < SMALLEST_LAST_LINE_EM; i++)
    if (jb_line_class_is_han (self->classes[i]) || self->classes[i] == JB_LINE_WORD)
      weight += self->cells[i].advance / self->cells[i].em;
  return weight;
}

/* The last break of at least @quality at which the text still fits, @start where there is none. */
static guint
find_last_fit (const Composer *self, guint start, double width, JbBreak quality)
{
  guint found = start;

  for (guint i = start + 1; i < self->n; i++)
    {
      if (self->breaks[i] < quality)
        continue;
      if (natural_width (self, start, trim (self, start, i)) > width + EPSILON)
        break;
      found = i;
    }
  return found;
}

/* The first break behind @fit, the paragraph's end being one. */
static guint
find_next_break (const Composer *self, guint fit)
{
  guint i = fit + 1;

  while (i < self->n && self->breaks[i] < JB_BREAK_ALLOWED)
    i++;
  return MIN (i, self->n);
}

static gboolean
fits_squeezed (const Composer *self, guint start, guint end, double width)
{
  guint trimmed = trim (self, start, end);

  return can_squeeze (self, start, trimmed, natural_width (self, start, trimmed) - width);
}

/* Something must stand on the line, against the rules if need be. */
static guint
force_break (const Composer *self, guint start, double width)
{
  guint end = find_last_fit (self, start, width, JB_BREAK_EMERGENCY);

  if (end == start)
    for (end = start + 1; end < self->n && self->breaks[end] == JB_BREAK_NEVER; end++)
      ;
  return end;
}

/* Keeps two Han characters for the paragraph's last line, or none. */
static guint
mind_last_line (const Composer *self, guint start, guint end, double width)
{
  if (end >= self->n || weight_of (self, end, self->n) >= SMALLEST_LAST_LINE_EM - EPSILON)
    return end;
  if (fits_squeezed (self, start, self->n, width))
    return self->n;
  for (guint i = end - 1; i > start; i--)
    {
      if (self->breaks[i] != JB_BREAK_ALLOWED)
        continue;
      if (stretch_of (self, start, trim (self, start, i), width) > LOOSEST_FOR_LAST_LINE_EM)
        break;
      if (weight_of (self, i, self->n) >= SMALLEST_LAST_LINE_EM - EPSILON)
        return i;
    }
  return end;
}

/* Returns: where the line that begins at @start ends */
static guint
find_line_end (const Composer *self, guint start, double width)
{
  guint end, next;
  double slack;

  if (natural_width (self, start, trim (self, start, self->n)) <= width + EPSILON)
    return self->n;

  end = find_last_fit (self, start, width, JB_BREAK_ALLOWED);
  slack = width - natural_width (self, start, trim (self, start, end));
  next = find_next_break (self, end);
  if ((end == start || slack > FULL_ENOUGH_EM * self->cells[start].em + EPSILON) &&
      fits_squeezed (self, start, next, width))
    return mind_last_line (self, start, next, width);

  for (JbBreak quality = JB_BREAK_ALLOWED; quality >= JB_BREAK_WORD; quality--)
    {
      end = find_last_fit (self, start, width, quality);
      if (end > start && stretch_of (self, start, trim (self, start, end), width) <= tolerable_stretch_em[quality])
        return mind_last_line (self, start, end, width);
    }
  return end > start ? end : force_break (self, start, width);
}

/* The line's cells as they will stand. */
typedef struct
{
  double *gap;    /* before each cell */
  double *left;   /* taken from each cell's left side */
  double *width;  /* of each cell */
} Placing;

static void
squeeze_line (const Composer *self, guint start, guint end, double excess, Placing *placing)
{
  for (Squeeze level = 0; level < N_SQUEEZES && excess > EPSILON; level++)
    {
      double room = level_room (self, start, end, level);
      double share = room > 0 ? MIN (1, excess / room) : 0;

      for (guint i = start; i < end && share > 0; i++)
        {
          double given = share * squeeze_room (self, i, start, end, level);

          if (level == SQUEEZE_LATIN_GAPS)
            {
              placing->gap[i] -= given;
              continue;
            }
          placing->width[i] -= given;
          if (self->classes[i] == JB_LINE_OPEN)
            placing->left[i] += given;
          else if (self->classes[i] == JB_LINE_INTERPUNCT)
            placing->left[i] += given / 2;
        }
      excess -= share * room;
    }
}

/* Widens word spaces, then Latin gaps, each up to its limit, then all gaps equally. */
static void
stretch_line (const Composer *self, guint start, guint end, double slack, Placing *placing)
{
  double room[2] = { 0, 0 };
  guint gaps = 0;

  for (guint i = start + 1; i < end; i++)
    {
      if (self->classes[i] == JB_LINE_SPACE)
        room[0] += MAX (0, self->cells[i].em * WIDEST_SPACE_EM - placing->width[i]);
      else if (is_latin_gap (self, i))
        room[1] += MAX (0, self->cells[i].em * WIDEST_LATIN_GAP_EM - placing->gap[i]);
      gaps += is_stretchable (self, i) ? 1 : 0;
    }
  for (guint level = 0; level < 2; level++)
    {
      double share = room[level] > 0 ? MIN (1, slack / room[level]) : 0;

      for (guint i = start + 1; i < end && share > 0; i++)
        {
          if (level == 0 && self->classes[i] == JB_LINE_SPACE)
            placing->width[i] += share * MAX (0, self->cells[i].em * WIDEST_SPACE_EM - placing->width[i]);
          else if (level == 1 && is_latin_gap (self, i))
            placing->gap[i] += share * MAX (0, self->cells[i].em * WIDEST_LATIN_GAP_EM - placing->gap[i]);
        }
      slack -= share * room[level];
    }
  for (guint i = start + 1; i < end && gaps > 0; i++)
    if (is_stretchable (self, i))
      placing->gap[i] += slack / gaps;
}

static void
place_line (const Composer *self, guint start, guint end, double indent, gboolean last, Placing *placing,
            JbComposition *composition)
{
  double width = self->options->width_pt - indent;
  double slack = width - natural_width (self, start, end);
  double x = indent;
  JbLine line = { start, end, indent, 0, FALSE };

  for (guint i = start; i < end; i++)
    {
      placing->gap[i] = i > start ? gap_before (self, i) : 0;
      placing->left[i] = left_squeeze (self, i, start);
      placing->width[i] = cell_width (self, i, start, end - 1);
    }
  if (slack < -EPSILON)
    squeeze_line (self, start, end, -slack, placing);
  else if (slack > EPSILON && self->options->align == JB_ALIGN_JUSTIFY && !last)
    stretch_line (self, start, end, slack, placing);
  if (slack > 0 && self->options->align == JB_ALIGN_CENTRE)
    x += slack / 2;
  else if (slack > 0 && self->options->align == JB_ALIGN_RIGHT)
    x += slack;

  line.x_pt = x;
  for (guint i = start; i < end; i++)
    {
      x += placing->gap[i];
      composition->x[i] = x - placing->left[i] + self->cells[i].origin;
      x += placing->width[i];
    }
  line.width_pt = x - line.x_pt;
  line.parts_unit = end < self->n && self->breaks[end] == JB_BREAK_UNIT;
  g_array_append_val (composition->lines, line);
}

static void
compose_lines (const Composer *self, JbComposition *composition)
{
  g_autofree double *numbers = g_new (double, 3 * (gsize) self->n);
  Placing placing = { numbers, numbers + self->n, numbers + 2 * (gsize) self->n };
  guint start = 0;

  while (start < self->n && self->classes[start] == JB_LINE_SPACE)
    start++;
  for (guint end; start < self->n; start = end)
    {
      double indent = composition->lines->len == 0 ? self->options->first_indent_pt : self->options->indent_pt;

      end = find_line_end (self, start, self->options->width_pt - indent);
      place_line (self, start, trim (self, start, end), indent, end == self->n, &placing, composition);
    }
}

JbComposition *
jb_compose (const JbLineText *text, const JbComposeOptions *options)
{
  JbComposition *composition = g_new (JbComposition, 1);
  guint n = text->chars->length;
  g_autofree guint8 *breaks = jb_line_breaks_new (text->chars->chars, text->classes, n, options->rules);
  g_autofree double *sides = g_new0 (double, 2 * MAX ((gsize) n, 1));
  Composer self = { text, options, text->cells, text->classes, n, breaks, sides, sides + n };

  composition->lines = g_array_new (FALSE, FALSE, sizeof (JbLine));
  composition->x = g_new0 (double, MAX (n, 1));
  for (guint i = 1; i < n; i++)
    if (text->cells[i].joined)
      breaks[i] = JB_BREAK_NEVER;
  squeeze_neighbours (&self);
  if (n > 0)
    compose_lines (&self, composition);
  return composition;
}

void
jb_composition_free (JbComposition *self)
{
  g_array_unref (self->lines);
  g_free (self->x);
  g_free (self);
}
