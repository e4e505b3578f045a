// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/KeychainErrors.h"

#include "app/secrets/KeychainSecretStore.h"

namespace segue {

namespace {

ErrorCode codeOf(KeychainFault fault)
{
    switch (fault) {
    case KeychainFault::NoService:
        return ErrorCode::NoService;
    case KeychainFault::Locked:
    case KeychainFault::AlreadyAsking:
        return ErrorCode::Locked;
    case KeychainFault::NotAnswering:
        return ErrorCode::TimedOut;
    case KeychainFault::Refused:
        return ErrorCode::Denied;
    case KeychainFault::Absent:
        return ErrorCode::Absent;
    case KeychainFault::Unreadable:
    case KeychainFault::Unstorable:
        return ErrorCode::Payload;
    case KeychainFault::GivenUp:
        return ErrorCode::Cancelled;
    }
    return ErrorCode::Internal;
}

QString textOnReading(KeychainFault fault)
{
    switch (fault) {
    case KeychainFault::NoService:
        return KeychainSecretStore::tr(
            "This computer runs no keychain service (Secret Service), so a stored secret cannot be read. Nothing was "
            "changed. Start one, such as GNOME Keyring or KWallet, or enter the secret for this session only.");
    case KeychainFault::Locked:
        return KeychainSecretStore::tr("The keychain is locked, so the stored secret could not be read. Nothing was "
                                       "changed. Unlock the keychain, then try again.");
    case KeychainFault::NotAnswering:
        return KeychainSecretStore::tr(
            "The keychain did not answer in time, so the stored secret could not be read. Nothing was changed. If a "
            "window asks for the keychain's password, answer it; then try again.");
    case KeychainFault::Refused:
        return KeychainSecretStore::tr("The keychain refused to give out the stored secret. Nothing was changed. Allow "
                                       "Segue to read it in the keychain's own program, or enter the secret again.");
    case KeychainFault::Absent:
        return KeychainSecretStore::tr("The keychain holds no such secret. Nothing was changed. Enter the secret.");
    case KeychainFault::Unreadable:
        return KeychainSecretStore::tr(
            "What the keychain holds under this name is not a text that Segue has stored. It was "
            "left as it is. Enter the secret again to replace it.");
    default:
        return {};
    }
}

QString textOnWriting(KeychainFault fault)
{
    switch (fault) {
    case KeychainFault::NoService:
        return KeychainSecretStore::tr(
            "This computer runs no keychain service (Secret Service), so the secret was not stored anywhere. Start "
            "one, such as GNOME Keyring or KWallet, and try again, or keep the secret for this session only.");
    case KeychainFault::Locked:
        return KeychainSecretStore::tr(
            "The keychain is locked, so the secret was not stored; one that was stored before is kept. Unlock the "
            "keychain and try again, or keep the secret for this session only.");
    case KeychainFault::NotAnswering:
        return KeychainSecretStore::tr(
            "The keychain did not answer in time, so it is not certain that the secret was stored. If a window asks "
            "for the keychain's password, answer it; then try again, or keep the secret for this session only.");
    case KeychainFault::Refused:
        return KeychainSecretStore::tr(
            "The keychain refused to store the secret; one that was stored before is kept. Look at the default keyring "
            "in the keychain's own program and try again, or keep the secret for this session only.");
    case KeychainFault::Unstorable:
        return KeychainSecretStore::tr("This secret is empty or not a plain text, so it was not stored; one that was "
                                       "stored before is kept. Copy it from its source again.");
    default:
        return {};
    }
}

QString textOnRemoving(KeychainFault fault)
{
    switch (fault) {
    case KeychainFault::NoService:
        return KeychainSecretStore::tr(
            "This computer runs no keychain service (Secret Service), so nothing was removed: a secret that was stored "
            "earlier may still be there. Start the service that it was stored with, then try again.");
    case KeychainFault::Locked:
        return KeychainSecretStore::tr(
            "The keychain is locked, so the secret was not removed and is still there. Unlock "
            "the keychain, then try again.");
    case KeychainFault::NotAnswering:
        return KeychainSecretStore::tr("The keychain did not answer in time, so the secret may still be there. If a "
                                       "window asks for the keychain's password, answer it; then try again.");
    case KeychainFault::Refused:
        return KeychainSecretStore::tr("The keychain refused to remove the secret, which is still there. Try again, or "
                                       "remove it in the keychain's own program, under \"Segue\".");
    default:
        return {};
    }
}

QString textOn(KeychainAction action, KeychainFault fault)
{
    switch (fault) {
    case KeychainFault::AlreadyAsking:
        return KeychainSecretStore::tr("The keychain is locked, and a window of Segue already waits for its password. "
                                       "Nothing was changed. Answer that window, then try again.");
    case KeychainFault::GivenUp:
        return KeychainSecretStore::tr("Segue closed before the keychain had answered.");
    default:
        break;
    }
    switch (action) {
    case KeychainAction::Read:
        return textOnReading(fault);
    case KeychainAction::Write:
        return textOnWriting(fault);
    case KeychainAction::Remove:
        return textOnRemoving(fault);
    }
    return {};
}

} // namespace

Error keychainError(KeychainAction action, KeychainFault fault, const QString &detail)
{
    return {codeOf(fault), detail, textOn(action, fault)};
}

} // namespace segue
