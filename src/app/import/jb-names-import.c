/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-names-import.h"

#include "jb-errands.h"
#include "jb-file-dialog.h"
#include "jb-names-dialog.h"
#include "jb-string.h"
#include "jb-toast.h"

#include <glib/gi18n.h>

#define IMPORT_KEY "jb-names-import"

struct _JbNamesImport
{
  GObject        parent_instance;

  GtkWidget     *inside;       /* lent by whoever owns this; NULL once it is gone */
  JbStore       *store;        /* owned, NULL while no library is open */
  GCancellable  *cancellable;  /* owned, NULL while nothing is imported */
  double         fraction;
  char          *text;         /* owned, NULL until there is any */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbNamesImport, jb_names_import, G_TYPE_OBJECT)

static void
set_running (JbNamesImport *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  self->fraction = 0;
  jb_set_string (&self->text, _("Importing…"));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
progress_cb (GObject *owner, guint n_done, guint n_names, const char *name)
{
  JbNamesImport *self = JB_NAMES_IMPORT (owner);

  if (self->cancellable == NULL || name == NULL)
    return;
  self->fraction = n_names > 0 ? (double) n_done / n_names : 1;
  g_free (self->text);
  /* Translators: how many names of a list are imported, of how many, and the list's name. */
  self->text = g_strdup_printf (_("Importing name %u of %u: %s"), MIN (n_done + 1, n_names), n_names, name);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Returns: "44536 names added, 167 already there" */
static char *
describe_names (const JbNamesResult *result)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u name added", "%u names added", result->n_added), result->n_added);
  if (result->n_known > 0)
    g_string_append_printf (text, ngettext (", %u already there", ", %u already there", result->n_known), result->n_known);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbNamesImport) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree JbNamesResult *names = jb_store_run_finish (JB_STORE (source), result, &error);
  g_autofree char *text = names != NULL ? describe_names (names) : NULL;

  if (JB_STORE (source) != self->store || self->inside == NULL)
    return;
  set_running (self, NULL);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    jb_toast_show (self->inside, _("Import stopped"));
  else if (names == NULL)
    jb_toast_show_error (self->inside, _("The names could not be imported"), error);
  else if (names->n_added > 0)
    jb_toast_show_undo (self->inside, text);
  else
    jb_toast_show (self->inside, text);
}

/* @inside: keeps the import, under IMPORT_KEY */
static void
accepted_cb (GObject *inside, const char *name, JbNameList *list, int type)
{
  JbNamesImport *self = g_object_get_data (inside, IMPORT_KEY);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  if (self == NULL || self->store == NULL || self->cancellable != NULL)
    {
      jb_name_list_free (list);
      return;
    }
  set_running (self, cancellable);
  jb_errand_import_names (self->store, name, list, type, progress_cb, G_OBJECT (self), cancellable, imported_cb,
                          g_object_ref (self));
}

/* What is waited for while a list is read. */
typedef struct
{
  JbNamesImport *import;  /* owned */
  char          *name;    /* owned, of the file */
} NamesFile;

static void
names_file_free (NamesFile *file)
{
  g_object_unref (file->import);
  g_free (file->name);
  g_free (file);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NamesFile, names_file_free)

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(NamesFile) file = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(JbNameList) list = jb_store_run_finish (JB_STORE (source), result, &error);
  GtkWidget *inside = file->import->inside;

  if (inside == NULL)
    return;
  if (list != NULL && list->names->len > 0)
    {
      jb_names_dialog_present (inside, file->name, g_steal_pointer (&list), accepted_cb);
      return;
    }
  if (list != NULL && list->faults->len > 0)
    g_set_error_literal (&error, JB_ERROR, JB_ERROR_FORMAT, ((JbListFault *) g_ptr_array_index (list->faults, 0))->reason);
  else if (list != NULL)
    g_set_error_literal (&error, JB_ERROR, JB_ERROR_FORMAT, _("there are no names in it"));
  jb_toast_show_error (inside, _("The names could not be imported"), error);
}

static void
chosen_cb (GObject *inside, GPtrArray *files)
{
  JbNamesImport *self = g_object_get_data (inside, IMPORT_KEY);
  NamesFile *file;

  if (self == NULL || self->store == NULL)
    return;
  file = g_new (NamesFile, 1);
  *file = (NamesFile) { g_object_ref (self), g_file_get_basename (g_ptr_array_index (files, 0)) };
  jb_errand_read_names (self->store, g_ptr_array_index (files, 0), read_cb, file);
}

static void
jb_names_import_dispose (GObject *object)
{
  JbNamesImport *self = JB_NAMES_IMPORT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  if (self->inside != NULL)
    {
      g_object_set_data (G_OBJECT (self->inside), IMPORT_KEY, NULL);
      g_clear_weak_pointer (&self->inside);
    }
  G_OBJECT_CLASS (jb_names_import_parent_class)->dispose (object);
}

static void
jb_names_import_finalize (GObject *object)
{
  g_free (JB_NAMES_IMPORT (object)->text);
  G_OBJECT_CLASS (jb_names_import_parent_class)->finalize (object);
}

static void
jb_names_import_class_init (JbNamesImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jb_names_import_dispose;
  object_class->finalize = jb_names_import_finalize;
  signals[CHANGED] = g_signal_new ("changed", JB_TYPE_NAMES_IMPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jb_names_import_init (JbNamesImport *self)
{
}

JbNamesImport *
jb_names_import_new (GtkWidget *inside)
{
  JbNamesImport *self = g_object_new (JB_TYPE_NAMES_IMPORT, NULL);

  g_set_weak_pointer (&self->inside, inside);
  g_object_set_data (G_OBJECT (inside), IMPORT_KEY, self);
  return self;
}

void
jb_names_import_set_store (JbNamesImport *self, JbStore *store)
{
  if (self->store == store)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_set_object (&self->store, store);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
jb_names_import_ask (JbNamesImport *self)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Tables and Lists"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "tsv");
  gtk_file_filter_add_suffix (filter, "txt");
  jb_file_dialog_present (self->inside, JB_FILE_DIALOG_OPEN, _("Import Names"), _("_Open"), filter, NULL, chosen_cb);
}

void
jb_names_import_stop (JbNamesImport *self)
{
  g_cancellable_cancel (self->cancellable);
}

gboolean
jb_names_import_is_busy (JbNamesImport *self)
{
  return self->cancellable != NULL;
}

double
jb_names_import_get_fraction (JbNamesImport *self)
{
  return self->fraction;
}

const char *
jb_names_import_get_text (JbNamesImport *self)
{
  return self->text;
}
