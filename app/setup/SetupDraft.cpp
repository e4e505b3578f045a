// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/SetupDraft.h"

#include <QCoreApplication>

#include <algorithm>

namespace segue {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::SetupDraft)
};

QString environmentSuffix(Environment environment)
{
    switch (environment) {
    case Environment::Prod:
        return u"Prod"_s;
    case Environment::Staging:
        return u"Staging"_s;
    case Environment::Dev:
    case Environment::Sandbox:
        break;
    }
    return u"Dev"_s;
}

} // namespace

void SetupDraft::take(const Connection &connection)
{
    id = connection.id;
    name = connection.name;
    nameTyped = true;
    environment = connection.environment;
    region = connection.endpoint.region();
    if (region == Endpoint::Region::Other && !connection.endpoint.isNull()) {
        endpointText = connection.endpoint.displayText();
    }
    applicationText = connection.applicationCode;
    allEvents = connection.selection.isAll();
    if (!allEvents) {
        events = connection.selection.names();
    }
    keyExpected = connection.keyExpected;
}

Selection SetupDraft::selection() const
{
    return allEvents ? Selection::all() : Selection::list(events);
}

Result<Endpoint> SetupDraft::endpoint() const
{
    switch (region) {
    case Endpoint::Region::Us:
        return Endpoint::us();
    case Endpoint::Region::Eu:
        return Endpoint::eu();
    case Endpoint::Region::Other:
        break;
    }
    return Endpoint::parse(endpointText);
}

Result<Connection> SetupDraft::connection(const Connection &base, const QList<Connection> &others) const
{
    Connection made = base;
    made.id = id;
    made.selection = selection();
    if (!made.isSandbox()) {
        const Result<Endpoint> where = endpoint();
        if (!where) {
            return where.error();
        }
        made.name = name.trimmed();
        made.environment = environment;
        made.endpoint = where.value();
        made.applicationCode = readApplicationCode(applicationText).code;
        made.keyExpected = keyExpected;
    }
    if (const auto fault = checkConnection(made, others)) {
        return *fault;
    }
    return made;
}

QString SetupRules::suggestedName(Environment environment, const QStringList &taken)
{
    const QString plain = u"Pushwoosh_"_s + environmentSuffix(environment);
    QString name = plain;
    for (int number = 2; taken.contains(name, Qt::CaseInsensitive); ++number) {
        name = plain + u'_' + QString::number(number);
    }
    return name;
}

QString SetupRules::nameFault(const SetupDraft &draft, const QList<Connection> &connections,
                              const QList<SetupDraft> &drafts)
{
    Connection made;
    made.id = draft.id;
    made.name = draft.name.trimmed();
    if (const auto fault = checkConnection(made, connections)) {
        return fault->userText;
    }
    const auto twin = std::find_if(drafts.begin(), drafts.end(), [&](const SetupDraft &other) {
        return other.id != draft.id && !other.finished && other.name.trimmed().compare(made.name, Qt::CaseInsensitive) == 0;
    });
    return twin == drafts.end() ? QString()
                                : Text::tr("There is already a draft named “%1”. Go on with it, or choose another name.")
                                      .arg(twin->name.trimmed());
}

QString SetupRules::endpointFault(const SetupDraft &draft)
{
    const Result<Endpoint> endpoint = draft.endpoint();
    return endpoint ? QString() : endpoint.error().userText;
}

QString SetupRules::regionWarning(Endpoint::Region region)
{
    if (region != Endpoint::Region::Eu) {
        return {};
    }
    return Text::tr("Segment lists Pushwoosh for EU workspaces with the US endpoint only, so whether its built-in stream "
                    "reaches an EU workspace is unverified. Test events from Segue go to the EU endpoint, and prove "
                    "nothing about that stream.");
}

} // namespace segue
