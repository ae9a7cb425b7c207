/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-discover-job.h"

#include "jb-decide.h"
#include "jb-desk.h"
#include "jb-history.h"
#include "jb-import-job.h"
#include "jb-registry.h"
#include "jb-test-library.h"

#include <string.h>

/* Six pages in which 澜泊谷 is told of in different words, and as many without it. */
static void
import (JbTestLibrary *t)
{
  static const char *const sentences[] = {
    "昨天清晨，澜泊谷飘起细雨。", "大家来到澜泊谷散步。", "孩子们爱看澜泊谷的萤火虫。", "老人说澜泊谷从前是码头。",
    "夜里，澜泊谷灯火通明。", "春天，澜泊谷开满杏花。",
  };

  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autofree char *page = g_strdup_printf ("第%u期小记\n\n本报讯（记者 林小雨）%s%s\n", i, i % 4 == 0 ? sentences[i / 4] : "天晴。",
                                               i % 4 == 0 ? sentences[(i / 4 + 1) % 6] : "风大。");
      g_autoptr(GBytes) bytes = g_bytes_new (page, strlen (page));
      g_autoptr(GError) error = NULL;
      g_autoptr(JbImportResult) result = jb_import_job_run_bytes (t->library, name, bytes, NULL, &error);

      g_assert_no_error (error);
    }
}

/* Returns: whether 澜泊谷 is offered */
static gboolean
is_offered (JbTestLibrary *t)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) names = jb_discover_job_run (t->library, JB_DISCOVER_LIMIT, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < names->len; i++)
    {
      const JbNewName *name = names->pdata[i];

      if (strcmp (name->name, "澜泊谷") == 0)
        {
          g_autoptr(JbArticle) article = jb_desk_load_article (t->library, name->article, &error);
          g_autofree char *whole = jb_article_dup_text (article);
          g_autofree char *text = g_utf8_substring (whole, name->start, name->end);

          g_assert_cmpstr (text, ==, "澜泊谷");
          g_assert_nonnull (strstr (name->sentence, "澜泊谷"));
          g_assert_cmpuint (name->n_articles, ==, 6);
          return TRUE;
        }
    }
  return FALSE;
}

static void
test_dismiss (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  import (t);
  g_assert_true (is_offered (t));
  g_assert_true (jb_discover_job_dismiss (t->library, " 澜泊谷 ", &error));
  g_assert_no_error (error);
  g_assert_false (is_offered (t));
  g_assert_false (jb_discover_job_dismiss (t->library, "澜泊谷", &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_KNOWN);
  g_clear_error (&error);
  g_assert_false (jb_discover_job_dismiss (t->library, " ", &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_INVALID);

  g_free (jb_decide_undo (t->library, NULL));
  g_assert_true (is_offered (t));
  g_free (jb_decide_redo (t->library, NULL));
  g_assert_false (is_offered (t));
}

static void
test_registry (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *id = NULL;

  import (t);
  id = jb_registry_add (t->library, JB_ENTITY_TYPE_PLACE, "澜泊谷", NULL);
  g_assert_nonnull (id);
  g_assert_false (is_offered (t));
}

static void
test_cancel (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  import (t);
  g_cancellable_cancel (cancellable);
  g_assert_null (jb_discover_job_run (t->library, 20, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, test) \
  g_test_add (path, JbTestLibrary, NULL, jb_test_library_set_up, test, jb_test_library_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/discover-job/a-dismissed-name-is-not-offered-again", test_dismiss);
  ADD ("/discover-job/a-name-of-the-registry-is-not-offered", test_registry);
  ADD ("/discover-job/it-can-be-stopped", test_cancel);
  return g_test_run ();
}
