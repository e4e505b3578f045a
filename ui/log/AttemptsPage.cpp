// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/AttemptsPage.h"

#include "app/exports/PlainText.h"
#include "ui/log/AttemptText.h"
#include "ui/widgets/EventWords.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"

#include <QClipboard>
#include <QDateTime>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace segue {

namespace {

enum Column { NumberColumn, TimeColumn, DurationColumn, StatusColumn, OutcomeColumn, ColumnCount };

//! The time of day, with the date when it was not today.
QString shortTime(std::int64_t started)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(started);
    const QString clock = time.toString(QStringLiteral("HH:mm:ss"));
    return time.date() == QDate::currentDate() ? clock
                                               : QLocale().toString(time.date(), QStringLiteral("d MMM ")) + clock;
}

} // namespace

AttemptsPage::AttemptsPage(QWidget *parent)
    : QWidget(parent)
    , m_empty(new ToneLabel(Tone::Muted, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_list(new QTreeWidget(m_splitter))
    , m_detail(new QPlainTextEdit(m_splitter))
    , m_copy(new QPushButton(Icons::get(QStringLiteral("copy"), Tone::Muted), tr("Copy this attempt"), this))
{
    m_empty->setObjectName(QStringLiteral("noAttempts"));
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(6, 8, 6, 8);
    m_list->setObjectName(QStringLiteral("attemptList"));
    m_list->setAccessibleName(tr("Attempts"));
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderLabels({tr("Try"), tr("Time"), tr("Took"), tr("Status"), tr("Outcome")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(OutcomeColumn, QHeaderView::Stretch);
    m_list->header()->setMinimumSectionSize(28);
    m_detail->setObjectName(QStringLiteral("attemptDetail"));
    m_detail->setAccessibleName(tr("The chosen attempt: request and answer"));
    m_detail->setReadOnly(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_detail->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_copy->setObjectName(QStringLiteral("copyAttempt"));
    m_copy->setProperty("link", true);
    m_splitter->setObjectName(QStringLiteral("attemptSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({120, 400});
    m_splitter->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(4);
    column->addWidget(m_empty);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    column->addStretch();
    connect(m_list, &QTreeWidget::currentItemChanged, this, &AttemptsPage::showDetail);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_detail->toPlainText()); });
}

void AttemptsPage::show(const ShownEvent &event)
{
    const bool same = event.entry.id == m_event.entry.id && event.hidden == m_event.hidden;
    const bool alike =
        same && event.attempts == m_event.attempts && event.entry.fields.state == m_event.entry.fields.state;
    const int before = chosen();
    const bool stood = same && before >= 0 && before + 1 < m_event.attempts.size(); // on an older one, by choice
    m_event = event;
    if (alike && m_list->topLevelItemCount() == event.attempts.size() && !event.attempts.isEmpty()) {
        return;
    }
    fill();
    const bool any = !event.attempts.isEmpty();
    m_empty->setVisible(!any);
    m_splitter->setVisible(any);
    m_copy->setVisible(any);
    m_empty->setText(tr("No attempt yet.") + u'\n' + EventWords::stateMeaning(event.entry.fields.state));
    if (any) {
        m_list->setCurrentItem(m_list->topLevelItem(stood ? before : static_cast<int>(event.attempts.size()) - 1));
    }
}

int AttemptsPage::chosen() const
{
    return m_list->indexOfTopLevelItem(m_list->currentItem());
}

void AttemptsPage::fill()
{
    m_list->clear();
    const QLocale locale;
    QList<QTreeWidgetItem *> items;
    int number = 0;
    for (const Attempt &attempt : std::as_const(m_event.attempts)) {
        const AttemptText::Outcome outcome = AttemptText::outcome(attempt);
        auto *item = new QTreeWidgetItem(
            {locale.toString(++number), shortTime(attempt.started), EventWords::duration(attempt.duration),
             attempt.status > 0 ? QString::number(attempt.status) : QStringLiteral("–"), outcome.word});
        item->setIcon(OutcomeColumn, Icons::get(outcome.icon, outcome.tone));
        item->setToolTip(OutcomeColumn, outcome.meaning.toHtmlEscaped());
        item->setTextAlignment(NumberColumn, Qt::AlignRight | Qt::AlignVCenter);
        item->setTextAlignment(DurationColumn, Qt::AlignRight | Qt::AlignVCenter);
        items.append(item);
    }
    m_list->addTopLevelItems(items);
}

void AttemptsPage::showDetail()
{
    const int at = chosen();
    if (at < 0) {
        m_detail->clear();
        return;
    }
    const QList<AttemptText::Section> sections = AttemptText::sections(m_event, at);
    m_detail->clear();
    QTextCursor cursor(m_detail->document());
    QTextCharFormat heading;
    heading.setFont(font());
    heading.setFontWeight(QFont::Bold);
    heading.setForeground(toneColor(QGuiApplication::palette(), Tone::Muted));
    QTextCharFormat body;
    body.setFont(m_detail->font());
    QTextCharFormat prose;
    prose.setFont(font());
    for (const AttemptText::Section &section : sections) {
        cursor.insertText((cursor.atStart() ? QString() : QStringLiteral("\n\n")) + section.title + u'\n', heading);
        cursor.insertText(plainText(section.text, KeepLines::Yes), section.ours ? prose : body);
    }
    m_detail->moveCursor(QTextCursor::Start);
}

} // namespace segue
