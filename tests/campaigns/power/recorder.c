/* Writes down, in the order in which they happen, all calls of a process that change what is below one folder.

   Loaded before libc (LD_PRELOAD). POWER_ROOT is the folder, POWER_LOG the file that is written (see log.py), and
   whatever is written into POWER_MARKS becomes a mark in the log. What is written through mapped memory is not seen:
   SQLite does that with its -shm only, which is no more than memory with a name. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { CREATE = 1, WRITE, TRUNCATE, SYNC, SYNC_FOLDER, RENAME, UNLINK, MKDIR, MARK, LINK };

struct __attribute__((packed)) head {
    uint8_t op;
    uint32_t path, other;
    uint64_t inode, offset, bytes;
};

#define REAL(name) static __typeof__(&name) real; if (!real) real = dlsym(RTLD_NEXT, #name)

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
static char root[PATH_MAX], marks[PATH_MAX];
static size_t root_length;
static int out = -1;

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("POWER_ROOT"), *log = getenv("POWER_LOG"), *marked = getenv("POWER_MARKS");
    if (!folder || !log || !marked) return;
    out = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    strncpy(marks, marked, sizeof marks - 1);
    strncpy(root, folder, sizeof root - 1);
    root_length = strlen(root);
}

static void lock(void) { pthread_mutex_lock(&one_at_a_time); }

static long unlock(long answer) {
    int kept = errno;
    pthread_mutex_unlock(&one_at_a_time);
    errno = kept;
    return answer;
}

static int below(const char *path) {
    return out >= 0 && !strncmp(path, root, root_length) && (path[root_length] == '/' || !path[root_length]);
}

static void put(int op, const char *path, const char *other, uint64_t inode, uint64_t offset, const void *data,
                uint64_t bytes) {
    struct head head = {op, path ? strlen(path) : 0, other ? strlen(other) : 0, inode, offset, bytes};
    struct iovec parts[] = {
        {&head, sizeof head}, {(void *)path, head.path}, {(void *)other, head.other}, {(void *)data, data ? bytes : 0}};
    int kept = errno;
    ssize_t all = sizeof head + head.path + head.other + (data ? bytes : 0);
    if (syscall(SYS_writev, out, parts, 4) != all) {
        fprintf(stderr, "power recorder: the log cannot be written\n");
        abort();
    }
    errno = kept;
}

/* The path a file descriptor was opened by, if it is below the folder. */
static int place(int fd, char *path, struct stat *told) {
    char link[64];
    int kept = errno, is_below = 0;
    if (out >= 0 && fd != out) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        ssize_t length = readlink(link, path, PATH_MAX - 1);
        if (length > 0) {
            path[length] = 0;
            is_below = (below(path) || !strcmp(path, marks)) && !fstat(fd, told);
        }
    }
    errno = kept;
    return is_below;
}

static void whole(int folder, const char *path, char *answer) {
    char base[PATH_MAX] = "";
    if (path[0] != '/') {
        if (folder == AT_FDCWD) {
            if (!getcwd(base, sizeof base)) base[0] = 0;
        } else {
            char link[64];
            snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
            ssize_t length = readlink(link, base, sizeof base - 1);
            base[length > 0 ? length : 0] = 0;
        }
        strncat(base, "/", sizeof base - strlen(base) - 1);
    }
    snprintf(answer, PATH_MAX, "%s%s", base, path);
}

static void wrote(int fd, const void *data, ssize_t bytes, off_t offset) {
    char path[PATH_MAX];
    struct stat told;
    if (bytes <= 0 || !place(fd, path, &told)) return;
    if (!strcmp(path, marks)) put(MARK, 0, 0, 0, 0, data, bytes);
    else if (S_ISREG(told.st_mode)) put(WRITE, 0, 0, told.st_ino, offset, data, bytes);
}

/* What the kernel copied by itself is read back. */
static void copied(int fd, ssize_t bytes) {
    char link[64], path[PATH_MAX];
    struct stat told;
    if (bytes <= 0 || !place(fd, path, &told)) return;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    int again = (int)syscall(SYS_openat, AT_FDCWD, link, O_RDONLY | O_CLOEXEC, 0);
    off_t offset = lseek(fd, 0, SEEK_CUR) - bytes;
    char *data = malloc(bytes);
    if (again < 0 || !data || pread(again, data, bytes, offset) != bytes) abort();
    wrote(fd, data, bytes, offset);
    free(data);
    close(again);
}

static void shortened(int fd, off_t size) {
    char path[PATH_MAX];
    struct stat told;
    if (place(fd, path, &told)) put(TRUNCATE, 0, 0, told.st_ino, size, 0, 0);
}

static void synced(int fd) {
    char path[PATH_MAX];
    struct stat told;
    if (!place(fd, path, &told)) return;
    if (S_ISDIR(told.st_mode)) put(SYNC_FOLDER, path, 0, 0, 0, 0, 0);
    else put(SYNC, 0, 0, told.st_ino, 0, 0, 0);
}

static void opened(int fd, const char *path, int flags, int was_there) {
    struct stat told;
    if (fd < 0 || !below(path) || fstat(fd, &told) || !S_ISREG(told.st_mode)) return;
    if ((flags & O_CREAT) && !was_there) put(CREATE, path, 0, told.st_ino, 0, 0, 0);
    else if (flags & O_TRUNC) put(TRUNCATE, 0, 0, told.st_ino, 0, 0, 0);
}

static int open_and_tell(int (*really)(int, const char *, int, ...), int folder, const char *name, int flags, int mode) {
    char path[PATH_MAX];
    struct stat told;
    lock();
    whole(folder, name, path);
    int was_there = !lstat(path, &told);
    int fd = really(folder, name, flags, mode);
    opened(fd, path, flags, was_there);
    return (int)unlock(fd);
}

#define MODE                                      \
    int mode = 0;                                 \
    if (flags & (O_CREAT | __O_TMPFILE)) {        \
        va_list rest;                             \
        va_start(rest, flags);                    \
        mode = va_arg(rest, int);                 \
        va_end(rest);                             \
    }

static __typeof__(&openat) real_openat(void) { REAL(openat); return real; }

int open(const char *name, int flags, ...) { MODE return open_and_tell(real_openat(), AT_FDCWD, name, flags, mode); }
int open64(const char *name, int flags, ...) { MODE return open_and_tell(real_openat(), AT_FDCWD, name, flags, mode); }
int openat(int folder, const char *name, int flags, ...) { MODE return open_and_tell(real_openat(), folder, name, flags, mode); }
int openat64(int folder, const char *name, int flags, ...) { MODE return open_and_tell(real_openat(), folder, name, flags, mode); }
int creat(const char *name, mode_t mode) {
    return open_and_tell(real_openat(), AT_FDCWD, name, O_CREAT | O_WRONLY | O_TRUNC, (int)mode);
}

ssize_t write(int fd, const void *data, size_t bytes) {
    REAL(write);
    lock();
    ssize_t done = real(fd, data, bytes);
    if (done > 0) wrote(fd, data, done, lseek(fd, 0, SEEK_CUR) - done);
    return unlock(done);
}

ssize_t pwrite(int fd, const void *data, size_t bytes, off_t offset) {
    REAL(pwrite);
    lock();
    ssize_t done = real(fd, data, bytes, offset);
    wrote(fd, data, done, offset);
    return unlock(done);
}

ssize_t pwrite64(int fd, const void *data, size_t bytes, off64_t offset) { return pwrite(fd, data, bytes, offset); }

ssize_t writev(int fd, const struct iovec *parts, int count) {
    REAL(writev);
    lock();
    ssize_t done = real(fd, parts, count);
    off_t end = done > 0 ? lseek(fd, 0, SEEK_CUR) : 0;
    if (done > 0 && end >= done) copied(fd, done);
    return unlock(done);
}

ssize_t sendfile(int to, int from, off_t *offset, size_t bytes) {
    REAL(sendfile);
    lock();
    ssize_t done = real(to, from, offset, bytes);
    copied(to, done);
    return unlock(done);
}

ssize_t sendfile64(int to, int from, off64_t *offset, size_t bytes) { return sendfile(to, from, offset, bytes); }

ssize_t copy_file_range(int from, off64_t *at, int to, off64_t *there, size_t bytes, unsigned flags) {
    (void)from, (void)at, (void)to, (void)there, (void)bytes, (void)flags;
    errno = ENOSYS; /* whoever asks copies in another way, which is seen */
    return -1;
}

int ftruncate(int fd, off_t size) {
    REAL(ftruncate);
    lock();
    int done = real(fd, size);
    if (!done) shortened(fd, size);
    return (int)unlock(done);
}

int ftruncate64(int fd, off64_t size) { return ftruncate(fd, size); }

int posix_fallocate(int fd, off_t offset, off_t bytes) {
    (void)fd, (void)offset, (void)bytes;
    return EINVAL; /* "not supported": nothing is promised by it */
}

int posix_fallocate64(int fd, off64_t offset, off64_t bytes) { return posix_fallocate(fd, offset, bytes); }

int fallocate(int fd, int mode, off_t offset, off_t bytes) {
    (void)fd, (void)mode, (void)offset, (void)bytes;
    errno = EOPNOTSUPP;
    return -1;
}

int fallocate64(int fd, int mode, off64_t offset, off64_t bytes) { return fallocate(fd, mode, offset, bytes); }

int fsync(int fd) {
    REAL(fsync);
    lock();
    int done = real(fd);
    if (!done) synced(fd);
    return (int)unlock(done);
}

int fdatasync(int fd) {
    REAL(fdatasync);
    lock();
    int done = real(fd);
    if (!done) synced(fd);
    return (int)unlock(done);
}

static int renamed(int done, int from, const char *old, int to, const char *new) {
    char one[PATH_MAX], other[PATH_MAX];
    whole(from, old, one), whole(to, new, other);
    if (!done && (below(one) || below(other))) {
        struct stat told = {0};
        int kept = errno;
        lstat(other, &told);
        errno = kept;
        put(RENAME, one, other, told.st_ino, 0, 0, 0);
    }
    return done;
}

int renameat(int from, const char *old, int to, const char *new) {
    REAL(renameat);
    lock();
    return (int)unlock(renamed(real(from, old, to, new), from, old, to, new));
}

int rename(const char *old, const char *new) { return renameat(AT_FDCWD, old, AT_FDCWD, new); }

int link(const char *old, const char *new) {
    REAL(link);
    char path[PATH_MAX];
    struct stat told;
    lock();
    int done = real(old, new);
    whole(AT_FDCWD, new, path);
    if (!done && below(path) && !lstat(path, &told)) put(LINK, path, 0, told.st_ino, 0, 0, 0);
    return (int)unlock(done);
}

int unlinkat(int folder, const char *name, int flags) {
    REAL(unlinkat);
    char path[PATH_MAX];
    lock();
    whole(folder, name, path);
    int done = real(folder, name, flags);
    if (!done && below(path)) put(UNLINK, path, 0, 0, 0, 0, 0);
    return (int)unlock(done);
}

int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }
int rmdir(const char *name) { return unlinkat(AT_FDCWD, name, AT_REMOVEDIR); }

int mkdirat(int folder, const char *name, mode_t mode) {
    REAL(mkdirat);
    char path[PATH_MAX];
    lock();
    whole(folder, name, path);
    int done = real(folder, name, mode);
    if (!done && below(path)) put(MKDIR, path, 0, 0, 0, 0, 0);
    return (int)unlock(done);
}

int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }
