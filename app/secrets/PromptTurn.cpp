// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/PromptTurn.h"

#include <QByteArray>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace segue {

std::shared_ptr<const PromptTurn> PromptTurn::take()
{
    int descriptor = -1;
    QByteArray path = qgetenv("XDG_RUNTIME_DIR");
    if (!path.isEmpty()) {
        path += "/segue-keychain.lock";
        descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    }
    if (descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        ::close(descriptor);
        return nullptr;
    }
    return std::shared_ptr<const PromptTurn>(new PromptTurn(descriptor));
}

PromptTurn::~PromptTurn()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

} // namespace segue
