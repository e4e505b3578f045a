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
    setPlaceholderText(tr("Paste JSON here, or drop a file: the body of a Pushwoosh webhook, a track call, or an array of them."));
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTabChangesFocus(true);
    connect(this, &QPlainTextEdit::textChanged, this, &PreviewText::typed);
}

bool PreviewText::canTake(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return (!urls.isEmpty() && urls.constFirst().isLocalFile()) || data.hasText();
}

void PreviewText::take(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    if (!urls.isEmpty() && urls.constFirst().isLocalFile()) {
        Q_EMIT fileWanted(urls.constFirst().toLocalFile());
    } else if (data.hasText()) {
        setBytes(data.text().toUtf8());
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

bool PreviewText::canInsertFromMimeData(const QMimeData *data) const
{
    return data != nullptr && canTake(*data);
}

void PreviewText::insertFromMimeData(const QMimeData *data)
{
    if (data == nullptr) {
        return;
    }
    // A piece pasted into a text is typing; a whole one, a file or a large one takes its place.
    const bool isWhole = textCursor().selectedText().size() == toPlainText().size();
    const bool isPiece = data->urls().isEmpty() && !isWhole && !m_showsSize && data->text().size() <= kMostShown;
    if (isPiece) {
        QPlainTextEdit::insertFromMimeData(data);
    } else {
        take(*data);
    }
}

void PreviewText::typed()
{
    m_bytes = toPlainText().toUtf8();
    Q_EMIT bytesChanged();
}

} // namespace segue
