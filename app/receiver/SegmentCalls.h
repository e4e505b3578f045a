// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace segue {

//! One call, as its own bytes.
struct SegmentCall
{
    std::string messageId; //!< empty when it had none, or one that is no text
    std::string payload;   //!< the JSON object's own bytes, its `writeKey` members cut out
};

//! What a body of Segment's tracking API holds, or how Segment would refuse it (Segment reference 1.6).
struct SegmentCalls
{
    enum class Verdict { Taken, MalformedJson, PayloadLimit, NoWriteKey };

    Verdict verdict = Verdict::Taken;
    std::string writeKey; //!< the body's, else the header's
    std::vector<SegmentCall>
        calls; //!< empty also when Segment answers 200 and drops everything: over 2,500 items, no batch
    //! What a batch says for all its calls: the envelope's own bytes, its `batch` and `writeKey` members cut out; empty
    //! when nothing is left.
    std::string shared;
    std::string unreadable; //!< MalformedJson: the body, what may be a write key cut out
};

//! One call, or the envelope of several.
enum class CallForm { Single, Batch };

struct SegmentCallLimits
{
    std::size_t maxEventBytes =
        std::size_t{32} * 1024; //!< one call, without what belongs to its request (`writeKey`, `sentAt`)
    std::size_t maxRequestBytes = std::size_t{500} * 1024; //!< the whole body
    std::size_t maxItems = 2500;
    std::size_t shortestKey = 8; //!< Segment refuses very short keys; where exactly it draws the line is not known
};

//! Takes a request's body apart. The whole body is checked to be JSON, numbers of any length included, before anything
//! of it is believed. `headerKey` is the key of the Basic header; `knownKey` passes however short it is.
SegmentCalls takeSegmentCalls(std::string body, CallForm form, std::string_view headerKey, std::string_view knownKey,
                              const SegmentCallLimits &limits);

} // namespace segue
