// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

//! With a real keyring that is locked, and cannot ask anybody unless a test starts something that it can ask.
class KeychainLockedTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void lockedIsNotAbsent();
    void aLockedKeyringRemovesNothing();
    void aLockedKeyringStoresNothing();
    void onceUnlockedEverythingWorksWithoutARestart();
    void aProbeTellsLockedFromUnlocked();
    void aWindowThatNobodyAnswersEndsInATimeOut();
    void aSecondWindowIsNeverOpened();
    void anotherProcessOpensNoSecondWindow();
    void afterAnUnansweredWindowEverythingWorksAgain();
    void theStoreMayGoWhileAWindowIsOpen();
};
