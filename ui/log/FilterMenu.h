// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/FilterTerm.h"

#include <QPushButton>

namespace segue {

//! A button with the values of one field to be ticked. The menu stays open, so that several can be ticked in one go.
class FilterMenu : public QPushButton
{
    Q_OBJECT
public:
    struct Value
    {
        QString value; //!< as the search language spells it
        QString label; //!< as a person reads it

        bool operator==(const Value &) const = default;
    };

    FilterMenu(const QString &objectName, const QString &title, const QString &field, QWidget *parent = nullptr);

    void setValues(const QList<Value> &values);
    //! Ticks what the filter asks for; values that are not in the menu are added at its end.
    void show(const FilterChoice &choice);
    const QString &field() const { return m_field; }

Q_SIGNALS:
    void valueToggled(const QString &field, const QString &value, bool on);

private:
    void addTick(const Value &value, bool on);
    void fill(const QStringList &ticked);

    QString m_field;
    QList<Value> m_values;
};

} // namespace segue
