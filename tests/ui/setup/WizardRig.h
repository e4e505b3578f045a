// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "tests/support/FaultServer.h"
#include "ui/MainWindow.h"
#include "ui/shell/Theme.h"

#include <QTemporaryDir>

#include <atomic>
#include <memory>

class QAbstractButton;
class QLabel;

namespace segue::test {

//! The real window on a data folder, a stand-in for Segment on loopback, and a person at the keyboard who counts what
//! they do: one field filled, one choice, one activation is one action. Everything is reached by Tab.
class WizardRig
{
public:
    WizardRig();
    ~WizardRig();

    bool isOpen() const { return m_window != nullptr; }
    AppContext &context() { return *m_context; }
    MainWindow &window() { return *m_window; }
    FaultServer &segment() { return m_segment; }
    //! Whether what the stand-in takes is seen at the other side.
    void setConfirms(bool confirms) { m_confirms = confirms; }
    QString endpoint() const { return m_segment.url().toString(); }

    //! The program dies now and is started again: on what was on disk at this moment.
    void crash();
    void end();

    int actions() const { return m_actions; }

    template <class T> T *find(const QString &name) const
    {
        const QList<T *> all = m_window->findChildren<T *>(name);
        for (T *each : all) {
            if (each->isVisible()) {
                return each;
            }
        }
        return nullptr;
    }
    bool isShown(const QString &name) const { return find<QWidget>(name) != nullptr; }
    QString text(const QString &label) const;
    QString pageTitle() const { return text(QStringLiteral("pageTitle")); }
    QString hint() const { return text(QStringLiteral("wizardHint")); }

    //! By Tab from where the focus is; false when it cannot be reached so.
    bool tabTo(QWidget *widget);
    bool press(const QString &button);
    bool choose(const QString &radioButton);
    bool fill(const QString &field, const QString &text);
    bool tick(const QString &box);
    //! Return on the row of that name, once the list has it.
    bool settle(const QString &list, const QString &row);
    void keys(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    //! Presses Next and waits for the page of that title.
    bool next(const QString &title);

    static bool waitFor(const std::function<bool()> &condition);
    //! Page 5, ticked or not, and on to the page to prove it.
    bool apply(bool ticksEach);
    //! Pages 1 to 5, for another endpoint: until the page to prove it.
    bool walkToProve(const QString &environment = QStringLiteral("dev"));
    bool startNew();
    Result<Secret> keyOf(const ConnectionId &id);

    static const QString kKey;

private:
    void open();
    void close();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppContext> m_context;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    FaultServer m_segment;
    std::atomic<bool> m_confirms = true;
    std::atomic<Journal *> m_journal = nullptr;
    int m_actions = 0;
};

} // namespace segue::test
