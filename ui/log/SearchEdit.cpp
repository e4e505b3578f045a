// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/SearchEdit.h"

#include "app/exports/PlainText.h"
#include "ui/widgets/ClearAction.h"
#include "ui/widgets/Icons.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QStyle>
#include <QTextCharFormat>
#include <QTimer>

namespace segue {

namespace {

constexpr int kTypingMs = 200; // the search starts when the typing rests
constexpr int kMostOffers = 50;
constexpr qsizetype kLongestOffer = 80;
enum OfferRole { FromRole = Qt::UserRole, LengthRole, TextRole };

} // namespace

SearchEdit::SearchEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_offers(new QStandardItemModel(this))
    , m_typing(new QTimer(this))
{
    setMaxLength(500);
    addClearAction(*this);
    addAction(Icons::get(QStringLiteral("search"), Tone::Muted), QLineEdit::LeadingPosition);
    m_typing->setSingleShot(true);
    m_typing->setInterval(kTypingMs);
    connect(m_typing, &QTimer::timeout, this, &SearchEdit::rested);
    connect(this, &QLineEdit::textEdited, this, &SearchEdit::edited);
    connect(this, &QLineEdit::textChanged, this, [this] {
        // The button that clears the field edits it without saying so.
        if (text().isEmpty()) {
            hideOffers();
            m_typing->start();
        }
    });
    connect(this, &QLineEdit::returnPressed, this, &SearchEdit::rested);
}

void SearchEdit::makeCompleter()
{
    m_completer = new QCompleter(this);
    m_completer->setModel(m_offers);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(10);
    m_completer->setWidget(this);
    m_completer->popup()->setObjectName(QStringLiteral("searchCompletion"));
    m_completer->popup()->setAccessibleName(tr("Completions"));
    m_completer->popup()->installEventFilter(this);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { take(index); });
}

bool SearchEdit::isOffering() const
{
    return m_completer != nullptr && m_completer->popup()->isVisible();
}

void SearchEdit::hideOffers()
{
    if (m_completer != nullptr) {
        m_completer->popup()->hide();
    }
}

void SearchEdit::setLanguage(Complete complete, Check check)
{
    m_complete = std::move(complete);
    m_check = std::move(check);
}

void SearchEdit::setSearch(const QString &text)
{
    m_told = text;
    if (text != this->text()) {
        setText(text);
        m_typing->stop();
        hideOffers();
    }
    check();
}

void SearchEdit::edited()
{
    m_typing->start();
    if (m_mistake) {
        check(); // what has been mended is no longer blamed
    }
    offer();
}

void SearchEdit::rested()
{
    m_typing->stop();
    check();
    if (text() != m_told) {
        m_told = text();
        Q_EMIT searchChanged();
    }
}

void SearchEdit::offer()
{
    const QList<Completion> completions = m_complete ? m_complete(text(), cursorPosition()) : QList<Completion>();
    m_offers->clear();
    for (const Completion &completion : completions.mid(0, kMostOffers)) {
        QString shown = plainTextCut(completion.text, kLongestOffer);
        if (!completion.label.isEmpty()) {
            shown += QStringLiteral("   ") + plainTextCut(completion.label, kLongestOffer);
        }
        auto *item = new QStandardItem(shown);
        item->setData(completion.from, FromRole);
        item->setData(completion.length, LengthRole);
        item->setData(completion.text, TextRole);
        m_offers->appendRow(item);
    }
    if (m_offers->rowCount() == 0 || !hasFocus()) {
        hideOffers();
        return;
    }
    if (m_completer == nullptr) {
        makeCompleter();
    }
    m_completer->complete();
    m_completer->popup()->setCurrentIndex({});
}

void SearchEdit::take(const QModelIndex &chosen)
{
    const int from = chosen.data(FromRole).toInt();
    const QString taken = chosen.data(TextRole).toString();
    QString whole = text();
    whole.replace(from, chosen.data(LengthRole).toInt(), taken);
    hideOffers();
    setText(whole);
    setCursorPosition(from + static_cast<int>(taken.size()));
    m_typing->start();
    // A field is followed by its values at once.
    if (taken.endsWith(u':')) {
        offer();
    }
}

bool SearchEdit::eventFilter(QObject *watched, QEvent *event)
{
    const bool ofOffers = m_completer != nullptr && watched == m_completer->popup();
    if (ofOffers && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Tab) {
            const QModelIndex current = m_completer->popup()->currentIndex();
            take(current.isValid() ? current : m_completer->popup()->model()->index(0, 0));
            return true;
        }
        if ((key->key() == Qt::Key_Home || key->key() == Qt::Key_End)) {
            hideOffers();
            keyPressEvent(static_cast<QKeyEvent *>(event));
            return true;
        }
    }
    if (ofOffers && event->type() == QEvent::Hide) {
        m_typing->start();
    }
    return QLineEdit::eventFilter(watched, event);
}

void SearchEdit::keyPressEvent(QKeyEvent *event)
{
    const bool asks = event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier;
    if (asks || (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier)) {
        offer();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && m_typing->isActive()) {
        rested();
    }
}

void SearchEdit::check()
{
    // Whoever still chooses among completions is not through with the word.
    std::optional<Mistake> mistake = m_check && !isOffering() ? m_check(text()) : std::nullopt;
    if (mistake != m_mistake) {
        m_mistake = std::move(mistake);
        setProperty("wrong", m_mistake.has_value());
        style()->unpolish(this);
        style()->polish(this);
        setAccessibleDescription(m_mistake ? m_mistake->sentence : QString());
        Q_EMIT mistakeChanged();
    }
    mark();
}

void SearchEdit::mark()
{
    // The one door to formats in a line edit: an input method's event without any text.
    QList<QInputMethodEvent::Attribute> attributes;
    if (m_mistake && m_mistake->length > 0) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(toneColor(QGuiApplication::palette(), Tone::Bad));
        attributes.append(
            {QInputMethodEvent::TextFormat, m_mistake->from - cursorPosition(), m_mistake->length, format});
    }
    QInputMethodEvent event({}, attributes);
    QLineEdit::inputMethodEvent(&event);
}

} // namespace segue
