/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-pdf-render.h"
#include "jb-test-input.h"
#include "jb-test-page.h"

#include <locale.h>
#include <string.h>
#include <time.h>

static JbDecoded *
read_bytes (GBytes *bytes, const char *password, GError **error)
{
  g_autoptr(JbInput) input = jb_input_new (bytes);

  input->password = password;
  return jb_importer_read (input, error);
}

static JbDecoded *
read_drawn (void (*draw) (cairo_t *), guint n_pages)
{
  g_autoptr(GBytes) bytes = jb_test_page_print_pdf (draw, n_pages, 595, 842);
  g_autoptr(GError) error = NULL;
  JbDecoded *decoded = read_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return decoded;
}

/* Reads a page and compares all that is said about it. */
static void
assert_drawn (void (*draw) (cairo_t *), const char *expected)
{
  g_autoptr(JbDecoded) decoded = NULL;
  g_autofree char *dump = NULL;

  if (!jb_test_page_has_font ())
    {
      g_test_skip ("no font for Chinese");
      return;
    }
  decoded = read_drawn (draw, 1);
  dump = jb_test_dump_decoded (decoded);
  g_assert_cmpstr (dump, ==, expected);
}

static gboolean
lacks_font (void)
{
  if (jb_test_page_has_font ())
    return FALSE;
  g_test_skip ("no font for Chinese");
  return TRUE;
}

/* The three columns run around the picture; the caption stands behind the paragraph it interrupts. */
static void
test_news (void)
{
  g_autoptr(JbDecoded) decoded = NULL;
  g_autofree char *text = NULL, *headline = NULL;
  g_auto(GStrv) paragraphs = g_strsplit (jb_test_news_text, "\n", -1);
  const char *at;

  if (lacks_font ())
    return;
  decoded = read_drawn (jb_test_page_draw_news, 1);
  headline = g_strconcat ("\n一座粮仓的新用处\n", jb_test_news_headline, "\n", NULL);
  at = strstr (decoded->text, headline);
  g_assert_nonnull (at);
  for (guint i = 0; *paragraphs[i] != '\0'; i++)
    {
      g_auto(GStrv) parts = g_strsplit (paragraphs[i], " ", -1);
      g_autofree char *line = NULL, *set = g_strjoinv ("　", parts);

      line = g_strconcat ("\n", set, "\n", NULL);
      at = strstr (at, line);
      g_assert_nonnull (at);
    }
  g_assert_nonnull (strstr (decoded->text, jb_test_news_caption));
  g_assert_null (strstr (decoded->text, "— 2 —"));
}

/* Every printed line has its box, and the boxes say what stands in them. */
static void
test_boxes (void)
{
  g_autoptr(JbDecoded) decoded = NULL;
  glong length;
  guint end = 0;

  if (lacks_font ())
    return;
  decoded = read_drawn (jb_test_page_draw_news, 1);
  length = g_utf8_strlen (decoded->text, -1);
  g_assert_cmpuint (decoded->sheets->len, ==, 1);
  g_assert_cmpuint (decoded->boxes->len, >, 50);
  for (guint i = 0; i < decoded->boxes->len; i++)
    {
      const JbBox *box = &g_array_index (decoded->boxes, JbBox, i);

      g_assert_cmpuint (box->start, >=, end);
      g_assert_cmpuint (box->end, >, box->start);
      g_assert_cmpint (box->end, <=, length);
      g_assert_true (box->x >= 0 && box->y >= 0 && box->x + box->width <= 596 && box->y + box->height <= 842);
      end = box->end;
    }
}

static void
draw_notice (cairo_t *cr)
{
  static const JbTestFrame frame = { 79, 300, 448, 430 };

  jb_test_page_add_line (cr, JB_TEST_SERIF, 16, 0, 150, 595, "云区政办〔2023〕18号");
  jb_test_page_add_line (cr, JB_TEST_SERIF " Bold", 22, 0, 200, 595, "云汀区人民政府办公室关于");
  jb_test_page_add_line (cr, JB_TEST_SERIF " Bold", 22, 0, 234, 595, "做好夏季防汛工作的通知");
  jb_test_page_add_line (cr, JB_TEST_SERIF, 16, 79, 276, 0, "各街道办事处，区政府各部门：");
  jb_test_page_flow (cr, JB_TEST_SERIF, 16, &frame, 1,
                     "入汛以来，我区降雨较常年偏多三成。为确保安全度汛，经区政府同意，现将有关事项通知如下。\n"
                     "一、压实责任\n"
                     "各街道要把防汛责任落实到村、到组、到人，6月20日前完成排查，建立隐患清单，逐一销号。\n"
                     "二、备足物资\n"
                     "区应急局要会同各街道清点编织袋、水泵和冲锋舟，按不低于去年1.5倍的数量储备，缺口部分由区财政专项安排。\n");
  jb_test_page_add_line (cr, JB_TEST_SERIF, 16, 330, 690, 0, "云汀区人民政府办公室");
  jb_test_page_add_line (cr, JB_TEST_SERIF, 16, 362, 716, 0, "2023年6月9日");
  jb_test_page_add_line (cr, JB_TEST_SERIF, 14, 0, 800, 595, "— 1 —");
}

static void
test_notice (void)
{
  assert_drawn (draw_notice,
                "type: application/pdf\n"
                "pages: 1\n"
                "云区政办〔2023〕18号\n"
                "\n"
                "[title] 云汀区人民政府办公室关于做好夏季防汛工作的通知\n"
                "各街道办事处，区政府各部门：\n"
                "入汛以来，我区降雨较常年偏多三成。为确保安全度汛，经区政府同意，现将有关事项通知如下。\n"
                "一、压实责任\n"
                "各街道要把防汛责任落实到村、到组、到人，6月20日前完成排查，建立隐患清单，逐一销号。\n"
                "二、备足物资\n"
                "区应急局要会同各街道清点编织袋、水泵和冲锋舟，按不低于去年1.5倍的数量储备，缺口部分由区财政专项安排。\n"
                "\n\n\n"
                "云汀区人民政府办公室\n"
                "2023年6月9日\n");
}

/* Two articles side by side above one across the page: each has columns of its own. */
static void
draw_articles (cairo_t *cr)
{
  static const JbTestFrame left[] = { { 40, 90, 120, 210 }, { 175, 90, 120, 210 } }, right[] = { { 320, 110, 235, 190 } };
  static const JbTestFrame lower[] = { { 40, 380, 120, 160 }, { 171.5, 380, 120, 160 }, { 303.5, 380, 120, 160 },
                                       { 435, 380, 120, 160 } };

  jb_test_page_add_line (cr, JB_TEST_SERIF " Bold", 20, 40, 52, 255, "石门村办起修伞铺");
  jb_test_page_flow (cr, JB_TEST_SERIF, 10, left, 2,
                     "石门村的老祠堂里，每逢周五下午就飘出桐油味。七十一岁的修伞匠陆阿根支起一张条凳，专给乡亲修雨伞，分文不取。消息传开，邻近三个村的人"
                     "也撑着旧伞来了，最多的一天修了四十六把。\n"
                     "“伞骨断一根就扔，可惜。”陆阿根说，他十六岁学艺，走过八个县，如今腿脚不便，就想把手艺留在村里。村委会替他腾出东厢房，添了灯和工具柜，"
                     "又招来两名年轻人跟着学。到六月底，铺子一共修好雨伞九百多把，省下的不只是钱，还有一屋子旧日的念想。\n");
  jb_test_page_add_line (cr, JB_TEST_SERIF " Bold", 18, 320, 52, 235, "柳浦街道试行错时晒被");
  jb_test_page_add_line (cr, JB_TEST_SERIF, 10, 320, 84, 235, "本报记者　林小雨");
  jb_test_page_flow (cr, JB_TEST_SERIF, 10, right, 1,
                     "梅雨刚停，柳浦街道的晾晒架前就排起了队。为了让每户都晒得上太阳，街道把二百一十个公共晒位分成上午、午后两班，居民在手机上点一下就能约。\n"
                     "试行一周，约满率九成七，投诉从日均十二件降到一件。街道办事处副主任沈舟说，下一步还要把空置的露台用起来，再添八十个晒位，并给高龄老人"
                     "留出免预约的专区。\n");
  jb_test_page_add_line (cr, JB_TEST_SERIF " Bold", 26, 40, 330, 515, "一条溪串起六个村");
  jb_test_page_flow (cr, JB_TEST_SERIF, 10, lower, 4,
                     "从云岭村往下，云溪拐了十九道弯，流过六个村才汇入汀江。过去各村只管自己门前那一段，上游洗菜、下游洗衣，谁也说不清水是怎么浑的。去年冬天，"
                     "六个村坐到一张桌上，签了一份护溪公约，每村出两个人，组成十二人的巡溪队。\n"
                     "巡溪队每天早晚各走一趟，见了垃圾就捞，见了排口就记。四个月下来，他们画出一张排口图，标注了一百三十七个点，哪个归谁家、该怎么改，清清楚楚。"
                     "区水务局照着这张图，给沿溪的二百八十户接上了污水管。\n"
                     "水清了，人也近了。端午那天，六个村把龙舟赛合在一起办，起点在云岭，终点在河口，看热闹的人沿着溪岸站了五里路。何清老人数了数，说这是他记事"
                     "以来头一回见到这么多人同时站在溪边，却没有一个人往水里扔东西。\n"
                     "今年入夏，巡溪队又添了新活计。他们在每道弯口立了一块木牌，写上这一段的水深、名字和来历，让走路的人知道自己站在哪儿。木牌是村小的孩子写的，"
                     "字有大有小，歪的也不改，风吹日晒，倒像是溪水自己长出来的。\n");
}

static void
test_articles (void)
{
  g_autoptr(JbDecoded) decoded = NULL;
  static const char *const marks[] = { "石门村办起修伞铺\n", "\n石门村的老祠堂里", "\n“伞骨断一根就扔", "旧日的念想。\n",
                                       "柳浦街道试行错时晒被\n本报记者　林小雨\n梅雨刚停", "\n试行一周", "专区。\n",
                                       "\n一条溪串起六个村\n从云岭村往下", "\n巡溪队每天早晚", "接上了污水管。\n水清了",
                                       "往水里扔东西。\n今年入夏", "自己长出来的。\n" };
  g_auto(GStrv) lines = NULL;
  const char *at;
  guint n_lines = 0;

  if (lacks_font ())
    return;
  decoded = read_drawn (draw_articles, 1);
  at = decoded->text;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_test_message ("%s", marks[i]);
      at = strstr (at, marks[i]);
      g_assert_nonnull (at);
    }
  /* Three headlines, a byline, eight paragraphs, and nothing broken. */
  lines = g_strsplit (decoded->text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    n_lines += *lines[i] != '\0';
  g_assert_cmpuint (n_lines, ==, 12);
}

static guint drawn_page;

static void
draw_report (cairo_t *cr)
{
  static const JbTestFrame frame = { 90, 100, 420, 640 };
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *number = g_strdup_printf ("%u", ++drawn_page);

  for (guint i = 0; i < 9; i++)
    g_string_append_printf (text, "第%u页第%u段：全区新建改建农村公路%u公里，惠及%u个行政村，群众出行时间平均缩短二十分钟，沿线新增民宿和农家乐"
                            "一百余家，带动就业两千多人。下一步，将把养护责任落实到村，做到有路必养、养必到位。\n",
                            drawn_page, i + 1, drawn_page + i, 3 * i + 1);
  jb_test_page_add_line (cr, JB_TEST_SANS, 9, 90, 40, 0, "云汀区交通运输工作报告");
  jb_test_page_flow (cr, JB_TEST_SERIF, 12, &frame, 1, text->str);
  jb_test_page_add_line (cr, JB_TEST_SERIF, 10, 90, 800, 420, number);
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *at = strstr (text, what); at != NULL; at = strstr (at + 1, what))
    n++;
  return n;
}

/* The running head counts once, the page numbers not at all. */
static void
test_running_heads (void)
{
  g_autoptr(JbDecoded) decoded = NULL;
  g_autofree char *dump = NULL;

  if (lacks_font ())
    return;
  drawn_page = 0;
  decoded = read_drawn (draw_report, 4);
  dump = jb_test_dump_decoded (decoded);
  g_assert_cmpuint (count (dump, "\n[other] 云汀区交通运输工作报告\n"), ==, 3);
  g_assert_cmpuint (count (dump, "\n云汀区交通运输工作报告\n"), ==, 1);
  g_assert_cmpuint (count (dump, "\n第"), ==, 36);
  g_assert_cmpuint (count (dump, "养必到位。\n"), ==, 36);
  g_assert_null (strstr (dump, "\n3\n"));
}

/* The least of three, since others use the machine too. */
static double
time_pages (guint n_pages)
{
  g_autoptr(GBytes) bytes = NULL;
  double least = G_MAXDOUBLE;

  drawn_page = 0;
  bytes = jb_test_page_print_pdf (draw_report, n_pages, 595, 842);
  for (guint i = 0; i < 3; i++)
    {
      clock_t start = clock ();
      g_autoptr(JbDecoded) decoded = read_bytes (bytes, NULL, NULL);

      g_assert_nonnull (decoded);
      g_assert_cmpuint (decoded->sheets->len, ==, n_pages);
      least = MIN (least, (double) (clock () - start) * 1000 / CLOCKS_PER_SEC);
    }
  return least;
}

static void
test_many_pages (void)
{
  double few, many;

  if (lacks_font ())
    return;
  few = time_pages (50);
  many = time_pages (300);
  g_test_message ("50 pages in %.0f ms, 300 pages in %.0f ms", few, many);
  g_assert_cmpfloat (many, <, 20 * few);
}

static GBytes *
load_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "import", name, "input.pdf", NULL);

  return jb_test_load_input (path);
}

/* What the pair says without a password; with one, and with a wrong one. */
static void
test_password (void)
{
  g_autoptr(GBytes) bytes = load_file ("pdf-locked");
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDecoded) decoded = read_bytes (bytes, "yunting", &error);
  g_autoptr(JbDecoded) refused = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (decoded->text, ==, "云汀区第三季度重点工作安排\n");
  refused = read_bytes (bytes, "shimen", &error);
  g_assert_null (refused);
  g_assert_error (error, JB_ERROR, JB_ERROR_PASSWORD);
}

static void
draw_sideways (cairo_t *cr)
{
  cairo_translate (cr, 595, 0);
  cairo_rotate (cr, G_PI / 2);
  jb_test_page_add_line (cr, JB_TEST_SERIF " Bold", 20, 0, 60, 842, "各街道社区食堂一览表说明");
  jb_test_page_flow (cr, JB_TEST_SERIF, 12, &(JbTestFrame) { 100, 120, 640, 400 }, 1,
                     "本表按街道排列，供餐份数取六月份的平均值，价格取一荤两素套餐，老人凭卡另享八折，节假日照常供应。\n"
                     "表中所列食堂均可上门送餐，电话见各街道公示栏。\n");
}

/* A page printed sideways is read like any other, and its boxes stand upright. */
static void
test_sideways (void)
{
  g_autoptr(JbDecoded) decoded = NULL;
  const JbBox *box;

  if (lacks_font ())
    return;
  decoded = read_drawn (draw_sideways, 1);
  g_assert_cmpstr (decoded->text, ==,
                   "各街道社区食堂一览表说明\n\n"
                   "本表按街道排列，供餐份数取六月份的平均值，价格取一荤两素套餐，老人凭卡另享八折，节假日照常供应。\n"
                   "表中所列食堂均可上门送餐，电话见各街道公示栏。\n");
  box = &g_array_index (decoded->boxes, JbBox, 0);
  g_assert_cmpfloat (box->height, >, 200);
  g_assert_cmpfloat (box->width, <, 40);
  g_assert_cmpfloat (box->x, >, 480);
}

static void
draw_picture (cairo_t *cr)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 300);
  cairo_t *paper = cairo_create (image);

  cairo_set_source_rgb (paper, 0.9, 0.9, 0.85);
  cairo_paint (paper);
  cairo_destroy (paper);
  cairo_scale (cr, 595.0 / 200, 842.0 / 300);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_paint (cr);
  cairo_surface_destroy (image);
}

static void
test_pictures (void)
{
  g_autoptr(GBytes) bytes = jb_test_page_print_pdf (draw_picture, 2, 595, 842);
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDecoded) decoded = read_bytes (bytes, NULL, &error);

  g_assert_null (decoded);
  g_assert_error (error, JB_ERROR, JB_ERROR_NO_TEXT);
}

static void
test_damaged (void)
{
  static const char *const files[] = {
    "%PDF-1.4\n",
    "%PDF-1.7\n%\xe2\xe3\xcf\xd3\nnothing of what should be here\n%%EOF\n",
    /* The tree of pages leads back into itself. */
    "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 2000000000>>\nendobj\n"
    "3 0 obj\n<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 5>>\nendobj\n"
    "trailer\n<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (files[i], strlen (files[i]));
      g_autoptr(GError) error = NULL;
      g_autoptr(JbDecoded) decoded = read_bytes (bytes, NULL, &error);

      g_assert_null (decoded);
      g_assert_true (g_error_matches (error, JB_ERROR, JB_ERROR_FORMAT) || g_error_matches (error, JB_ERROR, JB_ERROR_NO_TEXT));
    }
}

/* Half of a file, and a file with every hundredth byte changed, are read or refused. */
static void
test_harmed (void)
{
  g_autoptr(GBytes) whole = jb_test_page_print_pdf (draw_picture, 1, 595, 842);
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (whole, &n_bytes);

  for (guint step = 1; step < 40; step++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, n_bytes);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(JbDecoded) decoded = NULL;

      for (gsize i = 50 + step; i < n_bytes; i += 40 + step)
        copy[i] = (guint8) (copy[i] * 7 + step);
      bytes = g_bytes_new (copy, step % 2 == 0 ? n_bytes : n_bytes * step / 40);
      decoded = read_bytes (bytes, NULL, NULL);
    }
}

static void
test_render (void)
{
  g_autoptr(GBytes) bytes = jb_test_page_print_pdf (draw_picture, 1, 595, 842);
  g_autoptr(GError) error = NULL;
  cairo_surface_t *surface = jb_pdf_render_page (bytes, NULL, 0, 2, &error);

  g_assert_no_error (error);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1190);
  cairo_surface_destroy (surface);
  surface = jb_pdf_render_page (bytes, NULL, 0, 1000, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cairo_image_surface_get_width (surface) * cairo_image_surface_get_height (surface), <=, JB_PDF_MAX_PIXELS);
  cairo_surface_destroy (surface);
  g_assert_null (jb_pdf_render_page (bytes, NULL, 1, 1, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_FORMAT);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/pdf/columns-run-around-a-picture", test_news);
  g_test_add_func ("/import/pdf/each-printed-line-has-its-box", test_boxes);
  g_test_add_func ("/import/pdf/a-notice-keeps-its-paragraphs", test_notice);
  g_test_add_func ("/import/pdf/articles-keep-their-columns", test_articles);
  g_test_add_func ("/import/pdf/running-heads-are-told-apart", test_running_heads);
  g_test_add_func ("/import/pdf/time-grows-with-the-pages", test_many_pages);
  g_test_add_func ("/import/pdf/passwords-are-asked-for", test_password);
  g_test_add_func ("/import/pdf/sideways-pages-are-read", test_sideways);
  g_test_add_func ("/import/pdf/pages-that-are-pictures-have-no-text", test_pictures);
  g_test_add_func ("/import/pdf/damaged-files-are-refused", test_damaged);
  g_test_add_func ("/import/pdf/harmed-files-do-no-harm", test_harmed);
  g_test_add_func ("/import/pdf/pages-are-drawn", test_render);
  return g_test_run ();
}
