// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checkup/PdfReport.h"

#include "app/exports/PlainText.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

#include <memory>

namespace segue {

namespace {

constexpr int kResolution = 300;
constexpr int kPointSize = 10;
constexpr qreal kMarginMm = 20;
constexpr auto kMark = "<td class=\"mark";
constexpr auto kMarkOfOneWidth = "<td width=\"20%\" class=\"mark"; // each piece is a table of its own

//! One piece, laid out for the page; the page's own pixels.
std::unique_ptr<QTextDocument> laidOut(const Report &piece, QPdfWriter &writer)
{
    auto document = std::make_unique<QTextDocument>();
    document->documentLayout()->setPaintDevice(&writer);
    document->setDocumentMargin(0);
    QFont font = document->defaultFont();
    font.setPointSize(kPointSize);
    document->setDefaultFont(font);
    document->setHtml(ReportText::html(piece).replace(QLatin1StringView(kMark), QLatin1StringView(kMarkOfOneWidth)));
    document->setTextWidth(writer.width());
    return document;
}

} // namespace

QByteArray pdfOf(const Report &report)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kResolution);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                                     QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter));
    writer.setTitle(plainText(report.title));
    writer.setCreator(QStringLiteral("Segue"));
    QPainter painter(&writer);
    const qreal page = writer.height();
    qreal y = 0;
    const QList<Report> pieces = ReportText::pieces(report);
    for (const Report &piece : pieces) {
        const auto document = laidOut(piece, writer);
        const qreal height = document->size().height();
        if (y > 0 && y + height > page) {
            writer.newPage();
            y = 0;
        }
        // One that is longer than a page goes on over as many as it takes.
        for (qreal drawn = 0; drawn < height; drawn += page) {
            if (drawn > 0) {
                writer.newPage();
            }
            painter.save();
            painter.translate(0, y - drawn);
            document->drawContents(&painter, QRectF(0, drawn, writer.width(), page - y));
            painter.restore();
        }
        y = height > page ? page : y + height;
    }
    painter.end();
    return bytes;
}

} // namespace segue
