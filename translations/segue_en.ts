<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>segue::LogPage</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
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
