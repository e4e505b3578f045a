// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checkup/CheckupPage.h"

#include "app/checkup/CheckupChange.h"
#include "app/core/Futures.h"
#include "app/exports/PlainText.h"
#include "app/setup/WebLinks.h"
#include "ui/checkup/CheckRow.h"
#include "ui/checkup/ReportSaver.h"
#include "ui/widgets/Labels.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHideEvent>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace segue {

namespace {
constexpr int kSoonMs = 50;
}

CheckupPage::CheckupPage(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_checkup(context.checkupParts())
    , m_title(new ToneLabel(Tone::Plain, this))
    , m_summary(new ToneLabel(Tone::Muted, this))
    , m_history(new QComboBox(this))
    , m_save(new QPushButton(tr("Save report…"), this))
    , m_run(new QPushButton(this))
    , m_askSegment(
          new QCheckBox(tr("Ask Segment whether it knows the key (puts the key into a URL of Segment's CDN)"), this))
    , m_empty(new ToneLabel(Tone::Muted, this))
    , m_soon(new QTimer(this))
{
    setObjectName(QStringLiteral("checkupPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeRows(), 1);

    connect(m_run, &QPushButton::clicked, this, &CheckupPage::startOrStop);
    connect(m_history, &QComboBox::activated, this, &CheckupPage::choose);
    m_soon->setSingleShot(true);
    m_soon->setInterval(kSoonMs);
    connect(m_soon, &QTimer::timeout, this, &CheckupPage::refresh);
    connect(&m_checkup, &Checkup::resultReady, this, [this] {
        if (!m_soon->isActive()) {
            m_soon->start();
        }
    });
    connect(&m_checkup, &Checkup::finished, this, &CheckupPage::finished);
    connect(&context.settings(), &Settings::hideIdentitiesChanged, this, &CheckupPage::refresh);
    connect(&context.connections(), &ConnectionStore::changed, this, [this] {
        if (const auto now = m_context.connections().find(m_connection.id)) {
            m_connection = *now;
            m_askSegment->setVisible(now->endpoint.isSegment() && !now->isSandbox());
            refreshHead(); // what was found may be from before the change
        }
    });
    connect(&context.checkups(), &CheckupHistory::keyChanged, this, &CheckupPage::keyChanged);
}

QWidget *CheckupPage::makeHead()
{
    auto *head = new QWidget(this);
    head->setObjectName(QStringLiteral("pageHead"));
    head->setAttribute(Qt::WA_StyledBackground);
    m_title->setObjectName(QStringLiteral("checkupTitle"));
    m_title->setScale(1.15, true);
    m_title->setWordWrap(true);
    m_summary->setObjectName(QStringLiteral("checkupSummary"));
    m_summary->setWordWrap(true);
    m_history->setObjectName(QStringLiteral("checkupHistory"));
    m_history->setAccessibleName(tr("Earlier checkups"));
    m_history->setToolTip(tr("Earlier checkups"));
    m_save->setObjectName(QStringLiteral("saveReport"));
    m_save->setProperty("hasMenu", true);
    m_saver = new ReportSaver(
        m_context.settings(), m_save,
        [this](ShownIds shown) { return CheckupReport::of(m_records.value(m_chosen), m_connection, shown); }, this);
    connect(m_saver, &ReportSaver::problem, this, &CheckupPage::problem);
    connect(m_saver, &ReportSaver::told, this, &CheckupPage::told);
    m_run->setObjectName(QStringLiteral("runCheckup"));
    m_run->setProperty("primary", true);
    m_askSegment->setObjectName(QStringLiteral("askSegment"));
    m_askSegment->setAccessibleName(m_askSegment->text());

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_summary);
    auto *line = new QHBoxLayout;
    line->setSpacing(10);
    line->addLayout(words, 1);
    line->addWidget(m_history);
    line->addWidget(m_save);
    line->addWidget(m_run);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(16, 14, 16, 12);
    column->setSpacing(8);
    column->addLayout(line);
    column->addWidget(m_askSegment, 0, Qt::AlignLeft);
    return head;
}

QWidget *CheckupPage::makeRows()
{
    auto *area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("checkupRows"));
    area->setAccessibleName(tr("Checks"));
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inside = new QWidget(area);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_empty->setParent(inside);
    m_empty->setObjectName(QStringLiteral("checkupEmpty"));
    m_empty->setWordWrap(true);
    m_empty->setMargin(16); // the style sheet decides about the margins of the contents
    m_column->addWidget(m_empty);
    m_column->addStretch(1);
    area->setWidget(inside);
    return area;
}

void CheckupPage::show(const Connection &connection)
{
    stop();
    ++m_generation;
    m_connection = connection;
    m_saver->setSubject(connection.name);
    m_records.clear();
    m_chosen = 0;
    m_keyChanged = false;
    // A yes is for the connection that it was given for.
    m_askSegment->setChecked(false);
    const bool segment = connection.endpoint.isSegment() && !connection.isSandbox();
    m_askSegment->setVisible(segment);
    m_empty->setText(
        segment ? tr("A checkup looks at the key, the endpoint, the source and its destinations in Segment, the Pushwoosh "
                     "application, what feeds have brought, and the queue. It sends no event and changes nothing. What it "
                     "cannot see it calls not checked, and says what it needs.")
                : tr("A checkup looks at the key, the endpoint, the selected events, what feeds have brought, and the "
                     "queue. It sends no event and changes nothing. What it cannot see it calls not checked, and says "
                     "what it needs."));
    refresh();
    readHistory();
}

void CheckupPage::focusFirst()
{
    m_run->setFocus(Qt::OtherFocusReason);
}

void CheckupPage::readHistory()
{
    whenAnswered(m_context.checkups().read(m_connection.id), this,
                 [this, generation = m_generation](const Result<QList<CheckupRecord>> &kept) {
                     if (generation != m_generation) {
                         return;
                     }
                     if (kept) {
                         take(kept.value());
                     } else {
                         Q_EMIT problem(kept.error().userText);
                     }
                 });
}

void CheckupPage::take(const QList<CheckupRecord> &kept)
{
    // One that was made while the file was read is the newest.
    const bool isNew = !m_records.isEmpty();
    for (const CheckupRecord &record : kept) {
        if (!isNew || record.startedAt != m_records.constFirst().startedAt) {
            m_records.append(record);
            m_records.last().earlierKey = record.earlierKey || m_keyChanged;
        }
    }
    refresh();
}

void CheckupPage::keyChanged(const ConnectionId &connection)
{
    if (connection != m_connection.id) {
        return;
    }
    for (CheckupRecord &record : m_records) {
        record.earlierKey = true;
    }
    m_keyChanged = true;
    refreshHead();
}

void CheckupPage::startOrStop()
{
    if (m_checkup.isRunning()) {
        stop();
        refresh();
    } else {
        start();
    }
}

void CheckupPage::start()
{
    if (const auto now = m_context.connections().find(m_connection.id)) {
        m_connection = *now;
    }
    m_keyChanged = false;
    m_checkup.start(m_connection, {.askSegment = m_askSegment->isVisibleTo(this) && m_askSegment->isChecked()});
    refresh();
}

void CheckupPage::stop()
{
    m_checkup.cancel();
}

void CheckupPage::finished()
{
    CheckupRecord record = m_checkup.record();
    record.earlierKey = m_keyChanged;
    m_records.prepend(record);
    m_records = m_records.mid(0, CheckupHistory::kMost);
    m_chosen = 0;
    refresh();
    whenAnswered(m_context.checkups().add(record), this, [this](const Status &kept) {
        if (!kept) {
            Q_EMIT problem(kept.error().userText);
        }
    });
}

void CheckupPage::choose(int index)
{
    m_chosen = index;
    refresh();
}

ShownIds CheckupPage::ids() const
{
    return m_context.settings().hideIdentities() ? ShownIds::Masked : ShownIds::Unmasked;
}

QString CheckupPage::entryText(const CheckupRecord &record) const
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(record.startedAt), QLocale::ShortFormat);
}

void CheckupPage::refresh()
{
    m_soon->stop();
    if (m_checkup.isRunning()) {
        showProgress();
    } else {
        const QList<CheckResult> results = m_records.value(m_chosen).inReadingOrder();
        setRowCount(results.size());
        for (qsizetype i = 0; i < results.size(); ++i) {
            m_rows.at(i)->showResult(results.at(i), ids());
        }
    }
    refreshHead();
}

// Each check keeps its place while others are made; what matters most goes to the top when all are.
void CheckupPage::showProgress()
{
    const QList<CheckResult> &found = m_checkup.record().results;
    const QList<CheckId> all = checksOf(m_connection);
    setRowCount(all.size());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const auto result = std::ranges::find(found, all.at(i), &CheckResult::id);
        if (result == found.end()) {
            m_rows.at(i)->showWaiting(all.at(i));
        } else {
            m_rows.at(i)->showResult(*result, ids());
        }
    }
}

void CheckupPage::refreshHead()
{
    const bool running = m_checkup.isRunning();
    const bool any = !m_records.isEmpty();
    m_run->setText(running ? tr("Stop") : any ? tr("Check again") : tr("Run checkup"));
    m_save->setEnabled(any && !running);
    m_title->setTone(Tone::Plain);
    m_askSegment->setEnabled(!running);
    const QSignalBlocker blocker(m_history);
    m_history->clear();
    for (const CheckupRecord &record : std::as_const(m_records)) {
        m_history->addItem(entryText(record));
    }
    m_history->setCurrentIndex(any ? m_chosen : -1);
    m_history->setVisible(m_records.size() > 1);
    m_history->setEnabled(!running);
    if (running) {
        const auto all = checksOf(m_connection).size();
        m_title->setText(tr("Checking…", "a connection"));
        m_summary->setText(tr("%1 of %2 checks are made").arg(m_checkup.record().results.size()).arg(all));
    } else if (any) {
        showSummary(m_records.at(m_chosen));
    } else {
        m_title->setText(tr("Not checked yet"));
        m_summary->setText(tr("No check of this connection has been made on this computer."));
    }
}

void CheckupPage::showSummary(const CheckupRecord &record)
{
    const QString counts = tr("%1 · %2, %3 s", "counts, when, how long")
                               .arg(record.countsText(), entryText(record),
                                    QLocale().toString(static_cast<double>(record.duration) / 1000, 'f', 1));
    const QStringList changes = CheckupChange::since(record, m_connection);
    if (changes.isEmpty()) {
        m_title->setText(record.headline());
        m_summary->setText(counts);
        return;
    }
    m_title->setTone(Tone::Warning);
    m_title->setText(tr("Found before a change: check again"));
    m_summary->setText(changes.join(u' ') + u'\n' + tr("Then: %1", "what was found then").arg(counts));
}

void CheckupPage::setRowCount(qsizetype count)
{
    while (m_rows.size() < count) {
        auto *row = new CheckRow(m_empty->parentWidget());
        row->setObjectName(m_rows.isEmpty() ? QStringLiteral("firstRow") : QStringLiteral("row"));
        connect(row, &CheckRow::stepRequested, this, &CheckupPage::act);
        m_column->insertWidget(static_cast<int>(m_rows.size()) + 1, row);
        m_rows.append(row);
    }
    while (m_rows.size() > count) {
        CheckRow *row = m_rows.takeLast();
        row->hide();
        row->deleteLater(); // it may be the one whose button was pressed
    }
    m_empty->setVisible(count == 0);
}

void CheckupPage::act(const NextStep &step)
{
    switch (step.kind) {
    case NextStep::Kind::OpenSegment:
    case NextStep::Kind::OpenDocument:
    case NextStep::Kind::OpenPushwoosh:
        if (WebLinks::mayOpen(step.url) && !QDesktopServices::openUrl(step.url)) {
            Q_EMIT problem(
                tr("The browser could not be opened. The address is %1").arg(step.url.toString(QUrl::FullyEncoded)));
        }
        break;
    case NextStep::Kind::Setup:
        Q_EMIT setupRequested(m_connection.id);
        break;
    case NextStep::Kind::TryNow:
        Q_EMIT tryNowRequested(m_connection.id);
        break;
    case NextStep::Kind::AskSegment:
        m_askSegment->setChecked(true);
        start();
        m_run->setFocus(Qt::OtherFocusReason);
        break;
    case NextStep::Kind::SupportMessage:
        QGuiApplication::clipboard()->setText(CheckupReport::supportMessage(m_records.value(m_chosen), m_connection));
        Q_EMIT told(
            tr("The message for Pushwoosh's support is in the clipboard. Save the report as well, and attach it."));
        break;
    case NextStep::Kind::None:
        break;
    }
}

void CheckupPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous() && m_checkup.isRunning()) {
        stop();
        refresh();
    }
}

} // namespace segue
