// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/SourceAccess.h"

#include <QObject>

#include <functional>

namespace segue {

//! Something that is made in Segment for a connection's source, after a person was asked: first the source is looked
//! for, then either ready() or failed() comes; what was asked for is made, then either made() or failed(). Lives on the
//! main thread.
class SourceChange : public QObject
{
    Q_OBJECT
public:
    //! Ends what is under way. What was made in Segment by then stays.
    void stop();
    bool isBusy() const { return m_busy; }
    //! Exactly what will be made, for the question; translated.
    virtual QString question() const = 0;

Q_SIGNALS:
    void ready();
    //! In words for people.
    void made(const QString &text);
    //! What stood in the way, and what was made before; in words for people.
    void failed(const QString &text);

protected:
    SourceChange(WorkspaceAccess &workspaces, SecretAccess &secrets, QObject *parent);

    //! Looks for the source; `found` is called when it is there.
    void open(const Connection &connection, std::function<void()> found);
    //! False when something is under way, or no source was found.
    bool begin();
    void end() { m_busy = false; }
    void fail(const QString &text);

    PublicApi &api() const { return *m_opened.api; }
    const SourceMatch &match() const { return m_opened.match; }
    quint64 generation() const { return m_generation; }
    //! The answer is to something that was stopped.
    bool isLate(quint64 generation) const { return generation != m_generation; }

private:
    SourceAccess m_access;
    OpenedSource m_opened;
    bool m_busy = false;
    quint64 m_generation = 0;
};

} // namespace segue
