// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace segue {

class ToneLabel;

//! The code of a Pushwoosh application as a person types it, with a remark when its shape is odd.
class ApplicationField : public QWidget
{
    Q_OBJECT
public:
    explicit ApplicationField(QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);

Q_SIGNALS:
    void changed();
    void returnPressed();

private:
    void remark();

    QLineEdit *m_edit;
    ToneLabel *m_remark;
};

} // namespace segue
