// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/setup/WizardRig.h"

#include "tests/app/secrets/SecretHelpers.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QRadioButton>
#include <QTest>

namespace segue::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 30'000;
constexpr int kMostTabs = 60;

QStringList messageIdsOf(const QByteArray &body)
{
    const QJsonObject root = QJsonDocument::fromJson(body).object();
    QStringList ids;
    if (root.contains("messageId"_L1)) {
        ids.append(root.value("messageId"_L1).toString());
    }
    const QJsonArray batch = root.value("batch"_L1).toArray();
    for (const QJsonValue &item : batch) {
        ids.append(item.toObject().value("messageId"_L1).toString());
    }
    return ids;
}

void copyFolder(const QString &from, const QString &to)
{
    const QStringList files = QDir(from).entryList(QDir::Files | QDir::NoDotAndDotDot);
    for (const QString &file : files) {
        QFile::copy(QDir(from).filePath(file), QDir(to).filePath(file));
    }
}

} // namespace

const QString WizardRig::kKey = u"Zq8fN2kLx7VbR4tYp1WmC6sHd9JgA3eU"_s;

WizardRig::WizardRig()
    : m_folder(std::make_unique<QTemporaryDir>())
{
    m_segment.setResponder([this](const Request &request) -> std::optional<Answer> {
        Journal *journal = m_journal;
        if (m_confirms && journal != nullptr) {
            for (const QString &id : messageIdsOf(request.body)) {
                journal->confirm(id.toStdString(), "echo", [](const auto &) {});
            }
        }
        return std::nullopt;
    });
    open();
}

WizardRig::~WizardRig()
{
    close();
}

void WizardRig::open()
{
    auto context = AppContext::create({.dataFolder = m_folder->path()});
    if (!context) {
        qWarning("%s", qPrintable(context.error().detail));
        return;
    }
    m_context = std::move(context).value();
    m_journal = &m_context->journal();
    m_theme = std::make_unique<Theme>(m_context->settings());
    m_theme->force(ThemeChoice::Light);
    m_window = std::make_unique<MainWindow>(*m_context);
    m_window->show();
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get())) {
        qWarning("the window does not become active");
    }
}

void WizardRig::close()
{
    m_journal = nullptr;
    m_window.reset();
    m_theme.reset();
    m_context.reset();
}

void WizardRig::crash()
{
    auto left = std::make_unique<QTemporaryDir>();
    m_context->journal().flush();
    copyFolder(m_folder->path(), left->path());
    close();
    m_folder = std::move(left);
    open();
}

void WizardRig::end()
{
    close();
    open();
}

QString WizardRig::text(const QString &label) const
{
    const auto *found = find<QLabel>(label);
    return found == nullptr ? QString() : found->text();
}

void WizardRig::keys(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    if (QApplication::focusWidget() == nullptr) { // a box has just gone
        m_window->activateWindow();
        static_cast<void>(waitFor([] { return QApplication::focusWidget() != nullptr; }));
    }
    QWidget *target = QApplication::focusWidget();
    QTest::keyClick(target != nullptr ? target : m_window.get(), key, modifiers);
}

bool WizardRig::tabTo(QWidget *widget)
{
    if (widget == nullptr) {
        return false;
    }
    for (int i = 0; i < kMostTabs; ++i) {
        if (QApplication::focusWidget() == widget) {
            return true;
        }
        keys(Qt::Key_Tab);
    }
    qWarning("%s cannot be reached by Tab", qPrintable(widget->objectName()));
    return false;
}

bool WizardRig::press(const QString &name)
{
    ++m_actions;
    auto *button = find<QAbstractButton>(name);
    if (button == nullptr || !waitFor([button] { return button->isEnabled(); }) || !tabTo(button)) {
        qWarning("%s cannot be pressed; hint: %s", qPrintable(name), qPrintable(hint()));
        return false;
    }
    keys(Qt::Key_Space);
    return true;
}

bool WizardRig::tick(const QString &box)
{
    return press(box);
}

bool WizardRig::settle(const QString &list, const QString &row)
{
    ++m_actions;
    const auto rowOf = [&]() -> int {
        const auto *view = find<QListView>(list);
        for (int i = 0; view != nullptr && i < view->model()->rowCount(); ++i) {
            if (view->model()->index(i, 0).data().toString() == row) {
                return i;
            }
        }
        return -1;
    };
    if (!waitFor([&] { return rowOf() >= 0; }) || !tabTo(find<QListView>(list))) {
        qWarning("%s has no row “%s”", qPrintable(list), qPrintable(row));
        return false;
    }
    keys(Qt::Key_Home);
    for (int i = rowOf(); i > 0; --i) {
        keys(Qt::Key_Down);
    }
    keys(Qt::Key_Return);
    return true;
}

bool WizardRig::choose(const QString &name)
{
    ++m_actions;
    auto *wanted = find<QRadioButton>(name);
    if (wanted == nullptr) {
        return false;
    }
    QAbstractButton *checked = wanted;
    Qt::Key towards = Qt::Key_Right;
    const auto all = wanted->parentWidget()->findChildren<QRadioButton *>();
    for (QRadioButton *each : all) {
        if (each->isChecked()) {
            checked = each;
            towards = all.indexOf(each) < all.indexOf(wanted) ? Qt::Key_Right : Qt::Key_Left;
        }
    }
    if (!tabTo(checked)) {
        return false;
    }
    for (int i = 0; i < 5 && !wanted->isChecked(); ++i) {
        keys(towards);
    }
    return wanted->isChecked();
}

bool WizardRig::fill(const QString &name, const QString &text)
{
    ++m_actions;
    auto *field = find<QLineEdit>(name);
    if (!tabTo(field)) {
        return false;
    }
    keys(Qt::Key_A, Qt::ControlModifier);
    keys(Qt::Key_Delete);
    QTest::keyClicks(field, text);
    return true;
}

bool WizardRig::next(const QString &title)
{
    if (!press(u"wizardNext"_s)) {
        return false;
    }
    if (waitFor([&] { return pageTitle() == title; })) {
        return true;
    }
    qWarning("still at “%s”; hint: %s", qPrintable(pageTitle()), qPrintable(hint()));
    return false;
}

bool WizardRig::waitFor(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, kPatience);
}

bool WizardRig::startNew()
{
    ++m_actions;
    keys(Qt::Key_N, Qt::ControlModifier);
    return waitFor([this] { return isShown(u"setupWizard"_s); });
}

bool WizardRig::apply(bool ticksEach)
{
    const bool ticked = ticksEach ? tick(u"applied-open"_s) && tick(u"applied-configure"_s) && tick(u"applied-key"_s)
                                        && tick(u"applied-events"_s) && tick(u"applied-apply"_s)
                                  : press(u"tickAllSteps"_s);
    return ticked && next(u"Prove that it works"_s);
}

bool WizardRig::walkToProve(const QString &environment)
{
    return startNew() && (environment == u"dev"_s || choose(u"environment-"_s + environment)) && choose(u"region-other"_s)
           && fill(u"connectionEndpoint"_s, endpoint()) && next(u"Which write key?"_s) && fill(u"writeKey"_s, kKey)
           && next(u"Which application in Pushwoosh?"_s) && fill(u"connectionApplication"_s, u"1a2b3-c4d5e"_s)
           && next(u"Which events should Pushwoosh export?"_s) && next(u"Apply it in Pushwoosh"_s)
           && apply(true);
}

Result<Secret> WizardRig::keyOf(const ConnectionId &id)
{
    return answerOf(m_context->secrets().read(SecretName::writeKey(id)));
}

} // namespace segue::test
