// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ApplicationField.h"

#include "app/AppContext.h"
#include "app/connections/Connection.h"
#include "ui/setup/ApplicationChooser.h"
#include "ui/widgets/Labels.h"

#include <QHideEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace segue {

namespace {
constexpr int kLongestCode = 100;
const QString kWayChoice = QStringLiteral("applicationWay"); // remembered for the next connection
const QString kFromList = QStringLiteral("list");
const QString kTyped = QStringLiteral("typed");
} // namespace

ApplicationField::ApplicationField(QWidget *parent)
    : ApplicationField(nullptr, parent)
{
}

ApplicationField::ApplicationField(AppContext &context, QWidget *parent)
    : ApplicationField(&context, parent)
{
}

ApplicationField::ApplicationField(AppContext *context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_edit(new QLineEdit(this))
    , m_toggle(new QPushButton(tr("Choose from a list…"), this))
    , m_remark(new ToneLabel(Tone::Warning, this))
{
    setFocusProxy(m_edit);
    lay();
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        remark();
        Q_EMIT changed();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &ApplicationField::returnPressed);
    remark();
    if (m_context != nullptr) {
        addList();
    }
}

void ApplicationField::lay()
{
    const QString text = tr("Pushwoosh application code (may be left blank)");
    auto *label = new ToneLabel(text, Tone::Muted, this);
    label->setBuddy(m_edit);
    m_edit->setObjectName(QStringLiteral("connectionApplication"));
    m_edit->setAccessibleName(text);
    m_edit->setMaxLength(kLongestCode);
    m_edit->setPlaceholderText(QStringLiteral("1A2B3-C4D5E"));
    m_toggle->setObjectName(QStringLiteral("openApplications"));
    m_toggle->setCheckable(true);
    m_toggle->setToolTip(tr("The applications that a Server token of Pushwoosh's API sees"));
    m_toggle->setVisible(m_context != nullptr);
    m_remark->setObjectName(QStringLiteral("applicationRemark"));
    m_remark->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_toggle);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(label);
    column->addLayout(row);
    column->addWidget(m_remark);
}

void ApplicationField::addList()
{
    m_list = new ApplicationChooser(*m_context, this);
    m_list->hide();
    layout()->addWidget(m_list);
    connect(m_toggle, &QPushButton::toggled, this, [this](bool open) {
        showList(open);
        if (open) {
            m_list->focusFirst();
        }
    });
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_list->setCode(text);
        m_context->settings().setChoice(kWayChoice, kTyped);
    });
    connect(m_list, &ApplicationChooser::chosen, this, &ApplicationField::take);
    connect(m_list, &ApplicationChooser::settled, this, [this](const QString &code) {
        take(code);
        Q_EMIT returnPressed();
    });
}

void ApplicationField::take(const QString &code)
{
    m_edit->setText(code);
    m_context->settings().setChoice(kWayChoice, kFromList);
}

void ApplicationField::showList(bool shown)
{
    m_list->setVisible(shown);
    m_toggle->setText(shown ? tr("Close the list") : tr("Choose from a list…"));
    if (shown) {
        m_list->setCode(m_edit->text());
        m_list->open();
    } else {
        m_list->leave();
    }
}

void ApplicationField::openAsBefore()
{
    if (m_list != nullptr && m_context->settings().choice(kWayChoice) == kFromList) {
        m_toggle->setChecked(true);
    }
}

void ApplicationField::leave()
{
    if (m_list != nullptr) {
        m_toggle->setChecked(false);
    }
}

void ApplicationField::focusFirst()
{
    if (m_toggle->isChecked()) {
        m_list->focusFirst();
    } else {
        m_edit->setFocus(Qt::OtherFocusReason);
    }
}

// Minimising the window is no leaving.
void ApplicationField::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous()) {
        leave();
    }
}

QString ApplicationField::text() const
{
    return m_edit->text();
}

void ApplicationField::setText(const QString &text)
{
    m_edit->setText(text);
    if (m_list != nullptr) {
        m_list->setCode(text);
    }
}

void ApplicationField::remark()
{
    const QString odd = readApplicationCode(m_edit->text()).remark;
    m_remark->setText(odd);
    m_remark->setVisible(!odd.isEmpty());
}

} // namespace segue
