// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/RecentSends.h"

#include "app/segment/IdentityMask.h"
#include "app/exports/PlainText.h"
#include "app/settings/Settings.h"
#include "ui/widgets/EventWords.h"
#include "ui/widgets/Labels.h"

#include <QVBoxLayout>

namespace segue {

namespace {
constexpr std::size_t kShown = 5;
}

RecentSends::RecentSends(EventLog &log, const Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
    , m_settings(settings)
    , m_rows(new QVBoxLayout)
    , m_list(new QWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 0, 14, 8);
    column->setSpacing(4);
    column->addWidget(new ToneLabel(tr("Last sends"), Tone::Muted, this));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    m_list->setLayout(m_rows);
    column->addWidget(m_list);
    hide();
    const auto askAgain = [this] {
        if (!m_ids.empty()) {
            ask();
        }
    };
    connect(&log, &EventLog::changed, this, askAgain);
    connect(&settings, &Settings::hideIdentitiesChanged, this, askAgain);
}

void RecentSends::add(const std::vector<EntryId> &ids)
{
    m_ids.insert(m_ids.end(), ids.begin(), ids.end());
    if (m_ids.size() > kShown) {
        m_ids.erase(m_ids.begin(), m_ids.end() - static_cast<std::ptrdiff_t>(kShown));
    }
    ask();
}

void RecentSends::ask()
{
    m_log.entries(m_ids, this, [this](const Result<std::vector<Entry>> &answer) {
        if (answer) {
            present(answer.value());
        }
    });
}

void RecentSends::present(const std::vector<Entry> &entries)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const QString identity = QString::fromStdString(entry->fields.identity);
        const auto shown = [&](const QString &text) {
            return plainText(m_settings.hideIdentities() ? IdentityMask::inText(text, identity) : text);
        };
        const EventWords::Look look = EventWords::state(entry->fields.state);
        auto *row = new QWidget(m_list);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(6);
        auto *sign = new IconLabel(16, row);
        sign->setIcon(look.icon, look.tone);
        auto *name = new ToneLabel(shown(QString::fromStdString(entry->fields.event)), Tone::Plain, row);
        auto *state = new ElidedLabel(look.tone, row);
        state->setFullText(look.word + QStringLiteral(" · ") + shown(EventWords::summary(*entry)));
        line->addWidget(sign);
        line->addWidget(name);
        line->addWidget(state, 1);
        m_rows->addWidget(row);
    }
    setVisible(!entries.empty());
}

} // namespace segue
