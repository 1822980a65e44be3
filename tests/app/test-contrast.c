/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "app-support.h"
#include "sgn-colors.h"

/* WCAG 2.1, 1.4.3 and 1.4.11. */
#define LEAST_OF_TEXT 4.5
#define LEAST_OF_SHAPES 3.0

/* CIEDE2000: what nobody takes for the same colour, also beside each other on a small sign. */
#define LEAST_DIFFERENCE 10

/* Linear light, 0 to 1. */
typedef struct {
  double r;
  double g;
  double b;
} Light;

/* Lightness and the two axes of colour. */
typedef struct {
  double l;
  double a;
  double b;
} Lab;

/* What the eye with one kind of cone missing makes of a light (Machado, Oliveira, Fernandes 2009,
 * severity 1.0); the first is the usual eye. */
static const struct {
  const char *name;
  double from[9];
} eyes[] = {
  { "usual", { 1, 0, 0, 0, 1, 0, 0, 0, 1 } },
  { "protanopia",
    { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
      1.051998 } },
  { "deuteranopia",
    { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
      0.968881 } },
  { "tritanopia",
    { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
      0.303900 } },
};

/* The grounds of the toolkit's own style: window, list or card; the first is the darker one. */
static const struct {
  SgnScheme scheme;
  const char *grounds[2];
} schemes[] = {
  { SGN_SCHEME_LIGHT, { "#FAFAFA", "#FFFFFF" } },
  { SGN_SCHEME_DARK, { "#242424", "#383838" } },
  { SGN_SCHEME_LIGHT_CONTRAST, { "#FAFAFA", "#FFFFFF" } },
  { SGN_SCHEME_DARK_CONTRAST, { "#242424", "#383838" } },
};

static double
to_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static Light
to_light (const GdkRGBA *color)
{
  return (Light){ to_linear (color->red), to_linear (color->green), to_linear (color->blue) };
}

static double
get_luminance (const GdkRGBA *color)
{
  Light light = to_light (color);

  return 0.2126 * light.r + 0.7152 * light.g + 0.0722 * light.b;
}

static double
get_contrast (const GdkRGBA *one, const GdkRGBA *other)
{
  double a = get_luminance (one) + 0.05;
  double b = get_luminance (other) + 0.05;

  return MAX (a, b) / MIN (a, b);
}

static double
root_of (double part)
{
  return part > 216.0 / 24389 ? cbrt (part) : (24389.0 / 27 * part + 16) / 116;
}

/* sRGB primaries, D65. */
static Lab
to_lab (Light light)
{
  double x = root_of ((0.4124564 * light.r + 0.3575761 * light.g + 0.1804375 * light.b) / 0.95047);
  double y = root_of (0.2126729 * light.r + 0.7151522 * light.g + 0.0721750 * light.b);
  double z = root_of ((0.0193339 * light.r + 0.1191920 * light.g + 0.9503041 * light.b) / 1.08883);

  return (Lab){ 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

static Lab
see (const GdkRGBA *color, const double *from)
{
  Light light = to_light (color);

  return to_lab ((Light){
    CLAMP (from[0] * light.r + from[1] * light.g + from[2] * light.b, 0, 1),
    CLAMP (from[3] * light.r + from[4] * light.g + from[5] * light.b, 0, 1),
    CLAMP (from[6] * light.r + from[7] * light.g + from[8] * light.b, 0, 1),
  });
}

static double
get_hue (double a, double b)
{
  double hue = atan2 (b, a) * 180 / G_PI;

  return hue < 0 ? hue + 360 : hue;
}

static double
cos_of (double degrees)
{
  return cos (degrees * G_PI / 180);
}

static double
seventh_part (double chroma)
{
  return sqrt (pow (chroma, 7) / (pow (chroma, 7) + pow (25, 7)));
}

/* CIEDE2000 (Sharma, Wu, Dalal 2005), all weights 1. */
static double
get_difference (Lab one, Lab two)
{
  double stretch = 1.5 - 0.5 * seventh_part ((hypot (one.a, one.b) + hypot (two.a, two.b)) / 2);
  double chroma1 = hypot (one.a * stretch, one.b);
  double chroma2 = hypot (two.a * stretch, two.b);
  double hue1 = get_hue (one.a * stretch, one.b);
  double hue2 = get_hue (two.a * stretch, two.b);
  double turn = remainder (hue2 - hue1, 360);
  double l = (one.l + two.l) / 2;
  double c = (chroma1 + chroma2) / 2;
  double h = fabs (hue1 - hue2) > 180 ? (hue1 + hue2 + 360) / 2 : (hue1 + hue2) / 2;
  double t = 1 - 0.17 * cos_of (h - 30) + 0.24 * cos_of (2 * h) + 0.32 * cos_of (3 * h + 6) -
             0.20 * cos_of (4 * h - 63);
  double dl = (two.l - one.l) / (1 + 0.015 * pow (l - 50, 2) / sqrt (20 + pow (l - 50, 2)));
  double dc = (chroma2 - chroma1) / (1 + 0.045 * c);
  double dh = 2 * sqrt (chroma1 * chroma2) * sin (turn * G_PI / 360) / (1 + 0.015 * c * t);
  double turned =
    -2 * seventh_part (c) * sin (60 * exp (-pow ((h - 275) / 25, 2)) * G_PI / 180) * dc * dh;

  return sqrt (dl * dl + dc * dc + dh * dh + turned);
}

static GdkRGBA
parse (const char *text)
{
  GdkRGBA color;

  g_assert_true (gdk_rgba_parse (&color, text));
  return color;
}

static GdkRGBA
get_color (SgnColor color, SgnScheme scheme)
{
  GdkRGBA rgba;

  sgn_color_get (color, scheme, &rgba);
  return rgba;
}

static void
assert_contrast (SgnColor ink, SgnScheme scheme, const GdkRGBA *ground, double least)
{
  GdkRGBA color = get_color (ink, scheme);
  double contrast = get_contrast (&color, ground);

  if (contrast < least)
    g_error ("%s: %.2f : 1 where %.1f : 1 is needed (scheme %d)", sgn_color_get_name (ink),
             contrast, least, scheme);
}

/* The pairs of the paper that defined the formula, which holds the odd cases. */
static void
differences_are_measured_as_published (void)
{
  static const struct {
    Lab one;
    Lab two;
    double difference;
  } pairs[] = {
    { { 50.0000, 2.6772, -79.7751 }, { 50.0000, 0.0000, -82.7485 }, 2.0425 },
    { { 50.0000, 2.5000, 0.0000 }, { 73.0000, 25.0000, -18.0000 }, 27.1492 },
    { { 50.0000, 2.4900, -0.0010 }, { 50.0000, -2.4900, 0.0011 }, 7.2195 },
    { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
    { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpfloat_with_epsilon (get_difference (pairs[i].one, pairs[i].two),
                                    pairs[i].difference, 0.0001);
}

static void
text_stands_out_from_every_ground (void)
{
  static const SgnColor inks[] = {
    SGN_COLOR_NOT_ANSWERED, SGN_COLOR_DONE,    SGN_COLOR_PARTIAL,
    SGN_COLOR_NOT_DONE,     SGN_COLOR_UNKNOWN, SGN_COLOR_NOT_APPLICABLE,
    SGN_COLOR_ACCENT,       SGN_COLOR_TEXT,    SGN_COLOR_SECONDARY,
  };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    for (guint k = 0; k < G_N_ELEMENTS (inks); k++)
      for (guint g = 0; g < G_N_ELEMENTS (schemes[i].grounds); g++) {
        GdkRGBA ground = parse (schemes[i].grounds[g]);

        assert_contrast (inks[k], schemes[i].scheme, &ground, LEAST_OF_TEXT);
      }
}

static void
states_stand_out_from_their_tints (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    for (SgnColor ink = SGN_COLOR_DONE; ink <= SGN_COLOR_NOT_APPLICABLE; ink++) {
      GdkRGBA tint = get_color (ink + SGN_COLOR_DONE_TINT - SGN_COLOR_DONE, schemes[i].scheme);

      if (tint.alpha > 0)
        assert_contrast (ink, schemes[i].scheme, &tint, LEAST_OF_TEXT);
    }
}

static void
words_stand_out_from_the_primary_button (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++) {
    GdkRGBA ground = get_color (SGN_COLOR_ACCENT_GROUND, schemes[i].scheme);

    assert_contrast (SGN_COLOR_ON_ACCENT, schemes[i].scheme, &ground, LEAST_OF_TEXT);
  }
}

/* The style sheet makes quiet words from the colour of the words around them. */
/* An empty part of a bar or ring is no state; what says something has the accent's colour. */
static void
lines_stand_out_from_their_track (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++) {
    GdkRGBA track = get_color (SGN_COLOR_TRACK, schemes[i].scheme);

    assert_contrast (SGN_COLOR_ACCENT, schemes[i].scheme, &track, LEAST_OF_SHAPES);
  }
}

static void
quiet_words_can_be_read (void)
{
  static const struct {
    const char *ground;
    double ink;   /* the toolkit's words: white or black, as a grey */
    double alpha; /* how much of it the toolkit takes, and 0.72 of that */
  } cases[] = {
    { "#FAFAFA", 0, 0.8 * 0.72 },
    { "#FFFFFF", 0, 0.8 * 0.72 },
    { "#242424", 1, 0.72 },
    { "#383838", 1, 0.72 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    GdkRGBA ground = parse (cases[i].ground);
    double grey = cases[i].ink * cases[i].alpha + ground.red * (1 - cases[i].alpha);
    GdkRGBA words = { grey, grey, grey, 1 };

    g_assert_cmpfloat (get_contrast (&words, &ground), >=, LEAST_OF_TEXT);
  }
}

static void
states_stay_apart_for_every_eye (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    for (guint eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
      for (SgnMark a = SGN_MARK_NONE; a < SGN_N_MARKS; a++)
        for (SgnMark b = a + 1; b < SGN_N_MARKS; b++) {
          GdkRGBA one = get_color (sgn_mark_get_color (a), schemes[i].scheme);
          GdkRGBA two = get_color (sgn_mark_get_color (b), schemes[i].scheme);
          double difference =
            get_difference (see (&one, eyes[eye].from), see (&two, eyes[eye].from));

          if (difference < LEAST_DIFFERENCE)
            g_error ("%s, scheme %d: %s and %s differ by %.1f", eyes[eye].name, schemes[i].scheme,
                     sgn_color_get_name (sgn_mark_get_color (a)),
                     sgn_color_get_name (sgn_mark_get_color (b)), difference);
        }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/contrast/differences-are-measured-as-published",
                   differences_are_measured_as_published);
  g_test_add_func ("/app/contrast/text-stands-out-from-every-ground",
                   text_stands_out_from_every_ground);
  g_test_add_func ("/app/contrast/states-stand-out-from-their-tints",
                   states_stand_out_from_their_tints);
  g_test_add_func ("/app/contrast/words-stand-out-from-the-primary-button",
                   words_stand_out_from_the_primary_button);
  g_test_add_func ("/app/contrast/lines-stand-out-from-their-track",
                   lines_stand_out_from_their_track);
  g_test_add_func ("/app/contrast/quiet-words-can-be-read", quiet_words_can_be_read);
  g_test_add_func ("/app/contrast/states-stay-apart-for-every-eye",
                   states_stay_apart_for_every_eye);
  return g_test_run ();
}
