// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainWindow.h"

#include "ui/CheckupPlace.h"
#include "ui/PreviewDoor.h"
#include "ui/SettingsPlace.h"
#include "ui/SetupPages.h"
#include "ui/log/ExportAction.h"
#include "ui/log/LogPage.h"
#include "ui/shell/AlertPlace.h"
#include "ui/shell/ConnectionHeader.h"
#include "ui/shell/DeliveryPlace.h"
#include "ui/shell/FeedWords.h"
#include "ui/shell/ProxyPlace.h"
#include "ui/shell/ReceiverPlace.h"
#include "ui/shell/RemoveConnection.h"
#include "ui/shell/Sidebar.h"
#include "ui/shell/StatusBar.h"
#include "ui/shell/StatusFeed.h"
#include "ui/shell/WindowMenu.h"
#include "ui/widgets/MessagePlace.h"

#include <QAction>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace segue {

namespace {

const QString kGeometry = QStringLiteral("window");
const QString kSplitter = QStringLiteral("window-splitter");
const QString kSelected = QStringLiteral("window-connection");
const QString kKeychainSubject = QStringLiteral("keychain");
const QString kAllEvents = QStringLiteral("all");
constexpr int kToldMs = 4'000;

} // namespace

MainWindow::MainWindow(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_selected(sandboxId())
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_sidebar(new Sidebar(context.connections(), context.drafts(), m_splitter))
    , m_right(new QWidget(m_splitter))
    , m_header(new ConnectionHeader(m_right))
    , m_messages(new MessageBar(m_right))
    , m_removal(new RemoveConnection(context, *m_messages, this))
    , m_pages(new QStackedWidget(m_right))
    , m_log(new LogPage(context, m_pages)) // each is made in its place: a style sheet is worked through at each move
    , m_setup(new SetupPages(context, *m_pages, this))
    , m_preview(new PreviewDoor(context, *m_pages, *m_log, this))
    , m_checkup(new CheckupPlace(context, *m_pages, *m_messages, this))
    , m_status(new StatusBar(this))
    , m_delivery(new DeliveryPlace(context, m_sidebar->model(), *m_status, *m_messages, this))
    , m_receiver(new ReceiverPlace(context, *m_status, *m_messages, this))
    , m_alerts(new AlertPlace(context, *m_messages, this))
    , m_settings(new SettingsPlace(context, *m_pages, *m_receiver, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Segue"));
    lay();
    connectPages();
    connectSetup();
    connectServices();
    addActions();

    const QString last = context.settings().choice(kSelected);
    if (last == kAllEvents) {
        m_selected = {};
    } else if (const ConnectionId id = ConnectionId::fromText(last); context.connections().find(id)) {
        m_selected = id;
    }
    m_sidebar->select(m_selected);
    select(m_selected);
    m_delivery->refresh();
    tellFaults();
    m_receiver->resume();
}

MainWindow::~MainWindow()
{
    Settings &settings = m_context.settings();
    settings.setLayout(kGeometry, saveGeometry());
    settings.setLayout(kSplitter, m_splitter->saveState());
    settings.setChoice(kSelected, m_selected.isNull() ? kAllEvents : m_selected.text());
}

void MainWindow::lay()
{
    m_pages->addWidget(m_log);
    auto *rightColumn = new QVBoxLayout(m_right);
    rightColumn->setContentsMargins(0, 0, 0, 0);
    rightColumn->setSpacing(0);
    rightColumn->addWidget(m_header);
    rightColumn->addWidget(new MessagePlace(m_messages, m_pages, m_right));
    rightColumn->addWidget(m_pages, 1);
    m_sidebar->setMinimumWidth(150);
    m_splitter->setObjectName(QStringLiteral("windowSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(m_right);
    m_splitter->setCollapsible(1, false);
    m_splitter->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_status);

    setMinimumSize(880, 560);
    resize(1180, 760);
    const Settings &settings = m_context.settings();
    restoreGeometry(settings.layout(kGeometry));
    if (!m_splitter->restoreState(settings.layout(kSplitter))) {
        m_splitter->setSizes({212, 968});
    }
    auto *menu = new WindowMenu(m_context.settings(), m_status->menuButton(), this);
    connect(menu, &WindowMenu::previewRequested, m_preview, &PreviewDoor::open);
    menu->insertAction(menu->actions().constFirst(), m_checkup->action());
    menu->insertAction(menu->actions().constFirst(), m_settings->action());
    menu->insertSeparator(menu->actions().at(2));
}

void MainWindow::connectPages()
{
    connect(m_sidebar, &Sidebar::selectedChanged, this, &MainWindow::select);
    connect(m_sidebar, &Sidebar::editRequested, this, &MainWindow::edit);
    connect(m_sidebar, &Sidebar::removeRequested, m_removal, &RemoveConnection::ask);
    connect(m_removal, &RemoveConnection::removed, this, &MainWindow::leaveForm);
    connect(m_removal, &RemoveConnection::undone, m_sidebar, &Sidebar::select);
    connect(m_sidebar, &Sidebar::pauseRequested, this, &MainWindow::setPaused);
    connect(m_header, &ConnectionHeader::pageChanged, this, [this](ConnectionHeader::Page page) {
        if (page == ConnectionHeader::SetupPage) {
            edit(m_selected);
        } else if (page == ConnectionHeader::CheckupPage) {
            openCheckup();
        } else {
            leaveForm();
        }
    });
    connect(m_header, &ConnectionHeader::sendRequested, this, [this] {
        leaveForm();
        m_log->openComposer();
    });
    m_header->setExport((new ExportAction(m_context, m_log->model(), m_log->table(), *m_messages, this))->action());
    connect(m_log, &LogPage::problem, this, [this](const QString &text) { tell(QStringLiteral("log"), text); });
    connect(m_log, &LogPage::told, this, [this](const QString &text) {
        m_messages->show({QStringLiteral("log"), Tone::Accent, text, {}, {}, kToldMs});
    });
}

void MainWindow::connectSetup()
{
    connect(m_sidebar, &Sidebar::newRequested, m_setup, &SetupPages::startNew);
    connect(m_log, &LogPage::setupRequested, m_setup, &SetupPages::startNew);
    connect(m_sidebar, &Sidebar::draftRequested, m_setup, &SetupPages::resume);
    connect(m_sidebar, &Sidebar::discardRequested, m_setup, &SetupPages::discard);
    connect(m_setup, &SetupPages::shown, this, &MainWindow::refreshFrame);
    connect(m_setup, &SetupPages::left, this, &MainWindow::leaveForm);
    connect(m_setup, &SetupPages::saved, this, &MainWindow::finishSetup);
    connect(m_preview, &PreviewDoor::shown, this, &MainWindow::refreshFrame);
    connect(m_preview, &PreviewDoor::left, this, &MainWindow::leaveForm);
    connect(m_settings, &SettingsPlace::shown, this, &MainWindow::refreshFrame);
    connect(m_settings, &SettingsPlace::left, this, &MainWindow::leaveForm);
    connect(m_setup, &SetupPages::removeRequested, m_removal, &RemoveConnection::ask);
    connect(m_setup, &SetupPages::problem, this, [this](const QString &text) { tell(QStringLiteral("setup"), text); });
    connect(m_checkup, &CheckupPlace::openRequested, this, &MainWindow::openCheckup);
    connect(m_checkup, &CheckupPlace::shown, this, &MainWindow::refreshFrame);
    connect(m_checkup, &CheckupPlace::setupRequested, this, &MainWindow::edit);
}

void MainWindow::finishSetup(const ConnectionId &id)
{
    const auto connection = m_context.connections().find(id);
    m_sidebar->select(id);
    leaveForm();
    m_messages->show({QStringLiteral("saved"), Tone::Good,
                      tr("“%1” is saved.").arg(connection ? connection->name : QString()), tr("Send test event"),
                      [this] { m_log->openComposer(); }, 10'000});
}

void MainWindow::connectServices()
{
    new StatusFeed(m_context, *m_status, this);
    connect(new ProxyPlace(m_context, *m_messages, this), &ProxyPlace::passwordRequested, m_settings,
            &SettingsPlace::openProxy);
    connect(&m_context.connections(), &ConnectionStore::changed, this, &MainWindow::refreshHeader);
    connect(&m_context.secrets(), &SecretAccess::changed, this, &MainWindow::refreshHeader);
    connect(&m_context.keyAnswers(), &KeyAnswers::changed, this, &MainWindow::refreshHeader);
    connect(&m_context.receiver(), &ReceiverService::changed, this, &MainWindow::refreshHeader);
    connect(m_alerts, &AlertPlace::showRequested, m_sidebar, &Sidebar::select);
    connect(&m_context.rotation(), &KeyRotation::told, this, [this](const QString &text) {
        m_messages->show({QStringLiteral("rotation"), Tone::Accent, text, {}, {}});
    });
    connect(&m_context.keychain(), &KeychainSecretStore::stateChanged, this, &MainWindow::keychainChanged);
    connect(m_delivery, &DeliveryPlace::resumeRequested, this,
            [this](const ConnectionId &id) { setPaused(id, false); });
    connect(m_sidebar, &Sidebar::tryNowRequested, m_delivery, &DeliveryPlace::tryNow);
}

void MainWindow::addActions()
{
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] {
        leaveForm();
        m_log->focusSearch();
    });
}

void MainWindow::select(const ConnectionId &id)
{
    m_selected = id;
    m_log->showConnection(m_context.connections().find(id), id == capturedId());
    m_alerts->seen(id);
    m_preview->setConnection(m_context.connections().find(id));
    leaveForm();
    refreshHeader();
    m_delivery->show(id);
}

void MainWindow::refreshHeader()
{
    const auto connection = m_context.connections().find(m_selected);
    m_checkup->action()->setEnabled(connection.has_value());
    if (!connection) {
        const bool captured = m_selected == capturedId();
        m_selected = captured ? m_selected : ConnectionId();
        m_header->showEvents(captured ? tr("Unknown keys") : tr("All events"), feedWords(m_context));
        setWindowTitle(m_setup->isGuiding() ? m_setup->title() : tr("Segue"));
        return;
    }
    const std::uint16_t port = m_context.sandboxPort();
    m_header->showConnection(*connection, port > 0 ? QStringLiteral("127.0.0.1:%1").arg(port) : QString(),
                             feedWords(m_context, *connection));
    const SecretName name = SecretName::writeKey(connection->id);
    if (connection->isSandbox()) {
        m_header->setKeyState({}, Tone::Muted, {});
    } else if (m_context.secrets().isSessionOnly(name)) {
        m_header->setKeyState(QStringLiteral("key"), Tone::Warning, tr("Key for this session only"));
    } else if (const auto answer = m_context.keyAnswers().find(connection->id);
               answer && answer->verdict == KeyVerdict::Known) {
        m_header->setKeyState(QStringLiteral("check"), Tone::Good, tr("Key known", "Segment knows the write key"));
    } else if (connection->keyExpected) {
        m_header->setKeyState(QStringLiteral("key"), Tone::Muted, tr("Key in the keychain"));
    } else {
        m_header->setKeyState(QStringLiteral("warning"), Tone::Warning, tr("No key yet"));
    }
    setWindowTitle(m_setup->isGuiding() ? m_setup->title() : tr("%1 — Segue").arg(connection->name));
}

void MainWindow::refreshFrame()
{
    // The guided way has its steps where the connections stand; the settings are of none of them.
    const bool guiding = m_setup->isGuiding();
    m_header->setVisible(!guiding && !m_settings->isShown());
    m_sidebar->setVisible(!guiding);
    refreshHeader();
}

void MainWindow::edit(const ConnectionId &id)
{
    const auto connection = m_context.connections().find(id);
    if (!connection) {
        return;
    }
    m_setup->edit(*connection);
    const QSignalBlocker blocker(m_header);
    m_header->setPage(ConnectionHeader::SetupPage);
}

void MainWindow::openCheckup()
{
    if (m_checkup->open(m_selected)) {
        const QSignalBlocker blocker(m_header);
        m_header->setPage(ConnectionHeader::CheckupPage);
    }
}

void MainWindow::leaveForm()
{
    m_pages->setCurrentWidget(m_log);
    refreshFrame();
    const QSignalBlocker blocker(m_header);
    m_header->setPage(ConnectionHeader::LogPage);
}

void MainWindow::setPaused(const ConnectionId &id, bool paused)
{
    auto connection = m_context.connections().find(id);
    if (!connection) {
        return;
    }
    connection->paused = paused;
    if (const Status written = m_context.connections().update(*connection); !written) {
        tell(QStringLiteral("pause"), written.error().userText);
    } else if (!paused) {
        m_delivery->tryNow(id);
    }
}

void MainWindow::keychainChanged(KeychainState state)
{
    if (state == KeychainState::Ready || state == KeychainState::NotAsked) {
        m_messages->clear(kKeychainSubject);
        m_context.removal().resume();
        return;
    }
    m_messages->show({kKeychainSubject, Tone::Warning, KeychainSecretStore::describe(state), tr("Ask again"),
                      [this] { m_context.keychain().probe(); }});
}

void MainWindow::tellFaults()
{
    if (!m_context.sandboxFault().isEmpty()) {
        tell(QStringLiteral("sandbox"), m_context.sandboxFault());
    }
    if (const std::string notice = m_context.journal().notice(); !notice.empty()) {
        tell(QStringLiteral("journal"),
             tr("The journal could not be read and was set aside under a new name; a new one "
                "is in use. %1")
                 .arg(QString::fromStdString(notice)));
    }
    if (const auto fault = m_context.connections().fault()) {
        tell(QStringLiteral("connections"), fault->userText);
    }
}

void MainWindow::tell(const QString &subject, const QString &text)
{
    m_messages->show({subject, Tone::Warning, text, {}, {}});
}

void MainWindow::comeForward()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_probed) {
        m_probed = true;
        // The keychain is asked when the window stands, so that it never delays it.
        QTimer::singleShot(0, this, [this] { m_context.keychain().probe(); });
    }
}

} // namespace segue
