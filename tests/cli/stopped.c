/* SPDX-License-Identifier: BSD-3-Clause
 *
 * stopped NPRAND: the command NPRAND writes a file, and gets a signal at a random moment. After the
 * run, the file is as it was before or whole, and no other file is in its folder.
 *
 * The moments are drawn at a fixed seed, between 0 and the time of a run without a signal. Of runs
 * that end before their signal, only the file is checked.
 */
#define _XOPEN_SOURCE 700

#include "nprand.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { STOPPED_RUNS = 100, MOST_RUNS = 1000, SKIPPED = 77, LONGEST = 64 };

static const char *const endings[] = {"npy", "txt", "csv", "json", "bin"};
enum { ENDINGS = sizeof endings / sizeof *endings };

static const int signals[] = {SIGHUP, SIGINT, SIGTERM};

struct file {
    char name[LONGEST];
    char *bytes; /* of the whole file */
    size_t size;
    double seconds; /* of a run */
};

_Noreturn static void give_up(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    exit(EXIT_FAILURE);
}

static char *read_file(const char *name, size_t *size)
{
    struct stat status;
    const int fd = open(name, O_RDONLY);
    if (fd < 0 || fstat(fd, &status) != 0)
        give_up(name);
    *size = (size_t)status.st_size;
    char *bytes = malloc(*size + 1);
    if (bytes == NULL || read(fd, bytes, *size) != status.st_size)
        give_up(name);
    close(fd);
    return bytes;
}

static void write_file(const char *name, const char *text)
{
    FILE *file = fopen(name, "w");
    if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0)
        give_up(name);
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void sleep_for(double seconds)
{
    struct timespec time = {(time_t)seconds, (long)(1e9 * (seconds - (double)(time_t)seconds))};
    while (nanosleep(&time, &time) != 0 && errno == EINTR)
        ;
}

static pid_t start(const char *nprand, const struct file *file)
{
    const pid_t child = fork();
    if (child < 0)
        give_up("fork");
    if (child > 0)
        return child;
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        signal(signals[i], SIG_DFL);
    execl(nprand, nprand, "--seed", "0", "--quiet", "-o", file->name, "rand", "200000", "1",
          (char *)NULL);
    _exit(127);
}

static int wait_for(pid_t child)
{
    int status;
    if (waitpid(child, &status, 0) != child)
        give_up("waitpid");
    return status;
}

/* A run without a signal. */
static void prepare(const char *nprand, const char *ending, struct file *file)
{
    snprintf(file->name, sizeof file->name, "x.%s", ending);
    const double begin = now();
    if (wait_for(start(nprand, file)) != 0) {
        fprintf(stderr, "%s: the command fails\n", file->name);
        exit(EXIT_FAILURE);
    }
    file->seconds = now() - begin;
    file->bytes = read_file(file->name, &file->size);
    unlink(file->name);
}

static bool is_alone(const char *name)
{
    bool alone = true;
    DIR *folder = opendir(".");
    if (folder == NULL)
        give_up("opendir");
    for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0 ||
            strcmp(entry->d_name, name) == 0)
            continue;
        fprintf(stderr, "left behind: %s\n", entry->d_name);
        unlink(entry->d_name);
        alone = false;
    }
    closedir(folder);
    return alone;
}

/* Whether the file has these bytes. */
static bool has_bytes(const char *name, const char *wanted, size_t wanted_size)
{
    size_t size;
    char *bytes = read_file(name, &size);
    const bool same = size == wanted_size && memcmp(bytes, wanted, size) == 0;
    free(bytes);
    return same;
}

/* old: the text of the file before, or NULL. */
static bool is_right(const struct file *file, const char *old, int status)
{
    const bool exists = access(file->name, F_OK) == 0;
    const bool is_whole = exists && has_bytes(file->name, file->bytes, file->size);
    bool right = is_alone(file->name);
    if (WIFEXITED(status))
        return right && WEXITSTATUS(status) == 0 && is_whole;
    if (old == NULL)
        right = right && (!exists || is_whole);
    else
        right = right && exists && (is_whole || has_bytes(file->name, old, strlen(old)));
    return right;
}

/* One run. Returns whether the signal stopped it. */
static bool stop(const char *nprand, const struct file *file, nprand_rng *rng, bool *right)
{
    const char *old = nprand_randint(rng, 0, 2) == 0 ? NULL : "old\n";
    const int number = signals[nprand_randint(rng, 0, 3)];
    const double delay = file->seconds * nprand_random_sample(rng);
    if (old != NULL)
        write_file(file->name, old);
    const pid_t child = start(nprand, file);
    sleep_for(delay);
    kill(child, number);
    const int status = wait_for(child);
    const bool is_stopped = WIFSIGNALED(status) && WTERMSIG(status) == number;
    *right = (is_stopped || WIFEXITED(status)) && is_right(file, old, status);
    if (!*right)
        fprintf(stderr, "FAILED: %s, %s, signal %d after %.4f s, status %d\n", file->name,
                old == NULL ? "new" : "old", number, delay, status);
    unlink(file->name);
    return is_stopped;
}

int main(int argc, char **argv)
{
    char folder[] = "/tmp/nprand-stopped-XXXXXX";
    struct file files[ENDINGS];
    nprand_rng rng;
    int runs = 0, stopped = 0, wrong = 0;
    if (argc != 2) {
        fprintf(stderr, "usage: stopped NPRAND\n");
        return 2;
    }
    char *nprand = realpath(argv[1], NULL);
    if (nprand == NULL || mkdtemp(folder) == NULL || chdir(folder) != 0)
        give_up(argv[1]);
    for (int i = 0; i < ENDINGS; i++)
        prepare(nprand, endings[i], &files[i]);
    if (nprand_seed(&rng, 1) != NPRAND_OK)
        return EXIT_FAILURE;
    while (stopped < STOPPED_RUNS && runs < MOST_RUNS) {
        bool right;
        stopped += stop(nprand, &files[runs % ENDINGS], &rng, &right);
        wrong += !right;
        runs++;
    }
    for (int i = 0; i < ENDINGS; i++)
        free(files[i].bytes);
    free(nprand);
    if (chdir("/") != 0 || rmdir(folder) != 0)
        give_up(folder);
    printf("%d runs, %d stopped by a signal, %d with a wrong file\n", runs, stopped, wrong);
    if (wrong > 0)
        return EXIT_FAILURE;
    if (stopped < STOPPED_RUNS) {
        printf("skipped: the runs end before their signals\n");
        return SKIPPED;
    }
    return EXIT_SUCCESS;
}
