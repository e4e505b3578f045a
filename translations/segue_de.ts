<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>segue::AppContext</name>
    <message>
        <source>The sandbox could not listen on this machine (%1). Events for it are kept and wait.</source>
        <translation>Die Sandbox konnte auf diesem Rechner keinen Port öffnen (%1). Ereignisse für sie bleiben erhalten und warten.</translation>
    </message>
</context>
<context>
    <name>segue::ConnectionHeader</name>
    <message>
        <source>Send test event</source>
        <translation>Testereignis senden</translation>
    </message>
    <message>
        <source>Pages of the connection</source>
        <translation>Seiten der Verbindung</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Compose a test event (%1)</source>
        <translation>Ein Testereignis verfassen (%1)</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
    <message>
        <source>feeds: test</source>
        <translation>Zuflüsse: Test</translation>
    </message>
    <message>
        <source>feeds: test</source>
        <comment>which feeds of events are on</comment>
        <translation>Zuflüsse: Test</translation>
    </message>
</context>
<context>
    <name>segue::EnvironmentChip</name>
    <message>
        <source>Environment: %1</source>
        <translation>Umgebung: %1</translation>
    </message>
</context>
<context>
    <name>segue::EventWords</name>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Gave up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Kept on disk; it is sent as soon as its turn comes.</source>
        <translation>Auf der Platte bewahrt; wird gesendet, sobald es an der Reihe ist.</translation>
    </message>
    <message>
        <source>Under way; no answer yet.</source>
        <translation>Unterwegs; noch keine Antwort.</translation>
    </message>
    <message>
        <source>The last try brought no answer that settles it; it is tried again by itself.</source>
        <translation>Der letzte Versuch brachte keine abschließende Antwort; er wird von selbst wiederholt.</translation>
    </message>
    <message>
        <source>Kept on disk; it is sent when the reason has gone.</source>
        <translation>Auf der Platte bewahrt; wird gesendet, wenn der Grund behoben ist.</translation>
    </message>
    <message>
        <source>The endpoint refused this very event. It is kept; nothing more is sent by itself.</source>
        <translation>Der Endpunkt hat genau dieses Ereignis abgelehnt. Es bleibt erhalten; von selbst wird nichts mehr gesendet.</translation>
    </message>
    <message>
        <source>Not sent: Segment would drop it.</source>
        <translation>Nicht gesendet: Segment würde es verwerfen.</translation>
    </message>
    <message>
        <source>Tried for 7 days without success. It is kept; nothing more is sent by itself.</source>
        <translation>7 Tage lang ohne Erfolg versucht. Es bleibt erhalten; von selbst wird nichts mehr gesendet.</translation>
    </message>
    <message>
        <source>Taken back by a person before it was delivered.</source>
        <translation>Vor der Zustellung von Hand zurückgenommen.</translation>
    </message>
    <message>
        <source>Not selected for export.</source>
        <translation>Nicht für den Export ausgewählt.</translation>
    </message>
    <message>
        <source>Its bytes are kept, but they are no event.</source>
        <translation>Die Bytes sind bewahrt, sie sind aber kein Ereignis.</translation>
    </message>
    <message>
        <source>Taken for processing. This does not prove that the key is right or that it was delivered.</source>
        <translation>Zur Verarbeitung angenommen. Das beweist weder, dass der Schlüssel stimmt, noch dass es zugestellt wurde.</translation>
    </message>
    <message>
        <source>Seen at the other side.</source>
        <translation>Auf der anderen Seite gesehen.</translation>
    </message>
    <message>
        <source>Came back from Segment without having been sent by Segue.</source>
        <translation>Kam von Segment zurück, ohne von Segue gesendet worden zu sein.</translation>
    </message>
    <message>
        <source>Captured here; not sent on.</source>
        <translation>Hier aufgefangen; nicht weitergesendet.</translation>
    </message>
    <message>
        <source>Test event</source>
        <translation>Testereignis</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Mitschnitt</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>Echo</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>%1 in %2 min</source>
        <comment>state, minutes</comment>
        <translation>%1 in %2 min</translation>
    </message>
    <message>
        <source>%1 in %2 s</source>
        <comment>state, seconds</comment>
        <translation>%1 in %2 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>segue::JsonView</name>
    <message>
        <source>… %1 bytes in all; the rest is not shown here</source>
        <translation>… %1 Bytes insgesamt; der Rest wird hier nicht gezeigt</translation>
    </message>
</context>
<context>
    <name>segue::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>segue::PrivateFiles</name>
    <message>
        <source>the folder could not be made</source>
        <translation>der Ordner konnte nicht angelegt werden</translation>
    </message>
    <message>
        <source>the folder&apos;s permissions could not be set</source>
        <translation>die Rechte des Ordners konnten nicht gesetzt werden</translation>
    </message>
    <message>
        <source>%1 could not be written (%2). Nothing was changed; check the disk and the folder&apos;s permissions.</source>
        <translation>%1 konnte nicht geschrieben werden (%2). Nichts wurde geändert; bitte den Datenträger und die Rechte des Ordners prüfen.</translation>
    </message>
</context>
<context>
    <name>segue::ProdGuard</name>
    <message numerus="yes">
        <source>Send %n test event(s) to “%1”, a PROD source? They are real: they count as tracked users and API calls, reach every live destination that is not switched off for them, and make tables and columns in the warehouse whose types stay as the first value sets them.</source>
        <translation>
            <numerusform>%n Testereignis an „%1“ senden, eine PROD-Quelle? Es ist echt: Es zählt als verfolgter Benutzer und API-Aufruf, erreicht jedes aktive Ziel, das dafür nicht abgeschaltet ist, und legt im Warehouse Tabellen und Spalten an, deren Typen so bleiben, wie der erste Wert sie festlegt.</numerusform>
            <numerusform>%n Testereignisse an „%1“ senden, eine PROD-Quelle? Sie sind echt: Sie zählen als verfolgte Benutzer und API-Aufrufe, erreichen jedes aktive Ziel, das dafür nicht abgeschaltet ist, und legen im Warehouse Tabellen und Spalten an, deren Typen so bleiben, wie der erste Wert sie festlegt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::Sidebar</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation>Neue Verbindung …</translation>
    </message>
    <message>
        <source>Add a Segment source (%1)</source>
        <translation>Eine Segment-Quelle hinzufügen (%1)</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Resume sending</source>
        <translation>Senden fortsetzen</translation>
    </message>
    <message>
        <source>Pause sending</source>
        <translation>Senden anhalten</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
</context>
<context>
    <name>segue::SidebarModel</name>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>connection, state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>retrying</source>
        <translation>neuer Versuch</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::StatusBar</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Appearance, privacy, about</source>
        <translation>Darstellung, Privatsphäre, Über</translation>
    </message>
    <message>
        <source>Sandbox %1</source>
        <translation>Sandbox %1</translation>
    </message>
    <message>
        <source>Sandbox is off</source>
        <translation>Die Sandbox ist aus</translation>
    </message>
    <message>
        <source>Segue&apos;s own Segment-compatible endpoint; it answers on this machine only</source>
        <translation>Der eigene Segment-kompatible Endpunkt von Segue; er antwortet nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>Queue %1</source>
        <translation>Warteschlange %1</translation>
    </message>
    <message>
        <source>%1 (another Segue sends)</source>
        <translation>%1 (ein anderes Segue sendet)</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n Ereignis</numerusform>
            <numerusform>%n Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>Keychain: %1</source>
        <translation>Schlüsselbund: %1</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>Keychain does not answer</source>
        <translation>Der Schlüsselbund antwortet nicht</translation>
    </message>
</context>
</TS>
