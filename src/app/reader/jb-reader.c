/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   key, menu, button ──▶ action reader.… ──▶ decide () ──▶ errand in the writer's thread
 *                                                               │
 *   view, inspector, bars ◀── show_article () ◀── decided_cb () ◀┘  the article as it is now
 *
 * The view goes on to the next suggestion before the errand has ended, so that one can type ahead. */
#include "jb-reader.h"

#include "jb-accessible.h"
#include "jb-article-view.h"
#include "jb-doubts.h"
#include "jb-entity-picker.h"
#include "jb-errands.h"
#include "jb-inspector.h"
#include "jb-model-enums.h"
#include "jb-recut.h"
#include "jb-rule-describe.h"
#include "jb-settings.h"
#include "jb-side-pane.h"
#include "jb-toast.h"
#include "jb-type-style.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _JbReader
{
  GtkWidget        parent_instance;

  JbStore         *store;         /* owned, NULL until a library is open */
  char            *article_id;    /* owned, NULL for none */
  JbArticle       *article;       /* owned, NULL until it is read */
  JbSource        *source;        /* owned, likewise */
  GCancellable    *reading;       /* owned, of the reading that runs */
  GArray          *doubts;        /* owned, of JbDoubt: of the source; NULL until they are read, or where there are none */
  char            *doubted;       /* owned id of the source whose doubts are read or on their way; NULL for none */
  gboolean         folded;
  gboolean         roomy;
  gboolean         has_place;     /* a place is to be shown once the article is read */
  gboolean         place_is_tag;  /* it is a tag that becomes the current one */
  guint            start, end;    /* the place */

  GtkStack        *stack;
  JbSidePane      *side;
  JbInspector     *inspector;
  GtkWidget       *back_button;
  GtkLabel        *place_label;
  GtkLabel        *left_label;
  GtkMenuButton   *state_button;
  GtkWidget       *inspector_button;
  JbArticleView   *view;
  GtkStack        *mention_stack;
  GtkLabel        *hint;
  GtkLabel        *mention_name;
  GtkLabel        *mention_about;
  GtkMenuButton   *type_button;
  GtkWidget       *reject_button;
  GtkWidget       *accept_button;
  GtkWidget       *untag_button;
  GtkWidget       *menu;          /* a popover, child of the reader */
  JbEntityPicker  *picker;        /* likewise */
  GMenuModel      *text_menu;     /* owned by the template */
};

enum
{
  PROP_STORE = 1,
  PROP_ARTICLE,
  PROP_FOLDED,
  PROP_ROOMY,
  PROP_REVIEW_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (JbReader, jb_reader, GTK_TYPE_WIDGET)

static guint
count_state (const JbArticle *article, JbMentionState state)
{
  guint n = 0;

  for (guint i = 0; i < article->mentions->len; i++)
    if (((JbMention *) g_ptr_array_index (article->mentions, i))->state == state)
      n++;
  return n;
}

/* The span that the next action is about. Returns: FALSE where nothing is selected or current */
static gboolean
get_span (JbReader *self, guint *start, guint *end)
{
  JbMention *current = jb_article_view_get_current (self->view);

  if (jb_article_view_get_selection (self->view, start, end))
    return TRUE;
  if (current == NULL)
    return FALSE;
  *start = current->start;
  *end = current->end;
  return TRUE;
}

static void
update_actions (JbReader *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  JbMention *current = jb_article_view_get_current (self->view);
  gboolean suggested = current != NULL && current->state == JB_MENTION_STATE_SUGGESTED;
  guint n_left = self->article != NULL ? count_state (self->article, JB_MENTION_STATE_SUGGESTED) : 0;
  guint start, end;
  gboolean span = self->article != NULL && get_span (self, &start, &end);

  gtk_widget_action_set_enabled (widget, "reader.step", n_left > (suggested ? 1 : 0));
  gtk_widget_action_set_enabled (widget, "reader.accept", suggested);
  gtk_widget_action_set_enabled (widget, "reader.reject", suggested);
  gtk_widget_action_set_enabled (widget, "reader.accept-name", suggested);
  gtk_widget_action_set_enabled (widget, "reader.accept-everywhere", suggested);
  gtk_widget_action_set_enabled (widget, "reader.accept-all", n_left > 0);
  gtk_widget_action_set_enabled (widget, "reader.tag", span);
  gtk_widget_action_set_enabled (widget, "reader.link", span);
  gtk_widget_action_set_enabled (widget, "reader.untag", current != NULL && !suggested);
  gtk_widget_action_set_enabled (widget, "reader.show-entity", current != NULL && current->entity != NULL);
  gtk_widget_action_set_enabled (widget, "reader.split",
                                 self->article != NULL && jb_recut_may_split (self->article, jb_article_view_get_cut (self->view)));
  gtk_widget_action_set_enabled (widget, "reader.join", self->article != NULL &&
                                 jb_recut_may_join (self->article, jb_article_view_get_cursor (self->view)));
  gtk_widget_action_set_enabled (widget, "reader.add-sentence", self->article != NULL);
  gtk_widget_action_set_enabled (widget, "reader.copy", jb_article_view_get_selection (self->view, &start, &end));
}

/* Returns: (transfer full): why it is suggested, and how sure that is */
static char *
describe_suggestion (const JbMention *mention)
{
  /* Translators: why a name is suggested, a whole sentence; and how sure that is, in percent. */
  return g_strdup_printf (_("%s %d %% sure"), jb_rule_describe (mention->rule), (int) (mention->confidence * 100 + 0.5));
}

static void
show_mention (JbReader *self, JbMention *mention)
{
  gboolean suggested = mention->state == JB_MENTION_STATE_SUGGESTED;
  g_autofree char *state = suggested ? describe_suggestion (mention)
                                     : g_strdup (mention->entity != NULL ? _("Confirmed and linked") : _("Confirmed"));
  g_autofree char *about = g_str_equal (mention->name, mention->text)
                             ? g_strdup (state)
                             /* Translators: the state of a tag, and the characters as they are printed. */
                             : g_strdup_printf (_("%s · printed as “%s”"), state, mention->text);

  gtk_label_set_text (self->mention_name, mention->name);
  gtk_label_set_text (self->mention_about, about);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mention_about), about);
  gtk_menu_button_set_label (self->type_button, jb_entity_type_get_label (mention->type));
  jb_type_style_set_class (GTK_WIDGET (self->type_button), mention->type);
  gtk_widget_set_visible (self->accept_button, suggested);
  gtk_widget_set_visible (self->reject_button, suggested);
  gtk_widget_set_visible (self->untag_button, !suggested);
}

/* What the cursor is on is told here, or what to do next. */
static void
show_hint (JbReader *self)
{
  g_autofree char *doubt = jb_article_view_describe_doubt (self->view);
  g_autofree char *join = doubt != NULL ? g_steal_pointer (&doubt) : jb_article_view_describe_join (self->view);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->hint),
                               join != NULL ? join : _("Select text and press 1 to 9 to tag it; F1 shows all keys"));
  if (join != NULL)
    gtk_label_set_text (self->hint, join);
  else if (self->article != NULL)
    gtk_label_set_text (self->hint, count_state (self->article, JB_MENTION_STATE_SUGGESTED) > 0
                                    ? _("Tab goes to the next suggestion") : _("Nothing is left; J opens the next article"));
}

static void
current_changed_cb (JbReader *self)
{
  JbMention *current = jb_article_view_get_current (self->view);
  guint start, end;

  if (current != NULL)
    show_mention (self, current);
  show_hint (self);
  gtk_stack_set_visible_child_name (self->mention_stack, current != NULL ? "mention" : "none");
  jb_inspector_set_current (self->inspector, current);
  if (self->article != NULL && get_span (self, &start, &end))
    jb_inspector_show_place (self->inspector, start, end);
  update_actions (self);
}

static void
update_bars (JbReader *self)
{
  guint n_left = count_state (self->article, JB_MENTION_STATE_SUGGESTED);
  guint n_confirmed = count_state (self->article, JB_MENTION_STATE_CONFIRMED);
  g_autofree char *label = jb_source_dup_label (self->source);
  g_autofree char *left = g_strdup_printf (ngettext ("%u left to review", "%u left to review", n_left), n_left);
  g_autofree char *confirmed = g_strdup_printf (ngettext ("%u confirmed", "%u confirmed", n_confirmed), n_confirmed);
  /* Translators: how many suggestions are left, and how many tags are confirmed. */
  g_autofree char *both = g_strdup_printf (_("%s · %s"), n_left > 0 ? left : _("All reviewed"), confirmed);

  gtk_label_set_text (self->place_label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place_label), label);
  gtk_label_set_text (self->left_label, both);
  show_hint (self);
  gtk_menu_button_set_label (self->state_button, jb_review_state_get_label (self->article->state));
}

static void
go_to_place (JbReader *self)
{
  self->has_place = FALSE;
  if (self->end > jb_article_get_length (self->article))
    return;
  if (self->place_is_tag)
    for (guint i = 0; i < self->article->mentions->len; i++)
      {
        JbMention *mention = g_ptr_array_index (self->article->mentions, i);

        if (mention->start == self->start && mention->end == self->end)
          {
            jb_article_view_set_current (self->view, mention);
            return;
          }
      }
  jb_article_view_select (self->view, self->start, self->end);
}

static void
show_doubts (JbReader *self)
{
  g_autoptr(GArray) doubts = self->article != NULL && self->doubts != NULL ? jb_doubts_of_article (self->article, self->doubts)
                                                                           : g_array_new (FALSE, FALSE, sizeof (JbDoubt));

  jb_article_view_set_doubts (self->view, doubts);
}

static void
doubts_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbReader) self = data;
  g_autoptr(GArray) doubts = jb_store_run_finish (JB_STORE (source), result, NULL);

  if (doubts == NULL || self->view == NULL || self->source == NULL || g_strcmp0 (self->doubted, self->source->id) != 0)
    return;
  g_clear_pointer (&self->doubts, g_array_unref);
  self->doubts = g_steal_pointer (&doubts);
  show_doubts (self);
}

/* They are the source's, and never change. */
static void
read_doubts (JbReader *self)
{
  const char *source = self->source != NULL && !jb_source_is_plain (self->source) ? self->source->id : NULL;

  if (g_strcmp0 (source, self->doubted) == 0)
    {
      show_doubts (self);
      return;
    }
  g_clear_pointer (&self->doubts, g_array_unref);
  g_free (self->doubted);
  self->doubted = g_strdup (source);
  show_doubts (self);
  if (source != NULL)
    jb_errand_read_doubts (self->store, self->source, NULL, doubts_read_cb, g_object_ref (self));
}

static void
show_article (JbReader *self, JbArticle *article, JbSource *source)
{
  g_set_object (&self->article, article);
  g_set_object (&self->source, source);
  jb_article_view_set_article (self->view, article);
  read_doubts (self);
  jb_inspector_set_reading (self->inspector, self->store, article, source);
  if (article != NULL)
    {
      update_bars (self);
      if (self->has_place)
        go_to_place (self);
      else if (jb_article_view_get_current (self->view) != NULL)
        show_mention (self, jb_article_view_get_current (self->view));
    }
  gtk_stack_set_visible_child_name (self->stack, article != NULL ? "article" : "none");
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEW_STATE]);
}

static void
article_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbReader) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(JbReading) reading = jb_store_run_finish (JB_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->view == NULL)
    return;
  if (reading != NULL)
    show_article (self, reading->article, reading->source);
  else
    {
      /* An undo may have taken the article away. */
      show_article (self, NULL, NULL);
      if (!g_error_matches (error, JB_ERROR, JB_ERROR_NOT_FOUND))
        jb_toast_show_error (GTK_WIDGET (self), _("The article cannot be read"), error);
    }
}

static void
read_article (JbReader *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->store == NULL || self->article_id == NULL)
    {
      show_article (self, NULL, NULL);
      return;
    }
  self->reading = g_cancellable_new ();
  jb_errand_read_article (self->store, self->article_id, self->reading, article_read_cb, g_object_ref (self));
}

static void
take_verdict (JbReader *self, JbVerdict *verdict)
{
  /* What is being read was asked for before the decision. */
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->view != NULL && self->article != NULL && g_str_equal (self->article->id, verdict->article->id))
    show_article (self, verdict->article, self->source);
}

/* Returns: (transfer full) (nullable): what came of the decision, which the reader shows now; NULL where a toast says why not */
static JbVerdict *
finish_decision (JbReader *self, GObject *store, GAsyncResult *result)
{
  g_autoptr(GError) error = NULL;
  JbVerdict *verdict = jb_store_run_finish (JB_STORE (store), result, &error);

  if (verdict != NULL)
    take_verdict (self, verdict);
  else
    jb_toast_show_error (GTK_WIDGET (self), _("The change was not made"), error);
  return verdict;
}

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbReader) self = data;
  g_autoptr(JbVerdict) verdict = finish_decision (self, source, result);

  if (verdict == NULL)
    self->has_place = FALSE;
}

/* For decisions about many tags at once, which may be more than one sees. */
static void
decided_many_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbReader) self = data;
  g_autoptr(JbVerdict) verdict = finish_decision (self, source, result);
  g_autofree char *text = NULL;

  if (verdict == NULL || self->view == NULL)
    return;
  text = g_strdup_printf (ngettext ("%d suggestion accepted", "%d suggestions accepted", verdict->n), verdict->n);
  jb_toast_show_undo (GTK_WIDGET (self->view), text);
}

static void
accept_all_decided_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbReader) self = data;
  g_autoptr(JbVerdict) verdict = finish_decision (self, source, result);

  if (verdict != NULL && self->view != NULL)
    jb_toast_show_undo (GTK_WIDGET (self->view), _("All suggestions in the article accepted"));
}

static void
decide (JbReader *self, JbDecision *decision, GAsyncReadyCallback callback)
{
  decision->article = self->article;
  jb_errand_decide (self->store, decision, callback, g_object_ref (self));
}

/* The tag at this place is the current one once the decision has come back. */
static void
expect_tag (JbReader *self, guint start, guint end)
{
  self->has_place = self->place_is_tag = TRUE;
  self->start = start;
  self->end = end;
}

static void
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jb_article_view_step (JB_READER (widget)->view, g_variant_get_int32 (parameter));
}

static void
decide_current (JbReader *self, JbDecideKind kind)
{
  JbMention *current = jb_article_view_get_current (self->view);
  g_autoptr(GPtrArray) mentions = g_ptr_array_new_with_free_func (g_object_unref);
  JbDecision decision = { .kind = kind, .mentions = mentions };

  g_ptr_array_add (mentions, g_object_ref (current));
  jb_article_view_step (self->view, 1);
  decide (self, &decision, decided_cb);
}

static void
accept_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  decide_current (JB_READER (widget), JB_DECIDE_ACCEPT);
}

static void
reject_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  decide_current (JB_READER (widget), JB_DECIDE_REJECT);
}

static void
accept_name_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbReader *self = JB_READER (widget);
  JbMention *current = jb_article_view_get_current (self->view);
  JbDecision decision = { .kind = JB_DECIDE_ACCEPT_NAME, .type = current->type, .name = current->name };

  decide (self, &decision, decided_many_cb);
}

static void
everywhere_response_cb (AdwMessageDialog *dialog, const char *response, JbReader *self)
{
  JbMention *mention = g_object_get_data (G_OBJECT (dialog), "jb-mention");
  JbDecision decision = { .kind = JB_DECIDE_ACCEPT_NAME, .type = mention->type, .name = mention->name, .everywhere = TRUE };

  if (g_str_equal (response, "accept") && self->article != NULL)
    decide (self, &decision, decided_many_cb);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbReader) self = data;
  g_autoptr(GError) error = NULL;
  int n = GPOINTER_TO_INT (jb_store_run_finish (JB_STORE (source), result, &error));
  JbMention *current = self->view != NULL ? jb_article_view_get_current (self->view) : NULL;
  g_autofree char *heading = NULL, *body = NULL;
  GtkWidget *dialog;

  if (error != NULL)
    jb_toast_show_error (GTK_WIDGET (self), _("The library could not be searched"), error);
  if (error != NULL || current == NULL)
    return;
  heading = g_strdup_printf (_("Accept “%s” Everywhere?"), current->name);
  body = g_strdup_printf (ngettext ("%d suggestion in the library becomes a tag. One undo takes it back.",
                                    "%d suggestions in the library become tags. One undo takes them all back.", n), n);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "accept", _("_Accept"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "jb-mention", g_object_ref (current), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (everywhere_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
accept_everywhere_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbReader *self = JB_READER (widget);
  JbMention *current = jb_article_view_get_current (self->view);

  jb_errand_count_name (self->store, current->type, current->name, counted_cb, g_object_ref (self));
}

static void
accept_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbReader *self = JB_READER (widget);
  JbDecision decision = { .kind = JB_DECIDE_ACCEPT, .mentions = self->article->mentions };

  decide (self, &decision, accept_all_decided_cb);
}

/* A tag lies within one block. */
static gboolean
may_tag (JbReader *self, guint start, guint end)
{
  if (jb_article_find_block (self->article, start) == jb_article_find_block (self->article, end - 1))
    return TRUE;
  jb_toast_show (GTK_WIDGET (self->view), _("A tag cannot reach over the end of a paragraph"));
  return FALSE;
}

static void
tag_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbReader *self = JB_READER (widget);
  JbMention *current = jb_article_view_get_current (self->view);
  JbDecision decision = { .type = g_variant_get_int32 (parameter) };

  if ((guint) decision.type >= JB_N_ENTITY_TYPES || !get_span (self, &decision.start, &decision.end))
    return;
  if (current != NULL)
    {
      decision.kind = JB_DECIDE_SET_TYPE;
      decision.mention = current;
    }
  else if (!may_tag (self, decision.start, decision.end))
    return;
  else
    decision.kind = JB_DECIDE_TAG;
  expect_tag (self, decision.start, decision.end);
  decide (self, &decision, decided_cb);
}

static void
untag_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbReader *self = JB_READER (widget);
  JbDecision decision = { .kind = JB_DECIDE_UNTAG, .mention = jb_article_view_get_current (self->view) };

  decide (self, &decision, decided_cb);
}

static void
split_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbReader *self = JB_READER (widget);
  JbDecision decision = { .kind = JB_DECIDE_SPLIT, .start = jb_article_view_get_cut (self->view) };

  decide (self, &decision, decided_cb);
}

static void
join_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbReader *self = JB_READER (widget);
  JbDecision decision = { .kind = JB_DECIDE_JOIN, .start = jb_article_view_get_cursor (self->view) };

  decide (self, &decision, decided_cb);
}

static void
entity_chosen_cb (JbEntityPicker *picker, JbEntity *entity, JbReader *self)
{
  JbMention *current = jb_article_view_get_current (self->view);
  JbDecision decision = { .entity = entity->id, .type = entity->type, .mention = current };

  if (self->article == NULL || !get_span (self, &decision.start, &decision.end))
    return;
  if (current == NULL && !may_tag (self, decision.start, decision.end))
    return;
  decision.kind = current != NULL ? JB_DECIDE_LINK : JB_DECIDE_TAG;
  expect_tag (self, decision.start, decision.end);
  decide (self, &decision, decided_cb);
}

static void
new_entity_cb (JbEntityPicker *picker, const char *name, JbReader *self)
{
  JbMention *current = jb_article_view_get_current (self->view);
  JbDecision decision = { .kind = JB_DECIDE_LINK_NEW, .mention = current, .name = name };

  if (current == NULL)
    return;
  decision.type = current->type;
  expect_tag (self, current->start, current->end);
  decide (self, &decision, decided_cb);
}

/* Where [@start, @end) is, in the reader's coordinates. */
static void
get_place (JbReader *self, guint start, guint end, GdkRectangle *place)
{
  double x, y;

  jb_article_view_get_place (self->view, start, end, place);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), place->x, place->y, &x, &y);
  place->x = (int) x;
  place->y = (int) y;
}

static void
link_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbReader *self = JB_READER (widget);
  JbMention *current = jb_article_view_get_current (self->view);
  g_autofree char *text = NULL;
  GdkRectangle place;
  guint start, end;

  if (!get_span (self, &start, &end))
    return;
  text = jb_article_dup_slice (self->article, start, end);
  get_place (self, start, end, &place);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->picker), &place);
  jb_entity_picker_ask (self->picker, self->store, text, current != NULL ? (int) current->type : -1);
}

static void
show_entity_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbMention *current = jb_article_view_get_current (JB_READER (widget)->view);

  gtk_widget_activate_action (widget, "win.open-entity", "s", current->entity);
}

static void
add_sentence_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbReader *self = JB_READER (widget);
  guint start, end;

  /* An empty place stands for the sentence around it. */
  if (!jb_article_view_get_selection (self->view, &start, &end))
    {
      JbMention *current = jb_article_view_get_current (self->view);

      start = end = current != NULL ? current->start : jb_article_view_get_cursor (self->view);
    }
  gtk_widget_activate_action (widget, "win.add-sentence", "(suu)", self->article->id, start, end);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (JB_READER (widget)->view, "copy-clipboard");
}

static void
toggle_inspector_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbSidePane *side = JB_READER (widget)->side;

  jb_side_pane_set_reveal (side, !jb_side_pane_get_reveal (side));
}

static void
popup_menu_at (JbReader *self, const GdkRectangle *place)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
show_menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbReader *self = JB_READER (widget);
  guint start, end;
  GdkRectangle place;

  if (!get_span (self, &start, &end))
    start = end = jb_article_view_get_cursor (self->view);
  get_place (self, start, end, &place);
  popup_menu_at (self, &place);
}

/* The menu is about what lies under the pointer, unless that is selected. */
static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, JbReader *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GdkRectangle place = { 0, 0, 1, 1 };
  GtkTextIter iter, start, end;
  double reader_x, reader_y;
  int buffer_x, buffer_y;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y);
  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end) || !gtk_text_iter_in_range (&iter, &start, &end))
    gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_widget_translate_coordinates (GTK_WIDGET (view), GTK_WIDGET (self), x, y, &reader_x, &reader_y);
  place.x = (int) reader_x;
  place.y = (int) reader_y;
  popup_menu_at (self, &place);
}

static void
show_place_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbReader *self = JB_READER (widget);
  const char *article;

  g_variant_get (parameter, "(&suu)", &article, &self->start, &self->end);
  self->has_place = TRUE;
  self->place_is_tag = FALSE;
  if (self->article != NULL && g_str_equal (self->article->id, article))
    go_to_place (self);
  else
    g_object_set (self, "article", article, NULL);
  gtk_widget_grab_focus (widget);
}

static void
mention_activated_cb (JbReader *self, JbMention *mention)
{
  jb_article_view_set_current (self->view, mention);
  if (jb_side_pane_get_folded (self->side))
    jb_side_pane_set_reveal (self->side, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
place_activated_cb (JbReader *self, guint start, guint end)
{
  jb_article_view_select (self->view, start, end);
}

static void
set_store (JbReader *self, JbStore *store)
{
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, read_article, self);
  g_set_object (&self->store, store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (read_article), self, G_CONNECT_SWAPPED);
  g_clear_pointer (&self->article_id, g_free);
  read_article (self);
}

static void
set_article (JbReader *self, const char *article)
{
  if (g_strcmp0 (self->article_id, article) == 0)
    return;
  g_free (self->article_id);
  self->article_id = g_strdup (article);
  if (self->place_is_tag)
    self->has_place = FALSE;
  read_article (self);
}

static void
set_roomy (JbReader *self, gboolean roomy)
{
  GSettings *settings = jb_settings_get ();

  if (self->roomy == roomy)
    return;
  self->roomy = roomy;
  jb_side_pane_set_folded (self->side, !roomy);
  /* Over the text it would only be in the way until it is asked for. */
  jb_side_pane_set_reveal (self->side, roomy && (settings == NULL || g_settings_get_boolean (settings, "inspector-visible")));
}

static void
remember_inspector_cb (JbReader *self)
{
  GSettings *settings = jb_settings_get ();

  if (self->roomy && settings != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_settings_set_boolean (settings, "inspector-visible", jb_side_pane_get_reveal (self->side));
}

static void
jb_reader_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JbReader *self = JB_READER (object);

  switch (id)
    {
    case PROP_STORE: g_value_set_object (value, self->store); break;
    case PROP_ARTICLE: g_value_set_string (value, self->article_id); break;
    case PROP_FOLDED: g_value_set_boolean (value, self->folded); break;
    case PROP_ROOMY: g_value_set_boolean (value, self->roomy); break;
    case PROP_REVIEW_STATE: g_value_set_enum (value, self->article != NULL ? self->article->state : JB_REVIEW_STATE_NEW); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_review_state (JbReader *self, JbReviewState state)
{
  JbDecision decision = { .kind = JB_DECIDE_SET_STATE, .state = state };

  if (self->article != NULL && self->article->state != state)
    decide (self, &decision, decided_cb);
}

static void
jb_reader_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JbReader *self = JB_READER (object);

  switch (id)
    {
    case PROP_STORE: set_store (self, g_value_get_object (value)); break;
    case PROP_ARTICLE: set_article (self, g_value_get_string (value)); break;
    case PROP_FOLDED:
      self->folded = g_value_get_boolean (value);
      gtk_widget_set_visible (self->back_button, self->folded);
      break;
    case PROP_ROOMY: set_roomy (self, g_value_get_boolean (value)); break;
    case PROP_REVIEW_STATE: set_review_state (self, g_value_get_enum (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
jb_reader_grab_focus (GtkWidget *widget)
{
  JbReader *self = JB_READER (widget);

  return self->article_id != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
jb_reader_dispose (GObject *object)
{
  JbReader *self = JB_READER (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->picker != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->picker));
  self->picker = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), JB_TYPE_READER);
  g_clear_object (&self->store);
  g_clear_object (&self->article);
  g_clear_object (&self->source);
  g_clear_pointer (&self->article_id, g_free);
  g_clear_pointer (&self->doubts, g_array_unref);
  g_clear_pointer (&self->doubted, g_free);
  G_OBJECT_CLASS (jb_reader_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.step", "i", step_cb);
  gtk_widget_class_install_action (widget_class, "reader.accept", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "reader.reject", NULL, reject_cb);
  gtk_widget_class_install_action (widget_class, "reader.accept-name", NULL, accept_name_cb);
  gtk_widget_class_install_action (widget_class, "reader.accept-everywhere", NULL, accept_everywhere_cb);
  gtk_widget_class_install_action (widget_class, "reader.accept-all", NULL, accept_all_cb);
  gtk_widget_class_install_action (widget_class, "reader.tag", "i", tag_cb);
  gtk_widget_class_install_action (widget_class, "reader.untag", NULL, untag_cb);
  gtk_widget_class_install_action (widget_class, "reader.link", NULL, link_cb);
  gtk_widget_class_install_action (widget_class, "reader.show-entity", NULL, show_entity_cb);
  gtk_widget_class_install_action (widget_class, "reader.add-sentence", NULL, add_sentence_cb);
  gtk_widget_class_install_action (widget_class, "reader.split", NULL, split_cb);
  gtk_widget_class_install_action (widget_class, "reader.join", NULL, join_cb);
  gtk_widget_class_install_action (widget_class, "reader.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "reader.toggle-inspector", NULL, toggle_inspector_cb);
  gtk_widget_class_install_action (widget_class, "reader.show-menu", NULL, show_menu_cb);
  gtk_widget_class_install_action (widget_class, "reader.show-place", "(suu)", show_place_cb);
  gtk_widget_class_install_property_action (widget_class, "reader.set-state", "review-state");
}

static void
jb_reader_class_init (JbReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jb_reader_get_property;
  object_class->set_property = jb_reader_set_property;
  object_class->dispose = jb_reader_dispose;
  widget_class->grab_focus = jb_reader_grab_focus;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, JB_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ARTICLE] = g_param_spec_string ("article", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROOMY] = g_param_spec_boolean ("roomy", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REVIEW_STATE] = g_param_spec_enum ("review-state", NULL, NULL, JB_TYPE_REVIEW_STATE, JB_REVIEW_STATE_NEW,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_actions (widget_class);

  g_type_ensure (JB_TYPE_ARTICLE_VIEW);
  g_type_ensure (JB_TYPE_INSPECTOR);
  g_type_ensure (JB_TYPE_SIDE_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/reader/jb-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, JbReader, stack);
  gtk_widget_class_bind_template_child (widget_class, JbReader, side);
  gtk_widget_class_bind_template_child (widget_class, JbReader, inspector);
  gtk_widget_class_bind_template_child (widget_class, JbReader, back_button);
  gtk_widget_class_bind_template_child (widget_class, JbReader, place_label);
  gtk_widget_class_bind_template_child (widget_class, JbReader, left_label);
  gtk_widget_class_bind_template_child (widget_class, JbReader, state_button);
  gtk_widget_class_bind_template_child (widget_class, JbReader, inspector_button);
  gtk_widget_class_bind_template_child (widget_class, JbReader, view);
  gtk_widget_class_bind_template_child (widget_class, JbReader, mention_stack);
  gtk_widget_class_bind_template_child (widget_class, JbReader, hint);
  gtk_widget_class_bind_template_child (widget_class, JbReader, mention_name);
  gtk_widget_class_bind_template_child (widget_class, JbReader, mention_about);
  gtk_widget_class_bind_template_child (widget_class, JbReader, type_button);
  gtk_widget_class_bind_template_child (widget_class, JbReader, reject_button);
  gtk_widget_class_bind_template_child (widget_class, JbReader, accept_button);
  gtk_widget_class_bind_template_child (widget_class, JbReader, untag_button);
  gtk_widget_class_bind_template_child (widget_class, JbReader, text_menu);
  gtk_widget_class_bind_template_callback (widget_class, current_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mention_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
}

static void
jb_reader_init (JbReader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->back_button, FALSE);
  jb_accessible_name_parts (GTK_WIDGET (self->state_button), _("Review State"));
  jb_accessible_name_parts (GTK_WIDGET (self->type_button), _("Change the Type"));
  jb_side_pane_set_folded (self->side, TRUE);
  g_signal_connect_object (self->side, "notify::reveal", G_CALLBACK (remember_inspector_cb), self, G_CONNECT_SWAPPED);

  /* Children of the reader, not of the text: keys typed in them would be the text's. */
  self->menu = gtk_popover_menu_new_from_model (self->text_menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  self->picker = g_object_new (JB_TYPE_ENTITY_PICKER, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->picker), GTK_WIDGET (self));
  g_signal_connect_object (self->picker, "chosen", G_CALLBACK (entity_chosen_cb), self, 0);
  g_signal_connect_object (self->picker, "new-entity", G_CALLBACK (new_entity_cb), self, 0);
  update_actions (self);
}
