// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

//! With a real, open keyring.
class KeychainUnlockedTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSecretComesBackAsItWasStored_data();
    void aSecretComesBackAsItWasStored();
    void writingAgainReplaces();
    void whatWasRemovedIsAbsent();
    void removingNothingIsDone();
    void otherProgramsFindTheEntry();
    void callsAreAnsweredInTheirOrder();
    void whatIsNoTextIsNotStored_data();
    void whatIsNoTextIsNotStored();
    void whatIsNoTextIsNotGivenOut();
    void noFileHoldsASecretInTheClear();
    void aKeyNeverReachesTheLog();
    void anOpenKeyringIsReady();
    void openCallsAreAnsweredWhenTheStoreGoes();
    void whoeverHearsTheAnswerMayDestroyTheStore();
};
