/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a confined process cannot do any more, and what it still can. Each fact is tried in a process of its own. */
#define _GNU_SOURCE  /* memfd_create(), prlimit() */

#include "jb-confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#define MEMORY (512UL * 1024 * 1024)

static gboolean
kernel_has_landlock (void)
{
  return syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) >= 1;
}

static void
confine (void)
{
  g_autoptr(GError) error = NULL;

  jb_confine (MEMORY, &error);
  g_assert_no_error (error);
}

/* Runs the rest of the test in a process of its own. Returns: TRUE in the process that only waits */
static gboolean
stand_aside (void)
{
  if (g_test_subprocess ())
    return FALSE;
  g_test_trap_subprocess (NULL, 20 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  return TRUE;
}

#define assert_denied(call) \
  G_STMT_START { errno = 0; g_assert_cmpint ((call), ==, -1); g_assert_true (errno == EPERM || errno == EACCES); } G_STMT_END

static void
test_files (void)
{
  g_autofree char *folder = NULL, *path = NULL, *link_path = NULL;

  if (stand_aside ())
    return;
  folder = g_dir_make_tmp ("jianbao-test-XXXXXX", NULL);
  path = g_build_filename (folder, "a", NULL);
  link_path = g_build_filename (folder, "b", NULL);
  g_assert_true (g_file_set_contents (path, "云汀", -1, NULL));
  confine ();
  assert_denied (open ("/etc/passwd", O_RDONLY));
  assert_denied (open ("/", O_RDONLY | O_DIRECTORY));
  assert_denied (open ("/proc/self/environ", O_RDONLY));
  assert_denied (open (path, O_RDONLY));
  assert_denied (open (path, O_WRONLY | O_TRUNC));
  assert_denied (open (link_path, O_WRONLY | O_CREAT, 0600));
  assert_denied (truncate (path, 0));
  assert_denied (unlink (path));
  assert_denied (rename (path, link_path));
  assert_denied (link (path, link_path));
  assert_denied (symlink ("/etc/passwd", link_path));
  assert_denied (mkdir (link_path, 0700));
  assert_denied (rmdir (folder));
  assert_denied (chmod (path, 0777));
  assert_denied (utimensat (AT_FDCWD, path, NULL, 0));
  assert_denied (setxattr (path, "user.a", "a", 1, 0));
}

static void
test_others (void)
{
  char *const argv[] = { (char *) "/bin/true", NULL };
  struct rlimit limits;

  if (stand_aside ())
    return;
  confine ();
  assert_denied (socket (AF_INET, SOCK_STREAM, 0));
  assert_denied (socket (AF_UNIX, SOCK_STREAM, 0));
  assert_denied (socket (AF_NETLINK, SOCK_RAW, 0));
  assert_denied (fork ());
  assert_denied (vfork ());
  assert_denied (execv ("/bin/true", argv));
  assert_denied (kill (getppid (), SIGCONT));
  assert_denied ((int) syscall (SYS_tgkill, getppid (), getppid (), SIGCONT));
  assert_denied (prlimit (getppid (), RLIMIT_CPU, NULL, &limits));
  assert_denied ((int) syscall (SYS_ptrace, 16, getppid (), 0, 0));
  assert_denied (shmget (IPC_PRIVATE, 4096, IPC_CREAT | 0600));
  assert_denied ((int) syscall (SYS_unshare, 0x10000000));
  assert_denied ((int) syscall (SYS_io_uring_setup, 1, NULL));
}

static void
test_memory (void)
{
#if defined(__SANITIZE_ADDRESS__)
  g_test_skip ("the sanitizer maps terabytes");
#else
  void *much;

  if (stand_aside ())
    return;
  confine ();
  much = mmap (NULL, 4UL << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  g_assert_true (much == MAP_FAILED);
  much = mmap (NULL, MEMORY / 4, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  g_assert_true (much != MAP_FAILED);
#endif
}

static gpointer
add_one (gpointer data)
{
  (*(guint *) data)++;
  return NULL;
}

static void
test_allowed (void)
{
  int ends[2], descriptor;
  guint n = 0;
  char read_back[4] = "";
  void *mapped;

  if (stand_aside ())
    return;
  descriptor = memfd_create ("test", MFD_CLOEXEC);
  g_assert_cmpint (write (descriptor, "abc", 3), ==, 3);
  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM, 0, ends), ==, 0);
  confine ();
  g_assert_cmpint (pread (descriptor, read_back, 3, 0), ==, 3);
  g_assert_cmpstr (read_back, ==, "abc");
  mapped = mmap (NULL, 3, PROT_READ, MAP_PRIVATE, descriptor, 0);
  g_assert_true (mapped != MAP_FAILED);
  g_assert_cmpint (send (ends[0], "d", 1, MSG_NOSIGNAL), ==, 1);
  g_assert_cmpint (recv (ends[1], read_back, 1, 0), ==, 1);
  g_thread_join (g_thread_new ("test", add_one, &n));
  g_assert_cmpuint (n, ==, 1);
}

static void
test_fonts (void)
{
  g_autoptr(GDir) dir = NULL;

  if (!kernel_has_landlock ())
    {
      g_test_skip ("this kernel has no Landlock: no files at all can be opened");
      return;
    }
  if (!g_file_test ("/usr/share/fonts", G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("there are no fonts");
      return;
    }
  if (stand_aside ())
    return;
  confine ();
  dir = g_dir_open ("/usr/share/fonts", 0, NULL);
  g_assert_nonnull (dir);
  assert_denied (open ("/usr/share/fonts/new", O_WRONLY | O_CREAT, 0600));
}

static gpointer
sleep_for_ever (gpointer data)
{
  for (;;)
    pause ();
  return NULL;
}

static void
test_threads_before (void)
{
  g_autoptr(GError) error = NULL;

  if (stand_aside ())
    return;
  g_thread_unref (g_thread_new ("test", sleep_for_ever, NULL));
  g_assert_false (jb_confine (MEMORY, &error));
  g_assert_nonnull (error);
  _exit (0);
}

/* A process that is busy for ever ends when the other end of its socket is closed. */
static void
test_end (void)
{
  int ends[2], status;
  pid_t child;

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      if (!jb_confine (MEMORY, NULL) || !jb_confine_end_with (ends[1], NULL))
        _exit (1);
      write (ends[1], "a", 1) == 1 ? (void) 0 : _exit (1);
      for (volatile guint n = 0;; n++)
        ;
    }
  close (ends[1]);
  g_assert_cmpint (read (ends[0], &status, 1), ==, 1);
  close (ends[0]);
  for (guint i = 0; i < 200; i++)
    {
      if (waitpid (child, &status, WNOHANG) == child)
        {
          g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
          return;
        }
      g_usleep (G_USEC_PER_SEC / 20);
    }
  kill (child, SIGKILL);
  g_assert_not_reached ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/confine/no-files", test_files);
  g_test_add_func ("/confine/no-network-no-programs-no-processes", test_others);
  g_test_add_func ("/confine/no-more-memory", test_memory);
  g_test_add_func ("/confine/descriptors-and-threads-stay", test_allowed);
  g_test_add_func ("/confine/fonts-stay", test_fonts);
  g_test_add_func ("/confine/not-beside-threads", test_threads_before);
  g_test_add_func ("/confine/ends-with-its-connection", test_end);
  return g_test_run ();
}
