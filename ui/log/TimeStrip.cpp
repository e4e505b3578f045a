// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/TimeStrip.h"

#include "ui/widgets/Labels.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace segue {

namespace {
constexpr qint64 kHour = 3'600'000;
} // namespace

TimeStrip::TimeStrip(QWidget *parent)
    : QFrame(parent)
    , m_from(addEdge(m_hasFrom, QStringLiteral("rangeFrom"), tr("From", "the start of a range of time")))
    , m_to(addEdge(m_hasTo, QStringLiteral("rangeTo"), tr("To", "the end of a range of time")))
    , m_fault(new ToneLabel(Tone::Warning, this))
{
    setObjectName(QStringLiteral("strip"));
    auto *apply = new QPushButton(tr("Apply"), this);
    apply->setObjectName(QStringLiteral("rangeApply"));
    auto *close = new QPushButton(tr("Cancel"), this);
    close->setObjectName(QStringLiteral("rangeCancel"));
    m_fault->setObjectName(QStringLiteral("rangeFault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget *each : std::initializer_list<QWidget *>{m_hasFrom, m_from, m_hasTo, m_to, apply, close}) {
        row->addWidget(each);
    }
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(m_fault);
    connect(apply, &QPushButton::clicked, this, &TimeStrip::accept);
    connect(close, &QPushButton::clicked, this, &TimeStrip::finish);
    hide();
}

QDateTimeEdit *TimeStrip::addEdge(QCheckBox *&check, const QString &name, const QString &text)
{
    check = new QCheckBox(text, this);
    check->setObjectName(name + QStringLiteral("Set"));
    check->setChecked(true);
    auto *edit = new QDateTimeEdit(this);
    edit->setObjectName(name);
    edit->setAccessibleName(text);
    edit->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat) + QStringLiteral(" HH:mm:ss"));
    edit->setCalendarPopup(true);
    connect(check, &QCheckBox::toggled, edit, &QWidget::setEnabled);
    return edit;
}

void TimeStrip::ask(const TimeRange &range, qint64 now)
{
    const qint64 since = range.sinceAt(now).value_or(now - kHour);
    m_from->setDateTime(QDateTime::fromMSecsSinceEpoch(since));
    m_to->setDateTime(QDateTime::fromMSecsSinceEpoch(range.until.value_or(now)));
    m_hasFrom->setChecked(true);
    m_hasTo->setChecked(range.until.has_value());
    m_to->setEnabled(m_hasTo->isChecked());
    m_fault->hide();
    show();
    m_from->setFocus(Qt::OtherFocusReason);
}

void TimeStrip::accept()
{
    TimeRange range;
    if (m_hasFrom->isChecked()) {
        range.since = m_from->dateTime().toMSecsSinceEpoch();
    }
    if (m_hasTo->isChecked()) {
        range.until = m_to->dateTime().toMSecsSinceEpoch();
    }
    if (range.since && range.until && *range.since >= *range.until) {
        m_fault->setText(tr("The end of the range lies before its start, so it can hold no event."));
        m_to->setAccessibleDescription(m_fault->text());
        m_fault->show();
        m_to->setFocus(Qt::OtherFocusReason);
        return;
    }
    finish();
    Q_EMIT accepted(range);
}

void TimeStrip::finish()
{
    hide();
    Q_EMIT closed();
}

void TimeStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        finish();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        accept();
    } else {
        QFrame::keyPressEvent(event);
    }
}

} // namespace segue
