// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

//! On a bus without a keychain.
class KeychainAbsentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutAServiceEveryCallSaysSo();
    void aProbeSaysSo();
    void everyStateHasItsSentence();
    void onceTheServiceIsThereEverythingWorks();
};

//! On a bus where the keychain hangs.
class KeychainSilentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSilentServiceEndsInATimeOut();
    void laterCallsAreNotHeldUp();
    void theStoreMayGoWhileTheServiceIsSilent();
    void onceTheServiceAnswersEverythingWorks();
};
