// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/FilterTerm.h"
#include "ui/log/TextStrip.h"

#include <QMenu>

namespace segue {

class Settings;

//! The filters that a person has named: to be set, saved, renamed, deleted. Filled when it opens.
class SavedFiltersMenu : public QMenu
{
    Q_OBJECT
public:
    explicit SavedFiltersMenu(Settings &settings, QWidget *parent = nullptr);

    //! What would be saved now.
    void setCurrent(const FilterChoice &choice) { m_current = choice; }

Q_SIGNALS:
    void chosen(const segue::FilterChoice &choice);
    //! A name is to be typed.
    void nameWanted(const segue::TextStrip::Question &question);

private:
    void fill();
    void askForName();
    void askForNewName(const QString &name);

    Settings &m_settings;
    FilterChoice m_current;
};

} // namespace segue
