/* SPDX-License-Identifier: BSD-3-Clause
 *
 * terminal COLUMNS UNTIL PROGRAM ARGUMENT...: runs a program in a terminal of its own that has so
 * many columns, and prints what the program writes there. If UNTIL is not empty, the program gets
 * SIGTERM as soon as that text is there. The exit status is that of the program.
 */
#define _GNU_SOURCE /* posix_openpt(), TIOCSWINSZ */

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum { LONGEST = 1 << 20 };

_Noreturn static void give_up(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    exit(125);
}

/* The program's end of the terminal. Line ends stay as they are. */
static int open_end(int terminal, int columns)
{
    const char *name = ptsname(terminal);
    const struct winsize size = {24, (unsigned short)columns, 0, 0};
    struct termios settings;
    const int fd = name == NULL ? -1 : open(name, O_RDWR | O_NOCTTY);
    if (fd < 0 || tcgetattr(fd, &settings) != 0)
        give_up("the terminal");
    settings.c_oflag &= (tcflag_t)~OPOST;
    if (tcsetattr(fd, TCSANOW, &settings) != 0 || ioctl(fd, TIOCSWINSZ, &size) != 0)
        give_up("the terminal");
    return fd;
}

static pid_t start(int terminal, int end, char **words)
{
    const pid_t child = fork();
    if (child < 0)
        give_up("fork");
    if (child > 0)
        return child;
    for (int fd = 0; fd <= 2; fd++)
        dup2(end, fd);
    close(terminal);
    close(end);
    execv(words[0], words);
    _exit(127);
}

/* What the program writes, until it ends: then reading fails. */
static void copy_text(int terminal, pid_t child, const char *until)
{
    static char text[LONGEST + 1];
    size_t length = 0;
    bool is_waiting = *until != '\0';
    while (length < LONGEST) {
        const ssize_t got = read(terminal, text + length, LONGEST - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        length += (size_t)got;
        text[length] = '\0';
        if (is_waiting && strstr(text, until) != NULL) {
            kill(child, SIGTERM);
            is_waiting = false;
        }
    }
    fwrite(text, 1, length, stdout);
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fprintf(stderr, "usage: terminal COLUMNS UNTIL PROGRAM ARGUMENT...\n");
        return 125;
    }
    const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0)
        give_up("the terminal");
    const int end = open_end(terminal, atoi(argv[1]));
    const pid_t child = start(terminal, end, argv + 3);
    close(end);
    copy_text(terminal, child, argv[2]);
    int status;
    if (waitpid(child, &status, 0) != child)
        give_up("waitpid");
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
