// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/LinkButton.h"

#include "app/setup/WebLinks.h"

#include <QDesktopServices>

namespace segue {

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
{
    setProperty("link", true);
    connect(this, &QPushButton::clicked, this, &LinkButton::open);
}

void LinkButton::setUrl(const QUrl &url)
{
    m_url = url;
    setToolTip(url.toString(QUrl::FullyEncoded).toHtmlEscaped());
    setAccessibleDescription(url.toString(QUrl::FullyEncoded));
    setEnabled(WebLinks::mayOpen(url));
}

void LinkButton::open()
{
    if (WebLinks::mayOpen(m_url) && !QDesktopServices::openUrl(m_url)) {
        Q_EMIT problem(tr("The browser could not be opened. The address is %1").arg(m_url.toString(QUrl::FullyEncoded)));
    }
}

} // namespace segue
