/* SPDX-License-Identifier: BSD-3-Clause */
#define _POSIX_C_SOURCE 200809L

#include "child.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A pipe whose end in the parent no later child inherits: if a later child had a copy of it, the
 * first child would never read the end of the file. */
static bool open_pipe(int ends[2], int parents)
{
    return pipe(ends) == 0 && fcntl(ends[parents], F_SETFD, FD_CLOEXEC) == 0;
}

/* Starts the program with a pipe to it and a pipe from it. */
static bool start(struct child *child, char *const argv[])
{
    int in[2], out[2];
    if (!open_pipe(in, 1) || !open_pipe(out, 0))
        return false;
    child->pid = fork();
    if (child->pid < 0)
        return false;
    if (child->pid == 0) {
        dup2(in[0], STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        close(in[0]);
        close(out[1]);
        execvp(argv[0], argv);
        _exit(127);
    }
    close(in[0]);
    close(out[1]);
    child->to = fdopen(in[1], "w");
    child->from = fdopen(out[0], "r");
    return child->to != NULL && child->from != NULL;
}

bool start_child(struct child *child, const char *words, char *const argv[])
{
    char *line = child->about;
    *line = '\0';
    if (start(child, argv) && fgets(line, sizeof child->about, child->from) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (strncmp(line, words, strlen(words)) == 0)
            return true;
    }
    if (*line == '\0')
        snprintf(line, sizeof child->about, "error: %s does not run", argv[0]);
    stop_child(child);
    return false;
}

void stop_child(struct child *child)
{
    if (child->to == NULL)
        return;
    fclose(child->to);
    fclose(child->from);
    child->to = NULL;
    waitpid(child->pid, NULL, 0);
}

double ask_child(struct child *child, const char *question)
{
    char line[64];
    fprintf(child->to, "%s\n", question);
    fflush(child->to);
    if (fgets(line, sizeof line, child->from) == NULL) {
        fprintf(stderr, "bench: %s: it failed in %s\n", child->about, question);
        exit(1);
    }
    return strtod(line, NULL);
}
