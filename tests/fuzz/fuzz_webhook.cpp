// SPDX-License-Identifier: GPL-3.0-or-later
// Arbitrary bytes as a body of Pushwoosh's webhook: nothing crashes, every part keeps its own bytes, and what is read
// becomes a call that is JSON and has the same id wherever its blanks stand.
#include "app/pushwoosh/EventMapper.h"
#include "app/pushwoosh/WebhookDecoder.h"
#include "app/segment/JsonOutline.h"
#include "tests/fuzz/Expect.h"

#include <cstddef>
#include <cstdint>

using namespace segue;

namespace {

const QString kConnection = QStringLiteral("0c4d3c3e-8f0e-4a53-9a39-0f3b0f6a2f10");

void becomesACall(const MessageEvent &event)
{
    constexpr std::int64_t kReceived = 1'700'000'000'000;
    const TrackCall call = EventMapper::call(event, kConnection, kReceived);
    const QByteArray payload = call.payload();
    const auto outline = JsonOutline::read(payload, 2);
    expect(outline.ok() && outline.value().isObject(), "the call is a JSON object");
    const TrackFields fields = Payload::fields(payload, outline.value());
    expect(fields.event == call.event, "the call names the event");
    expect(fields.messageId == call.messageId && call.messageId.size() == 70, "the call has its id");
    expect(fields.identity.value == call.identity.value, "the call is the same person's");
    expect(EventMapper::messageId(' ' + event.bytes + '\n', kConnection, kReceived) == call.messageId,
           "blanks make no other event");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto items = WebhookDecoder::decode(body);
    expect(items.ok() || !items.error().userText.isEmpty(), "a refusal says why");
    if (!items) {
        return 0;
    }
    for (const WebhookItem &item : items.value()) {
        expect(body.contains(item.bytes), "a part keeps its bytes");
        expect(item.event.has_value() == item.fault.isEmpty(), "a part is read, or it is said why not");
        if (item.event) {
            expect(item.event->bytes == item.bytes, "an event keeps its bytes");
            becomesACall(*item.event);
        }
    }
    return 0;
}
