// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Tone.h"

namespace segue {

namespace {

QColor pick(bool dark, QRgb light, QRgb night)
{
    return QColor::fromRgb(dark ? night : light);
}

} // namespace

bool isDark(const QPalette &palette)
{
    // By the text: a style sheet that makes a background transparent changes the base of the widget's palette.
    return palette.color(QPalette::Text).lightness() > 128;
}

QColor toneColor(const QPalette &palette, Tone tone)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Plain:
        return pick(dark, 0x1A1D24, 0xE8EAEE);
    case Tone::Muted:
        return pick(dark, 0x5B6472, 0xA4ADBA);
    case Tone::Accent:
        return pick(dark, 0x2F5BD7, 0x8FB0FF);
    case Tone::Good:
        return pick(dark, 0x1F7A3D, 0x7BD88F);
    case Tone::Warning:
        return pick(dark, 0x9A5B00, 0xF5B95B);
    case Tone::Bad:
        return pick(dark, 0xB3261E, 0xFF8A80);
    case Tone::Prod:
        return pick(dark, 0x6A1B9A, 0xD7A6F0);
    }
    return {};
}

QColor surfaceColor(const QPalette &palette, Surface surface)
{
    const bool dark = isDark(palette);
    switch (surface) {
    case Surface::Content:
        return pick(dark, 0xFFFFFF, 0x1D2026);
    case Surface::Sidebar:
        return pick(dark, 0xEDEFF3, 0x16181D);
    case Surface::Border:
        return pick(dark, 0xD9DDE3, 0x333842);
    case Surface::Hover:
        return pick(dark, 0xF3F5F9, 0x262A32);
    case Surface::Selected:
        return pick(dark, 0xE4ECFC, 0x293453);
    case Surface::ProdChip:
        return pick(dark, 0xF1E4F7, 0x35233F);
    case Surface::NeutralChip:
        return pick(dark, 0xE6E9EE, 0x2B303A);
    case Surface::Primary:
        return pick(dark, 0x2F5BD7, 0x8FB0FF);
    case Surface::PrimaryText:
        return pick(dark, 0xFFFFFF, 0x10131A);
    case Surface::Mark:
        return pick(dark, 0xFFEFB8, 0x57460F);
    }
    return {};
}

} // namespace segue
