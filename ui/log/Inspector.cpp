// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/Inspector.h"

#include "app/exports/CurlText.h"
#include "app/exports/PlainText.h"
#include "app/segment/TrackCheck.h"
#include "ui/log/EventTexts.h"
#include "ui/log/LogDelegate.h"
#include "ui/widgets/EventWords.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/JsonView.h"
#include "ui/widgets/Labels.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace segue {

namespace {

QPlainTextEdit *textPage(const QString &objectName, const QString &name, QWidget *parent)
{
    auto *page = new QPlainTextEdit(parent);
    page->setObjectName(objectName);
    page->setAccessibleName(name);
    page->setReadOnly(true);
    page->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    page->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    page->setFrameShape(QFrame::NoFrame);
    page->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    return page;
}

} // namespace

Inspector::Inspector(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new ElidedLabel(Tone::Plain, this))
    , m_stateIcon(new IconLabel(16, this))
    , m_state(new ToneLabel(Tone::Plain, this))
    , m_summary(new ElidedLabel(Tone::Muted, this))
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_payload(new JsonView(this))
    , m_attempts(textPage(QStringLiteral("attempts"), tr("Attempts"), this))
    , m_checks(new QWidget(this))
    , m_warehouse(textPage(QStringLiteral("warehouse"), tr("Warehouse row"), this))
    , m_copyJson(new QPushButton(tr("Copy JSON"), this))
    , m_copyCurl(new QPushButton(tr("Copy as cURL"), this))
    , m_sendAgain(new QPushButton(tr("Send again"), this))
{
    setObjectName(QStringLiteral("sidePanel"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Event details"));
    m_payload->setAccessibleName(tr("Payload"));
    for (const QString &name : {tr("Payload"), tr("Attempts"), tr("Checks"), tr("Warehouse")}) {
        m_tabs->addTab(name);
    }
    m_tabs->setObjectName(QStringLiteral("inspectorTabs"));
    m_tabs->setAccessibleName(tr("Parts of the event"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    auto *checksArea = new QScrollArea(this);
    checksArea->setWidgetResizable(true);
    checksArea->setWidget(m_checks);
    checksArea->setAccessibleName(tr("Checks"));
    m_checks->setLayout(new QVBoxLayout);
    for (QWidget *page : {static_cast<QWidget *>(m_payload), static_cast<QWidget *>(m_attempts),
                          static_cast<QWidget *>(checksArea), static_cast<QWidget *>(m_warehouse)}) {
        m_pages->addWidget(page);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    auto *middle = new QVBoxLayout;
    middle->setContentsMargins(10, 8, 10, 0);
    middle->addWidget(m_pages);
    column->addLayout(middle, 1);
    column->addWidget(makeFoot());

    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(&context.log(), &EventLog::changed, this, [this] {
        if (m_id) {
            ask();
        }
    });
    connect(&context.settings(), &Settings::hideIdentitiesChanged, this, [this] {
        if (m_id) {
            present(m_details);
        }
    });
}

QWidget *Inspector::makeHead()
{
    auto *head = new QWidget(this);
    m_title->setScale(1.12, true);
    m_title->setObjectName(QStringLiteral("eventTitle"));
    QFont bold = m_state->font();
    bold.setBold(true);
    m_state->setFont(bold);
    m_state->setObjectName(QStringLiteral("eventState"));
    m_summary->setObjectName(QStringLiteral("eventSummary"));
    auto *close = new QToolButton(head);
    close->setObjectName(QStringLiteral("closeInspector"));
    close->setIcon(Icons::get(QStringLiteral("close"), Tone::Muted));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the details"));
    close->setToolTip(tr("Close the details (Esc)"));
    connect(close, &QToolButton::clicked, this, &Inspector::closeRequested);

    auto *title = new QHBoxLayout;
    title->addWidget(m_title, 1);
    title->addWidget(close);
    auto *state = new QHBoxLayout;
    state->setSpacing(6);
    state->addWidget(m_stateIcon);
    state->addWidget(m_state);
    state->addWidget(m_summary, 1);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(14, 12, 12, 0);
    column->setSpacing(4);
    column->addLayout(title);
    column->addLayout(state);
    column->addWidget(m_tabs);
    return head;
}

QWidget *Inspector::makeFoot()
{
    auto *foot = new QWidget(this);
    foot->setObjectName(QStringLiteral("panelFoot"));
    foot->setAttribute(Qt::WA_StyledBackground);
    m_copyJson->setObjectName(QStringLiteral("copyJson"));
    m_copyCurl->setObjectName(QStringLiteral("copyCurl"));
    m_copyCurl->setToolTip(tr("A command line for sh; it reads the key from $SEGMENT_WRITE_KEY"));
    m_sendAgain->setObjectName(QStringLiteral("sendAgain"));
    m_sendAgain->setToolTip(tr("Open this event in the composer; it is sent under a new message id"));
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    for (QPushButton *button : {m_copyJson, m_copyCurl, m_sendAgain}) {
        row->addWidget(button);
    }
    row->addStretch(1);
    connect(m_copyJson, &QPushButton::clicked, this, [this] { copy(QString::fromUtf8(m_details.payload)); });
    connect(m_copyCurl, &QPushButton::clicked, this, [this] {
        const ConnectionId id = ConnectionId::fromText(QString::fromStdString(m_details.entry.fields.connection));
        const auto connection = m_context.connections().find(id);
        Endpoint endpoint = connection ? connection->endpoint : Endpoint::us();
        if (connection && connection->isSandbox()) {
            endpoint = m_context.sandboxEndpoint();
        }
        if (const Result<QString> command = CurlText::command(endpoint, m_details.payload)) {
            copy(command.value());
        } else {
            m_summary->setFullText(command.error().userText);
        }
    });
    connect(m_sendAgain, &QPushButton::clicked, this, [this] {
        Q_EMIT sendAgainRequested(
            ConnectionId::fromText(QString::fromStdString(m_details.entry.fields.connection)), m_details.payload);
    });
    return foot;
}

bool Inspector::hides() const
{
    return m_context.settings().hideIdentities();
}

void Inspector::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void Inspector::show(EntryId id)
{
    m_id = id;
    ask();
}

void Inspector::clear()
{
    m_id.reset();
    ++m_generation;
}

void Inspector::ask()
{
    const int generation = ++m_generation;
    m_context.log().details(*m_id, this, [this, generation](const Result<std::optional<EventDetails>> &answer) {
        if (generation != m_generation) {
            return;
        }
        if (answer && answer.value()) {
            present(*answer.value());
        } else if (!answer) {
            m_summary->setFullText(answer.error().userText);
        } else {
            Q_EMIT closeRequested();
        }
    });
}

void Inspector::present(const EventDetails &details)
{
    m_details = details;
    presentHead(details.entry);
    const bool hidden = hides();
    m_payload->setJson(hidden ? EventTexts::withoutIdentity(details) : details.payload);
    m_copyJson->setEnabled(!hidden);
    m_copyCurl->setEnabled(!hidden);
    const QString attempts = plainText(EventTexts::attempts(details), KeepLines::Yes);
    if (attempts != m_attempts->toPlainText()) {
        m_attempts->setPlainText(attempts);
    }
    presentChecks(details.entry);
    presentWarehouse(details);
}

void Inspector::presentHead(const Entry &entry)
{
    const EntryFields &fields = entry.fields;
    const EventWords::Look look = EventWords::state(fields.state);
    m_title->setFullText(fields.event.empty() ? tr("Event without a name")
                                              : plainText(QString::fromStdString(fields.event)));
    m_stateIcon->setIcon(look.icon, look.tone);
    m_state->setTone(look.tone);
    m_state->setText(EventWords::stateWithTime(fields.state, fields.nextAttempt.value_or(-1), m_context.clock().now()));
    m_state->setToolTip(EventWords::stateMeaning(fields.state));
    m_summary->setFullText(plainText(EventWords::summary(entry)));
}

void Inspector::presentChecks(const Entry &entry)
{
    QLayout *layout = m_checks->layout();
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->deleteLater();
        }
        delete item;
    }
    const auto add = [&](const QString &icon, Tone tone, const QString &title, const QString &text) {
        auto *row = new QWidget(m_checks);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(4, 4, 4, 4);
        line->setSpacing(8);
        auto *sign = new IconLabel(16, row);
        sign->setIcon(icon, tone);
        line->addWidget(sign, 0, Qt::AlignTop);
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        auto *head = new ToneLabel(title, tone, row);
        head->setScale(1.0, true);
        head->setWordWrap(true);
        auto *body = new ToneLabel(text, Tone::Muted, row);
        body->setWordWrap(true);
        words->addWidget(head);
        words->addWidget(body);
        line->addLayout(words, 1);
        layout->addWidget(row);
    };
    const QList<FindingText> findings = TrackCheck::explain(entry.fields.findings);
    if (findings.isEmpty()) {
        add(QStringLiteral("check"), Tone::Good, tr("Segment would take this"),
            tr("None of Segment's drop rules applies. That it is taken does not prove that it is delivered."));
    }
    for (const FindingText &finding : findings) {
        add(finding.blocks ? QStringLiteral("cross") : QStringLiteral("warning"),
            finding.blocks ? Tone::Bad : Tone::Warning, finding.code,
            finding.sentence + QStringLiteral(" ") + finding.remedy);
    }
    static_cast<QVBoxLayout *>(layout)->addStretch(1);
}

void Inspector::presentWarehouse(const EventDetails &details)
{
    const ConnectionId id = ConnectionId::fromText(QString::fromStdString(details.entry.fields.connection));
    const auto connection = m_context.connections().find(id);
    const QString text = plainText(EventTexts::warehouseRow(details, connection ? connection->name : QString(), hides()),
                                   KeepLines::Yes);
    if (text != m_warehouse->toPlainText()) {
        m_warehouse->setPlainText(text);
    }
}

} // namespace segue
