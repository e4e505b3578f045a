// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/ShownEvent.h"

#include <QWidget>

class QToolButton;

namespace segue {

class ElidedLabel;
class FindBar;
class JsonView;
class ToneLabel;

//! Stored bytes as foldable JSON, with a search and the path of what stands under the cursor.
class JsonPage : public QWidget
{
    Q_OBJECT
public:
    //! `name` says what is shown, for screen readers.
    explicit JsonPage(const QString &name, QWidget *parent = nullptr);

    void show(const ShownJson &json);
    //! A sentence above the bytes; none by default.
    void setIntroduction(const QString &text);
    void find();

private:
    QToolButton *makeActions();
    void tellFault(const ShownJson &json);
    void tellPlace();

    ToneLabel *m_introduction;
    ToneLabel *m_fault;
    JsonView *m_view;
    FindBar *m_find;
    ElidedLabel *m_place;
    QToolButton *m_copy;
    qsizetype m_storedBytes = 0;
};

} // namespace segue
