// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/DestinationsList.h"

#include "app/catalog/WarehouseNames.h"
#include "app/exports/PlainText.h"
#include "app/setup/WebLinks.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/LinkButton.h"

#include <QCheckBox>
#include <QDateTime>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace segue {

namespace {

constexpr int kNameWidth = 180;
constexpr qsizetype kLongestName = 80;
constexpr qsizetype kMostByHand = 50;

QString figuresOf(const SourceDestinations::Destination &destination)
{
    if (!destination.enabled) {
        return DestinationsList::tr("off");
    }
    if (destination.isWarehouse) {
        return destination.kind;
    }
    if (!destination.delivered) {
        return DestinationsList::tr("on");
    }
    const QString delivered =
        DestinationsList::tr("24 h: %Ln delivered", "events", static_cast<int>(*destination.delivered));
    return destination.failed.value_or(0) == 0 ? delivered
                                               : DestinationsList::tr("%1, %Ln failed", "what was delivered; events",
                                                                      static_cast<int>(*destination.failed))
                                                     .arg(delivered);
}

} // namespace

DestinationsList::DestinationsList(AppContext &context, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_source(context.workspaces(), context.secrets(), context.clock())
    , m_column(new QVBoxLayout)
    , m_rule(new ToneLabel(Tone::Muted, this))
    , m_warning(new ToneLabel(Tone::Warning, this))
    , m_sentence(new ToneLabel(Tone::Muted, this))
{
    setObjectName(QStringLiteral("card"));
    setAccessibleName(tr("Destinations"));
    m_rule->setWordWrap(true);
    m_rule->setText(
        tr("A source without an enabled destination is switched off after 14 days, even while events arrive. "
           "Whether a warehouse alone keeps it on is not documented."));
    m_warning->setObjectName(QStringLiteral("destinationsWarning"));
    m_warning->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("destinationsSentence"));
    m_sentence->setWordWrap(true);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(6);
    column->addWidget(makeHead());
    column->addWidget(m_rule);
    column->addWidget(m_warning);
    column->addLayout(m_column);
    column->addWidget(makeByHand());
    column->addWidget(m_sentence);
    connect(&m_source, &SourceDestinations::changed, this, [this] {
        refresh();
        Q_EMIT listed();
    });
}

QWidget *DestinationsList::makeHead()
{
    auto *head = new QWidget(this);
    auto *title = new ToneLabel(tr("Destinations"), Tone::Plain, head);
    title->setScale(1.0, true);
    m_open = new LinkButton(tr("Open the source in Segment"), head);
    m_open->setObjectName(QStringLiteral("openSource"));
    m_ask = new QPushButton(tr("Ask again"), head);
    m_ask->setObjectName(QStringLiteral("askDestinations"));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(title, 1);
    row->addWidget(m_open);
    row->addWidget(m_ask);
    connect(m_open, &LinkButton::problem, this, &DestinationsList::problem);
    connect(m_ask, &QPushButton::clicked, this, [this] {
        if (!m_source.isAsking()) {
            m_source.look(m_connection);
        }
    });
    return head;
}

QWidget *DestinationsList::makeByHand()
{
    auto *part = new QWidget(this);
    m_name = new QLineEdit(part);
    m_name->setObjectName(QStringLiteral("destinationName"));
    m_name->setAccessibleName(tr("Name of a destination"));
    m_name->setPlaceholderText(tr("Another tool that gets the events"));
    m_name->setMaxLength(kLongestName);
    m_add = new QPushButton(tr("Add"), part);
    m_add->setObjectName(QStringLiteral("addDestination"));
    m_add->setAccessibleName(tr("Add the destination"));
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_name, 1);
    row->addWidget(m_add);
    connect(m_add, &QPushButton::clicked, this, &DestinationsList::addByHand);
    connect(m_name, &QLineEdit::returnPressed, this, &DestinationsList::addByHand);
    return part;
}

void DestinationsList::show(const Connection &connection, const QList<DestinationTick> &ticks)
{
    const bool same = connection.id == m_connection.id && connection.endpoint == m_connection.endpoint;
    m_connection = connection;
    m_ticks = ticks;
    if (!same) {
        m_source.clear();
    }
    const bool segment = connection.endpoint.isSegment();
    m_open->setVisible(segment);
    m_rule->setVisible(segment);
    m_open->setUrl(WebLinks::sourceOverview(WarehouseNames::schema(connection.name)));
    refresh();
    if (isVisible() && segment && !m_source.opened()) {
        m_source.look(m_connection);
    }
}

QList<DestinationsList::Shown> DestinationsList::all() const
{
    QList<Shown> shown;
    for (const SourceDestinations::Destination &each : m_source.destinations()) {
        shown.append({each.id, each.name, each});
    }
    for (const DestinationTick &each : m_ticks) {
        const bool listed = std::any_of(shown.cbegin(), shown.cend(),
                                        [&](const Shown &known) { return known.known && known.id == each.id; });
        if (!listed) {
            shown.append({each.id, each.name, {}});
        }
    }
    return shown;
}

qsizetype DestinationsList::tickOf(const Shown &shown) const
{
    for (qsizetype i = 0; i < m_ticks.size(); ++i) {
        const DestinationTick &tick = m_ticks.at(i);
        if (tick.id == shown.id && (!tick.id.isEmpty() || tick.name == shown.name)) {
            return i;
        }
    }
    return -1;
}

void DestinationsList::refresh()
{
    const QList<Shown> shown = all();
    while (m_rows.size() < shown.size()) {
        addRow();
    }
    while (m_rows.size() > shown.size()) {
        delete m_rows.takeLast().widget;
    }
    orderTab();
    bool loop = false;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        fill(m_rows.at(i), shown.at(i));
        loop = loop || (shown.at(i).known && shown.at(i).known->isPushwoosh && shown.at(i).known->enabled);
    }
    QStringList warnings;
    if (loop) {
        warnings.append(
            tr("Pushwoosh is a destination of its own source: each event may flow back into Pushwoosh, a loop. "
               "Switch that destination off for this source."));
    }
    if (m_source.askedAt() != 0 && !m_source.hasEnabled()) {
        warnings.append(tr("Nothing that is on is connected: Segment will switch this source off."));
    }
    m_warning->setText(warnings.join(u'\n'));
    m_warning->setVisible(!warnings.isEmpty());
    const bool noToken = m_source.opened() && m_source.opened()->state == OpenedSource::State::NoToken;
    QString sentence = m_source.isAsking() ? tr("Asking Segment…")
                       : noToken && m_tokenIsAbove
                           ? tr("With the token above, what is connected to the source is listed here.")
                           : m_source.sentence();
    // Nobody is asked again who has not been asked: without a token there is nothing to ask with.
    m_ask->setVisible(m_connection.endpoint.isSegment() && m_source.opened() && !noToken);
    if (m_source.askedAt() != 0 && !m_source.isAsking()) {
        const QString time = QDateTime::fromMSecsSinceEpoch(m_source.askedAt()).toString(QStringLiteral("HH:mm:ss"));
        sentence += u' ' + tr("Asked at %1.", "a time").arg(time);
    }
    m_sentence->setText(plainText(sentence));
    m_sentence->setVisible(!sentence.isEmpty());
    if (m_source.opened() && m_source.opened()->match.isFound()) {
        m_open->setUrl(WebLinks::sourceOverview(m_source.opened()->match.source.slug));
    }
}

void DestinationsList::addRow()
{
    auto *widget = new QFrame(this);
    widget->setObjectName(m_rows.isEmpty() ? QStringLiteral("firstRow") : QStringLiteral("row"));
    const qsizetype index = m_rows.size();
    Row row{widget,
            new IconLabel(16, widget),
            new ElidedLabel(Tone::Plain, widget),
            new ToneLabel(Tone::Muted, widget),
            new QCheckBox(tr("Events seen there, with all three properties"), widget),
            new QPushButton(Icons::get(QStringLiteral("trash"), Tone::Muted), QString(), widget)};
    row.name->setMinimumWidth(kNameWidth);
    row.name->setLeast(12);
    row.figures->setObjectName(QStringLiteral("destinationFigures"));
    row.seen->setObjectName(QStringLiteral("destinationSeen"));
    row.remove->setObjectName(QStringLiteral("removeDestination"));
    auto *line = new QHBoxLayout(widget);
    line->setContentsMargins(0, 6, 0, 6);
    line->setSpacing(10);
    line->addWidget(row.icon);
    line->addWidget(row.name, 1);
    line->addWidget(row.figures, 1);
    line->addWidget(row.seen);
    line->addWidget(row.remove);
    m_column->addWidget(widget);
    connect(row.seen, &QCheckBox::toggled, this, [this, index](bool seen) { tick(index, seen); });
    connect(row.remove, &QPushButton::clicked, this, [this, index] { removeByHand(index); });
    m_rows.append(row);
}

// Rows come when the widgets below them are there already.
void DestinationsList::orderTab()
{
    QWidget *before = m_ask;
    for (const Row &row : std::as_const(m_rows)) {
        setTabOrder(before, row.seen);
        setTabOrder(row.seen, row.remove);
        before = row.remove;
    }
    setTabOrder(before, m_name);
    setTabOrder(m_name, m_add);
}

void DestinationsList::fill(const Row &row, const Shown &shown)
{
    const QString name = plainTextCut(shown.name.isEmpty() ? tr("Without a name") : shown.name, kLongestName);
    const bool on = shown.known && shown.known->enabled;
    const bool failing = on && shown.known->failed.value_or(0) > 0;
    row.icon->setIcon(failing ? QStringLiteral("warning")
                      : on    ? QStringLiteral("check")
                              : QStringLiteral("ring"),
                      failing ? Tone::Warning
                      : on    ? Tone::Good
                              : Tone::Muted);
    row.name->setFullText(name);
    row.figures->setText(shown.known          ? plainTextCut(figuresOf(*shown.known), kLongestName)
                         : shown.id.isEmpty() ? tr("named by hand")
                                              : tr("not asked"));
    row.figures->setTone(failing ? Tone::Warning : Tone::Muted);
    const qsizetype tick = tickOf(shown);
    const std::int64_t seen = tick < 0 ? 0 : m_ticks.at(tick).seen;
    const QSignalBlocker blocker(row.seen);
    row.seen->setChecked(seen != 0);
    row.seen->setAccessibleName(tr("%1: events seen there, with all three properties", "a destination").arg(name));
    row.seen->setToolTip(
        seen == 0
            ? tr("message_type, campaign_code, device_type")
            : tr("Ticked on %1").arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(seen), QLocale::ShortFormat)));
    row.remove->setVisible(!shown.known);
    row.remove->setAccessibleName(tr("Take %1 away", "a destination").arg(name));
    row.widget->setAccessibleName(tr("%1: %2", "destination, state").arg(name, row.figures->text()));
}

void DestinationsList::tick(qsizetype row, bool seen)
{
    const Shown shown = all().value(row);
    const qsizetype known = tickOf(shown);
    const std::int64_t time = seen ? m_context.clock().now() : 0;
    if (known >= 0) {
        m_ticks[known].seen = time;
        if (!seen && shown.known) {
            m_ticks.removeAt(known);
        }
    } else if (seen) {
        m_ticks.append({shown.id, shown.name, time});
    }
    refresh();
    Q_EMIT changed();
}

void DestinationsList::addByHand()
{
    const QString name = m_name->text().trimmed();
    const bool taken = std::any_of(m_ticks.cbegin(), m_ticks.cend(), [&](const DestinationTick &each) {
        return each.id.isEmpty() && each.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (name.isEmpty() || taken || m_ticks.size() >= kMostByHand) {
        return;
    }
    m_ticks.append({QString(), name, 0});
    m_name->clear();
    refresh();
    Q_EMIT changed();
}

void DestinationsList::removeByHand(qsizetype row)
{
    const Shown shown = all().value(row);
    const qsizetype known = tickOf(shown);
    if (known < 0 || shown.known) {
        return;
    }
    m_ticks.removeAt(known);
    // Later: it is the row's own button that was pressed.
    QMetaObject::invokeMethod(this, &DestinationsList::refresh, Qt::QueuedConnection);
    m_name->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void DestinationsList::lookAgain()
{
    m_source.clear();
    refresh();
    if (isVisible() && m_connection.endpoint.isSegment()) {
        m_source.look(m_connection);
    }
}

void DestinationsList::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    if (!m_connection.id.isNull() && m_connection.endpoint.isSegment() && m_source.askedAt() == 0) {
        m_source.look(m_connection);
    }
}

void DestinationsList::hideEvent(QHideEvent *event)
{
    m_source.stop();
    QFrame::hideEvent(event);
}

} // namespace segue
