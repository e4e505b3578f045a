// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/TrackCall.h"

#include "app/segment/JsonOutline.h"

namespace segue {

namespace {

constexpr qsizetype kUsual = 640; // bytes of a payload

//! Writes objects, member after member.
class ObjectWriter
{
public:
    ObjectWriter() { m_bytes.reserve(kUsual); }

    void begin(const char *name = nullptr)
    {
        if (name != nullptr) {
            member(name);
        }
        m_bytes += '{';
    }
    void end() { m_bytes += '}'; }
    void text(const char *name, QStringView value)
    {
        member(name);
        appendJsonString(m_bytes, value);
    }
    void textUnlessEmpty(const char *name, QStringView value)
    {
        if (!value.isEmpty()) {
            text(name, value);
        }
    }
    //! JSON, as it is.
    void raw(const char *name, QByteArrayView value)
    {
        member(name);
        m_bytes += value;
    }
    QByteArray take() { return std::move(m_bytes); }

private:
    void member(const char *name)
    {
        if (!m_bytes.endsWith('{')) {
            m_bytes += ',';
        }
        m_bytes += '"';
        m_bytes += name;
        m_bytes += "\":";
    }

    QByteArray m_bytes;
};

void writeContext(ObjectWriter &to, const TrackCall &call)
{
    to.begin("context");
    to.text("channel", u"server");
    to.begin("library");
    to.text("name", u"segue");
    to.text("version", u"" SEGUE_VERSION);
    to.end();
    if (!call.runId.isEmpty()) {
        to.begin("app");
        to.text("version", QString(QStringLiteral("segue-") + call.runId));
        to.end();
    }
    if (!call.campaignId.isEmpty()) {
        to.begin("pushwoosh");
        to.text("campaign_id", call.campaignId);
        to.end();
    }
    if (call.test || !call.runId.isEmpty()) {
        to.begin("segue");
        if (call.test) {
            to.raw("test", "true");
        }
        to.textUnlessEmpty("run", call.runId);
        to.end();
    }
    to.end();
}

} // namespace

QByteArray TrackCall::payload() const
{
    ObjectWriter call;
    call.begin();
    call.text("type", u"track");
    call.text("event", event);
    if (identity.kind == Identity::Kind::UserId) {
        call.text("userId", identity.value);
    } else if (identity.kind == Identity::Kind::AnonymousId) {
        call.text("anonymousId", identity.value);
    }
    call.textUnlessEmpty("messageId", messageId);
    call.text("timestamp", Payload::isoTime(timestamp));
    call.begin("properties");
    call.textUnlessEmpty("message_type", messageType);
    call.textUnlessEmpty("campaign_code", campaignCode);
    call.textUnlessEmpty("device_type", deviceType);
    call.end();
    if (keepOutOfDestinations) {
        call.raw("integrations", R"({"All":false})");
    }
    writeContext(call, *this);
    call.end();
    return call.take();
}

} // namespace segue
