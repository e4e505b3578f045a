// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/Translations.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString file;
    QString context;
    QString source;
    QStringList translations; //!< more than one for a text with a number
    bool finished = true;
    bool numbered = false;

    QByteArray name() const { return u"%1, %2: \"%3\""_s.arg(file, context, source).toUtf8(); }
};

QList<Message> messagesOf(const QString &path)
{
    QList<Message> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return messages;
    }
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == u"name"_s) {
            context = xml.readElementText();
        } else if (xml.name() == u"message"_s) {
            messages.append(
                {QFileInfo(path).fileName(), context, {}, {}, true, xml.attributes().hasAttribute(u"numerus"_s)});
        } else if (xml.name() == u"source"_s) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == u"translation"_s) {
            messages.last().finished = !xml.attributes().hasAttribute(u"type"_s);
            if (!messages.last().numbered) {
                messages.last().translations.append(xml.readElementText());
            }
        } else if (xml.name() == u"numerusform"_s) {
            messages.last().translations.append(xml.readElementText());
        }
    }
    return messages;
}

//! `%1`, `%n` and so on; a localised place (`%L1`) counts as its plain one.
QStringList placesIn(const QString &text)
{
    static const QRegularExpression place(u"%L?([0-9]{1,2}|n)"_s);
    QStringList places;
    for (auto it = place.globalMatch(text); it.hasNext();) {
        places.append(it.next().captured(1));
    }
    places.removeDuplicates();
    places.sort();
    return places;
}

//! "One event" needs no number, so `%n` alone may be left out of one form of several.
bool placesMatch(const Message &message, const QString &translation)
{
    QStringList wanted = placesIn(message.source);
    QStringList given = placesIn(translation);
    if (message.numbered && message.translations.size() > 1 && !given.contains(u"n"_s)) {
        wanted.removeAll(u"n"_s);
    }
    return wanted == given;
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QDir folder(QStringLiteral(SEGUE_SOURCE_FOLDER "/translations"));
        for (const QString &name : folder.entryList({u"segue_*.ts"_s})) {
            m_messages.append(messagesOf(folder.filePath(name)));
        }
        QVERIFY(m_messages.size() > 20);
    }

    void everyPlaceOfATextIsInItsTranslation()
    {
        for (const Message &message : m_messages) {
            for (const QString &translation : message.translations) {
                QVERIFY2(placesMatch(message, translation), message.name().constData());
            }
        }
    }

    void noTextIsLeftUntranslated()
    {
        for (const Message &message : m_messages) {
            QVERIFY2(message.finished, message.name().constData());
            QVERIFY2(!message.translations.contains(QString()), message.name().constData());
        }
    }

    //! The program asks by full class name; a text under another context would never be found. Some declarations lead
    //! the tool that collects the texts astray, such as `constexpr std::int64_t kA = 1;` in front of a function.
    void everyContextIsOneThatTheProgramAsksFor()
    {
        const QTemporaryDir folder;
        const QString collected = folder.filePath(u"segue_all.ts"_s);
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(SEGUE_SOURCE_FOLDER));
        lupdate.start(QStringLiteral(SEGUE_LUPDATE), {u"app"_s, u"ui"_s, u"-I"_s, u"."_s, u"-extensions"_s, u"cpp,h"_s,
                                                      u"-locations"_s, u"none"_s, u"-ts"_s, collected});
        QVERIFY(lupdate.waitForFinished(60'000));
        const QList<Message> messages = messagesOf(collected);
        QVERIFY(messages.size() > 20);
        for (const Message &message : messages) {
            QVERIFY2(message.context.startsWith(u"segue::"), message.name().constData());
        }
    }

    void blanksAtTheEndsAreKept()
    {
        for (const Message &message : m_messages) {
            for (const QString &translation : message.translations) {
                QVERIFY2(!message.source.isEmpty() && !translation.isEmpty(), message.name().constData());
                QVERIFY2(message.source.front().isSpace() == translation.front().isSpace() &&
                             message.source.back().isSpace() == translation.back().isSpace(),
                         message.name().constData());
            }
        }
    }

    void theProgramSpeaksThePersonsLanguage()
    {
        QCOMPARE(stateInLanguage(u"de_AT"_s), u"Bestätigt"_s);
        QCOMPARE(stateInLanguage(u"en_GB"_s), u"Confirmed"_s);
        QCOMPARE(stateInLanguage(u"xh"_s), u"Confirmed"_s);
    }

    //! Without an English translation it would read "1 event(s)".
    void englishHasPlurals_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::newRow("English") << u"en_US"_s;
        QTest::newRow("a language without a translation") << u"xh"_s;
        QTest::newRow("the C locale") << u"C"_s;
    }

    void englishHasPlurals()
    {
        QFETCH(QString, locale);
        const Speaking speaking{QLocale(locale)};
        QCOMPARE(QCoreApplication::translate("segue::StatusBar", "%n event(s)", nullptr, 1), u"1 event"_s);
        QCOMPARE(QCoreApplication::translate("segue::StatusBar", "%n event(s)", nullptr, 2), u"2 events"_s);
    }

    void findsAPlaceThatDiffers()
    {
        const auto fits = [](const QString &source, const QStringList &translations, bool numbered) {
            const Message message{{}, {}, source, translations, true, numbered};
            return placesMatch(message, translations.constFirst());
        };
        QVERIFY(fits(u"%1 of %2"_s, {u"%2: %L1"_s}, false));
        QVERIFY(!fits(u"%1 of %2"_s, {u"%1"_s}, false));
        QVERIFY(!fits(u"%1"_s, {u"%1 %2"_s}, false));
        QVERIFY(fits(u"%n event(s)"_s, {u"ein Ereignis"_s, u"%n Ereignisse"_s}, true));
        QVERIFY(!fits(u"%n event(s) of %1"_s, {u"ein Ereignis"_s, u"%n Ereignisse von %1"_s}, true));
        QVERIFY(!fits(u"%n"_s, {u"viele"_s}, true));
    }

private:
    //! The program speaks a language for as long as this lives.
    class Speaking
    {
    public:
        explicit Speaking(const QLocale &locale) { segue::speakLanguageOf(*QCoreApplication::instance(), locale); }
        // Taken away again by their own destructor.
        ~Speaking() { qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>()); }
        Q_DISABLE_COPY_MOVE(Speaking)
    };

    static QString stateInLanguage(const QString &locale)
    {
        const Speaking speaking{QLocale(locale)};
        return QCoreApplication::translate("segue::EventWords", "Confirmed");
    }

    QList<Message> m_messages;
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
