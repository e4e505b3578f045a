// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/CurlText.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace segue::CurlText {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::CurlText)
};

} // namespace

QString quoted(const QString &text)
{
    QString inside = text;
    inside.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + inside + u'\'';
}

Result<QString> command(const Endpoint &endpoint, const QByteArray &payload)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString body = decoder(payload);
    if (decoder.hasError() || payload.contains('\0')) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("payload with a zero byte or not UTF-8"),
                     Text::tr("This payload cannot stand on a command line: it is not plain UTF-8 text.")};
    }
    // Globbing is off because braces and brackets in an address would be taken as ranges; --data-raw because --data
    // reads a file when the text starts with @. The quotes end before the colon, which some shells take as a modifier.
    return QString(QStringLiteral("curl --globoff --request POST %1 \\\n"
                                  "  --user \"$SEGMENT_WRITE_KEY\": \\\n"
                                  "  --header 'Content-Type: application/json' \\\n"
                                  "  --data-raw ")
                       .arg(quoted(endpoint.trackUrl().toString(QUrl::FullyEncoded))) +
                   quoted(body));
}

} // namespace segue::CurlText
