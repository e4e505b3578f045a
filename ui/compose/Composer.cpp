// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/Composer.h"

#include "app/exports/PlainText.h"
#include "ui/compose/CheckCard.h"
#include "ui/compose/ComposerForm.h"
#include "ui/compose/RecentSends.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/JsonView.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/ProdQuestion.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QUuid>
#include <QVBoxLayout>

#include <utility>

namespace segue {

namespace {
const QString kLastTarget = QStringLiteral("composer-connection");
constexpr QChar kShownId = u'…'; // stands in the JSON view where each send gets an id of its own
constexpr qsizetype kLongestShownId = 100;

QString freshId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}
} // namespace

Composer::Composer(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_views(new QTabBar(this))
    , m_targets(new QComboBox(this))
    , m_pages(new QStackedWidget(this))
    , m_form(new ComposerForm)
    , m_json(new QPlainTextEdit(this))
    , m_idNote(new ToneLabel(Tone::Warning, this))
    , m_check(new CheckCard(this))
    , m_recent(new RecentSends(context.log(), context.settings(), this))
    , m_send(new QPushButton(Icons::onPrimary(QStringLiteral("play")), tr("Send"), this))
{
    setObjectName(QStringLiteral("sidePanel"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Test event"));
    m_json->setObjectName(QStringLiteral("composerJson"));
    m_json->setAccessibleName(tr("The event as JSON"));
    m_json->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_json->setTabChangesFocus(true);
    m_idNote->setObjectName(QStringLiteral("keptIdNote"));
    m_idNote->setWordWrap(true);
    m_idNote->hide();
    auto *formArea = new QScrollArea(this);
    formArea->setWidgetResizable(true);
    formArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    formArea->setWidget(m_form);
    auto *jsonPage = new QWidget(this);
    auto *jsonColumn = new QVBoxLayout(jsonPage);
    jsonColumn->setContentsMargins(14, 12, 14, 8);
    jsonColumn->addWidget(m_json);
    jsonColumn->addWidget(m_idNote);
    m_pages->addWidget(formArea);
    m_pages->addWidget(jsonPage);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_targetRow = makeTarget();
    column->addWidget(m_targetRow);
    column->addWidget(m_pages, 1);
    auto *checkRow = new QVBoxLayout;
    checkRow->setContentsMargins(14, 0, 14, 10);
    checkRow->addWidget(m_check);
    column->addLayout(checkRow);
    column->addWidget(m_recent);
    column->addWidget(makeFoot());

    connect(m_views, &QTabBar::currentChanged, this, &Composer::viewChanged);
    connect(m_form, &ComposerForm::changed, this, &Composer::check);
    connect(m_json, &QPlainTextEdit::textChanged, this, &Composer::check);
    connect(m_targets, &QComboBox::currentIndexChanged, this, &Composer::targetChanged);
    connect(&context.connections(), &ConnectionStore::changed, this, &Composer::fillConnections);
    fillConnections();
}

QWidget *Composer::makeHead()
{
    auto *head = new QWidget(this);
    auto *title = new ToneLabel(tr("Test event"), Tone::Plain, head);
    title->setScale(1.12, true);
    m_views->setObjectName(QStringLiteral("composerViews"));
    m_views->setAccessibleName(tr("View of the event"));
    m_views->addTab(tr("Form"));
    m_views->addTab(tr("JSON"));
    m_views->setDrawBase(false);
    auto *close = new QToolButton(head);
    close->setObjectName(QStringLiteral("closeComposer"));
    close->setIcon(Icons::get(QStringLiteral("close"), Tone::Muted));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the composer"));
    close->setToolTip(tr("Close the composer (Esc)"));
    connect(close, &QToolButton::clicked, this, &Composer::closeRequested);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(14, 10, 12, 0);
    row->addWidget(title, 1);
    row->addWidget(m_views);
    row->addWidget(close);
    return head;
}

QWidget *Composer::makeTarget()
{
    auto *row = new QWidget(this);
    auto *label = new ToneLabel(tr("Connection"), Tone::Muted, row);
    label->setBuddy(m_targets);
    m_targets->setObjectName(QStringLiteral("composerConnection"));
    m_targets->setAccessibleName(tr("Connection"));
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(14, 10, 14, 0);
    column->setSpacing(6);
    column->addWidget(label);
    column->addWidget(m_targets);
    return row;
}

QWidget *Composer::makeFoot()
{
    auto *foot = new QWidget(this);
    foot->setObjectName(QStringLiteral("panelFoot"));
    foot->setAttribute(Qt::WA_StyledBackground);
    m_send->setObjectName(QStringLiteral("composerSend"));
    m_send->setProperty("primary", true);
    // Not the button's own shortcut, which it drops with its text.
    auto *keys = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this, nullptr, nullptr,
                               Qt::WidgetWithChildrenShortcut);
    connect(keys, &QShortcut::activated, m_send, &QPushButton::click);
    auto *hint = new ToneLabel(keys->key().toString(QKeySequence::NativeText), Tone::Muted, foot);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 8, 12, 8);
    row->addStretch(1);
    row->addWidget(hint);
    row->addWidget(m_send);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    return foot;
}

void Composer::fillConnections()
{
    const QString last = m_context.settings().choice(kLastTarget);
    const QSignalBlocker blocker(m_targets);
    m_targets->clear();
    int wanted = -1;
    for (const Connection &connection : m_context.connections().all()) {
        m_targets->addItem(tr("%1 (%2)", "connection, environment")
                               .arg(connection.name, environmentName(connection.environment)),
                           connection.id.text());
        const bool offered = connection.environment != Environment::Prod && connection.id.text() == last;
        if (offered || (connection.isSandbox() && wanted < 0)) {
            wanted = m_targets->count() - 1;
        }
    }
    m_targets->setCurrentIndex(wanted);
    if (m_connection) {
        m_connection = m_context.connections().find(m_connection->id);
    }
    targetChanged();
}

void Composer::setConnection(const std::optional<Connection> &connection)
{
    const bool same = connection.has_value() == m_connection.has_value()
                      && (!connection || connection->id == m_connection->id);
    m_connection = connection;
    m_targetRow->setVisible(!connection);
    if (!same || !connection) {
        targetChanged();
    }
}

std::optional<Connection> Composer::target() const
{
    if (m_connection) {
        return m_connection;
    }
    return m_context.connections().find(ConnectionId::fromText(m_targets->currentData().toString()));
}

void Composer::targetChanged()
{
    const auto connection = target();
    m_send->setEnabled(connection.has_value());
    if (connection) {
        const bool prod = connection->environment == Environment::Prod;
        m_send->setText(prod ? tr("Send to PROD") : tr("Send"));
        m_form->setKeepOut(prod);
    }
    check();
}

void Composer::viewChanged(int view)
{
    m_changingView = true;
    if (view == JsonView) {
        TrackCall call = m_form->call();
        call.messageId = kShownId;
        call.timestamp = call.timestamp == 0 ? m_context.clock().now() : call.timestamp;
        m_json->setPlainText(segue::JsonView::indented(call.payload()));
    } else if (const auto fields = Payload::fields(m_json->toPlainText().toUtf8())) {
        m_form->setFields(fields.value());
    }
    m_changingView = false;
    m_pages->setCurrentIndex(view);
    keepId({});
    check();
}

void Composer::setPayload(const QByteArray &payload, const QString &messageId)
{
    m_views->setCurrentIndex(JsonView);
    m_json->setPlainText(segue::JsonView::indented(payload));
    keepId(messageId);
}

void Composer::keepId(const QString &messageId)
{
    m_keptId = messageId;
    m_idNote->setVisible(!messageId.isEmpty());
    m_idNote->setText(tr("The next send keeps the message id %1. Segment drops an id that it has had within 24 h: the event "
                         "will not show there a second time.").arg(plainTextCut(messageId, kLongestShownId)));
}

void Composer::focusFirst()
{
    if (m_views->currentIndex() == FormView) {
        m_form->focusFirst();
    } else {
        m_json->setFocus(Qt::ShortcutFocusReason);
    }
}

void Composer::check()
{
    if (m_changingView) {
        return;
    }
    const auto connection = target();
    const QString name = connection ? connection->name : QString();
    QString event = m_form->eventName();
    if (m_views->currentIndex() == JsonView) {
        const QByteArray typed = m_json->toPlainText().toUtf8();
        m_check->setPayload(Payload::prepared(typed, freshId(), m_context.clock().now()).valueOr(typed), name);
    } else {
        TrackCall call = m_form->call();
        call.messageId = freshId();
        call.timestamp = m_context.clock().now();
        m_check->setPayload(call.payload(), name);
    }
    const bool unselected = connection && !connection->selection.contains(event);
    m_form->setEventNote(unselected ? tr("Not among the selected events of this connection: Pushwoosh would not export "
                                         "it. It can be sent as a test all the same.")
                                    : QString());
}

void Composer::send()
{
    const auto connection = target();
    if (!connection) {
        return;
    }
    const int events = m_form->count();
    if (m_context.prodGuard().mustAsk(*connection, events)) {
        askFirst(*connection, events);
    } else {
        submit(*connection);
    }
}

void Composer::askFirst(const Connection &connection, int events)
{
    QPushButton *confirm = askBeforeProd(connection, events, m_form->keepsOut(), this);
    connect(confirm, &QPushButton::clicked, this, [this, connection] {
        m_context.prodGuard().confirmed(connection);
        submit(connection);
    });
}

std::vector<NewEntry> Composer::entries(const Connection &connection) const
{
    TestSend send;
    send.connection = connection.id;
    send.count = m_form->count();
    send.perSecond = m_form->perSecond();
    send.now = m_context.clock().now();
    send.newMessageId = freshId;
    if (m_views->currentIndex() == JsonView) {
        if (!m_keptId.isEmpty()) {
            send.newMessageId = [kept = m_keptId]() mutable {
                return kept.isEmpty() ? freshId() : std::exchange(kept, QString());
            };
        }
        return send.entriesForPayloads({m_json->toPlainText().toUtf8()});
    }
    return send.entriesFor({m_form->call()});
}

void Composer::submit(const Connection &connection)
{
    m_context.settings().setChoice(kLastTarget, connection.id.text());
    m_context.submit(entries(connection), this, [this](const Result<std::vector<EntryId>> &kept) {
        if (!kept) {
            Q_EMIT problem(kept.error().userText);
            return;
        }
        keepId({});
        m_recent->add(kept.value());
        Q_EMIT sent(kept.value().back());
    });
}

} // namespace segue
