// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace segue {

//! A list to choose one from, by arrow keys or pointer; Return and a double click choose and go on. Each row has a
//! name, a detail behind it, and at its end a mark in words. The texts are shown as they are: the model cleans what
//! comes from outside. Fit for tens of thousands of rows.
class ChoiceList : public QListView
{
    Q_OBJECT
public:
    //! Beside Qt::DisplayRole, the name.
    enum Role { DetailRole = Qt::UserRole, MarkRole, IdRole };

    explicit ChoiceList(QWidget *parent = nullptr);

    //! The id of the row that is chosen; empty when none is.
    QString chosenId() const;
    //! Chooses the row of that id, if it is there; nobody is told.
    void choose(const QString &id);
    QSize sizeHint() const override;

Q_SIGNALS:
    //! By a person.
    void chosen(const QString &id);
    //! Chosen, and on to the next step.
    void settled(const QString &id);

protected:
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void settle(const QModelIndex &index);

    bool m_choosing = false;
};

} // namespace segue
