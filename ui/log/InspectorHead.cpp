// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/InspectorHead.h"

#include "app/exports/PlainText.h"
#include "ui/widgets/EventWords.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

namespace segue {

InspectorHead::InspectorHead(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_title(new ElidedLabel(Tone::Plain, this))
    , m_stateIcon(new IconLabel(16, this))
    , m_state(new ToneLabel(Tone::Plain, this))
    , m_summary(new ElidedLabel(Tone::Muted, this))
    , m_tabs(new QTabBar(this))
    , m_waiting(makeWaiting())
{
    m_title->setScale(1.12, true);
    m_title->setObjectName(QStringLiteral("eventTitle"));
    m_state->setScale(1.0, true);
    m_state->setObjectName(QStringLiteral("eventState"));
    m_summary->setObjectName(QStringLiteral("eventSummary"));
    for (const QString &name : {tr("Payload"), tr("As it came"), tr("Attempts"), tr("Checks"), tr("Warehouse")}) {
        m_tabs->addTab(name);
    }
    m_tabs->setObjectName(QStringLiteral("inspectorTabs"));
    m_tabs->setAccessibleName(tr("Parts of the event"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true); // five do not fit into a narrow panel
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->setTabVisible(SecondPartTab, false);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int page) {
        m_chosen = page;
        Q_EMIT pageChosen(page);
    });

    auto *title = new QHBoxLayout;
    title->setSpacing(0);
    title->addWidget(m_title, 1);
    makeButtons(*title);
    auto *state = new QHBoxLayout;
    state->setSpacing(6);
    state->addWidget(m_stateIcon);
    state->addWidget(m_state);
    state->addWidget(m_summary, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 8, 0);
    column->setSpacing(4);
    column->addLayout(title);
    column->addLayout(state);
    column->addWidget(m_waiting);
    column->addWidget(m_tabs);
}

QToolButton *InspectorHead::button(const QString &objectName, const QString &icon, const QString &name,
                                   const QString &key)
{
    auto *made = new QToolButton(this);
    made->setObjectName(objectName);
    made->setIcon(Icons::get(icon, Tone::Muted));
    made->setAutoRaise(true);
    made->setAccessibleName(name);
    made->setToolTip(key.isEmpty() ? name : QString(name + QStringLiteral(" (") + key + u')'));
    return made;
}

void InspectorHead::makeButtons(QHBoxLayout &row)
{
    const auto keys = [](Qt::Key arrow, Qt::Key letter) -> QString {
        return QKeySequence(Qt::ALT | arrow).toString(QKeySequence::NativeText) + QStringLiteral(", ") +
               QKeySequence(letter).toString(QKeySequence::NativeText);
    };
    auto *previous = button(QStringLiteral("previousEvent"), QStringLiteral("chevron-up"), tr("The event before"),
                            keys(Qt::Key_Up, Qt::Key_K));
    auto *next = button(QStringLiteral("nextEvent"), QStringLiteral("chevron-down"), tr("The next event"),
                        keys(Qt::Key_Down, Qt::Key_J));
    m_compare = button(QStringLiteral("compareEvent"), QStringLiteral("compare"), tr("Compare with…"), {});
    m_place =
        button(QStringLiteral("panelPlace"), QStringLiteral("panel-below"), tr("Show the details below the log"), {});
    auto *close = button(QStringLiteral("closeInspector"), QStringLiteral("close"), tr("Close the details"), tr("Esc"));
    for (QToolButton *each : {previous, next, m_compare, m_place, close}) {
        row.addWidget(each);
    }
    connect(previous, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(-1); });
    connect(next, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(1); });
    connect(m_compare, &QToolButton::clicked, this, &InspectorHead::compareRequested);
    connect(m_place, &QToolButton::clicked, this, &InspectorHead::placeToggled);
    connect(close, &QToolButton::clicked, this, &InspectorHead::closeRequested);
}

QWidget *InspectorHead::makeWaiting()
{
    auto *waiting = new QWidget(this);
    waiting->setObjectName(QStringLiteral("compareWaiting"));
    auto *text = new ToneLabel(tr("Choose the event to compare this one with"), Tone::Accent, waiting);
    text->setWordWrap(true);
    auto *cancel = new QPushButton(tr("Cancel"), waiting);
    cancel->setObjectName(QStringLiteral("cancelComparison"));
    cancel->setProperty("link", true);
    auto *row = new QHBoxLayout(waiting);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(text, 1);
    row->addWidget(cancel);
    connect(cancel, &QPushButton::clicked, this, &InspectorHead::compareCancelled);
    waiting->hide();
    return waiting;
}

void InspectorHead::show(const ShownEvent &event, Mode mode)
{
    const EntryFields &fields = event.entry.fields;
    const EventWords::Look look = EventWords::state(fields.state);
    const bool compares = mode == Mode::Comparison;
    m_title->setFullText(compares ? tr("Comparison") : event.title());
    m_stateIcon->setIcon(look.icon, look.tone);
    m_state->setTone(look.tone);
    m_state->setText(EventWords::stateWithTime(fields.state, fields.nextAttempt.value_or(-1), m_clock.now()));
    m_state->setToolTip(EventWords::stateMeaning(fields.state));
    m_summary->setFullText(plainText(EventWords::summary(event.entry)));
    m_stateIcon->setVisible(!compares);
    m_state->setVisible(!compares);
    m_summary->setVisible(!compares);
    m_tabs->setVisible(!compares);
    showTabs(event);
    m_waiting->setVisible(mode == Mode::Waiting);
    m_compare->setEnabled(mode == Mode::Event);
}

void InspectorHead::showTabs(const ShownEvent &event)
{
    const QSignalBlocker quiet(m_tabs);
    const bool hasPart = event.secondPart.storedBytes > 0;
    const bool fromWebhook = event.entry.fields.origin == Origin::Webhook;
    m_tabs->setTabText(SecondPartTab, fromWebhook ? tr("As it came") : tr("Batch", "what its envelope said for all"));
    m_tabs->setTabToolTip(SecondPartTab, fromWebhook ? tr("The event as Pushwoosh's webhook sent it")
                                                     : tr("What the batch said for all of its calls"));
    m_tabs->setTabVisible(SecondPartTab, hasPart);
    m_tabs->setCurrentIndex(m_chosen == SecondPartTab && !hasPart ? PayloadTab : m_chosen);
}

void InspectorHead::tell(const QString &text)
{
    m_summary->setFullText(text);
}

void InspectorHead::setBelow(bool below)
{
    const QString name = below ? tr("Show the details to the right of the log") : tr("Show the details below the log");
    m_place->setIcon(Icons::get(below ? QStringLiteral("panel-right") : QStringLiteral("panel-below"), Tone::Muted));
    m_place->setAccessibleName(name);
    m_place->setToolTip(name);
}

int InspectorHead::page() const
{
    return m_tabs->currentIndex();
}

} // namespace segue
