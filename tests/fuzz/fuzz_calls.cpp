// SPDX-License-Identifier: GPL-3.0-or-later
// Arbitrary bytes as a body of Segment's tracking API, plain and packed: nothing crashes, no more is unpacked than is
// allowed, no key is left in what is kept, and each call is an object cut out of the body.
#include "app/receiver/Gunzip.h"
#include "app/receiver/SegmentCalls.h"
#include "app/segment/JsonOutline.h"
#include "tests/fuzz/Expect.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>

using namespace segue;

namespace {

constexpr std::size_t kMostUnpacked = 64 * 1024;

void callsAreSound(const std::string &body, CallForm form)
{
    const SegmentCalls taken = takeSegmentCalls(body, form, {}, "bench", {});
    if (taken.verdict != SegmentCalls::Verdict::Taken) {
        expect(taken.calls.empty(), "a body that is refused gives no calls");
        return;
    }
    for (const SegmentCall &call : taken.calls) {
        expect(call.payload.size() <= body.size(), "a call is no larger than its body");
        const auto outline =
            JsonOutline::read(QByteArray(call.payload.data(), static_cast<qsizetype>(call.payload.size())), 1);
        expect(outline.ok() && outline.value().isObject(), "a call is a JSON object");
        for (const JsonNode *member : outline.value().children(outline.value().root())) {
            expect(member->name != "writeKey", "no key is left in a call");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string body(reinterpret_cast<const char *>(data), size);
    callsAreSound(body, CallForm::Single);
    callsAreSound(body, CallForm::Batch);
    std::string unpacked;
    if (gunzip(body, kMostUnpacked, unpacked) == GunzipResult::Done) {
        expect(unpacked.size() <= kMostUnpacked, "no more is unpacked than is allowed");
        callsAreSound(unpacked, CallForm::Batch);
    }
    return 0;
}
