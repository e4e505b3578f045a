// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventLogModel.h"
#include "ui/log/LogColumns.h"

#include <QObject>

#include <optional>

class QTableView;

namespace segue {

class Settings;

//! The columns of the log's table: which there are, in what order, how wide. Keeps them in the settings under a key,
//! one per connection. The view and the model are borrowed.
class TableColumns : public QObject
{
    Q_OBJECT
public:
    using Spec = EventLogModel::ColumnSpec;

    TableColumns(QTableView &view, EventLogModel &model, Settings &settings, QObject *parent = nullptr);
    ~TableColumns() override;

    //! Keeps the columns under the key before, and shows those that were kept under this one.
    void use(const QString &key);
    //! Writes them down as they stand.
    void keep() const;
    //! From first to last, as the person has put them.
    QList<LogColumn> all() const;
    bool has(const Spec &spec) const { return sectionOf(spec) >= 0; }
    bool isFull() const;
    //! At the end; nothing happens when it is there already or there are too many.
    void add(const Spec &spec);
    //! One column always stays.
    void remove(const Spec &spec);
    //! So many places towards the end (or, below zero, towards the start).
    void move(const Spec &spec, int by);
    void reset();
    //! What the column under the view's current cell shows.
    std::optional<Spec> current() const;
    //! The dates stand in the column of times.
    void setDatesInTime(bool dates);
    //! After the room has changed.
    void fit();

Q_SIGNALS:
    //! Chosen or ordered anew.
    void changed();
    //! Columns were put at the end; the selection does not reach them yet.
    void added();
    //! A menu for the columns is wanted there (global), for the column of that section; -1: for none.
    void menuRequested(const QPoint &place, int section);

private:
    int sectionOf(const Spec &spec) const;
    void show(const QList<LogColumn> &columns);
    void sectionsChanged();
    void sectionResized(int section, int size);

    QTableView &m_view;
    EventLogModel &m_model;
    Settings &m_settings;
    QString m_key;
    QList<int> m_ownWidths; //!< by section; 0: by itself
    bool m_fitting = false;
    bool m_datesInTime = false;
};

} // namespace segue
