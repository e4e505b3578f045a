// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <memory>

namespace segue {

namespace {

bool install(QCoreApplication &program, const QLocale &locale, const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(locale, name, QStringLiteral("_"), folder)) {
        return false;
    }
    translator->setParent(&program);
    return QCoreApplication::installTranslator(translator.release());
}

} // namespace

void speakLanguageOf(QCoreApplication &program, const QLocale &locale)
{
    const QString ours = QStringLiteral("segue");
    const QString folder = QStringLiteral(":/i18n");
    if (install(program, locale, ours, folder)) {
        install(program, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    } else {
        install(program, QLocale(QLocale::English), ours, folder);
    }
}

} // namespace segue
