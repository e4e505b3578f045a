// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/PageArea.h"

namespace segue {

PageArea::PageArea(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

} // namespace segue
