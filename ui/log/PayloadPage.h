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

//! The stored bytes as foldable JSON, with a search and the path of what stands under the cursor.
class PayloadPage : public QWidget
{
    Q_OBJECT
public:
    explicit PayloadPage(QWidget *parent = nullptr);

    void show(const ShownEvent &event);
    void find();

private:
    void tellFault(const ShownEvent &event);
    void tellPlace();

    ToneLabel *m_fault;
    JsonView *m_view;
    FindBar *m_find;
    ElidedLabel *m_place;
    QToolButton *m_copy;
    qsizetype m_storedBytes = 0;
};

} // namespace segue
