// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/PreviewText.h"

#include <QFontDatabase>
#include <QLocale>
#include <QMimeData>
#include <QSignalBlocker>
#include <QUrl>

namespace segue {

namespace {
constexpr qsizetype kMostShown = qsizetype{256} * 1024; // more makes the editor slow
}

PreviewText::PreviewText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("previewText"));
    setAccessibleName(tr("JSON to look at"));
    setPlaceholderText(
        tr("Paste JSON here, or drop a file: the body of a Pushwoosh webhook, a track call, or an array of them."));
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTabChangesFocus(true);
    connect(this, &QPlainTextEdit::textChanged, this, &PreviewText::typed);
}

bool PreviewText::canTake(const QMimeData &mime)
{
    const QList<QUrl> urls = mime.urls();
    return (!urls.isEmpty() && urls.constFirst().isLocalFile()) || mime.hasText();
}

void PreviewText::take(const QMimeData &mime)
{
    const QList<QUrl> urls = mime.urls();
    if (!urls.isEmpty() && urls.constFirst().isLocalFile()) {
        Q_EMIT fileWanted(urls.constFirst().toLocalFile());
    } else if (mime.hasText()) {
        setBytes(mime.text().toUtf8());
    }
}

void PreviewText::setBytes(const QByteArray &bytes)
{
    m_showsSize = bytes.size() > kMostShown;
    setReadOnly(m_showsSize);
    {
        const QSignalBlocker blocker(this);
        setPlainText(m_showsSize ? tr("A text of %1, too large to be shown here.")
                                       .arg(QLocale().formattedDataSize(bytes.size(), 1, QLocale::DataSizeSIFormat))
                                 : QString::fromUtf8(bytes));
    }
    m_bytes = bytes;
    Q_EMIT bytesChanged();
}

bool PreviewText::canInsertFromMimeData(const QMimeData *mime) const
{
    return mime != nullptr && canTake(*mime);
}

void PreviewText::insertFromMimeData(const QMimeData *mime)
{
    if (mime == nullptr) {
        return;
    }
    // A piece pasted into a text is typing; a whole one, a file or a large one takes its place.
    const bool isWhole = textCursor().selectedText().size() == toPlainText().size();
    const bool isPiece = mime->urls().isEmpty() && !isWhole && !m_showsSize && mime->text().size() <= kMostShown;
    if (isPiece) {
        QPlainTextEdit::insertFromMimeData(mime);
    } else {
        take(*mime);
    }
}

void PreviewText::typed()
{
    m_bytes = toPlainText().toUtf8();
    Q_EMIT bytesChanged();
}

} // namespace segue
