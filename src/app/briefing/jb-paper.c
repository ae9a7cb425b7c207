/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-paper.h"

#include "jb-string.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Of the mark beside a selected item: how far left of its lines, and how wide. */
#define MARK_GAP_PT 8
#define MARK_WIDTH_PT 2.5

#define NARROWEST_PX 200

struct _JbPaper
{
  GtkWidget  parent_instance;

  JbPages   *pages;  /* owned, NULL until set */
  guint      page;   /* from 0 */
  double     zoom;   /* 0 to take the width there is */
  char      *item;   /* owned id of the marked item, NULL for none */
};

enum
{
  ITEM_CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbPaper, jb_paper, GTK_TYPE_WIDGET)

/* Returns: pixels a pt as the page is drawn now */
static double
get_scale (JbPaper *self)
{
  double width = 1, height = 1;

  if (self->pages != NULL)
    jb_pages_get_size (self->pages, &width, &height);
  return gtk_widget_get_width (GTK_WIDGET (self)) / width;
}

static const char *
find_at (JbPaper *self, double x, double y)
{
  double scale = get_scale (self);

  if (self->pages == NULL || scale <= 0)
    return NULL;
  return jb_pages_find_item (self->pages, self->page, x / scale, y / scale);
}

static void
draw_mark (JbPaper *self, GtkSnapshot *snapshot, double scale)
{
  static const GdkRGBA tint = { 0.11f, 0.44f, 0.85f, 0.13f };
  static const GdkRGBA bar = { 0.11f, 0.44f, 0.85f, 1 };
  guint n;
  const JbPageLine *lines = jb_pages_get_lines (self->pages, self->page, &n);
  double left = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    if (lines[i].item != NULL && strcmp (lines[i].item, self->item) == 0)
      left = MIN (left, lines[i].x_pt);
  for (guint i = 0; i < n; i++)
    {
      double gap = lines[i].size_pt * 0.2;
      double top = (lines[i].y_pt - gap) * scale;
      double height = (lines[i].size_pt + 2 * gap) * scale;

      if (lines[i].item == NULL || strcmp (lines[i].item, self->item) != 0)
        continue;
      gtk_snapshot_append_color (snapshot, &tint, &GRAPHENE_RECT_INIT (lines[i].x_pt * scale, top,
                                                                       lines[i].width_pt * scale, height));
      gtk_snapshot_append_color (snapshot, &bar, &GRAPHENE_RECT_INIT ((left - MARK_GAP_PT) * scale, top,
                                                                      MARK_WIDTH_PT * scale, height));
    }
}

static void
jb_paper_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA shadow = { 0, 0, 0, 0.28f };
  JbPaper *self = JB_PAPER (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GskRoundedRect outline;
  double scale = get_scale (self);
  cairo_t *cr;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 1, 5);
  gtk_snapshot_append_color (snapshot, &white, &bounds);
  if (self->pages == NULL)
    return;
  if (self->item != NULL)
    draw_mark (self, snapshot, scale);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, scale, scale);
  jb_pages_draw (self->pages, self->page, cr);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
jb_paper_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jb_paper_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                  int *natural_baseline)
{
  JbPaper *self = JB_PAPER (widget);
  double width = 595.3, height = 841.9;
  double zoom = self->zoom > 0 ? self->zoom : 1;

  if (self->pages != NULL)
    jb_pages_get_size (self->pages, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = (int) ceil (width * zoom * JB_PAPER_PX_PER_PT);
      *minimum = self->zoom > 0 ? *natural : NARROWEST_PX;
    }
  else
    {
      double across = for_size > 0 ? for_size : width * zoom * JB_PAPER_PX_PER_PT;

      *minimum = *natural = (int) ceil (across * height / width);
    }
}

static void
released_cb (JbPaper *self, int n_press, double x, double y)
{
  const char *item = find_at (self, x, y);

  if (item != NULL)
    {
      g_autofree char *id = g_strdup (item);

      g_signal_emit (self, signals[ITEM_CLICKED], 0, id);
    }
}

static void
motion_cb (JbPaper *self, double x, double y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), find_at (self, x, y) != NULL ? "pointer" : NULL);
}

static void
jb_paper_dispose (GObject *object)
{
  g_clear_object (&JB_PAPER (object)->pages);
  G_OBJECT_CLASS (jb_paper_parent_class)->dispose (object);
}

static void
jb_paper_finalize (GObject *object)
{
  g_free (JB_PAPER (object)->item);
  G_OBJECT_CLASS (jb_paper_parent_class)->finalize (object);
}

static void
jb_paper_class_init (JbPaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_paper_dispose;
  G_OBJECT_CLASS (klass)->finalize = jb_paper_finalize;
  widget_class->snapshot = jb_paper_snapshot;
  widget_class->measure = jb_paper_measure;
  widget_class->get_request_mode = jb_paper_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  signals[ITEM_CLICKED] = g_signal_new ("item-clicked", JB_TYPE_PAPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        G_TYPE_STRING);
}

static void
jb_paper_init (JbPaper *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

GtkWidget *
jb_paper_new (void)
{
  return g_object_new (JB_TYPE_PAPER, NULL);
}

/* The page's text, for those who cannot see it. */
static char *
dup_text (JbPaper *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n;
  const JbPageLine *lines = jb_pages_get_lines (self->pages, self->page, &n);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && lines[i].block != lines[i - 1].block)
        g_string_append_c (text, '\n');
      g_string_append (text, lines[i].text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
jb_paper_set_page (JbPaper *self, JbPages *pages, guint page)
{
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  g_set_object (&self->pages, pages);
  self->page = page;
  label = g_strdup_printf (_("Page %u of %u"), page + 1, jb_pages_get_count (pages));
  text = dup_text (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jb_paper_set_zoom (JbPaper *self, double zoom)
{
  self->zoom = zoom;
  gtk_widget_set_halign (GTK_WIDGET (self), zoom > 0 ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
jb_paper_set_item (JbPaper *self, const char *item)
{
  if (g_strcmp0 (item, self->item) == 0)
    return;
  jb_set_string (&self->item, item);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
jb_paper_find_item (JbPaper *self, const char *item, double *y_px)
{
  guint n = 0;
  const JbPageLine *lines = self->pages != NULL ? jb_pages_get_lines (self->pages, self->page, &n) : NULL;

  for (guint i = 0; i < n; i++)
    if (lines[i].item != NULL && strcmp (lines[i].item, item) == 0)
      {
        *y_px = lines[i].y_pt * get_scale (self);
        return TRUE;
      }
  return FALSE;
}
