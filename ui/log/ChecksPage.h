// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/ShownEvent.h"
#include "ui/widgets/Tone.h"

#include <QScrollArea>

#include <optional>

class QVBoxLayout;

namespace segue {

//! What Segment's rules say of the event: each finding in Segment's code word with a sentence and a remedy, then what
//! was found in order.
class ChecksPage : public QScrollArea
{
    Q_OBJECT
public:
    explicit ChecksPage(QWidget *parent = nullptr);

    void show(const ShownEvent &event);

private:
    void add(const QString &icon, Tone tone, const QString &title, const QStringList &texts);
    void clear();

    QWidget *m_inside;
    QVBoxLayout *m_rows;
    std::optional<std::pair<std::uint32_t, bool>> m_shown;
};

} // namespace segue
