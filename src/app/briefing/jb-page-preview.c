/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-page-preview.h"

#include "jb-page-job.h"
#include "jb-paper.h"
#include "jb-string.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* Where the width there is sets the size: up to one and a half times the real one. */
#define WIDEST_FIT_PX 1190
#define ANY_WIDTH_PX 100000

static const double zoom_levels[] = { 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4 };

struct _JbPagePreview
{
  GtkWidget      parent_instance;

  JbBriefing    *briefing;      /* owned, what is to be shown; NULL for none */
  JbPages       *pages;         /* owned, what is shown; NULL until made */
  GPtrArray     *papers;        /* owned, of lent JbPaper, one a page */
  gboolean       making;        /* while a thread makes pages */
  gboolean       stale;         /* the briefing changed meanwhile */
  double         zoom;          /* 0 to take the width there is */
  double         kept_place;    /* of the view's middle in the whole, while a zoom is being laid out; else -1 */
  char          *item;          /* owned id of the marked item, NULL for none */
  gboolean       to_item;       /* the item is to be scrolled to once it is laid out */

  GtkWidget     *box;
  GtkScrolledWindow *scroller;
  AdwClamp      *clamp;
  GtkBox        *papers_box;
  GtkLabel      *count_label;
  GtkWidget     *warnings_button;
  GtkLabel      *warnings_label;
  GtkButton     *zoom_button;
};

enum
{
  ITEM_CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbPagePreview, jb_page_preview, GTK_TYPE_WIDGET)

static void make_pages (JbPagePreview *self);

static gboolean
scroll_to_item_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JbPagePreview *self = JB_PAGE_PREVIEW (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page_size = gtk_adjustment_get_page_size (adjustment);

  self->to_item = FALSE;
  for (guint i = 0; self->item != NULL && i < self->papers->len; i++)
    {
      GtkWidget *paper = g_ptr_array_index (self->papers, i);
      double x, y;

      if (jb_paper_find_item (JB_PAPER (paper), self->item, &y) &&
          gtk_widget_translate_coordinates (paper, GTK_WIDGET (self->clamp), 0, y, &x, &y))
        {
          double value = gtk_adjustment_get_value (adjustment);

          if (y < value + page_size * 0.1 || y > value + page_size * 0.8)
            gtk_adjustment_set_value (adjustment, y - page_size * 0.3);
          break;
        }
    }
  return G_SOURCE_REMOVE;
}

/* In the next frame, when sizes are known. */
static void
queue_scroll_to_item (JbPagePreview *self)
{
  if (self->to_item || self->item == NULL)
    return;
  self->to_item = TRUE;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_item_cb, NULL, NULL);
}

static void
paper_clicked_cb (JbPagePreview *self, const char *item)
{
  g_signal_emit (self, signals[ITEM_CLICKED], 0, item);
}

static void
show_warnings (JbPagePreview *self)
{
  const char *const *warnings = jb_pages_get_warnings (self->pages);
  g_autofree char *text = g_strjoinv ("\n", (char **) warnings);

  gtk_label_set_label (self->warnings_label, text);
  gtk_widget_set_visible (self->warnings_button, warnings[0] != NULL);
}

static void
show_pages (JbPagePreview *self)
{
  guint n = jb_pages_get_count (self->pages);
  g_autofree char *count = g_strdup_printf (ngettext ("%u page", "%u pages", n), n);

  while (self->papers->len > n)
    {
      gtk_box_remove (self->papers_box, g_ptr_array_index (self->papers, self->papers->len - 1));
      g_ptr_array_set_size (self->papers, (int) self->papers->len - 1);
    }
  while (self->papers->len < n)
    {
      GtkWidget *paper = jb_paper_new ();

      jb_paper_set_zoom (JB_PAPER (paper), self->zoom);
      jb_paper_set_item (JB_PAPER (paper), self->item);
      g_signal_connect_object (paper, "item-clicked", G_CALLBACK (paper_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->papers_box, paper);
      g_ptr_array_add (self->papers, paper);
    }
  for (guint i = 0; i < n; i++)
    jb_paper_set_page (g_ptr_array_index (self->papers, i), self->pages, i);
  gtk_label_set_label (self->count_label, count);
  show_warnings (self);
  gtk_widget_set_visible (self->box, TRUE);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbPagePreview) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(JbPages) pages = jb_page_job_run_finish (result, &error);

  self->making = FALSE;
  if (self->stale)
    make_pages (self);
  else if (self->briefing == NULL || self->scroller == NULL)
    return;
  else if (pages != NULL)
    {
      g_set_object (&self->pages, pages);
      show_pages (self);
    }
  else
    {
      gtk_label_set_label (self->warnings_label, error->message);
      gtk_widget_set_visible (self->warnings_button, TRUE);
      gtk_widget_set_visible (self->box, TRUE);
    }
}

static void
make_pages (JbPagePreview *self)
{
  self->stale = self->making;
  if (self->making || self->briefing == NULL)
    return;
  self->making = TRUE;
  jb_page_job_run_async (self->briefing, NULL, made_cb, g_object_ref (self));
}

/* ---- zoom ---- */

/* Returns: the zoom as it is seen, also where the width sets it */
static double
get_seen_zoom (JbPagePreview *self)
{
  double width, height;

  if (self->zoom > 0 || self->papers->len == 0)
    return self->zoom > 0 ? self->zoom : 1;
  jb_pages_get_size (self->pages, &width, &height);
  return gtk_widget_get_width (g_ptr_array_index (self->papers, 0)) / (width * JB_PAPER_PX_PER_PT);
}

static void
set_zoom (JbPagePreview *self, double zoom)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double upper = gtk_adjustment_get_upper (adjustment);

  self->kept_place = -1;
  if (upper > 0)
    self->kept_place = (gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 2) / upper;
  self->zoom = zoom;
  adw_clamp_set_maximum_size (self->clamp, zoom > 0 ? ANY_WIDTH_PX : WIDEST_FIT_PX);
  adw_clamp_set_tightening_threshold (self->clamp, zoom > 0 ? ANY_WIDTH_PX : WIDEST_FIT_PX);
  for (guint i = 0; i < self->papers->len; i++)
    jb_paper_set_zoom (g_ptr_array_index (self->papers, i), zoom);
  if (zoom > 0)
    {
      g_autofree char *label = g_strdup_printf (_("%.0f %%"), zoom * 100);

      gtk_button_set_label (self->zoom_button, label);
    }
  else
    gtk_button_set_label (self->zoom_button, _("Fit Width"));
}

/* What was in the middle of the view stays there. */
static void
upper_changed_cb (JbPagePreview *self)
{
  GtkAdjustment *adjustment;

  if (self->kept_place < 0)
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  gtk_adjustment_set_value (adjustment, self->kept_place * gtk_adjustment_get_upper (adjustment) -
                                          gtk_adjustment_get_page_size (adjustment) / 2);
  self->kept_place = -1;
}

static void
zoom_in (JbPagePreview *self)
{
  double zoom = get_seen_zoom (self);

  for (guint i = 0; i < G_N_ELEMENTS (zoom_levels); i++)
    if (zoom_levels[i] > zoom * 1.01)
      {
        set_zoom (self, zoom_levels[i]);
        return;
      }
}

static void
zoom_out (JbPagePreview *self)
{
  double zoom = get_seen_zoom (self);

  for (guint i = G_N_ELEMENTS (zoom_levels); i-- > 0;)
    if (zoom_levels[i] < zoom * 0.99)
      {
        set_zoom (self, zoom_levels[i]);
        return;
      }
}

static void
zoom_in_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zoom_in (JB_PAGE_PREVIEW (widget));
}

static void
zoom_out_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zoom_out (JB_PAGE_PREVIEW (widget));
}

static void
zoom_fit_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_zoom (JB_PAGE_PREVIEW (widget), 0);
}

static gboolean
scrolled_cb (JbPagePreview *self, double dx, double dy, GtkEventController *controller)
{
  if ((gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  if (dy < 0)
    zoom_in (self);
  else if (dy > 0)
    zoom_out (self);
  return GDK_EVENT_STOP;
}

/* ---- class ---- */

static void
jb_page_preview_dispose (GObject *object)
{
  JbPagePreview *self = JB_PAGE_PREVIEW (object);

  g_clear_object (&self->briefing);
  g_ptr_array_set_size (self->papers, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), JB_TYPE_PAGE_PREVIEW);
  g_clear_object (&self->pages);
  G_OBJECT_CLASS (jb_page_preview_parent_class)->dispose (object);
}

static void
jb_page_preview_finalize (GObject *object)
{
  JbPagePreview *self = JB_PAGE_PREVIEW (object);

  g_ptr_array_unref (self->papers);
  g_free (self->item);
  G_OBJECT_CLASS (jb_page_preview_parent_class)->finalize (object);
}

static void
jb_page_preview_class_init (JbPagePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_page_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = jb_page_preview_finalize;

  signals[ITEM_CLICKED] = g_signal_new ("item-clicked", JB_TYPE_PAGE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                        1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/briefing/jb-page-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, JbPagePreview, box);
  gtk_widget_class_bind_template_child (widget_class, JbPagePreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, JbPagePreview, clamp);
  gtk_widget_class_bind_template_child (widget_class, JbPagePreview, papers_box);
  gtk_widget_class_bind_template_child (widget_class, JbPagePreview, count_label);
  gtk_widget_class_bind_template_child (widget_class, JbPagePreview, warnings_button);
  gtk_widget_class_bind_template_child (widget_class, JbPagePreview, warnings_label);
  gtk_widget_class_bind_template_child (widget_class, JbPagePreview, zoom_button);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);

  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-fit", NULL, zoom_fit_action);
}

static void
jb_page_preview_init (JbPagePreview *self)
{
  GtkAdjustment *adjustment;

  self->papers = g_ptr_array_new ();
  self->kept_place = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "notify::upper", G_CALLBACK (upper_changed_cb), self, G_CONNECT_SWAPPED);
  set_zoom (self, 0);
}

void
jb_page_preview_set_briefing (JbPagePreview *self, JbBriefing *briefing)
{
  gboolean same = briefing != NULL && self->briefing != NULL && g_strcmp0 (briefing->id, self->briefing->id) == 0;

  if (briefing == self->briefing)
    return;
  g_set_object (&self->briefing, briefing);
  if (!same)
    {
      gtk_widget_set_visible (self->box, FALSE);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }
  make_pages (self);
}

void
jb_page_preview_set_item (JbPagePreview *self, const char *item)
{
  jb_set_string (&self->item, item);
  for (guint i = 0; i < self->papers->len; i++)
    jb_paper_set_item (g_ptr_array_index (self->papers, i), item);
  queue_scroll_to_item (self);
}
