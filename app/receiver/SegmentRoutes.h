// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/HttpServer.h"
#include "app/receiver/SegmentCalls.h"

#include <optional>
#include <string>
#include <string_view>

//! Segment's tracking API as a server: its addresses, and what it answers (Segment reference 1.1, 1.2, 1.6). Free of
//! Qt.
namespace segue {

//! `/v1/batch` and its like.
bool isSegmentBatch(std::string_view path);
//! Any address that takes calls, the short forms of client libraries included.
bool isSegmentCall(std::string_view path);
//! What a call to the address is when it does not say so itself: `identify` for `/v1/identify` and `/v1/i`; empty for
//! addresses of several kinds.
std::string_view segmentCallType(std::string_view path);
//! The key in the path of the settings route; nothing for another path.
std::optional<std::string_view> settingsKey(std::string_view path);
//! The key of `Authorization: Basic base64("<key>:")`; empty when it is another header.
std::string basicKey(std::string_view authorization);

//! The refusal of another method than GET, or HEAD, which gets the same without its body.
std::optional<HttpReply> onlyToRead(std::string_view method);
//! What is answered by the head alone; nothing when the body is wanted.
std::optional<HttpReply> screenSegmentCall(std::string_view method, std::string_view path);
//! Segment's answer to what it took, which says nothing of what becomes of it.
HttpReply segmentAccepted();
//! How Segment refuses a body; nothing when it takes it.
std::optional<HttpReply> segmentRefusal(SegmentCalls::Verdict verdict);
HttpReply segmentSettings(std::string_view writeKey, bool known);

} // namespace segue
