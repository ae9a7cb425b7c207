/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-pages.h"

#include "jb-string.h"

#include <math.h>
#include <string.h>

static JbBriefingSection *
add_section (JbBriefing *briefing, const char *heading)
{
  JbBriefingSection *section = jb_briefing_section_new (heading);

  g_ptr_array_add (briefing->sections, section);
  return section;
}

static JbBriefingItem *
add_item (JbBriefingSection *section, const char *text, const char *citation)
{
  JbBriefingItem *item = jb_briefing_item_new (text, NULL, 0, 0);

  item->citation = g_strdup (citation);
  g_ptr_array_add (section->items, item);
  return item;
}

static JbPages *
paginate (const JbBriefing *briefing)
{
  g_autoptr(JbPageStyle) style = jb_page_style_load ("jianbao", NULL);

  return jb_pages_new_measured (briefing, style, jb_fixed_measure_get ());
}

/* @n Han characters. */
static char *
han (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_unichar (text, 0x4e00 + i % 500);
  return g_string_free (text, FALSE);
}

/* Returns: (nullable): the @nth line of that part */
static const JbPageLine *
find_line (const JbPages *pages, JbPagePart part, guint nth, guint *page)
{
  for (guint p = 0; p < jb_pages_get_count (pages); p++)
    {
      guint n;
      const JbPageLine *lines = jb_pages_get_lines (pages, p, &n);

      for (guint i = 0; i < n; i++)
        if (lines[i].part == part && nth-- == 0)
          {
            if (page != NULL)
              *page = p;
            return &lines[i];
          }
    }
  return NULL;
}

static guint
count_lines (const JbPages *pages, guint page, JbPagePart part)
{
  guint n, found = 0;
  const JbPageLine *lines = jb_pages_get_lines (pages, page, &n);

  for (guint i = 0; i < n; i++)
    found += lines[i].part == part;
  return found;
}

static void
test_empty (void)
{
  g_autoptr(JbBriefing) briefing = jb_briefing_new ("城事简报");
  g_autoptr(JbPages) pages = paginate (briefing);
  guint n;
  const JbPageLine *lines = jb_pages_get_lines (pages, 0, &n);

  g_assert_cmpuint (jb_pages_get_count (pages), ==, 1);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (lines[0].part, ==, JB_PAGE_NAME);
  g_assert_cmpint (lines[1].part, ==, JB_PAGE_NUMBER);
}

static void
test_nothing (void)
{
  g_autoptr(JbBriefing) briefing = jb_briefing_new ("");
  g_autoptr(JbPages) pages = NULL;

  jb_set_string (&briefing->issuer, " \n");
  add_item (add_section (briefing, ""), "　\n \n", NULL);
  pages = paginate (briefing);
  g_assert_cmpuint (jb_pages_get_count (pages), ==, 1);
  g_assert_null (find_line (pages, JB_PAGE_ITEM, 0, NULL));
}

static void
test_masthead (void)
{
  g_autoptr(JbBriefing) briefing = jb_briefing_new ("城事简报");
  g_autoptr(JbPages) pages = NULL;
  const JbPageLine *issuer, *date;

  jb_set_string (&briefing->issue, "23");
  jb_set_string (&briefing->issuer, "编辑部");
  jb_set_string (&briefing->date, "2020-04-01");
  pages = paginate (briefing);
  issuer = find_line (pages, JB_PAGE_ISSUER, 0, NULL);
  date = find_line (pages, JB_PAGE_DATE, 0, NULL);
  g_assert_cmpstr (find_line (pages, JB_PAGE_ISSUE, 0, NULL)->text, ==, "第23期");
  g_assert_cmpstr (date->text, ==, "2020年4月1日");
  g_assert_cmpfloat_with_epsilon (issuer->y_pt, date->y_pt, 0.01);
  g_assert_cmpfloat (issuer->x_pt, <, date->x_pt);
}

static void
test_long_masthead (void)
{
  g_autoptr(JbBriefing) briefing = jb_briefing_new ("一二三四五六七八九十一二三四五六七八九十");
  g_autofree char *issuer = han (40);
  g_autoptr(JbPages) pages = NULL;

  jb_set_string (&briefing->issue, "增刊第2期");
  jb_set_string (&briefing->issuer, issuer);
  jb_set_string (&briefing->date, "2020-04-01");
  pages = paginate (briefing);
  g_assert_cmpuint (count_lines (pages, 0, JB_PAGE_NAME), ==, 1);
  g_assert_cmpstr (find_line (pages, JB_PAGE_ISSUE, 0, NULL)->text, ==, "增刊第2期");
  g_assert_cmpuint (count_lines (pages, 0, JB_PAGE_ISSUER), ==, 3);
  g_assert_cmpfloat_with_epsilon (find_line (pages, JB_PAGE_ISSUER, 2, NULL)->y_pt,
                                  find_line (pages, JB_PAGE_DATE, 0, NULL)->y_pt, 0.01);
}

/* Whatever is typed into the fields, every line stays on the paper where it belongs. */
static void
test_endless_fields (void)
{
  g_autofree char *endless = han (3000);
  g_autoptr(JbBriefing) briefing = jb_briefing_new (endless);
  g_autoptr(JbPages) pages = NULL;

  jb_set_string (&briefing->issue, endless);
  jb_set_string (&briefing->issuer, endless);
  jb_set_string (&briefing->date, endless);
  jb_set_string (&briefing->report_to, endless);
  jb_set_string (&briefing->copies, endless);
  add_item (add_section (briefing, endless), endless, endless);
  pages = paginate (briefing);
  for (guint p = 0; p < jb_pages_get_count (pages); p++)
    {
      guint n;
      const JbPageLine *lines = jb_pages_get_lines (pages, p, &n);

      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpfloat (lines[i].x_pt + lines[i].width_pt, <=, (28 + 156) * 72 / 25.4 + 0.05);
          if (lines[i].part != JB_PAGE_NUMBER)
            g_assert_cmpfloat (lines[i].y_pt + lines[i].size_pt, <=, (37 + 225) * 72 / 25.4 + 0.05);
        }
    }
}

static void
test_mirrored (void)
{
  static const char ini[] = "[style]\nbase=jianbao\n[page]\nmirror_margins=true\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (ini, strlen (ini));
  g_autoptr(JbPageStyle) style = jb_page_style_parse (bytes, NULL);
  g_autoptr(JbBriefing) briefing = jb_briefing_new ("城事简报");
  g_autofree char *text = han (28 * 40);
  g_autoptr(JbPages) pages = NULL;
  guint n;

  add_item (add_section (briefing, ""), text, NULL);
  pages = jb_pages_new_measured (briefing, style, jb_fixed_measure_get ());
  g_assert_cmpfloat_with_epsilon (jb_pages_get_lines (pages, 1, &n)[0].x_pt, 26 * 72 / 25.4, 0.01);
}

static void
test_grid (void)
{
  g_autoptr(JbBriefing) briefing = jb_briefing_new ("城事简报");
  g_autofree char *text = han (28 * 60 - 2);
  g_autoptr(JbPages) pages = NULL;
  guint n;
  const JbPageLine *lines;

  add_item (add_section (briefing, ""), text, NULL);
  pages = paginate (briefing);
  lines = jb_pages_get_lines (pages, 1, &n);
  g_assert_cmpuint (count_lines (pages, 1, JB_PAGE_ITEM), ==, 22);
  g_assert_cmpuint (g_utf8_strlen (lines[0].text, -1), ==, 28);
  g_assert_cmpfloat_with_epsilon (lines[0].y_pt, 37 * 72 / 25.4, 0.01);
  g_assert_cmpfloat_with_epsilon (lines[21].y_pt + lines[21].size_pt, (37 + 225) * 72 / 25.4, 0.01);
}

static void
test_widow (void)
{
  /* Whatever the length, no page begins with a paragraph's last line. */
  for (guint n_lines = 2; n_lines < 50; n_lines++)
    {
      g_autoptr(JbBriefing) briefing = jb_briefing_new ("城事简报");
      g_autofree char *text = han (28 * n_lines - 2);
      g_autoptr(JbPages) pages = NULL;

      add_item (add_section (briefing, "甲"), text, NULL);
      add_item (add_section (briefing, "乙"), text, NULL);
      pages = paginate (briefing);
      for (guint p = 1; p < jb_pages_get_count (pages); p++)
        {
          guint n;
          const JbPageLine *lines = jb_pages_get_lines (pages, p, &n);

          g_assert_false (lines[0].line > 0 && lines[0].line + 1 == lines[0].n_lines);
        }
    }
}

static void
test_heading (void)
{
  for (guint n_lines = 8; n_lines < 24; n_lines++)
    {
      g_autoptr(JbBriefing) briefing = jb_briefing_new ("城事简报");
      g_autofree char *text = han (28 * n_lines - 2);
      g_autoptr(JbPages) pages = NULL;

      add_item (add_section (briefing, "甲"), text, NULL);
      add_item (add_section (briefing, "乙"), text, NULL);
      pages = paginate (briefing);
      for (guint p = 0; p < jb_pages_get_count (pages); p++)
        {
          guint n;
          const JbPageLine *lines = jb_pages_get_lines (pages, p, &n);

          /* the last line of all is the page's number */
          g_assert_cmpint (lines[n - 2].part, !=, JB_PAGE_HEADING);
        }
    }
}

static void
test_numbering (void)
{
  g_autoptr(JbBriefing) briefing = jb_briefing_new ("城事简报");
  g_autoptr(JbPages) pages = NULL;

  add_section (briefing, "改造");
  add_section (briefing, "");
  add_section (briefing, "（二）服务");
  add_section (briefing, "治理");
  pages = paginate (briefing);
  g_assert_cmpstr (find_line (pages, JB_PAGE_HEADING, 0, NULL)->text, ==, "一、改造");
  g_assert_cmpstr (find_line (pages, JB_PAGE_HEADING, 1, NULL)->text, ==, "（二）服务");
  g_assert_cmpstr (find_line (pages, JB_PAGE_HEADING, 2, NULL)->text, ==, "三、治理");
}

static void
test_sources (void)
{
  g_autoptr(JbBriefing) briefing = jb_briefing_new ("城事简报");
  JbBriefingSection *section = add_section (briefing, "");
  g_autoptr(JbPages) pages = NULL;

  add_item (section, "甲乙丙。", "《报》第1期");
  add_item (section, "丁戊己。", "《报》第2期");
  add_item (section, "庚辛壬。", "《报》第1期");
  add_item (section, "编者的话。", NULL);
  pages = paginate (briefing);
  g_assert_cmpstr (find_line (pages, JB_PAGE_ITEM, 0, NULL)->text, ==, "甲乙丙。[1]");
  g_assert_cmpstr (find_line (pages, JB_PAGE_ITEM, 1, NULL)->text, ==, "丁戊己。[2]");
  g_assert_cmpstr (find_line (pages, JB_PAGE_ITEM, 2, NULL)->text, ==, "庚辛壬。[1]");
  g_assert_cmpstr (find_line (pages, JB_PAGE_ITEM, 3, NULL)->text, ==, "编者的话。");
  g_assert_cmpstr (find_line (pages, JB_PAGE_SOURCE, 0, NULL)->text, ==, "[1]《报》第1期");
  g_assert_cmpstr (find_line (pages, JB_PAGE_SOURCE, 1, NULL)->text, ==, "[2]《报》第2期");
  g_assert_null (find_line (pages, JB_PAGE_SOURCE, 2, NULL));
}

static void
test_marker (void)
{
  /* A full line and its note's number: the number never stands alone. */
  for (guint n = 26; n < 60; n++)
    {
      g_autoptr(JbBriefing) briefing = jb_briefing_new ("城事简报");
      g_autofree char *text = han (n);
      g_autoptr(JbPages) pages = NULL;
      guint n_lines;
      const JbPageLine *lines;

      add_item (add_section (briefing, ""), text, "《报》");
      pages = paginate (briefing);
      lines = jb_pages_get_lines (pages, 0, &n_lines);
      for (guint i = 0; i < n_lines; i++)
        if (lines[i].part == JB_PAGE_ITEM)
          {
            g_assert_false (lines[i].text[0] == '[');
            g_assert_cmpuint (g_utf8_strlen (lines[i].text, -1), >=, 2);
          }
    }
}

static void
test_footer (void)
{
  for (guint n_lines = 1; n_lines < 24; n_lines++)
    {
      g_autoptr(JbBriefing) briefing = jb_briefing_new ("城事简报");
      g_autofree char *text = han (28 * n_lines - 2);
      g_autoptr(JbPages) pages = NULL;
      const JbPageLine *report, *copies;
      guint report_page, copies_page;

      add_item (add_section (briefing, ""), text, NULL);
      jb_set_string (&briefing->report_to, "区委、区政府");
      jb_set_string (&briefing->issue_to, "各街道。");
      jb_set_string (&briefing->copies, "50");
      pages = paginate (briefing);
      report = find_line (pages, JB_PAGE_REPORT_TO, 0, &report_page);
      copies = find_line (pages, JB_PAGE_COPIES, 0, &copies_page);
      g_assert_cmpstr (report->text, ==, "报：区委、区政府。");
      g_assert_cmpstr (copies->text, ==, "（共印50份）");
      g_assert_null (find_line (pages, JB_PAGE_SEND_TO, 0, NULL));
      g_assert_cmpuint (report_page, ==, jb_pages_get_count (pages) - 1);
      g_assert_cmpuint (copies_page, ==, report_page);
      for (guint i = 0; i < n_lines; i++)
        {
          guint page;
          const JbPageLine *line = find_line (pages, JB_PAGE_ITEM, i, &page);

          g_assert_true (page < report_page || line->y_pt + line->size_pt < report->y_pt);
        }
    }
}

static void
test_page_numbers (void)
{
  g_autoptr(JbBriefing) briefing = jb_briefing_new ("城事简报");
  g_autofree char *text = han (28 * 40);
  g_autoptr(JbPages) pages = NULL;
  const JbPageLine *first, *second;

  add_item (add_section (briefing, ""), text, NULL);
  pages = paginate (briefing);
  first = find_line (pages, JB_PAGE_NUMBER, 0, NULL);
  second = find_line (pages, JB_PAGE_NUMBER, 1, NULL);
  g_assert_cmpstr (first->text, ==, "— 1 —");
  g_assert_cmpfloat (first->x_pt, >, 300);
  g_assert_cmpfloat (second->x_pt, <, 300);
}

static void
test_find (void)
{
  g_autoptr(JbBriefing) briefing = jb_briefing_new ("城事简报");
  JbBriefingSection *section = add_section (briefing, "");
  JbBriefingItem *first = add_item (section, "甲乙丙丁。", NULL);
  JbBriefingItem *second = add_item (section, "戊己庚辛。", NULL);
  g_autoptr(JbPages) pages = paginate (briefing);
  const JbPageLine *a = find_line (pages, JB_PAGE_ITEM, 0, NULL);
  const JbPageLine *b = find_line (pages, JB_PAGE_ITEM, 1, NULL);

  g_assert_cmpstr (jb_pages_find_item (pages, 0, a->x_pt + 3, a->y_pt + 3), ==, first->id);
  g_assert_cmpstr (jb_pages_find_item (pages, 0, b->x_pt + 3, b->y_pt + 3), ==, second->id);
  g_assert_null (jb_pages_find_item (pages, 0, 1, 1));
  g_assert_null (jb_pages_find_item (pages, 0, 300, 700));
}

/* ---- any text ---- */

static void
append_random (GString *text, GRand *rand)
{
  static const char *const pieces[] = {
    "，", "、", "；", "：", "“改造”", "“六大行动”“五场比赛”", "（含续建）", "《城事》", "——", "……", "！", "？！",
    "2020年4月21日", "12345.67万元", "63%～68%", "3/4", "￥8,000", "25℃", "210㎡", "艾力·买买提", "Siemens ", "A4",
    "①", "https://www.example.gov.cn/a/b?c=d", "第1492期", "。”", "8:30—17:30",
  };
  guint n = (guint) g_rand_int_range (rand, 1, 12);

  for (guint i = 0; i < n; i++)
    g_string_append_unichar (text, (gunichar) g_rand_int_range (rand, 0x4e00, 0x9fa5));
  g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
}

static JbBriefing *
random_briefing (GRand *rand)
{
  JbBriefing *briefing = jb_briefing_new ("城事简报");
  JbBriefingSection *section = NULL;

  jb_set_string (&briefing->note, "编者的话");
  jb_set_string (&briefing->report_to, "区委、区政府");
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      guint n = (guint) g_rand_int_range (rand, 1, 25);

      if (i % 6 == 0)
        section = add_section (briefing, "标题");
      for (guint j = 0; j < n; j++)
        append_random (text, rand);
      g_string_append (text, "末尾。");
      add_item (section, text->str, i % 3 != 0 ? "《报》第1期：标题" : NULL);
    }
  return briefing;
}

static gboolean
is_any_of (gunichar c, const char *list)
{
  return g_utf8_strchr (list, -1, c) != NULL;
}

static void
assert_line_is_well (const JbPageLine *line)
{
  double left = 28 * 72 / 25.4;
  double right = (28 + 156) * 72 / 25.4;
  double bottom = (37 + 225) * 72 / 25.4;
  gunichar first = g_utf8_get_char (line->text);
  gunichar last = g_utf8_get_char (g_utf8_prev_char (line->text + strlen (line->text)));

  g_assert_cmpfloat (line->x_pt, >=, left - 0.05);
  g_assert_cmpfloat (line->x_pt + line->width_pt, <=, right + 0.05);
  if (line->part == JB_PAGE_NUMBER)
    return;
  g_assert_cmpfloat (line->y_pt + line->size_pt, <=, bottom + 0.05);
  if (is_any_of (first, "，。、；：？！”’）》〉」』】·～—…%‰℃㎡/") && line->part != JB_PAGE_COPIES)
    g_error ("starts badly: %s", line->text);
  if (is_any_of (last, "“‘（《〈「『【￥$①") && line->line + 1 < line->n_lines)
    g_error ("ends badly: %s", line->text);
}

/* Returns: Han characters of the text */
static guint
count_characters (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_isalnum (g_utf8_get_char (p));
  return n;
}

static void
test_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20200421);
  guint n_pages = 0;

  while (n_pages < 200)
    {
      g_autoptr(JbBriefing) briefing = random_briefing (rand);
      g_autoptr(JbPages) pages = paginate (briefing);

      for (guint p = 0; p < jb_pages_get_count (pages); p++)
        {
          guint n;
          const JbPageLine *lines = jb_pages_get_lines (pages, p, &n);

          for (guint i = 0; i < n; i++)
            {
              assert_line_is_well (&lines[i]);
              if (lines[i].part == JB_PAGE_ITEM && lines[i].line + 1 == lines[i].n_lines)
                g_assert_cmpuint (count_characters (lines[i].text), >=, 2);
            }
        }
      n_pages += jb_pages_get_count (pages);
    }
}

/* ---- with fonts ---- */

static gpointer
make_pages (gpointer data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autoptr(JbBriefing) briefing = random_briefing (rand);
  g_autoptr(JbPageStyle) style = jb_page_style_load ("jianbao", NULL);

  return jb_pages_new (briefing, style);
}

/* Returns: pixels that are not white */
static guint
count_ink (JbPages *pages, guint page)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;
  guint ink = 0;

  jb_pages_get_size (pages, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  jb_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < (int) height; y++)
    for (int x = 0; x < (int) width; x++)
      {
        const guint32 *row = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) +
                                                               y * cairo_image_surface_get_stride (surface));

        ink += (row[x] & 0xffffff) != 0xffffff;
      }
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_threads (void)
{
  g_autoptr(JbPages) pages = NULL;

  /* Made, drawn and dropped by different threads, one after the other, several times over. */
  for (guint round = 0; round < 3; round++)
    {
      g_clear_object (&pages);
      pages = g_thread_join (g_thread_new ("pages", make_pages, NULL));
      for (guint page = 0; page < jb_pages_get_count (pages); page++)
        g_assert_cmpuint (count_ink (pages, page), >, 1000);
    }
}

static void
test_fonts (void)
{
  g_autoptr(JbPages) pages = make_pages (NULL);

  for (guint p = 0; p < jb_pages_get_count (pages); p++)
    {
      guint n;
      const JbPageLine *lines = jb_pages_get_lines (pages, p, &n);

      for (guint i = 0; i < n; i++)
        assert_line_is_well (&lines[i]);
    }
}

/* Scripts that are shaped, joined, or run the other way are drawn in whole clusters. */
static void
test_scripts (void)
{
  static const char *const texts[] = {
    "שלום עולם", "中文مرحبا بالعالم中文", "e\xcc\x81t\xc3\xa9 ‍👩‍👩‍👧‍👦🇨🇳", "ཀྲུང་གོ་", "नमस्ते दुनिया",
    "\xcc\x81", "한국어 조선말", "\xf3\xa0\x84\x80葛󠄀",
    "\xff\xfe broken", "　　缩进", "\t制表\t符", "－－——----",
  };
  g_autoptr(JbBriefing) briefing = jb_briefing_new ("城事简报");
  g_autoptr(JbPageStyle) style = jb_page_style_load ("jianbao", NULL);
  g_autoptr(JbPages) pages = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    add_item (add_section (briefing, ""), texts[i], texts[i]);
  pages = jb_pages_new (briefing, style);
  for (guint p = 0; p < jb_pages_get_count (pages); p++)
    g_assert_cmpuint (count_ink (pages, p), >, 100);
}

static void
test_warnings (void)
{
  g_autoptr(JbBriefing) briefing = jb_briefing_new ("城事简报");
  g_autoptr(JbPageStyle) style = jb_page_style_load ("jianbao", NULL);
  g_autoptr(JbPages) pages = NULL;
  const char *const *warnings;
  gboolean told = FALSE;

  add_item (add_section (briefing, ""), "私用\xef\xa3\xbf字", NULL);  /* U+F8FF, in no text font */
  pages = jb_pages_new (briefing, style);
  warnings = jb_pages_get_warnings (pages);
  for (guint i = 0; warnings[i] != NULL; i++)
    told |= strstr (warnings[i], "\xef\xa3\xbf") != NULL;
  g_assert_true (told);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/an-empty-briefing-is-one-page-with-its-masthead", test_empty);
  g_test_add_func ("/pages/blank-fields-are-left-out", test_nothing);
  g_test_add_func ("/pages/the-masthead-has-issuer-left-and-date-right", test_masthead);
  g_test_add_func ("/pages/a-long-masthead-fits", test_long_masthead);
  g_test_add_func ("/pages/endless-fields-stay-inside-the-type-area", test_endless_fields);
  g_test_add_func ("/pages/even-pages-may-be-mirrored", test_mirrored);
  g_test_add_func ("/pages/a-page-has-22-lines-of-28-characters", test_grid);
  g_test_add_func ("/pages/no-page-begins-with-a-last-line", test_widow);
  g_test_add_func ("/pages/no-page-ends-with-a-heading", test_heading);
  g_test_add_func ("/pages/headings-are-numbered-once", test_numbering);
  g_test_add_func ("/pages/every-citation-is-one-source", test_sources);
  g_test_add_func ("/pages/a-note-number-stays-with-its-text", test_marker);
  g_test_add_func ("/pages/the-distribution-ends-the-last-page", test_footer);
  g_test_add_func ("/pages/page-numbers-stand-outside", test_page_numbers);
  g_test_add_func ("/pages/a-place-leads-to-its-item", test_find);
  g_test_add_func ("/pages/any-text-keeps-the-rules", test_random);
  g_test_add_func ("/pages/any-text-keeps-the-rules-with-fonts", test_fonts);
  g_test_add_func ("/pages/are-made-in-one-thread-and-drawn-in-another", test_threads);
  g_test_add_func ("/pages/other-scripts-are-drawn", test_scripts);
  g_test_add_func ("/pages/a-missing-character-is-told", test_warnings);
  return g_test_run ();
}
