<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
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
    <name>segue::PayloadPage</name>
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
    <name>segue::ProdGuard</name>
    <message numerus="yes">
        <source>Send %n test event(s) to “%1”, a PROD source? They are real: they count as tracked users and API calls, reach every live destination that is not switched off for them, and make tables and columns in the warehouse whose types stay as the first value sets them.</source>
        <translation>
            <numerusform>Send %n test event to “%1”, a PROD source? It is real: it counts as a tracked user and an API call, reaches every live destination that is not switched off for it, and makes tables and columns in the warehouse whose types stay as the first value sets them.</numerusform>
            <numerusform>Send %n test events to “%1”, a PROD source? They are real: they count as tracked users and API calls, reach every live destination that is not switched off for them, and make tables and columns in the warehouse whose types stay as the first value sets them.</numerusform>
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
    <name>segue::SidebarModel</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
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
