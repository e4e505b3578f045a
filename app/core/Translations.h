// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

class QCoreApplication;

namespace segue {

//! Gives the program the person's language, as far as it is built in, and Qt's own texts with it; else English, which
//! needs its plural forms. To be called once, before the first text is asked for, on the main thread. The program must
//! hold the translations (`segue_translations`).
void speakLanguageOf(QCoreApplication &program, const QLocale &locale);

} // namespace segue
