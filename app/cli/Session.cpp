// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Session.h"

#include "app/exports/PlainText.h"

#include <QCoreApplication>
#include <QDir>

namespace segue::cli {

std::unique_ptr<Session> Session::open(const Options &options, Delivery delivery, Output &out)
{
    return open(folderOf(options), delivery, out);
}

QString Session::folderOf(const Options &options)
{
    const QString given = options.dataFolder();
    return given.isEmpty() ? AppContext::defaultDataFolder() : QDir::cleanPath(QDir().absoluteFilePath(given));
}

std::unique_ptr<Session> Session::open(const QString &dataFolder, Delivery delivery, Output &out)
{
    Result<std::unique_ptr<AppContext>> context =
        AppContext::create({dataFolder, delivery != Delivery::Off, delivery == Delivery::AfterKey});
    if (!context) {
        out.failure(context.error().userText);
        return nullptr;
    }
    if (const std::string notice = context.value()->journal().notice(); !notice.empty()) {
        out.warning(plainText(QString::fromStdString(notice)));
    }
    const QStringList standIns = context.value()->settings().standIns();
    for (const QString &standIn : standIns) {
        out.warning(plainText(standIn));
    }
    return std::unique_ptr<Session>(new Session(std::move(context).value(), out));
}

Session::Session(std::unique_ptr<AppContext> context, Output &out)
    : m_out(out)
    , m_context(std::move(context))
{
    m_out.redactWith(&m_context->redactor());
    QObject::connect(&m_context->proxies(), &ProxyAccess::changed, m_context.get(), [this](const ProxyName &proxy) {
        const ProxyStanding standing = m_context->proxies().standing(proxy);
        if (standing.isAsking() && m_context->proxies().asking().contains(proxy)) {
            m_out.warning(plainText(ProxyAccess::sentence(standing, proxy)) + u' ' +
                          QCoreApplication::translate("segue::cli::ProxyCommand", "“%1” keeps them.")
                              .arg(QStringLiteral("segue proxy --user NAME --password-stdin")));
        }
    });
}

Session::~Session()
{
    m_out.redactWith(nullptr);
}

std::optional<int> Session::connectionsFault(Output &out) const
{
    const std::optional<Error> fault = m_context->connections().fault();
    if (!fault) {
        return std::nullopt;
    }
    out.failure(fault->userText);
    return kEnvironment;
}

} // namespace segue::cli
