// SPDX-License-Identifier: GPL-3.0-or-later
// Arbitrary bytes as a body of Segment's tracking API, plain and packed: nothing crashes, no more is unpacked than is
// allowed, no key is left in what is kept, and each call is an object cut out of the body. What is no JSON loses the
// key whatever stands around it.
#include "app/receiver/Gunzip.h"
#include "app/receiver/KeyCutter.h"
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

void keysAreCut(const std::string &bytes)
{
    constexpr std::string_view key = "0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P";
    if (bytes.find(key) != std::string::npos) {
        return; // it stands somewhere else as well
    }
    const std::size_t middle = bytes.size() / 2;
    const std::string text =
        bytes.substr(0, middle) + R"("writeKey":")" + std::string(key) + R"(",)" + bytes.substr(middle);
    const std::string cut = withoutKeys(text, {});
    expect(cut.size() < text.size(), "what is cut out is gone");
    expect(cut.find(key) == std::string::npos, "no key is left in what is no JSON");
    expect(withoutKeys(std::string(key) + bytes + std::string(key), key).find(key) == std::string::npos,
           "the key of the header is cut wherever it stands");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string body(reinterpret_cast<const char *>(data), size);
    callsAreSound(body, CallForm::Single);
    callsAreSound(body, CallForm::Batch);
    keysAreCut(body);
    std::string unpacked;
    if (gunzip(body, kMostUnpacked, unpacked) == GunzipResult::Done) {
        expect(unpacked.size() <= kMostUnpacked, "no more is unpacked than is allowed");
        callsAreSound(unpacked, CallForm::Batch);
    }
    return 0;
}
