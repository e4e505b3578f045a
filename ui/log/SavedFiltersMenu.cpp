// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/SavedFiltersMenu.h"

#include "app/exports/PlainText.h"
#include "app/settings/Settings.h"

namespace segue {

namespace {

QString menuText(const QString &name)
{
    return plainText(name).replace(u'&', QStringLiteral("&&"));
}

} // namespace

SavedFiltersMenu::SavedFiltersMenu(Settings &settings, QWidget *parent)
    : QMenu(parent)
    , m_settings(settings)
{
    setObjectName(QStringLiteral("savedFilters"));
    setAccessibleName(tr("Saved filters"));
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &SavedFiltersMenu::fill);
}

void SavedFiltersMenu::fill()
{
    clear();
    const QList<SavedFilter> filters = m_settings.savedFilters();
    for (const SavedFilter &filter : filters) {
        const std::optional<FilterChoice> choice = FilterChoice::read(filter.filter);
        QAction *action = addAction(menuText(filter.name));
        action->setEnabled(choice.has_value());
        if (choice) {
            action->setCheckable(*choice == m_current);
            action->setChecked(*choice == m_current);
            connect(action, &QAction::triggered, this, [this, choice] { Q_EMIT chosen(*choice); });
        }
    }
    if (filters.isEmpty()) {
        addAction(tr("No filter is saved yet"))->setEnabled(false);
    }
    addSeparator();
    QAction *save = addAction(tr("Save this filter…"));
    save->setObjectName(QStringLiteral("saveFilter"));
    save->setEnabled(!m_current.isEmpty());
    connect(save, &QAction::triggered, this, &SavedFiltersMenu::askForName);
    QMenu *rename = addMenu(tr("Rename"));
    rename->setObjectName(QStringLiteral("renameFilter"));
    rename->setEnabled(!filters.isEmpty());
    QMenu *remove = addMenu(tr("Delete"));
    remove->setObjectName(QStringLiteral("deleteFilter"));
    remove->setEnabled(!filters.isEmpty());
    for (const SavedFilter &filter : filters) {
        connect(rename->addAction(menuText(filter.name) + u'…'), &QAction::triggered, this,
                [this, name = filter.name] { askForNewName(name); });
        connect(remove->addAction(menuText(filter.name)), &QAction::triggered, this,
                [this, name = filter.name] { m_settings.removeFilter(name); });
    }
}

void SavedFiltersMenu::askForName()
{
    TextStrip::Question question;
    question.label = tr("Name of the filter:");
    question.action = tr("Save");
    question.longest = static_cast<int>(SavedFilter::kLongestName);
    question.take = [this, filter = m_current.write()](const QString &name) {
        const Status saved = m_settings.saveFilter({name, filter});
        return saved ? QString() : saved.error().userText;
    };
    Q_EMIT nameWanted(question);
}

void SavedFiltersMenu::askForNewName(const QString &name)
{
    TextStrip::Question question;
    question.label = tr("New name of the filter:");
    question.text = name;
    question.action = tr("Rename");
    question.longest = static_cast<int>(SavedFilter::kLongestName);
    question.take = [this, name](const QString &to) {
        const Status renamed = m_settings.renameFilter(name, to);
        return renamed ? QString() : renamed.error().userText;
    };
    Q_EMIT nameWanted(question);
}

} // namespace segue
