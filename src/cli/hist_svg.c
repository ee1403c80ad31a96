/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A histogram as a picture: SVG that needs nothing else.
 */
#include "hist.h"

#include "error.h"

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* In pixels. */
enum { WIDTH = 860, HEIGHT = 536, LEFT = 92, RIGHT = 832, TOP = 100, BOTTOM = 456 };

/* Characters of a title that fit. */
enum { MOST_TITLE = 88 };

static const char bar_color[] = "#8fb8de";
static const char curve_color[] = "#b3372b";

/* What is where: values from x_lo to x_hi, and 0 to most in a bin. */
struct scale {
    double x_lo, x_hi;
    double most;
    double shift; /* bars of integers begin half a number lower */
};

static double place_x(const struct scale *s, double x)
{
    return LEFT + (x - s->x_lo) / (s->x_hi - s->x_lo) * (RIGHT - LEFT);
}

static double place_y(const struct scale *s, double y)
{
    return BOTTOM - y / s->most * (BOTTOM - TOP);
}

#ifdef __GNUC__
__attribute__((format(printf, 2, 3)))
#endif
static void
put(struct output *out, const char *format, ...)
{
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    write_text(out, text);
}

static void put_escaped(struct output *out, const char *text)
{
    for (size_t i = 0; text[i] != '\0' && i < MOST_TITLE; i++) {
        switch (text[i]) {
        case '&':
            write_text(out, "&amp;");
            break;
        case '<':
            write_text(out, "&lt;");
            break;
        case '>':
            write_text(out, "&gt;");
            break;
        default:
            write_char(out, text[i] >= ' ' && text[i] <= '~' ? text[i] : '?');
        }
    }
    if (strlen(text) > MOST_TITLE)
        write_text(out, "...");
}

/* ---- Texts -------------------------------------------------------------------------------- */

static void put_statistics(const struct picture *p, struct output *out)
{
    const struct summary *s = p->summary;
    put(out, "count %" PRIu64 ", mean %.6g, standard deviation %.6g, min %.6g, max %.6g", s->count,
        s->mean, deviation_of(s), s->min, s->max);
}

static void put_quantiles(const struct picture *p, struct output *out)
{
    const double *q = p->quantiles;
    put(out, "quantiles 5 %%: %.6g, 25 %%: %.6g, 50 %%: %.6g, 75 %%: %.6g, 95 %%: %.6g", q[0], q[1],
        q[2], q[3], q[4]);
}

static uint64_t outside_of(const struct bins *b)
{
    return b->below + b->above;
}

static void put_outside(const struct picture *p, struct output *out)
{
    uint64_t outside = outside_of(p->bins);
    put(out, "%" PRIu64 " values (%.3g %%) are not shown: %" PRIu64 " below, %" PRIu64 " above",
        outside, 100 * (double)outside / (double)p->summary->count, p->bins->below, p->bins->above);
}

static void write_head(const struct picture *p, struct output *out)
{
    put(out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
        "viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"title desc\" "
        "font-family=\"system-ui, Helvetica, Arial, sans-serif\" font-size=\"13\" "
        "fill=\"#333333\">\n",
        WIDTH, HEIGHT, WIDTH, HEIGHT);
    write_text(out, "<title id=\"title\">Histogram: ");
    put_escaped(out, p->title);
    write_text(out, "</title>\n<desc id=\"desc\">Histogram of ");
    int digits = digits_of_edges(p->bins);
    put(out, "%" PRIu64 " bins from %.*g to %.*g; ", (uint64_t)p->bins->n, digits,
        p->bins->edges[0], digits, p->bins->edges[p->bins->n]);
    put_statistics(p, out);
    write_text(out, "; ");
    put_quantiles(p, out);
    if (outside_of(p->bins) > 0) {
        write_text(out, "; ");
        put_outside(p, out);
    }
    write_text(out, p->curve != NULL ? ". A line shows the expected numbers." : ".");
    put(out, "</desc>\n<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n", WIDTH, HEIGHT);
}

static void write_texts(const struct picture *p, struct output *out)
{
    write_text(out,
               "<text x=\"24\" y=\"32\" font-size=\"15\" font-weight=\"600\" fill=\"#111111\" "
               "font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\">");
    put_escaped(out, p->title);
    write_text(out, "</text>\n<text x=\"24\" y=\"54\">");
    put_statistics(p, out);
    write_text(out, "</text>\n<text x=\"24\" y=\"73\">");
    put_quantiles(p, out);
    write_text(out, "</text>\n");
    if (outside_of(p->bins) == 0)
        return;
    put(out, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" font-size=\"12\">", RIGHT, HEIGHT - 12);
    put_outside(p, out);
    write_text(out, "</text>\n");
}

/* ---- Axes --------------------------------------------------------------------------------- */

static void put_number(char *text, size_t size, double x, int exponent, int digits)
{
    const double longest = 1e10;
    if (fabs(x) >= longest || exponent < -6)
        snprintf(text, size, "%.*g", digits, x);
    else
        snprintf(text, size, "%.*f", exponent < 0 ? -exponent : 0, x == 0 ? 0 : x);
}

static void write_y_axis(const struct scale *s, struct output *out)
{
    char number[64];
    int exponent;
    double step = fmax(1, nice_step(s->most / 6, &exponent));
    for (double y = 0; y <= s->most; y += step) {
        put_number(number, sizeof number, y, 0, digits_for(step, 0, s->most));
        put(out, "<path d=\"M%d %.1fH%d\" stroke=\"#e3e6ea\"/>", LEFT, place_y(s, y), RIGHT);
        put(out, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n", LEFT - 8,
            place_y(s, y) + 4.5, number);
    }
}

static void write_x_axis(const struct scale *s, bool integers, struct output *out)
{
    char number[64];
    int exponent;
    double span = s->x_hi - s->x_lo;
    bool are_long = digits_for(span / 10, s->x_lo, s->x_hi) > 8;
    double step = nice_step(span / (are_long ? 4 : 10), &exponent);
    if (integers && step < 1) {
        step = 1;
        exponent = 0;
    }
    put(out, "<path d=\"M%d %dH%d\" stroke=\"#555555\"/>\n", LEFT, BOTTOM, RIGHT);
    int digits = digits_for(step, s->x_lo, s->x_hi);
    double first = ceil(s->x_lo / step - 1e-9);
    for (int i = 0; i <= 12; i++) {
        double x = (first + i) * step;
        if (x > s->x_hi + step * 1e-9)
            break;
        put_number(number, sizeof number, x, exponent, digits);
        put(out, "<path d=\"M%.1f %dv6\" stroke=\"#555555\"/>", place_x(s, x), BOTTOM);
        put(out, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n", place_x(s, x),
            BOTTOM + 21, number);
    }
    put(out, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">value</text>\n", (LEFT + RIGHT) / 2,
        BOTTOM + 42);
    put(out,
        "<text transform=\"translate(20 %d) rotate(-90)\" text-anchor=\"middle\">"
        "values in a bin</text>\n",
        (TOP + BOTTOM) / 2);
}

/* ---- Bars and curve ----------------------------------------------------------------------- */

static void write_bars(const struct bins *b, const struct scale *s, struct output *out)
{
    const double gap = (double)(RIGHT - LEFT) / (double)b->n > 4 ? 1 : 0;
    const int digits = digits_of_edges(b);
    put(out, "<g fill=\"%s\">\n", bar_color);
    for (size_t i = 0; i < b->n; i++) {
        double left = place_x(s, b->edges[i] - s->shift);
        double right = place_x(s, b->edges[i + 1] - s->shift);
        double top = place_y(s, (double)b->counts[i]);
        if (b->counts[i] == 0)
            continue;
        put(out, "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\">", left + gap / 2, top,
            right - left - gap, BOTTOM - top);
        put(out, "<title>%.*g to %.*g: %" PRIu64 "</title></rect>\n", digits, b->edges[i], digits,
            b->integers ? b->edges[i + 1] - 1 : b->edges[i + 1], b->counts[i]);
    }
    write_text(out, "</g>\n");
}

static void put_point(struct output *out, bool first, double x, double y)
{
    const double outside = -1000;
    put(out, "%s%.2f %.2f", first ? "M" : "L", x, fmax(y, outside));
}

/* A density, times the width of a bin and the count. */
static double expected_at(const struct picture *p, double x)
{
    const double *edges = p->bins->edges;
    return (edges[1] - edges[0]) * (double)p->summary->count * density_at(p->curve, x);
}

static double value_at_pixel(const struct scale *s, int i)
{
    return s->x_lo + (s->x_hi - s->x_lo) * i / (RIGHT - LEFT);
}

static void write_density(const struct picture *p, const struct scale *s, struct output *out)
{
    bool first = true;
    for (int i = 0; i <= RIGHT - LEFT; i++) {
        double y = expected_at(p, value_at_pixel(s, i));
        if (!isnan(y)) {
            put_point(out, first, LEFT + i, place_y(s, y));
            first = false;
        }
    }
}

static double middle_of(const struct bins *b, const struct scale *s, size_t i)
{
    return place_x(s, (b->edges[i] + b->edges[i + 1]) / 2 - s->shift);
}

static void write_masses(const struct picture *p, const struct scale *s, struct output *out)
{
    for (size_t i = 0; i < p->bins->n; i++)
        put_point(out, i == 0, middle_of(p->bins, s, i), place_y(s, p->bins->expected[i]));
}

/* Between integers, a line has no meaning: they get points, where these do not touch. */
static void write_points(const struct picture *p, const struct scale *s, struct output *out)
{
    const size_t most_points = 80;
    if (!p->curve->discrete || p->bins->n > most_points)
        return;
    put(out, "<g fill=\"%s\">\n", curve_color);
    for (size_t i = 0; i < p->bins->n; i++)
        put(out, "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"3\"/>\n", middle_of(p->bins, s, i),
            place_y(s, p->bins->expected[i]));
    write_text(out, "</g>\n");
}

static void write_curve(const struct picture *p, const struct scale *s, struct output *out)
{
    if (p->curve == NULL)
        return;
    put(out,
        "<clipPath id=\"area\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></clipPath>\n",
        LEFT, TOP - 1, RIGHT - LEFT, BOTTOM - TOP + 3);
    put(out,
        "<path clip-path=\"url(#area)\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\" "
        "stroke-linejoin=\"round\" d=\"",
        curve_color);
    if (p->curve->discrete)
        write_masses(p, s, out);
    else
        write_density(p, s, out);
    write_text(out, "\"/>\n");
    write_points(p, s, out);
    put(out, "<path d=\"M%d 84h24\" stroke=\"%s\" stroke-width=\"1.8\"/>", RIGHT - 96, curve_color);
    put(out, "<text x=\"%d\" y=\"88.5\" text-anchor=\"end\">expected</text>\n", RIGHT);
}

/* A density above all bars is shown up to its top, if that is not far. */
static double top_of_density(const struct picture *p, const struct scale *s)
{
    double most = s->most;
    double top = most;
    if (p->curve == NULL || p->curve->discrete)
        return most;
    for (int i = 0; i <= RIGHT - LEFT; i++)
        top = fmax(top, expected_at(p, value_at_pixel(s, i)));
    return top < 1.3 * most ? top : most;
}

static struct scale find_scale(const struct picture *p)
{
    const double headroom = 1.04;
    const struct bins *b = p->bins;
    struct scale s = {.shift = b->integers ? 0.5 : 0};
    s.x_lo = b->edges[0] - s.shift;
    s.x_hi = b->edges[b->n] - s.shift;
    s.most = fmax((double)b->most, b->expected_most);
    s.most = headroom * top_of_density(p, &s);
    return s;
}

static void write_picture_of(const struct picture *p, struct output *out)
{
    struct scale s = find_scale(p);
    write_head(p, out);
    write_texts(p, out);
    write_y_axis(&s, out);
    write_bars(p->bins, &s, out);
    write_curve(p, &s, out);
    write_x_axis(&s, p->bins->integers, out);
    write_text(out, "</svg>\n");
}

/* Bins that are too wide for the curve have none. */
void write_svg(const struct picture *p, struct output *out)
{
    struct picture shown = *p;
    if (p->bins->expected == NULL)
        shown.curve = NULL;
    write_picture_of(&shown, out);
}
