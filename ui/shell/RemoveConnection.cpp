// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/RemoveConnection.h"

#include "ui/widgets/MessageBar.h"
#include "ui/widgets/Question.h"

#include <QPushButton>

namespace segue {

namespace {
const QString kSubject = QStringLiteral("removal");
}

RemoveConnection::RemoveConnection(AppContext &context, MessageBar &messages, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_messages(messages)
    , m_window(window)
{
    connect(&context.removal(), &ConnectionRemoval::postponed, this, [this](const Error &error) {
        tell(tr("The removed connection's key is still in the keychain; Segue tries again at its next start. %1")
                 .arg(error.userText));
    });
}

void RemoveConnection::ask(const ConnectionId &id)
{
    const auto connection = m_context.connections().find(id);
    if (!connection || connection->isSandbox()) {
        return;
    }
    QPushButton *confirm = segue::ask({QStringLiteral("removeQuestion"), tr("Remove the connection?"),
                                       ConnectionRemoval::describe(*connection), {}, tr("Remove"),
                                       QMessageBox::DestructiveRole},
                                      m_window);
    connect(confirm, &QPushButton::clicked, this, [this, connection] { remove(*connection); });
}

void RemoveConnection::remove(const Connection &connection)
{
    if (const Status removed = m_context.removal().remove(connection.id); !removed) {
        tell(removed.error().userText);
        return;
    }
    Q_EMIT removed();
    m_messages.show({kSubject, Tone::Accent,
                     tr("“%1” is removed. Its key leaves the keychain in 10 seconds.").arg(connection.name), tr("Undo"),
                     [this, id = connection.id] { undo(id); }, ConnectionRemoval::kUndoMs});
}

void RemoveConnection::undo(const ConnectionId &id)
{
    if (const Status back = m_context.removal().undo(id); !back) {
        tell(back.error().userText);
    } else {
        Q_EMIT undone(id);
    }
}

void RemoveConnection::tell(const QString &text)
{
    m_messages.show({kSubject, Tone::Warning, text, {}, {}});
}

} // namespace segue
