// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

class QDebug;

namespace segue {

//! A handle to one buffer that is wiped when its last handle goes. It cannot be printed, and is read only by use().
//! Any thread may hold a handle; the buffer never changes.
class Secret
{
public:
    Secret() = default;
    //! Copies the bytes; the caller's own copy is the caller's to wipe.
    static Secret fromBytes(QByteArrayView bytes);
    //! Takes the text's UTF-8 form and wipes the intermediate copy.
    static Secret fromText(const QString &text);

    bool isEmpty() const { return size() == 0; }
    qsizetype size() const;

    //! Compares in a time that does not depend on where the two differ.
    bool sameAs(const Secret &other) const;

    //! Calls f with the bytes. f must not keep them.
    template <class F> decltype(auto) use(F &&f) const { return std::forward<F>(f)(bytes()); }

private:
    class Buffer;
    QByteArrayView bytes() const;
    std::shared_ptr<const Buffer> m_buffer;
};

//! A secret has no printable form.
QDebug &operator<<(const QDebug &, const Secret &) = delete;

//! The user of Basic authentication, with no password, in its encoded form (RFC 7617): base64 of `user:`.
Secret basicCredentials(const Secret &user);

//! Overwrites the text's characters in place, as far as nothing else shares them.
void wipe(QString &text);
void wipe(QByteArray &bytes);

} // namespace segue
