/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-test-page.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

const char *const jb_test_news_headline = "云岭村把闲置粮仓改成乡村图书馆";

const char *const jb_test_news_text =
  "本报讯 6月12日傍晚，云汀区柳浦街道云岭村的老粮仓亮起了灯。三十多名放学的孩子挤在新刨过的木桌旁，听退休教师何清讲溪口渡船的旧事。"
  "这座建于1978年的粮仓闲置了二十多年，如今成了村里的图书馆，藏书8500册，开馆一个月接待读者2300人次。\n"
  "“原先想拆了盖停车场，村民代表会上吵了三回。”云岭村党支部书记林小雨告诉记者，去年秋天，街道请来设计团队驻村四十天，挨家挨户问大家到底"
  "缺什么。问下来，呼声最高的不是车位，而是一个让孩子写作业、让老人看报纸的地方。方案改了七稿，最终保留了粮仓的木梁和通风窗，只换掉漏雨的"
  "瓦，并在北墙开了一道长窗。\n"
  "改造花了86万元，其中区里的乡村文化专项补助占四成，其余由村集体和在外乡贤凑齐。木匠周大有今年六十八岁，粮仓当年的门板就是他师傅做的。"
  "听说要修，他带着两个徒弟来干了二十三天，只收了饭钱。“门轴还是老的，上点油，又能转五十年。”他说。\n"
  "图书馆的管理也不花钱。村里排了一张值班表，十九名志愿者轮流开门，其中既有返乡的大学生，也有小卖部的老板娘。借书不用押金，登记一个电话就能"
  "带走，到期没还的，值班的人顺路上门去问一声。开馆至今，只丢过一本菜谱，后来发现是被隔壁村的婶子借去抄了，还回来的时候夹着一张手写的腌菜方子。\n"
  "柳浦街道文化站站长沈舟介绍，今年全街道要把六处闲置的粮仓、祠堂和校舍改成公共文化空间，年底前全部开放。下一处是石门村的旧小学，计划八月动工。"
  "街道还将开通一辆流动书车，每周三、周六在各村之间换书，让六个点的藏书活起来。\n"
  "天黑透的时候，孩子们才陆续回家。何清老人把讲义收进布包，顺手关了靠门的一盏灯。他说，明天讲桥的故事，谁先到谁坐前排。\n";

const char *const jb_test_news_caption = "图为孩子们在图书馆里听讲。";

gboolean
jb_test_page_has_font (void)
{
  PangoFontDescription *wanted = pango_font_description_from_string (JB_TEST_SERIF " 10");
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);
  PangoFont *font = pango_font_map_load_font (map, context, wanted);
  PangoFontDescription *found = font != NULL ? pango_font_describe (font) : NULL;
  gboolean has_font = found != NULL && g_strcmp0 (pango_font_description_get_family (found), JB_TEST_SERIF) == 0;

  g_clear_pointer (&found, pango_font_description_free);
  g_clear_object (&font);
  g_object_unref (context);
  pango_font_description_free (wanted);
  return has_font;
}

static PangoLayout *
make_layout (cairo_t *cr, const char *font, double size, const char *text)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (description);
  return layout;
}

double
jb_test_page_add_line (cairo_t *cr, const char *font, double size, double x, double y, double width, const char *text)
{
  g_autoptr(PangoLayout) layout = make_layout (cr, font, size, text);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  cairo_move_to (cr, width > 0 ? x + (width - (double) extents.width / PANGO_SCALE) / 2 : x, y);
  pango_cairo_show_layout (cr, layout);
  return (double) extents.height / PANGO_SCALE;
}

double
jb_test_page_flow (cairo_t *cr, const char *font, double size, const JbTestFrame *frames, guint n_frames, const char *text)
{
  g_auto(GStrv) paragraphs = g_strsplit (text, "\n", -1);
  double pitch = 1.55 * size, y = frames[0].y;
  guint frame = 0;

  for (guint i = 0; paragraphs[i] != NULL && *paragraphs[i] != '\0'; i++)
    {
      g_autoptr(PangoLayout) layout = make_layout (cr, font, size, paragraphs[i]);

      pango_layout_set_width (layout, (int) (frames[0].width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_justify (layout, TRUE);
      pango_layout_set_indent (layout, (int) (2 * size * PANGO_SCALE));
      for (int j = 0; j < pango_layout_get_line_count (layout); j++)
        {
          if (y + pitch > frames[frame].y + frames[frame].height && frame + 1 < n_frames)
            y = frames[++frame].y;
          cairo_move_to (cr, frames[frame].x + (j == 0 ? 2 * size : 0), y + size);
          pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, j));
          y += pitch;
        }
    }
  return y;
}

void
jb_test_page_draw_news (cairo_t *cr)
{
  static const JbTestFrame frames[] = { { 45, 150, 157.5, 200 }, { 45, 560, 157.5, 110 }, { 219, 150, 157.5, 200 },
                                        { 219, 560, 157.5, 110 }, { 393, 150, 157.5, 640 } };

  jb_test_page_add_line (cr, JB_TEST_SANS, 9, 45, 28, 0, "云汀报　2023年6月14日　星期三　第02版：民生");
  jb_test_page_add_line (cr, JB_TEST_SERIF, 14, 45, 66, 505, "一座粮仓的新用处");
  jb_test_page_add_line (cr, JB_TEST_SERIF " Bold", 30, 45, 88, 505, jb_test_news_headline);
  jb_test_page_flow (cr, JB_TEST_SERIF, 10.5, frames, G_N_ELEMENTS (frames), jb_test_news_text);
  cairo_set_source_rgb (cr, 0.8, 0.85, 0.8);
  cairo_rectangle (cr, 45, 365, 331.5, 165);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  jb_test_page_add_line (cr, JB_TEST_SANS, 8.5, 45, 534, 331.5, jb_test_news_caption);
  jb_test_page_add_line (cr, JB_TEST_SERIF, 9, 45, 810, 505, "— 2 —");
}

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int n_bytes)
{
  g_byte_array_append (data, bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
jb_test_page_print_pdf (void (*draw) (cairo_t *cr), guint n_pages, double width, double height)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, width, height);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < n_pages; i++)
    {
      draw (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}
