// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ApplicationChooser.h"

#include "app/core/Futures.h"
#include "app/exports/PlainText.h"
#include "app/setup/TokenRemark.h"
#include "ui/setup/ApplicationFilter.h"
#include "ui/setup/ApplicationModel.h"
#include "ui/setup/AskingLine.h"
#include "ui/setup/ChoiceList.h"
#include "ui/setup/TokenEntry.h"
#include "ui/widgets/Labels.h"

#include <QDateTime>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace segue {

namespace {
constexpr int kLongestSearch = 200;
constexpr qsizetype kLongestShown = 200;
} // namespace

ApplicationChooser::ApplicationChooser(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_access(context.clock(), context.redactor(), context.secrets(), context.settings(), context.dataFolder(),
               nullptr, &context.proxyLogins())
    , m_secrets(context.secrets())
    , m_entry(new TokenEntry(
          {QStringLiteral("pushwooshToken"),
           tr("Server token of Pushwoosh's API"),
           tr("Made in Pushwoosh's Control Panel, under Settings › API Access, of the kind Server. It can "
              "send messages and read the data of the applications it was given. Segue reads the list of "
              "applications with it, and nothing else. Some plans do not have this call."),
           tr("List the applications"),
           {},
           &TokenRemark::ofPushwoosh},
          this))
    , m_line(new AskingLine(QStringLiteral("applications"), this))
    , m_tools(new QWidget(this))
    , m_search(new QLineEdit(this))
    , m_again(new QPushButton(tr("Refresh"), this))
    , m_age(new ToneLabel(Tone::Muted, this))
    , m_view(new ChoiceList(this))
    , m_model(new ApplicationModel(this))
    , m_filter(new ApplicationFilter(*m_model, this))
    , m_remark(new ToneLabel(Tone::Muted, this))
{
    lay();
    connect(m_entry, &TokenEntry::given, this, &ApplicationChooser::useTyped);
    connect(m_entry, &TokenEntry::letGo, this, &ApplicationChooser::forgetToken);
    connect(m_entry, &TokenEntry::sessionWanted, this, [this] { keepToken(SecretPlace::SessionOnly); });
    connect(m_line, &AskingLine::cancelled, this, &ApplicationChooser::cancel);
    connect(m_line, &AskingLine::again, this, [this] {
        if (m_isTyped) {
            useTyped(); // as it stands in the field by now
        } else {
            ask();
        }
    });
    connect(m_again, &QPushButton::clicked, this, &ApplicationChooser::ask);
    connect(m_search, &QLineEdit::textChanged, this, &ApplicationChooser::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &ApplicationChooser::searchDone);
    connect(m_view, &ChoiceList::chosen, this, [this](const QString &code) {
        m_code = code;
        Q_EMIT chosen(code);
    });
    connect(m_view, &ChoiceList::settled, this, &ApplicationChooser::settled);
    refresh();
}

void ApplicationChooser::lay()
{
    m_search->setObjectName(QStringLiteral("applicationSearch"));
    m_search->setAccessibleName(tr("Search the applications"));
    m_search->setPlaceholderText(tr("Search by name or code"));
    m_search->setMaxLength(kLongestSearch);
    m_search->setClearButtonEnabled(true);
    m_again->setObjectName(QStringLiteral("refreshApplications"));
    m_again->setAccessibleName(tr("Ask Pushwoosh for the list again"));
    m_age->setObjectName(QStringLiteral("applicationsAge"));
    m_age->setWordWrap(true);
    m_view->setObjectName(QStringLiteral("applicationList"));
    m_view->setAccessibleName(tr("Applications in Pushwoosh"));
    m_view->setModel(m_filter);
    m_remark->setObjectName(QStringLiteral("applicationsRemark"));
    m_remark->setWordWrap(true);
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(8);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_again);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_entry);
    column->addWidget(m_line);
    column->addWidget(m_tools);
    column->addWidget(m_view);
    column->addWidget(m_age);
    column->addWidget(m_remark);
}

void ApplicationChooser::open()
{
    if (m_isOpen) {
        return;
    }
    m_isOpen = true;
    whenAnswered(m_access.known(), this, [this, visit = ++m_visit](const Result<KnownList> &known) {
        if (visit == m_visit && !m_isFresh && known) {
            show(known.value(), false);
        }
    });
    readToken();
}

void ApplicationChooser::leave()
{
    if (!m_isOpen) {
        return;
    }
    m_isOpen = false;
    ++m_visit;
    ++m_asking;
    m_access.abort();
    m_token = {};
    m_isLooking = false;
    m_isTyped = false;
    m_tokenIsKept = false;
    m_isFresh = false;
    m_line->clear();
    setBusy(false);
}

void ApplicationChooser::readToken()
{
    m_isLooking = true;
    m_line->asking(tr("Looking for a token in the keychain…"));
    refresh();
    whenAnswered(m_access.keptToken(), this, [this, asking = ++m_asking](const Result<Secret> &token) {
        if (asking != m_asking) {
            return;
        }
        m_isLooking = false;
        if (token) {
            const bool session = m_secrets.isSessionOnly(SecretName::pushwooshToken());
            m_token = token.value();
            m_tokenIsKept = true;
            m_entry->showInUse(session ? TokenEntry::Place::Session : TokenEntry::Place::Keychain);
            ask();
            return;
        }
        const bool hadFocus = m_line->hasButtonFocus();
        m_line->clear();
        if (!m_entry->isWanted()) {
            m_entry->askForOne();
        }
        if (token.error().code != ErrorCode::Absent) {
            m_line->failed(token.error().userText, false);
        }
        refresh();
        if (hadFocus) {
            m_entry->focusField();
        }
    });
}

void ApplicationChooser::useTyped()
{
    m_token = m_entry->typed();
    m_isTyped = true;
    ask();
}

void ApplicationChooser::ask()
{
    const bool hadFocus = m_entry->isAncestorOf(window()->focusWidget()) || m_again->hasFocus();
    m_line->asking(tr("Asking Pushwoosh for the applications…"));
    setBusy(true);
    refresh();
    if (hadFocus) {
        m_line->focusButton();
    }
    m_access.abort();
    whenAnswered(m_access.list(m_token), this, [this, asking = ++m_asking](const Result<KnownList> &list) {
        if (asking == m_asking) {
            asked(list);
        }
    });
}

void ApplicationChooser::asked(const Result<KnownList> &list)
{
    const bool hadFocus = m_line->hasButtonFocus();
    setBusy(false);
    if (!list) {
        m_line->failed(list.error().userText);
        refresh();
        return;
    }
    m_line->clear();
    if (std::exchange(m_isTyped, false)) {
        const bool keep = m_entry->isToBeKept();
        m_entry->showInUse(TokenEntry::Place::Once);
        if (keep) {
            keepToken(SecretPlace::Keychain);
        }
    }
    show(list.value(), true);
    if (hadFocus) {
        focusFirst();
    }
}

void ApplicationChooser::keepToken(SecretPlace place)
{
    whenAnswered(m_access.keep(m_token, place), this, [this, place, visit = m_visit](const Status &kept) {
        if (visit != m_visit) {
            return;
        }
        if (!kept) {
            m_entry->showNotKept(kept.error().userText);
            return;
        }
        m_tokenIsKept = true;
        m_entry->showInUse(place == SecretPlace::Keychain ? TokenEntry::Place::Keychain : TokenEntry::Place::Session);
    });
}

void ApplicationChooser::forgetToken()
{
    ++m_asking;
    m_access.abort();
    m_token = {};
    m_line->clear();
    setBusy(false);
    m_entry->askForOne();
    m_entry->focusField();
    if (std::exchange(m_tokenIsKept, false)) {
        whenAnswered(m_access.forget(), this, [this, visit = m_visit](const Status &gone) {
            if (visit == m_visit && !gone) {
                m_line->failed(tr("The token may still be in the keychain. %1").arg(gone.error().userText), false);
            }
        });
    }
    refresh();
}

void ApplicationChooser::cancel()
{
    ++m_asking;
    m_isLooking = false;
    m_access.abort();
    setBusy(false);
    refresh();
    if (m_token.isEmpty()) {
        m_line->clear();
        m_entry->focusField();
    } else {
        m_line->failed(tr("Given up."));
    }
}

void ApplicationChooser::show(const KnownList &list, bool isFresh)
{
    m_list = list;
    m_isFresh = isFresh;
    m_model->setApplications(list.list.applications);
    m_view->choose(m_code);
    m_view->updateGeometry();
    refresh();
}

void ApplicationChooser::setBusy(bool busy)
{
    m_entry->setBusy(busy);
    m_again->setEnabled(!busy && !m_token.isEmpty());
}

void ApplicationChooser::setCode(const QString &code)
{
    m_code = code.trimmed();
    if (m_list) {
        m_view->choose(m_code);
    }
}

void ApplicationChooser::filter()
{
    m_filter->setText(m_search->text().trimmed());
    m_view->choose(m_code);
    refresh();
}

// One that fits is the one that was looked for; of several one is chosen in the list.
void ApplicationChooser::searchDone()
{
    if (m_filter->rowCount() == 1) {
        const QString code = m_filter->index(0, 0).data(ChoiceList::IdRole).toString();
        m_code = code;
        m_view->choose(code);
        Q_EMIT chosen(code);
        Q_EMIT settled(code);
    } else if (m_filter->rowCount() > 0) {
        m_view->setFocus(Qt::OtherFocusReason);
    }
}

QString ApplicationChooser::age() const
{
    if (!m_list || m_list->list.applications.isEmpty()) {
        return {};
    }
    const QString time = QLocale().toString(QDateTime::fromMSecsSinceEpoch(m_list->readAt), QLocale::ShortFormat);
    const int all = static_cast<int>(m_list->list.applications.size());
    const QString count =
        m_search->text().trimmed().isEmpty()
            ? tr("%n application(s).", nullptr, all)
            : tr("%1 of %n application(s).", nullptr, all).arg(QLocale().toString(m_filter->rowCount()));
    return count + u' ' +
           (m_isFresh ? tr("As Pushwoosh told on %1.").arg(time) : tr("The last known list, of %1.").arg(time));
}

QString ApplicationChooser::remark() const
{
    if (!m_list) {
        return {};
    }
    QStringList remarks;
    if (m_list->list.applications.isEmpty() && m_isFresh) {
        remarks.append(
            tr("The token sees no application. A new token is given them one by one in Settings › API Access of "
               "the Control Panel."));
    }
    if (!m_list->list.isComplete) {
        remarks.append(
            tr("There may be more applications than Segue asked for; type the code of one that is missing."));
    }
    if (!m_list->list.otherBase.isEmpty()) {
        remarks.append(tr("Pushwoosh names another address for this account: %1. Segue does not go there by itself.")
                           .arg(plainTextCut(m_list->list.otherBase, kLongestShown)));
    }
    return remarks.join(u'\n');
}

void ApplicationChooser::refresh()
{
    const bool hasRows = m_list && !m_list->list.applications.isEmpty();
    m_entry->setVisible(!m_isLooking);
    m_tools->setVisible(m_list.has_value());
    m_search->setVisible(hasRows);
    m_again->setVisible(!m_token.isEmpty() && !m_isTyped);
    m_view->setVisible(hasRows);
    m_age->setText(age());
    m_age->setVisible(hasRows);
    m_remark->setText(remark());
    m_remark->setVisible(!m_remark->text().isEmpty());
}

void ApplicationChooser::focusFirst()
{
    if (!m_view->isHidden()) {
        m_view->setFocus(Qt::OtherFocusReason);
    } else if (m_entry->isWanted() && m_token.isEmpty()) {
        m_entry->focusField();
    } else {
        m_line->focusButton();
    }
}

} // namespace segue
