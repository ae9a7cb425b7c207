/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-article-view.h"

#include "jb-doubts.h"
#include "jb-rejoin.h"
#include "jb-type-style.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MAX_LEVEL     3
#define SETTLE_MS     40  /* between two tries to scroll a new text */
#define SETTLE_TRIES  10
#define WIDE_MARGIN   92  /* pixels: room for the roles */
#define NARROW_MARGIN 18
#define ROLES_FROM    480 /* the width from which roles are shown */

struct _JbArticleView
{
  GtkTextView  parent_instance;

  JbArticle   *article;     /* owned, NULL until one is shown */
  JbMention   *current;     /* owned, one of the article's; NULL for none */
  gboolean     placing;     /* the cursor is being moved from here, not by the reader's hand */
  guint        n_settled;   /* how often that has been tried */
  double       align;       /* where in the height of what is seen the place is to be */
  guint        settle_id;   /* of the scrolling again once all lines have their height, 0 while none is due */
  guint        margin_id;   /* of the change of margins to come, 0 while none is due */
  GArray      *doubts;      /* owned, of JbDoubt, in the article's text */
  GtkTextTag  *kinds[JB_BLOCK_KIND_OTHER + 1];  /* the buffer's */
  GtkTextTag  *levels[MAX_LEVEL];               /* the buffer's: headings by level - 1 */
  GtkTextTag  *base;                            /* the buffer's: on all of the text */
  GtkTextTag  *suggested[JB_N_ENTITY_TYPES];    /* the buffer's */
  GtkTextTag  *confirmed[JB_N_ENTITY_TYPES];    /* the buffer's */
};

enum
{
  CURRENT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbArticleView, jb_article_view, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
get_buffer (JbArticleView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static GtkTextIter
iter_at (JbArticleView *self, guint offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter, offset);
  return iter;
}

static void
make_kinds (JbArticleView *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextTag **kinds = self->kinds;

  /* The language decides which shapes a font gives to characters that Chinese and Japanese share. */
  self->base = gtk_text_buffer_create_tag (buffer, NULL, "language", "zh-cn", "line-height", 1.15, "scale", 1.08, NULL);
  for (int i = 0; i < MAX_LEVEL; i++)
    self->levels[i] = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, "scale", 1.3 - 0.1 * i,
                                                  "pixels-above-lines", 16 - 3 * i, "pixels-below-lines", 4, NULL);
  for (int i = 0; i <= JB_BLOCK_KIND_OTHER; i++)
    kinds[i] = gtk_text_buffer_create_tag (buffer, NULL, "pixels-below-lines", 6, NULL);

  g_object_set (kinds[JB_BLOCK_KIND_KICKER], "scale", 1.05, "weight", PANGO_WEIGHT_MEDIUM, NULL);
  g_object_set (kinds[JB_BLOCK_KIND_TITLE], "scale", 1.75, "weight", PANGO_WEIGHT_HEAVY, "line-height", 1.0,
                "pixels-above-lines", 2, "pixels-below-lines", 8, NULL);
  g_object_set (kinds[JB_BLOCK_KIND_DECK], "scale", 1.2, "pixels-below-lines", 8, NULL);
  g_object_set (kinds[JB_BLOCK_KIND_BYLINE], "scale", 0.92, NULL);
  g_object_set (kinds[JB_BLOCK_KIND_DATELINE], "scale", 0.92, NULL);
  g_object_set (kinds[JB_BLOCK_KIND_LIST], "pixels-below-lines", 4, NULL);
  g_object_set (kinds[JB_BLOCK_KIND_CAPTION], "scale", 0.9, "pixels-above-lines", 4, "pixels-below-lines", 10, NULL);
  g_object_set (kinds[JB_BLOCK_KIND_STATEMENT], "pixels-above-lines", 6, "pixels-below-lines", 10, NULL);
  g_object_set (kinds[JB_BLOCK_KIND_TEASER], "scale", 0.92, NULL);
  g_object_set (kinds[JB_BLOCK_KIND_MASTHEAD], "scale", 0.92, NULL);
  g_object_set (kinds[JB_BLOCK_KIND_OTHER], "scale", 0.85, NULL);
  for (int i = 0; i < JB_N_ENTITY_TYPES; i++)
    {
      self->suggested[i] = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
      self->confirmed[i] = gtk_text_buffer_create_tag (buffer, NULL, "background-set", TRUE, NULL);
    }
}

/* Two characters of the body text: the indent of a Chinese paragraph. */
static int
measure_indent (JbArticleView *self)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "国国");
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return (int) (width * 1.08 + 0.5);
}

static void
update_style (JbArticleView *self)
{
  static const JbBlockKind quiet[] = {
    JB_BLOCK_KIND_KICKER, JB_BLOCK_KIND_BYLINE, JB_BLOCK_KIND_DATELINE, JB_BLOCK_KIND_CAPTION, JB_BLOCK_KIND_TEASER,
    JB_BLOCK_KIND_MASTHEAD, JB_BLOCK_KIND_OTHER,
  };
  int indent = measure_indent (self);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  color.alpha *= 0.72f;
  for (guint i = 0; i < G_N_ELEMENTS (quiet); i++)
    g_object_set (self->kinds[quiet[i]], "foreground-rgba", &color, NULL);
  for (int i = 0; i < JB_N_ENTITY_TYPES; i++)
    {
      jb_type_style_get_color (i, &color);
      g_object_set (self->suggested[i], "underline-rgba", &color, NULL);
      jb_type_style_get_tint (i, &color);
      g_object_set (self->confirmed[i], "background-rgba", &color, NULL);
    }
  g_object_set (self->kinds[JB_BLOCK_KIND_PARAGRAPH], "indent", indent, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
apply_blocks (JbArticleView *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  gtk_text_buffer_apply_tag (buffer, self->base, &from, &to);
  for (guint i = 0; i < self->article->blocks->len; i++)
    {
      const JbBlock *block = g_ptr_array_index (self->article->blocks, i);
      gboolean heading = block->kind == JB_BLOCK_KIND_HEADING && block->level > 0;

      from = iter_at (self, block->start);
      /* With its line feed, so that the space around it is a block's own. */
      to = iter_at (self, block->start + block->length + 1);
      gtk_text_buffer_apply_tag (buffer, heading ? self->levels[MIN (block->level, MAX_LEVEL) - 1] : self->kinds[block->kind],
                                 &from, &to);
    }
}

static void
apply_mentions (JbArticleView *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  for (int i = 0; i < JB_N_ENTITY_TYPES; i++)
    {
      gtk_text_buffer_remove_tag (buffer, self->suggested[i], &from, &to);
      gtk_text_buffer_remove_tag (buffer, self->confirmed[i], &from, &to);
    }
  for (guint i = 0; i < self->article->mentions->len; i++)
    {
      const JbMention *mention = g_ptr_array_index (self->article->mentions, i);

      if (mention->state == JB_MENTION_STATE_REJECTED)
        continue;
      from = iter_at (self, mention->start);
      to = iter_at (self, mention->end);
      gtk_text_buffer_apply_tag (buffer, mention->state == JB_MENTION_STATE_CONFIRMED ? self->confirmed[mention->type]
                                                                                      : self->suggested[mention->type],
                                 &from, &to);
    }
}

/* Returns: (nullable): the shortest mention over the character at @offset: the one that is pointed at */
static JbMention *
find_mention (JbArticleView *self, guint offset)
{
  JbMention *found = NULL;

  if (self->article == NULL)
    return NULL;
  for (guint i = 0; i < self->article->mentions->len; i++)
    {
      JbMention *mention = g_ptr_array_index (self->article->mentions, i);

      if (mention->state != JB_MENTION_STATE_REJECTED && mention->start <= offset && offset < mention->end &&
          (found == NULL || mention->end - mention->start < found->end - found->start))
        found = mention;
    }
  return found;
}

static void
set_current (JbArticleView *self, JbMention *mention)
{
  g_set_object (&self->current, mention);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CURRENT_CHANGED], 0);
}

/* The cursor is where the reader clicked or moved to with the arrow keys. */
static void
cursor_moved_cb (JbArticleView *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  guint start, end;

  if (self->placing)
    return;
  if (gtk_text_buffer_get_has_selection (buffer) && jb_article_view_get_selection (self, &start, &end))
    {
      JbMention *mention = find_mention (self, start);

      /* A double click on a tag selects just that tag. */
      set_current (self, mention != NULL && mention->start == start && mention->end == end ? mention : NULL);
    }
  else
    set_current (self, find_mention (self, jb_article_view_get_cursor (self)));
}

static gboolean
settle_cb (gpointer data)
{
  JbArticleView *self = data;
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextMark *mark = gtk_text_buffer_get_mark (get_buffer (self), "jb-place");
  GdkRectangle visible, place;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, mark);
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_get_visible_rect (view, &visible);
  if (ABS (place.y - visible.y - self->align * visible.height) < visible.height / 8 || ++self->n_settled > SETTLE_TRIES)
    {
      self->settle_id = 0;
      return G_SOURCE_REMOVE;
    }
  gtk_text_view_scroll_to_mark (view, mark, 0.03, TRUE, 0, self->align);
  return G_SOURCE_CONTINUE;
}

static void
scroll_to (JbArticleView *self, guint offset, gboolean to_top)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter iter = iter_at (self, offset);
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, "jb-place");

  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, "jb-place", &iter, TRUE);
  else
    gtk_text_buffer_move_mark (buffer, mark, &iter);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  /* The lines of a new text get their height bit by bit, and a hidden view has none. */
  self->n_settled = 0;
  self->align = 0;
  if (to_top)
    self->settle_id = g_timeout_add (SETTLE_MS, settle_cb, self);
  else
    gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), mark, 0.2, FALSE, 0, 0);
}

/* The rectangles of [@start, @end), one a line, in the coordinates of the text. */
static guint
get_rectangles (JbArticleView *self, guint start, guint end, GdkRectangle *lines, guint n_max)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter = iter_at (self, start), last = iter_at (self, end);
  guint n = 0;

  while (n < n_max && gtk_text_iter_compare (&iter, &last) < 0)
    {
      GtkTextIter stop = iter;
      GdkRectangle from, to;

      if (!gtk_text_view_forward_display_line (view, &stop) || gtk_text_iter_compare (&stop, &last) > 0)
        stop = last;
      gtk_text_view_get_iter_location (view, &iter, &from);
      /* The last character of the line, not the first of the next one. */
      GtkTextIter inside = stop;
      gtk_text_iter_backward_char (&inside);
      gtk_text_view_get_iter_location (view, &inside, &to);
      lines[n++] = (GdkRectangle) { from.x, from.y, to.x + to.width - from.x, from.height };
      iter = stop;
    }
  return n;
}

static PangoLayout *
small_layout_new (JbArticleView *self, const char *text, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.75));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_frame (GtkSnapshot *snapshot, const GdkRectangle *line, const GdkRGBA *color)
{
  GskRoundedRect frame;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (line->x - 2, line->y, line->width + 4, line->height);

  gsk_rounded_rect_init_from_rect (&frame, &bounds, 4);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 2, 2, 2, 2 }, (GdkRGBA[4]) { *color, *color, *color, *color });
}

/* The type's name stands above the frame, on the type's colour. */
static void
draw_chip (JbArticleView *self, GtkSnapshot *snapshot, const GdkRectangle *line, const GdkRGBA *color)
{
  const char *state = self->current->state == JB_MENTION_STATE_SUGGESTED ? "?" : "✓";
  g_autofree char *text = g_strdup_printf ("%s %s", jb_entity_type_get_label (self->current->type), state);
  g_autoptr(PangoLayout) layout = small_layout_new (self, text, TRUE);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA ink = dark ? (GdkRGBA) { 0, 0, 0, 0.9f } : (GdkRGBA) { 1, 1, 1, 1 };
  GskRoundedRect chip;
  graphene_rect_t bounds;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  graphene_rect_init (&bounds, line->x - 2, line->y - height + 1, width + 10, height);
  gsk_rounded_rect_init_from_rect (&chip, &bounds, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &chip);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
  draw_layout (snapshot, layout, bounds.origin.x + 5, bounds.origin.y, &ink);
}

static void
draw_current (JbArticleView *self, GtkSnapshot *snapshot)
{
  GdkRectangle lines[8];
  guint n = get_rectangles (self, self->current->start, self->current->end, lines, G_N_ELEMENTS (lines));
  GdkRGBA color;

  jb_type_style_get_color (self->current->type, &color);
  for (guint i = 0; i < n; i++)
    draw_frame (snapshot, &lines[i], &color);
  if (n > 0)
    draw_chip (self, snapshot, &lines[0], &color);
}

/* Roles are told where they are not plain: most of a text is paragraphs. */
static void
draw_role (JbArticleView *self, GtkSnapshot *snapshot, const JbBlock *block, int y, const GdkRGBA *color)
{
  g_autoptr(PangoLayout) layout = NULL;
  GtkTextIter iter = iter_at (self, block->start);
  GdkRectangle first;
  int width, height;

  if (block->kind == JB_BLOCK_KIND_PARAGRAPH || block->length == 0)
    return;
  layout = small_layout_new (self, jb_block_kind_get_label (block->kind), FALSE);
  pango_layout_set_width (layout, (WIDE_MARGIN - 24) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &first);
  draw_layout (snapshot, layout, WIDE_MARGIN - 20 - width, first.y + (first.height - height) / 2.0, color);
}

static void
draw_statement (JbArticleView *self, GtkSnapshot *snapshot, int y, int height, int margin)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT (margin - 10, y + 1, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * margin + 20 +
                                            (margin - gtk_text_view_get_right_margin (GTK_TEXT_VIEW (self))), height - 6);
  graphene_rect_t bar = GRAPHENE_RECT_INIT (box.origin.x, box.origin.y, 3, box.size.height);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  color.alpha = 0.06f;
  gtk_snapshot_append_color (snapshot, &color, &box);
  color.alpha = 0.4f;
  gtk_snapshot_append_color (snapshot, &color, &bar);
}

/* A small wedge under the line where two pieces were put together, a @quiet one where they perhaps should be. The lines of wrapped
 * text are too many to be told. */
static void
draw_joins (JbArticleView *self, GtkSnapshot *snapshot, const JbBlock *block, const GdkRGBA *accent, const GdkRGBA *quiet)
{
  g_autofree char *full_line = jb_rejoin_reasons_to_string (JB_REJOIN_FULL_LINE);

  for (guint i = 0; i < block->joins->len; i++)
    {
      const JbJoin *join = jb_joins_get (block->joins, i);
      const GdkRGBA *color = join->offset < block->length ? accent : quiet;
      GtkTextIter iter = iter_at (self, block->start + join->offset);
      g_autoptr(PangoLayout) mark = small_layout_new (self, "‸", TRUE);
      GdkRectangle place;
      int width, height;

      if (g_str_equal (join->reasons, full_line))
        continue;
      gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &place);
      pango_layout_get_pixel_size (mark, &width, &height);
      draw_layout (snapshot, mark, place.x - width / 2.0, place.y + place.height - height * 0.62, color);
    }
}

/* Dots below the characters: no other mark is of that form. */
static void
draw_doubts (JbArticleView *self, GtkSnapshot *snapshot, const JbBlock *block, const GdkRGBA *color)
{
  for (guint i = 0; i < self->doubts->len; i++)
    {
      const JbDoubt *doubt = &g_array_index (self->doubts, JbDoubt, i);
      GdkRectangle lines[4];
      guint n;

      if (doubt->end <= block->start)
        continue;
      if (doubt->start >= block->start + block->length)
        break;
      n = get_rectangles (self, doubt->start, doubt->end, lines, G_N_ELEMENTS (lines));
      for (guint j = 0; j < n; j++)
        for (int x = 0; x + 2 <= lines[j].width; x += 5)
          gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (lines[j].x + x, lines[j].y + lines[j].height - 2, 3, 2));
    }
}

static void
jb_article_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  JbArticleView *self = JB_ARTICLE_VIEW (view);
  int margin = gtk_text_view_get_left_margin (view);
  GdkRectangle visible;
  GdkRGBA quiet, accent, warning;

  if (self->article == NULL)
    return;
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &quiet);
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_color", &accent))
    accent = quiet;
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "warning_color", &warning))
    warning = quiet;
  quiet.alpha = 0.62f;
  for (guint i = 0; i < self->article->blocks->len; i++)
    {
      const JbBlock *block = g_ptr_array_index (self->article->blocks, i);
      GtkTextIter iter = iter_at (self, block->start);
      int y, height;

      gtk_text_view_get_line_yrange (view, &iter, &y, &height);
      if (y + height < visible.y)
        continue;
      if (y > visible.y + visible.height)
        break;
      if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
        {
          if (block->kind == JB_BLOCK_KIND_STATEMENT)
            draw_statement (self, snapshot, y, height, margin);
          continue;
        }
      if (margin == WIDE_MARGIN)
        draw_role (self, snapshot, block, y, &quiet);
      draw_joins (self, snapshot, block, &accent, &quiet);
      draw_doubts (self, snapshot, block, &warning);
    }
  if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT && self->current != NULL)
    draw_current (self, snapshot);
}

/* Returns: (transfer full) (nullable): what is to be told of the join, if any, beside the character at @offset */
static char *
describe_join (JbArticleView *self, guint offset)
{
  const JbBlock *block;
  const JbJoin *join;
  g_autofree char *reasons = NULL;

  if (self->article == NULL || offset >= jb_article_get_length (self->article))
    return NULL;
  block = g_ptr_array_index (self->article->blocks, jb_article_find_block (self->article, offset));
  join = jb_block_find_join (block, offset - block->start);
  if (join == NULL)
    return NULL;
  reasons = jb_rejoin_describe (join->reasons);
  if (*reasons == '\0')
    return g_strdup (_("Put together from two pieces; the source tab shows the original"));
  return join->offset < block->length
         /* Translators: a number of points, and reasons with semicolons between. */
         ? g_strdup_printf (_("Put together from two pieces, with %d points: %s"), join->score, reasons)
         /* Translators: likewise. */
         : g_strdup_printf (_("May go on in the next paragraph, with %d points: %s"), join->score, reasons);
}

/* Returns: (transfer full) (nullable): how sure the character at @offset is */
static char *
describe_doubt (JbArticleView *self, guint offset)
{
  const JbDoubt *doubt = jb_doubts_find (self->doubts, offset);

  /* Translators: of characters that were recognised in a picture; a percentage. */
  return doubt != NULL ? g_strdup_printf (_("Uncertain: recognised with %u %%; the source tab shows the page"), doubt->confidence)
                       : NULL;
}

static gboolean
jb_article_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  JbArticleView *self = JB_ARTICLE_VIEW (widget);
  GtkTextIter iter;
  JbMention *mention;
  g_autofree char *text = NULL, *join = NULL, *doubt = NULL;
  int buffer_x, buffer_y;

  if (keyboard)
    return FALSE;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y))
    return FALSE;
  if ((doubt = describe_doubt (self, gtk_text_iter_get_offset (&iter))) != NULL)
    {
      gtk_tooltip_set_text (tooltip, doubt);
      return TRUE;
    }
  if ((join = describe_join (self, gtk_text_iter_get_offset (&iter))) != NULL)
    {
      gtk_tooltip_set_text (tooltip, join);
      return TRUE;
    }
  mention = find_mention (self, gtk_text_iter_get_offset (&iter));
  if (mention == NULL)
    return FALSE;
  if (mention->state == JB_MENTION_STATE_SUGGESTED)
    /* Translators: a name, its type: of a tag that the program suggests. */
    text = g_strdup_printf (_("%s: %s, suggested"), mention->name, jb_entity_type_get_label (mention->type));
  else
    /* Translators: a name, its type: of a tag that the editor has confirmed. */
    text = g_strdup_printf (_("%s: %s, confirmed"), mention->name, jb_entity_type_get_label (mention->type));
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static gboolean
update_margin_cb (gpointer data)
{
  JbArticleView *self = data;
  gboolean wide = gtk_widget_get_width (GTK_WIDGET (self)) >= ROLES_FROM;

  self->margin_id = 0;
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self), wide ? WIDE_MARGIN : NARROW_MARGIN);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self), wide ? 32 : NARROW_MARGIN);
  return G_SOURCE_REMOVE;
}

static void
jb_article_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JbArticleView *self = JB_ARTICLE_VIEW (widget);
  gboolean wide = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) == WIDE_MARGIN;

  GTK_WIDGET_CLASS (jb_article_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (wide != (width >= ROLES_FROM) && self->margin_id == 0)
    self->margin_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_margin_cb, self, NULL);
}

static void
jb_article_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (jb_article_view_parent_class)->css_changed (widget, change);
  if (JB_ARTICLE_VIEW (widget)->base != NULL)
    update_style (JB_ARTICLE_VIEW (widget));
}

static void
jb_article_view_dispose (GObject *object)
{
  JbArticleView *self = JB_ARTICLE_VIEW (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->margin_id, g_source_remove);
  g_clear_object (&self->article);
  g_clear_object (&self->current);
  G_OBJECT_CLASS (jb_article_view_parent_class)->dispose (object);
}

static void
jb_article_view_finalize (GObject *object)
{
  g_array_unref (JB_ARTICLE_VIEW (object)->doubts);
  G_OBJECT_CLASS (jb_article_view_parent_class)->finalize (object);
}

static void
jb_article_view_class_init (JbArticleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_article_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = jb_article_view_finalize;
  widget_class->size_allocate = jb_article_view_size_allocate;
  widget_class->css_changed = jb_article_view_css_changed;
  widget_class->query_tooltip = jb_article_view_query_tooltip;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = jb_article_view_snapshot_layer;

  signals[CURRENT_CHANGED] = g_signal_new ("current-changed", JB_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
}

static void
jb_article_view_init (JbArticleView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->doubts = g_array_new (FALSE, FALSE, sizeof (JbDoubt));
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, WIDE_MARGIN);
  gtk_text_view_set_right_margin (view, 32);
  gtk_text_view_set_top_margin (view, 18);
  gtk_text_view_set_bottom_margin (view, 36);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_text_buffer_set_enable_undo (get_buffer (self), FALSE);
  make_kinds (self);
  update_style (self);
  g_signal_connect_object (get_buffer (self), "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "notify::has-selection", G_CALLBACK (cursor_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update_style), self,
                           G_CONNECT_SWAPPED);
}

/* What the page has above the headline can be scrolled to, but is not what one opens an article for. */
static void
open_at_headline (JbArticleView *self)
{
  for (guint i = 0; i < self->article->blocks->len; i++)
    {
      const JbBlock *block = g_ptr_array_index (self->article->blocks, i);

      if (block->kind == JB_BLOCK_KIND_KICKER || block->kind == JB_BLOCK_KIND_TITLE || jb_block_kind_is_body (block->kind))
        {
          GtkTextIter iter = iter_at (self, block->start);

          gtk_text_buffer_place_cursor (get_buffer (self), &iter);
          scroll_to (self, i > 0 ? block->start : 0, TRUE);
          return;
        }
    }
  scroll_to (self, 0, TRUE);
}

/* What is to stay where it is seen: the cursor, or the text at the top where that is out of sight. Returns: its offset */
static guint
get_anchor (JbArticleView *self, double *align)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter = iter_at (self, jb_article_view_get_cursor (self));
  GdkRectangle visible, cursor;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_location (view, &iter, &cursor);
  *align = visible.height > 0 ? (double) (cursor.y - visible.y) / visible.height : 0;
  if (*align >= 0 && *align < 1)
    return gtk_text_iter_get_offset (&iter);
  *align = 0;
  gtk_text_view_get_iter_at_location (view, &iter, visible.x, visible.y);
  return gtk_text_iter_get_offset (&iter);
}

/* The mention that now stands where the current one stood. */
static JbMention *
find_same (JbArticle *article, const JbMention *old)
{
  for (guint i = 0; old != NULL && i < article->mentions->len; i++)
    {
      JbMention *mention = g_ptr_array_index (article->mentions, i);

      if (mention->state != JB_MENTION_STATE_REJECTED && mention->start == old->start && mention->end == old->end)
        return mention;
    }
  return NULL;
}

void
jb_article_view_set_article (JbArticleView *self, JbArticle *article)
{
  g_autofree char *text = article != NULL ? jb_article_dup_text (article) : g_strdup ("");
  g_autofree char *shown = NULL;
  gboolean again = article != NULL && self->article != NULL && g_str_equal (article->id, self->article->id);
  double align = 0;
  guint cursor = jb_article_view_get_cursor (self), anchor = again ? get_anchor (self, &align) : 0;
  gboolean same;

  g_object_get (get_buffer (self), "text", &shown, NULL);
  same = again && g_str_equal (text, shown);
  g_set_object (&self->article, article);
  self->placing = TRUE;
  if (!same)
    {
      GtkTextIter place;

      gtk_text_buffer_set_text (get_buffer (self), text, -1);
      place = iter_at (self, again ? cursor : 0);
      gtk_text_buffer_place_cursor (get_buffer (self), &place);
      if (article != NULL)
        apply_blocks (self);
      if (again)
        {
          scroll_to (self, anchor, TRUE);
          self->align = align;
        }
      else if (article != NULL)
        open_at_headline (self);
    }
  if (article != NULL)
    apply_mentions (self);
  self->placing = FALSE;
  set_current (self, same ? find_same (article, self->current) : NULL);
}

JbArticle *
jb_article_view_get_article (JbArticleView *self)
{
  return self->article;
}

JbMention *
jb_article_view_get_current (JbArticleView *self)
{
  return self->current;
}

void
jb_article_view_set_current (JbArticleView *self, JbMention *mention)
{
  GtkTextIter iter = iter_at (self, mention->start);

  self->placing = TRUE;
  gtk_text_buffer_place_cursor (get_buffer (self), &iter);
  self->placing = FALSE;
  scroll_to (self, mention->start, FALSE);
  set_current (self, mention);
}

gboolean
jb_article_view_step (JbArticleView *self, int direction)
{
  guint cursor = jb_article_view_get_cursor (self);
  JbMention *next = NULL, *wrapped = NULL;

  for (guint i = 0; self->article != NULL && i < self->article->mentions->len; i++)
    {
      JbMention *mention = g_ptr_array_index (self->article->mentions, i);
      gboolean beyond = self->current != NULL ? jb_mention_compare (&mention, &self->current) * direction > 0
                                              : direction > 0 ? mention->start >= cursor : mention->end <= cursor;

      if (mention->state != JB_MENTION_STATE_SUGGESTED || mention == self->current)
        continue;
      /* Forwards the first one beyond counts, backwards the last one. */
      if (beyond && (next == NULL || direction < 0))
        next = mention;
      if (!beyond && (wrapped == NULL || direction < 0))
        wrapped = mention;
    }
  if (next == NULL)
    next = wrapped;
  if (next == NULL)
    return FALSE;
  jb_article_view_set_current (self, next);
  return TRUE;
}

gboolean
jb_article_view_get_selection (JbArticleView *self, guint *start, guint *end)
{
  GtkTextIter from, to;

  if (self->article == NULL || !gtk_text_buffer_get_selection_bounds (get_buffer (self), &from, &to))
    return FALSE;
  while (gtk_text_iter_compare (&from, &to) < 0 && g_unichar_isspace (gtk_text_iter_get_char (&from)))
    gtk_text_iter_forward_char (&from);
  while (gtk_text_iter_compare (&from, &to) < 0)
    {
      GtkTextIter last = to;

      gtk_text_iter_backward_char (&last);
      if (!g_unichar_isspace (gtk_text_iter_get_char (&last)))
        break;
      to = last;
    }
  *start = gtk_text_iter_get_offset (&from);
  *end = gtk_text_iter_get_offset (&to);
  return *start < *end;
}

guint
jb_article_view_get_cursor (JbArticleView *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));
  return gtk_text_iter_get_offset (&iter);
}

void
jb_article_view_set_doubts (JbArticleView *self, const GArray *doubts)
{
  g_array_set_size (self->doubts, 0);
  g_array_append_vals (self->doubts, doubts->data, doubts->len);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

char *
jb_article_view_describe_doubt (JbArticleView *self)
{
  return describe_doubt (self, jb_article_view_get_cursor (self));
}

char *
jb_article_view_describe_join (JbArticleView *self)
{
  return describe_join (self, jb_article_view_get_cursor (self));
}

guint
jb_article_view_get_cut (JbArticleView *self)
{
  guint cursor = jb_article_view_get_cursor (self);
  const JbBlock *block;
  const JbJoin *join;

  if (self->article == NULL || cursor >= jb_article_get_length (self->article))
    return cursor;
  block = g_ptr_array_index (self->article->blocks, jb_article_find_block (self->article, cursor));
  join = jb_block_find_join (block, cursor - block->start);
  return join != NULL && join->offset < block->length ? block->start + join->offset : cursor;
}

void
jb_article_view_select (JbArticleView *self, guint start, guint end)
{
  GtkTextIter from = iter_at (self, start), to = iter_at (self, end);

  gtk_text_buffer_select_range (get_buffer (self), &from, &to);
  scroll_to (self, start, FALSE);
}

void
jb_article_view_get_place (JbArticleView *self, guint start, guint end, GdkRectangle *place)
{
  GdkRectangle line;

  if (get_rectangles (self, start, end, &line, 1) == 0)
    {
      GtkTextIter iter = iter_at (self, start);

      gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &line);
    }
  *place = line;
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, line.x, line.y, &place->x, &place->y);
}
