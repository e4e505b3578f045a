// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checkup/PdfReport.h"

#include "app/exports/PlainText.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPdfWriter>
#include <QTextDocument>

namespace segue {

namespace {
constexpr int kResolution = 300;
constexpr int kPointSize = 10;
} // namespace

QByteArray pdfOf(const Report &report)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kResolution);
    // The document brings 2 cm on each side of its own.
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()));
    writer.setTitle(plainText(report.title));
    writer.setCreator(QStringLiteral("Segue"));
    QTextDocument document;
    QFont font = document.defaultFont();
    font.setPointSize(kPointSize);
    document.setDefaultFont(font);
    document.setHtml(ReportText::html(report));
    document.print(&writer);
    return bytes;
}

} // namespace segue
