/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * learn */
#include "jb-cli.h"
#include "jb-learn-job.h"
#include "jb-learner-table.h"

#include <glib/gi18n.h>

/* A lesson of a file, in JSON: {"text","entities":[{"start","end","type"}]}. */
static gboolean
add_entity (JsonNode *node, glong length, GArray *labels, GError **error)
{
  JsonObject *entity = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *type = entity != NULL ? json_object_get_string_member_with_default (entity, "type", NULL) : NULL;
  gint64 start = entity != NULL ? json_object_get_int_member_with_default (entity, "start", -1) : -1;
  gint64 end = entity != NULL ? json_object_get_int_member_with_default (entity, "end", -1) : -1;
  JbTrainerLabel label;

  if (type == NULL || *type == '\0')
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("an entity without “type”"));
      return FALSE;
    }
  if (start < 0 || end <= start || end > length)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("an entity whose “start” and “end” are no stretch of the text"));
      return FALSE;
    }
  label = (JbTrainerLabel) { (guint) start, (guint) end, type };
  g_array_append_val (labels, label);
  return TRUE;
}

static gboolean
add_text (JsonObject *object, const char *text, guint number, gpointer trainer, GError **error)
{
  g_autoptr(GArray) labels = g_array_new (FALSE, FALSE, sizeof (JbTrainerLabel));
  JsonNode *entities = json_object_get_member (object, "entities");
  glong length = g_utf8_strlen (text, -1);

  if (entities == NULL || !JSON_NODE_HOLDS_ARRAY (entities))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("no member “entities”"));
      return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (json_node_get_array (entities)); i++)
    if (!add_entity (json_array_get_element (json_node_get_array (entities), i), length, labels, error))
      return FALSE;
  jb_learn_job_add_text (trainer, text, (const JbTrainerLabel *) (gpointer) labels->data, labels->len);
  return TRUE;
}

/* Returns: (transfer full) (nullable): NULL after saying what is wrong; @whole becomes FALSE where a line was left out */
static JbTrainer *
read_lessons (const char *name, gboolean *whole)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = jb_cli_read_input (name, &error);
  g_autoptr(JbTrainer) trainer = jb_trainer_new ();

  if (bytes == NULL)
    {
      jb_cli_complain ("%s: %s", name, error->message);
      return NULL;
    }
  *whole = jb_cli_read_texts (name, bytes, add_text, trainer);
  /* what was learned before is not given up for a file that is none of lessons */
  if (jb_trainer_get_n_labels (trainer) == 0)
    {
      jb_cli_complain (_("%s: no labelled text"), name);
      return NULL;
    }
  return g_steal_pointer (&trainer);
}

static void
progress_cb (double share, gpointer data)
{
  guint *shown = data, percent = (guint) (share * 100);

  if (percent / 5 == *shown / 5)
    return;
  *shown = percent;
  g_printerr (_("learning: %u %%\n"), percent);
}

static void
add_score (JsonBuilder *builder, const JbLearnerScore *score)
{
  jb_cli_add_int (builder, "labels", score->n_labels);
  jb_cli_add_int (builder, "held_back", score->n_gold);
  jb_cli_add_int (builder, "rules_found", score->n_rules);
  jb_cli_add_int (builder, "rules_right", score->n_rules_right);
  jb_cli_add_int (builder, "learner_found", score->n_learner);
  jb_cli_add_int (builder, "learner_right", score->n_learner_right);
}

static void
print_json (const JbLearner *learner)
{
  const JbLearnerReport *report = jb_learner_get_report (learner);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  jb_cli_add_int (builder, "texts", report->n_texts);
  jb_cli_add_int (builder, "texts_held_back", report->n_held_back);
  add_score (builder, &report->all);
  json_builder_set_member_name (builder, "in_use");
  json_builder_add_boolean_value (builder, jb_learner_is_in_use (learner));
  json_builder_set_member_name (builder, "types");
  json_builder_begin_array (builder);
  for (guint t = 0; t < jb_learner_get_n_types (learner); t++)
    {
      json_builder_begin_object (builder);
      jb_cli_add_string (builder, "type", jb_learner_get_type_name (learner, t));
      add_score (builder, jb_learner_get_score (learner, t));
      json_builder_set_member_name (builder, "in_use");
      json_builder_add_boolean_value (builder, jb_learner_speaks_for (learner, t));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  jb_cli_print_json (g_steal_pointer (&builder), FALSE);
}

static double
share (guint n, guint of)
{
  return of > 0 ? 100.0 * n / of : 0;
}

static void
print_score (const char *name, const JbLearnerScore *score, gboolean used)
{
  g_print ("%s\t%u\t%u\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%s\n", name, score->n_labels, score->n_gold,
           share (score->n_rules_right, score->n_rules), share (score->n_rules_right, score->n_gold),
           100 * jb_learner_f1 (score->n_rules_right, score->n_rules, score->n_gold),
           share (score->n_learner_right, score->n_learner), share (score->n_learner_right, score->n_gold),
           100 * jb_learner_f1 (score->n_learner_right, score->n_learner, score->n_gold), used ? _("yes") : _("no"));
}

static void
print_report (JbCli *cli, const JbLearner *learner)
{
  const JbLearnerReport *report = jb_learner_get_report (learner);

  if (cli->json)
    {
      print_json (learner);
      return;
    }
  /* Translators: the heads of a table: precision, recall and F1 of the rules alone, then with the learner */
  g_print ("%s\n", _("type\tlabels\theld back\trules P\tR\tF1\tlearner P\tR\tF1\tin use"));
  for (guint t = 0; t < jb_learner_get_n_types (learner); t++)
    print_score (jb_learner_get_type_name (learner, t), jb_learner_get_score (learner, t), jb_learner_speaks_for (learner, t));
  print_score (_("all"), &report->all, jb_learner_is_in_use (learner));
  if (report->all.n_labels < JB_TRAINER_MIN_LABELS)
    jb_cli_say (cli, g_dngettext (GETTEXT_PACKAGE, "%u label is too little to learn from; at least %u are needed",
                                  "%u labels are too little to learn from; at least %u are needed", report->all.n_labels),
                report->all.n_labels, JB_TRAINER_MIN_LABELS);
  else if (!jb_learner_is_in_use (learner))
    jb_cli_say (cli, _("no better than the rules alone; what was learned stays unused"));
}

static int
learn (JbCli *cli, const char *path)
{
  g_autoptr(JbTrainer) trainer = NULL;
  g_autoptr(JbLearner) learner = NULL;
  gboolean whole = TRUE;
  guint n_decisions = 0, shown = 0;
  GError *error = NULL;

  if (path != NULL)
    trainer = read_lessons (path, &whole);
  else if ((trainer = jb_learn_job_collect (cli->library, &n_decisions, NULL, &error)) == NULL)
    return jb_cli_fail (error);
  if (trainer == NULL)
    return JB_EXIT_SOME_FAILED;
  learner = jb_trainer_run (trainer, cli->quiet ? NULL : progress_cb, &shown, NULL, &error);
  if (learner == NULL || !jb_learn_job_store (cli->library, learner, path != NULL, n_decisions, NULL, &error))
    return jb_cli_fail (error);
  print_report (cli, learner);
  return whole ? JB_EXIT_DONE : JB_EXIT_SOME_FAILED;
}

int
jb_cli_learn (JbCli *cli, int argc, char **argv)
{
  g_autofree char *path = NULL;
  gboolean reset = FALSE, on = FALSE, off = FALSE;
  const GOptionEntry entries[] = {
    { "jsonl", 0, 0, G_OPTION_ARG_FILENAME, &path, N_("Learn from labelled texts instead of decisions"), N_("FILE") },
    { "reset", 0, 0, G_OPTION_ARG_NONE, &reset, N_("Forget what was learned"), NULL },
    { "on", 0, 0, G_OPTION_ARG_NONE, &on, N_("Use what was learned"), NULL },
    { "off", 0, 0, G_OPTION_ARG_NONE, &off, N_("Do not use what was learned"), NULL },
    { NULL },
  };
  GError *error = NULL;

  if (!jb_cli_parse (cli, &argc, &argv, entries, "", 0, 0))
    return JB_EXIT_USAGE;
  if (on && off)
    return jb_cli_fail_usage (_("--on and --off contradict each other"));
  if (jb_cli_open_library (cli) == NULL)
    return JB_EXIT_LIBRARY;
  if (reset && !jb_learn_job_store (cli->library, NULL, FALSE, 0, NULL, &error))
    return jb_cli_fail (error);
  if ((on || off) && !jb_learn_job_set_enabled (cli->library, on, NULL, &error))
    return jb_cli_fail (error);
  if (path == NULL && (reset || on || off))
    return JB_EXIT_DONE;
  return learn (cli, path);
}
