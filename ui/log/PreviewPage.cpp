// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/PreviewPage.h"

#include "app/core/Futures.h"
#include "app/core/PoolWork.h"
#include "app/exports/PlainText.h"
#include "app/segment/IdentityMask.h"
#include "ui/compose/CheckCard.h"
#include "ui/log/PreviewText.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/JsonView.h"
#include "ui/widgets/Labels.h"

#include <QClipboard>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace segue {

namespace {

constexpr int kPauseMs = 200;
constexpr qsizetype kLongestName = 60;
constexpr int kRowsInSight = 6;
constexpr int kIcon = 16;

Result<EventPreview> previewOf(const QByteArray &text, const QString &connection, std::int64_t now, bool hideIdentities)
{
    Result<EventPreview> preview = EventPreview::of(text, connection, now);
    if (preview && hideIdentities) {
        for (PreviewedCall &call : preview.value().calls) {
            call.call = IdentityMask::inPayload(call.call);
        }
    }
    return preview;
}

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    // What is no file, such as a pipe, might never end.
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile()) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("preview: no file"), PreviewPage::tr("it is no file.")};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Disk, QStringLiteral("preview: the file cannot be opened"), file.errorString()};
    }
    // One byte more tells that it is too large.
    return file.read(WebhookDecoder::kMostBytes + 1);
}

struct Look
{
    QString icon;
    Tone tone;
    QString word;
};

Look lookOf(const PreviewedCall &call, bool reserved)
{
    if (call.kind == PreviewedCall::Kind::Unreadable) {
        return {QStringLiteral("cross"), Tone::Bad, PreviewPage::tr("not readable", "state of a part of a text")};
    }
    if (call.reading.check.blocks()) {
        return {QStringLiteral("cross"), Tone::Bad, PreviewPage::tr("dropped by Segment", "state of a part of a text")};
    }
    if (reserved) {
        return {QStringLiteral("warning"), Tone::Warning, PreviewPage::tr("not selected", "state of a part of a text")};
    }
    if (call.reading.check.bits() != 0) {
        return {QStringLiteral("warning"), Tone::Warning, PreviewPage::tr("worth a look", "state of a part of a text")};
    }
    return {QStringLiteral("check"), Tone::Good, PreviewPage::tr("in order", "state of a part of a text")};
}

} // namespace

PreviewPage::PreviewPage(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_pause(new QTimer(this))
{
    setObjectName(QStringLiteral("previewPage"));
    setAccessibleName(tr("What would Segment get?"));
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeText());
    splitter->addWidget(makeResult());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(splitter, 1);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMs);
    connect(m_pause, &QTimer::timeout, this, &PreviewPage::look);
    connect(m_text, &PreviewText::bytesChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_text, &PreviewText::fileWanted, this, &PreviewPage::readFile);
    connect(m_calls, &QListWidget::currentRowChanged, this, &PreviewPage::showCall);
    connect(&context.settings(), &Settings::hideIdentitiesChanged, this, &PreviewPage::look);
    say({}, Tone::Muted);
}

QWidget *PreviewPage::makeHead()
{
    auto *head = new QWidget(this);
    head->setObjectName(QStringLiteral("pageHead"));
    head->setAttribute(Qt::WA_StyledBackground);
    auto *title = new ToneLabel(tr("What would Segment get?"), Tone::Plain, head);
    title->setObjectName(QStringLiteral("previewTitle"));
    title->setScale(1.15, true);
    auto *under = new ToneLabel(tr("Nothing is sent, and nothing is kept."), Tone::Muted, head);
    auto *close = new QPushButton(tr("Close"), head);
    close->setObjectName(QStringLiteral("closePreview"));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 10, 16, 10);
    row->setSpacing(12);
    row->addWidget(title);
    row->addWidget(under, 1);
    row->addWidget(close);
    connect(close, &QPushButton::clicked, this, &PreviewPage::closed);
    return head;
}

QWidget *PreviewPage::makeText()
{
    auto *side = new QWidget(this);
    m_text = new PreviewText(side);
    auto *paste = new QPushButton(tr("Paste"), side);
    paste->setObjectName(QStringLiteral("previewPaste"));
    auto *clear = new QPushButton(tr("Clear"), side);
    clear->setObjectName(QStringLiteral("previewClear"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(paste);
    row->addWidget(clear);
    row->addStretch(1);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(16, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_text, 1);
    column->addLayout(row);
    connect(paste, &QPushButton::clicked, this, [this] {
        if (const QMimeData *mime = QGuiApplication::clipboard()->mimeData()) {
            take(*mime);
        }
    });
    connect(clear, &QPushButton::clicked, this, [this] { m_text->setBytes({}); });
    return side;
}

QWidget *PreviewPage::makeResult()
{
    auto *side = new QWidget(this);
    m_message = new ToneLabel(Tone::Muted, side);
    m_message->setObjectName(QStringLiteral("previewMessage"));
    m_message->setWordWrap(true);
    m_calls = new QListWidget(side);
    m_calls->setObjectName(QStringLiteral("previewCalls"));
    m_calls->setAccessibleName(tr("Events in the text"));
    m_calls->setFrameShape(QFrame::NoFrame);
    m_calls->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_calls->setTextElideMode(Qt::ElideRight);
    m_calls->setIconSize({kIcon, kIcon});
    m_calls->setUniformItemSizes(true);
    m_result = new QWidget(side);
    m_check = new CheckCard(m_result);
    m_notes = new ToneLabel(Tone::Muted, m_result);
    m_notes->setObjectName(QStringLiteral("previewNotes"));
    m_notes->setWordWrap(true);
    m_notes->setAlignment(Qt::AlignLeading | Qt::AlignTop); // it may stand alone
    m_json = new JsonView(m_result);
    m_json->setAccessibleName(tr("The call as Segment would get it"));
    m_copy = new QPushButton(Icons::get(QStringLiteral("copy")), tr("Copy JSON"), m_result);
    m_copy->setObjectName(QStringLiteral("copyPreview"));
    auto *inner = new QVBoxLayout(m_result);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(8);
    inner->addWidget(m_check);
    inner->addWidget(m_notes);
    inner->addWidget(m_json, 1);
    inner->addWidget(m_copy, 0, Qt::AlignLeft);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(12, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_message);
    column->addWidget(m_calls);
    column->addWidget(m_result, 1);
    column->addStretch(0);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(m_preview.calls.value(m_calls->currentRow()).call));
    });
    return side;
}

bool PreviewPage::canTake(const QMimeData &mime)
{
    return PreviewText::canTake(mime);
}

void PreviewPage::take(const QMimeData &mime)
{
    m_text->take(mime);
}

void PreviewPage::focusFirst()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

void PreviewPage::setConnection(const std::optional<Connection> &connection)
{
    const bool same = m_connection.has_value() == connection.has_value() &&
                      (!connection || (m_connection->id == connection->id && m_connection->name == connection->name &&
                                       m_connection->selection == connection->selection));
    m_connection = connection;
    if (!same) {
        look();
    }
}

void PreviewPage::readFile(const QString &path)
{
    const quint64 own = ++m_look;
    say(tr("Reading…"), Tone::Muted);
    whenAnswered(inThePool<Result<QByteArray>>([path] { return bytesOf(path); }), this,
                 [this, own](const Result<QByteArray> &bytes) {
                     if (own != m_look) {
                         return;
                     }
                     if (bytes) {
                         m_text->setBytes(bytes.value());
                     } else {
                         say(tr("The file could not be read: %1").arg(plainText(bytes.error().userText)), Tone::Bad);
                     }
                 });
}

void PreviewPage::look()
{
    m_pause->stop();
    const quint64 own = ++m_look;
    const QByteArray text = m_text->bytes();
    if (text.isEmpty()) {
        say({}, Tone::Muted);
        return;
    }
    const QString key = m_connection ? m_connection->id.text() : QString();
    const bool hide = m_context.settings().hideIdentities();
    const auto work = [text, key, now = m_context.clock().now(), hide] { return previewOf(text, key, now, hide); };
    whenAnswered(inThePool<Result<EventPreview>>(work), this, [this, own](const Result<EventPreview> &preview) {
        if (own == m_look) {
            show(preview);
        }
    });
}

void PreviewPage::say(const QString &text, Tone tone)
{
    m_preview = {};
    m_message->setTone(tone);
    m_message->setText(text.isEmpty() ? tr("What is pasted or dropped is shown here as the track call that it becomes.")
                                      : text);
    m_message->show();
    m_calls->hide();
    m_result->hide();
}

void PreviewPage::show(const Result<EventPreview> &preview)
{
    if (!preview) {
        say(plainText(preview.error().userText), Tone::Bad);
        return;
    }
    m_preview = preview.value();
    const auto count = static_cast<int>(m_preview.calls.size() + m_preview.left);
    QString text = tr("%Ln event(s)", "in a text", count);
    if (!m_preview.envelope.isEmpty()) {
        text += QStringLiteral(" · ") +
                tr("in “%1”", "the member that holds them").arg(plainTextCut(m_preview.envelope, kLongestName));
    }
    if (m_preview.left > 0) {
        text += QStringLiteral(" · ") + tr("the first %1 are shown").arg(QLocale().toString(m_preview.calls.size()));
    }
    m_message->setTone(Tone::Muted);
    m_message->setText(text);
    m_message->setVisible(count > 1);
    const QSignalBlocker blocker(m_calls);
    m_calls->clear();
    for (const PreviewedCall &call : std::as_const(m_preview.calls)) {
        const Look look = lookOf(call, !reservationOf(call).title.isEmpty());
        const QString name = call.reading.fields.event.isEmpty()
                                 ? tr("Event without a name")
                                 : plainTextCut(call.reading.fields.event, kLongestName);
        m_calls->addItem(
            new QListWidgetItem(Icons::get(look.icon, look.tone), tr("%1: %2", "event, state").arg(name, look.word)));
    }
    const int rows = std::clamp(m_calls->count(), 1, kRowsInSight);
    m_calls->setFixedHeight(rows * m_calls->sizeHintForRow(0) + 2 * m_calls->frameWidth() + 4);
    m_calls->setVisible(count > 1);
    m_calls->setCurrentRow(0);
    showCall(0);
}

CheckCard::Reservation PreviewPage::reservationOf(const PreviewedCall &call) const
{
    const Selection selection = m_connection ? m_connection->selection : Selection::all();
    const QString name = call.reading.fields.event;
    if (name.isEmpty() || call.kind == PreviewedCall::Kind::Unreadable || selection.names().contains(name)) {
        return {};
    }
    const QString shown = plainTextCut(name, kLongestName);
    const QString sentence = tr("“%1” is not among the selected events.").arg(shown);
    // What a person sends by hand goes all the same.
    return call.kind == PreviewedCall::Kind::Call
               ? CheckCard::Reservation{{}, sentence}
               : CheckCard::Reservation{tr("Segment would take this, but Segue would not send it: Skipped"), sentence};
}

void PreviewPage::showCall(int row)
{
    if (row < 0 || row >= m_preview.calls.size()) {
        m_result->hide();
        return;
    }
    const PreviewedCall &call = m_preview.calls.at(row);
    const bool readable = call.kind != PreviewedCall::Kind::Unreadable;
    m_result->show();
    m_check->setVisible(readable);
    m_check->setReservation(reservationOf(call));
    m_check->setReading(call.reading, call.call.size(), m_connection ? m_connection->name : QString());
    m_notes->setTone(readable ? Tone::Muted : Tone::Bad);
    m_notes->setText(plainText(readable ? call.notes.join(u'\n') : call.fault, KeepLines::Yes));
    m_notes->setVisible(!m_notes->text().isEmpty());
    m_json->setVisible(readable);
    m_json->setJson(call.call);
    m_copy->setVisible(readable);
    m_copy->setEnabled(!m_context.settings().hideIdentities());
    m_copy->setToolTip(m_copy->isEnabled() ? QString() : tr("Not while identities are hidden: it would show them"));
}

void PreviewPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    QWidget::keyPressEvent(event);
}

void PreviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    look();
}

void PreviewPage::hideEvent(QHideEvent *event)
{
    ++m_look; // what is being read for a page that is not looked at is dropped
    QWidget::hideEvent(event);
}

} // namespace segue
