// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QUrl>

namespace segue {

//! A button that opens a page of the web in the desktop's browser: https, to a host on our list, nothing else.
class LinkButton : public QPushButton
{
    Q_OBJECT
public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);

    void setUrl(const QUrl &url);
    QUrl url() const { return m_url; }

Q_SIGNALS:
    //! The desktop has no browser for it; in words for people.
    void problem(const QString &text);

private:
    void open();

    QUrl m_url;
};

} // namespace segue
