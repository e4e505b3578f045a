// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/JsonView.h"

#include "app/exports/PlainText.h"
#include "ui/widgets/Tone.h"

#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QSyntaxHighlighter>

namespace segue {

namespace {

constexpr qsizetype kShownBytes = 256 * 1024;

class JsonHighlighter : public QSyntaxHighlighter
{
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override
    {
        const QPalette palette = QGuiApplication::palette();
        qsizetype at = 0;
        while (at < text.size()) {
            const QChar character = text.at(at);
            if (character == u'"') {
                const qsizetype end = endOfString(text, at);
                const bool name = text.mid(end).trimmed().startsWith(u':');
                color(at, end, toneColor(palette, name ? Tone::Accent : Tone::Good));
                at = end;
            } else if (character.isLetterOrNumber() || character == u'-') {
                qsizetype end = at + 1;
                while (end < text.size() && (text.at(end).isLetterOrNumber() || QStringLiteral("+-.").contains(text.at(end)))) {
                    ++end;
                }
                color(at, end, toneColor(palette, Tone::Warning));
                at = end;
            } else {
                ++at;
            }
        }
    }

private:
    static qsizetype endOfString(const QString &text, qsizetype start)
    {
        qsizetype at = start + 1;
        while (at < text.size() && text.at(at) != u'"') {
            at += text.at(at) == u'\\' ? 2 : 1;
        }
        return std::min(at + 1, text.size());
    }

    void color(qsizetype from, qsizetype to, const QColor &color)
    {
        setFormat(static_cast<int>(from), static_cast<int>(to - from), color);
    }
};

class Indenter
{
public:
    explicit Indenter(const QByteArray &json)
        : m_json(json)
    {
    }

    QByteArray run()
    {
        for (qsizetype at = 0; at < m_json.size();) {
            const char character = m_json.at(at);
            if (character == '"') {
                at = copyString(at);
                continue;
            }
            structure(character, at);
            ++at;
        }
        return m_out;
    }

private:
    qsizetype copyString(qsizetype at)
    {
        qsizetype end = at + 1;
        while (end < m_json.size() && m_json.at(end) != '"') {
            end += m_json.at(end) == '\\' ? 2 : 1;
        }
        end = std::min(end + 1, m_json.size());
        m_out += m_json.mid(at, end - at);
        return end;
    }

    void structure(char character, qsizetype at)
    {
        switch (character) {
        case '{':
        case '[':
            m_out += character;
            if (closesAtOnce(at)) {
                break;
            }
            ++m_depth;
            newLine();
            break;
        case '}':
        case ']':
            if (!m_out.endsWith('{') && !m_out.endsWith('[')) {
                m_depth = std::max(0, m_depth - 1);
                newLine();
            }
            m_out += character;
            break;
        case ',':
            m_out += character;
            newLine();
            break;
        case ':':
            m_out += ": ";
            break;
        case ' ':
        case '\t':
        case '\r':
        case '\n':
            break;
        default:
            m_out += character;
        }
    }

    bool closesAtOnce(qsizetype at) const
    {
        for (qsizetype next = at + 1; next < m_json.size(); ++next) {
            const char character = m_json.at(next);
            if (character == '}' || character == ']') {
                return true;
            }
            if (!QByteArrayView(" \t\r\n").contains(character)) {
                return false;
            }
        }
        return false;
    }

    void newLine()
    {
        constexpr int kDeepest = 64; // deeper nesting is not indented further
        m_out += '\n';
        m_out += QByteArray(2 * std::min(m_depth, kDeepest), ' ');
    }

    const QByteArray &m_json;
    QByteArray m_out;
    int m_depth = 0;
};

} // namespace

JsonView::JsonView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("jsonView"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    new JsonHighlighter(document());
}

void JsonView::setJson(const QByteArray &json)
{
    const bool cut = json.size() > kShownBytes;
    QString text = plainText(indented(cut ? json.left(kShownBytes) : json), KeepLines::Yes);
    if (cut) {
        text += QStringLiteral("\n") + tr("… %1 bytes in all; the rest is not shown here").arg(json.size());
    }
    if (text != toPlainText()) {
        setPlainText(text);
    }
}

QString JsonView::indented(const QByteArray &json)
{
    const QByteArray trimmed = json.trimmed();
    if (!trimmed.startsWith('{') && !trimmed.startsWith('[')) {
        return QString::fromUtf8(json);
    }
    return QString::fromUtf8(Indenter(trimmed).run());
}

} // namespace segue
