/* SPDX-License-Identifier: BSD-3-Clause
 *
 * cases CASES ANSWERS [NUMBER...]: runs the command on each case of the file CASES, in a process of
 * its own that shares this program's start. It takes a tenth of the time of tests/cli.sh, whose
 * cases these are. If ANSWERS does not exist, the program writes a hash of each answer into it;
 * otherwise it compares, first the cases with these NUMBERs, and stops at the first difference: it
 * prints the number of the case and exits with 1.
 *
 * CASES has the number of arguments, then the arguments, for each case; each ends with a zero byte.
 */
#define _GNU_SOURCE /* memfd_create() */

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MAX_CASES = 8192, MAX_ARGUMENTS = 256 };

int nprand_main(int argc, char **argv);

static char *cases[MAX_CASES];
static uint64_t answers[MAX_CASES];

static void fail(const char *what)
{
    perror(what);
    exit(2);
}

static char *contents(const char *path, size_t *size)
{
    struct stat info;
    int file = open(path, O_RDONLY);
    if (file < 0 || fstat(file, &info) != 0)
        fail(path);
    *size = (size_t)info.st_size;
    char *text = malloc(*size + 1);
    if (text == NULL || read(file, text, *size) != (ssize_t)*size)
        fail(path);
    text[*size] = '\0';
    close(file);
    return text;
}

static size_t find_cases(const char *path)
{
    size_t size;
    char *text = contents(path, &size);
    size_t count = 0;
    for (char *at = text; at < text + size;) {
        if (count == MAX_CASES)
            fail("too many cases");
        cases[count++] = at;
        int arguments = atoi(at);
        for (int i = 0; i <= arguments; i++)
            at += strlen(at) + 1;
    }
    return count;
}

/* FNV-1a. */
static uint64_t hash(uint64_t h, const void *data, size_t size)
{
    const unsigned char *bytes = data;
    for (size_t i = 0; i < size; i++)
        h = (h ^ bytes[i]) * UINT64_C(0x100000001b3);
    return h;
}

static uint64_t hash_file(uint64_t h, int file)
{
    static char block[65536];
    ssize_t got;
    lseek(file, 0, SEEK_SET);
    while ((got = read(file, block, sizeof block)) > 0)
        h = hash(h, block, (size_t)got);
    return hash(h, "", 1);
}

/* So that a mutant neither runs for ever nor fills the disk. */
static void set_limits(void)
{
    const struct rlimit seconds = {3, 3}, bytes = {1 << 26, 1 << 26}, none = {0, 0};
    setrlimit(RLIMIT_CPU, &seconds);
    setrlimit(RLIMIT_FSIZE, &bytes);
    setrlimit(RLIMIT_CORE, &none);
}

static void run(char *text, int out, int err)
{
    char *arguments[MAX_ARGUMENTS + 2];
    static char name[] = "nprand";
    int count = atoi(text);
    if (count > MAX_ARGUMENTS)
        fail("too many arguments");
    arguments[0] = name;
    for (int i = 1; i <= count; i++)
        arguments[i] = text += strlen(text) + 1;
    arguments[count + 1] = NULL;
    int none = open("/dev/null", O_RDONLY);
    dup2(none, 0);
    dup2(out, 1);
    dup2(err, 2);
    set_limits();
    exit(nprand_main(count + 1, arguments));
}

static uint64_t answer(char *text)
{
    int out = memfd_create("out", 0);
    int err = memfd_create("err", 0);
    fflush(NULL);
    pid_t child = fork();
    if (child < 0 || out < 0 || err < 0)
        fail("fork");
    if (child == 0)
        run(text, out, err);
    int status = 0;
    waitpid(child, &status, 0);
    uint64_t h = hash(UINT64_C(0xcbf29ce484222325), &status, sizeof status);
    h = hash_file(hash_file(h, out), err);
    close(out);
    close(err);
    return h;
}

static void compare(size_t number)
{
    if (answers[number] != 0 && answer(cases[number]) != answers[number]) {
        printf("%zu\n", number);
        exit(1);
    }
}

/* A case whose answer is not the same a second time, such as numbers without a seed, has hash 0. */
static void write_answers(const char *path, size_t count)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL)
        fail(path);
    for (size_t i = 0; i < count; i++) {
        answers[i] = answer(cases[i]);
        if (answer(cases[i]) != answers[i])
            answers[i] = 0;
    }
    fwrite(answers, sizeof answers[0], count, file);
    if (fclose(file) != 0)
        fail(path);
}

int main(int argc, char **argv)
{
    if (argc < 3)
        fail("usage: cases CASES ANSWERS [NUMBER...]");
    size_t count = find_cases(argv[1]);
    if (access(argv[2], R_OK) != 0) {
        write_answers(argv[2], count);
        return 0;
    }
    size_t size;
    memcpy(answers, contents(argv[2], &size), count * sizeof answers[0]);
    for (int i = 3; i < argc; i++)
        compare((size_t)atoi(argv[i]));
    for (size_t i = 0; i < count; i++)
        compare(i);
    return 0;
}
