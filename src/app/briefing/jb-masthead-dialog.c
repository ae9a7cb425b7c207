/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-masthead-dialog.h"

#include "jb-accessible.h"
#include "jb-date.h"
#include "jb-page-style.h"
#include "jb-string.h"

#include <glib/gi18n.h>
#include <string.h>

/* Issue numbers and print runs are short; more would not fit on the page. */
#define MOST_DIGITS 8

struct _JbMastheadDialog
{
  AdwWindow      parent_instance;

  JbBriefing    *briefing;     /* owned */
  GStrv          styles;       /* owned, names of the page styles */

  GtkButton     *accept_button;
  GtkWidget     *masthead_group;
  GtkWidget     *distribution_group;
  GtkLabel      *problem;
  GtkEditable   *title_row;
  GtkEditable   *issue_row;
  GtkEditable   *date_row;
  GtkPopover    *date_popover;
  GtkCalendar   *calendar;
  GtkEditable   *issuer_row;
  AdwComboRow   *style_row;
  GtkTextBuffer *note;
  GtkEditable   *report_row;
  GtkEditable   *send_row;
  GtkEditable   *distribute_row;
  GtkEditable   *copies_row;
};

enum
{
  ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbMastheadDialog, jb_masthead_dialog, ADW_TYPE_WINDOW)

static char *
dup_entered (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

static char *
dup_note (JbMastheadDialog *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->note, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->note, &start, &end, FALSE));
}

static gboolean
is_number (const char *text)
{
  gsize n = strspn (text, "0123456789");

  return text[n] == '\0' && n <= MOST_DIGITS;
}

static void
set_valid (GtkEditable *row, gboolean valid)
{
  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

/* Says the first thing that is wrong. */
static void
validate_cb (JbMastheadDialog *self)
{
  g_autofree char *title = NULL;
  g_autofree char *issue = NULL;
  g_autofree char *date = NULL;
  g_autofree char *copies = NULL;
  gboolean has_title, issue_fits, date_fits, copies_fit;
  const char *problem = NULL;

  if (self->briefing == NULL)
    return;
  title = dup_entered (self->title_row);
  issue = dup_entered (self->issue_row);
  date = dup_entered (self->date_row);
  copies = dup_entered (self->copies_row);
  has_title = *title != '\0';
  issue_fits = is_number (issue);
  date_fits = *date == '\0' || jb_date_is_valid (date);
  copies_fit = is_number (copies);
  set_valid (self->title_row, has_title);
  set_valid (self->issue_row, issue_fits);
  set_valid (self->date_row, date_fits);
  set_valid (self->copies_row, copies_fit);
  if (!has_title)
    problem = _("A briefing needs a title.");
  else if (!issue_fits)
    problem = _("The issue is a number of at most eight digits.");
  else if (!date_fits)
    problem = _("The date is written year-month-day, for example 2024-06-21.");
  else if (!copies_fit)
    problem = _("Copies is a number of at most eight digits.");
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept_button), problem == NULL);
}

/* ---- callbacks ---- */

static void
calendar_shown_cb (JbMastheadDialog *self)
{
  g_autofree char *date = dup_entered (self->date_row);
  g_autoptr(GDateTime) day = NULL;
  g_autofree char *iso = g_strconcat (date, "T00:00:00Z", NULL);

  if (jb_date_is_valid (date) && (day = g_date_time_new_from_iso8601 (iso, NULL)) != NULL)
    gtk_calendar_select_day (self->calendar, day);
}

static void
day_selected_cb (JbMastheadDialog *self)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  if (gtk_widget_get_mapped (GTK_WIDGET (self->calendar)))
    gtk_editable_set_text (self->date_row, date);
}

static void
take_entered (char **field, GtkEditable *row)
{
  g_free (*field);
  *field = dup_entered (row);
}

static void
accept_cb (JbMastheadDialog *self)
{
  g_autoptr(JbBriefing) entered = jb_briefing_new ("");
  guint style = adw_combo_row_get_selected (self->style_row);

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->accept_button)))
    return;
  jb_set_string (&entered->id, self->briefing->id);
  take_entered (&entered->title, self->title_row);
  take_entered (&entered->issue, self->issue_row);
  take_entered (&entered->date, self->date_row);
  if (*entered->date == '\0')
    g_clear_pointer (&entered->date, g_free);
  take_entered (&entered->issuer, self->issuer_row);
  take_entered (&entered->report_to, self->report_row);
  take_entered (&entered->send_to, self->send_row);
  take_entered (&entered->issue_to, self->distribute_row);
  take_entered (&entered->copies, self->copies_row);
  g_free (entered->note);
  entered->note = dup_note (self);
  if (style < g_strv_length (self->styles))
    jb_set_string (&entered->template_name, self->styles[style]);
  for (guint i = 0; i < self->briefing->sections->len; i++)
    g_ptr_array_add (entered->sections, g_object_ref (g_ptr_array_index (self->briefing->sections, i)));
  g_signal_emit (self, signals[ACCEPTED], 0, entered);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- filling ---- */

static const char *
get_style_label (const char *name)
{
  if (strcmp (name, "jianbao") == 0)
    return _("Bulletin (简报)");
  if (strcmp (name, "xinxi") == 0)
    return _("Information Report (信息专报)");
  if (strcmp (name, "plain") == 0)
    return _("Plain Digest");
  return name;
}

static void
fill_styles (JbMastheadDialog *self)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; self->styles[i] != NULL; i++)
    {
      gtk_string_list_append (labels, get_style_label (self->styles[i]));
      if (strcmp (self->styles[i], self->briefing->template_name) == 0)
        selected = i;
    }
  adw_combo_row_set_model (self->style_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->style_row, selected);
  g_object_unref (labels);
}

static void
fill (JbMastheadDialog *self, JbBriefing *briefing)
{
  gtk_editable_set_text (self->title_row, briefing->title);
  gtk_editable_set_text (self->issue_row, briefing->issue);
  gtk_editable_set_text (self->date_row, briefing->date != NULL ? briefing->date : "");
  gtk_editable_set_text (self->issuer_row, briefing->issuer);
  gtk_editable_set_text (self->report_row, briefing->report_to);
  gtk_editable_set_text (self->send_row, briefing->send_to);
  gtk_editable_set_text (self->distribute_row, briefing->issue_to);
  gtk_editable_set_text (self->copies_row, briefing->copies);
  gtk_text_buffer_set_text (self->note, briefing->note, -1);
  self->briefing = g_object_ref (briefing);
  fill_styles (self);
  validate_cb (self);
}

/* ---- class ---- */

static void
jb_masthead_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jb_masthead_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (JB_MASTHEAD_DIALOG (widget)->title_row));
}

static void
jb_masthead_dialog_dispose (GObject *object)
{
  JbMastheadDialog *self = JB_MASTHEAD_DIALOG (object);

  g_clear_object (&self->briefing);
  G_OBJECT_CLASS (jb_masthead_dialog_parent_class)->dispose (object);
}

static void
jb_masthead_dialog_finalize (GObject *object)
{
  g_strfreev (JB_MASTHEAD_DIALOG (object)->styles);
  G_OBJECT_CLASS (jb_masthead_dialog_parent_class)->finalize (object);
}

static void
jb_masthead_dialog_class_init (JbMastheadDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_masthead_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = jb_masthead_dialog_finalize;
  widget_class->map = jb_masthead_dialog_map;

  signals[ACCEPTED] = g_signal_new ("accepted", JB_TYPE_MASTHEAD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    JB_TYPE_BRIEFING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/briefing/jb-masthead-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JbMastheadDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, JbMastheadDialog, masthead_group);
  gtk_widget_class_bind_template_child (widget_class, JbMastheadDialog, distribution_group);
  gtk_widget_class_bind_template_child (widget_class, JbMastheadDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, JbMastheadDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, JbMastheadDialog, issue_row);
  gtk_widget_class_bind_template_child (widget_class, JbMastheadDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, JbMastheadDialog, date_popover);
  gtk_widget_class_bind_template_child (widget_class, JbMastheadDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, JbMastheadDialog, issuer_row);
  gtk_widget_class_bind_template_child (widget_class, JbMastheadDialog, style_row);
  gtk_widget_class_bind_template_child (widget_class, JbMastheadDialog, note);
  gtk_widget_class_bind_template_child (widget_class, JbMastheadDialog, report_row);
  gtk_widget_class_bind_template_child (widget_class, JbMastheadDialog, send_row);
  gtk_widget_class_bind_template_child (widget_class, JbMastheadDialog, distribute_row);
  gtk_widget_class_bind_template_child (widget_class, JbMastheadDialog, copies_row);
  gtk_widget_class_bind_template_callback (widget_class, validate_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jb_masthead_dialog_init (JbMastheadDialog *self)
{
  self->styles = jb_page_style_list ();
  gtk_widget_init_template (GTK_WIDGET (self));
  jb_accessible_name_parts (self->masthead_group, _("Masthead"));
  jb_accessible_name_parts (self->distribution_group, _("Distribution"));
  jb_accessible_name_parts (GTK_WIDGET (self->style_row), _("Page Style"));
}

GtkWidget *
jb_masthead_dialog_new (GtkWindow *parent, const char *title, const char *accept, JbBriefing *briefing)
{
  JbMastheadDialog *self = g_object_new (JB_TYPE_MASTHEAD_DIALOG, "transient-for", parent, "title", title, NULL);

  gtk_button_set_label (self->accept_button, accept);
  fill (self, briefing);
  return GTK_WIDGET (self);
}
