// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"

#include <QWidget>

namespace segue {

//! The environment of a connection: its word on a rounded plate; PROD has a colour of its own.
class EnvironmentChip : public QWidget
{
    Q_OBJECT
public:
    explicit EnvironmentChip(QWidget *parent = nullptr);

    void setEnvironment(Environment environment);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont chipFont() const;

    Environment m_environment = Environment::Sandbox;
    QString m_text;
};

} // namespace segue
