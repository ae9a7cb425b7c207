/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-targets.h"

#include "fuzz-zip.h"

#include "jb-importer.h"
#include "jb-name-list.h"
#include "jb-page.h"
#include "jb-xml.h"

#include <string.h>

struct _FuzzTarget
{
  char             *name;      /* owned */
  const JbImporter *importer;  /* NULL for the others */
  gboolean        (*wants) (GBytes *bytes);
  void            (*run)   (GBytes *bytes);
};

/* A reason is one line for people. */
static void
check_error (GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (*error->message != '\0');
  g_error_free (error);
}

/* The runs of a block stand in its text and in the source. */
static void
check_block (const JbBlock *block, guint n_chars)
{
  guint n_runs;
  const JbRun *runs = jb_span_map_get_runs (block->map, &n_runs);

  g_assert_true (g_utf8_validate (block->text, -1, NULL));
  g_assert_null (strchr (block->text, '\n'));
  for (guint i = 0; i < n_runs; i++)
    {
      g_assert_cmpuint (runs[i].length, <=, n_chars);
      g_assert_cmpuint (runs[i].source_start, <=, n_chars - runs[i].length);
      g_assert_cmpuint (runs[i].length, <=, block->length);
      g_assert_cmpuint (runs[i].text_start, <=, block->length - runs[i].length);
    }
}

static void
check_page (const JbDecoded *decoded)
{
  g_autoptr(JbPage) page = jb_page_dissect_decoded (decoded);
  guint n_chars = (guint) g_utf8_strlen (decoded->text, -1);

  for (guint i = 0; i < page->articles->len; i++)
    {
      const JbArticle *article = g_ptr_array_index (page->articles, i);

      for (guint n = 0; n < article->blocks->len; n++)
        check_block (g_ptr_array_index (article->blocks, n), n_chars);
    }
}

/* What an importer made must pass for an honest helper's answer. */
static void
check_decoded (const JbDecoded *decoded)
{
  g_autoptr(GVariant) variant = g_variant_ref_sink (jb_decoded_to_variant (decoded));
  g_autoptr(GBytes) form = g_variant_get_data_as_bytes (variant);
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDecoded) again = jb_decoded_from_bytes (form, &error);
  g_autoptr(GVariant) variant_again = NULL;
  g_autoptr(GBytes) form_again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (again->text, ==, decoded->text);
  variant_again = g_variant_ref_sink (jb_decoded_to_variant (again));
  form_again = g_variant_get_data_as_bytes (variant_again);
  g_assert_true (g_bytes_equal (form, form_again));
  check_page (again);
}

static void
run_importer (const JbImporter *importer, GBytes *bytes)
{
  g_autoptr(JbInput) input = jb_input_new (bytes);
  g_autoptr(JbDecoded) decoded = NULL;
  GError *error = NULL;

  /* jb_importer_read() asks none about nothing */
  if (g_bytes_get_size (bytes) == 0 || !importer->recognise (input))
    return;
  decoded = importer->decode (input, &error);
  if (decoded == NULL)
    {
      check_error (error);
      return;
    }
  g_assert_no_error (error);
  check_decoded (decoded);
}

/* Whichever importer takes it. */
static void
run_any (GBytes *bytes)
{
  g_autoptr(JbInput) input = jb_input_new (bytes);
  GError *error = NULL;
  g_autoptr(JbDecoded) decoded = jb_importer_read (input, &error);

  if (decoded == NULL)
    {
      check_error (error);
      return;
    }
  g_assert_nonnull (decoded->media_type);
  check_decoded (decoded);
}

/* What the program believes of its helper. */
static void
run_decoded (GBytes *bytes)
{
  GError *error = NULL;
  g_autoptr(JbDecoded) decoded = jb_decoded_from_bytes (bytes, &error);

  if (decoded != NULL)
    check_decoded (decoded);
  else
    check_error (error);
}

static void
run_name_list (GBytes *bytes)
{
  GError *error = NULL;
  g_autoptr(JbNameList) list = jb_name_list_read (bytes, &error);

  if (list == NULL)
    check_error (error);
  for (guint i = 0; list != NULL && i < list->names->len; i++)
    g_assert_true (g_utf8_validate (((JbListName *) g_ptr_array_index (list->names, i))->name, -1, NULL));
}

/* Forwards as an importer would, then from the end, so that it is begun anew. */
static void
run_archive (GBytes *bytes)
{
  GError *error = NULL;
  g_autoptr(JbArchive) archive = jb_archive_open (bytes, &error);
  GPtrArray *names;

  if (archive == NULL)
    {
      check_error (error);
      return;
    }
  names = jb_archive_get_names (archive);
  for (guint i = 0; i < MIN (names->len, 40) * 2; i++)
    {
      guint index = i < MIN (names->len, 40) ? i : MIN (names->len, 40) * 2 - 1 - i;
      const char *name = g_ptr_array_index (names, index);
      g_autoptr(GBytes) member = jb_archive_load (archive, name, &error);

      g_assert_true (g_utf8_validate (name, -1, NULL));
      g_assert_true (jb_archive_has (archive, name));
      if (member == NULL)
        check_error (g_steal_pointer (&error));
    }
}

static void
run_xml (GBytes *bytes)
{
  GError *error = NULL;
  xmlDoc *document = jb_xml_parse (bytes, &error);
  g_autofree char *root = NULL, *ns = NULL, *line = NULL;

  jb_xml_sniff_root (bytes, &root, &ns);
  if (document == NULL)
    {
      check_error (error);
      return;
    }
  line = jb_xml_dup_line (xmlDocGetRootElement (document));
  g_assert_true (g_utf8_validate (line, -1, NULL));
  xmlFreeDoc (document);
}

static gboolean
wants_all (GBytes *bytes)
{
  return TRUE;
}

static gboolean
wants_none (GBytes *bytes)
{
  return FALSE;
}

static gboolean
wants_xml (GBytes *bytes)
{
  g_autofree char *root = NULL, *ns = NULL;

  return jb_xml_sniff_root (bytes, &root, &ns);
}

static const FuzzTarget others[] = {
  { (char *) "any", NULL, wants_all, run_any },
  { (char *) "archive", NULL, jb_archive_is_one, run_archive },
  { (char *) "decoded", NULL, wants_none, run_decoded },
  { (char *) "name-list", NULL, wants_none, run_name_list },
  { (char *) "xml", NULL, wants_xml, run_xml },
};

static void
free_target (gpointer data)
{
  FuzzTarget *self = data;

  g_free (self->name);
  g_free (self);
}

GPtrArray *
fuzz_targets_list (void)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func (free_target);
  const JbImporter *importer;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      FuzzTarget *target = g_memdup2 (&others[i], sizeof *target);

      target->name = g_strdup (target->name);
      g_ptr_array_add (targets, target);
    }
  for (guint i = 0; (importer = jb_importer_get (i)) != NULL; i++)
    {
      FuzzTarget *target = g_new0 (FuzzTarget, 1);

      target->name = g_strdelimit (g_strdup (importer->media_type), "/*", '-');
      target->importer = importer;
      g_ptr_array_add (targets, target);
    }
  return targets;
}

const char *
fuzz_target_get_name (const FuzzTarget *self)
{
  return self->name;
}

const char *
fuzz_target_get_dictionary (const FuzzTarget *self)
{
  /* the first that fits: what a name holds, the dictionary */
  static const char *const dictionaries[][2] = {
    { "html", "html" }, { "rtf", "rtf" }, { "pdf", "pdf" }, { "json", "json" }, { "xml", "xml" }, { "opendocument", "xml" },
    { "epub", "html" }, { "ofd", "xml" }, { "application-", "xml" }, { "any", "xml" }, { "name-list", "list" }, { "text-", "list" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dictionaries); i++)
    if (strstr (self->name, dictionaries[i][0]) != NULL)
      return dictionaries[i][1];
  return NULL;
}

gboolean
fuzz_target_wants (const FuzzTarget *self, GBytes *file)
{
  g_autoptr(JbInput) input = NULL;

  if (self->importer == NULL)
    return self->wants (file);
  input = jb_input_new (file);
  return self->importer->recognise (input);
}

void
fuzz_target_run (const FuzzTarget *self, GBytes *bytes)
{
  g_autoptr(GBytes) zip = NULL;

  if (self->importer == NULL && self->run != run_any && self->run != run_archive)
    {
      self->run (bytes);
      return;
    }
  zip = fuzz_zip_is_members (bytes) ? fuzz_zip_from_members (bytes) : g_bytes_ref (bytes);
  if (self->importer != NULL)
    run_importer (self->importer, zip);
  else
    self->run (zip);
}
