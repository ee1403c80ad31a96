/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A line with a bar, the rate and the time left.
 */
#if !defined(_WIN32) && !defined(_POSIX_C_SOURCE)
#define _POSIX_C_SOURCE 200809L
#endif
#include "progress.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { BAR = 24, LINE = 78 };

static bool allowed;
static bool shown;
static time_t began;
static time_t last;

void allow_progress(void)
{
    allowed = isatty(STDERR_FILENO);
    began = last = time(NULL);
    if (allowed)
        atexit(end_progress);
}

static void put_duration(char *text, size_t size, double seconds)
{
    if (seconds < 100)
        snprintf(text, size, "%.0f s", seconds);
    else if (seconds < 6000)
        snprintf(text, size, "%.0f min", seconds / 60);
    else
        snprintf(text, size, "%.1f h", seconds / 3600);
}

static void put_line(double share, double bytes, double seconds)
{
    char bar[BAR + 1];
    char left[32];
    int full = (int)(share * BAR);
    for (int i = 0; i < BAR; i++)
        bar[i] = i < full ? '#' : '.';
    bar[BAR] = '\0';
    put_duration(left, sizeof left, seconds / share * (1 - share));
    fprintf(stderr, "\r%5.1f %% [%s] %8.2f GB %8.1f MB/s %9s left ", 100 * share, bar, bytes / 1e9,
            bytes / 1e6 / seconds, left);
    fflush(stderr);
}

void show_progress(uint64_t done, uint64_t count, unsigned size)
{
    if (!allowed || done == 0 || done == count)
        return;
    time_t now = time(NULL);
    if (now <= last || now - began < 2)
        return;
    last = now;
    shown = true;
    put_line((double)done / (double)count, (double)done * size, difftime(now, began));
}

void end_progress(void)
{
    if (shown)
        fprintf(stderr, "\r%*s\r", LINE, "");
    shown = false;
}
