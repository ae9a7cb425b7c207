/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-import-preview.h"

#include "jb-load-file.h"

void
jb_import_preview_free (JbImportPreview *self)
{
  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->decoded, jb_decoded_free);
  g_clear_pointer (&self->page, jb_page_free);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_error (&self->failure);
  g_free (self);
}

JbImportPreview *
jb_import_preview_load (JbReaderProcess *reader, GFile *file, const JbReadOptions *options, GCancellable *cancellable)
{
  g_autoptr(JbImportPreview) self = g_new0 (JbImportPreview, 1);

  self->name = g_file_get_basename (file);
  self->bytes = jb_load_file (file, cancellable, &self->failure);
  if (self->bytes != NULL)
    self->decoded = jb_reader_process_read (reader, self->bytes, options, &self->members, cancellable, &self->failure);
  if (self->decoded != NULL)
    self->page = jb_page_dissect_decoded (self->decoded);
  return g_error_matches (self->failure, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : g_steal_pointer (&self);
}
