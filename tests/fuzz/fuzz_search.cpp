// SPDX-License-Identifier: GPL-3.0-or-later
// Arbitrary text as a search: what is read is written so that it is read again; mistakes and completions point into the
// text.
#include "app/journal/SearchLanguage.h"
#include "tests/fuzz/Expect.h"

#include <cstddef>
#include <cstdint>

using namespace segue;

namespace {

constexpr std::int64_t kNow = 1'767'225'600'000; // 2026-01-01T00:00:00Z

void liesInside(const QString &text, qsizetype begin, qsizetype length)
{
    expect(begin >= 0 && length >= 0 && begin <= text.size() && begin + length <= text.size(), "it lies in the text");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    const Result<Search, SearchMistake> read = SearchLanguage::read(text, kNow);
    if (read) {
        const QString written = SearchLanguage::write(read.value());
        const Result<Search, SearchMistake> again = SearchLanguage::read(written, kNow);
        expect(again.ok(), "what is written can be read");
        expect(again.value() == read.value(), "and means the same");
    } else {
        liesInside(text, read.error().begin, read.error().length);
        expect(!read.error().sentence.isEmpty(), "a mistake is told in words");
    }
    const qsizetype cursor = text.isEmpty() ? 0 : data[0] % (text.size() + 1);
    const SearchCompletions completions = SearchLanguage::complete(text, cursor);
    liesInside(text, completions.begin, completions.length);
    for (const SearchCompletion &item : completions.items) {
        expect(!item.text.isEmpty(), "a completion has a text");
    }
    return 0;
}
