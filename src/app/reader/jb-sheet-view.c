/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-sheet-view.h"

#include "jb-reader-process.h"
#include "jb-sheet-places.h"
#include "jb-string.h"
#include "jb-worker.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define MIN_ZOOM    0.1
#define MAX_ZOOM    6.0
#define ZOOM_STEP   1.2
#define MAX_PIXELS  (24.0 * 1000 * 1000)  /* of one picture */
#define SETTLE_MS   120                   /* so long nothing must have been zoomed or turned before a page is drawn */
#define FIT_MS      20                    /* likewise where the room has changed */
#define MAX_KEPT    4                     /* pictures of pages */
#define MARGIN      12                    /* pixels around the page */

/* A page that was drawn. */
typedef struct
{
  guint        page;
  double       scale;    /* pixels per point */
  GdkTexture  *picture;  /* owned */
} Kept;

struct _JbSheetView
{
  GtkWidget       parent_instance;

  JbOriginal     *original;     /* owned reference, NULL for none */
  char           *password;     /* owned, NULL for none */
  JbWorker       *worker;       /* owned; a thread for the reader */
  JbReaderProcess *reader;      /* owned, used in the worker */
  GCancellable   *cancellable;  /* owned, of the drawing that runs; NULL while none does */
  GQueue          kept;         /* of Kept, owned; the latest first */
  guint           settle_id;    /* of the drawing to come, 0 while none is due */
  guint           scroll_id;    /* of the scrolling to come, likewise */
  gboolean        tried_again;  /* after the helper stopped, since a page was drawn */
  guint           page;
  double          zoom;         /* pixels per point; 0 for as wide as there is room */
  GArray         *place;        /* owned, of JbSpan, in the decoded text */
  GArray         *around;       /* owned, likewise */

  GtkWidget      *bar;
  GtkLabel       *page_label;
  GtkStack       *stack;
  GtkScrolledWindow *scroller;
  JbSheet        *sheet;
  GtkLabel       *reason;
  GtkWidget      *password_entry;
};

enum
{
  PLACE_ACTIVATED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbSheetView, jb_sheet_view, GTK_TYPE_WIDGET)

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_object_unref (kept->picture);
  g_free (kept);
}

static guint
count_pages (JbSheetView *self)
{
  return self->original != NULL ? self->original->decoded->sheets->len : 0;
}

static const JbSheetSize *
get_size (JbSheetView *self)
{
  return &g_array_index (self->original->decoded->sheets, JbSheetSize, self->page);
}

static double
get_zoom (JbSheetView *self)
{
  int room = gtk_widget_get_width (GTK_WIDGET (self->scroller)) - 2 * MARGIN;

  if (self->zoom > 0)
    return self->zoom;
  return CLAMP (room / MAX (get_size (self)->width, 1), MIN_ZOOM, MAX_ZOOM);
}

/* What is to be drawn: pixels of the display, but no more than memory bears. */
static double
get_scale (JbSheetView *self)
{
  const JbSheetSize *size = get_size (self);
  double scale = get_zoom (self) * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double area = MAX (size->width * size->height, 1);

  return MIN (scale, sqrt (MAX_PIXELS / area));
}

static void
update_actions (JbSheetView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n = count_pages (self);

  gtk_widget_action_set_enabled (widget, "sheet.previous", n > 0 && self->page > 0);
  gtk_widget_action_set_enabled (widget, "sheet.next", self->page + 1 < n);
  gtk_widget_action_set_enabled (widget, "sheet.zoom-in", n > 0 && get_zoom (self) < MAX_ZOOM);
  gtk_widget_action_set_enabled (widget, "sheet.zoom-out", n > 0 && get_zoom (self) > MIN_ZOOM);
  gtk_widget_action_set_enabled (widget, "sheet.fit-width", n > 0 && self->zoom > 0);
}

typedef struct
{
  JbReaderProcess *reader;  /* the view's, which whoever waits for the end keeps */
  GBytes  *bytes;     /* owned */
  char    *password;  /* owned, NULL for none */
  guint    page;
  double   scale;
} Work;

static void
work_free (Work *work)
{
  g_bytes_unref (work->bytes);
  g_free (work->password);
  g_free (work);
}

/* The byte that the helper leaves open is the opacity here. */
static GdkTexture *
texture_new (const JbPicture *picture)
{
  gsize n_bytes;
  const guint8 *pixels = g_bytes_get_data (picture->pixels, &n_bytes);
  g_autoptr(GBytes) opaque = NULL;
  guint32 *row = g_malloc (n_bytes);

  memcpy (row, pixels, n_bytes);
  for (gsize i = 0; i < n_bytes / 4; i++)
    row[i] |= 0xff000000u;
  opaque = g_bytes_new_take (row, n_bytes);
  return gdk_memory_texture_new ((int) picture->width, (int) picture->height, GDK_MEMORY_DEFAULT, opaque, picture->stride);
}

static void
draw_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  g_autoptr(JbPicture) picture = NULL;
  GError *error = NULL;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &error))
    picture = jb_reader_process_render (work->reader, work->bytes, work->password, work->page, work->scale, cancellable, &error);
  if (picture != NULL)
    g_task_return_pointer (task, texture_new (picture), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
keep (JbSheetView *self, guint page, double scale, GdkTexture *picture)
{
  Kept *kept = g_new (Kept, 1);

  *kept = (Kept) { page, scale, g_object_ref (picture) };
  g_queue_push_head (&self->kept, kept);
  if (g_queue_get_length (&self->kept) > MAX_KEPT)
    kept_free (g_queue_pop_tail (&self->kept));
}

static void draw_later (JbSheetView *self, guint ms);

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbSheetView) self = data;
  const Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) picture = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->sheet == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (picture != NULL)
    {
      self->tried_again = FALSE;
      keep (self, work->page, work->scale, picture);
      jb_sheet_set_picture (self->sheet, picture);
      gtk_stack_set_visible_child_name (self->stack, "sheet");
    }
  else if (g_error_matches (error, JB_ERROR, JB_ERROR_PASSWORD))
    {
      gtk_stack_set_visible_child_name (self->stack, "password");
      g_clear_pointer (&self->password, g_free);
    }
  else if (g_error_matches (error, JB_ERROR, JB_ERROR_HELPER) && !self->tried_again)
    {
      self->tried_again = TRUE;
      draw_later (self, SETTLE_MS);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_label_set_text (self->reason, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      /* One page may be broken; where none can be drawn there is nothing to look at. */
      if (g_queue_is_empty (&self->kept))
        g_signal_emit (self, signals[FAILED], 0);
    }
}

/* Shows the best picture of the page that is kept. Returns: TRUE where it is as sharp as is wanted */
static gboolean
show_kept (JbSheetView *self, double scale)
{
  const Kept *best = NULL;

  for (GList *link = self->kept.head; link != NULL; link = link->next)
    {
      const Kept *kept = link->data;

      if (kept->page == self->page && (best == NULL || ABS (kept->scale - scale) < ABS (best->scale - scale)))
        best = kept;
    }
  if (best != NULL)
    jb_sheet_set_picture (self->sheet, best->picture);
  return best != NULL && ABS (best->scale / scale - 1) < 0.02;
}

static gboolean
draw_cb (gpointer data)
{
  JbSheetView *self = data;
  g_autoptr(GTask) task = NULL;
  double scale;
  Work *work;

  self->settle_id = 0;
  if (self->original == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  jb_sheet_set_zoom (self->sheet, get_zoom (self));
  update_actions (self);
  scale = get_scale (self);
  if (show_kept (self, scale))
    return G_SOURCE_REMOVE;
  self->cancellable = g_cancellable_new ();
  work = g_new (Work, 1);
  *work = (Work) { self->reader, g_bytes_ref (self->original->bytes), g_strdup (self->password), self->page, scale };
  /* The reference is given back in the main thread: a widget must not end in another. */
  task = g_task_new (NULL, self->cancellable, drawn_cb, g_object_ref (self));
  g_task_set_source_tag (task, draw_cb);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  jb_worker_push (self->worker, task, draw_thread);
  return G_SOURCE_REMOVE;
}

static void
draw_later (JbSheetView *self, guint ms)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (ms, draw_cb, self);
}

/* Scrolls to the first mark of the place. */
static gboolean
scroll_cb (gpointer data)
{
  JbSheetView *self = data;
  g_autoptr(GArray) marks = g_array_new (FALSE, FALSE, sizeof (JbSheetMark));
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroller);
  const JbSheetMark *first;
  double zoom;

  self->scroll_id = 0;
  if (self->original == NULL)
    return G_SOURCE_REMOVE;
  zoom = get_zoom (self);
  for (guint i = 0; i < self->place->len && marks->len == 0; i++)
    jb_sheet_places_mark (self->original->decoded, self->page, g_array_index (self->place, JbSpan, i).start,
                          g_array_index (self->place, JbSpan, i).end, TRUE, marks);
  if (marks->len == 0)
    return G_SOURCE_REMOVE;
  first = &g_array_index (marks, JbSheetMark, 0);
  gtk_adjustment_clamp_page (down, (first->area.origin.y - 40) * zoom,
                             (first->area.origin.y + first->area.size.height + 80) * zoom);
  gtk_adjustment_clamp_page (across, first->area.origin.x * zoom, (first->area.origin.x + first->area.size.width) * zoom);
  return G_SOURCE_REMOVE;
}

static void
mark_spans (JbSheetView *self, const GArray *spans, gboolean is_place, GArray *marks)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const JbSpan *span = &g_array_index (spans, JbSpan, i);

      jb_sheet_places_mark (self->original->decoded, self->page, span->start, span->end, is_place, marks);
    }
}

static void
show_marks (JbSheetView *self)
{
  g_autoptr(GArray) marks = g_array_new (FALSE, FALSE, sizeof (JbSheetMark));

  mark_spans (self, self->around, FALSE, marks);
  mark_spans (self, self->place, TRUE, marks);
  jb_sheet_set_marks (self->sheet, marks);
}

/* Shows the page as it is known by now; what is missing is drawn soon. */
static void
show_page (JbSheetView *self)
{
  const JbSheetSize *size = get_size (self);
  /* Translators: which page of how many. */
  g_autofree char *text = g_strdup_printf (_("%u of %u"), self->page + 1, count_pages (self));
  /* Translators: likewise, of a picture, for who hears it. */
  g_autofree char *spoken = g_strdup_printf (_("Page %u of %u of the original"), self->page + 1, count_pages (self));

  gtk_label_set_text (self->page_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheet), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  jb_sheet_set_size (self->sheet, size->width, size->height);
  jb_sheet_set_zoom (self->sheet, get_zoom (self));
  if (show_kept (self, get_scale (self)))
    gtk_stack_set_visible_child_name (self->stack, "sheet");
  show_marks (self);
  update_actions (self);
  draw_later (self, SETTLE_MS);
}

static void
go_to_page (JbSheetView *self, guint page)
{
  if (page >= count_pages (self) || page == self->page)
    return;
  self->page = page;
  show_page (self);
}

static void
set_zoom (JbSheetView *self, double zoom)
{
  if (self->original == NULL)
    return;
  self->zoom = zoom > 0 ? CLAMP (zoom, MIN_ZOOM, MAX_ZOOM) : 0;
  jb_sheet_set_zoom (self->sheet, get_zoom (self));
  update_actions (self);
  draw_later (self, SETTLE_MS);
}

static void
turn_to_top (JbSheetView *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbSheetView *self = JB_SHEET_VIEW (widget);

  if (self->page > 0)
    go_to_page (self, self->page - 1);
  turn_to_top (self);
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbSheetView *self = JB_SHEET_VIEW (widget);

  go_to_page (self, self->page + 1);
  turn_to_top (self);
}

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (JB_SHEET_VIEW (widget), get_zoom (JB_SHEET_VIEW (widget)) * ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (JB_SHEET_VIEW (widget), get_zoom (JB_SHEET_VIEW (widget)) / ZOOM_STEP);
}

static void
fit_width_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (JB_SHEET_VIEW (widget), 0);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller, double dx, double dy, JbSheetView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || self->original == NULL)
    return GDK_EVENT_PROPAGATE;
  set_zoom (self, get_zoom (self) * pow (ZOOM_STEP, -dy));
  return GDK_EVENT_STOP;
}

static void
pressed_cb (JbSheetView *self, double x, double y)
{
  guint offset;

  if (self->original != NULL && jb_sheet_places_find_offset (self->original->decoded, self->page, x, y, &offset))
    g_signal_emit (self, signals[PLACE_ACTIVATED], 0, offset);
}

static void
password_cb (JbSheetView *self)
{
  jb_set_string (&self->password, gtk_editable_get_text (GTK_EDITABLE (self->password_entry)));
  gtk_editable_set_text (GTK_EDITABLE (self->password_entry), "");
  draw_later (self, 0);
}

/* The page is fitted to the room there is; not at once, while the room is being given. */
static void
room_changed_cb (JbSheetView *self)
{
  if (self->original != NULL && self->zoom == 0)
    draw_later (self, FIT_MS);
}

static void
mapped_cb (JbSheetView *self)
{
  if (self->original != NULL)
    {
      draw_later (self, FIT_MS);
      if (self->scroll_id == 0)
        self->scroll_id = g_timeout_add (SETTLE_MS, scroll_cb, self);
    }
}

static void
jb_sheet_view_dispose (GObject *object)
{
  JbSheetView *self = JB_SHEET_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), JB_TYPE_SHEET_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (jb_sheet_view_parent_class)->dispose (object);
}

static void
jb_sheet_view_finalize (GObject *object)
{
  JbSheetView *self = JB_SHEET_VIEW (object);

  g_clear_pointer (&self->original, jb_original_unref);
  g_free (self->password);
  g_object_unref (self->worker);
  jb_reader_process_free (self->reader);
  g_queue_clear_full (&self->kept, kept_free);
  g_array_unref (self->place);
  g_array_unref (self->around);
  G_OBJECT_CLASS (jb_sheet_view_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "sheet.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "sheet.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "sheet.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "sheet.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "sheet.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "sheet.fit-width", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "sheet.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "sheet.next", NULL);
}

static void
jb_sheet_view_class_init (JbSheetViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jb_sheet_view_dispose;
  object_class->finalize = jb_sheet_view_finalize;
  signals[PLACE_ACTIVATED] = g_signal_new ("place-activated", JB_TYPE_SHEET_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FAILED] = g_signal_new ("failed", JB_TYPE_SHEET_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "sheet.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "sheet.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "sheet.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "sheet.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "sheet.fit-width", NULL, fit_width_cb);
  add_keys (widget_class);

  g_type_ensure (JB_TYPE_SHEET);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/reader/jb-sheet-view.ui");
  gtk_widget_class_bind_template_child (widget_class, JbSheetView, bar);
  gtk_widget_class_bind_template_child (widget_class, JbSheetView, page_label);
  gtk_widget_class_bind_template_child (widget_class, JbSheetView, stack);
  gtk_widget_class_bind_template_child (widget_class, JbSheetView, scroller);
  gtk_widget_class_bind_template_child (widget_class, JbSheetView, sheet);
  gtk_widget_class_bind_template_child (widget_class, JbSheetView, reason);
  gtk_widget_class_bind_template_child (widget_class, JbSheetView, password_entry);
  gtk_widget_class_bind_template_callback (widget_class, password_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
jb_sheet_view_init (JbSheetView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->worker = jb_worker_new ("page drawer");
  self->reader = jb_reader_process_new ();
  g_queue_init (&self->kept);
  self->place = g_array_new (FALSE, FALSE, sizeof (JbSpan));
  self->around = g_array_new (FALSE, FALSE, sizeof (JbSpan));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);

  /* Before the scrolled window takes it. */
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), scroll);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "notify::page-size", G_CALLBACK (room_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
  update_actions (self);
}

void
jb_sheet_view_set_original (JbSheetView *self, JbOriginal *original)
{
  if (self->original == original)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_queue_clear_full (&self->kept, kept_free);
  g_clear_pointer (&self->original, jb_original_unref);
  g_clear_pointer (&self->password, g_free);
  g_array_set_size (self->place, 0);
  g_array_set_size (self->around, 0);
  self->page = 0;
  self->tried_again = FALSE;
  self->original = original != NULL ? jb_original_ref (original) : NULL;
  gtk_stack_set_visible_child_name (self->stack, "sheet");
  if (original != NULL)
    show_page (self);
  else
    update_actions (self);
}

void
jb_sheet_view_show_place (JbSheetView *self, const GArray *place, const GArray *around)
{
  guint page;

  g_array_set_size (self->place, 0);
  g_array_set_size (self->around, 0);
  g_array_append_vals (self->place, place->data, place->len);
  g_array_append_vals (self->around, around->data, around->len);
  if (self->original == NULL)
    return;
  for (guint i = 0; i < place->len; i++)
    if (jb_sheet_places_find_page (self->original->decoded, g_array_index (place, JbSpan, i).start,
                                   g_array_index (place, JbSpan, i).end, &page) && page < count_pages (self))
      {
        go_to_page (self, page);
        break;
      }
  show_marks (self);
  /* Once the page has its size. */
  if (self->scroll_id == 0)
    self->scroll_id = g_timeout_add (SETTLE_MS, scroll_cb, self);
}
