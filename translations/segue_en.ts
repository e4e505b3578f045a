<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>segue::Alerts</name>
    <message numerus="yes">
        <source>“%1”: %n event(s) could not be delivered. They are kept and can be tried again.</source>
        <translation>
            <numerusform>“%1”: %n event could not be delivered. It is kept and can be tried again.</numerusform>
            <numerusform>“%1”: %n events could not be delivered. They are kept and can be tried again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1”: Pushwoosh&apos;s webhook has brought nothing for %n hour(s) although the relay is on.</source>
        <translation>
            <numerusform>“%1”: Pushwoosh&apos;s webhook has brought nothing for %n hour although the relay is on.</numerusform>
            <numerusform>“%1”: Pushwoosh&apos;s webhook has brought nothing for %n hours although the relay is on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::ApplicationChooser</name>
    <message numerus="yes">
        <source>%n application(s).</source>
        <translation>
            <numerusform>%n application.</numerusform>
            <numerusform>%n applications.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n application(s).</source>
        <translation>
            <numerusform>%1 of %n application.</numerusform>
            <numerusform>%1 of %n applications.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::ApplyPage</name>
    <message numerus="yes">
        <source>%n step(s) not ticked yet. The proof does not need them.</source>
        <translation>
            <numerusform>%n step not ticked yet. The proof does not need it.</numerusform>
            <numerusform>%n steps not ticked yet. The proof does not need them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::CheckRules</name>
    <message numerus="yes">
        <source>The newest %n event(s) of the last %1 days were looked at</source>
        <translation>
            <numerusform>The newest event of the last %1 days was looked at</numerusform>
            <numerusform>The newest %n events of the last %1 days were looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) of the last %1 days were looked at</source>
        <translation>
            <numerusform>%n event of the last %1 days was looked at</numerusform>
            <numerusform>%n events of the last %1 days were looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) name nobody</source>
        <translation>
            <numerusform>%n event names nobody</numerusform>
            <numerusform>%n events name nobody</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) could not be read, and so not be compared.</source>
        <translation>
            <numerusform>%n key could not be read, and so not be compared.</numerusform>
            <numerusform>%n keys could not be read, and so not be compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same write key is used by %n other connection(s)</source>
        <translation>
            <numerusform>The same write key is used by %n other connection</numerusform>
            <numerusform>The same write key is used by %n other connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The token sees %n application(s).</source>
        <translation>
            <numerusform>The token sees %n application.</numerusform>
            <numerusform>The token sees %n applications.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are selected.</source>
        <translation>
            <numerusform>%n event is selected.</numerusform>
            <numerusform>%n events are selected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) of the last 7 days.</source>
        <translation>
            <numerusform>%n event of the last 7 days.</numerusform>
            <numerusform>%n events of the last 7 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) of the workspace %1 were looked at.</source>
        <translation>
            <numerusform>%n source of the workspace %1 was looked at.</numerusform>
            <numerusform>%n sources of the workspace %1 were looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n destination(s) are connected but switched off.</source>
        <translation>
            <numerusform>%n destination is connected but switched off.</numerusform>
            <numerusform>%n destinations are connected but switched off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n destination(s) are connected</source>
        <translation>
            <numerusform>%n destination is connected</numerusform>
            <numerusform>%n destinations are connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warehouse(s) as well.</source>
        <translation>
            <numerusform>%n warehouse as well.</numerusform>
            <numerusform>%n warehouses as well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further destination(s) were not asked about.</source>
        <translation>
            <numerusform>%n further destination was not asked about.</numerusform>
            <numerusform>%n further destinations were not asked about.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::Checkup</name>
    <message numerus="yes">
        <source>%n check(s) failed</source>
        <translation>
            <numerusform>%n check failed</numerusform>
            <numerusform>%n checks failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing failed, %n warning(s)</source>
        <translation>
            <numerusform>Nothing failed, %n warning</numerusform>
            <numerusform>Nothing failed, %n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing wrong was found; %n check(s) could not be made</source>
        <translation>
            <numerusform>Nothing wrong was found; %n check could not be made</numerusform>
            <numerusform>Nothing wrong was found; %n checks could not be made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pass</source>
        <comment>checks of a checkup</comment>
        <translation>
            <numerusform>%n pass</numerusform>
            <numerusform>%n pass</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warn</source>
        <comment>checks of a checkup</comment>
        <translation>
            <numerusform>%n warn</numerusform>
            <numerusform>%n warn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fail</source>
        <comment>checks of a checkup</comment>
        <translation>
            <numerusform>%n fail</numerusform>
            <numerusform>%n fail</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not checked</source>
        <comment>checks of a checkup</comment>
        <translation>
            <numerusform>%n not checked</numerusform>
            <numerusform>%n not checked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::ChipRow</name>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>last day</numerusform>
            <numerusform>last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n hour(s)</source>
        <translation>
            <numerusform>last hour</numerusform>
            <numerusform>last %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n minute(s)</source>
        <translation>
            <numerusform>last minute</numerusform>
            <numerusform>last %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::ComparePage</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) alike</source>
        <translation>
            <numerusform>%n value alike</numerusform>
            <numerusform>%n values alike</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::Courier</name>
    <message numerus="yes">
        <source>%1 It was tried for %n day(s) without success and is not tried again by itself; the event is kept, and can be queued again by hand.</source>
        <translation>
            <numerusform>%1 It was tried for %n day without success and is not tried again by itself; the event is kept, and can be queued again by hand.</numerusform>
            <numerusform>%1 It was tried for %n days without success and is not tried again by itself; the event is kept, and can be queued again by hand.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::DestinationsList</name>
    <message numerus="yes">
        <source>24 h: %Ln delivered</source>
        <comment>events</comment>
        <translation>
            <numerusform>24 h: %Ln delivered</numerusform>
            <numerusform>24 h: %Ln delivered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln failed</source>
        <comment>what was delivered; events</comment>
        <translation>
            <numerusform>%1, %Ln failed</numerusform>
            <numerusform>%1, %Ln failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::EchoCard</name>
    <message numerus="yes">
        <source>%n echo(es) were refused: their signature does not fit the secret. Last at %1.</source>
        <translation>
            <numerusform>%n echo was refused: its signature does not fit the secret. Last at %1.</numerusform>
            <numerusform>%n echoes were refused: their signature does not fit the secret. Last at %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::ErasePerson</name>
    <message numerus="yes">
        <source>%n of them have not been delivered yet and never will be.</source>
        <translation>
            <numerusform>%n of them has not been delivered yet and never will be.</numerusform>
            <numerusform>%n of them have not been delivered yet and never will be.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) will be erased for good: %1.</source>
        <translation>
            <numerusform>%n event will be erased for good: %1.</numerusform>
            <numerusform>%n events will be erased for good: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were erased.</source>
        <translation>
            <numerusform>%n event was erased.</numerusform>
            <numerusform>%n events were erased.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::EventLogModel</name>
    <message numerus="yes">
        <source>Event %1, came %n time(s)</source>
        <translation>
            <numerusform>Event %1, came %n time</numerusform>
            <numerusform>Event %1, came %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::EventWords</name>
    <message numerus="yes">
        <source>came %n time(s) within 24 hours</source>
        <translation>
            <numerusform>came %n time within 24 hours</numerusform>
            <numerusform>came %n times within 24 hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::EventsPage</name>
    <message numerus="yes">
        <source>%n event(s) selected</source>
        <translation>
            <numerusform>%n event selected</numerusform>
            <numerusform>%n events selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::ExportAction</name>
    <message numerus="yes">
        <source>%n attempt(s) were written to %1.</source>
        <translation>
            <numerusform>%n attempt was written to %1.</numerusform>
            <numerusform>%n attempts were written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were written to %1.</source>
        <translation>
            <numerusform>%n event was written to %1.</numerusform>
            <numerusform>%n events were written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them had a payload that could not be read; they are there without it.</source>
        <translation>
            <numerusform>%n of them had a payload that could not be read; it is there without it.</numerusform>
            <numerusform>%n of them had payloads that could not be read; they are there without them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::FiguresCard</name>
    <message numerus="yes">
        <source>%Ln received</source>
        <comment>events</comment>
        <translation>
            <numerusform>%Ln received</numerusform>
            <numerusform>%Ln received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed on ingest: %1. %2 %3</source>
        <comment>a code word, what it means, what to do</comment>
        <translation>
            <numerusform>%Ln failed on ingest: %1. %2 %3</numerusform>
            <numerusform>%Ln failed on ingest: %1. %2 %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::JsonPage</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::JsonView</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::KeyRotation</name>
    <message numerus="yes">
        <source>The key was replaced. %n queued event(s) go with the new key. The old one is kept until a test is proven.</source>
        <translation>
            <numerusform>The key was replaced. %n queued event goes with the new key. The old one is kept until a test is proven.</numerusform>
            <numerusform>The key was replaced. %n queued events go with the new key. The old one is kept until a test is proven.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::LogPage</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::PreviewPage</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <comment>in a text</comment>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::ProdGuard</name>
    <message numerus="yes">
        <source>Send %n test event(s) to “%1”, a PROD source? They are real: they count as tracked users and API calls, reach every live destination that is not switched off for them, and make tables and columns in the warehouse whose types stay as the first value sets them.</source>
        <translation>
            <numerusform>Send %n test event to “%1”, a PROD source? It is real: it counts as a tracked user and an API call, reaches every live destination that is not switched off for it, and makes tables and columns in the warehouse whose types stay as the first value sets them.</numerusform>
            <numerusform>Send %n test events to “%1”, a PROD source? They are real: they count as tracked users and API calls, reach every live destination that is not switched off for them, and make tables and columns in the warehouse whose types stay as the first value sets them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try %n event(s) of “%1” again, a PROD source? They are real: they count as tracked users and API calls, reach every live destination that is not switched off for them, and make tables and columns in the warehouse whose types stay as the first value sets them.</source>
        <translation>
            <numerusform>Try %n event of “%1” again, a PROD source? It is real: it counts as a tracked user and API call, reaches every live destination that is not switched off for it, and makes tables and columns in the warehouse whose types stay as the first value sets them.</numerusform>
            <numerusform>Try %n events of “%1” again, a PROD source? They are real: they count as tracked users and API calls, reach every live destination that is not switched off for them, and make tables and columns in the warehouse whose types stay as the first value sets them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::ProofRun</name>
    <message numerus="yes">
        <source>All %n sample(s) were seen at the other side: key, endpoint and events are right.</source>
        <translation>
            <numerusform>The sample was seen at the other side: key, endpoint and event are right.</numerusform>
            <numerusform>All %n samples were seen at the other side: key, endpoint and events are right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n sample(s) were accepted, and a person has seen them at Segment.</source>
        <translation>
            <numerusform>The sample was accepted, and a person has seen it at Segment.</numerusform>
            <numerusform>All %n samples were accepted, and a person has seen them at Segment.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n sample(s) were accepted. Segment answers so to an unknown key as well: whether they arrived is not proven yet.</source>
        <translation>
            <numerusform>The sample was accepted. Segment answers so to an unknown key as well: whether it arrived is not proven yet.</numerusform>
            <numerusform>All %n samples were accepted. Segment answers so to an unknown key as well: whether they arrived is not proven yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Segment counts all %n sample(s) under the id of this run: key, endpoint and events are right. What destinations made of them is not in these counts.</source>
        <translation>
            <numerusform>Segment counts the sample under the id of this run: key, endpoint and events are right. What destinations made of them is not in these counts.</numerusform>
            <numerusform>Segment counts all %n samples under the id of this run: key, endpoint and events are right. What destinations made of them is not in these counts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n sample(s) were accepted, and Segment counts events of these names since then. Segment did not tell this run apart, so others may have sent them: likely, not proven.</source>
        <translation>
            <numerusform>The sample was accepted, and Segment counts events of these names since then. Segment did not tell this run apart, so others may have sent them: likely, not proven.</numerusform>
            <numerusform>All %n samples were accepted, and Segment counts events of these names since then. Segment did not tell this run apart, so others may have sent them: likely, not proven.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n sample(s) were accepted, and a person has seen them at the endpoint.</source>
        <translation>
            <numerusform>The %n sample was accepted, and a person has seen it at the endpoint.</numerusform>
            <numerusform>All %n samples were accepted, and a person has seen them at the endpoint.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n sample(s) were accepted. An endpoint may answer so to an unknown key as well: whether they arrived is not proven yet.</source>
        <translation>
            <numerusform>The %n sample was accepted. An endpoint may answer so to an unknown key as well: whether it arrived is not proven yet.</numerusform>
            <numerusform>All %n samples were accepted. An endpoint may answer so to an unknown key as well: whether they arrived is not proven yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::ProvePage</name>
    <message numerus="yes">
        <source>%n sample(s) to “%1”, as the test user segue-qa-user.</source>
        <translation>
            <numerusform>%n sample to “%1”, as the test user segue-qa-user.</numerusform>
            <numerusform>%n samples to “%1”, as the test user segue-qa-user.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n sample(s) again</source>
        <translation>
            <numerusform>Send %n sample again</numerusform>
            <numerusform>Send %n samples again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n sample(s)</source>
        <translation>
            <numerusform>Send %n sample</numerusform>
            <numerusform>Send %n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::RatePlot</name>
    <message numerus="yes">
        <source>%n failed in the last 5 minutes</source>
        <translation>
            <numerusform>%n failed in the last 5 minutes</numerusform>
            <numerusform>%n failed in the last 5 minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::ReceiverPlace</name>
    <message numerus="yes">
        <source>429, wait %n second(s)</source>
        <translation>
            <numerusform>429, wait %n second</numerusform>
            <numerusform>429, wait %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>answered %n second(s) late</source>
        <translation>
            <numerusform>answered %n second late</numerusform>
            <numerusform>answered %n seconds late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::ReceiverSettings</name>
    <message numerus="yes">
        <source>At most %n origins can be allowed.</source>
        <translation>
            <numerusform>At most %n origin can be allowed.</numerusform>
            <numerusform>At most %n origins can be allowed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::RelayCard</name>
    <message numerus="yes">
        <source>Send the kept %n…</source>
        <comment>events</comment>
        <translation>
            <numerusform>Send the kept %n…</numerusform>
            <numerusform>Send the kept %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) that the webhook brought while the relay was off go to Segment now, the oldest first.</source>
        <translation>
            <numerusform>%n event that the webhook brought while the relay was off goes to Segment now.</numerusform>
            <numerusform>%n events that the webhook brought while the relay was off go to Segment now, the oldest first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are queued.</source>
        <translation>
            <numerusform>%n event is queued.</numerusform>
            <numerusform>%n events are queued.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::RetryActions</name>
    <message numerus="yes">
        <source>%n event(s) cancelled. What was being sent at that moment may still arrive.</source>
        <translation>
            <numerusform>%n event cancelled. What was being sent at that moment may still arrive.</numerusform>
            <numerusform>%n events cancelled. What was being sent at that moment may still arrive.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them may arrive twice: an earlier try lies more than a day back, nobody knows whether it arrived, and Segment has forgotten its message ID by now.</source>
        <translation>
            <numerusform>%n of them may arrive twice: an earlier try lies more than a day back, nobody knows whether it arrived, and Segment has forgotten its message ID by now.</numerusform>
            <numerusform>%n of them may arrive twice: an earlier try lies more than a day back, nobody knows whether it arrived, and Segment has forgotten its message ID by now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more stay blocked: Segment would still drop them.</source>
        <translation>
            <numerusform>%n more stays blocked: Segment would still drop it.</numerusform>
            <numerusform>%n more stay blocked: Segment would still drop them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try %n event(s) again, under their own message IDs?</source>
        <translation>
            <numerusform>Try %n event again, under its own message ID?</numerusform>
            <numerusform>Try %n events again, under their own message IDs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are queued again.</source>
        <translation>
            <numerusform>%n event is queued again.</numerusform>
            <numerusform>%n events are queued again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::RowCopier</name>
    <message numerus="yes">
        <source>More than %n rows are too many for the clipboard, so nothing was copied. Export them into a file instead.</source>
        <translation>
            <numerusform>More than %n row is too many for the clipboard, so nothing was copied. Export them into a file instead.</numerusform>
            <numerusform>More than %n rows are too many for the clipboard, so nothing was copied. Export them into a file instead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::RowMenu</name>
    <message numerus="yes">
        <source>Copy %n row(s)</source>
        <translation>
            <numerusform>Copy %n row</numerusform>
            <numerusform>Copy %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::RunFigures</name>
    <message numerus="yes">
        <source>Not every event was counted within %n minute(s). Counts come late at times; ask again later, or look into the source&apos;s Event Delivery in Segment.</source>
        <translation>
            <numerusform>Not every event was counted within %n minute. Counts come late at times; ask again later, or look into the source&apos;s Event Delivery in Segment.</numerusform>
            <numerusform>Not every event was counted within %n minutes. Counts come late at times; ask again later, or look into the source&apos;s Event Delivery in Segment.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::Settings</name>
    <message numerus="yes">
        <source>The name is longer than %n characters.</source>
        <translation>
            <numerusform>The name is longer than %n character.</numerusform>
            <numerusform>The name is longer than %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n saved filters already. Delete one first.</source>
        <translation>
            <numerusform>There is %n saved filter already. Delete it first.</numerusform>
            <numerusform>There are %n saved filters already. Delete one first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::SetupProgress</name>
    <message numerus="yes">
        <source>Do the rest in Pushwoosh (%n step(s) not ticked): %1.</source>
        <translation>
            <numerusform>Do the rest in Pushwoosh (%n step not ticked): %1.</numerusform>
            <numerusform>Do the rest in Pushwoosh (%n steps not ticked): %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::SidebarModel</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Captured under unknown keys, %n event(s)</source>
        <translation>
            <numerusform>Captured under unknown keys, %n event</numerusform>
            <numerusform>Captured under unknown keys, %n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::StatusBar</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::TrackedIds</name>
    <message numerus="yes">
        <source>In the last %1 days Segue has seen %Ln anonymous id(s) for this connection. Segment counts each that no User ID is tied to as a tracked user.</source>
        <translation>
            <numerusform>In the last %1 days Segue has seen %Ln anonymous id for this connection. Segment counts each that no User ID is tied to as a tracked user.</numerusform>
            <numerusform>In the last %1 days Segue has seen %Ln anonymous ids for this connection. Segment counts each that no User ID is tied to as a tracked user.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::TrackingPlanMaker</name>
    <message numerus="yes">
        <source>Create the tracking plan “%1” in Segment, with %n rule(s) for track calls, and connect it to the source “%2” (%3)?</source>
        <translation>
            <numerusform>Create the tracking plan “%1” in Segment, with %n rule for track calls, and connect it to the source “%2” (%3)?</numerusform>
            <numerusform>Create the tracking plan “%1” in Segment, with %n rules for track calls, and connect it to the source “%2” (%3)?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::TryAgain</name>
    <message numerus="yes">
        <source>%n event(s) stay blocked: Segment would still drop them. Send a corrected copy instead.</source>
        <translation>
            <numerusform>%n event stays blocked: Segment would still drop it. Send a corrected copy instead.</numerusform>
            <numerusform>%n events stay blocked: Segment would still drop them. Send corrected copies instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) stay as they are: only what was refused, blocked, given up or cancelled can be tried again.</source>
        <translation>
            <numerusform>%n event stays as it is: only what was refused, blocked, given up or cancelled can be tried again.</numerusform>
            <numerusform>%n events stay as they are: only what was refused, blocked, given up or cancelled can be tried again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::Unreadables</name>
    <message numerus="yes">
        <source>%n further event(s) of the same request. The first of them: %1</source>
        <translation>
            <numerusform>%n further event of the same request: %1</numerusform>
            <numerusform>%n further events of the same request. The first of them: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::WarehousePage</name>
    <message numerus="yes">
        <source>… and %n more without a column.</source>
        <translation>
            <numerusform>… and %n more without a column.</numerusform>
            <numerusform>… and %n more without a column.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::WorkspacePanel</name>
    <message numerus="yes">
        <source>The source has %n write keys; the first is taken.</source>
        <translation>
            <numerusform>The source has %n write key; it is taken.</numerusform>
            <numerusform>The source has %n write keys; the first is taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::cli::AppsCommand</name>
    <message numerus="yes">
        <source>None of %n application(s) fits “%1”.</source>
        <translation>
            <numerusform>The %n application does not fit “%1”.</numerusform>
            <numerusform>None of %n applications fits “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::cli::CheckCommand</name>
    <message numerus="yes">
        <source>Checkup of %n connection(s)</source>
        <translation>
            <numerusform>Checkup of %n connection</numerusform>
            <numerusform>Checkup of %n connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::cli::ConnectionEdit</name>
    <message numerus="yes">
        <source>%n kept event(s) queued to be sent.</source>
        <translation>
            <numerusform>%n kept event queued to be sent.</numerusform>
            <numerusform>%n kept events queued to be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::cli::ConnectionTransfer</name>
    <message numerus="yes">
        <source>%n connection(s) had been imported before.</source>
        <translation>
            <numerusform>%n connection had been imported before.</numerusform>
            <numerusform>%n connections had been imported before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) written to %1, without keys.</source>
        <translation>
            <numerusform>%n connection written to %1, without keys.</numerusform>
            <numerusform>%n connections written to %1, without keys.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::cli::ConnectionsCommand</name>
    <message numerus="yes">
        <source>%n event(s) not yet sent will be cancelled.</source>
        <translation>
            <numerusform>%n event not yet sent will be cancelled.</numerusform>
            <numerusform>%n events not yet sent will be cancelled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::cli::EraseCommand</name>
    <message numerus="yes">
        <source>%n of them have not been delivered yet and never will be.</source>
        <translation>
            <numerusform>%n of them has not been delivered yet and never will be.</numerusform>
            <numerusform>%n of them have not been delivered yet and never will be.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) of this person would be erased for good (%1).</source>
        <translation>
            <numerusform>%n event of this person would be erased for good (%1).</numerusform>
            <numerusform>%n events of this person would be erased for good (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were erased (%1).</source>
        <translation>
            <numerusform>%n event was erased (%1).</numerusform>
            <numerusform>%n events were erased (%1).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::cli::LogExport</name>
    <message numerus="yes">
        <source>%n event(s) had a payload that could not be read; they are there without it.</source>
        <translation>
            <numerusform>%n event had a payload that could not be read; it is there without it.</numerusform>
            <numerusform>%n events had payloads that could not be read; they are there without them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) were written to %1.</source>
        <translation>
            <numerusform>%n attempt was written to %1.</numerusform>
            <numerusform>%n attempts were written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were written to %1.</source>
        <translation>
            <numerusform>%n event was written to %1.</numerusform>
            <numerusform>%n events were written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::cli::LogVerify</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::cli::RetryCommand</name>
    <message numerus="yes">
        <source>%n of the events may arrive twice: an earlier try lies more than a day back, nobody knows whether it arrived, and Segment has forgotten its message ID by now.</source>
        <translation>
            <numerusform>%n of the events may arrive twice: an earlier try lies more than a day back, nobody knows whether it arrived, and Segment has forgotten its message ID by now.</numerusform>
            <numerusform>%n of the events may arrive twice: an earlier try lies more than a day back, nobody knows whether it arrived, and Segment has forgotten its message ID by now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are queued again.</source>
        <translation>
            <numerusform>%n event is queued again.</numerusform>
            <numerusform>%n events are queued again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) accepted.</source>
        <translation>
            <numerusform>%n event accepted.</numerusform>
            <numerusform>%n events accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) stay queued and are sent when a Segue runs for this data folder and the way is free.</source>
        <translation>
            <numerusform>%n event stays queued and is sent when a Segue runs for this data folder and the way is free.</numerusform>
            <numerusform>%n events stay queued and are sent when a Segue runs for this data folder and the way is free.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) that wait are tried now.</source>
        <translation>
            <numerusform>%n event that waits is tried now.</numerusform>
            <numerusform>%n events that wait are tried now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::cli::SendCommand</name>
    <message numerus="yes">
        <source>%n event(s) stay queued and are sent when a Segue runs for this data folder and the way is free.</source>
        <translation>
            <numerusform>%n event stays queued and is sent when a Segue runs for this data folder and the way is free.</numerusform>
            <numerusform>%n events stay queued and are sent when a Segue runs for this data folder and the way is free.</numerusform>
        </translation>
    </message>
</context>
</TS>
