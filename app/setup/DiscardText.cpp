// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/DiscardText.h"

#include "app/segment/TrackCheck.h"

#include <QCoreApplication>

#include <limits>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::DiscardText)
};

DiscardText ofSource(const QString &code)
{
    if (code == u"source_disabled") {
        return {Text::tr("The source is switched off."),
                Text::tr("Switch it on in Segment, and connect a destination: a source without an enabled one is "
                         "switched off after 14 days.")};
    }
    if (code == u"unknown_source") {
        return {Text::tr("Segment knows no source of this write key."),
                Text::tr("Copy the write key of the source again; it may have been replaced.")};
    }
    if (code == u"locked_workspace") {
        return {Text::tr("The workspace is locked."),
                Text::tr("Ask the owner of the workspace, or Segment's support.")};
    }
    if (code == u"common_schema_violation" || code == u"event_setting") {
        return {Text::tr("The source's schema settings or its tracking plan block the event."),
                Text::tr("Allow the event in the source's Schema tab, or add it to the tracking plan.")};
    }
    if (code.startsWith(u"consent_")) {
        return {Text::tr("The workspace's consent settings hold the event back."),
                Text::tr("Look into the consent settings of the source.")};
    }
    return {};
}

} // namespace

DiscardText DiscardText::of(const QString &code)
{
    if (const DiscardText known = ofSource(code); !known.sentence.isEmpty()) {
        return known;
    }
    for (const FindingText &finding : TrackCheck::explain(std::numeric_limits<std::uint32_t>::max())) {
        if (finding.blocks && finding.code == code) {
            return {finding.sentence, finding.remedy};
        }
    }
    if (code == u"bad_request" || code == u"multi_user_error" || code.startsWith(u"empty_batch")) {
        return {Text::tr("Segment could not read the request, or a part of it."),
                Text::tr("Look at the payload and its checks in the log.")};
    }
    return {Text::tr("Segment gives a reason that Segue does not know."),
            Text::tr("Look it up in the source's Event Delivery in Segment.")};
}

} // namespace segue
