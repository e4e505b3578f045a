// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/JsonView.h"

#include "app/exports/PlainText.h"
#include "ui/widgets/JsonHighlighter.h"
#include "ui/widgets/Tone.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QMenu>
#include <QPlainTextDocumentLayout>
#include <QTextBlock>

#include <algorithm>
#include <limits>

namespace segue {

namespace {
constexpr qsizetype kShownBytes = qsizetype{256} * 1024;
constexpr int kGutterWidth = 16;
constexpr int kMostMarks = 9999;
} // namespace

//! The edge with the fold marks; a click on one folds or unfolds.
class JsonView::Gutter : public QWidget
{
public:
    explicit Gutter(JsonView *view)
        : QWidget(view)
        , m_view(view)
    {
        setCursor(Qt::ArrowCursor);
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintGutter(event, this); }
    void mousePressEvent(QMouseEvent *event) override
    {
        const int line = m_view->lineAt(event->pos().y());
        if (event->button() == Qt::LeftButton && m_view->json().canFold(line)) {
            m_view->setFolded(line, !m_view->isFolded(line));
        }
    }
    void wheelEvent(QWheelEvent *event) override { QCoreApplication::sendEvent(m_view->viewport(), event); }

private:
    JsonView *m_view;
};

JsonView::JsonView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new JsonHighlighter(document()))
    , m_gutter(new Gutter(this))
{
    setLayoutDirection(Qt::LeftToRight); // JSON is, in every language
    setObjectName(QStringLiteral("jsonView"));
    setAccessibleDescription(tr("Left and Right fold and unfold a part; Ctrl+Shift+C copies the path"));
    m_gutter->setObjectName(QStringLiteral("foldMarks"));
    m_gutter->setAccessibleName(tr("Fold marks"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setViewportMargins(kGutterWidth, 0, 0, 0);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this](const QRect &, int) { m_gutter->update(); });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        markCurrentLine();
        Q_EMIT placeChanged();
    });
}

void JsonView::setJson(const QByteArray &json)
{
    if (json == m_bytes && !document()->isEmpty()) {
        return;
    }
    m_bytes = json;
    m_json = JsonText::of(json, kShownBytes);
    m_folded.clear();
    m_highlighter->setPlain(!m_json.isJson());
    QString text = plainText(m_json.text(), KeepLines::Yes);
    if (m_json.isCut()) {
        text += QStringLiteral("\n") + tr("… %1 bytes in all; the rest is not shown here").arg(json.size());
    }
    setPlainText(text);
    if (!m_remembered.isEmpty()) {
        for (int line = 0; line < static_cast<int>(m_json.lines().size()); ++line) {
            if (m_json.canFold(line) && m_remembered.contains(m_json.path(line))) {
                m_folded.insert(line);
            }
        }
        showLines();
    }
    mark(m_marked);
    Q_EMIT jsonChanged();
    Q_EMIT placeChanged();
}

QString JsonView::indented(const QByteArray &json)
{
    // Laid out, it is longer than it was; nothing may be cut from what is edited.
    return JsonText::of(json, std::numeric_limits<qsizetype>::max()).text();
}

void JsonView::remember(int line, bool folded)
{
    if (folded) {
        m_remembered.insert(m_json.path(line));
    } else {
        m_remembered.remove(m_json.path(line));
    }
}

void JsonView::setFolded(int line, bool folded)
{
    if (!m_json.canFold(line) || folded == isFolded(line)) {
        return;
    }
    remember(line, folded);
    if (folded) {
        m_folded.insert(line);
    } else {
        m_folded.remove(line);
    }
    showLines();
}

void JsonView::foldAll()
{
    // The outermost part stays open: a text of one line says nothing.
    for (int line = 1; line < static_cast<int>(m_json.lines().size()); ++line) {
        if (m_json.canFold(line)) {
            m_folded.insert(line);
            remember(line, true);
        }
    }
    showLines();
}

void JsonView::unfoldAll()
{
    m_folded.clear();
    m_remembered.clear();
    showLines();
}

//! Hides what is folded. Hidden blocks count no lines, which is what the scroll bar goes by.
void JsonView::showLines()
{
    int hiddenTo = -1;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const int line = block.blockNumber();
        const bool visible = line > hiddenTo;
        if (visible && isFolded(line)) {
            hiddenTo = m_json.lines()[static_cast<std::size_t>(line)].closedBy;
        }
        if (visible != block.isVisible()) {
            block.setVisible(visible);
            block.setLineCount(visible ? std::max(1, block.layout()->lineCount()) : 0);
        }
    }
    if (!textCursor().block().isVisible()) {
        int line = currentLine();
        while (line > 0 && !document()->findBlockByNumber(line).isVisible()) {
            --line;
        }
        goToLine(line);
    }
    document()->markContentsDirty(0, document()->characterCount() - 1);
    if (auto *layout = qobject_cast<QPlainTextDocumentLayout *>(document()->documentLayout())) {
        layout->requestUpdate();
        Q_EMIT layout->documentSizeChanged(layout->documentSize());
    }
    viewport()->update();
    m_gutter->update();
    Q_EMIT placeChanged();
}

void JsonView::goToLine(int line)
{
    QTextCursor cursor(document()->findBlockByNumber(line));
    const QString text = cursor.block().text();
    const auto first = std::find_if_not(text.begin(), text.end(), [](QChar c) { return c == u' '; });
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, static_cast<int>(first - text.begin()));
    setTextCursor(cursor);
}

void JsonView::reveal(int line)
{
    bool changed = false;
    for (int above = m_json.lines()[static_cast<std::size_t>(line)].parent; above >= 0;
         above = m_json.lines()[static_cast<std::size_t>(above)].parent) {
        changed = m_folded.remove(above) || changed;
    }
    // A closing bracket is hidden by its own part.
    if (const int opened = m_json.lines()[static_cast<std::size_t>(line)].openedBy; opened >= 0) {
        changed = m_folded.remove(opened) || changed;
    }
    if (changed) {
        showLines();
    }
}

int JsonView::mark(const QString &text)
{
    m_marked = text;
    m_marks.clear();
    if (!text.isEmpty()) {
        const QString all = toPlainText();
        for (qsizetype at = 0; m_marks.size() < kMostMarks && (at = all.indexOf(text, at, Qt::CaseInsensitive)) >= 0;
             at += text.size()) {
            m_marks.append(static_cast<int>(at));
        }
    }
    m_highlighter->setMarked(text);
    return marks();
}

int JsonView::goToMark(bool backwards)
{
    if (m_marks.isEmpty()) {
        return 0;
    }
    const QTextCursor now = textCursor();
    const int from = backwards ? now.selectionStart() : now.selectionEnd();
    auto next = std::lower_bound(m_marks.cbegin(), m_marks.cend(), from);
    if (backwards) {
        next = next == m_marks.cbegin() ? std::prev(m_marks.cend()) : std::prev(next);
    } else if (next == m_marks.cend()) {
        next = m_marks.cbegin();
    }
    const int line = document()->findBlock(*next).blockNumber();
    if (line < static_cast<int>(m_json.lines().size())) {
        reveal(line);
    }
    QTextCursor cursor(document());
    cursor.setPosition(*next);
    cursor.setPosition(*next + static_cast<int>(m_marked.size()), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    return static_cast<int>(next - m_marks.cbegin()) + 1;
}

void JsonView::copyValue() const
{
    if (m_json.isJson()) {
        QGuiApplication::clipboard()->setText(m_json.plainValue(currentLine()));
    }
}

void JsonView::copyPath() const
{
    if (const QString path = m_json.path(currentLine()); !path.isEmpty()) {
        QGuiApplication::clipboard()->setText(path);
    }
}

bool JsonView::event(QEvent *event)
{
    // The window's own search has the same key.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void JsonView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        Q_EMIT findRequested();
    } else if (event->matches(QKeySequence::Copy) && !textCursor().hasSelection()) {
        copyValue();
    } else if (!foldKey(*event)) {
        QPlainTextEdit::keyPressEvent(event);
    }
}

bool JsonView::foldKey(const QKeyEvent &event)
{
    const int line = currentLine();
    if (event.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        switch (event.key()) { // Shift changes the key on some layouts
        case Qt::Key_BracketLeft:
        case Qt::Key_BraceLeft:
            goLeft();
            return true;
        case Qt::Key_BracketRight:
        case Qt::Key_BraceRight:
            setFolded(line, false);
            return true;
        case Qt::Key_Minus:
        case Qt::Key_Underscore:
            foldAll();
            return true;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
        case Qt::Key_Asterisk:
            unfoldAll();
            return true;
        case Qt::Key_C:
            copyPath();
            return true;
        default:
            return false;
        }
    }
    if (!m_json.isJson() || (event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        return false;
    }
    if (event.key() == Qt::Key_Left) {
        goLeft();
        return true;
    }
    if (event.key() == Qt::Key_Right) {
        goRight();
        return true;
    }
    return false;
}

void JsonView::goLeft()
{
    const int line = currentLine();
    if (m_json.canFold(line) && !isFolded(line)) {
        setFolded(line, true);
    } else if (line < static_cast<int>(m_json.lines().size())) {
        const JsonLine &at = m_json.lines()[static_cast<std::size_t>(line)];
        goToLine(std::max(0, at.openedBy >= 0 ? at.openedBy : at.parent));
    }
}

void JsonView::goRight()
{
    const int line = currentLine();
    if (isFolded(line)) {
        setFolded(line, false);
    } else if (line + 1 < blockCount()) {
        goToLine(line + 1);
    }
}

void JsonView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse && !textCursor().hasSelection()) {
        setTextCursor(cursorForPosition(event->pos()));
    }
    const int line = currentLine();
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("jsonMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const QKeySequence &key, bool enabled, auto &&does) {
        QAction *action = menu->addAction(text, this, does);
        action->setShortcut(key);
        action->setEnabled(enabled);
    };
    const bool json = m_json.isJson() && line < static_cast<int>(m_json.lines().size());
    add(tr("Copy"), QKeySequence::Copy, textCursor().hasSelection(), [this] { copy(); });
    add(tr("Copy value"), {}, json, [this] { copyValue(); });
    add(tr("Copy path"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, json && !m_json.path(line).isEmpty(),
        [this] { copyPath(); });
    menu->addSeparator();
    add(isFolded(line) ? tr("Unfold") : tr("Fold"), isFolded(line) ? Qt::Key_Right : Qt::Key_Left, m_json.canFold(line),
        [this, line] { setFolded(line, !isFolded(line)); });
    add(tr("Fold all"), Qt::CTRL | Qt::SHIFT | Qt::Key_Minus, json, [this] { foldAll(); });
    add(tr("Unfold all"), Qt::CTRL | Qt::SHIFT | Qt::Key_Plus, json, [this] { unfoldAll(); });
    menu->addSeparator();
    add(tr("Find…"), QKeySequence::Find, true, [this] { Q_EMIT findRequested(); });
    add(tr("Select all"), QKeySequence::SelectAll, true, [this] { selectAll(); });
    menu->popup(event->globalPos());
}

void JsonView::layGutter()
{
    const QRect area = viewport()->geometry();
    m_gutter->setGeometry(area.left() - kGutterWidth, area.top(), kGutterWidth, area.height());
}

void JsonView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layGutter();
}

void JsonView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange) {
        m_highlighter->rehighlight();
        markCurrentLine();
    }
}

} // namespace segue
