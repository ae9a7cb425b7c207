/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-preferences.h"

#include "jb-accessible.h"
#include "jb-errands.h"
#include "jb-file-dialog.h"
#include "jb-model-enums.h"
#include "jb-settings.h"

#include <glib/gi18n.h>

struct _JbPreferences
{
  AdwWindow             parent_instance;

  JbStore              *store;        /* owned */
  JbTeacher            *teacher;      /* owned */
  GCancellable         *cancellable;  /* owned, of the reading that runs */
  GPtrArray            *type_rows;    /* owned, of GtkWidget: those of types_row */
  gboolean              showing;      /* the switch is set by us */

  GtkWidget            *import_group;
  GtkWidget            *preview_switch;
  GtkWidget            *preview_text_switch;
  GtkWidget            *watch_group;
  GtkWidget            *watch_switch;
  AdwActionRow         *folder_row;
  GtkWidget            *use_group;
  GtkWidget            *learned_group;
  GtkSwitch            *enabled_switch;
  AdwActionRow         *status_row;
  GtkSpinner           *spinner;
  GtkWidget            *train_button;
  AdwExpanderRow       *types_row;
  GtkWidget            *reset_button;
};

G_DEFINE_FINAL_TYPE (JbPreferences, jb_preferences, ADW_TYPE_WINDOW)

static char *
dup_type_label (const char *name)
{
  int type;

  return g_strdup (jb_enum_from_nick (JB_TYPE_ENTITY_TYPE, name, &type) ? jb_entity_type_get_label (type) : name);
}

static guint
percent (double share)
{
  return (guint) (share * 100 + 0.5);
}

/* What is found, and how much of it is right. */
static char *
describe_score (const JbLearnerScore *score, gboolean used)
{
  guint rules = percent (jb_learner_f1 (score->n_rules_right, score->n_rules, score->n_gold));
  guint learner = percent (jb_learner_f1 (score->n_learner_right, score->n_learner, score->n_gold));

  if (used)
    /* Translators: two percentages that say how well tags were found: 91 % instead of 84 % */
    return g_strdup_printf (_("%u %% right with what was learned, %u %% with the rules alone"), learner, rules);
  return g_strdup_printf (_("%u %% right with the rules alone, which are used here"), rules);
}

static void
add_type_row (JbPreferences *self, const JbLearner *learner, guint type)
{
  g_autofree char *label = dup_type_label (jb_learner_get_type_name (learner, type));
  g_autofree char *score = describe_score (jb_learner_get_score (learner, type), jb_learner_speaks_for (learner, type));
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", label, "subtitle", score,
                                 "subtitle-lines", 0, NULL);

  adw_expander_row_add_row (self->types_row, row);
  g_ptr_array_add (self->type_rows, row);
}

static void
show_types (JbPreferences *self, const JbLearner *learner)
{
  gboolean measured = learner != NULL && jb_learner_get_report (learner)->n_held_back > 0;

  for (guint i = 0; i < self->type_rows->len; i++)
    adw_expander_row_remove (self->types_row, g_ptr_array_index (self->type_rows, i));
  g_ptr_array_set_size (self->type_rows, 0);
  for (guint t = 0; measured && t < jb_learner_get_n_types (learner); t++)
    add_type_row (self, learner, t);
  gtk_widget_set_visible (GTK_WIDGET (self->types_row), self->type_rows->len > 0);
}

static char *
describe_learner (const JbLearner *learner)
{
  const JbLearnerReport *report = jb_learner_get_report (learner);

  if (report->all.n_labels < JB_TRAINER_MIN_LABELS)
    return g_strdup_printf (ngettext ("%u tag is too little to learn from; at least %u are needed",
                                      "%u tags are too little to learn from; at least %u are needed", report->all.n_labels),
                            report->all.n_labels, JB_TRAINER_MIN_LABELS);
  if (!jb_learner_is_in_use (learner))
    return g_strdup (_("Not used, since it does no better than the rules alone"));
  return describe_score (&report->all, TRUE);
}

static void
show_status (JbPreferences *self, const JbLearning *learning)
{
  const JbLearner *learner = learning->learner;
  guint n_labels = learner != NULL ? jb_learner_get_report (learner)->all.n_labels : 0;
  g_autofree char *title = NULL, *subtitle = NULL;

  if (learner != NULL)
    {
      title = learning->state.from_file
              ? g_strdup_printf (ngettext ("%u tag of a file was learned from", "%u tags of a file were learned from", n_labels),
                                 n_labels)
              : g_strdup_printf (ngettext ("%u tag was learned from", "%u tags were learned from", n_labels), n_labels);
      subtitle = describe_learner (learner);
    }
  else
    {
      title = g_strdup (_("Nothing yet"));
      subtitle = g_strdup (_("Learning begins by itself when enough was decided"));
    }
  if (jb_teacher_is_busy (self->teacher))
    {
      g_free (subtitle);
      subtitle = g_strdup (_("Learning…"));
    }
  else if (jb_teacher_get_failure (self->teacher) != NULL)
    {
      g_free (subtitle);
      subtitle = g_strdup (jb_teacher_get_failure (self->teacher));
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->status_row), title);
  adw_action_row_set_subtitle (self->status_row, subtitle);
}

static void
learning_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbPreferences) self = data;
  g_autoptr(JbLearning) learning = jb_store_run_finish (JB_STORE (source), result, NULL);
  gboolean busy;

  if (learning == NULL || self->store == NULL)
    return;
  busy = jb_teacher_is_busy (self->teacher);
  self->showing = TRUE;
  gtk_switch_set_active (self->enabled_switch, learning->state.enabled);
  self->showing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->enabled_switch), !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_widget_set_sensitive (self->train_button, !busy && learning->state.enabled && learning->state.n_decisions_now > 0);
  gtk_widget_set_sensitive (self->reset_button, !busy && learning->state.is_learned);
  show_status (self, learning);
  show_types (self, learning->learner);
}

static void
reload (JbPreferences *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  jb_errand_read_learning (self->store, self->cancellable, learning_read_cb, g_object_ref (self));
}

static gboolean
enabled_set_cb (GtkSwitch *toggle, gboolean state, JbPreferences *self)
{
  if (!self->showing)
    jb_teacher_begin (self->teacher, state ? JB_TEACHER_ENABLE : JB_TEACHER_DISABLE);
  return FALSE;
}

static void
train_cb (GtkButton *button, JbPreferences *self)
{
  jb_teacher_begin (self->teacher, JB_TEACHER_LEARN);
}

static void
reset_response_cb (AdwMessageDialog *dialog, const char *response, JbPreferences *self)
{
  if (g_str_equal (response, "reset"))
    jb_teacher_begin (self->teacher, JB_TEACHER_FORGET);
}

static void
reset_cb (GtkButton *button, JbPreferences *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Forget What Was Learned?"),
                                              _("Suggestions come from the rules alone until enough was decided anew. "
                                                "Tags and decisions stay."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "reset", _("_Forget"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "reset", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (reset_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_folder (JbPreferences *self)
{
  g_autofree char *name = g_settings_get_string (jb_settings_get (), "watched-folder");

  gtk_widget_set_sensitive (self->watch_switch, *name != '\0');
  /* Paths are no markup. */
  g_object_set (self->folder_row, "use-markup", FALSE, "subtitle", *name != '\0' ? name : _("None chosen yet"), NULL);
}

/* Whoever chooses a folder wants it to be watched. */
static void
folder_chosen_cb (GObject *owner, GPtrArray *files)
{
  g_autofree char *name = g_file_get_parse_name (g_ptr_array_index (files, 0));

  g_settings_set_string (jb_settings_get (), "watched-folder", name);
  g_settings_set_boolean (jb_settings_get (), "watch-folder", TRUE);
}

static void
choose_folder_cb (GtkButton *button, JbPreferences *self)
{
  jb_file_dialog_present (GTK_WIDGET (self), JB_FILE_DIALOG_FOLDER, _("Folder to Watch"), _("_Choose"), NULL, NULL,
                          folder_chosen_cb);
}

static void
bind_settings (JbPreferences *self)
{
  GSettings *settings = jb_settings_get ();

  gtk_widget_set_visible (self->import_group, settings != NULL);
  gtk_widget_set_visible (self->watch_group, settings != NULL);
  if (settings == NULL)
    return;
  g_settings_bind (settings, "import-preview", self->preview_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "import-preview", self->preview_text_switch, "sensitive", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "import-preview-text", self->preview_text_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "watch-folder", self->watch_switch, "active",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
  g_signal_connect_object (settings, "changed::watched-folder", G_CALLBACK (show_folder), self, G_CONNECT_SWAPPED);
  show_folder (self);
}

static void
jb_preferences_dispose (GObject *object)
{
  JbPreferences *self = JB_PREFERENCES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->teacher);
  G_OBJECT_CLASS (jb_preferences_parent_class)->dispose (object);
}

static void
jb_preferences_finalize (GObject *object)
{
  g_ptr_array_unref (JB_PREFERENCES (object)->type_rows);
  G_OBJECT_CLASS (jb_preferences_parent_class)->finalize (object);
}

static void
jb_preferences_class_init (JbPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_preferences_dispose;
  G_OBJECT_CLASS (klass)->finalize = jb_preferences_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/preferences/jb-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, JbPreferences, import_group);
  gtk_widget_class_bind_template_child (widget_class, JbPreferences, preview_switch);
  gtk_widget_class_bind_template_child (widget_class, JbPreferences, preview_text_switch);
  gtk_widget_class_bind_template_child (widget_class, JbPreferences, watch_group);
  gtk_widget_class_bind_template_child (widget_class, JbPreferences, watch_switch);
  gtk_widget_class_bind_template_child (widget_class, JbPreferences, folder_row);
  gtk_widget_class_bind_template_child (widget_class, JbPreferences, use_group);
  gtk_widget_class_bind_template_child (widget_class, JbPreferences, learned_group);
  gtk_widget_class_bind_template_child (widget_class, JbPreferences, enabled_switch);
  gtk_widget_class_bind_template_child (widget_class, JbPreferences, status_row);
  gtk_widget_class_bind_template_child (widget_class, JbPreferences, spinner);
  gtk_widget_class_bind_template_child (widget_class, JbPreferences, train_button);
  gtk_widget_class_bind_template_child (widget_class, JbPreferences, types_row);
  gtk_widget_class_bind_template_child (widget_class, JbPreferences, reset_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, enabled_set_cb);
  gtk_widget_class_bind_template_callback (widget_class, train_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
jb_preferences_init (JbPreferences *self)
{
  self->type_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  jb_accessible_name_parts (self->import_group, _("Importing"));
  jb_accessible_name_parts (self->watch_group, _("Watched Folder"));
  jb_accessible_name_parts (self->use_group, _("Learning"));
  jb_accessible_name_parts (self->learned_group, _("What Was Learned"));
  jb_accessible_name_parts (GTK_WIDGET (self->types_row), _("By Type"));
  bind_settings (self);
}

GtkWidget *
jb_preferences_new (GtkWindow *parent, JbStore *store, JbTeacher *teacher)
{
  JbPreferences *self = g_object_new (JB_TYPE_PREFERENCES, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  self->teacher = g_object_ref (teacher);
  g_signal_connect_object (store, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (teacher, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}
