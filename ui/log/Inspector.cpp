// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/Inspector.h"

#include "app/exports/CurlText.h"
#include "ui/log/AttemptsPage.h"
#include "ui/log/ChecksPage.h"
#include "ui/log/ComparePage.h"
#include "ui/log/InspectorFoot.h"
#include "ui/log/InspectorHead.h"
#include "ui/log/JsonPage.h"
#include "ui/log/WarehousePage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace segue {

Inspector::Inspector(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_head(new InspectorHead(context.clock(), this))
    , m_pages(new QStackedWidget(this))
    , m_payload(new JsonPage(tr("Payload"), this))
    , m_secondPart(new JsonPage(tr("What is kept beside the payload"), this))
    , m_attempts(new AttemptsPage(this))
    , m_checks(new ChecksPage(this))
    , m_warehouse(new WarehousePage(context.settings(), this))
    , m_compare(new ComparePage(this))
    , m_foot(new InspectorFoot(this))
{
    setObjectName(QStringLiteral("sidePanel"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Event details"));
    m_payload->setObjectName(QStringLiteral("payloadPage"));
    m_secondPart->setObjectName(QStringLiteral("secondPartPage"));
    lay();
    connectParts();
    addKeys();
}

void Inspector::lay()
{
    // In the order of InspectorHead::Page.
    for (QWidget *page :
         {static_cast<QWidget *>(m_payload), static_cast<QWidget *>(m_secondPart), static_cast<QWidget *>(m_attempts),
          static_cast<QWidget *>(m_checks), static_cast<QWidget *>(m_warehouse), static_cast<QWidget *>(m_compare)}) {
        m_pages->addWidget(page);
    }
    auto *middle = new QVBoxLayout;
    middle->setContentsMargins(10, 8, 10, 0);
    middle->addWidget(m_pages);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addLayout(middle, 1);
    column->addWidget(m_foot);
}

void Inspector::connectParts()
{
    connect(m_head, &InspectorHead::pageChosen, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_head, &InspectorHead::closeRequested, this, &Inspector::closeRequested);
    connect(m_head, &InspectorHead::stepRequested, this, &Inspector::stepRequested);
    connect(m_head, &InspectorHead::placeToggled, this, &Inspector::placeToggled);
    connect(m_head, &InspectorHead::compareRequested, this, &Inspector::waitForSecond);
    connect(m_head, &InspectorHead::compareCancelled, this, &Inspector::endComparison);
    connect(m_compare, &ComparePage::closeRequested, this, &Inspector::endComparison);
    connect(m_foot, &InspectorFoot::copyJsonRequested, this, [this] {
        if (m_details) {
            QGuiApplication::clipboard()->setText(QString::fromUtf8(m_details->payload));
        }
    });
    connect(m_foot, &InspectorFoot::copyCurlRequested, this, &Inspector::copyCurl);
    connect(m_foot, &InspectorFoot::sendAgainRequested, this, [this](bool sameId) {
        if (m_details) {
            const EntryFields &fields = m_details->entry.fields;
            Q_EMIT sendAgainRequested(ConnectionId::fromText(QString::fromStdString(fields.connection)),
                                      m_details->payload,
                                      sameId ? QString::fromStdString(fields.messageId) : QString());
        }
    });
    connect(&m_context.log(), &EventLog::changed, this, &Inspector::changed);
    connect(&m_context.settings(), &Settings::hideIdentitiesChanged, this, &Inspector::present);
}

void Inspector::addKeys()
{
    const auto key = [this](const QKeySequence &sequence, int rows) {
        auto *shortcut = new QShortcut(sequence, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, rows] { Q_EMIT stepRequested(rows); });
    };
    key(Qt::ALT | Qt::Key_Up, -1);
    key(Qt::ALT | Qt::Key_Down, 1);
    key(Qt::Key_K, -1);
    key(Qt::Key_J, 1);
}

void Inspector::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isComparing()) {
        endComparison();
        return;
    }
    QWidget::keyPressEvent(event);
}

void Inspector::setBelow(bool below)
{
    m_head->setBelow(below);
}

void Inspector::show(EntryId id)
{
    const bool isFirst = m_first == id && m_id != id; // what it would be compared with is itself
    if (isFirst || (m_id == id && m_details)) {
        return;
    }
    m_id = id;
    ask();
}

void Inspector::compare(EntryId first, EntryId second)
{
    if (m_first != first) {
        m_first = first;
        m_firstDetails.reset();
        askFirst();
    }
    if (m_id != second) {
        m_id = second;
        m_details.reset();
        ask();
    }
    present();
}

void Inspector::waitForSecond()
{
    if (m_id && m_details) {
        m_first = m_id;
        m_firstDetails = m_details;
        ++m_firstGeneration;
        present();
    }
}

void Inspector::endComparison()
{
    m_first.reset();
    m_firstDetails.reset();
    ++m_firstGeneration;
    present();
}

void Inspector::clear()
{
    m_id.reset();
    m_details.reset();
    m_first.reset();
    m_firstDetails.reset();
    ++m_generation;
    ++m_firstGeneration;
}

void Inspector::changed(const JournalChange &change, bool resync)
{
    const auto touches = [&](const std::optional<EntryId> &id) {
        return id && (resync || std::find(change.changed.begin(), change.changed.end(), *id) != change.changed.end());
    };
    if (touches(m_id)) {
        ask();
    }
    if (touches(m_first)) {
        askFirst();
    }
}

void Inspector::ask()
{
    const int generation = ++m_generation;
    m_context.log().details(*m_id, this, [this, generation](const Result<std::optional<EventDetails>> &answer) {
        if (generation != m_generation) {
            return;
        }
        if (answer && answer.value()) {
            m_details = *answer.value();
            present();
        } else {
            fail(answer);
        }
    });
}

void Inspector::askFirst()
{
    const int generation = ++m_firstGeneration;
    m_context.log().details(*m_first, this, [this, generation](const Result<std::optional<EventDetails>> &answer) {
        if (generation != m_firstGeneration) {
            return;
        }
        if (answer && answer.value()) {
            m_firstDetails = *answer.value();
            present();
        } else {
            endComparison(); // it has gone; the other one is still there
        }
    });
}

void Inspector::fail(const Result<std::optional<EventDetails>> &answer)
{
    if (!answer) {
        m_head->tell(answer.error().userText);
    } else {
        Q_EMIT closeRequested();
    }
}

std::optional<Connection> Inspector::connection() const
{
    return m_details ? m_context.connections().find(
                           ConnectionId::fromText(QString::fromStdString(m_details->entry.fields.connection)))
                     : std::nullopt;
}

ShownEvent Inspector::shownEvent(const EventDetails &details) const
{
    const auto owner =
        m_context.connections().find(ConnectionId::fromText(QString::fromStdString(details.entry.fields.connection)));
    return ShownEvent::from(details, owner ? owner->name : QString(), m_context.settings().hideIdentities());
}

void Inspector::present()
{
    if (!m_details || m_details->entry.id != m_id) {
        return;
    }
    const ShownEvent event = shownEvent(*m_details);
    const bool waits = m_first && m_first == m_id;
    const bool compares = m_first && !waits && m_firstDetails;
    m_head->show(event, compares ? InspectorHead::Mode::Comparison
                        : waits  ? InspectorHead::Mode::Waiting
                                 : InspectorHead::Mode::Event);
    m_foot->setVisible(!compares);
    m_foot->show(event);
    if (compares) {
        m_compare->show(shownEvent(*m_firstDetails), event);
        m_pages->setCurrentWidget(m_compare);
        return;
    }
    m_payload->show({event.payload, event.storedBytes, event.withheld});
    showSecondPart(event);
    m_attempts->show(event);
    m_checks->show(event);
    m_warehouse->show(event);
    m_pages->setCurrentIndex(m_head->page());
}

void Inspector::showSecondPart(const ShownEvent &event)
{
    m_secondPart->setIntroduction(
        event.entry.fields.origin == Origin::Webhook
            ? tr("The event as Pushwoosh's webhook sent it. The payload is the track call that was made of it.")
            : tr("What the batch that brought this call said for all of its calls. It is not part of the payload."));
    m_secondPart->show(event.secondPart);
}

void Inspector::copyCurl()
{
    if (!m_details) {
        return;
    }
    const auto owner = connection();
    Endpoint endpoint = owner ? owner->endpoint : Endpoint::us();
    if (owner && owner->isSandbox()) {
        endpoint = m_context.sandboxEndpoint();
    }
    if (const Result<QString> command = CurlText::command(endpoint, m_details->payload)) {
        QGuiApplication::clipboard()->setText(command.value());
    } else {
        m_head->tell(command.error().userText);
    }
}

} // namespace segue
