// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/TrackCall.h"

#include "app/segment/JsonOutline.h"

namespace segue {

namespace {

//! Writes one object, member after member.
class ObjectWriter
{
public:
    void text(const char *name, const QString &value) { raw(name, jsonString(value)); }
    void textUnlessEmpty(const char *name, const QString &value)
    {
        if (!value.isEmpty()) {
            text(name, value);
        }
    }
    void raw(const char *name, const QByteArray &value)
    {
        if (m_bytes.size() > 1) {
            m_bytes += ',';
        }
        m_bytes += '"';
        m_bytes += name;
        m_bytes += "\":";
        m_bytes += value;
    }
    QByteArray done() const { return m_bytes + '}'; }

private:
    QByteArray m_bytes{"{"};
};

QByteArray contextOf(const TrackCall &call)
{
    ObjectWriter library;
    library.text("name", QStringLiteral("segue"));
    library.text("version", QStringLiteral(SEGUE_VERSION));

    ObjectWriter context;
    context.text("channel", QStringLiteral("server"));
    context.raw("library", library.done());
    if (!call.runId.isEmpty()) {
        ObjectWriter app;
        app.text("version", QStringLiteral("segue-") + call.runId);
        context.raw("app", app.done());
    }
    if (!call.campaignId.isEmpty()) {
        ObjectWriter pushwoosh;
        pushwoosh.text("campaign_id", call.campaignId);
        context.raw("pushwoosh", pushwoosh.done());
    }
    if (call.test || !call.runId.isEmpty()) {
        ObjectWriter segue;
        if (call.test) {
            segue.raw("test", "true");
        }
        segue.textUnlessEmpty("run", call.runId);
        context.raw("segue", segue.done());
    }
    return context.done();
}

} // namespace

QByteArray TrackCall::payload() const
{
    ObjectWriter properties;
    properties.textUnlessEmpty("message_type", messageType);
    properties.textUnlessEmpty("campaign_code", campaignCode);
    properties.textUnlessEmpty("device_type", deviceType);

    ObjectWriter call;
    call.text("type", QStringLiteral("track"));
    call.text("event", event);
    if (identity.kind == Identity::Kind::UserId) {
        call.text("userId", identity.value);
    } else if (identity.kind == Identity::Kind::AnonymousId) {
        call.text("anonymousId", identity.value);
    }
    call.textUnlessEmpty("messageId", messageId);
    call.text("timestamp", Payload::isoTime(timestamp));
    call.raw("properties", properties.done());
    if (keepOutOfDestinations) {
        call.raw("integrations", R"({"All":false})");
    }
    call.raw("context", contextOf(*this));
    return call.done();
}

} // namespace segue
