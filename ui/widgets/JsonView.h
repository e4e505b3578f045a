// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace segue {

//! JSON as a person reads it: indented and coloured, every token exactly as the bytes have it (numbers keep all digits,
//! members their order). Text that is no JSON is shown as it is.
class JsonView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit JsonView(QWidget *parent = nullptr);

    void setJson(const QByteArray &json);

    //! The text indented by two blanks a level; tokens untouched. Works on anything that looks like JSON.
    static QString indented(const QByteArray &json);
};

} // namespace segue
