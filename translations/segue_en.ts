<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
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
</TS>
