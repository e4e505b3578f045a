// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace segue {

//! One thing that is set in the filter. Space, Enter or a click turns it off and on again; Delete, Backspace or its
//! cross takes it away. Off is told by a line through the text and by the checked state.
class FilterChip : public QAbstractButton
{
    Q_OBJECT
public:
    explicit FilterChip(QWidget *parent = nullptr);

    //! `text` as it is shown; plain text, made safe here.
    void present(const QString &text, bool on);
    QSize sizeHint() const override;

Q_SIGNALS:
    void removed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRect crossRect() const;
    QRect textRect() const;

    QString m_text;
};

} // namespace segue
