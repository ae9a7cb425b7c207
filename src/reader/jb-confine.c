/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE  /* O_PATH, CLONE_THREAD */

#include "jb-confine.h"

#include "jb-error.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/landlock.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* All rights that Landlock knew when it came (ABI 1), and those of ABI 2 (refer), 3 (truncate), 5 (devices). */
#define RIGHTS_ABI_1 0x1fffULL
#define RIGHTS_ABI_2 (1ULL << 13)
#define RIGHTS_ABI_3 (1ULL << 14)
#define RIGHTS_ABI_5 (1ULL << 15)

/* What poppler opens while it reads or draws: character maps of fonts that are not embedded, and fonts. Nothing of the editor's. */
static const char *const readable[] = {
  "/usr/share/poppler", "/app/share/poppler", "/usr/share/fonts", "/usr/local/share/fonts", "/run/host/fonts", "/etc/fonts",
  "/usr/share/fontconfig", "/var/cache/fontconfig",
};

static const int forbidden[] = {
  SCMP_SYS (socket), SCMP_SYS (socketpair), SCMP_SYS (connect), SCMP_SYS (bind), SCMP_SYS (listen), SCMP_SYS (accept),
  SCMP_SYS (accept4), SCMP_SYS (execve), SCMP_SYS (execveat), SCMP_SYS (fork), SCMP_SYS (vfork), SCMP_SYS (ptrace),
  SCMP_SYS (process_vm_readv), SCMP_SYS (process_vm_writev), SCMP_SYS (pidfd_open), SCMP_SYS (pidfd_getfd),
  SCMP_SYS (open_by_handle_at), SCMP_SYS (mount), SCMP_SYS (umount2), SCMP_SYS (chroot), SCMP_SYS (pivot_root), SCMP_SYS (unshare),
  SCMP_SYS (setns), SCMP_SYS (bpf), SCMP_SYS (perf_event_open), SCMP_SYS (keyctl), SCMP_SYS (add_key), SCMP_SYS (request_key),
  SCMP_SYS (userfaultfd), SCMP_SYS (io_uring_setup), SCMP_SYS (io_uring_enter), SCMP_SYS (io_uring_register), SCMP_SYS (kill),
  SCMP_SYS (tkill), SCMP_SYS (unlink), SCMP_SYS (unlinkat), SCMP_SYS (rename), SCMP_SYS (renameat), SCMP_SYS (renameat2),
  SCMP_SYS (chmod), SCMP_SYS (fchmodat), SCMP_SYS (chown), SCMP_SYS (lchown), SCMP_SYS (fchownat), SCMP_SYS (mknod),
  SCMP_SYS (mknodat), SCMP_SYS (symlink), SCMP_SYS (symlinkat), SCMP_SYS (link), SCMP_SYS (linkat), SCMP_SYS (mkdir),
  SCMP_SYS (mkdirat), SCMP_SYS (rmdir), SCMP_SYS (truncate), SCMP_SYS (utime), SCMP_SYS (utimes), SCMP_SYS (utimensat),
  SCMP_SYS (futimesat), SCMP_SYS (setxattr), SCMP_SYS (lsetxattr), SCMP_SYS (removexattr), SCMP_SYS (lremovexattr),
  SCMP_SYS (shmget), SCMP_SYS (shmat), SCMP_SYS (msgget), SCMP_SYS (semget), SCMP_SYS (mq_open), SCMP_SYS (mq_unlink),
  SCMP_SYS (rt_sigqueueinfo), SCMP_SYS (rt_tgsigqueueinfo), SCMP_SYS (pidfd_send_signal), SCMP_SYS (process_madvise),
  SCMP_SYS (move_pages), SCMP_SYS (migrate_pages), SCMP_SYS (kcmp), SCMP_SYS (open_tree), SCMP_SYS (move_mount),
  SCMP_SYS (fsopen), SCMP_SYS (fsmount), SCMP_SYS (fspick), SCMP_SYS (fanotify_init), SCMP_SYS (acct), SCMP_SYS (syslog),
  SCMP_SYS (setpriority), SCMP_SYS (sched_setscheduler), SCMP_SYS (sched_setattr), SCMP_SYS (ioprio_set),
  /* Newer than the library that knows the names; the same on every architecture: fchmodat2, setxattrat, removexattrat. */
  452, 463, 466,
};

/* Where the flags of clone stand among its arguments. */
#if defined(__s390__) || defined(__CRIS__)
#define CLONE_FLAGS SCMP_A1
#else
#define CLONE_FLAGS SCMP_A0
#endif

static gboolean
fail (const char *what, int number, GError **error)
{
  g_set_error (error, JB_ERROR, JB_ERROR_HELPER, "%s: %s", what, g_strerror (number));
  return FALSE;
}

static gboolean
limit (int resource, rlim_t value)
{
  struct rlimit both = { value, value };

  return setrlimit (resource, &both) == 0;
}

static gboolean
limit_resources (gsize max_memory, GError **error)
{
#if defined(__SANITIZE_ADDRESS__) || defined(JB_SANITIZED)
  /* The sanitizer maps terabytes. */
  max_memory = 0;
#endif
  if ((max_memory > 0 && !limit (RLIMIT_AS, max_memory)) || !limit (RLIMIT_FSIZE, 0) || !limit (RLIMIT_CORE, 0))
    return fail ("limits", errno, error);
  return TRUE;
}

static void
allow_reading (int rules, const char *path)
{
  struct landlock_path_beneath_attr beneath = {
    .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
    .parent_fd = open (path, O_PATH | O_CLOEXEC),
  };

  if (beneath.parent_fd < 0)
    return;
  syscall (SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
  close (beneath.parent_fd);
}

/* Returns: 1 where files are closed off, 0 where the kernel cannot do that, -1 after a failure */
static int
close_files (void)
{
  long version = syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  struct landlock_ruleset_attr attributes = { RIGHTS_ABI_1 };
  int rules, status;

  if (version < 1)
    return 0;
  attributes.handled_access_fs |= (version >= 2 ? RIGHTS_ABI_2 : 0) | (version >= 3 ? RIGHTS_ABI_3 : 0) |
                                  (version >= 5 ? RIGHTS_ABI_5 : 0);
  rules = (int) syscall (SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
  if (rules < 0)
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (readable); i++)
    allow_reading (rules, readable[i]);
  status = (int) syscall (SYS_landlock_restrict_self, rules, 0);
  close (rules);
  return status == 0 ? 1 : -1;
}

/* A call that is not allowed fails; what comes of it is a failed file. */
static gboolean
forbid_calls (gboolean forbid_files, GError **error)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ALLOW);
  const int opening[] = { SCMP_SYS (open), SCMP_SYS (openat), SCMP_SYS (openat2), SCMP_SYS (creat) };
  int status = filter == NULL ? -ENOMEM : 0;

  for (guint i = 0; i < G_N_ELEMENTS (forbidden) && status == 0; i++)
    status = seccomp_rule_add (filter, SCMP_ACT_ERRNO (EPERM), forbidden[i], 0);
  for (guint i = 0; i < G_N_ELEMENTS (opening) && status == 0 && forbid_files; i++)
    status = seccomp_rule_add (filter, SCMP_ACT_ERRNO (EACCES), opening[i], 0);
  /* Threads may come, processes may not. What clone3 is asked cannot be seen here; the C library then takes clone. */
  if (status == 0)
    status = seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (clone3), 0);
  if (status == 0)
    status = seccomp_rule_add (filter, SCMP_ACT_ERRNO (EPERM), SCMP_SYS (clone), 1,
                               CLONE_FLAGS (SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
  /* Its own threads it may end, as abort() does, and its own limits it may set; not those of other processes. */
  if (status == 0)
    status = seccomp_rule_add (filter, SCMP_ACT_ERRNO (EPERM), SCMP_SYS (tgkill), 1,
                               SCMP_A0 (SCMP_CMP_NE, (scmp_datum_t) getpid ()));
  if (status == 0)
    status = seccomp_rule_add (filter, SCMP_ACT_ERRNO (EPERM), SCMP_SYS (prlimit64), 1, SCMP_A0 (SCMP_CMP_NE, 0));
  if (status == 0)
    status = seccomp_load (filter);
  if (filter != NULL)
    seccomp_release (filter);
  return status == 0 || fail ("seccomp", -status, error);
}

/* What is given up here is given up by the calling thread and those it starts, not by others that are there already. */
static gboolean
is_alone (void)
{
  g_autoptr(GDir) dir = g_dir_open ("/proc/self/task", 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n <= 1;
}

gboolean
jb_confine (gsize max_memory, GError **error)
{
  int closed;

  if (!is_alone ())
    return fail ("threads", EBUSY, error);
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl (PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
    return fail ("prctl", errno, error);
  if (!limit_resources (max_memory, error))
    return FALSE;
  closed = close_files ();
  if (closed < 0)
    return fail ("Landlock", errno, error);
  return forbid_calls (closed == 0, error);
}

void
jb_confine_allow_seconds (guint n_seconds)
{
  struct rusage used;
  struct rlimit both;

  getrusage (RUSAGE_SELF, &used);
  getrlimit (RLIMIT_CPU, &both);
  both.rlim_cur = (rlim_t) (used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1 + n_seconds;
  setrlimit (RLIMIT_CPU, &both);
}

static gpointer
wait_for_end (gpointer data)
{
  struct pollfd other = { GPOINTER_TO_INT (data), 0, 0 };

  /* POLLHUP needs not be asked for, so that it sleeps until then */
  while (poll (&other, 1, -1) < 0 && errno == EINTR)
    ;
  _exit (0);
}

gboolean
jb_confine_end_with (int connection, GError **error)
{
  pthread_attr_t attributes;
  pthread_t thread;
  int status;

  pthread_attr_init (&attributes);
  pthread_attr_setstacksize (&attributes, MAX (PTHREAD_STACK_MIN, 64 * 1024));
  pthread_attr_setdetachstate (&attributes, PTHREAD_CREATE_DETACHED);
  status = pthread_create (&thread, &attributes, wait_for_end, GINT_TO_POINTER (connection));
  pthread_attr_destroy (&attributes);
  return status == 0 || fail ("pthread_create", status, error);
}
