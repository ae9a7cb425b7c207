/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-text-dialog.h"

#include "jb-question.h"

#include <glib/gi18n.h>

#define LINE_HEIGHT_PX 20
#define MARGIN_PX 12

/* Under which the dialog keeps its Question. */
#define QUESTION_KEY "jb-question"

typedef struct
{
  JbTextDialogFunc  func;
  AdwMessageDialog *dialog;  /* lent; the data lives as long as it */
  GtkTextBuffer    *buffer;  /* lent */
} Question;

/* Items and headings are one paragraph each. */
static char *
dup_line (Question *question)
{
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (question->buffer, &start, &end);
  text = gtk_text_buffer_get_text (question->buffer, &start, &end, FALSE);
  return g_strstrip (g_strdelimit (text, "\r\n", ' '));
}

static void
changed_cb (Question *question)
{
  g_autofree char *text = dup_line (question);

  adw_message_dialog_set_response_enabled (question->dialog, "accept", *text != '\0');
}

static gboolean
accept_idle_cb (gpointer data)
{
  gtk_widget_activate_default (data);
  return G_SOURCE_REMOVE;
}

/* Enter accepts; caught where it would be inserted, so that an input method has had it first. */
static void
insert_text_cb (GtkTextBuffer *buffer, GtkTextIter *place, char *text, int n_bytes, Question *question)
{
  if (n_bytes != 1 || *text != '\n')
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, accept_idle_cb, g_object_ref (question->dialog), g_object_unref);
}

static void
response_cb (GObject *owner, const char *response, AdwMessageDialog *dialog)
{
  Question *question = g_object_get_data (G_OBJECT (dialog), QUESTION_KEY);
  g_autofree char *text = dup_line (question);

  if (*text != '\0' && g_str_equal (response, "accept"))
    question->func (owner, text);
}

void
jb_text_dialog_present (GtkWidget *owner, const char *heading, const char *body, const char *label, guint lines,
                        JbTextDialogFunc func)
{
  Question *question = g_new0 (Question, 1);
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();  /* a text view alone asks for the width of its longest line */

  question->func = func;
  question->dialog = jb_question_new (owner, heading, body, _("_Add"), scroller);
  question->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), MARGIN_PX);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), MARGIN_PX);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), MARGIN_PX);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), MARGIN_PX);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_size_request (scroller, -1, (int) lines * LINE_HEIGHT_PX + 2 * MARGIN_PX);
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (scroller, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  g_signal_connect_swapped (question->buffer, "changed", G_CALLBACK (changed_cb), question);
  g_signal_connect (question->buffer, "insert-text", G_CALLBACK (insert_text_cb), question);
  g_signal_connect_object (question->dialog, "response", G_CALLBACK (response_cb), owner, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (question->dialog), QUESTION_KEY, question, g_free);
  gtk_window_present (GTK_WINDOW (question->dialog));
  gtk_widget_grab_focus (view);
}
