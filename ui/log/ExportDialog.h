// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exports/EntryWriter.h"

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QRadioButton;

namespace segue {

//! Asks what is to be exported, and as what. Where to is asked afterwards, by the desktop's own dialog.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    //! How many rows are selected, and how many the filter means.
    struct Counts
    {
        qint64 selected = 0;
        qint64 filtered = 0;
    };

    ExportDialog(const Counts &counts, ExportFormat format, bool hideIdentities, QWidget *parent = nullptr);

    bool onlySelected() const;
    ExportFormat format() const;
    bool hideIdentities() const;

private:
    QWidget *makeWhat(const Counts &counts);
    QWidget *makeFormats(ExportFormat format);

    QRadioButton *m_selected;
    QRadioButton *m_filtered;
    QButtonGroup *m_formats;
    QCheckBox *m_hide;
};

} // namespace segue
