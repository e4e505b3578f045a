// SPDX-License-Identifier: GPL-3.0-or-later
// Arbitrary bytes as a payload: nothing crashes, and what is made of valid JSON is valid JSON that holds what it must.
#include "app/journal/JsonPath.h"
#include "app/segment/IdentityMask.h"
#include "app/segment/JsonOutline.h"
#include "app/segment/TrackCall.h"
#include "tests/fuzz/Expect.h"

#include <cstddef>
#include <cstdint>
#include <set>

using namespace segue;

namespace {

bool isJson(const QByteArray &bytes)
{
    return JsonOutline::read(bytes, 0).ok();
}

void placesAreSound(const QByteArray &bytes, const JsonOutline &outline)
{
    const std::vector<JsonNode> &nodes = outline.nodes();
    for (const JsonNode &node : nodes) {
        expect(0 <= node.nameBegin && node.nameBegin <= node.begin, "a name stands in front of its value");
        expect(node.begin < node.end && node.end <= bytes.size(), "a value lies inside the text");
        if (node.parent >= 0) {
            const JsonNode &parent = nodes[static_cast<std::size_t>(node.parent)];
            expect(parent.begin < node.nameBegin && node.end < parent.end, "a value lies inside what holds it");
            expect(node.depth == parent.depth + 1, "depths follow each other");
        }
        if (node.depth == 1 && (node.kind == JsonKind::Object || node.kind == JsonKind::Array)) {
            expect(isJson(bytes.mid(node.begin, node.end - node.begin)), "an object cut out is JSON");
        }
    }
}

//! The path finder of searches and the outline must see the same value. Of members of one name both take the last.
void pathsFindTheSame(const QByteArray &bytes, const JsonOutline &outline)
{
    if (!outline.isObject()) {
        return;
    }
    std::set<QByteArray> seen;
    for (const JsonNode *node : outline.children(outline.root())) {
        const QByteArray name = node->name.toByteArray();
        if (name.isEmpty() || !seen.insert(name).second) {
            continue;
        }
        const JsonNode *last = outline.member(&outline.root(), name);
        const auto found = JsonPath::of({name.toStdString()})
                               .valueIn({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        expect(found.has_value(), "a path finds the member");
        expect(*found == bytes.mid(last->begin, last->end - last->begin).toStdString(), "a path finds the same bytes");
    }
}

void preparedIsSendable(const QByteArray &bytes)
{
    const QString messageId = QStringLiteral("id-\"1\\");
    const Result<QByteArray> prepared = Payload::prepared(bytes, messageId, 1'700'000'000'000);
    if (!prepared) {
        return;
    }
    const auto outline = JsonOutline::read(prepared.value(), 1);
    expect(outline.ok() && outline.value().isObject(), "what is prepared is an object");
    const JsonNode *id = outline.value().member(&outline.value().root(), "messageId");
    expect(id && QString::fromUtf8(id->text) == messageId, "it has the messageId");
    for (const JsonNode *member : outline.value().children(outline.value().root())) {
        expect(member->name.compare("writeKey", Qt::CaseInsensitive) != 0, "no key is left in it");
        expect(member->name != "sentAt", "no sentAt is left in it");
    }
    expect(isJson(Payload::trackBody(prepared.value(), 1)), "a track request is JSON");
    expect(isJson(Payload::batchBody({prepared.value(), prepared.value()}, 1)), "a batch request is JSON");
    expect(Payload::fields(prepared.value()).ok(), "its fields can be read");
}

void maskedNamesNobody(const QByteArray &bytes, const JsonOutline &outline)
{
    const auto masked = IdentityMask::maskedPayload(bytes, QStringLiteral("jane@example.com"));
    expect(masked.has_value(), "JSON can be masked");
    const auto after = JsonOutline::read(*masked, JsonOutline::kDeepest);
    expect(after.ok(), "what is masked is JSON");
    expect(after.value().nodes().size() == outline.nodes().size(), "masking takes nothing away");
    for (std::size_t i = 0; i < outline.nodes().size(); ++i) {
        const JsonNode &node = outline.nodes()[i];
        if (node.name == "userId" && node.kind == JsonKind::String) {
            expect(QString::fromUtf8(after.value().nodes()[i].text) ==
                       IdentityMask::masked(QString::fromUtf8(node.text)),
                   "a userId is masked");
        }
    }
    expect(!masked->contains("jane@example.com"), "the identity is nowhere");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto outline = JsonOutline::read(bytes, JsonOutline::kDeepest);
    expect(outline.ok() == isJson(bytes), "the verdict does not depend on how deep is kept");
    static_cast<void>(Payload::fields(bytes));
    if (const auto calls = Payload::splitFile(bytes)) {
        for (const QByteArray &call : calls.value()) {
            expect(isJson(call), "what a file is split into is JSON");
        }
    }
    preparedIsSendable(bytes);
    if (outline) {
        placesAreSound(bytes, outline.value());
        pathsFindTheSame(bytes, outline.value());
        maskedNamesNobody(bytes, outline.value());
    }
    return 0;
}
