// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exports/Report.h"

#include <QMenu>

#include <functional>

class QPushButton;

namespace segue {

class Settings;
enum class ShownIds;

//! *Save report…*: a menu of the forms and whether ids are shown whole; then it asks where to and writes, on another
//! thread, as a whole or not at all.
class ReportSaver : public QMenu
{
    Q_OBJECT
public:
    using Make = std::function<Report(ShownIds ids)>;

    //! Becomes the button's menu. `make` gives the report of what is shown.
    ReportSaver(Settings &settings, QPushButton *button, Make make, QWidget *page);

    //! What the report is about, for the name of its file.
    void setSubject(const QString &subject) { m_subject = subject; }

Q_SIGNALS:
    //! In words for people.
    void problem(const QString &text);
    void told(const QString &text);

private:
    enum class Form { Markdown, Html, Pdf };
    static QString suffixOf(Form form);
    void ask(Form form);
    void write(Form form, const Report &report, const QString &path);

    Settings &m_settings;
    Make m_make;
    QString m_subject;
    QWidget *m_page;
    QAction *m_unmasked;
};

} // namespace segue
