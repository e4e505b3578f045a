// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FindBar.h"

#include "ui/widgets/ClearAction.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/JsonView.h"
#include "ui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace segue {

namespace {
constexpr int kLongest = 500;
}

FindBar::FindBar(JsonView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_text(new QLineEdit(this))
    , m_count(new ToneLabel(Tone::Muted, this))
{
    setObjectName(QStringLiteral("findBar"));
    m_text->setObjectName(QStringLiteral("findText"));
    m_text->setAccessibleName(tr("Find in the payload"));
    m_text->setPlaceholderText(tr("Find"));
    m_text->setMaxLength(kLongest);
    addClearAction(*m_text);
    m_count->setObjectName(QStringLiteral("findCount"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 4, 4, 4);
    row->setSpacing(4);
    row->addWidget(m_text, 1);
    row->addWidget(m_count);
    const auto button = [&](const QString &objectName, const QString &icon, const QString &name, const QString &key) {
        auto *made = new QToolButton(this);
        made->setObjectName(objectName);
        made->setIcon(Icons::get(icon, Tone::Muted));
        made->setAutoRaise(true);
        made->setAccessibleName(name);
        made->setToolTip(name + QStringLiteral(" (") + key + u')');
        row->addWidget(made);
        return made;
    };
    auto *back =
        button(QStringLiteral("findBack"), QStringLiteral("chevron-up"), tr("The place before"), tr("Shift+Enter"));
    auto *next = button(QStringLiteral("findNext"), QStringLiteral("chevron-down"), tr("The next place"), tr("Enter"));
    auto *close = button(QStringLiteral("findClose"), QStringLiteral("close"), tr("Close the search"), tr("Esc"));
    connect(back, &QToolButton::clicked, this, [this] { go(true); });
    connect(next, &QToolButton::clicked, this, [this] { go(false); });
    connect(close, &QToolButton::clicked, this, &FindBar::close);
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::search);
    connect(&view, &JsonView::jsonChanged, this, [this] { count(0); });
    hide();
}

void FindBar::open()
{
    const QString selected = m_view.textCursor().selectedText();
    show();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator)) {
        m_text->setText(selected);
    }
    m_text->selectAll();
    m_text->setFocus(Qt::ShortcutFocusReason);
    search();
}

void FindBar::close()
{
    m_view.mark({});
    hide();
    m_view.setFocus(Qt::OtherFocusReason);
}

void FindBar::search()
{
    m_view.mark(m_text->text());
    // From the start of what is found now, so that a longer text stays at its place.
    QTextCursor cursor = m_view.textCursor();
    cursor.setPosition(cursor.selectionStart());
    m_view.setTextCursor(cursor);
    go(false);
}

void FindBar::go(bool backwards)
{
    count(m_view.goToMark(backwards));
}

void FindBar::count(int current)
{
    const QLocale locale;
    if (m_text->text().isEmpty()) {
        m_count->clear();
    } else if (m_view.marks() == 0) {
        m_count->setText(tr("Not found"));
    } else if (current == 0) {
        m_count->setText(locale.toString(m_view.marks()));
    } else {
        m_count->setText(
            tr("%1 of %2", "which place of how many").arg(locale.toString(current), locale.toString(m_view.marks())));
    }
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        go(event->modifiers().testFlag(Qt::ShiftModifier));
    } else if (event->key() == Qt::Key_Escape) {
        close();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace segue
