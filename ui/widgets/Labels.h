// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Tone.h"

#include <QLabel>

namespace segue {

//! A label of plain text in a tone; follows the theme. Text from outside is safe in it.
class ToneLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ToneLabel(Tone tone = Tone::Plain, QWidget *parent = nullptr);
    ToneLabel(const QString &text, Tone tone, QWidget *parent = nullptr);

    void setTone(Tone tone);
    //! Relative to the window's font; 1 is its size.
    void setScale(double scale, bool bold);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    Tone m_tone;
};

//! One line of plain text that gives way with "…" and shows the whole in its tooltip.
class ElidedLabel : public ToneLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(Tone tone = Tone::Plain, QWidget *parent = nullptr);

    void setFullText(const QString &text);
    //! So many characters stay in sight when room is scarce; none by default.
    void setLeast(int characters);
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();

    QString m_fullText;
    int m_least = 0;
};

//! An icon of the set as a label; decoration unless it is given an accessible name.
class IconLabel : public QLabel
{
    Q_OBJECT
public:
    explicit IconLabel(int size = 16, QWidget *parent = nullptr);

    void setIcon(const QString &name, Tone tone);

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();

    int m_size;
    QString m_name;
    Tone m_tone = Tone::Plain;
};

} // namespace segue
