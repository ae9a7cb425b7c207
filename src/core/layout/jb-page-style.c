/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-page-style.h"

#include "jb-error.h"
#include "jb-resource.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define PT_PER_MM (72.0 / 25.4)

static const char *const role_keys[JB_N_FONT_ROLES] = { "xiaobiaosong", "fangsong", "kaiti", "heiti", "songti" };
static const char *const rules_keys[] = { "none", "basic", "gb", "strict" };

/* Reads keys one after the other; the first failure is kept, and what follows reads as 0. */
typedef struct
{
  GKeyFile *file;
  GError  **error;
  gboolean  failed;
} Reader;

static void
fail (Reader *reader, const char *group, const char *key, const char *what)
{
  if (!reader->failed)
    g_set_error (reader->error, JB_ERROR, JB_ERROR_FORMAT, "page style: [%s] %s: %s", group, key, what);
  reader->failed = TRUE;
}

static char *
read_string (Reader *reader, const char *group, const char *key)
{
  char *value = g_key_file_get_string (reader->file, group, key, NULL);

  if (value == NULL)
    fail (reader, group, key, "missing");
  return value != NULL ? value : g_strdup ("");
}

static double
read_number (Reader *reader, const char *group, const char *key, double low, double high)
{
  g_autofree char *value = read_string (reader, group, key);
  char *end;
  double number = g_ascii_strtod (value, &end);

  if (end == value || *end != '\0' || !isfinite (number) || number < low || number > high)
    fail (reader, group, key, "not a number in range");
  return number;
}

static double
read_pt (Reader *reader, const char *group, const char *key)
{
  return read_number (reader, group, key, 1, 200);
}

static double
read_mm (Reader *reader, const char *group, const char *key)
{
  return read_number (reader, group, key, 0, 2000) * PT_PER_MM;
}

static gboolean
read_boolean (Reader *reader, const char *group, const char *key)
{
  g_autofree char *value = read_string (reader, group, key);

  if (strcmp (value, "true") != 0 && strcmp (value, "false") != 0)
    fail (reader, group, key, "neither true nor false");
  return strcmp (value, "true") == 0;
}

static guint
read_choice (Reader *reader, const char *group, const char *key, const char *const *choices, guint n_choices)
{
  g_autofree char *value = read_string (reader, group, key);

  for (guint i = 0; i < n_choices; i++)
    if (strcmp (value, choices[i]) == 0)
      return i;
  fail (reader, group, key, "none of the choices");
  return 0;
}

static JbColour
read_colour (Reader *reader, const char *group, const char *key)
{
  g_autofree char *value = read_string (reader, group, key);
  guint64 rgb = 0;
  JbColour colour;

  if (value[0] != '#' || strlen (value) != 7 || !g_ascii_string_to_unsigned (value + 1, 16, 0, 0xffffff, &rgb, NULL))
    fail (reader, group, key, "not a colour like #e60012");
  colour.red = (double) (rgb >> 16) / 255;
  colour.green = (double) (rgb >> 8 & 0xff) / 255;
  colour.blue = (double) (rgb & 0xff) / 255;
  return colour;
}

/* Keys "<prefix>role" and "<prefix>pt". */
static JbFace
read_face (Reader *reader, const char *group, const char *prefix)
{
  g_autofree char *role_key = g_strconcat (prefix, "role", NULL);
  g_autofree char *size_key = g_strconcat (prefix, "pt", NULL);
  JbFace face;

  face.role = read_choice (reader, group, role_key, role_keys, JB_N_FONT_ROLES);
  face.size_pt = read_pt (reader, group, size_key);
  return face;
}

static GStrv
read_list (Reader *reader, const char *group, const char *key)
{
  GStrv list = g_key_file_get_string_list (reader->file, group, key, NULL, NULL);

  if (list == NULL)
    fail (reader, group, key, "missing");
  return list != NULL ? list : g_new0 (char *, 1);
}

static void
read_page (Reader *reader, JbPageStyle *self)
{
  g_autofree char *pitch = NULL;

  self->page_width = read_mm (reader, "page", "width_mm");
  self->page_height = read_mm (reader, "page", "height_mm");
  self->area_left = read_mm (reader, "page", "area_left_mm");
  self->area_top = read_mm (reader, "page", "area_top_mm");
  self->area_width = read_mm (reader, "page", "area_width_mm");
  self->area_height = read_mm (reader, "page", "area_height_mm");
  self->mirror_margins = read_boolean (reader, "page", "mirror_margins");
  if (self->area_left + self->area_width > self->page_width || self->area_top + self->area_height > self->page_height)
    fail (reader, "page", "area_width_mm", "the type area is larger than the page");

  self->characters = (guint) read_number (reader, "grid", "characters", 4, 200);
  self->lines = (guint) read_number (reader, "grid", "lines", 2, 200);
  self->body_size = read_pt (reader, "grid", "body_pt");
  if (reader->failed)
    return;
  self->cell = self->area_width / self->characters;
  pitch = read_string (reader, "grid", "pitch");
  if (strcmp (pitch, "fill") == 0)
    self->pitch = (self->area_height - self->body_size) / (self->lines - 1);
  else if (strcmp (pitch, "word") == 0)
    self->pitch = self->area_height / self->lines;
  else
    fail (reader, "grid", "pitch", "neither fill nor word");
  if (self->pitch < self->body_size)
    fail (reader, "grid", "lines", "more lines than fit the type area");
}

static void
read_composer (Reader *reader, JbPageStyle *self)
{
  self->rules = read_choice (reader, "composer", "rules", rules_keys, G_N_ELEMENTS (rules_keys));
  self->latin_gap_em = read_number (reader, "composer", "latin_gap_em", 0, 0.5);
  self->squeeze_line_start = read_boolean (reader, "composer", "squeeze_line_start");
  self->squeeze_stops = read_boolean (reader, "composer", "squeeze_stops");
  self->half_width_digits = read_boolean (reader, "composer", "half_width_digits");
}

static void
read_fonts (Reader *reader, JbPageStyle *self)
{
  for (guint role = 0; role < JB_N_FONT_ROLES; role++)
    {
      g_autofree char *substitutes = g_strconcat (role_keys[role], "_substitutes", NULL);

      self->fonts[role].accepted = read_list (reader, "fonts", role_keys[role]);
      self->fonts[role].substitutes = read_list (reader, "fonts", substitutes);
    }
  self->accent = read_colour (reader, "colours", "accent");
  self->text = read_colour (reader, "colours", "text");
}

static void
read_masthead (Reader *reader, JbPageStyle *self)
{
  self->masthead_notice = read_string (reader, "masthead", "notice");
  self->masthead_notice_face = read_face (reader, "masthead", "notice_");
  self->masthead_name_face = read_face (reader, "masthead", "name_");
  self->masthead_name_top = read_mm (reader, "masthead", "name_top_mm");
  self->masthead_name_spread_em = read_number (reader, "masthead", "name_spread_em", 0, 2);
  self->masthead_issue = read_string (reader, "masthead", "issue");
  self->masthead_issue_face = read_face (reader, "masthead", "issue_");
  self->masthead_line_face = read_face (reader, "masthead", "line_");
  self->masthead_rule = read_mm (reader, "masthead", "rule_mm");
  self->masthead_rule_gap = read_mm (reader, "masthead", "rule_gap_mm");
}

static void
read_body (Reader *reader, JbPageStyle *self)
{
  self->note_label = read_string (reader, "note", "label");
  self->note_face = read_face (reader, "note", "");
  self->note_label_face.role = read_choice (reader, "note", "label_role", role_keys, JB_N_FONT_ROLES);
  self->note_label_face.size_pt = self->note_face.size_pt;
  self->note_indent_em = read_number (reader, "note", "indent_em", 0, 10);

  self->heading_face = read_face (reader, "heading", "");
  self->number_headings = read_boolean (reader, "heading", "number");
  self->item_face.role = read_choice (reader, "item", "role", role_keys, JB_N_FONT_ROLES);
  self->item_face.size_pt = self->body_size;
  self->indent_em = read_number (reader, "item", "indent_em", 0, 10);
  self->marker_face = read_face (reader, "item", "marker_");
  self->marker_rise = read_number (reader, "item", "marker_rise_pt", 0, 30);

  self->sources_heading = read_string (reader, "sources", "heading");
  self->sources_heading_face = read_face (reader, "sources", "heading_");
  self->sources_face = read_face (reader, "sources", "");
  self->sources_pitch = read_pt (reader, "sources", "pitch_pt");
}

static void
read_footer (Reader *reader, JbPageStyle *self)
{
  self->footer_report = read_string (reader, "footer", "report");
  self->footer_send = read_string (reader, "footer", "send");
  self->footer_issue = read_string (reader, "footer", "issue");
  self->footer_copies = read_string (reader, "footer", "copies");
  self->footer_face = read_face (reader, "footer", "");
  self->footer_pitch = read_pt (reader, "footer", "pitch_pt");
  self->footer_outer_rule = read_mm (reader, "footer", "outer_rule_mm");
  self->footer_inner_rule = read_mm (reader, "footer", "inner_rule_mm");

  self->number_form = read_string (reader, "number", "form");
  self->number_face = read_face (reader, "number", "");
  self->number_gap = read_mm (reader, "number", "gap_mm");
  self->number_outside = read_boolean (reader, "number", "outside");
}

static GKeyFile *
load_key_file (GBytes *ini, GError **error)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) local_error = NULL;

  if (g_key_file_load_from_bytes (file, ini, G_KEY_FILE_NONE, &local_error))
    return g_steal_pointer (&file);
  g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, "page style: %s", local_error->message);
  return NULL;
}

static GBytes *
load_built_in (const char *name, GError **error)
{
  g_auto(GStrv) names = jb_page_style_list ();
  g_autofree char *path = g_strdup_printf ("print/%s.ini", name);

  if (g_strv_contains ((const char *const *) names, name))
    return jb_resource_load (path);
  g_set_error (error, JB_ERROR, JB_ERROR_NOT_FOUND, _("there is no page style “%s”"), name);
  return NULL;
}

/* Puts all keys of @from over those of @file. */
static void
overlay (GKeyFile *file, GKeyFile *from)
{
  g_auto(GStrv) groups = g_key_file_get_groups (from, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto(GStrv) keys = g_key_file_get_keys (from, groups[i], NULL, NULL);

      for (guint j = 0; keys != NULL && keys[j] != NULL; j++)
        {
          g_autofree char *value = g_key_file_get_value (from, groups[i], keys[j], NULL);

          g_key_file_set_value (file, groups[i], keys[j], value);
        }
    }
}

/* Returns: the file over the built-in style it names as its base, which has no base itself */
static GKeyFile *
load_over_base (GBytes *ini, GError **error)
{
  g_autoptr(GKeyFile) file = load_key_file (ini, error);
  g_autoptr(GKeyFile) base = NULL;
  g_autoptr(GBytes) base_ini = NULL;
  g_autofree char *name = NULL;

  if (file == NULL)
    return NULL;
  name = g_key_file_get_string (file, "style", "base", NULL);
  if (name == NULL)
    return g_steal_pointer (&file);
  base_ini = load_built_in (name, error);
  base = base_ini != NULL ? load_key_file (base_ini, error) : NULL;
  if (base == NULL)
    return NULL;
  overlay (base, file);
  return g_steal_pointer (&base);
}

JbPageStyle *
jb_page_style_load (const char *name, GError **error)
{
  g_autoptr(GBytes) bytes = load_built_in (name, error);

  return bytes != NULL ? jb_page_style_parse (bytes, error) : NULL;
}

JbPageStyle *
jb_page_style_parse (GBytes *ini, GError **error)
{
  g_autoptr(GKeyFile) file = load_over_base (ini, error);
  g_autoptr(JbPageStyle) self = NULL;
  Reader reader = { file, error, FALSE };

  if (file == NULL)
    return NULL;
  self = g_new0 (JbPageStyle, 1);
  g_atomic_ref_count_init (&self->ref_count);
  read_page (&reader, self);
  read_composer (&reader, self);
  read_fonts (&reader, self);
  read_masthead (&reader, self);
  read_body (&reader, self);
  read_footer (&reader, self);
  return reader.failed ? NULL : g_steal_pointer (&self);
}

GStrv
jb_page_style_list (void)
{
  GStrv names = jb_resource_list ("print");

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_suffix (names[i], ".ini"))
      names[i][strlen (names[i]) - strlen (".ini")] = '\0';
  return names;
}

JbPageStyle *
jb_page_style_ref (const JbPageStyle *self)
{
  JbPageStyle *shared = (JbPageStyle *) self;  /* only the count changes */

  g_atomic_ref_count_inc (&shared->ref_count);
  return shared;
}

void
jb_page_style_unref (JbPageStyle *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint role = 0; role < JB_N_FONT_ROLES; role++)
    {
      g_strfreev (self->fonts[role].accepted);
      g_strfreev (self->fonts[role].substitutes);
    }
  g_free (self->masthead_notice);
  g_free (self->masthead_issue);
  g_free (self->note_label);
  g_free (self->sources_heading);
  g_free (self->footer_report);
  g_free (self->footer_send);
  g_free (self->footer_issue);
  g_free (self->footer_copies);
  g_free (self->number_form);
  g_free (self);
}
