// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QSplitter;

namespace segue {

class Settings;

//! Where the panel stands, right of the log or below it, and how wide or high it is: the place as it was left, the size
//! as it was left for each connection.
class PanelPlace : public QObject
{
    Q_OBJECT
public:
    //! The splitter holds the list and the panel, in this order. Both are borrowed.
    PanelPlace(QSplitter &splitter, Settings &settings, QObject *parent = nullptr);

    //! `key`: the connection, or something else that stands for all of them.
    void setConnection(const QString &key);
    bool isBelow() const;
    void toggle();
    //! To be called when the panel is shown, since a hidden part of a splitter takes no size.
    void apply();

Q_SIGNALS:
    void changed(bool below);

private:
    QString sizeName() const;
    void keep();

    QSplitter &m_splitter;
    Settings &m_settings;
    QString m_key;
};

} // namespace segue
