<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>segue::AlertPlace</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>segue::AlertSettings</name>
    <message>
        <source>Alerts</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Failed deliveries, a connection that is held up, a quiet relay and a full disk are told in the window; once, not for every event.</source>
        <translation>Fehlgeschlagene Zustellungen, eine aufgehaltene Verbindung, eine stille Weiterleitung und ein voller Datenträger werden im Fenster gemeldet; einmal, nicht für jedes Ereignis.</translation>
    </message>
    <message>
        <source>Tell it on the desktop as well</source>
        <translation>Auch auf dem Desktop melden</translation>
    </message>
    <message>
        <source>Off by default: a notification names the connection, and others may see the screen.</source>
        <translation>Vorgabe: aus. Eine Benachrichtigung nennt die Verbindung, und andere sehen vielleicht den Bildschirm.</translation>
    </message>
    <message>
        <source>A relay is quiet after</source>
        <translation>Eine Weiterleitung gilt als still nach</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Never by default: how often an application sends is its own matter.</source>
        <translation>Vorgabe: nie. Wie oft eine Anwendung sendet, ist ihre Sache.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>The same again after at least</source>
        <translation>Dasselbe erneut frühestens nach</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>30 minutes by default, for each connection and kind of alert.</source>
        <translation>Vorgabe: 30 Minuten, für jede Verbindung und Art von Hinweis.</translation>
    </message>
</context>
<context>
    <name>segue::Alerts</name>
    <message numerus="yes">
        <source>“%1”: %n event(s) could not be delivered. They are kept and can be tried again.</source>
        <translation>
            <numerusform>„%1“: %n Ereignis konnte nicht zugestellt werden. Es bleibt erhalten und kann erneut versucht werden.</numerusform>
            <numerusform>„%1“: %n Ereignisse konnten nicht zugestellt werden. Sie bleiben erhalten und können erneut versucht werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is held up; what comes is kept and waits. %2</source>
        <comment>connection, reason</comment>
        <translation>„%1“ ist aufgehalten; was kommt, bleibt erhalten und wartet. %2</translation>
    </message>
    <message numerus="yes">
        <source>“%1”: Pushwoosh&apos;s webhook has brought nothing for %n hour(s) although the relay is on.</source>
        <translation>
            <numerusform>„%1“: Der Webhook von Pushwoosh hat seit %n Stunde nichts gebracht, obwohl die Weiterleitung an ist.</numerusform>
            <numerusform>„%1“: Der Webhook von Pushwoosh hat seit %n Stunden nichts gebracht, obwohl die Weiterleitung an ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>The disk with Segue&apos;s data is almost full. When it is, nothing more can be kept, and senders are asked to try again later.</source>
        <translation>Der Datenträger mit Segues Daten ist fast voll. Ist er es ganz, kann nichts mehr behalten werden, und Absender werden gebeten, es später erneut zu versuchen.</translation>
    </message>
    <message>
        <source>“%1” is held up. What comes now may not be kept; senders are then asked to try again later. %2</source>
        <comment>connection, reason</comment>
        <translation>„%1“ ist aufgehalten. Was jetzt kommt, bleibt womöglich nicht erhalten; Absender werden dann gebeten, es später erneut zu versuchen. %2</translation>
    </message>
</context>
<context>
    <name>segue::AppContext</name>
    <message>
        <source>The sandbox could not listen on this machine (%1). Events for it are kept and wait.</source>
        <translation>Die Sandbox konnte auf diesem Rechner keinen Port öffnen (%1). Ereignisse für sie bleiben erhalten und warten.</translation>
    </message>
</context>
<context>
    <name>segue::ApplicationChooser</name>
    <message>
        <source>Server token of Pushwoosh&apos;s API</source>
        <translation>Server-Token der API von Pushwoosh</translation>
    </message>
    <message>
        <source>Made in Pushwoosh&apos;s Control Panel, under Settings › API Access, of the kind Server. It can send messages and read the data of the applications it was given. Segue reads the list of applications with it, and nothing else. Some plans do not have this call.</source>
        <translation>Es wird im Control Panel von Pushwoosh unter Settings › API Access angelegt, mit der Art Server. Es kann Nachrichten senden und die Daten der ihm zugeteilten Anwendungen lesen. Segue liest damit die Liste der Anwendungen und sonst nichts. Manche Tarife haben diesen Aufruf nicht.</translation>
    </message>
    <message>
        <source>List the applications</source>
        <translation>Anwendungen auflisten</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Search the applications</source>
        <translation>Anwendungen durchsuchen</translation>
    </message>
    <message>
        <source>Search by name or code</source>
        <translation>Nach Name oder Code suchen</translation>
    </message>
    <message>
        <source>Ask Pushwoosh for the list again</source>
        <translation>Pushwoosh erneut nach der Liste fragen</translation>
    </message>
    <message>
        <source>Applications in Pushwoosh</source>
        <translation>Anwendungen in Pushwoosh</translation>
    </message>
    <message>
        <source>Looking for a token in the keychain…</source>
        <translation>Im Schlüsselbund wird nach einem Token gesucht …</translation>
    </message>
    <message>
        <source>Asking Pushwoosh for the applications…</source>
        <translation>Pushwoosh wird nach den Anwendungen gefragt …</translation>
    </message>
    <message>
        <source>The token may still be in the keychain. %1</source>
        <translation>Das Token liegt vielleicht noch im Schlüsselbund. %1</translation>
    </message>
    <message>
        <source>Given up.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message numerus="yes">
        <source>%n application(s).</source>
        <translation>
            <numerusform>%n Anwendung.</numerusform>
            <numerusform>%n Anwendungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n application(s).</source>
        <translation>
            <numerusform>%1 von %n Anwendung.</numerusform>
            <numerusform>%1 von %n Anwendungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>As Pushwoosh told on %1.</source>
        <translation>Stand von Pushwoosh am %1.</translation>
    </message>
    <message>
        <source>The last known list, of %1.</source>
        <translation>Die letzte bekannte Liste, vom %1.</translation>
    </message>
    <message>
        <source>The token sees no application. A new token is given them one by one in Settings › API Access of the Control Panel.</source>
        <translation>Das Token sieht keine Anwendung. Einem neuen Token werden sie im Control Panel unter Settings › API Access einzeln zugeteilt.</translation>
    </message>
    <message>
        <source>There may be more applications than Segue asked for; type the code of one that is missing.</source>
        <translation>Es gibt vielleicht mehr Anwendungen, als Segue abgefragt hat; bei einer fehlenden bitte den Code eintippen.</translation>
    </message>
    <message>
        <source>Pushwoosh names another address for this account: %1. Segue does not go there by itself.</source>
        <translation>Pushwoosh nennt für dieses Konto eine andere Adresse: %1. Segue geht nicht von selbst dorthin.</translation>
    </message>
</context>
<context>
    <name>segue::ApplicationField</name>
    <message>
        <source>Pushwoosh application code (may be left blank)</source>
        <translation>Pushwoosh-Anwendungscode (darf leer bleiben)</translation>
    </message>
    <message>
        <source>Choose from a list…</source>
        <translation>Aus einer Liste wählen …</translation>
    </message>
    <message>
        <source>The applications that a Server token of Pushwoosh&apos;s API sees</source>
        <translation>Die Anwendungen, die ein Server-Token der API von Pushwoosh sieht</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>Liste schließen</translation>
    </message>
</context>
<context>
    <name>segue::ApplicationLook</name>
    <message>
        <source>A usable address of Pushwoosh&apos;s API in the settings.</source>
        <translation>Eine brauchbare Adresse der Pushwoosh-API in den Einstellungen.</translation>
    </message>
    <message>
        <source>A Pushwoosh API token of the kind Server, kept in the keychain.</source>
        <translation>Ein API-Token von Pushwoosh der Art „Server“, im Schlüsselbund aufbewahrt.</translation>
    </message>
    <message>
        <source>A keychain that is unlocked and answers.</source>
        <translation>Ein Schlüsselbund, der entsperrt ist und antwortet.</translation>
    </message>
    <message>
        <source>An answer of Pushwoosh.</source>
        <translation>Eine Antwort von Pushwoosh.</translation>
    </message>
</context>
<context>
    <name>segue::ApplicationModel</name>
    <message>
        <source>(without a name)</source>
        <translation>(ohne Namen)</translation>
    </message>
</context>
<context>
    <name>segue::ApplicationPage</name>
    <message>
        <source>Which application in Pushwoosh?</source>
        <translation>Welche Anwendung in Pushwoosh?</translation>
    </message>
    <message>
        <source>Its events go to the source. One Pushwoosh application holds one Segment configuration.</source>
        <translation>Ihre Ereignisse gehen an die Quelle. Eine Pushwoosh-Anwendung hat genau eine Segment-Konfiguration.</translation>
    </message>
    <message>
        <source>The code stands under the application&apos;s name in Pushwoosh&apos;s Control Panel, and in its address: app.pushwoosh.com/applications/CODE. Campaigns, filters and presets have codes of the same look; take the application&apos;s.</source>
        <translation>Der Code steht im Control Panel von Pushwoosh unter dem Namen der Anwendung und in ihrer Adresse: app.pushwoosh.com/applications/CODE. Kampagnen, Filter und Vorlagen haben Codes, die genauso aussehen; gemeint ist der der Anwendung.</translation>
    </message>
    <message>
        <source>Without a code, the links lead to the start page of Pushwoosh.</source>
        <translation>Ohne Code führen die Links auf die Startseite von Pushwoosh.</translation>
    </message>
</context>
<context>
    <name>segue::ApplicationsApi</name>
    <message>
        <source>Pushwoosh did not accept the token (%1). It takes a token of the kind Server, from Settings &gt; API Access in the Control Panel; one of the kind Device does not do.</source>
        <translation>Pushwoosh hat das Token nicht angenommen (%1). Nötig ist eines der Art Server, aus Settings &gt; API Access im Control Panel; eines der Art Device genügt nicht.</translation>
    </message>
    <message>
        <source>Pushwoosh does not show this token its applications (%1). In Settings &gt; API Access of the Control Panel a token is given the applications it may see. Some plans do not have this call at all: then type the application code, it stands under the name of the application.</source>
        <translation>Pushwoosh zeigt diesem Token keine Anwendungen (%1). In Settings &gt; API Access des Control Panels werden einem Token die Anwendungen zugewiesen, die es sehen darf. Manche Tarife haben diesen Aufruf gar nicht: dann den Anwendungscode eingeben, er steht unter dem Namen der Anwendung.</translation>
    </message>
    <message>
        <source>Pushwoosh found the request wrong (%1).</source>
        <translation>Pushwoosh fand die Anfrage falsch (%1).</translation>
    </message>
    <message>
        <source>Pushwoosh asks to slow down (%1). Try again in a minute.</source>
        <translation>Pushwoosh bittet um weniger Anfragen (%1). In einer Minute noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Pushwoosh has a fault on its side (%1). Try again later, or type the application code.</source>
        <translation>Bei Pushwoosh liegt eine Störung vor (%1). Später noch einmal versuchen oder den Anwendungscode eingeben.</translation>
    </message>
    <message>
        <source>The address points to another one (%1). Segue does not follow it, because the token would go along. If your account lives at another address, set that one.</source>
        <translation>Die Adresse verweist auf eine andere (%1). Segue folgt ihr nicht, weil das Token mitginge. Wenn Ihr Konto unter einer anderen Adresse liegt, stellen Sie diese ein.</translation>
    </message>
    <message>
        <source>There is no Pushwoosh at this address (%1). Check the address of the Pushwoosh API.</source>
        <translation>Unter dieser Adresse gibt es kein Pushwoosh (%1). Prüfen Sie die Adresse der Pushwoosh-API.</translation>
    </message>
    <message>
        <source>Pushwoosh answered something unexpected (%1).</source>
        <translation>Pushwoosh hat etwas Unerwartetes geantwortet (%1).</translation>
    </message>
    <message>
        <source>What answered is not the Pushwoosh API: its text is not in the form of an answer. Check the address of the Pushwoosh API, and whether a proxy stands in between.</source>
        <translation>Was geantwortet hat, ist nicht die Pushwoosh-API: Der Text hat nicht die Form einer Antwort. Prüfen Sie die Adresse der Pushwoosh-API und ob ein Proxy dazwischensteht.</translation>
    </message>
    <message>
        <source>This is not an address. The Pushwoosh API is at %1 unless your account has a place of its own.</source>
        <translation>Das ist keine Adresse. Die Pushwoosh-API liegt unter %1, sofern Ihr Konto keinen eigenen Ort hat.</translation>
    </message>
    <message>
        <source>The address must begin with https://, because a token is sent there.</source>
        <translation>Die Adresse muss mit https:// beginnen, weil ein Token dorthin gesendet wird.</translation>
    </message>
    <message>
        <source>Only the address itself is needed: no user, no “?” and no “#” in it.</source>
        <translation>Nur die Adresse selbst wird gebraucht: ohne Benutzer, ohne „?“ und ohne „#“.</translation>
    </message>
    <message>
        <source>The request was given up.</source>
        <translation>Die Anfrage wurde aufgegeben.</translation>
    </message>
</context>
<context>
    <name>segue::ApplyPage</name>
    <message>
        <source>Apply it in Pushwoosh</source>
        <translation>In Pushwoosh anwenden</translation>
    </message>
    <message>
        <source>Pushwoosh has no way to do this from outside: five steps by hand in its Control Panel. Tick what is done; the ticks are remembered.</source>
        <translation>Von außen lässt Pushwoosh das nicht zu: fünf Schritte von Hand in seinem Control Panel. Haken Sie ab, was getan ist; die Haken bleiben erhalten.</translation>
    </message>
    <message>
        <source>Pushwoosh&apos;s own page on Segment describes the other direction, Segment to Pushwoosh. Do not connect both for one application without care: events could run in a loop.</source>
        <translation>Pushwooshs eigene Seite über Segment beschreibt die andere Richtung, von Segment zu Pushwoosh. Verbinden Sie nicht unbedacht beide für eine Anwendung: Ereignisse könnten im Kreis laufen.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) not ticked yet. The proof does not need them.</source>
        <translation>
            <numerusform>%n Schritt ist noch nicht abgehakt. Der Nachweis braucht ihn nicht.</numerusform>
            <numerusform>%n Schritte sind noch nicht abgehakt. Der Nachweis braucht sie nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>All steps ticked</source>
        <translation>Alle Schritte abgehakt</translation>
    </message>
    <message>
        <source>These steps lead to Segment&apos;s own endpoint: no field of Pushwoosh for another address is known. If its events come to your endpoint another way, tick what you have done, or go on.</source>
        <translation>Diese Schritte führen zum Endpunkt von Segment selbst: Ein Feld von Pushwoosh für eine andere Adresse ist nicht bekannt. Kommen seine Ereignisse auf anderem Weg zu Ihrem Endpunkt, haken Sie ab, was getan ist, oder gehen Sie weiter.</translation>
    </message>
</context>
<context>
    <name>segue::ApplySteps</name>
    <message>
        <source>Open Pushwoosh in the browser</source>
        <translation>Pushwoosh im Browser öffnen</translation>
    </message>
    <message>
        <source>Copy the write key</source>
        <translation>Schreibschlüssel kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Text for the Events field in Pushwoosh</source>
        <translation>Text für das Feld „Events“ in Pushwoosh</translation>
    </message>
    <message>
        <source>(left blank: all events)</source>
        <translation>(leer: alle Ereignisse)</translation>
    </message>
    <message>
        <source>Copy the text for the Events field</source>
        <translation>Text für das Feld „Events“ kopieren</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number, step</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>It leaves the clipboard after 30 seconds.</source>
        <translation>Er verlässt die Zwischenablage nach 30 Sekunden.</translation>
    </message>
    <message>
        <source>No key is kept for this connection.</source>
        <translation>Für diese Verbindung ist kein Schlüssel aufbewahrt.</translation>
    </message>
    <message>
        <source>Leave it blank: Pushwoosh then exports all its events.</source>
        <translation>Leer lassen: Pushwoosh exportiert dann alle seine Ereignisse.</translation>
    </message>
    <message>
        <source>Separated by commas, without blanks: how Pushwoosh treats blanks is not documented.</source>
        <translation>Durch Kommas getrennt, ohne Leerzeichen: Wie Pushwoosh Leerzeichen behandelt, ist nicht dokumentiert.</translation>
    </message>
    <message>
        <source>Copied. It leaves the clipboard after 30 seconds.</source>
        <translation>Kopiert. Er verlässt die Zwischenablage nach 30 Sekunden.</translation>
    </message>
    <message>
        <source>All five are done</source>
        <translation>Alle fünf sind erledigt</translation>
    </message>
</context>
<context>
    <name>segue::AskingLine</name>
    <message>
        <source>Give up</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>segue::AttemptText</name>
    <message>
        <source>One of several in a batch: this event&apos;s payload stood in “batch”, as it is shown under Payload, beside the others and “sentAt”.</source>
        <translation>Eines von mehreren in einem Stapel: Der Inhalt dieses Ereignisses stand in „batch“, so wie er unter „Inhalt“ gezeigt wird, neben den anderen und „sentAt“.</translation>
    </message>
    <message>
        <source>The payload as it is shown under Payload (%1 bytes), with “sentAt” in front.</source>
        <translation>Der Inhalt, wie er unter „Inhalt“ gezeigt wird (%1 Bytes), mit „sentAt“ davor.</translation>
    </message>
    <message>
        <source>… The first 4 KB of the answer are kept.</source>
        <translation>… Die ersten 4 KB der Antwort sind bewahrt.</translation>
    </message>
    <message>
        <source>%1 (UTC %2)</source>
        <comment>local time, time in UTC</comment>
        <translation>%1 (UTC %2)</translation>
    </message>
    <message>
        <source>Answered %1 after %2</source>
        <comment>HTTP status, duration</comment>
        <translation>Antwort %1 nach %2</translation>
    </message>
    <message>
        <source>No answer; ended after %1</source>
        <translation>Keine Antwort; beendet nach %1</translation>
    </message>
    <message>
        <source>It may have arrived all the same: the request had left before the answer failed to come. The same message id lets Segment drop a double for at least 24 h.</source>
        <translation>Vielleicht kam es trotzdem an: Die Anfrage war schon hinausgegangen, als die Antwort ausblieb. Dank derselben messageId kann Segment ein doppeltes Ereignis mindestens 24 h lang verwerfen.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Taken for processing. This does not prove that the key is right or that it was delivered.</source>
        <translation>Zur Verarbeitung angenommen. Das beweist weder, dass der Schlüssel stimmt, noch dass es zugestellt wurde.</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>The endpoint refused the content of the request.</source>
        <translation>Der Endpunkt hat den Inhalt der Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>Not let in</source>
        <translation>Nicht zugelassen</translation>
    </message>
    <message>
        <source>The endpoint did not accept the write key or the address.</source>
        <translation>Der Endpunkt hat den Schreibschlüssel oder die Adresse nicht angenommen.</translation>
    </message>
    <message>
        <source>Something else answered</source>
        <translation>Etwas anderes hat geantwortet</translation>
    </message>
    <message>
        <source>The answer does not have Segment&apos;s form.</source>
        <translation>Die Antwort hat nicht die Form von Segment.</translation>
    </message>
    <message>
        <source>Asked to try later</source>
        <translation>Um späteren Versuch gebeten</translation>
    </message>
    <message>
        <source>The endpoint could not take it at the moment.</source>
        <translation>Der Endpunkt konnte es gerade nicht annehmen.</translation>
    </message>
    <message>
        <source>No answer, may have arrived</source>
        <translation>Keine Antwort, vielleicht angekommen</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>No whole answer came from the endpoint.</source>
        <translation>Vom Endpunkt kam keine vollständige Antwort.</translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Segue gave the request up before an answer came.</source>
        <translation>Segue hat die Anfrage aufgegeben, bevor eine Antwort kam.</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <comment>an empty part of a request or an answer</comment>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>Text der Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answer body</source>
        <translation>Text der Antwort</translation>
    </message>
    <message>
        <source>Not let through</source>
        <translation>Nicht durchgelassen</translation>
    </message>
    <message>
        <source>The proxy asked for a name and a password.</source>
        <translation>Der Proxy hat einen Namen und ein Passwort verlangt.</translation>
    </message>
</context>
<context>
    <name>segue::AttemptsPage</name>
    <message>
        <source>Copy this attempt</source>
        <translation>Diesen Versuch kopieren</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>The chosen attempt: request and answer</source>
        <translation>Der gewählte Versuch: Anfrage und Antwort</translation>
    </message>
    <message>
        <source>No attempt yet.</source>
        <translation>Noch kein Versuch.</translation>
    </message>
</context>
<context>
    <name>segue::CheckCard</name>
    <message>
        <source>Check of the event</source>
        <translation>Prüfung des Ereignisses</translation>
    </message>
    <message>
        <source>Segment would drop this: %1</source>
        <translation>Segment würde dies verwerfen: %1</translation>
    </message>
    <message>
        <source>Segment would take this</source>
        <translation>Segment würde dies annehmen</translation>
    </message>
    <message>
        <source>%1 bytes of 32 KB</source>
        <translation>%1 Bytes von 32 KB</translation>
    </message>
    <message>
        <source>userId set</source>
        <translation>userId gesetzt</translation>
    </message>
    <message>
        <source>anonymousId set</source>
        <translation>anonymousId gesetzt</translation>
    </message>
    <message>
        <source>becomes %1</source>
        <translation>wird zu %1</translation>
    </message>
</context>
<context>
    <name>segue::CheckId</name>
    <message>
        <source>Write key in the keychain</source>
        <translation>Schreibschlüssel im Schlüsselbund</translation>
    </message>
    <message>
        <source>Shape of the write key</source>
        <translation>Form des Schreibschlüssels</translation>
    </message>
    <message>
        <source>A write key of its own</source>
        <translation>Ein eigener Schreibschlüssel</translation>
    </message>
    <message>
        <source>Write key known to Segment</source>
        <translation>Schreibschlüssel bei Segment bekannt</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Endpoint and clock</source>
        <translation>Endpunkt und Uhr</translation>
    </message>
    <message>
        <source>Source in Segment</source>
        <translation>Quelle in Segment</translation>
    </message>
    <message>
        <source>Destinations of the source</source>
        <translation>Ziele der Quelle</translation>
    </message>
    <message>
        <source>Loop back into Pushwoosh</source>
        <translation>Schleife zurück zu Pushwoosh</translation>
    </message>
    <message>
        <source>Schema settings</source>
        <translation>Schema-Einstellungen</translation>
    </message>
    <message>
        <source>Last 24 hours at Segment</source>
        <translation>Letzte 24 Stunden bei Segment</translation>
    </message>
    <message>
        <source>Pushwoosh application</source>
        <translation>Pushwoosh-Anwendung</translation>
    </message>
    <message>
        <source>Selected events</source>
        <translation>Ausgewählte Ereignisse</translation>
    </message>
    <message>
        <source>User IDs that are device ids</source>
        <translation>User-IDs, die Gerätekennungen sind</translation>
    </message>
    <message>
        <source>E-mail addresses and phone numbers as ids</source>
        <translation>E-Mail-Adressen und Telefonnummern als Kennung</translation>
    </message>
    <message>
        <source>Anonymous events</source>
        <translation>Anonyme Ereignisse</translation>
    </message>
    <message>
        <source>Expected events</source>
        <translation>Erwartete Ereignisse</translation>
    </message>
    <message>
        <source>Events sent twice</source>
        <translation>Doppelt gesendete Ereignisse</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
</context>
<context>
    <name>segue::CheckRow</name>
    <message>
        <source>Checking…</source>
        <comment>a check</comment>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a step, what it is for</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>verdict, title of a check</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>segue::CheckRules</name>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a name</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>a length of time</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>a length of time</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>a length of time</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>a length of time</comment>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>how many, of which feed</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>by webhook</source>
        <comment>a feed of events</comment>
        <translation>über Webhook</translation>
    </message>
    <message>
        <source>by echo</source>
        <comment>a feed of events</comment>
        <translation>über Echo</translation>
    </message>
    <message>
        <source>by capture</source>
        <comment>a feed of events</comment>
        <translation>über Mitschnitt</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n event(s) of the last %1 days were looked at</source>
        <translation>
            <numerusform>Das neueste Ereignis der letzten %1 Tage wurde angesehen</numerusform>
            <numerusform>Die neuesten %n Ereignisse der letzten %1 Tage wurden angesehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) of the last %1 days were looked at</source>
        <translation>
            <numerusform>%n Ereignis der letzten %1 Tage wurde angesehen</numerusform>
            <numerusform>%n Ereignisse der letzten %1 Tage wurden angesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Push Delivered was not seen: on iOS a device confirms only when the app has the Notification Service Extension with delivery tracking.</source>
        <translation>Push Delivered war nicht zu sehen: Unter iOS bestätigt ein Gerät nur, wenn die App die Notification Service Extension mit Zustellungsmessung hat.</translation>
    </message>
    <message>
        <source>Email Bounced was not seen: it comes only when an address fails for good.</source>
        <translation>Email Bounced war nicht zu sehen: Es kommt nur, wenn eine Adresse endgültig scheitert.</translation>
    </message>
    <message>
        <source>Push Delivered: the device confirms it; on iOS only with the Notification Service Extension.</source>
        <translation>Push Delivered: Das Gerät bestätigt es; unter iOS nur mit der Notification Service Extension.</translation>
    </message>
    <message>
        <source>SMS Delivered: it needs the receipts of the SMS provider, set up in Pushwoosh.</source>
        <translation>SMS Delivered: Es braucht die Zustellbelege des SMS-Anbieters, eingerichtet in Pushwoosh.</translation>
    </message>
    <message>
        <source>%1 Push Delivered for %2 Push Sent: that is normal, delivered is an estimate.</source>
        <translation>%1 Push Delivered auf %2 Push Sent: Das ist normal, zugestellt ist eine Schätzung.</translation>
    </message>
    <message>
        <source>None of them has a User ID.</source>
        <translation>Keines davon hat eine User-ID.</translation>
    </message>
    <message>
        <source>Events with a User ID.</source>
        <translation>Ereignisse mit einer User-ID.</translation>
    </message>
    <message>
        <source>User IDs are no device ids</source>
        <translation>User-IDs sind keine Gerätekennungen</translation>
    </message>
    <message>
        <source>%1 of %2 with a User ID have the device id there.</source>
        <translation>Bei %1 von %2 mit User-ID steht dort die Gerätekennung.</translation>
    </message>
    <message>
        <source>%1 of the User IDs are the device id</source>
        <translation>%1 der User-IDs sind die Gerätekennung</translation>
    </message>
    <message>
        <source>Have the app set the User ID when a person signs in (setUserId).</source>
        <translation>Die App die User-ID setzen lassen, wenn sich jemand anmeldet (setUserId).</translation>
    </message>
    <message>
        <source>No e-mail address or phone number leaves as an id</source>
        <translation>Keine E-Mail-Adresse oder Telefonnummer geht als Kennung hinaus</translation>
    </message>
    <message>
        <source>%1 of the events carry an e-mail address or a phone number as their id</source>
        <translation>%1 der Ereignisse tragen eine E-Mail-Adresse oder Telefonnummer als Kennung</translation>
    </message>
    <message>
        <source>The HWID of an e-mail or SMS device is the address or number itself. Without a User ID it leaves as anonymousId, to every destination.</source>
        <translation>Die HWID eines E-Mail- oder SMS-Geräts ist die Adresse oder Nummer selbst. Ohne User-ID geht sie als anonymousId hinaus, an jedes Ziel.</translation>
    </message>
    <message>
        <source>Give those people a User ID in Pushwoosh, or keep their events out of destinations that may not have them.</source>
        <translation>Diesen Personen in Pushwoosh eine User-ID geben, oder ihre Ereignisse von Zielen fernhalten, die sie nicht haben dürfen.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) name nobody</source>
        <translation>
            <numerusform>%n Ereignis nennt niemanden</numerusform>
            <numerusform>%n Ereignisse nennen niemanden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 are anonymous.</source>
        <comment>a share of events</comment>
        <translation>%1 sind anonym.</translation>
    </message>
    <message>
        <source>Tell Pushwoosh&apos;s support: each event needs one of both.</source>
        <translation>Dem Support von Pushwoosh melden: Jedes Ereignis braucht eines von beiden.</translation>
    </message>
    <message>
        <source>%1 of the events are anonymous</source>
        <translation>%1 der Ereignisse sind anonym</translation>
    </message>
    <message>
        <source>Most events name a person</source>
        <translation>Die meisten Ereignisse nennen eine Person</translation>
    </message>
    <message>
        <source>Not seen either, nor anything else of their channels: %1.</source>
        <translation>Ebenfalls nicht zu sehen, wie auch sonst nichts aus ihren Kanälen: %1.</translation>
    </message>
    <message>
        <source>The expected events are seen</source>
        <translation>Die erwarteten Ereignisse sind zu sehen</translation>
    </message>
    <message>
        <source>Never seen: %1</source>
        <translation>Nie zu sehen: %1</translation>
    </message>
    <message>
        <source>See that Pushwoosh&apos;s Events field names them, in their exact case, and that such messages were sent.</source>
        <translation>Bitte nachsehen, ob das Feld „Events“ in Pushwoosh sie in genauer Groß- und Kleinschreibung nennt und ob solche Nachrichten gesendet wurden.</translation>
    </message>
    <message>
        <source>%1 of %2 echoes have a twin: the same event of the same person, campaign and device within a minute.</source>
        <translation>%1 von %2 Echos haben einen Zwilling: dasselbe Ereignis derselben Person, Kampagne und Geräteart innerhalb einer Minute.</translation>
    </message>
    <message>
        <source>Events arrive once</source>
        <translation>Ereignisse kommen einmal an</translation>
    </message>
    <message>
        <source>%1 of the events arrive twice</source>
        <translation>%1 der Ereignisse kommen doppelt an</translation>
    </message>
    <message>
        <source>Relay and Pushwoosh&apos;s built-in stream together send every event twice, under different ids.</source>
        <translation>Weiterleitung und eingebauter Strom von Pushwoosh zusammen senden jedes Ereignis zweimal, unter verschiedenen Kennungen.</translation>
    </message>
    <message>
        <source>Choose one of both: stop the relay, or take the write key out of Pushwoosh&apos;s settings.</source>
        <translation>Eines von beiden wählen: die Weiterleitung beenden, oder den Schreibschlüssel aus den Einstellungen von Pushwoosh nehmen.</translation>
    </message>
    <message>
        <source>A write key.</source>
        <translation>Ein Schreibschlüssel.</translation>
    </message>
    <message>
        <source>Copy it in Segment, Connections › Sources › the source › Settings › API Keys, and store it on the Setup page.</source>
        <translation>Bitte in Segment kopieren, Connections › Sources › die Quelle › Settings › API Keys, und auf der Seite „Einrichtung“ speichern.</translation>
    </message>
    <message>
        <source>The Public API names its source: %1.</source>
        <translation>Die Public API nennt seine Quelle: %1.</translation>
    </message>
    <message>
        <source>The write key is in the keychain</source>
        <translation>Der Schreibschlüssel ist im Schlüsselbund</translation>
    </message>
    <message>
        <source>The keychain of this computer gave it out.</source>
        <translation>Der Schlüsselbund dieses Computers hat ihn herausgegeben.</translation>
    </message>
    <message>
        <source>The sandbox needs no keychain</source>
        <translation>Die Sandbox braucht keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>Its key is public and the same everywhere.</source>
        <translation>Ihr Schlüssel ist öffentlich und überall derselbe.</translation>
    </message>
    <message>
        <source>The write key is kept for this session only</source>
        <translation>Der Schreibschlüssel ist nur für diese Sitzung da</translation>
    </message>
    <message>
        <source>It goes when Segue ends; what is queued then waits.</source>
        <translation>Er geht, wenn Segue endet; was dann eingereiht ist, wartet.</translation>
    </message>
    <message>
        <source>Store it in the keychain, on the Setup page.</source>
        <translation>Bitte auf der Seite „Einrichtung“ im Schlüsselbund speichern.</translation>
    </message>
    <message>
        <source>The key came from standard input, for this run alone.</source>
        <translation>Der Schlüssel kam von der Standardeingabe, nur für diesen Lauf.</translation>
    </message>
    <message>
        <source>A run without --write-key-stdin.</source>
        <translation>Ein Lauf ohne --write-key-stdin.</translation>
    </message>
    <message>
        <source>There is no write key yet</source>
        <translation>Es gibt noch keinen Schreibschlüssel</translation>
    </message>
    <message>
        <source>Events of this connection wait until there is one.</source>
        <translation>Ereignisse dieser Verbindung warten, bis es einen gibt.</translation>
    </message>
    <message>
        <source>The write key is not on this computer</source>
        <translation>Der Schreibschlüssel ist nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>One was stored for this connection, but the keychain here does not have it. Events wait.</source>
        <translation>Für diese Verbindung wurde einer gespeichert, aber der Schlüsselbund hier hat ihn nicht. Ereignisse warten.</translation>
    </message>
    <message>
        <source>The write key looks odd</source>
        <translation>Der Schreibschlüssel sieht ungewöhnlich aus</translation>
    </message>
    <message>
        <source>Compare it with the one in the source&apos;s settings in Segment.</source>
        <translation>Bitte mit dem in den Einstellungen der Quelle in Segment vergleichen.</translation>
    </message>
    <message>
        <source>Keys of another endpoint than Segment&apos;s have no known shape.</source>
        <translation>Schlüssel eines anderen Endpunkts als dem von Segment haben keine bekannte Form.</translation>
    </message>
    <message>
        <source>The write key has the usual shape</source>
        <translation>Der Schreibschlüssel hat die übliche Form</translation>
    </message>
    <message>
        <source>32 letters and digits, as all keys seen so far.</source>
        <translation>32 Buchstaben und Ziffern, wie alle bisher gesehenen.</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) could not be read, and so not be compared.</source>
        <translation>
            <numerusform>%n Schlüssel konnte nicht gelesen und so nicht verglichen werden.</numerusform>
            <numerusform>%n Schlüssel konnten nicht gelesen und so nicht verglichen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The same write key is used by %1</source>
        <translation>Denselben Schreibschlüssel benutzt %1</translation>
    </message>
    <message numerus="yes">
        <source>The same write key is used by %n other connection(s)</source>
        <translation>
            <numerusform>Denselben Schreibschlüssel benutzt %n andere Verbindung</numerusform>
            <numerusform>Denselben Schreibschlüssel benutzen %n andere Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Their events arrive in one source and cannot be told apart later.</source>
        <translation>Ihre Ereignisse kommen in einer Quelle an und sind später nicht zu unterscheiden.</translation>
    </message>
    <message>
        <source>A keychain that gives out all keys.</source>
        <translation>Ein Schlüsselbund, der alle Schlüssel herausgibt.</translation>
    </message>
    <message>
        <source>No other connection uses this write key</source>
        <translation>Keine andere Verbindung benutzt diesen Schreibschlüssel</translation>
    </message>
    <message>
        <source>It was compared with the keys of all connections and drafts of this computer.</source>
        <translation>Er wurde mit den Schlüsseln aller Verbindungen und Entwürfe dieses Computers verglichen.</translation>
    </message>
    <message>
        <source>The settings service answered for this key at %1.</source>
        <translation>Der Einstellungsdienst hat um %1 für diesen Schlüssel geantwortet.</translation>
    </message>
    <message>
        <source>The write key is known to Segment</source>
        <translation>Segment kennt den Schreibschlüssel</translation>
    </message>
    <message>
        <source>Segment has not confirmed the write key</source>
        <translation>Segment hat den Schreibschlüssel nicht bestätigt</translation>
    </message>
    <message>
        <source>Compare it with the source&apos;s page in Segment, and prove it with a test event. A Public API token makes this check certain.</source>
        <translation>Bitte mit der Seite der Quelle in Segment vergleichen und mit einem Testereignis beweisen. Ein Token der Public API macht diese Prüfung sicher.</translation>
    </message>
    <message>
        <source>An answer of Segment&apos;s settings service.</source>
        <translation>Eine Antwort des Einstellungsdienstes von Segment.</translation>
    </message>
    <message>
        <source>Another endpoint than Segment&apos;s has no region.</source>
        <translation>Ein anderer Endpunkt als der von Segment hat keine Region.</translation>
    </message>
    <message>
        <source>The key&apos;s source stands in the %1 workspace %2.</source>
        <translation>Die Quelle des Schlüssels steht im %1-Workspace %2.</translation>
    </message>
    <message>
        <source>Segment&apos;s settings for this key name the %1 endpoint.</source>
        <translation>Segments Einstellungen für diesen Schlüssel nennen den %1-Endpunkt.</translation>
    </message>
    <message>
        <source>The key belongs to the other region</source>
        <translation>Der Schlüssel gehört zur anderen Region</translation>
    </message>
    <message>
        <source>Events go to %1 (%2). Segment drops or rejects events from the wrong region, and may answer 200 all the same.</source>
        <translation>Ereignisse gehen nach %1 (%2). Segment verwirft Ereignisse aus der falschen Region oder weist sie ab, und antwortet womöglich trotzdem mit 200.</translation>
    </message>
    <message>
        <source>Choose %1 as the region on the Setup page.</source>
        <translation>Bitte auf der Seite „Einrichtung“ %1 als Region wählen.</translation>
    </message>
    <message>
        <source>It is not certain that Pushwoosh reaches the EU</source>
        <translation>Es ist nicht sicher, dass Pushwoosh die EU erreicht</translation>
    </message>
    <message>
        <source>Segment&apos;s catalogue lists Pushwoosh for EU workspaces, but with the US endpoint alone; events from the wrong region are rejected. Nobody has confirmed either (unverified).</source>
        <translation>Segments Katalog führt Pushwoosh für EU-Workspaces, aber nur mit dem US-Endpunkt; Ereignisse aus der falschen Region werden abgewiesen. Beides hat niemand bestätigt (ungeprüft).</translation>
    </message>
    <message>
        <source>Ask Pushwoosh&apos;s support whether their stream sends to %1.</source>
        <translation>Den Support von Pushwoosh fragen, ob ihr Strom an %1 sendet.</translation>
    </message>
    <message>
        <source>Events go to %1 (%2).</source>
        <translation>Ereignisse gehen nach %1 (%2).</translation>
    </message>
    <message>
        <source>A Public API token, or your yes to ask Segment about the key.</source>
        <translation>Ein Token der Public API, oder die Erlaubnis, Segment nach dem Schlüssel zu fragen.</translation>
    </message>
    <message>
        <source>The region fits</source>
        <translation>Die Region passt</translation>
    </message>
    <message>
        <source>See that this computer is online and that its name service knows the host.</source>
        <translation>Bitte nachsehen, ob dieser Computer online ist und sein Namensdienst den Host kennt.</translation>
    </message>
    <message>
        <source>See that this computer&apos;s clock is right, and whether a proxy of your network puts its own certificate in the way.</source>
        <translation>Bitte nachsehen, ob die Uhr dieses Computers stimmt und ob ein Proxy des Netzes sein eigenes Zertifikat dazwischenstellt.</translation>
    </message>
    <message>
        <source>See whether a proxy or firewall stands in the way, and that the endpoint speaks TLS.</source>
        <translation>Bitte nachsehen, ob ein Proxy oder eine Firewall im Weg steht und ob der Endpunkt TLS spricht.</translation>
    </message>
    <message>
        <source>See the proxy settings of this computer.</source>
        <translation>Bitte die Proxy-Einstellungen dieses Computers ansehen.</translation>
    </message>
    <message>
        <source>See that the address is right and that a firewall lets this computer out on its port.</source>
        <translation>Bitte nachsehen, ob die Adresse stimmt und ob eine Firewall diesen Computer auf ihrem Port hinauslässt.</translation>
    </message>
    <message>
        <source>Try again in a while; if it stays, ask whoever runs your network.</source>
        <translation>Nach einer Weile erneut versuchen; bleibt es dabei, die Betreuung des Netzes fragen.</translation>
    </message>
    <message>
        <source>%1 answered in %2 ms over TLS with a trusted certificate.</source>
        <translation>%1 hat in %2 ms geantwortet, über TLS mit vertrauenswürdigem Zertifikat.</translation>
    </message>
    <message>
        <source>%1 answered in %2 ms, on this computer.</source>
        <translation>%1 hat in %2 ms geantwortet, auf diesem Computer.</translation>
    </message>
    <message>
        <source>The endpoint answers with an error of its own</source>
        <translation>Der Endpunkt antwortet mit einem eigenen Fehler</translation>
    </message>
    <message>
        <source>Its answer was %1. Events are kept and tried again.</source>
        <translation>Seine Antwort war %1. Ereignisse bleiben erhalten und werden erneut versucht.</translation>
    </message>
    <message>
        <source>Try again in a while; Segment tells of its troubles on status.segment.com.</source>
        <translation>Nach einer Weile erneut versuchen; Segment berichtet über Störungen auf status.segment.com.</translation>
    </message>
    <message>
        <source>The endpoint points elsewhere</source>
        <translation>Der Endpunkt verweist woandershin</translation>
    </message>
    <message>
        <source>Its answer was %1. Segue does not follow it: events would be sent to another place.</source>
        <translation>Seine Antwort war %1. Segue folgt ihr nicht: Ereignisse gingen sonst an einen anderen Ort.</translation>
    </message>
    <message>
        <source>See that the endpoint on the Setup page is right.</source>
        <translation>Bitte nachsehen, ob der Endpunkt auf der Seite „Einrichtung“ stimmt.</translation>
    </message>
    <message>
        <source>It did not tell its time, so the clock was not compared.</source>
        <translation>Er hat seine Zeit nicht genannt, die Uhr wurde daher nicht verglichen.</translation>
    </message>
    <message>
        <source>The endpoint answers</source>
        <translation>Der Endpunkt antwortet</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong</source>
        <translation>Die Uhr dieses Computers geht falsch</translation>
    </message>
    <message>
        <source>It is %1 ahead of the server&apos;s.</source>
        <translation>Sie geht gegenüber der des Servers %1 vor.</translation>
    </message>
    <message>
        <source>It is %1 behind the server&apos;s.</source>
        <translation>Sie geht gegenüber der des Servers %1 nach.</translation>
    </message>
    <message>
        <source>Set the clock by the network: events carry its time, and certificates are checked by it.</source>
        <translation>Die Uhr nach dem Netz stellen: Ereignisse tragen ihre Zeit, und Zertifikate werden nach ihr geprüft.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock agrees with the server&apos;s.</source>
        <translation>Die Uhr dieses Computers stimmt mit der des Servers überein.</translation>
    </message>
    <message>
        <source>The endpoint cannot be reached</source>
        <translation>Der Endpunkt ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The code of the Pushwoosh application, on the Setup page.</source>
        <translation>Der Code der Pushwoosh-Anwendung, auf der Seite „Einrichtung“.</translation>
    </message>
    <message numerus="yes">
        <source>The token sees %n application(s).</source>
        <translation>
            <numerusform>Das Token sieht %n Anwendung.</numerusform>
            <numerusform>Das Token sieht %n Anwendungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The token sees the application</source>
        <translation>Das Token sieht die Anwendung</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <comment>a code, a name</comment>
        <translation>%1 ist %2.</translation>
    </message>
    <message>
        <source>The application was not found</source>
        <translation>Die Anwendung wurde nicht gefunden</translation>
    </message>
    <message>
        <source>%1 is not among those asked for; there are more.</source>
        <translation>%1 ist nicht unter den abgefragten; es gibt weitere.</translation>
    </message>
    <message>
        <source>Look for it in Pushwoosh.</source>
        <translation>Bitte in Pushwoosh danach sehen.</translation>
    </message>
    <message>
        <source>The token does not see the application</source>
        <translation>Das Token sieht die Anwendung nicht</translation>
    </message>
    <message>
        <source>%1 is not among them.</source>
        <translation>%1 ist nicht darunter.</translation>
    </message>
    <message>
        <source>Compare the code with the one under the application&apos;s name in Pushwoosh, or give the token this application in Settings › API Access.</source>
        <translation>Bitte den Code mit dem unter dem Namen der Anwendung in Pushwoosh vergleichen, oder dem Token in Settings › API Access diese Anwendung geben.</translation>
    </message>
    <message>
        <source>No event is selected</source>
        <translation>Kein Ereignis ist ausgewählt</translation>
    </message>
    <message>
        <source>A list with nothing in it is not all events: nothing is sent.</source>
        <translation>Eine leere Liste heißt nicht alle Ereignisse: Nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Select events on the Setup page, or all of them.</source>
        <translation>Bitte auf der Seite „Einrichtung“ Ereignisse auswählen, oder alle.</translation>
    </message>
    <message>
        <source>All events are selected</source>
        <translation>Alle Ereignisse sind ausgewählt</translation>
    </message>
    <message>
        <source>Pushwoosh&apos;s Events field stays blank.</source>
        <translation>Das Feld „Events“ in Pushwoosh bleibt leer.</translation>
    </message>
    <message>
        <source>%1 is none of the seven events of the Pushwoosh source.</source>
        <translation>%1 ist keines der sieben Ereignisse der Pushwoosh-Quelle.</translation>
    </message>
    <message>
        <source>%1 is none of the seven events; %2 may be meant. Case counts.</source>
        <translation>%1 ist keines der sieben Ereignisse; vielleicht ist %2 gemeint. Groß- und Kleinschreibung zählt.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are selected.</source>
        <translation>
            <numerusform>%n Ereignis ist ausgewählt.</numerusform>
            <numerusform>%n Ereignisse sind ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some selected events are not of the source</source>
        <translation>Manche ausgewählten Ereignisse sind nicht von der Quelle</translation>
    </message>
    <message>
        <source>Mend the names on the Setup page and in Pushwoosh&apos;s Events field, unless they are meant so.</source>
        <translation>Bitte die Namen auf der Seite „Einrichtung“ und im Feld „Events“ in Pushwoosh berichtigen, falls sie nicht so gemeint sind.</translation>
    </message>
    <message>
        <source>The selected events are right</source>
        <translation>Die ausgewählten Ereignisse stimmen</translation>
    </message>
    <message>
        <source>%1 undelivered: %2 wait, %3 are tried again.</source>
        <translation>%1 nicht zugestellt: %2 warten, %3 werden erneut versucht.</translation>
    </message>
    <message>
        <source>The oldest is at least %1 old.</source>
        <translation>Das älteste ist mindestens %1 alt.</translation>
    </message>
    <message>
        <source>The oldest is %1 old.</source>
        <translation>Das älteste ist %1 alt.</translation>
    </message>
    <message>
        <source>The connection is paused</source>
        <translation>Die Verbindung ist angehalten</translation>
    </message>
    <message>
        <source>Somebody has paused it. What is sent through it is kept and waits.</source>
        <translation>Jemand hat sie angehalten. Was durch sie gesendet wird, bleibt erhalten und wartet.</translation>
    </message>
    <message>
        <source>Resume it in the sidebar when it shall send again.</source>
        <translation>In der Seitenleiste fortsetzen, wenn sie wieder senden soll.</translation>
    </message>
    <message>
        <source>Events wait</source>
        <translation>Ereignisse warten</translation>
    </message>
    <message>
        <source>Mend what they wait for, then try again; nothing is lost meanwhile.</source>
        <translation>Beheben, worauf sie warten, dann erneut versuchen; bis dahin geht nichts verloren.</translation>
    </message>
    <message>
        <source>Events are late</source>
        <translation>Ereignisse sind verspätet</translation>
    </message>
    <message>
        <source>See the endpoint&apos;s check, then try again; nothing is lost meanwhile.</source>
        <translation>Die Prüfung des Endpunkts ansehen, dann erneut versuchen; bis dahin geht nichts verloren.</translation>
    </message>
    <message>
        <source>Some events were refused or given up</source>
        <translation>Manche Ereignisse wurden abgelehnt oder aufgegeben</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) of the last 7 days.</source>
        <translation>
            <numerusform>%n Ereignis der letzten 7 Tage.</numerusform>
            <numerusform>%n Ereignisse der letzten 7 Tage.</numerusform>
        </translation>
    </message>
    <message>
        <source>See them in the log: state:refused,gave-up. They can be sent again from there.</source>
        <translation>Im Protokoll ansehen: state:refused,gave-up. Von dort können sie erneut gesendet werden.</translation>
    </message>
    <message>
        <source>The queue is healthy</source>
        <translation>Die Warteschlange ist in Ordnung</translation>
    </message>
    <message>
        <source>Nothing waits to be delivered.</source>
        <translation>Nichts wartet auf Zustellung.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Segment switches a source off after 14 days without an enabled destination, even while events arrive.</source>
        <translation>Segment schaltet eine Quelle nach 14 Tagen ohne aktives Ziel ab, auch wenn Ereignisse ankommen.</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>how often, a reason</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 in the workspace %2 has this very key.</source>
        <translation>%1 im Workspace %2 hat genau diesen Schlüssel.</translation>
    </message>
    <message>
        <source>%1 in the workspace %2 has the connection&apos;s name.</source>
        <translation>%1 im Workspace %2 heißt wie die Verbindung.</translation>
    </message>
    <message>
        <source>The source is switched off</source>
        <translation>Die Quelle ist abgeschaltet</translation>
    </message>
    <message>
        <source>Segment drops its events (source_disabled) and answers 200 all the same.</source>
        <translation>Segment verwirft ihre Ereignisse (source_disabled) und antwortet trotzdem mit 200.</translation>
    </message>
    <message>
        <source>Switch it on in Segment, and connect a destination: without one it goes off again after 14 days.</source>
        <translation>In Segment einschalten und ein Ziel verbinden: Ohne geht sie nach 14 Tagen wieder aus.</translation>
    </message>
    <message>
        <source>The source is not of the Pushwoosh kind</source>
        <translation>Die Quelle ist nicht von der Art Pushwoosh</translation>
    </message>
    <message>
        <source>Its kind is %1. Events arrive there as well, but Segment does not show them as Pushwoosh&apos;s.</source>
        <translation>Ihre Art ist %1. Ereignisse kommen auch dort an, aber Segment zeigt sie nicht als die von Pushwoosh.</translation>
    </message>
    <message>
        <source>Take the key of a source of the kind Pushwoosh, unless this one is for trials.</source>
        <translation>Den Schlüssel einer Quelle der Art Pushwoosh nehmen, falls diese nicht zum Ausprobieren dient.</translation>
    </message>
    <message>
        <source>A source of that name is there, but its key was not seen</source>
        <translation>Eine Quelle dieses Namens ist da, aber ihr Schlüssel war nicht zu sehen</translation>
    </message>
    <message>
        <source>This token is not shown write keys, or the key could not be read here.</source>
        <translation>Diesem Token werden keine Schreibschlüssel gezeigt, oder der Schlüssel war hier nicht lesbar.</translation>
    </message>
    <message>
        <source>A token of a Workspace Owner or source admin is shown them; or compare the key by hand.</source>
        <translation>Dem Token eines Workspace Owner oder Source Admin werden sie gezeigt; sonst den Schlüssel von Hand vergleichen.</translation>
    </message>
    <message>
        <source>The source is there, and the key is its own</source>
        <translation>Die Quelle ist da, und der Schlüssel ist ihrer</translation>
    </message>
    <message>
        <source>It is enabled and of the Pushwoosh kind.</source>
        <translation>Sie ist eingeschaltet und von der Art Pushwoosh.</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) of the workspace %1 were looked at.</source>
        <translation>
            <numerusform>%n Quelle des Workspace %1 wurde angesehen.</numerusform>
            <numerusform>%n Quellen des Workspace %1 wurden angesehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>None has the name %1, and this token is not shown write keys.</source>
        <translation>Keine heißt %1, und diesem Token werden keine Schreibschlüssel gezeigt.</translation>
    </message>
    <message>
        <source>A token of a Workspace Owner or source admin.</source>
        <translation>Das Token eines Workspace Owner oder Source Admin.</translation>
    </message>
    <message>
        <source>No source has this write key</source>
        <translation>Keine Quelle hat diesen Schreibschlüssel</translation>
    </message>
    <message>
        <source>Segment answers 200 to a key that belongs to no source, and drops the events.</source>
        <translation>Segment antwortet auf einen Schlüssel, der zu keiner Quelle gehört, mit 200 und verwirft die Ereignisse.</translation>
    </message>
    <message>
        <source>Compare the key with the source&apos;s page in Segment. If the source is in another workspace, give Segue that workspace&apos;s token.</source>
        <translation>Bitte den Schlüssel mit der Seite der Quelle in Segment vergleichen. Ist die Quelle in einem anderen Workspace, Segue dessen Token geben.</translation>
    </message>
    <message numerus="yes">
        <source>%n destination(s) are connected but switched off.</source>
        <translation>
            <numerusform>%n Ziel ist verbunden, aber abgeschaltet.</numerusform>
            <numerusform>%n Ziele sind verbunden, aber abgeschaltet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n destination(s) are connected</source>
        <translation>
            <numerusform>%n Ziel ist verbunden</numerusform>
            <numerusform>%n Ziele sind verbunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warehouse(s) as well.</source>
        <translation>
            <numerusform>Dazu %n Warehouse.</numerusform>
            <numerusform>Dazu %n Warehouses.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only a warehouse is connected to the source</source>
        <translation>Nur ein Warehouse ist mit der Quelle verbunden</translation>
    </message>
    <message>
        <source>Whether a warehouse counts as one is not documented (unverified).</source>
        <translation>Ob ein Warehouse als eines zählt, ist nicht dokumentiert (ungeprüft).</translation>
    </message>
    <message>
        <source>Connect and enable a destination as well, or watch for Segment&apos;s e-mail.</source>
        <translation>Auch ein Ziel verbinden und einschalten, oder auf die E-Mail von Segment achten.</translation>
    </message>
    <message>
        <source>No destination is connected to the source</source>
        <translation>Mit der Quelle ist kein Ziel verbunden</translation>
    </message>
    <message>
        <source>Connect a destination or a warehouse in Segment, and enable it.</source>
        <translation>In Segment ein Ziel oder ein Warehouse verbinden und einschalten.</translation>
    </message>
    <message>
        <source>%1 is a Pushwoosh destination of this very source.</source>
        <translation>%1 ist ein Pushwoosh-Ziel eben dieser Quelle.</translation>
    </message>
    <message>
        <source>Events run in a loop</source>
        <translation>Ereignisse laufen im Kreis</translation>
    </message>
    <message>
        <source>What Pushwoosh sends comes back into Pushwoosh as events, as far as the destination&apos;s mappings let it.</source>
        <translation>Was Pushwoosh sendet, kommt als Ereignis zu Pushwoosh zurück, soweit die Zuordnungen des Ziels es durchlassen.</translation>
    </message>
    <message>
        <source>Take it off this source, or let its mappings pass none of the seven events. It belongs to the sources of your apps.</source>
        <translation>Von dieser Quelle trennen, oder seine Zuordnungen keines der sieben Ereignisse durchlassen lassen. Es gehört an die Quellen der Apps.</translation>
    </message>
    <message>
        <source>A loop is prepared, but switched off</source>
        <translation>Eine Schleife ist vorbereitet, aber abgeschaltet</translation>
    </message>
    <message>
        <source>It is switched off now.</source>
        <translation>Es ist jetzt abgeschaltet.</translation>
    </message>
    <message>
        <source>Take it off this source, so that nobody switches it on.</source>
        <translation>Von dieser Quelle trennen, damit niemand es einschaltet.</translation>
    </message>
    <message>
        <source>There is no loop</source>
        <translation>Es gibt keine Schleife</translation>
    </message>
    <message>
        <source>No Pushwoosh destination is connected to this source.</source>
        <translation>Kein Pushwoosh-Ziel ist mit dieser Quelle verbunden.</translation>
    </message>
    <message>
        <source>Segment named no schema settings for this source.</source>
        <translation>Segment hat für diese Quelle keine Schema-Einstellungen genannt.</translation>
    </message>
    <message>
        <source>The source blocks events that no plan names</source>
        <translation>Die Quelle blockiert Ereignisse, die kein Plan nennt</translation>
    </message>
    <message>
        <source>Unplanned events are blocked, and no tracking plan is connected: Pushwoosh&apos;s events arrive but go nowhere.</source>
        <translation>Ungeplante Ereignisse werden blockiert, und kein Tracking-Plan ist verbunden: Die Ereignisse von Pushwoosh kommen an, gehen aber nirgendwohin.</translation>
    </message>
    <message>
        <source>Allow unplanned events in the source&apos;s schema settings, or connect a tracking plan that names them.</source>
        <translation>Ungeplante Ereignisse in den Schema-Einstellungen der Quelle erlauben, oder einen Tracking-Plan verbinden, der sie nennt.</translation>
    </message>
    <message>
        <source>Unplanned events are blocked: each event must stand in the connected tracking plan, in its exact case.</source>
        <translation>Ungeplante Ereignisse werden blockiert: Jedes Ereignis muss im verbundenen Tracking-Plan stehen, in genauer Groß- und Kleinschreibung.</translation>
    </message>
    <message>
        <source>Properties that the plan does not name are left out.</source>
        <translation>Eigenschaften, die der Plan nicht nennt, werden weggelassen.</translation>
    </message>
    <message>
        <source>Events that break a rule of the plan are blocked.</source>
        <translation>Ereignisse, die eine Regel des Plans verletzen, werden blockiert.</translation>
    </message>
    <message>
        <source>Properties that break a rule of the plan are left out.</source>
        <translation>Eigenschaften, die eine Regel des Plans verletzen, werden weggelassen.</translation>
    </message>
    <message>
        <source>The schema settings may hold events back</source>
        <translation>Die Schema-Einstellungen halten vielleicht Ereignisse zurück</translation>
    </message>
    <message>
        <source>See that the plan names the selected events with their three properties.</source>
        <translation>Bitte nachsehen, ob der Plan die ausgewählten Ereignisse mit ihren drei Eigenschaften nennt.</translation>
    </message>
    <message>
        <source>The schema settings let every event through</source>
        <translation>Die Schema-Einstellungen lassen jedes Ereignis durch</translation>
    </message>
    <message>
        <source>Unplanned events are allowed.</source>
        <translation>Ungeplante Ereignisse sind erlaubt.</translation>
    </message>
    <message>
        <source>%1 received in the last 24 hours, %2 failed on ingest, %3 held back by the schema.</source>
        <translation>In den letzten 24 Stunden %1 empfangen, %2 bei der Aufnahme gescheitert, %3 vom Schema zurückgehalten.</translation>
    </message>
    <message>
        <source>%1: %2 delivered, %3 failed.</source>
        <comment>a destination</comment>
        <translation>%1: %2 zugestellt, %3 gescheitert.</translation>
    </message>
    <message numerus="yes">
        <source>%n further destination(s) were not asked about.</source>
        <translation>
            <numerusform>Nach %n weiterem Ziel wurde nicht gefragt.</numerusform>
            <numerusform>Nach %n weiteren Zielen wurde nicht gefragt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Segment drops every event</source>
        <translation>Segment verwirft jedes Ereignis</translation>
    </message>
    <message>
        <source>Segment drops some events</source>
        <translation>Segment verwirft manche Ereignisse</translation>
    </message>
    <message>
        <source>Look at Event Delivery in Segment for the reasons.</source>
        <translation>Die Gründe stehen in Segment unter „Event Delivery“.</translation>
    </message>
    <message>
        <source>Events do not reach %1</source>
        <translation>Ereignisse erreichen %1 nicht</translation>
    </message>
    <message>
        <source>Some events do not reach %1</source>
        <translation>Manche Ereignisse erreichen %1 nicht</translation>
    </message>
    <message>
        <source>See the destination&apos;s Event Delivery in Segment for the answers, and its document for what it needs.</source>
        <translation>Die Antworten stehen in Segment unter „Event Delivery“ des Ziels, was es braucht, in seinem Dokument.</translation>
    </message>
    <message>
        <source>Segment has received nothing in the last 24 hours</source>
        <translation>Segment hat in den letzten 24 Stunden nichts empfangen</translation>
    </message>
    <message>
        <source>If messages were sent, see that the key and the events are applied in Pushwoosh, Settings › 3rd party integration › Segment.</source>
        <translation>Wurden Nachrichten gesendet, bitte nachsehen, ob Schlüssel und Ereignisse in Pushwoosh übernommen sind, Settings › 3rd party integration › Segment.</translation>
    </message>
    <message>
        <source>The schema holds events back</source>
        <translation>Das Schema hält Ereignisse zurück</translation>
    </message>
    <message>
        <source>See the source&apos;s schema settings and its tracking plan.</source>
        <translation>Bitte die Schema-Einstellungen der Quelle und ihren Tracking-Plan ansehen.</translation>
    </message>
    <message>
        <source>Events arrive at Segment</source>
        <translation>Ereignisse kommen bei Segment an</translation>
    </message>
    <message>
        <source>Get it from whoever runs the endpoint, and store it on the Setup page.</source>
        <translation>Bitte beim Betreiber des Endpunkts holen und auf der Seite „Einrichtung“ speichern.</translation>
    </message>
    <message>
        <source>Compare it with the one that you got for the endpoint.</source>
        <translation>Mit dem vergleichen, der für den Endpunkt ausgegeben wurde.</translation>
    </message>
    <message>
        <source>Make a source for each environment, and give each connection its own key.</source>
        <translation>Für jede Umgebung eine Quelle anlegen und jeder Verbindung ihren eigenen Schlüssel geben.</translation>
    </message>
    <message>
        <source>Try again in a while; if it stays, ask whoever runs the endpoint.</source>
        <translation>Nach einer Weile erneut versuchen; bleibt es dabei, den Betreiber des Endpunkts fragen.</translation>
    </message>
    <message>
        <source>The application code looks odd</source>
        <translation>Der Anwendungscode sieht ungewöhnlich aus</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <comment>a code</comment>
        <translation>Er lautet %1.</translation>
    </message>
    <message>
        <source>Compare it with the one under the application&apos;s name in Pushwoosh.</source>
        <translation>Mit dem vergleichen, der in Pushwoosh unter dem Namen der Anwendung steht.</translation>
    </message>
    <message>
        <source>No feed has brought an event in the last %1 days. Segue does not see what Pushwoosh&apos;s built-in stream sends.</source>
        <translation>Kein Zufluss hat in den letzten %1 Tagen ein Ereignis gebracht. Segue sieht nicht, was der eingebaute Strom von Pushwoosh sendet.</translation>
    </message>
    <message>
        <source>A feed: Pushwoosh&apos;s webhook, an echo, or captured events.</source>
        <translation>Ein Zufluss: der Webhook von Pushwoosh, ein Echo oder aufgefangene Ereignisse.</translation>
    </message>
    <message>
        <source>Pushwoosh fills the User ID with the HWID until your app sets one. Each device then counts as a user of its own.</source>
        <translation>Pushwoosh füllt die User-ID mit der HWID, bis die App eine setzt. Jedes Gerät zählt dann als eigener Nutzer.</translation>
    </message>
    <message>
        <source>They have neither a userId nor an anonymousId: by Segment&apos;s rules they are dropped (no_user_anon_id).</source>
        <translation>Sie haben weder userId noch anonymousId: nach Segments Regeln werden sie verworfen (no_user_anon_id).</translation>
    </message>
    <message>
        <source>Each new anonymousId that no userId is tied to counts as a user of its own; Segment calls it a tracked user.</source>
        <translation>Jede neue anonymousId, an die keine userId gebunden ist, zählt als eigener Nutzer; Segment nennt ihn einen verfolgten Nutzer.</translation>
    </message>
    <message>
        <source>No echo has come in the last %1 days.</source>
        <translation>In den letzten %1 Tagen kam kein Echo.</translation>
    </message>
    <message>
        <source>An echo: whoever takes the events sends them to Segue as well, as a Webhooks destination of Segment does.</source>
        <translation>Ein Echo: wer die Ereignisse annimmt, sendet sie auch an Segue, wie es ein Webhooks-Ziel von Segment tut.</translation>
    </message>
</context>
<context>
    <name>segue::ChecksPage</name>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Segment would take this</source>
        <translation>Segment würde dies annehmen</translation>
    </message>
    <message>
        <source>None of Segment&apos;s drop rules applies. That it is taken does not prove that it is delivered.</source>
        <translation>Keine der Verwerfungsregeln von Segment trifft zu. Dass es angenommen wird, beweist nicht, dass es zugestellt wird.</translation>
    </message>
    <message>
        <source>%1: Segment drops it</source>
        <comment>a code word</comment>
        <translation>%1: Segment verwirft es</translation>
    </message>
    <message>
        <source>%1: worth a look</source>
        <comment>a code word</comment>
        <translation>%1: einen Blick wert</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Abhilfe: %1</translation>
    </message>
    <message>
        <source>Looked at and in order</source>
        <translation>Geprüft und in Ordnung</translation>
    </message>
</context>
<context>
    <name>segue::Checkup</name>
    <message>
        <source>Open in Segment</source>
        <translation>In Segment öffnen</translation>
    </message>
    <message>
        <source>Open its document</source>
        <translation>Dokument öffnen</translation>
    </message>
    <message>
        <source>Open in Pushwoosh</source>
        <translation>In Pushwoosh öffnen</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Ask Segment</source>
        <translation>Segment fragen</translation>
    </message>
    <message>
        <source>Copy message for support</source>
        <translation>Nachricht an den Support kopieren</translation>
    </message>
    <message>
        <source>Pass</source>
        <comment>verdict of a check</comment>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Warn</source>
        <comment>verdict of a check</comment>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Fail</source>
        <comment>verdict of a check</comment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Not checked</source>
        <comment>verdict of a check</comment>
        <translation>Nicht geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) failed</source>
        <translation>
            <numerusform>%n Prüfung fehlgeschlagen</numerusform>
            <numerusform>%n Prüfungen fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing failed, %n warning(s)</source>
        <translation>
            <numerusform>Kein Fehler, %n Warnung</numerusform>
            <numerusform>Kein Fehler, %n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing wrong was found; %n check(s) could not be made</source>
        <translation>
            <numerusform>Nichts Falsches gefunden; %n Prüfung war nicht möglich</numerusform>
            <numerusform>Nichts Falsches gefunden; %n Prüfungen waren nicht möglich</numerusform>
        </translation>
    </message>
    <message>
        <source>All checks pass</source>
        <translation>Alle Prüfungen in Ordnung</translation>
    </message>
    <message numerus="yes">
        <source>%n pass</source>
        <comment>checks of a checkup</comment>
        <translation>
            <numerusform>%n in Ordnung</numerusform>
            <numerusform>%n in Ordnung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warn</source>
        <comment>checks of a checkup</comment>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fail</source>
        <comment>checks of a checkup</comment>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not checked</source>
        <comment>checks of a checkup</comment>
        <translation>
            <numerusform>%n nicht geprüft</numerusform>
            <numerusform>%n nicht geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>No answer came within %1 s.</source>
        <translation>Innerhalb von %1 s kam keine Antwort.</translation>
    </message>
    <message>
        <source>An answer in time.</source>
        <translation>Eine rechtzeitige Antwort.</translation>
    </message>
</context>
<context>
    <name>segue::CheckupChange</name>
    <message>
        <source>none</source>
        <comment>no application</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>The endpoint was changed since, from %1 to %2.</source>
        <translation>Der Endpunkt wurde seither geändert, von %1 zu %2.</translation>
    </message>
    <message>
        <source>The Pushwoosh application was changed since, from %1 to %2.</source>
        <translation>Die Pushwoosh-Anwendung wurde seither geändert, von %1 zu %2.</translation>
    </message>
    <message>
        <source>The write key was changed since.</source>
        <translation>Der Schreibschlüssel wurde seither geändert.</translation>
    </message>
</context>
<context>
    <name>segue::CheckupHistory</name>
    <message>
        <source>Earlier checkups of this connection were kept by a newer version of Segue. They were left as they are; new ones are not kept.</source>
        <translation>Frühere Prüfungen dieser Verbindung hat eine neuere Version von Segue aufbewahrt. Sie wurden so gelassen; neue werden nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The file with earlier checkups of this connection is damaged. It was left as it is; new ones are not kept until it is moved away.</source>
        <translation>Die Datei mit früheren Prüfungen dieser Verbindung ist beschädigt. Sie wurde so gelassen; neue werden nicht aufbewahrt, bis sie an einem anderen Ort liegt.</translation>
    </message>
    <message>
        <source>Earlier checkups in %1 cannot be read (%2).</source>
        <translation>Frühere Prüfungen in %1 lassen sich nicht lesen (%2).</translation>
    </message>
</context>
<context>
    <name>segue::CheckupPage</name>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern …</translation>
    </message>
    <message>
        <source>Ask Segment whether it knows the key (puts the key into a URL of Segment&apos;s CDN)</source>
        <translation>Segment fragen, ob es den Schlüssel kennt (setzt den Schlüssel in eine Adresse von Segments CDN)</translation>
    </message>
    <message>
        <source>Earlier checkups</source>
        <translation>Frühere Prüfungen</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>A checkup looks at the key, the endpoint, the source and its destinations in Segment, the Pushwoosh application, what feeds have brought, and the queue. It sends no event and changes nothing. What it cannot see it calls not checked, and says what it needs.</source>
        <translation>Die Prüfung sieht sich den Schlüssel, den Endpunkt, die Quelle und ihre Ziele in Segment, die Pushwoosh-Anwendung, die Zuflüsse und die Warteschlange an. Sie sendet kein Ereignis und ändert nichts. Was sie nicht sehen kann, heißt „nicht geprüft“, mit dem Hinweis, was dazu nötig ist.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Run checkup</source>
        <translation>Prüfung starten</translation>
    </message>
    <message>
        <source>Checking…</source>
        <comment>a connection</comment>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>%1 of %2 checks are made</source>
        <translation>%1 von %2 Prüfungen sind gemacht</translation>
    </message>
    <message>
        <source>%1 · %2, %3 s</source>
        <comment>counts, when, how long</comment>
        <translation>%1 · %2, %3 s</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>The browser could not be opened. The address is %1</source>
        <translation>Der Browser konnte nicht geöffnet werden. Die Adresse ist %1</translation>
    </message>
    <message>
        <source>The message for Pushwoosh&apos;s support is in the clipboard. Save the report as well, and attach it.</source>
        <translation>Die Nachricht an den Support von Pushwoosh ist in der Zwischenablage. Bitte auch den Bericht speichern und anhängen.</translation>
    </message>
    <message>
        <source>A checkup looks at the key, the endpoint, the selected events, what feeds have brought, and the queue. It sends no event and changes nothing. What it cannot see it calls not checked, and says what it needs.</source>
        <translation>Die Prüfung sieht sich den Schlüssel, den Endpunkt, die ausgewählten Ereignisse, die Zuflüsse und die Warteschlange an. Sie sendet kein Ereignis und ändert nichts. Was sie nicht sehen kann, heißt „nicht geprüft“, mit dem Hinweis, was dazu nötig ist.</translation>
    </message>
    <message>
        <source>No check of this connection has been made on this computer.</source>
        <translation>Auf diesem Rechner wurde diese Verbindung noch nicht geprüft.</translation>
    </message>
    <message>
        <source>Found before a change: check again</source>
        <translation>Vor einer Änderung gefunden: bitte erneut prüfen</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <comment>what was found then</comment>
        <translation>Damals: %1</translation>
    </message>
</context>
<context>
    <name>segue::CheckupPlace</name>
    <message>
        <source>Checkup</source>
        <translation>Prüfung</translation>
    </message>
</context>
<context>
    <name>segue::CheckupReport</name>
    <message>
        <source>Connection: %1 (%2)</source>
        <translation>Verbindung: %1 (%2)</translation>
    </message>
    <message>
        <source>Endpoint: %1</source>
        <translation>Endpunkt: %1</translation>
    </message>
    <message>
        <source>Pushwoosh application: %1</source>
        <translation>Pushwoosh-Anwendung: %1</translation>
    </message>
    <message>
        <source>Events: all</source>
        <translation>Ereignisse: alle</translation>
    </message>
    <message>
        <source>Events: %1</source>
        <translation>Ereignisse: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of events</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Needs: %1</source>
        <translation>Nötig: %1</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <comment>ids of people</comment>
        <translation>Zum Beispiel: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between ids</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Checkup of %1</source>
        <translation>Prüfung von %1</translation>
    </message>
    <message>
        <source>Made on %1, in %2 s.</source>
        <translation>Gemacht am %1, in %2 s.</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Check %1, %2</source>
        <translation>Prüfung %1, %2</translation>
    </message>
    <message>
        <source>Made by Segue %1. Accepted is not delivered: Segment answers 200 to events that it drops.</source>
        <translation>Erstellt von Segue %1. Angenommen ist nicht zugestellt: Segment antwortet auch auf Ereignisse mit 200, die es verwirft.</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>An: %1</translation>
    </message>
    <message>
        <source>Subject: Segment source, application %1</source>
        <translation>Betreff: Segment-Quelle, Anwendung %1</translation>
    </message>
    <message>
        <source>(code not given)</source>
        <comment>of an application</comment>
        <translation>(Code nicht angegeben)</translation>
    </message>
    <message>
        <source>We stream events of this application to Twilio Segment by your Segment integration. A checkup of the connection on %1 found this:</source>
        <translation>Wir senden Ereignisse dieser Anwendung über die Segment-Integration von Pushwoosh an Twilio Segment. Eine Prüfung der Verbindung am %1 hat Folgendes ergeben:</translation>
    </message>
    <message>
        <source>The whole report is attached. It holds no keys.</source>
        <translation>Der ganze Bericht hängt an. Er enthält keine Schlüssel.</translation>
    </message>
    <message>
        <source>Made by Segue %1. Accepted is not delivered: an endpoint may answer 200 to events that it drops.</source>
        <translation>Erstellt von Segue %1. Angenommen ist nicht zugestellt: Ein Endpunkt kann auch auf Ereignisse mit 200 antworten, die er verwirft.</translation>
    </message>
</context>
<context>
    <name>segue::ChipRow</name>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>letzter Tag</numerusform>
            <numerusform>letzte %n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n hour(s)</source>
        <translation>
            <numerusform>letzte Stunde</numerusform>
            <numerusform>letzte %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n minute(s)</source>
        <translation>
            <numerusform>letzte Minute</numerusform>
            <numerusform>letzte %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two moments</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>a moment</comment>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>a moment</comment>
        <translation>bis %1</translation>
    </message>
</context>
<context>
    <name>segue::ClearAction</name>
    <message>
        <source>Clear the field</source>
        <translation>Feld leeren</translation>
    </message>
</context>
<context>
    <name>segue::ColumnMenu</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Column from the payload…</source>
        <translation>Spalte aus dem Inhalt …</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Übliche Spalten</translation>
    </message>
    <message>
        <source>Move “%1” towards the start</source>
        <comment>a column</comment>
        <translation>„%1“ zum Anfang hin verschieben</translation>
    </message>
    <message>
        <source>Move “%1” towards the end</source>
        <comment>a column</comment>
        <translation>„%1“ zum Ende hin verschieben</translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <comment>a column</comment>
        <translation>„%1“ ausblenden</translation>
    </message>
    <message>
        <source>Column from the payload:</source>
        <translation>Spalte aus dem Inhalt:</translation>
    </message>
    <message>
        <source>Add column</source>
        <translation>Spalte hinzufügen</translation>
    </message>
    <message>
        <source>This is no path. Type the names that lead to the value, parted by dots, such as %1; a dot within a name is written \.</source>
        <translation>Das ist kein Pfad. Bitte die Namen, die zum Wert führen, durch Punkte getrennt eingeben, etwa %1; ein Punkt in einem Namen wird \. geschrieben.</translation>
    </message>
    <message>
        <source>There is a column for this path already.</source>
        <translation>Für diesen Pfad gibt es schon eine Spalte.</translation>
    </message>
</context>
<context>
    <name>segue::ComparePage</name>
    <message>
        <source>End comparison</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>Comparison of two events</source>
        <translation>Vergleich zweier Ereignisse</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>First (A)</source>
        <translation>Erstes (A)</translation>
    </message>
    <message>
        <source>Second (B)</source>
        <translation>Zweites (B)</translation>
    </message>
    <message>
        <source>The chosen difference, whole</source>
        <translation>Der gewählte Unterschied, vollständig</translation>
    </message>
    <message>
        <source>A</source>
        <comment>the first of two compared events</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <comment>the second of two compared events</comment>
        <translation>B</translation>
    </message>
    <message>
        <source>A payload that is no JSON is not shown while identities are hidden.</source>
        <translation>Ein Inhalt, der kein JSON ist, wird nicht gezeigt, solange Identitäten verborgen sind.</translation>
    </message>
    <message>
        <source>(not there)</source>
        <translation>(nicht da)</translation>
    </message>
    <message>
        <source>No JSON, and the same bytes</source>
        <translation>Kein JSON, und dieselben Bytes</translation>
    </message>
    <message>
        <source>One of them is no JSON: only the bytes as a whole can be compared</source>
        <translation>Eines davon ist kein JSON: Nur die Bytes im Ganzen können verglichen werden</translation>
    </message>
    <message>
        <source>The same: every value is written alike</source>
        <translation>Gleich: Jeder Wert ist gleich geschrieben</translation>
    </message>
    <message>
        <source>The same but for message id and times</source>
        <translation>Gleich bis auf messageId und Zeiten</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) alike</source>
        <translation>
            <numerusform>%n Wert gleich</numerusform>
            <numerusform>%n Werte gleich</numerusform>
        </translation>
    </message>
    <message>
        <source>only in B</source>
        <translation>nur in B</translation>
    </message>
    <message>
        <source>only in A</source>
        <translation>nur in A</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>(whole text)</source>
        <translation>(ganzer Text)</translation>
    </message>
</context>
<context>
    <name>segue::Composer</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Test event</source>
        <translation>Testereignis</translation>
    </message>
    <message>
        <source>The event as JSON</source>
        <translation>Das Ereignis als JSON</translation>
    </message>
    <message>
        <source>View of the event</source>
        <translation>Ansicht des Ereignisses</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Close the composer</source>
        <translation>Editor schließen</translation>
    </message>
    <message>
        <source>Close the composer (Esc)</source>
        <translation>Editor schließen (Esc)</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>connection, environment</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Send to PROD</source>
        <translation>An PROD senden</translation>
    </message>
    <message>
        <source>Not among the selected events of this connection: Pushwoosh would not export it. It can be sent as a test all the same.</source>
        <translation>Nicht unter den ausgewählten Ereignissen dieser Verbindung: Pushwoosh würde es nicht exportieren. Als Test kann es trotzdem gesendet werden.</translation>
    </message>
    <message>
        <source>The next send keeps the message id %1. Segment drops an id that it has had within 24 h: the event will not show there a second time.</source>
        <translation>Das nächste Senden behält die messageId %1. Segment verwirft eine Kennung, die es in den letzten 24 h schon hatte: Das Ereignis erscheint dort kein zweites Mal.</translation>
    </message>
</context>
<context>
    <name>segue::ComposerForm</name>
    <message>
        <source>HWID</source>
        <translation>HWID</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>User-ID</translation>
    </message>
    <message>
        <source>Keep out of destinations</source>
        <translation>Von Zielen fernhalten</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Sent as anonymousId, as Pushwoosh does for a device without a User ID</source>
        <translation>Wird als anonymousId gesendet, wie es Pushwoosh für ein Gerät ohne User-ID tut</translation>
    </message>
    <message>
        <source>Sent as userId</source>
        <translation>Wird als userId gesendet</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>(left out)</source>
        <comment>no device type is sent</comment>
        <translation>(weggelassen)</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>at a time…</source>
        <translation>zu einer Zeit …</translation>
    </message>
    <message>
        <source>Time of the event, local</source>
        <translation>Zeit des Ereignisses, Ortszeit</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>all at once</source>
        <translation>alle auf einmal</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>Sends integrations: {&quot;All&quot;: false}. Segment takes the event, and no downstream tool will show it.</source>
        <translation>Sendet integrations: {&quot;All&quot;: false}. Segment nimmt das Ereignis an, und kein nachgelagertes Werkzeug wird es zeigen.</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>User ID, sent as userId</source>
        <translation>User-ID, wird als userId gesendet</translation>
    </message>
    <message>
        <source>HWID, sent as anonymousId</source>
        <translation>HWID, wird als anonymousId gesendet</translation>
    </message>
</context>
<context>
    <name>segue::Connection</name>
    <message>
        <source>A connection needs a name.</source>
        <translation>Eine Verbindung braucht einen Namen.</translation>
    </message>
    <message>
        <source>The name is %1 characters long; %2 is the most.</source>
        <translation>Der Name hat %1 Zeichen; höchstens %2 sind möglich.</translation>
    </message>
    <message>
        <source>The name must not begin or end with a blank.</source>
        <translation>Der Name darf nicht mit einem Leerzeichen beginnen oder enden.</translation>
    </message>
    <message>
        <source>The name holds a line break or another character that cannot be shown.</source>
        <translation>Der Name enthält einen Zeilenumbruch oder ein anderes Zeichen, das nicht dargestellt werden kann.</translation>
    </message>
    <message>
        <source>There is already a connection named “%1”. Choose another name.</source>
        <translation>Es gibt schon eine Verbindung namens „%1“. Bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>PROD</source>
        <comment>environment of a connection</comment>
        <translation>PROD</translation>
    </message>
    <message>
        <source>STAGING</source>
        <comment>environment of a connection</comment>
        <translation>STAGING</translation>
    </message>
    <message>
        <source>DEV</source>
        <comment>environment of a connection</comment>
        <translation>DEV</translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <comment>environment of a connection</comment>
        <translation>SANDBOX</translation>
    </message>
    <message>
        <source>The connection could not be saved: it has no id.</source>
        <translation>Die Verbindung konnte nicht gespeichert werden: Sie hat keine Kennung.</translation>
    </message>
    <message>
        <source>There is one sandbox, and it is always there. Choose PROD, STAGING or DEV.</source>
        <translation>Es gibt eine Sandbox, und sie ist immer da. Bitte PROD, STAGING oder DEV wählen.</translation>
    </message>
    <message>
        <source>Choose where the events go: US, EU or another endpoint.</source>
        <translation>Bitte wählen, wohin die Ereignisse gehen: US, EU oder ein anderer Endpunkt.</translation>
    </message>
    <message>
        <source>No event is selected. Select at least one, or choose all events.</source>
        <translation>Kein Ereignis ist ausgewählt. Bitte mindestens eines auswählen, oder alle Ereignisse.</translation>
    </message>
    <message>
        <source>Application codes seen so far hold only the digits 0–9 and the letters A–F. Compare it with the one under the application&apos;s name in Pushwoosh.</source>
        <translation>Bisher gesehene Anwendungscodes enthalten nur die Ziffern 0–9 und die Buchstaben A–F. Bitte mit dem Code unter dem Namen der Anwendung in Pushwoosh vergleichen.</translation>
    </message>
    <message>
        <source>This looks like an old-style application code. New ones look like 1A2B3-C4D5E.</source>
        <translation>Das sieht nach einem Anwendungscode der alten Art aus. Neue sehen aus wie 1A2B3-C4D5E.</translation>
    </message>
    <message>
        <source>An application code looks like 1A2B3-C4D5E: two groups of five letters or digits. It stands under the application&apos;s name in Pushwoosh.</source>
        <translation>Ein Anwendungscode sieht aus wie 1A2B3-C4D5E: zwei Gruppen aus fünf Buchstaben oder Ziffern. Er steht in Pushwoosh unter dem Namen der Anwendung.</translation>
    </message>
    <message>
        <source>The key holds blanks, line breaks or quotation marks, which do not belong to it.</source>
        <translation>Der Schlüssel enthält Leerzeichen, Zeilenumbrüche oder Anführungszeichen, die nicht dazugehören.</translation>
    </message>
    <message>
        <source>This looks like a Public API token. The write key stands in the source&apos;s settings, under API Keys.</source>
        <translation>Das sieht nach einem Token der Public API aus. Der Schreibschlüssel steht in den Einstellungen der Quelle unter „API Keys“.</translation>
    </message>
    <message>
        <source>This looks like a Pushwoosh code. The write key stands in Segment, in the source&apos;s settings, under API Keys.</source>
        <translation>Das sieht nach einem Code von Pushwoosh aus. Der Schreibschlüssel steht in Segment, in den Einstellungen der Quelle unter „API Keys“.</translation>
    </message>
    <message>
        <source>This looks like a source id. The write key stands in the source&apos;s settings, under API Keys.</source>
        <translation>Das sieht nach der Kennung einer Quelle aus. Der Schreibschlüssel steht in den Einstellungen der Quelle unter „API Keys“.</translation>
    </message>
    <message>
        <source>Write keys seen so far hold letters and digits only; this one holds something else.</source>
        <translation>Bisher gesehene Schreibschlüssel enthalten nur Buchstaben und Ziffern; dieser enthält etwas anderes.</translation>
    </message>
    <message>
        <source>Write keys seen so far are %1 characters long; this one has %2.</source>
        <translation>Bisher gesehene Schreibschlüssel sind %1 Zeichen lang; dieser hat %2.</translation>
    </message>
    <message>
        <source>Relaying was not switched on: first confirm that Pushwoosh&apos;s built-in Segment integration is off for this application, or that it goes to another source. With both, every event arrives twice.</source>
        <translation>Die Weiterleitung wurde nicht eingeschaltet: zuerst bestätigen, dass die in Pushwoosh eingebaute Segment-Integration für diese Anwendung aus ist oder zu einer anderen Quelle geht. Mit beiden kommt jedes Ereignis zweimal an.</translation>
    </message>
</context>
<context>
    <name>segue::ConnectionForm</name>
    <message>
        <source>Use for this session only</source>
        <translation>Nur für diese Sitzung verwenden</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Events that Pushwoosh exports</source>
        <translation>Ereignisse, die Pushwoosh exportiert</translation>
    </message>
    <message>
        <source>Write key</source>
        <translation>Schreibschlüssel</translation>
    </message>
    <message>
        <source>The key stays in this program&apos;s memory and is gone when it ends</source>
        <translation>Der Schlüssel bleibt im Speicher dieses Programms und ist weg, wenn es endet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Storing the key…</source>
        <translation>Der Schlüssel wird gespeichert …</translation>
    </message>
    <message>
        <source>The connection is saved, its key is not. %1</source>
        <translation>Die Verbindung ist gespeichert, ihr Schlüssel nicht. %1</translation>
    </message>
    <message>
        <source>Applied in Pushwoosh</source>
        <translation>In Pushwoosh angewendet</translation>
    </message>
    <message>
        <source>Comparing it with the keys of the other connections…</source>
        <translation>Wird mit den Schlüsseln der anderen Verbindungen verglichen …</translation>
    </message>
    <message>
        <source>Save again to keep it all the same.</source>
        <translation>Noch einmal speichern, um ihn trotzdem zu behalten.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Workspace and destinations in Segment</source>
        <translation>Workspace und Ziele in Segment</translation>
    </message>
    <message>
        <source>What the receiver takes</source>
        <translation>Was der Empfänger annimmt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
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
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>Ereignisse exportieren</translation>
    </message>
    <message>
        <source>Write the selected events, or all that the filter means, into a file</source>
        <translation>Die ausgewählten Ereignisse, oder alle, die zum Filter passen, in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Checkup</source>
        <translation>Prüfung</translation>
    </message>
</context>
<context>
    <name>segue::ConnectionRemoval</name>
    <message>
        <source>“%1” leaves the list. What is queued for it is cancelled, its write key leaves the keychain; its events stay in the log. Nothing changes in Segment or Pushwoosh.</source>
        <translation>„%1“ verschwindet aus der Liste. Was dafür eingereiht ist, wird abgebrochen, der Schreibschlüssel wird aus dem Schlüsselbund entfernt; die Ereignisse bleiben im Protokoll. In Segment und Pushwoosh ändert sich nichts.</translation>
    </message>
    <message>
        <source>This connection is not there any more.</source>
        <translation>Diese Verbindung ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The time to undo is over; the connection has gone.</source>
        <translation>Die Zeit zum Rückgängigmachen ist vorbei; die Verbindung ist weg.</translation>
    </message>
</context>
<context>
    <name>segue::ConnectionStore</name>
    <message>
        <source>The connections file %1 cannot be opened (%2). It was left as it is, and no connection can be changed. Check the file&apos;s permissions.</source>
        <translation>Die Verbindungsdatei %1 kann nicht geöffnet werden (%2). Sie wurde gelassen, wie sie ist, und keine Verbindung kann geändert werden. Bitte die Rechte der Datei prüfen.</translation>
    </message>
    <message>
        <source>The connections file %1 was written by a newer version of Segue. It was left as it is, and no connection can be changed. Update Segue to go on.</source>
        <translation>Die Verbindungsdatei %1 wurde von einer neueren Version von Segue geschrieben. Sie wurde gelassen, wie sie ist, und keine Verbindung kann geändert werden. Bitte Segue aktualisieren.</translation>
    </message>
    <message>
        <source>The connections file %1 is damaged (%2). It was left as it is, and no connection can be changed. Mend the file or move it away; Segue then takes it up by itself.</source>
        <translation>Die Verbindungsdatei %1 ist beschädigt (%2). Sie wurde gelassen, wie sie ist, und keine Verbindung kann geändert werden. Bitte die Datei reparieren oder wegschieben; Segue bemerkt das von selbst.</translation>
    </message>
    <message>
        <source>The connection “%1” is already there. Nothing was changed.</source>
        <translation>Die Verbindung „%1“ ist schon da. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Several connections fit “%1”: %2. Write the name exactly.</source>
        <translation>Mehrere Verbindungen passen auf „%1“: %2. Bitte den Namen genau schreiben.</translation>
    </message>
    <message>
        <source>There is no connection “%1”. There are: %2.</source>
        <translation>Es gibt keine Verbindung „%1“. Es gibt: %2.</translation>
    </message>
    <message>
        <source>There is no connection “%1”. Did you mean %2?</source>
        <translation>Es gibt keine Verbindung „%1“. War %2 gemeint?</translation>
    </message>
    <message>
        <source>The connection “%1” has been removed meanwhile. Nothing was changed.</source>
        <translation>Die Verbindung „%1“ wurde inzwischen entfernt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Only the selected events and the pause of the sandbox can be changed.</source>
        <translation>An der Sandbox können nur die ausgewählten Ereignisse und die Pause geändert werden.</translation>
    </message>
    <message>
        <source>The sandbox cannot be removed.</source>
        <translation>Die Sandbox kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>The connection has already been removed. Nothing was changed.</source>
        <translation>Die Verbindung wurde schon entfernt. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>segue::Courier</name>
    <message>
        <source>No usable answer came.</source>
        <translation>Es kam keine brauchbare Antwort.</translation>
    </message>
    <message>
        <source>less than 1 s</source>
        <translation>weniger als 1 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>“%1” is paused. Its events are kept and wait; resume it to send them.</source>
        <translation>„%1“ ist angehalten. Die Ereignisse bleiben erhalten und warten; „Senden fortsetzen“ sendet sie.</translation>
    </message>
    <message>
        <source>The connection of this event is not there any more. The event is kept and waits; put the connection back, or cancel the event.</source>
        <translation>Die Verbindung dieses Ereignisses ist nicht mehr da. Das Ereignis bleibt erhalten und wartet; bitte die Verbindung wiederherstellen oder das Ereignis abbrechen.</translation>
    </message>
    <message>
        <source>The sandbox is not listening on this machine. Its events are kept and wait; start Segue again to send them.</source>
        <translation>Die Sandbox ist auf diesem Rechner nicht erreichbar. Ihre Ereignisse bleiben erhalten und warten; ein Neustart von Segue sendet sie.</translation>
    </message>
    <message>
        <source>There is no write key for “%1” on this machine. Its events are kept and wait; enter the key to send them.</source>
        <translation>Auf diesem Rechner gibt es keinen Schreibschlüssel für „%1“. Die Ereignisse bleiben erhalten und warten; bitte den Schlüssel eingeben, um sie zu senden.</translation>
    </message>
    <message>
        <source>The keychain is locked, so the write key of “%1” cannot be read. Its events are kept and wait; unlock the keychain, and delivery goes on by itself.</source>
        <translation>Der Schlüsselbund ist gesperrt, daher kann der Schreibschlüssel von „%1“ nicht gelesen werden. Die Ereignisse bleiben erhalten und warten; nach dem Entsperren geht die Zustellung von selbst weiter.</translation>
    </message>
    <message>
        <source>No keychain is running on this machine, so the write key of “%1” cannot be read. Its events are kept and wait; start a keychain, or enter the key for this session.</source>
        <translation>Auf diesem Rechner läuft kein Schlüsselbund, daher kann der Schreibschlüssel von „%1“ nicht gelesen werden. Die Ereignisse bleiben erhalten und warten; bitte einen Schlüsselbund starten oder den Schlüssel für diese Sitzung eingeben.</translation>
    </message>
    <message>
        <source>The keychain did not answer, so the write key of “%1” could not be read. Its events are kept and wait; it is asked again by itself.</source>
        <translation>Der Schlüsselbund hat nicht geantwortet, daher konnte der Schreibschlüssel von „%1“ nicht gelesen werden. Die Ereignisse bleiben erhalten und warten; er wird von selbst wieder gefragt.</translation>
    </message>
    <message>
        <source>Reading the write key of “%1” was denied. Its events are kept and wait; choose Try now and allow it.</source>
        <translation>Das Lesen des Schreibschlüssels von „%1“ wurde verweigert. Die Ereignisse bleiben erhalten und warten; bitte „Jetzt versuchen“ wählen und es erlauben.</translation>
    </message>
    <message>
        <source>The write key of “%1” could not be read from the keychain. Its events are kept and wait; enter the key anew.</source>
        <translation>Der Schreibschlüssel von „%1“ konnte nicht aus dem Schlüsselbund gelesen werden. Die Ereignisse bleiben erhalten und warten; bitte den Schlüssel neu eingeben.</translation>
    </message>
    <message>
        <source>The keychain has been asked for the write key of “%1” and has not answered yet. Its events are kept; look for a question of the keychain.</source>
        <translation>Der Schlüsselbund wurde nach dem Schreibschlüssel von „%1“ gefragt und hat noch nicht geantwortet. Die Ereignisse bleiben erhalten; vielleicht wartet eine Frage des Schlüsselbunds auf Antwort.</translation>
    </message>
    <message>
        <source>%1 The events are kept and wait; check the write key and the endpoint, then choose Try now.</source>
        <translation>%1 Die Ereignisse bleiben erhalten und warten; bitte Schreibschlüssel und Endpunkt prüfen, dann „Jetzt versuchen“ wählen.</translation>
    </message>
    <message>
        <source>%1 The events are kept and wait; check the endpoint and the network, then choose Try now.</source>
        <translation>%1 Die Ereignisse bleiben erhalten und warten; bitte Endpunkt und Netz prüfen, dann „Jetzt versuchen“ wählen.</translation>
    </message>
    <message>
        <source>%1 The event is queued and will be tried again in %2.</source>
        <translation>%1 Das Ereignis ist eingereiht und wird in %2 wieder versucht.</translation>
    </message>
    <message>
        <source>%1 The event is kept and is not sent again by itself; correct it and send it anew.</source>
        <translation>%1 Das Ereignis bleibt erhalten und wird nicht von selbst wieder gesendet; bitte berichtigen und neu senden.</translation>
    </message>
    <message>
        <source>The event has %1 bytes and Segment takes %2. It was not sent and is kept; make it smaller and send it anew.</source>
        <translation>Das Ereignis hat %1 Bytes, und Segment nimmt %2 an. Es wurde nicht gesendet und bleibt erhalten; bitte verkleinern und neu senden.</translation>
    </message>
    <message>
        <source>The disk is full, so what became of the last events cannot be written. It is remembered, and nothing more is sent until it is written; make room on the disk.</source>
        <translation>Der Datenträger ist voll, daher kann nicht festgehalten werden, was aus den letzten Ereignissen wurde. Es wird gemerkt, und bis es geschrieben ist, wird nichts mehr gesendet; bitte Platz schaffen.</translation>
    </message>
    <message>
        <source>The event log cannot be used (%1). What became of the last events is remembered, and nothing more is sent until it is written; check the disk and the data folder.</source>
        <translation>Das Ereignisprotokoll kann nicht benutzt werden (%1). Was aus den letzten Ereignissen wurde, wird gemerkt, und bis es geschrieben ist, wird nichts mehr gesendet; bitte Datenträger und Datenordner prüfen.</translation>
    </message>
    <message>
        <source>%1 The events are kept and wait; give the proxy&apos;s name and password in the settings, and delivery goes on by itself.</source>
        <translation>%1 Die Ereignisse sind aufbewahrt und warten; nach Angabe von Name und Passwort für den Proxy in den Einstellungen geht die Zustellung von selbst weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%1 It was tried for %n day(s) without success and is not tried again by itself; the event is kept, and can be queued again by hand.</source>
        <translation>
            <numerusform>%1 Es wurde %n Tag lang ohne Erfolg versucht und wird nicht von selbst wieder versucht; das Ereignis bleibt erhalten und kann von Hand wieder eingereiht werden.</numerusform>
            <numerusform>%1 Es wurde %n Tage lang ohne Erfolg versucht und wird nicht von selbst wieder versucht; das Ereignis bleibt erhalten und kann von Hand wieder eingereiht werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The event log cannot be read (%1). Nothing is sent until it can; the events are kept. Check the disk and the data folder.</source>
        <translation>Das Ereignisprotokoll kann nicht gelesen werden (%1). Bis dahin wird nichts gesendet; die Ereignisse bleiben erhalten. Bitte Datenträger und Datenordner prüfen.</translation>
    </message>
    <message>
        <source>%1 Nothing is sent meanwhile; the events are kept.</source>
        <translation>%1 Solange wird nichts gesendet; die Ereignisse bleiben erhalten.</translation>
    </message>
</context>
<context>
    <name>segue::CourierSettings</name>
    <message>
        <source>How events are delivered</source>
        <translation>Wie Ereignisse zugestellt werden</translation>
    </message>
    <message>
        <source>Rates hold for Segment&apos;s own hosts, for all connections of a region together. Other endpoints and this computer have none.</source>
        <translation>Die Raten gelten für Segments eigene Server, für alle Verbindungen einer Region zusammen. Andere Endpunkte und dieser Rechner haben keine.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>je Sekunde</translation>
    </message>
    <message>
        <source>50 by default, as Segment asks.</source>
        <translation>Vorgabe 50, wie Segment es wünscht.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>1,000 by default: above it Segment delays or refuses what a workspace sends.</source>
        <translation>Vorgabe 1.000: Darüber verzögert Segment, was ein Workspace sendet, oder weist es ab.</translation>
    </message>
    <message>
        <source>Tried for</source>
        <translation>Versuche über</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>7 days by default; then an event is given up, and can be tried again by hand. What is tried later than a day after an attempt of unknown outcome may arrive twice.</source>
        <translation>Vorgabe 7 Tage; danach wird ein Ereignis aufgegeben und kann von Hand noch einmal versucht werden. Was später als einen Tag nach einem Versuch mit unbekanntem Ausgang versucht wird, kommt vielleicht doppelt an.</translation>
    </message>
    <message>
        <source>Longest wait between two tries</source>
        <translation>Längste Pause zwischen zwei Versuchen</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>300 seconds by default: soon enough after an outage.</source>
        <translation>Vorgabe 300 Sekunden: nach einem Ausfall früh genug.</translation>
    </message>
</context>
<context>
    <name>segue::CurlText</name>
    <message>
        <source>This payload cannot stand on a command line: it is not plain UTF-8 text.</source>
        <translation>Dieser Inhalt kann nicht in einer Befehlszeile stehen: Er ist kein reiner UTF-8-Text.</translation>
    </message>
</context>
<context>
    <name>segue::DaySeparators</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Gestern, %1</translation>
    </message>
</context>
<context>
    <name>segue::DeliveryPlace</name>
    <message>
        <source>Resume sending</source>
        <translation>Senden fortsetzen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>segue::DestinationsList</name>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>A source without an enabled destination is switched off after 14 days, even while events arrive. Whether a warehouse alone keeps it on is not documented.</source>
        <translation>Eine Quelle ohne eingeschaltetes Ziel wird nach 14 Tagen abgeschaltet, auch wenn Ereignisse ankommen. Ob ein Warehouse allein sie eingeschaltet hält, ist nicht dokumentiert.</translation>
    </message>
    <message>
        <source>Open the source in Segment</source>
        <translation>Die Quelle in Segment öffnen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Name of a destination</source>
        <translation>Name eines Ziels</translation>
    </message>
    <message>
        <source>Another tool that gets the events</source>
        <translation>Ein weiteres Werkzeug, das die Ereignisse bekommt</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add the destination</source>
        <translation>Das Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Pushwoosh is a destination of its own source: each event may flow back into Pushwoosh, a loop. Switch that destination off for this source.</source>
        <translation>Pushwoosh ist ein Ziel seiner eigenen Quelle: Jedes Ereignis könnte nach Pushwoosh zurückfließen, im Kreis. Dieses Ziel sollte für diese Quelle ausgeschaltet werden.</translation>
    </message>
    <message>
        <source>Nothing that is on is connected: Segment will switch this source off.</source>
        <translation>Nichts Eingeschaltetes ist verbunden: Segment wird diese Quelle abschalten.</translation>
    </message>
    <message>
        <source>Asking Segment…</source>
        <translation>Segment wird gefragt …</translation>
    </message>
    <message>
        <source>Asked at %1.</source>
        <comment>a time</comment>
        <translation>Gefragt um %1.</translation>
    </message>
    <message>
        <source>Events seen there, with all three properties</source>
        <translation>Ereignisse dort gesehen, mit allen drei Eigenschaften</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>named by hand</source>
        <translation>von Hand genannt</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>%1: events seen there, with all three properties</source>
        <comment>a destination</comment>
        <translation>%1: Ereignisse dort gesehen, mit allen drei Eigenschaften</translation>
    </message>
    <message>
        <source>message_type, campaign_code, device_type</source>
        <translation>message_type, campaign_code, device_type</translation>
    </message>
    <message>
        <source>Ticked on %1</source>
        <translation>Abgehakt am %1</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <comment>a destination</comment>
        <translation>%1 wegnehmen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>destination, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>24 h: %Ln delivered</source>
        <comment>events</comment>
        <translation>
            <numerusform>24 h: %Ln zugestellt</numerusform>
            <numerusform>24 h: %Ln zugestellt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln failed</source>
        <comment>what was delivered; events</comment>
        <translation>
            <numerusform>%1, %Ln gescheitert</numerusform>
            <numerusform>%1, %Ln gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>With the token above, what is connected to the source is listed here.</source>
        <translation>Mit dem Token oben steht hier, was mit der Quelle verbunden ist.</translation>
    </message>
</context>
<context>
    <name>segue::DiscardText</name>
    <message>
        <source>The source is switched off.</source>
        <translation>Die Quelle ist abgeschaltet.</translation>
    </message>
    <message>
        <source>Switch it on in Segment, and connect a destination: a source without an enabled one is switched off after 14 days.</source>
        <translation>Sie in Segment einschalten und ein Ziel verbinden: Eine Quelle ohne eingeschaltetes Ziel wird nach 14 Tagen abgeschaltet.</translation>
    </message>
    <message>
        <source>Segment knows no source of this write key.</source>
        <translation>Segment kennt keine Quelle mit diesem Schreibschlüssel.</translation>
    </message>
    <message>
        <source>Copy the write key of the source again; it may have been replaced.</source>
        <translation>Den Schreibschlüssel der Quelle neu kopieren; er könnte ersetzt worden sein.</translation>
    </message>
    <message>
        <source>The workspace is locked.</source>
        <translation>Der Workspace ist gesperrt.</translation>
    </message>
    <message>
        <source>Ask the owner of the workspace, or Segment&apos;s support.</source>
        <translation>Den Eigentümer des Workspace oder Segments Support fragen.</translation>
    </message>
    <message>
        <source>The source&apos;s schema settings or its tracking plan block the event.</source>
        <translation>Die Schema-Einstellungen der Quelle oder ihr Tracking-Plan blockieren das Ereignis.</translation>
    </message>
    <message>
        <source>Allow the event in the source&apos;s Schema tab, or add it to the tracking plan.</source>
        <translation>Das Ereignis im Reiter Schema der Quelle erlauben oder in den Tracking-Plan aufnehmen.</translation>
    </message>
    <message>
        <source>The workspace&apos;s consent settings hold the event back.</source>
        <translation>Die Einwilligungs-Einstellungen des Workspace halten das Ereignis zurück.</translation>
    </message>
    <message>
        <source>Look into the consent settings of the source.</source>
        <translation>Die Einwilligungs-Einstellungen der Quelle ansehen.</translation>
    </message>
    <message>
        <source>Segment could not read the request, or a part of it.</source>
        <translation>Segment konnte die Anfrage oder einen Teil davon nicht lesen.</translation>
    </message>
    <message>
        <source>Look at the payload and its checks in the log.</source>
        <translation>Den Inhalt und seine Prüfungen im Protokoll ansehen.</translation>
    </message>
    <message>
        <source>Segment gives a reason that Segue does not know.</source>
        <translation>Segment nennt einen Grund, den Segue nicht kennt.</translation>
    </message>
    <message>
        <source>Look it up in the source&apos;s Event Delivery in Segment.</source>
        <translation>In Segment unter Event Delivery der Quelle nachsehen.</translation>
    </message>
</context>
<context>
    <name>segue::DonePage</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>The connection is saved. This is what was set up, and what is left to do.</source>
        <translation>Die Verbindung ist gespeichert. Das wurde eingerichtet, und das bleibt zu tun.</translation>
    </message>
    <message>
        <source>Copy the summary</source>
        <translation>Zusammenfassung kopieren</translation>
    </message>
    <message>
        <source>As plain text, without the key</source>
        <translation>Als reiner Text, ohne den Schlüssel</translation>
    </message>
    <message>
        <source>What is left to do</source>
        <translation>Was zu tun bleibt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Warehouse schema, probably</source>
        <translation>Warehouse-Schema, vermutlich</translation>
    </message>
    <message>
        <source>Pushwoosh application</source>
        <translation>Pushwoosh-Anwendung</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Write key</source>
        <translation>Schreibschlüssel</translation>
    </message>
    <message>
        <source>in memory, for this session only</source>
        <translation>im Speicher, nur für diese Sitzung</translation>
    </message>
    <message>
        <source>in the keychain</source>
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>none on this machine</source>
        <translation>keiner auf diesem Rechner</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is told, its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
</context>
<context>
    <name>segue::EchoCard</name>
    <message>
        <source>Address for Segment&apos;s Webhooks destination</source>
        <translation>Adresse für Segments Webhooks-Ziel</translation>
    </message>
    <message>
        <source>Segment&apos;s echo</source>
        <translation>Echo von Segment</translation>
    </message>
    <message>
        <source>Segment sends each event of the source back: what Segue sent becomes Confirmed, and what Pushwoosh&apos;s built-in integration sent is seen as Observed.</source>
        <translation>Segment sendet jedes Ereignis der Quelle zurück: Was Segue gesendet hat, wird „Bestätigt“; was die in Pushwoosh eingebaute Integration gesendet hat, erscheint als „Beobachtet“.</translation>
    </message>
    <message>
        <source>Shared secret, with which Segment signs</source>
        <translation>Gemeinsames Geheimnis, mit dem Segment signiert</translation>
    </message>
    <message>
        <source>The shared secret of the destination</source>
        <translation>Das gemeinsame Geheimnis des Ziels</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Make one and copy it</source>
        <translation>Eines erzeugen und kopieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the shared secret</source>
        <translation>Gemeinsames Geheimnis entfernen</translation>
    </message>
    <message>
        <source>In Segment, by hand:
1. Connections › Catalog › Webhooks (Actions) › Add destination, and choose the source.
2. In its settings, enter the shared secret from above.
3. Mappings › New mapping › Send: trigger “Event Type is Track”, URL: the address from above, method POST, data $.
4. Enable the mapping and the destination.</source>
        <translation>Von Hand in Segment:
1. Connections › Catalog › Webhooks (Actions) › „Add destination“, und die Quelle wählen.
2. In den Einstellungen des Ziels das gemeinsame Geheimnis von oben eintragen.
3. Mappings › New mapping › Send: Auslöser „Event Type is Track“, URL: die Adresse von oben, Methode POST, Daten $.
4. Mapping und Ziel einschalten.</translation>
    </message>
    <message>
        <source>Make it with the workspace&apos;s token…</source>
        <translation>Mit dem Token des Workspace anlegen …</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was made.</source>
        <translation>Abgebrochen. Nichts wurde angelegt.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>A secret is kept in the keychain: an echo that is not signed with it is refused.</source>
        <translation>Ein Geheimnis liegt im Schlüsselbund: Ein Echo, das nicht damit signiert ist, wird abgelehnt.</translation>
    </message>
    <message>
        <source>Without a secret, echoes count as unsigned: whoever has the address could confirm events.</source>
        <translation>Ohne Geheimnis gelten Echos als unsigniert: Wer die Adresse hat, könnte Ereignisse bestätigen.</translation>
    </message>
    <message>
        <source>First give the receiver a public address, in the settings</source>
        <translation>Zuerst dem Empfänger in den Einstellungen eine öffentliche Adresse geben</translation>
    </message>
    <message>
        <source>Kept. From now on an echo must be signed with it.</source>
        <translation>Behalten. Von jetzt an muss ein Echo damit signiert sein.</translation>
    </message>
    <message>
        <source>A secret was made, kept and copied: enter it in the destination&apos;s settings. It leaves the clipboard after 30 seconds.</source>
        <translation>Ein Geheimnis wurde erzeugt, behalten und kopiert: bitte in den Einstellungen des Ziels eintragen. Es verlässt die Zwischenablage nach 30 Sekunden.</translation>
    </message>
    <message>
        <source>The secret was removed. Echoes count as unsigned.</source>
        <translation>Das Geheimnis wurde entfernt. Echos gelten als unsigniert.</translation>
    </message>
    <message>
        <source>Looking for the source in Segment…</source>
        <translation>Die Quelle wird in Segment gesucht …</translation>
    </message>
    <message>
        <source>Create it in Segment?</source>
        <translation>In Segment anlegen?</translation>
    </message>
    <message>
        <source>It can be switched off and deleted in Segment.</source>
        <translation>Es kann in Segment ausgeschaltet und gelöscht werden.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Making the destination in Segment…</source>
        <translation>Das Ziel wird in Segment angelegt …</translation>
    </message>
    <message numerus="yes">
        <source>%n echo(es) were refused: their signature does not fit the secret. Last at %1.</source>
        <translation>
            <numerusform>%n Echo wurde abgelehnt: Seine Signatur passt nicht zum Geheimnis. Zuletzt: %1.</numerusform>
            <numerusform>%n Echos wurden abgelehnt: Ihre Signatur passt nicht zum Geheimnis. Zuletzt: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::EchoDestinationMaker</name>
    <message>
        <source>Create the Webhooks destination “%1” in Segment, for the source “%2” (%3)? From then on Segment sends every track call of this source to this computer as well.</source>
        <comment>destination, source, how it was found</comment>
        <translation>Das Webhooks-Ziel „%1“ in Segment für die Quelle „%2“ (%3) anlegen? Von da an sendet Segment jeden Track-Aufruf dieser Quelle auch an diesen Computer.</translation>
    </message>
    <message>
        <source>%1 No destination was made.</source>
        <translation>%1 Kein Ziel wurde angelegt.</translation>
    </message>
    <message>
        <source>The destination “%1” was made, but Segment names no action for it; it sends nothing yet. Add a mapping in Segment by hand.</source>
        <translation>Das Ziel „%1“ wurde angelegt, aber Segment nennt keine Aktion dafür; es sendet noch nichts. Bitte in Segment von Hand ein Mapping hinzufügen.</translation>
    </message>
    <message>
        <source>%1 The destination “%2” was made and sends nothing yet. Add a mapping in Segment by hand, or delete it there.</source>
        <translation>%1 Das Ziel „%2“ wurde angelegt und sendet noch nichts. Bitte in Segment von Hand ein Mapping hinzufügen oder es dort löschen.</translation>
    </message>
    <message>
        <source>The destination “%1” was made. Send a test event: it becomes Confirmed when Segment brings it back.</source>
        <translation>Das Ziel „%1“ wurde angelegt. Bitte ein Testereignis senden: Es wird „Bestätigt“, wenn Segment es zurückbringt.</translation>
    </message>
</context>
<context>
    <name>segue::EmptyLog</name>
    <message>
        <source>Send a sample</source>
        <translation>Ein Beispiel senden</translation>
    </message>
    <message>
        <source>Set up a source</source>
        <translation>Eine Quelle einrichten</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>Noch keine Ereignisse</translation>
    </message>
    <message>
        <source>The sandbox is Segue&apos;s own Segment-compatible endpoint. It needs no account, no key and no network: send a sample and see it arrive.</source>
        <translation>Die Sandbox ist der eigene Segment-kompatible Endpunkt von Segue. Sie braucht kein Konto, keinen Schlüssel und kein Netz: einfach ein Beispiel senden und es ankommen sehen.</translation>
    </message>
    <message>
        <source>Send a test event, and see here what becomes of it.</source>
        <translation>Ein Testereignis senden und hier sehen, was daraus wird.</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>No event fits all of this: %1</source>
        <comment>what the filter asks for</comment>
        <translation>Kein Ereignis passt zu all dem: %1</translation>
    </message>
</context>
<context>
    <name>segue::Endpoint</name>
    <message>
        <source>This is not an address that can be read. An endpoint looks like events.example.com or https://events.example.com/v1.</source>
        <translation>Das ist keine lesbare Adresse. Ein Endpunkt sieht aus wie events.example.com oder https://events.example.com/v1.</translation>
    </message>
    <message>
        <source>What follows the colon is not a port. A port is a number from 1 to %1.</source>
        <translation>Was auf den Doppelpunkt folgt, ist kein Port. Ein Port ist eine Zahl von 1 bis %1.</translation>
    </message>
    <message>
        <source>The endpoint is empty. Enter its host, such as events.example.com.</source>
        <translation>Der Endpunkt ist leer. Bitte seinen Host eingeben, etwa events.example.com.</translation>
    </message>
    <message>
        <source>The endpoint has a blank or an invisible character inside. Take it out, or type the address.</source>
        <translation>Der Endpunkt enthält ein Leerzeichen oder ein unsichtbares Zeichen. Bitte entfernen oder die Adresse eintippen.</translation>
    </message>
    <message>
        <source>Only https:// addresses can be used, and http:// on this computer.</source>
        <translation>Nur Adressen mit https:// sind möglich, und http:// auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The endpoint has a user name or a password in it. Leave them out: events are sent with the write key, which is kept in the keychain.</source>
        <translation>Der Endpunkt enthält einen Benutzernamen oder ein Passwort. Bitte weglassen: Ereignisse werden mit dem Schreibschlüssel gesendet, der im Schlüsselbund liegt.</translation>
    </message>
    <message>
        <source>The endpoint has a query (?…) in it. Leave it out.</source>
        <translation>Der Endpunkt enthält eine Abfrage (?…). Bitte weglassen.</translation>
    </message>
    <message>
        <source>The endpoint has a fragment (#…) in it. Leave it out.</source>
        <translation>Der Endpunkt enthält ein Fragment (#…). Bitte weglassen.</translation>
    </message>
    <message>
        <source>The endpoint has no host. Enter one, such as events.example.com.</source>
        <translation>Der Endpunkt hat keinen Host. Bitte einen eingeben, etwa events.example.com.</translation>
    </message>
    <message>
        <source>%1 is the host of Segment&apos;s Public API; it takes no events. Events go to %2 (US) or %3 (EU).</source>
        <translation>%1 ist der Host der Public API von Segment; er nimmt keine Ereignisse an. Ereignisse gehen an %2 (US) oder %3 (EU).</translation>
    </message>
    <message>
        <source>Plain http would show the write key to everybody on the way. Use https://; http:// is for this computer alone (localhost, 127.0.0.1, ::1).</source>
        <translation>Bloßes http würde den Schreibschlüssel jedem auf dem Weg zeigen. Bitte https:// verwenden; http:// ist nur für diesen Rechner (localhost, 127.0.0.1, ::1).</translation>
    </message>
    <message>
        <source>What follows /v1 is no route of the tracking API. Give the address up to /v1.</source>
        <translation>Was auf /v1 folgt, ist kein Weg der Tracking-API. Bitte die Adresse bis /v1 angeben.</translation>
    </message>
    <message>
        <source>%1 is Segment&apos;s own host. It is used without a port and without a path before /v1: choose the region instead.</source>
        <translation>%1 ist ein Host von Segment selbst. Er wird ohne Port und ohne Pfad vor /v1 benutzt: Bitte stattdessen die Region wählen.</translation>
    </message>
</context>
<context>
    <name>segue::EndpointLook</name>
    <message>
        <source>The sandbox does not listen in this process.</source>
        <translation>Die Sandbox lauscht in diesem Prozess nicht.</translation>
    </message>
    <message>
        <source>An open window of Segue.</source>
        <translation>Ein offenes Fenster von Segue.</translation>
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
    <name>segue::ErasePerson</name>
    <message>
        <source>Erase a person</source>
        <translation>Eine Person löschen</translation>
    </message>
    <message>
        <source>User ID or HWID</source>
        <translation>User-ID oder HWID</translation>
    </message>
    <message>
        <source>What will be erased</source>
        <translation>Was gelöscht wird</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Find events</source>
        <translation>Ereignisse suchen</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>User ID or &amp;HWID:</source>
        <translation>User-ID oder &amp;HWID:</translation>
    </message>
    <message>
        <source>All events of this person are erased from this computer&apos;s log, in whatever state, with what was kept of their attempts. The value is looked for as userId and as HWID. What Segment was sent is not touched.</source>
        <translation>Alle Ereignisse dieser Person werden aus dem Log dieses Computers gelöscht, gleich in welchem Zustand, samt allem, was von ihren Versuchen aufbewahrt wurde. Der Wert wird als userId und als HWID gesucht. Was an Segment gesendet wurde, bleibt unberührt.</translation>
    </message>
    <message>
        <source>Looking through the log …</source>
        <translation>Das Log wird durchgesehen …</translation>
    </message>
    <message>
        <source>No event of this person is in the log. Erasing still clears what other events&apos; attempts say about them, and traces of what was removed before.</source>
        <translation>Im Log ist kein Ereignis dieser Person. Das Löschen entfernt trotzdem, was Versuche anderer Ereignisse über sie sagen, und Spuren von früher Entferntem.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them have not been delivered yet and never will be.</source>
        <translation>
            <numerusform>%n davon ist noch nicht zugestellt und wird es nie.</numerusform>
            <numerusform>%n davon sind noch nicht zugestellt und werden es nie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Erasing … For a large log this takes some seconds; events that arrive meanwhile are kept.</source>
        <translation>Löschen läuft … Bei einem großen Log dauert das einige Sekunden; Ereignisse, die unterdessen ankommen, bleiben erhalten.</translation>
    </message>
    <message>
        <source>No event of this person was in the log.</source>
        <translation>Kein Ereignis dieser Person war im Protokoll.</translation>
    </message>
    <message>
        <source>No trace of them is left in the files of the log.</source>
        <translation>In den Dateien des Protokolls ist keine Spur davon geblieben.</translation>
    </message>
    <message>
        <source>Traces of them may be left in the file: another program was reading it, or the disk has no room to write it anew. Try again.</source>
        <translation>Spuren davon können in der Datei geblieben sein: Ein anderes Programm las sie gerade, oder auf dem Datenträger fehlt der Platz, sie neu zu schreiben. Bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Damaged logs that were set aside may hold events of this person. They were not touched; delete them if they are not needed: %1</source>
        <translation>Beschädigte Protokolle, die beiseitegelegt wurden, können Ereignisse dieser Person enthalten. Sie wurden nicht angerührt; bitte löschen, falls sie nicht gebraucht werden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) will be erased for good: %1.</source>
        <translation>
            <numerusform>%n Ereignis wird endgültig gelöscht: %1.</numerusform>
            <numerusform>%n Ereignisse werden endgültig gelöscht: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were erased.</source>
        <translation>
            <numerusform>%n Ereignis wurde gelöscht.</numerusform>
            <numerusform>%n Ereignisse wurden gelöscht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::EventCatalog</name>
    <message>
        <source>Email was sent successfully</source>
        <translation>E-Mail wurde erfolgreich gesendet</translation>
    </message>
    <message>
        <source>Email successfully delivered</source>
        <translation>E-Mail erfolgreich zugestellt</translation>
    </message>
    <message>
        <source>The mail server took it</source>
        <translation>Der Mailserver hat sie angenommen</translation>
    </message>
    <message>
        <source>Email returned to sender due to permanent error</source>
        <translation>E-Mail wegen eines dauerhaften Fehlers zurückgesendet</translation>
    </message>
    <message>
        <source>Returned for good; the address is not mailed again</source>
        <translation>Endgültig zurückgekommen; die Adresse wird nicht mehr angeschrieben</translation>
    </message>
    <message>
        <source>Push notification successfully sent</source>
        <translation>Push-Nachricht erfolgreich gesendet</translation>
    </message>
    <message>
        <source>The gateway took it, also for users with notifications off</source>
        <translation>Das Gateway hat sie angenommen, auch für Benutzer mit abgeschalteten Mitteilungen</translation>
    </message>
    <message>
        <source>Push notification successfully delivered</source>
        <translation>Push-Nachricht erfolgreich zugestellt</translation>
    </message>
    <message>
        <source>The device confirmed it; on iOS only with the extension</source>
        <translation>Das Gerät hat sie bestätigt; unter iOS nur mit der Erweiterung</translation>
    </message>
    <message>
        <source>SMS sent to recipient</source>
        <translation>SMS an den Empfänger gesendet</translation>
    </message>
    <message>
        <source>Sent to the recipient</source>
        <translation>An den Empfänger gesendet</translation>
    </message>
    <message>
        <source>SMS successfully delivered</source>
        <translation>SMS erfolgreich zugestellt</translation>
    </message>
    <message>
        <source>Needs the provider&apos;s receipts</source>
        <translation>Braucht die Quittungen des Anbieters</translation>
    </message>
    <message>
        <source>Email</source>
        <extracomment>a channel of messages</extracomment>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>SMS</source>
        <extracomment>a channel of messages</extracomment>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Push</source>
        <extracomment>a channel of messages: push notifications</extracomment>
        <translation>Push</translation>
    </message>
</context>
<context>
    <name>segue::EventExport</name>
    <message>
        <source>The export was stopped; nothing was written.</source>
        <translation>Der Export wurde abgebrochen; nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>segue::EventLog</name>
    <message>
        <source>The log of events could not be opened. Check that the data folder exists and belongs to you.</source>
        <translation>Das Ereignisprotokoll konnte nicht geöffnet werden. Bitte prüfen, ob der Datenordner da ist und Ihnen gehört.</translation>
    </message>
    <message>
        <source>The log of events cannot be written, because its folder or file is read-only. Nothing was changed. Make the data folder writable and try again.</source>
        <translation>Das Ereignisprotokoll kann nicht geschrieben werden, weil Ordner oder Datei schreibgeschützt sind. Nichts wurde geändert. Bitte den Datenordner beschreibbar machen und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The disk is full, so this could not be written to the log of events. What was in it before is still there. Free some space and try again.</source>
        <translation>Der Datenträger ist voll, daher konnte dies nicht ins Ereignisprotokoll geschrieben werden. Was vorher darin stand, ist noch da. Bitte Platz schaffen und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>A part of the log of events is damaged and cannot be read. Start Segue again: it then sets the file aside, and carries over the events not yet delivered that it can read.</source>
        <translation>Ein Teil des Ereignisprotokolls ist beschädigt und nicht lesbar. Bitte Segue neu starten: Es legt die Datei dann beiseite und übernimmt die noch nicht zugestellten Ereignisse, die es lesen kann.</translation>
    </message>
    <message>
        <source>The log of events was written by a newer version of Segue. It was left as it is. Use that version, or choose another data folder.</source>
        <translation>Das Ereignisprotokoll wurde von einer neueren Version von Segue geschrieben. Es wurde gelassen, wie es ist. Bitte jene Version verwenden oder einen anderen Datenordner wählen.</translation>
    </message>
    <message>
        <source>The log of events was written by an older version of Segue, which may still be running. It was left as it is. End that version, its service too, and start Segue again.</source>
        <translation>Das Ereignisprotokoll wurde von einer älteren Version von Segue geschrieben, die vielleicht noch läuft. Es blieb, wie es war. Bitte diese Version samt ihrem Dienst beenden und Segue neu starten.</translation>
    </message>
    <message>
        <source>The log of events has been closed.</source>
        <translation>Das Ereignisprotokoll ist geschlossen.</translation>
    </message>
    <message>
        <source>The log of events could not be used just now. What was in it before is still there. Try again.</source>
        <translation>Das Ereignisprotokoll konnte gerade nicht benutzt werden. Was vorher darin stand, ist noch da. Bitte noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>segue::EventLogModel</name>
    <message>
        <source>Queued, not sent yet</source>
        <translation>Eingereiht, noch nicht gesendet</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Not delivered yet, will be tried again</source>
        <translation>Noch nicht zugestellt, wird wieder versucht</translation>
    </message>
    <message>
        <source>Waiting until its connection can send again</source>
        <translation>Wartet, bis die Verbindung wieder senden kann</translation>
    </message>
    <message>
        <source>Refused by Segment</source>
        <translation>Von Segment abgelehnt</translation>
    </message>
    <message>
        <source>Blocked by Segue&apos;s own check, not sent</source>
        <translation>Von der Prüfung in Segue zurückgehalten, nicht gesendet</translation>
    </message>
    <message>
        <source>Given up after many attempts</source>
        <translation>Nach vielen Versuchen aufgegeben</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Skipped, not among the selected events</source>
        <translation>Ausgelassen, nicht unter den ausgewählten Ereignissen</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Accepted by Segment, not confirmed</source>
        <translation>Von Segment angenommen, nicht bestätigt</translation>
    </message>
    <message>
        <source>Confirmed, seen at the other side</source>
        <translation>Bestätigt, auf der anderen Seite gesehen</translation>
    </message>
    <message>
        <source>Observed, not sent by Segue</source>
        <translation>Beobachtet, nicht von Segue gesendet</translation>
    </message>
    <message>
        <source>Received and kept</source>
        <translation>Empfangen und bewahrt</translation>
    </message>
    <message>
        <source>Received %1</source>
        <translation>Empfangen %1</translation>
    </message>
    <message>
        <source>No event name</source>
        <translation>Kein Ereignisname</translation>
    </message>
    <message>
        <source>Event %1</source>
        <translation>Ereignis %1</translation>
    </message>
    <message>
        <source>Nobody is named</source>
        <translation>Niemand ist genannt</translation>
    </message>
    <message>
        <source>User ID %1</source>
        <translation>User-ID %1</translation>
    </message>
    <message>
        <source>Anonymous ID %1</source>
        <translation>Anonymous-ID %1</translation>
    </message>
    <message>
        <source>No attempt yet</source>
        <translation>Noch kein Versuch</translation>
    </message>
    <message>
        <source>The last attempt took %1 ms</source>
        <translation>Der letzte Versuch dauerte %1 ms</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>ms</source>
        <comment>milliseconds, as the header of a narrow column</comment>
        <translation>ms</translation>
    </message>
    <message>
        <source>A test event of Segue</source>
        <translation>Ein Testereignis von Segue</translation>
    </message>
    <message>
        <source>Came through Pushwoosh&apos;s webhook</source>
        <translation>Kam über den Webhook von Pushwoosh</translation>
    </message>
    <message>
        <source>Captured by the receiver</source>
        <translation>Vom Empfänger aufgefangen</translation>
    </message>
    <message>
        <source>Came back from Segment</source>
        <translation>Kam von Segment zurück</translation>
    </message>
    <message>
        <source>Imported from a file</source>
        <translation>Aus einer Datei importiert</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Message type</source>
        <translation>Nachrichtentyp</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Message ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Status</source>
        <comment>the HTTP status of an answer, as a column&apos;s header</comment>
        <translation>Status</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a column&apos;s name and the value in it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>no value in a cell</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Time (%1)</source>
        <comment>with the time zone</comment>
        <translation>Zeit (%1)</translation>
    </message>
    <message>
        <source>How long the last attempt took, in milliseconds</source>
        <translation>Wie lange der letzte Versuch dauerte, in Millisekunden</translation>
    </message>
    <message numerus="yes">
        <source>Event %1, came %n time(s)</source>
        <translation>
            <numerusform>Ereignis %1, kam %n-mal</numerusform>
            <numerusform>Ereignis %1, kam %n-mal</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::EventPicker</name>
    <message>
        <source>All events (field left blank)</source>
        <translation>Alle Ereignisse (Feld bleibt leer)</translation>
    </message>
    <message>
        <source>These events</source>
        <translation>Diese Ereignisse</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>(left blank: all events)</source>
        <translation>(leer: alle Ereignisse)</translation>
    </message>
    <message>
        <source>Copy the text for the Events field</source>
        <translation>Den Text für das Feld „Events“ kopieren</translation>
    </message>
    <message>
        <source>Paste a list of events</source>
        <translation>Eine Liste von Ereignissen einfügen</translation>
    </message>
    <message>
        <source>Paste a list from Pushwoosh&apos;s field to take it over…</source>
        <translation>Eine Liste aus dem Feld von Pushwoosh einfügen, um sie zu übernehmen …</translation>
    </message>
    <message>
        <source>Text for the Events field in Pushwoosh</source>
        <translation>Text für das Feld „Events“ in Pushwoosh</translation>
    </message>
    <message>
        <source>Separated by commas, without blanks: how Pushwoosh treats blanks is not documented.</source>
        <translation>Durch Kommas getrennt, ohne Leerzeichen: Wie Pushwoosh Leerzeichen behandelt, ist nicht dokumentiert.</translation>
    </message>
    <message>
        <source>No known event stands in it; nothing was taken over.</source>
        <translation>Darin steht kein bekanntes Ereignis; nichts wurde übernommen.</translation>
    </message>
    <message>
        <source>Added by hand; not one of the seven of the source page</source>
        <translation>Von Hand hinzugefügt; keines der sieben der Quellenseite</translation>
    </message>
    <message>
        <source>Choose at least one event: an empty list is not the same as all events.</source>
        <translation>Bitte mindestens ein Ereignis wählen: Eine leere Liste ist nicht dasselbe wie alle Ereignisse.</translation>
    </message>
    <message>
        <source>Paste a list…</source>
        <translation>Liste einfügen …</translation>
    </message>
    <message>
        <source>Events that Pushwoosh exports</source>
        <translation>Ereignisse, die Pushwoosh exportiert</translation>
    </message>
    <message>
        <source>Take over what stands in Pushwoosh&apos;s Events field</source>
        <translation>Übernimmt, was im Feld „Events“ von Pushwoosh steht</translation>
    </message>
    <message>
        <source>Its table in the warehouse</source>
        <translation>Seine Tabelle im Warehouse</translation>
    </message>
    <message>
        <source>Push Delivered below Push Sent is normal: it counts what devices confirmed, and is an estimate.</source>
        <translation>Weniger Push Delivered als Push Sent ist normal: Es zählt, was Geräte bestätigt haben, und ist eine Schätzung.</translation>
    </message>
</context>
<context>
    <name>segue::EventPreview</name>
    <message>
        <source>user_id becomes “userId”. It is the HWID: Pushwoosh gives it to people who never logged in.</source>
        <translation>user_id wird zu „userId“. Es ist die HWID: Pushwoosh gibt sie Personen, die sich nie angemeldet haben.</translation>
    </message>
    <message>
        <source>user_id becomes “userId”; the HWID does not leave.</source>
        <translation>user_id wird zu „userId“; die HWID geht nicht hinaus.</translation>
    </message>
    <message>
        <source>There is no user_id, so hwid becomes “anonymousId”.</source>
        <translation>Es gibt keine user_id, darum wird hwid zu „anonymousId“.</translation>
    </message>
    <message>
        <source>The event names no campaign, so “campaign_code” is left out.</source>
        <translation>Das Ereignis nennt keine Kampagne, darum fehlt „campaign_code“.</translation>
    </message>
    <message>
        <source>The event gives a campaign&apos;s number and no code: it goes into the context, and “campaign_code” is left out.</source>
        <translation>Das Ereignis nennt die Nummer einer Kampagne und keinen Code: Sie kommt in den Kontext, und „campaign_code“ fehlt.</translation>
    </message>
    <message>
        <source>No “message_type” of the source fits the platform, so it is left out.</source>
        <translation>Kein „message_type“ der Quelle passt zur Plattform, darum fehlt er.</translation>
    </message>
    <message>
        <source>The time is the event&apos;s own.</source>
        <translation>Die Zeit ist die des Ereignisses selbst.</translation>
    </message>
    <message>
        <source>The event tells no time that Segue knows: the time of its arrival counts.</source>
        <translation>Das Ereignis nennt keine Zeit, die Segue kennt: Es gilt die seiner Ankunft.</translation>
    </message>
    <message>
        <source>“messageId” is made from the event: when it comes again, Segment drops the second.</source>
        <translation>„messageId“ wird aus dem Ereignis gebildet: Kommt es noch einmal, verwirft Segment das zweite.</translation>
    </message>
    <message>
        <source>It has no “messageId”: each send gives it a fresh one; the one here only shows its place.</source>
        <translation>Es hat keine „messageId“: Jedes Senden gibt ihm eine neue; die hier zeigt nur ihren Platz.</translation>
    </message>
    <message>
        <source>The write key is left out: it belongs to the request, and not into a log.</source>
        <translation>Der Schreibschlüssel ist weggelassen: Er gehört zur Anfrage und nicht in ein Protokoll.</translation>
    </message>
    <message>
        <source>This is neither an event of Pushwoosh&apos;s webhook, which has “event_name”, nor a call to Segment, which has “event” or “type”.</source>
        <translation>Das ist weder ein Ereignis eines Webhooks von Pushwoosh, das „event_name“ hat, noch ein Aufruf an Segment, der „event“ oder „type“ hat.</translation>
    </message>
    <message>
        <source>There is no text.</source>
        <translation>Da ist kein Text.</translation>
    </message>
    <message>
        <source>There is no event in it: the array is empty.</source>
        <translation>Darin ist kein Ereignis: Das Array ist leer.</translation>
    </message>
    <message>
        <source>Not sent; a relayed event keeps it in Segue&apos;s log: %1</source>
        <translation>Wird nicht gesendet; ein weitergeleitetes Ereignis behält es in Segues Protokoll: %1</translation>
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
    <message>
        <source>seen by the sandbox</source>
        <translation>von der Sandbox gesehen</translation>
    </message>
    <message>
        <source>seen at the other side</source>
        <translation>auf der anderen Seite gesehen</translation>
    </message>
    <message>
        <source>try %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>may arrive twice</source>
        <translation>kann doppelt ankommen</translation>
    </message>
    <message>
        <source>Not among the events that are selected for this connection. Only the seven events of the Pushwoosh source can be.</source>
        <translation>Nicht unter den Ereignissen, die für diese Verbindung ausgewählt sind. Auswählen lassen sich nur die sieben Ereignisse der Pushwoosh-Quelle.</translation>
    </message>
    <message>
        <source>Kept here; not sent on.</source>
        <translation>Hier aufbewahrt; nicht weitergesendet.</translation>
    </message>
    <message>
        <source>%1 ×%2</source>
        <comment>an event&apos;s name, how many times the same event came</comment>
        <translation>%1 ×%2</translation>
    </message>
    <message>
        <source>unknown key %1</source>
        <comment>its fingerprint</comment>
        <translation>unbekannter Schlüssel %1</translation>
    </message>
    <message>
        <source>seen at the other side, says an echo that nobody signed</source>
        <translation>an der anderen Seite gesehen, sagt ein Echo ohne Unterschrift</translation>
    </message>
    <message numerus="yes">
        <source>came %n time(s) within 24 hours</source>
        <translation>
            <numerusform>kam %n-mal binnen 24 Stunden</numerusform>
            <numerusform>kam %n-mal binnen 24 Stunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::EventsPage</name>
    <message>
        <source>Which events should Pushwoosh export?</source>
        <translation>Welche Ereignisse soll Pushwoosh exportieren?</translation>
    </message>
    <message>
        <source>All of them, or a list. The choice also rules the test events.</source>
        <translation>Alle oder eine Liste. Die Wahl gilt auch für die Testereignisse.</translation>
    </message>
    <message>
        <source>Choose at least one event, or all events.</source>
        <translation>Wählen Sie mindestens ein Ereignis oder alle Ereignisse.</translation>
    </message>
    <message>
        <source>All events selected</source>
        <translation>Alle Ereignisse ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) selected</source>
        <translation>
            <numerusform>%n Ereignis ausgewählt</numerusform>
            <numerusform>%n Ereignisse ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::ExportAction</name>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>Ereignisse exportieren</translation>
    </message>
    <message>
        <source>%1 files (%2)</source>
        <translation>%1-Dateien (%2)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Looking for the events to export …</source>
        <translation>Zu exportierende Ereignisse werden gesucht …</translation>
    </message>
    <message>
        <source>Exporting: %1 of %2 events.</source>
        <translation>Export läuft: %1 von %2 Ereignissen.</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) were written to %1.</source>
        <translation>
            <numerusform>%n Versuch wurde nach %1 geschrieben.</numerusform>
            <numerusform>%n Versuche wurden nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were written to %1.</source>
        <translation>
            <numerusform>%n Ereignis wurde nach %1 geschrieben.</numerusform>
            <numerusform>%n Ereignisse wurden nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them had a payload that could not be read; they are there without it.</source>
        <translation>
            <numerusform>%n davon hatte einen Inhalt, der nicht gelesen werden konnte; es steht ohne ihn da.</numerusform>
            <numerusform>%n davon hatten einen Inhalt, der nicht gelesen werden konnte; sie stehen ohne ihn da.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::ExportDialog</name>
    <message>
        <source>Hide identities</source>
        <translation>Identitäten verbergen</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>Ereignisse exportieren</translation>
    </message>
    <message>
        <source>Masks ids, e-mail addresses, phone numbers and traits, in payloads too</source>
        <translation>Maskiert Kennungen, E-Mail-Adressen, Telefonnummern und Merkmale, auch in Inhalten</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Which events</source>
        <translation>Welche Ereignisse</translation>
    </message>
    <message>
        <source>Selected rows (%1)</source>
        <translation>Ausgewählte Zeilen (%1)</translation>
    </message>
    <message>
        <source>All that the filter means (%1)</source>
        <translation>Alle, die zum Filter passen (%1)</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>NDJSON: one event a line, payloads as they are</source>
        <translation>NDJSON: je Zeile ein Ereignis, Inhalte, wie sie sind</translation>
    </message>
    <message>
        <source>CSV: for a spreadsheet</source>
        <translation>CSV: für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>HAR: their attempts, requests and answers</source>
        <translation>HAR: ihre Versuche, Anfragen und Antworten</translation>
    </message>
</context>
<context>
    <name>segue::FaultSettings</name>
    <message>
        <source>Faults to test a client</source>
        <translation>Störungen zum Testen eines Clients</translation>
    </message>
    <message>
        <source>None by default. Each is played to a share of the requests that clients of Segment send here; Pushwoosh&apos;s webhook and the echo are spared. While any is on, the status bar says so.</source>
        <translation>Vorgabe: keine. Jede trifft einen Anteil der Anfragen, die Clients von Segment hierher senden; der Webhook von Pushwoosh und das Echo bleiben verschont. Solange eine an ist, sagt es die Statusleiste.</translation>
    </message>
    <message>
        <source>Too many requests (429)</source>
        <translation>Zu viele Anfragen (429)</translation>
    </message>
    <message>
        <source>%</source>
        <comment>percent</comment>
        <translation>%</translation>
    </message>
    <message>
        <source>Wait that a 429 asks for</source>
        <translation>Wartezeit, um die ein 429 bittet</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>5 s by default, in its Retry-After. What is refused is not kept.</source>
        <translation>Vorgabe: 5 s, im Retry-After. Was abgelehnt wird, wird nicht behalten.</translation>
    </message>
    <message>
        <source>Server error (500, 502, 503, 504)</source>
        <translation>Serverfehler (500, 502, 503, 504)</translation>
    </message>
    <message>
        <source>What is refused is not kept.</source>
        <translation>Was abgelehnt wird, wird nicht behalten.</translation>
    </message>
    <message>
        <source>Late answer</source>
        <translation>Späte Antwort</translation>
    </message>
    <message>
        <source>How late</source>
        <translation>Wie spät</translation>
    </message>
    <message>
        <source>Connection cut</source>
        <translation>Verbindung getrennt</translation>
    </message>
    <message>
        <source>Without an answer; nothing is kept.</source>
        <translation>Ohne Antwort; nichts wird behalten.</translation>
    </message>
    <message>
        <source>The shares come to %1 %, more than all requests. Nothing is changed until they fit into 100 %.</source>
        <translation>Die Anteile ergeben zusammen %1 %, mehr als alle Anfragen. Nichts wird geändert, bis sie in 100 % passen.</translation>
    </message>
    <message>
        <source>3 s by default. What is answered late is kept; a client that does not wait and sends it again adds nothing.</source>
        <translation>Vorgabe: 3 s. Was spät beantwortet wird, wird behalten; ein Client, der nicht wartet und es noch einmal sendet, fügt nichts hinzu.</translation>
    </message>
</context>
<context>
    <name>segue::FeedWords</name>
    <message>
        <source>test</source>
        <comment>feed of events: what Segue itself sends</comment>
        <translation>Test</translation>
    </message>
    <message>
        <source>webhook</source>
        <comment>feed of events: Pushwoosh&apos;s webhook</comment>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>echo</source>
        <comment>feed of events: what Segment sends back</comment>
        <translation>Echo</translation>
    </message>
    <message>
        <source>capture</source>
        <comment>feed of events: what clients of Segment send to the receiver</comment>
        <translation>Mitschnitt</translation>
    </message>
    <message>
        <source>feeds: %1</source>
        <comment>which feeds of events are on</comment>
        <translation>Zuflüsse: %1</translation>
    </message>
</context>
<context>
    <name>segue::FiguresCard</name>
    <message>
        <source>What Segment counts for this run</source>
        <translation>Was Segment für diesen Lauf zählt</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>Jetzt fragen</translation>
    </message>
    <message>
        <source>Source “%1”, %2</source>
        <comment>name, how it was found</comment>
        <translation>Quelle „%1“, %2</translation>
    </message>
    <message>
        <source>asked %1</source>
        <comment>a time</comment>
        <translation>gefragt %1</translation>
    </message>
    <message>
        <source>next %1</source>
        <comment>a time</comment>
        <translation>als Nächstes %1</translation>
    </message>
    <message>
        <source>not counted yet</source>
        <translation>noch nicht gezählt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>event, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln received</source>
        <comment>events</comment>
        <translation>
            <numerusform>%Ln empfangen</numerusform>
            <numerusform>%Ln empfangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed on ingest: %1. %2 %3</source>
        <comment>a code word, what it means, what to do</comment>
        <translation>
            <numerusform>%Ln bei der Annahme gescheitert: %1. %2 %3</numerusform>
            <numerusform>%Ln bei der Annahme gescheitert: %1. %2 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>Token eingeben …</translation>
    </message>
    <message>
        <source>Leads to the page of the write key, where a token is entered</source>
        <translation>Führt zur Seite mit dem Schreibschlüssel, auf der ein Token eingegeben wird</translation>
    </message>
</context>
<context>
    <name>segue::FileLock</name>
    <message>
        <source>%1 could not be locked (%2). Nothing was changed; check the disk and the folder&apos;s permissions.</source>
        <translation>%1 konnte nicht gesperrt werden (%2). Nichts wurde geändert; bitte Datenträger und Rechte des Ordners prüfen.</translation>
    </message>
    <message>
        <source>Another Segue process is using %1. Nothing was changed; try again in a moment.</source>
        <translation>Ein anderer Prozess von Segue benutzt %1. Nichts wurde geändert; bitte gleich noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>segue::FilterBar</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Search in events</source>
        <translation>In Ereignissen suchen</translation>
    </message>
    <message>
        <source>A word in the event, the identity, the campaign or anywhere in the payload (Ctrl+F)</source>
        <translation>Ein Wort im Ereignis, in der Identität, in der Kampagne oder irgendwo im Inhalt (Strg+F)</translation>
    </message>
    <message>
        <source>Freeze what is shown; what arrives is still kept</source>
        <translation>Die Anzeige anhalten; was ankommt, wird weiter bewahrt</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Spalten …</translation>
    </message>
    <message>
        <source>Search, or field:value</source>
        <translation>Suche, oder Feld:Wert</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>range of time, short</comment>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Filter by time</source>
        <translation>Nach Zeit filtern</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Beliebige Zeit</translation>
    </message>
    <message>
        <source>Searching… %1 %</source>
        <comment>how far a search is</comment>
        <translation>Suche läuft … %1 %</translation>
    </message>
    <message>
        <source>The search was stopped; the oldest %1 % were not searched.</source>
        <translation>Die Suche wurde abgebrochen; die ältesten %1 % wurden nicht durchsucht.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Search on</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Cancel the search</source>
        <translation>Suche abbrechen</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>so many and more</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>Resume · %1 new</source>
        <comment>how many events came</comment>
        <translation>Fortsetzen · %1 neu</translation>
    </message>
</context>
<context>
    <name>segue::FilterChip</name>
    <message>
        <source>Filter %1</source>
        <translation>Filter %1</translation>
    </message>
    <message>
        <source>On. Space turns it off, Delete takes it away.</source>
        <translation>An. Die Leertaste schaltet ihn aus, Entf nimmt ihn weg.</translation>
    </message>
    <message>
        <source>Off. Space turns it on, Delete takes it away.</source>
        <translation>Aus. Die Leertaste schaltet ihn ein, Entf nimmt ihn weg.</translation>
    </message>
</context>
<context>
    <name>segue::FilterMenu</name>
    <message>
        <source>Filter by %1</source>
        <translation>Nach %1 filtern</translation>
    </message>
</context>
<context>
    <name>segue::FilterQuery</name>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>War „%1“ gemeint?</translation>
    </message>
</context>
<context>
    <name>segue::FindBar</name>
    <message>
        <source>Find in the payload</source>
        <translation>Im Inhalt suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>The place before</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>The next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which place of how many</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>segue::Inspector</name>
    <message>
        <source>Event details</source>
        <translation>Einzelheiten des Ereignisses</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Payload</translation>
    </message>
    <message>
        <source>What is kept beside the payload</source>
        <translation>Was neben dem Inhalt aufbewahrt wird</translation>
    </message>
    <message>
        <source>The event as Pushwoosh&apos;s webhook sent it. The payload is the track call that was made of it.</source>
        <translation>Das Ereignis, wie der Webhook von Pushwoosh es gesendet hat. Der Inhalt ist der track-Aufruf, der daraus wurde.</translation>
    </message>
    <message>
        <source>What the batch that brought this call said for all of its calls. It is not part of the payload.</source>
        <translation>Was der Stapel, mit dem dieser Aufruf kam, für alle seine Aufrufe angibt. Es gehört nicht zum Inhalt.</translation>
    </message>
</context>
<context>
    <name>segue::InspectorFoot</name>
    <message>
        <source>Copy JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Als cURL kopieren</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>Under a new message id</source>
        <translation>Unter einer neuen messageId</translation>
    </message>
    <message>
        <source>Segment takes it for another event</source>
        <translation>Segment hält es für ein anderes Ereignis</translation>
    </message>
    <message>
        <source>Under the same message id (shown once within 24 h)</source>
        <translation>Unter derselben messageId (erscheint in 24 h nur einmal)</translation>
    </message>
    <message>
        <source>Segment keeps the ids of at least 24 h, of all its sources, and drops what comes a second time: it will not be shown twice</source>
        <translation>Segment behält die Kennungen von mindestens 24 h, aus allen seinen Quellen, und verwirft, was ein zweites Mal kommt: Es erscheint nicht doppelt</translation>
    </message>
    <message>
        <source>Not while identities are hidden: it would show them</source>
        <translation>Nicht, solange Identitäten verborgen sind: Es würde sie zeigen</translation>
    </message>
    <message>
        <source>A command line for sh; it reads the key from $SEGMENT_WRITE_KEY</source>
        <translation>Eine Befehlszeile für sh; sie liest den Schlüssel aus $SEGMENT_WRITE_KEY</translation>
    </message>
    <message>
        <source>Open this event in the composer</source>
        <translation>Dieses Ereignis im Editor öffnen</translation>
    </message>
</context>
<context>
    <name>segue::InspectorHead</name>
    <message>
        <source>Payload</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>Parts of the event</source>
        <translation>Teile des Ereignisses</translation>
    </message>
    <message>
        <source>The event before</source>
        <translation>Voriges Ereignis</translation>
    </message>
    <message>
        <source>The next event</source>
        <translation>Nächstes Ereignis</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Vergleichen mit …</translation>
    </message>
    <message>
        <source>Show the details below the log</source>
        <translation>Einzelheiten unter dem Protokoll zeigen</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Choose the event to compare this one with</source>
        <translation>Bitte das Ereignis wählen, mit dem dieses verglichen werden soll</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Show the details to the right of the log</source>
        <translation>Einzelheiten rechts vom Protokoll zeigen</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Batch</source>
        <comment>what its envelope said for all</comment>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>The event as Pushwoosh&apos;s webhook sent it</source>
        <translation>Das Ereignis, wie der Webhook von Pushwoosh es gesendet hat</translation>
    </message>
    <message>
        <source>What the batch said for all of its calls</source>
        <translation>Was der Stapel für alle seine Aufrufe angibt</translation>
    </message>
</context>
<context>
    <name>segue::JournalLook</name>
    <message>
        <source>A log of events that can be read.</source>
        <translation>Ein lesbares Protokoll der Ereignisse.</translation>
    </message>
</context>
<context>
    <name>segue::JsonPage</name>
    <message>
        <source>Copy, fold, find</source>
        <translation>Kopieren, zuklappen, suchen</translation>
    </message>
    <message>
        <source>Copy what stands under the cursor, fold, find</source>
        <translation>Kopieren, was unter der Schreibmarke steht, zuklappen, suchen</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alles zuklappen</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alles aufklappen</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>This is no JSON, or too large to be looked through at once, so Segue cannot tell where an identity stands in it. It is not shown while identities are hidden.</source>
        <translation>Das ist kein JSON oder zu groß, um es auf einmal durchzusehen, daher kann Segue nicht erkennen, wo darin eine Identität steht. Es wird nicht gezeigt, solange Identitäten verborgen sind.</translation>
    </message>
    <message>
        <source>This is no JSON: %1. The bytes are shown as they are.</source>
        <translation>Das ist kein JSON: %1. Die Bytes werden gezeigt, wie sie sind.</translation>
    </message>
    <message>
        <source>The reading ended near byte %1 of %2.</source>
        <translation>Das Lesen endete bei Byte %1 von %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>folded</source>
        <comment>a part of the JSON text</comment>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
</context>
<context>
    <name>segue::JsonView</name>
    <message>
        <source>… %1 bytes in all; the rest is not shown here</source>
        <translation>… %1 Bytes insgesamt; der Rest wird hier nicht gezeigt</translation>
    </message>
    <message>
        <source>Left and Right fold and unfold a part; Ctrl+Shift+C copies the path</source>
        <translation>Links und Rechts klappen einen Teil zu und auf; Strg+Umschalt+C kopiert den Pfad</translation>
    </message>
    <message>
        <source>Fold marks</source>
        <translation>Klappzeichen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Aufklappen</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Zuklappen</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alles zuklappen</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alles aufklappen</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::KeyField</name>
    <message>
        <source>Write key</source>
        <translation>Schreibschlüssel</translation>
    </message>
    <message>
        <source>Show the key for 10 seconds</source>
        <translation>Den Schlüssel 10 Sekunden lang zeigen</translation>
    </message>
    <message>
        <source>•••••••• kept; paste another to replace it</source>
        <translation>•••••••• bewahrt; zum Ersetzen einen anderen einfügen</translation>
    </message>
    <message>
        <source>Paste the write key</source>
        <translation>Schreibschlüssel einfügen</translation>
    </message>
    <message>
        <source>Kept in memory for this session only.</source>
        <translation>Nur für diese Sitzung im Speicher.</translation>
    </message>
    <message>
        <source>In the operating system&apos;s keychain.</source>
        <translation>Im Schlüsselbund des Betriebssystems.</translation>
    </message>
    <message>
        <source>In Segment: Sources › your Pushwoosh source › Settings › API Keys.</source>
        <translation>In Segment: Sources › Ihre Pushwoosh-Quelle › Settings › API Keys.</translation>
    </message>
    <message>
        <source>It goes into the keychain when you save or go on.</source>
        <translation>Er kommt in den Schlüsselbund, wenn Sie speichern oder weitergehen.</translation>
    </message>
    <message>
        <source>It was put into a keychain, and this computer runs no keychain service now. Paste it again to use it for this session.</source>
        <translation>Er liegt in einem Schlüsselbund, und auf diesem Rechner läuft gerade kein Schlüsselbunddienst. Noch einmal einfügen, um ihn für diese Sitzung zu verwenden.</translation>
    </message>
    <message>
        <source>This computer runs no keychain service: the key can be used for this session only.</source>
        <translation>Auf diesem Rechner läuft kein Schlüsselbunddienst: Der Schlüssel kann nur für diese Sitzung verwendet werden.</translation>
    </message>
    <message>
        <source>The keychain does not answer now. If that stays so, the key can be used for this session only.</source>
        <translation>Der Schlüsselbund antwortet gerade nicht. Bleibt es dabei, kann der Schlüssel nur für diese Sitzung verwendet werden.</translation>
    </message>
    <message>
        <source>It goes into the keychain when you save or go on. The keychain is locked and asks for its password then.</source>
        <translation>Er kommt beim Speichern oder Weitergehen in den Schlüsselbund. Der ist gesperrt und fragt dann nach seinem Passwort.</translation>
    </message>
    <message>
        <source>Whoever runs the endpoint gives it out.</source>
        <translation>Ihn gibt der Betreiber des Endpunkts aus.</translation>
    </message>
</context>
<context>
    <name>segue::KeyLook</name>
    <message>
        <source>A write key.</source>
        <translation>Ein Schreibschlüssel.</translation>
    </message>
    <message>
        <source>A keychain that is unlocked and answers.</source>
        <translation>Ein Schlüsselbund, der entsperrt ist und antwortet.</translation>
    </message>
    <message>
        <source>Your yes to ask Segment: it puts the key into a URL of Segment&apos;s CDN.</source>
        <translation>Die Erlaubnis, Segment zu fragen: Das setzt den Schlüssel in eine Adresse von Segments CDN.</translation>
    </message>
    <message>
        <source>The endpoint is not Segment&apos;s own, so nobody was asked about its key.</source>
        <translation>Der Endpunkt gehört nicht Segment; darum wurde niemand nach seinem Schlüssel gefragt.</translation>
    </message>
</context>
<context>
    <name>segue::KeyProbeLine</name>
    <message>
        <source>Sends no event. Asking puts the key into a URL of Segment&apos;s CDN. It can be skipped.</source>
        <translation>Sendet kein Ereignis. Beim Fragen steht der Schlüssel in einer URL des CDN von Segment. Es kann übersprungen werden.</translation>
    </message>
    <message>
        <source>Known</source>
        <comment>what Segment says of a write key</comment>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <comment>what Segment says of a write key</comment>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>Could not ask</source>
        <comment>what Segment says of a write key</comment>
        <translation>Fragen war nicht möglich</translation>
    </message>
    <message>
        <source>The region that it names is the connection&apos;s: %1.</source>
        <translation>Die Region, die es nennt, ist die der Verbindung: %1.</translation>
    </message>
    <message>
        <source>It names the region %1, and the connection is set to %2. Segment may accept events for the wrong region and drop them: compare with the workspace, and choose its region.</source>
        <translation>Es nennt die Region %1, und die Verbindung ist auf %2 eingestellt. Segment nimmt Ereignisse für die falsche Region vielleicht an und verwirft sie: bitte mit dem Workspace vergleichen und dessen Region wählen.</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>Nicht weiter fragen</translation>
    </message>
    <message>
        <source>Ask Segment about this key</source>
        <translation>Segment nach diesem Schlüssel fragen</translation>
    </message>
</context>
<context>
    <name>segue::KeyRotation</name>
    <message>
        <source>No old key is kept any more. The key in use stays as it is.</source>
        <translation>Es ist kein alter Schlüssel mehr aufbewahrt. Der verwendete Schlüssel bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>The key of this connection is being changed already. Wait a moment, then try again.</source>
        <translation>Der Schlüssel dieser Verbindung wird gerade schon geändert. Bitte einen Moment warten und es dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The new write key of “%1” is proven. The old one was removed.</source>
        <translation>Der neue Schreibschlüssel von „%1“ ist nachgewiesen. Der alte wurde entfernt.</translation>
    </message>
    <message>
        <source>The new write key of “%1” is proven, but the old one could not be removed. %2</source>
        <translation>Der neue Schreibschlüssel von „%1“ ist nachgewiesen, aber der alte konnte nicht entfernt werden. %2</translation>
    </message>
    <message>
        <source>The key is stored.</source>
        <translation>Der Schlüssel ist gespeichert.</translation>
    </message>
    <message>
        <source>This is the key that was in use already.</source>
        <translation>Das ist der Schlüssel, der schon verwendet wurde.</translation>
    </message>
    <message>
        <source>The old key is in use again; the new one was let go.</source>
        <translation>Der alte Schlüssel wird wieder verwendet; der neue wurde verworfen.</translation>
    </message>
    <message>
        <source>The key was replaced. The old one is kept until a test is proven.</source>
        <translation>Der Schlüssel wurde ersetzt. Der alte bleibt aufbewahrt, bis ein Test nachgewiesen ist.</translation>
    </message>
    <message numerus="yes">
        <source>The key was replaced. %n queued event(s) go with the new key. The old one is kept until a test is proven.</source>
        <translation>
            <numerusform>Der Schlüssel wurde ersetzt. %n eingereihtes Ereignis geht mit dem neuen Schlüssel. Der alte bleibt aufbewahrt, bis ein Test nachgewiesen ist.</numerusform>
            <numerusform>Der Schlüssel wurde ersetzt. %n eingereihte Ereignisse gehen mit dem neuen Schlüssel. Der alte bleibt aufbewahrt, bis ein Test nachgewiesen ist.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::KeyTwins</name>
    <message>
        <source>“%1” (%2)</source>
        <comment>connection, environment</comment>
        <translation>„%1“ (%2)</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of connections</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>This very key is in use for %1, another environment: events of both would run into one Segment source. Make a source of its own for %2, or take its own key.</source>
        <translation>Genau dieser Schlüssel ist schon für %1 in Gebrauch, eine andere Umgebung: Die Ereignisse beider würden in eine einzige Segment-Quelle laufen. Legen Sie für %2 eine eigene Quelle an, oder nehmen Sie deren eigenen Schlüssel.</translation>
    </message>
    <message>
        <source>This very key is in use for %1 already: both would send to the same Segment source.</source>
        <translation>Genau dieser Schlüssel ist schon für %1 in Gebrauch: Beide würden an dieselbe Segment-Quelle senden.</translation>
    </message>
</context>
<context>
    <name>segue::KeychainSecretStore</name>
    <message>
        <source>This computer runs no keychain service (Secret Service), so a stored secret cannot be read. Nothing was changed. Start one, such as GNOME Keyring or KWallet, or enter the secret for this session only.</source>
        <translation>Auf diesem Rechner läuft kein Schlüsselbunddienst (Secret Service), daher kann ein gespeichertes Geheimnis nicht gelesen werden. Nichts wurde geändert. Bitte einen starten, etwa GNOME Keyring oder KWallet, oder das Geheimnis nur für diese Sitzung eingeben.</translation>
    </message>
    <message>
        <source>The keychain is locked, so the stored secret could not be read. Nothing was changed. Unlock the keychain, then try again.</source>
        <translation>Der Schlüsselbund ist gesperrt, daher konnte das gespeicherte Geheimnis nicht gelesen werden. Nichts wurde geändert. Bitte entsperren und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time, so the stored secret could not be read. Nothing was changed. If a window asks for the keychain&apos;s password, answer it; then try again.</source>
        <translation>Der Schlüsselbund hat nicht rechtzeitig geantwortet, daher konnte das gespeicherte Geheimnis nicht gelesen werden. Nichts wurde geändert. Falls ein Fenster nach dem Passwort des Schlüsselbunds fragt, bitte antworten und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The keychain refused to give out the stored secret. Nothing was changed. Allow Segue to read it in the keychain&apos;s own program, or enter the secret again.</source>
        <translation>Der Schlüsselbund hat das gespeicherte Geheimnis nicht herausgegeben. Nichts wurde geändert. Bitte Segue das Lesen im Programm des Schlüsselbunds erlauben oder das Geheimnis neu eingeben.</translation>
    </message>
    <message>
        <source>The keychain holds no such secret. Nothing was changed. Enter the secret.</source>
        <translation>Der Schlüsselbund enthält dieses Geheimnis nicht. Nichts wurde geändert. Bitte das Geheimnis eingeben.</translation>
    </message>
    <message>
        <source>What the keychain holds under this name is not a text that Segue has stored. It was left as it is. Enter the secret again to replace it.</source>
        <translation>Was der Schlüsselbund unter diesem Namen enthält, ist kein von Segue gespeicherter Text. Es wurde gelassen, wie es ist. Bitte das Geheimnis neu eingeben, um es zu ersetzen.</translation>
    </message>
    <message>
        <source>This computer runs no keychain service (Secret Service), so the secret was not stored anywhere. Start one, such as GNOME Keyring or KWallet, and try again, or keep the secret for this session only.</source>
        <translation>Auf diesem Rechner läuft kein Schlüsselbunddienst (Secret Service), daher wurde das Geheimnis nirgends gespeichert. Bitte einen starten, etwa GNOME Keyring oder KWallet, und es noch einmal versuchen, oder das Geheimnis nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>The keychain is locked, so the secret was not stored; one that was stored before is kept. Unlock the keychain and try again, or keep the secret for this session only.</source>
        <translation>Der Schlüsselbund ist gesperrt, daher wurde das Geheimnis nicht gespeichert; ein früher gespeichertes bleibt erhalten. Bitte entsperren und es noch einmal versuchen, oder das Geheimnis nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time, so it is not certain that the secret was stored. If a window asks for the keychain&apos;s password, answer it; then try again, or keep the secret for this session only.</source>
        <translation>Der Schlüsselbund hat nicht rechtzeitig geantwortet, daher ist nicht sicher, ob das Geheimnis gespeichert wurde. Falls ein Fenster nach dem Passwort des Schlüsselbunds fragt, bitte antworten und es noch einmal versuchen, oder das Geheimnis nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>The keychain refused to store the secret; one that was stored before is kept. Look at the default keyring in the keychain&apos;s own program and try again, or keep the secret for this session only.</source>
        <translation>Der Schlüsselbund hat das Geheimnis nicht gespeichert; ein früher gespeichertes bleibt erhalten. Bitte im Programm des Schlüsselbunds den Standardschlüsselbund ansehen und es noch einmal versuchen, oder das Geheimnis nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>This secret is empty or not a plain text, so it was not stored; one that was stored before is kept. Copy it from its source again.</source>
        <translation>Dieses Geheimnis ist leer oder kein reiner Text und wurde daher nicht gespeichert; ein früher gespeichertes bleibt erhalten. Bitte noch einmal von der Quelle kopieren.</translation>
    </message>
    <message>
        <source>This computer runs no keychain service (Secret Service), so nothing was removed: a secret that was stored earlier may still be there. Start the service that it was stored with, then try again.</source>
        <translation>Auf diesem Rechner läuft kein Schlüsselbunddienst (Secret Service), daher wurde nichts entfernt: Ein früher gespeichertes Geheimnis kann noch da sein. Bitte den Dienst starten, mit dem es gespeichert wurde, und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The keychain is locked, so the secret was not removed and is still there. Unlock the keychain, then try again.</source>
        <translation>Der Schlüsselbund ist gesperrt, daher wurde das Geheimnis nicht entfernt und ist noch da. Bitte entsperren und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time, so the secret may still be there. If a window asks for the keychain&apos;s password, answer it; then try again.</source>
        <translation>Der Schlüsselbund hat nicht rechtzeitig geantwortet, daher kann das Geheimnis noch da sein. Falls ein Fenster nach dem Passwort des Schlüsselbunds fragt, bitte antworten und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The keychain refused to remove the secret, which is still there. Try again, or remove it in the keychain&apos;s own program, under &quot;Segue&quot;.</source>
        <translation>Der Schlüsselbund hat das Geheimnis nicht entfernt; es ist noch da. Bitte noch einmal versuchen oder es im Programm des Schlüsselbunds unter „Segue“ entfernen.</translation>
    </message>
    <message>
        <source>The keychain is locked, and a window of Segue already waits for its password. Nothing was changed. Answer that window, then try again.</source>
        <translation>Der Schlüsselbund ist gesperrt, und ein Fenster von Segue wartet schon auf sein Passwort. Nichts wurde geändert. Bitte dort antworten und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Segue closed before the keychain had answered.</source>
        <translation>Segue wurde geschlossen, bevor der Schlüsselbund geantwortet hatte.</translation>
    </message>
    <message>
        <source>Secret Service</source>
        <translation>Secret Service</translation>
    </message>
    <message>
        <source>The keychain has not been asked yet.</source>
        <translation>Der Schlüsselbund wurde noch nicht gefragt.</translation>
    </message>
    <message>
        <source>The keychain is unlocked and in use.</source>
        <translation>Der Schlüsselbund ist entsperrt und in Gebrauch.</translation>
    </message>
    <message>
        <source>The keychain is locked; unlock it to use the secrets stored in it.</source>
        <translation>Der Schlüsselbund ist gesperrt; bitte entsperren, um die darin gespeicherten Geheimnisse zu verwenden.</translation>
    </message>
    <message>
        <source>This computer runs no keychain service; secrets can be kept for this session only.</source>
        <translation>Auf diesem Rechner läuft kein Schlüsselbunddienst; Geheimnisse können nur für diese Sitzung behalten werden.</translation>
    </message>
    <message>
        <source>The keychain does not answer; a window may be waiting for its password.</source>
        <translation>Der Schlüsselbund antwortet nicht; vielleicht wartet ein Fenster auf sein Passwort.</translation>
    </message>
</context>
<context>
    <name>segue::KnownApplications</name>
    <message>
        <source>No list of applications was read on this computer yet.</source>
        <translation>Auf diesem Rechner wurde noch keine Liste der Anwendungen gelesen.</translation>
    </message>
</context>
<context>
    <name>segue::LeaveQuestion</name>
    <message>
        <source>“%1” is saved and stays. Keep the rest of its setup, to go on with it later?</source>
        <translation>„%1“ ist gespeichert und bleibt. Den Rest der Einrichtung aufheben, um später weiterzumachen?</translation>
    </message>
    <message>
        <source>Keep the draft of “%1”, to go on with it later?</source>
        <translation>Den Entwurf „%1“ aufheben, um später weiterzumachen?</translation>
    </message>
    <message>
        <source>Leave the setup?</source>
        <translation>Einrichtung verlassen?</translation>
    </message>
    <message>
        <source>Discarding forgets the ticks and the proof.</source>
        <translation>Beim Verwerfen gehen die Haken und der Nachweis verloren.</translation>
    </message>
    <message>
        <source>Discarding takes its key out of the keychain as well.</source>
        <translation>Beim Verwerfen wird auch sein Schlüssel aus dem Schlüsselbund genommen.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Keep the draft</source>
        <translation>Entwurf aufheben</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Hier bleiben</translation>
    </message>
</context>
<context>
    <name>segue::LinkButton</name>
    <message>
        <source>The browser could not be opened. The address is %1</source>
        <translation>Der Browser konnte nicht geöffnet werden. Die Adresse lautet %1</translation>
    </message>
</context>
<context>
    <name>segue::LogDelegate</name>
    <message>
        <source>Received %1
UTC %2</source>
        <translation>Empfangen %1
UTC %2</translation>
    </message>
    <message>
        <source>It may arrive twice: an earlier try of unknown outcome is more than 24 h old, beyond Segment&apos;s window for message ids.</source>
        <translation>Es kann doppelt ankommen: Ein früherer Versuch mit unbekanntem Ausgang ist über 24 h alt und damit außerhalb des Zeitfensters von Segment für messageIds.</translation>
    </message>
    <message>
        <source>no name</source>
        <comment>of an event without one</comment>
        <translation>kein Name</translation>
    </message>
    <message>
        <source>The event&apos;s own time: %1</source>
        <translation>Zeit des Ereignisses selbst: %1</translation>
    </message>
</context>
<context>
    <name>segue::LogPage</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neues</numerusform>
            <numerusform>%n neue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The payload of this event can no longer be read.</source>
        <translation>Der Inhalt dieses Ereignisses kann nicht mehr gelesen werden.</translation>
    </message>
</context>
<context>
    <name>segue::LogTable</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>segue::MainWindow</name>
    <message>
        <source>Segue</source>
        <translation>Segue</translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation>„%1“ ist gespeichert.</translation>
    </message>
    <message>
        <source>Send test event</source>
        <translation>Testereignis senden</translation>
    </message>
    <message>
        <source>Key for this session only</source>
        <translation>Schlüssel nur für diese Sitzung</translation>
    </message>
    <message>
        <source>Key in the keychain</source>
        <translation>Schlüssel im Schlüsselbund</translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation>Noch kein Schlüssel</translation>
    </message>
    <message>
        <source>%1 — Segue</source>
        <translation>%1 — Segue</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>The journal could not be read and was set aside under a new name; a new one is in use. %1</source>
        <translation>Das Journal war nicht lesbar und wurde unter einem neuen Namen beiseitegelegt; ein neues ist in Gebrauch. %1</translation>
    </message>
    <message>
        <source>Key known</source>
        <comment>Segment knows the write key</comment>
        <translation>Schlüssel bekannt</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
    <message>
        <source>Unknown keys</source>
        <translation>Unbekannte Schlüssel</translation>
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
    <name>segue::NameFields</name>
    <message>
        <source>Segment US</source>
        <translation>Segment US</translation>
    </message>
    <message>
        <source>Segment EU</source>
        <translation>Segment EU</translation>
    </message>
    <message>
        <source>Another endpoint</source>
        <translation>Anderer Endpunkt</translation>
    </message>
    <message>
        <source>Address of the endpoint</source>
        <translation>Adresse des Endpunkts</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Name, as the source is called in Segment</source>
        <translation>Name, wie die Quelle in Segment heißt</translation>
    </message>
    <message>
        <source>Region of the Segment workspace</source>
        <translation>Region des Segment-Workspace</translation>
    </message>
    <message>
        <source>Warehouse schema, probably: %1</source>
        <translation>Warehouse-Schema, vermutlich: %1</translation>
    </message>
    <message>
        <source>Any Segment-compatible endpoint, such as a RudderStack or Jitsu gateway.</source>
        <translation>Jeder Segment-kompatible Endpunkt, etwa ein Gateway von RudderStack oder Jitsu.</translation>
    </message>
    <message>
        <source>Events go to %1</source>
        <translation>Ereignisse gehen an %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>segue::NamePage</name>
    <message>
        <source>What is the connection called?</source>
        <translation>Wie heißt die Verbindung?</translation>
    </message>
    <message>
        <source>One Segment source for each environment, named so that they can be told apart. It is also the name of the schema in the warehouse.</source>
        <translation>Eine Segment-Quelle je Umgebung, so benannt, dass sie sich unterscheiden lassen. Nach ihr heißt auch das Schema im Warehouse.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Damit weitermachen</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>“%1” is begun and not finished: step %2 of %3.</source>
        <translation>„%1“ ist begonnen und nicht fertig: Schritt %2 von %3.</translation>
    </message>
</context>
<context>
    <name>segue::Payload</name>
    <message>
        <source>The event cannot be read as one JSON object: %1.</source>
        <translation>Das Ereignis kann nicht als ein JSON-Objekt gelesen werden: %1.</translation>
    </message>
    <message>
        <source>it is an array</source>
        <translation>es ist ein Array</translation>
    </message>
    <message>
        <source>Call %1 of the file (line %2) cannot be read: %3. Nothing was taken from the file.</source>
        <translation>Aufruf %1 der Datei (Zeile %2) kann nicht gelesen werden: %3. Nichts wurde aus der Datei übernommen.</translation>
    </message>
    <message>
        <source>The file cannot be read (line %1): %2. Nothing was taken from it; a file holds one track call or an array of them.</source>
        <translation>Die Datei kann nicht gelesen werden (Zeile %1): %2. Nichts wurde übernommen; eine Datei enthält einen Track-Aufruf oder ein Array davon.</translation>
    </message>
    <message>
        <source>The file is larger than %1 MB. Nothing was taken from it; split it into several files.</source>
        <translation>Die Datei ist größer als %1 MB. Nichts wurde übernommen; bitte in mehrere Dateien aufteilen.</translation>
    </message>
    <message>
        <source>Call %1 of the file is not a JSON object. Nothing was taken from the file.</source>
        <translation>Aufruf %1 der Datei ist kein JSON-Objekt. Nichts wurde aus der Datei übernommen.</translation>
    </message>
    <message>
        <source>There is no track call in the file: its array is empty.</source>
        <translation>In der Datei steht kein Track-Aufruf: Ihr Array ist leer.</translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation>es ist nichts darin</translation>
    </message>
    <message>
        <source>it begins with a byte order mark</source>
        <translation>es beginnt mit einer Byte-Reihenfolge-Marke</translation>
    </message>
    <message>
        <source>it is not UTF-8 text</source>
        <translation>es ist kein UTF-8-Text</translation>
    </message>
    <message>
        <source>it is nested more than %1 levels deep</source>
        <translation>es ist tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>it is neither an object nor an array</source>
        <translation>es ist weder ein Objekt noch ein Array</translation>
    </message>
    <message>
        <source>it does not end with its closing bracket</source>
        <translation>es endet nicht mit seiner schließenden Klammer</translation>
    </message>
    <message>
        <source>more text follows where it should end</source>
        <translation>wo es enden sollte, folgt weiterer Text</translation>
    </message>
    <message>
        <source>it is too large to be taken apart here</source>
        <translation>es ist zu groß, um hier zerlegt zu werden</translation>
    </message>
    <message>
        <source>it is not valid JSON</source>
        <translation>es ist kein gültiges JSON</translation>
    </message>
</context>
<context>
    <name>segue::PreviewPage</name>
    <message>
        <source>not readable</source>
        <comment>state of a part of a text</comment>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>dropped by Segment</source>
        <comment>state of a part of a text</comment>
        <translation>von Segment verworfen</translation>
    </message>
    <message>
        <source>worth a look</source>
        <comment>state of a part of a text</comment>
        <translation>einen Blick wert</translation>
    </message>
    <message>
        <source>in order</source>
        <comment>state of a part of a text</comment>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>What would Segment get?</source>
        <translation>Was bekäme Segment?</translation>
    </message>
    <message>
        <source>Nothing is sent, and nothing is kept.</source>
        <translation>Nichts wird gesendet, und nichts wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Events in the text</source>
        <translation>Ereignisse im Text</translation>
    </message>
    <message>
        <source>The call as Segment would get it</source>
        <translation>Der Aufruf, wie Segment ihn bekäme</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>The file could not be read: %1</source>
        <translation>Die Datei konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>What is pasted or dropped is shown here as the track call that it becomes.</source>
        <translation>Was eingefügt oder abgelegt wird, erscheint hier als der Track-Aufruf, der daraus wird.</translation>
    </message>
    <message>
        <source>in “%1”</source>
        <comment>the member that holds them</comment>
        <translation>in „%1“</translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>die ersten %1 werden gezeigt</translation>
    </message>
    <message>
        <source>Event without a name</source>
        <translation>Ereignis ohne Namen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>event, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not while identities are hidden: it would show them</source>
        <translation>Nicht, solange Identitäten verborgen sind: es würde sie zeigen</translation>
    </message>
    <message>
        <source>it is no file.</source>
        <translation>sie ist keine Datei.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <comment>in a text</comment>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>not selected</source>
        <comment>state of a part of a text</comment>
        <translation>nicht ausgewählt</translation>
    </message>
    <message>
        <source>“%1” is not among the selected events.</source>
        <translation>„%1“ ist nicht unter den ausgewählten Ereignissen.</translation>
    </message>
    <message>
        <source>Segment would take this, but Segue would not send it: Skipped</source>
        <translation>Segment würde es annehmen, aber Segue würde es nicht senden: Ausgelassen</translation>
    </message>
</context>
<context>
    <name>segue::PreviewText</name>
    <message>
        <source>JSON to look at</source>
        <translation>JSON zum Ansehen</translation>
    </message>
    <message>
        <source>Paste JSON here, or drop a file: the body of a Pushwoosh webhook, a track call, or an array of them.</source>
        <translation>JSON hier einfügen oder eine Datei ablegen: den Inhalt eines Webhooks von Pushwoosh, einen Track-Aufruf oder ein Array davon.</translation>
    </message>
    <message>
        <source>A text of %1, too large to be shown here.</source>
        <translation>Ein Text von %1, zu groß, um hier gezeigt zu werden.</translation>
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
    <message>
        <source>%1 was not written, because the disk is full. Nothing was left behind, and an earlier file of that name is as it was. Free some space, or choose another place.</source>
        <translation>%1 wurde nicht geschrieben, weil der Datenträger voll ist. Nichts blieb zurück, und eine frühere Datei dieses Namens ist, wie sie war. Bitte Platz schaffen oder einen anderen Ort wählen.</translation>
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
    <message numerus="yes">
        <source>Try %n event(s) of “%1” again, a PROD source? They are real: they count as tracked users and API calls, reach every live destination that is not switched off for them, and make tables and columns in the warehouse whose types stay as the first value sets them.</source>
        <translation>
            <numerusform>%n Ereignis von „%1“, einer PROD-Quelle, erneut versuchen? Es ist echt: Es zählt als verfolgter Benutzer und API-Aufruf, erreicht jedes aktive Ziel, das dafür nicht abgeschaltet ist, und legt im Warehouse Tabellen und Spalten an, deren Typen so bleiben, wie der erste Wert sie festlegt.</numerusform>
            <numerusform>%n Ereignisse von „%1“, einer PROD-Quelle, erneut versuchen? Sie sind echt: Sie zählen als verfolgte Benutzer und API-Aufrufe, erreichen jedes aktive Ziel, das dafür nicht abgeschaltet ist, und legen im Warehouse Tabellen und Spalten an, deren Typen so bleiben, wie der erste Wert sie festlegt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::ProdQuestion</name>
    <message>
        <source>Kept out of destinations: downstream tools will not show what is sent.</source>
        <translation>Von Zielen ferngehalten: Nachgelagerte Werkzeuge zeigen das Gesendete nicht.</translation>
    </message>
    <message>
        <source>Not kept out of destinations: downstream tools will take what is sent for real.</source>
        <translation>Nicht von Zielen ferngehalten: Nachgelagerte Werkzeuge nehmen das Gesendete für echt.</translation>
    </message>
    <message>
        <source>Send to PROD?</source>
        <translation>An PROD senden?</translation>
    </message>
    <message>
        <source>Send to PROD</source>
        <translation>An PROD senden</translation>
    </message>
</context>
<context>
    <name>segue::ProofList</name>
    <message>
        <source>Samples of the run</source>
        <translation>Beispiele des Durchlaufs</translation>
    </message>
    <message>
        <source>messageId %1</source>
        <translation>messageId %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>event, state</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>segue::ProofRun</name>
    <message>
        <source>not proven yet</source>
        <comment>result of a run of test events</comment>
        <translation>noch nicht nachgewiesen</translation>
    </message>
    <message>
        <source>under way</source>
        <comment>result of a run of test events</comment>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>held up</source>
        <comment>result of a run of test events</comment>
        <translation>aufgehalten</translation>
    </message>
    <message>
        <source>proven</source>
        <comment>result of a run of test events</comment>
        <translation>nachgewiesen</translation>
    </message>
    <message>
        <source>accepted, seen by a person</source>
        <comment>result of a run of test events</comment>
        <translation>angenommen, von einem Menschen gesehen</translation>
    </message>
    <message>
        <source>accepted only</source>
        <comment>result of a run of test events</comment>
        <translation>nur angenommen</translation>
    </message>
    <message>
        <source>failed at %1</source>
        <comment>result of a run of test events; an event</comment>
        <translation>gescheitert bei %1</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Es wurde noch nichts gesendet.</translation>
    </message>
    <message>
        <source>The samples are on their way. What is not answered is tried again by itself.</source>
        <translation>Die Beispiele sind unterwegs. Was keine Antwort bekommt, wird von selbst noch einmal versucht.</translation>
    </message>
    <message>
        <source>The samples wait.</source>
        <translation>Die Beispiele warten.</translation>
    </message>
    <message>
        <source>The samples wait: %1</source>
        <translation>Die Beispiele warten: %1</translation>
    </message>
    <message numerus="yes">
        <source>All %n sample(s) were seen at the other side: key, endpoint and events are right.</source>
        <translation>
            <numerusform>Das Beispiel wurde auf der anderen Seite gesehen: Schlüssel, Endpunkt und Ereignis stimmen.</numerusform>
            <numerusform>Alle %n Beispiele wurden auf der anderen Seite gesehen: Schlüssel, Endpunkt und Ereignisse stimmen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n sample(s) were accepted, and a person has seen them at Segment.</source>
        <translation>
            <numerusform>Das Beispiel wurde angenommen, und ein Mensch hat es bei Segment gesehen.</numerusform>
            <numerusform>Alle %n Beispiele wurden angenommen, und ein Mensch hat sie bei Segment gesehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n sample(s) were accepted. Segment answers so to an unknown key as well: whether they arrived is not proven yet.</source>
        <translation>
            <numerusform>Das Beispiel wurde angenommen. So antwortet Segment auch bei einem unbekannten Schlüssel: Ob es ankam, ist noch nicht nachgewiesen.</numerusform>
            <numerusform>Alle %n Beispiele wurden angenommen. So antwortet Segment auch bei einem unbekannten Schlüssel: Ob sie ankamen, ist noch nicht nachgewiesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>At least one sample was not taken.</source>
        <translation>Mindestens ein Beispiel wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>At least one sample was not taken: %1</source>
        <translation>Mindestens ein Beispiel wurde nicht angenommen: %1</translation>
    </message>
    <message>
        <source>proven by Segment&apos;s counts</source>
        <comment>result of a run of test events</comment>
        <translation>nachgewiesen durch Segments Zählung</translation>
    </message>
    <message>
        <source>accepted, counted by name</source>
        <comment>result of a run of test events</comment>
        <translation>angenommen, nach Namen gezählt</translation>
    </message>
    <message>
        <source>failed at ingest: %1</source>
        <comment>result of a run of test events; an event</comment>
        <translation>bei der Annahme gescheitert: %1</translation>
    </message>
    <message numerus="yes">
        <source>Segment counts all %n sample(s) under the id of this run: key, endpoint and events are right. What destinations made of them is not in these counts.</source>
        <translation>
            <numerusform>Segment zählt das Beispiel unter der Kennung dieses Laufs: Schlüssel, Endpunkt und Ereignis stimmen. Was Ziele daraus gemacht haben, steht nicht in dieser Zählung.</numerusform>
            <numerusform>Segment zählt alle %n Beispiele unter der Kennung dieses Laufs: Schlüssel, Endpunkt und Ereignisse stimmen. Was Ziele daraus gemacht haben, steht nicht in dieser Zählung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n sample(s) were accepted, and Segment counts events of these names since then. Segment did not tell this run apart, so others may have sent them: likely, not proven.</source>
        <translation>
            <numerusform>Das Beispiel wurde angenommen, und Segment zählt seitdem Ereignisse dieses Namens. Segment hat diesen Lauf nicht von anderen getrennt, sie können also auch von anderen stammen: wahrscheinlich, nicht nachgewiesen.</numerusform>
            <numerusform>Alle %n Beispiele wurden angenommen, und Segment zählt seitdem Ereignisse dieser Namen. Segment hat diesen Lauf nicht von anderen getrennt, sie können also auch von anderen stammen: wahrscheinlich, nicht nachgewiesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Segment took the request and dropped the event: %1. %2 %3</source>
        <comment>a code word, what it means, what to do</comment>
        <translation>Segment nahm die Anfrage an und verwarf das Ereignis: %1. %2 %3</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>ohne Grund</translation>
    </message>
    <message numerus="yes">
        <source>All %n sample(s) were accepted, and a person has seen them at the endpoint.</source>
        <translation>
            <numerusform>Das Beispiel wurde angenommen, und ein Mensch hat es am Endpunkt gesehen.</numerusform>
            <numerusform>Alle %n Beispiele wurden angenommen, und ein Mensch hat sie am Endpunkt gesehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n sample(s) were accepted. An endpoint may answer so to an unknown key as well: whether they arrived is not proven yet.</source>
        <translation>
            <numerusform>Das Beispiel wurde angenommen. Ein Endpunkt kann so auch auf einen unbekannten Schlüssel antworten: Ob es angekommen ist, ist noch nicht nachgewiesen.</numerusform>
            <numerusform>Alle %n Beispiele wurden angenommen. Ein Endpunkt kann so auch auf einen unbekannten Schlüssel antworten: Ob sie angekommen sind, ist noch nicht nachgewiesen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::ProvePage</name>
    <message>
        <source>Prove that it works</source>
        <translation>Nachweisen, dass es funktioniert</translation>
    </message>
    <message>
        <source>One sample of each selected event goes to the source, all under one run, separable from other traffic.</source>
        <translation>Ein Beispiel jedes ausgewählten Ereignisses geht an die Quelle, alle in einem Durchlauf, vom übrigen Verkehr unterscheidbar.</translation>
    </message>
    <message>
        <source>Keep out of destinations</source>
        <translation>Von Zielen fernhalten</translation>
    </message>
    <message>
        <source>Downstream tools will then not show the samples; Segment&apos;s own views do.</source>
        <translation>Nachgelagerte Werkzeuge zeigen die Beispiele dann nicht; Segments eigene Ansichten schon.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Open Segment&apos;s Source Debugger</source>
        <translation>Segments Source Debugger öffnen</translation>
    </message>
    <message>
        <source>Copy the messageIds</source>
        <translation>messageIds kopieren</translation>
    </message>
    <message>
        <source>I have seen these events there</source>
        <translation>Ich habe diese Ereignisse dort gesehen</translation>
    </message>
    <message>
        <source>Nothing here tells Segue what Segment made of them. Look yourself: Connections › Sources › %1 › Debugger, and search for the messageIds. The debugger shows a sample, in no order.</source>
        <translation>Hier erfährt Segue nicht, was Segment daraus gemacht hat. Sehen Sie selbst nach: Connections › Sources › %1 › Debugger, und suchen Sie nach den messageIds. Der Debugger zeigt eine Auswahl, ohne Reihenfolge.</translation>
    </message>
    <message>
        <source>Nothing here tells Segue what the endpoint made of them. Look there for the messageIds.</source>
        <translation>Hier erfährt Segue nicht, was der Endpunkt daraus gemacht hat. Suchen Sie dort nach den messageIds.</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) to “%1”, as the test user segue-qa-user.</source>
        <translation>
            <numerusform>%n Beispiel an „%1“, als Testbenutzer segue-qa-user.</numerusform>
            <numerusform>%n Beispiele an „%1“, als Testbenutzer segue-qa-user.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n sample(s) again</source>
        <translation>
            <numerusform>%n Beispiel noch einmal senden</numerusform>
            <numerusform>%n Beispiele noch einmal senden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n sample(s)</source>
        <translation>
            <numerusform>%n Beispiel senden</numerusform>
            <numerusform>%n Beispiele senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Not proven yet. You can go on, and prove it later.</source>
        <translation>Noch nicht nachgewiesen. Sie können weitergehen und es später nachweisen.</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Ergebnis: %1</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>An endpoint that knows this wish of Segment&apos;s keeps them to itself.</source>
        <translation>Ein Endpunkt, der diesen Wunsch von Segment kennt, behält sie für sich.</translation>
    </message>
</context>
<context>
    <name>segue::ProxyAccess</name>
    <message>
        <source>The proxy %1 took the name and the password.</source>
        <translation>Der Proxy %1 hat Namen und Passwort angenommen.</translation>
    </message>
    <message>
        <source>The proxy %1 could not be reached, so the name and the password are kept untried.</source>
        <translation>Der Proxy %1 war nicht zu erreichen; Name und Passwort werden unversucht aufbewahrt.</translation>
    </message>
    <message>
        <source>The proxy %1 refused the name and the password. They are not kept and are not tried again.</source>
        <translation>Der Proxy %1 hat Namen und Passwort abgewiesen. Sie werden nicht aufbewahrt und nicht noch einmal versucht.</translation>
    </message>
    <message>
        <source>The keychain and the proxy %1 are asked…</source>
        <translation>Schlüsselbund und Proxy %1 werden gefragt …</translation>
    </message>
    <message>
        <source>The proxy %1 took the name “%2” and its password.</source>
        <translation>Der Proxy %1 hat den Namen „%2“ und sein Passwort angenommen.</translation>
    </message>
    <message>
        <source>The proxy %1 asks for a name and a password. What is to go out is kept until they are given.</source>
        <translation>Der Proxy %1 verlangt einen Namen und ein Passwort. Was hinausgehen soll, wird aufbewahrt, bis beides angegeben ist.</translation>
    </message>
    <message>
        <source>The proxy %1 refused the name “%2” with the password that is kept; it is not tried again. What is to go out is kept until another one is given.</source>
        <translation>Der Proxy %1 hat den Namen „%2“ mit dem aufbewahrten Passwort abgewiesen; es wird nicht noch einmal versucht. Was hinausgehen soll, wird aufbewahrt, bis ein anderes angegeben ist.</translation>
    </message>
    <message>
        <source>The proxy %1 asks for a name and a password, and they could not be read: %2</source>
        <translation>Der Proxy %1 verlangt einen Namen und ein Passwort, und beides ließ sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>The proxy %1 could not be reached, so the kept name and password are untried (%2).</source>
        <translation>Der Proxy %1 war nicht zu erreichen; Name und Passwort, die aufbewahrt sind, sind also unversucht (%2).</translation>
    </message>
</context>
<context>
    <name>segue::ProxyPlace</name>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>Passwort eingeben …</translation>
    </message>
</context>
<context>
    <name>segue::ProxySettings</name>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Name for the proxy</source>
        <translation>Name für den Proxy</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>Passwort für den Proxy</translation>
    </message>
    <message>
        <source>Keep them in the keychain</source>
        <translation>Im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>Without it they are kept in memory for this session only</source>
        <translation>Ohne Häkchen bleiben sie nur für diese Sitzung im Speicher</translation>
    </message>
    <message>
        <source>Use them</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>They are tried once at the proxy, and kept if it does not refuse them</source>
        <translation>Sie werden einmal am Proxy versucht und aufbewahrt, wenn er sie nicht abweist</translation>
    </message>
    <message>
        <source>Ask the keychain again</source>
        <translation>Schlüsselbund erneut fragen</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>The system is asked for its proxy…</source>
        <translation>Das System wird nach seinem Proxy gefragt …</translation>
    </message>
    <message>
        <source>For Segment&apos;s address the system names no proxy: Segue goes there directly.</source>
        <translation>Für die Adresse von Segment nennt das System keinen Proxy: Segue geht direkt dorthin.</translation>
    </message>
    <message>
        <source>For Segment&apos;s address the system names the proxy %1.</source>
        <translation>Für die Adresse von Segment nennt das System den Proxy %1.</translation>
    </message>
    <message>
        <source>The system names the proxy %1.</source>
        <translation>Das System nennt den Proxy %1.</translation>
    </message>
    <message>
        <source>The proxy refused the password of “%1” that is kept; it is not tried again.</source>
        <translation>Der Proxy hat das aufbewahrte Passwort von „%1“ abgewiesen; es wird nicht noch einmal versucht.</translation>
    </message>
    <message>
        <source>The password of “%1” for it is kept.</source>
        <translation>Das Passwort von „%1“ für ihn ist aufbewahrt.</translation>
    </message>
    <message>
        <source>No name and password for it are kept; it has not asked for any.</source>
        <translation>Kein Name und kein Passwort für ihn sind aufbewahrt; er hat noch keine verlangt.</translation>
    </message>
    <message>
        <source>A name for a proxy has no colon.</source>
        <translation>Ein Name für einen Proxy enthält keinen Doppelpunkt.</translation>
    </message>
    <message>
        <source>The proxy is asked…</source>
        <translation>Der Proxy wird gefragt …</translation>
    </message>
    <message>
        <source>They are forgotten.</source>
        <translation>Sie sind vergessen.</translation>
    </message>
</context>
<context>
    <name>segue::ProxyTrial</name>
    <message>
        <source>it did not answer in time</source>
        <translation>er hat nicht rechtzeitig geantwortet</translation>
    </message>
</context>
<context>
    <name>segue::PublicAddress</name>
    <message>
        <source>This is no address. It looks like https://segue.example.com.</source>
        <translation>Das ist keine Adresse. Sie sieht so aus: https://segue.example.com.</translation>
    </message>
    <message>
        <source>It must be an https address: the token in it would be readable on the way.</source>
        <translation>Es muss eine https-Adresse sein: Das Token darin wäre sonst unterwegs lesbar.</translation>
    </message>
    <message>
        <source>It must be without a user, a question mark and a #: Segue puts the path behind it.</source>
        <translation>Sie muss ohne Benutzer, Fragezeichen und # sein: Segue hängt den Pfad an.</translation>
    </message>
    <message>
        <source>This is the name of this computer itself, which Pushwoosh and Segment cannot reach. Give the address of the tunnel or proxy.</source>
        <translation>Das ist der Name dieses Computers selbst, den Pushwoosh und Segment nicht erreichen. Bitte die Adresse des Tunnels oder Proxys angeben.</translation>
    </message>
    <message>
        <source>“%1” is no origin. It looks like https://shop.example.</source>
        <translation>„%1“ ist kein Ursprung. Er sieht so aus: https://shop.example.</translation>
    </message>
    <message>
        <source>“%1” has more than scheme, name and port.</source>
        <translation>„%1“ hat mehr als Schema, Namen und Port.</translation>
    </message>
</context>
<context>
    <name>segue::PublicAddressCheck</name>
    <message>
        <source>Reached: the call came back to this receiver through the public address, and the token is right. Whether the other service comes through as well shows with its first event.</source>
        <translation>Erreicht: Der Aufruf kam über die öffentliche Adresse zu diesem Empfänger zurück, und das Token stimmt. Ob auch der andere Dienst durchkommt, zeigt sein erstes Ereignis.</translation>
    </message>
    <message>
        <source>A receiver answered, but it does not know the token: it is another Segue, or another data folder. Look where the tunnel leads to.</source>
        <translation>Ein Empfänger hat geantwortet, kennt aber das Token nicht: Es ist ein anderes Segue oder ein anderer Datenordner. Bitte nachsehen, wohin der Tunnel führt.</translation>
    </message>
    <message>
        <source>A receiver answered, but was called by another name than its public address. Give it this address in its settings, or let the tunnel pass the name on.</source>
        <translation>Ein Empfänger hat geantwortet, wurde aber mit einem anderen Namen als seiner öffentlichen Adresse gerufen. Bitte ihm diese Adresse in den Einstellungen geben oder den Tunnel den Namen weiterreichen lassen.</translation>
    </message>
    <message>
        <source>The tunnel or proxy answered with %1: behind it nobody listens. Turn the receiver on, and let the tunnel lead to its port.</source>
        <translation>Der Tunnel oder Proxy hat mit %1 geantwortet: Dahinter hört niemand zu. Bitte den Empfänger einschalten und den Tunnel zu seinem Port führen.</translation>
    </message>
    <message>
        <source>Something on the way asks for a log-in (%1). Pushwoosh and Segment would be turned away as well.</source>
        <translation>Unterwegs verlangt etwas eine Anmeldung (%1). Auch Pushwoosh und Segment würden abgewiesen.</translation>
    </message>
    <message>
        <source>The address leads elsewhere (%1), which the services may not follow. Give the address that answers itself.</source>
        <translation>Die Adresse führt anderswohin (%1), wohin die Dienste vielleicht nicht folgen. Bitte die Adresse angeben, die selbst antwortet.</translation>
    </message>
    <message>
        <source>Another server answered (%1), not this receiver. Look where the tunnel leads to.</source>
        <translation>Ein anderer Server hat geantwortet (%1), nicht dieser Empfänger. Bitte nachsehen, wohin der Tunnel führt.</translation>
    </message>
    <message>
        <source>The certificate of the public address is not trusted, and the services would refuse it too. %1</source>
        <translation>Dem Zertifikat der öffentlichen Adresse wird nicht vertraut, und auch die Dienste würden es ablehnen. %1</translation>
    </message>
    <message>
        <source>The public address gave no answer. %1</source>
        <translation>Die öffentliche Adresse hat nicht geantwortet. %1</translation>
    </message>
</context>
<context>
    <name>segue::PublicApi</name>
    <message>
        <source>Segment&apos;s catalogue has no source called %1. Add the source in Segment by hand and paste its write key.</source>
        <translation>Segments Katalog hat keine Quelle namens %1. Bitte die Quelle in Segment von Hand anlegen und ihren Schreibschlüssel einfügen.</translation>
    </message>
</context>
<context>
    <name>segue::PublicApiErrors</name>
    <message>
        <source>Segment did not accept the token (%1). It may be mistyped or revoked, belong to the other region or to a workspace without the Team or Business plan, or lack the right for this. Make a Public API token in Segment, under Settings &gt; Workspace settings &gt; Access Management &gt; Tokens; making sources and seeing write keys needs the role Workspace Owner.</source>
        <translation>Segment hat das Token nicht angenommen (%1). Es kann falsch geschrieben oder widerrufen sein, zur anderen Region oder zu einem Workspace ohne den Tarif Team oder Business gehören, oder das Recht hierfür nicht haben. Bitte in Segment ein Token der Public API anlegen, unter Settings &gt; Workspace settings &gt; Access Management &gt; Tokens; um Quellen anzulegen und Schreibschlüssel zu sehen, braucht es die Rolle Workspace Owner.</translation>
    </message>
    <message>
        <source>Segment has nothing by that name or id (404). It was removed, or it belongs to another workspace or region. Refresh the list and choose again.</source>
        <translation>Segment hat nichts unter diesem Namen oder dieser Kennung (404). Es wurde entfernt oder gehört zu einem anderen Workspace oder einer anderen Region. Bitte die Liste erneuern und noch einmal wählen.</translation>
    </message>
    <message>
        <source>The proxy asks for a name and a password (407). Sign in to it, then try again.</source>
        <translation>Der Proxy verlangt Namen und Passwort (407). Bitte dort anmelden, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Segment says that this is there already (409)%1. Choose another name, or use what is there.</source>
        <translation>Segment sagt, dass es das schon gibt (409)%1. Bitte einen anderen Namen wählen oder das Vorhandene benutzen.</translation>
    </message>
    <message>
        <source>Segment says that this is too much at once (413)%1. Ask for less.</source>
        <translation>Segment sagt, dass das zu viel auf einmal ist (413)%1. Bitte weniger anfragen.</translation>
    </message>
    <message>
        <source>Segment did not accept what was asked for (422)%1. Correct it, then try again.</source>
        <translation>Segment hat die Anfrage nicht angenommen (422)%1. Bitte berichtigen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Segment was asked too often (429). Try again in a minute.</source>
        <translation>Segment wurde zu oft gefragt (429). Bitte in einer Minute noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Segment has a fault on its side (%1). Try again in a few minutes; status.segment.com tells of known faults.</source>
        <translation>Segment hat einen Fehler auf seiner Seite (%1). Bitte in einigen Minuten noch einmal versuchen; bekannte Störungen stehen auf status.segment.com.</translation>
    </message>
    <message>
        <source>The Public API&apos;s address answered %1 (moved to another address); Segue follows no redirects. Check whether the network asks to sign in first.</source>
        <translation>Die Adresse der Public API antwortete mit %1 (an eine andere Adresse verschoben); Segue folgt keinen Weiterleitungen. Bitte prüfen, ob das Netzwerk zuerst eine Anmeldung verlangt.</translation>
    </message>
    <message>
        <source>Segment answered %1%2. Try again; if it stays so, do this step in Segment by hand.</source>
        <translation>Segment antwortete mit %1%2. Bitte noch einmal versuchen; bleibt es dabei, diesen Schritt in Segment von Hand erledigen.</translation>
    </message>
    <message>
        <source>Segment was asked too often (429) and asks to wait for %1 s. Try again then.</source>
        <translation>Segment wurde zu oft gefragt (429) und bittet, %1 s zu warten. Bitte danach noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Look in Segment whether it was done before you try again.</source>
        <translation>Bitte in Segment nachsehen, ob es geschehen ist, bevor es noch einmal versucht wird.</translation>
    </message>
    <message>
        <source>Check the network connection, then try again.</source>
        <translation>Bitte die Netzverbindung prüfen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The answer is not in the form of Segment&apos;s Public API. Something else may answer at its address, such as the sign-in page of a network: open a web page, then try again.</source>
        <translation>Die Antwort hat nicht die Form von Segments Public API. Vielleicht antwortet unter ihrer Adresse etwas anderes, etwa die Anmeldeseite eines Netzwerks: bitte eine Webseite öffnen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>There is no token for Segment&apos;s Public API. Nothing was sent. Enter one, or go on by hand.</source>
        <translation>Es ist kein Token für Segments Public API da. Nichts wurde gesendet. Bitte eines eingeben oder von Hand weitermachen.</translation>
    </message>
    <message>
        <source>The request to Segment was given up.</source>
        <translation>Die Anfrage an Segment wurde aufgegeben.</translation>
    </message>
</context>
<context>
    <name>segue::PushwooshSteps</name>
    <message>
        <source>Log in to Pushwoosh and select the application</source>
        <translation>Bei Pushwoosh anmelden und die Anwendung auswählen</translation>
    </message>
    <message>
        <source>Go to Settings › 3rd party integration › Segment and press Configure</source>
        <translation>Zu Settings › 3rd party integration › Segment gehen und „Configure“ drücken</translation>
    </message>
    <message>
        <source>Enter the write key</source>
        <translation>Den Schreibschlüssel eintragen</translation>
    </message>
    <message>
        <source>Fill in the Events field</source>
        <translation>Das Feld „Events“ ausfüllen</translation>
    </message>
    <message>
        <source>Press Apply</source>
        <translation>„Apply“ drücken</translation>
    </message>
</context>
<context>
    <name>segue::QueueFigures</name>
    <message>
        <source>%1 queued</source>
        <comment>a number of events</comment>
        <translation>%1 eingereiht</translation>
    </message>
    <message>
        <source>oldest since %1</source>
        <comment>a time</comment>
        <translation>ältestes seit %1</translation>
    </message>
    <message>
        <source>next try at %1</source>
        <comment>a time</comment>
        <translation>nächster Versuch um %1</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <comment>events</comment>
        <translation>%1 je Sekunde</translation>
    </message>
</context>
<context>
    <name>segue::RatePlot</name>
    <message>
        <source>Events over the last minutes</source>
        <translation>Ereignisse der letzten Minuten</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>events per second, very short</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 per second now, %2</source>
        <comment>rate of events, how many failed</comment>
        <translation>Jetzt %1 je Sekunde, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n failed in the last 5 minutes</source>
        <translation>
            <numerusform>%n in den letzten 5 Minuten fehlgeschlagen</numerusform>
            <numerusform>%n in den letzten 5 Minuten fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <comment>two times of day, number of events</comment>
        <translation>%1 bis %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n Ereignis</numerusform>
            <numerusform>%n Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag to show only that time</source>
        <translation>Ziehen, um nur diese Zeit zu zeigen</translation>
    </message>
    <message>
        <source>%1 to %2. Enter shows only that time.</source>
        <translation>%1 bis %2. Die Eingabetaste zeigt nur diese Zeit.</translation>
    </message>
</context>
<context>
    <name>segue::ReceiverPart</name>
    <message>
        <source>The receiver is off, so nothing comes in. Turn it on in the status bar.</source>
        <translation>Der Empfänger ist aus, also kommt nichts an. Er wird in der Statusleiste eingeschaltet.</translation>
    </message>
    <message>
        <source>The receiver listens on port %1 of this computer. Pushwoosh and Segment are in the cloud: they reach it through a tunnel or proxy, whose address is given in the settings (%2).</source>
        <translation>Der Empfänger hört auf Port %1 dieses Computers. Pushwoosh und Segment sind in der Cloud: Sie erreichen ihn über einen Tunnel oder Proxy, dessen Adresse in den Einstellungen steht (%2).</translation>
    </message>
    <message>
        <source>The receiver listens on port %1, and is reached from outside at %2.</source>
        <translation>Der Empfänger hört auf Port %1 und ist von außen unter %2 zu erreichen.</translation>
    </message>
</context>
<context>
    <name>segue::ReceiverPlace</name>
    <message>
        <source>%1 %: %2</source>
        <comment>share of requests, what is done to them</comment>
        <translation>%1 %: %2</translation>
    </message>
    <message numerus="yes">
        <source>429, wait %n second(s)</source>
        <translation>
            <numerusform>429, %n Sekunde warten</numerusform>
            <numerusform>429, %n Sekunden warten</numerusform>
        </translation>
    </message>
    <message>
        <source>server errors (5xx)</source>
        <translation>Serverfehler (5xx)</translation>
    </message>
    <message numerus="yes">
        <source>answered %n second(s) late</source>
        <translation>
            <numerusform>%n Sekunde zu spät beantwortet</numerusform>
            <numerusform>%n Sekunden zu spät beantwortet</numerusform>
        </translation>
    </message>
    <message>
        <source>connection cut</source>
        <translation>Verbindung getrennt</translation>
    </message>
    <message>
        <source>The receiver plays faults to its clients: %1. What is refused is not kept.</source>
        <translation>Der Empfänger spielt seinen Clients Störungen vor: %1. Was abgelehnt wird, wird nicht behalten.</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>The receiver listens on port %1 from now on. What was pointed at the old port has to be told.</source>
        <translation>Der Empfänger hört von jetzt an auf Port %1. Was auf den alten Port gerichtet war, muss es erfahren.</translation>
    </message>
    <message>
        <source>Use another port</source>
        <translation>Anderen Port nehmen</translation>
    </message>
</context>
<context>
    <name>segue::ReceiverService</name>
    <message>
        <source>The receiver could not listen on port %1 of this computer: another program has it, or the system keeps it. Choose another port, or end that program; 0 takes any free one.</source>
        <translation>Der Empfänger konnte auf Port %1 dieses Computers nicht lauschen: ein anderes Programm hat ihn, oder das System behält ihn. Einen anderen Port wählen oder das andere Programm beenden; 0 nimmt irgendeinen freien.</translation>
    </message>
    <message>
        <source>Another Segue with the same data, such as its service or “segue receive”, receives on port %1 of this computer. What it takes is kept and shown here as well, so no other port is needed.</source>
        <translation>Ein anderes Segue mit denselben Daten, etwa sein Dienst oder „segue receive“, empfängt auf Port %1 dieses Computers. Was es annimmt, bleibt erhalten und erscheint auch hier; ein anderer Port ist nicht nötig.</translation>
    </message>
    <message>
        <source>The receiver could not start, so nothing comes in: port %1 is taken by another program. It is tried again every 10 seconds.</source>
        <translation>Der Empfänger konnte nicht starten, also kommt nichts an: Ein anderes Programm belegt Port %1. Alle 10 Sekunden wird es neu versucht.</translation>
    </message>
</context>
<context>
    <name>segue::ReceiverSettings</name>
    <message>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Receive events on this computer</source>
        <translation>Ereignisse auf diesem Computer empfangen</translation>
    </message>
    <message>
        <source>Off by default: nothing listens that nobody asked for. It answers programs on this computer only.</source>
        <translation>Vorgabe: aus. Nichts hört zu, worum niemand gebeten hat. Er antwortet nur Programmen auf diesem Computer.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>8765 by default, or the first free one; it stays the same, so that what is pointed at it finds it again.</source>
        <translation>Vorgabe: 8765, oder der erste freie; er bleibt derselbe, damit ihn wiederfindet, was auf ihn gerichtet ist.</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Öffentliche Adresse</translation>
    </message>
    <message>
        <source>Empty by default: Pushwoosh and Segment are in the cloud and reach this computer only through a tunnel or reverse proxy that you run. Its https address stands here; it opens nothing but the secret addresses on the Setup pages.</source>
        <translation>Vorgabe: leer. Pushwoosh und Segment sind in der Cloud und erreichen diesen Computer nur über einen selbst betriebenen Tunnel oder Reverse-Proxy. Hier steht dessen https-Adresse; sie öffnet nichts als die geheimen Adressen auf den Seiten „Einrichtung“.</translation>
    </message>
    <message>
        <source>Web pages that may send</source>
        <translation>Webseiten, die senden dürfen</translation>
    </message>
    <message>
        <source>Empty by default: a page in a browser is refused, since any page could try. Origins, with spaces between them.</source>
        <translation>Vorgabe: leer. Eine Seite in einem Browser wird abgelehnt, denn jede könnte es versuchen. Ursprünge, durch Leerzeichen getrennt.</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>Streng</translation>
    </message>
    <message numerus="yes">
        <source>At most %n origins can be allowed.</source>
        <translation>
            <numerusform>Höchstens %n Ursprung kann erlaubt werden.</numerusform>
            <numerusform>Höchstens %n Ursprünge können erlaubt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Off by default: a call that Segment would take and then drop is answered 200, as Segment does. Strict answers 400 with the reason, so that a client&apos;s mistake shows.</source>
        <translation>Vorgabe: aus. Ein Aufruf, den Segment annähme und dann verwürfe, wird wie dort mit 200 beantwortet. „Streng“ antwortet 400 mit dem Grund, damit sich der Fehler eines Clients zeigt.</translation>
    </message>
</context>
<context>
    <name>segue::RecentSends</name>
    <message>
        <source>Last sends</source>
        <translation>Zuletzt gesendet</translation>
    </message>
</context>
<context>
    <name>segue::RelayCard</name>
    <message>
        <source>Address for Pushwoosh&apos;s webhook</source>
        <translation>Adresse für den Webhook von Pushwoosh</translation>
    </message>
    <message>
        <source>Send the same event only once within 24 hours</source>
        <translation>Dasselbe Ereignis innerhalb von 24 Stunden nur einmal senden</translation>
    </message>
    <message>
        <source>Pushwoosh&apos;s webhook</source>
        <translation>Webhook von Pushwoosh</translation>
    </message>
    <message>
        <source>Pushwoosh repeats an event when an answer was lost. A repeat is counted at the first one.</source>
        <translation>Pushwoosh wiederholt ein Ereignis, wenn eine Antwort verloren ging. Eine Wiederholung wird beim ersten gezählt.</translation>
    </message>
    <message>
        <source>Why no event will arrive twice</source>
        <translation>Warum kein Ereignis zweimal ankommt</translation>
    </message>
    <message>
        <source>With the integration that is built into Pushwoosh and the relay together, every event would arrive in Segment twice. To switch the relay on, say why it will not:</source>
        <translation>Mit der in Pushwoosh eingebauten Integration und der Weiterleitung zusammen käme jedes Ereignis zweimal in Segment an. Um die Weiterleitung einzuschalten, bitte angeben, warum es nicht so ist:</translation>
    </message>
    <message>
        <source>Switch the relay off</source>
        <translation>Weiterleitung ausschalten</translation>
    </message>
    <message>
        <source>Switch the relay on</source>
        <translation>Weiterleitung einschalten</translation>
    </message>
    <message>
        <source>The relay is on: what the webhook brings is sent on to Segment. Confirmed on %1: %2.</source>
        <comment>date, why no event arrives twice</comment>
        <translation>Die Weiterleitung ist an: Was der Webhook bringt, wird an Segment weitergesendet. Bestätigt am %1: %2.</translation>
    </message>
    <message>
        <source>The relay is off: what the webhook brings is kept as Received, and not sent.</source>
        <translation>Die Weiterleitung ist aus: Was der Webhook bringt, wird als „Empfangen“ behalten und nicht gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>Send the kept %n…</source>
        <comment>events</comment>
        <translation>
            <numerusform>%n behaltenes senden …</numerusform>
            <numerusform>%n behaltene senden …</numerusform>
        </translation>
    </message>
    <message>
        <source>Send the kept events?</source>
        <translation>Die behaltenen Ereignisse senden?</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) that the webhook brought while the relay was off go to Segment now, the oldest first.</source>
        <translation>
            <numerusform>%n Ereignis, das der Webhook bei ausgeschalteter Weiterleitung gebracht hat, geht jetzt an Segment.</numerusform>
            <numerusform>%n Ereignisse, die der Webhook bei ausgeschalteter Weiterleitung gebracht hat, gehen jetzt an Segment, die ältesten zuerst.</numerusform>
        </translation>
    </message>
    <message>
        <source>They go to the source of “%1”. If the built-in integration was on in that time, they arrive a second time.</source>
        <translation>Sie gehen zur Quelle von „%1“. War die eingebaute Integration in dieser Zeit an, kommen sie ein zweites Mal an.</translation>
    </message>
    <message>
        <source>Send them</source>
        <translation>Senden</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are queued.</source>
        <translation>
            <numerusform>%n Ereignis ist eingereiht.</numerusform>
            <numerusform>%n Ereignisse sind eingereiht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pushwoosh&apos;s built-in Segment integration is off for this application</source>
        <translation>Die in Pushwoosh eingebaute Segment-Integration ist für diese Anwendung aus</translation>
    </message>
    <message>
        <source>Pushwoosh&apos;s built-in integration goes to another source than this one</source>
        <translation>Die in Pushwoosh eingebaute Integration geht zu einer anderen Quelle als dieser</translation>
    </message>
    <message>
        <source>Relay to PROD?</source>
        <translation>An PROD weiterleiten?</translation>
    </message>
    <message>
        <source>“%1” is a PROD connection.</source>
        <translation>„%1“ ist eine PROD-Verbindung.</translation>
    </message>
    <message>
        <source>Each webhook event that comes from now on is sent there, to live destinations.</source>
        <translation>Jedes Webhook-Ereignis, das von nun an kommt, wird dorthin gesendet, an echte Ziele.</translation>
    </message>
    <message>
        <source>Send more than %1 kept ones…</source>
        <comment>events</comment>
        <translation>Mehr als %1 aufbewahrte senden …</translation>
    </message>
    <message>
        <source>More than %1 events that the webhook brought while the relay was off go to Segment now, the oldest first.</source>
        <translation>Mehr als %1 Ereignisse, die der Webhook bei ausgeschalteter Weiterleitung brachte, gehen jetzt an Segment, die ältesten zuerst.</translation>
    </message>
    <message>
        <source>“%1” is a PROD connection: its destinations are live.</source>
        <translation>„%1“ ist eine PROD-Verbindung: Ihre Ziele sind in Betrieb.</translation>
    </message>
</context>
<context>
    <name>segue::RemoveConnection</name>
    <message>
        <source>The removed connection&apos;s key is still in the keychain; Segue tries again at its next start. %1</source>
        <translation>Der Schlüssel der entfernten Verbindung ist noch im Schlüsselbund; Segue versucht es beim nächsten Start wieder. %1</translation>
    </message>
    <message>
        <source>Remove the connection?</source>
        <translation>Die Verbindung entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>“%1” is removed. Its key leaves the keychain in 10 seconds.</source>
        <translation>„%1“ ist entfernt. Der Schlüssel verlässt den Schlüsselbund in 10 Sekunden.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>segue::ReportSaver</name>
    <message>
        <source>As Markdown…</source>
        <translation>Als Markdown …</translation>
    </message>
    <message>
        <source>As HTML…</source>
        <translation>Als HTML …</translation>
    </message>
    <message>
        <source>As PDF…</source>
        <translation>Als PDF …</translation>
    </message>
    <message>
        <source>With ids unmasked</source>
        <translation>Mit unmaskierten Kennungen</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Den Bericht speichern</translation>
    </message>
    <message>
        <source>%1 files (%2)</source>
        <translation>%1-Dateien (%2)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Der Bericht liegt in %1.</translation>
    </message>
</context>
<context>
    <name>segue::RetentionSettings</name>
    <message>
        <source>How long events are kept</source>
        <translation>Wie lange Ereignisse bleiben</translation>
    </message>
    <message>
        <source>The first limit that is reached counts. What is not delivered yet is never removed. A smaller number removes events for good, within minutes.</source>
        <translation>Es zählt die Grenze, die zuerst erreicht ist. Was noch nicht zugestellt ist, wird nie entfernt. Eine kleinere Zahl entfernt Ereignisse endgültig, innerhalb von Minuten.</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>30 days by default: long enough to look into a complaint, short enough for people&apos;s data.</source>
        <translation>Vorgabe: 30 Tage. Lang genug, um einer Beschwerde nachzugehen, kurz genug für Daten von Menschen.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>Size of the journal</source>
        <translation>Größe des Journals</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>2,000 MB by default, some millions of events.</source>
        <translation>Vorgabe: 2.000 MB, einige Millionen Ereignisse.</translation>
    </message>
    <message>
        <source>Number of events</source>
        <translation>Zahl der Ereignisse</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>5,000,000 by default: the log stays quick to search.</source>
        <translation>Vorgabe: 5.000.000. Das Protokoll bleibt schnell zu durchsuchen.</translation>
    </message>
</context>
<context>
    <name>segue::RetryActions</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Cancel sending</source>
        <translation>Senden abbrechen</translation>
    </message>
    <message>
        <source>Try all again…</source>
        <translation>Alle erneut versuchen …</translation>
    </message>
    <message>
        <source>Everything in this list that was refused, blocked, given up or cancelled</source>
        <translation>Alles in dieser Liste, was abgelehnt, zurückgehalten, aufgegeben oder abgebrochen wurde</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) cancelled. What was being sent at that moment may still arrive.</source>
        <translation>
            <numerusform>%n Ereignis abgebrochen. Was in diesem Augenblick gesendet wurde, kann noch ankommen.</numerusform>
            <numerusform>%n Ereignisse abgebrochen. Was in diesem Augenblick gesendet wurde, kann noch ankommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be tried again as it is: Segment would still drop these events. “Send again…” opens one to be corrected.</source>
        <translation>Nichts davon kann erneut versucht werden, wie es ist: Segment würde diese Ereignisse weiterhin verwerfen. „Noch einmal senden …“ öffnet eines zum Berichtigen.</translation>
    </message>
    <message>
        <source>Nothing here can be tried again: only what was refused, blocked, given up or cancelled can.</source>
        <translation>Hier kann nichts erneut versucht werden: nur, was abgelehnt, zurückgehalten, aufgegeben oder abgebrochen wurde.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them may arrive twice: an earlier try lies more than a day back, nobody knows whether it arrived, and Segment has forgotten its message ID by now.</source>
        <translation>
            <numerusform>%n davon kann doppelt ankommen: Ein früherer Versuch liegt mehr als einen Tag zurück, niemand weiß, ob er ankam, und Segment hat die messageId inzwischen vergessen.</numerusform>
            <numerusform>%n davon können doppelt ankommen: Ein früherer Versuch liegt mehr als einen Tag zurück, niemand weiß, ob er ankam, und Segment hat die messageIds inzwischen vergessen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more stay blocked: Segment would still drop them.</source>
        <translation>
            <numerusform>%n weiteres bleibt zurückgehalten: Segment würde es weiterhin verwerfen.</numerusform>
            <numerusform>%n weitere bleiben zurückgehalten: Segment würde sie weiterhin verwerfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again?</source>
        <translation>Erneut versuchen?</translation>
    </message>
    <message numerus="yes">
        <source>Try %n event(s) again, under their own message IDs?</source>
        <translation>
            <numerusform>%n Ereignis unter seiner eigenen messageId erneut versuchen?</numerusform>
            <numerusform>%n Ereignisse unter ihren eigenen messageIds erneut versuchen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are queued again.</source>
        <translation>
            <numerusform>%n Ereignis ist wieder eingereiht.</numerusform>
            <numerusform>%n Ereignisse sind wieder eingereiht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::RotationCard</name>
    <message>
        <source>Prove the new key…</source>
        <translation>Den neuen Schlüssel nachweisen …</translation>
    </message>
    <message>
        <source>Use the old key again</source>
        <translation>Den alten Schlüssel wieder verwenden</translation>
    </message>
    <message>
        <source>Remove the old key…</source>
        <translation>Den alten Schlüssel entfernen …</translation>
    </message>
    <message>
        <source>The key was replaced on %1. The old one is kept until a test is proven.</source>
        <translation>Der Schlüssel wurde am %1 ersetzt. Der alte bleibt aufbewahrt, bis ein Test nachgewiesen ist.</translation>
    </message>
    <message>
        <source>The key was replaced. The old one is kept until a test is proven.</source>
        <translation>Der Schlüssel wurde ersetzt. Der alte bleibt aufbewahrt, bis ein Test nachgewiesen ist.</translation>
    </message>
    <message>
        <source>Segment knows the new key. Whether it is the key of this very source, only a test shows; if you are sure, remove the old one now.</source>
        <translation>Segment kennt den neuen Schlüssel. Ob es der Schlüssel genau dieser Quelle ist, zeigt nur ein Test; wer sicher ist, kann den alten jetzt entfernen.</translation>
    </message>
    <message>
        <source>Remove the old key?</source>
        <translation>Den alten Schlüssel entfernen?</translation>
    </message>
    <message>
        <source>The new key of “%1” has not been proven by a test.</source>
        <translation>Der neue Schlüssel von „%1“ ist noch durch keinen Test nachgewiesen.</translation>
    </message>
    <message>
        <source>The old one leaves this computer, and cannot be brought back here. Nothing changes in Segment.</source>
        <translation>Der alte wird von diesem Rechner entfernt und lässt sich hier nicht zurückholen. In Segment ändert sich nichts.</translation>
    </message>
    <message>
        <source>Remove the old key</source>
        <translation>Den alten Schlüssel entfernen</translation>
    </message>
    <message>
        <source>The old key was removed.</source>
        <translation>Der alte Schlüssel wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>segue::RouteAddress</name>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>Erneuern …</translation>
    </message>
    <message>
        <source>Check from outside</source>
        <translation>Von außen prüfen</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <comment>whose address</comment>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Make a new address: %1</source>
        <comment>whose address</comment>
        <translation>Neue Adresse erzeugen: %1</translation>
    </message>
    <message>
        <source>Check from outside: %1</source>
        <comment>whose address</comment>
        <translation>Von außen prüfen: %1</translation>
    </message>
    <message>
        <source>First give the receiver a public address, in the settings</source>
        <translation>Zuerst dem Empfänger in den Einstellungen eine öffentliche Adresse geben</translation>
    </message>
    <message>
        <source>This address is good on this computer only. A public address, set in the settings, makes it one that can be reached from outside.</source>
        <translation>Diese Adresse gilt nur auf diesem Computer. Eine öffentliche Adresse in den Einstellungen macht sie von außen erreichbar.</translation>
    </message>
    <message>
        <source>The address is made when it is first copied.</source>
        <translation>Die Adresse entsteht, wenn sie zum ersten Mal kopiert wird.</translation>
    </message>
    <message>
        <source>The address before is good until %1.</source>
        <translation>Die vorige Adresse gilt bis %1.</translation>
    </message>
    <message>
        <source>Copied. It is a secret: whoever has it can send events here. It leaves the clipboard after 30 seconds.</source>
        <translation>Kopiert. Sie ist ein Geheimnis: Wer sie hat, kann Ereignisse hierher senden. Sie verlässt die Zwischenablage nach 30 Sekunden.</translation>
    </message>
    <message>
        <source>Make a new address?</source>
        <translation>Neue Adresse erzeugen?</translation>
    </message>
    <message>
        <source>The old address goes on working for 24 hours, then it ends.</source>
        <translation>Die alte Adresse gilt noch 24 Stunden, dann endet sie.</translation>
    </message>
    <message>
        <source>Within that time, put the new one into Pushwoosh.</source>
        <translation>Bitte in dieser Zeit die neue in Pushwoosh eintragen.</translation>
    </message>
    <message>
        <source>Within that time, put the new one into the destination in Segment.</source>
        <translation>Bitte in dieser Zeit die neue im Ziel in Segment eintragen.</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>Neue erzeugen</translation>
    </message>
    <message>
        <source>A new address was made and copied. It leaves the clipboard after 30 seconds.</source>
        <translation>Eine neue Adresse wurde erzeugt und kopiert. Sie verlässt die Zwischenablage nach 30 Sekunden.</translation>
    </message>
    <message>
        <source>Calling the public address…</source>
        <translation>Die öffentliche Adresse wird gerufen …</translation>
    </message>
</context>
<context>
    <name>segue::RouteTokens</name>
    <message>
        <source>This connection has no address: it has been removed, or is the sandbox.</source>
        <translation>Diese Verbindung hat keine Adresse: sie wurde entfernt oder ist die Sandbox.</translation>
    </message>
    <message>
        <source>The address of this connection was made on another computer, or its token was taken out of the keychain, so it cannot be shown here. It goes on working. Make a new one to see it; the old one is then good for 24 hours more.</source>
        <translation>Die Adresse dieser Verbindung wurde auf einem anderen Computer erzeugt, oder ihr Token wurde aus dem Schlüsselbund genommen, daher kann sie hier nicht gezeigt werden. Sie gilt weiter. Eine neue erzeugen, um sie zu sehen; die alte gilt dann noch 24 Stunden.</translation>
    </message>
    <message>
        <source>The address of this connection is being changed already. Wait a moment, then try again.</source>
        <translation>Die Adresse dieser Verbindung wird schon geändert. Einen Augenblick warten und erneut versuchen.</translation>
    </message>
    <message>
        <source>An empty secret would let every echo pass. Nothing was changed.</source>
        <translation>Ein leeres Geheimnis ließe jedes Echo durch. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>segue::RowCopier</name>
    <message numerus="yes">
        <source>More than %n rows are too many for the clipboard, so nothing was copied. Export them into a file instead.</source>
        <translation>
            <numerusform>Mehr als %n Zeile ist zu viel für die Zwischenablage, daher wurde nichts kopiert. Bitte stattdessen in eine Datei exportieren.</numerusform>
            <numerusform>Mehr als %n Zeilen sind zu viele für die Zwischenablage, daher wurde nichts kopiert. Bitte stattdessen in eine Datei exportieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>These rows hold more text than a clipboard should, so nothing was copied. Export them into a file instead.</source>
        <translation>Diese Zeilen enthalten mehr Text, als in eine Zwischenablage gehört, daher wurde nichts kopiert. Bitte stattdessen in eine Datei exportieren.</translation>
    </message>
</context>
<context>
    <name>segue::RowMenu</name>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>Noch einmal senden …</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n row(s)</source>
        <translation>
            <numerusform>%n Zeile kopieren</numerusform>
            <numerusform>%n Zeilen kopieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>As NDJSON</source>
        <translation>Als NDJSON</translation>
    </message>
    <message>
        <source>As CSV</source>
        <translation>Als CSV</translation>
    </message>
    <message>
        <source>Message IDs</source>
        <translation>Message-IDs</translation>
    </message>
    <message>
        <source>Only this event: %1</source>
        <translation>Nur dieses Ereignis: %1</translation>
    </message>
    <message>
        <source>Only this user: %1</source>
        <translation>Nur dieser Benutzer: %1</translation>
    </message>
    <message>
        <source>Only this device: %1</source>
        <translation>Nur dieses Gerät: %1</translation>
    </message>
    <message>
        <source>Only this campaign: %1</source>
        <translation>Nur diese Kampagne: %1</translation>
    </message>
    <message>
        <source>Leave out this event</source>
        <translation>Dieses Ereignis weglassen</translation>
    </message>
    <message>
        <source>Leave out this user</source>
        <translation>Diesen Benutzer weglassen</translation>
    </message>
    <message>
        <source>Leave out this device</source>
        <translation>Dieses Gerät weglassen</translation>
    </message>
    <message>
        <source>Leave out this campaign</source>
        <translation>Diese Kampagne weglassen</translation>
    </message>
    <message>
        <source>Erase this person…</source>
        <translation>Diese Person löschen …</translation>
    </message>
</context>
<context>
    <name>segue::RunFigures</name>
    <message>
        <source>There is no run to ask about yet.</source>
        <translation>Es gibt noch keinen Lauf, nach dem gefragt werden könnte.</translation>
    </message>
    <message>
        <source>Asking Segment…</source>
        <translation>Segment wird gefragt …</translation>
    </message>
    <message>
        <source>Not asked while this page is not looked at.</source>
        <translation>Wird nicht gefragt, solange diese Seite nicht angesehen wird.</translation>
    </message>
    <message>
        <source>Segment did not tell this run apart, so these are its counts by name since the run began: events of others are among them.</source>
        <translation>Segment hat diesen Lauf nicht von anderen getrennt; dies ist daher seine Zählung nach Namen seit Beginn des Laufs: Ereignisse anderer sind darunter.</translation>
    </message>
    <message>
        <source>Every event of the run is counted under the run&apos;s id.</source>
        <translation>Jedes Ereignis des Laufs ist unter seiner Kennung gezählt.</translation>
    </message>
    <message numerus="yes">
        <source>Not every event was counted within %n minute(s). Counts come late at times; ask again later, or look into the source&apos;s Event Delivery in Segment.</source>
        <translation>
            <numerusform>Nicht jedes Ereignis wurde innerhalb von %n Minute gezählt. Zahlen kommen manchmal spät; bitte später noch einmal fragen oder in Segment unter Event Delivery der Quelle nachsehen.</numerusform>
            <numerusform>Nicht jedes Ereignis wurde innerhalb von %n Minuten gezählt. Zahlen kommen manchmal spät; bitte später noch einmal fragen oder in Segment unter Event Delivery der Quelle nachsehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Segment does not tell this run apart, so these are its counts by name since the run began: events of others are among them.</source>
        <translation>Segment trennt diesen Lauf nicht von anderen; dies ist daher seine Zählung nach Namen seit Beginn des Laufs: Ereignisse anderer sind darunter.</translation>
    </message>
    <message>
        <source>Segment counts an event about half a minute after it arrived, at times later.</source>
        <translation>Segment zählt ein Ereignis etwa eine halbe Minute nach seiner Ankunft, manchmal später.</translation>
    </message>
</context>
<context>
    <name>segue::SavedFiltersMenu</name>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>No filter is saved yet</source>
        <translation>Noch kein Filter gespeichert</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>Diesen Filter speichern …</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Name of the filter:</source>
        <translation>Name des Filters:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>New name of the filter:</source>
        <translation>Neuer Name des Filters:</translation>
    </message>
</context>
<context>
    <name>segue::SearchEdit</name>
    <message>
        <source>Completions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>segue::SearchLanguage</name>
    <message>
        <source>ten minutes ago</source>
        <translation>vor zehn Minuten</translation>
    </message>
    <message>
        <source>an hour ago</source>
        <translation>vor einer Stunde</translation>
    </message>
    <message>
        <source>a day ago</source>
        <translation>vor einem Tag</translation>
    </message>
    <message>
        <source>a week ago</source>
        <translation>vor einer Woche</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>noch keine Antwort</translation>
    </message>
    <message>
        <source>Text anywhere in the payload</source>
        <translation>Text irgendwo im Inhalt</translation>
    </message>
    <message>
        <source>Name of the event</source>
        <translation>Name des Ereignisses</translation>
    </message>
    <message>
        <source>User ID, exactly</source>
        <translation>User-ID, genau</translation>
    </message>
    <message>
        <source>HWID, exactly</source>
        <translation>HWID, genau</translation>
    </message>
    <message>
        <source>Campaign code, exactly</source>
        <translation>Kampagnencode, genau</translation>
    </message>
    <message>
        <source>Device type</source>
        <translation>Gerätetyp</translation>
    </message>
    <message>
        <source>Message ID, exactly</source>
        <translation>Message-ID, genau</translation>
    </message>
    <message>
        <source>What became of the event</source>
        <translation>Was aus dem Ereignis wurde</translation>
    </message>
    <message>
        <source>HTTP status of the last answer</source>
        <translation>HTTP-Status der letzten Antwort</translation>
    </message>
    <message>
        <source>Where the event came from</source>
        <translation>Woher das Ereignis kam</translation>
    </message>
    <message>
        <source>When it was received</source>
        <translation>Wann es empfangen wurde</translation>
    </message>
    <message>
        <source>Milliseconds of the last attempt</source>
        <translation>Millisekunden des letzten Versuchs</translation>
    </message>
    <message>
        <source>Value in the payload</source>
        <translation>Wert im Inhalt</translation>
    </message>
    <message>
        <source>“%1” is not one value. Name a member of it, as in %2.</source>
        <translation>„%1“ ist nicht ein einzelner Wert. Bitte einen Eintrag darin nennen, etwa %2.</translation>
    </message>
    <message>
        <source>There is no field “%1”; “%2” is the nearest. To find the text itself, put it in quotes.</source>
        <translation>Es gibt kein Feld „%1“; am nächsten kommt „%2“. Um den Text selbst zu finden, bitte in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>There is no field “%1”. Fields are %2, and paths such as properties.message_type. To find the text itself, put it in quotes.</source>
        <translation>Es gibt kein Feld „%1“. Felder sind %2 und Pfade wie properties.message_type. Um den Text selbst zu finden, bitte in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>The quote is not closed. Put a &quot; at the end of the phrase.</source>
        <translation>Das Anführungszeichen ist nicht geschlossen. Bitte ein &quot; ans Ende der Wortfolge setzen.</translation>
    </message>
    <message>
        <source>Put a blank behind the closing quote; a quote inside a phrase is written \&quot;.</source>
        <translation>Bitte ein Leerzeichen hinter das schließende Anführungszeichen setzen; ein Anführungszeichen in einer Wortfolge wird \&quot; geschrieben.</translation>
    </message>
    <message>
        <source>There is nothing between the quotes. Write what to look for.</source>
        <translation>Zwischen den Anführungszeichen steht nichts. Bitte schreiben, was gesucht wird.</translation>
    </message>
    <message>
        <source>A value is missing beside the comma.</source>
        <translation>Neben dem Komma fehlt ein Wert.</translation>
    </message>
    <message>
        <source>A value is missing behind “%1”.</source>
        <translation>Hinter „%1“ fehlt ein Wert.</translation>
    </message>
    <message>
        <source>Sending lasts a moment and is not kept. Write “queued” for what has no answer yet.</source>
        <translation>Das Senden dauert nur einen Augenblick und wird nicht festgehalten. Für alles, was noch keine Antwort hat, bitte „queued“ schreiben.</translation>
    </message>
    <message>
        <source>There is no state “%1”.</source>
        <translation>Es gibt keinen Zustand „%1“.</translation>
    </message>
    <message>
        <source>There is no origin “%1”.</source>
        <translation>Es gibt keine Herkunft „%1“.</translation>
    </message>
    <message>
        <source>Write one of: %1.</source>
        <translation>Möglich sind: %1.</translation>
    </message>
    <message>
        <source>Is it “%1”?</source>
        <translation>War „%1“ gemeint?</translation>
    </message>
    <message>
        <source>“%1” is no HTTP status. Write one such as 400, a class such as 5xx, or none.</source>
        <translation>„%1“ ist kein HTTP-Status. Bitte einen wie 400, eine Klasse wie 5xx oder none schreiben.</translation>
    </message>
    <message>
        <source>OR stands between two searches: the one before it is missing. To find the word itself, put it in quotes.</source>
        <translation>OR steht zwischen zwei Suchen: Die davor fehlt. Um das Wort selbst zu finden, bitte in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>OR stands between two searches: the one behind it is missing. To find the word itself, put it in quotes.</source>
        <translation>OR steht zwischen zwei Suchen: Die dahinter fehlt. Um das Wort selbst zu finden, bitte in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>All terms must be meant anyway: leave AND out, or put it in quotes.</source>
        <translation>Ohnehin müssen alle Begriffe zutreffen: Bitte AND weglassen oder in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>Write a - before what to leave out, or put NOT in quotes.</source>
        <translation>Bitte ein - vor das schreiben, was wegbleiben soll, oder NOT in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>“%1” cannot be compared with %2. Write “%1:”.</source>
        <translation>„%1“ kann nicht mit %2 verglichen werden. Bitte „%1:“ schreiben.</translation>
    </message>
    <message>
        <source>Write time&gt; or time&lt; and a time, as in time&gt;10m (the last ten minutes) or time&lt;2026-11-24T10:00.</source>
        <translation>Bitte time&gt; oder time&lt; und eine Zeit schreiben, etwa time&gt;10m (die letzten zehn Minuten) oder time&lt;2026-11-24T10:00.</translation>
    </message>
    <message>
        <source>Write latency&gt; or latency&lt; and milliseconds, as in latency&gt;200.</source>
        <translation>Bitte latency&gt; oder latency&lt; und Millisekunden schreiben, etwa latency&gt;200.</translation>
    </message>
    <message>
        <source>“%1” is no time. Write 10m, 2h or 7d for so long ago, or a date and time such as 2026-11-24T10:00.</source>
        <translation>„%1“ ist keine Zeit. Bitte 10m, 2h oder 7d schreiben (so lange ist es her) oder Datum und Uhrzeit wie 2026-11-24T10:00.</translation>
    </message>
    <message>
        <source>“%1” is no length of time. Write milliseconds, as in latency&gt;200.</source>
        <translation>„%1“ ist keine Dauer. Bitte Millisekunden schreiben, etwa latency&gt;200.</translation>
    </message>
</context>
<context>
    <name>segue::SegmentPage</name>
    <message>
        <source>Which source in Segment?</source>
        <translation>Welche Quelle in Segment?</translation>
    </message>
    <message>
        <source>The write key of the source lets Segue send test events to it. It goes into the keychain and nowhere else.</source>
        <translation>Mit dem Schreibschlüssel der Quelle kann Segue ihr Testereignisse senden. Er kommt in den Schlüsselbund und nirgendwo sonst hin.</translation>
    </message>
    <message>
        <source>Open Segment&apos;s sources catalog</source>
        <translation>Segments Quellenkatalog öffnen</translation>
    </message>
    <message>
        <source>Use for this session only</source>
        <translation>Nur für diese Sitzung verwenden</translation>
    </message>
    <message>
        <source>Write key</source>
        <translation>Schreibschlüssel</translation>
    </message>
    <message>
        <source>The key stays in this program&apos;s memory and is gone when it ends</source>
        <translation>Der Schlüssel bleibt im Speicher dieses Programms und ist mit seinem Ende fort</translation>
    </message>
    <message>
        <source>1. Open the sources catalog, search for “Pushwoosh” and press Add Source.
2. Call it “%1” and press Add Source again.
3. Copy the write key that Segment shows, and paste it here.</source>
        <translation>1. Den Quellenkatalog öffnen, nach „Pushwoosh“ suchen und „Add Source“ drücken.
2. Die Quelle „%1“ nennen und noch einmal „Add Source“ drücken.
3. Den Schreibschlüssel kopieren, den Segment zeigt, und hier einfügen.</translation>
    </message>
    <message>
        <source>Paste the write key that the endpoint gave you for this source.</source>
        <translation>Fügen Sie den Schreibschlüssel ein, den Sie vom Endpunkt für diese Quelle haben.</translation>
    </message>
    <message>
        <source>Paste the write key to go on.</source>
        <translation>Fügen Sie den Schreibschlüssel ein, um weiterzugehen.</translation>
    </message>
    <message>
        <source>The key goes into the keychain with the next step.</source>
        <translation>Der Schlüssel kommt mit dem nächsten Schritt in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>Storing the key…</source>
        <translation>Schlüssel wird abgelegt …</translation>
    </message>
    <message>
        <source>The key is not stored. %1</source>
        <translation>Der Schlüssel ist nicht abgelegt. %1</translation>
    </message>
    <message>
        <source>Comparing it with the keys of the other connections…</source>
        <translation>Er wird mit den Schlüsseln der anderen Verbindungen verglichen …</translation>
    </message>
    <message>
        <source>Go on to keep it all the same.</source>
        <translation>Gehen Sie weiter, um ihn trotzdem zu behalten.</translation>
    </message>
    <message>
        <source>Way to the write key</source>
        <translation>Weg zum Schreibschlüssel</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>Schlüssel einfügen</translation>
    </message>
    <message>
        <source>Find it with a token</source>
        <translation>Mit einem Token finden</translation>
    </message>
    <message>
        <source>Make it with a token</source>
        <translation>Mit einem Token anlegen</translation>
    </message>
    <message>
        <source>The key that is kept stays.</source>
        <translation>Der aufbewahrte Schlüssel bleibt.</translation>
    </message>
    <message>
        <source>Which write key?</source>
        <translation>Welcher Schreibschlüssel?</translation>
    </message>
</context>
<context>
    <name>segue::Selection</name>
    <message>
        <source>Superfluous blanks at “%1” were taken out: how Pushwoosh treats them is not documented.</source>
        <translation>Überflüssige Leerzeichen bei „%1“ wurden entfernt: Wie Pushwoosh sie behandelt, ist nicht dokumentiert.</translation>
    </message>
    <message>
        <source>“%1” was changed to “%2”: upper and lower case count.</source>
        <translation>„%1“ wurde in „%2“ geändert: Groß- und Kleinschreibung zählt.</translation>
    </message>
    <message>
        <source>“%1” stands there more than once; it is taken once.</source>
        <translation>„%1“ steht mehrfach da; es wird einmal übernommen.</translation>
    </message>
    <message>
        <source>“%1” is none of the seven events of the Pushwoosh source. It was kept as given.</source>
        <translation>„%1“ ist keines der sieben Ereignisse der Pushwoosh-Quelle. Es wurde wie angegeben behalten.</translation>
    </message>
    <message>
        <source>“%1” is none of the seven events of the Pushwoosh source and was left out.</source>
        <translation>„%1“ ist keines der sieben Ereignisse der Pushwoosh-Quelle und wurde weggelassen.</translation>
    </message>
    <message>
        <source>“%1” is none of the seven events of the Pushwoosh source. It was kept as given; was “%2” meant?</source>
        <translation>„%1“ ist keines der sieben Ereignisse der Pushwoosh-Quelle. Es wurde wie angegeben behalten; war „%2“ gemeint?</translation>
    </message>
    <message>
        <source>“%1” is none of the seven events of the Pushwoosh source and was left out; was “%2” meant?</source>
        <translation>„%1“ ist keines der sieben Ereignisse der Pushwoosh-Quelle und wurde weggelassen; war „%2“ gemeint?</translation>
    </message>
</context>
<context>
    <name>segue::SessionSecretStore</name>
    <message>
        <source>No such secret was entered for this session. Enter the secret.</source>
        <translation>Für diese Sitzung wurde kein solches Geheimnis eingegeben. Bitte das Geheimnis eingeben.</translation>
    </message>
    <message>
        <source>This secret is empty, so it was not kept; one that was entered before still holds. Copy it from its source again.</source>
        <translation>Dieses Geheimnis ist leer und wurde nicht behalten; ein früher eingegebenes gilt weiter. Bitte noch einmal von der Quelle kopieren.</translation>
    </message>
</context>
<context>
    <name>segue::Settings</name>
    <message>
        <source>The filter needs a name.</source>
        <translation>Der Filter braucht einen Namen.</translation>
    </message>
    <message numerus="yes">
        <source>The name is longer than %n characters.</source>
        <translation>
            <numerusform>Der Name ist länger als %n Zeichen.</numerusform>
            <numerusform>Der Name ist länger als %n Zeichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n saved filters already. Delete one first.</source>
        <translation>
            <numerusform>Es gibt schon %n gespeicherten Filter. Bitte diesen zuerst löschen.</numerusform>
            <numerusform>Es gibt schon %n gespeicherte Filter. Bitte zuerst einen löschen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This filter is no longer there.</source>
        <translation>Dieser Filter ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Another filter has this name.</source>
        <translation>Ein anderer Filter hat diesen Namen.</translation>
    </message>
    <message>
        <source>%1 stands in for Segment&apos;s tracking API.</source>
        <translation>%1 steht für Segments Tracking-API.</translation>
    </message>
    <message>
        <source>%1 stands in for Segment&apos;s Public API.</source>
        <translation>%1 steht für Segments Public API.</translation>
    </message>
    <message>
        <source>%1 stands in for Segment&apos;s CDN.</source>
        <translation>%1 steht für Segments CDN.</translation>
    </message>
</context>
<context>
    <name>segue::SettingsCard</name>
    <message>
        <source>Use the defaults</source>
        <translation>Vorgaben verwenden</translation>
    </message>
    <message>
        <source>Use the defaults: %1</source>
        <comment>title of a group of settings</comment>
        <translation>Vorgaben verwenden: %1</translation>
    </message>
    <message>
        <source>“%1” does not fit here: from %2 to %3. It stays %4.</source>
        <translation>„%1“ passt hier nicht: von %2 bis %3. Es bleibt bei %4.</translation>
    </message>
</context>
<context>
    <name>segue::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>segue::SettingsPlace</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>segue::SetupDraft</name>
    <message>
        <source>There is already a draft named “%1”. Go on with it, or choose another name.</source>
        <translation>Es gibt schon einen Entwurf „%1“. Machen Sie damit weiter, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Segment lists Pushwoosh for EU workspaces with the US endpoint only, so whether its built-in stream reaches an EU workspace is unverified. Test events from Segue go to the EU endpoint, and prove nothing about that stream.</source>
        <translation>Segment führt Pushwoosh für EU-Workspaces nur mit dem US-Endpunkt; ob sein eingebauter Strom einen EU-Workspace erreicht, ist daher ungeprüft. Testereignisse von Segue gehen an den EU-Endpunkt und beweisen über diesen Strom nichts.</translation>
    </message>
</context>
<context>
    <name>segue::SetupDraftStore</name>
    <message>
        <source>The drafts of connections in %1 cannot be opened (%2). The file was left as it is; drafts are kept until Segue ends only.</source>
        <translation>Die Entwürfe von Verbindungen in %1 lassen sich nicht öffnen (%2). Die Datei blieb, wie sie ist; Entwürfe werden nur bis zum Ende von Segue aufgehoben.</translation>
    </message>
    <message>
        <source>The drafts of connections were written by a newer version of Segue. They were left as they are; drafts are kept until Segue ends only.</source>
        <translation>Die Entwürfe von Verbindungen hat eine neuere Version von Segue geschrieben. Sie blieben, wie sie sind; Entwürfe werden nur bis zum Ende von Segue aufgehoben.</translation>
    </message>
    <message>
        <source>The file with the drafts of connections, %1, is damaged. It was left as it is; drafts are kept until Segue ends only. Move the file away to mend that.</source>
        <translation>Die Datei mit den Entwürfen von Verbindungen, %1, ist beschädigt. Sie blieb, wie sie ist; Entwürfe werden nur bis zum Ende von Segue aufgehoben. Schieben Sie die Datei beiseite, um das zu beheben.</translation>
    </message>
</context>
<context>
    <name>segue::SetupPages</name>
    <message>
        <source>Discard the draft?</source>
        <translation>Entwurf verwerfen?</translation>
    </message>
    <message>
        <source>The draft of “%1” goes.</source>
        <translation>Der Entwurf „%1“ wird verworfen.</translation>
    </message>
    <message>
        <source>The connection itself stays as it is.</source>
        <translation>Die Verbindung selbst bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Its key leaves the keychain as well. Nothing changes in Segment or Pushwoosh.</source>
        <translation>Auch sein Schlüssel verlässt den Schlüsselbund. In Segment und Pushwoosh ändert sich nichts.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>segue::SetupProgress</name>
    <message>
        <source>Name the Pushwoosh application: its pages are opened and its checks made by its code.</source>
        <translation>Geben Sie die Pushwoosh-Anwendung an: Mit ihrem Code werden ihre Seiten geöffnet und ihre Prüfungen gemacht.</translation>
    </message>
    <message>
        <source>Look at the application code %1. %2</source>
        <comment>a code, what is odd about it</comment>
        <translation>Sehen Sie sich den Anwendungscode %1 an. %2</translation>
    </message>
    <message numerus="yes">
        <source>Do the rest in Pushwoosh (%n step(s) not ticked): %1.</source>
        <translation>
            <numerusform>Erledigen Sie den Rest in Pushwoosh (%n Schritt nicht abgehakt): %1.</numerusform>
            <numerusform>Erledigen Sie den Rest in Pushwoosh (%n Schritte nicht abgehakt): %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Store the write key: events wait until there is one.</source>
        <translation>Speichern Sie den Schreibschlüssel: Bis es einen gibt, warten die Ereignisse.</translation>
    </message>
    <message>
        <source>Prove that it works. So far: %1.</source>
        <comment>such as “not proven yet”</comment>
        <translation>Weisen Sie nach, dass es funktioniert. Bisher: %1.</translation>
    </message>
    <message>
        <source>Connect destinations or a warehouse to the source in Segment: a source without any is switched off after 14 days.</source>
        <translation>Verbinden Sie in Segment Ziele oder ein Warehouse mit der Quelle: Eine Quelle ohne beides wird nach 14 Tagen abgeschaltet.</translation>
    </message>
    <message>
        <source>Look into each downstream tool: the events should be there with message_type, campaign_code and device_type.</source>
        <translation>Sehen Sie in jedem nachgelagerten Werkzeug nach: Die Ereignisse sollten dort mit message_type, campaign_code und device_type stehen.</translation>
    </message>
    <message>
        <source>The samples count as one tracked user, segue-qa-user.</source>
        <translation>Die Beispiele zählen als ein erfasster Benutzer, segue-qa-user.</translation>
    </message>
    <message>
        <source>See how Pushwoosh&apos;s own events get to this endpoint: its Segment integration sends to Segment, and no field for another address is known. Samples prove the way from Segue only.</source>
        <translation>Klären Sie, wie die Ereignisse von Pushwoosh selbst zu diesem Endpunkt kommen: Seine Segment-Integration sendet an Segment, und ein Feld für eine andere Adresse ist nicht bekannt. Beispiele weisen nur den Weg von Segue aus nach.</translation>
    </message>
    <message>
        <source>Send a real message from Pushwoosh. What Pushwoosh sends goes straight to Segment and does not show in this log; samples prove the way from Segue only.</source>
        <translation>Senden Sie eine echte Nachricht aus Pushwoosh. Was Pushwoosh sendet, geht geradewegs an Segment und erscheint nicht in diesem Protokoll; Beispiele weisen nur den Weg von Segue aus nach.</translation>
    </message>
</context>
<context>
    <name>segue::SetupWizard</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>New connection — %1</source>
        <translation>Neue Verbindung — %1</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <comment>the name of the next step</comment>
        <translation>Weiter: %1</translation>
    </message>
</context>
<context>
    <name>segue::ShownEvent</name>
    <message>
        <source>Event without a name</source>
        <translation>Ereignis ohne Namen</translation>
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
    <message>
        <source>Go on with it</source>
        <translation>Damit weitermachen</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen …</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
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
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>no key</source>
        <comment>of a connection, in few letters</comment>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>Drafts</source>
        <comment>connections that are begun and not finished</comment>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>number of a step, of how many</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>“%1” is begun and not finished. A click goes on with it.</source>
        <translation>„%1“ ist begonnen und nicht fertig. Ein Klick macht damit weiter.</translation>
    </message>
    <message>
        <source>Draft %1, step %2</source>
        <comment>name, number of a step of how many</comment>
        <translation>Entwurf %1, Schritt %2</translation>
    </message>
    <message>
        <source>Captured</source>
        <comment>events that came under unknown keys</comment>
        <translation>Aufgefangen</translation>
    </message>
    <message>
        <source>Unknown keys</source>
        <translation>Unbekannte Schlüssel</translation>
    </message>
    <message>
        <source>What clients of Segment sent to this computer under keys that belong to no connection</source>
        <translation>Was Clients von Segment unter Schlüsseln, die zu keiner Verbindung gehören, an diesen Computer gesendet haben</translation>
    </message>
    <message numerus="yes">
        <source>Captured under unknown keys, %n event(s)</source>
        <translation>
            <numerusform>Aufgefangen unter unbekannten Schlüsseln, %n Ereignis</numerusform>
            <numerusform>Aufgefangen unter unbekannten Schlüsseln, %n Ereignisse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::SourceAccess</name>
    <message>
        <source>This endpoint has no Public API that Segue could ask.</source>
        <translation>Dieser Endpunkt hat keine Public API, die Segue fragen könnte.</translation>
    </message>
    <message>
        <source>With a token of Segment&apos;s Public API, Segue asks Segment itself. An owner of the workspace makes one under Settings › Workspace settings › Access Management › Tokens (plans Team and Business); it is kept in the keychain from the page where the source is set up.</source>
        <translation>Mit einem Token für Segments Public API fragt Segue Segment selbst. Ein Eigentümer des Workspace erstellt es unter Settings › Workspace settings › Access Management › Tokens (Tarife Team und Business); in den Schlüsselbund kommt es auf der Seite, auf der die Quelle eingerichtet wird.</translation>
    </message>
    <message>
        <source>No source of the token&apos;s workspace has this connection&apos;s write key or name. Is the token of another workspace, or was the source renamed?</source>
        <translation>Keine Quelle im Workspace des Tokens hat den Schreibschlüssel oder den Namen dieser Verbindung. Gehört das Token zu einem anderen Workspace, oder wurde die Quelle umbenannt?</translation>
    </message>
</context>
<context>
    <name>segue::SourceDestinations</name>
    <message>
        <source>warehouse</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>The figures are those of destinations in cloud mode; Segment has none for warehouses.</source>
        <translation>Die Zahlen sind die von Zielen im Cloud-Modus; für Warehouses hat Segment keine.</translation>
    </message>
</context>
<context>
    <name>segue::SourceMatch</name>
    <message>
        <source>found by its write key</source>
        <translation>gefunden am Schreibschlüssel</translation>
    </message>
    <message>
        <source>found by its slug; its write key was not compared</source>
        <translation>gefunden am Slug; der Schreibschlüssel wurde nicht verglichen</translation>
    </message>
    <message>
        <source>found by its name; its write key was not compared</source>
        <translation>gefunden am Namen; der Schreibschlüssel wurde nicht verglichen</translation>
    </message>
</context>
<context>
    <name>segue::SourcePlan</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Give the source a name.</source>
        <translation>Bitte der Quelle einen Namen geben.</translation>
    </message>
    <message>
        <source>A slug has small letters, digits, “-” and “_” only: %1 would do.</source>
        <translation>Ein Slug hat nur Kleinbuchstaben, Ziffern, „-“ und „_“: %1 ginge.</translation>
    </message>
    <message>
        <source>Another source of the workspace has the slug %1; %2 is free.</source>
        <translation>Eine andere Quelle des Workspace hat den Slug %1; %2 ist frei.</translation>
    </message>
    <message>
        <source>Segment wants a value for: %1.</source>
        <translation>Segment verlangt einen Wert für: %1.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of settings</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>A source of the kind “%1” is made in the workspace “%2”. It is called “%3”, with the slug %4.</source>
        <translation>Im Workspace „%2“ wird eine Quelle der Art „%1“ angelegt. Sie heißt „%3“ und hat den Slug %4.</translation>
    </message>
    <message>
        <source>It is switched on.</source>
        <translation>Sie ist eingeschaltet.</translation>
    </message>
    <message>
        <source>It is switched off: Segment drops its events until somebody switches it on there.</source>
        <translation>Sie ist ausgeschaltet: Segment verwirft ihre Ereignisse, bis sie dort jemand einschaltet.</translation>
    </message>
    <message>
        <source>Segment connects a new source to all warehouses of the workspace by itself.</source>
        <translation>Segment verbindet eine neue Quelle von selbst mit allen Warehouses des Workspace.</translation>
    </message>
    <message>
        <source>It gets the workspace&apos;s label %1.</source>
        <translation>Sie bekommt das Label %1 des Workspace.</translation>
    </message>
    <message>
        <source>The workspace has no label %1: it is made, and put on the source.</source>
        <translation>Der Workspace hat kein Label %1: Es wird angelegt und der Quelle gegeben.</translation>
    </message>
    <message>
        <source>It gets the label %1, which is made if the workspace has none.</source>
        <translation>Sie bekommt das Label %1, das angelegt wird, wenn der Workspace es nicht hat.</translation>
    </message>
    <message>
        <source>Its setting %1 is: %2.</source>
        <comment>name of a setting, its value</comment>
        <translation>Ihre Einstellung %1 ist: %2.</translation>
    </message>
    <message>
        <source>Its write key goes into the keychain and is not shown. Nothing else changes in the workspace.</source>
        <translation>Ihr Schreibschlüssel kommt in den Schlüsselbund und wird nicht gezeigt. Sonst ändert sich im Workspace nichts.</translation>
    </message>
    <message>
        <source>Segment wants a value for %1, which Segue has no field for: add the source in Segment by hand, and paste its key.</source>
        <translation>Segment will einen Wert für %1, wofür Segue kein Feld hat: Die Quelle bitte in Segment von Hand anlegen und ihren Schlüssel einfügen.</translation>
    </message>
    <message>
        <source>Its setting %1 is set to what you typed. It goes to Segment and is not kept.</source>
        <comment>name of a setting</comment>
        <translation>Ihre Einstellung %1 bekommt den eingegebenen Wert. Er geht an Segment und wird nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Not set from here, but in Segment, on the source&apos;s settings page: %1.</source>
        <comment>names of settings</comment>
        <translation>Nicht von hier aus, sondern in Segment auf der Einstellungsseite der Quelle zu setzen: %1.</translation>
    </message>
</context>
<context>
    <name>segue::SourcePlanForm</name>
    <message>
        <source>Switched on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>This will be done in Segment</source>
        <translation>Das geschieht in Segment</translation>
    </message>
    <message>
        <source>Make this source in Segment</source>
        <translation>Diese Quelle in Segment anlegen</translation>
    </message>
    <message>
        <source>Name of the source in Segment</source>
        <translation>Name der Quelle in Segment</translation>
    </message>
    <message>
        <source>Slug of the source in Segment</source>
        <translation>Slug der Quelle in Segment</translation>
    </message>
    <message>
        <source>How Segment&apos;s own addresses call the source</source>
        <translation>So heißt die Quelle in den Adressen von Segment</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Slug</source>
        <translation>Slug</translation>
    </message>
    <message>
        <source>With the label %1</source>
        <translation>Mit dem Label %1</translation>
    </message>
    <message>
        <source>Setting %1</source>
        <translation>Einstellung %1</translation>
    </message>
</context>
<context>
    <name>segue::SourceProvisioner</name>
    <message>
        <source>The token does not see the write key of this source. It needs the role Workspace Owner, or Source Admin for the source. Use such a token, or copy the key in Segment and paste it.</source>
        <translation>Das Token sieht den Schreibschlüssel dieser Quelle nicht. Es braucht die Rolle Workspace Owner oder Source Admin für die Quelle. Bitte ein solches Token verwenden oder den Schlüssel in Segment kopieren und einfügen.</translation>
    </message>
    <message>
        <source>The source could not be renamed and is called as its slug. %1</source>
        <translation>Die Quelle konnte nicht umbenannt werden und heißt wie ihr Slug. %1</translation>
    </message>
    <message>
        <source>The label could not be made. %1</source>
        <translation>Das Label konnte nicht angelegt werden. %1</translation>
    </message>
    <message>
        <source>The label could not be put on the source. %1</source>
        <translation>Das Label konnte der Quelle nicht gegeben werden. %1</translation>
    </message>
    <message>
        <source>Nothing was made: the slug %1 is taken by now. %2 is free.</source>
        <translation>Es wurde nichts angelegt: Der Slug %1 ist inzwischen vergeben. %2 ist frei.</translation>
    </message>
    <message>
        <source>Segment&apos;s answer did not come, but a source with the slug %1 is there by now: it was probably made. Choose it in the list.</source>
        <translation>Die Antwort von Segment kam nicht an, aber eine Quelle mit dem Slug %1 ist jetzt da: Sie wurde wahrscheinlich angelegt. Bitte in der Liste wählen.</translation>
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
    <message>
        <source>Plays faults</source>
        <translation>Spielt Störungen</translation>
    </message>
    <message>
        <source>Receiver %1</source>
        <comment>address</comment>
        <translation>Empfänger %1</translation>
    </message>
    <message>
        <source>Receiver is off</source>
        <translation>Empfänger ist aus</translation>
    </message>
    <message>
        <source>The receiver takes events on this computer. A click turns it off.</source>
        <translation>Der Empfänger nimmt Ereignisse auf diesem Computer an. Ein Klick schaltet ihn aus.</translation>
    </message>
    <message>
        <source>A click turns the receiver on: other programs can then send events to Segue.</source>
        <translation>Ein Klick schaltet den Empfänger ein: Andere Programme können dann Ereignisse an Segue senden.</translation>
    </message>
    <message>
        <source>Rehearsal: not Segment itself</source>
        <translation>Probe: nicht Segment selbst</translation>
    </message>
    <message>
        <source>Receiver could not start: port %1 is taken</source>
        <translation>Empfänger konnte nicht starten: Port %1 ist belegt</translation>
    </message>
    <message>
        <source>Another program has the port. It is tried again every 10 seconds; until then nothing comes in. A click turns the receiver off.</source>
        <translation>Ein anderes Programm hat den Port. Alle 10 Sekunden wird es neu versucht; bis dahin kommt nichts an. Ein Klick schaltet den Empfänger aus.</translation>
    </message>
    <message>
        <source>Receiver 127.0.0.1:%1, of another Segue</source>
        <translation>Empfänger 127.0.0.1:%1, von einem anderen Segue</translation>
    </message>
    <message>
        <source>Another Segue with the same data receives there; what it takes is shown here as well. When it ends, this window takes its place within 10 seconds. A click turns the receiver of this window off.</source>
        <translation>Dort empfängt ein anderes Segue mit denselben Daten; was es annimmt, erscheint auch hier. Wenn es endet, tritt dieses Fenster binnen 10 Sekunden an seine Stelle. Ein Klick schaltet den Empfänger dieses Fensters aus.</translation>
    </message>
</context>
<context>
    <name>segue::StepList</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>step of the setup</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Segment</source>
        <comment>step of the setup</comment>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Application</source>
        <comment>step of the setup</comment>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Events</source>
        <comment>step of the setup</comment>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Apply</source>
        <comment>step of the setup</comment>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Prove</source>
        <comment>step of the setup</comment>
        <translation>Nachweisen</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>step of the setup</comment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Step %1 of %2, %3, shown</source>
        <comment>numbers, name of the step</comment>
        <translation>Schritt %1 von %2, %3, gezeigt</translation>
    </message>
    <message>
        <source>Step %1 of %2, %3, done</source>
        <comment>numbers, name of the step</comment>
        <translation>Schritt %1 von %2, %3, erledigt</translation>
    </message>
    <message>
        <source>Step %1 of %2, %3</source>
        <comment>numbers, name of the step</comment>
        <translation>Schritt %1 von %2, %3</translation>
    </message>
    <message>
        <source>Write key</source>
        <comment>step of the setup</comment>
        <translation>Schreibschlüssel</translation>
    </message>
    <message>
        <source>Step %1 of %2, %3, passed by</source>
        <comment>numbers, name of the step</comment>
        <translation>Schritt %1 von %2, %3, übergangen</translation>
    </message>
    <message>
        <source>Passed by: not all of it is done</source>
        <translation>Übergangen: noch nicht alles davon ist getan</translation>
    </message>
</context>
<context>
    <name>segue::TextStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>segue::TimeStrip</name>
    <message>
        <source>From</source>
        <comment>the start of a range of time</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <comment>the end of a range of time</comment>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The end of the range lies before its start, so it can hold no event.</source>
        <translation>Das Ende des Zeitraums liegt vor seinem Anfang, er kann also kein Ereignis enthalten.</translation>
    </message>
</context>
<context>
    <name>segue::TokenEntry</name>
    <message>
        <source>Keep the token in the keychain</source>
        <translation>Token im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>Keep it for this session</source>
        <translation>Für diese Sitzung aufbewahren</translation>
    </message>
    <message>
        <source>Paste the token</source>
        <translation>Token einfügen</translation>
    </message>
    <message>
        <source>Without it, the token is used on this page once and forgotten</source>
        <translation>Sonst wird das Token auf dieser Seite einmal verwendet und vergessen</translation>
    </message>
    <message>
        <source>The token is in the keychain.</source>
        <translation>Das Token liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The token is kept in memory for this session only.</source>
        <translation>Das Token liegt nur für diese Sitzung im Speicher.</translation>
    </message>
    <message>
        <source>The token is not kept: it goes when this page is left.</source>
        <translation>Das Token wird nicht aufbewahrt: Es ist weg, sobald diese Seite verlassen wird.</translation>
    </message>
    <message>
        <source>Use another token</source>
        <translation>Anderes Token verwenden</translation>
    </message>
    <message>
        <source>Forget the token</source>
        <translation>Token vergessen</translation>
    </message>
    <message>
        <source>The token is not kept. %1</source>
        <translation>Das Token wird nicht aufbewahrt. %1</translation>
    </message>
</context>
<context>
    <name>segue::TokenRemark</name>
    <message>
        <source>The token holds blanks, line breaks or quotation marks, which do not belong to it.</source>
        <translation>Das Token enthält Leerzeichen, Zeilenumbrüche oder Anführungszeichen, die nicht dazugehören.</translation>
    </message>
    <message>
        <source>This looks like the code of a Pushwoosh application, not like a token.</source>
        <translation>Das sieht nach dem Code einer Pushwoosh-Anwendung aus, nicht nach einem Token.</translation>
    </message>
    <message>
        <source>This looks like the write key of a source, not like a token.</source>
        <translation>Das sieht nach dem Schreibschlüssel einer Quelle aus, nicht nach einem Token.</translation>
    </message>
    <message>
        <source>Tokens of Segment&apos;s Public API seen so far begin with “sgp_”; this one does not. Is it one of Pushwoosh?</source>
        <translation>Bisher gesehene Token der Public API von Segment beginnen mit „sgp_“, dieses nicht. Ist es eines von Pushwoosh?</translation>
    </message>
    <message>
        <source>This looks like a token of Segment&apos;s Public API. Pushwoosh&apos;s stands in its Control Panel, under Settings › API Access.</source>
        <translation>Das sieht nach einem Token der Public API von Segment aus. Das von Pushwoosh steht in dessen Control Panel unter Settings › API Access.</translation>
    </message>
</context>
<context>
    <name>segue::TrackCheck</name>
    <message>
        <source>The event is not one JSON object in UTF-8.</source>
        <translation>Das Ereignis ist nicht genau ein JSON-Objekt in UTF-8.</translation>
    </message>
    <message>
        <source>Look for a missing quote, comma or bracket, and for half an escaped character.</source>
        <translation>Fehlt ein Anführungszeichen, ein Komma oder eine Klammer, oder ist ein maskiertes Zeichen unvollständig?</translation>
    </message>
    <message>
        <source>The event is larger than the %1 KB that Segment takes for one.</source>
        <translation>Das Ereignis ist größer als die %1 KB, die Segment für eines annimmt.</translation>
    </message>
    <message>
        <source>Take out properties, or shorten them.</source>
        <translation>Bitte Eigenschaften entfernen oder kürzen.</translation>
    </message>
    <message>
        <source>The track call names no event.</source>
        <translation>Der Track-Aufruf nennt kein Ereignis.</translation>
    </message>
    <message>
        <source>Give the event&apos;s name in “event”.</source>
        <translation>Bitte den Namen des Ereignisses in „event“ angeben.</translation>
    </message>
    <message>
        <source>The event&apos;s name is not text.</source>
        <translation>Der Name des Ereignisses ist kein Text.</translation>
    </message>
    <message>
        <source>Write the name in quotes.</source>
        <translation>Bitte den Namen in Anführungszeichen schreiben.</translation>
    </message>
    <message>
        <source>“properties” is not an object.</source>
        <translation>„properties“ ist kein Objekt.</translation>
    </message>
    <message>
        <source>Write the properties in braces, or leave them out.</source>
        <translation>Bitte die Eigenschaften in geschweifte Klammern schreiben oder weglassen.</translation>
    </message>
    <message>
        <source>“traits” is not an object.</source>
        <translation>„traits“ ist kein Objekt.</translation>
    </message>
    <message>
        <source>Write the traits in braces, or leave them out.</source>
        <translation>Bitte die Merkmale in geschweifte Klammern schreiben oder weglassen.</translation>
    </message>
    <message>
        <source>The name of the page or screen is empty or not text.</source>
        <translation>Der Name der Seite oder des Bildschirms ist leer oder kein Text.</translation>
    </message>
    <message>
        <source>Write the name in quotes, or leave it out.</source>
        <translation>Bitte den Namen in Anführungszeichen schreiben oder weglassen.</translation>
    </message>
    <message>
        <source>The category of the page or screen is empty or not text.</source>
        <translation>Die Kategorie der Seite oder des Bildschirms ist leer oder kein Text.</translation>
    </message>
    <message>
        <source>Write the category in quotes, or leave it out.</source>
        <translation>Bitte die Kategorie in Anführungszeichen schreiben oder weglassen.</translation>
    </message>
    <message>
        <source>“type” is none of track, identify, page, screen, group, alias.</source>
        <translation>„type“ ist keines von track, identify, page, screen, group, alias.</translation>
    </message>
    <message>
        <source>Write “track”, in lower case, or leave it out.</source>
        <translation>Bitte „track“ in Kleinbuchstaben schreiben oder weglassen.</translation>
    </message>
    <message>
        <source>Neither “userId” nor “anonymousId” says who it was.</source>
        <translation>Weder „userId“ noch „anonymousId“ sagt, wer es war.</translation>
    </message>
    <message>
        <source>Give the Pushwoosh User ID as “userId”, or the HWID as “anonymousId”.</source>
        <translation>Bitte die User-ID von Pushwoosh als „userId“ oder die HWID als „anonymousId“ angeben.</translation>
    </message>
    <message>
        <source>An id is not text, or is empty text.</source>
        <translation>Eine Kennung ist kein Text oder leerer Text.</translation>
    </message>
    <message>
        <source>Write the id in quotes; leave an empty one out.</source>
        <translation>Bitte die Kennung in Anführungszeichen schreiben; eine leere weglassen.</translation>
    </message>
    <message>
        <source>The call lacks the id that its type needs.</source>
        <translation>Dem Aufruf fehlt die Kennung, die seine Art braucht.</translation>
    </message>
    <message>
        <source>Give “groupId” with group, “previousId” with alias.</source>
        <translation>Bitte „groupId“ bei group, „previousId“ bei alias angeben.</translation>
    </message>
    <message>
        <source>The device&apos;s advertising id is not text.</source>
        <translation>Die Werbekennung des Geräts ist kein Text.</translation>
    </message>
    <message>
        <source>Write “context.device.advertisingId” in quotes, or leave it out.</source>
        <translation>Bitte „context.device.advertisingId“ in Anführungszeichen schreiben oder weglassen.</translation>
    </message>
    <message>
        <source>“messageId” is longer than the 100 characters that Segment documents.</source>
        <translation>„messageId“ ist länger als die 100 Zeichen, die Segment dokumentiert.</translation>
    </message>
    <message>
        <source>Use a shorter id, such as a UUID.</source>
        <translation>Bitte eine kürzere Kennung verwenden, etwa eine UUID.</translation>
    </message>
    <message>
        <source>The User ID looks like a device id. Pushwoosh gives it to people who never logged in; Segment then counts the device as a user.</source>
        <translation>Die User-ID sieht nach einer Gerätekennung aus. Pushwoosh vergibt sie an Menschen, die sich nie angemeldet haben; Segment zählt dann das Gerät als Benutzer.</translation>
    </message>
    <message>
        <source>Set User IDs in the app at login, or accept the higher count.</source>
        <translation>Bitte User-IDs in der App beim Anmelden setzen oder die höhere Zahl hinnehmen.</translation>
    </message>
    <message>
        <source>The HWID is an e-mail address or a phone number, and leaves as “anonymousId”.</source>
        <translation>Die HWID ist eine E-Mail-Adresse oder Telefonnummer und geht als „anonymousId“ hinaus.</translation>
    </message>
    <message>
        <source>Check that each destination may hold it; with a User ID set it does not leave.</source>
        <translation>Bitte prüfen, ob jedes Ziel sie speichern darf; mit gesetzter User-ID geht sie nicht hinaus.</translation>
    </message>
    <message>
        <source>The event has more than 10,000 properties; Segment drops the rest.</source>
        <translation>Das Ereignis hat mehr als 10.000 Eigenschaften; Segment verwirft die übrigen.</translation>
    </message>
    <message>
        <source>Send fewer properties.</source>
        <translation>Bitte weniger Eigenschaften senden.</translation>
    </message>
    <message>
        <source>“timestamp” is not a time in the form of ISO 8601.</source>
        <translation>„timestamp“ ist keine Zeit in der Form von ISO 8601.</translation>
    </message>
    <message>
        <source>Write it like 2026-01-02T03:04:05.678Z, or leave it out: then the time of sending counts.</source>
        <translation>Bitte wie 2026-01-02T03:04:05.678Z schreiben oder weglassen: Dann zählt die Zeit des Sendens.</translation>
    </message>
    <message>
        <source>The event is none of the seven of the Pushwoosh source.</source>
        <translation>Das Ereignis ist keines der sieben der Pushwoosh-Quelle.</translation>
    </message>
    <message>
        <source>Check the name; send it as it is when it is meant.</source>
        <translation>Bitte den Namen prüfen; wenn er so gemeint ist, so senden.</translation>
    </message>
    <message>
        <source>The event&apos;s name differs from one of the seven in case or blanks. Segment takes it for another event.</source>
        <translation>Der Name des Ereignisses weicht in Schreibweise oder Leerzeichen von einem der sieben ab. Segment hält es für ein anderes Ereignis.</translation>
    </message>
    <message>
        <source>Write the name exactly as the catalogue has it.</source>
        <translation>Bitte den Namen genau wie im Katalog schreiben.</translation>
    </message>
    <message>
        <source>“message_type” is not exactly one of %1.</source>
        <translation>„message_type“ ist nicht genau eines von %1.</translation>
    </message>
    <message>
        <source>Check its spelling, upper and lower case included.</source>
        <translation>Bitte die Schreibweise prüfen, auch Groß- und Kleinschreibung.</translation>
    </message>
    <message>
        <source>A property has the name of a standard column of the warehouse, which drops it there.</source>
        <translation>Eine Eigenschaft heißt wie eine Standardspalte des Warehouse und wird dort verworfen.</translation>
    </message>
    <message>
        <source>Give the property another name.</source>
        <translation>Bitte der Eigenschaft einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>“device_type” is not text. The first value that arrives fixes the type of the warehouse&apos;s column.</source>
        <translation>„device_type“ ist kein Text. Der erste Wert, der ankommt, legt den Typ der Warehouse-Spalte fest.</translation>
    </message>
    <message>
        <source>Write it in quotes.</source>
        <translation>Bitte in Anführungszeichen schreiben.</translation>
    </message>
    <message>
        <source>One JSON object in UTF-8, at most %1 KB</source>
        <translation>Ein JSON-Objekt in UTF-8, höchstens %1 KB</translation>
    </message>
    <message>
        <source>An id says who it was</source>
        <translation>Eine Kennung sagt, wer es war</translation>
    </message>
    <message>
        <source>The name is one of the seven events</source>
        <translation>Der Name ist eines der sieben Ereignisse</translation>
    </message>
    <message>
        <source>The properties are an object of permitted size</source>
        <translation>Die Eigenschaften sind ein Objekt von erlaubter Größe</translation>
    </message>
    <message>
        <source>“message_type” and “device_type” hold what the source knows</source>
        <translation>„message_type“ und „device_type“ enthalten, was die Quelle kennt</translation>
    </message>
    <message>
        <source>The User ID looks like no device id, the HWID like no e-mail address or phone number</source>
        <translation>Die User-ID sieht nach keiner Gerätekennung aus, die HWID nach keiner E-Mail-Adresse oder Telefonnummer</translation>
    </message>
    <message>
        <source>Message id and timestamp have the documented form</source>
        <translation>messageId und timestamp haben die dokumentierte Form</translation>
    </message>
    <message>
        <source>No property takes the name of a standard warehouse column</source>
        <translation>Keine Eigenschaft heißt wie eine Standardspalte des Warehouse</translation>
    </message>
</context>
<context>
    <name>segue::TrackedIds</name>
    <message>
        <source>Only the newest entries of the log were looked at.</source>
        <translation>Nur die neuesten Einträge des Protokolls wurden angesehen.</translation>
    </message>
    <message>
        <source>An estimate: what Pushwoosh sends straight to Segment is not in this log unless it is echoed.</source>
        <translation>Eine Schätzung: Was Pushwoosh geradewegs an Segment sendet, steht nicht in diesem Protokoll, außer als Echo.</translation>
    </message>
    <message numerus="yes">
        <source>In the last %1 days Segue has seen %Ln anonymous id(s) for this connection. Segment counts each that no User ID is tied to as a tracked user.</source>
        <translation>
            <numerusform>In den letzten %1 Tagen hat Segue für diese Verbindung %Ln anonyme Kennung gesehen. Segment zählt jede, zu der keine User-ID gehört, als erfassten Benutzer.</numerusform>
            <numerusform>In den letzten %1 Tagen hat Segue für diese Verbindung %Ln anonyme Kennungen gesehen. Segment zählt jede, zu der keine User-ID gehört, als erfassten Benutzer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::TrackingApi</name>
    <message>
        <source>The endpoint answered %1 with a text that does not end, which Segment never does.</source>
        <translation>Der Endpunkt antwortete mit %1 und einem Text ohne Ende, was Segment nie tut.</translation>
    </message>
    <message>
        <source>The endpoint answered 401 (not signed in).</source>
        <translation>Der Endpunkt antwortete mit 401 (nicht angemeldet).</translation>
    </message>
    <message>
        <source>The endpoint answered 403 (forbidden).</source>
        <translation>Der Endpunkt antwortete mit 403 (verboten).</translation>
    </message>
    <message>
        <source>The endpoint answered 404 (there is nothing at this address).</source>
        <translation>Der Endpunkt antwortete mit 404 (unter dieser Adresse ist nichts).</translation>
    </message>
    <message>
        <source>The proxy asks for a name and a password (407).</source>
        <translation>Der Proxy verlangt Namen und Passwort (407).</translation>
    </message>
    <message>
        <source>The endpoint answered 413 (too large).</source>
        <translation>Der Endpunkt antwortete mit 413 (zu groß).</translation>
    </message>
    <message>
        <source>The endpoint answered 429 (too many requests).</source>
        <translation>Der Endpunkt antwortete mit 429 (zu viele Anfragen).</translation>
    </message>
    <message>
        <source>The endpoint answered 429 (too many requests) and asks to wait for %1 s.</source>
        <translation>Der Endpunkt antwortete mit 429 (zu viele Anfragen) und bittet, %1 s zu warten.</translation>
    </message>
    <message>
        <source>The endpoint accepted the request (%1).</source>
        <translation>Der Endpunkt hat die Anfrage angenommen (%1).</translation>
    </message>
    <message>
        <source>The endpoint answered %1 (moved to another address); Segue follows no redirects.</source>
        <translation>Der Endpunkt antwortete mit %1 (an eine andere Adresse verlegt); Segue folgt keinen Umleitungen.</translation>
    </message>
    <message>
        <source>The endpoint answered %1 with a web page. Something other than Segment answers there.</source>
        <translation>Der Endpunkt antwortete mit %1 und einer Webseite. Dort antwortet etwas anderes als Segment.</translation>
    </message>
    <message>
        <source>The endpoint answered %1, but not in the form in which Segment accepts events.</source>
        <translation>Der Endpunkt antwortete mit %1, aber nicht in der Form, in der Segment Ereignisse annimmt.</translation>
    </message>
    <message>
        <source>The endpoint refused the content (%1).</source>
        <translation>Der Endpunkt hat den Inhalt abgelehnt (%1).</translation>
    </message>
    <message>
        <source>The endpoint refused the content (%1): %2</source>
        <translation>Der Endpunkt hat den Inhalt abgelehnt (%1): %2</translation>
    </message>
    <message>
        <source>The endpoint answered %1 (a fault on its side).</source>
        <translation>Der Endpunkt antwortete mit %1 (ein Fehler auf seiner Seite).</translation>
    </message>
    <message>
        <source>The endpoint answered %1 (it cannot do what was asked).</source>
        <translation>Der Endpunkt antwortete mit %1 (er kann das Verlangte nicht).</translation>
    </message>
    <message>
        <source>The endpoint answered %1.</source>
        <translation>Der Endpunkt antwortete mit %1.</translation>
    </message>
</context>
<context>
    <name>segue::TrackingPlanDraft</name>
    <message>
        <source>The type of the message (Push, Email, In-App or SMS)</source>
        <translation>Die Art der Nachricht (Push, Email, In-App oder SMS)</translation>
    </message>
    <message>
        <source>The code of the message&apos;s campaign</source>
        <translation>Der Code der Kampagne der Nachricht</translation>
    </message>
    <message>
        <source>The type of the device</source>
        <translation>Die Art des Geräts</translation>
    </message>
    <message>
        <source>Events of Pushwoosh&apos;s source, made by Segue</source>
        <translation>Ereignisse der Pushwoosh-Quelle, erstellt von Segue</translation>
    </message>
</context>
<context>
    <name>segue::TrackingPlanMaker</name>
    <message>
        <source>The source has a tracking plan already, and a source has but one. Nothing was changed; save the rules as a file to compare them.</source>
        <translation>Die Quelle hat schon einen Tracking-Plan, und eine Quelle hat nur einen. Nichts wurde geändert; die Regeln lassen sich zum Vergleich als Datei speichern.</translation>
    </message>
    <message numerus="yes">
        <source>Create the tracking plan “%1” in Segment, with %n rule(s) for track calls, and connect it to the source “%2” (%3)?</source>
        <translation>
            <numerusform>Den Tracking-Plan „%1“ in Segment erstellen, mit %n Regel für Track-Aufrufe, und mit der Quelle „%2“ verbinden (%3)?</numerusform>
            <numerusform>Den Tracking-Plan „%1“ in Segment erstellen, mit %n Regeln für Track-Aufrufe, und mit der Quelle „%2“ verbinden (%3)?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 No tracking plan was made.</source>
        <translation>%1 Es wurde kein Tracking-Plan erstellt.</translation>
    </message>
    <message>
        <source>%1 The tracking plan “%2” was made, without rules, and is connected to nothing.</source>
        <translation>%1 Der Tracking-Plan „%2“ wurde erstellt, ohne Regeln, und ist mit nichts verbunden.</translation>
    </message>
    <message>
        <source>%1 The tracking plan “%2” was made with its rules, and is connected to nothing.</source>
        <translation>%1 Der Tracking-Plan „%2“ wurde mit seinen Regeln erstellt und ist mit nichts verbunden.</translation>
    </message>
    <message>
        <source>The tracking plan “%1” was made and connected to the source.</source>
        <translation>Der Tracking-Plan „%1“ wurde erstellt und mit der Quelle verbunden.</translation>
    </message>
</context>
<context>
    <name>segue::TryAgain</name>
    <message numerus="yes">
        <source>%n event(s) stay blocked: Segment would still drop them. Send a corrected copy instead.</source>
        <translation>
            <numerusform>%n Ereignis bleibt zurückgehalten: Segment würde es weiterhin verwerfen. Stattdessen eine berichtigte Kopie senden.</numerusform>
            <numerusform>%n Ereignisse bleiben zurückgehalten: Segment würde sie weiterhin verwerfen. Stattdessen berichtigte Kopien senden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) stay as they are: only what was refused, blocked, given up or cancelled can be tried again.</source>
        <translation>
            <numerusform>%n Ereignis bleibt, wie es ist: Nur was abgelehnt, zurückgehalten, aufgegeben oder abgebrochen wurde, kann erneut versucht werden.</numerusform>
            <numerusform>%n Ereignisse bleiben, wie sie sind: Nur was abgelehnt, zurückgehalten, aufgegeben oder abgebrochen wurde, kann erneut versucht werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::Unreadables</name>
    <message numerus="yes">
        <source>%n further event(s) of the same request. The first of them: %1</source>
        <translation>
            <numerusform>%n weiteres Ereignis derselben Anfrage: %1</numerusform>
            <numerusform>%n weitere Ereignisse derselben Anfrage. Das erste davon: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::WarehouseCard</name>
    <message>
        <source>For the warehouse and for Protocols</source>
        <translation>Für das Warehouse und für Protocols</translation>
    </message>
    <message>
        <source>In the warehouse</source>
        <translation>Im Warehouse</translation>
    </message>
    <message>
        <source>Tracking plan</source>
        <translation>Tracking-Plan</translation>
    </message>
    <message>
        <source>Tracked users</source>
        <translation>Erfasste Benutzer</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>SQL query for the event&apos;s table</source>
        <translation>SQL-Abfrage für die Tabelle des Ereignisses</translation>
    </message>
    <message>
        <source>Copy query</source>
        <translation>Abfrage kopieren</translation>
    </message>
    <message>
        <source>For BigQuery</source>
        <translation>Für BigQuery</translation>
    </message>
    <message>
        <source>One rule for each selected event, for Segment&apos;s Protocols, a paid add-on. Connected, it reports what does not fit as violations; whether that is blocked is set in the source&apos;s schema settings.</source>
        <translation>Eine Regel für jedes ausgewählte Ereignis, für Segments kostenpflichtigen Zusatz Protocols. Ist der Plan verbunden, meldet er Abweichendes als Verstoß; ob es blockiert wird, steht in den Schema-Einstellungen der Quelle.</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Als Datei speichern …</translation>
    </message>
    <message>
        <source>Create in Segment…</source>
        <translation>In Segment erstellen …</translation>
    </message>
    <message>
        <source>Looking for the source…</source>
        <translation>Die Quelle wird gesucht …</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>Table %1 to come, with the columns %2 and Segment&apos;s standard ones. The schema&apos;s exact name stands in the source&apos;s SQL settings; rows come with the next sync, within a day or two.</source>
        <translation>Tabelle %1 entsteht, mit den Spalten %2 und den Standardspalten von Segment. Der genaue Name des Schemas steht in den SQL-Einstellungen der Quelle; Zeilen kommen mit dem nächsten Abgleich, innerhalb von ein, zwei Tagen.</translation>
    </message>
    <message>
        <source>Save the tracking plan</source>
        <translation>Den Tracking-Plan speichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Create a tracking plan?</source>
        <translation>Einen Tracking-Plan erstellen?</translation>
    </message>
    <message>
        <source>This changes the workspace. It can be done by hand instead: save the file, and make the plan in Segment under Protocols.</source>
        <translation>Das ändert den Workspace. Es geht auch von Hand: die Datei speichern und den Plan in Segment unter Protocols anlegen.</translation>
    </message>
    <message>
        <source>Create and connect</source>
        <translation>Erstellen und verbinden</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird erstellt …</translation>
    </message>
    <message>
        <source>Stopped, because the page was left. What was made in Segment by then stays there.</source>
        <translation>Abgebrochen, weil die Seite verlassen wurde. Was in Segment bis dahin erstellt war, bleibt dort.</translation>
    </message>
</context>
<context>
    <name>segue::WarehousePage</name>
    <message>
        <source>For BigQuery</source>
        <translation>Für BigQuery</translation>
    </message>
    <message>
        <source>Copy query</source>
        <translation>Abfrage kopieren</translation>
    </message>
    <message>
        <source>Columns of the warehouse row</source>
        <translation>Spalten der Warehouse-Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>SQL query for this row</source>
        <translation>SQL-Abfrage für diese Zeile</translation>
    </message>
    <message>
        <source>There the tables may hold doubles; the view of a table has none, and the last 60 days</source>
        <translation>Dort können die Tabellen Doppeltes enthalten; die Sicht einer Tabelle enthält nichts doppelt, und nur die letzten 60 Tage</translation>
    </message>
    <message>
        <source>No row</source>
        <translation>Keine Zeile</translation>
    </message>
    <message>
        <source>The payload cannot be read, and is not shown while identities are hidden.</source>
        <translation>Der Inhalt kann nicht gelesen werden und wird nicht gezeigt, solange Identitäten verborgen sind.</translation>
    </message>
    <message>
        <source>A warehouse gets a row for an event whose payload can be read and whose name gives a table&apos;s name: one with a letter or a digit of ASCII.</source>
        <translation>Ein Warehouse bekommt eine Zeile für ein Ereignis, dessen Inhalt gelesen werden kann und dessen Name einen Tabellennamen ergibt: einer mit einem Buchstaben oder einer Ziffer aus ASCII.</translation>
    </message>
    <message>
        <source>%1, cut</source>
        <comment>type of a column</comment>
        <translation>%1, gekürzt</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Aus %1</translation>
    </message>
    <message>
        <source>Longer than %1 characters; the rest is cut off.</source>
        <translation>Länger als %1 Zeichen; der Rest wird abgeschnitten.</translation>
    </message>
    <message>
        <source>No query: the event has no message id; Segment gives it one.</source>
        <translation>Keine Abfrage: Das Ereignis hat keine messageId; Segment gibt ihm eine.</translation>
    </message>
    <message>
        <source>No query: the message id holds characters that warehouses quote in different ways.</source>
        <translation>Keine Abfrage: Die messageId enthält Zeichen, die Warehouses auf verschiedene Weise maskieren.</translation>
    </message>
    <message>
        <source>%1 is dropped: %2 is a standard column.</source>
        <translation>%1 wird verworfen: %2 ist eine Standardspalte.</translation>
    </message>
    <message>
        <source>%1 is null: the first value that is not makes the column.</source>
        <translation>%1 ist null: Erst der erste andere Wert legt die Spalte an.</translation>
    </message>
    <message>
        <source>%1 gives no column name.</source>
        <translation>%1 ergibt keinen Spaltennamen.</translation>
    </message>
    <message>
        <source>%1 would be %2 as well; which value stays is not documented.</source>
        <translation>%1 würde ebenfalls zu %2; welcher Wert bleibt, ist nicht dokumentiert.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more without a column.</source>
        <translation>
            <numerusform>… und %n weiterer Wert ohne Spalte.</numerusform>
            <numerusform>… und %n weitere ohne Spalte.</numerusform>
        </translation>
    </message>
    <message>
        <source>A preview. Segment adds received_at, sent_at, timestamp, uuid and uuid_ts; the schema&apos;s exact name is set in the source&apos;s SQL settings, a column&apos;s type is that of its first value, and rows come with the next sync, not at once.</source>
        <translation>Eine Vorschau. Segment fügt received_at, sent_at, timestamp, uuid und uuid_ts hinzu; der genaue Name des Schemas wird in den SQL-Einstellungen der Quelle festgelegt, der Typ einer Spalte ist der ihres ersten Werts, und Zeilen kommen mit dem nächsten Abgleich, nicht sofort.</translation>
    </message>
</context>
<context>
    <name>segue::WebExchange</name>
    <message>
        <source>%1 is not asked: the address is not https, and everybody on the way could read along. Nothing was sent.</source>
        <translation>%1 wird nicht gefragt: Die Adresse ist nicht https, und jeder auf dem Weg könnte mitlesen. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>%1 answered %2 with a text that does not end.</source>
        <translation>%1 antwortete mit %2 und einem Text, der nicht endet.</translation>
    </message>
    <message>
        <source>The request was given up.</source>
        <translation>Die Anfrage wurde aufgegeben.</translation>
    </message>
    <message>
        <source>No whole answer came from %1: timed out after %2 s.</source>
        <translation>Von %1 kam keine vollständige Antwort: nach %2 s abgebrochen.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted: %2.</source>
        <translation>Dem Zertifikat von %1 kann nicht vertraut werden: %2.</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made: %2.</source>
        <translation>Zu %1 konnte keine sichere Verbindung aufgebaut werden: %2.</translation>
    </message>
    <message>
        <source>Nobody answers at %1: the connection was refused.</source>
        <translation>Unter %1 antwortet niemand: Die Verbindung wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The address %1 was not found. Is this computer online?</source>
        <translation>Die Adresse %1 wurde nicht gefunden. Ist dieser Rechner online?</translation>
    </message>
    <message>
        <source>The proxy asks for a name and a password (407).</source>
        <translation>Der Proxy verlangt Namen und Passwort (407).</translation>
    </message>
    <message>
        <source>The proxy of this computer could not be used: %1.</source>
        <translation>Der Proxy dieses Rechners konnte nicht benutzt werden: %1.</translation>
    </message>
    <message>
        <source>%1 broke off in the middle of its answer (%2).</source>
        <translation>%1 brach mitten in der Antwort ab (%2).</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer.</source>
        <translation>%1 schloss die Verbindung ohne Antwort.</translation>
    </message>
    <message>
        <source>%1 could not be reached: %2.</source>
        <translation>%1 war nicht erreichbar: %2.</translation>
    </message>
    <message>
        <source>It is not known whether the request arrived.</source>
        <translation>Ob die Anfrage ankam, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
</context>
<context>
    <name>segue::WebhookDecoder</name>
    <message>
        <source>The text cannot be read as JSON: %1.</source>
        <translation>Der Text kann nicht als JSON gelesen werden: %1.</translation>
    </message>
    <message>
        <source>The reading ended near byte %1.</source>
        <translation>Das Lesen endete nahe Byte %1.</translation>
    </message>
    <message>
        <source>The text is larger than the %1 MB that are read at once. Nothing was taken from it.</source>
        <translation>Der Text ist größer als die %1 MB, die auf einmal gelesen werden. Nichts wurde daraus übernommen.</translation>
    </message>
    <message>
        <source>The object holds several arrays; which of them are the events is not clear.</source>
        <translation>Das Objekt enthält mehrere Arrays; welche davon die Ereignisse sind, ist nicht klar.</translation>
    </message>
    <message>
        <source>This part is not an object.</source>
        <translation>Dieser Teil ist kein Objekt.</translation>
    </message>
    <message>
        <source>“event_name” is missing: this is no event of Pushwoosh&apos;s webhook.</source>
        <translation>„event_name“ fehlt: Das ist kein Ereignis eines Webhooks von Pushwoosh.</translation>
    </message>
</context>
<context>
    <name>segue::WindowMenu</name>
    <message>
        <source>Hide identities</source>
        <translation>Identitäten verbergen</translation>
    </message>
    <message>
        <source>Masks User IDs and HWIDs in log and inspector, for screen sharing</source>
        <translation>Maskiert User-IDs und HWIDs in Protokoll und Einzelheiten, für das Teilen des Bildschirms</translation>
    </message>
    <message>
        <source>About Segue</source>
        <translation>Über Segue</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Segue %1</source>
        <translation>Segue %1</translation>
    </message>
    <message>
        <source>Sets up, tests and watches the Pushwoosh source of Twilio Segment.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Richtet die Pushwoosh-Quelle von Twilio Segment ein, testet und beobachtet sie.

Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
    <message>
        <source>What would Segment get?</source>
        <translation>Was bekäme Segment?</translation>
    </message>
</context>
<context>
    <name>segue::WorkspaceCard</name>
    <message>
        <source>Token of Segment&apos;s Public API (optional)</source>
        <translation>Token der Public API von Segment (optional)</translation>
    </message>
    <message>
        <source>With it, Segue shows the destinations of the source and what Segment counts, and the checkup looks at the source. A Workspace Owner makes it in Segment, under Settings › Workspace settings › Access Management › Tokens (plans Team and Business). It is used for all connections of this region.</source>
        <translation>Damit zeigt Segue die Ziele der Quelle und was Segment zählt, und die Prüfung sieht sich die Quelle an. Ein Workspace Owner erstellt es in Segment unter Settings › Workspace settings › Access Management › Tokens (Pläne Team und Business). Es gilt für alle Verbindungen dieser Region.</translation>
    </message>
    <message>
        <source>Use the token</source>
        <translation>Token verwenden</translation>
    </message>
    <message>
        <source>Without it, the token is kept in memory for this session only</source>
        <translation>Ohne das Häkchen bleibt das Token nur für diese Sitzung im Speicher</translation>
    </message>
    <message>
        <source>Cancelled. The token is not kept.</source>
        <translation>Abgebrochen. Das Token wird nicht behalten.</translation>
    </message>
    <message>
        <source>Asking Segment whether it takes the token…</source>
        <translation>Segment wird gefragt, ob es das Token annimmt …</translation>
    </message>
    <message>
        <source>The token opens the workspace “%1”.</source>
        <translation>Das Token öffnet den Workspace „%1“.</translation>
    </message>
</context>
<context>
    <name>segue::WorkspaceLook</name>
    <message>
        <source>A token of Segment&apos;s Public API, kept in the keychain for the region of this connection.</source>
        <translation>Ein Token der Public API von Segment, für die Region dieser Verbindung im Schlüsselbund aufbewahrt.</translation>
    </message>
    <message>
        <source>An answer of Segment&apos;s Public API.</source>
        <translation>Eine Antwort der Public API von Segment.</translation>
    </message>
    <message>
        <source>Another endpoint than Segment&apos;s has no Public API.</source>
        <translation>Ein anderer Endpunkt als der von Segment hat keine Public API.</translation>
    </message>
    <message>
        <source>The source was not found in the workspace.</source>
        <translation>Die Quelle wurde im Workspace nicht gefunden.</translation>
    </message>
    <message>
        <source>A token that sees the source.</source>
        <translation>Ein Token, das die Quelle sieht.</translation>
    </message>
</context>
<context>
    <name>segue::WorkspacePanel</name>
    <message>
        <source>Token of Segment&apos;s Public API</source>
        <translation>Token der Public API von Segment</translation>
    </message>
    <message>
        <source>A Workspace Owner makes it in Segment, under Settings › Workspace settings › Access Management › Tokens (plans Team and Business). With the role Workspace Owner it can read and change everything in the workspace. Segue reads the list of sources, and changes nothing without telling you first and asking.</source>
        <translation>Ein Workspace Owner legt es in Segment unter Settings › Workspace settings › Access Management › Tokens an (Tarife Team und Business). Mit der Rolle Workspace Owner kann es im Workspace alles lesen und ändern. Segue liest die Liste der Quellen und ändert nichts, ohne es vorher zu sagen und zu fragen.</translation>
    </message>
    <message>
        <source>Look into the workspace</source>
        <translation>In den Workspace sehen</translation>
    </message>
    <message>
        <source>Pushwoosh sources of the workspace</source>
        <translation>Pushwoosh-Quellen des Workspace</translation>
    </message>
    <message>
        <source>Looking for a token in the keychain…</source>
        <translation>Im Schlüsselbund wird nach einem Token gesucht …</translation>
    </message>
    <message>
        <source>Asking Segment (%1) for the sources of the workspace…</source>
        <translation>Segment (%1) wird nach den Quellen des Workspace gefragt …</translation>
    </message>
    <message>
        <source>The token may still be in the keychain. %1</source>
        <translation>Das Token liegt vielleicht noch im Schlüsselbund. %1</translation>
    </message>
    <message>
        <source>Asking Segment what a Pushwoosh source takes…</source>
        <translation>Segment wird gefragt, was eine Pushwoosh-Quelle braucht …</translation>
    </message>
    <message>
        <source>Making the source in Segment…</source>
        <translation>Die Quelle wird in Segment angelegt …</translation>
    </message>
    <message>
        <source>The source “%1” is made.</source>
        <translation>Die Quelle „%1“ ist angelegt.</translation>
    </message>
    <message>
        <source>Given up. Look into the list of sources whether it was made all the same.</source>
        <translation>Abgebrochen. Bitte in der Liste der Quellen nachsehen, ob sie trotzdem angelegt wurde.</translation>
    </message>
    <message>
        <source>Given up. Nothing was changed.</source>
        <translation>Abgebrochen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1, switched off</source>
        <comment>slug of a source</comment>
        <translation>%1, ausgeschaltet</translation>
    </message>
    <message>
        <source>%1, switched on</source>
        <comment>slug of a source</comment>
        <translation>%1, eingeschaltet</translation>
    </message>
    <message>
        <source>its key is kept</source>
        <translation>ihr Schlüssel ist aufbewahrt</translation>
    </message>
    <message>
        <source>just made</source>
        <translation>gerade angelegt</translation>
    </message>
    <message>
        <source>key not visible</source>
        <translation>Schlüssel nicht sichtbar</translation>
    </message>
    <message>
        <source>Enter a token, or paste the write key, to go on.</source>
        <translation>Zum Weitergehen ein Token eingeben oder den Schreibschlüssel einfügen.</translation>
    </message>
    <message>
        <source>Segment is being asked…</source>
        <translation>Segment wird gefragt …</translation>
    </message>
    <message>
        <source>Try again, or paste the write key, to go on.</source>
        <translation>Zum Weitergehen noch einmal versuchen oder den Schreibschlüssel einfügen.</translation>
    </message>
    <message>
        <source>The token does not see this source&apos;s write key: paste it, or use another token.</source>
        <translation>Das Token sieht den Schreibschlüssel dieser Quelle nicht: Bitte den Schlüssel einfügen oder ein anderes Token verwenden.</translation>
    </message>
    <message>
        <source>Make the source, or choose another way, to go on.</source>
        <translation>Zum Weitergehen die Quelle anlegen oder einen anderen Weg wählen.</translation>
    </message>
    <message>
        <source>Choose a source to go on.</source>
        <translation>Zum Weitergehen eine Quelle wählen.</translation>
    </message>
    <message>
        <source>The workspace has a Pushwoosh source called “%1” already. Find it instead, or make another one.</source>
        <translation>Der Workspace hat schon eine Pushwoosh-Quelle namens „%1“. Diese stattdessen finden oder eine weitere anlegen.</translation>
    </message>
    <message>
        <source>The workspace has no Pushwoosh source yet. Make one with the token, or add one in Segment by hand and paste its key.</source>
        <translation>Der Workspace hat noch keine Pushwoosh-Quelle. Eine mit dem Token anlegen oder eine in Segment von Hand hinzufügen und ihren Schlüssel einfügen.</translation>
    </message>
    <message numerus="yes">
        <source>The source has %n write keys; the first is taken.</source>
        <translation>
            <numerusform>Die Quelle hat %n Schreibschlüssel; der erste wird genommen.</numerusform>
            <numerusform>Die Quelle hat %n Schreibschlüssel; der erste wird genommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The source is switched off: Segment drops its events until somebody switches it on there.</source>
        <translation>Die Quelle ist ausgeschaltet: Segment verwirft ihre Ereignisse, bis sie dort jemand einschaltet.</translation>
    </message>
    <message>
        <source>Workspace “%1”</source>
        <translation>Workspace „%1“</translation>
    </message>
    <message>
        <source>Press “%1” to go on.</source>
        <comment>the text of a button</comment>
        <translation>Zum Weitergehen „%1“ drücken.</translation>
    </message>
</context>
<context>
    <name>segue::WriteKeyProbe</name>
    <message>
        <source>Segment could not be asked about this write key. %1</source>
        <translation>Segment konnte nach diesem Schreibschlüssel nicht gefragt werden. %1</translation>
    </message>
    <message>
        <source>Segment could not be asked about this write key: something else answers at its address, such as the sign-in page of a network. Try again later, or go on without this check.</source>
        <translation>Segment konnte nach diesem Schreibschlüssel nicht gefragt werden: Unter seiner Adresse antwortet etwas anderes, etwa die Anmeldeseite eines Netzwerks. Bitte später noch einmal versuchen oder ohne diese Prüfung weitermachen.</translation>
    </message>
    <message>
        <source>Segment knows this write key.</source>
        <translation>Segment kennt diesen Schreibschlüssel.</translation>
    </message>
    <message>
        <source>Segment has published nothing for this write key (404). The key may still be right: keys of partner sources may not be published, and changes take up to a day. Compare it with the source&apos;s page in Segment, then send a sample and look for it there.</source>
        <translation>Segment hat zu diesem Schreibschlüssel nichts veröffentlicht (404). Der Schlüssel kann trotzdem richtig sein: Schlüssel von Partner-Quellen werden vielleicht nicht veröffentlicht, und Änderungen brauchen bis zu einem Tag. Bitte mit der Seite der Quelle in Segment vergleichen, dann ein Beispiel senden und es dort suchen.</translation>
    </message>
    <message>
        <source>Segment could not be asked about this write key: it answered %1. Try again later, or go on without this check.</source>
        <translation>Segment konnte nach diesem Schreibschlüssel nicht gefragt werden: Es antwortete mit %1. Bitte später noch einmal versuchen oder ohne diese Prüfung weitermachen.</translation>
    </message>
    <message>
        <source>There is no key.</source>
        <translation>Es ist kein Schlüssel da.</translation>
    </message>
    <message>
        <source>The endpoint is not Segment&apos;s, and its keys are not shown to Segment.</source>
        <translation>Der Endpunkt gehört nicht Segment, und seine Schlüssel werden Segment nicht gezeigt.</translation>
    </message>
</context>
<context>
    <name>segue::cli::AppsCommand</name>
    <message>
        <source>Stopped before the keychain answered.</source>
        <translation>Angehalten, bevor der Schlüsselbund geantwortet hat.</translation>
    </message>
    <message>
        <source>No Pushwoosh token is kept. Give one of the kind Server with --token-stdin, and with --keep-token to keep it in the keychain; Pushwoosh makes it in Settings &gt; API Access.</source>
        <translation>Es ist kein Pushwoosh-Token hinterlegt. Geben Sie eines der Art Server mit --token-stdin an, und mit --keep-token, um es im Schlüsselbund zu behalten; Pushwoosh erzeugt es in Settings &gt; API Access.</translation>
    </message>
    <message>
        <source>CODE</source>
        <translation>CODE</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>The token sees no application. A new token is given them one by one in Settings &gt; API Access of the Control Panel.</source>
        <translation>Das Token sieht keine Anwendung. Einem neuen Token werden sie in Settings &gt; API Access des Control Panels einzeln zugewiesen.</translation>
    </message>
    <message numerus="yes">
        <source>None of %n application(s) fits “%1”.</source>
        <translation>
            <numerusform>Die %n Anwendung passt nicht zu „%1“.</numerusform>
            <numerusform>Keine der %n Anwendungen passt zu „%1“.</numerusform>
        </translation>
    </message>
    <message>
        <source>There may be more applications than Segue asked for.</source>
        <translation>Möglicherweise gibt es mehr Anwendungen, als Segue abgefragt hat.</translation>
    </message>
    <message>
        <source>Pushwoosh names another address for this account: %1. Segue does not go there by itself; --address takes it.</source>
        <translation>Pushwoosh nennt für dieses Konto eine andere Adresse: %1. Segue geht nicht von selbst dorthin; --address nimmt sie an.</translation>
    </message>
    <message>
        <source>As they were on %1.</source>
        <translation>Stand vom %1.</translation>
    </message>
    <message>
        <source>No Pushwoosh token is in the keychain.</source>
        <translation>Im Schlüsselbund liegt kein Pushwoosh-Token.</translation>
    </message>
    <message>
        <source>Stopped before Pushwoosh answered.</source>
        <translation>Angehalten, bevor Pushwoosh geantwortet hat.</translation>
    </message>
    <message>
        <source>--offline shows the list of %1.</source>
        <translation>--offline zeigt die Liste vom %1.</translation>
    </message>
    <message>
        <source>The token is not kept.</source>
        <translation>Das Token wird nicht behalten.</translation>
    </message>
    <message>
        <source>The token is in the keychain.</source>
        <translation>Das Token liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Lists the applications of a Pushwoosh account that an API token of the kind Server can see, with
their codes. The token comes from the keychain or from standard input, and is never an argument.
The last list is kept without the token, for --offline.</source>
        <translation>Zeigt die Anwendungen eines Pushwoosh-Kontos, die ein API-Token der Art Server sehen kann, mit
ihren Codes. Das Token kommt aus dem Schlüsselbund oder von der Standardeingabe und ist nie ein
Argument. Die letzte Liste wird ohne das Token für --offline aufbewahrt.</translation>
    </message>
    <message>
        <source>only those whose name or code holds the text</source>
        <translation>nur die, deren Name oder Code den Text enthält</translation>
    </message>
    <message>
        <source>read the token from standard input, one line, for this process alone</source>
        <translation>das Token von der Standardeingabe lesen, eine Zeile, nur für diesen Prozess</translation>
    </message>
    <message>
        <source>with --token-stdin: keep the token in the keychain once Pushwoosh has taken it</source>
        <translation>mit --token-stdin: das Token im Schlüsselbund behalten, sobald Pushwoosh es angenommen hat</translation>
    </message>
    <message>
        <source>remove the token from the keychain, and list nothing</source>
        <translation>das Token aus dem Schlüsselbund entfernen und nichts auflisten</translation>
    </message>
    <message>
        <source>the Pushwoosh API of accounts with a place of their own (default: %1)</source>
        <translation>die Pushwoosh-API von Konten mit eigenem Ort (Standard: %1)</translation>
    </message>
    <message>
        <source>the list as it was last read, without asking</source>
        <translation>die Liste, wie sie zuletzt gelesen wurde, ohne Abfrage</translation>
    </message>
    <message>
        <source>takes the token from a password store and keeps it</source>
        <translation>nimmt das Token aus einem Passwortspeicher und behält es</translation>
    </message>
    <message>
        <source>for a script</source>
        <translation>für ein Skript</translation>
    </message>
    <message>
        <source>--keep-token goes with --token-stdin.</source>
        <translation>--keep-token gehört zu --token-stdin.</translation>
    </message>
</context>
<context>
    <name>segue::cli::CheckCommand</name>
    <message numerus="yes">
        <source>Checkup of %n connection(s)</source>
        <translation>
            <numerusform>Prüfung von %n Verbindung</numerusform>
            <numerusform>Prüfung von %n Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Der Bericht liegt in %1.</translation>
    </message>
    <message>
        <source>Stopped before all checks were made.</source>
        <translation>Angehalten, bevor alle Prüfungen gemacht waren.</translation>
    </message>
    <message>
        <source>There is no connection to check but the sandbox.</source>
        <translation>Außer der Sandbox gibt es keine Verbindung zu prüfen.</translation>
    </message>
    <message>
        <source>Checks a connection: its key, region and endpoint, its source and destinations in Segment, its Pushwoosh
application, what feeds have brought, and the queue. Nothing is sent or changed. A check that cannot be
made is “not checked” and says what it needs, such as a token in the keychain. The status is 1 when a
check fails.</source>
        <translation>Prüft eine Verbindung: Schlüssel, Region und Endpunkt, Quelle und Ziele in Segment, die Pushwoosh-
Anwendung, die Zuflüsse und die Warteschlange. Nichts wird gesendet oder geändert. Eine Prüfung, die
nicht möglich ist, heißt „nicht geprüft“ und sagt, was ihr fehlt, etwa ein Token im Schlüsselbund. Der
Status ist 1, wenn eine Prüfung fehlschlägt.</translation>
    </message>
    <message>
        <source>all connections but the sandbox, instead of one</source>
        <translation>alle Verbindungen außer der Sandbox, statt einer</translation>
    </message>
    <message>
        <source>text (the default), json, or junit for a build server</source>
        <translation>text (der Normalfall), json, oder junit für einen Build-Server</translation>
    </message>
    <message>
        <source>ask Segment&apos;s CDN whether it knows the key; this puts the key into a URL of Segment&apos;s</source>
        <translation>Segments CDN fragen, ob es den Schlüssel kennt; das setzt den Schlüssel in eine Adresse von Segment</translation>
    </message>
    <message>
        <source>read the write key from standard input, one line, for this process alone</source>
        <translation>den Schreibschlüssel von der Standardeingabe lesen, eine Zeile, nur für diesen Prozess</translation>
    </message>
    <message>
        <source>show ids of people whole</source>
        <translation>Kennungen von Personen unverkürzt zeigen</translation>
    </message>
    <message>
        <source>on the terminal and as a report</source>
        <translation>im Terminal und als Bericht</translation>
    </message>
    <message>
        <source>for a build server</source>
        <translation>für einen Build-Server</translation>
    </message>
    <message>
        <source>Name one connection, or give --all.</source>
        <translation>Bitte eine Verbindung nennen oder --all angeben.</translation>
    </message>
    <message>
        <source>write a report as well, to a file that ends with .md (Markdown) or .html; PDF is made in the
window alone</source>
        <translation>auch einen Bericht schreiben, in eine Datei, die auf .md (Markdown) oder .html endet; PDF gibt
es nur im Fenster</translation>
    </message>
    <message>
        <source>A connection and --all cannot be given together.</source>
        <translation>Eine Verbindung und --all können nicht zusammen angegeben werden.</translation>
    </message>
    <message>
        <source>--json and --format %1 cannot be given together.</source>
        <translation>--json und --format %1 können nicht zusammen angegeben werden.</translation>
    </message>
    <message>
        <source>a name that ends with .md or .html (PDF is made in the window)</source>
        <translation>ein Name, der auf .md oder .html endet (PDF gibt es im Fenster)</translation>
    </message>
</context>
<context>
    <name>segue::cli::CommandLine</name>
    <message>
        <source>“%1” shows what can be given.</source>
        <translation>„%1“ zeigt, was angegeben werden kann.</translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <translation>Ein Befehl fehlt.</translation>
    </message>
    <message>
        <source>There is no option %1, or its value is missing.</source>
        <translation>Es gibt keine Option %1, oder ihr Wert fehlt.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Es gibt keinen Befehl „%1“.</translation>
    </message>
    <message>
        <source>Standard output could not be written (%1).</source>
        <translation>Die Standardausgabe konnte nicht geschrieben werden (%1).</translation>
    </message>
    <message>
        <source>Usage: segue                      opens the window
       segue COMMAND [options]    works in the terminal, without a display

Sets up, tests and watches the Pushwoosh source of Twilio Segment.

Commands:
  demo           sends one sample of each of the seven events to a sandbox and shows the log
  connections    list, show, add, edit, remove, set-key, export, import
  send           sends sample events, or events from a file, and waits for their end states
  retry          queues events again that were refused, blocked, given up or cancelled
  log            shows and exports the events of the journal, or looks through its file
  receive        takes what clients of Segment send, without a window
  check          checks connections: key, source, destinations, identities, queue
  apps           lists the Pushwoosh applications that a token can see
  proxy          keeps the name and password for the system&apos;s proxy
  erase          erases a person from the journal

Options of every command:
  --data-dir DIR  folder with connections and journal (also SEGUE_DATA_DIR)
  --json          machine-readable result on standard output, messages on standard error
  --verbose       say more about what happens
  --help          help for the program, or for the command in front of it
  --version       the version
For the window: --theme light|dark|system

Examples:
  segue demo
  segue connections add --name &quot;Acme dev&quot; --environment dev --region us --write-key-stdin
  segue send --connection &quot;Acme dev&quot; --event &quot;Email Sent&quot; --user-id 4711
  segue log --since 2h --state refused,blocked

Exit status: 0 done; 1 something was refused or failed; 2 wrong usage; 3 the environment failed
(keychain, disk, port).
</source>
        <translation>Aufruf: segue                      öffnet das Fenster
        segue BEFEHL [Optionen]    arbeitet im Terminal, ohne Bildschirm

Richtet die Pushwoosh-Quelle von Twilio Segment ein, testet und beobachtet sie.

Befehle:
  demo           sendet je ein Beispiel der sieben Ereignisse an eine Sandbox und zeigt das Protokoll
  connections    list, show, add, edit, remove, set-key, export, import
  send           sendet Beispiele oder Ereignisse aus einer Datei und wartet auf ihre Endzustände
  retry          reiht Abgelehntes, Zurückgehaltenes, Aufgegebenes oder Abgebrochenes wieder ein
  log            zeigt und exportiert die Ereignisse des Journals oder prüft dessen Datei
  receive        nimmt auf, was Clients von Segment senden, ohne Fenster
  check          prüft Verbindungen: Schlüssel, Quelle, Ziele, Identitäten, Warteschlange
  apps           zeigt die Pushwoosh-Anwendungen, die ein Token sehen kann
  proxy          bewahrt Name und Passwort für den Proxy des Systems auf
  erase          löscht eine Person aus dem Journal

Optionen jedes Befehls:
  --data-dir DIR  Ordner mit Verbindungen und Journal (auch SEGUE_DATA_DIR)
  --json          maschinenlesbares Ergebnis auf der Standardausgabe, Meldungen auf der Fehlerausgabe
  --verbose       mehr darüber sagen, was geschieht
  --help          Hilfe zum Programm oder zu dem Befehl davor
  --version       die Version
Für das Fenster: --theme light|dark|system

Beispiele:
  segue demo
  segue connections add --name &quot;Acme dev&quot; --environment dev --region us --write-key-stdin
  segue send --connection &quot;Acme dev&quot; --event &quot;Email Sent&quot; --user-id 4711
  segue log --since 2h --state refused,blocked

Rückgabewert: 0 getan; 1 etwas wurde abgelehnt oder schlug fehl; 2 falscher Aufruf; 3 die Umgebung
versagte (Schlüsselbund, Datenträger, Port).
</translation>
    </message>
</context>
<context>
    <name>segue::cli::ConnectionAddress</name>
    <message>
        <source>The sandbox has no address for other services.</source>
        <translation>Die Sandbox hat keine Adresse für andere Dienste.</translation>
    </message>
    <message>
        <source>Stopped before the keychain answered.</source>
        <translation>Angehalten, bevor der Schlüsselbund geantwortet hat.</translation>
    </message>
    <message>
        <source>The address is nobody&apos;s any more: what comes to it is answered 404.</source>
        <translation>Die Adresse gehört niemandem mehr: was dort ankommt, wird mit 404 beantwortet.</translation>
    </message>
    <message>
        <source>make a new address; the one before goes on working for 24 hours</source>
        <translation>eine neue Adresse erzeugen; die vorige gilt noch 24 Stunden</translation>
    </message>
    <message>
        <source>show none; from now on no address of this connection works</source>
        <translation>keine zeigen; von jetzt an gilt keine Adresse dieser Verbindung</translation>
    </message>
    <message>
        <source>Whoever knows this address can send events: treat it as a secret.</source>
        <translation>Wer diese Adresse kennt, kann Ereignisse senden: wie ein Geheimnis behandeln.</translation>
    </message>
    <message>
        <source>Shows the address for Pushwoosh&apos;s webhook; makes one at the first time. It holds a secret token.</source>
        <translation>Zeigt die Adresse für den Webhook von Pushwoosh; erzeugt sie beim ersten Mal. Sie enthält ein geheimes Token.</translation>
    </message>
    <message>
        <source>Pushwoosh calls from the internet: put the https address of your tunnel or reverse proxy in place of the first part.</source>
        <translation>Pushwoosh ruft aus dem Internet an: statt des ersten Teils die https-Adresse des Tunnels oder Reverse-Proxys einsetzen.</translation>
    </message>
    <message>
        <source>Shows the address for Segment&apos;s Webhooks destination, which sends back what arrived; makes one at the first time. It holds a secret token.</source>
        <translation>Zeigt die Adresse für das Webhooks-Ziel von Segment, das zurücksendet, was ankam; erzeugt sie beim ersten Mal. Sie enthält ein geheimes Token.</translation>
    </message>
    <message>
        <source>Segment calls from the internet: put the https address of your tunnel or reverse proxy in place of the first part.</source>
        <translation>Segment ruft aus dem Internet an: statt des ersten Teils die https-Adresse des Tunnels oder Reverse-Proxys einsetzen.</translation>
    </message>
    <message>
        <source>Reads the shared secret of Segment&apos;s Webhooks destination from standard input, one line, and keeps
it in the keychain. From then on an echo that is not signed with it is refused. A secret is never an
argument.</source>
        <translation>Liest das gemeinsame Geheimnis des Webhooks-Ziels von Segment von der Standardeingabe, eine Zeile, und
behält es im Schlüsselbund. Von da an wird ein Echo abgewiesen, das nicht damit signiert ist. Ein Geheimnis
ist nie ein Argument.</translation>
    </message>
    <message>
        <source>read none; take the secret out of the keychain, and believe unsigned echoes again</source>
        <translation>keines lesen; das Geheimnis aus dem Schlüsselbund nehmen und unsignierten Echos wieder glauben</translation>
    </message>
    <message>
        <source>Echoes are taken unsigned again, and shown so.</source>
        <translation>Echos werden wieder unsigniert angenommen und so gezeigt.</translation>
    </message>
    <message>
        <source>Echoes of “%1” must be signed with this secret from now on.</source>
        <translation>Echos von „%1“ müssen von jetzt an mit diesem Geheimnis signiert sein.</translation>
    </message>
</context>
<context>
    <name>segue::cli::ConnectionEdit</name>
    <message>
        <source>--events holds no name. Leave it blank, or write “all”, for all events.</source>
        <translation>--events enthält keinen Namen. Für alle Ereignisse leer lassen oder „all“ schreiben.</translation>
    </message>
    <message>
        <source>Events go to %1.</source>
        <translation>Ereignisse gehen an %1.</translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>Nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>The connection was not added.</source>
        <translation>Die Verbindung wurde nicht hinzugefügt.</translation>
    </message>
    <message>
        <source>It has no write key yet: “%1” keeps one.</source>
        <translation>Sie hat noch keinen Schreibschlüssel: „%1“ verwahrt einen.</translation>
    </message>
    <message>
        <source>“%1” was added (%2).</source>
        <comment>%1: name, %2: id</comment>
        <translation>„%1“ wurde hinzugefügt (%2).</translation>
    </message>
    <message>
        <source>what it is called, as a rule the source&apos;s name in Segment</source>
        <translation>wie sie heißt, in der Regel der Name der Quelle in Segment</translation>
    </message>
    <message>
        <source>dev, staging or prod (the sandbox is always there)</source>
        <translation>dev, staging oder prod (die Sandbox ist immer da)</translation>
    </message>
    <message>
        <source>us or eu: the region of the Segment workspace</source>
        <translation>us oder eu: die Region des Segment-Workspace</translation>
    </message>
    <message>
        <source>another Segment-compatible endpoint instead of a region</source>
        <translation>ein anderer Segment-kompatibler Endpunkt statt einer Region</translation>
    </message>
    <message>
        <source>Pushwoosh application code, such as 1A2B3-C4D5E</source>
        <translation>Anwendungscode von Pushwoosh, etwa 1A2B3-C4D5E</translation>
    </message>
    <message>
        <source>events that are exported, such as &quot;Email Sent,Push Sent&quot;; blank or all: all</source>
        <translation>Ereignisse, die exportiert werden, etwa &quot;Email Sent,Push Sent&quot;; leer oder all: alle</translation>
    </message>
    <message>
        <source>read the write key from standard input, one line, into the keychain</source>
        <translation>den Schreibschlüssel von der Standardeingabe lesen, eine Zeile, in den Schlüsselbund</translation>
    </message>
    <message>
        <source>--name needs a name with something in it.</source>
        <translation>--name braucht einen Namen, der nicht leer ist.</translation>
    </message>
    <message>
        <source>Adds a connection: --name, --environment and one of --region or --endpoint are needed.</source>
        <translation>Fügt eine Verbindung hinzu: --name, --environment und eines von --region und --endpoint sind nötig.</translation>
    </message>
    <message>
        <source>asks for the write key, which is not shown, and keeps it in the keychain</source>
        <translation>fragt nach dem Schreibschlüssel, zeigt ihn nicht und verwahrt ihn im Schlüsselbund</translation>
    </message>
    <message>
        <source>without a key for the time being</source>
        <translation>vorerst ohne Schlüssel</translation>
    </message>
    <message>
        <source>--%1 is needed.</source>
        <translation>--%1 ist nötig.</translation>
    </message>
    <message>
        <source>One of --region and --endpoint is needed.</source>
        <translation>Eines von --region und --endpoint ist nötig.</translation>
    </message>
    <message>
        <source>Changes what is given and leaves the rest as it is.</source>
        <translation>Ändert, was angegeben ist, und lässt das Übrige, wie es ist.</translation>
    </message>
    <message>
        <source>keep its events waiting from now on</source>
        <translation>ihre Ereignisse von nun an warten lassen</translation>
    </message>
    <message>
        <source>send them again</source>
        <translation>sie wieder senden</translation>
    </message>
    <message>
        <source>selects two events</source>
        <translation>wählt zwei Ereignisse aus</translation>
    </message>
    <message>
        <source>“%1” is as it was (%2).</source>
        <comment>%1: name, %2: id</comment>
        <translation>„%1“ ist, wie sie war (%2).</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>--write-key-stdin: the sandbox has a fixed public key.</source>
        <translation>--write-key-stdin: Die Sandbox hat einen festen öffentlichen Schlüssel.</translation>
    </message>
    <message>
        <source>“%1” was changed (%2).</source>
        <comment>%1: name, %2: id</comment>
        <translation>„%1“ wurde geändert (%2).</translation>
    </message>
    <message>
        <source>Stopped. Some of what was kept may be queued already; the rest stays as it is.</source>
        <translation>Angehalten. Ein Teil des Behaltenen kann schon eingereiht sein; der Rest bleibt, wie er ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n kept event(s) queued to be sent.</source>
        <translation>
            <numerusform>%n behaltenes Ereignis zum Senden eingereiht.</numerusform>
            <numerusform>%n behaltene Ereignisse zum Senden eingereiht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::cli::ConnectionText</name>
    <message>
        <source>stopped</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>public, fixed</source>
        <translation>öffentlich, fest</translation>
    </message>
    <message>
        <source>in the keychain</source>
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>key not on this machine</source>
        <translation>Schlüssel nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>not readable now</source>
        <translation>jetzt nicht lesbar</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no application code</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>all (%1)</source>
        <translation>alle (%1)</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Write key</source>
        <translation>Schreibschlüssel</translation>
    </message>
    <message>
        <source>Previous key</source>
        <translation>Alter Schlüssel</translation>
    </message>
    <message>
        <source>kept until a test is proven; the key was replaced at %1</source>
        <translation>aufbewahrt, bis ein Test nachgewiesen ist; ersetzt wurde der Schlüssel um %1</translation>
    </message>
    <message>
        <source>relayed</source>
        <translation>weitergeleitet</translation>
    </message>
    <message>
        <source>kept, not relayed</source>
        <translation>behalten, nicht weitergeleitet</translation>
    </message>
    <message>
        <source>no address yet</source>
        <translation>noch keine Adresse</translation>
    </message>
    <message>
        <source>repeats count as events of their own</source>
        <translation>Wiederholungen zählen als eigene Ereignisse</translation>
    </message>
    <message>
        <source>signatures are verified</source>
        <translation>Signaturen werden geprüft</translation>
    </message>
    <message>
        <source>signatures are not verified</source>
        <translation>Signaturen werden nicht geprüft</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>Echo</translation>
    </message>
</context>
<context>
    <name>segue::cli::ConnectionTransfer</name>
    <message>
        <source>%1 cannot be read (%2).</source>
        <translation>%1 kann nicht gelesen werden (%2).</translation>
    </message>
    <message>
        <source>%1 is too large for a file of connections.</source>
        <translation>%1 ist zu groß für eine Datei von Verbindungen.</translation>
    </message>
    <message>
        <source>“%1” is here already and stays as it is.</source>
        <translation>„%1“ ist schon da und bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Nichts wurde importiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) had been imported before.</source>
        <translation>
            <numerusform>%n Verbindung war vorher importiert worden.</numerusform>
            <numerusform>%n Verbindungen waren vorher importiert worden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Writes all connections but the sandbox as JSON. Holds no secret: keys are given anew elsewhere.</source>
        <translation>Schreibt alle Verbindungen außer der Sandbox als JSON. Enthält kein Geheimnis: Schlüssel werden anderswo neu eingegeben.</translation>
    </message>
    <message>
        <source>write to this file, readable by its owner alone, not to standard output</source>
        <translation>in diese Datei schreiben, nur für den Eigentümer lesbar, nicht auf die Standardausgabe</translation>
    </message>
    <message>
        <source>for another machine</source>
        <translation>für einen anderen Rechner</translation>
    </message>
    <message>
        <source>the name of a file of its own</source>
        <translation>der Name einer eigenen Datei</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) written to %1, without keys.</source>
        <translation>
            <numerusform>%n Verbindung nach %1 geschrieben, ohne Schlüssel.</numerusform>
            <numerusform>%n Verbindungen nach %1 geschrieben, ohne Schlüssel.</numerusform>
        </translation>
    </message>
    <message>
        <source>Takes up the connections of an exported file; FILE may be - for standard input. One that is here
already stays as it is. When one of them cannot be taken, none is.</source>
        <translation>Übernimmt die Verbindungen einer exportierten Datei; FILE kann - für die Standardeingabe sein. Eine,
die schon da ist, bleibt, wie sie ist. Wenn eine nicht übernommen werden kann, wird es keine.</translation>
    </message>
    <message>
        <source>The file was written by a newer version of Segue. Nothing was imported.</source>
        <translation>Die Datei wurde von einer neueren Version von Segue geschrieben. Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>This is no file of connections, or it is damaged (%1). Nothing was imported.</source>
        <translation>Das ist keine Datei von Verbindungen, oder sie ist beschädigt (%1). Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>“%1” was imported: %2.</source>
        <comment>%1: name, %2: where its key is</comment>
        <translation>„%1“ wurde importiert: %2.</translation>
    </message>
</context>
<context>
    <name>segue::cli::ConnectionsCommand</name>
    <message>
        <source>Lists the connections, the sandbox last.</source>
        <translation>Listet die Verbindungen auf, die Sandbox zuletzt.</translation>
    </message>
    <message>
        <source>all</source>
        <comment>all events</comment>
        <translation>alle</translation>
    </message>
    <message>
        <source>, paused</source>
        <translation>, angehalten</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>ENVIRONMENT</source>
        <translation>UMGEBUNG</translation>
    </message>
    <message>
        <source>ENDPOINT</source>
        <translation>ENDPUNKT</translation>
    </message>
    <message>
        <source>APPLICATION</source>
        <translation>ANWENDUNG</translation>
    </message>
    <message>
        <source>EVENTS</source>
        <translation>EREIGNISSE</translation>
    </message>
    <message>
        <source>WRITE KEY</source>
        <translation>SCHREIBSCHLÜSSEL</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>KENNUNG</translation>
    </message>
    <message>
        <source>Shows one connection, by name or id. Its write key is never shown.</source>
        <translation>Zeigt eine Verbindung, nach Name oder Kennung. Ihr Schreibschlüssel wird nie gezeigt.</translation>
    </message>
    <message>
        <source>takes the key from a password store</source>
        <translation>nimmt den Schlüssel aus einem Passwortspeicher</translation>
    </message>
    <message>
        <source>The sandbox has a fixed public key of its own. Nothing was changed.</source>
        <translation>Die Sandbox hat einen eigenen festen öffentlichen Schlüssel. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The write key of “%1” is in the keychain.</source>
        <translation>Der Schreibschlüssel von „%1“ ist im Schlüsselbund.</translation>
    </message>
    <message>
        <source>“%1” will be removed from Segue; nothing is changed in Segment or Pushwoosh.</source>
        <translation>„%1“ wird aus Segue entfernt; in Segment und Pushwoosh ändert sich nichts.</translation>
    </message>
    <message>
        <source>Its write key stays in the keychain.</source>
        <translation>Ihr Schreibschlüssel bleibt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Its write key will be taken out of the keychain.</source>
        <translation>Ihr Schreibschlüssel wird aus dem Schlüsselbund genommen.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) not yet sent will be cancelled.</source>
        <translation>
            <numerusform>%n noch nicht gesendetes Ereignis wird abgebrochen.</numerusform>
            <numerusform>%n noch nicht gesendete Ereignisse werden abgebrochen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its events stay in the log.</source>
        <translation>Ihre Ereignisse bleiben im Protokoll.</translation>
    </message>
    <message>
        <source>Stopped before the keychain answered. The connection was not removed.</source>
        <translation>Abgebrochen, bevor der Schlüsselbund antwortete. Die Verbindung wurde nicht entfernt.</translation>
    </message>
    <message>
        <source>The connection was not removed. (--keep-key removes it and leaves the key.)</source>
        <translation>Die Verbindung wurde nicht entfernt. (--keep-key entfernt sie und lässt den Schlüssel.)</translation>
    </message>
    <message>
        <source>“%1” was removed.</source>
        <translation>„%1“ wurde entfernt.</translation>
    </message>
    <message>
        <source>Removes a connection and its write key, and cancels what it has not sent yet. Asks first.</source>
        <translation>Entfernt eine Verbindung und ihren Schreibschlüssel und bricht ab, was sie noch nicht gesendet hat. Fragt zuerst.</translation>
    </message>
    <message>
        <source>do not ask</source>
        <translation>nicht fragen</translation>
    </message>
    <message>
        <source>leave the write key in the keychain</source>
        <translation>den Schreibschlüssel im Schlüsselbund lassen</translation>
    </message>
    <message>
        <source>The sandbox cannot be removed.</source>
        <translation>Die Sandbox kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Nobody can be asked here: give --yes. Nothing was removed.</source>
        <translation>Hier kann niemand gefragt werden: bitte --yes angeben. Nichts wurde entfernt.</translation>
    </message>
    <message>
        <source>Remove it?</source>
        <translation>Entfernen?</translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>Nichts wurde entfernt.</translation>
    </message>
    <message>
        <source>There is no command “connections %1”.</source>
        <translation>Es gibt keinen Befehl „connections %1“.</translation>
    </message>
    <message>
        <source>“%1” shows what can be given.</source>
        <translation>„%1“ zeigt, was angegeben werden kann.</translation>
    </message>
    <message>
        <source>Print an SQL query for the warehouse table of each selected event instead.</source>
        <translation>Stattdessen für jedes ausgewählte Ereignis eine SQL-Abfrage auf seine Warehouse-Tabelle ausgeben.</translation>
    </message>
    <message>
        <source>Print a tracking plan for the selected events instead, as JSON.</source>
        <translation>Stattdessen einen Tracking-Plan für die ausgewählten Ereignisse als JSON ausgeben.</translation>
    </message>
    <message>
        <source>Reads a write key from standard input, one line, and keeps it in the keychain in place of the
one that was there, which is kept beside it until a test is proven. A terminal does not show what
is typed. A key is never an argument.</source>
        <translation>Liest einen Schreibschlüssel von der Standardeingabe, eine Zeile, und legt ihn im Schlüsselbund anstelle
des bisherigen ab, der daneben aufbewahrt bleibt, bis ein Test nachgewiesen ist. Ein Terminal zeigt nicht,
was getippt wird. Ein Schlüssel ist nie ein Argument.</translation>
    </message>
    <message>
        <source>read no key; remove the old one that is kept beside the one in use</source>
        <translation>keinen Schlüssel lesen; den alten entfernen, der neben dem verwendeten aufbewahrt ist</translation>
    </message>
    <message>
        <source>read no key; use the old one again, and let the new one go</source>
        <translation>keinen Schlüssel lesen; den alten wieder verwenden und den neuen verwerfen</translation>
    </message>
    <message>
        <source>The key was not changed.</source>
        <translation>Der Schlüssel wurde nicht geändert.</translation>
    </message>
    <message>
        <source>The schema is a guess: it follows from the connection&apos;s name. The exact one stands in Segment,
in the source&apos;s settings for the warehouse.</source>
        <translation>Das Schema ist geraten: Es folgt aus dem Namen der Verbindung. Das genaue steht in Segment,
in den Einstellungen der Quelle für das Warehouse.</translation>
    </message>
    <message>
        <source>Usage: segue connections COMMAND [options]

Looks after the connections: Segment sources as Segue knows them.

Commands:
  list                   all of them
  show CONNECTION        one of them, by name or id
  add                    a new one
  edit CONNECTION        changes what is given, leaves the rest
  remove CONNECTION      with its write key; asks first
  set-key CONNECTION     reads its write key from standard input into the keychain
  webhook-url CONNECTION shows the secret address for Pushwoosh&apos;s webhook
  echo-url CONNECTION    shows the secret address for Segment&apos;s echo
  echo-secret CONNECTION reads the echo&apos;s shared secret from standard input into the keychain
  export                 all of them as a file without secrets
  import FILE            takes up such a file

“segue connections COMMAND --help” shows the options of each.

Examples:
  segue connections add --name &quot;Acme dev&quot; --environment dev --region us --write-key-stdin
  segue connections show &quot;Acme dev&quot; --json
</source>
        <translation>Aufruf: segue connections BEFEHL [Optionen]

Verwaltet die Verbindungen: Segment-Quellen, wie Segue sie kennt.

Befehle:
  list                   alle
  show VERBINDUNG        eine davon, nach Name oder Kennung
  add                    eine neue
  edit VERBINDUNG        ändert, was angegeben ist, lässt das Übrige
  remove VERBINDUNG      mit ihrem Schreibschlüssel; fragt zuerst
  set-key VERBINDUNG     liest ihren Schreibschlüssel von der Standardeingabe in den Schlüsselbund
  webhook-url VERBINDUNG zeigt die geheime Adresse für den Webhook von Pushwoosh
  echo-url VERBINDUNG    zeigt die geheime Adresse für das Echo von Segment
  echo-secret VERBINDUNG liest das gemeinsame Geheimnis des Echos von der Standardeingabe in den Schlüsselbund
  export                 alle als Datei ohne Geheimnisse
  import DATEI           übernimmt eine solche Datei

„segue connections BEFEHL --help“ zeigt die Optionen.

Beispiele:
  segue connections add --name &quot;Acme dev&quot; --environment dev --region us --write-key-stdin
  segue connections show &quot;Acme dev&quot; --json
</translation>
    </message>
    <message>
        <source>“connections” needs a command right behind it: list, show, add, edit, remove, set-key, webhook-url, echo-url, echo-secret, export or import.</source>
        <translation>„connections“ braucht gleich dahinter einen Befehl: list, show, add, edit, remove, set-key, webhook-url, echo-url, echo-secret, export oder import.</translation>
    </message>
</context>
<context>
    <name>segue::cli::DemoCommand</name>
    <message>
        <source>%1 sent, %2 confirmed by the sandbox</source>
        <translation>%1 gesendet, %2 von der Sandbox bestätigt</translation>
    </message>
    <message>
        <source>Sends one sample of each of the seven events to a sandbox on this machine and shows the log. Works
in a temporary folder, without account, keychain or network, and leaves nothing behind.</source>
        <translation>Sendet je ein Beispiel der sieben Ereignisse an eine Sandbox auf diesem Rechner und zeigt das Protokoll.
Arbeitet in einem vorübergehenden Ordner, ohne Konto, Schlüsselbund und Netz, und hinterlässt nichts.</translation>
    </message>
    <message>
        <source>seven rows, each confirmed</source>
        <translation>sieben Zeilen, jede bestätigt</translation>
    </message>
    <message>
        <source>--data-dir is left alone: the demo works in a temporary folder.</source>
        <translation>--data-dir bleibt unberührt: Die Vorführung arbeitet in einem vorübergehenden Ordner.</translation>
    </message>
    <message>
        <source>No temporary folder could be made (%1).</source>
        <translation>Ein vorübergehender Ordner konnte nicht angelegt werden (%1).</translation>
    </message>
</context>
<context>
    <name>segue::cli::EraseCommand</name>
    <message>
        <source>No event of this person is in the log. What other events&apos; attempts say about them, and traces of what was removed before, would still be cleared.</source>
        <translation>Kein Ereignis dieser Person ist im Protokoll. Was die Versuche anderer Ereignisse über sie sagen, und Spuren von früher Entferntem, würden trotzdem getilgt.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them have not been delivered yet and never will be.</source>
        <translation>
            <numerusform>%n davon ist noch nicht zugestellt und wird es nie.</numerusform>
            <numerusform>%n davon sind noch nicht zugestellt und werden es nie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody can be asked here: give --yes. Nothing was erased.</source>
        <translation>Hier kann niemand gefragt werden: bitte --yes angeben. Nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>Erase them?</source>
        <translation>Löschen?</translation>
    </message>
    <message>
        <source>Nothing was erased.</source>
        <translation>Nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>No event of this person was in the log.</source>
        <translation>Kein Ereignis dieser Person war im Protokoll.</translation>
    </message>
    <message>
        <source>Damaged logs that were set aside may hold events of this person. They were not touched; delete them if they are not needed: %1</source>
        <translation>Beschädigte Protokolle, die beiseitegelegt wurden, können Ereignisse dieser Person enthalten. Sie wurden nicht angerührt; bitte löschen, falls sie nicht gebraucht werden: %1</translation>
    </message>
    <message>
        <source>The events are gone, but traces of them may be left in the file: another program was reading it, or the disk has no room to write it anew. Give the command again.</source>
        <translation>Die Ereignisse sind weg, aber Spuren davon können noch in der Datei sein: Ein anderes Programm las sie gerade, oder auf dem Datenträger ist kein Platz, sie neu zu schreiben. Bitte den Befehl noch einmal geben.</translation>
    </message>
    <message>
        <source>No trace of them is left in the files of the log.</source>
        <translation>In den Dateien des Protokolls ist keine Spur davon geblieben.</translation>
    </message>
    <message>
        <source>Erases a person from the log of this computer: all their events, in whatever state, with what was
kept of their attempts. The value is looked for as userId and as HWID, since one is often used as
the other. Works beside a running window. What Segment was sent is not touched. Asks first.</source>
        <translation>Löscht eine Person aus dem Protokoll dieses Rechners: alle ihre Ereignisse in jedem Zustand, samt deren
bewahrten Versuchen. Der Wert wird als userId und als HWID gesucht, da oft eines als das andere dient.
Arbeitet neben einem offenen Fenster. Was an Segment gesendet wurde, bleibt unberührt. Fragt zuerst.</translation>
    </message>
    <message>
        <source>the person&apos;s userId</source>
        <translation>die userId der Person</translation>
    </message>
    <message>
        <source>the person&apos;s HWID (anonymousId)</source>
        <translation>die HWID der Person (anonymousId)</translation>
    </message>
    <message>
        <source>do not ask</source>
        <translation>nicht fragen</translation>
    </message>
    <message>
        <source>says how many events that are, and asks</source>
        <translation>sagt, wie viele Ereignisse das sind, und fragt</translation>
    </message>
    <message>
        <source>Say whom: --user-id or --hwid, with a value.</source>
        <translation>Bitte angeben, wen: --user-id oder --hwid, mit einem Wert.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) of this person would be erased for good (%1).</source>
        <translation>
            <numerusform>%n Ereignis dieser Person würde endgültig gelöscht (%1).</numerusform>
            <numerusform>%n Ereignisse dieser Person würden endgültig gelöscht (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were erased (%1).</source>
        <translation>
            <numerusform>%n Ereignis wurde gelöscht (%1).</numerusform>
            <numerusform>%n Ereignisse wurden gelöscht (%1).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segue::cli::HoldLines</name>
    <message>
        <source>Delivery goes on for “%1”.</source>
        <translation>Die Zustellung für „%1“ geht weiter.</translation>
    </message>
</context>
<context>
    <name>segue::cli::KeyEntry</name>
    <message>
        <source>Stopped before the keychain answered.</source>
        <translation>Abgebrochen, bevor der Schlüsselbund antwortete.</translation>
    </message>
    <message>
        <source>“%1” removes the old key, “%2” uses it again.</source>
        <translation>„%1“ entfernt den alten Schlüssel, „%2“ verwendet ihn wieder.</translation>
    </message>
    <message>
        <source>No old key of “%1” is kept. Nothing was changed.</source>
        <translation>Von „%1“ ist kein alter Schlüssel aufbewahrt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The old key of “%1” was removed.</source>
        <translation>Der alte Schlüssel von „%1“ wurde entfernt.</translation>
    </message>
    <message>
        <source>--write-key-stdin: the sandbox has a fixed public key.</source>
        <translation>--write-key-stdin: Die Sandbox hat einen festen öffentlichen Schlüssel.</translation>
    </message>
</context>
<context>
    <name>segue::cli::LogCommand</name>
    <message>
        <source>Shows the events of the journal, newest last, and exports them. Changes nothing, and works beside a
running window.</source>
        <translation>Zeigt die Ereignisse des Journals, das neueste zuletzt, und exportiert sie. Ändert nichts und arbeitet
neben einem offenen Fenster.</translation>
    </message>
    <message>
        <source>what did not arrive in the last two hours</source>
        <translation>was in den letzten zwei Stunden nicht ankam</translation>
    </message>
    <message>
        <source>what passes, as it passes</source>
        <translation>was vorbeikommt, während es vorbeikommt</translation>
    </message>
    <message>
        <source>one JSON object a line, payloads as they were sent</source>
        <translation>je Zeile ein JSON-Objekt, Inhalte wie gesendet</translation>
    </message>
    <message>
        <source>look through the whole file and say what is wrong with it</source>
        <translation>die ganze Datei durchsehen und sagen, was daran nicht stimmt</translation>
    </message>
    <message>
        <source>a word in the payload, without a phrase, in one of two events</source>
        <translation>ein Wort im Inhalt, ohne eine Wortfolge, in einem von zwei Ereignissen</translation>
    </message>
    <message>
        <source>either of two searches; fields are event, user, hwid, campaign, device, message_id, state, status, origin, time, latency, text, and paths of the payload</source>
        <translation>eine von zwei Suchen; Felder sind event, user, hwid, campaign, device, message_id, state, status, origin, time, latency, text und Pfade des Inhalts</translation>
    </message>
    <message>
        <source>by values in the payload</source>
        <translation>nach Werten im Inhalt</translation>
    </message>
</context>
<context>
    <name>segue::cli::LogExport</name>
    <message numerus="yes">
        <source>%n event(s) had a payload that could not be read; they are there without it.</source>
        <translation>
            <numerusform>%n Ereignis hatte einen Inhalt, der nicht gelesen werden konnte; es steht ohne ihn da.</numerusform>
            <numerusform>%n Ereignisse hatten einen Inhalt, der nicht gelesen werden konnte; sie stehen ohne ihn da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) were written to %1.</source>
        <translation>
            <numerusform>%n Versuch wurde nach %1 geschrieben.</numerusform>
            <numerusform>%n Versuche wurden nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were written to %1.</source>
        <translation>
            <numerusform>%n Ereignis wurde nach %1 geschrieben.</numerusform>
            <numerusform>%n Ereignisse wurden nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>There may be more: --limit says how many of the newest are taken.</source>
        <translation>Vielleicht gibt es mehr: --limit sagt, wie viele der neuesten genommen werden.</translation>
    </message>
    <message>
        <source>%1 of %2 events</source>
        <translation>%1 von %2 Ereignissen</translation>
    </message>
    <message>
        <source>Stopped before all was written.</source>
        <translation>Abgebrochen, bevor alles geschrieben war.</translation>
    </message>
</context>
<context>
    <name>segue::cli::LogFollower</name>
    <message>
        <source>Stopped before all was written.</source>
        <translation>Abgebrochen, bevor alles geschrieben war.</translation>
    </message>
</context>
<context>
    <name>segue::cli::LogPrinter</name>
    <message>
        <source>TIME (%1)</source>
        <comment>%1: time zone</comment>
        <translation>ZEIT (%1)</translation>
    </message>
    <message>
        <source>EVENT</source>
        <translation>EREIGNIS</translation>
    </message>
    <message>
        <source>WHO</source>
        <comment>the person or device of an event</comment>
        <translation>WER</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ZUSTAND</translation>
    </message>
    <message>
        <source>MS</source>
        <comment>milliseconds</comment>
        <translation>MS</translation>
    </message>
    <message>
        <source>CONNECTION</source>
        <translation>VERBINDUNG</translation>
    </message>
    <message>
        <source>MESSAGE ID</source>
        <translation>MESSAGE-ID</translation>
    </message>
    <message>
        <source>unknown key %1</source>
        <comment>its fingerprint</comment>
        <translation>unbekannter Schlüssel %1</translation>
    </message>
</context>
<context>
    <name>segue::cli::LogRequest</name>
    <message>
        <source>a time in ISO 8601, or one such as 10m, 2h or 7d ago</source>
        <translation>eine Zeit in ISO 8601, oder eine wie vor 10m, 2h oder 7d</translation>
    </message>
    <message>
        <source>names of events, joined by commas</source>
        <translation>Namen von Ereignissen, durch Kommas verbunden</translation>
    </message>
    <message>
        <source>--since lies after --until: nothing can be between them.</source>
        <translation>--since liegt nach --until: Dazwischen kann nichts sein.</translation>
    </message>
    <message>
        <source>events of this connection, by name or id</source>
        <translation>Ereignisse dieser Verbindung, nach Name oder Kennung</translation>
    </message>
    <message>
        <source>events of these exact names, joined by commas</source>
        <translation>Ereignisse mit genau diesen Namen, durch Kommas verbunden</translation>
    </message>
    <message>
        <source>in these states, such as refused,blocked,gave-up</source>
        <translation>in diesen Zuständen, etwa refused,blocked,gave-up</translation>
    </message>
    <message>
        <source>from composer, webhook, capture, echo or import</source>
        <translation>aus composer, webhook, capture, echo oder import</translation>
    </message>
    <message>
        <source>received at or after: ISO 8601, or 10m, 2h, 7d ago</source>
        <translation>empfangen zu oder nach: ISO 8601, oder vor 10m, 2h, 7d</translation>
    </message>
    <message>
        <source>received before</source>
        <translation>empfangen vor</translation>
    </message>
    <message>
        <source>go on with what comes; an event is shown again when its state changes</source>
        <translation>mit dem weitermachen, was kommt; ein Ereignis erscheint wieder, wenn sich sein Zustand ändert</translation>
    </message>
    <message>
        <source>the name or id of a connection</source>
        <translation>Name oder Kennung einer Verbindung</translation>
    </message>
    <message>
        <source>--follow never ends, and --format har is complete only at its end: use one of them.</source>
        <translation>--follow endet nie, und --format har ist erst am Ende vollständig: bitte nur eines davon verwenden.</translation>
    </message>
    <message>
        <source>the name of a file</source>
        <translation>der Name einer Datei</translation>
    </message>
    <message>
        <source>--output needs --format ndjson, csv or har.</source>
        <translation>--output braucht --format ndjson, csv oder har.</translation>
    </message>
    <message>
        <source>words, &quot;phrases&quot;, field:value, -field:value, time&gt;10m, OR: see the examples</source>
        <translation>Wörter, &quot;Wortfolgen&quot;, Feld:Wert, -Feld:Wert, time&gt;10m, OR: siehe die Beispiele</translation>
    </message>
    <message>
        <source>table (default), ndjson, csv, or har (the attempts); --json means ndjson</source>
        <translation>table (Vorgabe), ndjson, csv oder har (die Versuche); --json heißt ndjson</translation>
    </message>
    <message>
        <source>write this file, as a whole or not at all, readable by you only</source>
        <translation>diese Datei schreiben, ganz oder gar nicht, nur für den Eigentümer lesbar</translation>
    </message>
    <message>
        <source>mask what tells who a person is: ids, addresses, numbers, traits</source>
        <translation>maskieren, was verrät, wer eine Person ist: Kennungen, Adressen, Nummern, Merkmale</translation>
    </message>
    <message>
        <source>the newest N of them (default 1000, with --output all)</source>
        <translation>die neuesten N davon (Standard 1000, mit --output alle)</translation>
    </message>
</context>
<context>
    <name>segue::cli::LogVerify</name>
    <message>
        <source>The file itself is damaged: %1</source>
        <translation>Die Datei selbst ist beschädigt: %1</translation>
    </message>
    <message>
        <source>Block %1 of payloads cannot be read: %2</source>
        <translation>Block %1 der Inhalte kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>Block %1 of payloads begins inside the one before it.</source>
        <translation>Block %1 der Inhalte beginnt innerhalb des vorigen.</translation>
    </message>
    <message>
        <source>Block %1 of payloads belongs to no event.</source>
        <translation>Block %1 der Inhalte gehört zu keinem Ereignis.</translation>
    </message>
    <message>
        <source>There is a payload of event %1, which is gone.</source>
        <translation>Es gibt einen Inhalt von Ereignis %1, das nicht mehr da ist.</translation>
    </message>
    <message>
        <source>Event %1 has no payload.</source>
        <translation>Ereignis %1 hat keinen Inhalt.</translation>
    </message>
    <message>
        <source>Event %1 holds what cannot be in “%2”.</source>
        <translation>Ereignis %1 enthält, was in „%2“ nicht stehen kann.</translation>
    </message>
    <message>
        <source>A kept count is wrong: %1</source>
        <translation>Eine mitgeführte Anzahl ist falsch: %1</translation>
    </message>
    <message>
        <source>Event %1 and its attempts do not agree: %2</source>
        <translation>Ereignis %1 und seine Versuche passen nicht zusammen: %2</translation>
    </message>
    <message>
        <source>Request %1 and its attempts do not agree.</source>
        <translation>Anfrage %1 und ihre Versuche passen nicht zusammen.</translation>
    </message>
    <message>
        <source>Event %1 has a number that was never given.</source>
        <translation>Ereignis %1 hat eine Nummer, die nie vergeben wurde.</translation>
    </message>
    <message>
        <source>Looked at: %1 events, %2 blocks of payloads (%3 bytes), %4 attempts of %5 requests; the file has %6 bytes.</source>
        <translation>Durchgesehen: %1 Ereignisse, %2 Blöcke von Inhalten (%3 Bytes), %4 Versuche von %5 Anfragen; die Datei hat %6 Bytes.</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>Alles in Ordnung.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weiteres.</numerusform>
            <numerusform>… und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something is wrong with the log of events. It was left as it is. If Segue cannot read it at a start, it sets the file aside and carries over what was not delivered yet.</source>
        <translation>Mit dem Ereignisprotokoll stimmt etwas nicht. Es wurde gelassen, wie es ist. Kann Segue es bei einem Start nicht lesen, legt es die Datei beiseite und übernimmt, was noch nicht zugestellt war.</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Abgebrochen vor dem Ende.</translation>
    </message>
</context>
<context>
    <name>segue::cli::Options</name>
    <message>
        <source>folder with connections and journal (also SEGUE_DATA_DIR; default: the platform&apos;s own)</source>
        <translation>Ordner mit Verbindungen und Journal (auch SEGUE_DATA_DIR; Vorgabe: der des Systems)</translation>
    </message>
    <message>
        <source>machine-readable result on standard output, messages on standard error</source>
        <translation>maschinenlesbares Ergebnis auf der Standardausgabe, Meldungen auf der Fehlerausgabe</translation>
    </message>
    <message>
        <source>say more about what happens</source>
        <translation>mehr darüber sagen, was geschieht</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>diese Hilfe zeigen</translation>
    </message>
    <message>
        <source>“%1” is one word too many.</source>
        <translation>„%1“ ist ein Wort zu viel.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>%1 needs a value: %2.</source>
        <translation>%1 braucht einen Wert: %2.</translation>
    </message>
    <message>
        <source>There is no option %1 here.</source>
        <translation>Eine Option %1 gibt es hier nicht.</translation>
    </message>
    <message>
        <source>%1 may be given once only.</source>
        <translation>%1 darf nur einmal angegeben werden.</translation>
    </message>
    <message>
        <source>%1 and %2 cannot be given together.</source>
        <translation>%1 und %2 können nicht zusammen angegeben werden.</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>“%1” shows what can be given.</source>
        <translation>„%1“ zeigt, was angegeben werden kann.</translation>
    </message>
    <message>
        <source>%1 takes %2, not “%3”.</source>
        <translation>%1 nimmt %2, nicht „%3“.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Optionen:</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>Optionen jedes Befehls:</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Beispiele:</translation>
    </message>
</context>
<context>
    <name>segue::cli::Output</name>
    <message>
        <source>segue: warning: %1</source>
        <translation>segue: Warnung: %1</translation>
    </message>
</context>
<context>
    <name>segue::cli::ProxyCommand</name>
    <message>
        <source>Stopped before the keychain answered.</source>
        <translation>Abgebrochen, bevor der Schlüsselbund geantwortet hat.</translation>
    </message>
    <message>
        <source>When it asks for them, “%1” keeps them.</source>
        <translation>Wenn er sie verlangt: „%1“ bewahrt sie auf.</translation>
    </message>
    <message>
        <source>The proxy refused the password of “%1” that is in the keychain; it is not tried again.</source>
        <translation>Der Proxy hat das Passwort von „%1“ aus dem Schlüsselbund abgewiesen; es wird nicht noch einmal versucht.</translation>
    </message>
    <message>
        <source>“%1” keeps another one.</source>
        <translation>„%1“ bewahrt ein anderes auf.</translation>
    </message>
    <message>
        <source>The password of “%1” for it is in the keychain.</source>
        <translation>Das Passwort von „%1“ für ihn ist im Schlüsselbund.</translation>
    </message>
    <message>
        <source>For Segment&apos;s address the system names the proxy %1.</source>
        <translation>Für die Adresse von Segment nennt das System den Proxy %1.</translation>
    </message>
    <message>
        <source>No name and password for it are in the keychain.</source>
        <translation>Im Schlüsselbund sind kein Name und kein Passwort für ihn.</translation>
    </message>
    <message>
        <source>No name and password for the proxy %1 are in the keychain.</source>
        <translation>Im Schlüsselbund sind kein Name und kein Passwort für den Proxy %1.</translation>
    </message>
    <message>
        <source>They are in the keychain.</source>
        <translation>Sie sind im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The system names no proxy for Segment&apos;s address. Nothing was changed.</source>
        <translation>Das System nennt keinen Proxy für die Adresse von Segment. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The system names no proxy for Segment&apos;s address: Segue goes there directly.</source>
        <translation>Das System nennt keinen Proxy für die Adresse von Segment: Segue geht direkt dorthin.</translation>
    </message>
    <message>
        <source>Shows which proxy the system names for Segment&apos;s address, and whether the keychain holds a name and a
password for it. With --user they are tried once at the proxy and kept if it does not refuse them; a
Segue that runs finds them there by itself. The password is never an argument.</source>
        <translation>Zeigt, welchen Proxy das System für die Adresse von Segment nennt, und ob der Schlüsselbund einen Namen
und ein Passwort für ihn hat. Mit --user werden sie einmal am Proxy versucht und aufbewahrt, wenn er sie
nicht abweist; ein laufendes Segue findet sie dort von selbst. Das Passwort ist nie ein Argument.</translation>
    </message>
    <message>
        <source>the name with which the proxy knows you</source>
        <translation>der Name, unter dem der Proxy einen kennt</translation>
    </message>
    <message>
        <source>with --user: read the password from standard input, one line</source>
        <translation>mit --user: das Passwort von der Standardeingabe lesen, eine Zeile</translation>
    </message>
    <message>
        <source>remove name and password from the keychain</source>
        <translation>Namen und Passwort aus dem Schlüsselbund entfernen</translation>
    </message>
    <message>
        <source>takes the password from a password store and keeps it</source>
        <translation>nimmt das Passwort aus einem Passwortspeicher und bewahrt es auf</translation>
    </message>
    <message>
        <source>--user and --password-stdin go together.</source>
        <translation>--user und --password-stdin gehören zusammen.</translation>
    </message>
    <message>
        <source>a name without a colon</source>
        <translation>einen Namen ohne Doppelpunkt</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>“%1” keeps them.</source>
        <translation>„%1“ bewahrt sie auf.</translation>
    </message>
</context>
<context>
    <name>segue::cli::ReceiveCommand</name>
    <message>
        <source>the port to listen on, 0 for any free one (default: the one that was chosen at the first start)</source>
        <translation>der Port, auf dem gelauscht wird, 0 für irgendeinen freien (Vorgabe: der beim ersten Start gewählte)</translation>
    </message>
    <message>
        <source>mask user ids and device ids</source>
        <translation>Benutzer- und Geräte-IDs verbergen</translation>
    </message>
    <message>
        <source>what comes, as it comes</source>
        <translation>was kommt, wie es kommt</translation>
    </message>
    <message>
        <source>for a script</source>
        <translation>für ein Skript</translation>
    </message>
    <message>
        <source>Listening on http://127.0.0.1:%1/v1</source>
        <translation>Lauscht auf http://127.0.0.1:%1/v1</translation>
    </message>
    <message>
        <source>Stopped. What came is in the log.</source>
        <translation>Beendet. Was kam, steht im Protokoll.</translation>
    </message>
    <message>
        <source>“%1” is a PROD connection: give --yes-prod to relay there. Nothing was started.</source>
        <translation>„%1“ ist eine PROD-Verbindung: --yes-prod angeben, um dorthin weiterzuleiten. Nichts wurde gestartet.</translation>
    </message>
    <message>
        <source>“%1” is a PROD connection: each webhook event that comes is sent there, to live destinations. Relay it?</source>
        <translation>„%1“ ist eine PROD-Verbindung: jedes Webhook-Ereignis, das kommt, wird dorthin gesendet, an echte Ziele. Weiterleiten?</translation>
    </message>
    <message>
        <source>Nothing was started.</source>
        <translation>Nichts wurde gestartet.</translation>
    </message>
    <message>
        <source>The sandbox has no webhook.</source>
        <translation>Die Sandbox hat keinen Webhook.</translation>
    </message>
    <message>
        <source>“%1” has no address for Pushwoosh&apos;s webhook yet, so nothing can come for it: “%2” makes one.</source>
        <translation>„%1“ hat noch keine Adresse für den Webhook von Pushwoosh, also kann nichts dafür kommen: „%2“ erzeugt eine.</translation>
    </message>
    <message>
        <source>Webhook events of “%1” are sent to Segment as they come; captured calls never are.</source>
        <translation>Webhook-Ereignisse von „%1“ werden an Segment gesendet, wie sie kommen; mitgeschnittene Aufrufe nie.</translation>
    </message>
    <message>
        <source>Listens on this computer as Segment&apos;s tracking API does, and keeps every call that a client
sends: with its own connection when the write key is one that Segue has, as captured
otherwise. Takes what Pushwoosh&apos;s webhook and Segment&apos;s echo send to a connection&apos;s addresses
as well. Each is printed as it comes. Ends cleanly on Ctrl+C and SIGTERM.</source>
        <translation>Lauscht auf diesem Computer wie die Tracking-API von Segment und behält jeden Aufruf, den ein
Client sendet: bei seiner Verbindung, wenn Segue den Schreibschlüssel hat, sonst als aufgezeichnet.
Nimmt auch, was der Webhook von Pushwoosh und das Echo von Segment an die Adressen einer
Verbindung senden. Jedes wird ausgegeben, wie es kommt. Endet sauber bei Strg+C und SIGTERM.</translation>
    </message>
    <message>
        <source>send the webhook events of this connection to Segment while this runs, also when relaying is off in its settings; captured calls are never sent</source>
        <translation>die Webhook-Ereignisse dieser Verbindung an Segment senden, solange dies läuft, auch wenn die Weiterleitung in ihren Einstellungen aus ist; mitgeschnittene Aufrufe werden nie gesendet</translation>
    </message>
    <message>
        <source>relay to a PROD connection without asking</source>
        <translation>ohne Rückfrage an eine PROD-Verbindung weiterleiten</translation>
    </message>
    <message>
        <source>with --relay-to: read its write key from standard input, one line, for this run only</source>
        <translation>mit --relay-to: ihren Schreibschlüssel von der Standardeingabe lesen, eine Zeile, nur für diesen Lauf</translation>
    </message>
    <message>
        <source>print no events; what comes is in the log</source>
        <translation>keine Ereignisse ausgeben; was kommt, steht im Protokoll</translation>
    </message>
    <message>
        <source>Pushwoosh&apos;s webhook goes on to Segment</source>
        <translation>der Webhook von Pushwoosh geht weiter an Segment</translation>
    </message>
    <message>
        <source>An echo for “%1” was refused: its signature does not fit the secret. The same secret has to be kept here and in Segment&apos;s destination; further ones are only counted.</source>
        <translation>Ein Echo für „%1“ wurde abgelehnt: Seine Signatur passt nicht zum Geheimnis. Dasselbe Geheimnis muss hier und im Ziel von Segment stehen; weitere werden nur gezählt.</translation>
    </message>
    <message>
        <source>This belongs to --relay-to, which is not given.</source>
        <translation>Das gehört zu --relay-to, das nicht angegeben ist.</translation>
    </message>
    <message>
        <source>Strict: what Segment would take and drop is answered 400 with the reason.</source>
        <translation>Streng: Was Segment annähme und verwürfe, wird 400 mit dem Grund beantwortet.</translation>
    </message>
    <message>
        <source>Faults are switched on in the settings: %1 of 100 requests of Segment&apos;s clients get one.</source>
        <translation>In den Einstellungen sind Störungen eingeschaltet: %1 von 100 Anfragen der Segment-Clients bekommen eine.</translation>
    </message>
</context>
<context>
    <name>segue::cli::RelayOptions</name>
    <message>
        <source>you have seen to it that Pushwoosh&apos;s built-in Segment integration is off for this application</source>
        <translation>die in Pushwoosh eingebaute Segment-Integration ist für diese Anwendung nachweislich aus</translation>
    </message>
    <message>
        <source>the built-in integration goes to another Segment source than this connection</source>
        <translation>die eingebaute Integration geht zu einer anderen Segment-Quelle als diese Verbindung</translation>
    </message>
    <message>
        <source>Relaying to “%1” needs a word from you first: with Pushwoosh&apos;s built-in Segment integration on for the same source, every event arrives twice. Give --built-in-is-off when it is off for this application, or --other-source when it goes to another source. Segue cannot see either.</source>
        <translation>Die Weiterleitung an „%1“ braucht zuerst eine Bestätigung: ist die in Pushwoosh eingebaute Segment-Integration für dieselbe Quelle an, kommt jedes Ereignis zweimal an. --built-in-is-off angeben, wenn sie für diese Anwendung aus ist, oder --other-source, wenn sie zu einer anderen Quelle geht. Segue kann beides nicht sehen.</translation>
    </message>
    <message>
        <source>send the webhook events that come from now on to Segment, or keep them as received</source>
        <translation>Webhook-Ereignisse, die von jetzt an kommen, an Segment senden oder als empfangen behalten</translation>
    </message>
    <message>
        <source>the same webhook event within 24 hours: count it at the first one, or take each as an event of its own (Segment drops ids that it has seen within 24 hours)</source>
        <translation>dasselbe Webhook-Ereignis innerhalb von 24 Stunden: beim ersten mitzählen oder jedes als eigenes nehmen (Segment verwirft Kennungen, die es innerhalb von 24 Stunden gesehen hat)</translation>
    </message>
    <message>
        <source>The sandbox has no webhook.</source>
        <translation>Die Sandbox hat keinen Webhook.</translation>
    </message>
    <message>
        <source>relay to a PROD connection without asking</source>
        <translation>ohne Frage an eine PROD-Verbindung weiterleiten</translation>
    </message>
    <message>
        <source>send the webhook events that were kept as received while relaying was off</source>
        <translation>die Webhook-Ereignisse senden, die bei ausgeschalteter Weiterleitung als empfangen behalten wurden</translation>
    </message>
    <message>
        <source>“%1” is a PROD connection: the webhook&apos;s events are sent there, to live destinations. Give --yes-prod to relay there. Nothing was changed.</source>
        <translation>„%1“ ist eine PROD-Verbindung: Die Ereignisse des Webhooks werden dorthin gesendet, an echte Ziele. Mit --yes-prod wird dorthin weitergeleitet. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>segue::cli::RetryCommand</name>
    <message>
        <source>events of this connection, by name or id</source>
        <translation>Ereignisse dieser Verbindung, nach Name oder id</translation>
    </message>
    <message>
        <source>in these states: refused, gave-up (both are the default), blocked, cancelled</source>
        <translation>in diesen Zuständen: refused, gave-up (beide sind voreingestellt), blocked, cancelled</translation>
    </message>
    <message>
        <source>this event, by its number in the log (id in NDJSON)</source>
        <translation>dieses Ereignis, nach seiner Nummer im Protokoll (id in NDJSON)</translation>
    </message>
    <message>
        <source>how long to wait for what becomes of them (default 30)</source>
        <translation>wie lange gewartet wird, was daraus wird (Vorgabe 30)</translation>
    </message>
    <message>
        <source>send to a PROD source without asking</source>
        <translation>ohne Frage an eine PROD-Quelle senden</translation>
    </message>
    <message>
        <source>read the write key from standard input, for this process alone</source>
        <translation>den Schreibschlüssel von der Standardeingabe lesen, nur für diesen Prozess</translation>
    </message>
    <message>
        <source>what was given up in a long outage</source>
        <translation>was in einem langen Ausfall aufgegeben wurde</translation>
    </message>
    <message>
        <source>two events of the log</source>
        <translation>zwei Ereignisse des Protokolls</translation>
    </message>
    <message>
        <source>the number of an event in the log</source>
        <translation>die Nummer eines Ereignisses im Protokoll</translation>
    </message>
    <message>
        <source>Say which: --connection, or --id for single events.</source>
        <translation>Bitte angeben, welche: --connection, oder --id für einzelne Ereignisse.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the events may arrive twice: an earlier try lies more than a day back, nobody knows whether it arrived, and Segment has forgotten its message ID by now.</source>
        <translation>
            <numerusform>%n der Ereignisse kann doppelt ankommen: Ein früherer Versuch liegt mehr als einen Tag zurück, niemand weiß, ob er ankam, und Segment hat die messageId inzwischen vergessen.</numerusform>
            <numerusform>%n der Ereignisse können doppelt ankommen: Ein früherer Versuch liegt mehr als einen Tag zurück, niemand weiß, ob er ankam, und Segment hat die messageIds inzwischen vergessen.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is a PROD connection: give --yes-prod to send there. Nothing was sent.</source>
        <translation>„%1“ ist eine PROD-Verbindung: --yes-prod angeben, um dorthin zu senden. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>There is nothing to try again.</source>
        <translation>Es gibt nichts erneut zu versuchen.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are queued again.</source>
        <translation>
            <numerusform>%n Ereignis ist wieder eingereiht.</numerusform>
            <numerusform>%n Ereignisse sind wieder eingereiht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) accepted.</source>
        <translation>
            <numerusform>%n Ereignis angenommen.</numerusform>
            <numerusform>%n Ereignisse angenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) stay queued and are sent when a Segue runs for this data folder and the way is free.</source>
        <translation>
            <numerusform>%n Ereignis bleibt eingereiht und wird gesendet, wenn ein Segue für diesen Datenordner läuft und der Weg frei ist.</numerusform>
            <numerusform>%n Ereignisse bleiben eingereiht und werden gesendet, wenn ein Segue für diesen Datenordner läuft und der Weg frei ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>everything that was refused or given up, and what waits</source>
        <translation>alles, was abgelehnt oder aufgegeben wurde, und was wartet</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) that wait are tried now.</source>
        <translation>
            <numerusform>%n Ereignis, das wartet, wird jetzt versucht.</numerusform>
            <numerusform>%n Ereignisse, die warten, werden jetzt versucht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Queues events again that were not delivered, under their own message IDs, and waits for what becomes of
them. What waits for the connection is tried now as well, also when another Segue delivers. All are tried
for as long as new ones, counted from now. Blocked events go only when Segment would take them by now. The
status is 0 when all are accepted. What is left stays queued.</source>
        <translation>Reiht Ereignisse, die nicht zugestellt wurden, unter ihren eigenen messageIds wieder ein und wartet, was aus
ihnen wird. Was für die Verbindung wartet, wird ebenfalls jetzt versucht, auch wenn ein anderes Segue zustellt. Alle
werden so lange versucht wie neue, von jetzt an gezählt. Zurückgehaltene gehen nur, wenn Segment sie inzwischen nähme.
Der Status ist 0, wenn alle angenommen sind. Was übrig ist, bleibt eingereiht.</translation>
    </message>
</context>
<context>
    <name>segue::cli::SendCommand</name>
    <message>
        <source>%1 cannot be read (%2). Nothing was sent.</source>
        <translation>%1 kann nicht gelesen werden (%2). Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>%1 holds no event. Nothing was sent.</source>
        <translation>%1 enthält kein Ereignis. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The samples are kept out of destinations, so downstream tools will not show them (--no-keep-out lets them through).</source>
        <translation>Die Beispiele werden von den Zielen ferngehalten, nachgelagerte Werkzeuge zeigen sie also nicht (--no-keep-out lässt sie durch).</translation>
    </message>
    <message>
        <source>“%1” is a PROD connection: give --yes-prod to send there. Nothing was sent.</source>
        <translation>„%1“ ist eine PROD-Verbindung: bitte --yes-prod angeben, um dorthin zu senden. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>%1 Not sent.</source>
        <translation>%1 Nicht gesendet.</translation>
    </message>
    <message>
        <source>Another Segue delivers for this data folder, and it cannot use a key that was given to this process alone. Close it, or keep the key with “segue connections set-key”.</source>
        <translation>Ein anderes Segue stellt für diesen Datenordner zu, und es kann einen Schlüssel, der nur diesem Prozess gegeben wurde, nicht verwenden. Bitte schließen oder den Schlüssel mit „segue connections set-key“ verwahren.</translation>
    </message>
    <message>
        <source>In the terminal: “segue connections set-key” keeps a key in the keychain, and --write-key-stdin gives one to this process alone, for a machine without a keychain.</source>
        <translation>Im Terminal: „segue connections set-key“ verwahrt einen Schlüssel im Schlüsselbund, und --write-key-stdin gibt ihn nur diesem Prozess, für einen Rechner ohne Schlüsselbund.</translation>
    </message>
    <message>
        <source>In the terminal: “segue connections edit … --resume”.</source>
        <translation>Im Terminal: „segue connections edit … --resume“.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) stay queued and are sent when a Segue runs for this data folder and the way is free.</source>
        <translation>
            <numerusform>%n Ereignis bleibt eingereiht und wird gesendet, wenn ein Segue für diesen Datenordner läuft und der Weg frei ist.</numerusform>
            <numerusform>%n Ereignisse bleiben eingereiht und werden gesendet, wenn ein Segue für diesen Datenordner läuft und der Weg frei ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another Segue delivers for this data folder, or this one is about to; waiting for the events.</source>
        <translation>Ein anderes Segue stellt für diesen Datenordner zu, oder dieses wird es gleich tun; es wird auf die Ereignisse gewartet.</translation>
    </message>
    <message>
        <source>Sends sample events, or events from a file, through a connection, and waits for what becomes of
them. The status is 0 when all are accepted or confirmed. Accepted is not delivered: Segment
accepts events under unknown keys as well. What is left stays queued.</source>
        <translation>Sendet Beispiele oder Ereignisse aus einer Datei über eine Verbindung und wartet ab, was daraus wird.
Der Rückgabewert ist 0, wenn alle angenommen oder bestätigt sind. Angenommen ist nicht zugestellt:
Segment nimmt auch Ereignisse unter unbekannten Schlüsseln an. Was übrig ist, bleibt eingereiht.</translation>
    </message>
    <message>
        <source>one sample for one user</source>
        <translation>ein Beispiel für einen Benutzer</translation>
    </message>
    <message>
        <source>one of each selected event, the outcome for a script</source>
        <translation>je eines der ausgewählten Ereignisse, das Ergebnis für ein Skript</translation>
    </message>
    <message>
        <source>a file of track calls, five a second</source>
        <translation>eine Datei von Track-Aufrufen, fünf in der Sekunde</translation>
    </message>
    <message>
        <source>In the terminal: “segue proxy --user NAME --password-stdin”.</source>
        <translation>Im Terminal: „segue proxy --user NAME --password-stdin“.</translation>
    </message>
</context>
<context>
    <name>segue::cli::SendRequest</name>
    <message>
        <source>--connection is needed: the name or id of a connection.</source>
        <translation>--connection ist nötig: Name oder Kennung einer Verbindung.</translation>
    </message>
    <message>
        <source>One of --event, --all-events and --payload is needed.</source>
        <translation>Eines von --event, --all-events und --payload ist nötig.</translation>
    </message>
    <message>
        <source>--event needs the name of an event.</source>
        <translation>--event braucht den Namen eines Ereignisses.</translation>
    </message>
    <message>
        <source>--payload needs the name of a file.</source>
        <translation>--payload braucht den Namen einer Datei.</translation>
    </message>
    <message>
        <source>events per second, such as 10/s or 0.5/s, at most 1000/s</source>
        <translation>Ereignisse je Sekunde, etwa 10/s oder 0.5/s, höchstens 1000/s</translation>
    </message>
    <message>
        <source>seconds, or a time such as 90s or 5m</source>
        <translation>Sekunden, oder eine Dauer wie 90s oder 5m</translation>
    </message>
    <message>
        <source>a time in ISO 8601, or one such as 10m, 2h or 7d ago</source>
        <translation>eine Zeit in ISO 8601, oder eine wie vor 10m, 2h oder 7d</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>--hwid is not sent: an event that has a User ID carries that alone.</source>
        <translation>--hwid wird nicht gesendet: Ein Ereignis mit User-ID trägt nur diese.</translation>
    </message>
    <message>
        <source>name or id of the connection</source>
        <translation>Name oder Kennung der Verbindung</translation>
    </message>
    <message>
        <source>a sample of this event; may be given again</source>
        <translation>ein Beispiel dieses Ereignisses; mehrfach möglich</translation>
    </message>
    <message>
        <source>a sample of each event that the connection has selected</source>
        <translation>je ein Beispiel der Ereignisse, die die Verbindung ausgewählt hat</translation>
    </message>
    <message>
        <source>one track call or an array of them as JSON (- for standard input), sent under fresh messageIds</source>
        <translation>ein Track-Aufruf oder ein Array davon als JSON (- für die Standardeingabe), unter neuen messageIds gesendet</translation>
    </message>
    <message>
        <source>Pushwoosh User ID, sent as userId</source>
        <translation>User-ID von Pushwoosh, wird als userId gesendet</translation>
    </message>
    <message>
        <source>device, sent as anonymousId when there is no User ID</source>
        <translation>Gerät, wird als anonymousId gesendet, wenn es keine User-ID gibt</translation>
    </message>
    <message>
        <source>message_type: Push, Email, In-App or SMS</source>
        <translation>message_type: Push, Email, In-App oder SMS</translation>
    </message>
    <message>
        <source>campaign_code</source>
        <translation>campaign_code</translation>
    </message>
    <message>
        <source>device_type, such as iOS, in any letter case</source>
        <translation>device_type, etwa iOS, in beliebiger Schreibweise</translation>
    </message>
    <message>
        <source>when it happened: ISO 8601, or 10m, 2h, 7d ago (default: now)</source>
        <translation>wann es geschah: ISO 8601, oder vor 10m, 2h, 7d (Vorgabe: jetzt)</translation>
    </message>
    <message>
        <source>so many of each, each under its own messageId</source>
        <translation>so viele von jedem, jedes unter eigener messageId</translation>
    </message>
    <message>
        <source>so many a second (default: all at once)</source>
        <translation>so viele in der Sekunde (Vorgabe: alle auf einmal)</translation>
    </message>
    <message>
        <source>wait so many seconds for end states (default 30; 0: do not wait)</source>
        <translation>so viele Sekunden auf Endzustände warten (Vorgabe 30; 0: nicht warten)</translation>
    </message>
    <message>
        <source>keep the samples out of destinations; the default in PROD</source>
        <translation>die Beispiele von Zielen fernhalten; die Vorgabe in PROD</translation>
    </message>
    <message>
        <source>let them through to destinations in PROD as well</source>
        <translation>sie auch in PROD zu den Zielen durchlassen</translation>
    </message>
    <message>
        <source>send to a PROD connection without being asked</source>
        <translation>ohne Rückfrage an eine PROD-Verbindung senden</translation>
    </message>
    <message>
        <source>read the write key from standard input, for this process alone</source>
        <translation>den Schreibschlüssel von der Standardeingabe lesen, nur für diesen Prozess</translation>
    </message>
    <message>
        <source>--payload - and --write-key-stdin both read standard input.</source>
        <translation>--payload - und --write-key-stdin lesen beide die Standardeingabe.</translation>
    </message>
    <message>
        <source>“%1” is none of the seven events of Pushwoosh.</source>
        <translation>„%1“ ist keines der sieben Ereignisse von Pushwoosh.</translation>
    </message>
    <message>
        <source>“%1” is none of the seven events of Pushwoosh. Did you mean “%2”?</source>
        <translation>„%1“ ist keines der sieben Ereignisse von Pushwoosh. War „%2“ gemeint?</translation>
    </message>
    <message>
        <source>“%1” is not selected for “%2”; it is sent all the same.</source>
        <translation>„%1“ ist für „%2“ nicht ausgewählt; es wird trotzdem gesendet.</translation>
    </message>
</context>
<context>
    <name>segue::cli::SentEvents</name>
    <message>
        <source>EVENT</source>
        <translation>EREIGNIS</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ZUSTAND</translation>
    </message>
    <message>
        <source>MS</source>
        <comment>milliseconds</comment>
        <translation>MS</translation>
    </message>
    <message>
        <source>MESSAGE ID</source>
        <translation>MESSAGE-ID</translation>
    </message>
    <message>
        <source>In the terminal: “%1” tries now.</source>
        <translation>Im Terminal: „%1“ versucht es jetzt.</translation>
    </message>
</context>
<context>
    <name>segue::cli::Terminal</name>
    <message>
        <source>Standard input is closed.</source>
        <translation>Die Standardeingabe ist geschlossen.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Write key (it is not shown): </source>
        <translation>Schreibschlüssel (er wird nicht gezeigt): </translation>
    </message>
    <message>
        <source>No write key came on standard input.</source>
        <translation>Auf der Standardeingabe kam kein Schreibschlüssel.</translation>
    </message>
    <message>
        <source>Standard input must hold the write key alone, in one line.</source>
        <translation>Die Standardeingabe muss den Schreibschlüssel allein enthalten, in einer Zeile.</translation>
    </message>
    <message>
        <source>[y/N]</source>
        <comment>answers to a question: yes or no</comment>
        <translation>[y/N]</translation>
    </message>
    <message>
        <source>Standard input holds more than %1 bytes.</source>
        <translation>Die Standardeingabe enthält mehr als %1 Bytes.</translation>
    </message>
    <message>
        <source>Password (it is not shown): </source>
        <translation>Passwort (wird nicht angezeigt): </translation>
    </message>
    <message>
        <source>No password came on standard input.</source>
        <translation>Auf der Standardeingabe kam kein Passwort.</translation>
    </message>
    <message>
        <source>Standard input must hold the password alone, in one line.</source>
        <translation>Auf der Standardeingabe darf nur das Passwort stehen, in einer Zeile.</translation>
    </message>
</context>
</TS>
