// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/SetupPages.h"

#include "app/exports/PlainText.h"
#include "ui/setup/ConnectionForm.h"
#include "ui/setup/SetupWizard.h"
#include "ui/widgets/Question.h"

#include <QPushButton>
#include <QStackedWidget>

namespace segue {

namespace {
constexpr qsizetype kLongestShownName = 60;
}

SetupPages::SetupPages(AppContext &context, QStackedWidget &stack, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_stack(stack)
    , m_window(window)
{
    connect(&context.drafts(), &SetupDraftStore::notWritten, this,
            [this](const Error &error) { Q_EMIT problem(error.userText); });
}

SetupWizard &SetupPages::wizard()
{
    if (m_wizard == nullptr) {
        m_wizard = new SetupWizard(m_context, &m_stack);
        m_stack.addWidget(m_wizard);
        connect(m_wizard, &SetupWizard::titleChanged, this, &SetupPages::shown);
        connect(m_wizard, &SetupWizard::left, this, &SetupPages::left);
        connect(m_wizard, &SetupWizard::finished, this, &SetupPages::saved);
        connect(m_wizard, &SetupWizard::problem, this, &SetupPages::problem);
    }
    return *m_wizard;
}

ConnectionForm &SetupPages::form()
{
    if (m_form == nullptr) {
        m_form = new ConnectionForm(m_context, &m_stack);
        m_stack.addWidget(m_form);
        connect(m_form, &ConnectionForm::cancelled, this, &SetupPages::left);
        connect(m_form, &ConnectionForm::removeRequested, this, &SetupPages::removeRequested);
        connect(m_form, &ConnectionForm::proveRequested, this, &SetupPages::prove);
    }
    return *m_form;
}

void SetupPages::startNew()
{
    SetupWizard &guide = wizard();
    m_stack.setCurrentWidget(&guide);
    guide.startNew();
}

void SetupPages::resume(const ConnectionId &id)
{
    SetupWizard &guide = wizard();
    m_stack.setCurrentWidget(&guide);
    guide.resume(id);
}

void SetupPages::prove(const ConnectionId &id)
{
    SetupWizard &guide = wizard();
    m_stack.setCurrentWidget(&guide);
    guide.prove(id);
}

void SetupPages::discard(const ConnectionId &id)
{
    const auto draft = m_context.drafts().find(id);
    if (!draft) {
        return;
    }
    const bool isSaved = m_context.connections().find(id).has_value();
    QPushButton *confirm = ask({QStringLiteral("discardQuestion"), tr("Discard the draft?"),
                                tr("The draft of “%1” goes.").arg(plainTextCut(draft->name.trimmed(), kLongestShownName)),
                                isSaved ? tr("The connection itself stays as it is.")
                                        : tr("Its key leaves the keychain as well. Nothing changes in Segment or Pushwoosh."),
                                tr("Discard"), QMessageBox::DestructiveRole},
                               m_window);
    connect(confirm, &QPushButton::clicked, this, [this, id] {
        if (const Status gone = m_context.drafts().discard(id); !gone) {
            Q_EMIT problem(gone.error().userText);
        }
    });
}

void SetupPages::edit(const Connection &connection)
{
    ConnectionForm &page = form();
    page.edit(connection);
    m_stack.setCurrentWidget(&page);
    Q_EMIT shown();
    page.focusFirst();
}

bool SetupPages::isGuiding() const
{
    return m_wizard != nullptr && m_stack.currentWidget() == m_wizard;
}

QString SetupPages::title() const
{
    return isGuiding() ? m_wizard->title() : QString();
}

} // namespace segue
