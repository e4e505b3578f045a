// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/Settings.h"

#include <QMenu>

class QToolButton;

namespace segue {

//! Tools, appearance, privacy, about, quit.
class WindowMenu : public QMenu
{
    Q_OBJECT
public:
    //! Becomes the button's menu; `window` is what About stands before and Quit closes.
    WindowMenu(Settings &settings, QToolButton *button, QWidget *window);

Q_SIGNALS:
    //! *What would Segment get?*
    void previewRequested();

private:
    void addThemes(Settings &settings);
    void showAbout(QWidget *window);
};

} // namespace segue
