// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace segue {

//! Where a page of fields scrolls when it is longer than the window; only downwards, and Tab passes it by.
class PageArea : public QScrollArea
{
    Q_OBJECT
public:
    explicit PageArea(QWidget *parent = nullptr);
};

} // namespace segue
