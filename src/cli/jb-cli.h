/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The frame of jianbao-cli: what every command gets and may call. A command is one function; related ones share a file. */
#pragma once

#include "jb-entity.h"
#include "jb-error.h"
#include "jb-library.h"
#include "jb-name-list.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What the program exits with. */
typedef enum
{
  JB_EXIT_DONE = 0,
  JB_EXIT_SOME_FAILED = 1,
  JB_EXIT_USAGE = 2,
  JB_EXIT_LIBRARY = 3,   /* could not be opened, is newer, or damaged */
  JB_EXIT_UNWRITTEN = 4, /* the disk is full or the output cannot be written */
} JbExit;

typedef struct
{
  char      *library_path;  /* owned, NULL for the default */
  gboolean   quiet;
  gboolean   json;
  JbLibrary *library;       /* owned, NULL until jb_cli_open_library() */
} JbCli;

/* @argv: the command's name and its arguments; options are taken out of it. Returns: a JbExit */
typedef int (*JbCommand) (JbCli *cli, int argc, char **argv);

int jb_cli_import   (JbCli *cli, int argc, char **argv);
int jb_cli_list     (JbCli *cli, int argc, char **argv);
int jb_cli_show     (JbCli *cli, int argc, char **argv);
int jb_cli_search   (JbCli *cli, int argc, char **argv);
int jb_cli_annotate (JbCli *cli, int argc, char **argv);
int jb_cli_dissect  (JbCli *cli, int argc, char **argv);
int jb_cli_learn    (JbCli *cli, int argc, char **argv);
int jb_cli_accept   (JbCli *cli, int argc, char **argv);
int jb_cli_reject   (JbCli *cli, int argc, char **argv);
int jb_cli_tag      (JbCli *cli, int argc, char **argv);
int jb_cli_untag    (JbCli *cli, int argc, char **argv);
int jb_cli_split    (JbCli *cli, int argc, char **argv);
int jb_cli_join     (JbCli *cli, int argc, char **argv);
int jb_cli_entities (JbCli *cli, int argc, char **argv);
int jb_cli_discover (JbCli *cli, int argc, char **argv);
int jb_cli_figures  (JbCli *cli, int argc, char **argv);
int jb_cli_commitments (JbCli *cli, int argc, char **argv);
int jb_cli_statements (JbCli *cli, int argc, char **argv);
int jb_cli_digest   (JbCli *cli, int argc, char **argv);
int jb_cli_brief    (JbCli *cli, int argc, char **argv);
int jb_cli_export   (JbCli *cli, int argc, char **argv);
int jb_cli_history  (JbCli *cli, int argc, char **argv);
int jb_cli_undo     (JbCli *cli, int argc, char **argv);
int jb_cli_redo     (JbCli *cli, int argc, char **argv);
int jb_cli_check    (JbCli *cli, int argc, char **argv);
int jb_cli_backup   (JbCli *cli, int argc, char **argv);

/**
 * jb_cli_parse:
 * @entries: (nullable): the command's own options; --library, --quiet and --json are known to every command
 * @usage: what follows the command's name in its usage line, e.g. "ARTICLE…"
 * @n_min: least number of arguments beside the options
 * @n_max: most; -1 for any number
 *
 * On wrong usage says so on standard error; --help prints help and exits.
 *
 * Returns: FALSE on wrong usage
 */
gboolean jb_cli_parse (JbCli *cli, int *argc, char ***argv, const GOptionEntry *entries, const char *usage, int n_min, int n_max);

/* Opens the library named on the command line; says why where it cannot. Returns: (transfer none) (nullable) */
JbLibrary *jb_cli_open_library (JbCli *cli);

/* The same for commands that search: the index is brought up to date first, where other rules or another learner made it, or a
 * program ended before it had done so. Where another program is writing, it is searched as it is. */
JbLibrary *jb_cli_open_index (JbCli *cli);

/* Says what failed on standard error and frees @error. Returns: the exit code it stands for */
int jb_cli_fail (GError *error);

/* Says that the usage is wrong. Returns: JB_EXIT_USAGE */
int jb_cli_fail_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Prints a line on standard error. What names and reasons hold that no terminal should get is written out (jb_dup_visible()). */
void jb_cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* The same unless --quiet. */
void jb_cli_say (JbCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Returns: (transfer full) (nullable): ids for an id, the beginning of one, or a position printed by list; NULL with @error set */
char *jb_cli_resolve_article (JbLibrary *library, const char *name, GError **error);

/* Returns: (transfer full) (nullable): those named; where none is, those that answer @query, or all */
GStrv jb_cli_resolve_articles (JbLibrary *library, int n_names, char **names, const char *query, GError **error);

/* An enumeration's value from the command line; says what would be right where it is none. */
gboolean jb_cli_parse_enum (GType type, const char *word, int *value);

/* Returns: (transfer full) (nullable): the bytes of a file, or of standard input for “-” */
GBytes *jb_cli_read_input (const char *name, GError **error);

/* @object: a line, @text: its member of that name. Returns: FALSE with @error set where the line is not as it should be */
typedef gboolean (*JbCliTextFunc) (JsonObject *object, const char *text, guint number, gpointer data, GError **error);

/* Returns: how many bytes a byte order mark takes at the beginning; 0 where there is none */
gsize jb_cli_get_mark_length (GBytes *bytes);

/* Calls @func for every one of the JSON lines {"text",…}. What is wrong with a line is said, then the next one is read.
 * @name: of the file. Returns: FALSE where something was wrong */
gboolean jb_cli_read_texts (const char *name, GBytes *bytes, JbCliTextFunc func, gpointer data);

/* A whole number, without sign or anything behind it. */
gboolean jb_cli_parse_number (const char *word, guint *number);

/* Says which rows of the list are wrong, or why it cannot be read. @whole: (out): FALSE where a row was wrong.
 * Returns: (transfer full) (nullable) */
JbNameList *jb_cli_read_names (const char *path, gboolean *whole);

/* Takes the value a builder has built; NULL in @builder starts nothing. Prints it and a line feed on standard output. */
void jb_cli_print_json (JsonBuilder *builder, gboolean pretty);

/* The posts of an entity: lines, or a member of the object being built. */
void jb_cli_print_posts (JsonBuilder *builder, const JbEntity *entity);

/* What entities post was told beside the title; everything may be NULL. */
typedef struct
{
  const char *place, *from, *to;
  gboolean    remove;
} JbCliPost;

/* Returns: the exit code */
int jb_cli_change_post (JbCli *cli, const JbEntity *entity, const char *title, const JbCliPost *post);

/* Names that may be an entity's. @type: a JbEntityType or -1. Returns: the exit code */
int jb_cli_list_proposals (JbCli *cli, int type);
int jb_cli_dismiss_name   (JbCli *cli, const JbEntity *entity, const char *name);

/* Returns: FALSE, after saying so, for one that is no ISO date; NULL is none */
gboolean jb_cli_check_date (const char *date);

/* A member of the object being built. */
void jb_cli_add_string (JsonBuilder *builder, const char *name, const char *value);
void jb_cli_add_int    (JsonBuilder *builder, const char *name, gint64 value);

G_END_DECLS
